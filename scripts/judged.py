"""List what the comparison tells and nobody has judged yet: `python scripts/judged.py DIR CORPUS PLACE`.

DIR holds files judged-A_B.json (docs/evaluation.md). What is printed is read in the reports and then goes
into the file, under `right` or `wrong`.
"""

import sys
from pathlib import Path

from compare.comparison import compare_reports
from compare.evaluation.gold import JudgedGold
from compare.evaluation.judged import unjudged
from corpora.store import read_corpus
from reports.evaluation.gold_files import read_gold


def main(folder: str, corpus: str, place: str) -> None:
    """Print the unjudged of every file of judgements in a folder."""
    reports = read_corpus(Path(corpus))
    for file in read_gold(Path(folder), place).files:
        if not isinstance(file.gold, JudgedGold):
            continue
        found = compare_reports(reports.named(file.earlier), reports.named(file.later))
        for name, texts in unjudged(file.gold, found).items():
            for text in texts:
                print(f"{file.name} {name}: {text}")


if __name__ == "__main__":
    main(*sys.argv[1:])
