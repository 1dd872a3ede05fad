"""The form that texts are matched on keeps every offset."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.matching import bare_form, clauses, matching_form

FORMS = [
    ("互联网＋", "互联网+"),
    ("６.５％－７％", "6.5%-7%"),
    ("——持续改善", "--持续改善"),
    ("「一江两岸」", "“一江两岸”"),
    ("ＧＤＰ", "GDP"),
]
BARE = [
    ("“互联网＋”行动，", "互联网+行动"),
    ("增长 6.5%。", "增长6.5%"),
    ("（一）扩大内需", "一扩大内需"),
    ("。", ""),
]


@pytest.mark.parametrize(("text", "form"), FORMS)
def test_matching_form(text, form):
    assert matching_form(text) == form


@pytest.mark.parametrize(("text", "form"), BARE)
def test_bare_form(text, form):
    assert bare_form(text) == form


@given(st.text())
def test_matching_form_keeps_length_and_is_idempotent(text):
    form = matching_form(text)

    assert len(form) == len(text)
    assert matching_form(form) == form


@given(st.text("经济，。；a\n”5", max_size=60), st.integers(0, 9))
def test_clauses_cover_the_text(text, offset):
    spans = clauses(text, offset)

    assert "".join(text[span.start - offset : span.end - offset] for span in spans) == text
    assert all(before.end == after.start for before, after in pairwise(spans))
