"""Runs other resolvers of country names on the names of benches/resolve.rs.

Reads lines of a name, a tab and the alpha-3 code that is right, empty where none is. Prints for each peer, separated by tabs:
name and version, names asked, right, wrong, several, none, nanoseconds a name, milliseconds of cold start.

Each peer has a process of its own. Cold start is its import and its first answer; a name that is found and one that is not
come before the clock starts; then every name is asked once, so that a cache of answers helps nobody.
"""

import importlib.metadata
import logging
import subprocess
import sys
import time


def pycountry():
    from pycountry import countries

    def one(name):
        try:
            return countries.lookup(name).alpha_3
        except LookupError:
            return None

    return lambda names: [one(name) for name in names]


def country_converter():
    from country_converter import CountryConverter

    logging.disable(logging.CRITICAL)
    converter = CountryConverter()
    # An empty text would not do: then a name that is not found is its own answer.
    missing = "-"

    def all_of(names):
        # The fastest way: all names in one call, told that they are names.
        answers = converter.convert(names, src="regex", to="ISO3", not_found=missing)
        return [None if answer == missing else answer for answer in answers]

    return all_of


def hdx_python_country():
    from hdx.location.country import Country

    logging.disable(logging.CRITICAL)
    Country.countriesdata(use_live=False)
    return lambda names: [Country.get_iso3_country_code_fuzzy(name)[0] for name in names]


def countryguess():
    from countryguess import guess_country

    return lambda names: [guess_country(name, attribute="iso3") for name in names]


def countrynames():
    from countrynames import to_code_3

    def one(name):
        try:
            return to_code_3(name)
        except KeyError:  # it knows the name but no code of the entry
            return None

    return lambda names: [one(name) for name in names]


# How many names each is asked at most, evenly taken from the list: some take milliseconds a name.
PEERS = {
    pycountry: None,
    country_converter: None,
    countryguess: None,
    countrynames: None,
    hdx_python_country: 200,
}


def run(peer, most, lines):
    rows = [line.rstrip("\n").split("\t") for line in lines]
    if most and len(rows) > most:
        rows = [rows[i * len(rows) // most] for i in range(most)]

    start = time.perf_counter()
    find = peer()
    find(["France", "Gaul"])
    cold = (time.perf_counter() - start) * 1e3

    start = time.perf_counter()
    answers = find([name for name, _ in rows])
    each = (time.perf_counter() - start) * 1e9 / len(rows)

    counts = {"right": 0, "wrong": 0, "several": 0, "none": 0}
    for (_, truth), answer in zip(rows, answers, strict=True):
        if isinstance(answer, list):
            outcome = "several"
        elif not answer:
            outcome = "none"
        else:
            outcome = "right" if answer == truth else "wrong"
        counts[outcome] += 1
    package = peer.__name__.replace("_", "-")
    title = f"{package} {importlib.metadata.version(package)}"
    print(title, len(rows), *counts.values(), f"{each:.0f}", f"{cold:.0f}", sep="\t")


def main():
    if len(sys.argv) == 2:
        for peer, most in PEERS.items():
            if peer.__name__ == sys.argv[1]:
                sys.stdin.reconfigure(encoding="utf-8")
                run(peer, most, sys.stdin)
        return
    names = sys.stdin.buffer.read()
    for peer in PEERS:
        command = [sys.executable, __file__, peer.__name__]
        done = subprocess.run(command, input=names, capture_output=True, check=False)
        if done.returncode == 0:
            sys.stdout.write(done.stdout.decode())
        else:
            why = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
            print(f"{peer.__name__}: does not run: {' '.join(why)}")


main()
