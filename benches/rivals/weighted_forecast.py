"""The weighted forecast by quarter and owner from opportunity events, in pandas."""

import sys
import time
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path

import pandas as pd

RATES = {"interest": 5, "incubation": 10, "design": 20, "comparison": 30, "commitment": 50}


def forecast(events: pd.DataFrame) -> pd.DataFrame:
    """Open opportunities: their last stage's rate in percent times their amount."""
    closed = events.loc[events["type"].isin(["won", "lost"]), "opportunity"]
    created = events[events["type"] == "created"].set_index("opportunity")
    moved = events[events["type"] == "stage_changed"]
    last = moved.sort_values("at", kind="stable").groupby("opportunity")["stage"].last()
    deals = created.drop(columns="stage").join(last)
    deals = deals[~deals.index.isin(closed)]
    deals["rate"] = deals["stage"].fillna("interest").map(RATES)
    deals["weighted"] = deals["amount"].astype("int64") * deals["rate"]
    deals["quarter"] = deals["close_date"].dt.to_period("Q")
    return deals.groupby(["quarter", "owner"])[["amount", "weighted"]].sum()


def main() -> None:
    events = pd.read_csv(Path(sys.argv[1]) / "events.csv", parse_dates=["at", "close_date"])
    times = []
    for _ in range(5):
        start = time.perf_counter()
        cells = forecast(events)
        times.append((time.perf_counter() - start) * 1000)
    total = Decimal(int(cells["weighted"].sum())) / 100
    print(f"pandas {pd.__version__} {sorted(times)[2]}")
    print(total.quantize(Decimal("0.01"), ROUND_HALF_EVEN))


if __name__ == "__main__":
    main()
