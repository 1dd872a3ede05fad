"""When there is no verdict: years, places and doubts; and what a place in a file is called."""

import pytest
from msgspec.structs import replace

from corpora.model import Doubt, TextKind
from reports.gate.lines import tell
from reports.gate.readings import reading_problems, situation_of
from reports.gate.rules import ReadingLimits, Situation, Years
from reports.gate.verdict import State


def reports(gate, earlier=2030, later=2031, places=("云梧市", "云梧市")):
    one, other = gate.read(gate.base), gate.read(gate.base)
    return replace(one, year=earlier, place=places[0]), replace(other, year=later, place=places[1])


@pytest.mark.parametrize(
    ("years", "earlier", "later", "fits"),
    [
        (Years.ORDERED, 2030, 2031, True),
        (Years.ORDERED, 2031, 2031, True),
        (Years.ORDERED, 2020, 2031, True),
        (Years.ORDERED, 2032, 2031, False),
        (Years.CONSECUTIVE, 2030, 2031, True),
        (Years.CONSECUTIVE, 2029, 2031, False),
        (Years.CONSECUTIVE, 2031, 2031, False),
        (Years.SAME, 2031, 2031, True),
        (Years.SAME, 2030, 2031, False),
        (Years.ANY, 2040, 2031, True),
    ],
)
def test_years(gate, years, earlier, later, fits):
    found = reading_problems(*reports(gate, earlier, later), ReadingLimits(years))
    assert [problem.code for problem in found] == ([] if fits else ["years"])


@pytest.mark.parametrize(
    ("places", "fits"),
    [
        (("云梧市", "云梧市"), True),
        (("粤东省云梧市", "云梧市"), True),  # a longer name of the same place
        (("云梧市", "云澜市"), False),
        (("全国", "云梧市"), False),
    ],
)
def test_places(gate, places, fits):
    pair = reports(gate, places=places)
    assert [each.code for each in reading_problems(*pair, ReadingLimits())] == ([] if fits else ["places"])
    assert reading_problems(*pair, ReadingLimits(same_place=False)) == ()


@pytest.mark.parametrize(
    ("doubts", "limits", "codes"),
    [
        ([Doubt("no-headings", "")], {"no-headings": 0}, ["no-headings"]),
        ([Doubt("no-headings", "")], {"no-headings": 1}, []),
        ([Doubt("no-headings", "")], {}, []),
        ([Doubt("bad-characters", "21")], {"bad-characters": 20}, ["bad-characters"]),
        ([Doubt("bad-characters", "20")], {"bad-characters": 20}, []),
        ([Doubt("numbering-gap", "a")] * 3, {"numbering-gap": 2}, ["numbering-gap"]),
        ([Doubt("unheard-of", "")], {"no-headings": 0}, []),
    ],
)
@pytest.mark.parametrize("side", ["earlier", "later"])
def test_doubts(gate, doubts, limits, codes, side):
    one, other = reports(gate)
    if side == "earlier":
        one = replace(one, doubts=tuple(doubts))
    else:
        other = replace(other, doubts=tuple(doubts))
    found = reading_problems(one, other, ReadingLimits(doubts=limits))
    assert [(problem.code, problem.side) for problem in found] == [(code, side) for code in codes]


@pytest.mark.parametrize(
    ("earlier", "places", "situation"),
    [
        (2030, ("云梧市", "云梧市"), Situation.YEARLY),
        (2031, ("云梧市", "云梧市"), Situation.DRAFT),
        (2031, ("云澜市", "云梧市"), Situation.YEARLY),
    ],
)
def test_two_texts_of_one_year_are_drafts(gate, earlier, places, situation):
    assert situation_of(*reports(gate, earlier, places=places)) is situation


def test_a_report_and_its_digest_are_no_drafts_of_each_other(gate):
    one, other = reports(gate, 2031)
    assert situation_of(one, replace(other, kind=TextKind.DIGEST)) is Situation.YEARLY


@pytest.mark.parametrize(
    ("name", "form", "path", "has_lines"),
    [
        ("later.txt", "txt", "later.txt", True),
        ("later.md", "md", "later.md", True),
        ("later.docx", "docx", "later.docx", False),
        ("later.html", "html", "later.html", False),
        ("all.zip!2031/later.txt", "txt", "all.zip", False),
    ],
)
def test_lines_are_told_of_text_files_alone(gate, name, form, path, has_lines):
    check = gate.check(gate.base, gate.edit(("146公里", "164公里")))
    texts = check.texts
    source = replace(texts.later.work_report.source, name=name, format=form)
    later = replace(texts.later, work_report=replace(texts.later.work_report, source=source))
    named = replace(check, texts=replace(texts, later=later), names=("earlier.txt", name))
    assert named.state is State.FAILED
    for line in tell(named, "zh").lines:
        assert line.location.path == path
        assert (line.location.line is not None) is has_lines


OURS, THEIRS = "<<<<<<< HEAD\n", "=======\n建设夜间消费街区6条。\n>>>>>>> branch\n"


@pytest.mark.parametrize(
    ("before", "after", "conflicts"),
    [
        (OURS, THEIRS, ["1"]),
        (OURS.replace("\n", "\r\n"), THEIRS.replace("\n", "\r\n"), ["1"]),
        (OURS, "", []),
        ("", THEIRS, []),
        ("<<<<<<<\n", "=======\n>>>>>>>\n", []),  # a line that is drawn
        ("", "", []),
    ],
)
def test_both_texts_of_a_merge_are_no_report(gate, before, after, conflicts):
    line = "办好梧桐文化旅游节，开通旅游专线8条，把游客留在云梧。\n"
    read = gate.read(gate.edit((line, before + line + after)))
    assert [each.detail for each in read.doubts if each.code == "merge-conflict"] == conflicts
    problems = [each.code for each in reading_problems(gate.read(gate.base), read, ReadingLimits())]
    assert ("merge-conflict" in problems) == bool(conflicts)
