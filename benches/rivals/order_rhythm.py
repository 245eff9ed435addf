"""Each account's rhythm of orders and its last one, in pandas."""

import sys
import time
from decimal import Decimal
from pathlib import Path

import pandas as pd

# The rhythm is taken from the latest intervals only.
LATEST_INTERVALS = 24


def rhythm(purchases: pd.DataFrame) -> pd.DataFrame:
    """Days of orders once each, the median of the intervals, and the last order."""
    days = purchases.loc[purchases["ours"] == 1, ["account", "on"]].drop_duplicates()
    days = days.sort_values(["account", "on"])
    groups = days.groupby("account")["on"]
    days["interval"] = groups.diff().dt.days
    by_account = days.groupby("account")
    latest = days.dropna(subset=["interval"]).groupby("account").tail(LATEST_INTERVALS)
    return pd.DataFrame(
        {
            "occasions": by_account.size(),
            "median": latest.groupby("account")["interval"].median(),
            "last": by_account["on"].max(),
        }
    )


def main() -> None:
    purchases = pd.read_csv(Path(sys.argv[1]) / "purchases.csv", parse_dates=["on"])
    times = []
    for _ in range(5):
        start = time.perf_counter()
        found = rhythm(purchases)
        times.append((time.perf_counter() - start) * 1000)
    total = Decimal(float(found["median"].sum())).normalize()
    print(f"pandas {pd.__version__} {sorted(times)[2]}")
    print(f"{total:f}")


if __name__ == "__main__":
    main()
