"""Loads the dataset of benches/dataset.rs into models of pydantic, as a user of Python would write them.

The first argument is a JSON file. Prints the best seconds of some loads, without the start of Python and imports, and then how many
statements there are. Dates, codes and words are checked as far as a type of pydantic or a list of words does it.
"""

import datetime
import sys
import time
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Span = Annotated[str, StringConstraints(pattern=r"^[0-9~?./\[\]-]+$")]
Actor = Annotated[str, StringConstraints(pattern=r"^(country|agency|person|group|coalition|unnamed):.+$")]


class Record(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Source(Record):
    id: Id
    kind: Literal["newspaper", "report", "dataset", "blog"]
    title: str | None = None
    published: datetime.date | None = None
    lang: str | None = None


class Agency(Record):
    id: Id
    kind: Literal["ministry", "regulator", "information-office"]
    country: Country | None = None
    span: Span | None = None
    names: list[str] = []
    cites: list[Id] = []


class Name(Record):
    text: str
    lang: str | None = None
    order: Literal["family-first", "given-first", "single-name"] | None = None


class Person(Record):
    id: Id
    names: list[Name] = []
    cites: list[Id] = []


class Post(Record):
    id: Id
    agency: Id
    names: list[str] = []
    rank: Literal["agency-head", "deputy-head", "director"] | None = None
    cites: list[Id] = []


class Tenure(Record):
    id: Id
    person: Id
    post: Id | None = None
    span: Span | None = None
    cites: list[Id] = []


class Sitting(Record):
    span: Span
    city: str | None = None
    country: Country | None = None


class Participant(Record):
    actor: Actor
    role: Literal["host", "co-host", "keynote", "speaker"]


class Event(Record):
    id: Id
    kind: Literal["forum", "summit", "conference", "roundtable"]
    names: list[str] = []
    sittings: list[Sitting] = []
    participants: list[Participant] = []
    headcounts: list[str] = []
    cites: list[Id] = []


class Speaker(Record):
    actor: Actor
    tenure: Id | None = None
    printed: str | None = None


class Position(Record):
    term: Id
    stance: Literal["support", "oppose", "conditional", "ambivalent", "neutral"]


class Claim(Record):
    indicator: Id
    subject: str
    quantity: str | None = None


class Cite(Record):
    source: Id
    locator: str | None = None


class Statement(Record):
    id: Id
    act: Literal["call", "assertion", "proposal", "praise", "position", "offer", "data-claim"]
    form: Literal["paraphrase", "direct-quote", "summary"] | None = None
    speakers: list[Speaker] = []
    addressees: list[Actor] = []
    event: Id | None = None
    date: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}(-[0-9]{2}){0,2}$")] | None = None
    texts: list[str] = []
    terms: list[Id] = []
    positions: list[Position] = []
    claims: list[Claim] = []
    cites: list[Cite] = []


class Term(Record):
    id: Id
    kind: Literal["issue", "norm", "proposition", "phrase"]
    names: list[str] = []


class Taxonomy(Record):
    id: Id
    version: str
    terms: list[Term] = []


class Tables(Record):
    netpolity: int
    sources: list[Source] = []
    agencies: list[Agency] = []
    people: list[Person] = []
    posts: list[Post] = []
    tenures: list[Tenure] = []
    events: list[Event] = []
    statements: list[Statement] = []
    taxonomies: list[Taxonomy] = []


with open(sys.argv[1], "rb") as file:
    json = file.read()
seconds = []
for _ in range(3):
    start = time.perf_counter()
    tables = Tables.model_validate_json(json)
    seconds.append(time.perf_counter() - start)
print(min(seconds), len(tables.statements))
