"""An earlier result of check: what was found then is known now, and only what came since can fail."""

import json

from corpora.errors import UsageError

_HINT = "Name a file that crossyear check wrote with -o NAME.json"


def read_baseline(text: str, name: str) -> frozenset[str]:
    """The fingerprints of an earlier JSON result of check.

    Args:
        text: the file's text.
        name: the file, for messages.

    Raises:
        UsageError: it is no such file, or that check could not compare: it knows of nothing.
    """
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{name}: is no JSON ({error})", _HINT) from error
    findings = document.get("findings") if isinstance(document, dict) else None
    if not isinstance(findings, list) or "verdict" not in document:
        raise UsageError(f"{name}: is no result of crossyear check", _HINT)
    if document["verdict"] not in {"passed", "failed"}:
        raise UsageError(f"{name}: that check could not compare, so it tells nothing", _HINT)
    known = {each.get("fingerprint") for each in findings if isinstance(each, dict)}
    return frozenset(each for each in known if isinstance(each, str))
