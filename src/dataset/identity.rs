//! Which records are one, by the judgements of the dataset.

use std::borrow::Cow;
use std::collections::HashMap;

use super::table::Rows;
use super::{Dataset, Keyed};
use crate::actor::Actor;
use crate::id::Id;
use crate::judgement::{Judgement, RecordRef, Verdict};

/// The first record of each cluster, for every other member of it.
#[derive(Debug, Clone, Default)]
pub(super) struct Identity {
    first: Rows<RecordRef, RecordRef>,
}

impl Identity {
    pub(super) fn build(dataset: &Dataset) -> Self {
        let mut identity = Self::default();
        if dataset.judgements().is_empty() {
            return identity;
        }
        for mut cluster in clusters(dataset.judgements()) {
            // What has a record comes before what has none, and earlier rows before later ones.
            cluster.sort_by_key(|member| (dataset.row_of(member).unwrap_or(usize::MAX), *member));
            if let Some((first, others)) = cluster.split_first() {
                for other in others {
                    identity.first.insert((*other).clone(), (*first).clone());
                }
            }
        }
        identity
    }

    /// The id that stands for this one.
    pub(super) fn id<'a, T>(&self, id: &'a Id<T>) -> Cow<'a, Id<T>>
    where
        for<'r> RecordRef: From<&'r Id<T>>,
    {
        if self.first.is_empty() {
            return Cow::Borrowed(id);
        }
        let first = self.first.get(&RecordRef::from(id));
        let first = first.and_then(|first| Id::new(first.id()).ok());
        first.map_or(Cow::Borrowed(id), Cow::Owned)
    }

    /// The actor that stands for this one.
    pub(super) fn actor<'a>(&self, actor: &'a Actor) -> Cow<'a, Actor> {
        fn of<'a, T>(id: Cow<'_, Id<T>>, actor: &'a Actor) -> Cow<'a, Actor>
        where
            for<'r> Actor: From<&'r Id<T>>,
        {
            match id {
                Cow::Borrowed(_) => Cow::Borrowed(actor),
                Cow::Owned(id) => Cow::Owned(Actor::from(&id)),
            }
        }
        match actor {
            Actor::Agency(id) => of(self.id(id), actor),
            Actor::Person(id) => of(self.id(id), actor),
            Actor::Coalition(id) => of(self.id(id), actor),
            Actor::Country(_) | Actor::Group(_) | Actor::Unnamed(_) => Cow::Borrowed(actor),
        }
    }
}

/// What was judged last of each pair, the pairs in a fixed order.
pub(crate) fn verdicts(judgements: &[Judgement]) -> Vec<((&RecordRef, &RecordRef), Verdict)> {
    let mut by_date: Vec<&Judgement> = judgements.iter().collect();
    // A stable sort: of equal dates the later row counts, and what has no date comes before all.
    by_date.sort_by_key(|judgement| judgement.date);
    let mut last = HashMap::new();
    for judgement in by_date {
        for (i, a) in judgement.of.iter().enumerate() {
            for b in judgement.of.iter().skip(i + 1) {
                last.insert(if a <= b { (a, b) } else { (b, a) }, judgement.verdict);
            }
        }
    }
    let mut verdicts: Vec<_> = last.into_iter().collect();
    verdicts.sort_unstable();
    verdicts
}

/// The records that are one, each cluster with two members or more.
pub(crate) fn clusters(judgements: &[Judgement]) -> Vec<Vec<&RecordRef>> {
    let mut members: Vec<Vec<&RecordRef>> = Vec::new();
    let mut cluster_of: HashMap<&RecordRef, usize> = HashMap::new();
    for ((a, b), verdict) in verdicts(judgements) {
        if verdict != Verdict::Same {
            continue;
        }
        let [mut into, mut from] = [a, b].map(|member| {
            *cluster_of.entry(member).or_insert_with(|| {
                members.push(vec![member]);
                members.len() - 1
            })
        });
        // The smaller one moves, so that no member moves often.
        if members[into].len() < members[from].len() {
            std::mem::swap(&mut into, &mut from);
        }
        if into != from {
            let moved = std::mem::take(&mut members[from]);
            for member in &moved {
                cluster_of.insert(member, into);
            }
            members[into].extend(moved);
        }
    }
    members.retain(|cluster| cluster.len() > 1);
    members
}

/// # One thing under several ids
impl Dataset {
    /// The record that stands for this one: itself, or the first of those that the judgements hold to be the same.
    ///
    /// Only `same` carries over from one pair to the next. Look-ups by id follow it where an id has no record of its own.
    ///
    /// ```
    /// use netpolity::Dataset;
    ///
    /// let dataset = Dataset::from_json(
    ///     r#"{ "netpolity": 1, "people": [ { "id": "a" }, { "id": "b" } ], "judgements": [
    ///          { "id": "1", "verdict": "same", "of": [ "person:b", "person:a" ] },
    ///          { "id": "2", "verdict": "same", "of": [ "person:b", "person:old" ] } ] }"#,
    /// )?;
    /// assert_eq!(dataset.canonical(&"person:b".parse()?).to_string(), "person:a");
    /// // The second record is still there, and an id without a record finds the first.
    /// assert_eq!(dataset.person("b").unwrap().id, "b");
    /// assert_eq!(dataset.person("old").unwrap().id, "a");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn canonical<'a>(&'a self, record: &'a RecordRef) -> &'a RecordRef {
        self.index().identity.first.get(record).unwrap_or(record)
    }

    /// Every reference that the judgements hold to be the same record as this one, itself left out.
    pub fn also_known_as<'a>(
        &'a self,
        record: &'a RecordRef,
    ) -> impl Iterator<Item = &'a RecordRef> {
        let first = self.canonical(record);
        let others = &self.index().identity.first;
        let others = others.iter().filter(move |(_, of)| *of == first).map(|(other, _)| other);
        let mut all: Vec<_> = others.chain([first]).filter(move |other| *other != record).collect();
        all.sort_unstable();
        all.into_iter()
    }

    /// The actor that stands for this one, by the judgements.
    pub(crate) fn first_actor<'a>(&self, actor: &'a Actor) -> Cow<'a, Actor> {
        self.index().identity.actor(actor)
    }

    /// The id that stands for this one, by the judgements.
    pub(crate) fn first_id<'a, T>(&self, id: &'a Id<T>) -> Cow<'a, Id<T>>
    where
        for<'r> RecordRef: From<&'r Id<T>>,
    {
        self.index().identity.id(id)
    }

    /// The record of an id that has none of its own, by the judgements.
    pub(super) fn by_judgement<T: Keyed>(&self, id: &str) -> Option<&T> {
        if self.judgements().is_empty() {
            return None;
        }
        let reference: RecordRef = format!("{}:{id}", T::ONE).parse().ok()?;
        T::table(self).get(self.canonical(&reference).id())
    }

    pub(crate) fn row_of(&self, record: &RecordRef) -> Option<usize> {
        fn row<T: Keyed>(dataset: &Dataset, id: &Id<T>) -> Option<usize> {
            T::table(dataset).row(id.as_str())
        }
        match record {
            RecordRef::Agency(id) => row(self, id),
            RecordRef::Person(id) => row(self, id),
            RecordRef::Coalition(id) => row(self, id),
            RecordRef::Post(id) => row(self, id),
            RecordRef::Series(id) => row(self, id),
            RecordRef::Event(id) => row(self, id),
            RecordRef::Statement(id) => row(self, id),
            RecordRef::Source(id) => row(self, id),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Dataset;

    fn dataset(judgements: &str) -> Dataset {
        Dataset::from_json(&format!(
            r#"{{ "netpolity": 1, "agencies": [ {{ "id": "x", "kind": "court" }}, {{ "id": "y", "kind": "court" }} ],
                 "judgements": [ {judgements} ] }}"#
        ))
        .unwrap()
    }

    #[test]
    fn a_later_judgement_takes_an_earlier_one_back() {
        let taken_back = dataset(
            r#"{ "id": "2", "verdict": "different", "of": [ "agency:y", "agency:x" ], "date": "2024" },
               { "id": "1", "verdict": "same", "of": [ "agency:x", "agency:y" ], "date": "2020" }"#,
        );
        let y = "agency:y".parse().unwrap();
        assert_eq!(taken_back.canonical(&y), &y);
        assert_eq!(taken_back.also_known_as(&y).count(), 0);
    }

    #[test]
    fn clusters_grow_together() {
        let joined = dataset(
            r#"{ "id": "1", "verdict": "same", "of": [ "agency:y", "agency:old" ] },
               { "id": "2", "verdict": "same", "of": [ "agency:older", "agency:x" ] },
               { "id": "3", "verdict": "same", "of": [ "agency:old", "agency:older" ] },
               { "id": "4", "verdict": "unsure", "of": [ "agency:x", "agency:z" ] }"#,
        );
        for id in ["old", "older"] {
            assert_eq!(joined.agency(id).unwrap().id, "x");
        }
        assert!(joined.agency("z").is_none());
        let y = "agency:y".parse().unwrap();
        let others: Vec<String> = joined.also_known_as(&y).map(ToString::to_string).collect();
        assert_eq!(others, ["agency:old", "agency:older", "agency:x"]);
    }
}
