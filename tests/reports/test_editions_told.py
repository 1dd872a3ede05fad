"""How amendments of a small invented report are told: whole paragraphs, whole numbers, where a reader looks."""

import pytest
from msgspec.structs import replace

from compare.editions.comparison import compare_editions
from corpora.reading.report import as_work_report
from reports.cli.sample import read_sample
from reports.rows.editions import summarize_editions
from reports.views.editions import revision_sentence

TEXT = """2025年柳湾市政府工作报告

——2025年1月8日在柳湾市第六届人民代表大会第四次会议上

各位代表：

现在，我代表柳湾市人民政府，向大会报告政府工作，请予审议。

一、2024年工作回顾

过去一年，全市上下迎难而上，各项工作迈出新步伐。

一是稳住增长势头。地区生产总值增长5.2%，粮食总产9.6亿斤。

二是转出发展动能。新建示范工厂12家，引进工程师320名。

三是改出市场活力。办事窗口减少40个，企业注册缩短到半天。

四是护好碧水蓝天。治理河道31公里，修复湿地800亩。

二、2025年重点工作

今年要紧扣全年目标，抓好以下几件大事。

（九）把桥修到家门口。新建便民桥6座，改造渡口3处，居民消费价格涨幅-2%左右。

1.修好山路。拓宽山路40公里，加装护栏9公里。

2.管好水库。加固水库5座，清淤塘坝70口。

3.种好果树。改造老果园2万亩，引种新品种4个。

（十）让老人吃上热饭。新开助餐点18个，培训厨师60名。

各位代表！风正好扬帆，潮起正当时。让我们携手同心，把柳湾建设得更加美好！"""

BRIDGES, MEALS = "九）把桥修", "十）让老人"


def edition(text):
    return as_work_report(replace(read_sample()[-1].source, text=text))


def amended(*pairs):
    text = TEXT
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def told(earlier, later, language="zh"):
    """The sentences on words and paragraphs, then those on marks and numbers, each behind its section."""
    comparison = compare_editions(edition(earlier), edition(later))
    summary = summarize_editions(comparison)
    rows = [row for section in summary.sections for row in section.rows] + list(summary.minor)
    return [revision_sentence(row, comparison, language) for row in rows]


def paragraph(start):
    return next(line for line in TEXT.split("\n") if line.startswith(start))


ONE, TWO, THREE, FOUR = (f"{paragraph(mark)}\n\n" for mark in ("一是", "二是", "三是", "四是"))
ROAD, WATER, FRUIT = (f"{paragraph(mark)}\n\n" for mark in ("1.", "2.", "3."))
NEW = "二是引来四方宾客。接待游客50万人次。"

NUMBERED = [
    # what is replaced, sentences
    (
        [("二是", NEW + "\n\n三是"), ("三是", "四是"), ("四是护", "五是护")],
        [
            f"第2段：其后增加1段：“{NEW}”",
            "第3段：将“二是”修改为“三是”。",
            "第4段：将“三是”修改为“四是”。",
            "第5段：将“四是”修改为“五是”。",
        ],
    ),
    (
        [(TWO, ""), ("三是", "二是"), ("四是", "三是")],
        [
            f"第3段：删除1段：“{TWO.strip()}”",
            "第4段：将“三是”修改为“二是”。",
            "第5段：将“四是”修改为“三是”。",
        ],
    ),
    (
        [(TWO + THREE, THREE.replace("三是", "二是") + TWO.replace("二是", "三是"))],
        [
            f"第4段：将“{THREE.strip()}”（1段）移至第2段之后。",
            "第3段：将“二是”修改为“三是”。",
        ],
    ),
    # a word more in a numbered paragraph, and a further sentence: nothing is cut at the line
    ([("二是转出", "二是加快转出")], ["第3段：在“二是”后增加“加快”。〔力度增强〕"]),
    ([("320名。", "320名。表彰工匠8名。")], ["第3段：在“引进工程师320名。”后增加“表彰工匠8名。”。"]),
]


@pytest.mark.parametrize(("pairs", "sentences"), NUMBERED)
def test_numbered_paragraphs_come_and_go_as_a_whole(pairs, sentences):
    text = TEXT
    for old, new in reversed(pairs):
        text = text.replace(old, new, 1)
    assert told(TEXT, text) == sentences


INTRODUCTION = "现在，我代表柳湾市人民政府，向大会报告政府工作，请予审议。"
CLOSING = "让我们携手同心，把柳湾建设得更加美好！"
GOES = "培训厨师60名。"

PLACED = [
    # words at the start of a paragraph, and with a break of their own, at its end, before words that go on
    ([("今年要紧扣", "开局良好。今年要紧扣")], ["第1段：在段首增加“开局良好。”。"]),
    (
        [("9.6亿斤。", "9.6亿斤。\n\n水果丰收。新开果园2家。")],
        ["第2段：其后增加1段：“水果丰收。新开果园2家。”"],
    ),
    (
        [("增长5.2%，粮食", "增长5.2%。\n\n水果丰收，粮食")],
        [
            "第2段：在“地区生产总值增长5.2%”后增加“水果丰收”。",
            "第2段：在“地区生产总值增长5.2%”后增加“。”。",
        ],
    ),
    (
        [("势头。地区", "势头。\n\n商户开门更早。地区")],
        ["第2段：在“一是稳住增长势头。”后增加“商户开门更早。”。"],
    ),
    (
        [("9.6亿斤。\n\n二是", "9.6亿斤。水果丰收。二是")],
        ["第2段：在“粮食总产9.6亿斤。”后增加“水果丰收。”。"],
    ),
    # what moves to the start of a paragraph, to its end, and to a paragraph of its own
    ([(GOES, ""), ("今年要", GOES + "今年要")], [f"第1段：将“{GOES}”移至“二、2025年重点工作”第1段开头。"]),
    (
        [(GOES, ""), ("320名。", "320名。" + GOES)],
        [f"第1段：将“{GOES}”移至“一、2024年工作回顾”第3段“引进工程师320名。”后。"],
    ),
    (
        [(GOES, ""), ("320名。", "320名。\n\n" + GOES)],
        [f"第1段：将“{GOES}”移至“一、2024年工作回顾”第3段之后，单独成段。"],
    ),
    # behind the last section, and before the first
    ([("携手同心", "同心协力")], ["第1段：将“让我们携手同心”修改为“让我们同心协力”。"]),
    ([(CLOSING, CLOSING + "\n\n愿柳湾年年丰收！")], ["第1段：其后增加1段：“愿柳湾年年丰收！”"]),
    ([("现在，我", "大家辛苦了一整年。\n\n现在，我")], ["第1段：其前增加1段：“大家辛苦了一整年。”"]),
    ([("请予审议。", "请予审议。\n\n大家辛苦了一整年。")], ["第1段：其后增加1段：“大家辛苦了一整年。”"]),
    (
        [(FOUR, ""), ("现在，我", FOUR + "现在，我")],
        [f"第5段：将“{FOUR.strip()}”（1段）移至各部分之前第1段之前。"],
    ),
    (
        [(INTRODUCTION + "\n\n", ""), (CLOSING, CLOSING + "\n\n" + INTRODUCTION)],
        [f"第1段：将“{INTRODUCTION}”（1段）移至结束语第1段之后。"],
    ),
]


@pytest.mark.parametrize(("pairs", "sentences"), PLACED)
def test_an_edit_is_told_where_it_is(pairs, sentences):
    assert told(TEXT, amended(*pairs)) == sentences


def test_what_stands_behind_the_last_section_is_apart_from_what_stands_before_the_first():
    later = amended(("请予审议。", "请予审议并提出意见。"), ("携手同心", "同心协力"))
    sections = summarize_editions(compare_editions(edition(TEXT), edition(later))).sections
    assert [(each.headings, each.closing) for each in sections] == [((), False), ((), True)]


SIGNS = [
    # a sign with which a figure is read is a word; a mark is none
    ("涨幅-2%", "涨幅2%", False),
    ("涨幅-2%", "涨幅≤2%", False),
    ("涨幅-2%", "涨幅±2%", False),
    ("涨幅-2%", "涨幅—2%", True),
    ("新建便民桥6座", "新建便民桥6～8座", False),
    ("家门口。新建", "家门口；新建", True),
    ("家门口。新建", "家门口——新建", True),
    ("便民桥6座", "“便民桥”6座", True),
]


@pytest.mark.parametrize(("old", "new", "same"), SIGNS)
def test_a_sign_of_a_figure_is_no_punctuation(old, new, same):
    summary = summarize_editions(compare_editions(edition(TEXT), edition(amended((old, new)))))
    assert (summary.count == 0) is same


NUMBERS = [
    ([("（十）让", "（十一）让")], ["第1段：将“（十）”修改为“（十一）”。"]),
    ([("（九）把", "（十九）把")], ["第1段：将“（九）”修改为“（十九）”。"]),
    ([("（九）把", "9.把")], ["第1段：将“（九）”修改为“9.”。"]),
    ([("2.管", "3.管"), ("3.种", "2.种")], ["第3段：将“2.”修改为“3.”。", "第4段：将“3.”修改为“2.”。"]),
    ([("1.修", "1、修")], ["第2段：将“1.”修改为“1、”。"]),
    ([("二是转", "转")], ["第3段：删除“转出发展动能”前的“二是”。"]),
    ([("今年要", "一是今年要")], ["第1段：在“今年要紧扣全年目标”前增加“一是”。"]),
]


@pytest.mark.parametrize(("pairs", "sentences"), NUMBERS)
def test_a_number_of_a_heading_or_item_is_told_whole_and_is_no_figure(pairs, sentences):
    earlier, later = TEXT, TEXT
    for old, new in pairs:
        assert TEXT.count(old) == 1
        later = later.replace(old, new)
    assert told(earlier, later) == sentences
    assert summarize_editions(compare_editions(edition(earlier), edition(later))).count == 0


def test_a_figure_behind_a_number_is_a_figure():
    later = amended(("2.管好水库。加固水库5座", "2.管好水库。加固水库6座"))
    assert told(TEXT, later) == ["第3段：将“加固水库5座”修改为“加固水库6座”。〔数字提高〕"]


MOVES = [
    # a numbered item that moved has no changed figure, a sentence that lost its place is not reworded
    (
        [(WATER + FRUIT, FRUIT.replace("3.", "2.") + WATER.replace("2.", "3."))],
        [f"第4段：将“{FRUIT.strip()}”（1段）移至第2段之后。", "第3段：将“2.”修改为“3.”。"],
    ),
    (
        [("二是转出发展动能。", ""), ("到半天。", "到半天。二是转出发展动能。")],
        ["第3段：将“二是转出发展动能。”移至第4段“企业注册缩短到半天。”后。"],
    ),
    # the same words at two places, or with another meaning, did not move
    (
        [("拓宽山路40公里", "山路40公里"), ("加装护栏9公里", "加装拓宽护栏9公里")],
        ["第2段：删除“山路40公里”前的“拓宽”。", "第2段：在“拓宽山路40公里，加装”后增加“拓宽”。"],
    ),
    (
        [("修好山路。拓宽山路40公里，加装", "修好山路。40公里，拓宽山路加装")],
        ["第2段：将“拓宽山路”移至“拓宽山路40公里，”后。"],
    ),
]


@pytest.mark.parametrize(("pairs", "sentences"), MOVES)
def test_what_moved_is_told_as_it_is(pairs, sentences):
    assert told(TEXT, amended(*pairs)) == sentences


SALUTATIONS = [
    # the same words in one line or two
    ([("各位代表：\n\n现在", "各位代表：现在")], []),
    ([("各位代表！风", "各位代表！\n\n风")], []),
    # … and others
    (
        [("各位代表：\n\n现在，我代表", "各位代表：现在，我受市长委托，代表")],
        ["第1段：在“现在，我”后增加“受市长委托，”。"],
    ),
    ([("各位代表：\n\n现在", "各位来宾：现在")], ["第1段：在段首增加“各位来宾：”。"]),
]


@pytest.mark.parametrize(("pairs", "sentences"), SALUTATIONS)
def test_a_salutation_may_be_a_line_of_its_own(pairs, sentences):
    for texts in ((TEXT, amended(*pairs)), (amended(*pairs), TEXT)):
        comparison = compare_editions(*map(edition, texts))
        assert (comparison.revisions == ()) is (sentences == [])
        assert (comparison.typesetting.breaks == 1) or "来宾" in pairs[0][1]
    assert told(TEXT, amended(*pairs)) == sentences


BREAKS = [
    # a break that comes or goes right beside an edit, and one that comes with a whole paragraph
    ([("9.6亿斤。\n\n二是", "9.6亿斤。水果丰收。二是")], 1),
    ([("势头。地区", "势头。\n\n商户开门更早。地区")], 1),
    ([(CLOSING, ""), ("320名。", "320名。" + CLOSING)], 0),
    ([("320名。", "320名。\n\n水果丰收。")], 0),
    ([(CLOSING, CLOSING + "\n\n愿柳湾年年丰收！")], 0),
    ([("现在，我", "大家辛苦了一整年。\n\n现在，我")], 0),
    ([(TWO, "")], 0),
    ([(TWO + THREE, THREE + TWO)], 0),
    ([(TWO.strip(), "二是敞开大门。接待游客50万人次。")], 0),
]


@pytest.mark.parametrize(("pairs", "count"), BREAKS)
def test_a_paragraph_break_beside_an_edit_is_counted(pairs, count):
    later = TEXT
    for old, new in pairs:
        assert later.count(old) == 1, old
        later = later.replace(old, new)
    assert compare_editions(edition(TEXT), edition(later)).typesetting.breaks == count
    assert compare_editions(edition(later), edition(TEXT)).typesetting.breaks == count


CIRCUS, CHOIR = "把戏台搭起来。新搭戏台3座。", "把歌声传开去。组建合唱队7支。"

IN_A_ROW = [
    # what arrives at one place keeps its order, whichever is told first
    (
        [(ONE, f"{ONE}{CIRCUS}\n\n{FOUR}{CHOIR}\n\n"), (TWO + THREE + FOUR, TWO + THREE)],
        [
            f"第2段：其后增加1段：“{CIRCUS}”",
            f"第2段：其后增加1段：“{CHOIR}”（接在第3处之后）",
            f"第5段：将“{FOUR.strip()}”（1段）移至第2段之后。（接在第1处之后）",
        ],
    ),
    # one edit, and edits at two places
    ([(ONE, f"{ONE}{CIRCUS}\n\n{CHOIR}\n\n")], [f"第2段：其后增加2段：“{CIRCUS} / {CHOIR}”"]),
    (
        [(ONE, f"{ONE}{CIRCUS}\n\n"), (TWO, f"{TWO}{CHOIR}\n\n")],
        [f"第2段：其后增加1段：“{CIRCUS}”", f"第3段：其后增加1段：“{CHOIR}”"],
    ),
]


@pytest.mark.parametrize(("pairs", "sentences"), IN_A_ROW)
def test_what_is_put_in_at_one_place_keeps_its_order(pairs, sentences):
    later = TEXT
    for old, new in reversed(pairs):
        assert later.count(old) == 1
        later = later.replace(old, new)
    assert told(TEXT, later) == sentences


@pytest.mark.parametrize("style", ["{}是", "第{}，", "（{}）", "{}、"])
def test_a_numbered_paragraph_is_whole_in_every_style_of_numbers(style):
    numbers = [style.format(number) for number in "一二三四五"]
    said = [paragraph(f"{mark}是")[2:] for mark in "一二三四"]
    new = "引来四方宾客。接待游客50万人次。"
    old_list = "\n\n".join(map("".join, zip(numbers, said, strict=False)))
    new_list = "\n\n".join(map("".join, zip(numbers, [said[0], new, *said[1:]], strict=True)))
    whole = (ONE + TWO + THREE + FOUR).strip()
    text, more = TEXT.replace(whole, old_list), TEXT.replace(whole, new_list)
    # （二） and 二、 open sections: their paragraphs are counted from 1
    added, renumbered, *_ = (sentence.partition("段：")[2] for sentence in told(text, more))
    assert added == f"其后增加1段：“{numbers[1]}{new}”"
    assert renumbered == f"将“{numbers[1]}”修改为“{numbers[2]}”。"
    deleted, renumbered, *_ = (sentence.partition("段：")[2] for sentence in told(more, text))
    assert deleted == f"删除1段：“{numbers[1]}{new}”"
    assert renumbered == f"将“{numbers[2]}”修改为“{numbers[1]}”。"


TWICE = [
    # words that stand twice in their paragraph are told with what stands beside them
    (
        [("320名。", "320名。引进工程师320名。")],
        [("320名。引进工程师320名。", "320名。"), ("到半天。", "到半天。引进工程师320名。")],
        [
            "第3段：删除“新建示范工厂12家，引进工程师320名。”后的“引进工程师320名。”。",
            "第4段：在“企业注册缩短到半天。”后增加“引进工程师320名。”。",
        ],
    ),
    (
        [("今年要紧扣全年目标，抓好", "今年要紧扣全年目标，今年要抓好")],
        [("今年要紧", "今年要牢牢紧")],
        ["第1段：在“紧扣全年目标”前增加“牢牢”。"],
    ),
    ([], [("今年要紧", "今年要牢牢紧")], ["第1段：在“今年要”后增加“牢牢”。"]),
]


@pytest.mark.parametrize(("before", "pairs", "sentences"), TWICE)
def test_an_edit_is_found_where_words_stand_twice(before, pairs, sentences):
    earlier = later = amended(*before)
    for old, new in pairs:
        assert later.count(old) == 1, old
        later = later.replace(old, new)
    assert told(earlier, later) == sentences
