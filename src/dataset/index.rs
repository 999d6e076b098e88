//! The index across tables: references become row numbers once.

use std::hash::Hash;

use super::Dataset;
use super::identity::Identity;
use super::table::Rows;
use crate::actor::{Actor, Person, Post};
use crate::event::{Event, EventSeries};
use crate::id::Id;
use crate::taxonomy::Term;

/// Rows by what refers to them, each list in the order of the table.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    pub(super) tenures_of_post: Rows<Id<Post>, Vec<u32>>,
    pub(super) tenures_of_person: Rows<Id<Person>, Vec<u32>>,
    pub(super) events_of_series: Rows<Id<EventSeries>, Vec<u32>>,
    pub(super) events_of_parent: Rows<Id<Event>, Vec<u32>>,
    pub(super) events_of_actor: Rows<Actor, Vec<u32>>,
    pub(super) statements_of_speaker: Rows<Actor, Vec<u32>>,
    pub(super) statements_of_event: Rows<Id<Event>, Vec<u32>>,
    pub(super) statements_of_term: Rows<Id<Term>, Vec<u32>>,
    pub(super) terms: Rows<Id<Term>, Vec<(u32, u32)>>,
    pub(super) identity: Identity,
}

impl Index {
    pub(super) fn build(dataset: &Dataset) -> Self {
        let mut index = Self { identity: Identity::build(dataset), ..Self::default() };
        for (row, tenure) in (0u32..).zip(dataset.tenures()) {
            add(&mut index.tenures_of_person, &tenure.person, row);
            if let Some(post) = &tenure.post {
                add(&mut index.tenures_of_post, post, row);
            }
        }
        for (row, event) in (0u32..).zip(dataset.events()) {
            if let Some(series) = &event.series {
                add(&mut index.events_of_series, series, row);
            }
            if let Some(parent) = &event.parent {
                add(&mut index.events_of_parent, parent, row);
            }
            for participant in &event.participants {
                add(&mut index.events_of_actor, &participant.actor, row);
            }
        }
        for (row, statement) in (0u32..).zip(dataset.tables.statements.rows()) {
            for speaker in &statement.speakers {
                add(&mut index.statements_of_speaker, &speaker.actor, row);
            }
            if let Some(event) = &statement.event {
                add(&mut index.statements_of_event, event, row);
            }
            let positions = statement.positions.iter().map(|position| &position.term);
            for term in statement.terms.iter().chain(positions) {
                add(&mut index.statements_of_term, &term.term, row);
            }
        }
        for (row, taxonomy) in (0u32..).zip(dataset.taxonomies()) {
            for (term_row, term) in (0u32..).zip(&taxonomy.terms) {
                index.terms.entry(term.id.clone()).or_default().push((row, term_row));
            }
        }
        index
    }
}

/// Adds a row once, however often the record refers to the key.
fn add<K: Hash + Eq + Clone>(map: &mut Rows<K, Vec<u32>>, key: &K, row: u32) {
    // Cloning the key only where it is new keeps the build free of reference counting.
    if let Some(rows) = map.get_mut(key) {
        if rows.last() != Some(&row) {
            rows.push(row);
        }
    } else {
        map.insert(key.clone(), vec![row]);
    }
}
