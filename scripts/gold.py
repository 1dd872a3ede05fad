"""Write evaluation/gold anew from the answer key of the sample: `python scripts/gold.py`.

The key lists what was written into the sample's texts; here it takes the form of standards
(docs/evaluation.md), so that a fresh clone can measure.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "corpora" / "data"
GOLD = ROOT / "evaluation" / "gold"
SOURCES = "../../corpora/data"

Json = dict[str, Any]


def standards(key: Json) -> dict[str, str]:
    """The files' contents by name."""
    reports = {each["year"]: each for each in key["reports"]}
    documents: Json = {}
    for pair in key["pairs"]:
        earlier, later = reports[pair["earlier"]], reports[pair["later"]]
        years = f"{pair['earlier']}_{pair['later']}"
        sources = {"earlier": f"{SOURCES}/{earlier['file']}", "later": f"{SOURCES}/{later['file']}"}
        documents[f"alignment-{years}"] = sources | _alignment(pair, earlier, later)
        documents[f"targets-{years}"] = sources | {"old": earlier["targets"], "new": later["targets"]}
        if pair["promises"]:
            documents[f"promises-{years}"] = sources | {"promises": list(map(_promise, pair["promises"]))}
        documents[f"phrases-{years}"] = sources | _phrases(pair["formulations"])
    return {
        f"{name}.json": json.dumps(document, ensure_ascii=False, indent=1) + "\n"
        for name, document in documents.items()
    }


def _promise(told: Json) -> Json:
    return {"promise": told["promise"], "report": told["answer"], "status": told["status"]}


def _phrases(told: Json) -> Json:
    return {
        "new": told["new"] + [each["text"] for each in told["returning"]],
        "dropped": told["dropped"],
        "reworded": [{"old": old, "new": new} for old, new in told["reworded"]],
        "carried": told["carried"],
    }


def _alignment(pair: Json, earlier: Json, later: Json) -> Json:
    measures = pair["measures"]
    quotes = (
        {*(each for link in measures["links"] for each in link["earlier"]), *measures["dropped"]},
        {*(each for link in measures["links"] for each in link["later"]), *measures["new"]},
    )
    old = _Side("o", earlier, quotes[0], has_close=measures["complete"])
    new = _Side("n", later, quotes[1], has_close=measures["complete"])
    links = [*_part_links(old, new), *_priority_links(pair["priorities"], old, new)]
    links += [_measure_link(link, old, new) for link in measures["links"]]
    if measures["complete"]:
        links.append(_link(old.closing, new.closing, weak=True))
    alone: dict[str, list[str]] = {"new": [], "dropped": []}
    for row in pair["priorities"]:
        if row["status"] in alone and not row["debatable"]:
            side, key = (new, "later") if row["status"] == "new" else (old, "earlier")
            alone[row["status"]] += [side.section(each["heading"]) for each in row[key]]
    alone["new"] += [new.ids[each] for each in measures["new"]]
    alone["dropped"] += [old.ids[each] for each in measures["dropped"]]
    return {
        "old_units": old.units,
        "new_units": new.units,
        "links": links,
        "new_only": alone["new"],
        "old_only": alone["dropped"],
    }


def _link(old: list[str], new: list[str], **marks: bool) -> Json:
    return {"old": old, "new": new, "moved": False, "weak": False} | marks


def _part_links(old: "_Side", new: "_Side") -> Iterator[Json]:
    """The parts: one of each role on both sides. The government itself has no rank wherever it stands."""
    for role, part in old.parts.items():
        if role in new.parts:
            yield _link([part], [new.parts[role]], displaced=True)


def _priority_links(rows: list[Json], old: "_Side", new: "_Side") -> Iterator[Json]:
    for row in rows:
        ends = [
            [side.section(each["heading"]) for each in row[key]]
            for side, key in ((old, "earlier"), (new, "later"))
        ]
        if all(ends):
            status = row["status"]
            is_open = status in {"displaced", "split", "merged"}
            yield _link(*ends, moved=status == "moved", weak=row["debatable"], displaced=is_open)
    # What went where among the debatable ones is debatable too.
    open_rows = [row for row in rows if row["debatable"]]
    ends = [
        [side.section(each["heading"]) for row in open_rows for each in row[key]]
        for side, key in ((old, "earlier"), (new, "later"))
    ]
    if all(ends):
        yield _link(*ends, weak=True)


def _measure_link(row: Json, old: "_Side", new: "_Side") -> Json:
    ends = [old.ids[each] for each in row["earlier"]], [new.ids[each] for each in row["later"]]
    is_open = row["moved"] is None
    return _link(*ends, moved=bool(row["moved"]), weak=row["debatable"], displaced=is_open)


class _Side:
    """The units of one report that the key tells, in reading order."""

    def __init__(self, letter: str, report: Json, quotes: set[str], *, has_close: bool) -> None:
        text = (DATA / report["file"]).read_bytes().decode(report["encoding"])
        found: list[tuple[int, Json]] = []
        for row in report["outline"]:
            # A heading may be named elsewhere too; its number before it tells the place.
            anchor = (row["number"] or "") + row["heading"]
            unit = {"anchor": anchor, "level": "section", "role": row["role"], "heading": row["heading"]}
            is_part = row["rank"] is None and (row["parent"] is None or row["role"] == "governance")
            found.append((text.index(anchor), unit | {"is_part": is_part}))
        roles = sorted((place, unit["role"]) for place, unit in found)
        for quote in quotes:
            place = text.index(quote)
            role = [each for start, each in roles if start < place][-1]
            found.append((place, {"anchor": quote, "level": "measure", "role": role}))
        if has_close:
            quote = next(each["quote"] for each in report["passages"] if each["role"] == "closing")
            unit = {"anchor": quote, "anchor_offset": True, "level": "measure", "role": "closing"}
            found.append((text.index(quote), unit))
        self.units: list[Json] = []
        self.ids: dict[str, str] = {}
        self.parts: dict[str, str] = {}
        self.closing: list[str] = []
        self._sections: dict[str, str] = {}
        for count, (_, unit) in enumerate(sorted(found, key=lambda each: each[0]), start=1):
            self._take(f"{letter}{count}", unit)

    def _take(self, name: str, unit: Json) -> None:
        self.ids[unit["anchor"]] = name
        if unit["role"] == "closing":
            self.closing.append(name)
        heading, is_part = unit.pop("heading", None), unit.pop("is_part", False)
        if heading:
            self._sections[heading] = name
        if is_part:
            self.parts[unit["role"]] = name
        self.units.append({"id": name} | unit)

    def section(self, heading: str) -> str:
        return self._sections[heading]


def main() -> None:
    """Write all files."""
    GOLD.mkdir(parents=True, exist_ok=True)
    key = json.loads((DATA / "answer-key.json").read_text(encoding="utf-8"))
    for name, content in standards(key).items():
        (GOLD / name).write_text(content, encoding="utf-8")
        print(name)


if __name__ == "__main__":
    main()
