"""Fingerprints stay while other things change: paragraphs that come, go and move elsewhere."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from reports.gate.fingerprints import fingerprints
from reports.gate.observations import Observation
from reports.gate.rules import RuleKind

# Paragraphs on matters that no finding is about; none of their words is in the report.
UNRELATED = [
    "开展青少年冰雪运动进校园，组建十支业余棒球队，让孩子们玩得尽兴。",
    "编纂地方戏曲口述史，修复老唱片档案，邀请老艺人登台传艺。",
    "做好候鸟越冬监测，增设观鸟平台，普及野生动物救助常识。",
    "推行殡葬移风易俗，倡导绿色安葬，规范墓园价格公示。",
]
# What the later text changes; every rule group is among them.
CHANGES = [
    ("地区生产总值增长6%左右", "地区生产总值增长5.5%左右"),
    ("146公里", "164公里"),
    ("不搞大水漫灌", "搞大水漫灌"),
    ("坚持“三水同治”，", ""),
    ("全力稳住工业经济", "千方百计稳住工业经济"),
    ("办好梧桐文化旅游节，开通旅游专线8条，把游客留在云梧。\n\n", ""),
    ("制造业23个、服务业18个", "制造业25个、服务业18个"),
    ("把过紧日子落到实处", "把过紧日子落在实处"),
]
# Where a paragraph may stand: behind paragraphs of every part, but not where one of the changes takes a paragraph
# away: what stands in its place there is its neighbour, and may be read as what became of it.
PLACES = [
    "城区新增绿地60公顷。",
    "做强精细化工链条。",
    "让群众喝上放心水。",
    "做好退役军人服务保障。",
    "自觉接受人大监督，",
]


def with_paragraphs(text, inserted):
    """The text with paragraphs behind the paragraphs that hold the places."""
    for place, paragraph in inserted:
        end = text.index("\n", text.index(PLACES[place]))
        text = text[:end] + "\n\n" + UNRELATED[paragraph] + text[end:]
    return text


def of_changes(gate, earlier, later):
    """Fingerprints of the findings that are about the changes: not the paragraphs', not whole lengths."""
    check = gate.check(earlier, later, gate.everything())
    about = [
        violation
        for violation in check.violations
        if violation.rule.kind is not RuleKind.LENGTH_CHANGED
        and not any(
            part and part in "".join(UNRELATED) + "开展青少年冰雪运动"
            for part in re.split(r"[，。]", "".join(violation.observation.identity))
        )
    ]
    return {violation.fingerprint: violation.observation.identity for violation in about}


PARAGRAPHS = st.lists(
    st.tuples(st.integers(0, len(PLACES) - 1), st.integers(0, len(UNRELATED) - 1)),
    max_size=3,
    unique_by=lambda pair: pair[1],
)


@settings(max_examples=30)
@given(st.sets(st.sampled_from(range(len(CHANGES))), min_size=1, max_size=4), PARAGRAPHS, PARAGRAPHS)
def test_fingerprints_stay_when_unrelated_paragraphs_come_go_and_move(gate, chosen, before, after):
    """`before` stands in the earlier text and `after` in the later one: some come, some go, some move."""
    later = gate.edit(*(CHANGES[number] for number in sorted(chosen)))
    plain = of_changes(gate, gate.base, later)
    assert plain
    around = of_changes(gate, with_paragraphs(gate.base, before), with_paragraphs(later, after))
    missing = {name: identity for name, identity in plain.items() if name not in around}
    assert missing == {}


def observation(identity, kind=RuleKind.TEXT_CHANGED):
    return Observation(kind, None, None, None, None, identity)


def test_a_fingerprint_is_of_rule_and_words_alone():
    first, width, other_rule, other_words = fingerprints(
        [
            observation(("增长5%，", "增长6%")),
            observation(("增长５％", "增长6%。"), RuleKind.TEXT_CHANGED),
            observation(("增长5%，", "增长6%"), RuleKind.NUMBER_CHANGED),
            observation(("增长6%", "增长5%，")),
        ]
    )
    assert re.fullmatch("[0-9a-f]{12}", first)
    assert len({first, width, other_rule, other_words}) == 4  # the second is the first one again, numbered
    assert fingerprints([observation(("增长５％", "增长6%。"))]) == (first,)


def test_those_that_are_alike_are_numbered_in_reading_order():
    same = [observation(("不搞",))] * 3
    names = fingerprints(same)
    assert len(set(names)) == 3
    assert fingerprints(same[:2]) == names[:2]


def test_fingerprints_do_not_change_with_the_program():
    """They stand in people's files: another value for the same words would void every acknowledgement."""
    assert fingerprints([observation(("办好旅游节", ""), RuleKind.MEASURE_DROPPED)]) == ("20e7d8ce5842",)
