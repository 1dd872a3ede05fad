"""A comparison → one self-contained HTML page: it asks for nothing, and nothing in a report can run in it."""

from msgspec import Struct

from compare.model import Comparison
from reports.dashboard.bilingual import Worded, other_language
from reports.dashboard.overview_page import OverviewPage, overview_page
from reports.dashboard.pair_page import PairPage, pair_page
from reports.dashboard.shell import Charts, render_shell
from reports.formats import PlotlyFrom
from reports.views.change import pair_title
from reports.words.captions import captions


class Page(Struct, frozen=True):
    """What the outermost template shows.

    Attributes:
        title: the document's title and first heading.
        pairs: the pairs in the order given; one of them is chosen.
        overview: set when there are several pairs.
    """

    title: Worded
    pairs: tuple[PairPage, ...]
    overview: OverviewPage | None

    @property
    def single(self) -> bool:
        """Whether there is only one pair, so that nothing has to be chosen."""
        return len(self.pairs) == 1


def render_dashboard(
    comparison: Comparison,
    lang: str,
    *,
    plotly: PlotlyFrom = PlotlyFrom.INLINE,
    last: str = "",
    banner: str = "",
) -> str:
    """Renders a comparison as one HTML document that needs nothing else.

    Args:
        comparison: a later report against one or more earlier ones.
        lang: `zh` or `en`: how our own words open; the other can be switched to. Quotes stay as they are.
        plotly: where plotly.js comes from; from the network the page is tiny and its charts need a network.
        last: a script that runs after ours, or "".
        banner: HTML of our own that stands above everything else, such as the verdict of a check.

    Returns:
        The document. The same comparison and language give the same text.
    """
    from markupsafe import Markup

    page = _page(comparison, lang)
    figures = {name: figure for pair in page.pairs for name, figure in pair.figures.items()}
    if page.overview:
        figures.update(page.overview.figures)
    values = {"page": page, "banner": Markup(banner)}  # noqa: S704 - escaped where it was made
    return render_shell("page.html", lang, page.title, Charts(figures, plotly, last), values)


def _page(comparison: Comparison, lang: str) -> Page:
    names = tuple(f"p{number}" for number, _ in enumerate(comparison.pairs, start=1))
    # The nearest year is what readers look at first.
    newest = max(range(len(names)), key=lambda place: (comparison.pairs[place].earlier.year, place))
    pairs = tuple(
        pair_page(
            pair,
            name,
            lang,
            chosen=place == newest,
            open_promises=comparison.open_promises if place == newest else (),
        )
        for place, (name, pair) in enumerate(zip(names, comparison.pairs, strict=True))
    )
    several, later = len(pairs) > 1, comparison.pairs[0].later
    titles = [
        captions(each).title_many.format(place=later.place, later=later.year, count=len(pairs))
        if several
        else pair_title(comparison.pairs[0], each)
        for each in (lang, other_language(lang))
    ]
    return Page(
        title=Worded(*titles),
        pairs=pairs,
        overview=overview_page(comparison, names, lang) if several else None,
    )
