//! Statements, narrowed down step by step.

use chrono::{Datelike, NaiveDate};

use super::Dataset;
use crate::actor::{Actor, Mention, Post, Tenure};
use crate::country::names::Normal;
use crate::event::Event;
use crate::id::Id;
use crate::source::Source;
use crate::statement::{Act, ActClass, Speaker, Stance, Statement, StatementStatus};
use crate::taxonomy::TermRef;
use crate::time::{Span, Tri};

/// The statements of a dataset, narrowed down step by step, in the order of the table.
///
/// Steps combine with *and*, also two of one kind: `by` two actors is what both said together. An actor, an event or a
/// source that judgements hold to be another record stands for that one and is found under either id. Steps by actor,
/// principal, event, term, source, act and date use an index, which is made when it is first needed; the shortest list
/// is looked through.
///
/// ```
/// use netpolity::{Dataset, statement::Act};
///
/// let dataset = Dataset::from_json(
///     r#"{ "netpolity": 1, "statements": [
///          { "id": "a", "act": "call", "date": "2013-09-09", "speakers": [ { "actor": "person:lu-wei" } ] },
///          { "id": "b", "act": "praise", "date": "2013-09", "speakers": [ { "actor": "person:lu-wei" } ] } ] }"#,
/// )?;
/// let lu_wei = "person:lu-wei".parse().unwrap();
/// assert_eq!(dataset.statements().by(&lu_wei).count(), 2);
/// assert_eq!(dataset.statements().by(&lu_wei).doing(Act::Call).next().unwrap().id, "a");
/// # Ok::<(), netpolity::dataset::ReadError>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Statements<'a> {
    dataset: &'a Dataset,
    rows: Rows<'a>,
    steps: Vec<Step>,
}

#[derive(Debug, Clone)]
enum Rows<'a> {
    All(std::slice::Iter<'a, Statement>),
    Listed(std::slice::Iter<'a, u32>),
    Gathered(std::vec::IntoIter<u32>),
}

/// Looking through so few statements is cheaper than making another index.
const FEW: usize = 1000;

#[derive(Debug, Clone)]
enum Step {
    By(Actor),
    InTenure(Id<Tenure>),
    InPost(Id<Post>),
    PrintedAs(Box<str>),
    OnBehalfOf(Actor),
    JoinedBy(Actor),
    DissociatedBy(Actor),
    Addressing(Actor),
    Targeting(Actor),
    Doing(Act),
    OfClass(ActClass),
    About(TermRef),
    Taking(Stance, TermRef),
    At(Vec<Id<Event>>),
    Between(Span),
    Citing(Id<Source>),
    WithStatus(StatementStatus),
}

/// # Steps
impl<'a> Statements<'a> {
    pub(super) fn new(dataset: &'a Dataset) -> Self {
        let all = dataset.tables.statements.rows().iter();
        Self { dataset, rows: Rows::All(all), steps: Vec::new() }
    }

    /// Those of which the actor is a speaker.
    pub fn by(self, actor: &Actor) -> Self {
        let actor = self.first(actor);
        self.listed(|dataset| dataset.statements_by(&actor)).step(Step::By(actor))
    }

    /// Those that somebody made in this tenure.
    pub fn in_tenure(self, tenure: &Id<Tenure>) -> Self {
        self.step(Step::InTenure(tenure.clone()))
    }

    /// Those that a holder of this post made as such.
    pub fn in_post(self, post: &Id<Post>) -> Self {
        let post = self.dataset.index().identity.id(post).into_owned();
        self.step(Step::InPost(post))
    }

    /// Those of which the source names a speaker in this capacity: "Minister". Case, spaces, marks of letters and
    /// punctuation make no difference.
    pub fn printed_as(self, capacity: &str) -> Self {
        self.step(Step::PrintedAs(normal(capacity)))
    }

    /// Those that a speaker made on behalf of the actor.
    pub fn on_behalf_of(self, actor: &Actor) -> Self {
        let actor = self.first(actor);
        self.listed(|dataset| dataset.statements_for(&actor)).step(Step::OnBehalfOf(actor))
    }

    /// Those of others that the actor joined: aligned itself with, endorsed, sponsored, signed, be it with a reservation.
    pub fn joined_by(self, actor: &Actor) -> Self {
        let actor = self.first(actor);
        self.listed(|dataset| dataset.statements_with(&actor)).step(Step::JoinedBy(actor))
    }

    /// Those from which the actor dissociated itself.
    pub fn dissociated_by(self, actor: &Actor) -> Self {
        let actor = self.first(actor);
        self.listed(|dataset| dataset.statements_with(&actor)).step(Step::DissociatedBy(actor))
    }

    /// Those made to the actor.
    pub fn addressing(self, actor: &Actor) -> Self {
        let actor = self.first(actor);
        self.step(Step::Addressing(actor))
    }

    /// Those directed at the actor: the accused, the praised.
    pub fn targeting(self, actor: &Actor) -> Self {
        let actor = self.first(actor);
        self.step(Step::Targeting(actor))
    }

    /// Those that do one thing: all calls, all accusations.
    pub fn doing(self, act: Act) -> Self {
        self.listed(|dataset| dataset.statements_doing(act)).step(Step::Doing(act))
    }

    /// Those whose act is of a class: all that bind their speaker.
    pub fn of_class(self, class: ActClass) -> Self {
        self.step(Step::OfClass(class))
    }

    /// Those that are about a term or take a position on it.
    pub fn about(self, term: &TermRef) -> Self {
        self.listed(|dataset| dataset.statements_on(&term.term)).step(Step::About(term.clone()))
    }

    /// Those that take a stance towards a proposition.
    pub fn taking(self, stance: Stance, term: &TermRef) -> Self {
        self.listed(|dataset| dataset.statements_on(&term.term))
            .step(Step::Taking(stance, term.clone()))
    }

    /// Those made at an event itself.
    pub fn at(self, event: &Id<Event>) -> Self {
        let event = self.dataset.index().identity.id(event).into_owned();
        self.listed(|dataset| dataset.statements_at(&event)).step(Step::At(vec![event]))
    }

    /// Those made at an event or at any part of it.
    pub fn during(self, event: &Id<Event>) -> Self {
        let identity = &self.dataset.index().identity;
        let mut events = vec![identity.id(event).into_owned()];
        let mut at = 0;
        while let Some(event) = events.get(at) {
            // A part that is a part of itself has been seen already.
            let parts: Vec<_> =
                self.dataset.parts_of(event).map(|part| identity.id(&part.id)).collect();
            for part in parts {
                if !events.contains(&part) {
                    events.push(part.into_owned());
                }
            }
            at += 1;
        }
        let dataset = self.dataset;
        if self.left() <= FEW {
            return self.step(Step::At(events));
        }
        let mut rows: Vec<u32> =
            events.iter().flat_map(|event| dataset.statements_at(event)).copied().collect();
        rows.sort_unstable();
        self.gathered(rows).step(Step::At(events))
    }

    /// Those that were, or may have been, made from the first to the last of two days. A statement without a date was made
    /// on the days of its event; one of which nothing tells when is left out.
    pub fn between(mut self, first: NaiveDate, last: NaiveDate) -> Self {
        // Days in the wrong order leave nothing, as an empty range does elsewhere.
        let Ok(span) = Span::new(first, last) else {
            self.rows = Rows::Listed([].iter());
            return self;
        };
        if self.left() > FEW {
            let rows = self.dataset.days_of_statements().between(first, last);
            self = self.gathered(rows);
        }
        self.step(Step::Between(span))
    }

    /// Those that cite a source.
    pub fn citing(self, source: &Id<Source>) -> Self {
        let source = self.dataset.index().identity.id(source).into_owned();
        self.listed(|dataset| dataset.statements_from(&source)).step(Step::Citing(source))
    }

    /// Those of a status: all that were taken back.
    pub fn with_status(self, status: StatementStatus) -> Self {
        self.step(Step::WithStatus(status))
    }

    fn first(&self, actor: &Actor) -> Actor {
        self.dataset.index().identity.actor(actor).into_owned()
    }

    fn step(mut self, step: Step) -> Self {
        self.steps.push(step);
        self
    }

    /// How many rows are left to be looked through.
    fn left(&self) -> usize {
        match &self.rows {
            Rows::All(rows) => rows.len(),
            Rows::Listed(rows) => rows.len(),
            Rows::Gathered(rows) => rows.len(),
        }
    }

    /// Takes the rows of an index list where they are fewer.
    fn listed(mut self, rows: impl Fn(&'a Dataset) -> &'a [u32]) -> Self {
        if self.left() > FEW {
            let rows = rows(self.dataset);
            if rows.len() < self.left() {
                self.rows = Rows::Listed(rows.iter());
            }
        }
        self
    }

    /// The same with rows of several lists.
    fn gathered(mut self, rows: Vec<u32>) -> Self {
        if rows.len() < self.left() {
            self.rows = Rows::Gathered(rows.into_iter());
        }
        self
    }
}

impl Step {
    fn pass(&self, dataset: &Dataset, statement: &Statement) -> bool {
        let identity = &dataset.index().identity;
        let speakers = |holds: &dyn Fn(&Speaker) -> bool| statement.speakers.iter().any(holds);
        let mentions = |mentions: &[Mention], wanted: &Actor| {
            mentions.iter().any(|mention| *identity.actor(&mention.actor) == *wanted)
        };
        let aligned = |wanted: &Actor, joins: bool| {
            statement
                .alignments
                .iter()
                .any(|a| a.kind.joins() == joins && *identity.actor(&a.actor) == *wanted)
        };
        match self {
            Self::By(actor) => speakers(&|s| *identity.actor(&s.actor) == *actor),
            Self::InTenure(tenure) => speakers(&|s| s.tenure.as_ref() == Some(tenure)),
            Self::InPost(post) => speakers(&|s| {
                let tenure = s.tenure.as_ref().and_then(|tenure| dataset.tenure(tenure));
                let own = tenure.and_then(|tenure| tenure.post.as_ref());
                own.is_some_and(|own| *identity.id(own) == *post)
            }),
            Self::PrintedAs(capacity) => speakers(&|s| {
                s.printed.as_ref().is_some_and(|printed| normal(printed) == *capacity)
            }),
            Self::OnBehalfOf(actor) => {
                speakers(&|s| s.on_behalf_of.iter().any(|own| *identity.actor(own) == *actor))
            }
            Self::JoinedBy(actor) => aligned(actor, true),
            Self::DissociatedBy(actor) => aligned(actor, false),
            Self::Addressing(actor) => mentions(&statement.addressees, actor),
            Self::Targeting(actor) => mentions(&statement.targets, actor),
            Self::Doing(act) => statement.act == *act,
            Self::OfClass(class) => statement.act.class() == *class,
            Self::About(term) => {
                let positions = statement.positions.iter().map(|position| &position.term);
                statement.terms.iter().chain(positions).any(|own| own.matches(term))
            }
            Self::Taking(stance, term) => {
                statement.positions.iter().any(|p| p.stance == *stance && p.term.matches(term))
            }
            Self::At(events) => {
                statement.event.as_ref().is_some_and(|own| events.contains(&identity.id(own)))
            }
            Self::Between(span) => {
                dataset.made(statement).is_some_and(|made| span.overlaps(&made) != Tri::No)
            }
            Self::Citing(source) => {
                statement.cites.iter().any(|cite| *identity.id(&cite.source) == *source)
            }
            Self::WithStatus(status) => statement.status == *status,
        }
    }
}

/// The normal form of printed words; the words themselves where they have none.
fn normal(text: &str) -> Box<str> {
    Normal::of(text).map_or_else(|| text.into(), |normal| normal.as_str().into())
}

impl<'a> Iterator for Statements<'a> {
    type Item = &'a Statement;

    fn next(&mut self) -> Option<&'a Statement> {
        let all = self.dataset.tables.statements.rows();
        loop {
            let statement = match &mut self.rows {
                Rows::All(rows) => rows.next()?,
                Rows::Listed(rows) => all.get(*rows.next()? as usize)?,
                Rows::Gathered(rows) => all.get(rows.next()? as usize)?,
            };
            if self.steps.iter().all(|step| step.pass(self.dataset, statement)) {
                return Some(statement);
            }
        }
    }
}

impl Dataset {
    /// When a statement was made: its date, or the days of its event.
    pub(crate) fn made(&self, statement: &Statement) -> Option<Span> {
        let of_event = || self.span_of(self.event(statement.event.as_ref()?)?);
        statement.date.map(Span::on).or_else(of_event)
    }
}

/// Statements by the first day on which they can have been made.
#[derive(Debug, Clone, Default)]
pub(super) struct Days {
    by_first: Vec<(i32, u32)>,
    /// The most days that lie between the first and the last day of one of them.
    longest: i32,
    /// Of these nothing limits the days.
    any: Vec<u32>,
}

impl Days {
    pub(super) fn build(dataset: &Dataset) -> Self {
        let mut days = Self::default();
        for (row, statement) in (0u32..).zip(dataset.tables.statements.rows()) {
            let Some(made) = dataset.made(statement) else { continue };
            match made.possible_days() {
                Some((first, last)) if first != NaiveDate::MIN && last != NaiveDate::MAX => {
                    let (first, last) = (first.num_days_from_ce(), last.num_days_from_ce());
                    days.longest = days.longest.max(last - first);
                    days.by_first.push((first, row));
                }
                _ => days.any.push(row),
            }
        }
        days.by_first.sort_unstable();
        days
    }

    /// The rows of those that can have been made then, and of some more.
    fn between(&self, first: NaiveDate, last: NaiveDate) -> Vec<u32> {
        let earliest = first.num_days_from_ce().saturating_sub(self.longest);
        let start = self.by_first.partition_point(|(day, _)| *day < earliest);
        let end = self.by_first.partition_point(|(day, _)| *day <= last.num_days_from_ce());
        let found = self.by_first.get(start..end).unwrap_or_default();
        let mut rows: Vec<u32> =
            found.iter().map(|(_, row)| *row).chain(self.any.iter().copied()).collect();
        rows.sort_unstable();
        rows
    }
}

#[cfg(test)]
mod tests {
    use crate::Dataset;
    use crate::statement::{Act, ActClass, StatementStatus};

    fn ids<'a>(statements: impl Iterator<Item = &'a crate::Statement>) -> Vec<&'a str> {
        statements.map(|statement| statement.id.as_str()).collect()
    }

    /// A statement of the EU that others join, one of a minister in two capacities, and one of a duplicate of hers.
    fn dataset() -> Dataset {
        Dataset::from_json(
            r#"{ "netpolity": 1,
                 "people": [ { "id": "le-blanc" }, { "id": "manon-le-blanc" } ],
                 "posts": [ { "id": "head", "agency": "eeas" } ],
                 "tenures": [ { "id": "t", "person": "le-blanc", "post": "head" } ],
                 "events": [ { "id": "oewg", "kind": "negotiating-session", "sittings": [ { "span": "2021-12-13/2021-12-17" } ] },
                             { "id": "item-4", "kind": "session", "parent": "oewg" },
                             { "id": "loop-a", "kind": "session", "parent": "loop-b" }, { "id": "loop-b", "kind": "session", "parent": "loop-a" } ],
                 "statements": [
                   { "id": "views", "act": "position", "event": "item-4",
                     "speakers": [ { "actor": "person:le-blanc", "tenure": "t", "printed": "Head of International Cyber Policy",
                                     "on_behalf_of": [ "group:eu" ] } ],
                     "alignments": [ "country:TUR", { "actor": "country:ISL", "kind": "dissociates" } ],
                     "addressees": [ "unnamed:collective" ], "cites": [ "eeas-1" ] },
                   { "id": "work", "act": "call", "date": "2022", "event": "oewg", "status": "retracted",
                     "speakers": [ { "actor": "person:manon-le-blanc" }, { "actor": "country:FRA" } ], "targets": [ "country:RUS" ] },
                   { "id": "promise", "act": "offer", "date": "2023-05?", "speakers": [ { "actor": "country:FRA" } ] } ],
                 "judgements": [ { "id": "1", "verdict": "same", "of": [ "person:manon-le-blanc", "person:le-blanc", "person:m-le-blanc" ] },
                                 { "id": "2", "verdict": "same", "of": [ "source:eeas-1", "source:eeas-old" ] } ] }"#,
        )
        .unwrap()
    }

    #[test]
    fn each_step_by_itself() {
        let data = dataset();
        let actor = |text: &str| text.parse().unwrap();
        let all = || data.statements();
        // Under whichever id: that of the record, of its duplicate, of one that has no record any more.
        for id in ["person:le-blanc", "person:manon-le-blanc", "person:m-le-blanc"] {
            assert_eq!(ids(all().by(&actor(id))), ["views", "work"], "{id}");
        }
        let both = all().by(&actor("person:le-blanc")).by(&actor("country:FRA"));
        assert_eq!(ids(both), ["work"]);
        assert_eq!(ids(all().in_tenure(&"t".parse().unwrap())), ["views"]);
        assert_eq!(ids(all().in_post(&"head".parse().unwrap())), ["views"]);
        assert_eq!(ids(all().printed_as("head of  international CYBER policy")), ["views"]);
        assert_eq!(ids(all().on_behalf_of(&actor("group:eu"))), ["views"]);
        assert_eq!(ids(all().joined_by(&actor("country:TUR"))), ["views"]);
        assert_eq!(ids(all().joined_by(&actor("country:ISL"))), [""; 0]);
        assert_eq!(ids(all().dissociated_by(&actor("country:ISL"))), ["views"]);
        assert_eq!(ids(all().addressing(&actor("unnamed:collective"))), ["views"]);
        assert_eq!(ids(all().targeting(&actor("country:RUS"))), ["work"]);
        assert_eq!(ids(all().doing(Act::Offer)), ["promise"]);
        assert_eq!(ids(all().of_class(ActClass::Commissive)), ["promise"]);
        assert_eq!(ids(all().with_status(StatementStatus::Retracted)), ["work"]);
        assert_eq!(ids(all().citing(&"eeas-old".parse().unwrap())), ["views"]);
        assert_eq!(ids(all().at(&"oewg".parse().unwrap())), ["work"]);
        assert_eq!(ids(all().during(&"oewg".parse().unwrap())), ["views", "work"]);
        assert_eq!(ids(all().during(&"loop-a".parse().unwrap())), [""; 0]);
    }

    #[test]
    fn a_period_takes_what_may_lie_in_it() {
        let data = dataset();
        let between = |first: &str, last: &str| {
            ids(data.statements().between(first.parse().unwrap(), last.parse().unwrap()))
        };
        // On the days of its event; on some day of 2022; on a date that may be wrong.
        assert_eq!(between("2021-12-17", "2021-12-31"), ["views", "promise"]);
        assert_eq!(between("2022-02-01", "2022-02-28"), ["work", "promise"]);
        assert_eq!(between("2022-02-28", "2022-02-01"), [""; 0]);
    }

    #[test]
    fn an_index_gives_what_looking_through_gives() {
        // More than `FEW`, so that the lists are used.
        let statements: Vec<String> = (0..3000)
            .map(|i| {
                let (year, month) = (1990 + i % 30, 1 + i % 12);
                let date = if i % 7 == 0 { format!("{year}") } else { format!("{year}-{month:02}") };
                let act = if i % 3 == 0 { "call" } else { "praise" };
                format!(r#"{{ "id": "s-{i}", "act": "{act}", "date": "{date}", "event": "e-{}", "speakers": [ {{ "actor": "person:p-{}" }} ] }}"#, i % 50, i % 10)
            })
            .collect();
        let parts = r#"{ "id": "e-1", "kind": "forum" }, { "id": "e-2", "kind": "session", "parent": "e-1" }"#;
        let data = Dataset::from_json(&format!(
            r#"{{ "netpolity": 1, "events": [ {parts} ], "statements": [ {} ] }}"#,
            statements.join(",")
        ))
        .unwrap();
        let rows = data.tables.statements.rows();
        let [first, last] = ["2003-04-01", "2003-06-30"].map(|day| day.parse().unwrap());
        let within = |s: &&crate::Statement| {
            s.date.is_some_and(|date| date.earliest() <= last && first <= date.latest())
        };
        assert_eq!(ids(data.statements().between(first, last)), ids(rows.iter().filter(within)));
        assert_eq!(
            ids(data.statements().doing(Act::Call).between(first, last)),
            ids(rows.iter().filter(|s| s.act == Act::Call).filter(within))
        );
        let p_4 = "person:p-4".parse().unwrap();
        assert_eq!(
            ids(data.statements().doing(Act::Praise).by(&p_4)),
            ids(rows.iter().filter(|s| s.act == Act::Praise && s.speakers[0].actor == p_4))
        );
        let event =
            |s: &&crate::Statement| ["e-1", "e-2"].contains(&s.event.as_ref().unwrap().as_str());
        let forum = "e-1".parse().unwrap();
        assert_eq!(ids(data.statements().during(&forum)), ids(rows.iter().filter(event)));
    }
}
