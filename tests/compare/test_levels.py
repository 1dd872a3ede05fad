"""A higher level's formulations in a lower level's report, on invented reports."""

import pytest
from msgspec.structs import replace

from compare.comparison import compare_reports
from compare.uptakes import UptakeKind
from corpora.model import Edition, Fact, Level, Origin, Role, Source, Span, TextKind, Unit, WorkReport

CENTRAL = (
    "实施梨产业振兴行动，建设现代化果业体系。推进“一村一园”建设，健全果品质量安全追溯制度。",
    "加快推进农村道路提质改造工程。培育新型果业经营主体。",
)
LOCAL = (
    "实施梨产业振兴行动，建设现代果业体系。推进“一村一园”建设。",
    "修缮县城河堤，整治老旧小区。",
)


def report_of(place, level, year, paragraphs):
    units, position = [], 0
    for number, text in enumerate(paragraphs, start=1):
        span = Span(position, position + len(text))
        units.append(
            Unit(f"m{number}", Level.MEASURE, Role.PLAN, "", None, None, None, span, span.start, text)
        )
        position = span.end + 1
    whole = "\n".join(paragraphs)
    source = Source(f"{place}{year}.txt", f"{place}{year}", "txt", "utf-8", whole)
    facts = (Fact("place", place, "title"), *((Fact("level", level, "name of the place"),) if level else ()))
    return WorkReport(
        f"{place}:{year}", place, year, "政府工作报告", TextKind.FULL, Edition.UNKNOWN, "zh", source, whole,
        Origin((0,), (0,)), tuple(units), (), facts,
    )  # fmt: skip


PROVINCE = report_of("甲省", "province", 2024, CENTRAL)
CITY = report_of("乙市", "city", 2025, LOCAL)


def kinds(change_report):
    return {one.text.strip("“”"): one.kind for one in change_report.uptakes}


def test_what_is_taken_up_adapted_and_absent():
    found = kinds(compare_reports(PROVINCE, CITY))
    assert found["梨产业振兴行动"] is UptakeKind.VERBATIM
    assert found["现代化果业体系"] is UptakeKind.ADAPTED
    assert any("追溯制度" in text and kind is UptakeKind.ABSENT for text, kind in found.items())
    assert not any("河堤" in text for text in found)  # the lower level's own is none of it


def test_the_words_of_both_sides_stand_where_the_spans_say():
    for one in compare_reports(PROVINCE, CITY).uptakes:
        assert one.side == "earlier"
        for span in one.spans[:1]:
            assert " ".join(PROVINCE.quote(span).split()) == one.text
        for span in one.local_spans[:1]:
            assert " ".join(CITY.quote(span).split()) == one.local_text
        assert bool(one.local_spans) is (one.kind is not UptakeKind.ABSENT)


def test_the_order_of_the_texts_does_not_matter():
    there, back = compare_reports(PROVINCE, CITY), compare_reports(CITY, replace(PROVINCE, year=2025))
    assert {one.side for one in back.uptakes} == {"later"}
    assert kinds(back)["梨产业振兴行动"] is kinds(there)["梨产业振兴行动"]
    assert kinds(back)["现代化果业体系"] is UptakeKind.ADAPTED


def test_what_the_place_said_before_stood_there_before():
    older = report_of("乙市", "city", 2022, ("实施梨产业振兴行动。",))
    elsewhere = report_of("丙市", "city", 2022, ("推进“一村一园”建设。",))
    found = {
        one.text.strip("“”"): one
        for one in compare_reports(PROVINCE, CITY, history=[older, elsewhere]).uptakes
    }
    assert (found["梨产业振兴行动"].kind, found["梨产业振兴行动"].since) == (UptakeKind.BEFORE, 2022)
    assert all(one.since is None for text, one in found.items() if "一村一园" in text)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (PROVINCE, report_of("丙省", "province", 2025, LOCAL)),  # one level
        (PROVINCE, report_of("乙市", None, 2025, LOCAL)),  # a level that is not told
        (PROVINCE, report_of("乙市", "city", 2026, LOCAL)),  # two years on
        (report_of("甲省", "province", 2025, CENTRAL), report_of("乙市", "city", 2024, LOCAL)),  # before it
    ],
)
def test_other_pairs_have_no_uptake(earlier, later):
    assert compare_reports(earlier, later).uptakes == ()
