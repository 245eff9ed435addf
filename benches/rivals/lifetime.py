"""Models of repeat purchases in lifetimes.

After the folder come the model, the job (`fit` or `score`), the parameters and the sum of expected purchases that ours
found. Both agree where parameters are within half a percent and the sum within a tenth of one: its optimiser stops early.
"""

import statistics
import sys
import time
import warnings
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pandas as pd
from lifetimes import BetaGeoFitter, ParetoNBDFitter

FITTERS = {"bg_nbd": (BetaGeoFitter, "r alpha a b"), "pareto_nbd": (ParetoNBDFitter, "r alpha s beta")}
HORIZON = 39.0


def median(runs: int, job) -> tuple:
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        found = job()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times), found


def main() -> None:
    warnings.simplefilter("ignore")
    folder, model, job = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    ours = [float(number) for number in sys.argv[4].split(",")]
    fitter, names = FITTERS[model]
    frequency, recency, age = (
        pd.Series(np.fromfile(folder / f"{name}.f64")) for name in ("frequency", "recency", "age")
    )

    def fit():
        fitted = fitter(penalizer_coef=0.0)
        fitted.fit(frequency, recency, age)
        return fitted

    milliseconds, fitted = median(3 if job == "fit" else 1, fit)
    found = [float(fitted.params_[name]) for name in names.split()]
    agrees = all(abs(theirs - our) <= 0.005 * our for theirs, our in zip(found, ours, strict=True))
    if job == "score":

        def score():
            alive = fitted.conditional_probability_alive(frequency, recency, age)
            purchases = fitted.conditional_expected_number_of_purchases_up_to_time(HORIZON, frequency, recency, age)
            return alive, purchases

        milliseconds, (_, purchases) = median(5, score)
        expected = float(sys.argv[5])
        agrees = agrees and abs(float(np.sum(purchases)) - expected) <= 0.001 * expected
    print(f"lifetimes {version('lifetimes')} {milliseconds}")
    print("agrees" if agrees else ", ".join(f"{number:.6g}" for number in found))


if __name__ == "__main__":
    main()
