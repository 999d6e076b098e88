"""Takes the network of benches/discourse as a user of other tools would.

Arguments: `sparse` or `dense`, and a table of statements. Prints the best seconds of some passes, without the start of Python, imports
and reading, then the number of ties and the sum of their weights.
"""

import sys

import numpy
import pandas
from scipy import sparse

from timing import best

table = pandas.read_csv(sys.argv[2])


def run():
    """Congruence divided by average activity, as a list of pairs."""
    decided = table[table["stance"].isin(["support", "oppose"])]
    row, actors = pandas.factorize(decided["actor"], sort=True)
    column, propositions = pandas.factorize(decided["proposition"], sort=True)
    shape = (len(actors), len(propositions))
    weights = None
    for stance in ("support", "oppose"):
        these = (decided["stance"] == stance).to_numpy()
        ones = numpy.ones(these.sum())
        taken = sparse.csr_matrix((ones, (row[these], column[these])), shape=shape)
        if sys.argv[1] == "dense":
            taken = taken.toarray()
        product = taken @ taken.T
        weights = product if weights is None else weights + product
    activity = numpy.bincount(row, minlength=len(actors))
    if sys.argv[1] == "dense":
        start, end = numpy.nonzero(numpy.triu(weights, 1))
        weight = weights[start, end]
    else:
        pairs = sparse.triu(weights, 1).tocoo()
        start, end, weight = pairs.row, pairs.col, pairs.data
    weight = weight / ((activity[start] + activity[end]) / 2)
    return pandas.DataFrame({"from": actors[start], "to": actors[end], "weight": weight})


seconds, result = best(run)
print(seconds, len(result), result["weight"].sum())
