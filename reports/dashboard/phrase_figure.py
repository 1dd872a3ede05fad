"""The bar chart of formulations that only one of the two texts has."""

from collections.abc import Sequence

from reports.dashboard.figures import INK, Figure, name_data, plain, side_heading, stacked, whole_figure
from reports.dashboard.views import PhraseView
from reports.dashboard.wording import PageWords

# Bars on each side; more are in the table below the chart.
SHOWN_BARS = 20
# Hover texts are read at a glance.
HOVER_CHARACTERS = 90


def phrase_figure(
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
        annotations.append(side_heading(head, 0, "right" if sign < 0 else "left"))
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
    return whole_figure(traces, layout)


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
    lines = [f"<b>{plain(phrase.text)}</b>", plain(counts)]
    if phrase.quotes:
        quote = phrase.quotes[0]
        context = f"…{quote.before}{quote.text}{quote.after}…"[:HOVER_CHARACTERS]
        half = len(context) // 2
        lines += [plain(context[:half]), plain(context[half:]), plain(words.hover_go)]
    return stacked(*lines)


def _phrase_name(place: int, phrase: PhraseView, sign: int) -> Figure:
    count = max(phrase.earlier_count, phrase.later_count)
    quote = phrase.quotes[0] if phrase.quotes else None
    return {
        "x": 0,
        "y": place,
        "text": plain(phrase.text),
        "name": name_data(quote, f"×{count}" if count > 1 else ""),
        "showarrow": False,
        "captureevents": True,
        "xanchor": "right" if sign < 0 else "left",
        "align": "right" if sign < 0 else "left",
        "xshift": 7 * sign,
        "yshift": 9,
        "font": {"color": INK, "size": 14},
    }
