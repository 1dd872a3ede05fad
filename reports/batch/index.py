"""The index page of a batch: what was compared, where the tables lie, what their columns say."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from corpora.places import place_key
from reports.batch.failures import COLUMNS as FAILURE_COLUMNS
from reports.batch.failures import NAME, STAGES, TITLE
from reports.batch.gist import Gist
from reports.batch.multiples import Multiples, multiples
from reports.batch.plan import Failure, Job, count_failed, count_left_out
from reports.batch.run import Batch
from reports.batch.words import batch_words
from reports.batch.work import batch_tables
from reports.tables.catalogue import columns
from reports.tables.dictionary import Entry, entries_of
from reports.words.counts import filled
from reports.words.reasons import reason_label
from reports.words.years import year_ranges

_MOST_FAILURES = 200  # on the page; all are in the table


class Written(Struct, frozen=True):
    """A table as it was written.

    Attributes:
        name: of the table.
        files: names and sizes in bytes of its files.
        rows: of all files together.
    """

    name: str
    files: tuple[tuple[str, int], ...]
    rows: int


class IndexPage(Struct, frozen=True):
    """What the template shows.

    Attributes:
        title: the document's title and first heading.
        standfirst: how much was compared.
        multiples: a panel for each place, and the pairs as a table.
        tables: (title, rows, [(file, size)]) of each table.
        places: (place, pairs, years, missing years).
        failures: (stage, file, problem) of the first failures.
        more_failures: how many further ones there are, in words, or empty.
        dictionary: (title of the table, its columns).
    """

    title: str
    standfirst: tuple[str, ...]
    multiples: Multiples
    tables: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]
    places: tuple[tuple[str, str, str, str], ...]
    failures: tuple[tuple[str, str, str], ...]
    more_failures: str
    dictionary: tuple[tuple[str, tuple[Entry, ...]], ...]


class Found(Struct, frozen=True):
    """What a batch found, as far as the page shows it.

    Attributes:
        batch: what was compared.
        gists: each pair in figures, in the order of the tables.
        pages: the files of the pairs' own pages by the keys of the jobs; empty when none were asked for.
        written: the tables as they were written.
    """

    batch: Batch
    gists: tuple[Gist, ...]
    pages: Mapping[str, str]
    written: tuple[Written, ...]


def render_index(found: Found, corpus: str, shard: tuple[int, int] | None, language: str) -> str:
    """The page, self-contained, in a language that a reader can switch.

    Args:
        found: what was compared and written.
        corpus: the name of the corpus's folder.
        shard: which part of the whole this is, if it is one.
        language: `zh` or `en`.
    """
    from reports.dashboard.bilingual import Worded, both, other_language, words_in_both
    from reports.dashboard.shell import Charts, render_shell

    other = other_language(language)
    one, two = (_page(found, corpus, shard, each) for each in (language, other))
    words = words_in_both(batch_words(language), batch_words(other))
    values = {"page": both(one, two), "b": words}
    return render_shell("batch.html", language, Worded(one.title, two.title), Charts({}), values)


def batch_dictionary(language: str) -> tuple[Entry, ...]:
    """The columns of every table that a batch writes."""
    own = entries_of(NAME, TITLE, FAILURE_COLUMNS, language)
    tables = (
        entry
        for table in batch_tables()
        for entry in entries_of(table.name, table.title, columns(table), language)
    )
    return (*tables, *own)


def _page(found: Found, corpus: str, shard: tuple[int, int] | None, language: str) -> IndexPage:
    words, batch = batch_words(language), found.batch
    places = _places(batch.plan.jobs, language)
    compared = len(batch.plan.jobs) - len(batch.failed)
    told = filled(words.standfirst, places=len(places), pairs=compared, failures=count_failed(batch.failures))
    if left := count_left_out(batch.failures):
        told += filled(words.left_out, count=left)
    part = () if shard is None else (words.shard.format(number=shard[0], count=shard[1]),)
    rest = len(batch.failures) - _MOST_FAILURES
    titles = {table.name: table.title.text(language) for table in batch_tables()} | {
        NAME: TITLE.text(language)
    }
    return IndexPage(
        words.title.format(corpus=corpus),
        (told, *part),
        multiples(found.gists, found.pages, language),
        tuple(
            (titles.get(each.name, words.dictionary), f"{each.rows:,}", _files(each.files))
            for each in found.written
        ),
        places,
        tuple(_failure(each, language) for each in batch.failures[:_MOST_FAILURES]),
        words.more_failures.format(count=f"{rest:,}") if rest > 0 else "",
        tuple(
            (title, tuple(entries))
            for title, entries in groupby(batch_dictionary(language), lambda entry: entry.table_title)
        ),
    )


def _files(files: Iterable[tuple[str, int]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, f"{size / 1000:,.0f} kB") for name, size in files)


def _places(jobs: Iterable[Job], language: str) -> tuple[tuple[str, str, str, str], ...]:
    """Of each place how many pairs it is in, with which years' reports, and the years between without one."""
    pairs: Counter[str] = Counter()
    names: dict[str, dict[int, str]] = defaultdict(dict)
    for job in jobs:
        sides = {place_key(side.place) for side in (job.earlier, job.later)}
        pairs.update(sides)
        for side in (job.earlier, job.later):
            names[place_key(side.place)][side.year] = side.place
    return tuple(
        (by_year[max(by_year)], f"{pairs[key]:,}", *_years(sorted(by_year), language))
        for key, by_year in names.items()
    )


def _years(years: Sequence[int], language: str) -> tuple[str, str]:
    missing = sorted(set(range(years[0], years[-1] + 1)) - set(years))
    without = year_ranges(missing, language) or batch_words(language).nothing_without
    return year_ranges(years, language), without


def _failure(failure: Failure, language: str) -> tuple[str, str, str]:
    files = " / ".join(filter(None, (failure.other_file, failure.file)))
    return reason_label(STAGES, failure.stage, language), files, failure.problem
