"""The heat map of a history: formulation by year."""

from compare.history.model import FormulationYears, History
from reports.dashboard.figures import Figure, name_data, plain, stacked, whole_figure
from reports.dashboard.year_axis import axis_of
from reports.rows.history import Life, life, passage, rate
from reports.words.counts import filled
from reports.words.history import LIVES, HistoryWords

_MOST_ROWS = 15  # of each life; all of them are in the table below
_SENTENCE = 60  # characters of a hover text, on two lines
_HALF = 30


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
                told = filled(words.hover_uses, year=report.year, count=count, rate=f"{share:.2f}")
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
