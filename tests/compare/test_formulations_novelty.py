"""What counts as present, and how new a stretch is: checked against slow and plain versions."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.formulations.folding import presence_form
from compare.formulations.novelty import LONGEST_TOLD, SEPARATOR, longest_known, novelty

FEW = st.text(alphabet="甲乙丙丁", max_size=60)
ANY = st.text(max_size=40)


@given(FEW, FEW)
def test_longest_known_agrees_with_a_search(text, reference):
    expected = [
        next(
            length
            for length in range(min(len(text) - start, LONGEST_TOLD), -1, -1)
            if text[start : start + length] in reference
        )
        for start in range(len(text))
    ]
    assert longest_known(text, reference).tolist() == expected


@given(FEW, st.lists(FEW, min_size=1, max_size=4))
def test_nothing_is_known_across_two_texts(text, references):
    measured = novelty(text, references)
    for start in range(len(text)):
        for end in range(start + 1, min(len(text), start + 8) + 1):
            assert measured.stands(start, end) == any(text[start:end] in one for one in references)


def test_a_separator_is_never_known():
    assert not novelty("甲乙", [f"甲{SEPARATOR}乙"]).stands(0, 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("互联网＋政务", "互联网+政务"),
        ("６.５％", "6.5%"),
        ("“双创”升级版", "双创升级版"),
        ("《澜川制造》", "澜川制造"),
        ("新\u200b质\ufeff", "新质"),
        ("在 ３% 以内", "在3%以内"),
        ("新型\n城镇化", "新型城镇化"),
        ("６%－７%", "6%–7%"),
    ],
)
def test_width_quotes_and_spaces_are_no_difference(one, other):
    assert presence_form(one) == presence_form(other)


@pytest.mark.parametrize(
    ("one", "other"), [("不搞", "搞"), ("5%", "4%"), ("稳健", "稳妥"), ("甲、乙", "甲乙")]
)
def test_words_numbers_and_commas_are(one, other):
    assert presence_form(one) != presence_form(other)


@given(ANY)
def test_folding_is_stable_and_leaves_no_space(text):
    form = presence_form(text)
    assert presence_form(form) == form
    assert not any(one.isspace() or unicodedata.category(one) == "Cf" for one in form)


@given(ANY, ANY, ANY)
def test_what_stands_in_a_text_stands_in_its_form(before, inside, after):
    assert presence_form(inside) in presence_form(before + inside + after)


@pytest.mark.parametrize(
    ("text", "reference", "words", "compounds", "strange"),
    [
        ("养蜂保险制度", "建立养蜂保险制度", 0, 0, 0),
        ("养蜂保险", "养蜂大户，保险机构", 0, 1, 0),
        ("砚林", "林下，砚台", 1, 0, 0),
        ("瞪羚企业", "企业", 2, 0, 2),
        ("梨园的水网", "梨园，的，水网", 0, 0.4, 0),
    ],
)
def test_breaks_tell_new_words_from_new_compounds(text, reference, words, compounds, strange):
    found = novelty(text, [reference]).breaks(0, len(text))
    assert (found.words, found.compounds, found.strange) == (words, pytest.approx(compounds), strange)


def test_surroundings_are_those_of_the_sentence():
    known = "今年要做好水利工作"
    text = presence_form(f"{known}。做好水利和瞪羚工作。瞪羚瞪羚瞪羚。")
    start = text.index("瞪羚")
    share, around = novelty(text, [known]).shares(start, start + 2)
    assert share == 1
    assert around < 1
    assert novelty(text, [known]).shares(0, 4) == (0, pytest.approx(3 / 5))
