"""Each rule fires on a change that was planted for it and is silent on the same text."""

import pytest

from compare.comparison import compare_reports
from compare.findings.channels import CHANNEL_KINDS
from compare.model import Channel, FindingKind
from corpora.model import Role
from reports.gate import aims, meanings, tasks
from reports.gate.defaults import DEFAULT_RULES
from reports.gate.rules import NEEDS_PHRASES, SETTINGS, Rule, RuleKind, RuleSet, Scope, Severity, Situation
from reports.gate.sentences import observation_sentence
from reports.gate.verdict import State, Terms
from reports.gate.words import RULES
from reports.rows.undertakings import promise_groups

GROWTH, JOBS, GRAIN = "地区生产总值增长6%左右", "城镇新增就业1.6万人以上", "粮食产量稳定在9亿斤以上"
VILLAGES = "（三）推进乡村全面振兴。建成高标准农田11万亩，严守耕地红线，发展梧桐蜜柚特色产业。\n\n改造农村危房900户，实施农村供水提升工程，让群众喝上放心水。\n\n（四）"
GOVERNMENT = "四、加强政府自身建设\n\n坚持依法行政，压减会议文件，自觉接受人大监督，把过紧日子落到实处。\n\n"
FESTIVAL = "办好梧桐文化旅游节，开通旅游专线8条，把游客留在云梧。\n\n"
CLINIC = "（四）提升医疗服务能力。新建区域医疗中心2个，引进名医工作室15家，推广检查结果互认。\n\n（五）办好民生实事"
SPENDING = "（二）扩大城乡消费。发放消费券2000万元，打造夜间消费街区5条，鼓励汽车以旧换新。\n\n" + FESTIVAL
WELL = "让群众喝上放心水。"
FORBIDDEN = {"phrases": ("大拆大建",)}
REQUIRED = {"phrases": ("稳中求进工作总基调",)}


@pytest.mark.parametrize(
    ("kind", "change", "more"),
    [
        (RuleKind.PART_MISSING, (GOVERNMENT, ""), {}),
        (RuleKind.FORMULATION_FORBIDDEN, ("改造农村危房900户", "不再大拆大建，改造农村危房900户"), FORBIDDEN),
        (RuleKind.FORMULATION_REQUIRED, ("坚持稳中求进工作总基调", "坚持统筹兼顾"), REQUIRED),
        (RuleKind.NEGATION_CHANGED, ("不搞大水漫灌", "搞大水漫灌"), {}),
        (RuleKind.TARGET_DROPPED, (GROWTH + "；", ""), {}),
        (RuleKind.TARGET_NOT_QUANTIFIED, (GROWTH, "地区生产总值稳步增长"), {}),
        (RuleKind.TARGET_LOWERED, (GROWTH, "地区生产总值增长5.5%左右"), {}),
        (RuleKind.TARGET_RAISED, (JOBS, "城镇新增就业1.8万人以上"), {}),
        (RuleKind.TARGET_REQUALIFIED, (GROWTH, "地区生产总值增长6%以上"), {}),
        (RuleKind.TARGET_RESTATED, (GROWTH, "地区生产总值增长5.5%—6.5%"), {}),
        (RuleKind.TARGET_NEW, (GRAIN, GRAIN + "；进出口总额增长4%左右"), {}),
        (RuleKind.FIGURES_INCONSISTENT, ("制造业23个、服务业18个", "制造业25个、服务业18个"), {}),
        (RuleKind.PRIORITY_DROPPED, (VILLAGES, "（三）"), {}),
        (RuleKind.PRIORITY_NEW, ("（四）办好民生实事", CLINIC), {}),
        (RuleKind.PRIORITY_REGROUPED, ("\n\n（二）扩大城乡消费。", ""), {}),
        (RuleKind.PRIORITY_REWORDED, ("全力稳住工业经济", "千方百计稳住工业经济"), {}),
        (RuleKind.SECTION_UNMATCHED, ("一、2030年工作回顾", "一、2030年工作回顾\n\n（一）主要成绩"), {}),
        (RuleKind.NUMBER_CHANGED, ("146公里", "164公里"), {}),
        (RuleKind.UNIT_CHANGED, ("9300户", "9300家"), {}),
        (RuleKind.QUALIFIER_CHANGED, ("完成老旧小区改造58个", "完成老旧小区改造58个以上"), {}),
        (RuleKind.STRENGTH_CHANGED, ("支持骨干企业扩能升级", "鼓励骨干企业扩能升级"), {}),
        (RuleKind.SCOPE_CHANGED, ("国考断面水质全部达标", "国考断面水质基本达标"), {}),
        (RuleKind.TIME_CHANGED, ("建设社区养老服务中心14个", "年底前建设社区养老服务中心14个"), {}),
        (RuleKind.FORMULATION_DROPPED, ("坚持“三水同治”，", ""), {}),
        (RuleKind.FORMULATION_REWORDED, ("坚持“三水同治”", "坚持“四水同治”"), {}),
        (RuleKind.FORMULATION_NEW, ("坚持“三水同治”", "坚持“三水同治”“百园共建”"), {}),
        (RuleKind.LENGTH_CHANGED, (FESTIVAL, ""), {}),
        (RuleKind.MEASURE_DROPPED, (FESTIVAL, ""), {}),
        (
            RuleKind.MEASURE_NEW,
            (FESTIVAL, FESTIVAL + "新建露天电影院6座，举办读书活动，评选书香家庭。\n\n"),
            {},
        ),
        (RuleKind.TEXT_CHANGED, ("把过紧日子落到实处", "把过紧日子落在实处"), {}),
    ],
)
def test_a_rule_fires_on_a_planted_change_and_not_on_the_same_text(gate, kind, change, more):
    scope = Scope(indicators=("*",)) if "target" in kind else Scope()
    terms = Terms(RuleSet((Rule(kind, Severity.ERROR, scope, **more),)))
    same, changed = gate.check(gate.base, gate.base, terms), gate.check(gate.base, gate.edit(change), terms)
    assert (same.state, same.violations) == (State.PASSED, ())
    assert changed.state is State.FAILED
    assert {violation.rule.kind for violation in changed.violations} == {kind}


@pytest.mark.parametrize(
    ("scope", "zh", "en"),
    [
        (Scope(), "后一份文本中未见", "is not found in the later text."),
        (Scope(parts=(Role.CLOSING,)), "后一份文本（结束语）中未见", "in the later text (closing)."),
        (Scope(parts=(Role.PLAN,), sections=("农村",)), "（工作任务、农村）中未见", "(plan, 农村)."),
    ],
)
def test_what_is_required_somewhere_is_told_as_missing_there_and_not_everywhere(gate, scope, zh, en):
    terms = Terms(
        RuleSet((Rule(RuleKind.FORMULATION_REQUIRED, Severity.ERROR, scope, phrases=("无此一语",)),))
    )
    check = gate.check(gate.base, gate.base, terms)
    (told,) = check.violations
    sentences = [observation_sentence(told.observation, check.texts, each) for each in ("zh", "en")]
    assert zh in sentences[0]
    assert en in sentences[1]


def last_year(gate, *changes):
    """The report of the year before: it plans what the other one reviews."""
    years = [("2030年工作回顾", "2029年工作回顾"), *([("2031年", "2030年")] * 4)]
    return gate.edit(*years, *changes)


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        (RuleKind.TARGET_MISSED, [(GROWTH, "地区生产总值增长7%左右")]),
        (RuleKind.PROMISES_SILENT, [("开通旅游专线8条", "整修古驿道60里")]),
        (RuleKind.PRIORITY_MOVED, [("（一）全力", "（九）全力")]),
    ],
)
def test_a_rule_on_two_years_fires(gate, kind, changes):
    terms = Terms(RuleSet((Rule(kind, Severity.ERROR),)))
    earlier, later = last_year(gate, *changes), gate.base
    if kind is RuleKind.PRIORITY_MOVED:
        earlier = last_year(gate)
        later = gate.edit((SPENDING, ""), ("（一）全力稳住工业经济", SPENDING + "（一）全力稳住工业经济"))
    check = gate.check(earlier, later, terms)
    assert {violation.rule.kind for violation in check.violations} == {kind}
    assert gate.check(gate.base, gate.base, terms).violations == ()


def test_a_formulation_of_older_years_returns(gate):
    older = gate.read(last_year(gate).replace("2030", "2028").replace("2029", "2027"), "older.txt")
    without = last_year(gate, ("坚持“三水同治”，", ""))
    terms = Terms(RuleSet((Rule(RuleKind.FORMULATION_RETURNING, Severity.ERROR),)))
    check = gate.check(without, gate.base, terms, history=(older,))
    assert any("三水同治" in str(violation.observation.identity) for violation in check.violations)
    assert gate.check(without, gate.base, terms).violations == ()


def test_emphasis_is_told_apart_from_length(gate):
    terms = Terms(RuleSet((Rule(RuleKind.FORMULATION_EMPHASIS, Severity.ERROR),)))
    louder = gate.edit((WELL, WELL + "坚持把“三水同治”摆在突出位置。" * 20))
    assert gate.check(gate.base, louder, terms).state is State.FAILED
    assert gate.check(gate.base, gate.base, terms).violations == ()


def test_a_digit_of_the_review_fails_a_draft_and_not_another_year(gate):
    changed = gate.edit(("812亿元", "821亿元"))
    assert gate.check(gate.base, changed).state is State.FAILED
    yearly = gate.check(last_year(gate), changed)
    assert yearly.situation is Situation.YEARLY
    assert not [each for each in yearly.failing if each.rule.kind is RuleKind.NUMBER_CHANGED]


@pytest.mark.parametrize(
    ("kind", "more", "change", "fires"),
    [
        (RuleKind.TARGET_LOWERED, {"more_than": 0.5}, (GROWTH, "地区生产总值增长5.5%左右"), False),
        (RuleKind.TARGET_LOWERED, {"more_than": 0.4}, (GROWTH, "地区生产总值增长5.5%左右"), True),
        (RuleKind.LENGTH_CHANGED, {"more_than": 1}, (FESTIVAL, ""), True),
        (RuleKind.LENGTH_CHANGED, {"more_than": 30}, (FESTIVAL, ""), False),
        (RuleKind.FORMULATION_DROPPED, {"weight_at_least": 100}, ("坚持“三水同治”，", ""), False),
    ],
)
def test_limits(gate, kind, more, change, fires):
    terms = Terms(RuleSet((Rule(kind, Severity.ERROR, **more),)))
    assert (gate.check(gate.base, gate.edit(change), terms).state is State.FAILED) is fires


NUMBERS = [("146公里", "164公里"), ("发放消费券2000万元", "发放消费券2600万元")]


@pytest.mark.parametrize(
    ("scope", "count"),
    [
        (Scope(), 2),
        (Scope(parts=("review",)), 1),
        (Scope(parts=("plan",)), 1),
        (Scope(parts=("governance",)), 0),
        (Scope(sections=("消费",)), 1),
        (Scope(sections=("消费*",)), 0),
        (Scope(sections=("*消费",)), 1),
        (Scope(sections=("2031年重点工作",)), 1),  # a heading further up counts too
        (Scope(matching=("农村|城市",)), 1),
        (Scope(matching=("机场",)), 0),
        (Scope(parts=("plan",), matching=("农村",)), 0),
    ],
)
def test_scopes(gate, scope, count):
    terms = Terms(RuleSet((Rule(RuleKind.NUMBER_CHANGED, Severity.ERROR, scope),)))
    assert len(gate.check(gate.base, gate.edit(*NUMBERS), terms).violations) == count


@pytest.mark.parametrize(
    ("indicators", "count"),
    [((), 1), (("*",), 2), (("生产总值增速",), 1), (("生产总值*",), 1), (("粮食",), 0), (("民宿",), 1)],
)
def test_indicators(gate, indicators, count):
    before = gate.edit((GRAIN, GRAIN + "；精品民宿达到70家"))
    after = gate.edit((GRAIN, GRAIN + "；精品民宿达到60家"), (GROWTH, "地区生产总值增长5%左右"))
    terms = Terms(RuleSet((Rule(RuleKind.TARGET_LOWERED, Severity.ERROR, Scope(indicators=indicators)),)))
    assert len(gate.check(before, after, terms).violations) == count


def test_of_two_rules_on_one_place_the_one_that_fails_counts(gate):
    rules = (
        Rule(RuleKind.NUMBER_CHANGED, Severity.WARNING),
        Rule(RuleKind.NUMBER_CHANGED, Severity.ERROR, Scope(parts=("review",))),
    )
    check = gate.check(gate.base, gate.edit(*NUMBERS), Terms(RuleSet(rules)))
    assert [violation.rule.severity for violation in check.violations] == [Severity.ERROR, Severity.WARNING]
    assert len(check.failing) == 1


@pytest.mark.parametrize(
    ("fail_on", "state"),
    [
        (("error",), State.PASSED),
        (("note",), State.FAILED),
        (("any",), State.FAILED),
        (("none",), State.PASSED),
        (("text-changed",), State.FAILED),
        (("number-changed",), State.PASSED),
        (("number-changed", "text-changed"), State.FAILED),
    ],
)
def test_what_fails_is_chosen(gate, fail_on, state):
    rules = RuleSet((Rule(RuleKind.TEXT_CHANGED, Severity.NOTE),)).failing_on(fail_on)
    assert gate.check(gate.base, gate.edit(("落到实处", "落在实处")), Terms(rules)).state is state


def test_any_change_fails_although_no_rule_names_it(gate):
    rules = RuleSet((Rule(RuleKind.PART_MISSING, Severity.ERROR),)).failing_on(("any",))
    for change in (("落到实处", "落在实处"), (FESTIVAL, ""), NUMBERS[0], (GROWTH, "地区生产总值增长6%以上")):
        assert gate.check(gate.base, gate.edit(change), Terms(rules)).state is State.FAILED, change
    assert gate.check(gate.base, gate.base, Terms(rules)).state is State.PASSED


def test_a_new_number_of_a_heading_is_no_change_of_its_words(gate):
    rules = RuleSet((Rule(RuleKind.PRIORITY_REWORDED, Severity.ERROR),))
    assert gate.check(gate.base, gate.edit((VILLAGES, "（三）")), Terms(rules)).state is State.PASSED


def test_every_kind_of_finding_has_its_rule():
    told = {
        *CHANNEL_KINDS.values(),
        *meanings.PHRASES,
        *(told_as for _, told_as in tasks.PRIORITIES.values()),
        *(FindingKind.PRIORITY_SPLIT, FindingKind.PRIORITY_MERGED, FindingKind.PRIORITY_REWORDED),
        *(FindingKind.MEASURE_NEW, FindingKind.MEASURE_DROPPED, FindingKind.MEASURE_MOVED),
        *(FindingKind.TARGET_CHANGED, FindingKind.TARGET_NOT_QUANTIFIED, FindingKind.TARGET_NEW),
        *(FindingKind.TARGET_DROPPED, FindingKind.TARGET_MISSED, FindingKind.PROMISES_SILENT),
    }
    assert told == set(FindingKind)
    assert set(meanings.CHANNELS) == set(Channel)
    assert set(aims.TARGETS.values()) <= set(RuleKind)


def test_every_rule_is_worded_and_known_by_its_settings():
    assert set(RULES) == set(SETTINGS) == set(RuleKind)
    assert {rule.kind for rule in DEFAULT_RULES} | NEEDS_PHRASES | {RuleKind.FORMULATION_NEW} == set(RuleKind)
    assert all(words.zh and words.en and words.help.endswith((".", "…")) for words in RULES.values())


@pytest.mark.parametrize(
    "change",
    [
        ("（一）全力", "（一）全力"),  # the lead of a section undertakes and is the section's own text
        ("（四）办好民生实事。", ""),
        ("（二）扩大城乡消费。", "（二）全力稳住工业经济。"),  # two sections of one name
    ],
)
def test_undertakings_of_a_section_are_counted_as_in_the_table(gate, change):
    terms = Terms(RuleSet((Rule(RuleKind.PROMISES_SILENT, Severity.ERROR),)))
    earlier, later = last_year(gate, change), gate.base
    check = gate.check(earlier, later, terms)
    change_report = compare_reports(gate.read(earlier, "earlier.txt"), gate.read(later, "later.txt"))

    told = [
        tuple(each.observation.value(name) for name in ("heading", "promises", "silent"))
        for each in check.violations
    ]
    groups = [each for each in promise_groups(change_report) if each.silent]
    assert sorted(told) == sorted((each.section, str(len(each.rows)), str(each.silent)) for each in groups)
