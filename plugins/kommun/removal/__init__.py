"""`kommun remove PATH…`: something that must not be seen is on the web and has to go now, and stay gone.

It goes from the finished site, from the content in all languages with what only it lists, from the
caches, and with `--history` from the history. What it cannot reach is told, with what to do there. It is
done in steps that can all be done again: after an interruption the next call finishes what was begun.
"""

from __future__ import annotations

from kommun.messages import load

from .checkout import GitFailed
from .command import DONE, LEFT, NOTHING, Command
from .request import Request


def remove(request: Request) -> int:
    """Remove what is asked for, and tell of it. Returns DONE, LEFT or NOTHING; raises nothing."""
    words = load(request.lang, "removal")
    command = Command(request)
    try:
        return command.run()
    except KeyboardInterrupt:
        request.say(words["interrupted" if command.started else "nothing_done"])
    except GitFailed as error:
        request.say(words["done"]["step_failed"].format(reason=error))
        request.say(words["again" if command.started else "nothing_done"])
    except Exception as error:  # a person in distress is told what to do, whatever is wrong
        request.say(words["broken"].format(reason=f"{type(error).__name__}: {error}"))
    return LEFT if command.started else NOTHING


__all__ = ["DONE", "LEFT", "NOTHING", "Request", "remove"]
