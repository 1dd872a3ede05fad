"""Small multiples of a batch: a panel for each place, a column in it for each pair, and all pairs as a table.

A panel is four paths whatever the number of years, so that a province's twenty years are half a kilobyte. Of
more pairs than a reader can go through, the table has those in which most changed hands.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from reports.batch.gist import Gist
from reports.batch.words import BatchWords, batch_words
from reports.views.context import percent
from reports.words.counts import filled
from reports.words.quoting import clipped
from reports.words.years import year_ranges

MOST_PAIRS = (
    500  # rows of the table: a browser sorts and searches them at once; all are in the table of pairs
)
MOST_PANELS = 500
_HEADINGS = 3  # new and dropped priorities of a pair that are named
_HEADING_CHARACTERS = 28
_STEP, _HIGH = 12, 40  # of a column, in units of the panel; the style sheet says how wide it is


class Panel(Struct, frozen=True):
    """A place through the years.

    Attributes:
        place: as its last report names it, or both places of its pairs.
        years: the years compared.
        alt: what the panel shows, in words.
        width: of the drawing, in its own units.
        bars: (tone, path) of the columns' parts.
        latest: shares of the last pair, in words.
    """

    place: str
    years: str
    alt: str
    width: int
    bars: tuple[tuple[str, str], ...]
    latest: str


class PairRow(Struct, frozen=True):
    """A pair in the table; `place` is the name of its panel, `page` the file of its own page, or empty."""

    place: str
    years: str
    page: str
    figures: tuple[str, ...]
    new_priorities: tuple[str, ...]
    dropped_priorities: tuple[str, ...]


class Multiples(Struct, frozen=True):
    """The panels and the table.

    Attributes:
        note: how the panels are read.
        more_panels: how many places have no panel, in words, or empty.
        more_pairs: which pairs are not in the table, in words, or empty.
    """

    note: str
    panels: tuple[Panel, ...]
    more_panels: str
    columns: tuple[tuple[str, bool], ...]
    rows: tuple[PairRow, ...]
    more_pairs: str


def multiples(gists: Sequence[Gist], pages: Mapping[str, str], language: str) -> Multiples:
    """The panels and the table of some pairs.

    Args:
        gists: the pairs in the order of the tables.
        pages: the files of the pairs' own pages by the keys of the jobs, as far as there are any.
        language: `zh` or `en`.
    """
    words = batch_words(language)
    by_place: dict[tuple[str, ...], list[Gist]] = defaultdict(list)
    for gist in gists:
        by_place[gist.panel].append(gist)
    names = _names(gists)
    panels = tuple(
        _panel(names[panel], found, language) for panel, found in list(by_place.items())[:MOST_PANELS]
    )
    left_out = len(by_place) - len(panels)
    return Multiples(
        note=words.multiples_note,
        panels=panels,
        more_panels=filled(words.more_panels, count=left_out) if left_out else "",
        columns=_columns(words),
        rows=tuple(_row(gist, names[gist.panel], pages.get(gist.key, "")) for gist in _listed(gists)),
        more_pairs=words.more_pairs.format(shown=MOST_PAIRS, count=f"{len(gists):,}")
        if len(gists) > MOST_PAIRS
        else "",
    )


def _names(gists: Sequence[Gist]) -> dict[tuple[str, ...], str]:
    """What each panel is called.

    山西 and 山西省 are one place, which must have one name: a click on its panel looks for it in the table.
    """
    last: dict[str, str] = {}
    for gist in sorted(gists, key=lambda gist: gist.later):
        last |= zip(gist.panel, gist.places, strict=True)
    return {gist.panel: " → ".join(last[key] for key in gist.panel) for gist in gists}


def _listed(gists: Sequence[Gist]) -> Sequence[Gist]:
    """The pairs of the table in their order: all, or those in which most is new or gone."""
    if len(gists) <= MOST_PAIRS:
        return gists
    most = sorted(gists, key=lambda gist: -gist.turnover)[:MOST_PAIRS]
    chosen = {gist.key for gist in most}
    return [gist for gist in gists if gist.key in chosen]


def _panel(place: str, gists: Sequence[Gist], language: str) -> Panel:
    words, last = batch_words(language), gists[-1]
    years = sorted({year for gist in gists for year in (gist.earlier, gist.later)})
    return Panel(
        place=place,
        years=year_ranges(years, language),
        alt=words.panel_alt.format(
            place=place,
            pairs=len(gists),
            new=_range([gist.new for gist in gists]),
            dropped=_range([gist.dropped for gist in gists]),
        ),
        width=len(gists) * _STEP,
        bars=tuple((tone, path) for tone, path in _bars(gists) if path),
        latest=words.latest.format(year=last.later, new=percent(last.new), dropped=percent(last.dropped)),
    )


def _range(shares: Sequence[float]) -> str:
    """The lowest and the highest share; the table has each."""
    low, high = percent(min(shares)), percent(max(shares))
    return low if low == high else f"{low}–{high}"


def _bars(gists: Sequence[Gist]) -> Iterable[tuple[str, str]]:
    """The parts of the columns.

    Above the line stands the later text: what is new next to it, then what changed, then what is kept; below
    it what is gone of the earlier one. So new and gone both begin at the line and compare through the years.
    """
    shares = [
        ("new", [(0.0, gist.new) for gist in gists]),
        ("changed", [(gist.new, gist.changed) for gist in gists]),
        ("same", [(gist.new + gist.changed, gist.kept) for gist in gists]),
        ("gone", [(-gist.dropped, gist.dropped) for gist in gists]),
    ]
    for tone, parts in shares:
        yield tone, "".join(_bar(place, low, high) for place, (low, high) in enumerate(parts))


def _bar(place: int, low: float, share: float) -> str:
    """A stroke from a share of the height to another; what rounds to nothing is not drawn."""
    bottom, top = round(_HIGH * (1 - low)), round(_HIGH * (1 - low - share))
    return f"M{place * _STEP + _STEP // 2} {bottom}V{top}" if bottom > top else ""


def _columns(words: BatchWords) -> tuple[tuple[str, bool], ...]:
    """The heads of the table: (label, whether it holds numbers)."""
    numbers = (
        *(words.new, words.dropped, words.changed, words.kept, words.moved, words.findings),
        *(words.targets_changed, words.promises_kept),
    )
    return (
        (words.place, False),
        (words.years, True),
        *((label, True) for label in numbers),
        (words.new_priorities, False),
        (words.dropped_priorities, False),
    )


def _row(gist: Gist, place: str, page: str) -> PairRow:
    changed, targets = gist.targets
    answered, promises = gist.promises
    shares = (gist.new, gist.dropped, gist.changed, gist.kept)
    return PairRow(
        place=place,
        years=f"{gist.earlier} → {gist.later}",
        page=page,
        figures=(
            *(percent(share) for share in shares),
            f"{gist.moved:,}",
            f"{gist.findings:,}",
            f"{changed}/{targets}" if targets else "–",
            f"{percent(answered / promises)} ({answered}/{promises})" if promises else "–",
        ),
        new_priorities=_headings(gist.new_priorities),
        dropped_priorities=_headings(gist.dropped_priorities),
    )


def _headings(headings: Sequence[str]) -> tuple[str, ...]:
    shown = tuple(clipped(heading, _HEADING_CHARACTERS) for heading in headings[:_HEADINGS])
    return (*shown, f"+{len(headings) - _HEADINGS}") if len(headings) > _HEADINGS else shown
