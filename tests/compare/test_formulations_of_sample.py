"""The formulations of the sample corpus, against what it was written to hold (corpora/data/answer-key.json)."""

import json
from importlib.resources import files
from itertools import pairwise

import pytest

from compare.comparison import compare_reports
from compare.formulations.folding import presence_form
from compare.formulations.statuses import find_formulations
from compare.model import PhraseStatus
from corpora.reading import read_work_report

DATA = files("corpora") / "data"
KEY = json.loads((DATA / "answer-key.json").read_text(encoding="utf-8"))
FILES = {entry["year"]: entry["file"] for entry in KEY["reports"]}
PAIRS = list(pairwise(sorted(FILES)))
TOP = 20  # a phrase the key names is among the first of its status


@pytest.fixture(scope="module")
def found():
    reports = {year: read_work_report(str(DATA / name)) for year, name in FILES.items()}
    changes = {}
    for earlier, later in PAIRS:
        links = compare_reports(reports[earlier], reports[later]).links
        history = [side for year, side in reports.items() if year < earlier]
        changes[earlier, later] = find_formulations(reports[earlier], reports[later], links, history).changes
    return changes


def of_status(changes, status):
    return [change for change in changes if change.status is status]


def expected(entry, earlier, later):
    """What the key's years of a phrase say of a pair, or None when neither report has it."""
    in_earlier, in_later = earlier in entry["years"], later in entry["years"]
    if in_later and not in_earlier:
        before = any(year < earlier for year in entry["years"])
        return PhraseStatus.RETURNING if before else PhraseStatus.NEW
    if in_earlier and not in_later:
        return PhraseStatus.DROPPED
    return PhraseStatus.CARRIED if in_earlier else None


@pytest.mark.parametrize("pair", PAIRS)
def test_what_came_went_and_came_back(found, pair):
    for entry in KEY["formulations"]:
        status = expected(entry, *pair)
        if entry["kind"] == "reworded" or status in {None, PhraseStatus.CARRIED}:
            continue
        form = presence_form(entry["text"])
        told = of_status(found[pair], status)
        if status is not PhraseStatus.DROPPED:  # what a review no longer repeats is named far down
            told = told[:TOP]
        hits = [one for one in told if form in presence_form(one.text) or presence_form(one.text) in form]
        assert hits, (entry["text"], status)
        if status is PhraseStatus.RETURNING:
            years = [year for year in entry["years"] if year < pair[0]]
            assert (hits[0].first_year, hits[0].last_year) == (min(years), max(years))


@pytest.mark.parametrize("pair", PAIRS)
def test_what_is_carried_is_never_told_as_changed(found, pair):
    for entry in KEY["formulations"]:
        if expected(entry, *pair) is PhraseStatus.CARRIED:
            changed = [
                change
                for change in found[pair]
                if change.status in {PhraseStatus.NEW, PhraseStatus.DROPPED, PhraseStatus.RETURNING}
                and presence_form(change.text) == presence_form(entry["text"])
            ]
            assert not changed


@pytest.mark.parametrize("pair", PAIRS)
def test_what_was_reworded(found, pair):
    for entry in KEY["formulations"]:
        if (
            entry["kind"] != "reworded"
            or pair[1] not in entry["years"]
            or pair[0] not in entry["earlier_text_years"]
        ):
            continue
        forms = presence_form(entry["earlier_text"]), presence_form(entry["text"])
        assert any(
            forms[0] in presence_form(change.earlier_text) and forms[1] in presence_form(change.later_text)
            for change in of_status(found[pair], PhraseStatus.REWORDED)
        ), entry["text"]
