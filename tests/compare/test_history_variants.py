"""What two forms have to do with each other: beside each relation stand pairs that only look like it."""

import pytest

from compare.history.variants import abbreviates, inserted, modified, reordered, word_exchanged


@pytest.mark.parametrize(
    ("short", "long", "text"),
    [
        ("现代产业体系", "现代化产业体系", "化"),
        ("新型合作医疗制度", "新型农村合作医疗制度", "农村"),
        ("积极的财政政策", "更加积极的财政政策", "更加"),
        ("积极的财政政策", "国家积极的财政政策", None),  # before a name only an adverb leaves it the same
        ("营商环境", "优化营商环境", None),  # a verb: something is done
        ("国有企业", "国有独资企业", None),  # a short name is narrowed by what is inserted
        ("公有制经济成分", "公有制非经济成分", None),  # a negation
        ("十二五规划纲要", "十二五第三规划纲要", None),  # a numeral
        ("绿色发展理念教育", "绿色发展理念、法治教育", None),  # another item of a list
        ("发展现代服务业", "发展现代物流产业", None),  # more than one difference
        ("现代化产业体系", "现代化产业体系", None),
    ],
)
def test_a_word_is_inserted(short, long, text):
    found = inserted(short, long)
    assert (found.text if found else None) == text


@pytest.mark.parametrize(
    ("form", "parts"),
    [
        ("适度宽松的货币政策", ("适度宽松", "货币政策")),
        ("从紧的货币政策", ("从紧", "货币政策")),
        ("完善的体制机制", None),  # an everyday head is no slot
        ("推进改革的重点领域改革", None),  # a verb in it: no modifier
        ("货币政策", None),
        ("三项的货币政策", None),
    ],
)
def test_a_modifier_and_its_head(form, parts):
    assert modified(form) == parts


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("绿色、循环、低碳", "低碳、绿色、循环", True),
        ("生产和消费", "消费和生产", True),
        ("绿色、循环、低碳", "绿色、循环、安全", False),
        ("绿色发展", "发展绿色", False),
        ("绿色、循环", "绿色、循环", False),
    ],
)
def test_a_list_in_another_order(one, other, same):
    assert reordered(one, other) is same


@pytest.mark.parametrize(
    ("short", "long", "does"),
    [
        ("营改增", "营业税改征增值税", True),
        ("房改转", "房屋改造转让", True),
        ("国有企业", "国有大中型企业", False),  # a word inserted, no short name
        ("增改营", "营业税改征增值税", False),  # another order
        ("税改增", "营业税改征增值税", False),  # begins elsewhere
        ("营税", "营业税改征增值税", False),  # two characters stand in everything
        ("营改增", "营业、改革、增长", False),  # a list is no name
        ("营业税", "营业税改征增值税", False),  # a part of it
    ],
)
def test_a_short_name(short, long, does):
    assert abbreviates(short, long) is does


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("分享经济", "共享经济", ("分享", "共享")),
        ("社会管理", "社会治理", ("管理", "治理")),
        ("东部地区", "西部地区", None),  # counterparts
        ("十二五规划", "十三五规划", None),  # numerals
        ("健全税制", "健全法制", None),  # a verb with another object
        ("有效机制", "长效机制", None),  # an adverb only colours
        ("数字经济", "海洋经济", None),  # two characters differ
        ("共享经济", "共享经济圈", None),
    ],
)
def test_one_word_exchanged(one, other, words):
    assert word_exchanged(one, other) == words
