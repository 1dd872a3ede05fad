"""A history as blocks: formulations, variants, priorities, targets, each with the years it rests on."""

from collections.abc import Sequence

from msgspec import Struct

from compare.history.model import (
    CellKind,
    FormulationYears,
    History,
    Lineage,
    PriorityThread,
    Shelf,
    TargetYears,
)
from compare.undertakings.model import Period
from reports.blocks import Block, Column, Heading, Item, Items, Paragraph, Row, Table
from reports.rows.history import Life, cell_text, digest_years, life, passage, trend, year_range
from reports.views.context import cut
from reports.words.captions import captions
from reports.words.counts import filled
from reports.words.history import (
    CELL_KINDS,
    LIVES,
    PROPOSAL_REASONS,
    VARIANT_KINDS,
    HistoryWords,
    history_words,
)
from reports.words.indicator_names import indicator_name
from reports.words.vocabulary import Tone
from reports.words.years import looked_at, runs_of, year_ranges

_QUOTE = 60  # characters of a sentence beside its form
_TARGETS_IN_A_TABLE = 5
# What every outlet prints first, in its order.
_MAIN = (
    *("生产总值增速", "居民消费价格涨幅", "城镇新增就业", "城镇调查失业率", "城镇登记失业率"),
    *("赤字率", "赤字规模", "中央财政赤字", "地方财政赤字", "广义货币M2"),
)


class HistoryLimits(Struct, frozen=True):
    """How many rows are listed; None lists all."""

    formulations: int | None
    lineages: int | None
    priorities: int | None
    targets: int | None


SCREEN = HistoryLimits(formulations=12, lineages=12, priorities=15, targets=_TARGETS_IN_A_TABLE)
EVERYTHING = HistoryLimits(None, None, None, None)


def view_history(
    history: History, language: str, limits: HistoryLimits, *, targets_only: bool = False
) -> tuple[Block, ...]:
    """A history in words.

    Args:
        history: what was found.
        language: `zh` or `en`.
        limits: how much to list.
        targets_only: only the panel of targets.

    Returns:
        The blocks, in reading order.
    """
    words, shelf = history_words(language), history.shelf
    head = (
        Heading(words.title.format(place=shelf.place, years=year_ranges(shelf.years, language)), level=1),
        *shelf_blocks(shelf, language),
    )
    if targets_only:
        return (*head, *_targets(history, words, language, None))
    return (
        *head,
        *_formulations(history, words, language, limits),
        *_lineages(history.lineages, words, language, limits.lineages),
        *_priorities(history, words, language, limits),
        *_targets(history, words, language, limits.targets),
        *proposal_blocks(history, language),
    )


def shelf_blocks(shelf: Shelf, language: str) -> tuple[Block, ...]:
    """What a history rests on: years looked at, missing, digests, texts that were not used."""
    words = history_words(language)
    years = looked_at(shelf.years, shelf.missing, language)
    blocks: list[Block] = [Paragraph(filled(words.looked_at, years=years, count=len(shelf.texts)))]
    if digests := digest_years(shelf):
        blocks.append(Paragraph(words.digests.format(years=year_ranges(digests, language))))
    if shelf.not_used:
        blocks.append(Paragraph(words.not_used.format(list="; ".join(shelf.not_used))))
    return tuple(blocks)


# -- formulations ----------------------------------------------------------------------------------


def _formulations(history: History, words: HistoryWords, language: str, limits: HistoryLimits) -> list[Block]:
    years = year_ranges(history.shelf.years, language)
    blocks: list[Block] = [
        Heading(words.formulations),
        Paragraph(words.formulations_note.format(years=years)),
    ]
    for kind in Life:
        group = [one for one in history.formulations if life(one.counts) is kind]
        if not group:
            continue
        entry = LIVES[kind]
        shown, more = cut(group, limits.formulations, words.more)
        note = words.life_note.format(label=entry.label(language), count=len(group))
        columns = (
            Column(words.formulations, flexible=True),
            Column(words.trend),
            Column(words.uses, right=True),
            Column(words.first),
            Column(words.last),
        )
        rows = tuple(Row(_formulation_cells(one), entry.tone) for one in shown)
        blocks += [Heading(f"{entry.symbol} {note}", level=3), Table(columns, rows, more)]
    return blocks


def _formulation_cells(one: FormulationYears) -> tuple[str, ...]:
    return one.text, trend(one.counts), str(sum(one.counts)), str(one.first_year), str(one.last_year)


# -- variants --------------------------------------------------------------------------------------


def _lineages(
    lineages: Sequence[Lineage], words: HistoryWords, language: str, limit: int | None
) -> tuple[Block, ...]:
    shown, more = cut(lineages, limit, words.more)
    heading = Heading(words.lineages)
    if not shown:
        return heading, Paragraph(words.none_found)
    items = Items(tuple(_lineage_item(one, words, language) for one in shown))
    after = (Paragraph(more),) if more else ()
    return heading, Paragraph(words.lineages_note), items, *after


def _lineage_item(lineage: Lineage, words: HistoryWords, language: str) -> Item:
    forms = []
    for member in lineage.members:
        years = year_ranges((use.year for use in member.uses), language)
        kind = f"{VARIANT_KINDS[member.kind].label(language)} " if member.kind else ""
        forms.append(f"{member.text} ({kind}{years})")
    quotes = tuple((str(member.uses[0].year), passage(member.uses[0], _QUOTE)) for member in lineage.members)
    return Item("~", words.arrow.join(forms), Tone.CHANGED, quotes)


# -- priorities ------------------------------------------------------------------------------------


def _priorities(
    history: History, words: HistoryWords, language: str, limits: HistoryLimits
) -> tuple[Block, ...]:
    heading = Heading(words.priorities)
    if not history.priorities:
        return heading, Paragraph(words.no_priorities)
    last = history.shelf.years[-1]
    # A task of one earlier report only has no way to show; it is in the files.
    telling = [one for one in history.priorities if len(one.places) > 1 or one.places[-1].year == last]
    threads = telling if limits.priorities is not None else history.priorities
    shown, more = cut(threads, limits.priorities, words.more)
    columns = (Column(words.priorities, flexible=True), Column(words.ranks, flexible=True))
    rows = tuple(Row((one.heading, _ranks(one, words, language))) for one in shown)
    return heading, Paragraph(words.priorities_note), Table(columns, rows, more)


def _ranks(thread: PriorityThread, words: HistoryWords, language: str) -> str:
    """The ranks, those that stay the same told once with their years."""
    runs: list[tuple[int, list[int]]] = []
    for place in thread.places:
        if runs and runs[-1][0] == place.rank:
            runs[-1][1].append(place.year)
        else:
            runs.append((place.rank, [place.year]))
    return words.semicolon.join(
        words.rank_in.format(year=year_ranges(years, language), rank=rank) for rank, years in runs
    )


# -- targets ---------------------------------------------------------------------------------------


def _targets(history: History, words: HistoryWords, language: str, limit: int | None) -> tuple[Block, ...]:
    labels = {kind: word.label(language) for kind, word in CELL_KINDS.items()}
    series = sorted(history.targets, key=main_first)
    note = words.targets_note.format(absent=labels[CellKind.ABSENT], worded=labels[CellKind.NOT_QUANTIFIED])
    blocks: list[Block] = [Heading(words.targets)]
    if not series:
        return (*blocks, Paragraph(words.none_found))
    blocks.append(Paragraph(note))
    shown, more = cut(series, limit, words.more)
    blocks += [
        _target_table(history.shelf, shown[start : start + _TARGETS_IN_A_TABLE], labels, language)
        for start in range(0, len(shown), _TARGETS_IN_A_TABLE)
    ]
    return (*blocks, *((Paragraph(more),) if more else ()))


def main_first(series: TargetYears) -> tuple[bool, int]:
    """Orders targets: those for the year first, the indicators that every outlet prints before the others."""
    place = _MAIN.index(series.indicator) if series.indicator in _MAIN else len(_MAIN)
    return series.period is not Period.YEAR, place


def _target_table(
    shelf: Shelf, series: Sequence[TargetYears], labels: dict[CellKind, str], language: str
) -> Table:
    words = history_words(language)
    columns = (Column(words.year), *(Column(_target_name(one, language), flexible=True) for one in series))
    rows = [
        (year, (str(year), *(cell_text(one.cells[place], labels) for one in series)), Tone.QUIET)
        for place, year in enumerate(shelf.years)
    ]
    rows += [
        (years[0], (year_range(years), *([words.missing] * len(series))), Tone.SAME)
        for years in runs_of(shelf.missing)
    ]
    return Table(columns, tuple(Row(cells, tone) for _, cells, tone in sorted(rows, key=lambda row: row[0])))


def _target_name(series: TargetYears, language: str) -> str:
    name = indicator_name(series.indicator, language)
    if series.period is Period.YEAR:
        return name
    return captions(language).bracketed.format(text=name, note=history_words(language).several_years)


# -- proposals -------------------------------------------------------------------------------------


def proposal_blocks(history: History, language: str) -> tuple[Block, ...]:
    """Forms that may name one thing, for the reader to judge; empty without any."""
    if not history.proposals:
        return ()
    words = history_words(language)
    items = tuple(
        Item(
            "?",
            f"{one.variant}{words.arrow}{one.canonical} ({PROPOSAL_REASONS[one.reason].label(language)})",
            Tone.CHANGED,
            tuple((str(use.year), passage(use, _QUOTE)) for use in one.evidence),
        )
        for one in history.proposals
    )
    return Heading(words.proposals), Paragraph(words.proposals_note), Items(items)
