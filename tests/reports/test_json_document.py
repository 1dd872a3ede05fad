"""Documents hold what the contract says and validate against the schema that the package ships."""

import json
from importlib import metadata, resources

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from compare.comparison import compare_with_many
from compare.model import Channel, Confidence, EditKind, FindingKind, LinkKind, PhraseStatus, PriorityStatus
from corpora.model import Edition, Level, Role, Source, TextKind
from corpora.reading.report import as_work_report
from reports.documents.comparison import (
    SCHEMA_FILE,
    SCHEMA_VERSION,
    change_document,
    comparison_document,
    outline_document,
    render_json,
    work_report_document,
)
from scripts.report_files import PARAGRAPHS

SCHEMA = json.loads((resources.files("reports") / "schema" / SCHEMA_FILE).read_text(encoding="utf-8"))


def errors(document, kind):
    one_kind = {name: value for name, value in SCHEMA.items() if name != "anyOf"}
    validator = Draft202012Validator({**one_kind, "$ref": f"#/$defs/{kind}"})
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)]


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$defs"]["schema_version"]["const"] == SCHEMA_VERSION


@pytest.mark.parametrize(
    ("definition", "field", "enum"),
    [
        ("unit", "level", Level),
        ("unit", "role", Role),
        ("work_report", "kind", TextKind),
        ("work_report", "edition", Edition),
        ("link", "kind", LinkKind),
        ("link", "confidence", Confidence),
        ("edit", "kind", EditKind),
        ("change", "channel", Channel),
        ("priority", "status", PriorityStatus),
        ("phrase", "status", PhraseStatus),
        ("finding", "kind", FindingKind),
    ],
)
def test_the_schema_names_every_member_of_the_enums(definition, field, enum):
    assert sorted(SCHEMA["$defs"][definition]["properties"][field]["enum"]) == sorted(enum)


def test_a_comparison_validates(comparison):
    document = json.loads(render_json(comparison_document(comparison)))
    assert errors(document, "comparison") == []
    assert document["schema_version"] == "1.0"
    assert document["generator"] == {"name": "crossyear", "version": metadata.version("crossyear")}


def test_a_comparison_with_several_validates(comparison_of_many):
    document = json.loads(render_json(comparison_document(comparison_of_many)))
    assert errors(document, "comparisons") == []
    assert set(document) == {"schema_version", "generator", "overview", "open_promises", "comparisons"}
    assert [pair["earlier"]["year"] for pair in document["comparisons"]] == [2021, 2023]
    assert document["overview"]["missing_years"] == [2022]
    assert document["overview"]["priorities"][0] == {
        "unit": "s2",
        "first_year": 2021,
        "found_in": [{"year": 2021, "pair": 0, "units": ["s3"]}, {"year": 2023, "pair": 1, "units": ["s3"]}],
    }


def test_an_outline_validates(earlier):
    document = json.loads(render_json(outline_document(earlier)))
    assert errors(document, "work_report") == []
    assert document["id"] == "甲市:2023"


LISTS = (
    *PARAGRAPHS[:6],
    "民生保障有力。全面完成12类45件民生实事，人民群众获得感、幸福感进一步增强。",
    *PARAGRAPHS[6:-1],
    "今年办好3件民生实事。一是新建社区食堂。二是加装电梯。三是改造管网。",
    PARAGRAPHS[-1],
    "名词解释",
    "1.“两重”：重大战略实施和重点领域安全能力建设。",
)


def test_livelihood_projects_and_glossary_stand_in_every_document_of_a_report():
    read = as_work_report(Source("a.txt", "0" * 64, "txt", "utf-8", "\n".join(LISTS)))
    document = json.loads(render_json(comparison_document(compare_with_many([read], read))))
    outlined = json.loads(render_json(outline_document(read)))

    assert errors(document, "comparison") == errors(outlined, "work_report") == []
    assert document["earlier"]["livelihood"] == document["later"]["livelihood"] == outlined["livelihood"]
    told = [
        (each["number"], each["word"], each["parts"], each["part_word"], each["planned"], len(each["items"]))
        for each in outlined["livelihood"]
    ]
    assert told == [(12, "类", 45, "件", False, 0), (3, "件", None, None, True, 3)]
    assert [read.text[start:end] for start, end in outlined["livelihood"][1]["items"]] == [
        "一是新建社区食堂。", "二是加装电梯。", "三是改造管网。",
    ]  # fmt: skip
    assert document["later"]["glossary"] == outlined["glossary"]
    assert [(each["term"], each["meaning"]) for each in outlined["glossary"]] == [
        ("“两重”", "重大战略实施和重点领域安全能力建设。")
    ]
    assert read.unit(outlined["glossary"][0]["unit"]).role is Role.APPENDIX


@pytest.mark.parametrize("field", ["livelihood", "glossary"])
def test_the_schema_refuses_lists_that_break_the_contract(field, earlier):
    document = json.loads(render_json(outline_document(earlier)))
    document[field] = [{"number": 0, "term": ""}]

    assert errors(document, "work_report")


@pytest.mark.parametrize(
    ("damage", "where"),
    [
        (lambda d: d.pop("links"), "$"),
        (lambda d: d["links"][0].update(kind="moved"), "$.links[0].kind"),
        (lambda d: d["links"][0].update(score=1.5), "$.links[0].score"),
        (lambda d: d["links"][0].update(earlier=[]), "$.links[0].earlier"),
        (lambda d: d["earlier"]["units"][0].update(id="x1"), "$.earlier.units[0].id"),
        (lambda d: d["phrases"][0].update(status="gone"), "$.phrases[0].status"),
        (lambda d: d["priorities"][0].update(earlier_rank=0), "$.priorities[0].earlier_rank"),
        (lambda d: d["later"].update(year="2024"), "$.later.year"),
    ],
)
def test_the_schema_refuses_what_breaks_the_contract(change_report, damage, where):
    document = json.loads(render_json(change_document(change_report)))
    damage(document)
    assert [error.partition(": ")[0] for error in errors(document, "comparison")] == [where]


def test_the_fields_of_the_contract_are_there(change_report):
    document = change_document(change_report)
    assert set(document) >= {
        *("schema_version", "generator", "earlier", "later", "links", "new_units", "dropped_units"),
        *("priorities", "phrases", "targets", "promises", "not_compared"),
    }
    assert set(document["links"][0]) >= {"earlier", "later", "kind", "moved", "score", "matched_by"}
    assert set(document["priorities"][0]) >= {
        *("earlier_rank", "later_rank", "earlier_unit", "later_unit", "status")
    }
    assert set(document["phrases"][0]) >= {
        *("text", "status", "earlier_text", "later_text", "earlier_count", "later_count", "weight"),
        *("first_year", "last_year", "earlier_spans", "later_spans"),
    }
    assert set(document["earlier"]) >= {
        *("id", "place", "year", "title", "kind", "edition", "language", "source", "sha256", "characters"),
        "units",
    }
    assert set(document["earlier"]["units"][0]) >= {
        *("id", "level", "role", "number", "heading", "parent", "start", "end", "text")
    }


def test_targets_and_promises_are_empty_and_named_as_not_compared(change_report):
    document = change_document(change_report)
    assert (document["targets"], document["promises"]) == ([], [])
    reasons = {entry["what"]: entry["reason"] for entry in document["not_compared"]}
    assert reasons["targets"] == reasons["promises"] == "not yet compared"


def test_units_are_slices_of_the_cleaned_text(earlier):
    for unit in work_report_document(earlier)["units"]:
        assert unit["text"] == earlier.text[unit["start"] : unit["end"]]


def test_a_document_is_read_line_by_line(change_report):
    text = render_json(change_document(change_report))
    assert text.startswith("{\n")
    assert text.endswith("\n}\n")
    units = [line for line in text.splitlines() if '"level"' in line]
    assert len(units) == len(change_report.earlier.units) + len(change_report.later.units)
    assert "扩大内需" in text  # readable, not escaped


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(st.dictionaries(st.text(), JSON_VALUES, min_size=1))
def test_layout_changes_nothing(document):
    assert json.loads(render_json(document)) == document


def test_what_json_does_not_know_is_refused():
    with pytest.raises(ValueError, match="JSON compliant"):
        render_json({"score": float("nan")})
