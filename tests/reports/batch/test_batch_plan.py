"""Which reports of a corpus are compared with which, as tables."""

import pytest

from corpora.errors import UsageError
from corpora.facts import Told
from corpora.listing import Listed
from corpora.manifest import Line
from corpora.model import Edition, TextKind
from reports.batch.choices import Pairs
from reports.batch.plan import Selection, count_failed, count_left_out, parse_shard, plan_pairs
from reports.panel.plan import PanelSelection, plan_panel


def listed(file, place="澜川市", year=2025, **more):
    return Listed(file, Line(), f"key of {file}", place, year, **({"text": file} | more))


REPORTS = [
    *(listed(f"l{year}", year=year) for year in (2025, 2021, 2023, 2024)),
    *(listed(f"s{year}", "山西省", year) for year in (2024, 2025)),
    listed("n2025", "中华人民共和国", 2025),
]


def pairs(selection, reports=REPORTS):
    return [f"{job.earlier.file}-{job.later.file}" for job in plan_pairs(reports, selection).jobs]


SELECTIONS = [
    (Selection(), ["s2024-s2025", "l2021-l2023", "l2023-l2024", "l2024-l2025"]),
    (Selection(Pairs.FIRST), ["s2024-s2025", "l2021-l2023", "l2021-l2024", "l2021-l2025"]),
    (
        Selection(Pairs.ALL, places=("澜川",)),
        ["l2021-l2023", "l2021-l2024", "l2023-l2024", "l2021-l2025", "l2023-l2025", "l2024-l2025"],
    ),
    (Selection(places=("Shanxi",)), ["s2024-s2025"]),
    (Selection(places=("山西", "澜川")), ["s2024-s2025", "l2021-l2023", "l2023-l2024", "l2024-l2025"]),
    (Selection(years=frozenset({2021, 2024, 2025})), ["s2024-s2025", "l2021-l2024", "l2024-l2025"]),
    (Selection(years=frozenset({1999})), []),
    (
        Selection(to="全国:2025", years=frozenset({2024, 2025})),
        ["s2024-n2025", "n2025-s2025", "l2024-n2025", "n2025-l2025"],
    ),
    (Selection(to="山西:2024", places=("山西",)), ["s2024-s2025"]),
]


@pytest.mark.parametrize(("selection", "expected"), SELECTIONS)
def test_pairs(selection, expected):
    found = pairs(selection)
    assert sorted(found) == sorted(expected)
    assert [each for each in found if each[0] == "l"] == [each for each in expected if each[0] == "l"]
    assert found == pairs(selection, REPORTS[::-1])


@pytest.mark.parametrize("selection", [each for each, _ in SELECTIONS])
@pytest.mark.parametrize("count", [1, 2, 3, 16])
def test_shards_are_the_whole_and_share_nothing(selection, count):
    parts = [
        pairs(Selection(selection.pairs, selection.to, selection.places, selection.years, (number, count)))
        for number in range(1, count + 1)
    ]
    assert [each for part in parts for each in part] == pairs(selection)


LEFT_OUT = [
    Listed("torn", Line(), "", problem="is damaged"),
    Listed("torn of 山西", Line(Told("山西", 2020)), "", problem="is damaged"),
    *(listed(f"twin of l{year}", year=year) for year in (2021, 2023)),
    listed("twin of s2025", "山西省", 2025),
    listed("twin of n2025", "全国", 2025),
]


def test_a_file_that_the_manifest_leaves_out_has_not_failed():
    listed = (*REPORTS, LEFT_OUT[0], Listed("draft", Line(skip=True), "", problem="left out"))
    failures = plan_pairs(listed, Selection()).failures
    assert {(each.stage, each.file) for each in failures} == {("reading", "torn"), ("leaving out", "draft")}
    assert (count_failed(failures), count_left_out(failures)) == (1, 1)


@pytest.mark.parametrize("count", [1, 2, 3, 16])
@pytest.mark.parametrize("plan", [plan_pairs, plan_panel])
def test_of_the_shards_one_tells_each_failure(plan, count):
    selection = {plan_pairs: Selection, plan_panel: PanelSelection}[plan]
    parts = [
        plan([*REPORTS, *LEFT_OUT], selection(shard=(number, count))).failures
        for number in range(1, count + 1)
    ]
    assert [each for part in parts for each in part] == list(
        plan([*REPORTS, *LEFT_OUT], selection()).failures
    )
    assert sorted(each.file for part in parts for each in part) == sorted(each.file for each in LEFT_OUT)


@pytest.mark.parametrize(
    ("selection", "told"),
    [
        (Selection(), {each.file for each in LEFT_OUT}),
        (Selection(places=("澜川",)), {"torn", "twin of l2021", "twin of l2023"}),
        (Selection(places=("Shanxi",)), {"torn", "torn of 山西", "twin of s2025"}),
        (
            Selection(places=("山西",), to="全国:2025"),
            {"torn", "torn of 山西", "twin of s2025", "twin of n2025"},
        ),
        (Selection(to="全国:2025"), {each.file for each in LEFT_OUT}),
        (PanelSelection(places=("澜川",)), {"torn", "twin of l2021", "twin of l2023"}),
    ],
)
def test_of_places_that_are_not_asked_for_nothing_is_told(selection, told):
    plan = plan_pairs if isinstance(selection, Selection) else plan_panel
    assert {each.file for each in plan([*REPORTS, *LEFT_OUT], selection).failures} == told


@pytest.mark.parametrize(
    ("texts", "taken", "passed_over"),
    [
        ([listed("b"), listed("a")], "a", [("b", "another text")]),
        ([listed("a", kind=TextKind.DIGEST), listed("b")], "b", [("a", "another text")]),
        (
            [listed("a", edition=Edition.DELIVERED), listed("b", edition=Edition.ADOPTED)],
            "b",
            [("a", "another")],
        ),
        ([listed("a", edition=Edition.DELIVERED), listed("b")], "b", [("a", "another text")]),
        ([listed("a", text="x"), listed("b", text="x")], "a", [("b", "same text")]),
        ([listed("a"), listed("b", "澜川市", 2022)], "a", []),
    ],
)
def test_one_text_of_each_report_is_taken_and_the_others_are_told(texts, taken, passed_over):
    plan = plan_pairs([*texts, listed("old", year=2020)], Selection(years=frozenset({2020, 2025})))

    assert [job.later.file for job in plan.jobs] == [taken]
    assert [(each.stage, each.file, each.other_file) for each in plan.failures] == [
        ("choosing", file, taken) for file, _ in passed_over
    ]
    assert all(problem in each.problem for each, (_, problem) in zip(plan.failures, passed_over, strict=True))


def test_history_is_the_places_other_reports_before():
    histories = {
        f"{job.earlier.file}-{job.later.file}": [each.file for each in job.history]
        for job in plan_pairs(REPORTS, Selection(Pairs.ALL)).jobs
    }
    assert histories["l2024-l2025"] == ["l2021", "l2023"]
    assert histories["l2021-l2025"] == ["l2023", "l2024"]
    assert histories["l2021-l2023"] == []
    assert histories["s2024-s2025"] == []


def test_a_key_goes_by_all_texts():
    def keys(reports):
        return {
            f"{job.earlier.file}-{job.later.file}": job.key for job in plan_pairs(reports, Selection()).jobs
        }

    before = keys(REPORTS)
    other = Listed("l2021", Line(), "another key", "澜川市", 2021, text="x")
    changed = [other if each.file == "l2021" else each for each in REPORTS]
    after = keys(changed)
    assert {name for name, key in before.items() if after[name] != key} == {
        "l2021-l2023",
        "l2023-l2024",
        "l2024-l2025",
    }
    assert len(set(before.values())) == len(before)


def test_what_cannot_be_read_is_told_and_not_planned():
    bad = Listed("bad", Line(), "", problem="does not look like a report")
    plan = plan_pairs([*REPORTS, bad], Selection())

    assert [(each.stage, each.file, each.problem) for each in plan.failures] == [
        ("reading", "bad", bad.problem)
    ]


@pytest.mark.parametrize(
    ("selection", "problem", "hint"),
    [
        (Selection(places=("山东",)), "no report of this place", "山西省"),
        (Selection(to="山西:2019"), "no such report", "山西省:2024"),
        (Selection(to="山西"), "no PLACE:YEAR", "山西省:2025"),
    ],
)
def test_what_is_not_there_is_told_with_what_is_near(selection, problem, hint):
    with pytest.raises(UsageError, match=problem) as caught:
        plan_pairs(REPORTS, selection)
    assert hint in caught.value.hint


@pytest.mark.parametrize(("words", "expected"), [("1/1", (1, 1)), ("3/16", (3, 16)), (" 2/2 ", (2, 2))])
def test_shards(words, expected):
    assert parse_shard(words) == expected


@pytest.mark.parametrize("words", ["", "0/4", "5/4", "3", "a/b", "-1/4", "1/0"])
def test_what_is_no_shard(words):
    with pytest.raises(UsageError, match="no part of a whole"):
        parse_shard(words)
