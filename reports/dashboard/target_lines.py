"""The targets of a history as small lines, one below the other."""

from collections.abc import Sequence

from compare.history.model import CellKind, Shelf, TargetYears
from corpora.quantities import measured_in
from reports.dashboard.figures import INK, Figure, name_data, plain, stacked, whole_figure
from reports.dashboard.year_axis import Axis, axis_of

_SENTENCE = 60  # characters of a hover text
_LEAST_POINTS = 3  # a line needs more than a beginning and an end
_MOST_SERIES = 8


def charted_targets(series: Sequence[TargetYears]) -> tuple[TargetYears, ...]:
    """The targets that make a line: with a number in three reports or more, of one measure."""
    return tuple(one for one in series if len(_points(one)) >= _LEAST_POINTS)[:_MOST_SERIES]


def unit_of(series: TargetYears) -> str:
    """The unit in which a target is charted: that of its last number."""
    told = [cell.unit for cell in series.cells if cell.kind is CellKind.QUANTIFIED]
    return (told[-1] if told else None) or ""


def _points(series: TargetYears) -> dict[int, tuple[float, float]]:
    """Each year's value in the unit of the last one; years in another measure are left out."""
    told = [cell for cell in series.cells if cell.kind is CellKind.QUANTIFIED and cell.value]
    if not told:
        return {}
    dimension, size = measured_in(told[-1].unit or "")
    found: dict[int, tuple[float, float]] = {}
    for cell in told:
        own, factor = measured_in(cell.unit or "")
        if own == dimension and cell.value:
            found[cell.year] = (cell.value[0] * factor / size, cell.value[1] * factor / size)
    return found


def targets_figure(shelf: Shelf, series: Sequence[TargetYears], names: Sequence[str]) -> Figure:
    """One small line for each target, below one another; a range is drawn with both its ends.

    Args:
        shelf: the reports.
        series: the targets, as `charted_targets` chose them.
        names: what each is called, with the unit of its figures.
    """
    axis, traces, annotations = axis_of(shelf), list[Figure](), list[Figure]()
    layout: Figure = {"xaxis": axis.layout, "shapes": axis.bands()}
    for number, (one, name) in enumerate(zip(series, names, strict=True)):
        key = "" if number == 0 else str(number + 1)
        top, height = 1 - number / len(series), 1 / len(series)
        layout[f"yaxis{key}"] = {
            "domain": [top - height * 0.86, top - height * 0.2],
            "showgrid": False,
            "zeroline": False,
            "showticklabels": False,
            "ticks": "",
            "fixedrange": True,
        }
        traces.append(_target_trace(one, axis, f"y{key}"))
        annotations.append(_target_name(name, top, height))
    layout |= {"annotations": annotations, "meta": {"kind": "series", "rows": len(series)}}
    return whole_figure(traces, layout)


def _target_trace(series: TargetYears, axis: Axis, yaxis: str) -> Figure:
    points = _points(series)
    cells = {cell.year: cell for cell in series.cells}
    middle: list[float | None] = [None] * len(axis.labels)
    spread, text, hover = [0.0] * len(axis.labels), [""] * len(axis.labels), [""] * len(axis.labels)
    shown = ""  # a value that stays is written once
    for year, (low, high) in points.items():
        place = axis.places[year]
        middle[place], spread[place] = round((low + high) / 2, 10), round((high - low) / 2, 10)
        told = f"{low:.6g}" if low == high else f"{low:.6g}-{high:.6g}"
        text[place], shown = ("" if told == shown else told), told
        hover[place] = stacked(f"<b>{year}</b>", plain(cells[year].text[:_SENTENCE]))
    return {
        "type": "scatter",
        "mode": "lines+markers+text",
        "x": list(range(len(axis.labels))),
        "y": middle,
        "yaxis": yaxis,
        "error_y": {"array": spread, "color": "var(--changed)", "thickness": 2, "width": 4},
        "text": text,
        "textposition": "top center",
        "textfont": {"color": INK, "size": 11},
        "line": {"color": "var(--changed)", "width": 2},
        "marker": {"size": 7, "color": "var(--changed)"},
        "connectgaps": False,
        "hovertext": hover,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
        "showlegend": False,
    }


def _target_name(name: str, top: float, height: float) -> Figure:
    return {
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": top - height * 0.53,
        "text": plain(name),
        "name": name_data(None, ""),
        "showarrow": False,
        "xanchor": "right",
        "align": "right",
        "xshift": -12,
        "font": {"color": INK, "size": 13},
    }
