"""Takes the measures of benches/discourse as a user of numpy would.

Arguments: what to do, the folder with the input, and how many rows it has. Prints the best seconds of some passes, without the start of
Python, imports and reading, and then what came out.
"""

import sys

import numpy

from timing import best


def read():
    votes = numpy.fromfile(f"{sys.argv[2]}/votes", dtype="u1").reshape(int(sys.argv[3]), -1)
    upper = numpy.triu_indices(len(votes), 1)
    return votes, upper


def agreement():
    """The part of equal sides: one product of matrices for each side, one for who takes any; single precision is exact here."""
    votes, upper = read()

    def run():
        sides = [(votes == side).astype("f4") for side in range(3)]
        takes = (votes < 3).astype("f4")
        equal = sum(side @ side.T for side in sides)
        with numpy.errstate(invalid="ignore"):
            return (equal.astype("f8") / (takes @ takes.T))[upper]

    seconds, result = best(run)
    print(seconds, *result)


def measures():
    """All nine counts of a pair, then agreement, S, kappa and pi with linear distances."""
    votes, upper = read()

    def run():
        sides = [(votes == side).astype("f4") for side in range(3)]
        counts = numpy.array([[(a @ b.T)[upper] for b in sides] for a in sides], dtype="f8")
        n = counts.sum(axis=(0, 1))
        distance = numpy.abs(numpy.subtract.outer(range(3), range(3)))
        rows, columns = counts.sum(axis=1), counts.sum(axis=0)
        observed = numpy.einsum("ij,ijp->p", distance, counts)
        with numpy.errstate(invalid="ignore", divide="ignore"):
            agree = numpy.einsum("iip->p", counts) / n
            s = 1 - observed / n
            kappa = 1 - n * observed / numpy.einsum("ij,ip,jp->p", distance, rows, columns)
            both = rows + columns
            pi = 1 - 4 * n * observed / numpy.einsum("ij,ip,jp->p", distance, both, both)
        return numpy.stack([agree, s, kappa, pi], axis=1)

    seconds, result = best(run)
    print(seconds, *result.ravel())


{"agreement": agreement, "measures": measures}[sys.argv[1]]()
