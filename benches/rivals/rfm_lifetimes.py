"""Recency, frequency and money by customer, by lifetimes, in whose terms recency is from the first to the last order."""

import statistics
import time
from importlib.metadata import version

import numpy as np
import pandas as pd
from lifetimes.utils import summary_data_from_transaction_data
from rfm import AS_OF, read, result


def main() -> None:
    orders = pd.DataFrame(read())
    orders["day"] = pd.to_datetime(orders["day"], unit="D")
    times = []
    for _ in range(2):
        start = time.perf_counter()
        found = summary_data_from_transaction_data(
            orders, "account", "day", monetary_value_col="amount", observation_period_end=AS_OF, freq="D"
        )
        times.append((time.perf_counter() - start) * 1000)
    as_of = (pd.Timestamp(AS_OF) - pd.Timestamp("1970-01-01")).days
    first = as_of - found["T"].to_numpy().astype("int64")
    last = first + found["recency"].to_numpy().astype("int64")
    frequency = found["frequency"].to_numpy()
    repeat_amount = np.rint(found["monetary_value"].to_numpy() * frequency).astype("int64")
    print(f"lifetimes {version('lifetimes')} {statistics.median(times)}")
    print(result(found.index.to_numpy(), first, last, frequency.astype("int64") + 1, repeat_amount))


if __name__ == "__main__":
    main()
