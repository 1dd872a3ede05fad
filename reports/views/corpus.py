"""`Corpus` → blocks and a document: which reports a folder holds, and what to check about them."""

from collections import Counter
from importlib import metadata
from pathlib import Path

from corpora.places import place_key
from corpora.record import Checked, Status, Verification, state_of
from corpora.store import Corpus, Entry
from reports.blocks import Block, Column, Heading, Item, Items, Paragraph, Row, Table
from reports.documents.comparison import SCHEMA_VERSION, Json, work_report_document
from reports.words.captions import captions
from reports.words.counts import filled
from reports.words.doubts import doubt_sentence
from reports.words.problems import reading_problem
from reports.words.reasons import CORPUS_WORDS, FILE_STATUSES, reason_label
from reports.words.vocabulary import Tone, label

_TEXTS = {"units", "left_out", "doubts"}  # of a report's document, what `crossyear outline` is for


def view_corpus(corpus: Corpus, language: str) -> tuple[Block, ...]:
    """The reports of a corpus as a table, then the files that cannot be read and those left out on purpose.

    Args:
        corpus: the folder as read.
        language: `zh` or `en`.

    Returns:
        The blocks, in reading order.
    """
    words = captions(language)

    def word(key: str) -> str:
        return reason_label(CORPUS_WORDS, key, language)

    read = [entry for entry in corpus.entries if entry.work_report]
    left_out = [entry for entry in corpus.entries if entry.is_left_out]
    unread = [entry for entry in corpus.entries if not entry.work_report and not entry.is_left_out]
    places = len({place_key(each.place) for each in corpus.work_reports})
    summary = filled(word("count"), reports=len(read), places=places, unread=len(unread))
    if left_out:
        summary += word("left-out-count").format(count=len(left_out))
    columns = (
        *(Column(word(key)) for key in ("place", "year", "kind", "format")),
        Column(words.characters_column, right=True),
        Column(word("file"), flexible=True),
    )
    unread_columns = (Column(word("file"), flexible=True), Column(words.why, flexible=True))
    doubtful = tuple(_doubts(entry, language) for entry in read if entry.doubts)
    problems = tuple(
        Row((entry.file, reading_problem(entry.problem, language)), Tone.GONE) for entry in unread
    )
    files = tuple(Row((entry.file,)) for entry in left_out)
    return (
        Heading(word("title").format(folder=corpus.folder), level=1),
        Paragraph(summary),
        *((Table(columns, tuple(_row(entry, language) for entry in read)),) if read else ()),
        *((Heading(words.doubts), Items(doubtful)) if doubtful else ()),
        *((Heading(word("unread")), Table(unread_columns, problems)) if unread else ()),
        *((Heading(word("left-out")), Table(unread_columns[:1], files)) if left_out else ()),
    )


def view_added(
    folder: Path, entries: tuple[Entry, ...], there: tuple[str, ...], language: str
) -> tuple[Block, ...]:
    """What was added to a corpus, as its list would show it, and what it had already.

    Args:
        folder: the corpus.
        entries: what is new in it; it may be nothing.
        there: names of the files that were there with the same content.
        language: `zh` or `en`.
    """

    def word(key: str) -> str:
        return reason_label(CORPUS_WORDS, key, language)

    already = word("there-already").format(files=captions(language).comma.join(there))
    notes = (Paragraph(already),) if there else ()
    if not entries:
        return (Heading(word("nothing-added").format(folder=folder), level=1), *notes)
    _, *shown = view_corpus(Corpus(folder, entries), language)
    return (Heading(word("added").format(folder=folder), level=1), *shown, *notes)


def view_verification(verification: Verification, language: str) -> tuple[Block, ...]:
    """What verifying a corpus found: counts, and every file that is not as it was.

    Args:
        verification: what was found.
        language: `zh` or `en`.
    """

    def word(key: str) -> str:
        return reason_label(CORPUS_WORDS, key, language)

    counts = Counter(each.status for each in verification.files)
    told = captions(language).comma.join(
        f"{FILE_STATUSES[status].label(language)} {counts[status]}" for status in Status if counts[status]
    )
    summary = filled(word("verified-count"), files=len(verification.files), told=told)
    shown = [] if verification.is_first else [e for e in verification.files if e.status is not Status.SAME]
    columns = (Column(word("status")), Column(word("file"), flexible=True), Column(captions(language).why))
    rows = tuple(_checked(each, language) for each in shown)
    removed = verification.removed
    return (
        Heading(word("verified").format(folder=verification.corpus.folder), level=1),
        Paragraph(summary),
        *((Paragraph(word("first-time")),) if verification.is_first else ()),
        *((Table(columns, rows),) if rows else ()),
        *((Paragraph(filled(word("removed"), count=removed)),) if removed else ()),
    )


def _checked(checked: Checked, language: str) -> Row:
    status = FILE_STATUSES[checked.status.value]
    problem = reading_problem(checked.entry.problem, language) if checked.entry else ""
    return Row((f"{status.symbol} {status.label(language)}", checked.file, problem), status.tone)


def verification_document(verification: Verification) -> Json:
    """What verifying found as a document: every file with its status, its digest and the one before."""
    return {
        "schema_version": SCHEMA_VERSION,
        "generator": {"name": "crossyear", "version": metadata.version("crossyear")},
        "folder": str(verification.corpus.folder),
        "first_time": verification.is_first,
        "files": [
            {
                "file": each.file,
                "status": each.status.value,
                "now": state_of(each.entry) if each.entry else None,
                "before": each.before or None,
            }
            for each in verification.files
        ],
        "removed_from_cache": verification.removed,
    }


def _row(entry: Entry, language: str) -> Row:
    report = entry.work_report
    assert report is not None  # noqa: S101 - only entries that were read have rows
    source = report.source
    read_as = " ".join(filter(None, (source.format, source.encoding)))
    kind = label(report.kind, language)
    return Row((report.place, str(report.year), kind, read_as, f"{len(report.text):,}", entry.file))


def _doubts(entry: Entry, language: str) -> Item:
    doubts = [doubt_sentence(doubt.code, doubt.detail, language) for doubt in entry.doubts]
    return Item("?", f"{entry.file}: {captions(language).semicolon.join(doubts)}", Tone.CHANGED)


def corpus_document(corpus: Corpus) -> Json:
    """A corpus as a document: an entry for each file, with `problem` where it cannot be read."""
    return {
        "schema_version": SCHEMA_VERSION,
        "generator": {"name": "crossyear", "version": metadata.version("crossyear")},
        "folder": str(corpus.folder),
        "files": [_entry(each) for each in corpus.entries],
    }


def _entry(entry: Entry) -> Json:
    doubts = [{"code": doubt.code, "detail": doubt.detail} for doubt in entry.doubts]
    facts = work_report_document(entry.work_report) if entry.work_report else {}
    told = {key: value for key, value in facts.items() if key not in _TEXTS}
    return {"file": entry.file, **told, "problem": entry.problem or None, "doubts": doubts}
