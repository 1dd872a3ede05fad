"""What a corpus holds, without the texts: of sixty thousand reports the facts fit into memory."""

import hashlib
import json
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict

from corpora.cache import Cache
from corpora.errors import CrossyearError, SourceError
from corpora.manifest import LEFT_OUT, Line
from corpora.model import Edition, TextKind, WorkReport
from corpora.reading.cached import read_cached, reading_key
from corpora.reading.source import content_of, parts_of

_KIND = "facts"


class Listed(Struct, frozen=True):
    """The facts of one file of a corpus.

    Attributes:
        file: its path inside the folder.
        told: what the manifest tells of it.
        key: what its reading is found by; it goes by content, name and manifest.
        place: of the report; empty when it cannot be read.
        year: likewise 0.
        kind: full report or digest.
        edition: delivered or adopted, if told.
        text: digest of the text without white space; equal texts are one text in two files.
        problem: why it cannot be read, or empty.
    """

    file: str
    told: Line
    key: str
    place: str = ""
    year: int = 0
    kind: TextKind = TextKind.FULL
    edition: Edition = Edition.UNKNOWN
    text: str = ""
    problem: str = ""

    @property
    def is_left_out(self) -> bool:
        """Whether it is not read because the manifest says so, not because it cannot be."""
        return self.told.skip

    @property
    def has_failed(self) -> bool:
        """Whether it was to be read, and could not be."""
        return bool(self.problem) and not self.is_left_out


def list_file(folder: Path, file: str, told: Line, cache: Cache) -> Listed:
    """The facts of a file of a corpus, read now or kept from another time.

    Args:
        folder: the corpus.
        file: the path in it, as `corpora.store.files_of` gives it.
        told: what the manifest tells of it.
        cache: where facts and readings are kept.
    """
    if told.skip:
        return Listed(file, told, "", problem=LEFT_OUT)
    try:
        container, _ = parts_of(str(folder / file))
        key = reading_key(file, content_of(container), told)
        kept = cache.load_bytes(_KIND, key)
        if kept is not None:
            return _unpacked(file, told, key, kept)
        listed = _facts(file, told, key, read_cached(folder, file, told, cache, key=key))
    except CrossyearError as error:
        return Listed(
            file, told, "", problem=error.problem if isinstance(error, SourceError) else error.message
        )
    cache.save_bytes(_KIND, key, _packed(listed))
    return listed


def read_listed(folder: Path, listed: Listed, cache: Cache) -> WorkReport:
    """The report of a listed file.

    Raises:
        SourceError: the file is not as it was when it was listed.
    """
    return read_cached(folder, listed.file, listed.told, cache, key=listed.key)


def _facts(file: str, told: Line, key: str, report: WorkReport) -> Listed:
    text = hashlib.sha256("".join(report.text.split()).encode("utf-8", "surrogatepass")).hexdigest()
    return Listed(file, told, key, report.place, report.year, report.kind, report.edition, text)


def _packed(listed: Listed) -> bytes:
    facts = {name: value for name, value in asdict(listed).items() if name not in {"file", "told", "key"}}
    return json.dumps(facts).encode()


def _unpacked(file: str, told: Line, key: str, content: bytes) -> Listed:
    facts = json.loads(content)
    facts |= {"kind": TextKind(facts["kind"]), "edition": Edition(facts["edition"])}
    return Listed(file, told, key, **facts)
