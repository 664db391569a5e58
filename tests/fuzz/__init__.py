"""Inputs that nobody would write, by the thousand: no traceback, no hang, no broken promise.

`pytest tests/fuzz` tries a few of them with hypothesis and every input that was once a finding;
`python -m tests.fuzz --inputs 100000` tries many in child processes.
"""
