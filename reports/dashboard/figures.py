"""What the charts of the page have in common: plotly figures of plain lists.

Colours are names of the style sheet (`var(--moved)`), so that one figure serves light, dark and print; the
page's script puts the values in when it draws. Names stand in annotations, which the script wraps to the
width at hand, so that Chinese headings stay readable from a phone to a projector.
"""

import json
from html import escape
from typing import Any

from reports.dashboard.quotes import Quote

Figure = dict[str, Any]

INK = "var(--ink)"

# Nothing ends a script element, or begins a comment in it, without this one.
_ESCAPED = {ord("<"): "\\u003c"}


def name_data(quote: Quote | None, suffix: str) -> str:
    """What the page's script needs to wrap a name and to lead to its place: anchor, mark and suffix."""
    anchor, mark = (quote.anchor, quote.mark) if quote else ("", "")
    return "|".join((anchor, mark, plain(suffix)))


def side_heading(text: str, x: float, anchor: str) -> Figure:
    """The name of a side, above it; the page's script wraps it and sets it in bold."""
    return {
        "x": x,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "xanchor": anchor,
        "xshift": -7 if anchor == "right" else 7,
        "text": plain(text),
        "name": "",
        "showarrow": False,
        "font": {"color": "var(--ink-soft)", "size": 14},
    }


def whole_figure(traces: list[Figure], layout: Figure) -> Figure:
    """Traces and layout as a figure, with what all charts have in common.

    That plotly takes it is checked in the tests; here it took a third of the time in which a page is made.
    """
    common = {
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": "var(--panel)",
            "bordercolor": "var(--ink)",
            "font": {"color": INK, "size": 14},
            "align": "left",
            "namelength": -1,
        },
        "dragmode": False,
        "margin": {"l": 8, "r": 8, "t": 40, "b": 8, "pad": 0},
    }
    return {"data": traces, "layout": {**common, **layout}}


def plain(text: str) -> str:
    """Text that plotly shows as it stands: its labels know a little HTML."""
    return escape(text, quote=False)


def stacked(*lines: str) -> str:
    """The lines of a hover text that are not empty, one below the other."""
    return "<br>".join(line for line in lines if line)


def figures_json(figures: object) -> str:
    """Figures by chart id as JSON that may stand inside a `<script>` element."""
    text = json.dumps(figures, ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False)
    return in_script(text)


def in_script(text: str) -> str:
    """JSON in which nothing can end the `<script>` element that holds it."""
    return text.translate(_ESCAPED)
