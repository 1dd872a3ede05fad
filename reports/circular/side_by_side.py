"""What changed in wording, the earlier text on the left and the later on the right, with marks."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct

from compare.model import ChangeReport, EditKind, Link
from corpora.model import Role, Span, Unit, WorkReport
from reports.circular.writing import Cell, Run, Writer
from reports.rows.rows import LinkRow, Summary, UnitRow
from reports.views.context import named
from reports.words.pairs import pair_word, text_names
from reports.words.vocabulary import ROLES, Outcome, Tone, Word

# What the government will do: of the review every sentence differs, because it tells of another year.
LAID_OUT = (Role.PLAN, Role.REQUIREMENTS, Role.GOVERNANCE)


class _Pair(Struct, frozen=True):
    """One row: what stands on both sides, and under which heading."""

    role: Role
    section: str
    place: int
    earlier: tuple[Run, ...]
    later: tuple[Run, ...]


def write_wording(writer: Writer, summary: Summary, level: int) -> None:
    """Write the tables of quotes, one for each section of the later text.

    Args:
        writer: the document.
        summary: the pair.
        level: of the headings of sections.
    """
    words, language = writer.words, writer.language
    earlier, later = text_names(summary.change_report, language)
    writer.note(words.wording_note.format(earlier=earlier, later=later))
    found = sorted(_pairs(summary, writer), key=lambda pair: (LAID_OUT.index(pair.role), pair.place))
    if not found:
        writer.paragraph(words.nothing)
    for (role, section), rows in _by_section(found).items():
        writer.heading(named(section) or ROLES[role].label(language), level)
        cells: list[tuple[Cell, Cell]] = [(row.earlier, row.later) for row in rows]
        writer.table((earlier, later), cells, (1, 1))
    writer.note(words.not_listed)


def _by_section(pairs: Iterable[_Pair]) -> dict[tuple[Role, str], list[_Pair]]:
    sections: dict[tuple[Role, str], list[_Pair]] = {}
    for pair in pairs:
        sections.setdefault((pair.role, pair.section), []).append(pair)
    return sections


def _pairs(summary: Summary, writer: Writer) -> Iterator[_Pair]:
    """Links that changed, and units without partner: dropped ones behind those of their own part."""
    change_report = summary.change_report
    places = {unit.id: place for place, unit in enumerate(change_report.later.units)}
    behind = len(places)
    for row in summary.measure_links:
        if row.role in LAID_OUT and row.outcome is not Outcome.KEPT and not row.link.partial:
            yield _linked(row, change_report, places[row.link.later[0]], writer)
    for unit in summary.new_measures:
        if unit.unit.role in LAID_OUT:
            alone = _alone(unit, pair_word(Outcome.NEW, change_report), writer, gone=False)
            yield _Pair(unit.unit.role, unit.section, places[unit.unit.id], (Run(writer.words.alone),), alone)
    for place, unit in enumerate(summary.dropped_measures, start=behind):
        if unit.unit.role in LAID_OUT:
            title = pair_word(Outcome.DROPPED, change_report).label(writer.language)
            alone = _alone(unit, pair_word(Outcome.DROPPED, change_report), writer, gone=True)
            yield _Pair(unit.unit.role, title, place, alone, (Run(writer.words.alone),))


def _linked(row: LinkRow, change_report: ChangeReport, place: int, writer: Writer) -> _Pair:
    link, entry = row.link, pair_word(row.outcome, change_report)
    earlier = _runs(change_report.earlier, link.earlier, _marks(link, earlier=True), gone=True)
    later = _runs(change_report.later, link.later, _marks(link, earlier=False), gone=False)
    label = Run(f"[{entry.label(writer.language)}] ", entry.tone)
    return _Pair(row.role, row.later_section, place, tuple(earlier), (label, *later))


def _alone(row: UnitRow, entry: Word, writer: Writer, *, gone: bool) -> tuple[Run, ...]:
    return (
        Run(f"[{entry.label(writer.language)}] ", entry.tone),
        Run(row.unit.text, entry.tone, struck=gone, underlined=not gone),
    )


class _Marks(Struct, frozen=True):
    """The stretches of one text that only it has, and the words that bear meaning and changed."""

    edits: tuple[Span, ...]
    words: tuple[Span, ...]


def _marks(link: Link, *, earlier: bool) -> _Marks:
    edits = (edit for edit in link.edits if edit.kind is not EditKind.EQUAL)
    return _Marks(
        tuple(edit.earlier if earlier else edit.later for edit in edits),
        tuple(change.earlier if earlier else change.later for change in link.changes),
    )


def _runs(side: WorkReport, unit_ids: Iterable[str], marks: _Marks, *, gone: bool) -> Iterator[Run]:
    """The texts of units, each on a line of its own, cut where a mark begins or ends."""
    for number, unit_id in enumerate(unit_ids):
        if number:
            yield Run("\n")
        yield from _unit_runs(side.unit(unit_id), marks, gone=gone)


def _unit_runs(unit: Unit, marks: _Marks, *, gone: bool) -> Iterator[Run]:
    span = unit.span
    ends = {end for mark in (*marks.edits, *marks.words) for end in (mark.start, mark.end)}
    cuts = sorted({span.start, span.end} | {end for end in ends if span.start < end < span.end})
    for start, end in pairwise(cuts):
        changed = any(mark.start <= start < mark.end for mark in marks.edits)
        tone = (Tone.GONE if gone else Tone.NEW) if changed else Tone.QUIET
        yield Run(
            unit.text[start - span.start : end - span.start],
            tone,
            bold=any(mark.start <= start < mark.end for mark in marks.words),
            struck=changed and gone,
            underlined=changed and not gone,
        )
