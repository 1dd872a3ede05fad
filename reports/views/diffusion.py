"""A diffusion as blocks: who was first, level by level, then place by place."""

from collections.abc import Iterator

from compare.history.diffusion import Adoption, Diffusion
from reports.blocks import Block, Column, Heading, Paragraph, Row, Table
from reports.rows.diffusion import first_places, leaders, since
from reports.rows.history import passage
from reports.words.counts import filled
from reports.words.diffusion import DiffusionWords, diffusion_words, level_name
from reports.words.years import year_ranges

_NAMED = 8  # places in a sentence
_CONTEXT = 40  # characters of a sentence around the phrase
_MARKS = ("【", "】")
SCREEN = 30  # places that a terminal lists


def view_diffusion(diffusion: Diffusion, language: str, limit: int | None) -> tuple[Block, ...]:
    """A diffusion in words.

    Args:
        diffusion: what was found.
        language: `zh` or `en`.
        limit: places listed; None lists all.

    Returns:
        The blocks, in reading order.
    """
    words = diffusion_words(language)
    heading = Heading(words.title.format(phrase=diffusion.query.text), level=1)
    return (heading, *_summary(diffusion, language, words), *_levels(diffusion, language, words),
            *_order(diffusion, language, words, limit))  # fmt: skip


def summary_of(diffusion: Diffusion, language: str) -> tuple[str, ...]:
    """What the claims rest on, and who was first, a sentence or two to each line."""
    words = diffusion_words(language)
    years = sorted({year for one in diffusion.adoptions for year in one.shelf.years})
    lines = [
        filled(
            words.summary, places=len(diffusion.adoptions), years=year_ranges(years, language),
            users=len(diffusion.users),
            reports=sum(len(one.shelf.texts) for one in diffusion.adoptions),
        )
    ]  # fmt: skip
    if not diffusion.users:
        return (*lines, words.nowhere)
    start = years_first(diffusion)
    lines.append(words.leaders.format(year=start, places=leaders(diffusion, language, words, _NAMED)))
    if diffusion.unknown_before:
        named = words.comma.join(diffusion.unknown_before[:_NAMED])
        named += "…" if len(diffusion.unknown_before) > _NAMED else ""
        lines.append(
            filled(words.unknown_before, count=len(diffusion.unknown_before), year=start, places=named)
        )
    return tuple(lines)


def years_first(diffusion: Diffusion) -> int:
    """The first year of all with a use; there is one."""
    first = diffusion.users[0].first
    return first.year if first else 0


def _summary(diffusion: Diffusion, language: str, words: DiffusionWords) -> Iterator[Block]:
    for line in summary_of(diffusion, language):
        yield Paragraph(line)
    lacking = [one.place for one in diffusion.adoptions if one.first is None]
    if lacking and diffusion.users:
        yield Paragraph(words.never.format(places=words.comma.join(lacking)))


def _levels(diffusion: Diffusion, language: str, words: DiffusionWords) -> Iterator[Block]:
    if not diffusion.users:
        return
    columns = (
        Column(words.level), Column(words.places, right=True), Column(words.with_it, right=True),
        Column(words.first_places, flexible=True),
    )  # fmt: skip
    rows = tuple(
        Row(
            (
                level_name(one.level, language),
                str(one.places),
                str(one.years[-1].adopted),
                first_places(one, words, _NAMED),
            )
        )
        for one in diffusion.levels
    )
    yield Heading(words.levels, level=3)
    yield Table(columns, rows)


def _order(diffusion: Diffusion, language: str, words: DiffusionWords, limit: int | None) -> Iterator[Block]:
    if not diffusion.users:
        return
    columns = (
        Column(words.since), Column(words.place, flexible=True), Column(words.level),
        Column(words.lag, right=True), Column(words.years_with, flexible=True),
        Column(words.first_sentence, flexible=True),
    )  # fmt: skip
    shown = diffusion.users[:limit]
    more = (
        filled(words.more, count=len(diffusion.users) - len(shown))
        if len(shown) < len(diffusion.users)
        else ""
    )
    yield Heading(words.order, level=3)
    yield Paragraph(words.order_note.format(between=words.between.format(first=2018, last=2019)))
    yield Table(columns, tuple(_row(one, language, words) for one in shown), more)


def lag(one: Adoption) -> str:
    """The years that a place came after the first one, where they are known."""
    return "" if one.lag is None else str(one.lag)


def _row(one: Adoption, language: str, words: DiffusionWords) -> Row:
    return Row(
        (
            since(one, words), one.place, level_name(one.level, language), lag(one),
            year_ranges(one.years_with, language), passage(one.first, _CONTEXT, _MARKS) if one.first else "",
        )
    )  # fmt: skip
