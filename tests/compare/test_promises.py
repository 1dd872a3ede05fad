"""Undertakings and their answers, as tables; and by the sample's answer key and gold standards."""

import json
from importlib.resources import files
from pathlib import Path

import pytest

from compare.comparison import compare_reports
from compare.matching import bare_form
from compare.undertakings.commitments import core_of, is_promise, promises_of
from compare.undertakings.model import PromiseStatus
from compare.undertakings.promises import answer_promises
from corpora.model import Edition, Level, Origin, Role, Source, Span, TextKind, Unit, WorkReport
from corpora.reading import read_work_report

DATA = files("corpora") / "data"
KEY = json.loads((DATA / "answer-key.json").read_text(encoding="utf-8"))
FILES = {entry["year"]: entry["file"] for entry in KEY["reports"]}
PAIRS = [(pair["earlier"], pair["later"]) for pair in KEY["pairs"] if not pair["gap"]]
KEY_OF = {(pair["earlier"], pair["later"]): pair for pair in KEY["pairs"]}
SHARED = Path(__file__).resolve().parents[3] / "shared"
GOLD = sorted((SHARED / "gold").glob("promises-*.json"))


def report_of(*parts, year):
    """A report with one measure for each (role, text)."""
    units, position = [], 0
    for number, (role, text) in enumerate(parts, start=1):
        span = Span(position, position + len(text))
        units.append(Unit(f"m{number}", Level.MEASURE, role, "", None, None, None, span, span.start, text))
        position = span.end
    whole = "".join(text for _, text in parts)
    source = Source("t.txt", "", "txt", "utf-8", whole)
    return WorkReport(
        f"甲市:{year}", "甲市", year, "政府工作报告", TextKind.FULL, Edition.UNKNOWN, "zh", source, whole,
        Origin((0,), (0,)), tuple(units),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("clause", "promises"),
    [
        ("新建高标准农田12万亩", True),
        ("加快澜水二桥建设", True),
        ("进一步落实一揽子化债方案", True),
        ("合理确定分享比例", True),
        ("今年财政收支矛盾要妥善化解", True),
        ("这是必须完成的任务", False),
        ("去年我们建成了三所学校", False),
        ("各位代表", False),
        ("就业是民生之本", False),
        ("统筹", False),
        ("2031年", False),
    ],
)
def test_what_undertakes_something(clause, promises):
    assert is_promise(clause) is promises


@pytest.mark.parametrize(
    ("tells", "undertakes"),
    [
        ("预计今年高校毕业生超过6万人", "预计完成投资20亿元"),
        ("全市经济增速有望快于全省", "确保经济增速快于全省"),
        ("世界经济将延续低速运行", "将世界文化遗产保护纳入规划"),
        ("保护主义继续抬头", "保护传统村落"),
        ("今年全市发展面临的环境仍是机遇和挑战并存", "今年全市发展要把握机遇"),
        ("发展动能在不断积聚", "发展现代渔业"),
        ("今年财政收支平衡仍然十分困难", "帮助仍然十分困难的家庭"),
        ("完成这些任务并非易事", "完成这些桥梁的加固"),
        ("今年我们面临的挑战增多", "解决企业面临的用地难题"),
        ("做好今年的工作至关重要", "做好今年的秋粮收购"),
        ("必须增强信心和底气", "必须增强粮食储备能力"),
        ("坚定必胜信心", "提振消费信心"),
        ("我们要准确判断形势", "我们要准确核算成本"),
        ("做好应对各种风险的准备", "做好应对台风的堤防加固"),
        ("要清醒看到", "要让群众看到成效"),
        ("扩大内需是今年发展的战略基点", "扩大内需的重点是增加渔民收入"),
        ("解决40万人的饮水问题始终是头等大事", "解决40万人的饮水问题"),
        ("建设法治政府是一项长期的任务", "特别是要建设法治政府"),
        ("加大了收支平衡的难度", "加大为了解民情而开展的走访力度"),
        ("兼顾了需要和可能", "统筹上下游用水"),
        ("实现上述目标", "实现县县通高速"),
        ("要抓好以下六个方面工作", "要淘汰10蒸吨以下锅炉"),
        ("发展渔业是强市的关键", "发展渔业的关键是减船转产"),
        ("重点做好以下几方面工作", "重点做好防汛工作"),
        ("全市经济社会发展的主要目标任务是", "落实全市经济社会发展的主要目标"),
        ("在发展现代渔业的基础上", "在沿江建设渔港3座"),
        ("在保证质量的前提下", "在三年内把渔船数降到900艘以下"),
        ("要按照市场化的原则", "要按照市场化的原则建设渔港"),
        ("以改革创新为动力", "以改革创新破解难题"),
        ("以渔业为重点", "以推进渔港改造为重点"),
        ("渔业的主要要素和重要支撑条件", "渔业重点要保供给"),
    ],
)
def test_situation_and_frame_are_no_undertakings(tells, undertakes):
    assert (is_promise(tells), is_promise(undertakes)) == (False, True)


@pytest.mark.parametrize(
    ("clause", "core"),
    [
        ("今年要新建高标准农田12万亩以上", "高标准农田"),
        ("深入实施新型城镇化战略行动", "新型城镇化战略行动"),
        ("城镇新增就业2.2万人以上", "城镇新增就业"),
        ("做好2024年奥运会备战工作", "奥运会备战"),
        ("社会消费品零售总额增长6%左右", "社会消费品零售总额"),
        ("科学制定规划", "制定规划"),
    ],
)
def test_what_an_undertaking_is_about(clause, core):
    assert core_of(clause) == core


def test_figures_of_the_past_are_no_undertakings():
    plan = report_of(
        (
            Role.REQUIREMENTS,
            "过去一年，各项工作取得新成绩。地区生产总值增长6.3%，粮食产量26亿斤。今年新建公路20公里。",
        ),
        (Role.PLAN, "粮食产量26亿斤。"),
        year=2025,
    )
    assert [each.form for each in promises_of(plan)] == ["今年新建公路20公里", "粮食产量26亿斤"]


REVIEW = (
    "改造老旧小区92个，打通断头路8条。澜水二桥主塔封顶。检查检验结果互认全面推行。净增规模以上工业企业43家。"
)


@pytest.mark.parametrize(
    ("promise", "status", "answer", "with_number"),
    [
        ("改造老旧小区86个", PromiseStatus.REPORTED, "改造老旧小区92个", True),
        ("加快澜水二桥建设", PromiseStatus.REPORTED, "澜水二桥主塔封顶", False),
        ("推动检查检验结果互认", PromiseStatus.REPORTED, "检查检验结果互认全面推行", False),
        ("举办首届龙舟公开赛", PromiseStatus.SILENT, None, False),
        ("规模以上工业企业研发机构覆盖率提高到45%", PromiseStatus.SILENT, None, False),
        ("改造农村户厕2万座", PromiseStatus.SILENT, None, False),
    ],
)
def test_one_promise(promise, status, answer, with_number):
    earlier = report_of((Role.PLAN, f"{promise}。"), year=2024)
    later = report_of((Role.REVIEW, REVIEW), year=2025)
    (found,) = answer_promises(earlier, later)

    assert (found.status, found.with_number) == (status, with_number)
    assert (later.quote(found.answer) if found.answer else None) == answer
    assert 0 <= found.score <= 1


@pytest.mark.parametrize(
    ("review", "answer"),
    [
        ("改造老旧小区80个，居全省第二。", "改造老旧小区80个，居全省第二"),
        ("改造老旧小区80个，居民消费价格上涨2%。", "改造老旧小区80个"),
    ],
)
def test_what_residents_pay_is_no_remark(review, answer):
    earlier = report_of((Role.PLAN, "改造老旧小区86个。"), year=2024)
    later = report_of((Role.REVIEW, review), year=2025)
    (found,) = answer_promises(earlier, later)

    assert later.quote(found.answer) == answer


def test_a_remark_belongs_to_the_answer():
    earlier = report_of((Role.PLAN, "改造老旧小区86个。"), year=2024)
    later = report_of((Role.REVIEW, "改造老旧小区80个，低于年初计划。道路畅通。"), year=2025)
    (found,) = answer_promises(earlier, later)

    assert later.quote(found.answer) == "改造老旧小区80个，低于年初计划"


def test_the_figure_of_a_target_answers_each_of_its_statements():
    earlier = report_of(
        (Role.REQUIREMENTS, "城镇新增就业9万人以上。"),
        (Role.PLAN, "多渠道稳岗扩岗，确保实现城镇新增就业9万人以上的目标。举办龙舟赛9场。"),
        year=2024,
    )
    later = report_of((Role.REVIEW, "城镇新增就业9.4万人。"), year=2025)
    found = {earlier.quote(each.promise): each for each in answer_promises(earlier, later)}

    again = found["确保实现城镇新增就业9万人以上的目标"]
    assert (again.status, again.reason) == (PromiseStatus.REPORTED, "figure of the target")
    assert found["举办龙舟赛9场"].status is PromiseStatus.SILENT


def test_what_the_plan_says_again_is_no_answer():
    earlier = report_of((Role.PLAN, "改造老旧小区86个。"), year=2024)
    later = report_of((Role.REVIEW, "道路畅通。"), (Role.PLAN, "改造老旧小区86个。"), year=2025)
    (found,) = answer_promises(earlier, later)

    assert found.status is PromiseStatus.SILENT


@pytest.mark.parametrize("review", ["", "好。"])
def test_a_report_without_a_review_answers_nothing(review):
    earlier = report_of((Role.PLAN, "改造老旧小区86个。"), year=2024)
    later = report_of((Role.REVIEW, review), year=2025)

    assert [each.status for each in answer_promises(earlier, later)] == [PromiseStatus.SILENT]


@pytest.mark.parametrize(
    "promise",
    ["将收费的免征范围，从小微企业扩大到所有企业", "安排渔港资金40亿元，比上年增加4亿元"],
)
def test_what_goes_on_is_one_undertaking(promise):
    earlier = report_of((Role.PLAN, f"{promise}。"), year=2024)
    later = report_of((Role.REVIEW, "发放渔业贷款29亿元，比上年增加3亿元。"), year=2025)
    (found,) = answer_promises(earlier, later)

    assert earlier.quote(found.promise) == promise


# -- the sample ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def compared():
    reports = {year: read_work_report(str(DATA / name)) for year, name in FILES.items()}
    return {pair: compare_reports(reports[pair[0]], reports[pair[1]]) for pair in KEY_OF}


@pytest.mark.parametrize("pair", PAIRS)
def test_every_promise_of_the_sample(compared, pair):
    found = compared[pair]
    rows = [(bare_form(found.earlier.quote(each.promise)), each) for each in found.promises]
    for row in KEY_OF[pair]["promises"]:
        wanted = bare_form(row["promise"])
        mine = next(each for text, each in rows if wanted in text or text in wanted)
        assert mine.status.value == row["status"], row["promise"]
        if row["answer"]:
            answer, expected = bare_form(found.later.quote(mine.answer)), bare_form(row["answer"])
            assert expected in answer or answer in expected
            assert mine.with_number is row["with_number"], row["promise"]


def test_no_promise_is_told_as_silent_across_a_gap(compared):
    found = compared[2022, 2024]

    assert found.promises == ()
    assert ("promises", "reviews another year") in {(each.what, each.reason) for each in found.not_compared}


# -- real reports ----------------------------------------------------------------------------------


@pytest.mark.skipif(not GOLD, reason="needs the neighbour folder ../shared with gold standards")
@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_promises_of_real_reports(path):
    """Found 90, status right 80, silent right 75 of 100 at least."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    years = path.stem.removeprefix("promises-").split("_")
    found = compare_reports(
        *(read_work_report(str(SHARED / "corpus" / "national" / f"{year}.txt")) for year in years)
    )
    rows = [(bare_form(found.earlier.quote(each.promise)), each) for each in found.promises]
    told = right = silent = silent_right = 0
    for row in gold:
        wanted = bare_form(row["promise"])
        mine = [
            each for text, each in rows if wanted in text or (text in wanted and 2 * len(text) >= len(wanted))
        ]
        silent += row["status"] == "silent"
        if mine:
            is_reported = any(each.status is PromiseStatus.REPORTED for each in mine)
            told += 1
            right += is_reported == (row["status"] == "reported")
            silent_right += row["status"] == "silent" and not is_reported
    assert told / len(gold) >= 0.90
    assert right / len(gold) >= 0.80
    assert silent_right / silent >= 0.75
