"""Formulations that go on under another name, on the user's word: neither new nor gone, but reworded."""

from collections.abc import Iterator, Sequence

from compare.formulations.folding import FoldedReport, presence_form
from compare.formulations.lineage import Past, find_places
from compare.model import FormulationChange, PhraseStatus

ALIAS = "alias"  # the reason of such a change
_WEIGHT = 30.0  # the user asked for it: it comes before other rewordings
_AFTER = (PhraseStatus.REWORDED, PhraseStatus.CARRIED)  # such changes stand behind what came and went
_MOST_ELSE = 2  # characters that a told phrase may have beside the name and still be no more than the name

Groups = Sequence[Sequence[str]]


def join_names(
    changes: Sequence[FormulationChange],
    earlier: FoldedReport,
    later: FoldedReport,
    groups: Groups,
    past: Past,
) -> tuple[FormulationChange, ...]:
    """The changes with what the user says is one formulation told as one.

    Args:
        changes: what was found without the user's word.
        earlier: the earlier report.
        later: the later report.
        groups: forms that name one formulation, as the user wrote them.
        past: the older reports.

    Returns:
        The changes; a form that took another's place is told as reworded, and no longer as new or dropped.
    """
    renamed: list[FormulationChange] = []
    told: set[str] = set()
    for group in groups:
        forms = [presence_form(each) for each in group]
        for before, after in _pairs(forms, earlier, later):
            years = [year for form in forms for year in past.years_of(form)]
            renamed.append(_change((earlier, before), (later, after), (*years, earlier.report.year)))
            told |= {before, after}
    kept = [change for change in changes if not _is_told(change, told)]
    place = next((at for at, each in enumerate(kept) if each.status in _AFTER), len(kept))
    return (*kept[:place], *renamed, *kept[place:])


def _pairs(forms: Sequence[str], earlier: FoldedReport, later: FoldedReport) -> Iterator[tuple[str, str]]:
    """Forms that the earlier report alone has with those that the later one alone has."""
    gone = [form for form in forms if form in earlier.form and form not in later.whole]
    came = [form for form in forms if form in later.form and form not in earlier.whole]
    for position in range(max(len(gone), len(came)) if gone and came else 0):
        yield gone[min(position, len(gone) - 1)], came[min(position, len(came) - 1)]


def _is_told(change: FormulationChange, names: set[str]) -> bool:
    if change.status in _AFTER:
        return False
    form = presence_form(change.text)
    return any(name in form and len(form) - len(name) <= _MOST_ELSE for name in names)


def _change(
    before: tuple[FoldedReport, str], after: tuple[FoldedReport, str], years: Sequence[int]
) -> FormulationChange:
    earlier, later = (find_places(*side) for side in (before, after))
    texts = before[0].report.quote(earlier[0]), after[0].report.quote(later[0])
    old, young = (" ".join(text.split()) for text in texts)
    return FormulationChange(
        text=young,
        status=PhraseStatus.REWORDED,
        earlier_text=old,
        later_text=young,
        earlier_count=len(earlier),
        later_count=len(later),
        weight=_WEIGHT,
        first_year=min(years),
        last_year=max(years),
        earlier_spans=earlier,
        later_spans=later,
        reason=ALIAS,
    )
