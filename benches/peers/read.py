"""Reads the files of benches/read.rs as a user of other tools would.

Arguments: what to do, and the file. Prints the values read, the seconds without the start of Python and imports, and the most
memory of the process in bytes.
"""

import resource
import sys
import time


def table(path):
    """A wide table to one row for each value, with polars."""
    import polars

    years = [str(year) for year in range(1960, 2025)]
    start = time.perf_counter()
    # Told the types, it needs not guess: the fastest way.
    wide = polars.read_csv(path, schema_overrides={year: polars.Float64 for year in years})
    long = wide.unpivot(index=wide.columns[:4], on=years).drop_nulls("value")
    return long.height, time.perf_counter() - start


def sdmx(path):
    """A message in SDMX-CSV to a data frame, with pysdmx; what it leaves as text is made a number off the clock."""
    from pathlib import Path

    import pandas
    import pysdmx.io.csv.sdmx20.reader
    import pysdmx.io.csv.sdmx21.reader
    from pysdmx.io import read_sdmx

    start = time.perf_counter()
    message = read_sdmx(Path(path))
    seconds = time.perf_counter() - start
    frames = [dataset.data for dataset in message.data]
    values = [pandas.to_numeric(frame["OBS_VALUE"], errors="coerce") for frame in frames]
    return sum(int(column.notna().sum()) for column in values), seconds


def registry(path):
    """A file of a registry to typed records, in Python."""
    from datetime import date
    from ipaddress import IPv4Address, IPv6Address
    from typing import NamedTuple, Optional

    class Record(NamedTuple):
        registry: str
        country: str
        kind: str
        start: object
        value: int
        registered: Optional[date]
        status: str
        holder: Optional[str]

    starts = {"asn": int, "ipv4": IPv4Address, "ipv6": IPv6Address}
    start = time.perf_counter()
    records = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#"):
                continue
            fields = line.rstrip("\n").split("|")
            # The header begins with the version, the summaries have six fields.
            if len(fields) < 7 or fields[2] not in starts:
                continue
            day = fields[5]
            records.append(
                Record(
                    fields[0],
                    fields[1],
                    fields[2],
                    starts[fields[2]](fields[3]),
                    int(fields[4]),
                    date(int(day[:4]), int(day[4:6]), int(day[6:])) if day else None,
                    fields[6],
                    fields[7] if len(fields) > 7 else None,
                )
            )
    return len(records), time.perf_counter() - start


values, seconds = {"table": table, "sdmx": sdmx, "registry": registry}[sys.argv[1]](sys.argv[2])
print(values, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
