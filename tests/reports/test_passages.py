"""Passages are quotes around a place, cut at sentences and never longer than wanted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.model import Role, Span
from reports.rows.passages import passage_around


def passage(report_of, text, phrase, limit):
    work_report = report_of(text)
    start = work_report.text.index(phrase)
    return passage_around(work_report, Span(start, start + len(phrase)), limit)


@pytest.fixture(scope="session")
def report_of(make_report):
    return lambda text: make_report(2024, [("一、", "甲", Role.PLAN, [text])])


@pytest.mark.parametrize(
    ("text", "phrase", "limit", "shown"),
    [
        ("前句。发展低空经济，促进就业。后句。", "低空经济", 20, "发展低空经济，促进就业。"),
        ("前句；发展低空经济", "低空经济", 20, "发展低空经济"),
        ("一二三四五六七八九十低空经济一二三四五六七八九十", "低空经济", 12, "…八九十低空经济一二三…"),
        ("低空经济一二三四五六七八九十", "低空经济", 8, "低空经济一二…"),
        ("一二三四五六七八九十低空经济", "低空经济", 8, "…九十低空经济"),
        ("一二三四五六七八", "一二三四五六七", 6, "一二三四…"),
    ],
)
def test_passages(report_of, text, phrase, limit, shown):
    assert passage(report_of, text, phrase, limit) == shown


@given(st.text("甲乙，。；\n", min_size=1, max_size=60), st.integers(4, 30), st.data())
def test_a_passage_is_never_longer_than_wanted(report_of, text, limit, data):
    work_report = report_of(text)
    start = data.draw(st.integers(0, len(work_report.text) - 1))
    span = Span(start, data.draw(st.integers(start, len(work_report.text))))
    shown = passage_around(work_report, span, limit)
    assert len(shown) <= limit
    assert shown.strip("…") in " ".join(work_report.text.split()) or "\n" in work_report.text
