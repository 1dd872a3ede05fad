"""Standards and floors as files; the verb that measures, its exit codes, and the repository's own standards."""

import json
from pathlib import Path

import pytest

from compare.evaluation.ablation import signs
from compare.evaluation.figures import Counts, Share
from corpora.errors import SourceError, UsageError
from reports.cli.main import run
from reports.evaluation.floors import Floors, fallen, read_floors, renewed_floors, written_floors
from reports.evaluation.gold_files import read_gold
from reports.evaluation.words import word
from scripts.gold import DATA, standards

ROOT = Path(__file__).resolve().parent.parent.parent
OWN = ROOT / "evaluation"
TARGETS = {"old": [], "new": [{"text": "增长5%", "value": 5, "unit": "%", "qualifier": None}]}


def write(folder, name, content):
    (folder / name).write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")


def test_own_standards_are_the_answer_key():
    key = json.loads((DATA / "answer-key.json").read_text(encoding="utf-8"))
    written = {path.name: path.read_text(encoding="utf-8") for path in (OWN / "gold").glob("*.json")}

    assert standards(key) == written, "run `make gold`"


def test_own_standards_hold_their_floors(capsys):
    code = run(["evaluate", str(OWN / "gold"), "--floors", str(OWN / "floors.json"), "--format", "json"])

    document = json.loads(capsys.readouterr().out)
    assert document["fallen"] == []
    assert code == 0
    assert document["mutations"]["figures"]["moved"]["recall"] >= 0.95
    assert {each["subject"] for each in document["pairs"]} == {"alignment", "phrases", "targets", "promises"}
    assert document["pooled"]["alignment"]["measure"]["f1"] > document["plain"]["measure"]["f1"]
    assert list(document["ablation"]) == list(signs())


# -- which reports a standard is about ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("own", "index", "place", "sources"),
    [
        ({"earlier": "甲:2024", "later": "乙:2025"}, "", None, ("甲:2024", "乙:2025")),
        ({"earlier": "a.txt", "later": "乙:2025"}, "", None, ("{folder}/a.txt", "乙:2025")),
        ({}, 'earlier = "甲:2024"\nlater = "x/b.txt"', None, ("甲:2024", "{folder}/x/b.txt")),
        (
            {"earlier": "a.txt", "later": "b.txt"},
            'later = "c.txt"',
            None,
            ("{folder}/a.txt", "{folder}/c.txt"),
        ),
        ({}, "", "全国", ("全国:2024", "全国:2025")),
        ({"earlier": "甲:2023"}, "", "全国", ("甲:2023", "全国:2025")),
    ],
)
def test_sources(tmp_path, own, index, place, sources):
    write(tmp_path, "targets-2024_2025.json", TARGETS | own)
    if index:
        write(tmp_path, "index.toml", f'[files."targets-2024_2025.json"]\n{index}')

    file = read_gold(tmp_path, place).files[0]
    assert (file.earlier, file.later) == tuple(each.format(folder=tmp_path) for each in sources)


def test_terms_name_their_years(tmp_path):
    write(
        tmp_path, "newterms-2025.json", {"year": 2025, "compare_with": 2023, "terms": ["甲"], "not_new": []}
    )

    file = read_gold(tmp_path, "全国").files[0]
    assert (file.earlier, file.later) == ("全国:2023", "全国:2025")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("targets-2024_2025.json", TARGETS, "does not tell its earlier report"),
        ("targets-2024_2025.json", "{", "is no JSON"),
        ("targets-x.json", {"old": []}, "is no standard of targets"),
        (
            "alignment-x.json",
            {"old_units": [{"id": "o1", "anchor": "甲", "level": "chapter", "role": "plan"}]},
            "is no standard of alignment",
        ),
        ("promises-x.json", [{"promise": "甲"}], "is no standard of promises"),
        ("phrases-x.json", [], "is no standard of phrases"),
        (
            "judged-x.json",
            {"targets": {"right": ["物价 2%"], "wrong": ["物价 2%"]}},
            "judged right and wrong: 物价 2%",
        ),
    ],
)
def test_what_is_wrong_with_a_standard_is_told(tmp_path, name, content, message):
    write(tmp_path, name, content)
    with pytest.raises(SourceError, match=message):
        read_gold(tmp_path)


def test_a_folder_without_standards(tmp_path):
    write(tmp_path, "outline-x.json", {})
    with pytest.raises(UsageError, match="holds no standard"):
        read_gold(tmp_path)


def test_a_standard_is_not_written_over(tmp_path, capsys):
    name = "targets-2024_2025.json"
    write(tmp_path, name, TARGETS | {"earlier": "a.txt", "later": "b.txt"})
    before = (tmp_path / name).read_bytes()

    assert run(["evaluate", str(tmp_path), "-o", str(tmp_path / name)]) == 2
    assert "Write to another file" in capsys.readouterr().err
    assert (tmp_path / name).read_bytes() == before


def test_the_digest_is_of_the_standards_alone(tmp_path):
    write(tmp_path, "targets-2024_2025.json", TARGETS)
    before = read_gold(tmp_path, "甲").digest
    write(tmp_path, "notes.json", {})
    assert read_gold(tmp_path, "甲").digest == before
    assert read_gold(tmp_path, "甲").others == ("notes.json",)
    write(tmp_path, "targets-2024_2025.json", TARGETS | {"note": "read again"})
    assert read_gold(tmp_path, "甲").digest != before


# -- floors ------------------------------------------------------------------------------------------

NOW = {"a": Counts(9, 1, 10), "b": Share(1, 10, is_fault=True)}


@pytest.mark.parametrize(
    ("floors", "figures"),
    [
        ({"a": 0.9, "b": 0.1}, []),
        ({"a": 0.8, "b": 0.2}, []),
        ({"a": 0.9001}, ["a"]),
        ({"b": 0.0999}, ["b"]),
        ({"gone": 0.0}, ["gone"]),
    ],
)
def test_what_has_fallen(floors, figures):
    assert [each.figure for each in fallen(Floors("x", floors), NOW)] == figures


@pytest.mark.parametrize(
    ("before", "reason", "after", "rows"),
    [
        (None, None, {"a": 0.9, "b": 0.1}, 0),
        (Floors("x", {"a": 0.8}), None, {"a": 0.9, "b": 0.1}, 0),
        (Floors("x", {"a": 0.95, "b": 0.0}), "another rule", {"a": 0.9, "b": 0.1}, 2),
        (Floors("x", {"gone": 0.5}), "no longer measured", {"a": 0.9, "b": 0.1}, 1),
        (Floors("y", {"a": 0.8}), "more standards", {"a": 0.9, "b": 0.1}, 1),
    ],
)
def test_renewing(before, reason, after, rows):
    renewed = renewed_floors(before, "x", NOW, reason)
    assert (renewed.digest, dict(renewed.floors), len(renewed.history)) == ("x", after, rows)
    assert fallen(renewed, NOW) == ()


@pytest.mark.parametrize(
    "before", [Floors("x", {"a": 0.95}), Floors("x", {"b": 0.0}), Floors("y", {"a": 0.1})]
)
def test_nothing_is_lowered_without_a_reason(before):
    with pytest.raises(UsageError, match="--update"):
        renewed_floors(before, "x", NOW, None)


def test_floors_are_read_as_written(tmp_path):
    floors = Floors("x", {"a": 0.5}, ({"what": "a", "reason": "甲"},))
    write(tmp_path, "floors.json", written_floors(floors))
    assert read_floors(tmp_path / "floors.json") == floors
    assert read_floors(tmp_path / "none.json") is None
    write(tmp_path, "floors.json", "[]")
    with pytest.raises(SourceError, match="holds no floors"):
        read_floors(tmp_path / "floors.json")


# -- the verb ----------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path):
    """A folder with one small standard on two reports of the sample."""
    for year in (2024, 2025):
        (tmp_path / f"{year}.txt").write_bytes((DATA / f"lanchuan-{year}.txt").read_bytes())
    gold = json.loads((OWN / "gold" / "targets-2024_2025.json").read_text(encoding="utf-8"))
    write(tmp_path, "targets-2024_2025.json", gold | {"earlier": "2024.txt", "later": "2025.txt"})
    return tmp_path


def evaluate(folder, *arguments):
    return run(["evaluate", str(folder), "--copies", "0", *arguments])


def test_floors_go_up_and_stay(folder, capsys):
    file = folder / "kept" / "floors.json"
    file.parent.mkdir()
    floors = ["--floors", str(file)]

    assert evaluate(folder, *floors) == 2
    assert evaluate(folder, *floors, "--update") == 0
    assert evaluate(folder, *floors) == 0

    kept = json.loads(file.read_text(encoding="utf-8"))
    write(file.parent, "floors.json", kept | {"floors": {"targets.found": 1.5}})
    assert evaluate(folder, *floors) == 1
    assert "targets.found  1.5000" in capsys.readouterr().out
    assert evaluate(folder, *floors, "--update") == 2
    assert evaluate(folder, *floors, "--update", "--reason", "a slip") == 0
    assert json.loads(file.read_text(encoding="utf-8"))["history"] == [
        {"what": "targets.found", "from": 1.5, "to": 1.0, "reason": "a slip"}
    ]

    write(
        folder,
        "targets-2024_2025.json",
        (folder / "targets-2024_2025.json").read_text(encoding="utf-8") + " ",
    )
    assert evaluate(folder, *floors) == 2
    assert "other standards" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["--update"],
        ["--reason", "x"],
        ["--floors", "f.json", "--reason", "x"],
        ["--format", "html"],
        ["--floors", "none/f.json", "--update"],
    ],
)
def test_options_that_do_not_fit(folder, arguments, monkeypatch):
    monkeypatch.chdir(folder)
    assert evaluate(folder, *arguments) == 2
    assert not (folder / "f.json").exists()


@pytest.mark.parametrize(
    ("language", "words"), [("en", ("Targets", "value right")), ("zh", ("目标", "数值正确"))]
)
def test_both_languages_in_80_columns(folder, capsys, language, words):
    from rich.cells import cell_len

    assert run(["evaluate", str(folder), "--copies", "1", "--lang", language]) == 0
    printed = capsys.readouterr().out
    assert all(each in printed for each in words)
    assert max(cell_len(line) for line in printed.splitlines()) <= 80
    assert "…" not in printed


def test_the_same_bytes_twice(folder, capsys):
    printed = set()
    for _ in range(2):
        assert run(["evaluate", str(folder), "--copies", "1", "--format", "json"]) == 0
        printed.add(capsys.readouterr().out)
    assert len(printed) == 1


def test_words_have_two_languages():
    assert word("measure", "zh") != word("measure", "en")
    assert word("across_review", "zh") == "across_review"
