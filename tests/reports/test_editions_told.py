"""How amendments of a small invented report are told: whole paragraphs, whole numbers, where a reader looks."""

from dataclasses import replace

import pytest

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
