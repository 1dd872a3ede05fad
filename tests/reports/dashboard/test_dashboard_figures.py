"""The charts as figures: what they show, in which place, and that plotly takes them."""

import json

import pytest
from plotly.graph_objects import Figure

from compare.model import PriorityStatus
from reports.dashboard.figures import figures_json
from reports.dashboard.phrase_figure import SHOWN_BARS, phrase_figure
from reports.dashboard.quotes import Quote
from reports.dashboard.rank_figure import rank_figure
from reports.dashboard.views import Badge, PhraseView, PriorityView
from reports.dashboard.wording import EN, ZH
from reports.words.vocabulary import PRIORITY_STATUSES

NAMES = ("2023年", "2024年")


def quote(text, side="l", anchor="p1-l-5"):
    return Quote(side, "2024年", text, anchor, f"0-{len(text)}", "前文", "后文", "zh-CN")


def priority(earlier, later, status, heading="任务"):
    return PriorityView(
        status=status,
        badge=Badge.of(PRIORITY_STATUSES[status], "zh"),
        earlier_rank=earlier,
        later_rank=later,
        earlier=quote(f"{heading}{earlier}", "e", f"p1-e-{earlier}") if earlier else None,
        later=quote(f"{heading}{later}", "l", f"p1-l-{later}") if later else None,
    )


def phrase(text, weight=1.0, before=0, after=1, **more):
    facts = {"before": "", "first_year": None, "last_year": None, "quotes": (quote(text),)} | more
    return PhraseView(text=text, earlier_count=before, later_count=after, weight=weight, **facts)


PRIORITIES = [
    priority(3, 1, PriorityStatus.MOVED),
    priority(1, 2, PriorityStatus.DISPLACED),
    priority(2, 3, PriorityStatus.REWORDED),
    priority(None, 4, PriorityStatus.NEW),
    priority(4, None, PriorityStatus.DROPPED),
]


def lines(figure):
    return {tuple(trace["y"]): trace["line"] for trace in figure["data"] if trace["mode"] == "lines"}


def points(figure):
    return [trace for trace in figure["data"] if trace["mode"] == "markers+text"]


def names(figure):
    return {note["text"]: note for note in figure["layout"]["annotations"] if note.get("name")}


@pytest.mark.parametrize("words", [ZH, EN])
@pytest.mark.parametrize("priorities", [PRIORITIES, PRIORITIES[:1], PRIORITIES[3:]])
def test_plotly_takes_the_slope_chart(words, priorities):
    figure = rank_figure(priorities, NAMES, words)
    assert Figure(figure).to_plotly_json()["data"] == figure["data"]
    assert "template" not in figure["layout"]


def test_a_slope_leads_from_the_earlier_to_the_later_rank():
    assert set(lines(rank_figure(PRIORITIES, NAMES, ZH))) == {(3, 1), (1, 2), (2, 3)}


def test_what_moved_is_told_by_width_and_what_was_renumbered_is_not():
    drawn = lines(rank_figure(PRIORITIES, NAMES, ZH))
    assert drawn[3, 1]["width"] > 3 * drawn[1, 2]["width"]
    assert drawn[3, 1]["color"] == "var(--moved)"
    assert drawn[1, 2]["color"] == drawn[2, 3]["color"] == "var(--same)"


def test_new_and_dropped_priorities_have_one_end_and_their_own_mark():
    figure = rank_figure(PRIORITIES, NAMES, ZH)
    earlier, later = points(figure)
    assert earlier["y"] == later["y"] == [1, 2, 3, 4]
    assert earlier["marker"]["symbol"] == ["circle", "circle", "circle", "square-open"]
    assert later["marker"]["symbol"] == ["circle", "circle", "circle", "square"]
    assert names(figure)["任务4"]["name"].endswith("|新列")


def test_points_and_names_lead_to_the_headings():
    figure = rank_figure(PRIORITIES, NAMES, ZH)
    assert points(figure)[1]["customdata"][0] == ["p1-l-1", "0-3"]
    assert {note["name"].split("|")[0] for note in names(figure).values()} <= {
        f"p1-{side}-{rank}" for side in "el" for rank in range(1, 5)
    }
    assert all(note["captureevents"] for note in names(figure).values())


def test_a_split_priority_has_one_name_on_its_side():
    rows = [priority(1, 1, PriorityStatus.SPLIT), priority(1, 2, PriorityStatus.SPLIT)]
    figure = rank_figure(rows, NAMES, ZH)
    assert set(lines(figure)) == {(1, 1), (1, 2)}
    assert points(figure)[0]["y"] == [1]
    assert points(figure)[1]["y"] == [1, 2]


@pytest.mark.parametrize(("gone", "new"), [(3, 2), (0, 2), (3, 0), (50, 50)])
def test_bars_of_the_earlier_text_go_left_and_those_of_the_later_right(gone, new):
    figure = phrase_figure(
        [phrase(f"旧{n}", 9 - n / 10, 1, 0) for n in range(gone)],
        [phrase(f"新{n}", 5 - n / 20) for n in range(new)],
        NAMES,
        ZH,
    )
    left, right = figure["data"]
    assert Figure(figure).to_plotly_json()["data"] == figure["data"]
    assert len(left["x"]) == min(gone, SHOWN_BARS)
    assert len(right["x"]) == min(new, SHOWN_BARS)
    assert all(-1 <= x < 0 for x in left["x"])
    assert all(0 < x <= 1 for x in right["x"])
    assert len(names(figure)) == len(left["x"]) + len(right["x"])


def test_each_side_is_drawn_by_its_own_heaviest():
    figure = phrase_figure([phrase("旧", 80.0)], [phrase("新", 4.0), phrase("次", 1.0)], NAMES, ZH)
    assert [list(trace["x"]) for trace in figure["data"]] == [[-1.0], [1.0, 0.25]]


def test_weights_of_nothing_do_not_divide_by_it():
    figure = phrase_figure([], [phrase("新", 0.0)], NAMES, ZH)
    assert list(figure["data"][1]["x"]) == [0.0]


def test_a_bar_tells_counts_and_context_and_leads_to_the_sentence():
    figure = phrase_figure([], [phrase("低空经济", after=3)], NAMES, ZH)
    (hover,) = figure["data"][1]["hovertext"]
    assert "2023年 0 次，2024年 3 次" in hover
    assert "前文低空经济后文" in hover.replace("<br>", "")
    assert figure["data"][1]["customdata"] == [["p1-l-5", "0-4"]]
    assert names(figure)["低空经济"]["name"] == "p1-l-5|0-4|×3"


def test_a_formulation_without_place_leads_nowhere():
    figure = phrase_figure([], [phrase("低空经济", quotes=())], NAMES, ZH)
    assert figure["data"][1]["customdata"] == [["", ""]]


@pytest.mark.parametrize("text", ["<b>甲</b>", "a&b", "</script>", "<a href='javascript:x'>甲</a>"])
def test_text_of_a_report_is_no_markup_for_plotly(text):
    figure = phrase_figure([phrase(text)], [phrase(text)], NAMES, ZH)
    for shown in (*names(figure), figure["data"][0]["hovertext"][0].split("<br>")[0]):
        assert "<a" not in shown
        assert "</script" not in shown
        assert "<b>甲" not in shown.removeprefix("<b>")


@pytest.mark.parametrize("text", ["</script>", "<!--", "-->", "a\u2028b", "&amp;", "<script>", "平常"])
def test_figures_may_stand_in_a_script_element(text):
    written = figures_json({"p1-bars": {"text": text}})
    assert "<" not in written
    assert json.loads(written) == {"p1-bars": {"text": text}}
