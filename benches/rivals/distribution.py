"""The distribution of what deals bring, from 10,000 simulated totals, in numpy."""

import sys
import time
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path

import numpy as np

PATHS = 10_000
# As many paths at once as keep the numbers drawn in a few megabytes.
NUMBERS = 1_000_000


def simulate(cents: np.ndarray, probability: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Sorted totals of so many paths."""
    rows = max(1, NUMBERS // len(cents))
    amounts = cents.astype(np.float64)
    parts = [
        (random.random((min(rows, PATHS - start), len(cents))) < probability) @ amounts
        for start in range(0, PATHS, rows)
    ]
    return np.sort(np.concatenate(parts))


def main() -> None:
    folder = Path(sys.argv[1])
    lines = (folder / "deals.csv").read_text().split()[1:]
    rows = [line.split(",") for line in lines]
    cents = np.array([int(row[0]) for row in rows], dtype=np.int64)
    probability = np.array([float(row[1]) for row in rows])
    random = np.random.default_rng(1)
    times = []
    for _ in range(3):
        start = time.perf_counter()
        totals = simulate(cents, probability, random)
        times.append((time.perf_counter() - start) * 1000)
    (folder / "simulated.csv").write_text("\n".join(str(int(total)) for total in totals))
    mean = sum(int(row[0]) * Decimal(row[1]) for row in rows) / 100
    print(f"numpy {np.__version__} {sorted(times)[1]}")
    print(mean.quantize(Decimal("0.01"), ROUND_HALF_EVEN))


if __name__ == "__main__":
    main()
