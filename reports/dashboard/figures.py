"""The charts of the page, as plotly figures of plain lists.

Colours are names of the style sheet (`var(--moved)`), so that one figure serves light, dark and print; the
page's script puts the values in when it draws. Names stand in annotations, which the script wraps to the
width at hand, so that Chinese headings stay readable from a phone to a projector.
"""

import json
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from compare.model import PriorityStatus
from reports.dashboard.views import PhraseView, PriorityView, Quote
from reports.dashboard.wording import PageWords

# Bars on each side; more are in the table below the chart.
SHOWN_BARS = 20
# Hover texts are read at a glance.
HOVER_CHARACTERS = 90

Figure = dict[str, Any]

# Characters that could end a script element or a line of it stand as JSON escapes.
_ESCAPED = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}

_THIN = (1.2, "solid")
# Width and dash. A moved priority must be found from across the room; one that was only renumbered must not.
_LINES: dict[PriorityStatus, tuple[float, str]] = {
    PriorityStatus.MOVED: (5.0, "solid"),
    PriorityStatus.SPLIT: (2.5, "dash"),
    PriorityStatus.MERGED: (2.5, "dash"),
    PriorityStatus.REGROUPED: (2.5, "dot"),
    PriorityStatus.REWORDED: _THIN,
    PriorityStatus.DISPLACED: _THIN,
    PriorityStatus.KEPT: _THIN,
}
_SYMBOLS = {PriorityStatus.NEW: "square", PriorityStatus.DROPPED: "square-open"}
# That a heading is worded anew is the rule, and the headings show it; the rest is told beside the name.
QUIET = {PriorityStatus.REWORDED, PriorityStatus.DISPLACED, PriorityStatus.KEPT}
_INK = "var(--ink)"


def slope_figure(priorities: Sequence[PriorityView], names: tuple[str, str], words: PageWords) -> Figure:
    """The ranks of the priorities, the earlier ones on the left and the later ones on the right.

    Args:
        priorities: the priorities of one pair.
        names: what the earlier and the later text are called.
        words: the page's words.

    Returns:
        A plotly figure as JSON-like values. `customdata` of each point is [anchor, mark].
    """
    rows = sorted(priorities, key=lambda row: _LINES.get(row.status, _THIN)[0])
    traces: list[Figure] = [_line(row) for row in rows if row.earlier_rank and row.later_rank]
    annotations = [_heading(name, x, "right" if x == 0 else "left") for x, name in enumerate(names)]
    for x, side in enumerate(("earlier", "later")):
        points = _points(priorities, side)
        traces.append(_rank_trace(points, x, words))
        annotations += [_name(rank, row, quote, x) for rank, row, quote in points]
    lowest = max(
        (rank for row in priorities for rank in (row.earlier_rank, row.later_rank) if rank), default=1
    )
    layout = {
        "xaxis": {"range": [-0.02, 1.02], "visible": False, "fixedrange": True},
        "yaxis": {"range": [lowest + 0.6, 0.2], "visible": False, "fixedrange": True},
        "annotations": annotations,
        "meta": {"kind": "slope", "rows": lowest},
    }
    return _figure(traces, layout)


def _points(priorities: Iterable[PriorityView], side: str) -> list[tuple[int, PriorityView, Quote]]:
    """Each rank of a side once, with the row that says most about it, and its heading."""
    best: dict[int, tuple[PriorityView, Quote]] = {}
    for row in priorities:
        rank = row.earlier_rank if side == "earlier" else row.later_rank
        quote = row.earlier if side == "earlier" else row.later
        if rank and quote and rank not in best:
            best[rank] = (row, quote)
    return [(rank, *best[rank]) for rank in sorted(best)]


def _line(row: PriorityView) -> Figure:
    width, dash = _LINES.get(row.status, _THIN)
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [0, 1],
        "y": [row.earlier_rank, row.later_rank],
        "line": {"color": _tone(row), "width": width, "dash": dash},
        "hoverinfo": "skip",
        "cliponaxis": False,
        "showlegend": False,
    }


def _rank_trace(points: Sequence[tuple[int, PriorityView, Quote]], x: int, words: PageWords) -> Figure:
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [x] * len(points),
        "y": [rank for rank, _, _ in points],
        "text": [str(rank) for rank, _, _ in points],
        "textposition": "middle center",
        "textfont": {"color": [_number_colour(row) for _, row, _ in points], "size": 12},
        "marker": {
            "size": 24,
            "color": [_tone(row) for _, row, _ in points],
            "symbol": [_SYMBOLS.get(row.status, "circle") for _, row, _ in points],
            "line": {"width": 2, "color": [_tone(row) for _, row, _ in points]},
            "opacity": 1,
        },
        "customdata": [[quote.anchor, quote.mark] for _, _, quote in points],
        "hovertext": [_rank_hover(row, quote, words) for _, row, quote in points],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
        "showlegend": False,
    }


def _number_colour(row: PriorityView) -> str:
    return _tone(row) if row.status is PriorityStatus.DROPPED else "var(--on-tone)"


def _tone(row: PriorityView) -> str:
    return "var(--same)" if row.status in QUIET else f"var(--{row.badge.tone})"


def _rank_hover(row: PriorityView, quote: Quote, words: PageWords) -> str:
    ranks = " → ".join(str(rank) if rank else "–" for rank in (row.earlier_rank, row.later_rank))
    return _lines(
        f"<b>{_plain(quote.text)}</b>", f"{_plain(row.badge.label)} {ranks}", _plain(words.hover_go)
    )


def _name(rank: int, row: PriorityView, quote: Quote, x: int) -> Figure:
    return {
        "x": x,
        "y": rank,
        "text": _plain(quote.text),
        "name": _name_data(quote, "" if row.status in QUIET else row.badge.label),
        "showarrow": False,
        "captureevents": True,
        "xanchor": "right" if x == 0 else "left",
        "align": "right" if x == 0 else "left",
        "xshift": -20 if x == 0 else 20,
        "font": {"color": _INK if row.status in QUIET else _tone(row), "size": 14},
    }


def bar_figure(
    gone: Sequence[PhraseView], new: Sequence[PhraseView], names: tuple[str, str], words: PageWords
) -> Figure:
    """Formulations that only one of the texts has, those of the earlier one on the left.

    Args:
        gone: formulations no longer found, the weightiest first.
        new: new formulations, the weightiest first.
        names: what the earlier and the later text are called.
        words: the page's words.

    Returns:
        A plotly figure as JSON-like values. `customdata` of each bar is [anchor, mark].
    """
    earlier, later = names
    sides = ((gone[:SHOWN_BARS], -1, "gone"), (new[:SHOWN_BARS], 1, "new"))
    heads = (words.bars_gone.format(earlier=earlier, later=later), words.bars_new.format(later=later))
    traces, annotations = [], []
    for (phrases, sign, tone), head in zip(sides, heads, strict=True):
        traces.append(_bar_trace(phrases, sign, tone, names, words))
        annotations.append(_heading(head, 0, "right" if sign < 0 else "left"))
        annotations += [_phrase_name(place, phrase, sign) for place, phrase in enumerate(phrases, start=1)]
    rows = max(len(gone[:SHOWN_BARS]), len(new[:SHOWN_BARS]), 1)
    layout = {
        "xaxis": {
            "range": [-1.02, 1.02],
            "showgrid": False,
            "showticklabels": False,
            "ticks": "",
            "zeroline": False,
            "fixedrange": True,
        },
        "yaxis": {"range": [rows + 0.6, 0], "visible": False, "fixedrange": True},
        "annotations": annotations,
        "shapes": [
            {
                "type": "line",
                "x0": 0,
                "x1": 0,
                "y0": 0.4,
                "y1": rows + 0.5,
                "line": {"color": "var(--rule)", "width": 1},
            }
        ],
        "barmode": "overlay",
        "meta": {"kind": "bars", "rows": rows},
    }
    return _figure(traces, layout)


def _bar_trace(
    phrases: Sequence[PhraseView], sign: int, tone: str, names: tuple[str, str], words: PageWords
) -> Figure:
    # Weights compare only within one status, so each side is drawn by its own maximum.
    heaviest = max((phrase.weight for phrase in phrases), default=0) or 1
    return {
        "type": "bar",
        "orientation": "h",
        "x": [round(sign * phrase.weight / heaviest, 4) for phrase in phrases],
        "y": list(range(1, len(phrases) + 1)),
        "width": 0.26,
        "offset": 0.04,
        "marker": {
            "color": f"var(--{tone})",
            # Hatched, so that the sides differ in grey print too.
            "pattern": {
                "shape": "/" if tone == "gone" else "",
                "fgcolor": f"var(--{tone})",
                "bgcolor": f"var(--{tone}-soft)",
                "size": 5,
                "solidity": 0.5,
            },
            "line": {"color": f"var(--{tone})", "width": 1},
        },
        "customdata": [_target(phrase) for phrase in phrases],
        "hovertext": [_phrase_hover(phrase, names, words) for phrase in phrases],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "textposition": "none",
        "showlegend": False,
    }


def _target(phrase: PhraseView) -> list[str]:
    return [phrase.quotes[0].anchor, phrase.quotes[0].mark] if phrase.quotes else ["", ""]


def _phrase_hover(phrase: PhraseView, names: tuple[str, str], words: PageWords) -> str:
    counts = words.hover_counts.format(
        earlier=names[0], later=names[1], before=phrase.earlier_count, after=phrase.later_count
    )
    lines = [f"<b>{_plain(phrase.text)}</b>", _plain(counts)]
    if phrase.quotes:
        quote = phrase.quotes[0]
        context = f"…{quote.before}{quote.text}{quote.after}…"[:HOVER_CHARACTERS]
        half = len(context) // 2
        lines += [_plain(context[:half]), _plain(context[half:]), _plain(words.hover_go)]
    return _lines(*lines)


def _phrase_name(place: int, phrase: PhraseView, sign: int) -> Figure:
    count = max(phrase.earlier_count, phrase.later_count)
    quote = phrase.quotes[0] if phrase.quotes else None
    return {
        "x": 0,
        "y": place,
        "text": _plain(phrase.text),
        "name": _name_data(quote, f"×{count}" if count > 1 else ""),
        "showarrow": False,
        "captureevents": True,
        "xanchor": "right" if sign < 0 else "left",
        "align": "right" if sign < 0 else "left",
        "xshift": 7 * sign,
        "yshift": 9,
        "font": {"color": _INK, "size": 14},
    }


def _name_data(quote: Quote | None, suffix: str) -> str:
    """What the page's script needs to wrap a name and to lead to its place: anchor, mark and suffix."""
    anchor, mark = (quote.anchor, quote.mark) if quote else ("", "")
    return "|".join((anchor, mark, _plain(suffix)))


def _heading(text: str, x: float, anchor: str) -> Figure:
    """The name of a side, above it."""
    return {
        "x": x,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "xanchor": anchor,
        "xshift": -7 if anchor == "right" else 7,
        "text": f"<b>{_plain(text)}</b>",
        "name": "",
        "showarrow": False,
        "font": {"color": "var(--ink-soft)", "size": 14},
    }


def _figure(traces: list[Figure], layout: Figure) -> Figure:
    """Lets plotly check the figure; plotly's own default template would add six kilobytes to each."""
    from plotly.graph_objects import Figure as PlotlyFigure

    common = {
        "template": "none",
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": "var(--panel)",
            "bordercolor": "var(--ink)",
            "font": {"color": _INK, "size": 14},
            "align": "left",
            "namelength": -1,
        },
        "dragmode": False,
        "margin": {"l": 8, "r": 8, "t": 40, "b": 8, "pad": 0},
    }
    figure = PlotlyFigure(data=traces, layout={**common, **layout}).to_plotly_json()
    figure["layout"].pop("template", None)
    return dict(figure)


def _plain(text: str) -> str:
    """Text that plotly shows as it stands: its labels know a little HTML."""
    return escape(text, quote=False)


def _lines(*lines: str) -> str:
    return "<br>".join(line for line in lines if line)


def figures_json(figures: dict[str, Figure]) -> str:
    """Figures by chart id as JSON that may stand inside a `<script>` element."""
    text = json.dumps(figures, ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False)
    return text.translate(_ESCAPED)
