"""The charts of a diffusion: a curve for each level, and the staircase of places by year."""

from compare.history.diffusion import Adoption, Diffusion, LevelCourse
from reports.dashboard.figures import INK, Figure, name_data, plain, stacked, whole_figure
from reports.dashboard.year_axis import Axis, axis_of_years
from reports.rows.history import passage
from reports.words.counts import filled
from reports.words.diffusion import DiffusionWords, level_name

MOST_ROWS = 60  # of the staircase: more are no picture any more, and stand in the table
_SENTENCE, _HALF = 60, 30  # characters of a hover text, and of one of its lines


def curves_figure(diffusion: Diffusion, words: DiffusionWords, language: str) -> Figure:
    """A small chart for each level, below one another: the share of places that had used it by each year."""
    axis = _axis(diffusion)
    layout: Figure = {"xaxis": axis.layout, "shapes": axis.bands()}
    traces, annotations = list[Figure](), list[Figure]()
    for number, level in enumerate(diffusion.levels):
        key = "" if number == 0 else str(number + 1)
        top, height = 1 - number / len(diffusion.levels), 1 / len(diffusion.levels)
        layout[f"yaxis{key}"] = {
            "domain": [top - height * 0.86, top - height * 0.2],
            "range": [0, 1.08],
            "showgrid": False,
            "zeroline": True,
            "zerolinecolor": "var(--rule)",
            "showticklabels": False,
            "ticks": "",
            "fixedrange": True,
        }
        traces.append(_curve(level, axis, f"y{key}", words))
        annotations.append(_name(level_name(level.level, language), "paper", top - height * 0.53))
    layout |= {"annotations": annotations, "meta": {"kind": "series", "rows": len(diffusion.levels)}}
    return whole_figure(traces, layout)


def _axis(diffusion: Diffusion) -> Axis:
    years = sorted({year for one in diffusion.adoptions for year in one.shelf.years})
    return axis_of_years(years, sorted(set(range(years[0], years[-1])) - set(years)))


def _curve(level: LevelCourse, axis: Axis, yaxis: str, words: DiffusionWords) -> Figure:
    shares: list[float | None] = [None] * len(axis.labels)
    text, hover = [""] * len(axis.labels), [""] * len(axis.labels)
    shown = ""  # a share that stays is written once
    for one in level.years:
        if one.year not in axis.places or not one.begun:
            continue
        place = axis.places[one.year]
        shares[place] = round(one.share, 4)
        told = f"{one.share:.0%}"
        text[place], shown = ("" if told == shown else told), told
        hover[place] = plain(
            filled(
                words.hover,
                year=one.year,
                adopted=one.adopted,
                begun=one.begun,
                using=one.using,
                reports=one.reports,
            )
        )
    return {
        "type": "scatter",
        "mode": "lines+markers+text",
        "x": list(range(len(axis.labels))),
        "y": shares,
        "yaxis": yaxis,
        "text": text,
        "textposition": "top center",
        "textfont": {"color": INK, "size": 11},
        "line": {"color": "var(--new)", "width": 2, "shape": "hv"},
        "marker": {"size": 6, "color": "var(--new)"},
        "connectgaps": True,
        "hovertext": hover,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
        "showlegend": False,
    }


def stairs_figure(diffusion: Diffusion) -> Figure:
    """Place by year, the first users on top: the figure says the uses, a dot a report without it."""
    axis, shown = _axis(diffusion), diffusion.users[:MOST_ROWS]
    rows = list(range(1, len(shown) + 1))
    cells = [_cells(one, axis) for one in shown]
    trace = {
        "type": "heatmap",
        "x": list(range(len(axis.labels))),
        "y": rows,
        "z": [row[0] for row in cells],
        "text": [row[1] for row in cells],
        "texttemplate": "%{text}",
        "textfont": {"size": 11},
        "hovertext": [row[2] for row in cells],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "hoverongaps": False,
        "colorscale": [[0, "var(--same-soft)"], [0.5, "var(--new-soft)"], [1, "var(--new)"]],
        "zmin": 0,
        "zmax": 4,
        "showscale": False,
        "xgap": 1,
        "ygap": 1,
    }
    layout = {
        "xaxis": axis.layout,
        "yaxis": {"range": [len(shown) + 0.5, 0.5], "visible": False, "fixedrange": True},
        "shapes": axis.bands(),
        "annotations": [_name(one.place, "y", row) for row, one in zip(rows, shown, strict=True)],
        "meta": {"kind": "heat", "rows": len(shown)},
    }
    return whole_figure([trace], layout)


def _cells(one: Adoption, axis: Axis) -> tuple[list[int | None], list[str], list[str]]:
    """For each place of the axis: uses (None without a report), what is written there, and its hover text."""
    uses: list[int | None] = [None] * len(axis.labels)
    text, hover = [""] * len(axis.labels), [""] * len(axis.labels)
    for year, count in zip(one.shelf.years, one.counts, strict=True):
        place = axis.places[year]
        uses[place], text[place] = min(count, 4), str(count) if count else "·"
        told = [f"<b>{plain(one.place)} {year}</b>"]
        if one.first and year == one.first.year:
            quote = passage(one.first, _SENTENCE)
            told += [plain(quote[:_HALF]), plain(quote[_HALF:])]
        hover[place] = stacked(*told)
    return uses, text, hover


def _name(text: str, yref: str, y: float) -> Figure:
    return {
        "xref": "paper",
        "yref": yref,
        "x": 0,
        "y": y,
        "text": plain(text),
        "name": name_data(None, ""),
        "showarrow": False,
        "xanchor": "right",
        "align": "right",
        "xshift": -10,
        "font": {"color": INK, "size": 13},
    }
