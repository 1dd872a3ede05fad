"""The whole story of a history, in the order in which it happens."""

from collections.abc import Mapping, Sequence

from compare.formulations.folding import presence_form
from compare.history.lineages import find_lineages
from compare.history.model import History
from compare.history.panel import find_panel
from compare.history.proposals import propose
from compare.history.relations import Asked, alias_edges, find_relations
from compare.history.shelf import shelve
from compare.history.threads import find_threads
from compare.history.tracking import names_of, track
from corpora.model import WorkReport

MOST_FORMULATIONS = 300  # what a careful reader goes through; single ones are asked for with a concordance
_LANGUAGE = "zh"  # names and lineages are read by the frames of Chinese sentences


def tell_history(
    reports: Sequence[WorkReport], aliases: Mapping[str, Sequence[str]] | None = None
) -> History:
    """Tell the history of one place.

    Args:
        reports: reports of one place, at least one.
        aliases: forms that the user says name one formulation, by the canonical one.

    Returns:
        Formulations, lineages, priorities and targets through the years; formulations and lineages only of
        reports in Chinese.
    """
    shelved = shelve(reports)
    names = names_of(shelved) if shelved.reports[-1].language == _LANGUAGE else {}
    formulations = track(shelved, names, MOST_FORMULATIONS)
    told = [presence_form(one.text) for one in formulations]
    joined = alias_edges(aliases or {})
    asked = Asked(shelved, names)
    edges = (*joined, *find_relations(asked, told))
    return History(
        shelved.shelf,
        formulations,
        find_lineages(shelved, edges, [*(edge.one for edge in joined), *told]),
        find_threads(shelved.reports),
        find_panel(shelved.reports),
        propose(asked, edges),
    )
