"""What stands in the tables of a panel: names, values of the sample, reasons, the codebook."""

import re

import polars as pl
import pytest
from msgspec.structs import replace

from compare.alignment.fields import FIELDS
from compare.comparison import compare_reports
from compare.history.measures import ToldTarget, measure_report
from compare.undertakings.indicators import INDICATORS
from compare.undertakings.model import Period
from corpora.store import read_corpus
from reports.cli.sample import read_sample
from reports.panel.codebook import render_labels
from reports.panel.indicators import CODES, MEASURED
from reports.panel.model import WHYS, PlaceYear, Variable, Why
from reports.panel.tables import FAILURES, PANEL, PANEL_TABLES, TARGETS, TARGETS_LONG
from reports.rows.summary import summarize
from reports.tables.model import Kind
from reports.words.fields import FIELD_WORDS

NAME = re.compile(r"[a-z][a-z0-9_]{0,31}")


def row(made, place, year, table=PANEL):
    found = made.table(table.name).filter(pl.col("place") == place, pl.col("year") == year)
    return found.row(0, named=True)


# -- names -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", PANEL_TABLES, ids=lambda table: table.name)
def test_statistics_packages_take_every_name(table):
    names = [column.name for column in table.columns]
    assert [name for name in names if not NAME.fullmatch(name)] == []
    assert len(names) == len(set(names))


def test_both_tables_of_places_and_years_can_be_laid_together():
    panel, targets = ({column.name for column in table.columns} for table in (PANEL, TARGETS))
    assert panel & targets == {"place", "year"}


def test_every_known_indicator_and_field_has_its_name():
    assert list(CODES) == [indicator.name for indicator in INDICATORS]
    assert list(FIELD_WORDS) == list(FIELDS)
    assert len({word.zh for word in FIELD_WORDS.values()}) == len(FIELDS)
    told_in_numbers = {indicator.name for indicator in INDICATORS if indicator.dimensions}
    assert {measured.indicator for measured in MEASURED} == told_in_numbers


# -- values ----------------------------------------------------------------------------------------


def test_a_balanced_panel_has_every_place_in_every_year(made):
    rows = made.table("panel").select("place", "year", "has_report", "why_report").rows()
    there = {("澜川市", year) for year in (2020, 2021, 2022, 2024, 2025)} | {
        ("永安市", 2024),
        ("永安市", 2025),
    }
    assert rows == [
        (place, year, int((place, year) in there), None if (place, year) in there else "no_report")
        for place in ("永安市", "澜川市")
        for year in range(2020, 2026)
    ]


def test_a_report_is_counted_as_its_outline_says(made):
    report = read_corpus(made.corpus).named("澜川:2025")
    told = row(made, "澜川市", 2025)
    inside = [unit for unit in report.units if unit.role.value not in {"appendix", "frame"}]
    assert told["chars"] == sum(len(unit.text) for unit in inside)
    assert told["chars_plan"] == sum(len(unit.text) for unit in inside if unit.role.value == "plan")
    assert told["sections"] + told["measures"] == len(inside)
    assert (told["tasks"], told["level"], told["text_kind"]) == (10, "city", "full")
    assert row(made, "永安市", 2025)["text_kind"] == "digest"


def test_what_changed_is_what_compare_tells(made):
    """The panel has the history of the corpus, as `crossyear compare --corpus` has."""
    corpus = read_corpus(made.corpus)
    earlier, later = corpus.named("澜川:2024"), corpus.named("澜川:2025")
    history = [each for each in corpus.before(later) if each.year != earlier.year]
    found = compare_reports(earlier, later, history=history)
    summary, told = summarize(found), row(made, "澜川市", 2025)

    new = next(tally for tally in summary.whole if tally.outcome.value == "new")
    assert told["share_new"] == pytest.approx(new.later_characters / summary.later_characters, abs=1e-6)
    assert told["units_new"] == len(found.new_units)
    reported = sum(promise.status.value == "reported" for promise in found.promises)
    assert (told["promises"], told["promises_reported"]) == (len(found.promises), reported)
    assert told["promises_silent"] == len(found.promises) - reported
    assert told["promises_share_reported"] == pytest.approx(reported / len(found.promises), abs=1e-6)
    assert 0.2 < told["wording_share_new"] < 0.8
    assert told["quoted"] >= told["quoted_new"] > 0
    verdicts = [outcome.verdict.value for outcome in found.outcomes]
    good, missed = verdicts.count("met") + verdicts.count("exceeded"), verdicts.count("missed")
    assert told["outcomes_share_met"] == pytest.approx(good / (good + missed), abs=1e-6)
    assert told["aims_raised"] == sum(change.change.value == "raised" for change in found.targets)


def test_fields_share_the_whole_text_and_the_whole_plan(made):
    panel = made.table("panel").filter(pl.col("has_report") == 1)
    for beginning in ("field_", "plan_field_"):
        shares = panel.select(name for name in panel.columns if name.startswith(beginning))
        assert shares.width == len(FIELDS) + 1
        assert shares.sum_horizontal().to_list() == pytest.approx([1.0] * 7, abs=1e-4)
        assert shares.min_horizontal().min() >= 0
        assert (shares.max_horizontal() > 0.03).all()


TARGET_VALUES = [
    ("澜川市", 2025, "gdp_pct", (5.5, 5.5, 5.5, "左右", None)),
    ("澜川市", 2024, "gdp_pct", (6.0, 6.0, 6.0, "左右", None)),
    ("澜川市", 2025, "grain_tonnes", (130.0, 130.0, 130.0, "以上", None)),  # 26亿斤
    ("澜川市", 2025, "urban_jobs_persons", (2.4, 2.4, 2.4, "以上", None)),  # 2.4万人
    ("澜川市", 2020, "poverty_reduction_persons", (0.3412, 0.3412, 0.3412, None, None)),  # 3412名
    ("澜川市", 2025, "income_pct", (None, None, None, "同步", "in_words")),
    ("澜川市", 2021, "income_cny", (None, None, None, None, "other_unit")),
    ("澜川市", 2025, "ppi_pct", (None, None, None, None, "not_told")),
    ("澜川市", 2023, "gdp_pct", (None, None, None, None, "no_report")),
]


@pytest.mark.parametrize(("place", "year", "code", "values"), TARGET_VALUES)
def test_a_target_of_the_wide_table(place, year, code, values, made):
    told = row(made, place, year, TARGETS)
    assert tuple(told[f"{code}{end}"] for end in ("", "_lo", "_hi", "_q", "_why")) == values


def aim(period, low, qualifier):
    return ToldTarget("生产总值增速", period, low, low, None if low is None else "%", qualifier, "增长")


@pytest.mark.parametrize(
    ("targets", "qualifier"),
    [
        ([aim(Period.YEAR, 5.0, "左右")], "左右"),
        ([aim(Period.YEAR, None, "同步")], "同步"),
        ([aim(Period.SEVERAL_YEARS, None, "以上"), aim(Period.YEAR, None, "同步")], "同步"),
        ([aim(Period.SEVERAL_YEARS, 6.0, "以上"), aim(Period.YEAR, 5.0, "左右")], "左右"),
        ([aim(Period.SEVERAL_YEARS, None, "以上"), aim(Period.YEAR, None, None)], None),
        ([aim(Period.SEVERAL_YEARS, None, "以上")], None),
        ([], None),
    ],
)
def test_a_qualifier_is_that_of_the_aim_for_the_year(targets, qualifier):
    report = read_sample()[-1]
    measures = replace(measure_report(report), targets=tuple(targets))
    told = PlaceYear(report.place, report.year, None, measures, None, None, None)
    (column,) = (column for column in TARGETS.columns if column.name == "gdp_pct_q")
    assert column.value(told) == qualifier


def test_the_long_table_says_what_the_wide_one_says(made):
    long = made.table(TARGETS_LONG.name).filter(pl.col("period") == "year", pl.col("value").is_not_null())
    wide = made.table(TARGETS.name)
    told = {
        (place, year, measured.indicator, value)
        for measured in MEASURED
        for place, year, value in wide.select("place", "year", measured.code).rows()
        if value is not None
    }
    assert told
    assert told == set(long.select("place", "year", "indicator_name", "value").rows())


def test_the_balanced_long_table_has_every_indicator_in_every_year(made):
    of_year = made.table(TARGETS_LONG.name).filter(pl.col("period") == "year")
    counted = of_year.group_by("place", "year").agg(pl.col("indicator").n_unique())
    assert counted["indicator"].to_list() == [len(INDICATORS)] * 12
    assert set(of_year.filter(pl.col("year") == 2023)["why"]) == {"no_report"}


# -- what is missing, and why ----------------------------------------------------------------------


@pytest.mark.parametrize("table", [PANEL, TARGETS, TARGETS_LONG], ids=lambda table: table.name)
def test_a_value_is_missing_where_a_reason_is_told_and_nowhere_else(table, made):
    frame, checked = made.table(table.name), 0
    for column in table.columns:
        assert isinstance(column, Variable)
        if column.missing:
            checked += 1
            wrong = frame.filter(pl.col(column.name).is_null() != pl.col(column.missing).is_not_null())
            assert wrong.height == 0, column.name
    assert checked > 3


WHY_CHANGE = [
    ("澜川市", 2020, "no_previous_report"),
    ("澜川市", 2021, None),
    ("澜川市", 2023, "no_report"),
    ("澜川市", 2024, "no_previous_report"),  # there is one of 2022, which 2024 does not review
    ("澜川市", 2025, None),
    ("永安市", 2024, "no_previous_report"),
    ("永安市", 2025, "kinds_differ"),
]


@pytest.mark.parametrize(("place", "year", "why"), WHY_CHANGE)
def test_only_the_year_before_is_compared_and_only_with_its_like(place, year, why, made):
    told = row(made, place, year)
    assert told["why_change"] == why
    assert (told["share_new"] is None, told["promises"] is None) == (why is not None, why is not None)


def test_the_bad_file_stands_in_failures(made):
    assert made.table(FAILURES.name).select("stage", "file").rows() == [("reading", "recipe.txt")]


# -- the codebook ----------------------------------------------------------------------------------


def test_the_codebook_tells_every_variable_of_every_table(made):
    told = pl.read_csv(made.folder / "out" / "codebook.csv")
    for table in PANEL_TABLES:
        names = made.table(table.name).columns
        assert told.filter(pl.col("table") == table.name)["variable"].to_list() == names, table.name
    assert set(told["table"]) == {*(table.name for table in PANEL_TABLES), "reasons"}
    for name in ("label_zh", "label_en", "about_zh", "about_en"):
        assert told[name].null_count() == 0
    reasons = told.filter(pl.col("table") == "reasons")["variable"].to_list()
    assert reasons == [why.value for why in Why] == list(WHYS)


def test_the_codebook_tells_units_and_counts(made):
    told = {
        (table, name): rest
        for table, name, *rest in pl.read_csv(made.folder / "out" / "codebook.csv")
        .select("table", "variable", "unit_en", "missing_told_by", "observed", "minimum", "maximum")
        .rows()
    }
    assert told["panel_targets", "gdp_pct"] == ["per cent", "gdp_pct_why", 7, 5.5, 7.5]
    assert told["panel_targets", "grain_tonnes"][0] == "10,000 tonnes"
    assert told["panel_targets", "income_cny"][0] == "yuan"
    assert told["panel_targets", "budget_revenue_cny"][0] == "100 million yuan"
    assert told["panel", "share_new"][:3] == ["0 to 1", "why_change", 3]


def test_reasons_that_the_tables_hold_are_told(made):
    for table in (PANEL, TARGETS, TARGETS_LONG):
        frame = made.table(table.name)
        for column in table.columns:
            if column.kind is Kind.WORD:
                assert set(frame[column.name].drop_nulls()) <= {str(word) for word in column.words}, (
                    column.name
                )


def test_the_codebook_to_be_read_names_every_variable(made):
    page = (made.folder / "out" / "codebook.md").read_text("utf-8")
    for table in PANEL_TABLES:
        for column in table.columns:
            assert f"| `{column.name}` |" in page
    assert all(len(re.findall(r"(?<!\\)\|", line)) in {0, 3, 7} for line in page.splitlines())


def test_the_labels_for_stata_name_every_variable_once_and_tell_which_are_text(made):
    commands = render_labels({"panel": "panel", "panel_targets": "panel_targets"})
    found = re.findall(r'^label variable (\w+) "([^"]+)"$', commands, re.MULTILINE)
    assert [name for name, _ in found] == [c.name for table in (TARGETS, PANEL) for c in table.columns]
    assert max(len(label) for _, label in found) <= 80
    assert not re.search(r"[`$\\]", commands)  # Stata would take what follows for a macro
    assert commands.count(" asdouble ") == commands.count(" bindquotes(strict) ") == 2
    texts = re.findall(r"^import delimited .* stringcols\(([\d ]+)\)$", commands, re.MULTILINE)
    for table, places in zip((TARGETS, PANEL), texts, strict=True):
        types = made.table(table.name).dtypes
        assert [int(place) for place in places.split()] == [
            at for at, kind in enumerate(types, 1) if kind == pl.String
        ]
    assert 'merge 1:1 place year using "panel_targets.dta"' in commands
