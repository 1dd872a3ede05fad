"""Writes a corpus of any size, rewritten from the sample by a seed: invented cities, a report for each year.

    .venv/bin/python scripts/synthetic.py out/corpus --places 300 --years 10

What a city said last year is carried on, with other figures, clauses in another order, some measures gone and
some new, as reports are. The same arguments write the same bytes.
"""

import argparse
import random
import re
from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "corpora" / "data"
BASES = ("lanchuan-2022.txt", "lanchuan-2024.txt", "lanchuan-2025.txt")
FIRST_YEAR = 2005
_NAME = "澜川"
_FIRST, _SECOND = "岚浔瀚沐澹泓漪滢淅沅澈涟漱潆渌濯溆滟泠沚", "棠樾栎槐梧榆杉桦楠枫蔚苒芷蘅菀葭荻蒲萱茗"
_YEAR = re.compile(r"20(?:0|1|2)\d(?=年)")
_FIGURE = re.compile(
    r"(?<![0-9.第+“])[0-9]+(?:\.[0-9]+)?(?=%|个|家|万|亿|人|公里|户|项|套|亩|座|所|件|吨|名)"
)
_HEADING = re.compile(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)")
_FEWEST_CHARACTERS = 60  # of a paragraph that is carried from place to place
_NEW, _REWORDED = 0.15, 0.5  # shares of a year's measures


def corpus(folder: Path, *, places: int, years: int, characters: int = 20_000, seed: int = 0) -> int:
    """Write the corpus.

    Args:
        folder: made if needed.
        places: how many cities, at most 400.
        years: how many reports each of them has.
        characters: of each report, about.
        seed: for the same corpus again.

    Returns:
        The characters of all reports together.
    """
    folder.mkdir(parents=True, exist_ok=True)
    names = [f"{first}{second}" for second in _SECOND for first in _FIRST]
    if places > len(names):
        raise SystemExit(f"There are names for {len(names)} cities only.")
    bases = [(DATA / name).read_text(encoding="utf-8") for name in BASES]
    pool = [line for base in bases for line in base.split("\n\n") if _is_measure(line)]
    total = 0
    for name in names[:places]:
        chance = random.Random(f"{seed} {name}")  # noqa: S311 - a rewrite, no secret
        for year, text in _reports(bases, pool, chance, years, characters):
            place = text.replace(_NAME, name)
            (folder / f"{name}-{year}.txt").write_text(place, encoding="utf-8")
            total += len(place)
    return total


def _is_measure(line: str) -> bool:
    return len(line) >= _FEWEST_CHARACTERS and not _HEADING.match(line) and not _YEAR.search(line)


def _reports(
    bases: list[str], pool: list[str], chance: random.Random, years: int, characters: int
) -> Iterator[tuple[int, str]]:
    said: list[str] = []
    for number in range(years):
        base = bases[number % len(bases)]
        wanted = max(0, characters - len(base))
        said = [line for line in said if chance.random() > _NEW]
        while sum(map(len, said)) < wanted:
            said.append(chance.choice(pool))
        said = [_reworded(line, chance) if chance.random() < _REWORDED else line for line in said]
        year = FIRST_YEAR + number
        yield year, _dated(_filled(base.split("\n\n"), said), int(_title_year(base)), year)


def _title_year(base: str) -> str:
    return _YEAR.findall(base)[0]


def _dated(text: str, old: int, new: int) -> str:
    return _YEAR.sub(lambda found: str(int(found.group()) - old + new), text)


def _filled(lines: list[str], said: list[str]) -> str:
    """The measures spread over the paragraphs after which a measure may stand, in their order."""
    places = [at for at, line in enumerate(lines) if _is_measure(line)]
    after: dict[int, list[str]] = {}
    for number, line in enumerate(said):
        after.setdefault(places[number * len(places) // len(said)], []).append(line)
    return "\n\n".join(each for at, line in enumerate(lines) for each in (line, *after.get(at, ())))


def _reworded(line: str, chance: random.Random) -> str:
    """Other figures, and two clauses in another order."""
    line = _FIGURE.sub(lambda found: _other(found.group(), chance), line)
    clauses = line.rstrip("。").split("，")
    at = chance.randrange(len(clauses))
    clauses.insert(chance.randrange(len(clauses)), clauses.pop(at))
    return "，".join(clauses) + "。"


def _other(figure: str, chance: random.Random) -> str:
    whole, dot, decimals = figure.partition(".")
    return f"{max(1, int(whole) + chance.randint(-2, 3))}{dot}{decimals}"


def main() -> None:
    """Write a corpus as the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--places", type=int, default=30)
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--characters", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    total = corpus(
        asked.folder, places=asked.places, years=asked.years, characters=asked.characters, seed=asked.seed
    )
    print(f"{asked.places * asked.years:,} reports, {total:,} characters in {asked.folder}")


if __name__ == "__main__":
    main()
