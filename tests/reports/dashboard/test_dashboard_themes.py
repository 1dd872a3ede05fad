"""Both texts cut by theme, the flow between their parts, and where along the texts the changes lie."""

import pytest
from msgspec.structs import replace
from plotly.graph_objects import Figure

from compare.model import Link, LinkKind, PhraseStatus, PriorityChange, PriorityStatus
from corpora.model import Role
from reports.dashboard.anchors import Side
from reports.dashboard.density import density_figure, side_changes
from reports.dashboard.flow import flow_view
from reports.dashboard.ground import Ground
from reports.dashboard.pair_page import pair_page
from reports.dashboard.quotes import Quotes
from reports.dashboard.theme_views import theme_figure, theme_views
from reports.dashboard.themes import parts_of, themes_of
from reports.dashboard.views import PairViews
from reports.dashboard.wording import page_words
from reports.rows.rows import OUTSIDE_ROLES
from reports.rows.summary import summarize

NAMES = ("2023年", "2024年")


def laid_out(change_report, language="zh"):
    quotes = Quotes.of(change_report, "p1", language)
    return PairViews(summarize(change_report), "p1", language, quotes), Ground.of(
        change_report, "p1", language
    )


@pytest.fixture(scope="module")
def pair(placed):
    return placed.pairs[0]


def change(status, earlier=None, later=None):
    return PriorityChange(
        int(earlier[1:]) if earlier else None, int(later[1:]) if later else None, earlier, later, status
    )


@pytest.mark.parametrize(
    ("changes", "themes"),
    [
        ([change(PriorityStatus.KEPT, "s1", "s1")], [(("s1",), ("s1",), PriorityStatus.KEPT)]),
        (
            [change(PriorityStatus.SPLIT, "s1", "s1"), change(PriorityStatus.SPLIT, "s1", "s2")],
            [(("s1",), ("s1", "s2"), PriorityStatus.SPLIT)],
        ),
        (
            [change(PriorityStatus.MERGED, "s2", "s1"), change(PriorityStatus.MERGED, "s1", "s1")],
            [(("s1", "s2"), ("s1",), PriorityStatus.MERGED)],
        ),
        (
            [change(PriorityStatus.DROPPED, "s1"), change(PriorityStatus.NEW, None, "s1")],
            [((), ("s1",), PriorityStatus.NEW), (("s1",), (), PriorityStatus.DROPPED)],
        ),
        (
            [change(PriorityStatus.MOVED, "s2", "s1"), change(PriorityStatus.KEPT, "s1", "s2")],
            [(("s2",), ("s1",), PriorityStatus.MOVED), (("s1",), ("s2",), PriorityStatus.KEPT)],
        ),
    ],
)
def test_priorities_that_share_an_end_are_one_theme(pair, changes, themes):
    changed = replace(pair, priorities=tuple(changes))
    found = [theme for theme in themes_of(changed, parts_of(changed)) if theme.status]
    assert [(theme.earlier, theme.later, theme.status) for theme in found] == themes


def test_every_compared_unit_is_in_one_part_and_every_part_in_one_theme(pair):
    parts = parts_of(pair)
    themes = themes_of(pair, parts)
    for side, work_report in ((Side.EARLIER, pair.earlier), (Side.LATER, pair.later)):
        compared = {unit.id for unit in work_report.units if unit.role not in OUTSIDE_ROLES}
        assert set(parts[side].of_unit) == compared
        for key in parts[side].keys:
            units = [theme.earlier if side is Side.EARLIER else theme.later for theme in themes]
            holding = sum(key in ids for ids in units) + sum(theme.role == key for theme in themes)
            assert holding == 1


def test_formulations_stand_with_the_theme_they_are_used_in(pair):
    views, ground = laid_out(pair)
    themes = theme_views(views, ground)
    for side, status, place in (
        ("gone", PhraseStatus.DROPPED, Side.EARLIER),
        ("new", PhraseStatus.NEW, Side.LATER),
    ):
        parts = ground.parts[place]
        names = {theme.name: {phrase.text for phrase in getattr(theme, side)} for theme in themes}
        for phrase in pair.phrases:
            spans = phrase.earlier_spans if place is Side.EARLIER else phrase.later_spans
            key = parts.at(spans[0]) if spans else None
            holding = [name for name, texts in names.items() if phrase.text in texts]
            assert len(holding) == (phrase.status is status and key is not None)
    assert [phrase.text for theme in themes for phrase in theme.new] == ["低空经济"]
    by_name = {theme.name: theme for theme in themes}
    assert by_name["整治河道"].badge.tone == "gone"
    assert by_name["建设数字政府"].badge.tone == "new"


def test_bars_of_themes_are_shares_of_their_side(pair):
    views, ground = laid_out(pair)
    themes = theme_views(views, ground)
    figure = theme_figure(themes, NAMES, page_words("zh"))
    assert Figure(figure).to_plotly_json()["data"]
    for trace, side in ((figure["data"][0], "gone"), (figure["data"][2], "new")):
        phrases = [phrase for theme in themes for phrase in getattr(theme, side)]
        assert len(trace["x"]) == len(phrases)
        assert len(trace["customdata"]) == len(phrases)
        assert all(x <= 0 for x in trace["x"]) or all(x >= 0 for x in trace["x"])
    lengths = [abs(x) for trace in (figure["data"][0], figure["data"][2]) for x in trace["x"]]
    assert max(lengths) <= 1


def test_what_flows_adds_up_to_the_whole_part(pair):
    views, ground = laid_out(pair)
    flow = flow_view(views, ground)
    for row in flow.rows:
        shares = [cell.share for cell in (*row.cells, row.gone) if cell.share]
        told = sum(float(share.strip("<%")) for share in shares)
        assert abs(told - 100) <= len(shares), row.head.name
    names = [row.head.name for row in flow.rows]
    gone = flow.rows[names.index("整治河道")]
    assert gone.gone.share == "100%"
    assert not any(cell.share for cell in gone.cells)
    columns = [column.name for column in flow.columns]
    at = columns.index("建设数字政府")
    key = next(unit.id for unit in pair.later.units if unit.heading == "建设数字政府")
    inside = [unit for unit in pair.later.units if ground.parts[Side.LATER].of_unit.get(unit.id) == key]
    new = sum(len(unit.span) for unit in inside if unit.id in pair.new_units)
    whole = sum(len(unit.span) for unit in inside)
    assert flow.new[at].share == f"{new / whole:.0%}"


def test_a_passage_carried_on_by_several_flows_to_each_by_length(pair):
    views, ground = laid_out(pair)
    earlier, later = pair.earlier, pair.later
    plan = [unit for unit in later.units if unit.role is Role.PLAN and unit.level == "measure"]
    source = next(unit for unit in earlier.units if unit.role is Role.PLAN and unit.level == "measure")
    ends = [plan[0], plan[-1]]
    assert len({ground.parts[Side.LATER].of_unit[unit.id] for unit in ends}) == 2
    link = Link(
        (source.id,),
        tuple(unit.id for unit in ends),
        LinkKind.SPLIT,
        moved=False,
        displaced=False,
        score=0.9,
        matched_by="content",
    )
    changed = replace(pair, links=(link,), new_units=(), dropped_units=())
    views, ground = laid_out(changed)
    row = next(row for row in flow_view(views, ground).rows if any(cell.share for cell in row.cells))
    assert sum(bool(cell.share) for cell in row.cells) == 2
    assert {cell.anchor for cell in row.cells if cell.share} == {f"p1-l-{unit.id}" for unit in ends}


def test_a_text_of_one_part_has_no_matrix(pair):
    bare = replace(pair, priorities=())
    only = tuple(replace(unit, role=Role.PLAN) for unit in pair.later.units)
    views, ground = laid_out(replace(bare, later=replace(pair.later, units=only)))
    assert flow_view(views, ground) is None


def test_the_strip_has_every_compared_sentence_and_measures_what_only_one_text_has(pair):
    _, ground = laid_out(pair)
    for side, work_report, alone in (
        (Side.EARLIER, pair.earlier, pair.dropped_units),
        (Side.LATER, pair.later, pair.new_units),
    ):
        stretches = ground.stretches[side]
        told = "".join(work_report.quote(stretch.span) for stretch in stretches)
        ends = [
            link.earlier if side is Side.EARLIER else link.later for link in pair.links if not link.partial
        ]
        linked = {unit for units in ends for unit in units}
        units = [unit for unit in work_report.units if unit.id in {*linked, *alone}]
        assert told == "".join(unit.text for unit in units)
        for stretch in stretches:
            assert 0 <= stretch.only_here <= len(stretch.span)
            if stretch.unit.id in alone:
                assert stretch.only_here == len(stretch.span)
    assert any(stretch.moved for stretch in ground.stretches[Side.LATER])


def test_the_table_of_the_strip_adds_up(pair):
    views, ground = laid_out(pair)
    for side, changes in zip(Side, side_changes(views, ground), strict=True):
        told = sum(int(part.characters.replace(",", "")) for part in changes.parts)
        assert told == sum(len(stretch.span) for stretch in ground.stretches[side])
    moved = {s.unit.id for s in ground.stretches[Side.LATER] if s.moved}
    assert sum(part.moved for part in side_changes(views, ground)[1].parts) == len(moved)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_plotly_takes_every_figure_of_a_page(sample, language):
    page = pair_page(sample.pairs[0], "p1", language, chosen=True)
    assert set(page.figures) == {
        f"p1-{name}" for name in ("slope", "by-theme", "bars", "target-lines", "strip")
    }
    for figure in page.figures.values():
        known = Figure({"data": figure["data"], "layout": figure["layout"]}).to_plotly_json()
        assert len(known["data"]) == len(figure["data"])
        assert known["layout"]["meta"] == figure["layout"]["meta"]


def test_the_figure_of_the_strip_has_a_bar_a_sentence(pair):
    views, ground = laid_out(pair)
    figure = density_figure(views, ground)
    bars = [trace for trace in figure["data"] if trace["type"] == "bar"]
    for trace, side in zip(bars, Side, strict=True):
        stretches = ground.stretches[side]
        assert [target[0] for target in trace["customdata"]] == [
            f"p1-{side.value}-{stretch.span.start}" for stretch in stretches
        ]
        assert len(trace["x"]) == len(trace["width"]) == len(trace["y"]) == len(stretches)
        assert abs(sum(trace["width"]) - 1) < 0.01
