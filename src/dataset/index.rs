//! The index across tables: references become row numbers once.

use std::hash::Hash;
use std::sync::OnceLock;

use super::Dataset;
use super::identity::Identity;
use super::lineage::Passages;
use super::naming::NameRows;
use super::statements::Days;
use super::table::Rows;
use crate::actor::{Actor, Person, Post};
use crate::event::{Event, EventSeries};
use crate::id::Id;
use crate::source::Source;
use crate::statement::{Act, Statement};
use crate::taxonomy::Term;

/// Rows by what refers to them, each list in the order of the table. A record that judgements hold to be another one
/// stands under that.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    pub(super) identity: Identity,
    pub(super) tenures_of_post: Rows<Id<Post>, Vec<u32>>,
    pub(super) tenures_of_person: Rows<Id<Person>, Vec<u32>>,
    pub(super) events_of_series: Rows<Id<EventSeries>, Vec<u32>>,
    pub(super) events_of_parent: Rows<Id<Event>, Vec<u32>>,
    pub(super) events_of_actor: Rows<Actor, Vec<u32>>,
    pub(super) agencies_of_term: Rows<Id<Term>, Vec<u32>>,
    pub(super) passages: Passages,
    pub(super) terms: Rows<Id<Term>, Vec<(u32, u32)>>,
    pub(super) statements: StatementRows,
    pub(super) names: NameRows,
}

/// Statements by what refers to them. They are the largest table, so that each list is made when it is first needed.
#[derive(Debug, Clone, Default)]
pub(super) struct StatementRows {
    speaker: OnceLock<Rows<Actor, Vec<u32>>>,
    principal: OnceLock<Rows<Actor, Vec<u32>>>,
    aligned: OnceLock<Rows<Actor, Vec<u32>>>,
    event: OnceLock<Rows<Id<Event>, Vec<u32>>>,
    term: OnceLock<Rows<Id<Term>, Vec<u32>>>,
    source: OnceLock<Rows<Id<Source>, Vec<u32>>>,
    act: OnceLock<Rows<Act, Vec<u32>>>,
    days: OnceLock<Days>,
}

impl Index {
    pub(super) fn build(dataset: &Dataset) -> Self {
        let mut index = Self { identity: Identity::build(dataset), ..Self::default() };
        let identity = &index.identity;
        for (row, tenure) in (0u32..).zip(dataset.tenures()) {
            add(&mut index.tenures_of_person, &identity.id(&tenure.person), row);
            if let Some(post) = &tenure.post {
                add(&mut index.tenures_of_post, &identity.id(post), row);
            }
        }
        for (row, event) in (0u32..).zip(dataset.events()) {
            if let Some(series) = &event.series {
                add(&mut index.events_of_series, &identity.id(series), row);
            }
            if let Some(parent) = &event.parent {
                add(&mut index.events_of_parent, &identity.id(parent), row);
            }
            for participant in &event.participants {
                add(&mut index.events_of_actor, &identity.actor(&participant.actor), row);
            }
        }
        for (row, agency) in (0u32..).zip(dataset.agencies()) {
            for responsibility in &agency.portfolio {
                add(&mut index.agencies_of_term, &responsibility.term.term, row);
            }
        }
        index.passages = Passages::build(dataset, identity);
        for (row, taxonomy) in (0u32..).zip(dataset.taxonomies()) {
            for (term_row, term) in (0u32..).zip(&taxonomy.terms) {
                index.terms.entry(term.id.clone()).or_default().push((row, term_row));
            }
        }
        index
    }
}

/// Statements by one kind of key.
fn lists<K: Hash + Eq + Clone>(
    dataset: &Dataset,
    keys: impl Fn(&Statement, &mut dyn FnMut(&K)),
) -> Rows<K, Vec<u32>> {
    let mut rows = Rows::default();
    for (row, statement) in (0u32..).zip(dataset.tables.statements.rows()) {
        keys(statement, &mut |key| add(&mut rows, key, row));
    }
    rows.values_mut().for_each(Vec::shrink_to_fit);
    rows
}

fn list<'a, K: Hash + Eq>(rows: &'a Rows<K, Vec<u32>>, key: &K) -> &'a [u32] {
    rows.get(key).map(Vec::as_slice).unwrap_or_default()
}

/// The rows of statements. Ids and actors that are asked for are those that stand for others.
impl Dataset {
    pub(super) fn statements_by(&self, actor: &Actor) -> &[u32] {
        let Index { identity, statements, .. } = self.index();
        let rows = statements.speaker.get_or_init(|| {
            lists::<Actor>(self, |statement, add| {
                statement.speakers.iter().for_each(|s| add(&identity.actor(&s.actor)));
            })
        });
        list(rows, actor)
    }

    pub(super) fn statements_for(&self, principal: &Actor) -> &[u32] {
        let Index { identity, statements, .. } = self.index();
        let rows = statements.principal.get_or_init(|| {
            lists::<Actor>(self, |statement, add| {
                let principals = statement.speakers.iter().flat_map(|s| &s.on_behalf_of);
                principals.for_each(|actor| add(&identity.actor(actor)));
            })
        });
        list(rows, principal)
    }

    pub(super) fn statements_with(&self, aligned: &Actor) -> &[u32] {
        let Index { identity, statements, .. } = self.index();
        let rows = statements.aligned.get_or_init(|| {
            lists::<Actor>(self, |statement, add| {
                statement.alignments.iter().for_each(|a| add(&identity.actor(&a.actor)));
            })
        });
        list(rows, aligned)
    }

    pub(super) fn statements_at(&self, event: &Id<Event>) -> &[u32] {
        let Index { identity, statements, .. } = self.index();
        let rows = statements.event.get_or_init(|| {
            lists::<Id<Event>>(self, |statement, add| {
                statement.event.iter().for_each(|event| add(&identity.id(event)));
            })
        });
        list(rows, event)
    }

    pub(super) fn statements_on(&self, term: &Id<Term>) -> &[u32] {
        let rows = self.index().statements.term.get_or_init(|| {
            lists(self, |statement, add| {
                let positions = statement.positions.iter().map(|position| &position.term);
                statement.terms.iter().chain(positions).for_each(|term| add(&term.term));
            })
        });
        list(rows, term)
    }

    pub(super) fn statements_from(&self, source: &Id<Source>) -> &[u32] {
        let Index { identity, statements, .. } = self.index();
        let rows = statements.source.get_or_init(|| {
            lists::<Id<Source>>(self, |statement, add| {
                statement.cites.iter().for_each(|cite| add(&identity.id(&cite.source)));
            })
        });
        list(rows, source)
    }

    pub(super) fn statements_doing(&self, act: Act) -> &[u32] {
        let rows = self
            .index()
            .statements
            .act
            .get_or_init(|| lists(self, |statement, add| add(&statement.act)));
        list(rows, &act)
    }

    pub(super) fn days_of_statements(&self) -> &Days {
        self.index().statements.days.get_or_init(|| Days::build(self))
    }
}

/// Adds a row once, however often the record refers to the key.
pub(super) fn add<K: Hash + Eq + Clone>(map: &mut Rows<K, Vec<u32>>, key: &K, row: u32) {
    // Cloning the key only where it is new keeps the build free of reference counting.
    if let Some(rows) = map.get_mut(key) {
        if rows.last() != Some(&row) {
            rows.push(row);
        }
    } else {
        map.insert(key.clone(), vec![row]);
    }
}
