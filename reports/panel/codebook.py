"""The codebook of a panel, made of the definitions of its variables and of what stands in the tables."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from reports.panel.model import WHYS, Variable
from reports.panel.tables import PANEL, PANEL_TABLES, TARGETS, PanelTable
from reports.panel.words import PanelWords, panel_words
from reports.tables.model import Both, Column, Kind
from reports.words.counts import filled
from reports.words.language import Language

if TYPE_CHECKING:
    import polars as pl

CODEBOOK = "codebook"
REASONS = "reasons"
_NUMBERS = frozenset({Kind.INTEGER, Kind.YEAR, Kind.NUMBER, Kind.SHARE})
_LONGEST_LABEL = 80  # of a variable in Stata


class Described(Struct, frozen=True):
    """A variable of the codebook.

    Attributes:
        table: name of its table.
        column: its definition.
        values: its stable words with their meanings, in both languages; empty for other variables.
        missing: name of the variable that tells why a value is missing, or empty.
        unit: of its numbers, or None.
        observed: how many rows have a value.
        low: the least value of a number, or None.
        high: the greatest, or None.
    """

    table: str
    column: Column[Any]
    values: str
    missing: str
    unit: Both | None
    observed: int
    low: float | None
    high: float | None


def describe(frames: "Mapping[str, pl.DataFrame]") -> Iterator[Described]:
    """Every variable of every table.

    Args:
        frames: the tables by name.
    """
    for table in PANEL_TABLES:
        for column in table.columns:
            values = frames[table.name][column.name]
            low = high = None
            if column.kind in _NUMBERS and values.count():
                low, high = (float(end) for end in (values.min(), values.max()))  # type: ignore[arg-type]
            variable = column if isinstance(column, Variable) else None
            yield Described(
                table.name,
                column,
                _values(column),
                variable.missing if variable else "",
                _unit(column),
                values.count(),
                low,
                high,
            )


def _unit(column: Column[Any]) -> Both | None:
    if column.kind is Kind.SHARE:
        return Both("0 至 1", "0 to 1")
    return column.measured_in if isinstance(column, Variable) else None


def _values(column: Column[Any]) -> str:
    if column.words is WHYS:
        return f"see {REASONS}"
    words = column.words or {}
    return "; ".join(f"{key} = {word.zh}/{word.en}" for key, word in words.items())


def codebook_frame(described: list[Described]) -> "pl.DataFrame":
    """The codebook as a table: one row for each variable, then one for each reason for a missing value."""
    import polars as pl

    rows: list[tuple[object, ...]] = [
        (
            *(each.table, each.column.name, each.column.kind.value),
            *(each.column.label.text(language) for language in Language),
            *(each.column.description(language) for language in Language),
            *(each.unit.text(language) if each.unit else None for language in Language),
            *(each.values or None, each.missing or None, each.observed, each.low, each.high),
        )
        for each in described
    ]
    rows += [
        (REASONS, why.value, Kind.WORD.value, word.zh, word.en, word.zh, word.en, *[None] * 7)
        for why, word in WHYS.items()
    ]
    schema = {
        **dict.fromkeys(("table", "variable", "type", "label_zh", "label_en"), pl.String),
        **dict.fromkeys(("about_zh", "about_en", "unit_zh", "unit_en"), pl.String),
        **dict.fromkeys(("values", "missing_told_by"), pl.String),
        "observed": pl.Int64,
        "minimum": pl.Float64,
        "maximum": pl.Float64,
    }  # fmt: skip
    return pl.DataFrame(rows, schema=schema, orient="row")


def render_codebook(
    described: list[Described], frames: "Mapping[str, pl.DataFrame]", corpus: str, language: str
) -> str:
    """The codebook to be read, in Markdown.

    Args:
        described: every variable.
        frames: the tables by name.
        corpus: what the corpus is called.
        language: of the words.
    """
    words = panel_words(language)
    lines = [f"# {words.title.format(corpus=_cell(corpus))}", "", words.standfirst, ""]
    for table in PANEL_TABLES:
        about, count = table.about.text(language), frames[table.name].height
        lines += [f"## {table.title.text(language)}: `{table.name}`", ""]
        lines += [filled(words.table, about=f"{about[:1].upper()}{about[1:]}", count=count), ""]
        lines += _markdown_row(
            words.variable, words.meaning, words.unit, words.values, words.missing, words.observed
        )
        lines += _markdown_row(*["---"] * 6)
        for each in described:
            if each.table == table.name:
                lines += _variable_row(each, words, language)
        lines.append("")
    lines += [
        f"## {words.reasons}",
        "",
        *_markdown_row(words.value, words.meaning),
        *_markdown_row("---", "---"),
    ]
    for why, word in WHYS.items():
        lines += _markdown_row(f"`{why.value}`", word.label(language))
    return "\n".join(lines) + "\n"


def _variable_row(each: Described, words: PanelWords, language: str) -> list[str]:
    column = each.column
    label, about = column.label.text(language), column.description(language)
    told = label if about == label else f"**{_cell(label)}** {_cell(about)}"
    if column.words is WHYS:
        values = words.reasons
    else:
        values = "; ".join(f"`{key}` {word.label(language)}" for key, word in (column.words or {}).items())
    span = f" ({each.low:g} – {each.high:g})" if each.low is not None and each.high is not None else ""
    return _markdown_row(
        f"`{column.name}`", told, each.unit.text(language) if each.unit else "", _cell(values),
        f"`{each.missing}`" if each.missing else "", f"{each.observed:,}{span}",
    )  # fmt: skip


def _markdown_row(*cells: str) -> list[str]:
    return [f"| {' | '.join(cells)} |"]


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def render_labels(names: Mapping[str, str]) -> str:
    """Commands for Stata that read the two tables of places and years, label them and lay them together.

    Args:
        names: file names of the tables without suffix.
    """
    targets, panel = names[TARGETS.name], names[PANEL.name]
    return "\n".join(
        (
            "* Made by crossyear: reads the tables of places and years, labels their variables, saves them.",
            "version 14",
            *_labelled(TARGETS, targets),
            f'save "{targets}.dta", replace',
            *_labelled(PANEL, panel),
            f'merge 1:1 place year using "{targets}.dta", nogenerate',
            "encode place, generate(place_id)",
            "xtset place_id year",
            f'save "{panel}.dta", replace',
            "",
        )
    )


def _labelled(table: PanelTable, name: str) -> Iterator[str]:
    # Left to guess, Stata takes a text variable without a single text for a number, and so its type would
    # change with the corpus. As floats, 4.8 would not be equal to 4.8. A file's name may hold a line end.
    texts = " ".join(str(at) for at, column in enumerate(table.columns, 1) if column.kind not in _NUMBERS)
    yield (
        f'import delimited using "{name}.csv", clear varnames(1) case(preserve) encoding("UTF-8") '
        f"asdouble bindquotes(strict) stringcols({texts})"
    )
    for column in table.columns:
        label = column.label.text(Language.EN).replace('"', "'")[:_LONGEST_LABEL]
        yield f'label variable {column.name} "{label}"'
