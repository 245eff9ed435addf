"""Recency, frequency and money by customer, in polars; the second argument is how many threads it may use."""

import os
import sys

os.environ["POLARS_MAX_THREADS"] = sys.argv[2]

import polars as pl  # noqa: E402
from rfm import RUNS, read, result  # noqa: E402
from roll_up import fastest  # noqa: E402

KEYS = ("account", "first_day", "last_day", "days", "repeat_amount")


def main() -> None:
    orders = pl.DataFrame(read()).rechunk().lazy()
    day, amount = pl.col("day"), pl.col("amount")
    by_day = orders.group_by("account", "day").agg(amount.sum())
    nested = by_day.group_by("account").agg(
        day.min().alias("first_day"),
        day.max().alias("last_day"),
        pl.len().alias("days"),
        amount.sum(),
        (amount.sum() - amount.get(day.arg_min())).alias("repeat_amount"),
    )
    at_once = orders.group_by("account").agg(
        day.min().alias("first_day"),
        day.max().alias("last_day"),
        day.n_unique().alias("days"),
        amount.sum(),
        amount.filter(day > day.min()).sum().alias("repeat_amount"),
    )
    ways = {
        "days, then customers": nested.collect,
        "days, then customers, streaming": lambda: nested.collect(engine="streaming"),
        "at once": at_once.collect,
    }
    name, milliseconds, found = fastest(ways, RUNS)
    threads = pl.thread_pool_size()
    print(f"polars {pl.__version__} ({name}) on {threads} thread{'s'[: threads != 1]} {milliseconds}")
    print(result(*(found[key].to_numpy() for key in KEYS)))


if __name__ == "__main__":
    main()
