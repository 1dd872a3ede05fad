"""The ranks of a place's priorities through the years, as lines that cross."""

from compare.history.model import History, PriorityThread
from reports.dashboard.figures import INK, Figure, name_data, plain, stacked, whole_figure
from reports.dashboard.year_axis import Axis, axis_of
from reports.words.history import HistoryWords

_FAINT, _STRONG = 1.5, 3.0


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
