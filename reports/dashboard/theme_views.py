"""New and no longer found formulations by theme, as a chart with its table."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from compare.model import FormulationChange, PhraseStatus, PriorityStatus
from reports.dashboard.anchors import Side
from reports.dashboard.figures import Figure, name_data, plain, side_heading, stacked, whole_figure
from reports.dashboard.ground import Ground
from reports.dashboard.quotes import Quote
from reports.dashboard.themes import Parts, Theme, themes_of
from reports.dashboard.views import Badge, PairViews, PhraseView
from reports.dashboard.wording import PageWords
from reports.rows.headings import by_contents
from reports.words.pairs import BY_CONTENTS
from reports.words.vocabulary import ROLES, Tone

# A bar of the heaviest theme leaves room for its count.
REACH = 0.94


class ThemeView(Struct, frozen=True):
    """A theme with its formulations, the weightiest first.

    Attributes:
        name: its heading, or the name of the part.
        heading: the heading as a quote; None for parts.
        badge: what became of the priority; None for parts.
        gone: formulations of the earlier text that are no longer found.
        new: new formulations of the later text.
    """

    name: str
    heading: Quote | None
    badge: Badge | None
    gone: tuple[PhraseView, ...]
    new: tuple[PhraseView, ...]


def theme_views(views: PairViews, ground: Ground) -> tuple[ThemeView, ...]:
    """The themes of a pair that have something new or no longer found."""
    change_report = views.summary.change_report
    parts = ground.parts
    gone = _by_part(views.summary.group(PhraseStatus.DROPPED), parts[Side.EARLIER], Side.EARLIER)
    new = _by_part(views.summary.group(PhraseStatus.NEW), parts[Side.LATER], Side.LATER)
    shown = []
    for theme in themes_of(change_report, parts):
        one_sided = theme.status in (PriorityStatus.NEW, PriorityStatus.DROPPED)
        lost = _phrases(gone, theme.earlier, theme)
        come = _phrases(new, theme.later, theme)
        if lost or come or one_sided:
            shown.append(_view(views, theme, lost, come))
    return tuple(shown)


def _by_part(
    phrases: Iterable[FormulationChange], parts: Parts, side: Side
) -> dict[str, list[FormulationChange]]:
    """Formulations by the part in which they are first used."""
    found: dict[str, list[FormulationChange]] = {}
    for phrase in phrases:
        spans = phrase.earlier_spans if side is Side.EARLIER else phrase.later_spans
        key = parts.at(spans[0]) if spans else None
        if key is not None:
            found.setdefault(key, []).append(phrase)
    return found


def _phrases(
    found: Mapping[str, Sequence[FormulationChange]], units: Iterable[str], theme: Theme
) -> list[FormulationChange]:
    keys = (*units, theme.role.value) if theme.role else tuple(units)
    phrases = [phrase for key in keys for phrase in found.get(key, ())]
    return sorted(phrases, key=lambda phrase: (-phrase.weight, phrase.text))


def _view(
    views: PairViews, theme: Theme, gone: Iterable[FormulationChange], new: Iterable[FormulationChange]
) -> ThemeView:
    heading = None
    if theme.later or theme.earlier:
        side, units = (Side.LATER, theme.later) if theme.later else (Side.EARLIER, theme.earlier)
        heading = views.heading(side, units[0])
    name = heading.text if heading else ROLES[theme.role].label(views.language) if theme.role else ""
    return ThemeView(
        name=name,
        heading=heading,
        badge=_badge(theme, views),
        gone=tuple(views.phrase(phrase) for phrase in gone),
        new=tuple(views.phrase(phrase) for phrase in new),
    )


def _badge(theme: Theme, views: PairViews) -> Badge | None:
    """What became of a priority; None for other parts."""
    if theme.status is None:
        return None
    ends = (*theme.earlier, *theme.later)
    if theme.status is PriorityStatus.REWORDED and ends in by_contents(views.summary.change_report):
        return Badge.of(BY_CONTENTS, views.language)
    return views.badge(theme.status)


def theme_figure(themes: Sequence[ThemeView], names: tuple[str, str], words: PageWords) -> Figure:
    """Diverging bars: what is no longer found to the left, what is new to the right, one row a theme.

    A bar is as long as its theme's share of all the weight on its side, since weights compare only within one
    status, and is made of one piece for each formulation.

    Args:
        themes: the themes in the order in which they are shown.
        names: what the earlier and the later text are called.
        words: the page's words.

    Returns:
        A plotly figure as JSON-like values. `customdata` of each piece is [anchor, mark].
    """
    sides = [[theme.gone for theme in themes], [theme.new for theme in themes]]
    totals = [sum(phrase.weight for row in rows for phrase in row) or 1 for rows in sides]
    shares = [
        [sum(p.weight for p in row) / total for row in rows]
        for rows, total in zip(sides, totals, strict=True)
    ]
    longest = max((share for rows in shares for share in rows), default=0) or 1
    traces, annotations = [], []
    heads = (
        words.bars_gone.format(earlier=names[0], later=names[1]),
        words.bars_new.format(later=names[1]),
    )
    for rows, total, sign, tone, head in zip(
        sides, totals, (-1, 1), (Tone.GONE, Tone.NEW), heads, strict=True
    ):
        scale = sign / total / longest * REACH
        traces += [_pieces(rows, scale, tone.value, words), _counts(rows, scale, sign)]
        annotations.append(side_heading(head, 0, "right" if sign < 0 else "left"))
    annotations += [_name(row, theme) for row, theme in enumerate(themes, start=1)]
    layout = {
        "xaxis": {"range": [-1.02, 1.02], "visible": False, "fixedrange": True},
        "yaxis": {"range": [len(themes) + 0.62, 0.3], "visible": False, "fixedrange": True},
        "annotations": annotations,
        "barmode": "overlay",
        "meta": {"kind": "themes", "rows": len(themes)},
    }
    return whole_figure(traces, layout)


def _pieces(rows: Sequence[Sequence[PhraseView]], scale: float, tone: str, words: PageWords) -> Figure:
    points = []
    for place, row in enumerate(rows, start=1):
        base = 0.0
        for phrase in row:
            points.append((place, round(base, 4), round(phrase.weight * scale, 4), phrase))
            base += phrase.weight * scale
    return {
        "type": "bar",
        "orientation": "h",
        "y": [place for place, _, _, _ in points],
        "base": [base for _, base, _, _ in points],
        "x": [length for _, _, length, _ in points],
        "width": 0.36,
        "offset": 0.08,
        "marker": {
            "color": f"var(--{tone})",
            # Hatched, so that the sides differ in grey print too.
            "pattern": {
                "shape": "/" if tone == Tone.GONE else "",
                "fgcolor": f"var(--{tone})",
                "bgcolor": f"var(--{tone}-soft)",
                "size": 5,
                "solidity": 0.5,
            },
            "line": {"color": "var(--paper)", "width": 1},
        },
        "customdata": [_target(phrase) for _, _, _, phrase in points],
        "hovertext": [_hover(phrase, words) for _, _, _, phrase in points],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "textposition": "none",
    }


def _target(phrase: PhraseView) -> list[str]:
    return [phrase.quotes[0].anchor, phrase.quotes[0].mark] if phrase.quotes else ["", ""]


def _hover(phrase: PhraseView, words: PageWords) -> str:
    return stacked(f"<b>{plain(phrase.text)}</b>", plain(words.hover_go) if phrase.quotes else "")


def _counts(rows: Sequence[Sequence[PhraseView]], scale: float, sign: int) -> Figure:
    """How many formulations a bar stands for, at its end."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": [round(sum(phrase.weight for phrase in row) * scale, 4) for row in rows],
        "y": [place + 0.26 for place, _ in enumerate(rows, start=1)],
        "text": [f" {len(row)} " if row else "" for row in rows],
        "textposition": "middle left" if sign < 0 else "middle right",
        "textfont": {"color": "var(--ink-soft)", "size": 13},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _name(row: int, theme: ThemeView) -> Figure:
    one_sided = theme.badge is not None and theme.badge.tone in (Tone.NEW, Tone.GONE)
    return {
        "x": 0,
        "y": row + 0.04,
        "text": plain(theme.name),
        "name": name_data(theme.heading, theme.badge.label if theme.badge and one_sided else ""),
        "showarrow": False,
        "captureevents": True,
        "xanchor": "center",
        "yanchor": "bottom",
        "align": "center",
        "font": {
            "color": f"var(--{theme.badge.tone})" if theme.badge and one_sided else "var(--ink)",
            "size": 14,
        },
    }
