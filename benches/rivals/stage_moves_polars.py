"""Moves between stages and days in stages by shifts over sorted rows, in polars."""

import sys
import time
from datetime import date
from pathlib import Path

import polars as pl

AS_OF = date(2026, 6, 30)
LOST = 6


def count(moves: pl.DataFrame) -> pl.DataFrame:
    """How often each stage follows another, and the days between."""
    following = pl.col("opportunity") == pl.col("opportunity").shift(-1)
    day = pl.col("at").dt.date()
    return (
        moves.lazy()
        .sort("opportunity", "at", "stage")
        .select(
            "stage",
            next=pl.when(following).then(pl.col("stage").shift(-1)),
            days=(pl.when(following).then(day.shift(-1)).otherwise(pl.lit(AS_OF)) - day).dt.total_days(),
        )
        .group_by("stage", "next")
        .agg(pl.len().alias("count"), pl.col("days").sum())
        .collect()
    )


def main() -> None:
    moves = pl.read_csv(Path(sys.argv[1]) / "stage_moves.csv").with_columns(
        pl.col("opportunity").cast(pl.UInt32),
        pl.from_epoch("at", time_unit="us"),
        pl.col("stage").cast(pl.UInt16),
    )
    times = []
    for _ in range(11):
        start = time.perf_counter()
        found = count(moves)
        times.append((time.perf_counter() - start) * 1000)
    print(f"polars {pl.__version__} on {pl.thread_pool_size()} threads {sorted(times)[5]}")
    made = found.filter(pl.col("next").is_not_null()).sort("stage", "next").iter_rows()
    days = dict(found.group_by("stage").agg(pl.col("days").sum()).iter_rows())
    print(
        " ".join(f"{one}>{other}:{times}" for one, other, times, _ in made),
        "days",
        *(days.get(stage, 0) for stage in range(LOST)),
    )


if __name__ == "__main__":
    main()
