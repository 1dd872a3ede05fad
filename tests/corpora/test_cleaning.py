"""Cleaning takes characters away, never puts one in, and keeps the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.cleaning import LEFT_OUT_REASONS, STEPS, clean
from corpora.model import Source

LONG = "过去一年，全市经济社会发展取得新的成绩，人民生活继续改善。"
TABLE = [
    # (what it is about, source, clean text)
    ("zero-width in a number", "达到74.4\u200b万亿元。", "达到74.4万亿元。"),
    ("byte order mark inside", "增长\ufeff5%。", "增长5%。"),
    ("indents", "\u3000\u3000各位代表：\n\u3000\u3000现在报告。", "各位代表：\n现在报告。"),
    ("blank lines", "\n\n一、回顾\n\n\n过去一年。\n", "一、回顾\n过去一年。"),
    ("space before a number", "控制在 3%以内。", "控制在3%以内。"),
    ("space in a decimal", "增长6 .5%。", "增长6.5%。"),
    ("no-break space", "增长\u00a05%。", "增长5%。"),
    ("space between words stays", "凝心聚力 奋发有为。", "凝心聚力 奋发有为。"),
    ("space in Latin words stays", "加入 Open AI 合作。", "加入 Open AI 合作。"),
    ("subscript on a line", f"{LONG}\n\n广义货币M\n2\n增长12%。\n\n{LONG}\n\n{LONG}", f"{LONG}\n广义货币M2增长12%。\n{LONG}\n{LONG}"),
    ("particle size", f"{LONG}\n\n细颗粒物（PM\n2.5\n）治理。", f"{LONG}\n细颗粒物（PM2.5）治理。"),
    ("link on a line", f"{LONG}\n\n实施“\n一带一路\n”建设。\n\n{LONG}\n\n{LONG}", f"{LONG}\n实施“一带一路”建设。\n{LONG}\n{LONG}"),
    ("page break inside a sentence", f"{LONG}\n\n深化各领域改\n\u200b\n革，增强动力。", f"{LONG}\n深化各领域改革，增强动力。"),
    ("page break between sentences", "增强动力。\n\u200b\n继续推进。", "增强动力。\n继续推进。"),
    ("comma at a line's end", "加快发展，\n\n稳步推进。", "加快发展，稳步推进。"),
    ("page number", f"{LONG}\n\n{LONG}{LONG[:-1]}，稳步推进各领域各方面的\n- 3 -\n重点改革。", f"{LONG}\n{LONG}{LONG[:-1]}，稳步推进各领域各方面的重点改革。"),
    ("heading keeps its line", "二、2025年工作安排\n今年工作任务繁重。", "二、2025年工作安排\n今年工作任务繁重。"),
    ("plain heading keeps its line", f"2024年工作回顾\n{LONG}", f"2024年工作回顾\n{LONG}"),
    ("bullets keep their lines", "主要表现在\n——经济向好。\n——民生改善。", "主要表现在\n——经济向好。\n——民生改善。"),
    ("markdown", "## 一、回顾\n> 过去一年。", "一、回顾\n过去一年。"),
    ("caption", "五是办实事，民生\n\n大会现场\n记者 江远舟 摄\n\n保障可感可及。", "五是办实事，民生保障可感可及。"),
    ("digits set apart one by one", "达到7 4 7 7 2 亿元，增长1 1 ．5％。", "达到74772亿元，增长11．5％。"),
    ("numbers beside each other stay apart", "共 12 34 56 号。", "共12 34 56号。"),
    ("a rule of asterisks", "增强动力。\n***\n继续推进。", "增强动力。\n继续推进。"),
    ("what is left of a lost word", "增强动力。\n'\n继续推进。", "增强动力。\n继续推进。"),
    ("an ellipsis inside a sentence stays", "改革……开放，并举。", "改革……开放，并举。"),
    ("a newspaper's jump line", "五是办实事，民生\n（下转第2版）\n保障可感可及。", "五是办实事，民生保障可感可及。"),
    ("dateline of the news report", "侧记\n澜川日报讯（记者 闻溪）昨日开幕。", "侧记\n澜川日报讯（记者 闻溪）昨日开幕。"),
    ("nothing to do", "各位代表：\n现在报告。", "各位代表：\n现在报告。"),
    ("empty", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_clean(source, expected):
    assert clean(source).text == expected


@pytest.mark.parametrize("source", [row[1] for row in TABLE], ids=[row[0] for row in TABLE])
def test_cleaning_twice_changes_nothing(source):
    once = clean(source).text

    assert clean(once).text == once


def test_licence_tail_is_left_out_with_its_reason():
    tail = "本作品是中华人民共和国的\n法律\n、国家机关的决议，依据著作权法不适用。\nPublic domain\nfalse"
    cleaned = clean(f"让我们团结奋斗！\n\n\n{tail}\n")

    assert cleaned.text == "让我们团结奋斗！"
    assert [(piece.reason, piece.text) for piece in cleaned.left_out] == [("licence", tail)]


def test_every_reason_is_a_step_that_takes_out_words():
    assert (
        *("page-jump", "markdown", "licence", "caption", "page-number", "ornament", "running-head"),
        "page-frame",
    ) == LEFT_OUT_REASONS
    assert all(step.why for step in STEPS)


pieces = st.sampled_from(
    ["经济发展", "。", "，", "\n", "\n\n", "\u3000", "\u200b", " ", "5", "％", "M", "2", "一、", "（二）", "——", "记者 江远 摄", "第3页", "”", "***", "# ", "（下转第2版）", "1 9 9 8 年", "- 3 -", "本作品是公有领域"]
)  # fmt: skip


@given(st.lists(pieces, max_size=40).map("".join))
def test_kept_and_left_out_make_up_the_source(all_words, source):
    there, told = all_words(Source("a.txt", "0", "txt", "utf-8", source))

    assert told == there


@given(st.lists(pieces, max_size=40).map("".join))
def test_cleaning_anything_twice_changes_nothing(source):
    once = clean(source).text

    assert clean(once).text == once
