"""The sample corpus against its answer key, file by file: a wrong key would make other tests lie."""

import csv
import json
import re
import unicodedata
from collections.abc import Iterator
from importlib.resources import files
from io import StringIO
from typing import Any

import pytest

DATA = files("corpora") / "data"
KEY: dict[str, Any] = json.loads((DATA / "answer-key.json").read_text(encoding="utf-8"))
MANIFEST = list(csv.DictReader(StringIO((DATA / "manifest.csv").read_text(encoding="utf-8"))))
REPORTS: dict[int, dict[str, Any]] = {entry["year"]: entry for entry in KEY["reports"]}
DIGEST = (DATA / KEY["digest"]["file"]).read_bytes().decode(KEY["digest"]["encoding"])

years = pytest.mark.parametrize("year", REPORTS)


def quotes() -> Iterator[tuple[int, str]]:
    """Every quote of the key with the year it must stand in."""
    for year, entry in REPORTS.items():
        yield from ((year, passage["quote"]) for passage in entry["passages"])
        yield from ((year, target["text"]) for target in entry["targets"])
    for pair in KEY["pairs"]:
        sides = (pair["earlier"], pair["later"])
        rows = [(row["earlier"], row["later"]) for row in pair["targets"] + pair["wording"]]
        rows += [(row["target"], row["outcome"]) for row in pair["outcomes"]]
        rows += [(row["promise"], row["answer"]) for row in pair["promises"]]
        if pair["livelihood"]:
            rows += [(pair["livelihood"]["promise"], pair["livelihood"][name]) for name in ("answer", "plan")]
        for row in rows:
            yield from ((year, quote) for year, quote in zip(sides, row, strict=True) if quote is not None)
        for link in pair["measures"]["links"]:
            yield from ((sides[0], quote) for quote in link["earlier"])
            yield from ((sides[1], quote) for quote in link["later"])
        yield from ((sides[0], quote) for quote in pair["measures"]["dropped"])
        yield from ((sides[1], quote) for quote in pair["measures"]["new"])
    yield from ((row["year"], row["quote"]) for row in KEY["inconsistencies"])
    yield from ((row["defined_in"], row["definition"]) for row in KEY["formulations"] if "definition" in row)


def test_manifest_names_every_text_and_its_encoding() -> None:
    listed = {row["file"]: row for row in MANIFEST}
    assert set(listed) == {entry.name for entry in DATA.iterdir() if entry.name.endswith(".txt")}
    for entry in [*KEY["reports"], KEY["digest"]]:
        row = listed[entry["file"]]
        assert (row["place"], int(row["year"])) == (entry["place"], entry["year"])
        assert (row["kind"], row["encoding"]) == (entry["kind"], entry["encoding"])


def test_five_years_are_kept_and_one_between_them_is_missing() -> None:
    assert sorted(REPORTS) == KEY["years"]
    assert sorted(KEY["years"] + KEY["missing_years"]) == list(range(KEY["years"][0], KEY["years"][-1] + 1))
    assert len(KEY["years"]) == 5
    assert [pair["gap"] for pair in KEY["pairs"] if pair["gap"]] == [KEY["missing_years"]]
    assert all(
        "2023 is missing on purpose" in row["note"] for row in MANIFEST if row["year"] in {"2022", "2024"}
    )


def test_encodings_are_what_they_claim_to_be(sample) -> None:
    old = (DATA / REPORTS[2020]["file"]).read_bytes()
    with pytest.raises(UnicodeDecodeError):
        old.decode("utf-8")
    assert b"\r\n" in old
    assert (DATA / REPORTS[2021]["file"]).read_bytes().startswith(b"\xef\xbb\xbf")
    assert all(line.startswith("\u3000\u3000") for line in sample.texts[2020].splitlines()[1:])


@years
def test_reports_are_long_enough_and_name_place_and_year(sample, year: int) -> None:
    lines = sample.paragraphs(year)
    assert sum(len(line) for line in lines) >= REPORTS[year]["minimum_characters"] >= 3000
    assert lines[0] == REPORTS[year]["title"]
    assert sample.plain(lines[0]) == f"{year}年澜川市政府工作报告"
    assert sample.plain(lines[1]).startswith(f"——{year}年1月")


def test_every_quote_stands_exactly_once_in_its_file(sample) -> None:
    wrong = [
        (year, quote, sample.texts[year].count(quote))
        for year, quote in quotes()
        if sample.texts[year].count(quote) != 1
    ]
    assert wrong == []
    assert not any(unicodedata.category(c) == "Cf" or c == "\n" for _, quote in quotes() for c in quote)
    assert len(list(quotes())) > 400


@years
def test_outline_lists_the_printed_headings_in_order(sample, year: int) -> None:
    marked = [
        line
        for line in sample.paragraphs(year)
        if sample.part_mark.match(line) or sample.section_mark.match(line) or line == "名词解释"
    ]
    printed = [(row["number"] or "") + row["heading"] for row in REPORTS[year]["outline"]]
    assert [line.split("。")[0] for line in marked] == printed
    for line, row in zip(marked, REPORTS[year]["outline"], strict=True):
        assert row["run_in"] == ("。" in line)
        if row["parent"]:
            assert row["run_in"] == (REPORTS[year]["headings"] == "run-in")


@years
def test_outline_counts_the_measures_and_ranks_of_its_sections(sample, year: int) -> None:
    counts: dict[str, int] = {}
    current = ""
    for line in sample.paragraphs(year):
        if sample.part_mark.match(line) or sample.section_mark.match(line) or line == "名词解释":
            current = line.split("。")[0]
        elif line.startswith("各位代表！"):
            current = ""
        elif current:
            counts[current] = counts.get(current, 0) + 1
    for row in REPORTS[year]["outline"]:
        if row["measures"] is not None:
            assert counts.get((row["number"] or "") + row["heading"], 0) == row["measures"], row
        if row["items"]:
            mark = "——" if row["items"]["mark"] == "——" else "[一二三四五六七八九]是"
            found = re.findall(rf"^{mark}", sample.parts(year)[row["role"]], re.MULTILINE)
            assert len(found) == row["items"]["count"]
    ranked = {row["heading"]: row["rank"] for row in REPORTS[year]["outline"] if row["rank"]}
    assert ranked == {heading: rank for rank, heading in enumerate(sample.plan(year), start=1)}


@years
def test_passages_stand_in_the_part_of_their_role(sample, year: int) -> None:
    found = sample.parts(year)
    roles = {"problems": "review", "closing": list(found)[-1]}
    if "appendix" in found:
        roles["closing"] = list(found)[-2]
    if "governance" not in found:
        roles["governance"] = "plan"
    for passage in REPORTS[year]["passages"]:
        assert passage["quote"] in found[roles.get(passage["role"], passage["role"])], passage
    assert {"opening", "review", "problems", "requirements", "plan", "governance", "closing"} <= {
        passage["role"] for passage in REPORTS[year]["passages"]
    }


@years
def test_targets_are_the_clauses_of_the_sentence_of_targets(sample, year: int) -> None:
    sentence = sample.plain(sample.parts(year)["requirements"]).split("主要预期目标是:")[1].split("。")[0]
    assert re.split("[;,]", sentence) == [sample.plain(target["text"]) for target in REPORTS[year]["targets"]]
    for target in REPORTS[year]["targets"]:
        assert target["qualifier"] is None or target["qualifier"] in target["text"]
        if target["value"] is None:
            assert target["unit"] is None
        else:
            assert f"{target['value']:g}{target['unit']}" in sample.plain(target["text"])


def test_the_one_wrong_sum_is_wrong(sample) -> None:
    [row] = KEY["inconsistencies"]
    assert [int(value) for value in sample.numbers(row["quote"])] == [row["stated"], *row["parts"]]
    assert sum(row["parts"]) == row["sum"] != row["stated"]


@pytest.mark.parametrize(
    "row", KEY["disguises"], ids=lambda row: f"{row['year']}-{row['kind']}-{row['plain']}"
)
def test_disguised_text_is_missed_by_plain_search(sample, row: dict[str, Any]) -> None:
    assert row["as_printed"] in sample.texts[row["year"]]
    assert sample.plain(row["as_printed"]).strip() == sample.plain(row["plain"])
    assert sample.plain(row["plain"]) in sample.plain(sample.texts[row["year"]])
    if row["kind"] != "indent":
        assert row["plain"] not in sample.texts[row["year"]]


@pytest.mark.parametrize(
    ("year", "level", "growth", "before"),
    [
        (2021, r"一般公共预算收入([\d.]+)亿元", r"一般公共预算收入[\d.]+亿元,增长([\d.]+)%", 2020),
        (2022, r"一般公共预算收入([\d.]+)亿元", r"一般公共预算收入[\d.]+亿元,增长([\d.]+)%", 2021),
        (2025, r"一般公共预算收入([\d.]+)亿元", r"一般公共预算收入[\d.]+亿元,增长([\d.]+)%", 2024),
        (2021, r"进出口总额([\d.]+)亿元", r"进出口总额[\d.]+亿元,增长([\d.]+)%", 2020),
        (2022, r"进出口总额([\d.]+)亿元", r"进出口总额[\d.]+亿元,增长([\d.]+)%", 2021),
        (2021, r"人均可支配收入(\d+)元", r"人均可支配收入\d+元,增长([\d.]+)%", 2020),
        (2022, r"人均可支配收入(\d+)元", r"人均可支配收入\d+元,增长([\d.]+)%", 2021),
        (2025, r"人均可支配收入(\d+)元", r"人均可支配收入\d+元,增长([\d.]+)%", 2024),
    ],
)
def test_levels_and_growth_rates_agree(sample, year: int, level: str, growth: str, before: int) -> None:
    now, rate, then = (
        re.search(pattern, sample.plain(sample.parts(of)["review"]))
        for pattern, of in ((level, year), (growth, year), (level, before))
    )
    assert now
    assert rate
    assert then
    assert round((float(now[1]) / float(then[1]) - 1) * 100, 1) == pytest.approx(float(rate[1]), abs=0.11)


def test_the_number_of_firms_follows_from_the_net_growth(sample) -> None:
    counts = [
        re.search(r"净增规模以上工业企业(\d+)家,总数达到(\d+)家", sample.plain(sample.parts(year)["review"]))
        for year in (2024, 2025)
    ]
    assert counts[0]
    assert counts[1]
    assert int(counts[0][2]) + int(counts[1][1]) == int(counts[1][2])


def test_digest_tells_the_sections_of_the_full_report(sample) -> None:
    digest = KEY["digest"]
    headings = {part["role"]: part.get("headings") for part in digest["parts"]}
    assert headings["plan"] == [heading.replace("，", ",") for heading in sample.plan(digest["full_report"])]
    review = sample.parts(digest["full_report"])["review"]
    assert [heading.replace(",", "，") in review for heading in headings["review"]] == [True] * 6
    for role in ("plan", "review"):
        for number, heading in zip("一二三四五六七八九十", headings[role] or [], strict=False):
            assert DIGEST.count(f"{number}是{heading}。") == 1
    assert all(text in DIGEST for part in digest["parts"] for text in part.get("contains", []))


def test_digest_cuts_sentences_that_can_be_rejoined(sample) -> None:
    body = DIGEST
    for text in KEY["digest"]["outside"]:
        assert text in DIGEST
        assert text not in sample.texts[KEY["digest"]["full_report"]]
    for caption in ("市五届人大五次会议会场\n", "记者 江远舟 摄\n"):
        assert body.count(caption) == 1
        body = body.replace(caption, "")
    for text in KEY["digest"]["joined"]:
        assert text not in DIGEST
        assert text in re.sub(r"\s", "", body)


def test_figures_of_the_digest_are_those_of_the_report(sample) -> None:
    told = DIGEST[DIGEST.index("秦维屿在报告中指出") : DIGEST.index("大会书面审查了")]
    figures = set(re.findall(r"\d[\d.]*(?:%|[万亿]?[亩元人户家个件项公里]+)", told))
    report = sample.texts[KEY["digest"]["full_report"]]
    assert len(figures) > 25
    assert [figure for figure in sorted(figures) if figure not in report] == []
