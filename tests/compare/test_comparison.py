"""What holds for every comparison, whatever the texts say."""

from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from compare.alignment.alignment import Alignment
from compare.alignment.linking import make_links
from compare.alignment.pairs import NOT_COMPARED_ROLES, Pair
from compare.comparison import compare_reports, compare_with_many
from compare.model import Confidence, Direction, LinkKind, Turn
from compare.options import CompareOptions
from corpora.model import Level, Role, Source, Span
from corpora.reading.report import as_work_report

WAYS = (
    (Direction.HIGHER, Direction.LOWER), (Direction.STRONGER, Direction.WEAKER),
    (Direction.WIDER, Direction.NARROWER), (Direction.EARLIER, Direction.LATER),
)  # fmt: skip
REVERSED = dict(WAYS) | {other: one for one, other in WAYS}
VERBS = ["加快", "大力", "支持", "推进", "不搞", "鼓励"]
THINGS = [
    "低空经济发展",
    "城市更新行动",
    "乡村全面振兴",
    "数字政府建设",
    "大水漫灌",
    "粮食产能提升1.3万亿斤",
    "就业增收",
]
sentences = st.builds(
    lambda verb, thing, more: f"{verb}{thing}，{more}。", st.sampled_from(VERBS), st.sampled_from(THINGS),
    st.text("经济改革开放民生环境创新5%", min_size=4, max_size=30),
)  # fmt: skip
measures = st.lists(sentences, min_size=1, max_size=4).map("".join)
sections = st.tuples(sentences, st.lists(measures, max_size=3))
plans = st.lists(sections, min_size=1, max_size=5)


def report(year, plan):
    """A report of the usual three parts with a given plan."""
    numerals = "一二三四五六七八九十"
    lines = [
        f"{year}年澜川市政府工作报告", "各位代表：", "现在，我代表市政府，向大会报告政府工作，请予审议。",
        f"一、{year - 1}年工作回顾", "过去一年，全市经济社会发展取得新的成绩，人民生活继续改善。" * 6,
        f"二、{year}年总体要求", "今年主要预期目标是：地区生产总值增长5%左右，新增就业3万人以上。" * 2,
        f"三、{year}年重点工作",
    ]  # fmt: skip
    for number, (heading, inside) in enumerate(plan):
        lines.append(f"（{numerals[number]}）{heading}")
        lines.extend(inside)
    text = "\n".join([*lines, "各位代表！让我们团结奋斗，谱写新篇章！"])
    return as_work_report(Source(f"{year}.txt", str(hash(text)), "txt", "utf-8", text))


def rebuilt(found, side):
    """The text of all linked and unlinked units of one side, from links and edits alone."""
    work_report = getattr(found, side)
    texts = {}
    for link in found.links:
        if link.partial:
            continue
        spans = [getattr(edit, side) for edit in link.edits]
        for unit_id in getattr(link, side):
            span = work_report.unit(unit_id).span
            inside = [s for s in spans if span.start <= s.start and s.end <= span.end and len(s)]
            assert unit_id not in texts
            texts[unit_id] = "".join(work_report.quote(s) for s in inside)
    for unit_id in found.new_units if side == "later" else found.dropped_units:
        texts[unit_id] = work_report.unit(unit_id).text
    return texts


def compared(work_report):
    return {unit.id: unit.text for unit in work_report.units if unit.role not in NOT_COMPARED_ROLES}


def with_partial_only(found, side):
    """Units whose content only trickled into links of other units."""
    main = {unit for link in found.links if not link.partial for unit in getattr(link, side)}
    return {unit for link in found.links if link.partial for unit in getattr(link, side)} - main


@settings(max_examples=40)
@given(plans, plans)
def test_both_texts_are_rebuilt_from_links_and_edits(earlier, later):
    found = compare_reports(report(2024, earlier), report(2025, later))

    for side in ("earlier", "later"):
        whole = compared(getattr(found, side))
        missing = with_partial_only(found, side)
        assert rebuilt(found, side) == {unit: text for unit, text in whole.items() if unit not in missing}


@settings(max_examples=30)
@given(plans)
def test_a_text_compared_with_itself_is_all_kept(plan):
    one = report(2024, plan)
    found = compare_reports(one, one)

    assert {link.kind for link in found.links} == {LinkKind.KEPT}
    assert not any(link.moved or link.displaced or link.changes for link in found.links)
    assert all(link.earlier == link.later for link in found.links)
    assert (found.new_units, found.dropped_units, found.findings) == ((), (), ())


# Two ways through the clauses that weigh the same: the same one must be taken whichever side is the earlier.
AIR, CITY = "加快低空经济发展，5555。", "加快城市更新行动，5555。"
EQUAL_WAYS = (
    [(AIR, [AIR, "加快低空经济发展，55创5。", f"{CITY}大力城市更新行动，5555。{AIR}{AIR}"])],
    [(AIR, [AIR, f"加快乡村全面振兴，5555。大力低空经济发展，5555。{CITY}{AIR}"])],
)


@example(*EQUAL_WAYS)
@settings(max_examples=30)
@given(plans, plans)
def test_swapping_the_sides_swaps_new_and_dropped(earlier, later):
    one, other = report(2024, earlier), report(2025, later)
    forth, back = compare_reports(one, other), compare_reports(other, one)

    assert forth.new_units == back.dropped_units
    assert forth.dropped_units == back.new_units
    pairs = {(e, x) for link in forth.links for e in link.earlier for x in link.later}
    assert pairs == {(x, e) for link in back.links for e in link.earlier for x in link.later}
    told = ((each.direction for link in found.links for each in link.changes) for found in (forth, back))
    ways, ways_back = map(Counter, told)
    assert ways == Counter({REVERSED.get(way): count for way, count in ways_back.items()})


@settings(max_examples=15)
@given(plans, plans)
def test_the_same_input_gives_the_same_result(earlier, later):
    pair = report(2024, earlier), report(2025, later)

    assert compare_reports(*pair) == compare_reports(*pair)


def test_the_overview_names_the_earliest_given_year():
    old = report(
        2022, [("大力发展低空经济，培育新的增长引擎。", ["支持无人机企业做大做强，建设起降场站三十个。"])]
    )
    middle = report(
        2023, [("推进乡村全面振兴，增加农民收入来源。", ["发展特色种植，建设高标准农田十万亩。"])]
    )
    new = report(2025, [
        ("加快发展低空经济，培育新的增长引擎。", ["支持无人机企业做大做强，建设起降场站五十个。"]),
        ("深化国企改革，提高核心竞争力水平。", ["推动国有资本向优势行业集中，完善公司治理结构。"]),
    ])  # fmt: skip

    overview = compare_with_many([middle, old], new).overview

    assert overview.years == (2022, 2023)
    assert overview.missing_years == (2024,)
    assert [first.first_year for first in overview.priorities] == [2022, None]


def test_what_was_not_compared_is_said():
    one, other = (
        report(2024, [("加快改革开放步伐，优化营商环境。", [])]),
        report(2025, [("办好民生实事，增进人民福祉。", [])]),
    )

    what = {(entry.what, entry.side) for entry in compare_reports(one, other).not_compared}

    assert {("frame", "earlier"), ("frame", "later")} <= what


def test_two_given_reports_of_one_year_keep_apart():
    plan = [("大力发展低空经济，培育新的增长引擎。", ["支持无人机企业做大做强，建设起降场站三十个。"])]
    other = [("推进乡村全面振兴，增加农民收入来源。", ["发展特色种植，建设高标准农田十万亩。"])]
    new = report(2025, plan)

    overview = compare_with_many([report(2024, other), report(2024, plan)], new).overview

    task = overview.priorities[0]
    assert overview.years == (2024,)
    assert [(found.year, found.pair) for found in task.found_in] == [(2024, 1)]


# -- the government's own part ---------------------------------------------------------------------

OWN = "坚持依法行政，自觉接受人大监督和政协民主监督。坚持过紧日子，力戒形式主义，以优良作风推动发展。"


def with_own_part(year, *, as_chapter):
    """A report whose part on the government itself is a chapter, or the last task of the plan."""
    tasks = ["（一）发展航运。建成北港二期码头。", "（二）整治河道。完成清淤五十公里。"]
    own = "四、加强政府自身建设" if as_chapter else f"（三）加强政府自身建设。{OWN}"
    lines = [
        f"{year}年澜川市政府工作报告", "各位代表：", "现在，我代表市政府，向大会报告政府工作，请予审议。",
        f"一、{year - 1}年工作回顾", "过去一年，全市经济社会发展取得新的成绩，人民生活继续改善。" * 6,
        f"二、{year}年总体要求", "今年主要预期目标是：地区生产总值增长5%左右，新增就业3万人以上。" * 2,
        f"三、{year}年重点工作", *tasks, own, *([OWN] if as_chapter else []),
        "各位代表！让我们团结奋斗，谱写新篇章！",
    ]  # fmt: skip
    text = "\n".join(lines)
    return as_work_report(Source(f"{year}.txt", f"{year}{as_chapter}", "txt", "utf-8", text))


@pytest.mark.parametrize("chapters", [(True, False), (False, True), (True, True), (False, False)])
def test_the_government_s_own_part_is_found_as_chapter_and_as_task(chapters):
    earlier, later = (
        with_own_part(year, as_chapter=each) for year, each in zip((2020, 2021), chapters, strict=True)
    )
    own = [
        next(u.id for u in side.units if u.level is Level.SECTION and u.role is Role.GOVERNANCE)
        for side in (earlier, later)
    ]
    found = compare_reports(earlier, later)
    assert [(own[0],), (own[1],)] in [[link.earlier, link.later] for link in found.links]
    # the chapter of all tasks is no partner of a single one
    plan = next(u.id for u in earlier.units if u.level is Level.SECTION and u.role is Role.PLAN)
    assert all(link.later[0] == "s3" for link in found.links if plan in link.earlier)


@pytest.mark.parametrize(
    ("earlier", "later", "turn"),
    [
        (Role.PLAN, Role.REVIEW, Turn.REPORTED),
        (Role.REQUIREMENTS, Role.REVIEW, Turn.REPORTED),
        (Role.REVIEW, Role.PLAN, Turn.RESUMED),
        (Role.PROBLEMS, Role.PLAN, Turn.RESUMED),
        (Role.PLAN, Role.REQUIREMENTS, None),
        (Role.REVIEW, Role.PROBLEMS, None),
        (Role.OPENING, Role.REVIEW, None),
    ],
)
def test_a_task_that_is_reported_on_did_not_merely_move(earlier, later, turn):
    report_of = {role: with_role(role) for role in (earlier, later)}
    links = make_links(
        report_of[earlier], report_of[later],
        Alignment((), (Pair("m1", "m1", 0.8, "content"),), ()), CompareOptions(),
    )  # fmt: skip
    assert [link.turn for link in links] == [turn]


def with_role(role):
    """A report of a single paragraph with a role."""
    text = "建成北港二期码头，开通至南湖航线。"
    whole = with_own_part(2020, as_chapter=True)
    unit = replace(
        whole.units[0],
        id="m1",
        level=Level.MEASURE,
        role=role,
        parent=None,
        text=text,
        span=Span(0, len(text)),
    )
    return replace(whole, text=text, units=(unit,))


@pytest.mark.parametrize(
    ("score", "confidence"),
    [(1.0, Confidence.SURE), (0.9, Confidence.SURE), (0.89, Confidence.LIKELY), (0.7, Confidence.LIKELY),
     (0.69, Confidence.WEAK), (0.35, Confidence.WEAK)],
)  # fmt: skip
def test_how_sure_a_link_is_follows_from_its_score(score, confidence):
    side = with_role(Role.PLAN)
    found = make_links(side, side, Alignment((), (Pair("m1", "m1", score, "content"),), ()), CompareOptions())
    assert found[0].confidence is confidence


SPEAKING_OF_PORTS = ("扩建北港码头，开通至南湖的航线。", "北港码头改造后试运行，南湖航线逐日加密。")
LINKED_BELOW_THE_BAR = [
    # least probability of units that have nothing else, texts of a measure behind one that both have, linked
    (0.0, SPEAKING_OF_PORTS, True),  # both have nothing but each other
    (1.0, SPEAKING_OF_PORTS, False),
    (0.0, (SPEAKING_OF_PORTS[0], "全市老屋修缮补助按户发放。"), False),  # nothing in common
]


@pytest.mark.parametrize(("least", "texts", "linked"), LINKED_BELOW_THE_BAR)
def test_less_is_asked_of_units_that_have_nothing_but_each_other(least, texts, linked):
    options = CompareOptions(least_probability=0.999999, least_nothing_else=least)
    sides = [
        report(year, [("办好民生实事。", ["要把实事一件一件办好。", text])])
        for year, text in zip((2030, 2031), texts, strict=True)
    ]
    found = compare_reports(*sides, options=options)
    quotes = {
        (sides[0].unit(link.earlier[0]).text, sides[1].unit(link.later[0]).text) for link in found.links
    }

    assert (texts in quotes) is linked


def test_a_task_and_what_was_done_have_more_than_each_other():
    options = CompareOptions(least_probability=0.999999, least_nothing_else=0.0)
    reviewed = "过去一年，北港码头改造后试运行，南湖航线逐日加密。"
    earlier, later = report(2030, [("办好民生实事。", [SPEAKING_OF_PORTS[0]])]), report(2031, [])
    text = later.text.replace("二、", f"{reviewed}\n二、", 1)
    later = as_work_report(Source("2031.txt", "2031", "txt", "utf-8", text))
    found = compare_reports(earlier, later, options=options)

    assert not [link for link in found.links if later.unit(link.later[0]).text == reviewed]


REVIEWED = (
    "建成北港二期码头，开通至南湖的航线，年吞吐能力翻了一番。",
    "清淤河道五十公里，修复沿岸湿地，白鹭重回城郊。",
    "改造老屋两千户，加装扶梯百部，邻里食堂开到巷口。",
)


def with_review(year, *, sections, order=(0, 1, 2)):
    """A report whose review has a section for each paragraph, or none."""
    headings = ("（一）航运得到发展", "（二）河道得到整治", "（三）老屋得到修缮")
    told = []
    for rank, which in enumerate(order):
        told += [headings[rank], REVIEWED[which]] if sections else [REVIEWED[which]]
    lines = [
        f"{year}年澜川市政府工作报告", "各位代表：", "现在，我代表市政府，向大会报告政府工作，请予审议。",
        f"一、{year - 1}年工作回顾", *told,
        f"二、{year}年总体要求", "今年主要预期目标是：地区生产总值增长5%左右，新增就业3万人以上。" * 4,
        f"三、{year}年重点工作", "（一）发展低空经济", "新建起降场站三十个，开通巡检航线。",
        "（二）推广长者助餐", "新设助餐点六十个，送餐上门。", "各位代表！让我们团结奋斗，谱写新篇章！",
    ]  # fmt: skip
    text = "\n".join(lines)
    return as_work_report(Source(f"{year}.txt", f"{year}{sections}{order}", "txt", "utf-8", text))


@pytest.mark.parametrize(
    ("sections", "order", "moved"),
    [
        ((True, False), (0, 1, 2), set()),  # the sections are gone, the paragraphs stand where they stood
        ((False, True), (0, 1, 2), set()),
        ((True, False), (1, 2, 0), {0}),  # the first is now the last
        ((False, False), (1, 2, 0), {0}),
    ],
)
def test_what_stands_in_its_chapter_without_its_section_has_not_moved(sections, order, moved):
    earlier = with_review(2030, sections=sections[0])
    later = with_review(2031, sections=sections[1], order=order)
    found = compare_reports(earlier, later)

    assert {
        REVIEWED.index(earlier.unit(link.earlier[0]).text)
        for link in found.links
        if link.moved and earlier.unit(link.earlier[0]).text in REVIEWED
    } == moved
