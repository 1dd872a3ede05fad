"""Histories, searches and diffusions validate against the schema that the package ships, and break it when broken."""

import json
from importlib import resources

import pytest
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from compare.history.concordance import ask, ask_pattern, find_uses
from compare.history.diffusion import Course, trace_diffusion
from compare.history.model import CellKind, VariantKind
from compare.history.story import tell_history
from corpora.places import level_of
from reports.cli.sample import read_sample
from reports.documents.comparison import SCHEMA_FILE, render_json
from reports.documents.history import concordances_document, diffusion_document, history_document
from reports.rows.history import Life

SCHEMA = json.loads((resources.files("reports") / "schema" / SCHEMA_FILE).read_text(encoding="utf-8"))


def errors(document, kind):
    one_kind = {name: value for name, value in SCHEMA.items() if name != "anyOf"}
    validator = Draft202012Validator({**one_kind, "$ref": f"#/$defs/{kind}"})
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)]


def search(query, places):
    return [find_uses([replace(one, place=place) for one in some], query) for place, some in places.items()]


@pytest.fixture(scope="module")
def documents():
    reports = read_sample()
    places = {"北川市": reports[-1:], "澜川市": reports, "南川县": reports[:1]}
    found = search(ask("亩均论英雄"), places)
    spread = trace_diffusion([(one, level_of(one.shelf.place)) for one in found])
    made = {
        "history": history_document(tell_history(reports)),
        "search": concordances_document(found),
        "diffusion": diffusion_document(spread),
    }
    return {kind: render_json(document) for kind, document in made.items()}


@pytest.mark.parametrize("kind", ["history", "search", "diffusion"])
def test_what_is_printed_validates_as_what_it_is_and_as_nothing_else(documents, kind):
    document = json.loads(documents[kind])
    assert errors(document, kind) == []
    assert all(errors(document, other) for other in documents if other != kind)
    assert Draft202012Validator(SCHEMA).is_valid(document)


@pytest.mark.parametrize(
    "query", [ask("没有的词"), ask("适度宽松的土地政策"), ask_pattern("增长.{1,4}%")], ids=str
)
def test_a_search_without_uses_or_by_a_pattern_validates(query):
    document = json.loads(render_json(concordances_document(search(query, {"澜川市": read_sample()}))))
    assert errors(document, "search") == []
    spread = trace_diffusion([(one, None) for one in search(query, {"澜川市": read_sample()})])
    assert errors(json.loads(render_json(diffusion_document(spread))), "diffusion") == []


def enum_at(*path):
    found = SCHEMA["$defs"]
    for name in path:
        found = found[name]
    return {each for each in found["enum"] if each is not None}


@pytest.mark.parametrize(
    ("path", "enum"),
    [
        (("formulation_years", "properties", "life"), Life),
        (
            (
                "history",
                "properties",
                "lineages",
                "items",
                "properties",
                "members",
                "items",
                "properties",
                "kind",
            ),
            VariantKind,
        ),
        (
            (
                "history",
                "properties",
                "targets",
                "items",
                "properties",
                "cells",
                "items",
                "properties",
                "kind",
            ),
            CellKind,
        ),
        (("diffusion", "properties", "places", "items", "properties", "course"), Course),
    ],
)
def test_the_schema_names_every_member_of_the_enums(path, enum):
    assert enum_at(*path) == set(enum)


@pytest.mark.parametrize(
    ("kind", "damage", "where"),
    [
        ("history", lambda d: d["formulations"][0].update(life="old"), "$.formulations[0].life"),
        ("history", lambda d: d["reports"][0].pop("characters"), "$.reports[0]"),
        (
            "history",
            lambda d: d["formulations"][0]["counts"].update({"2024年": 1}),
            "$.formulations[0].counts",
        ),
        ("search", lambda d: d["places"][1]["uses"][0].update(span=[3]), "$.places[1].uses[0].span"),
        ("search", lambda d: d["places"][1]["uses"][0].pop("crosses_word"), "$.places[1].uses[0]"),
        ("search", lambda d: d.update(places=[]), "$.places"),
        ("diffusion", lambda d: d["places"][0].update(course="late"), "$.places[0].course"),
        ("diffusion", lambda d: d["levels"][0]["years"][0].update(share=1.5), "$.levels[0].years[0].share"),
    ],
)
def test_the_schema_refuses_what_breaks_the_contract(documents, kind, damage, where):
    document = json.loads(documents[kind])
    damage(document)
    assert any(error.startswith(where) for error in errors(document, kind))
