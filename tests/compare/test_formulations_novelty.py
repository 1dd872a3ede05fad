"""What counts as present, and how new a stretch is: checked against slow and plain versions."""

import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.formulations.folding import presence_form
from compare.formulations.novelty import (
    LONGEST_TOLD,
    SEPARATOR,
    known_in_each_other,
    longest_known,
    novelties,
    novelty,
)
from compare.formulations.repeats import count_uses, echoes, recurring_windows, starts_of

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


@given(FEW, FEW)
def test_what_two_texts_know_of_each_other_is_what_each_knows_of_the_other(text, other):
    found, known = known_in_each_other(text, other)
    assert found.tolist() == longest_known(text, other).tolist()
    assert known.tolist() == longest_known(other, text).tolist()


@given(FEW, FEW, FEW, FEW)
def test_no_known_stretch_runs_out_of_a_text_into_its_frame(form, frame, other, other_frame):
    wholes = f"{form}{SEPARATOR}{frame}", f"{other}{SEPARATOR}{other_frame}"
    one, two = novelties(form, wholes[0], other, wholes[1])
    assert one.lengths == novelty(form, [wholes[1]]).lengths
    assert two.lengths == novelty(other, [wholes[0]]).lengths


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
    found = novelty(text, [reference]).breaks(np.array([0]), np.array([len(text)]))
    assert np.ravel(found[:3]).tolist() == pytest.approx([words, compounds, strange])


def test_surroundings_are_those_of_the_sentence():
    known = "今年要做好水利工作"
    text = presence_form(f"{known}。做好水利和瞪羚工作。瞪羚瞪羚瞪羚。")
    start = text.index("瞪羚")
    share, around = novelty(text, [known]).shares(np.array([start, 0]), np.array([start + 2, 4]))
    assert list(share) == [1, 0]
    assert around[0] < 1
    assert around[1] == pytest.approx(3 / 5)


STRETCHES = st.lists(st.tuples(st.integers(0, 29), st.integers(1, 9)), min_size=1, max_size=12)


@given(st.text("甲乙丙的。", min_size=40, max_size=40), st.text("甲乙丁的", max_size=40), STRETCHES)
def test_stretches_measured_together_are_as_each_alone(text, reference, stretches):
    starts = np.array([start for start, _ in stretches])
    ends = starts + np.array([length for _, length in stretches])
    measured = novelty(text, [reference])
    together = (*measured.breaks(starts, ends), *measured.shares(starts, ends))
    for place in range(len(stretches)):
        one = slice(place, place + 1)
        alone = (*measured.breaks(starts[one], ends[one]), *measured.shares(starts[one], ends[one]))
        assert [column[place] for column in together] == [column[0] for column in alone]


@given(st.text("甲乙丙", min_size=40, max_size=60), STRETCHES)
def test_uses_are_counted_and_echoes_are_those_of_what_recurs_inside(text, stretches):
    windows = recurring_windows(text, np.zeros(len(text), dtype=np.int64))
    starts, ends = zip(*((start, start + length) for start, length in stretches), strict=True)
    heard = echoes(windows, starts, ends)
    for start, end, echo in zip(starts, ends, heard, strict=True):
        form = text[start:end]
        assert starts_of(text, form) == [at for at in range(len(text)) if text.startswith(form, at)]
        assert count_uses(text, form) == text.count(form)
        inside = [text[place : place + 4] for place in range(start, end - 3)]
        assert echo == max((len(windows.get(window, ".")) for window in inside), default=1)


def test_no_stretches_have_no_figures():
    nothing = np.zeros(0, dtype=np.int64)
    measured = novelty("养蜂保险", ["养蜂"])
    columns = (*measured.breaks(nothing, nothing), *measured.shares(nothing, nothing))
    assert [len(column) for column in columns] == [0] * 6
    assert echoes({}, (), ()) == starts_of("养蜂", "") == starts_of("养蜂", "保险") == []
