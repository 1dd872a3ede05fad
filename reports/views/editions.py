"""A comparison of editions as blocks: counts, then every revision as a briefing tells it."""

from collections.abc import Iterable, Sequence

from compare.editions.model import EditionComparison, Extent, Position, RevisionKind, Typesetting, Uncompared
from corpora.model import WorkReport
from reports.blocks import Block, Heading, Item, Items, Paragraph
from reports.rows.editions import EditionSummary, RevisionRow, headings, summarize_editions
from reports.words.captions import captions
from reports.words.editions import REVISION_KINDS, EditionWords, edition_words
from reports.words.language import Language
from reports.words.quoting import clipped
from reports.words.vocabulary import channel_label, label

_MARKS = ("【", "】")
_CONTEXT = 40  # characters of a sentence on each side of what was revised
_EXCERPT = 60


def view_editions(comparison: EditionComparison, language: str) -> tuple[Block, ...]:
    """Every edit between two editions, in words.

    Args:
        comparison: what was found.
        language: `zh` or `en`.

    Returns:
        The blocks, in reading order.
    """
    words, summary = edition_words(language), summarize_editions(comparison)
    blocks: list[Block] = [Heading(edition_title(comparison, language), level=1)]
    blocks += [Paragraph(line) for line in side_lines(summary, language)]
    blocks += [Paragraph(line) for line in summary_lines(summary, language)]
    start = 1
    for section in summary.sections:
        blocks.append(Heading(section_title(section.headings, words, closing=section.closing)))
        blocks.append(Items(tuple(_item(row, comparison, language) for row in section.rows), start))
        start += len(section.rows)
    if summary.minor:
        blocks.append(Heading(words.minor))
        blocks.append(Items(tuple(_item(row, comparison, language) for row in summary.minor), start))
    blocks += [Paragraph(line) for line in footnotes(comparison, language)]
    return tuple(blocks)


def edition_title(comparison: EditionComparison, language: str) -> str:
    """The title of the document."""
    later = comparison.later
    return edition_words(language).title.format(place=later.place, year=later.year)


def section_title(path: Sequence[str], words: EditionWords, *, closing: bool) -> str:
    """Headings from the outermost to the innermost; outside all sections a name of ours."""
    return words.path.join(path) or (words.closing if closing else words.opening)


def side_lines(summary: EditionSummary, language: str) -> tuple[str, str]:
    """Which text is which."""
    words, comparison = edition_words(language), summary.comparison
    one, other = (
        _side_line(side, report, count, language)
        for side, report, count in zip(
            (words.earlier, words.later),
            (comparison.earlier, comparison.later),
            summary.characters,
            strict=True,
        )
    )
    return one, other


def _side_line(side: str, report: WorkReport, count: int, language: str) -> str:
    return captions(language).side_line.format(
        side=side[:1].upper() + side[1:],
        place=report.place,
        year=report.year,
        title=report.title,
        kind=label(report.edition, language),
        characters=f"{count:,}",
        source=report.source.name,
    )


def summary_lines(summary: EditionSummary, language: str) -> tuple[str, ...]:
    """How much was revised, as sentences."""
    words = edition_words(language)
    kinds = (
        words.by_kind.format(kind=REVISION_KINDS[kind].label(language), count=count)
        for kind, count in summary.kinds
        if count
    )
    told = (
        words.summary.format(count=summary.count, kinds=words.comma.join(kinds))
        if summary.count
        else words.none
    )
    lines = [told, _length_line(summary, words)]
    if summary.channels:
        channels = (
            words.channel.format(channel=label(channel, language), count=count)
            for channel, count in summary.channels
        )
        lines.append(words.channels.format(list=words.comma.join(channels)))
    if summary.minor:
        lines.append(words.minor_summary.format(punctuation=summary.punctuation, numbering=summary.numbering))
    return tuple(lines)


def _length_line(summary: EditionSummary, words: EditionWords) -> str:
    earlier, later = summary.characters
    kind = words.longer if later > earlier else words.shorter if later < earlier else words.same_length
    difference = kind.format(count=abs(later - earlier))
    return words.length.format(earlier=earlier, later=later, difference=difference)


def footnotes(comparison: EditionComparison, language: str) -> tuple[str, ...]:
    """What is no revision, and what was not compared."""
    words = edition_words(language)
    lines = [_uncompared(each, comparison, words) for each in comparison.not_compared]
    typeset = _typesetting(comparison.typesetting, words)
    return (*lines, words.typesetting.format(list=typeset)) if typeset else tuple(lines)


def _typesetting(found: Typesetting, words: EditionWords) -> str:
    counted = (
        (words.spaces, found.spaces),
        (words.forms, found.forms),
        (words.breaks, found.breaks),
        (words.page_lines, found.page_lines),
    )
    return words.comma.join(template.format(count=count) for template, count in counted if count)


def _uncompared(each: Uncompared, comparison: EditionComparison, words: EditionWords) -> str:
    is_earlier = each.side == "earlier"
    report = comparison.earlier if is_earlier else comparison.later
    return words.not_compared_line.format(
        side=words.earlier if is_earlier else words.later,
        what={"frame": words.frame, "appendix": words.appendix}[each.reason],
        count=len(each.spans),
        excerpt=clipped(" ".join(report.quote(span) for span in each.spans), _EXCERPT),
    )


# -- one revision ----------------------------------------------------------------------------------


def _item(row: RevisionRow, comparison: EditionComparison, language: str) -> Item:
    entry = REVISION_KINDS[row.revision.kind]
    quotes = sentence_quotes(row, language)
    return Item(entry.symbol, revision_sentence(row, comparison, language), entry.tone, quotes)


def revision_sentence(row: RevisionRow, comparison: EditionComparison, language: str) -> str:
    """One revision as a briefing tells it, with its place and the channels on which it differs.

    Args:
        row: the revision.
        comparison: what it is part of.
        language: `zh` or `en`.
    """
    words, revision = edition_words(language), row.revision
    values = {
        "old": _flat(row.old),
        "new": _flat(row.new),
        "after": _flat(row.after),
        "before": _flat(row.before),
        "count": revision.paragraphs,
    }
    if revision.kind is RevisionKind.MOVED:
        values["where"] = _destination(row, comparison, words)
        values["reworded"] = _reworded(row, words)
    template = _template(row, words).format(**values)
    told = _position(revision.earlier_position, words) + template
    if language != Language.ZH:
        told = told[:1].upper() + told[1:]
    follows = words.follows.format(number=revision.follows) if revision.follows else ""
    return told + follows + channel_marks(row, language)


def _reworded(row: RevisionRow, words: EditionWords) -> str:
    """What became of the words on the way; of a long passage it is shown below, where it changed."""
    if not row.revision.within:
        return ""
    return words.reworded_below if row.passage else words.reworded.format(new=_flat(row.new))


def _template(row: RevisionRow, words: EditionWords) -> str:
    revision = row.revision
    if revision.extent is Extent.PARAGRAPHS:
        return {
            RevisionKind.ADDED: words.added_paragraphs_before
            if revision.at_start
            else words.added_paragraphs,
            RevisionKind.DELETED: words.deleted_paragraphs,
            RevisionKind.CHANGED: words.changed,
            RevisionKind.MOVED: words.moved_paragraphs,
        }[revision.kind]
    match revision.kind:
        case RevisionKind.ADDED:
            beside = words.added_before if row.before else words.added
            return words.added_first if revision.at_start else beside
        case RevisionKind.DELETED:
            beside = words.deleted_before if row.before else words.deleted
            return words.deleted_after if row.after else beside
        case RevisionKind.CHANGED:
            return words.changed
        case RevisionKind.MOVED:
            return words.moved


def _position(position: Position, words: EditionWords) -> str:
    return words.at_paragraph.format(number=position.paragraph) if position.paragraph else words.at_heading


def _destination(row: RevisionRow, comparison: EditionComparison, words: EditionWords) -> str:
    """Where in the delivered text something moves to."""
    revision, target = row.revision, row.revision.target
    where, after = words.this_paragraph, _flat(row.after)
    elsewhere = target is not None and target != revision.earlier_position
    if target is not None and elsewhere:
        where = words.paragraph.format(number=target.paragraph) if target.paragraph else words.heading
        here = revision.earlier_position
        if (target.sections, target.closing) != (here.sections, here.closing):
            path = headings(comparison.earlier, target.sections)
            section = section_title(path, words, closing=target.closing)
            template = words.of_section if path else words.of_part
            where = template.format(section=section, where=where)
    if revision.extent is Extent.PARAGRAPHS or revision.made_paragraphs:
        told = (words.to_before if revision.at_start else words.to_behind).format(where=where)
        return told + (words.on_its_own if revision.made_paragraphs else "")
    if not after:
        return words.to_start.format(where=where)
    template = words.to_after_there if elsewhere else words.to_after
    return template.format(where=where, after=after)


def channel_marks(row: RevisionRow, language: str) -> str:
    """The channels on which a revision differs, in brackets; empty when there is none."""
    words = edition_words(language)
    found = dict.fromkeys(
        channel_label(change.channel, change.direction, language) for change in row.revision.changes
    )
    return words.marked.format(list=words.comma.join(found)) if found else ""


def sentence_quotes(row: RevisionRow, language: str) -> tuple[tuple[str, str], ...]:
    """The sentence that shows a revision, with marks around the words revised."""
    words = edition_words(language)
    if row.passage:
        return ((words.as_adopted, "".join(_passage(row.passage))),)
    if row.sentence is None:
        return ()
    before, revised, after = map(_flat, row.sentence)
    went = row.revision.kind is RevisionKind.DELETED
    quote = "".join(_shortened(before, revised, after))
    return ((words.as_delivered if went else words.as_adopted, quote),)


def _passage(parts: Sequence[tuple[str, str, bool]]) -> Iterable[str]:
    """A passage with both wordings in marks where they differ, and with gaps where much is the same."""
    for place, (old, new, is_same) in enumerate(parts):
        words = _flat(new)
        if not is_same:
            yield f"{_MARKS[0]}{_flat(old)} → {words}{_MARKS[1]}"
        elif len(words) <= 2 * _CONTEXT:
            yield words
        else:
            before = words[:_CONTEXT] if place else ""
            behind = words[-_CONTEXT:] if place + 1 < len(parts) else ""
            yield f"{before}…{behind}"


def _shortened(before: str, revised: str, after: str) -> Iterable[str]:
    yield before if len(before) <= _CONTEXT else f"…{before[-_CONTEXT:]}"
    yield f"{_MARKS[0]}{revised}{_MARKS[1]}"
    yield after if len(after) <= _CONTEXT else f"{after[:_CONTEXT]}…"


def _flat(text: str) -> str:
    """Paragraphs on one line, told apart by a stroke."""
    return " / ".join(line.strip() for line in text.split("\n") if line.strip())
