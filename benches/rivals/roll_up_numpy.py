"""Opportunities added up by month, owner and currency, in numpy.

The sums are of 64-bit floats, as `bincount` has no others: exact here, because every one is below 2^53.
"""

import numpy as np
from roll_up import CURRENCIES, MONTHS, OWNERS, fastest, read, result

CELLS = MONTHS * OWNERS * CURRENCIES


def main() -> None:
    columns = read()
    amount, probability = columns["amount"], columns["probability"]

    def bincount() -> tuple:
        place = (columns["month"].astype("int64") * OWNERS + columns["owner"]) * CURRENCIES + columns["currency"]
        deals = np.bincount(place, minlength=CELLS)
        total = np.bincount(place, amount, CELLS)
        weighted = np.bincount(place, amount * probability, CELLS)
        return deals, total, weighted

    name, milliseconds, (deals, total, weighted) = fastest({"bincount": bincount})
    print(f"numpy {np.__version__} ({name}) {milliseconds}")
    filled = np.flatnonzero(deals)
    print(result(filled, deals[filled], total[filled].astype("int64"), weighted[filled].astype("int64")))


if __name__ == "__main__":
    main()
