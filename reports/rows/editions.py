"""A comparison of editions → counts and revisions grouped by section, computed once for every output."""

import re
from collections.abc import Sequence
from itertools import groupby

from msgspec import Struct

from compare.editions.model import MINOR, EditionComparison, Extent, Revision, RevisionKind
from compare.model import Channel, EditKind
from corpora.model import Span, WorkReport

_LONG = 60  # characters of what moved: quoted twice it would not be read
_SENTENCE_END = re.compile("[。！？；\n]")


class RevisionRow(Struct, frozen=True):
    """A revision with what shows it.

    Attributes:
        revision: the revision.
        old: what is quoted of the delivered text, as it stands.
        new: what is quoted of the adopted text.
        after: the words after which it comes or goes.
        before: the words before which it does, where it opens their phrase.
        sentence: the sentence as adopted, of a deletion as delivered, in three parts: before the words that
            were revised, these, and what follows. None where it would show nothing more.
        passage: of a long passage that was reworded where it moved, its parts as delivered and as adopted,
            and whether both are the same; empty otherwise.
    """

    revision: Revision
    old: str
    new: str
    after: str
    before: str
    sentence: tuple[str, str, str] | None
    passage: tuple[tuple[str, str, bool], ...]


class SectionRows(Struct, frozen=True):
    """The revisions of one section of the delivered text.

    Attributes:
        headings: from the outermost, as printed; empty outside all sections.
        closing: they stand behind the last section.
        rows: the revisions.
    """

    headings: tuple[str, ...]
    closing: bool
    rows: tuple[RevisionRow, ...]


class EditionSummary(Struct, frozen=True):
    """What every output shows.

    Attributes:
        comparison: what was found.
        kinds: how many revisions of words and paragraphs there are of each kind, every kind named.
        channels: on how many of these each channel differs, those that do.
        punctuation: revisions of marks only.
        numbering: revisions of numbers of headings only.
        characters: of the compared text of both, white space aside.
        sections: the revisions of words, by section, in order.
        minor: those of marks and numbers.
    """

    comparison: EditionComparison
    kinds: tuple[tuple[RevisionKind, int], ...]
    channels: tuple[tuple[Channel, int], ...]
    punctuation: int
    numbering: int
    characters: tuple[int, int]
    sections: tuple[SectionRows, ...]
    minor: tuple[RevisionRow, ...]

    @property
    def count(self) -> int:
        """Revisions of words and paragraphs."""
        return sum(count for _, count in self.kinds)


def summarize_editions(comparison: EditionComparison) -> EditionSummary:
    """Count and group what was found.

    Args:
        comparison: two editions of one report.
    """
    told = [each for each in comparison.revisions if each.extent not in MINOR]
    minor = [each for each in comparison.revisions if each.extent in MINOR]
    channels = ((channel, sum(_differs(each, channel) for each in told)) for channel in Channel)
    sections = tuple(
        SectionRows(
            headings(comparison.earlier, path), closing, tuple(_row(each, comparison) for each in group)
        )
        for (path, closing), group in groupby(told, key=_part)
    )
    return EditionSummary(
        comparison,
        tuple((kind, sum(each.kind is kind for each in told)) for kind in RevisionKind),
        tuple((channel, count) for channel, count in channels if count),
        sum(each.extent is Extent.PUNCTUATION for each in minor),
        sum(each.extent is Extent.NUMBERING for each in minor),
        _characters(comparison),
        sections,
        tuple(_row(each, comparison) for each in minor),
    )


def headings(report: WorkReport, path: Sequence[str]) -> tuple[str, ...]:
    """The headings of sections with their marks."""
    units = (report.unit(unit_id) for unit_id in path)
    return tuple(f"{unit.number or ''}{unit.heading or ''}" for unit in units)


def _part(revision: Revision) -> tuple[tuple[str, ...], bool]:
    return revision.earlier_position.sections, revision.earlier_position.closing


def _differs(revision: Revision, channel: Channel) -> bool:
    return any(change.channel is channel for change in revision.changes)


def _characters(comparison: EditionComparison) -> tuple[int, int]:
    earlier = (comparison.earlier.quote(step.earlier) for step in comparison.steps)
    later = (comparison.later.quote(step.later) for step in comparison.steps)
    return sum(map(_inked, earlier)), sum(map(_inked, later))


def _inked(text: str) -> int:
    return len("".join(text.split()))


def _row(revision: Revision, comparison: EditionComparison) -> RevisionRow:
    earlier, later = comparison.earlier, comparison.later
    return RevisionRow(
        revision,
        earlier.quote(revision.earlier),
        later.quote(revision.later),
        earlier.quote(revision.after),
        earlier.quote(revision.before),
        _sentence(revision, comparison),
        _passage(revision, comparison),
    )


def _passage(revision: Revision, comparison: EditionComparison) -> tuple[tuple[str, str, bool], ...]:
    if len(revision.later) <= _LONG:
        return ()
    return tuple(
        (
            comparison.earlier.quote(step.earlier),
            comparison.later.quote(step.later),
            step.kind is EditKind.EQUAL,
        )
        for step in revision.within
    )


def _sentence(revision: Revision, comparison: EditionComparison) -> tuple[str, str, str] | None:
    step = revision.steps[0]
    if revision.kind is RevisionKind.MOVED or revision.extent is Extent.PARAGRAPHS:
        return None
    went = revision.kind is RevisionKind.DELETED
    report, span = (comparison.earlier, step.earlier) if went else (comparison.later, step.later)
    shown = revision.earlier if went else revision.later
    if revision.extent is Extent.NUMBERING:
        span = shown
    around = _around(report.text, span)
    if around.start >= shown.start and around.end <= shown.end:
        return None
    before, after = Span(around.start, span.start), Span(span.end, around.end)
    return report.quote(before), report.quote(span), report.quote(after)


def _around(text: str, span: Span) -> Span:
    """The sentence that holds a stretch, or the sentences."""
    start = span.start
    while start > 0 and not _SENTENCE_END.match(text, start - 1):
        start -= 1
    if span.end > span.start and _SENTENCE_END.match(text, span.end - 1):
        return Span(start, span.end)
    found = _SENTENCE_END.search(text, span.end)
    end = len(text) if found is None else found.start() if found.group() == "\n" else found.end()
    return Span(start, end)
