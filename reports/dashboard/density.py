"""Where along both texts the new, the changed and the dropped stand: a strip of sentences, and its table."""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from reports.dashboard.anchors import Side
from reports.dashboard.figures import INK, Figure, plain, whole_figure
from reports.dashboard.flow import PartHead, ordered_parts, part_head, ranks_of
from reports.dashboard.ground import Ground
from reports.dashboard.stretches import Stretch
from reports.dashboard.view_wording import view_words
from reports.dashboard.views import PairViews
from reports.views.context import percent
from reports.words.vocabulary import OUTCOMES, Outcome, Tone

# How much of a row its highest bar takes; above it stands a name, below it are the ranks.
REACH = 0.6
_ROUNDED = 2e-4  # of the width of the strip
# What has no counterpart at all must be found among much that is only reworded.
_ALONE = (Outcome.DROPPED, Outcome.NEW)
_TONES = ("var(--changed-pale)", *(f"var(--{OUTCOMES[outcome].tone.value})" for outcome in _ALONE))


class PartChange(Struct, frozen=True):
    """How much of a part of one text the other does not have."""

    head: PartHead
    characters: str
    share: str
    moved: int


class SideChange(Struct, frozen=True):
    """The parts of one text in order."""

    side: str
    name: str
    parts: tuple[PartChange, ...]


def side_changes(views: PairViews, ground: Ground) -> tuple[SideChange, ...]:
    """The table of the strip: for each part of both texts, how much of it the other does not have."""
    return tuple(_side_change(views, ground, side) for side in Side)


def _side_change(views: PairViews, ground: Ground, side: Side) -> SideChange:
    parts = ground.parts[side]
    whole: Counter[str] = Counter()
    only: Counter[str] = Counter()
    moved: dict[str, set[str]] = {}
    for stretch in ground.stretches[side]:
        key = parts.of_unit.get(stretch.unit.id)
        if key is not None:
            whole[key] += len(stretch.span)
            only[key] += stretch.only_here
            if stretch.moved:
                moved.setdefault(key, set()).add(stretch.unit.id)
    rows = tuple(
        PartChange(
            head=part_head(views, side, key),
            characters=f"{whole[key]:,}",
            share=percent(only[key] / whole[key]),
            moved=len(moved.get(key, ())),
        )
        for key in ordered_parts(parts, side, views.summary.change_report)
        if whole[key]
    )
    return SideChange(side.value, views.names[side], rows)


def density_figure(views: PairViews, ground: Ground) -> Figure:
    """The strip: the earlier text above, the later one below, a bar for each sentence.

    A bar is as high as the share of its characters that the other text does not have; its tone tells whether
    the whole passage has no counterpart. Under the bars of a passage that moved runs a line.

    Returns:
        A plotly figure as JSON-like values. `customdata` of each bar is [anchor, mark].
    """
    change_report = views.summary.change_report
    traces: list[Figure] = []
    annotations: list[Figure] = []
    shapes: list[Figure] = []
    for row, side in enumerate(Side, start=1):
        placed = _placed(ground.stretches[side])
        traces += [_bars(views, side, placed, row), _moved(placed, row)]
        annotations.append(_head(views.names[side], row))
        for at, rank in _borders(ranks_of(change_report, side), placed):
            shapes.append(_line(at, row))
            annotations.append(_number(at, rank, row))
    layout = {
        "xaxis": {"range": [0, 1], "visible": False, "fixedrange": True},
        "yaxis": {"range": [2.3, 0], "visible": False, "fixedrange": True},
        "annotations": annotations,
        "shapes": shapes,
        "barmode": "overlay",
        "bargap": 0,
        "meta": {"kind": "strip", "rows": 2, "tones": _TONES},
    }
    return whole_figure(traces, layout)


class _Placed(Struct, frozen=True):
    """A sentence in the strip: where it begins and how wide it is, of the whole text's length."""

    stretch: Stretch
    start: float
    width: float


def _placed(stretches: Sequence[Stretch]) -> tuple[_Placed, ...]:
    whole = sum(len(stretch.span) for stretch in stretches)
    placed, at = [], 0
    for stretch in stretches:
        length = len(stretch.span)
        placed.append(_Placed(stretch, round(at / whole, 4), round(length / whole, 4)))
        at += length
    return tuple(placed)


def _bars(views: PairViews, side: Side, placed: Sequence[_Placed], row: int) -> Figure:
    anchors = views.anchors[side]
    shares = [each.stretch.only_here / max(len(each.stretch.span), 1) for each in placed]
    outcomes = [each.stretch.outcome for each in placed]
    return {
        "type": "bar",
        "x": [each.start for each in placed],
        "offset": 0,
        "width": [each.width for each in placed],
        "base": row,
        # The axis points downwards.
        "y": [-round(REACH * share, 2) for share in shares],
        "marker": {
            # Colours are numbers of `meta.tones`: a page has thousands of bars.
            "color": [_ALONE.index(outcome) + 1 if outcome in _ALONE else 0 for outcome in outcomes],
            "line": {"width": 0},
        },
        "customdata": [[anchors.sentence(each.stretch.span.start)] for each in placed],
        "hovertext": [_hover(views, each.stretch) for each in placed],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "textposition": "none",
    }


def _hover(views: PairViews, stretch: Stretch) -> str:
    """What is said of a sentence; the page's script adds the sentence itself, which the page has already."""
    share = percent(stretch.only_here / max(len(stretch.span), 1))
    return view_words(views.language).strip_hover.format(
        outcome=views.badge(stretch.outcome).label, share=share
    )


def _moved(placed: Sequence[_Placed], row: int) -> Figure:
    lines: list[list[float]] = []
    for each in placed:
        if not each.stretch.moved:
            continue
        end = round(each.start + each.width, 4)
        # Sentences that follow each other share one line: it ends where the next begins, but for rounding.
        if lines and abs(lines[-1][1] - each.start) < _ROUNDED:
            lines[-1][1] = end
        else:
            lines.append([each.start, end])
    xs = [x for line in lines for x in (*line, None)]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": xs,
        "y": [None if x is None else row + 0.07 for x in xs],
        "line": {"color": f"var(--{Tone.MOVED.value})", "width": 4},
        "hoverinfo": "skip",
    }


def _head(name: str, row: int) -> Figure:
    return {
        "x": 0,
        "y": row - REACH - 0.04,
        "yanchor": "bottom",
        "xanchor": "left",
        "text": plain(name),
        "name": "",
        "showarrow": False,
        "font": {"color": INK, "size": 14},
    }


def _borders(ranks: Mapping[str, int], placed: Sequence[_Placed]) -> list[tuple[float, str]]:
    """Where the priorities begin, with their ranks."""
    found: dict[int, float] = {}
    for each in placed:
        rank = ranks.get(each.stretch.unit.id)
        if rank:
            found.setdefault(rank, each.start)
    return [(at, str(rank)) for rank, at in found.items()]


def _line(at: float, row: int) -> Figure:
    return {
        "type": "line",
        "x0": at,
        "x1": at,
        "y0": row - REACH,
        "y1": row + 0.1,
        "line": {"color": "var(--rule)", "width": 1},
        "layer": "below",
    }


def _number(at: float, rank: str, row: int) -> Figure:
    return {
        "x": at,
        "y": row + 0.1,
        "yanchor": "top",
        "xanchor": "center",
        "text": rank,
        "name": "||",
        "showarrow": False,
        "font": {"color": "var(--ink-soft)", "size": 12},
    }
