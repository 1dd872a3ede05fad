"""A report comes back from its bytes exactly as it was, whatever stands in it."""

import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from corpora.model import Span, Unit, WorkReport
from corpora.packing import pack, pack_work_report, unpack, unpack_work_report
from corpora.reading import read_work_report

SAMPLE = sorted((Path(__file__).resolve().parents[2] / "corpora" / "data").glob("*.txt"))
ANYTHING = st.text(st.characters(exclude_categories=()), max_size=40)  # lone surrogates too
STRANGE = st.from_type(WorkReport)


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: path.stem)
def test_the_sample_comes_back(path):
    report = read_work_report(path)

    assert unpack_work_report(pack_work_report(report)) == report


@pytest.mark.parametrize("form", ["docx", "html", "pdf", "doc"])
def test_a_report_of_each_format_comes_back(form, files, tmp_path):
    path = tmp_path / f"2025.{form}"
    path.write_bytes(files[form])
    report = read_work_report(path)

    assert unpack_work_report(pack_work_report(report)) == report


def test_a_report_in_traditional_characters_comes_back(tmp_path, paragraphs):
    path = tmp_path / "2025.txt"
    path.write_text("\n".join(paragraphs).replace("经济", "經濟").replace("发展", "發展"), encoding="utf-8")
    report = read_work_report(path)

    assert unpack_work_report(pack_work_report(report)) == report


def types_of(value):
    """The types of a value and of all that is in it: equality does not tell a StrEnum from a str."""
    named = value.__struct_fields__ if isinstance(value, Struct) else ()
    inner = value if isinstance(value, tuple) else [getattr(value, each) for each in named]
    return type(value), tuple(map(types_of, inner))


@given(STRANGE)
def test_any_report_comes_back(report):
    found = unpack_work_report(pack_work_report(report))

    assert found == report
    assert types_of(found) == types_of(report)


@given(ANYTHING, ANYTHING)
def test_text_that_is_no_text_comes_back(text, title):
    report = replace(read_work_report(SAMPLE[0]), text=text, title=title)

    assert unpack_work_report(pack_work_report(report)) == report


@pytest.mark.parametrize(
    "content",
    [b"", b"x", zlib.compress(b""), zlib.compress(b"[]"), zlib.compress(b"{}"), zlib.compress(b"[1,2]")],
)
def test_what_is_no_packed_report_is_refused(content):
    with pytest.raises(ValueError, match=r"."):
        unpack_work_report(content)


def test_a_packed_report_is_small():
    report = read_work_report(SAMPLE[-1])

    assert len(pack_work_report(report)) < len(report.source.text.encode())


@given(st.from_type(Unit))
def test_any_tree_of_values_comes_back(unit):
    assert unpack(Unit, pack(unit)) == unit


@pytest.mark.parametrize("content", [b"", b"x", zlib.compress(b"no json"), zlib.compress(b"[1]")])
def test_what_is_nothing_packed_is_an_error(content):
    with pytest.raises(ValueError):  # noqa: PT011 - whatever the message says
        unpack(Span, content)
