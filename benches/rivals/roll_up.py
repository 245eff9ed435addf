"""What the rivals of the roll-up share: the columns they read, and the form of their result."""

import statistics
import sys
import time
from pathlib import Path

import numpy as np

MONTHS, OWNERS, CURRENCIES = 36, 500, 5
RUNS = 9
PRIME = (1 << 61) - 1


def read() -> dict[str, np.ndarray]:
    """The columns of the folder that the first argument names."""
    folder = Path(sys.argv[1])
    kinds = {"amount": "i64", "probability": "u32", "month": "u16", "owner": "u16", "currency": "u8"}
    types = {"i64": "<i8", "u32": "<u4", "u16": "<u2", "u8": "u1"}
    return {name: np.fromfile(folder / f"{name}.{kind}", dtype=types[kind]) for name, kind in kinds.items()}


def fastest(ways: dict, runs: int = RUNS) -> tuple:
    """The way with the shortest median: its name, its milliseconds, what it found."""
    measured = []
    for name, way in ways.items():
        way()
        times = []
        for _ in range(runs):
            start = time.perf_counter()
            found = way()
            times.append((time.perf_counter() - start) * 1000)
        measured.append((statistics.median(times), name, found))
    milliseconds, name, found = min(measured, key=lambda one: one[0])
    return name, milliseconds, found


def result(place: np.ndarray, deals: np.ndarray, total: np.ndarray, weighted: np.ndarray) -> str:
    """How many cells and opportunities, and one number that hangs on everything in every cell."""
    order = np.argsort(place)
    check = 0
    for row in zip(*(column[order].tolist() for column in (place, deals, total, weighted)), strict=True):
        for number in row:
            check = (check * 1_000_003 + int(number)) % PRIME
    return f"{len(place)} cells, {int(deals.sum())} opportunities, {check}"
