"""What the rivals of recency, frequency and money share: the columns they read, and the form of their result."""

import sys
from pathlib import Path

import numpy as np

RUNS = 5
PRIME = (1 << 61) - 1
AS_OF = "2026-12-31"


def read() -> dict[str, np.ndarray]:
    """The columns of the folder that the first argument names."""
    folder = Path(sys.argv[1])
    types = {"account": ("u32", "<u4"), "day": ("i32", "<i4"), "amount": ("i64", "<i8")}
    return {name: np.fromfile(folder / f"{name}.{kind}", dtype=type_) for name, (kind, type_) in types.items()}


def result(account, first_day, last_day, days, repeat_amount) -> str:
    """How many customers, and one number that hangs on everything of each of them."""
    order = np.argsort(account)
    columns = [np.asarray(column)[order].tolist() for column in (account, first_day, last_day, days, repeat_amount)]
    check = 0
    for row in zip(*columns, strict=True):
        for number in row:
            check = (check * 1_000_003 + int(number)) % PRIME
    return f"{len(order)} customers, {check}"
