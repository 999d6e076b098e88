//! Arbitrary values and records, for the laws that hold of all of them.
//!
//! Every record has a strategy here, and every field of it is set by one: `records` checks both against what the
//! reader knows.

use netpolity::actor::{
    Actor, Agency, AgencyFact, AgencyKind, Capacity, Change, ChangeKind, Coalition, CoalitionKind,
    Member, Mention, OfficialUrl, Person, Post, PostRank, Relation, RelationKind, Responsibility,
    StakeholderGroup, Tenure, TenureFact, Unnamed,
};
use netpolity::country::{Composite, Group, SpecialCode};
use netpolity::event::{
    Cadence, Counted, Disclosure, Event, EventFact, EventKind, EventSeries, EventStatus, Fate,
    Force, Headcount, Mode, Outcome, OutcomeKind, Participant, Place, Plan, Role, SeriesFact,
    Sitting,
};
use netpolity::id::Id;
use netpolity::identifier::Identifier;
use netpolity::judgement::{Judgement, RecordRef, Verdict};
use netpolity::lang::Lang;
use netpolity::licence::Licence;
use netpolity::metric::{
    Aggregation, Definition, Flag, Flags, Indicator, IndicatorCode, IndicatorKind, IndicatorScheme,
    Missing, Observation, Polarity, Vintage,
};
use netpolity::name::{Name, NameKind, NameOrder, NameParts};
use netpolity::quantity::{Decimal, Hedge, Quantity, Unit};
use netpolity::source::{
    Absence, Attestation, Cite, DateKind, Derivation, DerivationKind, Locator, Notice, Origin,
    Rank, Source, SourceKind,
};
use netpolity::statement::{
    Act, Alignment, AlignmentKind, Certainty, Claim, Coding, CodingMethod, Delivery, Direction,
    Form, Link, LinkKind, Measure, Position, Speaker, Stance, Statement, StatementFact,
    StatementPolarity, StatementStatus, Subject, Text,
};
use netpolity::taxonomy::{Mapping, MappingKind, Taxonomy, Term, TermKind, TermRef};
use netpolity::time::{Bound, PartialDate, Period, PeriodKind, Precision, Qualifier, Span};
use netpolity::url::Url;
use netpolity::vote::{Ballot, Counts, Vote, VoteChoice, VoteResult};
use netpolity::{Area, Country, OwnWord};

use chrono::{Datelike, NaiveDate};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// Any text, with those in front that writers of JSON get wrong.
pub(crate) fn text() -> BoxedStrategy<String> {
    const HOSTILE: &[&str] = &[
        "",
        " ",
        "\0",
        "\"",
        "\\",
        "\\u0000",
        "\n",
        "\r\n",
        "\u{feff}x",
        "\u{2028}\u{2029}",
        "\u{10ffff}",
        "null",
        "国家互联网信息办公室",
        "e\u{301}",
        "\u{202e}dlrow",
        "👩🏽‍💻",
        "a [DAT-001]",
        "a at line 1 column 2",
    ];
    prop_oneof![
        2 => select(HOSTILE).prop_map(str::to_owned),
        2 => "\\PC{0,8}",
        1 => vec(any::<char>(), 0..6).prop_map(String::from_iter),
    ]
    .boxed()
}

fn slug() -> BoxedStrategy<String> {
    "[a-z0-9]{1,4}(-[a-z0-9]{1,3}){0,2}".boxed()
}

pub(crate) fn id<T: 'static>() -> BoxedStrategy<Id<T>> {
    slug().prop_map(|text| text.parse().unwrap()).boxed()
}

fn own_word() -> BoxedStrategy<OwnWord> {
    slug().prop_map(|word| OwnWord::new(&word).unwrap()).boxed()
}

/// A word of an open list: known, or one's own.
fn open<W: Clone + std::fmt::Debug + 'static>(
    known: &'static [W],
    own: fn(OwnWord) -> W,
) -> BoxedStrategy<W> {
    prop_oneof![3 => select(known), 1 => own_word().prop_map(own)].boxed()
}

pub(crate) fn lang() -> BoxedStrategy<Lang> {
    const TAGS: &[&str] =
        &["en", "zh", "zh-Hans", "zh-Latn-pinyin", "en-GB", "gsw", "sl-rozaj-biske", "de-x-own"];
    prop_oneof![select(TAGS).prop_map(str::to_owned), "[a-z]{2,3}(-[a-z]{4})?(-[a-z]{2})?"]
        .prop_filter_map("a tag", |text| text.parse().ok())
        .boxed()
}

pub(crate) fn licence() -> BoxedStrategy<Licence> {
    text().prop_map(Licence::from).boxed()
}

pub(crate) fn url() -> BoxedStrategy<Url> {
    const URLS: &[&str] = &[
        "https://www.gov.uk/government/speeches/uk-china-internet-forum",
        "http://en.people.cn:80/102774/8394591.html?a=%20#top",
        "http://[::1]:8080/",
        "http://user@example.org",
        "https://例え.jp/道?x=ü",
        "mailto:a@b.org",
        "urn:isbn:0451450523",
    ];
    prop_oneof![
        select(URLS).prop_map(str::to_owned),
        "https?://[a-z]{1,6}\\.org(/[a-z0-9~.]{0,5}){0,2}"
    ]
    .prop_map(|text| text.parse().unwrap())
    .boxed()
}

pub(crate) fn country() -> BoxedStrategy<Country> {
    select(Country::all().collect::<Vec<_>>()).boxed()
}

pub(crate) fn special_code() -> BoxedStrategy<SpecialCode> {
    prop_oneof![
        select(&["EU", "CHN", "Sub-Saharan Africa"][..]).prop_map(str::to_owned),
        "\\PC{1,6}"
    ]
    .prop_filter_map("a code", |text| SpecialCode::new(&text).ok())
    .boxed()
}

pub(crate) fn group() -> BoxedStrategy<Group> {
    select(Group::all().collect::<Vec<_>>()).boxed()
}

pub(crate) fn composite() -> BoxedStrategy<Composite> {
    select(Composite::all().collect::<Vec<_>>()).boxed()
}

pub(crate) fn area() -> BoxedStrategy<Area> {
    prop_oneof![
        4 => country().prop_map(Area::Country),
        1 => group().prop_map(Area::Group),
        1 => composite().prop_map(Area::Composite),
        1 => special_code().prop_map(Area::Special),
    ]
    .boxed()
}

fn day() -> BoxedStrategy<NaiveDate> {
    let days = |from: i32, to: i32| {
        (from..to).prop_map(|number| NaiveDate::from_num_days_from_ce_opt(number).unwrap())
    };
    // From 2012 to 2015, where dates meet; the years of four digits and a few about them; the whole calendar.
    prop_oneof![3 => days(734_503, 735_964), 1 => days(-1_000, 3_660_000), 1 => days(-95_000_000, 95_000_000)]
        .boxed()
}

pub(crate) fn date() -> BoxedStrategy<PartialDate> {
    (day(), select(Precision::ALL), select(Qualifier::ALL))
        .prop_map(|(day, precision, qualifier)| {
            PartialDate::from(day).coarsen(precision).with_qualifier(qualifier)
        })
        .boxed()
}

pub(crate) fn bound() -> BoxedStrategy<Bound> {
    prop_oneof![
        3 => date().prop_map(Bound::On),
        1 => date().prop_map(Bound::Before),
        1 => date().prop_map(Bound::After),
        1 => (date(), date()).prop_map(|(a, b)| {
            Bound::between(a, b).unwrap_or_else(|_| Bound::between(b, a).unwrap())
        }),
        1 => select(&[Bound::Unknown, Bound::Open, Bound::NotYet, Bound::NotApplicable][..]),
    ]
    .boxed()
}

pub(crate) fn span() -> BoxedStrategy<Span> {
    (bound(), bound())
        .prop_map(|(a, b)| Span::new(a, b).or_else(|_| Span::new(b, a)).unwrap_or(Span::UNKNOWN))
        .boxed()
}

pub(crate) fn period() -> BoxedStrategy<Period> {
    (day(), select(PeriodKind::ALL), 1..9_i32)
        .prop_filter_map("a period of the calendar", |(day, kind, years)| {
            let (year, month) = (day.year(), day.month0());
            match kind {
                PeriodKind::YearRange => Period::from_years(year, year.checked_add(years)?),
                PeriodKind::Year => Period::from_year(year),
                PeriodKind::FiscalYear => Period::from_fiscal_year(year),
                PeriodKind::Half => Period::from_half(year, month / 6 + 1),
                PeriodKind::Quarter => Period::from_quarter(year, month / 3 + 1),
                PeriodKind::Month => Period::from_month(year, month + 1),
                PeriodKind::Week => Period::from_week(day.iso_week().year(), day.iso_week().week()),
                PeriodKind::Day => Ok(Period::from(day)),
            }
            .ok()
        })
        .boxed()
}

pub(crate) fn decimal() -> BoxedStrategy<Decimal> {
    prop_oneof![
        4 => (any::<i64>(), 0..19_usize).prop_map(|(digits, decimals)| {
            let sign = if digits < 0 { "-" } else { "" };
            let padded = format!("{:0>1$}", digits.unsigned_abs(), decimals + 1);
            let (whole, fraction) = padded.split_at(padded.len() - decimals);
            let point = if decimals > 0 { "." } else { "" };
            format!("{sign}{whole}{point}{fraction}").parse().unwrap()
        }),
        1 => select(&["0", "0.00", "-0", "45.80", "79228162514264337593543950335", "0.0000000000000000000000000001"][..])
            .prop_map(|text| text.parse().unwrap()),
    ]
    .boxed()
}

pub(crate) fn quantity() -> BoxedStrategy<Quantity> {
    const HEDGES: &[&str] = &[
        "",
        "exactly ",
        "about ",
        "almost ",
        "just over ",
        "more than ",
        "at least ",
        "less than ",
        "at most ",
        "up to ",
    ];
    const MAGNITUDES: &[&str] = &["thousand", "million", "billion", "trillion"];
    const UNITS: &[&str] = &["", " percent", " a day", " times", " per 100"];
    let number = || {
        (-10_000_i64..100_000, 0..3_usize).prop_map(|(digits, decimals)| {
            let text = format!("{digits}.{:0>1$}", 5, decimals.max(1));
            if decimals == 0 { Decimal::from(digits) } else { text.parse().unwrap() }
        })
    };
    let made = (select(Hedge::ALL), number(), number(), select(Unit::ALL)).prop_filter_map(
        "a quantity that can be",
        |(hedge, a, b, unit)| match hedge {
            Hedge::Between => Quantity::between(a.min(b), a.max(b), unit).ok(),
            hedge => Quantity::new(hedge, a, unit).ok(),
        },
    );
    let phrase = (select(HEDGES), 1..5_000_u32, select(MAGNITUDES), select(UNITS))
        .prop_map(|(hedge, n, magnitude, unit)| format!("{hedge}{n} {magnitude}{unit}"))
        .prop_map(|phrase| phrase.parse().unwrap());
    prop_oneof![3 => made, 1 => phrase].boxed()
}

pub(crate) fn actor() -> BoxedStrategy<Actor> {
    prop_oneof![
        country().prop_map(Actor::Country),
        group().prop_map(Actor::Group),
        id().prop_map(Actor::Agency),
        id().prop_map(Actor::Person),
        id().prop_map(Actor::Coalition),
        select(Unnamed::ALL).prop_map(Actor::Unnamed),
    ]
    .boxed()
}

pub(crate) fn term_ref() -> BoxedStrategy<TermRef> {
    (option::of(id()), id())
        .prop_map(|(taxonomy, term)| {
            let mut reference = TermRef::from(term);
            reference.taxonomy = taxonomy;
            reference
        })
        .boxed()
}

pub(crate) fn identifier() -> BoxedStrategy<Identifier> {
    (slug(), "[A-Za-z0-9][A-Za-z0-9:/ .-]{0,8}[A-Za-z0-9]")
        .prop_map(|(scheme, value)| Identifier::new(&scheme, &value).unwrap())
        .boxed()
}

pub(crate) fn ballot() -> BoxedStrategy<Ballot> {
    (actor(), select(VoteChoice::ALL))
        .prop_map(|(actor, choice)| Ballot::new(actor, choice))
        .boxed()
}

pub(crate) fn record_ref() -> BoxedStrategy<RecordRef> {
    prop_oneof![
        id().prop_map(RecordRef::Agency),
        id().prop_map(RecordRef::Person),
        id().prop_map(RecordRef::Coalition),
        id().prop_map(RecordRef::Post),
        id().prop_map(RecordRef::Series),
        id().prop_map(RecordRef::Event),
        id().prop_map(RecordRef::Statement),
        id().prop_map(RecordRef::Source),
    ]
    .boxed()
}

pub(crate) fn subject() -> BoxedStrategy<Subject> {
    prop_oneof![
        3 => area().prop_map(Subject::Area),
        1 => (country(), slug()).prop_map(|(country, part)| format!("{country}/{part}").parse().unwrap()),
        1 => id().prop_map(Subject::Agency),
        1 => id().prop_map(Subject::Person),
        1 => select(Unnamed::ALL).prop_map(Subject::Unnamed),
        1 => select(&["site:qq.com", "site:sina.com.cn", "site:例え.jp", "site:xn--r8jz45g.jp"][..])
            .prop_map(|text| text.parse().unwrap()),
        1 => term_ref().prop_map(Subject::Term),
    ]
    .boxed()
}

pub(crate) fn locator() -> BoxedStrategy<Locator> {
    let range = |from: u32| (from..500, 1..500_u32).prop_map(|(first, more)| (first, first + more));
    prop_oneof![
        (1..u32::MAX).prop_map(|page| format!("page {page}")),
        range(1).prop_map(|(first, last)| format!("pages {first}-{last}")),
        (1..u32::MAX).prop_map(|paragraph| format!("paragraph {paragraph}")),
        range(0).prop_map(|(start, end)| format!("characters {start}-{end}")),
        text()
            .prop_filter("a heading", |text| !text.is_empty() && text.trim() == text)
            .prop_map(|heading| format!("section {heading}")),
    ]
    .prop_map(|text| text.parse().unwrap())
    .boxed()
}

pub(crate) fn indicator_code() -> BoxedStrategy<IndicatorCode> {
    let code = prop_oneof![
        select(&["IT.NET.USER.ZS", "i271mb_5GB$", "A: Limits on Content", " "][..])
            .prop_map(str::to_owned),
        text(),
    ];
    (select(IndicatorScheme::ALL), code)
        .prop_filter_map("a code", |(scheme, code)| IndicatorCode::new(scheme, &code).ok())
        .boxed()
}

fn maybe<S: Strategy>(strategy: S) -> impl Strategy<Value = Option<S::Value>> {
    option::of(strategy)
}

fn some<S: Strategy>(strategy: S) -> impl Strategy<Value = Vec<S::Value>> {
    vec(strategy, 0..3)
}

/// A strategy for each record: what `new` takes, then every other field.
macro_rules! records {
    ($($name:ident: $record:ident($($required:ident: $value:expr),*) { $($field:ident: $strategy:expr,)* })+) => {$(
        pub(crate) fn $name() -> BoxedStrategy<$record> {
            let record = (Just(()), $($value,)*).prop_map(|((), $($required,)*)| $record::new($($required),*));
            $(let record = (record, $strategy).prop_map(|(mut record, value)| {
                record.$field = value;
                record
            });)*
            record.boxed()
        }
    )+};
}

records! {
    source: Source(id: id(), kind: open(SourceKind::ALL, SourceKind::Other)) {
        title: maybe(text()),
        publisher: maybe(id()),
        authors: some(text()),
        url: maybe(url()),
        published: maybe(date()),
        retrieved: maybe(date()),
        lang: maybe(lang()),
        licence: maybe(licence()),
        derived_from: maybe(derivation()),
        notices: some(select(Notice::ALL)),
        absence_means: select(Absence::ALL),
    }
    derivation: Derivation(source: id()) { how: select(DerivationKind::ALL), }
    cite: Cite(source: id()) { locator: maybe(locator()), quote: maybe(text()), }
    name: Name(text: text()) {
        lang: maybe(lang()),
        kind: select(NameKind::ALL),
        span: span(),
        order: maybe(select(NameOrder::ALL)),
        parts: maybe(name_parts().prop_map(Box::new)),
    }
    name_parts: NameParts() {
        prefix: maybe(text()),
        given: maybe(text()),
        additional: maybe(text()),
        patronymic: maybe(text()),
        family: maybe(text()),
        suffix: maybe(text()),
    }
    agency: Agency(id: id(), kind: open(AgencyKind::ALL, AgencyKind::Other)) {
        names: some(name()),
        country: maybe(country()),
        stakeholder: maybe(select(StakeholderGroup::ALL)),
        span: span(),
        relations: some(relation()),
        changes: some(change()),
        portfolio: some(responsibility()),
        urls: some(official_url()),
        identifiers: some(identifier()),
        cites: some(cite()),
        attests: some(attestation(agency_fact())),
    }
    responsibility: Responsibility(term: term_ref()) { span: span(), shared: any::<bool>(), cites: some(cite()), }
    official_url: OfficialUrl(url: url()) { span: span(), }
    relation: Relation(kind: select(RelationKind::ALL), to: id()) { span: span(), cites: some(cite()), }
    change: Change(kind: select(ChangeKind::ALL), date: date()) {
        lang: maybe(lang()),
        from: some(id()),
        to: some(id()),
        functions: some(term_ref()),
        note: maybe(text()),
        cites: some(cite()),
    }
    person: Person(id: id()) { names: some(name()), birth: bound(), death: bound(), identifiers: some(identifier()), cites: some(cite()), }
    coalition: Coalition(id: id(), kind: open(CoalitionKind::ALL, CoalitionKind::Other)) {
        names: some(name()),
        span: span(),
        members: some(member()),
        identifiers: some(identifier()),
        cites: some(cite()),
    }
    member: Member(actor: actor()) { span: span(), cites: some(cite()), }
    post: Post(id: id(), agency: id()) {
        names: some(name()),
        rank: maybe(open(PostRank::ALL, PostRank::Other)),
        seats: maybe(any::<u16>()),
        span: span(),
        identifiers: some(identifier()),
        cites: some(cite()),
    }
    tenure: Tenure(id: id(), person: id()) {
        post: maybe(id()),
        agency: maybe(id()),
        title: maybe(text()),
        span: span(),
        term: maybe(id()),
        capacity: select(Capacity::ALL),
        on_behalf_of: maybe(actor()),
        cites: some(cite()),
        attests: some(attestation(tenure_fact())),
    }
    mention: Mention(actor: actor()) { printed: maybe(text()), }
    event_series: EventSeries(id: id()) {
        names: some(name()),
        became: maybe(id()),
        cites: some(cite()),
        attests: some(attestation(series_fact())),
    }
    event: Event(id: id(), kind: open(EventKind::ALL, EventKind::Other)) {
        names: some(name()),
        series: maybe(id()),
        edition: maybe(any::<u32>()),
        parent: maybe(id()),
        sittings: some(sitting()),
        status: select(EventStatus::ALL),
        plans: some(plan()),
        terms: some(term_ref()),
        themes: some(name()),
        participants: some(participant()),
        headcounts: some(headcount()),
        disclosure: maybe(select(Disclosure::ALL)),
        outcomes: some(outcome()),
        identifiers: some(identifier()),
        cites: some(cite()),
        attests: some(attestation(event_fact())),
    }
    plan: Plan(sittings: some(sitting())) {
        announced: maybe(date()),
        superseded: maybe(date()),
        cites: some(cite()),
    }
    outcome: Outcome(kind: open(OutcomeKind::ALL, OutcomeKind::Other)) {
        names: some(name()),
        symbol: maybe(text()),
        force: maybe(select(Force::ALL)),
        fate: maybe(select(Fate::ALL)),
        date: maybe(date()),
        url: maybe(url()),
        cites: some(cite()),
    }
    sitting: Sitting(span: span()) {
        venue: maybe(text()),
        city: maybe(text()),
        region: maybe(text()),
        country: maybe(country()),
        mode: maybe(select(Mode::ALL)),
    }
    participant: Participant(actor: actor(), role: open(Role::ALL, Role::Other)) {
        tenure: maybe(id()),
        printed: maybe(text()),
        on_behalf_of: some(actor()),
        cites: some(cite()),
    }
    headcount: Headcount(count: quantity()) {
        of: select(Counted::ALL),
        group: maybe(select(StakeholderGroup::ALL)),
        cites: some(cite()),
    }
    statement: Statement(id: id(), act: select(Act::ALL)) {
        form: maybe(select(Form::ALL)),
        delivery: select(Delivery::ALL),
        speakers: some(speaker()),
        alignments: some(alignment()),
        addressees: some(mention()),
        targets: some(mention()),
        affected: some(mention()),
        event: maybe(id()),
        date: maybe(date()),
        lang: maybe(lang()),
        texts: some(text_of()),
        terms: some(term_ref()),
        positions: some(position()),
        claims: some(claim()),
        certainty: maybe(select(Certainty::ALL)),
        polarity: maybe(select(StatementPolarity::ALL)),
        status: select(StatementStatus::ALL),
        links: some(link()),
        codings: some(coding()),
        cites: some(cite()),
        attests: some(attestation(statement_fact())),
    }
    speaker: Speaker(actor: actor()) {
        tenure: maybe(id()),
        printed: maybe(text()),
        on_behalf_of: some(actor()),
        certainty: maybe(select(Certainty::ALL)),
    }
    alignment: Alignment(actor: actor()) {
        kind: select(AlignmentKind::ALL),
        printed: maybe(text()),
        cites: some(cite()),
    }
    coding: Coding(coder: text()) {
        method: select(CodingMethod::ALL),
        date: maybe(date()),
        act: maybe(select(Act::ALL)),
        terms: some(term_ref()),
        positions: some(position()),
        note: maybe(text()),
    }
    vote: Vote(id: id(), body: id()) {
        names: some(name()),
        symbol: maybe(text()),
        date: maybe(date()),
        event: maybe(id()),
        terms: some(term_ref()),
        proposition: maybe(term_ref()),
        result: maybe(select(VoteResult::ALL)),
        counts: counts(),
        ballots: some(ballot()),
        cites: some(cite()),
    }
    counts: Counts() {
        yes: maybe(any::<u32>()),
        no: maybe(any::<u32>()),
        abstain: maybe(any::<u32>()),
        absent: maybe(any::<u32>()),
        not_voting: maybe(any::<u32>()),
    }
    judgement: Judgement(id: id(), verdict: select(Verdict::ALL), of: some(record_ref())) {
        by: maybe(text()),
        date: maybe(date()),
        note: maybe(text()),
        cites: some(cite()),
    }
    mapping: Mapping(to: term_ref(), kind: select(MappingKind::ALL)) { cites: some(cite()), }
    text_of: Text(text: text()) { lang: maybe(lang()), translator: maybe(text()), }
    position: Position(term: term_ref(), stance: select(Stance::ALL)) {}
    link: Link(kind: select(LinkKind::ALL), to: id()) {}
    claim: Claim(indicator: id(), subject: subject()) {
        measure: select(Measure::ALL),
        quantity: maybe(quantity()),
        direction: maybe(select(Direction::ALL)),
        period: maybe(period()),
        cited: maybe(id()),
        printed: maybe(text()),
    }
    taxonomy: Taxonomy(id: id(), version: text()) { names: some(name()), terms: some(term()), cites: some(cite()), }
    term: Term(id: id(), kind: select(TermKind::ALL)) {
        names: some(name()),
        broader: maybe(id()),
        definition: maybe(text()),
        deprecated: any::<bool>(),
        mappings: some(mapping()),
        cites: some(cite()),
    }
    indicator: Indicator(id: id(), unit: select(Unit::ALL)) {
        names: some(name()),
        kind: maybe(select(IndicatorKind::ALL)),
        polarity: maybe(select(Polarity::ALL)),
        min: maybe(decimal()),
        max: maybe(decimal()),
        aggregation: maybe(select(Aggregation::ALL)),
        weight: maybe(id()),
        denominator: maybe(id()),
        population: maybe(text()),
        definition: maybe(text()),
        definitions: some(definition()),
        codes: some(indicator_code()),
        cites: some(cite()),
    }
    definition: Definition(span: span()) {
        text: maybe(text()),
        polarity: maybe(select(Polarity::ALL)),
        min: maybe(decimal()),
        max: maybe(decimal()),
        cites: some(cite()),
    }
    observation: Observation(indicator: id(), area: area(), period: period()) {
        value: maybe(decimal()),
        missing: maybe(select(Missing::ALL)),
        text: maybe(text()),
        unit: maybe(select(Unit::ALL)),
        scale: any::<i8>().boxed(),
        dimensions: proptest::collection::btree_map(text(), text(), 0..3).boxed(),
        flags: some(select(Flag::ALL)).prop_map(Flags::from_iter).boxed(),
        note: maybe(text()),
        cites: some(cite()),
    }
}

pub(crate) fn vintage() -> BoxedStrategy<Vintage> {
    let texts = (maybe(text()), maybe(text()), maybe(licence()));
    (texts, maybe(date()), maybe(date()), maybe(id()))
        .prop_map(|((dataset, version, licence), published, retrieved, source)| {
            let mut vintage = Vintage::new();
            (vintage.dataset, vintage.version, vintage.licence) = (dataset, version, licence);
            (vintage.published, vintage.retrieved, vintage.source) = (published, retrieved, source);
            vintage
        })
        .boxed()
}

pub(crate) fn place() -> BoxedStrategy<Place> {
    (maybe(text()), maybe(text()), maybe(text()), maybe(country()))
        .prop_map(|(venue, city, region, country)| {
            let mut place = Place::new();
            (place.venue, place.city, place.region, place.country) = (venue, city, region, country);
            place
        })
        .boxed()
}

pub(crate) fn attestation<F: Clone + std::fmt::Debug + 'static>(
    facts: BoxedStrategy<F>,
) -> BoxedStrategy<Attestation<F>> {
    let how = (maybe(text()), select(Rank::ALL), select(Origin::ALL));
    (facts, maybe(select(DateKind::ALL)), how, cite())
        .prop_map(|(says, kind, (printed, rank, origin), cite)| {
            let mut attestation = Attestation::new(says, cite);
            attestation.kind = kind;
            (attestation.printed, attestation.rank, attestation.origin) = (printed, rank, origin);
            attestation
        })
        .boxed()
}

pub(crate) fn agency_fact() -> BoxedStrategy<AgencyFact> {
    prop_oneof![
        bound().prop_map(AgencyFact::Start),
        bound().prop_map(AgencyFact::End),
        name().prop_map(AgencyFact::Name),
    ]
    .boxed()
}

pub(crate) fn tenure_fact() -> BoxedStrategy<TenureFact> {
    prop_oneof![
        bound().prop_map(TenureFact::Start),
        bound().prop_map(TenureFact::End),
        text().prop_map(TenureFact::Title),
    ]
    .boxed()
}

pub(crate) fn series_fact() -> BoxedStrategy<SeriesFact> {
    select(Cadence::ALL).prop_map(SeriesFact::Cadence).boxed()
}

pub(crate) fn event_fact() -> BoxedStrategy<EventFact> {
    prop_oneof![
        span().prop_map(EventFact::Span),
        place().prop_map(EventFact::Place),
        some(actor()).prop_map(EventFact::Hosts),
        headcount().prop_map(EventFact::Headcount),
        select(EventStatus::ALL).prop_map(EventFact::Status),
    ]
    .boxed()
}

pub(crate) fn statement_fact() -> BoxedStrategy<StatementFact> {
    prop_oneof![
        some(actor()).prop_map(StatementFact::Speakers),
        date().prop_map(StatementFact::Date),
    ]
    .boxed()
}
