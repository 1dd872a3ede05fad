"""The charts of a history: uses as a heat map, ranks as lines that cross, targets as small lines.

Years without a report keep a place on the axis where they part two reports, shaded, so that a line across
them is seen to be one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from compare.history.model import CellKind, FormulationYears, History, PriorityThread, Shelf, TargetYears
from corpora.quantities import measured_in
from reports.dashboard.figures import INK, Figure, name_data, plain, stacked, whole_figure
from reports.history_words import LIVES, HistoryWords
from reports.rows_of_history import Life, life, passage, rate, runs_of, year_range

_MOST_ROWS = 15  # of each life in the heat map; all of them are in the table below
_SENTENCE = 60  # characters of a hover text
_HALF = 30
_FAINT, _STRONG = 1.5, 3.0
_LEAST_POINTS = 3  # a line needs more than a beginning and an end
_MOST_SERIES = 8


@dataclass(frozen=True, slots=True)
class Axis:
    """The years of a shelf in order, with a place for each run of missing ones.

    Attributes:
        labels: what stands at each place.
        places: the place of each year looked at.
        gaps: the places of missing years.
    """

    labels: tuple[str, ...]
    places: dict[int, int]
    gaps: tuple[int, ...]

    @property
    def layout(self) -> Figure:
        """The axis as plotly has it; few labels on a narrow page are chosen by the ticks' own room."""
        return {
            "range": [-0.6, len(self.labels) - 0.4],
            "tickmode": "array",
            "tickvals": list(self.places.values()),
            "ticktext": [str(year) for year in self.places],
            "tickangle": -60,
            "tickfont": {"color": "var(--ink-soft)", "size": 11},
            "side": "top",
            "showgrid": False,
            "zeroline": False,
            "showline": False,
            "fixedrange": True,
        }

    def bands(self) -> list[Figure]:
        """Where years are missing."""
        return [
            {
                "type": "rect",
                "xref": "x",
                "yref": "paper",
                "x0": place - 0.5,
                "x1": place + 0.5,
                "y0": 0,
                "y1": 1,
                "fillcolor": "var(--same-soft)",
                "line": {"width": 0},
                "layer": "below",
            }
            for place in self.gaps
        ]


def axis_of(shelf: Shelf) -> Axis:
    """The axis of a shelf."""
    runs = [(run[0], year_range(run), False) for run in runs_of(shelf.missing)]
    every = sorted([*((year, str(year), True) for year in shelf.years), *runs])
    return Axis(
        tuple(label for _, label, _ in every),
        {year: place for place, (year, _, known) in enumerate(every) if known},
        tuple(place for place, (_, _, known) in enumerate(every) if not known),
    )


# -- formulations ----------------------------------------------------------------------------------


def shown_formulations(history: History) -> tuple[FormulationYears, ...]:
    """The formulations of the heat map: the weightiest of each life, by their first year."""
    shown: list[FormulationYears] = []
    for kind in Life:
        group = [one for one in history.formulations if life(one.counts) is kind][:_MOST_ROWS]
        shown += sorted(group, key=lambda one: (one.first_year, -one.weight))
    return tuple(shown)


def heat_figure(history: History, words: HistoryWords) -> Figure:
    """Formulation by year; the colour says the uses per ten thousand characters, the figure the uses."""
    axis, shown = axis_of(history.shelf), shown_formulations(history)
    rates: list[list[float | None]] = []
    counts: list[list[str]] = []
    hovers: list[list[str]] = []
    for one in shown:
        uses = {use.year: use for use in one.uses}
        row: list[float | None] = [None] * len(axis.labels)
        text, hover = [""] * len(axis.labels), [""] * len(axis.labels)
        for report, count in zip(history.shelf.texts, one.counts, strict=True):
            if count:
                place, share = axis.places[report.year], rate(count, report.characters)
                row[place], text[place] = share, str(count)
                told = words.hover_uses.format(year=report.year, count=count, rate=f"{share:.2f}")
                quote = passage(uses[report.year], _SENTENCE) if report.year in uses else ""
                hover[place] = stacked(
                    f"<b>{plain(one.text)}</b>", plain(told), plain(quote[:_HALF]), plain(quote[_HALF:])
                )
        rates.append(row)
        counts.append(text)
        hovers.append(hover)
    rows = list(range(1, len(shown) + 1))
    trace = {
        "type": "heatmap",
        "x": list(range(len(axis.labels))),
        "y": rows,
        "z": rates,
        "text": counts,
        "texttemplate": "%{text}",
        "textfont": {"size": 11},  # plotly chooses ink that shows on each cell
        "hovertext": hovers,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "hoverongaps": False,
        "colorscale": [[0, "var(--new-soft)"], [1, "var(--new)"]],
        "showscale": False,
        "xgap": 1,
        "ygap": 1,
    }
    layout = {
        "xaxis": axis.layout,
        "yaxis": {"range": [len(shown) + 0.5, 0.5], "visible": False, "fixedrange": True},
        "shapes": axis.bands(),
        "annotations": [
            _row_name(row, one.text, life(one.counts)) for row, one in zip(rows, shown, strict=True)
        ],
        "meta": {"kind": "heat", "rows": len(shown)},
    }
    return whole_figure([trace], layout)


def _row_name(row: int, text: str, kind: Life) -> Figure:
    return {
        "xref": "paper",
        "x": 0,
        "y": row,
        "text": plain(text),
        "name": name_data(None, ""),
        "showarrow": False,
        "xanchor": "right",
        "align": "right",
        "xshift": -8,
        "font": {"color": f"var(--{LIVES[kind].tone})", "size": 13},
    }


# -- priorities ------------------------------------------------------------------------------------


def bump_figure(history: History, words: HistoryWords) -> Figure:
    """Ranks through the years; a line for each priority, those of the last report named at its end."""
    axis, last = axis_of(history.shelf), history.shelf.years[-1]
    threads = sorted(
        (one for one in history.priorities if len(one.places) > 1 or one.places[-1].year == last),
        key=lambda one: one.places[-1].year == last,
    )
    traces = [_thread_trace(one, axis, words, present=one.places[-1].year == last) for one in threads]
    present = [one for one in threads if one.places[-1].year == last]
    lowest = max((place.rank for one in threads for place in one.places), default=1)
    layout = {
        "xaxis": axis.layout,
        "yaxis": {
            "range": [lowest + 0.6, 0.4],
            "showgrid": False,
            "zeroline": False,
            "showticklabels": False,
            "ticks": "",
            "fixedrange": True,
        },
        "shapes": axis.bands(),
        "annotations": [_thread_name(one, axis) for one in present],
        "meta": {"kind": "bump", "rows": lowest},
    }
    return whole_figure(traces, layout)


def _thread_trace(thread: PriorityThread, axis: Axis, words: HistoryWords, *, present: bool) -> Figure:
    tone = "var(--new)" if present else "var(--same)"
    hovers = [
        stacked(
            f"<b>{plain(place.heading)}</b>",
            plain(words.rank_in.format(year=place.year, rank=place.rank)),
        )
        for place in thread.places
    ]
    return {
        "type": "scatter",
        "mode": "lines+markers+text",
        "x": [axis.places[place.year] for place in thread.places],
        "y": [place.rank for place in thread.places],
        "text": [str(place.rank) for place in thread.places],
        "textposition": "middle center",
        "textfont": {"color": "var(--on-tone)", "size": 10},
        "line": {"color": tone, "width": _STRONG if present else _FAINT},
        "marker": {"size": 17, "color": tone, "opacity": 1},
        "hovertext": hovers,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
        "showlegend": False,
    }


def _thread_name(thread: PriorityThread, axis: Axis) -> Figure:
    place = thread.places[-1]
    return {
        "x": axis.places[place.year],
        "y": place.rank,
        "text": plain(place.heading),
        "name": name_data(None, ""),
        "showarrow": False,
        "xanchor": "left",
        "align": "left",
        "xshift": 14,
        "font": {"color": INK, "size": 13},
    }


# -- targets ---------------------------------------------------------------------------------------


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
