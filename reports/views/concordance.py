"""A search as blocks: counts by year, the forms as printed, each use in context; near forms without any."""

from collections.abc import Iterator, Sequence

from compare.history.concordance import Concordance, Found
from reports.blocks import Block, Column, Heading, Paragraph, Row, Table
from reports.rows.history import passage, rate
from reports.views.context import cut
from reports.views.history import shelf_blocks
from reports.words.counts import filled
from reports.words.history import HistoryWords, history_words
from reports.words.vocabulary import Tone, label
from reports.words.years import looked_at, year_ranges

_MARKS = ("【", "】")
_CONTEXT = 76  # characters of a sentence around the phrase: two lines at 80 columns
_SECTION = 16  # of the heading above it
MOST_PLACES = 10  # whose sentences a terminal lists
_MOST_ROWS = 40  # of the table before them


def view_concordances(
    concordances: Sequence[Concordance], language: str, limit: int | None
) -> tuple[Block, ...]:
    """A search in words.

    Args:
        concordances: one for each place.
        language: `zh` or `en`.
        limit: uses listed for each place; None lists all.

    Returns:
        The blocks, in reading order.
    """
    if len(concordances) == 1:
        return _view(concordances[0], language, limit)
    having = [one for one in concordances if one.total]
    shown = having if limit is None else having[:MOST_PLACES]
    blocks = [
        *_places(concordances, language, limit),
        *(block for one in shown for block in _view(one, language, limit, 2)),
    ]
    if len(shown) < len(having):
        more = filled(history_words(language).find_more_places, count=len(having) - len(shown))
        blocks.append(Paragraph(more))
    if not having:
        blocks += [block for one in concordances if one.near for block in _view(one, language, limit, 2)]
    return tuple(blocks)


def _places(concordances: Sequence[Concordance], language: str, limit: int | None) -> Iterator[Block]:
    """The places that have it, those with the oldest use first, and those that do not."""
    words = history_words(language)
    having = sorted((one for one in concordances if any(one.counts)), key=lambda one: one.years_with[0])
    yield Heading(words.find_places.format(phrase=concordances[0].query.text), level=1)
    yield Paragraph(
        filled(
            words.find_places_summary, places=len(concordances),
            reports=sum(len(one.shelf.texts) for one in concordances),
            with_places=len(having), count=sum(sum(one.counts) for one in concordances),
        )
    )  # fmt: skip
    if having:
        columns = (
            Column(words.place, flexible=True), Column(words.reports, right=True),
            Column(words.reports_with, right=True), Column(words.uses, right=True), Column(words.first),
            Column(words.last),
        )  # fmt: skip
        shown, more = cut(having, None if limit is None else _MOST_ROWS, words.find_more)
        yield Table(columns, tuple(map(_place_row, shown)), more)
    lacking = [one.shelf.place for one in concordances if not any(one.counts)]
    if lacking:
        yield Paragraph(words.find_places_without.format(places=words.comma.join(lacking)))


def _place_row(one: Concordance) -> Row:
    years = one.years_with
    numbers = len(one.shelf.texts), len(years), sum(one.counts), years[0], years[-1]
    return Row((one.shelf.place, *map(str, numbers)))


def _view(concordance: Concordance, language: str, limit: int | None, level: int = 1) -> tuple[Block, ...]:
    words, shelf = history_words(language), concordance.shelf
    title = words.find_title.format(phrase=concordance.query.text, place=shelf.place)
    years = looked_at(shelf.years, shelf.missing, language)
    blocks: list[Block] = [Heading(title, level)]
    if concordance.years_with:
        summary = words.find_summary.format(
            years=years,
            count=sum(concordance.counts),
            with_years=len(concordance.years_with),
            without=len(concordance.years_without),
        )
        ends = concordance.years_with[0], concordance.years_with[-1]
        oldest, newest = (year_ranges([year], language) for year in ends)
        blocks.append(Paragraph(summary + words.first_claim.format(first=oldest, last=newest)))
    else:
        blocks.append(Paragraph(words.find_none.format(years=years)))
    blocks += shelf_blocks(shelf, language)[1:]
    if concordance.found:
        blocks += _found(concordance, words, language, limit)
    elif concordance.near is not None and not concordance.query.pattern:
        blocks += _near(concordance, words, language)
    return tuple(blocks)


def _found(
    concordance: Concordance, words: HistoryWords, language: str, limit: int | None
) -> tuple[Block, ...]:
    blocks: list[Block] = [Heading(words.find_years, level=3), _counts(concordance, words)]
    if concordance.years_without:
        without = year_ranges(concordance.years_without, language)
        blocks.append(Paragraph(words.find_without.format(years=without)))
    forms = _forms(concordance.found)
    if len(forms) > 1 or concordance.query.pattern:
        columns = Column(words.printed, flexible=True), Column(words.uses, right=True), Column(words.years)
        rows = [
            Row((form, str(len(found)), year_ranges({each.use.year for each in found}, language)))
            for form, found in forms.items()
        ]
        listed, beyond = cut(rows, limit, words.find_more)
        blocks += [Heading(words.printed, level=3), Table(columns, tuple(listed), beyond)]
    crossing = sum(each.use.crosses for each in concordance.found)
    if crossing:
        blocks.append(Paragraph(filled(words.crossing_note, count=crossing)))
    shown, more = cut(concordance.found, limit, words.find_more)
    columns = Column(words.year), Column(words.part), Column(words.context, flexible=True)
    uses = tuple(_use_row(each, words, language) for each in shown)
    return (*blocks, Heading(words.context, level=3), Table(columns, uses, more))


def _counts(concordance: Concordance, words: HistoryWords) -> Table:
    """The years that have it, with uses and rate."""
    columns = Column(words.year), Column(words.uses, right=True), Column(words.rate, right=True)
    rows = tuple(
        Row((str(text.year), str(count), f"{rate(count, text.characters):.2f}"))
        for text, count in zip(concordance.shelf.texts, concordance.counts, strict=True)
        if count
    )
    return Table(columns, rows)


def _forms(found: Sequence[Found]) -> dict[str, list[Found]]:
    """The uses that are counted, by how they are printed; the most frequent form first."""
    forms: dict[str, list[Found]] = {}
    for each in found:
        if not each.use.crosses:
            forms.setdefault(each.use.printed, []).append(each)
    return dict(sorted(forms.items(), key=lambda pair: -len(pair[1])))


def _use_row(each: Found, words: HistoryWords, language: str) -> Row:
    use = each.use
    section = use.section if len(use.section) <= _SECTION else f"{use.section[: _SECTION - 1]}…"
    part = label(use.role, language) + (f"\n{section}" if section else "")
    crossing = f" ({words.crossing})" if use.crosses else ""
    return Row(
        (str(use.year), part, passage(use, _CONTEXT, _MARKS) + crossing),
        Tone.SAME if use.crosses else Tone.QUIET,
    )


def _near(concordance: Concordance, words: HistoryWords, language: str) -> tuple[Block, ...]:
    heading = Heading(words.near, level=3)
    if not concordance.near:
        return heading, Paragraph(words.near_none)
    columns = (
        Column(words.near_form, flexible=True),
        Column(words.likeness, right=True),
        Column(words.years, flexible=True),
        Column(words.context, flexible=True),
    )
    rows = tuple(
        Row(
            (
                one.text,
                words.spread if one.spread else f"{one.likeness:.2f}",
                year_ranges(one.years, language),
                passage(one.use, _CONTEXT // 2, _MARKS),
            )
        )
        for one in concordance.near or ()
    )
    return heading, Table(columns, rows)
