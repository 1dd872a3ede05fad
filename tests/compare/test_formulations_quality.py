"""How much of what careful readers named is found in real reports, where they stand beside the checkout."""

import importlib.util
import json

import pytest

from compare.comparison import compare_reports
from compare.formulations.statuses import find_formulations
from corpora.reading import read_work_report

PHRASE_PAIRS = [(2024, 2025), (2016, 2017)]
TERM_YEARS = (2015, 2019, 2024, 2025)
# Floors only go up; the first 150 of each status are judged.
FLOORS = {"new_recall_at_150": 0.75, "dropped_recall_at_150": 0.70, "reworded_pair_recall": 0.60}
NEVER = ("carried_told_as_changed", "new_that_stand_in_old", "dropped_that_stand_in_new")
TERMS_FLOOR = 0.80


@pytest.fixture(scope="module")
def national(shared):
    paths = {int(path.stem): path for path in (shared / "corpus" / "national").glob("*.txt")}
    return lambda year: read_work_report(str(paths[year])), sorted(paths)


@pytest.fixture(scope="module")
def score(shared):
    spec = importlib.util.spec_from_file_location("score", shared / "eval" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def document(earlier, later, changes):
    """As much of the JSON document as the scoring looks at."""
    return {
        "earlier": {"units": [{"text": unit.text} for unit in earlier.units]},
        "later": {"units": [{"text": unit.text} for unit in later.units]},
        "phrases": [
            {
                "text": change.text,
                "status": change.status.value,
                "earlier_text": change.earlier_text,
                "later_text": change.later_text,
                "weight": change.weight,
            }
            for change in changes
        ],
    }


@pytest.mark.parametrize("pair", PHRASE_PAIRS)
def test_formulations_of_a_pair(shared, national, score, pair):
    read, _ = national
    earlier, later = map(read, pair)
    changes = find_formulations(earlier, later, compare_reports(earlier, later).links).changes
    gold = json.loads((shared / "gold" / f"phrases-{pair[0]}_{pair[1]}.json").read_text(encoding="utf-8"))
    figures = score.phrases(gold, document(earlier, later, changes))
    assert {name: figures[name] for name in NEVER} == dict.fromkeys(NEVER, 0)
    assert {name: figures[name] for name, floor in FLOORS.items() if figures[name] < floor} == {}


def test_terms_that_were_new_in_their_year(shared, national, score):
    read, years = national
    recalls = []
    for year in TERM_YEARS:
        earlier_year = max(one for one in years if one < year)
        earlier, later = read(earlier_year), read(year)
        history = [read(one) for one in years if one < earlier_year]
        gold = json.loads((shared / "gold" / f"newterms-{year}.json").read_text(encoding="utf-8"))
        figures = score.newterms(
            gold, document(earlier, later, find_formulations(earlier, later, (), history).changes)
        )
        assert figures["old_terms_told_as_new"] == 0
        recalls.append(figures["recall_at_150"])
    assert sum(recalls) / len(recalls) >= TERMS_FLOOR


def test_a_stance_that_came_back_names_its_years(national):
    read, years = national
    earlier, later = read(2024), read(2025)
    history = [read(year) for year in years if year < 2024]
    alone, known = (
        {change.status.value: change for change in changes if change.text == "适度宽松的货币政策"}
        for changes in (
            find_formulations(earlier, later).changes,
            find_formulations(earlier, later, (), history).changes,
        )
    )
    assert "new" in alone
    assert "new" not in known
    assert known["returning"].last_year == 2013


@pytest.mark.parametrize("pair", [(1999, 2000), (2005, 2006), (2010, 2011), (2018, 2019)])
def test_nothing_that_stands_in_the_other_text_is_told_as_gone_or_come(national, score, pair):
    read, _ = national
    earlier, later = map(read, pair)
    texts = [score.squeeze("".join(unit.text for unit in side.units)) for side in (earlier, later)]
    for change in find_formulations(earlier, later).changes:
        if change.status.value in {"new", "reworded"}:
            assert score.squeeze(change.later_text) not in texts[0]
        if change.status.value in {"dropped", "reworded"}:
            assert score.squeeze(change.earlier_text) not in texts[1]
