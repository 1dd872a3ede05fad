"""From clean paragraphs to the tree of sections and measures, each with its role."""

from corpora.outline.build import outline

__all__ = ["outline"]
