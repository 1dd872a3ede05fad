"""One check from the files to the verdict. Whatever keeps it from comparing becomes part of its result."""

import os
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from corpora.errors import CrossyearError, UsageError
from reports.cli.check_inputs import Facts, read_revision, read_terms, text_of
from reports.cli.console import note
from reports.gate.readings import Problem

if TYPE_CHECKING:
    from compare.model import Comparison
    from corpora.model import WorkReport
    from reports.cli.sources import Sources
    from reports.gate.acknowledgements import Acknowledgement
    from reports.gate.lines import Told
    from reports.gate.verdict import Check, Terms


class Asked(Struct, frozen=True):
    """What to check.

    Attributes:
        earlier: the earlier source, or None with a revision.
        later: the later source.
        revision: the revision of the later file that is the earlier text, or None.
        facts: what the user says of both.
        corpus: a folder with more reports, or None.
        encoding: the charset of text files, where it is told wrongly.
        fail_on: what --fail-on says; empty for what the rules say.
        rules: the rules file, or None for the built-in rules.
        acknowledged: the file of acknowledgements, or None.
        baseline: an earlier result, or None.
    """

    earlier: Path | None
    later: Path
    revision: str | None
    facts: tuple[Facts, Facts]
    corpus: Path | None
    encoding: str | None
    fail_on: tuple[str, ...]
    rules: Path | None
    acknowledged: Path | None
    baseline: Path | None

    @property
    def names(self) -> tuple[str, str]:
        """Both sources as they are called in the result."""
        later = shown_name(str(self.later))
        return (shown_name(str(self.earlier)) if self.earlier else f"{later}@{self.revision}"), later


class Wanted(Struct, frozen=True):
    """Findings that the user acknowledges with this call.

    Attributes:
        ids: their fingerprints.
        reason: why they are wanted.
        who: who says so.
        until: the last day on which that holds, or None.
    """

    ids: tuple[str, ...]
    reason: str
    who: str
    until: date | None

    def refuse_what_is_missing(self, file: Path | None) -> None:
        """Check that an acknowledgement tells all that it must, and that nothing is told without one.

        Raises:
            UsageError: something is missing.
        """
        if not self.ids:
            if self.reason or self.who or self.until:
                raise UsageError(
                    "--reason, --who and --until belong to --acknowledge", "Name a finding with it"
                )
            return
        for option, value in (
            ("--acknowledged FILE", file),
            ("--reason", self.reason.strip()),
            ("--who", self.who.strip()),
        ):
            if not value:
                raise UsageError(
                    f"--acknowledge needs {option}", "An entry tells id, reason and who, in a file"
                )

    @property
    def entries(self) -> "tuple[Acknowledgement, ...]":
        """The entries to add, each once."""
        from reports.gate.acknowledgements import Acknowledgement

        return tuple(
            Acknowledgement(each, self.reason.strip(), self.who.strip(), self.until)
            for each in dict.fromkeys(self.ids)
        )


def run_check(asked: Asked, wanted: Wanted, lang: str | None) -> "tuple[Told, Comparison | None]":
    """Check two reports; extend the acknowledgements first where that is wanted.

    Args:
        asked: what to check.
        wanted: findings to acknowledge.
        lang: `zh`, `en`, or None for the reports' own language.

    Returns:
        The result, worded, and the comparison it rests on, if there is one.

    Raises:
        UsageError: an acknowledgement cannot be added.
    """
    from reports.gate.lines import tell

    result, comparison = _checked(asked)
    language = lang or (comparison.pairs[0].later.language if comparison else "zh")
    if wanted.ids:
        result = _with_wanted(result, wanted, asked, tell(result, language))
    elif asked.acknowledged is not None and not asked.acknowledged.exists():
        note(f"--acknowledged {asked.acknowledged}: there is no such file yet, so nothing is acknowledged")
    return tell(result, language), comparison


def acknowledge_alone(wanted: Wanted, file: Path | None) -> None:
    """Add to the acknowledgements without a check; whether there are such findings is not looked at.

    Raises:
        UsageError: an entry cannot hold, or the file cannot be read or written.
    """
    if file is None:
        raise UsageError("--acknowledge needs --acknowledged FILE", "Name the file of acknowledgements")
    terms = read_terms(None, file, None, ())
    _extend(file, wanted, terms, {})
    note("no reports are named, so it was not looked up whether there are such findings")


def _checked(asked: Asked) -> "tuple[Check, Comparison | None]":
    """The result; what keeps the check from comparing is told of both files at once."""
    from compare.comparison import compare_with_many
    from reports.cli.sources import Sources, history_of
    from reports.gate.verdict import Terms, judge, not_compared

    terms = Terms(rules_name=str(asked.rules or ""))
    sources = Sources(asked.corpus, asked.encoding)
    try:
        terms = read_terms(asked.rules, asked.acknowledged, asked.baseline, asked.fail_on)
        read = [_read(asked, sources, side) for side in ("earlier", "later")]
        problems = [each for each in read if isinstance(each, Problem)]
        if problems:
            return not_compared(asked.names, problems, terms), None
        earlier, later = (each for each in read if not isinstance(each, Problem))
        history = history_of(sources, (earlier,), later) if asked.corpus else ()
    except CrossyearError as error:
        return not_compared(asked.names, (_problem(error),), terms), None
    if earlier.source.sha256 == later.source.sha256:
        note(f"{earlier.source.name} and {later.source.name} have the same content")
    comparison = compare_with_many((earlier,), later, history=history)
    names = shown_name(earlier.source.name), shown_name(later.source.name)
    return judge(comparison.pairs[0], terms, names), comparison


def _read(asked: Asked, sources: "Sources", side: str) -> "WorkReport | Problem":
    """One of the two reports, or why it cannot be read."""
    path, facts = (asked.earlier, asked.facts[0]) if side == "earlier" else (asked.later, asked.facts[1])
    try:
        if path is None:
            return read_revision(asked.revision or "", asked.later, facts, asked.encoding)
        return sources.read(path, place=facts.place, year=facts.year)
    except CrossyearError as error:
        return _problem(error, side)


def _problem(error: CrossyearError, side: str = "") -> Problem:
    return Problem("input", error.message, side, hint=error.hint)


def shown_name(name: str) -> str:
    """A file as other programs find it: from the root of the checkout on GitHub, else from this folder."""
    root = os.environ.get("GITHUB_WORKSPACE") if os.environ.get("GITHUB_ACTIONS") == "true" else None
    start = root if root and Path(root).is_dir() else os.curdir
    if start == os.curdir and not Path(name).is_absolute():
        return name
    relative = os.path.relpath(Path(name).resolve(), Path(start).resolve())
    return name if relative.startswith(os.pardir) else relative.replace(os.sep, "/")


def _with_wanted(result: "Check", wanted: Wanted, asked: Asked, told: "Told") -> "Check":
    """The result after its findings were acknowledged.

    Raises:
        UsageError: there is no such finding, or nothing was compared.
    """
    from reports.gate.verdict import judge

    if result.texts is None or asked.acknowledged is None:
        note("nothing is acknowledged, because nothing was compared")
        return result
    sentences = {line.fingerprint: line.sentence for line in told.lines}
    for each in wanted.ids:
        if each not in sentences:
            near = get_close_matches(each, sentences, n=1, cutoff=0.6)
            hint = f"Did you mean {near[0]}?" if near else "check prints the fingerprint of each finding"
            raise UsageError(f"--acknowledge {each}: this check has no such finding", hint)
    entries = _extend(asked.acknowledged, wanted, result.terms, sentences)
    terms = replace(result.terms, acknowledgements=(*result.terms.acknowledgements, *entries))
    return judge(result.texts.change_report, terms, result.names)


def _extend(
    file: Path, wanted: Wanted, terms: "Terms", sentences: dict[str, str]
) -> "tuple[Acknowledgement, ...]":
    from reports.gate.acknowledgements import check_new, with_acknowledgements
    from reports.output import check_destination, write_output

    check_new(wanted.entries, terms.acknowledgements, terms.today)
    check_destination(str(file))
    before = text_of(file, "--acknowledged") if file.exists() else ""
    write_output(str(file), with_acknowledgements(before, wanted.entries, sentences))
    note(f"acknowledged {', '.join(each.id for each in wanted.entries)} in {file}")
    return wanted.entries
