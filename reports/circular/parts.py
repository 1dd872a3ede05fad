"""The parts of the circulated report before the wording: what was compared, found, promised, reworded."""

from collections.abc import Sequence

from compare.model import PhraseStatus
from corpora.model import WorkReport
from reports.circular.writing import ROWS, Cell, Run, Writer
from reports.rows.rows import FindingRow, PhraseGroup, Summary, Tally
from reports.views.context import cut, digest_notes, percent
from reports.views.formulations import counts_line, first_passage, group_label, history_line
from reports.views.left_out import reason, thing, things_not_compared
from reports.views.uptakes import uptake_captions, uptake_groups, uptake_names, uptake_note
from reports.words.captions import captions
from reports.words.pairs import finding_word, pair_captions, pair_word, priority_word, side_labels, text_names
from reports.words.quoting import clipped, is_quoted_in, nested
from reports.words.sentences import finding_sentence
from reports.words.vocabulary import UPTAKE_KINDS, Outcome, Word, label

FINDINGS = 10  # as the other outputs tell first
_QUOTED = 160  # characters of a quote below a finding
_PASSAGE = 60


def write_facts(writer: Writer, summary: Summary) -> None:
    """Who is compared with whom, and what was not compared."""
    words, own, change_report = captions(writer.language), writer.words, summary.change_report
    first, second = side_labels(change_report, writer.language)
    rows = [
        _text(first, change_report.earlier, summary.earlier_characters, writer.language),
        _text(second, change_report.later, summary.later_characters, writer.language),
    ]
    heads = ("", own.place_year, own.title, own.kind, own.characters, own.source)
    writer.table(heads, rows, (1.3, 1.7, 3, 2.2, 1.1, 2.2))
    things = things_not_compared(change_report, writer.language)
    line = words.not_compared_line.format(list=things) if things else words.nothing_not_compared
    writer.note(line)
    for note in digest_notes(change_report, writer.language):
        writer.note(note)


def _text(side: str, report: WorkReport, characters: int, language: str) -> Sequence[Cell]:
    kind = captions(language).comma.join((label(report.kind, language), label(report.edition, language)))
    place = f"{report.place} {report.year}"
    return (side, place, report.title, kind, f"{characters:,}", report.source.name)


def write_findings(writer: Writer, summary: Summary) -> None:
    """The findings that matter first, as sentences with the quotes that show them."""
    if not summary.findings:
        writer.paragraph(captions(writer.language).nothing_changed)
    for row in summary.findings[:FINDINGS]:
        _finding(writer, row, summary)
    count = len(summary.findings)
    if count > FINDINGS:
        writer.note(writer.words.more_findings.format(shown=FINDINGS, count=count))


def _finding(writer: Writer, row: FindingRow, summary: Summary) -> None:
    language, entry = writer.language, finding_word(row.finding, summary.change_report)
    sentence = finding_sentence(row.finding, summary.change_report, language)
    sides = zip(
        text_names(summary.change_report, language), (row.earlier_quote, row.later_quote), strict=True
    )
    # A quote that the sentence holds already shows nothing more.
    quotes = [
        writer.words.quote.format(name=name, quote=nested(clipped(quote, _QUOTED)))
        for name, quote in sides
        if quote and not is_quoted_in(quote, sentence)
    ]
    writer.finding(row.rank, Run(entry.label(language), entry.tone), sentence, quotes)


def write_figures(writer: Writer, summary: Summary) -> None:
    """How much of both texts met each outcome."""
    own, language = writer.words, writer.language
    words = pair_captions(summary.change_report, language)
    earlier, later = text_names(summary.change_report, language)
    heads = (
        words.outcome,
        own.earlier_units.format(name=earlier),
        words.share_of.format(name=earlier),
        own.later_units.format(name=later),
        words.share_of.format(name=later),
        own.moved,
    )
    rows = [
        _tally(tally, summary, language)
        for tally in summary.whole
        if tally.earlier_units or tally.later_units
    ]
    writer.table(heads, rows, (1.4, 1, 1.2, 1, 1.2, 1.2))


def _tally(tally: Tally, summary: Summary, language: str) -> Sequence[Cell]:
    entry = pair_word(tally.outcome, summary.change_report)
    before = percent(tally.earlier_characters / max(summary.earlier_characters, 1))
    after = percent(tally.later_characters / max(summary.later_characters, 1))
    has_earlier, has_later = tally.outcome is not Outcome.NEW, tally.outcome is not Outcome.DROPPED
    return (
        Run(entry.label(language), entry.tone),
        str(tally.earlier_units) if has_earlier else "",
        before if has_earlier else "",
        str(tally.later_units) if has_later else "",
        after if has_later else "",
        str(tally.moved or ""),
    )


def write_priorities(writer: Writer, summary: Summary) -> None:
    """The priorities in the order of the later text, with both ranks."""
    language, change_report = writer.language, summary.change_report
    words = pair_captions(change_report, language)
    if not summary.priorities:
        writer.paragraph(words.no_priorities)
        return
    earlier, later = text_names(summary.change_report, language)
    heads = (f"{earlier} {words.rank}", f"{later} {words.rank}", words.change, earlier, later)
    rows = [
        (
            str(row.change.earlier_rank or ""),
            str(row.change.later_rank or ""),
            _run(priority_word(row, change_report), language),
            row.earlier_heading or "",
            row.later_heading or "",
        )
        for row in summary.priorities
    ]
    writer.table(heads, rows, (1, 1, 1.3, 4, 4))


def _run(entry: Word, language: str) -> Run:
    return Run(entry.label(language), entry.tone)


def write_phrases(writer: Writer, summary: Summary, level: int) -> None:
    """The formulations of each status but those carried on, the weightiest first."""
    words, language, change_report = captions(writer.language), writer.language, summary.change_report
    writer.paragraph(counts_line(summary, language))
    writer.note(words.looked_at.format(years=history_line(change_report, language)))
    for group in summary.phrases:
        if group.phrases and group.status is not PhraseStatus.CARRIED:
            writer.heading(group_label(group, change_report, language), level)
            _phrases(writer, group, summary)
    write_uptakes(writer, summary, level)


def write_uptakes(writer: Writer, summary: Summary, level: int) -> None:
    """What a lower level's report has of a higher level's formulations; nothing between equals."""
    groups = uptake_groups(summary.change_report)
    if not groups:
        return
    language, own = writer.language, uptake_captions(writer.language)
    names = uptake_names(summary.change_report, language)
    writer.heading(own.title.format(**names), level)
    writer.note(uptake_note(summary.change_report, language))
    heads = (
        own.central.format(**names),
        pair_captions(summary.change_report, language).change,
        own.local.format(**names),
        own.since,
    )
    for group in groups:
        entry = UPTAKE_KINDS[group.kind]
        shown, more = cut(group.rows, ROWS, writer.words.more)
        kind = Run(entry.label(language), entry.tone)
        rows = [(one.text, kind, one.local_text or "", str(one.since or "")) for one in shown]
        writer.table(heads, rows, (3, 1.2, 3, 1.2))
        writer.more(more)


def _phrases(writer: Writer, group: PhraseGroup, summary: Summary) -> None:
    words, language, change_report = captions(writer.language), writer.language, summary.change_report
    shown, more = cut(group.phrases, ROWS, writer.words.more)
    passages = [first_passage(change_report, phrase, _PASSAGE) for phrase in shown]
    if group.status is PhraseStatus.REWORDED:
        both = [
            (phrase.earlier_text or "", phrase.later_text or "", passage)
            for phrase, passage in zip(shown, passages, strict=True)
        ]
        earlier, later = text_names(change_report, language)
        writer.table((earlier, later, words.passage), both, (2, 2, 3))
    else:
        rows = [
            (phrase.text, str(phrase.later_count or phrase.earlier_count), passage)
            for phrase, passage in zip(shown, passages, strict=True)
        ]
        writer.table((words.phrase, words.uses, words.passage), rows, (2.4, 0.7, 4))
    writer.more(more)


def write_not_compared(writer: Writer, summary: Summary) -> None:
    """Everything that was not compared, with the reason."""
    words, language = captions(writer.language), writer.language
    entries = summary.change_report.not_compared
    if not entries:
        writer.paragraph(words.nothing_not_compared)
        return
    earlier, later = text_names(summary.change_report, language)
    names = {"earlier": earlier, "later": later}
    shown, more = cut(entries, ROWS, writer.words.more)
    rows = [
        (
            thing(entry, language),
            names.get(entry.side, ""),
            reason(entry, language),
            clipped(entry.detail, _QUOTED),
        )
        for entry in shown
    ]
    writer.table((words.what, words.text, words.why, words.excerpt), rows, (2, 1.2, 2.4, 4))
    writer.more(more)
