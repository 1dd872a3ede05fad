"""Keeps what the documents show of the program true: `make docs` renews it, test_documents.py checks it.

Two kinds of blocks are made by running crossyear, always 80 columns wide:

* Between `<!-- help: VERB -->` and `<!-- /help -->` stands the verb's --help; without `: VERB` the program's
  own.
* A fence ```console shows commands as `$ crossyear …`, each followed by all that it prints. They run one
  after the other in a folder with copies of the sample's files. A line `...` stands for lines that are left
  out. A last command that is meant to fail says so in the fence: ```console exit=2. `$ make …` may stand
  there too; it is not run.

A fence ```sh holds commands to copy. They are not run, but their verbs, options and targets must exist.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "corpora" / "data"
SAMPLE_SUFFIXES = {".txt", ".docx"}
PROGRAM = Path(sys.executable).with_name("crossyear")
LEFT_OUT = "..."

FENCE = re.compile(r"^```(\S+)[ \t]*(.*)\n((?:(?!```).*\n)*)```$", re.MULTILINE)
HELP = re.compile(r"(<!-- help(?:: *([\w -]+?))? -->\n)(.*?)(<!-- /help -->)", re.DOTALL)
# A piped run is what these would change: colours that are forced, a width that is not ours.
NOT_PASSED_ON = {"FORCE_COLOR", "PY_COLORS", "GITHUB_ACTIONS", "CLICOLOR_FORCE", "TERMINAL_WIDTH"}


class Command(Struct, frozen=True):
    """A command that a document shows, and the lines that follow it there."""

    line: str
    shown: tuple[str, ...] = ()

    @property
    def words(self) -> list[str]:
        """Program and arguments; what the command is piped or written to is not ours and left out."""
        return shlex.split(re.split(r"\s[|>]", self.line)[0], comments=True)


class Fence(Struct, frozen=True):
    """A fenced block of a document: its language (`console`, `sh` …), what follows that, and its text."""

    language: str
    information: str
    text: str

    @property
    def commands(self) -> list[Command]:
        """The commands it shows: in `sh` every line (a backslash joins two), elsewhere those after `$ `."""
        if self.language == "sh":
            lines = re.sub(r"\\\n\s*", "", self.text).splitlines()
            return [Command(line) for line in lines if line.strip() and not line.startswith("#")]
        _, *shown = re.split(r"^\$ ", self.text, flags=re.MULTILINE)
        return [Command(line, tuple(rest)) for line, *rest in (each.splitlines() for each in shown)]

    @property
    def exit_code(self) -> int:
        """With which exit code its last command ends."""
        told = re.search(r"exit=(\d+)", self.information)
        return int(told[1]) if told else 0


def documents() -> list[Path]:
    """The documents of the repository: those in its root and in docs."""
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


def fences(text: str) -> list[Fence]:
    """The fenced blocks of a document, in order."""
    return [Fence(*match.groups()) for match in FENCE.finditer(text)]


def copy_sample(folder: Path) -> None:
    """Puts the sample's texts into a folder, side by side."""
    for path in sorted(SAMPLE.rglob("*")):
        if path.suffix in SAMPLE_SUFFIXES:
            shutil.copy(path, folder / path.name)


def run(arguments: Sequence[str], folder: Path) -> tuple[int, tuple[str, ...]]:
    """Runs crossyear in a folder; gives its exit code and the lines it printed, on either stream."""
    passed_on = {name: value for name, value in os.environ.items() if name not in NOT_PASSED_ON}
    done = subprocess.run(
        [PROGRAM, *arguments],
        cwd=folder,
        env={**passed_on, "COLUMNS": "80", "NO_COLOR": "1", "TERM": "dumb", "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, trimmed(done.stdout.splitlines())


def trimmed(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines without the white space that nobody sees: at their ends and after the last one."""
    return tuple("\n".join(line.rstrip() for line in lines).rstrip().split("\n"))


def is_shown(printed: Sequence[str], shown: Sequence[str]) -> bool:
    """Whether a document shows what was printed, where each line `...` stands for any number of lines."""
    pattern = "".join(
        r"(?:.*\n)*?" if line == LEFT_OUT else re.escape(line) + r"\n" for line in trimmed(shown)
    )
    return re.fullmatch(pattern, "\n".join(trimmed(printed)) + "\n") is not None


def renewed_lines(printed: Sequence[str], shown: Sequence[str]) -> tuple[str, ...]:
    """What a document is to show of the printed lines: as many from the top and the end as it did before."""
    if LEFT_OUT not in shown:
        return trimmed(printed)
    if shown.count(LEFT_OUT) > 1:
        raise ValueError("an excerpt with several `...` is renewed by hand: " + shown[0])
    top = shown.index(LEFT_OUT)
    end = len(trimmed(shown)) - top - 1
    return (*printed[:top], LEFT_OUT, *(printed[-end:] if end else ()))


def renewed_text(fence: Fence, folder: Path) -> str:
    """The text of a console fence with what its commands print now."""
    text, *_ = re.split(r"^\$ ", fence.text, flags=re.MULTILINE)
    for command in fence.commands:
        lines: Sequence[str] = command.shown
        if command.words[0] == "crossyear":
            _, printed = run(command.words[1:], folder)
            if not is_shown(printed, lines):
                blank = [""] if lines and not lines[-1] else []
                lines = [*renewed_lines(printed, lines), *blank]
        text += "\n".join(["$ " + command.line, *lines]) + "\n"
    return text


def help_block(verb: str | None, folder: Path) -> str:
    """The fence that stands between the marks of a help block."""
    _, lines = run([*(verb or "").split(), "--help"], folder)
    return "\n".join(["```text", *lines, "```", ""])


def renewed(text: str, folder: Path) -> str:
    """A document with all its blocks renewed; the folder holds the sample's files."""

    def renew_help(match: re.Match[str]) -> str:
        return match[1] + help_block(match[2], folder) + match[4]

    def renew_fence(match: re.Match[str]) -> str:
        if match[1] != "console":
            return match[0]
        start, end = (place - match.start() for place in match.span(3))
        return match[0][:start] + renewed_text(Fence(*match.groups()), folder) + match[0][end:]

    return FENCE.sub(renew_fence, HELP.sub(renew_help, text))


def main() -> int:
    """Renews every document; names those that changed."""
    for path in documents():
        text = path.read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder:
            copy_sample(Path(folder))
            new = renewed(text, Path(folder))
        if new != text:
            path.write_text(new, encoding="utf-8")
            print("renewed", path.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
