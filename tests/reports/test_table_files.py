"""Tables as files: what polars reads back is what was written, and a spreadsheet runs nothing of it."""

import io

import polars as pl
import pytest
from msgspec.structs import replace

from compare.comparison import compare_with_many
from reports.cli.sample import read_sample
from reports.formats import TableFormat
from reports.rows.summary import summarize
from reports.tables.catalogue import TABLES, frame
from reports.tables.dictionary import whole_dictionary
from reports.tables.files import render_table, render_tables
from reports.tables.findings import FINDINGS
from reports.tables.whole import WHOLE_TABLES

BOM = b"\xef\xbb\xbf"


@pytest.fixture(scope="module")
def sample():
    *_, earlier, later = read_sample()
    return compare_with_many([earlier], later)


@pytest.mark.parametrize("target", TableFormat)
def test_every_table_has_a_file_beside_the_dictionary(sample, target):
    files = render_tables(sample, target)
    names = [table.name for table in (*TABLES, *WHOLE_TABLES)]
    assert list(files) == [f"{name}.{target}" for name in (*names, "dictionary")]
    assert files[f"findings.{target}"] == render_table(FINDINGS, sample, target)
    assert render_tables(sample, target) == files


def test_parquet_holds_the_tables_as_they_are(sample):
    files, summary = render_tables(sample, TableFormat.PARQUET), summarize(sample.pairs[0])
    for table in TABLES:
        read = pl.read_parquet(io.BytesIO(files[f"{table.name}.parquet"]))
        assert read.equals(frame(table, [summary]))


def test_csv_is_utf8_with_a_mark_and_reads_back(sample):
    files, summary = render_tables(sample, TableFormat.CSV), summarize(sample.pairs[0])
    for table in TABLES:
        content = files[f"{table.name}.csv"]
        assert content.startswith(BOM)
        expected = frame(table, [summary])
        read = pl.read_csv(io.BytesIO(content), schema=expected.schema)
        assert read.equals(expected), table.name
    assert b"\r\n" in files["findings.csv"]


def test_the_dictionary_has_a_line_for_every_column(sample):
    read = pl.read_csv(io.BytesIO(render_tables(sample, TableFormat.CSV)["dictionary.csv"]))
    assert read.height == len(list(whole_dictionary("zh")))
    (words,) = read.filter(pl.col("table") == "phrases", pl.col("column") == "status")["words"]
    assert "dropped = 未再出现/no longer found" in words


@pytest.mark.parametrize(
    ("text", "in_csv"),
    [
        ("=1+1", "'=1+1"),
        ("+86", "'+86"),
        ("-减", "'-减"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("增长5%=目标", "增长5%=目标"),
        ("——促", "——促"),
        ("'", "'"),
    ],
)
def test_what_would_be_a_formula_has_an_apostrophe_in_csv_only(sample, text, in_csv):
    (pair,) = sample.pairs
    source = replace(pair.earlier.source, name=text)
    changed = replace(sample, pairs=(replace(pair, earlier=replace(pair.earlier, source=source)),))
    files = {target: render_tables(changed, target)[f"pairs.{target}"] for target in TableFormat}
    assert pl.read_csv(io.BytesIO(files["csv"]))["earlier_source"][0] == in_csv
    assert pl.read_parquet(io.BytesIO(files["parquet"]))["earlier_source"][0] == text
