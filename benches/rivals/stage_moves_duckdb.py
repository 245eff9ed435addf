"""Moves between stages and days in stages by a window query, in duckdb."""

import sys
import time
from pathlib import Path

import duckdb

AS_OF = "2026-06-30"
LOST = 6
QUERY = f"""
    SELECT stage, next_stage, count(*), sum(date_diff('day', moment, coalesce(next_at, DATE '{AS_OF}')))
    FROM (
        SELECT stage, moment,
            lead(stage) OVER history AS next_stage,
            lead(moment) OVER history AS next_at
        FROM moves
        WINDOW history AS (PARTITION BY opportunity ORDER BY moment, stage)
    )
    GROUP BY ALL
"""


def main() -> None:
    file = Path(sys.argv[1]) / "stage_moves.csv"
    connection = duckdb.connect()
    connection.execute(
        f"""
        CREATE TABLE moves AS
        SELECT opportunity::UINTEGER AS opportunity, make_timestamp("at") AS moment, stage::USMALLINT AS stage
        FROM read_csv('{file}')
        """
    )
    times = []
    for _ in range(11):
        start = time.perf_counter()
        found = connection.execute(QUERY).fetchall()
        times.append((time.perf_counter() - start) * 1000)
    threads = connection.execute("SELECT current_setting('threads')").fetchone()[0]
    print(f"duckdb {duckdb.__version__} on {threads} threads {sorted(times)[5]}")
    moves = sorted((one, other, count) for one, other, count, _ in found if other is not None)
    days = [sum(row[3] for row in found if row[0] == stage) for stage in range(LOST)]
    print(" ".join(f"{one}>{other}:{count}" for one, other, count in moves), "days", *days)


if __name__ == "__main__":
    main()
