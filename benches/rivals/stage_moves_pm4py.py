"""Directly-follows graph and its performance, in pm4py.

pm4py is under the AGPL: it runs here as a program of its own, and nothing of it is linked or copied.
"""

import sys
import time
import warnings
from pathlib import Path

import pandas as pd

warnings.filterwarnings("ignore")
import pm4py  # noqa: E402


def main() -> None:
    rows = pd.read_csv(Path(sys.argv[1]) / "stage_moves.csv")
    log = pd.DataFrame(
        {
            "case:concept:name": rows["opportunity"].astype(str),
            "concept:name": rows["stage"].astype(str),
            "time:timestamp": pd.to_datetime(rows["at"], unit="us", utc=True),
        }
    )
    times = []
    for _ in range(3):
        start = time.perf_counter()
        graph, _, _ = pm4py.discover_dfg(log)
        pm4py.discover_performance_dfg(log)
        times.append((time.perf_counter() - start) * 1000)
    print(f"pm4py {pm4py.__version__} {sorted(times)[1]}")
    moves = sorted((int(one), int(other), count) for (one, other), count in graph.items())
    print(" ".join(f"{one}>{other}:{count}" for one, other, count in moves))


if __name__ == "__main__":
    main()
