"""`crossyear history` and `crossyear find`: what they print, and one clear message for each wrong call."""

import csv
import io
import json

import openpyxl
import polars as pl
import pytest

from compare.history.story import tell_history
from corpora.aliases import read_aliases
from corpora.model import Role
from reports.alias_proposals import render_proposals
from reports.cli.main import run


@pytest.fixture
def corpus(folder, sample_folder):
    """A folder with all of the sample's full reports; it is the current one."""
    for name in ("lanchuan-2020.txt", "lanchuan-2021.txt", "lanchuan-2022.txt"):
        (folder / name).write_bytes((sample_folder / name).read_bytes())
    return folder


def printed(arguments, capsys):
    assert run(arguments) == 0
    return capsys.readouterr().out


def complaint(arguments, capsys):
    assert run(arguments) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    (line,) = [
        line for line in shown.err.splitlines() if line.startswith("crossyear: ") and "note:" not in line
    ]
    return line.removeprefix("crossyear: ")


# -- history --------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("corpus")
def test_a_history_names_the_years_it_rests_on_and_those_that_are_missing(capsys):
    shown = printed(["history", "澜川", "--corpus", "."], capsys)
    assert "所查年份：2020—2022、2024—2025年，缺2023年" in shown
    assert "lanchuan-2025-digest.txt" in shown  # not used, and told


@pytest.mark.usefixtures("corpus")
def test_a_history_as_json_counts_every_year(capsys):
    found = json.loads(printed(["history", "澜川市", "--corpus", ".", "--format", "json"], capsys))
    assert found["years"] == [2020, 2021, 2022, 2024, 2025]
    assert found["missing_years"] == [2023]
    for one in found["formulations"]:
        assert list(one["counts"]) == ["2020", "2021", "2022", "2024", "2025"]
        used = [int(year) for year, count in one["counts"].items() if count]
        assert (one["first_year"], one["last_year"]) == (used[0], used[-1])
        assert [use["year"] for use in one["uses"]] == used
        assert sum(bool(count) for count in one["counts"].values()) >= 2


@pytest.mark.usefixtures("corpus")
def test_only_some_years(capsys):
    found = json.loads(
        printed(
            ["history", "澜川", "--corpus", ".", "--years", "2020-2021, 2024", "--format", "json"], capsys
        )
    )
    assert (found["years"], found["missing_years"]) == ([2020, 2021, 2024], [2022, 2023])


@pytest.mark.usefixtures("corpus")
def test_the_panel_of_targets_alone(capsys):
    shown = printed(["history", "澜川", "--corpus", ".", "--targets", "--lang", "en"], capsys)
    assert "GDP growth" in shown
    assert "Formulations" not in shown
    assert "no report" in shown


def test_files_are_written_whole(corpus, capsys):
    assert printed(["history", "澜川", "--corpus", ".", "-o", "h.md", "-o", "h.json"], capsys) == ""
    assert (corpus / "h.md").read_text(encoding="utf-8").startswith("# 澜川市")
    assert json.loads((corpus / "h.json").read_text(encoding="utf-8"))["place"] == "澜川市"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["history", "澜洲", "--corpus", "."], '澜洲: there is no report of it in ".". The nearest there are:'),
        (["history", "澜川", "--corpus", ".", "--years", "1990-1995"],
         "--years 1990-1995: there is no report of these years. There are those of 2020-2022, 2024-2025"),
        (["history", "澜川", "--corpus", ".", "--years", "2020"],
         "澜川: there is only the report of 2020. A history needs reports of two years or more"),
        (["history", "澜川", "--corpus", ".", "--years", "last"], "--years last: 'last' is no year and no range."),
        (["history", "澜川", "--corpus", ".", "--years", "2025-2020"], "--years 2025-2020: '2025-2020' is no year"),
        (["history", "澜川", "--corpus", "nowhere"], "--corpus nowhere: there is no such folder."),
        (["history", "澜川", "--corpus", ".", "-o", "h.doc"], "h.doc: the suffix chooses no format."),
        (["history", "澜川", "--corpus", ".", "--propose-aliases", "-o", "a.txt"], "--propose-aliases is printed alone."),
        (["find", "改", "--corpus", "."], "'改': is too short to look for."),
        (["find", "“改”", "--corpus", "."], "'“改”': is too short to look for."),
        (["find", "改革(", "--regex", "--corpus", "."], "改革(: is no regular expression (missing )"),
        (["find", "改革", "--corpus", ".", "--years", "1990"], "--years 1990: there is no report of these years."),
        (["find", "改革", "--corpus", ".", "--place", "火星"],
         '火星: there is no report of it in ".". crossyear corpus list . shows what is there'),
        (["find", "改革", "--corpus", ".", "-o", "../"], "../: is a folder, not a file."),
        (["find", "改革", "--corpus", "folder"], "folder: holds no report that can be read."),
        (["find", "改革", "--corpus", ".", "-o", "uses.html"], "uses.html: the suffix chooses no format."),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("corpus")
def test_a_wrong_call_gets_one_message(arguments, message, capsys):
    assert complaint(arguments, capsys).startswith(message)


def test_a_history_that_was_kept_is_the_same_and_goes_with_its_texts(corpus, capsys):
    asked = ["history", "澜川", "--corpus", ".", "--format", "json"]
    first = printed(asked, capsys)
    (kept,) = (corpus / ".crossyear").glob("*/history/*/*")
    assert printed(asked, capsys) == first

    kept.write_bytes(b"damaged")
    assert printed(asked, capsys) == first

    (corpus / "lanchuan-2020.txt").unlink()
    assert json.loads(printed(asked, capsys))["years"] == [2021, 2022, 2024, 2025]


# -- find -----------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("corpus")
def test_find_tells_uses_years_without_and_years_missing(capsys):
    shown = printed(["find", "亩均论英雄", "--corpus", "."], capsys)
    assert "缺2023年" in shown
    assert "最早见于2020年，最近见于2025年" in shown
    assert "未见的年份：2022、2024年" in shown


@pytest.mark.usefixtures("corpus")
def test_find_without_a_use_tells_what_comes_near(capsys):
    shown = printed(["find", "亩产论英雄", "--corpus", ".", "--lang", "en", "--width", "200"], capsys)
    assert "Not found in these reports" in shown
    assert "亩均论英雄" in shown


@pytest.mark.usefixtures("corpus")
def test_find_as_json_leads_to_each_use(capsys):
    found = json.loads(printed(["find", "亩均论英雄", "--corpus", ".", "--format", "json"], capsys))
    (place,) = found["places"]
    assert place["counts"] == {"2020": 2, "2021": 2, "2022": 0, "2024": 0, "2025": 1}
    assert place["years_without"] == [2022, 2024]
    assert [use["year"] for use in place["uses"]] == [2020, 2020, 2021, 2021, 2025]
    assert all("亩均论英雄" in use["text"] for use in place["uses"])
    assert {use["role"] for use in place["uses"]} <= {"review", "plan", "requirements"}


@pytest.mark.usefixtures("corpus")
def test_a_pattern(capsys):
    shown = printed(["find", "适度.{2}的土地", "--regex", "--corpus", ".", "--format", "md"], capsys)
    assert "【适度从紧的土地】" in shown


def test_a_corpus_with_one_report_can_be_searched_but_has_no_history(
    tmp_path, monkeypatch, sample_folder, capsys
):
    (tmp_path / "2025.txt").write_bytes((sample_folder / "lanchuan-2025.txt").read_bytes())
    monkeypatch.chdir(tmp_path)
    assert "共见 1 次" in printed(["find", "亩均论英雄", "--corpus", "."], capsys)
    assert complaint(["history", "澜川", "--corpus", "."], capsys).startswith(
        "澜川: there is only the report of 2025."
    )


# -- tidy tables ----------------------------------------------------------------------------------------------


def rows_of(text):
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


@pytest.mark.usefixtures("corpus")
def test_a_search_as_csv_has_a_row_for_each_use_and_for_each_year_without(capsys):
    rows = rows_of(printed(["find", "亩均论英雄", "--corpus", ".", "--format", "csv"], capsys))
    assert [(row["year"], row["printed"]) for row in rows] == [
        ("2020", "“亩均论英雄”"), ("2020", "“亩均论英雄”"), ("2021", "“亩均论英雄”"), ("2021", "“亩均论英雄”"),
        ("2022", ""), ("2024", ""), ("2025", "“亩均论英雄”"),
    ]  # fmt: skip


@pytest.mark.usefixtures("corpus")
def test_a_history_as_csv_has_a_row_for_each_formulation_and_year(capsys):
    rows = rows_of(printed(["history", "澜川", "--corpus", ".", "--format", "csv"], capsys))
    one = [row for row in rows if row["formulation"] == "“亩均论英雄”"]
    assert [(row["year"], row["uses"]) for row in one] == [
        ("2020", "2"), ("2021", "2"), ("2022", "0"), ("2024", "0"), ("2025", "1"),
    ]  # fmt: skip
    assert {row["life"] for row in one} == {"returning"}


@pytest.mark.usefixtures("corpus")
def test_targets_as_csv_tell_absent_from_a_number(capsys):
    rows = rows_of(printed(["history", "澜川", "--corpus", ".", "--targets", "--format", "csv"], capsys))
    kinds = {row["year"]: row["kind"] for row in rows if row["indicator"] == "城镇调查失业率"}
    assert kinds == {
        "2020": "absent", "2021": "quantified", "2022": "quantified", "2024": "quantified", "2025": "quantified",
    }  # fmt: skip


@pytest.mark.usefixtures("corpus")
@pytest.mark.parametrize("target", ["csv", "parquet"])
def test_every_table_into_a_folder(corpus, capsys, target):
    asked = ["history", "澜川", "--corpus", ".", "--tables", "panel", "--table-format", target]
    assert printed(asked, capsys) == ""
    assert sorted(path.name for path in (corpus / "panel").iterdir()) == [
        f"{name}.{target}" for name in ("formulations", "lineages", "priorities", "targets", "years")
    ]
    read = pl.read_csv if target == "csv" else pl.read_parquet
    years = read(corpus / "panel" / f"years.{target}")
    assert years.filter(pl.col("missing"))["year"].to_list() == [2023]
    priorities = read(corpus / "panel" / f"priorities.{target}")
    assert priorities.filter(pl.col("year") == 2025)["rank"].to_list() == list(range(1, 11))


def test_the_workbook_has_a_column_for_each_year(corpus, capsys):
    assert printed(["history", "澜川", "--corpus", ".", "-o", "h.xlsx", "--lang", "en"], capsys) == ""
    book = openpyxl.load_workbook(corpus / "h.xlsx")
    first, formulations, rates, _, priorities, targets = book.worksheets
    assert "missing: 2023" in str(first["A2"].value)
    heads = [cell.value for cell in formulations[1]]
    assert heads[5:10] == ["2020", "2021", "2022", "2024", "2025"]
    rows = {row[0]: row for row in formulations.iter_rows(min_row=2, values_only=True)}
    assert rows["“亩均论英雄”"][1:10] == ("returning", 2020, 2025, 5, 2, 2, 0, 0, 1)
    assert {row[0] for row in rates.iter_rows(min_row=2, values_only=True)} == set(rows)
    assert [row[-1] for row in priorities.iter_rows(min_row=2, max_row=11, values_only=True)] == [
        *range(1, 11)
    ]
    goals = {row[0]: row[1:] for row in targets.iter_rows(min_row=2, values_only=True)}
    assert goals["surveyed unemployment"] == (
        "no target found",
        "5.5%左右",
        "5.5%以内",
        "5.5%左右",
        "5.5%左右",
    )


@pytest.mark.usefixtures("corpus")
def test_the_workbook_is_the_same_bytes_twice(corpus, capsys):
    for name in ("a.xlsx", "b.xlsx"):
        printed(["history", "澜川", "--corpus", ".", "-o", name], capsys)
    assert (corpus / "a.xlsx").read_bytes() == (corpus / "b.xlsx").read_bytes()


# -- aliases --------------------------------------------------------------------------------------------------

ALIASES = '"亩均论英雄" = ["亩均效益评价", "单产论英雄"]\n'


@pytest.mark.parametrize("asked", ["亩均论英雄", "单产论英雄"])
def test_find_counts_every_form_of_an_alias_file(corpus, capsys, asked):
    (corpus / "a.toml").write_text(ALIASES, encoding="utf-8")
    found = json.loads(
        printed(["find", asked, "--corpus", ".", "--aliases", "a.toml", "--format", "json"], capsys)
    )
    assert set(found["forms"]) == {"亩均论英雄", "亩均效益评价", "单产论英雄"}
    assert found["places"][0]["counts"]["2020"] == 2


def test_a_history_joins_what_an_alias_file_says(corpus, capsys):
    (corpus / "a.toml").write_text('"一流营商环境" = ["“放管服”改革"]\n', encoding="utf-8")
    asked = ["history", "澜川", "--corpus", ".", "--format", "json"]
    joined = json.loads(printed([*asked, "--aliases", "a.toml"], capsys))["lineages"][0]
    assert {member["text"] for member in joined["members"]} == {"一流营商环境", "“放管服”改革"}
    assert "alias" in {member["kind"] for member in joined["members"]}
    assert all(
        member["kind"] != "alias"
        for lineage in json.loads(printed(asked, capsys))["lineages"]
        for member in lineage["members"]
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["find", "改革", "--corpus", "."],
        ["history", "澜川", "--corpus", "."],
        ["compare", "lanchuan-2024.txt", "lanchuan-2025.txt"],
    ],
)
def test_an_alias_file_with_a_fault_is_told_with_the_line(corpus, capsys, arguments):
    (corpus / "a.toml").write_text('"甲乙" = ["丙丁"]\n"戊己" = 1\n', encoding="utf-8")
    assert complaint([*arguments, "--aliases", "a.toml"], capsys).startswith("a.toml, line 2: 戊己 is given")


def test_compare_tells_a_new_name_as_reworded(corpus, capsys):
    (corpus / "a.toml").write_text(
        '"灵活适度的土地供应政策" = ["适度从紧的土地供应政策"]\n', encoding="utf-8"
    )
    found = json.loads(
        printed(
            ["compare", "lanchuan-2024.txt", "lanchuan-2025.txt", "--aliases", "a.toml", "--format", "json"],
            capsys,
        )
    )
    (change,) = [phrase for phrase in found["phrases"] if phrase["reason"] == "alias"]
    assert (change["status"], change["earlier_text"]) == ("reworded", "适度从紧的土地供应政策")


def test_proposed_aliases_are_a_file_that_is_read_again(tmp_path, make_report):
    def report_of(year, text):
        return make_report(year, [("一、", "工作任务", Role.PLAN, [text])])

    first = report_of(2019, "推进梨园生态环和沿江文化廊建设。")
    second = report_of(2020, "推进“一环一廊”建设。")
    third = report_of(2021, "推进“一环一廊”建设。")
    text = render_proposals(tell_history([first, second, third]), "zh")
    path = tmp_path / "a.toml"
    path.write_text(text, encoding="utf-8")
    assert read_aliases(path) == {}  # nothing holds until a reader says so
    path.write_text(text.replace('# "', '"'), encoding="utf-8")
    assert read_aliases(path) == {"一环一廊": ("梨园生态环", "沿江文化廊")}


# -- diffusion ------------------------------------------------------------------------------------------------


@pytest.fixture
def two_places(corpus):
    """The corpus with a report of another city, which has the phrase later."""
    text = (corpus / "lanchuan-2025.txt").read_text(encoding="utf-8").replace("澜川", "岚川")
    (corpus / "other-2025.txt").write_text(text, encoding="utf-8")
    return corpus


@pytest.mark.usefixtures("two_places")
def test_diffusion_tells_who_was_first_and_what_is_not_known(capsys):
    shown = printed(["diffusion", "亩均论英雄", "--corpus", "."], capsys)
    assert "现有报告中最早的一年是2020年：澜川市（市级）" in shown
    assert "2 个地方没有2020年以前的报告" in shown  # also the first: it may have had it before
    assert "2025或更早  岚川市" in shown


@pytest.mark.usefixtures("two_places")
def test_diffusion_as_a_table_has_a_row_for_each_place(capsys):
    rows = rows_of(printed(["diffusion", "亩均论英雄", "--corpus", ".", "--format", "csv"], capsys))
    assert [(row["place"], row["course"], row["first_year"]) for row in rows] == [
        ("澜川市", "at_start", "2020"), ("岚川市", "at_start", "2025"),
    ]  # fmt: skip


@pytest.mark.usefixtures("two_places")
def test_diffusion_takes_further_forms_and_years(capsys):
    arguments = [
        "diffusion",
        "没有的词",
        "亩均论英雄",
        "--corpus",
        ".",
        "--years",
        "2021-2025",
        "--format",
        "json",
    ]
    found = json.loads(printed(arguments, capsys))
    assert found["first_places"] == ["澜川市"]
    assert {one["course"] for one in found["places"]} == {"at_start"}
    assert [level["level"] for level in found["levels"]] == ["city"]


@pytest.mark.usefixtures("two_places")
def test_diffusion_writes_every_format_at_once(two_places, capsys):
    names = [f"spread.{suffix}" for suffix in ("html", "md", "json", "csv", "parquet", "txt")]
    printed(
        ["diffusion", "亩均论英雄", "--corpus", ".", *(word for name in names for word in ("-o", name))],
        capsys,
    )
    assert all((two_places / name).stat().st_size for name in names)
    assert pl.read_parquet(two_places / "spread.parquet").height == 2


@pytest.mark.usefixtures("two_places")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["diffusion", "改", "--corpus", "."], "'改': is too short to look for."),
        (["diffusion", "改革", "--corpus", "none"], "--corpus none: there is no such folder."),
        (["diffusion", "改革", "--corpus", ".", "-o", "x.docx"], "x.docx: the suffix chooses no format."),
    ],
)
def test_what_diffusion_cannot_do_is_told(arguments, message, capsys):
    assert complaint(arguments, capsys).startswith(message)
