"""Proposed aliases as a file to be judged: TOML that --aliases reads, with reasons and sentences."""

import json

from compare.history.model import History, Proposal
from reports.rows.history import passage
from reports.words.history import PROPOSAL_REASONS, history_words

_SENTENCE = 70


def render_proposals(history: History, language: str) -> str:
    """The proposals of a history, commented out: a reader takes the mark away from what is right.

    Args:
        history: what was found.
        language: `zh` or `en`, for reasons; quotes stay as they are.

    Returns:
        The text of an alias file.
    """
    words = history_words(language)
    if not history.proposals:
        return f"# {words.none_found}\n"
    by_canonical: dict[str, list[Proposal]] = {}
    for one in history.proposals:
        by_canonical.setdefault(_bare(one.canonical), []).append(one)
    lines = [f"# {words.proposals_file}", ""]
    for canonical, proposals in by_canonical.items():
        for one in proposals:
            reason = PROPOSAL_REASONS[one.reason].label(language)
            lines.append(f"# {_bare(one.variant)}{words.arrow}{canonical}: {reason}")
            lines += [f"#   {use.year}  {passage(use, _SENTENCE)}" for use in one.evidence]
        variants = json.dumps([_bare(one.variant) for one in proposals], ensure_ascii=False)
        lines += [f"# {json.dumps(canonical, ensure_ascii=False)} = {variants}", ""]
    return "\n".join(lines)


def _bare(form: str) -> str:
    """A form without the quotation marks around it."""
    return form.strip("“”《》")
