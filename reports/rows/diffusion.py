"""What every output of a diffusion computes once."""

from compare.history.diffusion import Adoption, Course, Diffusion, LevelCourse
from reports.words.diffusion import DiffusionWords, level_name


def since(one: Adoption, words: DiffusionWords) -> str:
    """Since when a place has it, as its reports tell: 2019, 2018—2019间, 2016或更早; empty for never."""
    if one.first is None:
        return ""
    year = one.first.year
    if one.course is Course.AT_START:
        return words.or_before.format(year=year)
    if one.not_before is not None and one.not_before < year:
        return words.between.format(first=one.not_before, last=year)
    return str(year)


def first_places(level: LevelCourse, words: DiffusionWords, most: int | None = None) -> str:
    """The places of a level that used it first, with the year."""
    if not level.first:
        return ""
    names = [one.place for one in level.first][:most]
    more = "…" if len(names) < len(level.first) else ""
    return f"{since(level.first[0], words)} {words.comma.join(names)}{more}"


def leaders(diffusion: Diffusion, language: str, words: DiffusionWords, most: int) -> str:
    """The places of the first year, with their levels; of many the first ones."""
    named = [
        words.of.format(one=one.place, level=level_name(one.level, language)) for one in diffusion.leaders
    ]
    return words.comma.join(named[:most]) + ("…" if len(named) > most else "")
