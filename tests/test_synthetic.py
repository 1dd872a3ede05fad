"""The made-up corpora that size is measured with: the same by a seed, and reports like any other."""

from corpora.store import read_corpus
from scripts.bench import Row, table, times
from scripts.synthetic import FIRST_YEAR, corpus


def written(folder):
    return {path.name: path.read_bytes() for path in folder.glob("*.txt")}


def test_the_same_seed_writes_the_same_and_another_does_not(tmp_path):
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        corpus(tmp_path / name, places=2, years=3, characters=8000, seed=seed)
    a, b, c = (written(tmp_path / name) for name in "abc")

    assert a == b
    assert a.keys() == c.keys()
    assert all(a[name] != c[name] for name in a)


def test_a_city_is_the_same_however_many_there_are(tmp_path):
    corpus(tmp_path / "few", places=1, years=2, characters=8000)
    corpus(tmp_path / "many", places=3, years=2, characters=8000)

    assert written(tmp_path / "few").items() <= written(tmp_path / "many").items()


def test_they_read_as_the_reports_they_are_said_to_be(tmp_path):
    total = corpus(tmp_path, places=2, years=4, characters=12_000)
    found = read_corpus(tmp_path)

    assert [entry.problem for entry in found.entries] == [""] * 8
    assert {report.year for report in found.work_reports} == set(range(FIRST_YEAR, FIRST_YEAR + 4))
    assert len({report.place for report in found.work_reports}) == 2
    assert [entry.doubts for entry in found.entries] == [()] * 8
    assert all(11_000 < len(report.text) < 13_500 for report in found.work_reports)
    assert total == sum(len(path.read_text(encoding="utf-8")) for path in tmp_path.glob("*.txt"))


def test_next_years_report_carries_on_most_and_not_all(tmp_path):
    corpus(tmp_path, places=1, years=2, characters=20_000)
    earlier, later = (set(report.text.split("\n")) for report in read_corpus(tmp_path).work_reports)
    assert 0.15 < len(earlier & later) / len(later) < 0.8


def test_the_table_of_benchmarks():
    rows = [Row("compare", "a matrix", times(3.0, 2.0), "of 5,000 characters")]
    assert table(rows).splitlines()[-1] == "| compare | a matrix | 1.5 × | of 5,000 characters |"
