"""Results as JSON documents of version 1.0, as published in `schema/crossyear.schema.json`.

Field names are a contract: scripts rely on them. More may be added, none may be renamed or change its meaning
without a new version.
"""

import json
from collections.abc import Iterable, Sequence
from importlib import metadata
from typing import Any

from compare.model import (
    ChangeReport,
    Comparison,
    Edit,
    Emphasis,
    Finding,
    FormulationChange,
    Link,
    MeaningChange,
)
from compare.overview import FirstFound, Overview
from corpora.model import Span, Unit, WorkReport
from reports.documents.annexes import annexes_document
from reports.documents.undertakings import open_promises_document, undertakings_document
from reports.documents.uptakes import uptakes_document

SCHEMA_VERSION = "1.0"
SCHEMA_FILE = "crossyear.schema.json"

Json = dict[str, Any]


def comparison_document(comparison: Comparison) -> Json:
    """A comparison as a document: of one pair by itself, of several with the overview in front.

    Args:
        comparison: a later report against one or more earlier ones.

    Returns:
        The document, made of dicts, lists, strings, numbers, booleans and None.
    """
    still_open = open_promises_document(comparison.open_promises)
    if len(comparison.pairs) == 1:
        return change_document(comparison.pairs[0]) | {"open_promises": still_open}
    return {
        "schema_version": SCHEMA_VERSION,
        "generator": generator(),
        "overview": _overview(comparison.overview),
        "open_promises": still_open,
        "comparisons": [change_document(pair) for pair in comparison.pairs],
    }


def change_document(change_report: ChangeReport) -> Json:
    """One pair as a document. What was not compared is named in `not_compared`, never told as none."""
    return {
        "schema_version": SCHEMA_VERSION,
        "generator": generator(),
        "earlier": work_report_document(change_report.earlier),
        "later": work_report_document(change_report.later),
        "history_years": list(change_report.history_years),
        "links": [_link(link) for link in change_report.links],
        "new_units": list(change_report.new_units),
        "dropped_units": list(change_report.dropped_units),
        "nearest": [
            {"side": near.side, "unit": near.unit, "other": near.other, "score": _rounded(near.score)}
            for near in change_report.nearest
        ],
        "priorities": [
            {
                "earlier_rank": change.earlier_rank,
                "later_rank": change.later_rank,
                "earlier_unit": change.earlier_unit,
                "later_unit": change.later_unit,
                "status": change.status.value,
            }
            for change in change_report.priorities
        ],
        "phrases": [_phrase(phrase) for phrase in change_report.phrases],
        "phrases_cut": [status.value for status in change_report.phrases_cut],
        **uptakes_document(change_report),
        **undertakings_document(change_report),
        "findings": [_finding(finding) for finding in change_report.findings],
        "not_compared": [
            {"what": entry.what, "side": entry.side, "reason": entry.reason, "detail": entry.detail}
            for entry in change_report.not_compared
        ],
    }


def work_report_document(work_report: WorkReport) -> Json:
    """One report as it was read; unit texts are `text[start:end]` of the cleaned text, in characters."""
    source = work_report.source
    return {
        "id": work_report.id,
        "place": work_report.place,
        "year": work_report.year,
        "title": work_report.title,
        "kind": work_report.kind.value,
        "edition": work_report.edition.value,
        "language": work_report.language,
        "source": source.name,
        "format": source.format,
        "encoding": source.encoding,
        "sha256": source.sha256,
        "characters": len(work_report.text),
        "facts": [
            {"name": fact.name, "value": fact.value, "found_in": fact.found_in} for fact in work_report.facts
        ],
        "doubts": [{"code": doubt.code, "detail": doubt.detail} for doubt in work_report.doubts],
        "units": [_unit(unit) for unit in work_report.units],
        "left_out": [
            {"text": piece.text, "reason": piece.reason, "source_start": piece.source_start}
            for piece in work_report.left_out
        ],
        **annexes_document(work_report),
    }


def outline_document(work_report: WorkReport) -> Json:
    """One report as a document of its own: the report's fields behind version and generator."""
    return {
        "schema_version": SCHEMA_VERSION,
        "generator": generator(),
        **work_report_document(work_report),
    }


def render_json(document: Json) -> str:
    """A document as text: one line for each field, and one for each member of a list.

    Indenting everything would make it far longer and slow to write; one single line could not be read, nor
    compared line by line.
    """
    return "{\n" + _fields(document, "") + "\n}\n"


def _fields(document: Json, indent: str) -> str:
    return ",\n".join(f"{indent}{_flat(name)}: {_value(value, indent)}" for name, value in document.items())


def _value(value: object, indent: str) -> str:
    if isinstance(value, list) and value:
        members = ",\n".join(f"{indent} {_member(member, indent + ' ')}" for member in value)
        return f"[\n{members}\n{indent}]"
    if isinstance(value, dict) and any(isinstance(each, list) for each in value.values()):
        return "{\n" + _fields(value, indent + " ") + f"\n{indent}}}"
    return _flat(value)


def _member(member: object, indent: str) -> str:
    """A member of a list is one line, unless it is a whole document with a report inside."""
    is_document = isinstance(member, dict) and "schema_version" in member
    return _value(member, indent) if is_document else _flat(member)


def _flat(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def generator() -> Json:
    """What made a document: name and version of this program."""
    return {"name": "crossyear", "version": metadata.version("crossyear")}


def _unit(unit: Unit) -> Json:
    return {
        "id": unit.id,
        "level": unit.level.value,
        "role": unit.role.value,
        "role_reason": unit.role_reason,
        "number": unit.number,
        "heading": unit.heading,
        "parent": unit.parent,
        "depth": unit.depth,
        "start": unit.span.start,
        "end": unit.span.end,
        "body": unit.body,
        "text": unit.text,
    }


def _link(link: Link) -> Json:
    return {
        "earlier": list(link.earlier),
        "later": list(link.later),
        "kind": link.kind.value,
        "moved": link.moved,
        "displaced": link.displaced,
        "score": _rounded(link.score),
        "matched_by": link.matched_by,
        "confidence": link.confidence.value,
        "turn": link.turn.value if link.turn else None,
        "partial": link.partial,
        "changes": [meaning_change_document(change) for change in link.changes],
        "edits": [edit_document(edit) for edit in link.edits],
        "earlier_only": _spans(link.earlier_only),
        "later_only": _spans(link.later_only),
        "reordered": [[_span(one), _span(other)] for one, other in link.reordered],
    }


def edit_document(edit: Edit) -> Json:
    """A step with its spans."""
    return {"kind": edit.kind.value, "earlier": _span(edit.earlier), "later": _span(edit.later)}


def meaning_change_document(change: MeaningChange) -> Json:
    """A change on a channel with its spans."""
    return {
        "channel": change.channel.value,
        "earlier": _span(change.earlier),
        "later": _span(change.later),
        "earlier_clause": _span(change.earlier_clause),
        "later_clause": _span(change.later_clause),
        "direction": change.direction.value if change.direction else None,
        "ladder": change.ladder or None,
    }


def _phrase(phrase: FormulationChange) -> Json:
    return {
        "text": phrase.text,
        "status": phrase.status.value,
        "earlier_text": phrase.earlier_text,
        "later_text": phrase.later_text,
        "earlier_count": phrase.earlier_count,
        "later_count": phrase.later_count,
        "weight": _rounded(phrase.weight),
        "first_year": phrase.first_year,
        "last_year": phrase.last_year,
        "reason": phrase.reason,
        "earlier_spans": _spans(phrase.earlier_spans),
        "later_spans": _spans(phrase.later_spans),
        "emphasis": _emphasis(phrase.emphasis) if phrase.emphasis else None,
    }


def _emphasis(emphasis: Emphasis) -> Json:
    return {
        "earlier_rate": _rounded(emphasis.earlier_rate),
        "later_rate": _rounded(emphasis.later_rate),
        "expected_by_length": _rounded(emphasis.expected_by_length),
        "expected_by_parts": _rounded(emphasis.expected_by_parts),
        "ratio": _rounded(emphasis.ratio),
        "interval": [_rounded(emphasis.low), _rounded(emphasis.high)],
        "is_clear": emphasis.is_clear,
        "parts": [
            {"role": use.role.value, "earlier": use.earlier, "later": use.later} for use in emphasis.parts
        ],
    }


def _finding(finding: Finding) -> Json:
    return {
        "kind": finding.kind.value,
        "importance": _rounded(finding.importance),
        "earlier_unit": finding.earlier_unit,
        "later_unit": finding.later_unit,
        "earlier": _span(finding.earlier) if finding.earlier is not None else None,
        "later": _span(finding.later) if finding.later is not None else None,
        "values": dict(finding.values),
        "reason": finding.reason,
    }


def _overview(overview: Overview) -> Json:
    return {
        "years": list(overview.years),
        "missing_years": list(overview.missing_years),
        "priorities": _found(overview.priorities),
        "measures": _found(overview.measures),
    }


def _found(units: Iterable[FirstFound]) -> list[Json]:
    return [
        {
            "unit": found.unit,
            "first_year": found.first_year,
            "found_in": [
                {"year": there.year, "pair": there.pair, "units": list(there.units)}
                for there in found.found_in
            ],
        }
        for found in units
    ]


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _spans(spans: Sequence[Span]) -> list[list[int]]:
    return [_span(span) for span in spans]


def _rounded(figure: float) -> float:
    """Four digits: more would differ between machines and mean nothing."""
    return round(float(figure), 4)
