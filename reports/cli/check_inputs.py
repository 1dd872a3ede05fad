"""What a check goes by, read from files: rules, acknowledgements, baseline; and a file's earlier revision."""

import os
import subprocess
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from corpora.errors import SourceError, UsageError

if TYPE_CHECKING:
    from corpora.model import WorkReport
    from reports.gate.verdict import Terms

_GIT_SECONDS = 60  # a repository that asks for a password would wait for ever


class Facts(Struct, frozen=True):
    """What the user says of a report."""

    place: str | None = None
    year: int | None = None


def today() -> date:
    """The day by which acknowledgements expire, in UTC; SOURCE_DATE_EPOCH names another one.

    Raises:
        UsageError: SOURCE_DATE_EPOCH is no number of seconds.
    """
    told = os.environ.get("SOURCE_DATE_EPOCH")
    if not told:
        return datetime.now(UTC).date()
    try:
        return datetime.fromtimestamp(int(told), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(f"SOURCE_DATE_EPOCH is {told!r}, no time", "Set it to seconds since 1970") from error


def read_terms(
    rules: Path | None, acknowledged: Path | None, baseline: Path | None, fail_on: Sequence[str]
) -> "Terms":
    """What a check goes by.

    Args:
        rules: the rules file, or None for the built-in rules.
        acknowledged: the file of acknowledgements, or None; one that does not exist yet has no entries.
        baseline: an earlier result, or None.
        fail_on: what --fail-on says; nothing for what the rules say.

    Raises:
        UsageError: one of the files cannot be read; the message names file, line and key.
    """
    from reports.gate.acknowledgements import Acknowledgement, read_acknowledgements
    from reports.gate.baseline import read_baseline
    from reports.gate.defaults import DEFAULT_RULE_SET
    from reports.gate.rules_file import read_rules
    from reports.gate.verdict import Terms

    rule_set = read_rules(text_of(rules, "--rules"), str(rules)) if rules else DEFAULT_RULE_SET
    if fail_on:
        rule_set = rule_set.failing_on(tuple(fail_on))
    entries: tuple[Acknowledgement, ...] = ()
    if acknowledged is not None and acknowledged.exists():
        entries = read_acknowledgements(text_of(acknowledged, "--acknowledged"), str(acknowledged))
    known = read_baseline(text_of(baseline, "--baseline"), str(baseline)) if baseline else None
    return Terms(rule_set, entries, known, today(), str(rules) if rules else "")


def text_of(path: Path, option: str) -> str:
    """The text of a file that an option names.

    Raises:
        UsageError: it cannot be read as UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise UsageError(
            f"{option} {path}: there is no such file", "Check the spelling and the folder"
        ) from None
    except OSError as error:
        raise UsageError(f"{option} {path}: cannot be opened ({error.strerror})", "Check its name") from None
    except UnicodeDecodeError as error:
        raise UsageError(
            f"{option} {path}: is not in UTF-8 (byte {error.start})", "Save it as UTF-8"
        ) from None


# -- a file's earlier revision ---------------------------------------------------------------------


def read_revision(revision: str, path: Path, facts: Facts, encoding: str | None) -> "WorkReport":
    """A file of a git repository as it was in a revision.

    Args:
        revision: whatever git takes for one: `HEAD`, `main`, `v1.0`, `HEAD~3`.
        path: the file as it is called now.
        facts: what the user says of it.
        encoding: the charset, where it is told wrongly.

    Raises:
        UsageError: there is no git, no repository, no such revision, or the file was not in it.
        SourceError: what the file was then cannot be read as a report.
    """
    from corpora.facts import Told
    from corpora.reading.report import as_work_report
    from corpora.reading.source import as_source

    content = _content_in(revision, path)
    name = f"{path}@{revision}"
    if not content:
        raise SourceError(name, "the file is empty", "Name another revision")
    source = as_source(str(path), content, encoding=encoding)
    work_report = as_work_report(source, Told(facts.place, facts.year))
    return replace(work_report, source=replace(source, name=name))


def _content_in(revision: str, path: Path) -> bytes:
    # A revision that begins with a dash would be an option to git.
    if not revision.strip() or revision.startswith("-") or any(mark in revision for mark in "\0\n: "):
        raise UsageError(f"--git {revision!r}: is no revision", "Name one, such as HEAD, main or HEAD~1")
    folder = path.parent
    if not folder.is_dir():
        raise UsageError(f"{path}: there is no folder {folder}", "Check the spelling")
    _git(
        folder, ("rev-parse", "--git-dir"), f"{path}: is in no git repository", "Name a file of a repository"
    )
    _git(
        folder,
        ("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}"),
        f"--git {revision}: there is no such revision",
        "git log shows them; in CI fetch enough history (fetch-depth: 0)",
    )
    return _git(
        folder,
        ("cat-file", "blob", f"{revision}:./{path.name}"),
        f"{path}: was not in the repository at {revision}",
        "Name a revision that has it under this name",
    )


def _git(folder: Path, arguments: tuple[str, ...], problem: str, hint: str) -> bytes:
    environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(  # noqa: S603 - a list of arguments, no shell; what the user gives is checked above
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - the user's own git
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=environment,
            timeout=_GIT_SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise UsageError("--git needs the program git, which is not here", "Install git") from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise UsageError(f"git could not be run ({error})", "Try the same command without --git") from None
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", errors="replace").strip().splitlines()
        because = f" ({said[0]})" if said else ""
        raise UsageError(problem + because, hint)
    return done.stdout
