"""Recency, frequency and money by customer, in duckdb; the second argument is how many threads it may use."""

import sys

import duckdb
import pandas as pd
from rfm import RUNS, read, result
from roll_up import fastest

# Days first, then customers; or all at once. Sums of integers are 128 bits wide in duckdb: here 64 are enough.
NESTED = """
    SELECT account, min(day) AS first_day, max(day) AS last_day, count(*) AS days, sum(amount)::BIGINT AS amount,
        sum(amount)::BIGINT - arg_min(amount, day) AS repeat_amount
    FROM (SELECT account, day, sum(amount)::BIGINT AS amount FROM orders GROUP BY account, day) GROUP BY account
"""
DISTINCT = """
    SELECT orders.account, any_value(first_day) AS first_day, max(day) AS last_day, count(DISTINCT day) AS days,
        sum(amount)::BIGINT AS amount, coalesce(sum(amount) FILTER (day > first_day), 0)::BIGINT AS repeat_amount
    FROM orders JOIN (SELECT account, min(day) AS first_day FROM orders GROUP BY account) USING (account)
    GROUP BY orders.account
"""


def main() -> None:
    threads = int(sys.argv[2])
    connection = duckdb.connect()
    connection.execute(f"SET threads = {threads}")
    columns = pd.DataFrame(read())
    connection.execute("CREATE TABLE orders AS SELECT * FROM columns")
    del columns
    ways = {
        "days, then customers": lambda: connection.execute(NESTED).fetchnumpy(),
        "distinct days": lambda: connection.execute(DISTINCT).fetchnumpy(),
    }
    name, milliseconds, found = fastest(ways, RUNS)
    print(f"duckdb {duckdb.__version__} ({name}) on {threads} thread{'s'[: threads != 1]} {milliseconds}")
    print(result(*(found[key] for key in ("account", "first_day", "last_day", "days", "repeat_amount"))))


if __name__ == "__main__":
    main()
