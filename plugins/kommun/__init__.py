"""The municipality's publishing rules: content → rules → plan → stage → audit. Never imports mkdocs."""
