"""A history → one self-contained page: charts of formulations, ranks and targets, and all of it as tables."""

from msgspec import Struct

from compare.history.model import History, Lineage, Use
from compare.undertakings.model import Period
from reports.dashboard.bilingual import Worded, both, other_language, words_in_both
from reports.dashboard.bump_figure import bump_figure
from reports.dashboard.figures import Figure
from reports.dashboard.heat_figure import heat_figure
from reports.dashboard.shell import Charts, render_shell
from reports.dashboard.target_lines import charted_targets, targets_figure, unit_of
from reports.dashboard.views import Badge
from reports.rows.history import Life, cell_text, digest_years, life, passage
from reports.views.history import main_first
from reports.words.captions import captions
from reports.words.counts import filled
from reports.words.history import CELL_KINDS, LIVES, VARIANT_KINDS, history_words
from reports.words.indicator_names import indicator_name
from reports.words.years import looked_at, year_ranges

_SENTENCE = 90  # characters around a phrase in a table


class Sentence(Struct, frozen=True):
    """A year's sentence, cut around the phrase."""

    year: int
    before: str
    text: str
    after: str


class FormulationRow(Struct, frozen=True):
    """A formulation with its uses by year, 0 where it is not found."""

    text: str
    badge: Badge
    first: int
    last: int
    uses: int
    counts: tuple[int, ...]
    sentences: tuple[Sentence, ...]


class MemberRow(Struct, frozen=True):
    """One form of a lineage."""

    text: str
    how: str
    years: str
    sentence: Sentence


class Named(Struct, frozen=True):
    """A name with a cell for each year looked at."""

    name: str
    cells: tuple[str, ...]


class HistoryPage(Struct, frozen=True):
    """Everything the template shows.

    Attributes:
        title: the document's title and first heading.
        notes: what the history rests on.
        years: the years looked at.
        lives: how many formulations stand where.
        formulations: all of them, the weightiest first.
        lineages: the forms of each.
        priorities: ranks by year.
        targets: aims by year.
        figures: the charts by the ids of their elements.
    """

    title: str
    notes: tuple[str, ...]
    years: tuple[int, ...]
    lives: tuple[tuple[Badge, int], ...]
    formulations: tuple[FormulationRow, ...]
    lineages: tuple[tuple[MemberRow, ...], ...]
    priorities: tuple[Named, ...]
    targets: tuple[Named, ...]
    figures: dict[str, Figure]


def render_history_page(history: History, language: str) -> str:
    """Renders a history as one HTML document that needs nothing else.

    Args:
        history: what was found.
        language: `zh` or `en`: how our own words open; the other can be switched to.

    Returns:
        The document. The same history and language give the same text.
    """
    other = other_language(language)
    mine, theirs = _page(history, language), _page(history, other)
    page = both(mine, theirs)
    words = words_in_both(history_words(language), history_words(other))
    title, charts = Worded(mine.title, theirs.title), Charts(page.figures)
    return render_shell("history.html", language, title, charts, {"page": page, "t": words})


def _page(history: History, language: str) -> HistoryPage:
    words, shelf = history_words(language), history.shelf
    notes = [filled(
        words.looked_at, years=looked_at(shelf.years, shelf.missing, language), count=len(shelf.texts)
    )]  # fmt: skip
    if digests := digest_years(shelf):
        notes.append(words.digests.format(years=year_ranges(digests, language)))
    if shelf.not_used:
        notes.append(words.not_used.format(list="; ".join(shelf.not_used)))
    lives = [life(one.counts) for one in history.formulations]
    return HistoryPage(
        title=words.title.format(place=shelf.place, years=year_ranges(shelf.years, language)),
        notes=tuple(notes),
        years=shelf.years,
        lives=tuple((_badge(kind, language), lives.count(kind)) for kind in Life if kind in lives),
        formulations=tuple(
            FormulationRow(
                one.text, _badge(life(one.counts), language), one.first_year, one.last_year,
                sum(one.counts), one.counts,
                tuple(sentence_of(use) for use in dict.fromkeys((one.uses[0], one.uses[-1]))),
            )
            for one in history.formulations
        ),
        lineages=tuple(_members(lineage, language) for lineage in history.lineages),
        priorities=_priorities(history),
        targets=_targets(history, language),
        figures=_figures(history, language),
    )  # fmt: skip


def _badge(kind: Life, language: str) -> Badge:
    return Badge.of(LIVES[kind], language)


def sentence_of(use: Use) -> Sentence:
    """A use's sentence, cut around the phrase."""
    marked = passage(use, _SENTENCE, ("\0", "\0")).split("\0")
    return Sentence(use.year, *marked)


def _members(lineage: Lineage, language: str) -> tuple[MemberRow, ...]:
    return tuple(
        MemberRow(
            member.text,
            VARIANT_KINDS[member.kind].label(language) if member.kind else "",
            year_ranges((use.year for use in member.uses), language),
            sentence_of(member.uses[0]),
        )
        for member in lineage.members
    )


def _priorities(history: History) -> tuple[Named, ...]:
    rows = []
    for thread in history.priorities:
        ranks = {place.year: str(place.rank) for place in thread.places}
        rows.append(Named(thread.heading, tuple(ranks.get(year, "") for year in history.shelf.years)))
    return tuple(rows)


def _targets(history: History, language: str) -> tuple[Named, ...]:
    labels = {kind: word.label(language) for kind, word in CELL_KINDS.items()}
    rows = []
    for series in sorted(history.targets, key=main_first):
        name = indicator_name(series.indicator, language)
        if series.period is not Period.YEAR:
            note = history_words(language).several_years
            name = captions(language).bracketed.format(text=name, note=note)
        rows.append(Named(name, tuple(cell_text(cell, labels) for cell in series.cells)))
    return tuple(rows)


def _figures(history: History, language: str) -> dict[str, Figure]:
    words = history_words(language)
    yearly = [one for one in history.targets if one.period is Period.YEAR]
    series = charted_targets(sorted(yearly, key=main_first))
    bracketed = captions(language).bracketed
    names = [
        bracketed.format(text=indicator_name(one.indicator, language), note=unit_of(one)) for one in series
    ]
    figures: dict[str, Figure] = {}
    if history.formulations:
        figures["heat"] = heat_figure(history, words)
    if history.priorities:
        figures["bump"] = bump_figure(history, words)
    if series:
        figures["series"] = targets_figure(history.shelf, series, names)
    return figures
