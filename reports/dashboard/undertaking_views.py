"""Targets, outcomes, undertakings and figures to check, as the page's tables."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from compare.undertakings.model import OpenPromise, PromiseStatus
from corpora.model import Span
from reports.dashboard.anchors import Side
from reports.dashboard.cells import Cell, CellTable
from reports.dashboard.quotes import language_tag
from reports.dashboard.views import Badge, PairViews
from reports.dashboard.wording import page_words
from reports.rows.undertakings import (
    PromiseGroup,
    PromiseRow,
    change_counts,
    difference_text,
    outcome_rows,
    promise_groups,
    row_name,
    target_difference,
    target_rows,
    verdict_counts,
    with_figures_first,
)
from reports.views.context import SCREEN, Context
from reports.views.undertakings import doubt_sentence
from reports.words.aside_captions import side_undertaking_captions
from reports.words.captions import captions
from reports.words.counts import filled
from reports.words.pairs import pair_captions
from reports.words.undertaking_captions import UndertakingCaptions
from reports.words.vocabulary import PROMISE_STATUSES, VERDICTS, Tone
from reports.words.years import year_ranges

# Beside the values of `PromiseStatus`: answers that state a number.
NUMBERED = "numbered"


class RowChip(Struct, frozen=True):
    """A filter of the rows of a part, with how many it shows."""

    kind: str
    badge: Badge
    count: int


class UndertakingPart(Struct, frozen=True):
    """A part of the page: heading, notes and tables.

    Attributes:
        name: end of its id: `targets`, `outcomes`, `promises`, `open-promises`, `doubts`.
        title: its heading.
        short: its name in the page's contents.
        notes: paragraphs under the heading.
        tables: its tables.
        chips: the filters of their rows.
    """

    name: str
    title: str
    short: str
    notes: tuple[str, ...]
    tables: tuple[CellTable, ...]
    chips: tuple[RowChip, ...] = ()


def undertaking_parts(
    views: PairViews, open_promises: Sequence[OpenPromise] = ()
) -> tuple[UndertakingPart, ...]:
    """The parts that have something to show.

    Args:
        views: the pair.
        open_promises: undertakings of older years that no review at hand answers.
    """
    words = side_undertaking_captions(views.language, aside=views.aside)
    return tuple(_parts(_Maker(views, words), open_promises))


class _Maker(Struct, frozen=True):
    views: PairViews
    words: UndertakingCaptions

    def named(self, template: str, **values: object) -> str:
        """A template with the names of both texts and further values."""
        names = self.views.names
        return template.format(earlier=names[Side.EARLIER], later=names[Side.LATER], **values)

    def quote(self, side: Side, span: Span | None) -> Cell:
        return Cell(quote=self.views.quote(side, span) if span else None)

    def listing(self, labels: Iterator[str]) -> str:
        return captions(self.views.language).comma.join(labels)


def _parts(maker: _Maker, open_promises: Sequence[OpenPromise]) -> Iterator[UndertakingPart]:
    change_report = maker.views.summary.change_report
    if change_report.targets:
        yield _targets(maker)
    if change_report.outcomes:
        yield _outcomes(maker)
    if change_report.promises:
        yield _promises(maker)
    if open_promises:
        yield _open_promises(maker, open_promises)
    if change_report.inconsistencies:
        context = Context(maker.views.summary, maker.views.language, SCREEN)
        notes = tuple(doubt_sentence(doubt, context) for doubt in change_report.inconsistencies)
        yield UndertakingPart("doubts", maker.words.doubts, maker.words.doubts, notes, ())


def _targets(maker: _Maker) -> UndertakingPart:
    views, words, language = maker.views, maker.words, maker.views.language
    change_report = views.summary.change_report
    counts = maker.listing(
        f"{views.badge(kind).label} {count}" for kind, count in change_counts(change_report).items()
    )
    rows = []
    for row in target_rows(change_report):
        change = row.change
        rows.append(
            (
                Cell(row_name(row, language)),
                Cell(badge=views.badge(change.change)),
                Cell(target_difference(change, language), number=True),
                maker.quote(Side.EARLIER, change.earlier.span if change.earlier else None),
                maker.quote(Side.LATER, change.later.span if change.later else None),
            )
        )
    names = views.names
    columns = (
        words.indicator,
        pair_captions(change_report, language).change,
        words.difference,
        names[Side.EARLIER],
        names[Side.LATER],
    )
    notes = (words.targets_line.format(list=counts),)
    return UndertakingPart(
        "targets", words.targets, words.targets, notes, (CellTable("", columns, tuple(rows)),)
    )


def _outcomes(maker: _Maker) -> UndertakingPart:
    words, language = maker.words, maker.views.language
    change_report = maker.views.summary.change_report
    counts = maker.listing(
        f"{VERDICTS[verdict].label(language)} {count}"
        for verdict, count in verdict_counts(change_report).items()
    )
    rows = tuple(
        (
            maker.quote(Side.EARLIER, row.outcome.target.span),
            Cell(badge=Badge.of(VERDICTS[row.outcome.verdict], language)),
            Cell(difference_text(row.outcome.difference, row.outcome.target.unit, language), number=True),
            maker.quote(Side.LATER, row.outcome.span),
        )
        for row in outcome_rows(change_report)
    )
    columns = (words.target, words.outcome, words.difference, words.figure)
    notes = (maker.named(words.outcomes_line, list=counts),)
    table = CellTable("", columns, rows)
    return UndertakingPart("outcomes", maker.named(words.outcomes), words.outcomes_short, notes, (table,))


def _promises(maker: _Maker) -> UndertakingPart:
    words = maker.words
    groups = promise_groups(maker.views.summary.change_report)
    line = filled(
        words.promises_line,
        count=sum(len(group.rows) for group in groups),
        reported=sum(group.reported for group in groups),
        numbered=sum(group.with_number for group in groups),
        silent=sum(group.silent for group in groups),
    )
    share = page_words(maker.views.language).share
    columns = (words.section, words.promised, words.answered, words.with_number, words.silent, share)
    counts = tuple(
        (
            Cell(group.section or words.without_section),
            *(
                Cell(str(count), number=True)
                for count in (len(group.rows), group.reported, group.with_number, group.silent)
            ),
            Cell(bar=((Tone.CHANGED.value, group.reported), (Tone.GONE.value, group.silent))),
        )
        for group in groups
    )
    tables = (CellTable("", columns, counts), *(_group(maker, group) for group in groups))
    notes = (line, maker.named(words.silence_means))
    return UndertakingPart(
        "promises", maker.named(words.promises), words.promises_short, notes, tables, _chips(maker, groups)
    )


def _chips(maker: _Maker, groups: Sequence[PromiseGroup]) -> tuple[RowChip, ...]:
    language = maker.views.language
    numbered = Badge("#", maker.words.with_number, Tone.CHANGED.value)
    chips = (
        RowChip(
            PromiseStatus.SILENT.value,
            Badge.of(PROMISE_STATUSES[PromiseStatus.SILENT], language),
            sum(group.silent for group in groups),
        ),
        RowChip(
            PromiseStatus.REPORTED.value,
            Badge.of(PROMISE_STATUSES[PromiseStatus.REPORTED], language),
            sum(group.reported for group in groups),
        ),
        RowChip(NUMBERED, numbered, sum(group.with_number for group in groups)),
    )
    return tuple(chip for chip in chips if chip.count)


def _kinds(row: PromiseRow) -> str:
    """The filters that show an undertaking."""
    promise = row.promise
    return f"{promise.status.value} {NUMBERED}" if promise.with_number else promise.status.value


def _group(maker: _Maker, group: PromiseGroup) -> CellTable:
    """The undertakings of one section, those without an answer first."""
    words = maker.words
    title = f"{group.section or words.without_section} {group.reported}/{len(group.rows)}"
    rows = sorted(
        with_figures_first(group.rows), key=lambda row: row.promise.status is PromiseStatus.REPORTED
    )
    columns = (words.promise, words.outcome, f"{words.answer} / {words.nearest}")
    kinds = tuple(_kinds(row) for row in rows)
    return CellTable(title, columns, tuple(_promise(maker, row) for row in rows), kinds)


def _promise(maker: _Maker, row: PromiseRow) -> tuple[Cell, ...]:
    badge = Badge.of(PROMISE_STATUSES[row.promise.status], maker.views.language)
    return (
        maker.quote(Side.EARLIER, row.promise.promise),
        Cell(badge=badge),
        maker.quote(Side.LATER, row.promise.answer or row.promise.nearest),
    )


def _open_promises(maker: _Maker, open_promises: Sequence[OpenPromise]) -> UndertakingPart:
    """What older plans undertook; their texts are not on the page, the passage that comes nearest is."""
    words, language = maker.words, maker.views.language
    own = language_tag(maker.views.summary.change_report.later)
    rows = tuple(
        (
            Cell(str(each.year), number=True),
            Cell(each.text, language=own),
            Cell(year_ranges(each.looked_at, language)),
            maker.quote(Side.LATER, each.nearest),
        )
        for each in open_promises
    )
    columns = (words.promised_in, words.promise, words.reviews_of, words.nearest)
    line = filled(words.open_promises_line, count=len(open_promises))
    return UndertakingPart(
        "open-promises",
        words.open_promises,
        words.open_promises_short,
        (line,),
        (CellTable("", columns, rows),),
    )
