"""What holds of the channels for arbitrary clauses and texts, whatever they say."""

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.matching import matching_form
from compare.model import Direction
from compare.wording.ladders import LADDERS, MANNER
from compare.wording.meaning import ClausePair, meaning_changes
from compare.wording.wording import compare_wording
from corpora.model import Level, Role, Span, Unit

WORDS = sorted({word for ladder in LADDERS for rung in ladder.rungs for word in rung} | set(MANNER))
OBJECTS = ["城市更新行动", "低空经济", "房地产税立法", "第三支柱养老保险", "农村人居环境", "海洋权益"]
FIGURES = ["", "", "3%左右", "5.5%以上", "不低于6%", "30万亩", "30万公顷", "6%-7%", "约80亿元", "2个百分点"]
TIMES = ["", "", "年内", "三年内", "到2027年", "上半年", "“十四五”末"]
clauses = st.builds(
    lambda time, words, thing, more, figure: f"{time}{''.join(words)}{thing}{more}{figure}，",
    st.sampled_from(TIMES),
    st.lists(st.sampled_from([*WORDS, "不", "严禁", "要"]), max_size=3),
    st.sampled_from(OBJECTS),
    st.sampled_from(["", "试点", "、智慧城市", "全覆盖"]),
    st.sampled_from(FIGURES),
)
texts = st.lists(clauses, min_size=1, max_size=8).map("".join)
REVERSED = {
    Direction.HIGHER: Direction.LOWER, Direction.STRONGER: Direction.WEAKER,
    Direction.WIDER: Direction.NARROWER, Direction.EARLIER: Direction.LATER,
}  # fmt: skip
REVERSED |= {other: one for one, other in REVERSED.items()}


def changes(earlier, later, years):
    forms = matching_form(earlier), matching_form(later)
    pair = ClausePair(Span(0, len(earlier)), Span(0, len(later)), *forms, years)
    return list(meaning_changes(pair))


def unit(text):
    return [Unit("m1", Level.MEASURE, Role.PLAN, "", None, None, None, Span(0, len(text)), 0, text)]


def wording(earlier, later):
    return compare_wording(unit(earlier), unit(later), clause_pair=0.45, years=(2024, 2025))


@settings(max_examples=400)
@given(clauses, clauses)
def test_swapping_two_clauses_swaps_their_changes_and_reverses_the_way(earlier, later):
    forth = changes(earlier, later, (2024, 2025))
    back = changes(later, earlier, (2025, 2024))

    assert sorted(
        (each.channel, each.ladder, each.earlier, each.later, str(each.direction)) for each in forth
    ) == sorted(
        (each.channel, each.ladder, each.later, each.earlier, str(REVERSED.get(each.direction)))
        for each in back
    )


@settings(max_examples=100)
@given(clauses)
def test_a_clause_does_not_differ_from_itself(clause):
    assert changes(clause, clause, (2024, 2025)) == []


@settings(max_examples=200)
@given(clauses, clauses)
def test_changes_stand_inside_their_clauses(earlier, later):
    for each in changes(earlier, later, (2024, 2025)):
        assert 0 <= each.earlier.start <= each.earlier.end <= len(earlier)
        assert 0 <= each.later.start <= each.later.end <= len(later)
        assert len(each.earlier) or len(each.later)


@settings(max_examples=100)
@given(texts, texts)
def test_edits_rebuild_both_texts_and_what_is_alone_or_reordered_is_in_them(earlier, later):
    found = wording(earlier, later)

    assert "".join(earlier[each.earlier.start : each.earlier.end] for each in found.edits) == earlier
    assert "".join(later[each.later.start : each.later.end] for each in found.edits) == later
    whole = [span for span, _ in found.reordered] + [span for span, _ in found.earlier_only]
    assert len(set(whole)) == len(whole), "a clause is alone or has another place, not both"
    for span in whole:
        assert 0 <= span.start < span.end <= len(earlier)


@settings(max_examples=50)
@given(texts)
def test_a_text_has_nothing_alone_reordered_or_changed_against_itself(text):
    found = wording(text, text)

    assert (found.changes, found.earlier_only, found.later_only, found.reordered) == ((), (), (), ())
    assert found.likeness == 1.0


@settings(max_examples=50)
@given(texts, texts)
def test_the_same_texts_give_the_same_wording(earlier, later):
    assert wording(earlier, later) == wording(earlier, later)
