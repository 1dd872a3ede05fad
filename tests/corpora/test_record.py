"""Verifying a corpus tells which files are not what they were, and reads all of them anew."""

import pytest

from corpora.cache import FOLDER
from corpora.record import Status, verify_corpus
from corpora.store import read_corpus


def statuses(folder):
    return {each.file: each.status.value for each in verify_corpus(folder).files}


def test_the_first_time_everything_is_new_and_the_second_the_same(corpus):
    first, second = verify_corpus(corpus), verify_corpus(corpus)

    assert first.is_first
    assert not second.is_first
    assert {each.status for each in first.files} == {Status.NEW}
    assert {each.status for each in second.files} == {Status.SAME}
    assert len(second.files) == 5
    assert second.to_check == ()


def test_what_changed_came_and_went_is_told_once(corpus, report_of_2024):
    verify_corpus(corpus)
    (corpus / "2025.txt").write_bytes((corpus / "2025.txt").read_bytes().replace(b"5.2%", b"5.3%"))
    (corpus / "letter.txt").write_bytes(report_of_2024)
    (corpus / "sub" / "2025.docx").unlink()
    (corpus / "more.txt").write_bytes(report_of_2024)

    assert statuses(corpus) == {
        "2024.zip!二〇二四/报告.txt": "same",
        "2025.txt": "changed",
        "letter.txt": "changed",
        "more.txt": "new",
        "page.ofd": "same",
        "sub/2025.docx": "gone",
    }
    assert set(statuses(corpus).values()) == {"same"}


def test_what_nothing_needs_any_more_leaves_the_cache(corpus):
    verify_corpus(corpus)
    (corpus / "sub" / "2025.docx").unlink()

    assert verify_corpus(corpus).removed == 1
    assert verify_corpus(corpus).removed == 0
    assert read_corpus(corpus).named("澜川:2025")


def test_a_reading_that_was_kept_wrongly_is_told_and_replaced(corpus):
    """The digest of the entry fits, so only reading the file anew can show it."""
    from msgspec.structs import replace

    from corpora.manifest import Line
    from corpora.packing import pack_work_report
    from corpora.reading.cached import reading_key

    verify_corpus(corpus)
    found = read_corpus(corpus)
    report = replace(next(e.work_report for e in found.entries if e.file == "2025.txt"), year=1999)
    key = reading_key("2025.txt", (corpus / "2025.txt").read_bytes(), Line())
    found.cache.save_bytes("readings", key, b"R" + pack_work_report(report))
    assert "澜川市:2025" in {each.id for each in read_corpus(corpus).work_reports}

    told = {each.file: each.status for each in verify_corpus(corpus).files}
    assert told["2025.txt"] is Status.MISREAD
    assert read_corpus(corpus).named("澜川:2025").year == 2025


@pytest.mark.parametrize("damage", [b"", b"{}", b"crossyear cache 1 "])
def test_a_damaged_record_is_no_record(damage, corpus):
    verify_corpus(corpus)
    (path,) = (each for each in (corpus / FOLDER / "record").rglob("*") if each.is_file())
    path.write_bytes(damage)

    assert verify_corpus(corpus).is_first
    assert not verify_corpus(corpus).is_first
