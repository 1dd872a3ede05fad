"""A comparison of editions as a document for machines; fields are added, never renamed."""

from compare.editions.model import EditionComparison, Position, Revision
from corpora.model import Span
from reports.documents.comparison import (
    SCHEMA_VERSION,
    Json,
    edit_document,
    generator,
    meaning_change_document,
    work_report_document,
)
from reports.rows.editions import summarize_editions

_DECIMALS = 4


def editions_document(comparison: EditionComparison) -> Json:
    """Two editions with every edit between them.

    Args:
        comparison: what was found.
    """
    summary, typesetting = summarize_editions(comparison), comparison.typesetting
    return {
        "schema_version": SCHEMA_VERSION,
        "generator": generator(),
        "earlier": work_report_document(comparison.earlier),
        "later": work_report_document(comparison.later),
        "likeness": round(comparison.likeness, _DECIMALS),
        "counts": {
            "revisions": summary.count,
            **{kind.value: count for kind, count in summary.kinds},
            "punctuation": summary.punctuation,
            "numbering": summary.numbering,
        },
        "channels": {channel.value: count for channel, count in summary.channels},
        "revisions": [_revision(each, comparison) for each in comparison.revisions],
        "typesetting": {
            "spaces": typesetting.spaces,
            "forms": typesetting.forms,
            "breaks": typesetting.breaks,
            "page_lines": typesetting.page_lines,
        },
        "not_compared": [
            {"side": each.side, "reason": each.reason, "spans": [_span(span) for span in each.spans]}
            for each in comparison.not_compared
        ],
    }


def _revision(revision: Revision, comparison: EditionComparison) -> Json:
    return {
        "number": revision.number,
        "kind": revision.kind.value,
        "extent": revision.extent.value,
        "steps": [edit_document(step) for step in revision.steps],
        "earlier": _span(revision.earlier),
        "later": _span(revision.later),
        "after": _span(revision.after),
        "before": _span(revision.before),
        "earlier_text": comparison.earlier.quote(revision.earlier),
        "later_text": comparison.later.quote(revision.later),
        "after_text": comparison.earlier.quote(revision.after),
        "before_text": comparison.earlier.quote(revision.before),
        "earlier_position": _position(revision.earlier_position),
        "later_position": _position(revision.later_position),
        "target": _position(revision.target) if revision.target else None,
        "paragraphs": revision.paragraphs,
        "at_start": revision.at_start,
        "made_paragraphs": revision.made_paragraphs,
        "follows": revision.follows,
        "within": [edit_document(step) for step in revision.within],
        "changes": [meaning_change_document(change) for change in revision.changes],
    }


def _position(position: Position) -> Json:
    return {
        "sections": list(position.sections),
        "paragraph": position.paragraph,
        "line": position.line,
        "closing": position.closing,
    }


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
