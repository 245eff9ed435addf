"""Moves between stages and days in stages by shifts over sorted rows, in pandas."""

import sys
import time
from pathlib import Path

import pandas as pd

AS_OF = pd.Timestamp("2026-06-30")
LOST = 6


def count(moves: pd.DataFrame) -> pd.DataFrame:
    """How often each stage follows another (-1: none does), and the days between."""
    moves = moves.sort_values(["opportunity", "at", "stage"])
    following = moves["opportunity"] == moves["opportunity"].shift(-1)
    day = moves["at"].dt.normalize()
    pairs = pd.DataFrame(
        {
            "stage": moves["stage"],
            "next": moves["stage"].shift(-1).where(following, -1).astype("int64"),
            "days": (day.shift(-1).where(following, AS_OF) - day).dt.days,
        }
    )
    return pairs.groupby(["stage", "next"])["days"].agg(["size", "sum"])


def main() -> None:
    moves = pd.read_csv(Path(sys.argv[1]) / "stage_moves.csv")
    moves["at"] = pd.to_datetime(moves["at"], unit="us")
    times = []
    for _ in range(5):
        start = time.perf_counter()
        found = count(moves)
        times.append((time.perf_counter() - start) * 1000)
    print(f"pandas {pd.__version__} {sorted(times)[2]}")
    made = [(one, other, count) for (one, other), count in found["size"].items() if other >= 0]
    days = found["sum"].groupby("stage").sum()
    print(
        " ".join(f"{one}>{other}:{count}" for one, other, count in sorted(made)),
        "days",
        *(int(days.get(stage, 0)) for stage in range(LOST)),
    )


if __name__ == "__main__":
    main()
