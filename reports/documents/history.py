"""Histories, searches and diffusions for machines, by the published schema; no field is ever renamed."""

from collections.abc import Sequence

from compare.history.concordance import Concordance, Query
from compare.history.diffusion import Adoption, Diffusion
from compare.history.model import (
    FormulationYears,
    History,
    Lineage,
    Member,
    PriorityThread,
    Shelf,
    TargetYears,
    Use,
)
from reports.documents.comparison import SCHEMA_VERSION, Json, generator
from reports.rows.history import gaps, life, rate


def history_document(history: History) -> Json:
    """A history: counts and rates by year, lineages, priorities, targets; each use with its sentence."""
    shelf = history.shelf
    return {
        **_head(shelf),
        "formulations": [_formulation(one, shelf) for one in history.formulations],
        "lineages": [_lineage(one, shelf) for one in history.lineages],
        "priorities": [_priority(one) for one in history.priorities],
        "targets": [_target(one) for one in history.targets],
        "proposed_aliases": [
            {
                "canonical": one.canonical,
                "variant": one.variant,
                "reason": one.reason,
                "evidence": [_use(use) for use in one.evidence],
            }
            for one in history.proposals
        ],
    }


def concordances_document(concordances: Sequence[Concordance]) -> Json:
    """A search: one entry for each place, with every use in context."""
    return {
        **_asked(concordances[0].query),
        "places": [_concordance(one) for one in concordances],
    }


def diffusion_document(diffusion: Diffusion) -> Json:
    """How a phrase spread: every place, every level by year, and what the claims rest on."""
    return {
        **_asked(diffusion.query),
        "first_places": [one.place for one in diffusion.leaders],
        "no_report_before": list(diffusion.unknown_before),
        "levels": [
            {
                "level": level.level,
                "places": level.places,
                "first_places": [one.place for one in level.first],
                "years": [
                    {
                        "year": one.year,
                        "reports": one.reports,
                        "using": one.using,
                        "begun": one.begun,
                        "adopted": one.adopted,
                        "share": round(one.share, 4),
                    }
                    for one in level.years
                ],
            }
            for level in diffusion.levels
        ],
        "places": [_adoption(one) for one in diffusion.adoptions],
    }


def _adoption(one: Adoption) -> Json:
    return {
        **_shelf(one.shelf),
        "level": one.level,
        "course": one.course.value,
        "first_year": one.first.year if one.first else None,
        "not_before": one.not_before,
        "years_after_first_place": one.lag,
        "counts": _by_year(one.shelf, one.counts),
        "pauses": list(one.pauses),
        "first_use": _use(one.first) if one.first else None,
    }


def _concordance(concordance: Concordance) -> Json:
    shelf = concordance.shelf
    return {
        **_shelf(shelf),
        "counts": _by_year(shelf, concordance.counts),
        "per_10000": _rates(shelf, concordance.counts),
        "years_without": list(concordance.years_without),
        "uses": [
            {**_use(each.use), "form": each.form, "crosses_word": each.use.crosses}
            for each in concordance.found
        ],
        "near": [
            {
                "text": one.text,
                "likeness": one.likeness,
                "spread": one.spread,
                "years": list(one.years),
                "use": _use(one.use),
            }
            for one in concordance.near or ()
        ],
    }


def _asked(query: Query) -> Json:
    return {
        "schema_version": SCHEMA_VERSION,
        "generator": generator(),
        "phrase": query.text,
        "regex": query.pattern is not None,
        "forms": [word for _, word in query.forms],
    }


def _head(shelf: Shelf) -> Json:
    return {"schema_version": SCHEMA_VERSION, "generator": generator(), **_shelf(shelf)}


def _shelf(shelf: Shelf) -> Json:
    return {
        "place": shelf.place,
        "years": list(shelf.years),
        "missing_years": list(shelf.missing),
        "reports": [
            {
                "year": text.year,
                "id": text.id,
                "title": text.title,
                "kind": text.kind.value,
                "edition": text.edition.value,
                "source": text.source,
                "sha256": text.sha256,
                "characters": text.characters,
            }
            for text in shelf.texts
        ],
        "not_used": list(shelf.not_used),
    }


def _by_year(shelf: Shelf, counts: Sequence[int]) -> Json:
    return {str(year): count for year, count in zip(shelf.years, counts, strict=True)}


def _rates(shelf: Shelf, counts: Sequence[int]) -> Json:
    return {
        str(text.year): rate(count, text.characters) for text, count in zip(shelf.texts, counts, strict=True)
    }


def _use(use: Use) -> Json:
    return {
        "year": use.year,
        "unit": use.unit_id,
        "role": use.role.value,
        "section": use.section or None,
        "span": [use.span.start, use.span.end],
        "before": use.before,
        "text": use.printed,
        "after": use.after,
    }


def _formulation(one: FormulationYears, shelf: Shelf) -> Json:
    return {
        "text": one.text,
        "reason": one.reason,
        "weight": one.weight,
        "life": life(one.counts).value,
        "first_year": one.first_year,
        "last_year": one.last_year,
        "gaps": [list(gap) for gap in gaps(shelf.years, one.counts)],
        "counts": _by_year(shelf, one.counts),
        "per_10000": _rates(shelf, one.counts),
        "uses": [_use(use) for use in one.uses],
    }


def _lineage(lineage: Lineage, shelf: Shelf) -> Json:
    return {"name": lineage.name, "members": [_member(one, shelf) for one in lineage.members]}


def _member(member: Member, shelf: Shelf) -> Json:
    return {
        "text": member.text,
        "kind": member.kind.value if member.kind else None,
        "of": member.of or None,
        "counts": _by_year(shelf, member.counts),
        "uses": [_use(use) for use in member.uses],
    }


def _priority(thread: PriorityThread) -> Json:
    return {
        "heading": thread.heading,
        "places": [
            {"year": one.year, "rank": one.rank, "heading": one.heading, "unit": one.unit_id}
            for one in thread.places
        ],
    }


def _target(series: TargetYears) -> Json:
    return {
        "indicator": series.indicator,
        "period": series.period.value,
        "cells": [
            {
                "year": cell.year,
                "kind": cell.kind.value,
                "text": cell.text or None,
                "value": _value(cell.value),
                "unit": cell.unit,
                "qualifier": cell.qualifier,
            }
            for cell in series.cells
        ],
    }


def _value(value: tuple[float, float] | None) -> float | list[float] | None:
    if value is None:
        return None
    return value[0] if value[0] == value[1] else list(value)
