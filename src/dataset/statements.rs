//! Statements, narrowed down step by step.

use chrono::NaiveDate;

use super::Dataset;
use crate::actor::Actor;
use crate::event::Event;
use crate::id::Id;
use crate::statement::{Act, Stance, Statement};
use crate::taxonomy::TermRef;
use crate::time::{Span, Tri};

/// The statements of a dataset, narrowed down step by step, in the order of the table.
///
/// Each step borrows; steps combine with *and*. The first step by speaker, event or term uses the index, the others
/// look at each statement that is left.
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
    steps: Steps,
}

#[derive(Debug, Clone)]
enum Rows<'a> {
    All(std::slice::Iter<'a, Statement>),
    Some(std::slice::Iter<'a, u32>),
}

#[derive(Debug, Clone, Default)]
struct Steps {
    by: Option<Actor>,
    on_behalf_of: Option<Actor>,
    about: Option<TermRef>,
    taking: Option<(TermRef, Stance)>,
    at: Option<Id<Event>>,
    doing: Option<Act>,
    within: Option<Span>,
}

impl<'a> Statements<'a> {
    pub(super) fn new(dataset: &'a Dataset) -> Self {
        let all = dataset.tables.statements.rows().iter();
        Self { dataset, rows: Rows::All(all), steps: Steps::default() }
    }

    /// Takes the rows of an index list, where no step has done so before.
    fn narrow(&mut self, rows: Option<&'a Vec<u32>>) {
        if matches!(self.rows, Rows::All(_)) {
            self.rows = Rows::Some(rows.map(Vec::as_slice).unwrap_or_default().iter());
        }
    }

    /// Those of which the actor is a speaker.
    pub fn by(mut self, actor: &Actor) -> Self {
        let dataset = self.dataset;
        self.narrow(dataset.index().statements_of_speaker.get(actor));
        self.steps.by = Some(actor.clone());
        self
    }

    /// Those that a speaker made on behalf of the actor.
    pub fn on_behalf_of(mut self, actor: &Actor) -> Self {
        self.steps.on_behalf_of = Some(actor.clone());
        self
    }

    /// Those that are about a term or take a position on it.
    pub fn about(mut self, term: &TermRef) -> Self {
        let dataset = self.dataset;
        self.narrow(dataset.index().statements_of_term.get(&term.term));
        self.steps.about = Some(term.clone());
        self
    }

    /// Those that take a stance towards a proposition.
    pub fn taking(mut self, stance: Stance, term: &TermRef) -> Self {
        let dataset = self.dataset;
        self.narrow(dataset.index().statements_of_term.get(&term.term));
        self.steps.taking = Some((term.clone(), stance));
        self
    }

    /// Those made at an event.
    pub fn at(mut self, event: &Id<Event>) -> Self {
        let dataset = self.dataset;
        self.narrow(dataset.index().statements_of_event.get(event));
        self.steps.at = Some(event.clone());
        self
    }

    /// Those that do one thing: all calls, all accusations.
    pub fn doing(mut self, act: Act) -> Self {
        self.steps.doing = Some(act);
        self
    }

    /// Those that were, or may have been, made from the first to the last of two days. A statement without a date may
    /// have been made at any time, but is left out.
    pub fn between(mut self, first: NaiveDate, last: NaiveDate) -> Self {
        // Days in the wrong order leave nothing, as an empty range does elsewhere.
        match Span::new(first, last) {
            Ok(span) => self.steps.within = Some(span),
            Err(_) => self.rows = Rows::Some([].iter()),
        }
        self
    }
}

impl Steps {
    fn pass(&self, statement: &Statement) -> bool {
        let same = |wanted: &TermRef, term: &TermRef| {
            wanted.term == term.term
                && (wanted.taxonomy.is_none()
                    || term.taxonomy.is_none()
                    || wanted.taxonomy == term.taxonomy)
        };
        let speakers = &statement.speakers;
        self.doing.is_none_or(|act| statement.act == act)
            && self.by.as_ref().is_none_or(|actor| speakers.iter().any(|s| s.actor == *actor))
            && self
                .on_behalf_of
                .as_ref()
                .is_none_or(|actor| speakers.iter().any(|s| s.on_behalf_of.contains(actor)))
            && self.at.as_ref().is_none_or(|event| statement.event.as_ref() == Some(event))
            && self.about.as_ref().is_none_or(|wanted| {
                let positions = statement.positions.iter().map(|position| &position.term);
                statement.terms.iter().chain(positions).any(|term| same(wanted, term))
            })
            && self.taking.as_ref().is_none_or(|(wanted, stance)| {
                statement.positions.iter().any(|p| p.stance == *stance && same(wanted, &p.term))
            })
            && self.within.is_none_or(|span| {
                statement.date.is_some_and(|date| span.overlaps(&Span::on(date)) != Tri::No)
            })
    }
}

impl<'a> Iterator for Statements<'a> {
    type Item = &'a Statement;

    fn next(&mut self) -> Option<&'a Statement> {
        let all = self.dataset.tables.statements.rows();
        loop {
            let statement = match &mut self.rows {
                Rows::All(rows) => rows.next()?,
                Rows::Some(rows) => all.get(*rows.next()? as usize)?,
            };
            if self.steps.pass(statement) {
                return Some(statement);
            }
        }
    }
}
