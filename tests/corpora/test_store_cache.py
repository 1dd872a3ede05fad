"""A corpus that was read before is the same corpus: from the cache when nothing changed, anew on any doubt."""

import shutil
import threading
from pathlib import Path

import pytest

import corpora.reading.cached
from corpora.cache import FOLDER
from corpora.store import read_corpus


@pytest.fixture
def readings(monkeypatch):
    """The names of the files that were really read."""
    found = []
    read = corpora.reading.cached.as_work_report

    def noted(source, told):
        found.append(Path(source.name).name)
        return read(source, told)

    monkeypatch.setattr(corpora.reading.cached, "as_work_report", noted)
    return found


def own_files(folder):
    return {
        path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and FOLDER not in path.parts
    }


def test_warm_and_cold_are_the_same(corpus, readings):
    before = own_files(corpus)
    cold = read_corpus(corpus)
    assert len(readings) == 4
    warm = read_corpus(corpus)

    assert len(readings) == 4
    assert warm == cold
    assert own_files(corpus) == before
    shutil.rmtree(corpus / FOLDER)
    assert read_corpus(corpus) == cold


def test_a_corpus_may_move(corpus, readings, tmp_path_factory, monkeypatch):
    read_corpus(corpus)
    elsewhere = tmp_path_factory.mktemp("moved") / "reports"
    shutil.move(corpus, elsewhere)
    monkeypatch.chdir(elsewhere)
    readings.clear()
    warm = read_corpus(Path())

    assert readings == []
    assert "2025.txt" in {report.source.name for report in warm.work_reports}
    shutil.rmtree(elsewhere / FOLDER)
    assert read_corpus(Path()) == warm


def rewrite(corpus, paragraphs):
    (corpus / "2025.txt").write_text("\n".join(paragraphs).replace("5.2%", "5.3%"), encoding="utf-8")


def rename(corpus, _):
    (corpus / "2025.txt").rename(corpus / "2025b.txt")


def tell(corpus, _):
    (corpus / "manifest.csv").write_text("file,place\n2025.txt,永安县\n", encoding="utf-8")


@pytest.mark.parametrize("change", [rewrite, rename, tell])
def test_what_changed_is_read_anew_and_nothing_else(change, corpus, readings, paragraphs):
    read_corpus(corpus)
    readings.clear()
    change(corpus, paragraphs)
    warm = read_corpus(corpus)

    assert len(readings) == 1
    shutil.rmtree(corpus / FOLDER)
    assert read_corpus(corpus) == warm


def kept_readings(corpus):
    return sorted(path for path in (corpus / FOLDER).rglob("readings/*/*") if path.is_file())


@pytest.mark.parametrize(
    "damage", [lambda content: content[: len(content) // 2], lambda _: b"", lambda _: b"R" * 99]
)
def test_damaged_readings_are_made_anew(damage, corpus):
    cold = read_corpus(corpus)
    whole = {path: path.read_bytes() for path in kept_readings(corpus)}
    assert whole
    for path, content in whole.items():
        path.write_bytes(damage(content))

    assert read_corpus(corpus) == cold
    assert {path: path.read_bytes() for path in kept_readings(corpus)} == whole


def test_a_reading_that_says_nothing_is_made_anew(corpus):
    """Whole by its digest, but not what packing makes: written by other code, or by somebody else."""
    cold = read_corpus(corpus)
    for kind in (b"R", b"X", b""):
        for path in kept_readings(corpus):
            path.unlink()
        for entry in cold.entries:
            name = str(corpus / entry.file)
            container, _ = corpora.reading.cached.parts_of(name)
            content = corpora.reading.cached.content_of(container)
            key = corpora.reading.cached.reading_key(entry.file, content, corpora.reading.cached.Line())
            cold.cache.save_bytes("readings", key, kind + b"nonsense")
        assert read_corpus(corpus) == cold


def test_a_folder_that_takes_no_cache_is_read_all_the_same(corpus):
    (corpus / FOLDER).write_text("mine", encoding="utf-8")
    found = read_corpus(corpus)

    assert len(found.work_reports) == 3
    assert FOLDER in found.cache.problem


def test_two_at_once_find_the_same(corpus):
    found = []
    readers = [threading.Thread(target=lambda: found.append(read_corpus(corpus))) for _ in range(4)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()

    assert len(found) == 4
    assert all(each == found[0] for each in found)


def test_the_cache_holds_no_report_of_the_users(corpus):
    """A copy of a corpus's cache inside it, as a backup may make one, is no second set of reports."""
    cold = read_corpus(corpus)
    (corpus / FOLDER / "2025.txt").write_bytes((corpus / "2025.txt").read_bytes())

    assert read_corpus(corpus) == cold


def test_real_reports_warm_and_cold(shared, tmp_path):
    for part in ("national", "provinces"):
        shutil.copytree(shared / "corpus" / part, tmp_path / part, ignore=shutil.ignore_patterns(FOLDER))
    cold = read_corpus(tmp_path)

    assert read_corpus(tmp_path) == cold
