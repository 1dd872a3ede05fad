"""What can be wrong with a user's input.

    CrossyearError            root: shown to the user in one message, exit code 2
    ├── SourceError           a file cannot be read as a report
    └── UsageError            the call itself asks for something that cannot be

Each message says which file, what is wrong and what to try. Anything else that is raised is a bug.
"""


class CrossyearError(Exception):
    """An error the user can do something about.

    Args:
        message: what is wrong, one sentence without a final stop.
        hint: what to try, one sentence; empty when there is nothing to suggest.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}. {self.hint}" if self.hint else self.message


class SourceError(CrossyearError):
    """A source cannot be read as a work report.

    Args:
        source: the file as the user named it.
        problem: what is wrong with it, without a final stop.
        hint: what to try.
    """

    def __init__(self, source: str, problem: str, hint: str = "") -> None:
        super().__init__(f"{source}: {problem}", hint)
        self.source = source
        self.problem = problem


class UsageError(CrossyearError):
    """The call asks for something that cannot be done, whatever the files say."""
