"""A check → blocks, which terminal and Markdown lay out; and as much of them as a budget of bytes holds."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from reports.blocks import Block, Heading, Item, Items, Paragraph
from reports.gate.acknowledgements import Acknowledgement
from reports.gate.captions import GateCaptions, gate_captions
from reports.gate.lines import Line, Told
from reports.gate.locations import Location
from reports.gate.rules import Severity
from reports.gate.verdict import State
from reports.gate.words import SEVERITIES, SITUATIONS, in_language
from reports.markdown import render_markdown
from reports.views.left_out import things_not_compared
from reports.words.language import Language
from reports.words.quoting import clipped
from reports.words.vocabulary import Tone

# GitHub refuses comments above 65,536 characters and drops a whole step summary above 1 MiB.
COMMENT_BYTES = 64_000
SUMMARY_BYTES = 1_000_000
ON_SCREEN = 20  # findings a terminal shows; all are in the files

_SYMBOLS = {Severity.ERROR: "!", Severity.WARNING: "~", Severity.NOTE: "."}
_TONES = {Severity.ERROR: Tone.GONE, Severity.WARNING: Tone.CHANGED, Severity.NOTE: Tone.QUIET}
_MOST_ENTRIES = 20  # acknowledgements listed one by one
_MOST_PROBLEM = 1_000  # characters of a message: a path may be as long as it likes


def verdict_title(told: Told) -> str:
    """The first heading: what was checked and the verdict."""
    words, check = gate_captions(told.language), told.check
    name = clipped(check.names[1], 80)
    if check.texts is not None:
        later = check.texts.later.work_report
        name = (
            f"{later.place} {later.year} 年政府工作报告"
            if _zh(told)
            else f"the {later.year} work report of {later.place}"
        )
    return words.title.format(name=name, state=words.states[check.state])


def verdict_sentence(told: Told) -> str:
    """One sentence that says what the verdict rests on."""
    words, check = gate_captions(told.language), told.check
    fail_on = "fail-on " + ",".join(check.terms.rules.fail_on)
    match check.state:
        case State.PASSED:
            return words.passed.format(fail_on=fail_on)
        case State.FAILED:
            return words.failed.format(count=len(check.failing), fail_on=fail_on)
        case State.NOT_COMPARED:
            return words.not_compared


def view_check(told: Told, shown: int | None = None) -> tuple[Block, ...]:
    """A check as blocks.

    Args:
        told: the check.
        shown: how many open findings are listed; the others are counted. None lists all.
    """
    blocks: list[Block] = [Heading(verdict_title(told), 1), Paragraph(verdict_sentence(told))]
    if told.check.texts is None:
        return (*blocks, *_problems(told))
    return (*blocks, *_facts(told), *_findings(told, shown), *_entries(told))


def render_check_markdown(told: Told, budget: int = COMMENT_BYTES) -> str:
    """A check as Markdown of at most `budget` bytes: what is cut is counted, the worst is kept.

    Args:
        told: the check.
        budget: bytes; below what the verdict itself needs, only its heading and sentence are left.
    """
    count = len(told.open)
    # The cut is found by halving: a list that is longer by one finding is longer in bytes.
    kept = bisect_right(range(count), budget, key=lambda shown: _size(_markdown(told, shown + 1)))
    text = _markdown(told, kept)
    if _size(text) > budget:
        return render_markdown((Heading(verdict_title(told), 1), Paragraph(verdict_sentence(told))))
    return text


def _markdown(told: Told, shown: int) -> str:
    return render_markdown(view_check(told, shown))


def _size(text: str) -> int:
    return len(text.encode())


def _zh(told: Told) -> bool:
    return told.language == Language.ZH


def _problems(told: Told) -> Iterator[Block]:
    yield Heading(gate_captions(told.language).problems)
    yield Items(tuple(Item("!", clipped(each, _MOST_PROBLEM), Tone.GONE) for each in told.problems))


def _facts(told: Told) -> Iterator[Block]:
    words, check, texts = gate_captions(told.language), told.check, told.check.texts
    if texts is None or check.situation is None:
        return
    yield Paragraph(
        words.compared.format(
            situation=in_language(SITUATIONS[check.situation], told.language),
            earlier=clipped(check.names[0], 200),
            later=clipped(check.names[1], 200),
            earlier_units=sum(1 for _ in texts.earlier.compared()),
            later_units=sum(1 for _ in texts.later.compared()),
        )
    )
    name = clipped(check.terms.rules_name, 200) or words.built_in
    yield Paragraph(words.rules.format(name=name, count=len(check.rules)))
    things = things_not_compared(texts.change_report, told.language)
    if things:
        yield Paragraph(words.not_looked_at.format(list=things))


def severity_counts(lines: Iterable[Line], language: str) -> str:
    """How many findings of each severity, as a list in words."""
    counts = Counter(line.severity for line in lines)
    joined = "、" if language == Language.ZH else ", "
    return joined.join(
        f"{in_language(SEVERITIES[severity], language)} {counts[severity]}"
        for severity in Severity
        if counts[severity]
    )


def _findings(told: Told, shown: int | None) -> Iterator[Block]:
    words, lines = gate_captions(told.language), told.open
    if not lines:
        yield Paragraph(words.nothing)
    else:
        yield Paragraph(words.counts.format(list=severity_counts(lines, told.language)))
        listed = lines if shown is None else lines[:shown]
        if listed:
            yield Heading(words.first)
            yield Items(tuple(_item(line, words, told.language) for line in listed))
        if rest := lines[len(listed) :]:
            yield Paragraph(words.cut.format(count=len(rest), list=severity_counts(rest, told.language)))
        yield Paragraph(words.acknowledge)
    for status, template in (("acknowledged", words.acknowledged), ("known", words.known)):
        if count := sum(line.status == status for line in told.lines):
            yield Paragraph(template.format(count=count))


def _item(line: Line, words: GateCaptions, language: str) -> Item:
    sentence = words.entry.format(
        severity=in_language(SEVERITIES[line.severity], language), sentence=line.sentence
    )
    place = f"{place_text(line.location)}  {line.rule.value}"
    return Item(_SYMBOLS[line.severity], sentence, _TONES[line.severity], ((line.fingerprint, place),))


def place_text(location: Location) -> str:
    """`file:12:3`, or the file alone where it has no lines."""
    path = clipped(location.path, 200)
    return path if location.line is None else f"{path}:{location.line}:{location.column}"


def _entries(told: Told) -> Iterator[Block]:
    words = gate_captions(told.language)
    for heading, entries in ((words.expired, told.check.expired), (words.unused, told.check.unused)):
        if entries:
            yield Heading(heading)
            yield Items(tuple(Item("?", entry_text(each, told.language)) for each in entries[:_MOST_ENTRIES]))
            if len(entries) > _MOST_ENTRIES:
                yield Paragraph(f"… +{len(entries) - _MOST_ENTRIES}")


def entry_text(entry: Acknowledgement, language: str) -> str:
    """An acknowledgement on one line."""
    words = gate_captions(language)
    until = words.until.format(day=entry.until.isoformat()) if entry.until else ""
    return words.entry_line.format(
        id=entry.id, reason=clipped(entry.reason, 200), who=clipped(entry.who, 80), until=until
    )


def listed(lines: Sequence[Line], most: int) -> tuple[Sequence[Line], int]:
    """The first lines, and how many were cut."""
    return lines[:most], max(len(lines) - most, 0)
