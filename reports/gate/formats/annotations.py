"""GitHub's workflow commands: the ten findings that matter most, at their file and line.

GitHub shows ten annotations of a step and drops the others without a word, so ten are given and the number of
the others is said in the last one.
"""

from collections.abc import Iterator

from reports.gate.formats.view import verdict_sentence, verdict_title
from reports.gate.lines import Line, Told
from reports.gate.rules import Severity
from reports.gate.verdict import State
from reports.words.quoting import clipped

MOST = 10
_MOST_MESSAGE = 1_000  # characters; GitHub cuts at 4 KB
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render_annotations(told: Told) -> str:
    """The commands, one a line; empty when there is nothing to point at."""
    return "".join(f"{command}\n" for command in _commands(told))


def _commands(told: Told) -> Iterator[str]:
    if told.check.state is State.NOT_COMPARED:
        for problem in told.problems[:MOST]:
            yield _command("error", {"title": verdict_title(told)}, problem)
        return
    lines = told.open
    if len(lines) <= MOST:
        yield from (_annotation(line) for line in lines)
        return
    yield from (_annotation(line) for line in lines[: MOST - 1])
    more = f"{verdict_sentence(told)} + {len(lines) - MOST + 1} …"
    yield _command("notice", {"title": verdict_title(told)}, more)


def _annotation(line: Line) -> str:
    properties = {"file": line.location.path}
    if line.location.line is not None:
        properties |= {"line": str(line.location.line), "col": str(line.location.column)}
    properties["title"] = f"{line.rule.value} {line.fingerprint}"
    command = "error" if line.fails else _COMMANDS[line.severity]
    return _command(command, properties, line.sentence)


def _command(name: str, properties: dict[str, str], message: str) -> str:
    told = ",".join(f"{key}={escaped_property(value)}" for key, value in properties.items())
    return f"::{name} {told}::{escaped_message(clipped(message, _MOST_MESSAGE))}"


def escaped_message(text: str) -> str:
    """Text behind the last `::`: per cent signs and line ends are escaped, as the runner undoes it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escaped_property(text: str) -> str:
    """The value of a property, in which colons and commas mean something too."""
    return escaped_message(text).replace(":", "%3A").replace(",", "%2C")
