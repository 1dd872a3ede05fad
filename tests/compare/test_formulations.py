"""What became of each formulation: statuses, traps of width, quotes and gap years, and laws that always hold."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from compare.formulations.folding import presence_form, whole_form
from compare.formulations.statuses import find_formulations
from compare.model import Link, LinkKind, PhraseStatus
from corpora.model import Edition, Level, Origin, Role, Source, Span, TextKind, Unit, WorkReport

NEW, DROPPED, RETURNING = PhraseStatus.NEW, PhraseStatus.DROPPED, PhraseStatus.RETURNING
REWORDED, CARRIED = PhraseStatus.REWORDED, PhraseStatus.CARRIED


def report_of(*paragraphs, year=2025, language="zh"):
    """A report of measures; a paragraph may be a text (then it is of the plan) or a pair of role and text."""
    units, position = [], 0
    for number, paragraph in enumerate(paragraphs, start=1):
        role, text = (Role.PLAN, paragraph) if isinstance(paragraph, str) else paragraph
        span = Span(position, position + len(text))
        units.append(Unit(f"m{number}", Level.MEASURE, role, "", None, None, None, span, span.start, text))
        position = span.end + 1
    whole = "\n".join(paragraph if isinstance(paragraph, str) else paragraph[1] for paragraph in paragraphs)
    source = Source("t.txt", "", "txt", "utf-8", whole)
    return WorkReport(
        f"甲市:{year}", "甲市", year, "政府工作报告", TextKind.FULL, Edition.UNKNOWN, language, source, whole,
        Origin((0,), (0,)), tuple(units),
    )  # fmt: skip


def compare(earlier, later, *history, links=()):
    """The changes between two texts; history as (year, text)."""
    past = tuple(report_of(text, year=year) for year, text in history)
    return find_formulations(report_of(earlier, year=2024), report_of(later, year=2025), links, past).changes


def told(changes, status):
    return [change.text for change in changes if change.status is status]


def only(changes, status):
    (change,) = [change for change in changes if change.status is status]
    return change


BEFORE = "大力发展梨产业。办好公办幼儿园。"


# -- one phrase, one status -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "name", "reason"),
    [
        ("实施水网连通行动。", "水网连通行动", "verb-object"),
        ("综合整治“内耗式”竞争。", "“内耗式”竞争", "quoted"),
        ("发展低空旅游、瞪羚工厂。", "低空旅游、瞪羚工厂", "list item"),
        ("出台《澜川蜂业促进办法》。", "《澜川蜂业促进办法》", "title"),
        ("积极稳妥推进砚台期货试点。", "砚台期货试点", "verb-object"),
        ("健全防范系统性蜂病风险预警体系。", "系统性蜂病风险预警体系", "object"),  # 系统 is half a word
        ("提升性能稳定的蜂箱产量。", "性能稳定的蜂箱产量", "verb-object"),
    ],
)
def test_new(sentence, name, reason):
    changes = compare(BEFORE, BEFORE + sentence)
    change = next(change for change in changes if change.text == name)
    assert (change.status, change.reason) == (NEW, reason)
    assert (change.earlier_text, change.later_text) == (None, name)
    assert (change.earlier_count, change.later_count) == (0, 1)
    assert (change.first_year, change.last_year) == (2025, None)


def test_dropped_names_its_first_and_last_year():
    phrase = "实施水网连通行动。"
    change = only(compare(BEFORE + phrase, BEFORE, (2020, phrase), (2022, BEFORE)), DROPPED)
    assert (change.text, change.earlier_text, change.later_text) == ("水网连通行动", "水网连通行动", None)
    assert (change.first_year, change.last_year) == (2020, 2024)


def test_returning_after_a_gap_is_not_new():
    phrase = "实行适度宽松的用地政策。"
    changes = compare(BEFORE, BEFORE + phrase, (2013, phrase), (2009, phrase), (2020, BEFORE))
    change = only(changes, RETURNING)
    assert change.text == "适度宽松的用地政策"
    assert (change.first_year, change.last_year) == (2009, 2013)
    assert not told(changes, NEW)


def test_without_history_the_same_phrase_is_new():
    assert told(compare(BEFORE, BEFORE + "实行适度宽松的用地政策。"), NEW) == ["适度宽松的用地政策"]


def test_what_comes_after_the_later_report_is_no_history():
    phrase = "实施水网连通行动。"
    assert told(compare(BEFORE, BEFORE + phrase, (2026, phrase)), NEW) == ["水网连通行动"]


def test_carried_counts_both_sides():
    phrase = "做强“梨花经济”。"
    change = only(compare(phrase * 2, phrase + "发展梨花 经济。"), CARRIED)
    assert change.text == "“梨花经济”"
    assert change.status is CARRIED
    assert (change.earlier_count, change.later_count) == (2, 2)
    assert (change.first_year, change.last_year) == (2024, 2024)


@pytest.mark.parametrize(
    ("earlier", "later", "reason"),
    [
        ("保持用水合理充裕", "保持用水充裕", "object"),
        ("推进建立养蜂保险制度", "加快建立养蜂保险制度", "verb"),
        ("梨果产量增长3%左右", "梨果产量增长2%左右", "number"),
        ("打造宜居、智慧、韧性水乡", "打造宜居、韧性、智慧水乡", "order"),
        ("积极推进保水网工作", "扎实推进保水库工作", "slot"),
    ],
)
def test_reworded(earlier, later, reason):
    change = only(compare(f"{BEFORE}{earlier}。", f"{BEFORE}{later}。"), REWORDED)
    assert (change.earlier_text, change.later_text, change.reason) == (earlier, later, reason)


def test_an_exchanged_modifier_is_seen_in_clauses_that_are_not_alike():
    changes = compare("稳健的用水政策要灵活适度、精准管用。", "实行适度宽松的用水政策。")
    change = next(change for change in changes if change.reason == "modifier")
    assert (change.earlier_text, change.later_text) == ("稳健的用水政策", "适度宽松的用水政策")


def test_clauses_that_share_their_verbs_only_are_not_reworded():
    assert not told(compare("深入推进能源革命。", "深入推进练兵备战。"), REWORDED)


@pytest.mark.parametrize(
    ("earlier", "later", "reworded"),
    [
        ("梨果生产总值增长5%左右", "蜂场投资增长5%左右", False),  # aims of two indicators
        ("全年梨果生产总值增长5%左右", "梨果生产总值增长6%左右", True),
        ("推进5万户改用光纤", "完成3万户改用光纤", True),  # what is counted stands behind the figure
        ("连续6年保持百万斤以上的梨果产量", "保持百万斤以上的梨果产量达到5年", True),
        ((Role.REVIEW, "梨果产量增长9%。"), (Role.PLAN, "梨果产量增长6%。"), False),  # a result and an aim
        ((Role.REVIEW, "梨果产量增长9%。"), (Role.REVIEW, "梨果产量增长6%。"), True),
    ],
)
def test_figures_of_different_things_are_not_reworded(earlier, later, reworded):
    changes = find_formulations(
        report_of(BEFORE, earlier, year=2024), report_of(BEFORE, later, year=2025)
    ).changes
    assert bool(told(changes, REWORDED)) is reworded


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("完整、准确、全面贯彻新理念。", "完整准确全面贯彻新理念。"),
        ("2024年工作总体要求", "2025年工作总体要求"),
        ("加快发展“梨花经济”。", "加快发展梨花经济。"),
    ],
)
def test_punctuation_years_and_quotes_are_no_rewording(earlier, later):
    assert not told(compare(earlier, later), REWORDED)


def test_links_bring_together_what_is_less_alike():
    earlier = report_of(BEFORE, "健全防止拖欠货款的办法和机制。", year=2024)
    later = report_of(BEFORE, "落实解决企业货款问题的长效机制。", year=2025)
    link = Link(
        ("m2",), ("m2",), LinkKind.REWORDED, moved=False, displaced=False, score=0.8, matched_by="content"
    )
    assert not told(find_formulations(earlier, later).changes, REWORDED)
    assert told(find_formulations(earlier, later, (link,)).changes, REWORDED) == [
        "落实解决企业货款问题的长效机制"
    ]


# -- traps ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("深化互联网＋养蜂行动。", "深化互联网+养蜂行动。"),
        ("打造“双蜂”升级版。", "打造双蜂升级版。"),
        ("打造双蜂升级版。", "打造“双蜂”升级版。"),
        ("发展新\u200b质养蜂业。", "发展新质养蜂业。"),
        ("落实《澜川蜂业办法》。", "落实澜川蜂业办法。"),
        ("建设５Ｇ蜂场。", "建设5G蜂场。"),
        ("建设 5G 蜂场。", "建设5G蜂场。"),
    ],
)
def test_width_quotes_and_invisible_characters_hide_nothing(earlier, later):
    changes = compare(BEFORE + earlier, BEFORE + later)
    assert not told(changes, NEW)
    assert not told(changes, DROPPED)


def test_a_string_across_a_word_border_counts_as_present():
    """高质量 stands in 提高质量: the rule of presence wins over the sense, so nothing false is called new."""
    later = BEFORE + "推动“高质量”。"
    assert "“高质量”" not in told(compare(BEFORE + "努力提高质量水平。", later), NEW)
    assert "“高质量”" in told(compare(BEFORE, later), NEW)


@pytest.mark.parametrize("role", [Role.FRAME, Role.APPENDIX])
def test_what_stands_in_frame_or_appendix_is_present_but_never_told(role):
    phrase = "实施水网连通行动。"
    aside, plain = report_of(BEFORE, (role, phrase), year=2024), report_of(BEFORE, phrase, year=2025)
    assert not told(find_formulations(aside, plain).changes, NEW)
    assert not told(find_formulations(report_of(BEFORE, year=2024), replace(aside, year=2025)).changes, NEW)


def test_a_phrase_broken_by_a_unit_border_is_not_new():
    earlier = report_of("实施水网连", "通行动。", year=2024)
    assert "水网连通行动" not in told(
        find_formulations(earlier, report_of("实施水网连通行动。")).changes, NEW
    )


def test_a_negation_is_never_lost_in_a_name():
    changes = compare(BEFORE, BEFORE + "决不允许随意加价收费。")
    assert "允许随意加价收费" not in [change.text for change in changes]
    assert "决不允许随意加价收费" in told(changes, NEW)


def test_a_list_is_told_once():
    names = told(compare(BEFORE, BEFORE + "发展低空旅游、瞪羚工厂。"), NEW)
    assert names == ["低空旅游、瞪羚工厂"]


def test_known_items_of_a_list_are_left_out():
    names = told(
        compare(BEFORE + "发展林下养殖、水上运动。", BEFORE + "发展林下养殖、瞪羚工厂、水上运动。"), NEW
    )
    assert names == ["瞪羚工厂"]


def test_a_known_slogan_with_a_new_noun_is_told_for_the_noun():
    changes = compare(BEFORE + "共建“三河”。", BEFORE + "共建“三河”。办好“三河”国际论坛。")
    change = next(change for change in changes if change.text == "“三河”国际论坛")
    assert change.status is NEW
    assert change.reason != "quoted"


def test_reports_in_another_language_are_left_alone():
    english = report_of("We will build a new water grid.", language="en")
    assert find_formulations(english, english).changes == ()


# -- laws -----------------------------------------------------------------------------------------------------

WORDS = (
    "推进",
    "实施",
    "水网",
    "梨园",
    "行动",
    "的",
    "和",
    "、",
    "，",
    "。",
    "“",
    "”",
    "瞪羚",
    "５",
    "%",
    " ",
    "新质",
    "政策",
)
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), max_size=30).map("".join), min_size=1, max_size=4)


def key(change):
    return change.text, change.weight, change.reason


@given(TEXTS, TEXTS)
@settings(max_examples=60)
def test_swapping_sides_swaps_new_and_dropped(one, other):
    earlier, later = report_of(*one, year=2024), report_of(*other, year=2025)
    there = find_formulations(earlier, later).changes
    back = find_formulations(replace(later, year=2024), replace(earlier, year=2025)).changes
    for status, opposite in ((NEW, DROPPED), (DROPPED, NEW)):
        assert [key(change) for change in there if change.status is status] == [
            key(change) for change in back if change.status is opposite
        ]


@given(TEXTS)
@settings(max_examples=60)
def test_a_report_against_itself_has_only_what_is_carried(paragraphs):
    report = report_of(*paragraphs)
    assert {change.status for change in find_formulations(report, report).changes} <= {CARRIED}


@given(TEXTS, TEXTS, TEXTS)
@settings(max_examples=60)
def test_what_is_told_stands_in_the_texts(one, other, third):
    earlier, later = report_of(*one, year=2024), report_of(*other, year=2025)
    history = report_of(*third, year=2020)
    texts = {side.year: whole_form(side.units) for side in (earlier, later, history)}
    for change in find_formulations(earlier, later, (), (history,)).changes:
        sides = (
            (earlier, change.earlier_text, change.earlier_spans, change.earlier_count),
            (later, change.later_text, change.later_spans, change.later_count),
        )
        for side, text, spans, count in sides:
            form = presence_form(text or "")
            assert len(spans) == count
            assert {presence_form(side.quote(span)) for span in spans} <= {form}
            if change.status in {NEW, RETURNING, DROPPED, REWORDED} and text:
                assert form not in texts[2024 if side is later else 2025]
        if change.status is NEW:
            assert presence_form(change.text) not in texts[2020]
        if change.status is RETURNING:
            assert change.first_year == change.last_year == 2020


@given(TEXTS, TEXTS)
@settings(max_examples=30)
def test_the_same_texts_give_the_same_changes_in_order_of_weight(one, other):
    earlier, later = report_of(*one, year=2024), report_of(*other, year=2025)
    changes = find_formulations(earlier, later).changes
    assert changes == find_formulations(earlier, later).changes
    for status in PhraseStatus:
        weights = [change.weight for change in changes if change.status is status]
        assert weights == sorted(weights, reverse=True)


# -- lists that are cut -------------------------------------------------------------------------------------

NAMES = [
    f"“{one}{other}计划”"
    for one, other in zip(
        "春夏秋冬风霜雨雪江河湖海梅兰竹菊松柏桃李荷桂",
        "龙凤虎豹鹤鹿龟麟马牛羊犬鹰雁燕鹊鱼虾蟹贝蜂蝶",
        strict=True,
    )
]


@pytest.mark.parametrize(("count", "cut"), [(19, False), (20, False), (21, True), (22, True)])
def test_a_list_is_cut_only_when_there_was_more(count, cut):
    named = "".join(f"实施{name}。" for name in NAMES[:count])
    plain, more = report_of(BEFORE, year=2024), report_of(named + BEFORE, year=2025)
    came = find_formulations(plain, more)
    assert (NEW in came.cut, len(told(came.changes, NEW))) == (cut, min(count, 20))
    went = find_formulations(replace(more, year=2024), replace(plain, year=2025))
    assert (DROPPED in went.cut, len(told(went.changes, DROPPED))) == (cut, min(count, 20))
    assert NEW not in went.cut


def test_what_the_user_names_does_not_make_a_list_cut():
    earlier = report_of("实施“旧名计划”。" + BEFORE, year=2024)
    later = report_of("".join(f"实施{name}。" for name in NAMES[:21]) + BEFORE, year=2025)
    found = find_formulations(earlier, later, aliases=(("旧名计划", NAMES[20].strip("“”")),))
    assert (NEW in found.cut, len(told(found.changes, NEW))) == (False, 20)


# -- on the user's word ---------------------------------------------------------------------------------------


def with_aliases(earlier, later, *groups):
    return find_formulations(
        report_of(earlier, year=2024), report_of(later, year=2025), aliases=groups
    ).changes


def test_a_name_that_took_anothers_place_is_reworded_on_the_users_word():
    earlier, later = "建设沿河果品带。" + BEFORE, "建设“一河两带”。" + BEFORE
    plain = with_aliases(earlier, later)
    assert "“一河两带”" in told(plain, NEW)
    assert "沿河果品带" in told(plain, DROPPED)

    joined = with_aliases(earlier, later, ("一河两带", "沿河果品带"))
    change = next(change for change in joined if change.reason == "alias")
    assert (change.status, change.earlier_text, change.later_text) == (REWORDED, "沿河果品带", "“一河两带”")
    assert (change.earlier_count, change.later_count) == (1, 1)
    assert "“一河两带”" not in told(joined, NEW)
    assert "沿河果品带" not in told(joined, DROPPED)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("建设沿河果品带、一河两带。", "建设一河两带。"),  # both names before: none took the other's place
        ("建设沿河果品带。", "建设沿河果品带、一河两带。"),
        ("修路。", "建设一河两带。"),
    ],
)
def test_without_a_change_of_names_aliases_change_nothing(earlier, later):
    group = ("一河两带", "沿河果品带")
    assert with_aliases(earlier, later, group) == with_aliases(earlier, later)
