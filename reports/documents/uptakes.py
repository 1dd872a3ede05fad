"""Formulations of a higher level of government in a lower one's report, as JSON."""

from typing import Any

from compare.model import ChangeReport

Json = dict[str, Any]


def uptakes_document(change_report: ChangeReport) -> Json:
    """The uptakes as a field of a comparison's document; none where the levels do not differ."""
    if not change_report.uptakes:
        return {}
    return {
        "uptakes": [
            {
                "text": one.text,
                "side": one.side,
                "kind": one.kind.value,
                "local_text": one.local_text,
                "weight": one.weight,
                "since": one.since,
                "spans": [[span.start, span.end] for span in one.spans],
                "local_spans": [[span.start, span.end] for span in one.local_spans],
            }
            for one in change_report.uptakes
        ]
    }
