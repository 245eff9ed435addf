"""Opportunities added up by month, owner and currency, in duckdb.

The second argument is how many threads it may use, the third how many bits of keys it may keep a direct table for: 12
unless it is told otherwise; the cells take 18.

Sums of integers are 128 bits wide in duckdb; products of 64 bits are checked.
"""

import sys

import duckdb
import numpy as np
import pandas as pd
from roll_up import CURRENCIES, OWNERS, fastest, read, result

SUMS = "count(*) AS deals, sum(amount)::BIGINT AS total, sum(amount * probability)::BIGINT AS weighted"
BY_THREE = f"SELECT month, owner, currency, {SUMS} FROM deals GROUP BY month, owner, currency"
BY_ONE = f"""
    SELECT (month::UINTEGER * {OWNERS} + owner) * {CURRENCIES} + currency AS place, {SUMS}
    FROM deals GROUP BY place
"""


def main() -> None:
    threads = int(sys.argv[2])
    connection = duckdb.connect()
    connection.execute(f"SET threads = {threads}")
    connection.execute(f"SET perfect_ht_threshold = {int(sys.argv[3])}")
    columns = pd.DataFrame(read())
    # With the probability as wide as the product, no way has to widen it.
    connection.execute("CREATE TABLE deals AS SELECT * REPLACE (probability::BIGINT AS probability) FROM columns")
    del columns

    def way(query: str):
        def ask() -> dict[str, np.ndarray]:
            return connection.execute(query).fetchnumpy()

        return ask

    name, milliseconds, found = fastest({"three keys": way(BY_THREE), "one key": way(BY_ONE)})
    print(f"duckdb {duckdb.__version__} ({name}) on {threads} thread{'s'[: threads != 1]} {milliseconds}")
    if "place" not in found:
        month, owner, currency = (found[key].astype("int64") for key in ("month", "owner", "currency"))
        found["place"] = (month * OWNERS + owner) * CURRENCIES + currency
    print(result(*(found[key] for key in ("place", "deals", "total", "weighted"))))


if __name__ == "__main__":
    main()
