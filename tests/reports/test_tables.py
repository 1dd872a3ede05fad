"""The tidy tables say what the JSON document says, one row a thing, whatever was compared."""

import re
from collections import Counter

import pytest
from msgspec.structs import replace

from compare.comparison import compare_with_many
from compare.undertakings.model import OpenPromise
from corpora.model import Span
from reports.cli.sample import read_sample
from reports.documents.comparison import change_document, comparison_document
from reports.rows.summary import summarize
from reports.tables.catalogue import TABLES, columns, frame, rows
from reports.tables.dictionary import dictionary
from reports.tables.model import Kind, pair_key
from reports.tables.whole import WHOLE_TABLES, whole_columns, whole_frame

PYTHON_TYPES = {
    Kind.TEXT: str,
    Kind.PASSAGE: str,
    Kind.WORD: str,
    Kind.INTEGER: int,
    Kind.YEAR: int,
    Kind.NUMBER: float,
    Kind.SHARE: float,
    Kind.FLAG: bool,
    Kind.UNIT: str,
    Kind.OFFSET: int,
}
HANZI = re.compile(r"[\u4e00-\u9fff]")
named = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


@pytest.fixture(scope="module")
def pair():
    """The sample's last two years: every table has rows."""
    *_, earlier, later = read_sample()
    return compare_with_many([earlier], later).pairs[0]


@pytest.fixture(scope="module")
def summary(pair):
    return summarize(pair)


def of(name):
    return next(table for table in TABLES if table.name == name)


def cells(summary, name):
    names = [column.name for column in columns(of(name))]
    return [dict(zip(names, row, strict=True)) for row in rows(of(name), summary)]


@named
def test_names_are_plain_and_stand_once(table):
    names = [column.name for column in columns(table)]
    assert [name for name, count in Counter(names).items() if count > 1] == []
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", name) for name in names)


@named
def test_every_column_is_told_in_both_languages(table):
    for column in columns(table):
        assert HANZI.search(column.label.zh), column.name
        assert HANZI.search(column.description("zh")), column.name
        assert column.label.en, column.name
        assert not HANZI.search(column.label.en + column.description("en")), column.name


@named
def test_every_value_is_of_its_columns_type(table, summary):
    for row in rows(table, summary):
        for column, value in zip(columns(table), row, strict=True):
            expected = PYTHON_TYPES[column.kind]
            allowed = (expected, int) if expected is float else (expected,)
            assert value is None or type(value) in allowed, (column.name, value)
            assert value != "", column.name


@named
def test_every_stable_word_has_its_label(table, summary):
    # An indicator that is no known one goes by the words of the text.
    worded = [c for c in columns(table) if c.kind is Kind.WORD and c.name != "indicator"]
    for row in cells(summary, table.name):
        for column in worded:
            assert row[column.name] is None or row[column.name] in column.words, (column.name, row)


@pytest.mark.parametrize(
    "name",
    [
        *("links", "findings", "phrases", "targets", "outcomes", "promises", "priorities", "not_compared"),
        "inconsistencies",
    ],
)
def test_a_table_has_as_many_rows_as_the_json_document(name, pair, summary):
    expected = len(change_document(pair)[name])
    assert len(cells(summary, name)) == expected
    assert cells(summary, "pairs")[0].get(name, expected) == expected


def test_units_are_those_of_both_texts(pair, summary):
    document, found = change_document(pair), cells(summary, "units")
    for side in ("earlier", "later"):
        units = [(row["unit"], row["start"], row["end"], row["text"]) for row in found if row["side"] == side]
        assert units == [
            (unit["id"], unit["start"], unit["end"], unit["text"]) for unit in document[side]["units"]
        ]
    outcomes = Counter((row["side"], row["outcome"]) for row in found)
    assert outcomes["later", "new"] == len(document["new_units"]) > 0
    assert outcomes["earlier", "dropped"] == len(document["dropped_units"]) > 0
    assert all(row["outcome"] is None for row in found if row["role"] in {"frame", "appendix"})


def test_a_link_is_numbered_as_in_the_json_document(pair, summary):
    links = change_document(pair)["links"]
    for row in cells(summary, "links"):
        link = links[row["link"] - 1]
        assert (row["earlier_units"].split(), row["later_units"].split()) == (link["earlier"], link["later"])
        assert (row["kind"], row["moved"], row["score"]) == (link["kind"], link["moved"], link["score"])


def test_every_quote_stands_where_its_columns_say(pair, summary):
    sides = {"earlier": pair.earlier.text, "later": pair.later.text}
    told = [
        ("findings", "earlier_quote", "earlier", "earlier"),
        ("findings", "later_quote", "later", "later"),
        ("changes", "earlier_clause", "earlier", "earlier"),
        ("changes", "later_clause", "later", "later"),
        ("targets", "earlier_text", "earlier", "earlier"),
        ("targets", "later_text", "later", "later"),
        ("outcomes", "target_text", "target", "earlier"),
        ("outcomes", "report_text", "report", "later"),
        ("promises", "promise_text", "promise", "earlier"),
        ("promises", "report_text", "report", "later"),
    ]
    for table, quote, prefix, side in told:
        quoted = [row for row in cells(summary, table) if row[quote] is not None]
        assert quoted, (table, quote)
        for row in quoted:
            assert sides[side][row[f"{prefix}_start"] : row[f"{prefix}_end"]] == row[quote]


def test_what_lies_in_a_unit_names_it(pair, summary):
    units = {side: {unit.id: unit for unit in getattr(pair, side).units} for side in ("earlier", "later")}
    for name in ("findings", "changes", "phrases", "targets"):
        for row in cells(summary, name):
            for side in ("earlier", "later"):
                if row[f"{side}_start"] is not None:
                    unit = units[side][row[f"{side}_unit"]]
                    assert unit.span.start <= row[f"{side}_start"] < unit.span.end


@named
def test_a_frame_has_its_types_whether_or_not_there_is_a_row(table, summary):
    empty, full = frame(table, ()), frame(table, (summary, summary))
    assert empty.schema == full.schema
    assert empty.height == 0
    assert full.rows()[: full.height // 2] == list(rows(table, summary))


def test_the_key_of_a_pair_goes_by_both_texts(pair):
    other = replace(pair.later, source=replace(pair.later.source, sha256="0" * 64))
    turned = replace(pair, earlier=pair.later, later=pair.earlier)
    keys = [pair_key(each) for each in (pair, replace(pair, later=other), turned)]
    assert len(set(keys)) == 3
    assert keys[0] == pair_key(replace(pair, later=replace(pair.later, title="another name")))


@pytest.mark.parametrize(("language", "limit"), [("zh", "若干条"), ("en", "at most so many")])
def test_the_dictionary_tells_that_not_all_formulations_are_counted(language, limit):
    told = {(entry.table, entry.column): entry.description for entry in dictionary(language)}
    assert limit in told["pairs", "phrases"]
    assert limit not in told["pairs", "targets"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_dictionary_tells_every_column_once(language):
    found = list(dictionary(language))
    assert [(entry.table, entry.column) for entry in found] == [
        (table.name, column.name) for table in TABLES for column in columns(table)
    ]
    (status,) = (entry for entry in found if (entry.table, entry.column) == ("phrases", "status"))
    assert dict(status.words)["dropped"] == ("未再出现" if language == "zh" else "no longer found")


# ---- the later report against all the others -----------------------------------------------------------


def whole(comparison, name):
    table = next(table for table in WHOLE_TABLES if table.name == name)
    return whole_frame(table, comparison).to_dicts()


def test_first_years_are_those_of_the_json_document(comparison_of_many):
    overview = comparison_document(comparison_of_many)["overview"]
    found = whole(comparison_of_many, "first_found")
    told = [(row["later_unit"], row["first_year"]) for row in found]
    assert told == [
        (each["unit"], each["first_year"]) for each in (*overview["priorities"], *overview["measures"])
    ]
    assert [row["found_in"] for row in found] == ["2021 2023", None, "2023", None]
    assert [row["rank"] for row in found] == [1, 4, None, None]
    assert {(row["later_place"], row["later_year"]) for row in found} == {("甲市", 2024)}


def test_against_one_report_there_is_no_first_year(comparison):
    assert whole(comparison, "first_found") == []


def test_what_stays_open_is_there(comparison):
    promise = OpenPromise(2021, "建桥3座", Span(4, 8), "m2", (2022, 2024), Span(0, 3), "m1", "修缮")
    (row,) = whole(replace(comparison, open_promises=(promise,)), "open_promises")
    assert (row["promise_year"], row["promise_text"], row["looked_at"]) == (2021, "建桥3座", "2022 2024")
    assert (row["nearest_text"], row["nearest_unit"]) == ("修缮", "m1")
    assert whole(comparison, "open_promises") == []


@pytest.mark.parametrize("table", WHOLE_TABLES, ids=lambda table: table.name)
def test_columns_of_the_whole_are_told_in_both_languages(table):
    for column in whole_columns(table):
        assert HANZI.search(column.label.zh), column.name
        assert not HANZI.search(column.label.en + column.description("en")), column.name


def test_every_list_of_the_json_document_is_a_table(pair, comparison):
    lists = {name for name, value in change_document(pair).items() if isinstance(value, list)}
    lists |= {name for name, value in comparison_document(comparison).items() if isinstance(value, list)}
    # What comes nearest, and what is new and gone, are columns of the units; years and cuts those of the pairs.
    inside = {"nearest", "new_units", "dropped_units", "history_years", "phrases_cut"}
    assert lists - inside <= {table.name for table in (*TABLES, *WHOLE_TABLES)}
