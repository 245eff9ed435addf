#!/usr/bin/env python3
"""Writes book.json: the books of a made-up pump maker, told account by account in `story/`.

Run it from anywhere: `python3 examples/data/generate.py`. It needs nothing but Python, draws no random numbers
and reads no clock, so that it writes the same bytes every time. `--check` writes nothing and fails where the
file on disk differs.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.dont_write_bytecode = True

from story import america, china, committees, europe, team, ties, vaccine
from story.ledger import TABLES, Ledger

BOOK = Path(__file__).resolve().parent / "book.json"


def tell() -> Ledger:
    ledger = Ledger()
    team.tell(ledger)
    for region in (europe, china, america):
        region.tell(ledger)
    vaccine.tell(ledger)
    committees.tell(ledger)
    ties.tell(ledger)
    return ledger


def text_of(book: dict[str, list[dict]]) -> str:
    """JSON with one row on each line, so that a change of the story shows in a diff."""
    tables = []
    for table in TABLES:
        rows = ",\n".join("    " + json.dumps(row, ensure_ascii=False) for row in book[table])
        tables.append(f'  "{table}": [\n{rows}\n  ]')
    return "{\n" + ",\n".join(tables) + "\n}\n"


def main() -> int:
    text = text_of(tell().book())
    if "--check" in sys.argv[1:]:
        same = BOOK.exists() and BOOK.read_text(encoding="utf-8") == text
        print(f"{BOOK.name} is {'what' if same else 'not what'} the story tells")
        return 0 if same else 1
    BOOK.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
