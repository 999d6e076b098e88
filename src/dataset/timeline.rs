//! Everything that has a date, in order.

use super::Dataset;
use crate::actor::{Agency, Change, Tenure};
use crate::event::Event;
use crate::source::Source;
use crate::statement::Statement;
use crate::time::PartialDate;
use crate::vote::Vote;

/// Something of a dataset with the date at which it stands in a timeline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dated<'a> {
    /// The date.
    pub date: PartialDate,
    /// What happened.
    pub what: Occurrence<'a>,
}

/// What happened at a date.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Occurrence<'a> {
    /// A sitting of an event began.
    Event(&'a Event),
    /// A statement was made.
    Statement(&'a Statement),
    /// A tenure began.
    TenureStart(&'a Tenure),
    /// A tenure ended.
    TenureEnd(&'a Tenure),
    /// An agency changed.
    AgencyChange(&'a Agency, &'a Change),
    /// A vote was held.
    Vote(&'a Vote),
    /// A source was published.
    Publication(&'a Source),
}

impl Dataset {
    /// Everything dated, by earliest day; of equals, the coarser date first. What has no date, or only a bound such
    /// as "before 2013", is left out.
    pub fn timeline(&self) -> Vec<Dated<'_>> {
        let mut all = Vec::new();
        let mut add = |date: Option<PartialDate>, what| {
            if let Some(date) = date {
                all.push(Dated { date, what });
            }
        };
        for source in self.sources() {
            add(source.published, Occurrence::Publication(source));
        }
        for agency in self.agencies() {
            for change in &agency.changes {
                add(Some(change.date), Occurrence::AgencyChange(agency, change));
            }
        }
        for tenure in self.tenures() {
            add(tenure.span.start().date(), Occurrence::TenureStart(tenure));
            add(tenure.span.end().date(), Occurrence::TenureEnd(tenure));
        }
        for event in self.events() {
            for sitting in &event.sittings {
                add(sitting.span.start().date(), Occurrence::Event(event));
            }
        }
        for vote in self.votes() {
            add(vote.date, Occurrence::Vote(vote));
        }
        for statement in self.statements() {
            add(statement.date, Occurrence::Statement(statement));
        }
        all.sort_by_key(|dated| dated.date);
        all
    }
}
