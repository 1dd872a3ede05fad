"""The charts of one pair that have something to show, each with what it says to those who do not see it."""

from collections.abc import Sequence

from msgspec import Struct

from compare.model import PhraseStatus
from reports.dashboard.anchors import Side
from reports.dashboard.aside_wording import side_view_words
from reports.dashboard.density import density_figure
from reports.dashboard.figures import Figure
from reports.dashboard.ground import Ground
from reports.dashboard.phrase_figure import phrase_figure
from reports.dashboard.rank_figure import rank_figure
from reports.dashboard.target_figure import target_figure, target_lines
from reports.dashboard.theme_views import ThemeView, theme_figure
from reports.dashboard.views import PairViews, PriorityView
from reports.words.counts import filled


class Chart(Struct, frozen=True):
    """A plotly figure as JSON-like values, and the same in words."""

    figure: Figure
    alt: str


def pair_charts(
    views: PairViews, ground: Ground, priorities: Sequence[PriorityView], themes: Sequence[ThemeView]
) -> dict[str, Chart]:
    """The charts of a pair by the ends of their elements' ids.

    Args:
        views: the pair in one language.
        ground: the pair laid out.
        priorities: its priorities.
        themes: its themes.
    """
    words = side_view_words(views.language, aside=views.aside)
    names = (views.names[Side.EARLIER], views.names[Side.LATER])
    charts = {}
    if priorities:
        charts["slope"] = _slope(views, priorities, names)
    if themes:
        alt = filled(words.themes_alt, count=len(themes))
        charts["by-theme"] = Chart(theme_figure(themes, names, views.words), alt)
    gone = [views.phrase(phrase) for phrase in views.summary.group(PhraseStatus.DROPPED)]
    new = [views.phrase(phrase) for phrase in views.summary.group(PhraseStatus.NEW)]
    if gone or new:
        alt = filled(views.words.bars_alt, gone=len(gone), new=len(new), earlier=names[0], later=names[1])
        charts["bars"] = Chart(phrase_figure(gone, new, names, views.words), alt)
    lines = target_lines(views)
    if lines:
        alt = filled(words.targets_alt, count=len(lines))
        charts["target-lines"] = Chart(target_figure(lines, names, views.language), alt)
    if any(stretch.only_here or stretch.moved for side in Side for stretch in ground.stretches[side]):
        alt = words.strip_alt.format(earlier=names[0], later=names[1])
        charts["strip"] = Chart(density_figure(views, ground), alt)
    return charts


def _slope(views: PairViews, priorities: Sequence[PriorityView], names: tuple[str, str]) -> Chart:
    words = views.words
    before = len({row.earlier_rank for row in priorities if row.earlier_rank})
    after = len({row.later_rank for row in priorities if row.later_rank})
    alt = words.slope_alt.format(earlier=names[0], later=names[1], before=before, after=after)
    return Chart(rank_figure(priorities, names, words), alt)
