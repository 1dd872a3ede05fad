"""Where the pieces of task clauses begin and end, as a table: invented sentences, traps beside plain ones."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.formulations.frames import masked, read_clauses
from compare.formulations.lexicon import (
    ADVERBS,
    ADVERBS_BEFORE_VERBS,
    FOUNDING_VERBS,
    LEADS,
    LIGHT_VERBS,
    NOUN_VERBS,
    VERBS,
)
from compare.formulations.segmentation import LONGEST_PIECE, Form, cut_pieces, name_length


def pieces(text):
    return [(text[piece.core : piece.end], piece.form) for piece in cut_pieces(text)]


def names(text):
    return [name for name, _ in pieces(text)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("要进一步完善养蜂保险制度。", ["养蜂保险制度"]),
        ("我们将大力推动砚台产业升级。", ["砚台产业升级"]),
        ("支持和鼓励梨农合作。", ["梨农合作"]),
        ("落实好梨园管护办法。", ["梨园管护办法"]),
        ("凝聚起全城力量。", ["全城力量"]),
        ("科学地规划水网。", ["水网"]),
        ("打造一批蓝色渔村。", ["蓝色渔村"]),
        ("优化服务改革。", ["服务改革"]),
        ("建立科学的评估体系。", ["科学的评估体系"]),
        ("规划的水网按期建成。", ["规划的水网按期建成"]),
        ("要素市场更活跃。", ["要素市场更活跃"]),
        ("对外贸易增长。", ["对外贸易增长"]),
        ("--继续推进水网建设", ["水网建设"]),
        ("三是推进水网建设", ["水网建设"]),
        ("发展梨产业,建设水网;保护林地", ["梨产业", "水网", "林地"]),
        ("建设1,200处水窖", ["1,200处水窖"]),
        ("系统集成、协同配合。", ["系统集成", "协同配合"]),
    ],
)
def test_frames_are_taken_off(sentence, expected):
    assert names(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("决不允许随意加价。", "决不允许随意加价"),
        ("不搞一刀切。", "不搞一刀切"),
        ("绝不能走回头路。", "绝不能走回头路"),
    ],
)
def test_a_negation_stays_with_its_verb(sentence, expected):
    assert expected in names(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected", "unexpected"),
    [
        ("发展蜂蜜酒、梨花茶、砚台雕刻等新产业", ["蜂蜜酒", "梨花茶", "砚台雕刻", "新产业"], ["等新产业"]),
        ("扩大金融、货运等领域对外开放范围", ["金融", "货运", "对外开放范围"], ["领域对外开放范围"]),
        ("培育自尊自信、理性平和、积极向上的心态", ["理性平和"], ["理性平"]),
        ("推动职业技能等级证书同学历证书互通互认互用", [], ["级证书同学历证书互通互认互用"]),
        ("加快构建以养蜂为龙头的现代林下产业和现代渔业体系", ["现代渔业体系"], ["和现代渔业体系"]),
        ("促进企业兼并重组和梨农专业合作组织规范发展", ["企业兼并重组"], ["企业兼"]),
    ],
)
def test_lists_and_long_clauses_are_cut_at_their_joints(sentence, expected, unexpected):
    found = names(sentence)
    assert set(expected) <= set(found)
    assert not set(unexpected) & set(found)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("综合整治“内耗式”竞争。", ["“内耗式”竞争", "“内耗式”"]),
        ("全面推行“一窗受理、限时办结”。", ["“一窗受理、限时办结”"]),
        ("“八五”期间建成。", ["“八五”"]),
        ("谋划“八五”时期新的任务。", ["“八五”"]),
        ("推动“三河”工程取得成效。", ["“三河”工程", "“三河”"]),
        ("实施《澜川制造行动纲领》。", ["《澜川制造行动纲领》"]),
        ("通过《建议》。", []),
    ],
)
def test_quotations_come_with_their_noun(sentence, expected):
    quoted = [name for name, form in pieces(sentence) if form in {Form.QUOTED, Form.TITLE}]
    assert sorted(quoted) == sorted(expected)


def test_nothing_inside_a_quotation_is_cut():
    assert not {"限时办结", "限时办结”"} & set(names("全面推行“一窗受理、限时办结”。"))


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("提速降费行动要迈出更大步伐", "提速降费行动"),
        ("三大攻坚战成效显著", "三大攻坚战"),
        ("梨乡经济加快成长", "梨乡经济"),
    ],
)
def test_the_topic_of_a_statement_is_a_piece_of_its_own(sentence, topic):
    assert (topic, Form.TOPIC) in pieces(sentence)


def test_a_clause_keeps_its_adverbs_and_tells_its_core():
    text = "我们要因地制宜发展梨产业。"
    (clause,) = read_clauses(text)
    assert text[clause.start : clause.end] == "因地制宜发展梨产业"
    assert text[clause.core : clause.end] == "梨产业"


OFFICIAL = st.text(alphabet="推进完善梨园的和、，。“”《》等地好一批加快要不2５%+ 城乡建设", max_size=60)


@given(OFFICIAL)
def test_pieces_lie_in_the_text_in_order(text):
    found = cut_pieces(text)
    assert [(piece.start, piece.end) for piece in found] == sorted(
        (piece.start, piece.end) for piece in found
    )
    for piece in found:
        assert 0 <= piece.start <= piece.core < piece.end <= len(text)
        assert "。" not in masked(text)[piece.start : piece.end]


@given(OFFICIAL)
def test_clauses_do_not_overlap(text):
    found = read_clauses(text)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(OFFICIAL)
def test_masking_keeps_the_length(text):
    assert len(masked(text)) == len(text)


def test_a_piece_that_can_be_cut_is_short_enough_to_name():
    text = "促进梨农增收和蜂农增收以及渔农增收与林农增收。"
    assert all(name_length(name) <= LONGEST_PIECE for name in names(text))


def test_the_classes_of_words_fit_each_other():
    assert NOUN_VERBS <= VERBS
    assert LIGHT_VERBS <= VERBS
    assert FOUNDING_VERBS <= VERBS
    assert ADVERBS_BEFORE_VERBS <= ADVERBS
    assert all(len(verb) == 2 for verb in VERBS)
    assert not {"不", "决不", "绝不", "没有"} & (LEADS | ADVERBS)
