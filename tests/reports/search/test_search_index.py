"""A search looks into a table of passages, and finds what it would find in the reports themselves."""

import os
import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from compare.history.concordance import ask, ask_pattern, find_uses
from corpora.cache import FOLDER
from corpora.store import read_corpus
from reports.cli.years import by_place
from reports.search import index as index_room
from reports.search.corpus import search_corpus
from reports.search.index import open_index

DATA = Path(__file__).resolve().parents[3] / "corpora" / "data"
LONG_AGO = 1_600_000_000


@pytest.fixture
def corpus(tmp_path):
    """The sample's reports, as they lie on somebody's disk since long ago, and a file that is none."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for file in sorted(DATA.glob("lanchuan-20??.txt")):
        shutil.copy(file, folder)
    (folder / "notes.txt").write_text("买菜。", encoding="utf-8")
    for file in folder.iterdir():
        os.utime(file, (LONG_AGO, LONG_AGO))
    return folder


@pytest.fixture
def read(monkeypatch):
    """The files that were read, not taken from the table."""
    files = []
    reading = index_room._read  # noqa: SLF001 - what is counted

    def counted(folder, listed, *more):
        files.append(listed.file)
        return reading(folder, listed, *more)

    monkeypatch.setattr(index_room, "_read", counted)
    return files


@pytest.fixture
def patient(monkeypatch):
    """As if any file had been looked at long after its last change."""
    monkeypatch.setattr(index_room, "_RACY", -(10**30))


def search(corpus, query, **options):
    return search_corpus(corpus, query, by_place, **options)


QUERIES = [
    ask("低空经济"),
    ask("高质量发展"),
    ask("政府"),
    ask("数字", ["智慧"]),
    ask("没有的词"),
    ask_pattern("增长.{1,4}%"),
    ask_pattern("^今年"),
    ask_pattern("。$"),
]


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.text)
def test_it_finds_what_is_found_in_the_reports(corpus, query):
    reports = read_corpus(corpus).work_reports
    in_reports = [
        find_uses([replace(one, source=replace(one.source, name=Path(one.source.name).name)) for one in group],
                  query, near=False)
        for group in by_place(reports)
    ]  # fmt: skip

    for _ in range(2):  # made, then kept
        assert list(search(corpus, query, near=False).concordances) == in_reports


@pytest.fixture
def two_places(corpus):
    """The same reports, and two of a second place that said the same."""
    for file in sorted(corpus.glob("lanchuan-202[45].txt")):
        text = file.read_text(encoding="utf-8").replace("澜川", "岚棠")
        (corpus / file.name.replace("lanchuan", "lantang")).write_text(text, encoding="utf-8")
    return corpus


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.text)
def test_uses_that_are_only_counted_are_counted_as_those_that_are_gathered(two_places, query):
    gathered = search(two_places, query, near=False).concordances
    counted = search(two_places, query, near=False, listed=0).concordances
    assert len(counted) == 2
    for one, other in zip(gathered, counted, strict=True):
        assert one.total == len(one.found)
        assert one.counts == tuple(
            sum(each.use.year == year and not each.use.crosses for each in one.found)
            for year in one.shelf.years
        )
        assert other == replace(one, found=())


def test_of_the_places_that_have_it_the_first_are_gathered(two_places):
    first, second = search(two_places, ask("政府"), listed=1).concordances
    assert len(first.found) == first.total > 0
    assert second.found == ()
    assert second.total > 0


def test_of_one_place_the_uses_are_gathered_always(corpus):
    (only,) = search(corpus, ask("政府"), listed=0).concordances
    assert only.found


def test_near_forms_are_told_where_nothing_is_found(corpus):
    (found,) = search(corpus, ask("低空产业")).concordances

    assert found.found == ()
    assert found.near
    assert search(corpus, ask("低空产业"), near=False).concordances[0].near is None


def test_unreadable_files_are_counted(corpus):
    assert search(corpus, ask("政府")).not_read == 1


@pytest.mark.usefixtures("patient")
def test_files_are_read_once(corpus, read):
    for _ in range(2):
        search(corpus, ask("政府"))

    assert len(read) == len(set(read)) == len(list(corpus.glob("*.txt")))


@pytest.mark.usefixtures("patient")
def test_a_file_that_changed_is_read_again_and_the_others_are_not(corpus, read):
    search(corpus, ask("政府"))
    read.clear()
    file = corpus / "lanchuan-2025.txt"
    file.write_text(file.read_text(encoding="utf-8").replace("数字政府", "深海政府"), encoding="utf-8")

    (found,) = search(corpus, ask("深海政府")).concordances
    assert read == ["lanchuan-2025.txt"]
    assert 2025 in found.years_with


def test_a_change_that_leaves_size_and_time_alone_is_seen_when_it_follows_at_once(corpus):
    file = corpus / "lanchuan-2025.txt"
    search(corpus, ask("政府"))
    file.write_text(file.read_text(encoding="utf-8").replace("数字政府", "深海政府"), encoding="utf-8")
    os.utime(file, (LONG_AGO, LONG_AGO))

    (found,) = search(corpus, ask("深海政府")).concordances
    assert 2025 in found.years_with


@pytest.mark.usefixtures("patient")
def test_a_file_that_was_only_touched_is_not_read_again(corpus, read):
    search(corpus, ask("政府"))
    read.clear()
    os.utime(corpus / "lanchuan-2025.txt", (LONG_AGO + 60, LONG_AGO + 60))

    search(corpus, ask("政府"))
    assert read == []


def test_a_file_that_went_is_found_no_more_and_one_that_came_is(corpus):
    before = search(corpus, ask("政府")).concordances[0]
    (corpus / "lanchuan-2025.txt").rename(corpus / "renamed.txt")
    (corpus / "lanchuan-2024.txt").unlink()
    after = search(corpus, ask("政府")).concordances[0]

    assert set(before.shelf.years) - set(after.shelf.years) == {2024}
    assert [text.source for text in after.shelf.texts if text.year == 2025] == ["renamed.txt"]
    assert [each.use.year for each in after.found] == [
        each.use.year for each in before.found if each.use.year != 2024
    ]


def test_what_the_manifest_tells_counts_at_once(corpus):
    search(corpus, ask("政府"))
    (corpus / "manifest.csv").write_text("file,skip\nlanchuan-2025.txt,yes\n", encoding="utf-8")

    found = search(corpus, ask("政府"))
    assert 2025 not in found.concordances[0].shelf.years
    assert (found.left_out, found.not_read) == (1, 1)


def test_what_cannot_be_read_is_told_apart_from_what_is_left_out(corpus):
    (corpus / "torn.docx").write_bytes(b"PK torn")
    (corpus / "manifest.csv").write_text("file,skip\nlanchuan-2025.txt,yes\n", encoding="utf-8")
    found = search(corpus, ask("政府"))
    assert (found.left_out, found.not_read) == (1, 2)


@pytest.mark.parametrize("damage", [b"", b"nonsense", None])
def test_a_damaged_table_is_made_anew(corpus, damage):
    before = search(corpus, ask("政府")).concordances
    (kept,) = [path for path in (corpus / FOLDER).rglob("search/*/*") if path.is_file()]
    content = kept.read_bytes()
    kept.write_bytes(content[:-9] + b"\0" + content[-8:] if damage is None else damage)

    assert search(corpus, ask("政府")).concordances == before


def test_where_nothing_can_be_kept_it_is_told_and_found_all_the_same(corpus):
    (corpus / FOLDER).write_text("in the way", encoding="utf-8")
    found = search(corpus, ask("政府"))

    assert FOLDER in found.problem
    assert found.concordances[0].found


def test_an_empty_folder_has_no_passages(tmp_path):
    assert open_index(tmp_path).table.collect().height == 0
