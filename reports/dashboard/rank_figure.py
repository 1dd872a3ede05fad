"""The slope chart of the priorities: the order of the earlier text on the left, of the later on the right."""

from collections.abc import Iterable, Sequence

from compare.model import PriorityStatus
from reports.dashboard.figures import INK, Figure, name_data, plain, side_heading, stacked, whole_figure
from reports.dashboard.quotes import Quote
from reports.dashboard.views import PriorityView
from reports.dashboard.wording import PageWords

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


def rank_figure(priorities: Sequence[PriorityView], names: tuple[str, str], words: PageWords) -> Figure:
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
    annotations = [side_heading(name, x, "right" if x == 0 else "left") for x, name in enumerate(names)]
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
    return whole_figure(traces, layout)


def _points(priorities: Iterable[PriorityView], side: str) -> list[tuple[int, PriorityView, Quote]]:
    """Each rank of a side once, with the row that says most about it, and its heading."""
    best: dict[int, tuple[PriorityView, Quote]] = {}
    # Of two rows with the same rank (a split, say) the one that tells a change stands for both.
    for row in sorted(priorities, key=lambda row: row.status in QUIET):
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
    return stacked(f"<b>{plain(quote.text)}</b>", f"{plain(row.badge.label)} {ranks}", plain(words.hover_go))


def _name(rank: int, row: PriorityView, quote: Quote, x: int) -> Figure:
    return {
        "x": x,
        "y": rank,
        "text": plain(quote.text),
        "name": name_data(quote, "" if row.status in QUIET else row.badge.label),
        "showarrow": False,
        "captureevents": True,
        "xanchor": "right" if x == 0 else "left",
        "align": "right" if x == 0 else "left",
        "xshift": -20 if x == 0 else 20,
        "font": {"color": INK if row.status in QUIET else _tone(row), "size": 14},
    }
