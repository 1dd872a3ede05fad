"""What every page of ours is: one HTML document that asks for nothing and in which nothing else can run.

The templates extend `shell.html`. They show words of ours in both languages (`reports.dashboard.bilingual`):
as the content of an element by themselves, as attributes with `attrs(aria_label=…)`, and where an element can
hold no other with `tongue(…)`.
"""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from reports.dashboard.aside_wording import side_page_words, side_view_words
from reports.dashboard.assets import asset, digest_of, environment, hash_sources
from reports.dashboard.bilingual import (
    NAMES,
    TAGS,
    Lexicon,
    Worded,
    joined,
    other_language,
    words_in_both,
)
from reports.dashboard.figures import Figure, figures_json, in_script
from reports.dashboard.quotes import Quote
from reports.dashboard.view_wording import ViewWords
from reports.dashboard.wording import PageWords
from reports.formats import PlotlyFrom
from reports.words.aside_captions import side_captions
from reports.words.captions import Captions
from reports.words.language import Language

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

# Two scripts of several files, in this order: the later ones use what the earlier ones define. The first
# stands behind what opens the page and draws its chart before the rest is there, the second at the end.
_FIRST_SCRIPT = ("base.js", "words.js", "labels.js", "charts.js")
_SCRIPT = ("places.js", "texts.js", "tables.js", "sorting.js", "whole.js", "look.js")


class Charts(Struct, frozen=True):
    """The charts of a page and what draws them.

    Attributes:
        figures: by the ids of their elements.
        plotly: where plotly.js comes from. From the network a page is tiny, and its charts need a network.
        last: a script that runs after ours, or "".
    """

    figures: Mapping[str, Figure]
    plotly: PlotlyFrom = PlotlyFrom.INLINE
    last: str = ""


def render_shell(
    template: str, language: str, title: Worded, charts: Charts, values: Mapping[str, object]
) -> str:
    """Renders a page.

    Args:
        template: a template that extends `shell.html`.
        language: `zh` or `en`: the language in which the page opens; a reader can switch.
        title: the document's title and first heading.
        charts: the charts, and where what draws them comes from.
        values: what the template shows; texts of ours are `Worded`.

    Returns:
        The document. The same values give the same text.
    """
    from markupsafe import Markup

    lexicon = Lexicon(language)
    # Without charts nothing on the page uses plotly.js, which is most of its size.
    plotly, remote = _plotly(charts)
    scripts = {
        "early_script": asset("early.js"),
        "plotly": plotly,
        "first_script": _script(_FIRST_SCRIPT),
        "script": _script(_SCRIPT),
        "last_script": charts.last,
    }
    own = Language.ZH if language == Language.ZH else Language.EN
    w, c, v = _words_of(language, aside=False)
    numbered = lexicon.numbered(dict(charts.figures))
    return (
        _environment(lexicon)
        .get_template(template)
        .render(
            title=title,
            w=w,
            c=c,
            v=v,
            words_of=partial(_words_of, language),
            language=TAGS[own],
            language_names=[(TAGS[each], NAMES[each]) for each in Language],
            policy=content_policy(scripts.values(), remote),
            remote=remote,
            style=Markup(asset("palette.css") + asset("page.css")),  # noqa: S704 - our own file
            figures=Markup(figures_json(numbered)),  # noqa: S704 - escaped for a script element
            **{name: Markup(text) for name, text in scripts.items()},  # noqa: S704 - our own files and plotly's
            **values,
        )
    )


def _words_of(language: str, aside: bool) -> tuple[PageWords, Captions, ViewWords]:  # noqa: FBT001 - a template's
    """The words of a part of a page in both languages; `aside` as in `reports.words.aside_captions`."""
    other = other_language(language)
    return (
        words_in_both(side_page_words(language, aside=aside), side_page_words(other, aside=aside)),
        words_in_both(side_captions(language, aside=aside), side_captions(other, aside=aside)),
        words_in_both(side_view_words(language, aside=aside), side_view_words(other, aside=aside)),
    )


class Remote(Struct, frozen=True):
    """A script from the network: its address, and the digest that its content must have to run."""

    address: str
    integrity: str


def _plotly(charts: Charts) -> tuple[str, Remote | None]:
    """The text of plotly.js to stand in the page, or where the page gets the same text from."""
    if not charts.figures:
        return "", None
    from plotly.offline import get_plotlyjs, get_plotlyjs_version

    text = get_plotlyjs()
    if charts.plotly is PlotlyFrom.INLINE:
        return text, None
    address = f"https://cdn.plot.ly/plotly-{get_plotlyjs_version()}.min.js"
    return "", Remote(address, digest_of(text))


def content_policy(scripts: Iterable[str], remote: Remote | None = None) -> str:
    """The Content-Security-Policy of a page whose only scripts are these.

    plotly.js writes style rules while it draws, so inline styles are allowed; a style can ask for nothing,
    because no address is. Pictures come only from the page itself (saving a chart makes one).

    Args:
        scripts: the texts of the inline scripts.
        remote: the one script from the network, if there is one.

    Returns:
        The policy; scripts run only if their text has one of the hashes in it.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {hash_sources(scripts)}" + (f" {remote.address}" if remote else ""),
            "style-src 'unsafe-inline'",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _script(names: Iterable[str]) -> str:
    return '"use strict";\n' + "\n".join(map(asset, names))


def _environment(lexicon: Lexicon) -> "Environment":
    """The environment of all pages, with words of ours shown in both languages."""
    from markupsafe import Markup

    writer = _Writer(lexicon)
    made = environment(writer.shown)
    made.globals |= {
        "at": _at,
        "attrs": writer.attrs,
        "joined": joined,
        "listed": _listed,
        "tongue": writer.tongue,
        "words": lambda: Markup(in_script(lexicon.as_json())),  # noqa: S704 - escaped for a script element
    }
    made.filters["plain"] = str
    return made


class _Writer(Struct, frozen=True):
    """Writes words of ours into a document, with their numbers in the lexicon."""

    lexicon: Lexicon

    def shown(self, value: object) -> object:
        """Words as the content of an element; any other value as it is."""
        if not isinstance(value, Worded):
            return value
        from markupsafe import Markup, escape

        number = self._number(value)
        return value if number is None else Markup(f"<span data-w={number}>{escape(value)}</span>")  # noqa: S704 - escaped

    def tongue(self, value: object) -> "Markup":
        """The number of an element's content, for an element that can hold no other."""
        from markupsafe import Markup

        number = self._number(value)
        return Markup("" if number is None else f" data-w={number}")  # noqa: S704 - a number of ours

    def attrs(self, **values: object) -> "Markup":
        """Attributes; an underscore in a name stands for a hyphen."""
        from markupsafe import Markup, escape

        named = {name.replace("_", "-"): value for name, value in values.items()}
        written = "".join(f' {name}="{escape(str(value))}"' for name, value in named.items())
        numbers = ((name, self._number(value)) for name, value in named.items())
        told = " ".join(f"{name}:{number}" for name, number in numbers if number is not None)
        return Markup(written + (f' data-a="{told}"' if told else ""))  # noqa: S704 - escaped

    def _number(self, value: object) -> int | None:
        """The number of words of ours that are not the same in both languages."""
        differs = isinstance(value, Worded) and str(value) != value.other
        return self.lexicon.number(value) if isinstance(value, Worded) and differs else None


def _at(quote: Quote) -> "Markup":
    """The attributes of a link to a quote; the values are names and numbers of ours, which need no quotes."""
    from markupsafe import Markup, escape

    return Markup(f"href=#{escape(quote.anchor)} data-mark={quote.mark}")  # noqa: S704 - escaped


def _listed(things: Iterable[object], comma: object) -> Worded:
    """Things one after the other, separated as each language does."""
    parts: list[object] = []
    for thing in things:
        parts += [comma, thing] if parts else [thing]
    return joined(*parts)
