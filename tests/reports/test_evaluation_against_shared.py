"""The figures are those of ../shared/eval/score.py on the same reports; skipped where that is missing."""

import importlib.util
import json

import pytest
from msgspec.structs import replace

from compare.comparison import compare_with_many
from compare.evaluation.figures import Counts
from compare.evaluation.measuring import measured
from compare.model import FormulationChange, PhraseStatus
from corpora.reading import read_work_report
from reports.documents.comparison import comparison_document
from reports.evaluation.gold_files import Subject, read_gold

# Our figure → theirs. Theirs of the outline are one a side and are compared apart.
NAMES = {
    Subject.TARGETS: {"found": "found", "value": "value_right", "unit": "unit_right", "qualifier": "qualifier_right"},
    Subject.PROMISES: {"found": "found", "status": "status_right", "linked": "reported_linked_right", "silent": "silent_right"},
    Subject.NEW_TERMS: {"terms": "recall_at_150", "old_terms": "old_terms_told_as_new"},
    Subject.PHRASES: {
        "new": "new_recall_at_150", "dropped": "dropped_recall_at_150", "pairs": "reworded_pair_recall", "carried": "carried_told_as_changed",
        "new_in_old": "new_that_stand_in_old", "dropped_in_new": "dropped_that_stand_in_new",
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def score(shared):
    spec = importlib.util.spec_from_file_location("score_of_evaluation", shared / "eval" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def gold_folder(shared):
    return read_gold(shared / "gold", "全国")


@pytest.fixture(scope="module")
def compared(shared):
    """Compares two years' national reports, each pair once."""
    known = {}

    def compare(earlier, later):
        if (earlier, later) not in known:
            sides = [
                read_work_report(shared / "corpus" / "national" / f"{name.rpartition(':')[2]}.txt")
                for name in (earlier, later)
            ]
            known[earlier, later] = compare_with_many(sides[:1], sides[1])
        return known[earlier, later]

    return compare


def with_phrases(comparison):
    """The comparison with some formulations, so that there is something to measure in any case."""
    pair = comparison.pairs[0]
    if pair.phrases:
        return comparison
    texts = ("适度宽松的货币政策", "投资于人", "稳中求进工作总基调", "6G", "乡村全面振兴")
    made = [
        FormulationChange(text, status, "积极的财政政策", "更加积极的财政政策", 1, 1, weight, None, None, (), (), "quoted")
        for weight, status in enumerate(PhraseStatus)
        for text in texts
    ]  # fmt: skip
    return replace(comparison, pairs=(replace(pair, phrases=tuple(made)),))


@pytest.mark.parametrize("subject", [each for each in Subject if each is not Subject.JUDGED])
def test_figures_are_those_of_the_scorer(shared, score, gold_folder, compared, subject):
    files = [each for each in gold_folder.files if each.subject is subject]
    assert files
    for file in files:
        comparison = with_phrases(compared(file.earlier, file.later))
        mine = measured(file.gold, comparison.pairs[0])
        document = json.loads((shared / "gold" / f"{file.name}.json").read_text(encoding="utf-8"))
        theirs = getattr(score, subject.value)(document, comparison_document(comparison))
        if subject is Subject.ALIGNMENT:
            assert_same_alignment(mine, theirs)
        else:
            assert {NAMES[subject][name]: round(each.value, 4) for name, each in mine.items()} == {
                name: value for name, value in theirs.items() if name != "listed"
            }, file.name


def assert_same_alignment(mine, theirs):
    for name, figure in mine.items():
        if isinstance(figure, Counts):
            assert {
                "precision": round(figure.precision, 4), "recall": round(figure.recall, 4), "f1": round(figure.value, 4),
                "hit": figure.hit, "wrong": figure.wrong, "gold": figure.gold,
            } == theirs[name], name  # fmt: skip
    for name, key in (("units", "found"), ("starts", "starts_right"), ("roles", "role_right")):
        sides = [theirs[side][key] for side in ("outline_old", "outline_new")]
        assert min(sides) <= mine[name].value <= max(sides)


def test_other_files_are_told(gold_folder):
    assert [name.partition("-")[0] for name in gold_folder.others] == ["outline"]
