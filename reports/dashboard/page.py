"""A comparison → one self-contained HTML page: it asks for nothing, and nothing in a report can run in it."""

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from compare.model import Comparison
from reports.captions import captions
from reports.dashboard.figures import Figure, figures_json
from reports.dashboard.overview_page import OverviewPage, overview_page
from reports.dashboard.pair_page import PairPage, pair_page
from reports.dashboard.wording import page_words
from reports.language import Language
from reports.views.change import pair_title

if TYPE_CHECKING:
    from jinja2 import Environment


@dataclass(frozen=True, slots=True)
class Page:
    """What the outermost template shows.

    Attributes:
        language: tag of the page's own language.
        title: the document's title and first heading.
        pairs: the pairs in the order given; one of them is chosen.
        overview: set when there are several pairs.
    """

    language: str
    title: str
    pairs: tuple[PairPage, ...]
    overview: OverviewPage | None

    @property
    def single(self) -> bool:
        """Whether there is only one pair, so that nothing has to be chosen."""
        return len(self.pairs) == 1


def render_dashboard(comparison: Comparison, lang: str) -> str:
    """Renders a comparison as one HTML document that needs nothing else.

    Args:
        comparison: a later report against one or more earlier ones.
        lang: `zh` or `en`, for our own words; quotes stay as they are.

    Returns:
        The document. The same comparison and language give the same text.
    """
    from markupsafe import Markup
    from plotly.offline import get_plotlyjs

    page = _page(comparison, lang)
    figures: dict[str, Figure] = {}
    for pair in page.pairs:
        figures.update(pair.figures)
    # Without charts nothing on the page uses plotly.js, which is most of its size.
    scripts = {
        "early_script": _asset("early.js"),
        "plotly": get_plotlyjs() if figures else "",
        "script": _asset("page.js"),
    }
    return (
        _environment()
        .get_template("page.html")
        .render(
            page=page,
            w=page_words(lang),
            c=captions(lang),
            policy=content_policy(scripts.values()),
            style=Markup(_asset("page.css")),  # noqa: S704 - our own file
            figures=Markup(figures_json(figures)),  # noqa: S704 - escaped for a script element
            **{name: Markup(text) for name, text in scripts.items()},  # noqa: S704 - our own files and plotly's
        )
    )


def _page(comparison: Comparison, lang: str) -> Page:
    names = tuple(f"p{number}" for number, _ in enumerate(comparison.pairs, start=1))
    # The nearest year is what readers look at first.
    newest = max(range(len(names)), key=lambda place: (comparison.pairs[place].earlier.year, place))
    pairs = tuple(
        pair_page(pair, name, lang, chosen=place == newest)
        for place, (name, pair) in enumerate(zip(names, comparison.pairs, strict=True))
    )
    several, later = len(pairs) > 1, comparison.pairs[0].later
    title = (
        captions(lang).title_many.format(place=later.place, later=later.year, count=len(pairs))
        if several
        else pair_title(comparison.pairs[0], lang)
    )
    return Page(
        language="zh-CN" if lang == Language.ZH else "en",
        title=title,
        pairs=pairs,
        overview=overview_page(comparison, names, lang) if several else None,
    )


def content_policy(scripts: Iterable[str]) -> str:
    """The Content-Security-Policy of a page whose only scripts are these.

    plotly.js writes style rules while it draws, so inline styles are allowed; a style can ask for nothing,
    because no address is. Pictures come only from the page itself (saving a chart makes one).

    Args:
        scripts: the texts of the inline scripts.

    Returns:
        The policy; scripts run only if their text has one of the hashes in it.
    """
    hashes = " ".join(dict.fromkeys(_hash(script) for script in scripts if script))
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {hashes}",
            "style-src 'unsafe-inline'",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _asset(name: str) -> str:
    return files("reports.dashboard").joinpath("templates", name).read_text(encoding="utf-8")


def _environment() -> "Environment":
    """Jinja with escaping on whatever a template is called, and an error for a name that is not there."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(_asset),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
