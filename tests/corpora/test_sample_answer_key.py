"""What the sample's answer key says about two years, against the raw files."""

import json
import re
from importlib.resources import files
from itertools import pairwise
from typing import Any

import pytest

DATA = files("corpora") / "data"
KEY: dict[str, Any] = json.loads((DATA / "answer-key.json").read_text(encoding="utf-8"))
REPORTS: dict[int, dict[str, Any]] = {entry["year"]: entry for entry in KEY["reports"]}
MAIN = KEY["pairs"][-1]

pairs = pytest.mark.parametrize("pair", KEY["pairs"], ids=lambda pair: f"{pair['earlier']}-{pair['later']}")


def expected_change(earlier: dict[str, Any] | None, later: dict[str, Any] | None) -> str:
    if earlier is None or later is None:
        return "new" if earlier is None else "dropped"
    if earlier["value"] is None or later["value"] is None:
        changes = {(True, True): "kept", (True, False): "quantified", (False, True): "not_quantified"}
        return changes[earlier["value"] is None, later["value"] is None]
    if earlier["value"] != later["value"]:
        return "raised" if later["value"] > earlier["value"] else "lowered"
    return "kept" if earlier["qualifier"] == later["qualifier"] else "requalified"


@pairs
def test_changes_of_targets_follow_from_the_two_sentences(pair: dict[str, Any]) -> None:
    sides = [
        {row["indicator"]: row for row in REPORTS[pair[side]]["targets"]} for side in ("earlier", "later")
    ]
    assert {row["indicator"] for row in pair["targets"]} == set(sides[0]) | set(sides[1])
    for row in pair["targets"]:
        earlier, later = (side.get(row["indicator"]) for side in sides)
        assert (row["earlier"], row["later"]) == (earlier and earlier["text"], later and later["text"])
        assert row["change"] == expected_change(earlier, later), row


def test_the_main_pair_shows_every_change_of_a_target() -> None:
    changes = {row["change"] for row in MAIN["targets"]}
    assert changes == {"raised", "lowered", "kept", "requalified", "not_quantified", "new", "dropped"}


@pairs
def test_priorities_name_every_section_of_both_plans_once(sample, pair: dict[str, Any]) -> None:
    shapes = {"new": (0, 1), "dropped": (1, 0), "moved": (1, 1), "displaced": (1, 1), "reworded": (1, 1)}
    for side in ("earlier", "later"):
        told = {place["rank"]: place["heading"] for row in pair["priorities"] for place in row[side]}
        assert [told[rank] for rank in sorted(told)] == sample.plan(pair[side])
        assert sum(len(row[side]) for row in pair["priorities"]) == len(sample.plan(pair[side]))
    for row in pair["priorities"]:
        shape = (len(row["earlier"]), len(row["later"]))
        assert shape == shapes.get(row["status"], shape)
        assert (row["status"] == "split") == (shape[1] > 1)
        assert (row["status"] == "merged") == (shape[0] > 1)
        if row["status"] in {"moved", "displaced"}:
            assert row["earlier"][0]["rank"] != row["later"][0]["rank"]


def test_one_task_rises_from_third_to_first_and_the_rest_keeps_its_order() -> None:
    [moved] = [row for row in MAIN["priorities"] if row["status"] == "moved"]
    assert (moved["earlier"][0]["rank"], moved["later"][0]["rank"]) == (3, 1)
    assert "需求" in moved["earlier"][0]["heading"]
    assert "内需" in moved["later"][0]["heading"]
    rest = [row for row in MAIN["priorities"] if row is not moved and row["earlier"] and row["later"]]
    rest.sort(key=lambda row: row["earlier"][0]["rank"])
    assert all(one["later"][0]["rank"] < two["later"][0]["rank"] for one, two in pairwise(rest))
    assert {row["status"] for row in MAIN["priorities"]} >= {"displaced", "split", "merged", "new", "dropped"}


def measures(sample, year: int) -> dict[str, str]:
    """Each paragraph below a heading of plan and governance, with that heading's number."""
    found: dict[str, str] = {}
    for role in ("plan", "governance"):
        current = ""
        for line in sample.parts(year)[role].splitlines():
            if sample.section_mark.match(line) or sample.part_mark.match(line):
                current = re.split("(?<=[）、])", line)[0]
            elif not line.startswith("各位代表！"):
                found[line] = current
    return found


def test_measures_of_the_main_pair_are_complete(sample) -> None:
    key = MAIN["measures"]
    assert key["complete"]
    for side, alone in (("earlier", "dropped"), ("later", "new")):
        anchors = [quote for link in key["links"] if not link["debatable"] for quote in link[side]] + key[
            alone
        ]
        assert len(anchors) == len(set(anchors))
        lines = list(measures(sample, MAIN[side]))
        assert sorted(line for anchor in anchors for line in lines if line.startswith(anchor)) == sorted(
            lines
        )


def test_moved_measures_changed_their_section_and_their_words(sample) -> None:
    homes = {side: measures(sample, MAIN[side]) for side in ("earlier", "later")}
    ranks = {
        side: {
            place["heading"]: number for number, row in enumerate(MAIN["priorities"]) for place in row[side]
        }
        for side in ("earlier", "later")
    }

    def home(side: str, anchor: str) -> tuple[str, int | None]:
        [(line, number)] = [item for item in homes[side].items() if item[0].startswith(anchor)]
        outline = REPORTS[MAIN[side]]["outline"]
        [heading] = [row["heading"] for row in outline if row["number"] == number]
        return line, ranks[side].get(heading)

    for link in MAIN["measures"]["links"]:
        if link["debatable"]:
            continue
        before = [home("earlier", anchor) for anchor in link["earlier"]]
        after = [home("later", anchor) for anchor in link["later"]]
        changed = {place for _, place in before} != {place for _, place in after}
        assert changed == bool(link["moved"]), link
        assert link["edited"] == ({line for line, _ in before} != {line for line, _ in after})
    assert sum(link["moved"] is True for link in MAIN["measures"]["links"]) == 2


@pairs
def test_outcomes_agree_with_their_targets(sample, pair: dict[str, Any]) -> None:
    values = {row["indicator"]: row["value"] for row in REPORTS[pair["earlier"]]["targets"]}
    review = sample.parts(pair["later"])["review"]
    assert bool(pair["outcomes"]) == (not pair["gap"])
    for row in pair["outcomes"]:
        if row["outcome"] is None:
            assert row["verdict"] == "not_reported"
            assert row["absent"] not in review
            continue
        assert row["outcome"] in review
        reached = sample.numbers(row["outcome"])[-1] * (
            -1 if row["indicator"].startswith("社会") and "下降" in row["outcome"] else 1
        )
        if row["indicator"] == "常住人口城镇化率":
            before = re.search(r"常住人口城镇化率达到([\d.]+)%", sample.parts(pair["earlier"])["review"])
            assert before
            reached = round(reached - float(before[1]), 1)
        if row["verdict"] in {"met", "missed"}:
            assert (reached >= values[row["indicator"]]) == (row["verdict"] == "met"), row


def test_outcomes_show_every_verdict() -> None:
    assert {row["verdict"] for row in MAIN["outcomes"]} >= {"met", "missed", "not_reported"}
    assert {row["indicator"] for row in MAIN["outcomes"]} == {
        row["indicator"] for row in REPORTS[2024]["targets"]
    }


@pairs
def test_promises_are_answered_in_the_later_review_or_not_at_all(sample, pair: dict[str, Any]) -> None:
    undertaken = sample.parts(pair["earlier"])["plan"]
    review = sample.parts(pair["later"])["review"]
    for row in pair["promises"]:
        assert row["promise"] in undertaken
        if row["status"] == "silent":
            assert row["answer"] is row["with_number"] is row["fulfilled"] is None
            assert sample.plain(row["absent"]) in sample.plain(row["promise"])
            assert sample.plain(row["absent"]) not in sample.plain(review)
        else:
            assert row["answer"] in review
            assert row["with_number"] == bool(sample.numbers(row["answer"])), row
    assert {row["status"] for row in pair["promises"]} == (set() if pair["gap"] else {"reported", "silent"})


def test_promises_with_a_number_are_kept_or_missed_as_told(sample) -> None:
    compared = 0
    for pair in KEY["pairs"]:
        for row in pair["promises"]:
            before, after = sample.numbers(row["promise"]), sample.numbers(row["answer"] or "")
            if "前5位" in row["promise"] or not before or not after or "贫困" in row["promise"]:
                continue
            compared += 1
            assert (after[-1] >= before[-1]) == (row["fulfilled"] == "yes"), row
    assert compared > 40
    assert any(row["fulfilled"] == "no" for row in MAIN["promises"])
    assert any(row["with_number"] is False for row in MAIN["promises"])


@pairs
def test_livelihood_items_are_counted_on_both_sides(sample, pair: dict[str, Any]) -> None:
    items = pair["livelihood"]
    assert (items is None) == bool(pair["gap"])
    if items:
        assert sample.numbers(items["promise"]) == sample.numbers(items["answer"]) == [items["promised"]]
        assert sample.numbers(items["plan"]) == [items["planned"]]
        assert items["promise"] in sample.parts(pair["earlier"])["plan"]
        assert items["answer"] in sample.parts(pair["later"])["review"]
        assert items["plan"] in sample.parts(pair["later"])["plan"]


@pytest.mark.parametrize("row", KEY["formulations"], ids=lambda row: row["text"])
def test_formulations_stand_in_the_years_the_key_names(sample, row: dict[str, Any]) -> None:
    assert [
        year for year in sample.texts if sample.plain(row["text"]) in sample.plain(sample.texts[year])
    ] == row["years"]
    if row["earlier_text"]:
        years_before = [
            year
            for year in sample.texts
            if sample.plain(row["earlier_text"]) in sample.plain(sample.texts[year])
        ]
        assert years_before == row["earlier_text_years"]
    gaps = set(KEY["years"][KEY["years"].index(row["years"][0]) : KEY["years"].index(row["years"][-1])])
    assert (row["kind"] == "returning") == bool(gaps - set(row["years"]))
    assert (row["kind"] == "dropped") == (row["years"][-1] < 2025)
    if row["kind"] == "abbreviated":
        assert row["defined_in"] == row["years"][0]
        assert row["definition"] == f"{row['earlier_text']}（以下简称“{row['text']}”）"
        assert row["earlier_text_years"][0] < row["defined_in"]
        assert row["earlier_text_years"][-1] == row["defined_in"]


def test_formulations_show_every_kind() -> None:
    kinds = {"carried", "returning", "new", "dropped", "reworded", "abbreviated"}
    assert {row["kind"] for row in KEY["formulations"]} == kinds
    assert any(row["years"] == KEY["years"] for row in KEY["formulations"] if row["kind"] == "carried")


@pairs
def test_formulations_of_a_pair_are_present_and_absent_as_told(sample, pair: dict[str, Any]) -> None:
    earlier, later = sample.plain(sample.texts[pair["earlier"]]), sample.plain(sample.texts[pair["later"]])
    told = pair["formulations"]
    seen = [sample.plain(sample.texts[year]) for year in KEY["years"] if year <= pair["earlier"]]
    for text in told["new"]:
        assert sample.plain(text) in later
        assert not any(sample.plain(text) in text_before for text_before in seen)
    for text in told["dropped"]:
        assert sample.plain(text) in earlier
        assert sample.plain(text) not in later
    for text in told["carried"]:
        assert sample.plain(text) in earlier
        assert sample.plain(text) in later
    for old, new in told["reworded"]:
        assert (sample.plain(old) in earlier, sample.plain(old) in later) == (True, False)
        assert (sample.plain(new) in earlier, sample.plain(new) in later) == (False, True)
    for row in told["returning"]:
        used = [
            year
            for year in KEY["years"]
            if year < pair["later"] and sample.plain(row["text"]) in sample.plain(sample.texts[year])
        ]
        assert (row["first_year"], row["last_year"]) == (used[0], used[-1])
        assert row["last_year"] < pair["earlier"]
        assert sample.plain(row["text"]) in later


def listed(quote: str) -> list[str]:
    return re.split("、", re.sub("[一二三四]大主导产业", "", quote))


@pairs
def test_wording_changes_are_what_they_are_called(sample, pair: dict[str, Any]) -> None:
    strength = ("鼓励", "支持", "大力")
    for row in pair["wording"]:
        if row["kind"] == "negation_dropped":
            assert row["what"] in row["earlier"]
            assert row["what"] not in sample.texts[pair["later"]]
        elif row["kind"] == "reordered_list":
            assert listed(row["earlier"]) != listed(row["later"])
            assert sorted(listed(row["earlier"])) == sorted(listed(row["later"]))
        elif row["kind"] == "strength_raised":
            assert strength.index(row["earlier"][:2]) < strength.index(row["later"][:2])
        else:
            old, new = row["what"].split(" → ")
            assert old in row["earlier"]
            assert old not in row["later"]
            assert row["kind"] in {"strength_lowered", "modifier_changed"}
            assert new[:2] in row["later"]


def test_wording_shows_every_kind_in_the_main_pair() -> None:
    assert {row["kind"] for row in MAIN["wording"]} == {
        "negation_dropped",
        "strength_raised",
        "strength_lowered",
        "modifier_changed",
        "reordered_list",
    }
