"""The chart of the priorities' ranks through the years, when there are several earlier reports."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from reports.dashboard.figures import INK, Figure, plain, side_heading, stacked, whole_figure
from reports.dashboard.wording import page_words
from reports.words.vocabulary import Tone

# Ranks that a priority must have gone up or down between two years to be drawn as one that moves.
FAR = 2


class RankPoint(Struct, frozen=True):
    """The rank of a priority in one year, with the place of its heading there."""

    year: int
    rank: int
    anchor: str
    heading: str


class RankLine(Struct, frozen=True):
    """A priority of the later report with its ranks, the latest last."""

    name: str
    anchor: str
    points: tuple[RankPoint, ...]


def ranks_figure(lines: Sequence[RankLine], years: Sequence[int], language: str) -> Figure:
    """The ranks of the later report's priorities, one line each, one column a year.

    Args:
        lines: the priorities.
        years: the years in ascending order, the later report's last.
        language: `zh` or `en`.

    Returns:
        A plotly figure as JSON-like values. `customdata` of each point is [anchor, mark].
    """
    go = page_words(language).hover_go
    columns = {year: column for column, year in enumerate(years)}
    ordered = sorted(lines, key=_tone)
    traces = [_gaps(line, columns) for line in ordered] + [_trace(line, columns, go) for line in ordered]
    annotations = [side_heading(str(year), at, "center") | {"xshift": 0} for year, at in columns.items()]
    annotations += [_name(line, len(years) - 1) for line in lines]
    lowest = max((point.rank for line in lines for point in line.points), default=1)
    layout = {
        "xaxis": {"range": [-0.1, len(years) - 0.96], "visible": False, "fixedrange": True},
        "yaxis": {"range": [lowest + 0.6, 0.4], "visible": False, "fixedrange": True},
        "annotations": annotations,
        "meta": {"kind": "ranks", "rows": lowest},
    }
    return whole_figure(traces, layout)


def _tone(line: RankLine) -> Tone:
    """New where no earlier year has it, moved where it went far between two years that do."""
    if len(line.points) == 1:
        return Tone.NEW
    far = any(abs(one.rank - two.rank) >= FAR for one, two in pairwise(line.points))
    return Tone.MOVED if far else Tone.SAME


def _gaps(line: RankLine, columns: dict[int, int]) -> Figure:
    """Dotted where a year between two others does not have the priority, so that it can be followed."""
    xs: list[int | None] = []
    ys: list[int | None] = []
    for one, two in pairwise(line.points):
        if columns[two.year] - columns[one.year] > 1:
            xs += [columns[one.year], columns[two.year], None]
            ys += [one.rank, two.rank, None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": xs,
        "y": ys,
        "line": {"color": f"var(--{_tone(line)})", "width": 1.2, "dash": "dot"},
        "hoverinfo": "skip",
    }


def _trace(line: RankLine, columns: dict[int, int], go: str) -> Figure:
    tone = _tone(line)
    at = {columns[point.year]: point for point in line.points}
    points = [at.get(column) for column in columns.values()]
    return {
        "type": "scatter",
        "mode": "lines+markers+text",
        # A year without the priority breaks the line.
        "connectgaps": False,
        "x": list(columns.values()),
        "y": [point.rank if point else None for point in points],
        "text": [str(point.rank) if point else "" for point in points],
        "textposition": "middle center",
        "textfont": {"color": "var(--on-tone)", "size": 12},
        "line": {"color": f"var(--{tone})", "width": 3.5 if tone is Tone.MOVED else 1.5},
        "marker": {
            "size": 22,
            "color": f"var(--{tone})",
            "symbol": "square" if tone is Tone.NEW else "circle",
            "opacity": 1,
        },
        "customdata": [[point.anchor, ""] if point else ["", ""] for point in points],
        "hovertext": [
            stacked(f"<b>{plain(each.heading)}</b>", f"{each.year} · {each.rank}", plain(go)) if each else ""
            for each in points
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
    }


def _name(line: RankLine, column: int) -> Figure:
    tone = _tone(line)
    return {
        "x": column,
        "y": line.points[-1].rank,
        "text": plain(line.name),
        "name": f"{line.anchor}||",
        "showarrow": False,
        "captureevents": True,
        "xanchor": "left",
        "align": "left",
        "xshift": 20,
        "font": {"color": INK if tone is Tone.SAME else f"var(--{tone})", "size": 14},
    }
