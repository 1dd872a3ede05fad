"""A folder of the user's files: every file is an entry, and reports are found by place and year."""

import csv
import os

import pytest

from corpora.errors import SourceError, UsageError
from corpora.model import Edition, TextKind
from corpora.store import is_named, read_corpus


def test_every_file_is_an_entry(corpus):
    entries = {entry.file: entry for entry in read_corpus(corpus).entries}

    assert list(entries) == [
        "2024.zip!二〇二四/报告.txt",
        "2025.txt",
        "sub/2025.docx",
        "letter.txt",
        "page.ofd",
    ]
    assert {file: entry.work_report.id for file, entry in entries.items() if entry.work_report} == {
        "2024.zip!二〇二四/报告.txt": "澜川市:2024", "2025.txt": "澜川市:2025", "sub/2025.docx": "澜川市:2025",
    }  # fmt: skip
    assert "does not look like" in entries["letter.txt"].problem
    assert ".ofd" in entries["page.ofd"].problem


def test_a_folder_that_is_not_looked_into_is_an_entry(corpus, tmp_path):
    (corpus / "elsewhere").symlink_to(tmp_path)
    (corpus / "gone.txt").symlink_to("nowhere.txt")
    entries = {entry.file: entry.problem for entry in read_corpus(corpus).entries}

    assert entries["elsewhere"] == "is a link to a folder, which is not followed"
    assert entries["gone.txt"] == "there is no such file"
    assert "sub" not in entries


@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="nothing is closed to root")
def test_a_folder_that_cannot_be_opened_is_an_entry(corpus):
    (corpus / "sub").chmod(0)
    try:
        entries = {entry.file: entry.problem for entry in read_corpus(corpus).entries}
    finally:
        (corpus / "sub").chmod(0o755)

    assert entries["sub"] == "is a folder that cannot be opened"


def test_the_same_text_twice_is_told(corpus):
    doubts = {entry.file: entry.doubts for entry in read_corpus(corpus).entries}

    assert [(doubt.code, doubt.detail) for doubt in doubts["2025.txt"]] == [("same-text", "sub/2025.docx")]


def test_another_text_of_a_year_is_told(corpus, paragraphs):
    (corpus / "2025b.txt").write_text("\n".join(paragraphs).replace("5.2%", "5.3%"), encoding="utf-8")
    doubts = {entry.file: entry.doubts for entry in read_corpus(corpus).entries}

    assert ("another-text", "2025.txt") in {(doubt.code, doubt.detail) for doubt in doubts["2025b.txt"]}
    with pytest.raises(UsageError, match="several texts") as caught:
        read_corpus(corpus).named("澜川:2025")
    assert "2025b.txt" in caught.value.hint


@pytest.mark.parametrize("name", ["澜川市:2025", "澜川:2025", "澜川市：2025", " 澜川市 : 2025"])
def test_a_report_is_found_by_place_and_year(name, corpus):
    assert read_corpus(corpus).named(name).id == "澜川市:2025"


def test_an_unknown_name_is_answered_with_the_nearest(corpus):
    with pytest.raises(UsageError, match="no such report") as caught:
        read_corpus(corpus).named("澜江市:2025")
    assert "澜川市:2025" in caught.value.hint


def test_reports_before_one_are_told_once_each(corpus, report_of_2024):
    (corpus / "copy.txt").write_bytes(report_of_2024)
    found = read_corpus(corpus)

    assert [each.id for each in found.before(found.named("澜川:2025"))] == ["澜川市:2024"]
    assert found.before(found.named("澜川:2024")) == ()


MANIFESTS = {
    "manifest.csv": "file,place,year,kind,edition,note\r\n2025.txt,永安县,2022,full,adopted,x\r\nno.txt,,,,,\r\n",
    "manifest.toml": '[[report]]\nfile = "2025.txt"\nplace = "永安县"\nyear = 2022\nkind = "full"\nedition = "adopted"\n[[report]]\nfile = "no.txt"\n',
}


@pytest.mark.parametrize("name", MANIFESTS)
def test_a_manifest_sets_facts(name, corpus):
    (corpus / name).write_text(MANIFESTS[name], encoding="utf-8")
    entries = {entry.file: entry for entry in read_corpus(corpus).entries}
    report = entries["2025.txt"].work_report

    assert (report.id, report.kind, report.edition) == ("永安县:2022", TextKind.FULL, Edition.ADOPTED)
    assert {fact.found_in for fact in report.facts if fact.name in {"place", "year", "kind"}} == {"manifest"}
    assert "not there" in entries["no.txt"].problem


BROKEN = [
    ("manifest.csv", "place,year\n澜川市,2025\n", "names no file"),
    ("manifest.csv", "file,year\n2025.txt,next\n", r"of 2025\.txt it says what cannot be"),
    ("manifest.csv", "file,kind\n2025.txt,poem\n", "poem"),
    ("manifest.toml", "[[report\n", "no TOML"),
    ("manifest.toml", "report = 1\n", r"no \[\[report\]\]"),
]


@pytest.mark.parametrize(("name", "content", "problem"), BROKEN)
def test_a_manifest_that_cannot_be_understood(name, content, problem, corpus):
    (corpus / name).write_text(content, encoding="utf-8")

    with pytest.raises(SourceError, match=problem):
        read_corpus(corpus)


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(UsageError, match="no such folder"):
        read_corpus(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("山西:2025", True),
        ("山西省：2025", True),
        ("2025.txt", False),
        ("山西", False),
        ("a.zip!2025.txt", False),
    ],
)
def test_what_names_a_report(name, expected):
    assert is_named(name) is expected


def test_places_and_years_of_the_real_reports(shared, tmp_path):
    """The figure that is asked for is .95, with the manifest hidden."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for part in ("national", "provinces"):
        (folder / part).symlink_to(shared / "corpus" / part)
    with (shared / "corpus" / "manifest.csv").open(encoding="utf-8") as file:
        told = {row["file"]: f"{row['place']}:{row['year']}" for row in csv.DictReader(file)}
    found = {}
    for part in ("national", "provinces"):
        for entry in read_corpus(folder / part).entries:
            found[f"{part}/{entry.file}"] = entry.work_report and entry.work_report.id

    assert sum(found.get(file) == name for file, name in told.items()) >= 0.95 * len(told)
