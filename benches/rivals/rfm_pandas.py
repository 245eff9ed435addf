"""Recency, frequency and money by customer, in pandas."""

import pandas as pd
from rfm import read, result
from roll_up import fastest


def main() -> None:
    orders = pd.DataFrame(read())

    def nested() -> pd.DataFrame:
        by_day = orders.groupby(["account", "day"], sort=True, as_index=False)["amount"].sum()
        groups = by_day.groupby("account", sort=False)
        found = groups["day"].agg(first_day="min", last_day="max", days="count")
        found["amount"] = groups["amount"].sum()
        found["repeat_amount"] = found["amount"] - groups["amount"].first()
        return found.reset_index()

    name, milliseconds, found = fastest({"days, then customers": nested}, 3)
    print(f"pandas {pd.__version__} ({name}) {milliseconds}")
    print(result(*(found[key] for key in ("account", "first_day", "last_day", "days", "repeat_amount"))))


if __name__ == "__main__":
    main()
