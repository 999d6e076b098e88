//! What callers may do with the types: send them between threads, share, clone, and pass errors on.

use std::error::Error;
use std::fmt::{Debug, Display};
use std::hash::Hash;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::str::FromStr;

use netpolity::dataset::{Diff, MergeError, Named, ReadError, Statements};
use netpolity::finding::{Detail, Finding, Param, Path, Rule, Severity, Sink};
use netpolity::validate::{Limits, Profile};
use netpolity::{
    Agency, Area, Claim, Country, Dataset, Event, Indicator, Interval, Observation, OwnWord,
    PartialDate, Period, Person, Quantity, Report, Source, Span, Statement, Tenure, UnknownWord,
};
use netpolity::{
    actor, country, event, id, lang, licence, metric, name, quantity, source, statement, stats,
    taxonomy, time, url,
};

fn shared<T: Send + Sync + 'static + Debug>() {}
fn unwind_safe<T: UnwindSafe + RefUnwindSafe>() {}
fn cloned<T: Clone>() {}

#[test]
fn collections_and_results_are_shared_between_threads() {
    fn check<T: Send + Sync + Clone + Debug + UnwindSafe + 'static>() {}
    shared::<Dataset>();
    check::<Dataset>();
    check::<Report>();
    check::<Finding>();
    check::<Detail>();
    check::<Param>();
    check::<Path>();
    check::<Rule>();
    check::<Limits>();
    shared::<Profile>();
    cloned::<Profile>();
    shared::<Sink>();
    shared::<Statements<'static>>();
    shared::<Named<'static, Person>>();
    check::<Diff>();
    check::<stats::agreement::AgreementMatrix<actor::Actor, u32>>();
    check::<stats::reliability::Ratings>();
    check::<stats::reliability::Contingency>();
    unwind_safe::<Dataset>();
    unwind_safe::<Report>();
}

#[test]
fn records_are_plain_data() {
    fn check<T: Send + Sync + Clone + Eq + Debug + UnwindSafe + 'static>() {}
    check::<Source>();
    check::<source::Cite>();
    check::<source::Derivation>();
    check::<source::Attestation<event::EventFact>>();
    check::<name::Name>();
    check::<Agency>();
    check::<Person>();
    check::<actor::Post>();
    check::<Tenure>();
    check::<event::EventSeries>();
    check::<Event>();
    check::<Statement>();
    check::<Claim>();
    check::<taxonomy::Taxonomy>();
    check::<Indicator>();
    check::<metric::Definition>();
    check::<Observation>();
    check::<actor::Coalition>();
    check::<netpolity::vote::Vote>();
    check::<netpolity::judgement::Judgement>();
}

#[test]
fn values_are_keys_with_a_text_form() {
    fn check<T>()
    where
        T: Send + Sync + Clone + Eq + Hash + Debug + Display + FromStr + 'static,
        T: serde::Serialize + serde::de::DeserializeOwned,
        T::Err: Error + Send + Sync + 'static,
    {
    }
    fn copied<T: Copy>() {}
    check::<id::Id<Agency>>();
    check::<lang::Lang>();
    check::<licence::Licence>();
    check::<url::Url>();
    check::<netpolity::identifier::Identifier>();
    check::<netpolity::judgement::RecordRef>();
    check::<netpolity::vote::Ballot>();
    check::<Country>();
    check::<Area>();
    check::<country::SpecialCode>();
    check::<country::Group>();
    check::<country::Composite>();
    check::<country::Scheme>();
    check::<country::Status>();
    check::<PartialDate>();
    check::<time::Bound>();
    check::<Span>();
    check::<Period>();
    check::<Quantity>();
    check::<quantity::Decimal>();
    check::<quantity::Unit>();
    check::<quantity::Hedge>();
    check::<quantity::QuantityKind>();
    check::<actor::Actor>();
    check::<statement::Subject>();
    check::<statement::Act>();
    check::<event::EventKind>();
    check::<taxonomy::TermRef>();
    check::<source::Locator>();
    check::<metric::IndicatorCode>();
    check::<metric::IndicatorScheme>();
    check::<Severity>();
    copied::<(
        country::Membership,
        country::Change,
        country::Members,
        country::Groups,
        Country,
        country::Group,
        country::Composite,
        country::CcTld,
        country::CurrentOn,
        country::FlagEmoji,
        PartialDate,
        time::Bound,
        Span,
        Period,
        Quantity,
        quantity::Decimal,
        Interval,
    )>();
    cloned::<OwnWord>();
}

#[test]
fn errors_are_errors() {
    fn check<T: Error + Send + Sync + UnwindSafe + 'static>() {}
    // Values that a test compares; a `ReadError` may hold an I/O error, which can be neither cloned nor compared.
    fn plain<T: Error + Send + Sync + Clone + PartialEq + UnwindSafe + 'static>() {}
    fn boxes<T: Into<Box<dyn Error + Send + Sync>>>() {}
    shared::<ReadError>();
    boxes::<ReadError>();
    plain::<MergeError>();
    plain::<UnknownWord>();
    plain::<id::IdError>();
    plain::<lang::LangError>();
    plain::<url::UrlError>();
    plain::<netpolity::identifier::IdentifierError>();
    plain::<netpolity::judgement::RecordRefError>();
    plain::<netpolity::vote::BallotError>();
    plain::<time::DateError>();
    plain::<country::CountryError>();
    plain::<country::AreaError>();
    plain::<country::SpecialCodeError>();
    plain::<country::GroupError>();
    plain::<country::CompositeError>();
    plain::<country::CodeError>();
    plain::<metric::IndicatorCodeError>();
    plain::<quantity::DecimalError>();
    plain::<quantity::QuantityError>();
    plain::<quantity::IntervalError>();
    plain::<quantity::UnitError>();
    plain::<actor::ActorError>();
    plain::<source::LocatorError>();
    plain::<statement::SubjectError>();
    plain::<stats::Refusal>();
    check::<id::IdError>();
}

#[test]
fn a_dataset_is_asked_from_several_threads() {
    let dataset = Dataset::from_json(include_str!("../fixtures/sample.json")).unwrap();
    let order = "multilateral-order".parse().unwrap();
    std::thread::scope(|scope| {
        let asked: Vec<_> =
            (0..4).map(|_| scope.spawn(|| dataset.statements().about(&order).count())).collect();
        assert!(asked.into_iter().all(|thread| thread.join().unwrap() == 1));
    });
}

#[test]
fn an_error_tells_its_cause_once() {
    let missing = std::env::temp_dir().join("netpolity-no-such-file.json");
    let error = Dataset::open(&missing).unwrap_err();
    assert!(error.is_io() && error.source().is_some());
    assert_eq!(error.file(), Some(missing.as_path()));
    let error = Dataset::from_json("{").unwrap_err();
    assert!(error.is_syntax() && error.source().is_none());
}
