"""The invented report that the tests of reading share, in every format."""

from types import SimpleNamespace

import pytest

from scripts.report_files import MAKERS, PARAGRAPHS, as_gbk_zip, as_zip, compound_file


@pytest.fixture(scope="session")
def paragraphs():
    """The report's paragraphs."""
    return PARAGRAPHS


@pytest.fixture(scope="session")
def make():
    """What makes files: by format, and archives and compound files of any content."""
    return SimpleNamespace(**MAKERS, zip=as_zip, gbk_zip=as_gbk_zip, compound_file=compound_file)


@pytest.fixture(scope="session")
def files():
    """The report as a file of each format."""
    return {form: maker(PARAGRAPHS) for form, maker in MAKERS.items()}
