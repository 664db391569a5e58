"""The repairs on a copy of the content, again and again until none of them has anything more to propose."""

from __future__ import annotations

from collections.abc import Mapping

from .proposal import Remark
from .repairs import Repair
from .working_copy import WorkingCopy

MAX_STEPS = 60
"""Far more than the longest way seen: an encoding, the front matter, a key, a key below it, its value, a name."""


def mend(copy: WorkingCopy, repairs: Mapping[str, Repair]) -> list[Remark]:
    """Do all that the repairs propose on the copy; what they leave alone at the end is returned."""
    remarks: dict[tuple[str, str], Remark] = {}
    for _ in range(MAX_STEPS):
        remarks = {}
        # From the first repair again after each that had something to do: a file that can be read now has more to mend.
        if not any(_step(copy, repair, remarks) for repair in repairs.values()):
            break
    return sorted(remarks.values(), key=lambda remark: (remark.path, remark.case))


def _step(copy: WorkingCopy, repair: Repair, remarks: dict[tuple[str, str], Remark]) -> bool:
    """Do what one repair proposes; whether there was anything."""
    written: set[str] = set()
    progress = False
    for proposal in list(repair(copy)):
        if isinstance(proposal, Remark):
            remarks[proposal.path, proposal.case] = proposal
        elif proposal.content is None or proposal.path not in written:
            # A second change of the same file was made without the first: it comes again in the next step.
            if proposal.content is not None:
                written.add(proposal.path)
            copy.apply(proposal)
            progress = True
    return progress
