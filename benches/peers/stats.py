"""Takes the statistics of benches/stats.rs as a user of other tools would.

Arguments: what to do, and the folder with the numbers. Prints the best seconds of some passes, without the start of Python, imports and
reading, and then what came out.
"""

import sys

from timing import best

COUNTRIES, YEARS, REGIONS = 217, 66, 7


def read(name):
    import numpy

    return numpy.fromfile(f"{sys.argv[2]}/{name}", dtype="<f8")


def means():
    """Weighted means by indicator, region and year, with polars; a row for each value."""
    import numpy
    import polars as pl

    values, people = read("panel"), read("weights")
    indicators = len(values) // (COUNTRIES * YEARS)
    country = numpy.tile(numpy.repeat(numpy.arange(COUNTRIES, dtype="u2"), YEARS), indicators)
    frame = pl.DataFrame(
        {
            "indicator": numpy.repeat(numpy.arange(indicators, dtype="u2"), COUNTRIES * YEARS),
            "region": (country % REGIONS).astype("u1"),
            "year": numpy.tile(numpy.arange(YEARS, dtype="u1"), indicators * COUNTRIES),
            "value": values,
            "people": numpy.tile(people, indicators),
        }
    )

    def run():
        x, w = pl.col("value"), pl.col("people")
        known = x.is_not_nan()
        return (
            frame.lazy()
            .group_by("indicator", "region", "year")
            .agg(
                mean=(x * w).filter(known).sum() / w.filter(known).sum(),
                used=known.sum(),
                of=pl.len(),
                coverage=w.filter(known).sum() / w.sum(),
            )
            .collect()
        )

    seconds, result = best(run, 3)
    some = result.filter(
        (pl.col("region") == 0) & pl.col("indicator").is_in([0, indicators - 1])
    ).sort("indicator", "year")
    print(seconds, *some["mean"])


def fits():
    """A logistic curve for each country, with the derivatives that curve_fit is quickest with and a good start."""
    import numpy
    from scipy.optimize import curve_fit

    levels = read("curves").reshape(COUNTRIES, -1)
    time_ = numpy.arange(levels.shape[1], dtype=float)

    def logistic(t, saturation, middle, speed):
        return saturation / (1 + numpy.exp(-speed * (t - middle)))

    def slopes(t, saturation, middle, speed):
        e = numpy.exp(-speed * (t - middle))
        d = saturation * e / (1 + e) ** 2
        return numpy.stack([1 / (1 + e), -speed * d, (t - middle) * d], axis=1)

    def run():
        found = []
        for row in levels:
            half = time_[numpy.argmax(row > row.max() / 2)]
            start = [row.max(), half, 0.3]
            found.append(curve_fit(logistic, time_, row, p0=start, jac=slopes, xtol=1e-12)[0])
        return found

    seconds, result = best(run)
    print(seconds, *(number for row in result for number in row))


def unequal():
    """Gini and Theil of all rows at once, with numpy."""
    import numpy

    rows = read("shares").reshape(-1, COUNTRIES)
    ranks = numpy.arange(1, COUNTRIES + 1)

    def run():
        mean = rows.mean(axis=1, keepdims=True)
        gini = (numpy.sort(rows, axis=1) @ (2 * ranks - COUNTRIES - 1)) / (COUNTRIES**2 * mean[:, 0])
        part = rows / mean
        theil = (part * numpy.log(part)).mean(axis=1)
        return numpy.stack([gini, theil], axis=1)

    seconds, result = best(run)
    print(seconds, *result.ravel())


{"means": means, "fits": fits, "unequal": unequal}[sys.argv[1]]()
