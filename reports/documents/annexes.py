"""What a report lists besides its prose, as fields of its document: livelihood projects and glossary."""

from typing import Any

from corpora.annexes import LivelihoodList, find_glossary, find_livelihood
from corpora.model import WorkReport

Json = dict[str, Any]


def annexes_document(work_report: WorkReport) -> Json:
    """Livelihood projects and glossary of a report; spans as [start, end] in its text."""
    return {
        "livelihood": [_livelihood(found) for found in find_livelihood(work_report)],
        "glossary": [
            {"term": entry.term, "meaning": entry.meaning, "unit": entry.unit}
            for entry in find_glossary(work_report)
        ],
    }


def _livelihood(found: LivelihoodList) -> Json:
    return {
        "number": found.number,
        "word": found.word,
        "parts": found.parts,
        "part_word": found.part_word,
        "planned": found.planned,
        "unit": found.unit,
        "span": [found.span.start, found.span.end],
        "items": [[item.start, item.end] for item in found.items],
    }
