"""A diffusion → one self-contained page: curves by level, the staircase of places, and tables of both."""

from msgspec import Struct

from compare.history.diffusion import Diffusion
from reports.dashboard.bilingual import Worded, both, other_language, words_in_both
from reports.dashboard.diffusion_figures import MOST_ROWS, curves_figure, stairs_figure
from reports.dashboard.figures import Figure
from reports.dashboard.history_page import Sentence, sentence_of
from reports.dashboard.shell import Charts, render_shell
from reports.rows.diffusion import first_places, since
from reports.views.diffusion import lag, summary_of
from reports.words.diffusion import diffusion_words, level_name
from reports.words.years import year_ranges


class LevelRow(Struct, frozen=True):
    """A level of government: its places, how many of them used it, and since when which did."""

    name: str
    places: int
    adopted: int
    first: str


class PlaceRow(Struct, frozen=True):
    """A place that used it."""

    since: str
    place: str
    level: str
    lag: str
    years: str
    pauses: str
    sentence: Sentence | None


class DiffusionPage(Struct, frozen=True):
    """Everything the template shows.

    Attributes:
        title: the document's title and first heading.
        notes: what the claims rest on, and who was first.
        levels: a row for each level.
        places: a row for each place that used it, in their order.
        never: the others, in words, or empty.
        order_note: how the years of the table are read.
        stairs_note: how the staircase is read.
        figures: the charts by the ids of their elements.
    """

    title: str
    notes: tuple[str, ...]
    levels: tuple[LevelRow, ...]
    places: tuple[PlaceRow, ...]
    never: str
    order_note: str
    stairs_note: str
    figures: dict[str, Figure]


def render_diffusion_page(diffusion: Diffusion, language: str) -> str:
    """Renders a diffusion as one HTML document that needs nothing else.

    Args:
        diffusion: what was found.
        language: `zh` or `en`: how our own words open; the other can be switched to.

    Returns:
        The document. The same diffusion and language give the same text.
    """
    other = other_language(language)
    mine, theirs = _page(diffusion, language), _page(diffusion, other)
    words = words_in_both(diffusion_words(language), diffusion_words(other))
    page = both(mine, theirs)
    title, charts = Worded(mine.title, theirs.title), Charts(page.figures)
    return render_shell("diffusion.html", language, title, charts, {"page": page, "t": words})


def _page(diffusion: Diffusion, language: str) -> DiffusionPage:
    words = diffusion_words(language)
    lacking = [one.place for one in diffusion.adoptions if one.first is None]
    figures: dict[str, Figure] = {}
    if diffusion.users:
        figures = {"curves": curves_figure(diffusion, words, language), "stairs": stairs_figure(diffusion)}
    return DiffusionPage(
        words.title.format(phrase=diffusion.query.text),
        summary_of(diffusion, language),
        tuple(
            LevelRow(
                level_name(one.level, language), one.places, one.years[-1].adopted, first_places(one, words)
            )
            for one in diffusion.levels
        ),
        tuple(
            PlaceRow(
                since(one, words),
                one.place,
                level_name(one.level, language),
                lag(one),
                year_ranges(one.years_with, language),
                year_ranges(one.pauses, language),
                sentence_of(one.first) if one.first else None,
            )
            for one in diffusion.users
        ),
        words.never.format(places=words.comma.join(lacking)) if lacking and diffusion.users else "",
        words.order_note.format(between=words.between.format(first=2018, last=2019)),
        words.stairs_note.format(most=MOST_ROWS),
        figures,
    )
