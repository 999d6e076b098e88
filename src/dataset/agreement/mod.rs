//! How what sources say stands to what the record holds, and to what other sources say.

mod records;
mod values;

use std::collections::BTreeSet;
use std::fmt;

use super::Dataset;
use crate::actor::{Agency, Tenure};
use crate::event::{Event, EventSeries};
use crate::id::Id;
use crate::quantity::Tolerance;
use crate::source::{Agreement, Attestation, Cite, Source};
use crate::statement::Statement;
use values::{Kinds, best};

/// A record of which sources may say single things: an agency, a tenure, a series, an event, a statement.
///
/// The trait is sealed; it is there so that [`Dataset::agreement`] takes each of them.
pub trait Attested: Compare {}

pub(crate) use sealed::Compare;

mod sealed {
    use super::{Agreement, Attestation, Cite, Dataset, Kinds, Tolerance};

    #[allow(unnameable_types, reason = "seals `Attested`")]
    pub trait Compare: Sized {
        type Fact: Clone + PartialEq + std::fmt::Display;

        /// Its table and its id.
        fn place(&self) -> (&'static str, &str);

        fn cites(&self) -> &[Cite];

        fn attests(&self) -> &[Attestation<Self::Fact>];

        /// The field that a fact is about.
        fn field(fact: &Self::Fact) -> &'static str;

        /// What the record itself holds of the field that a fact is about; nothing where it holds nothing.
        fn own(&self, fact: &Self::Fact) -> Vec<Self::Fact>;

        /// How two facts of one field stand to each other.
        fn compare(
            &self,
            dataset: &Dataset,
            a: &Self::Fact,
            b: &Self::Fact,
            kinds: Kinds,
            tolerance: &Tolerance,
        ) -> Agreement;
    }
}

impl Attested for Agency {}
impl Attested for Tenure {}
impl Attested for EventSeries {}
impl Attested for Event {}
impl Attested for Statement {}

/// Two values of one field, from the record and a source or from two sources, and how they stand to each other.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Comparison<'a> {
    /// The table of the record.
    pub table: &'static str,
    /// The id of the record.
    pub id: &'a str,
    /// The field.
    pub field: &'static str,
    /// One value: that of the record, where it holds one.
    pub a: Said<'a>,
    /// The other value.
    pub b: Said<'a>,
    /// How they stand to each other.
    pub agreement: Agreement,
}

/// A value of a field, and who says so.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Said<'a> {
    /// The value, as text.
    pub value: String,
    /// The source, where it is not the record itself that holds the value.
    pub cite: Option<&'a Cite>,
}

impl fmt::Display for Said<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.cite {
            Some(cite) => write!(f, "{} ({cite})", self.value),
            None => f.write_str(&self.value),
        }
    }
}

impl fmt::Display for Comparison<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { table, id, field, a, b, agreement } = self;
        write!(f, "{table}[{id}].{field}: {a} and {b}: {agreement}")
    }
}

/// The sources behind a value, and how many of them are independent.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Support<'a> {
    /// Every source once, in the order of ids.
    pub sources: Vec<&'a Id<Source>>,
    /// The sources from which these derive in the end: copies of one report have one root.
    pub roots: Vec<&'a Id<Source>>,
}

/// # What sources say
impl Dataset {
    /// How what a source says stands to the record.
    ///
    /// Dates are compared as precise as they are, and explained where they mark different things; places level by level; head
    /// counts as intervals under the tolerance, and only where they count the same; actors through nameplates, memberships
    /// and principals at the date. A difference that the dataset itself explains, be it by a plan that was given up or by
    /// another office of the same person, is [`Agreement::Explained`].
    ///
    /// ```
    /// use netpolity::Dataset;
    /// use netpolity::quantity::Tolerance;
    /// use netpolity::source::Agreement;
    ///
    /// let dataset = Dataset::from_json(
    ///     r#"{ "netpolity": 1, "events": [ { "id": "gccs-1", "kind": "conference",
    ///          "sittings": [ { "span": "2011-11-01/2011-11-02", "city": "London" } ],
    ///          "attests": [ { "says": { "span": "2011-11" }, "cite": "a" },
    ///                       { "says": { "span": "2011-11-23/2011-11-24" }, "cite": "b" } ] } ] }"#,
    /// )?;
    /// let event = &dataset.events()[0];
    /// let says = |i: usize| dataset.agreement(event, &event.attests[i], &Tolerance::default());
    /// assert_eq!((says(0), says(1)), (Agreement::Refines, Agreement::Contradicts));
    /// # Ok::<(), netpolity::dataset::ReadError>(())
    /// ```
    pub fn agreement<R: Attested>(
        &self,
        record: &R,
        attestation: &Attestation<R::Fact>,
        tolerance: &Tolerance,
    ) -> Agreement {
        let kinds = [None, attestation.kind];
        let own = record.own(&attestation.says);
        best(own.iter().map(|own| record.compare(self, own, &attestation.says, kinds, tolerance)))
    }

    /// How what two sources say of one record stands to each other; `None` where they speak of different fields.
    pub fn agreement_between<R: Attested>(
        &self,
        record: &R,
        a: &Attestation<R::Fact>,
        b: &Attestation<R::Fact>,
        tolerance: &Tolerance,
    ) -> Option<Agreement> {
        let same_field = R::field(&a.says) == R::field(&b.says);
        same_field.then(|| record.compare(self, &a.says, &b.says, [a.kind, b.kind], tolerance))
    }

    /// Every two values of one field, over the whole dataset: the record's own and a source's, then two sources' of which
    /// neither says what the record holds. In the order of tables and rows.
    ///
    /// ```
    /// use netpolity::catalogue;
    /// use netpolity::quantity::Tolerance;
    /// use netpolity::source::Agreement;
    ///
    /// let roundtable = catalogue::roundtable_2013();
    /// let comparisons = roundtable.comparisons(&Tolerance::default());
    /// let hosts = comparisons.iter().find(|comparison| comparison.field == "hosts").unwrap();
    /// assert!(matches!(hosts.agreement, Agreement::Explained(_)));
    /// ```
    pub fn comparisons(&self, tolerance: &Tolerance) -> Vec<Comparison<'_>> {
        let mut all = Vec::new();
        for agency in self.agencies() {
            self.compare_all(agency, tolerance, &mut all);
        }
        for tenure in self.tenures() {
            self.compare_all(tenure, tolerance, &mut all);
        }
        for series in self.event_series() {
            self.compare_all(series, tolerance, &mut all);
        }
        for event in self.events() {
            self.compare_all(event, tolerance, &mut all);
        }
        for statement in self.statements() {
            self.compare_all(statement, tolerance, &mut all);
        }
        all
    }

    fn compare_all<'a, R: Attested>(
        &'a self,
        record: &'a R,
        tolerance: &Tolerance,
        all: &mut Vec<Comparison<'a>>,
    ) {
        let (table, id) = record.place();
        let said = |attestation: &'a Attestation<R::Fact>| Said {
            value: attestation.says.to_string(),
            cite: Some(&attestation.cite),
        };
        // What agrees with the record has been compared with all others by that.
        let mut dissent: Vec<&Attestation<R::Fact>> = Vec::new();
        for attestation in record.attests() {
            let field = R::field(&attestation.says);
            let own = record.own(&attestation.says);
            if !own.is_empty() {
                let agreement = self.agreement(record, attestation, tolerance);
                let values: Vec<String> = own.iter().map(ToString::to_string).collect();
                let a = Said { value: values.join("; "), cite: None };
                all.push(Comparison { table, id, field, a, b: said(attestation), agreement });
                if agreement == Agreement::Agree {
                    continue;
                }
            }
            for other in &dissent {
                if let Some(agreement) =
                    self.agreement_between(record, other, attestation, tolerance)
                {
                    let (a, b) = (said(other), said(attestation));
                    all.push(Comparison { table, id, field, a, b, agreement });
                }
            }
            dissent.push(attestation);
        }
    }

    /// The sources that say what an attestation says, or something more or less precise: those of other attestations, and
    /// those of the record where it holds the same.
    ///
    /// ```
    /// use netpolity::Dataset;
    /// use netpolity::quantity::Tolerance;
    ///
    /// let dataset = Dataset::from_json(
    ///     r#"{ "netpolity": 1, "sources": [ { "id": "wire", "kind": "wire-report" },
    ///          { "id": "paper-1", "kind": "newspaper", "derived_from": "wire" },
    ///          { "id": "paper-2", "kind": "newspaper", "derived_from": "wire" } ],
    ///          "events": [ { "id": "e", "kind": "forum", "sittings": [ { "span": "2013-09-09" } ], "cites": [ "paper-1" ],
    ///            "attests": [ { "says": { "span": "2013-09" }, "cite": "paper-2" } ] } ] }"#,
    /// )?;
    /// let event = &dataset.events()[0];
    /// let support = dataset.support_for(event, &event.attests[0], &Tolerance::default());
    /// assert_eq!((support.sources.len(), support.roots.len()), (2, 1));
    /// # Ok::<(), netpolity::dataset::ReadError>(())
    /// ```
    pub fn support_for<'a, R: Attested>(
        &'a self,
        record: &'a R,
        attestation: &'a Attestation<R::Fact>,
        tolerance: &Tolerance,
    ) -> Support<'a> {
        let same = |agreement| matches!(agreement, Agreement::Agree | Agreement::Refines);
        let held = same(self.agreement(record, attestation, tolerance))
            && !record.own(&attestation.says).is_empty();
        let own = if held { record.cites() } else { &[] };
        let others = record.attests().iter().filter(|other| {
            self.agreement_between(record, attestation, other, tolerance).is_some_and(same)
        });
        let others = others.map(|other| &other.cite);
        self.support(own.iter().chain(others).chain([&attestation.cite]))
    }

    /// The sources that these cites name, and how many of them are independent. A source that is not in the dataset is its
    /// own root.
    pub fn support<'a>(&'a self, cites: impl IntoIterator<Item = &'a Cite>) -> Support<'a> {
        let sources: BTreeSet<&Id<Source>> = cites.into_iter().map(|cite| &cite.source).collect();
        let root = |id: &'a Id<Source>| self.root_of(self.source(id)?);
        let roots: BTreeSet<&Id<Source>> =
            sources.iter().map(|id| root(id).unwrap_or(id)).collect();
        Support { sources: sources.into_iter().collect(), roots: roots.into_iter().collect() }
    }
}
