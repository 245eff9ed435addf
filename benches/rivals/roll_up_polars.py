"""Opportunities added up by month, owner and currency, in polars; the second argument is how many threads it may use.

The sums are of 64-bit integers, which polars does not guard against overflow: here none reaches the limit.
"""

import os
import sys

os.environ["POLARS_MAX_THREADS"] = sys.argv[2]

import polars as pl  # noqa: E402
from roll_up import CURRENCIES, OWNERS, fastest, read, result  # noqa: E402

PLACE = (pl.col("month").cast(pl.UInt32) * OWNERS + pl.col("owner")) * CURRENCIES + pl.col("currency")
SUMS = (
    pl.len().alias("deals"),
    pl.col("amount").sum().alias("total"),
    (pl.col("amount") * pl.col("probability")).sum().alias("weighted"),
)


def main() -> None:
    # With the probability as wide as the product, no way has to widen it.
    deals = pl.DataFrame(read()).with_columns(pl.col("probability").cast(pl.Int64)).rechunk()
    lazy = deals.lazy()
    weighed = lazy.with_columns(weighted=pl.col("amount") * pl.col("probability"))
    plain = (pl.len().alias("deals"), pl.col("amount").sum().alias("total"), pl.col("weighted").sum())
    by_three = lazy.group_by("month", "owner", "currency").agg(*SUMS)
    by_one = lazy.group_by(PLACE.alias("place")).agg(*SUMS)
    weighed_first = weighed.group_by(PLACE.alias("place")).agg(*plain)
    name, milliseconds, found = fastest(
        {
            "three keys": by_three.collect,
            "three keys, streaming": lambda: by_three.collect(engine="streaming"),
            "one key": by_one.collect,
            "one key, streaming": lambda: by_one.collect(engine="streaming"),
            "one key, weighted first": weighed_first.collect,
            "one key, weighted first, streaming": lambda: weighed_first.collect(engine="streaming"),
        }
    )
    threads = pl.thread_pool_size()
    print(f"polars {pl.__version__} ({name}) on {threads} thread{'s'[: threads != 1]} {milliseconds}")
    if "place" not in found.columns:
        found = found.with_columns(place=PLACE)
    print(result(*(found[name].to_numpy() for name in ("place", "deals", "total", "weighted"))))


if __name__ == "__main__":
    main()
