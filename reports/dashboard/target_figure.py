"""The chart of targets: the earlier target, what came of it, the later target, one row for each indicator."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from compare.undertakings.model import Target, TargetOutcome
from corpora.model import Span
from reports.dashboard.anchors import Side
from reports.dashboard.figures import Figure, name_data, plain, side_heading, stacked, whole_figure
from reports.dashboard.quotes import Quote
from reports.dashboard.view_wording import view_words
from reports.dashboard.views import Badge, PairViews
from reports.dashboard.wording import page_words
from reports.rows.undertakings import TargetRow, row_name, target_rows
from reports.words.vocabulary import VERDICTS

# Half the height of a row that its points use; the rest is for their figures.
REACH = 0.16
_SYMBOLS = ("circle-open", "diamond", "circle")


class Mark(Struct, frozen=True):
    """One of the three figures of a row: `height` from -1 to 1 on the row's own scale."""

    column: int
    value: float
    told: str
    tone: str
    quote: Quote
    about: str


class TargetLine(Struct, frozen=True):
    """An indicator with two or three figures that can be set against each other."""

    name: str
    badge: Badge
    marks: tuple[Mark, ...]


def target_lines(views: PairViews) -> tuple[TargetLine, ...]:
    """The indicators whose figures are in one unit on at least two of the three places."""
    change_report = views.summary.change_report
    outcomes = {outcome.target.span: outcome for outcome in change_report.outcomes}
    lines = (_line(views, row, outcomes) for row in target_rows(change_report))
    return tuple(line for line in lines if len(line.marks) > 1)


def _line(views: PairViews, row: TargetRow, outcomes: Mapping[Span, TargetOutcome]) -> TargetLine:
    change = row.change
    badge = views.badge(change.change)
    outcome = outcomes.get(change.earlier.span) if change.earlier else None
    unit = next((side.unit for side in (change.earlier, change.later) if side and side.is_quantified), None)
    marks = [
        _target_mark(views, target, side, column, badge if column else None)
        for target, side, column in ((change.earlier, Side.EARLIER, 0), (change.later, Side.LATER, 2))
        if target and target.value and target.unit == unit
    ]
    if outcome and outcome.value is not None and outcome.unit == unit and outcome.span:
        verdict = Badge.of(VERDICTS[outcome.verdict], views.language)
        quote = views.quote(Side.LATER, outcome.span)
        told = _figure(outcome.value, outcome.unit)
        marks.insert(1, Mark(1, outcome.value, told, verdict.tone, quote, verdict.label))
    return TargetLine(
        row_name(row, views.language), badge, tuple(sorted(marks, key=lambda mark: mark.column))
    )


def _target_mark(views: PairViews, target: Target, side: Side, column: int, badge: Badge | None) -> Mark:
    low, high = target.value or (0.0, 0.0)
    number = f"{low:g}" if low == high else f"{low:g}—{high:g}"
    told = f"{number}{target.unit or ''}{target.qualifier or ''}"
    tone = badge.tone if badge else "same"
    quote = views.quote(side, target.span)
    return Mark(column, (low + high) / 2, told, tone, quote, badge.label if badge else "")


def _figure(value: float, unit: str | None) -> str:
    return f"{value:g}{unit or ''}"


def target_figure(lines: Sequence[TargetLine], names: tuple[str, str], language: str) -> Figure:
    """The figures of each indicator as a line from the earlier target over its outcome to the later target.

    Every row has a scale of its own: its lowest figure is at the bottom, its highest at the top.

    Args:
        lines: indicators with their figures.
        names: what the earlier and the later text are called.
        language: `zh` or `en`.

    Returns:
        A plotly figure as JSON-like values. `customdata` of each point is [anchor, mark].
    """
    words, of_view = page_words(language), view_words(language)
    traces: list[Figure] = []
    annotations: list[Figure] = []
    for row, line in enumerate(lines, start=1):
        heights = _heights(line.marks)
        traces.append(_trace(row, line, heights, words.hover_go))
        annotations.append(_name(row, line))
    told = any(mark.column == 1 for line in lines for mark in line.marks)
    heads = (
        of_view.targets_earlier.format(earlier=names[0]),
        # Without reviews that tell of the targets the column in the middle stays empty.
        of_view.targets_outcome.format(later=names[1]) if told else "",
        of_view.targets_later.format(later=names[1]),
    )
    annotations += [
        side_heading(head, column, "center") | {"xshift": 0} for column, head in enumerate(heads) if head
    ]
    layout = {
        "xaxis": {"range": [-0.45, 2.45], "visible": False, "fixedrange": True},
        "yaxis": {"range": [len(lines) + 0.55, 0.45], "visible": False, "fixedrange": True},
        "annotations": annotations,
        "shapes": [_rule(row) for row in range(1, len(lines))],
        "meta": {"kind": "targets", "rows": len(lines)},
    }
    return whole_figure(traces, layout)


def _heights(marks: Iterable[Mark]) -> list[float]:
    values = [mark.value for mark in marks]
    low, high = min(values), max(values)
    if low == high:
        return [0.0] * len(values)
    return [2 * (value - low) / (high - low) - 1 for value in values]


def _trace(row: int, line: TargetLine, heights: Sequence[float], go: str) -> Figure:
    tones = [f"var(--{mark.tone})" for mark in line.marks]
    return {
        "type": "scatter",
        "mode": "lines+markers+text",
        "x": [mark.column for mark in line.marks],
        # The axis points downwards; figures stand above their points.
        "y": [round(row + 0.14 - REACH * height, 4) for height in heights],
        "text": [plain(mark.told) for mark in line.marks],
        "textposition": "top center",
        "textfont": {"color": "var(--ink)", "size": 13},
        "line": {"color": "var(--rule)", "width": 2},
        "marker": {
            "size": 11,
            "color": tones,
            "symbol": [_SYMBOLS[mark.column] for mark in line.marks],
            "line": {"width": 2, "color": tones},
            "opacity": 1,
        },
        "customdata": [[mark.quote.anchor, mark.quote.mark] for mark in line.marks],
        "hovertext": [
            stacked(f"<b>{plain(mark.quote.text)}</b>", plain(mark.about), plain(go)) for mark in line.marks
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
    }


def _name(row: int, line: TargetLine) -> Figure:
    same = line.badge.tone in ("same", "quiet")
    return {
        "xref": "paper",
        "x": 0,
        "y": row + 0.05,
        "text": plain(line.name),
        "name": name_data(line.marks[-1].quote, line.badge.label),
        "showarrow": False,
        "captureevents": True,
        "xanchor": "right",
        "align": "right",
        "xshift": -8,
        "font": {"color": "var(--ink)" if same else f"var(--{line.badge.tone})", "size": 14},
    }


def _rule(row: int) -> Figure:
    return {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": row + 0.5,
        "y1": row + 0.5,
        "line": {"color": "var(--rule)", "width": 1},
        "layer": "below",
    }
