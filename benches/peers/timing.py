"""How long something takes."""

import time


def best(run, passes=5):
    """The least seconds of some passes, and what came out."""
    seconds = []
    for _ in range(passes):
        start = time.perf_counter()
        result = run()
        seconds.append(time.perf_counter() - start)
    return min(seconds), result
