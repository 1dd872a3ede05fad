"""Formulations, lineages and priorities of one place through the years, on invented reports."""

import pytest
from msgspec.structs import replace

from compare.history.model import CellKind, VariantKind
from compare.history.shelf import choose
from compare.history.story import tell_history
from compare.undertakings.model import Period
from corpora.model import Edition, Level, Origin, Role, Source, Span, TextKind, Unit, WorkReport

FILLER = "各项工作取得了新的进展，全市上下团结一心。"


def report_of(year, *paragraphs, kind=TextKind.FULL, edition=Edition.UNKNOWN, name=""):
    """A report of measures and sections: text is a measure of the plan, (role, text), or (heading,) a section."""
    units, position, parent = [], 0, None
    texts = [
        paragraph if isinstance(paragraph, str) else paragraph[-1] for paragraph in (FILLER, *paragraphs)
    ]
    for number, (paragraph, text) in enumerate(zip((FILLER, *paragraphs), texts, strict=True)):
        is_section = isinstance(paragraph, tuple) and len(paragraph) == 1
        role = paragraph[0] if isinstance(paragraph, tuple) and not is_section else Role.PLAN
        span = Span(position, position + len(text))
        level = Level.SECTION if is_section else Level.MEASURE
        heading = text if is_section else None
        body = span.end if is_section else span.start
        units.append(
            Unit(
                f"u{number}", level, role, "", None, heading, None if is_section else parent, span, body, text
            )
        )
        parent = f"u{number}" if is_section else parent
        position = span.end + 1
    whole = "\n".join(texts)
    source = Source(name or f"{year}.txt", f"{year}{whole}{name}", "txt", "utf-8", whole)
    return WorkReport(
        f"甲市:{year}", "甲市", year, "政府工作报告", kind, edition, "zh", source, whole,
        Origin((0,), (0,)), tuple(units),
    )  # fmt: skip


def told(*reports, **more):
    return tell_history([report_of(year, *texts) for year, *texts in reports], **more)


def members(history):
    return [[(member.text, member.kind) for member in lineage.members] for lineage in history.lineages]


def counts_of(history, text):
    (found,) = [one for one in history.formulations if one.text.strip("“”") == text]
    return found.counts


# -- the reports a history rests on ---------------------------------------------------------------------------


def test_years_without_a_report_are_missing_not_empty():
    history = told((2019, "推进梨产业振兴行动。"), (2021, "推进梨产业振兴行动。"), (2022, "修路。"))
    assert history.shelf.years == (2019, 2021, 2022)
    assert history.shelf.missing == (2020,)
    assert counts_of(history, "梨产业振兴行动") == (1, 1, 0)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"kind": TextKind.FULL}, {"kind": TextKind.DIGEST}),
        ({"edition": Edition.ADOPTED}, {"edition": Edition.DELIVERED}),
        ({"edition": Edition.ADOPTED}, {"edition": Edition.UNKNOWN}),
    ],
)
def test_of_two_texts_of_a_year_the_better_is_used_and_the_other_told(one, other):
    better, worse = report_of(2020, "甲。", name="b", **one), report_of(2020, "乙。", name="a", **other)
    assert choose([worse, better]) == ((better,), ("a",))


def test_the_same_text_twice_is_no_other_text():
    report = report_of(2020, "甲。")
    assert choose([report, replace(report, id="x")])[1] == ()


# -- counting: widths, quotes, spaces, word borders -----------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "form"),
    [
        ("推进互联网＋文旅行动。", "full width"),
        ("推进“互联网+文旅”行动。", "quotes"),
        ("推进互联网 +\u200b文旅行动。", "blanks and invisible characters"),
    ],
)
def test_a_form_counts_in_any_printing(printed, form):
    plain = "推进互联网+文旅行动。"
    history = told((2019, plain), (2020, printed), (2021, plain), (2022, "修路。"))
    assert counts_of(history, "互联网+文旅行动") == (1, 1, 1, 0), form


def test_a_word_that_runs_over_its_start_is_no_use():
    history = told(
        (2019, "农产品加工业要提高质量标准。"),
        (2020, "实施高质量标准工程。"),
        (2021, "实施高质量标准工程。"),
    )
    (found,) = [one for one in history.formulations if one.text.startswith("高质量标准")]
    assert found.first_year == 2020


def test_rates_are_per_ten_thousand_characters_of_compared_text():
    aside = (Role.FRAME, "本报讯" * 500)
    (text, _) = told((2019, "推进梨产业振兴行动。", aside), (2020, "修路。")).shelf.texts
    assert text.characters == len(FILLER + "推进梨产业振兴行动。")


# -- lineages -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reports", "forms"),
    [
        (
            [(2019, "实施稳健的土地政策。"), (2020, "实施稳健的土地政策。"), (2021, "实施从紧的土地政策。")],
            [("稳健的土地政策", None), ("从紧的土地政策", VariantKind.MODIFIER)],
        ),
        (
            [(2019, "建设现代果业体系。"), (2020, "建设现代果业体系。"), (2021, "建设现代化果业体系。")],
            [("现代果业体系", None), ("现代化果业体系", VariantKind.INSERTED)],
        ),
        (
            [(2019, "推进梨园税改征果园税试点。"), (2020, "推进梨园税改征果园税试点。"),
             (2021, "扩大“梨改果”试点。"), (2022, "扩大“梨改果”试点。")],
            [("梨园税改征果园税", None), ("“梨改果”", VariantKind.ABBREVIATION)],
        ),
        (
            [(2019, "发展分享果园。"), (2020, "发展分享果园。"), (2021, "发展共享果园。"), (2022, "发展共享果园。")],
            [("分享果园", None), ("共享果园", VariantKind.WORD)],
        ),
        (
            [(2019, "坚持“绿色、循环、低碳”。"), (2020, "坚持“绿色、循环、低碳”。"), (2021, "坚持“低碳、循环、绿色”。")],
            [("“绿色、循环、低碳”", None), ("“低碳、循环、绿色”", VariantKind.ORDER)],
        ),
    ],
)  # fmt: skip
def test_forms_that_took_each_others_place(reports, forms):
    found = [
        pairs for pairs in members(told(*reports)) if {text for text, _ in forms} <= {t for t, _ in pairs}
    ]
    assert (found == [forms]) if forms else True


@pytest.mark.parametrize(
    ("why", "reports", "pair"),
    [
        (
            "side by side in one report",
            [(2019, "发展分享果园、共享果园。"), (2020, "发展分享果园、共享果园。")],
            ("分享果园", "共享果园"),
        ),
        (
            "under other verbs",
            [(2019, "清理分享果园。"), (2020, "清理分享果园。"), (2021, "建设共享果园。"), (2022, "建设共享果园。")],
            ("分享果园", "共享果园"),
        ),
        (
            "years apart",
            [(2010, "发展分享果园。"), (2011, "发展分享果园。"), (2012, "修路。"), (2013, "架桥。"),
             (2014, "植树。"), (2015, "发展共享果园。"), (2016, "发展共享果园。")],
            ("分享果园", "共享果园"),
        ),
        (
            "another plan",
            [(2019, "编制“十二五”规划。"), (2020, "编制“十二五”规划。"), (2021, "编制“十三五”规划。"),
             (2022, "编制“十三五”规划。")],
            ("“十二五”规划", "“十三五”规划"),
        ),
        (
            "many modifiers at once are no slot",
            [(2019, "建设智慧的果品市场、绿色的果品市场、统一的果品市场。"),
             (2020, "建设智慧的果品市场、绿色的果品市场、统一的果品市场。")],
            ("智慧的果品市场", "绿色的果品市场"),
        ),
    ],
)  # fmt: skip
def test_forms_that_only_look_like_variants_stay_apart(why, reports, pair):
    together = [pairs for pairs in members(told(*reports)) if set(pair) <= {text for text, _ in pairs}]
    assert together == [], why


def test_every_member_shows_its_year_and_sentence():
    history = told(
        (2019, "实施稳健的土地政策。"), (2020, "实施稳健的土地政策。"), (2021, "实施从紧的土地政策。")
    )
    (lineage,) = [one for one in history.lineages if one.name == "从紧的土地政策"]
    assert [(one.uses[0].year, one.uses[0].sentence) for one in lineage.members] == [
        (2019, "实施稳健的土地政策。"),
        (2021, "实施从紧的土地政策。"),
    ]


def test_a_form_inside_a_longer_one_of_its_lineage_is_not_counted_twice():
    history = told(
        (2019, "实施积极的果业政策。"), (2020, "实施积极的果业政策。"), (2021, "实施更加积极的果业政策。")
    )
    (lineage,) = [one for one in history.lineages if "更加积极的果业政策" in {m.text for m in one.members}]
    assert {member.text: member.counts for member in lineage.members} == {
        "积极的果业政策": (1, 1, 0),
        "更加积极的果业政策": (0, 0, 1),
    }


def test_what_the_user_joins_is_joined_whatever_it_looks_like():
    reports = [(2019, "建设沿河果品带。"), (2020, "建设沿河果品带。"), (2021, "建设一河两带。")]
    joined = told(*reports, aliases={"一河两带": ["沿河果品带"]})
    assert [("沿河果品带", None), ("一河两带", VariantKind.ALIAS)] in members(joined)
    assert all(kind is not VariantKind.ALIAS for pairs in members(told(*reports)) for _, kind in pairs)


# -- priorities and targets -----------------------------------------------------------------------------------


def test_a_priority_keeps_its_thread_while_each_report_has_it():
    grow = "实施梨产业振兴行动，培育加工企业，开拓外地市场。"
    road = "改造县乡道路，修建桥梁，开通客运班线。"
    school = "新建学校，培训教师，发放助学金。"
    history = told(
        (2019, ("壮大梨产业",), grow, ("改善交通",), road),
        (2020, ("改善交通条件",), road, ("壮大梨产业",), grow),
        (2021, ("壮大梨产业集群",), grow, ("办好教育",), school),
    )
    ranks = {one.heading: [(place.year, place.rank) for place in one.places] for one in history.priorities}
    assert ranks == {
        "壮大梨产业集群": [(2019, 1), (2020, 2), (2021, 1)],
        "改善交通条件": [(2019, 2), (2020, 1)],
        "办好教育": [(2021, 2)],
    }


def test_the_panel_tells_number_words_and_nothing_apart():
    aim = Role.REQUIREMENTS
    history = told(
        (2019, (aim, "主要预期目标是：地区生产总值增长6%左右，居民消费价格涨幅3%左右。")),
        (2020, (aim, "主要预期目标是：地区生产总值合理增长。")),
        (2022, (aim, "主要预期目标是：居民消费价格涨幅2%左右。")),
    )
    rows = {(row.indicator, row.period): row.cells for row in history.targets}
    cells = rows["生产总值增速", Period.YEAR]
    assert [(cell.year, cell.kind, cell.value, cell.qualifier) for cell in cells] == [
        (2019, CellKind.QUANTIFIED, (6.0, 6.0), "左右"),
        (2020, CellKind.NOT_QUANTIFIED, None, None),
        (2022, CellKind.ABSENT, None, None),
    ]
    assert history.shelf.missing == (2021,)


# -- proposals ------------------------------------------------------------------------------------------------


def proposed(*reports):
    return [
        (one.variant.strip("“”"), one.canonical.strip("“”"), one.reason) for one in told(*reports).proposals
    ]


def test_a_code_and_the_names_it_counts_up_are_proposed_and_not_joined():
    reports = [
        (2019, "推进梨园生态环和沿江文化廊建设。"),
        (2020, "推进“一环一廊”建设。"),
        (2021, "推进“一环一廊”建设。"),
    ]
    assert proposed(*reports) == [("梨园生态环", "一环一廊", "code"), ("沿江文化廊", "一环一廊", "code")]
    assert all("一环一廊" not in text for pairs in members(told(*reports)) for text, _ in pairs)


@pytest.mark.parametrize(
    "reports",
    [
        # what is said of the code in its own sentence
        [(2019, "使“一环一廊”成为生态友好环、文化繁荣廊。"), (2020, "推进“一环一廊”建设。")],
        # names that came later
        [
            (2019, "推进“一环一廊”建设。"),
            (2020, "推进“一环一廊”建设。"),
            (2021, "推进梨园生态环和沿江文化廊建设。"),
        ],
        # names apart from each other
        [(2019, "推进梨园生态环建设。推进沿江文化廊建设。"), (2020, "推进“一环一廊”建设。")],
    ],
)
def test_what_only_sounds_like_a_code_is_not_proposed(reports):
    assert [reason for *_, reason in proposed(*reports) if reason == "code"] == []


def test_reports_in_another_language_have_priorities_but_no_formulations():
    reports = [
        replace(report_of(year, ("壮大梨产业",), "实施梨产业振兴行动。"), language="en")
        for year in (2019, 2020)
    ]
    history = tell_history(reports)
    assert (history.formulations, history.lineages, history.proposals) == ((), (), ())
    assert [place.year for place in history.priorities[0].places] == [2019, 2020]
