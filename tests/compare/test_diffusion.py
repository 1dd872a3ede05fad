"""Who used a phrase first: as the reports at hand tell, and as far as they do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.history.concordance import ask, find_uses
from compare.history.diffusion import Course, trace_diffusion
from corpora.model import Edition, Level, Origin, Role, Source, Span, TextKind, Unit, WorkReport

PHRASE = "梨园经济"
WITH, WITHOUT = "发展梨园经济。", "发展苹果产业。"


def report(place, year, text):
    unit = Unit("m1", Level.MEASURE, Role.PLAN, "", None, None, None, Span(0, len(text)), 0, text)
    name = f"{place}{year}"
    return WorkReport(
        f"{place}:{year}", place, year, name, TextKind.FULL, Edition.UNKNOWN, "zh",
        Source(name, name, "txt", "utf-8", text), text, Origin((0,), (0,)), (unit,),
    )  # fmt: skip


def traced(*places, phrase=PHRASE):
    """Each place as (name, level, {year: whether its report has the phrase})."""
    return trace_diffusion(
        [
            (
                find_uses(
                    [report(name, year, WITH if has else WITHOUT) for year, has in years.items()],
                    ask(phrase),
                    near=False,
                ),
                level,
            )
            for name, level, years in places
        ]
    )


@pytest.mark.parametrize(
    ("years", "course", "first", "not_before", "pauses"),
    [
        ({2018: False, 2019: True}, Course.TOOK_UP, 2019, 2019, ()),
        ({2016: False, 2019: True}, Course.TOOK_UP, 2019, 2017, ()),  # no report of 2017 and 2018
        ({2019: True, 2020: True}, Course.AT_START, 2019, None, ()),  # since when is not known
        ({2018: False, 2019: True, 2020: False, 2021: True}, Course.TOOK_UP, 2019, 2019, (2020,)),
        ({2018: True, 2019: False}, Course.AT_START, 2018, None, (2019,)),
        ({2018: False, 2019: False}, Course.NEVER, None, None, ()),
    ],
)
def test_how_a_place_came_to_it(years, course, first, not_before, pauses):
    (one,) = traced(("澜川市", "city", years)).adoptions

    assert (one.course, one.first.year if one.first else None) == (course, first)
    assert (one.not_before, one.pauses) == (not_before, pauses)


def test_places_stand_in_the_order_in_which_they_came():
    told = traced(
        ("乙市", "city", {2018: False, 2020: True}),
        ("丁省", "province", {2018: False, 2019: False}),
        ("甲省", "province", {2018: False, 2020: True}),
        ("丙县", "county", {2018: False, 2019: True}),
    )

    assert [(one.place, one.lag) for one in told.adoptions] == [
        ("丙县", 0), ("甲省", 1), ("乙市", 1), ("丁省", None),
    ]  # fmt: skip
    assert [one.place for one in told.leaders] == ["丙县"]
    assert [one.place for one in told.users] == ["丙县", "甲省", "乙市"]


def test_years_behind_the_first_place_are_told_where_they_are_known():
    told = traced(
        ("甲市", "city", {2018: True}),  # in the first year of all, or before
        ("乙市", "city", {2018: False, 2020: True}),
        ("丙市", "city", {2020: True}),  # perhaps long before
    )

    assert {one.place: one.lag for one in told.adoptions} == {"甲市": 0, "乙市": 2, "丙市": None}


def test_who_has_no_report_from_before_is_named():
    told = traced(
        ("甲省", "province", {2018: False, 2019: True}),
        ("乙市", "city", {2018: False, 2020: True}),
        ("丙市", "city", {2019: False, 2020: True}),  # what it said in 2018 is not known
        ("丁市", "city", {2021: False}),
    )

    assert told.unknown_before == ("丙市", "丁市")
    assert traced(("甲市", "city", {2019: True}), ("乙市", "city", {2018: False})).unknown_before == ("甲市",)


def test_a_share_counts_places_whose_reports_have_begun():
    (course,) = traced(
        ("甲市", "city", {2018: False, 2019: True, 2020: False}),
        ("乙市", "city", {2020: True}),
        ("丙市", "city", {2018: False, 2020: False}),
    ).levels

    assert [(one.year, one.reports, one.using, one.begun, one.adopted) for one in course.years] == [
        (2018, 2, 0, 2, 0),
        (2019, 1, 1, 2, 1),
        (2020, 3, 1, 3, 2),
    ]
    assert [one.place for one in course.first] == ["甲市"]


def test_levels_stand_in_their_order_and_places_without_one_last():
    told = traced(
        ("某区域", None, {2018: True}), ("甲市", "city", {2018: False}), ("国", "national", {2018: False})
    )

    assert [one.level for one in told.levels] == ["national", "city", None]


def test_a_place_where_a_word_runs_over_the_phrase_has_not_used_it():
    reports = [report("甲市", 2018, "提高质量和效益。"), report("甲市", 2019, "推动高质量发展。")]
    (one,) = trace_diffusion([(find_uses(reports, ask("高质量"), near=False), "city")]).adoptions

    assert one.first
    assert one.first.year == 2019


def test_nobody_used_it():
    told = traced(("甲市", "city", {2018: False}), ("乙市", "city", {2019: False}))

    assert told.users == told.leaders == told.unknown_before == ()
    assert [one.adopted for course in told.levels for one in course.years] == [0, 0]


@given(
    st.dictionaries(
        st.sampled_from(["甲市", "乙市", "丙市", "丁市"]),
        st.dictionaries(st.integers(2010, 2016), st.booleans(), min_size=1),
        min_size=1,
    )
)
def test_shares_never_shrink_but_for_places_that_begin(corpus):
    told = traced(*((name, "city", years) for name, years in corpus.items()))
    (course,) = told.levels
    adopted = [one.adopted for one in course.years]

    assert adopted == sorted(adopted)
    assert all(one.using <= one.reports and one.adopted <= one.begun <= course.places for one in course.years)
    assert adopted[-1] == len(told.users) == sum(any(years.values()) for years in corpus.values())
    assert all(one.lag >= 0 for one in told.users if one.lag is not None)
    assert all(one.lag is not None for one in told.users if one.course is Course.TOOK_UP)
