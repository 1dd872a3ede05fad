"""Every use of a phrase, its printings, the years without, and what comes near where there is none."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.formulations.folding import presence_form
from compare.history.concordance import ask, ask_pattern, find_uses
from corpora.model import Edition, Level, Origin, Role, Source, Span, TextKind, Unit, WorkReport


def report_of(year, text, role=Role.PLAN):
    span = Span(0, len(text))
    unit = Unit("m1", Level.MEASURE, role, "", None, None, None, span, 0, text)
    source = Source(f"{year}.txt", f"{year}{text}", "txt", "utf-8", text)
    return WorkReport(
        f"甲市:{year}", "甲市", year, "", TextKind.FULL, Edition.UNKNOWN, "zh", source, text,
        Origin((0,), (0,)), (unit,),
    )  # fmt: skip


def found(phrase, *reports, variants=(), years=None):
    return find_uses([report_of(*one) for one in reports], ask(phrase, variants), years)


@pytest.mark.parametrize(
    ("phrase", "printed"),
    [
        ("互联网+农业", "互联网＋农业"),
        ("互联网＋农业", "互联网+农业"),
        ("人地钱挂钩", "“人地钱”挂钩"),
        ("“人地钱”挂钩", "人地钱挂钩"),
        ("百强镇", "百\u200b强 镇"),
        ("M2增速", "M\n\n2增速"),
        ("5%左右", "５％左右"),
    ],
)
def test_a_phrase_is_found_in_any_width_quotes_and_spacing(phrase, printed):
    result = found(phrase, (2020, f"推进{printed}，改善民生。"))
    assert [" ".join(each.use.printed.split()) for each in result.found] == [" ".join(printed.split())]
    assert result.counts == (1,)


def test_a_use_tells_its_sentence_part_and_place():
    (each,) = found("梨园", (2020, "修路。建设梨园十处，改造二处。种树。", Role.REVIEW)).found
    assert (each.use.before, each.use.printed, each.use.after) == ("建设", "梨园", "十处，改造二处。")
    assert each.use.role is Role.REVIEW
    assert (each.use.span.start, each.use.span.end) == (5, 7)


def test_years_without_and_years_missing_are_two_things():
    result = found("梨园", (2018, "建设梨园。"), (2019, "修路。"), (2021, "修路。"))
    assert result.years_with == (2018,)
    assert result.years_without == (2019, 2021)
    assert result.shelf.missing == (2020,)


def test_years_that_were_not_asked_for_are_not_missing():
    reports = [(2018, "建设梨园。"), (2019, "建设梨园。"), (2021, "建设梨园。")]
    result = found("梨园", *reports, years=frozenset({2018, 2021}))
    assert result.shelf.years == (2018, 2021)
    assert result.shelf.missing == (2020,)


@pytest.mark.parametrize(
    ("phrase", "text", "counted"),
    [
        ("高质量", "农业要提高质量和效益。", 0),
        ("高质量", "推动高质量发展。", 1),
        ("示范园", "开展示范园建设。", 1),  # 开展 is a word of its own
        ("新经济", "新政治、新经济。", 1),  # a word, whatever its sense: the sentence shows it
    ],
)
def test_a_word_that_runs_over_the_phrase_is_listed_and_not_counted(phrase, text, counted):
    result = found(phrase, (2020, text))
    assert len(result.found) == 1
    assert result.counts == (counted,)


def test_frame_and_appendix_are_not_searched():
    assert found("梨园", (2020, "梨园晚报记者报道。", Role.FRAME)).found == ()
    assert found("梨园", (2020, "梨园：种梨的园子。", Role.APPENDIX)).found == ()


def test_an_alias_counts_and_is_told():
    result = found(
        "梨改果", (2019, "梨园税改征果园税试点。"), (2020, "“梨改果”试点。"), variants=["梨园税改征果园税"]
    )
    assert [(each.use.year, each.form) for each in result.found] == [
        (2019, "梨园税改征果园税"),
        (2020, "梨改果"),
    ]


def test_of_overlapping_forms_the_longer_is_one_use():
    result = found("果业政策", (2020, "积极的果业政策。"), variants=["积极的果业政策"])
    assert [each.form for each in result.found] == ["积极的果业政策"]


@pytest.mark.parametrize("phrase", ["改", "“改”", " ", "＋"])
def test_one_character_is_no_phrase(phrase):
    with pytest.raises(ValueError, match=re.escape(phrase)):
        ask(phrase)


# -- regular expressions --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "printed"),
    [
        ("稳健.{0,4}的土地政策", ["稳健的土地政策", "稳健中性的土地政策"]),
        ("[０-９]+%", ["6%"]),
        ("政策$", ["政策"]),
        ("x*", []),
    ],
)
def test_a_pattern_meets_the_folded_text(pattern, printed):
    text = "稳健的土地政策，稳健中性的土地政策；增长６％，实施政策"
    result = find_uses([report_of(2020, text)], ask_pattern(pattern))
    assert [presence_form(each.use.printed) for each in result.found] == printed


def test_what_is_no_pattern_is_an_error():
    with pytest.raises(re.error):
        ask_pattern("稳健(")


# -- near forms -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "text", "near"),
    [
        ("分享型果园", "发展分享果园。", "分享果园"),
        ("中性的土地政策", "实施稳健的土地政策。", "稳健的土地政策"),
        ("房住不炒", "坚持房子是用来住的、不是用来炒的。", "房子是用来住的、不是用来炒"),
        ("梨改果", "推进梨园税改征果园税。", "梨园税改征果"),
        ("元宇宙", "发展梨产业，修路架桥。", None),
        ("数字梨园", "发展海洋渔业。", None),
    ],
)
def test_what_comes_near_a_phrase_that_is_not_there(phrase, text, near):
    result = found(phrase, (2020, text))
    assert result.found == ()
    assert [one.text for one in result.near][:1] == ([near] if near else [])


def test_nothing_is_near_where_the_phrase_is():
    assert found("分享果园", (2020, "发展分享果园。分享型果园。")).near == ()


@given(st.text("梨园建设改造高质量提，。 “”", max_size=40), st.text("梨园建设高质量", min_size=2, max_size=4))
def test_every_use_quotes_the_report_and_is_the_phrase(text, phrase):
    report = report_of(2020, text)
    for each in find_uses([report], ask(phrase)).found:
        assert presence_form(report.quote(each.use.span)) == presence_form(phrase)
