//! Text forms: every value prints a text that reads back as the same value, and no text makes a reader panic.

use std::collections::BTreeSet;
use std::fmt::{Debug, Display};
use std::hash::Hash;
use std::str::FromStr;

use netpolity::actor::{
    Actor, Agency, AgencyKind, Capacity, ChangeKind, CoalitionKind, PostRank, RelationKind,
    StakeholderGroup, Unnamed,
};
use netpolity::country::names::{NameRole, NameSource, Stage};
use netpolity::country::{Composite, Group, GroupKind, Scheme, SpecialCode, Status};
use netpolity::dataset::{NameMatch, TenureStatus, WhySeveral};
use netpolity::event::{
    Cadence, Counted, Disclosure, EventKind, EventStatus, Fate, Force, Mode, OutcomeKind, Role,
};
use netpolity::finding::Severity;
use netpolity::id::Id;
use netpolity::identifier::Identifier;
use netpolity::io::Format;
use netpolity::io::iana::DomainKind;
use netpolity::io::rir::Registry;
use netpolity::judgement::{RecordRef, Verdict};
use netpolity::lang::Lang;
use netpolity::licence::Licence;
use netpolity::metric::{
    Aggregation, Flag, IndicatorCode, IndicatorKind, IndicatorScheme, Missing, Polarity,
};
use netpolity::name::{NameKind, NameOrder};
use netpolity::quantity::{Decimal, Hedge, QuantityKind, Unit};
use netpolity::source::{
    Absence, DateKind, DerivationKind, Locator, Notice, Origin, Rank, SourceKind,
};
use netpolity::statement::{
    Act, ActClass, AlignmentKind, Certainty, CodingMethod, Delivery, Direction, Form, LinkKind,
    Measure, Plover, Quadrant, Stance, StatementPolarity, StatementStatus, Subject,
};
use netpolity::stats::agreement::{Abstention, NotCast, Several};
use netpolity::stats::claims::{Choice, Outcome};
use netpolity::stats::diffusion::Curve;
use netpolity::stats::discourse::{Issues, Normalisation, Once, Tie};
use netpolity::stats::reliability::{Distance, Level};
use netpolity::stats::{self, ActorOf, Excluded, Note, Parity, Side, Undecided};
use netpolity::taxonomy::{MappingKind, TermKind, TermRef};
use netpolity::time::{Bound, PeriodKind, Precision, Qualifier, Tri};
use netpolity::url::Url;
use netpolity::vote::{Ballot, VoteChoice, VoteResult};
use netpolity::{Area, Country, Interval, PartialDate, Period, Quantity, Span};
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::strategy;

trait Value: FromStr + Display + Debug + PartialEq + Serialize + DeserializeOwned {}
impl<T: FromStr + Display + Debug + PartialEq + Serialize + DeserializeOwned> Value for T {}

/// Text and JSON say the same, and both lead back.
fn round_trip<T: Value>(value: &T) -> Result<(), TestCaseError> {
    let text = value.to_string();
    let Ok(read) = text.parse::<T>() else {
        return Err(TestCaseError::fail(format!("`{text}` does not read back")));
    };
    prop_assert_eq!(&read, value, "{}", text);
    prop_assert_eq!(read.to_string(), text.as_str());
    let json = serde_json::to_value(value).unwrap();
    prop_assert_eq!(json.as_str(), Some(text.as_str()));
    prop_assert_eq!(&serde_json::from_value::<T>(json).unwrap(), value);
    Ok(())
}

/// A text is refused, or read as a value that leads back.
fn read_or_refused<T: Value>(text: &str) -> Result<(), TestCaseError>
where
    T::Err: std::error::Error,
{
    match text.parse::<T>() {
        Ok(value) => round_trip(&value),
        Err(error) => {
            prop_assert!(!error.to_string().is_empty());
            // A quoted text of any kind must not break the reader of stored values either.
            let json = serde_json::to_string(text).unwrap();
            prop_assert!(serde_json::from_str::<T>(&json).is_err());
            Ok(())
        }
    }
}

/// One test a value type: its own values, arbitrary texts, and texts of the characters that it is made of.
macro_rules! values {
    ($($name:ident: $type:ty, $strategy:expr, $near:literal;)+) => {$(
        mod $name {
            use super::*;

            proptest! {
                #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

                #[test]
                fn prints_what_it_reads(value in $strategy) {
                    round_trip::<$type>(&value)?;
                }

                #[test]
                fn takes_or_refuses(any in strategy::text(), near in $near) {
                    read_or_refused::<$type>(&any)?;
                    read_or_refused::<$type>(&near)?;
                }
            }
        }
    )+};
}

values! {
    id: Id<Agency>, strategy::id(), "[-a-zA0-9é ]{0,6}";
    identifier: Identifier, strategy::identifier(), "[a-z-]{0,4}:?[ A-Z0-9:]{0,4}";
    record_ref: RecordRef, strategy::record_ref(), "(person|agency|post|x)?:?[-a-zA]{0,4}";
    ballot: Ballot, strategy::ballot(), "(country:)?(GBR|XXX)? ?(yes|no|abstain|maybe)?";
    lang: Lang, strategy::lang(), "[a-zA-Z0-9_-]{0,14}";
    licence: Licence, strategy::licence(), "[-A-Z0-9 .]{0,14}";
    url: Url, strategy::url(), "(https?:)?[/a-z.:@?#%\\[\\]\u{e9} 0-9]{0,14}";
    country: Country, strategy::country(), "[A-Z]{2,3}| ?[A-Za-z]{3}|[0-9]{1,4}";
    special_code: SpecialCode, strategy::special_code(), "[ A-Za-z\t:\u{a0}]{0,5}";
    group: Group, strategy::group(), "(group:|GROUP:)?[a-z0-9-]{0,6}";
    composite: Composite, strategy::composite(), "[A-Z]{3}[+-][A-Z]{3}";
    area: Area, strategy::area(), "(special:|group:|SPECIAL:)?[ A-Za-z+]{0,4}";
    date: PartialDate, strategy::date(), "[-+]?[0-9]{4}-?[0-9SQW]{0,3}-?[0-9]{0,2}[~?%]?";
    bound: Bound, strategy::bound(), "\\[?(20[0-9]{2}(-[01][0-9])?)?(\\.\\.)?(20[0-9]{2})?~?\\]?";
    span: Span, strategy::span(), "(\\[?20[0-9]{2}[.\\]]{0,3}|\\.\\.|unknown|not-yet)?/?(20[0-9]{2}(-[01][0-9])?|\\.\\.)?";
    period: Period, strategy::period(), "(FY)?[0-9]{4}[-/]?[WQS]?[0-9]{0,4}(-[0-9]{2})?";
    decimal: Decimal, strategy::decimal(), "[-+]?[0-9]{0,30}[.,]?[0-9]{0,30}e?";
    quantity: Quantity, strategy::quantity(), "(almost|between|more than|about|up to)? ?-?[0-9]{1,4}([,.][0-9]{1,3})?(-odd| million|%| and 9| per 100| a day|-fold|\\+)?";
    interval: Interval, strategy::decimal().prop_map(Interval::exactly), "[(\\[](-inf|-?[0-9]{1,3}),? ?(inf|[0-9]{1,3})[)\\]]";
    actor: Actor, strategy::actor(), "(country|agency|person|unnamed|group)?:?([A-Z]{3}|[a-z-]{0,6}|withheld)";
    subject: Subject, strategy::subject(), "(site|term|agency|special|country|unnamed)?:?([A-Z]{3}|[a-z./-]{0,8})";
    term_ref: TermRef, strategy::term_ref(), "[a-z/-]{0,6}/?[a-z]{0,3}";
    indicator_code: IndicatorCode, strategy::indicator_code(), "(itu|owid|world-bank|un-wpp|ITU)?:?[ A-Za-z0-9.:$%\t]{0,5}";
    locator: Locator, strategy::locator(), "(page|pages|paragraph|characters|section|line) ?[0-9]{0,11}(-[0-9]{1,11})?[ a]?";
}

/// Every word of a list reads back, no two are the same, and a word of another case is none.
fn closed_list<W: Value + Hash + Ord + Clone>(all: &[W]) {
    let mut texts = BTreeSet::new();
    for word in all {
        round_trip(word).unwrap();
        let text = word.to_string();
        let stored = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(text.chars().all(stored), "{text}");
        assert!(text.to_uppercase().parse::<W>().is_err(), "{text}");
        assert!(format!("{text} ").parse::<W>().is_err(), "{text}");
        assert!(texts.insert(text));
    }
    assert!("".parse::<W>().is_err());
    assert!(format!("{:>40}", all[0]).ends_with(&all[0].to_string()), "padding is kept");
}

fn open_list<W: Value + Hash + Ord + Clone>(all: &[W]) {
    closed_list(all);
    let own: W = "other:toast".parse().ok().unwrap();
    assert!(!all.contains(&own));
    round_trip(&own).unwrap();
    // A known word behind `other:` is kept as written: it says that the word on the list was not meant.
    let known: W = format!("other:{}", all[0]).parse().ok().unwrap();
    assert_ne!(known, all[0]);
    round_trip(&known).unwrap();
    for bad in ["other:", "other:Toast", "other:a b", "other:-", "other", "toast", "Other:toast"] {
        assert!(bad.parse::<W>().is_err(), "{bad}");
    }
}

macro_rules! lists {
    ($($check:ident: $($list:ident $(of $module:ident)?),+;)+) => {
        const LISTS: &[&str] = &[$($(stringify!($list)),+),+];

        #[test]
        fn words_round_trip() {
            $($($check($($module::)? $list::ALL);)+)+
        }
    };
}

lists! {
    open_list: SourceKind, AgencyKind, PostRank, EventKind, Role, CoalitionKind, OutcomeKind;
    closed_list: DerivationKind, GroupKind, Notice, Absence, DateKind, NameKind, NameOrder, NameRole, NameSource, Unnamed, StakeholderGroup,
        RelationKind, ChangeKind, Capacity, EventStatus, Mode, Counted, Cadence, Act, ActClass, Plover, Quadrant, Form,
        Delivery, Stance, LinkKind, Measure, Direction, TermKind, IndicatorKind, IndicatorScheme, Polarity, Aggregation, Missing, Flag, Hedge, Unit, Precision,
        Qualifier, PeriodKind, Tri, Severity, Scheme, Stage, Status, Registry, DomainKind, Curve, Note, Parity, Format, Outcome, Choice, QuantityKind, Rank, Origin, Disclosure,
        Force, Fate, AlignmentKind, Certainty, StatementPolarity, StatementStatus, CodingMethod, VoteResult, VoteChoice, Verdict, MappingKind, NameMatch, WhySeveral, TenureStatus,
        Counted of stats, Excluded, Distance, Level, Abstention, NotCast, Several, Side, Undecided, ActorOf, Issues, Normalisation,
        Once, Tie;
}

#[test]
fn no_list_is_forgotten() {
    let mut declared = crate::layers::declared("words! {", "pub enum ");
    let mut tested: Vec<_> = LISTS.iter().map(|name| (*name).to_owned()).collect();
    declared.sort();
    tested.sort();
    assert_eq!(tested, declared);
}

#[test]
fn every_country_prints_what_it_reads() {
    for country in Country::all() {
        round_trip(&country).unwrap();
        round_trip(&Area::from(country)).unwrap();
        round_trip(&Actor::from(country)).unwrap();
        round_trip(&Subject::from(country)).unwrap();
    }
}
