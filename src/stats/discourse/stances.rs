//! Who takes which stance on what, how often.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::Hash;

use chrono::Datelike;
use foldhash::fast::RandomState;

use super::policy::{Once, StancePolicy};
use super::terms::named;
use super::ties::{self, Cell, Normalisation, Tie};
use crate::actor::Actor;
use crate::dataset::Dataset;
use crate::id::Id;
use crate::source::Source;
use crate::statement::{Stance, Statement};
use crate::stats::network::{Network, Node, Pair};
use crate::stats::{Counted, Excluded, Exclusions, Measured, Refusal, Side};
use crate::taxonomy::TermRef;

/// How often an actor takes a stance on a proposition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
#[non_exhaustive]
pub struct Tally {
    /// For it.
    pub support: u32,
    /// Half-way between for and against, where the policy has that.
    pub halfway: u32,
    /// Against it.
    pub oppose: u32,
}

impl Tally {
    /// All together.
    pub fn total(&self) -> u32 {
        self.support.saturating_add(self.halfway).saturating_add(self.oppose)
    }

    fn add(&mut self, side: Side) {
        *match side {
            Side::For => &mut self.support,
            Side::Middle => &mut self.halfway,
            Side::Against => &mut self.oppose,
        } += 1;
    }
}

/// The stances that actors take on propositions in some statements: what discourse networks are made of.
///
/// A stance is one of the [`positions`](Statement::positions) of a statement, for each of its actors. What is retracted or
/// misattributed is no stance of its speaker. Of what is left out, [`Excluded::NotStanding`], [`Excluded::NoTerm`] (no
/// position) and [`Excluded::NoActor`] count statements, the others stances.
///
/// ```
/// use netpolity::Dataset;
/// use netpolity::stats::discourse::{Normalisation, Once, StancePolicy, Stances, Tie};
///
/// let dataset = Dataset::from_json(
///     r#"{ "netpolity": 1,
///          "sources": [ { "id": "wire", "kind": "newspaper" },
///                       { "id": "daily", "kind": "newspaper", "derived_from": "wire" } ],
///          "statements": [
///          { "id": "a", "act": "call", "cites": [ "wire" ], "speakers": [ { "actor": "country:CHN" } ],
///            "positions": [ { "term": "un-framework", "stance": "support" } ] },
///          { "id": "a-again", "act": "call", "cites": [ "daily" ], "speakers": [ { "actor": "country:CHN" } ],
///            "positions": [ { "term": "un-framework", "stance": "support" } ] },
///          { "id": "b", "act": "refusal", "cites": [ "wire" ], "speakers": [ { "actor": "country:GBR" } ],
///            "positions": [ { "term": "un-framework", "stance": "oppose" } ] } ] }"#,
/// )?;
/// let mut policy = StancePolicy::default();
/// let conflict = |policy: &StancePolicy| {
///     let stances = Stances::of(&dataset, dataset.statements(), policy);
///     stances.network(Tie::Conflict, Normalisation::None).unwrap().map(|network| network.total())
/// };
/// assert_eq!(conflict(&policy).to_string(), "2 (3 stances)");
/// policy.once = Once::RootSource;
/// assert_eq!(conflict(&policy).to_string(), "1 (2 stances; left out: 1 duplicates)");
/// # Ok::<(), netpolity::dataset::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Stances {
    actors: Vec<Actor>,
    terms: Vec<TermRef>,
    /// By actor, then by term.
    cells: Vec<Cell>,
    excluded: Exclusions,
    min_support: u32,
}

impl Stances {
    /// Those of some statements of a dataset, such as `dataset.statements().during(..)`.
    pub fn of<'a>(
        dataset: &'a Dataset,
        statements: impl IntoIterator<Item = &'a Statement>,
        policy: &StancePolicy,
    ) -> Self {
        let mut reading = Reading::new(dataset, policy);
        let mut statements = statements.into_iter();
        let mut some: Vec<&'a Statement> = Vec::with_capacity(AT_ONCE);
        loop {
            some.clear();
            some.extend(statements.by_ref().take(AT_ONCE));
            if some.is_empty() {
                return reading.finish();
            }
            // Records lie all over the memory: counting what there is to read fetches many of them at a time.
            reading.entries.reserve(some.iter().map(|statement| stances_of(statement)).sum());
            for statement in &some {
                reading.read(statement);
            }
        }
    }

    /// The actors that take a stance, in order.
    pub fn actors(&self) -> &[Actor] {
        &self.actors
    }

    /// The propositions on which there is a stance, in order.
    pub fn terms(&self) -> &[TermRef] {
        &self.terms
    }

    /// How many stances were counted, and what was left out.
    pub fn support(&self) -> Measured<u32> {
        let total =
            self.cells.iter().fold(0u32, |sum, cell| sum.saturating_add(cell.tally.total()));
        let mut support = Measured::new(total, Counted::Stances, total);
        support.excluded = self.excluded;
        support
    }

    /// How often each actor takes each stance on each proposition, where it takes one.
    pub fn tallies(&self) -> impl Iterator<Item = (&Actor, &TermRef, Tally)> {
        self.cells.iter().filter_map(|cell| {
            let actor = self.actors.get(cell.row as usize)?;
            Some((actor, self.terms.get(cell.column as usize)?, cell.tally))
        })
    }

    /// How often an actor takes each stance on a proposition.
    pub fn tally(&self, actor: &Actor, term: &TermRef) -> Tally {
        let row = self.actors.binary_search(actor).ok();
        let cell = row.zip(self.terms.binary_search(term).ok()).and_then(|key| {
            let key = (u32::try_from(key.0).ok()?, u32::try_from(key.1).ok()?);
            let at = self.cells.binary_search_by_key(&key, |cell| (cell.row, cell.column)).ok()?;
            self.cells.get(at)
        });
        cell.map(|cell| cell.tally).unwrap_or_default()
    }

    /// The stances of some actors on some propositions. The others count as left out: [`Excluded::Outside`].
    #[must_use]
    pub fn retain(mut self, mut keep: impl FnMut(&Actor, &TermRef) -> bool) -> Self {
        let (actors, terms) = (&self.actors, &self.terms);
        let excluded = &mut self.excluded;
        self.cells.retain(|cell| {
            let kept = actors
                .get(cell.row as usize)
                .zip(terms.get(cell.column as usize))
                .is_some_and(|(actor, term)| keep(actor, term));
            if !kept {
                excluded.add(Excluded::Outside, cell.tally.total());
            }
            kept
        });
        only_used(&mut self.actors, self.cells.iter_mut().map(|cell| &mut cell.row));
        only_used(&mut self.terms, self.cells.iter_mut().map(|cell| &mut cell.column));
        self
    }

    /// Those of actors with so many stances or more. The others count as left out: [`Excluded::Outside`].
    #[must_use]
    pub fn with_activity(self, least: u32) -> Self {
        let activity = self.activity(self.actors.len(), |cell| cell.row);
        let active: Vec<Actor> = self
            .actors
            .iter()
            .zip(activity)
            .filter(|(_, stances)| *stances >= least)
            .map(|(actor, _)| actor.clone())
            .collect();
        self.retain(|actor, _| active.binary_search(actor).is_ok())
    }

    /// The network of actors that take stances on the same propositions.
    ///
    /// # Errors
    /// [`Refusal::BelowSupport`] where there are fewer stances than the policy asks for.
    pub fn network(
        &self,
        tie: Tie,
        normalisation: Normalisation,
    ) -> Result<Measured<Network>, Refusal> {
        let activity = self.activity(self.actors.len(), |cell| cell.row);
        let pairs = ties::pairs(&self.cells, &activity, self.terms.len(), tie, normalisation);
        let nodes = self.actors.iter().cloned().map(Node::Actor).zip(activity);
        self.measured(Network::new(nodes, pairs))
    }

    /// The network of propositions on which the same actors take stances: the same stance on both, or opposite ones.
    ///
    /// # Errors
    /// [`Refusal::BelowSupport`] where there are fewer stances than the policy asks for.
    pub fn term_network(
        &self,
        tie: Tie,
        normalisation: Normalisation,
    ) -> Result<Measured<Network>, Refusal> {
        let activity = self.activity(self.terms.len(), |cell| cell.column);
        let turned = |cell: &Cell| Cell { row: cell.column, column: cell.row, tally: cell.tally };
        let mut cells: Vec<Cell> = self.cells.iter().map(turned).collect();
        cells.sort_unstable_by_key(|cell| (cell.row, cell.column));
        let pairs = ties::pairs(&cells, &activity, self.actors.len(), tie, normalisation);
        let nodes = self.terms.iter().cloned().map(Node::Term).zip(activity);
        self.measured(Network::new(nodes, pairs))
    }

    /// The network of actors and the propositions on which they take a stance; the weight is how often they do, whichever it is.
    ///
    /// # Errors
    /// [`Refusal::BelowSupport`] where there are fewer stances than the policy asks for.
    pub fn two_mode(&self) -> Result<Measured<Network>, Refusal> {
        let actors = self.activity(self.actors.len(), |cell| cell.row);
        let terms = self.activity(self.terms.len(), |cell| cell.column);
        let first_term = u32::try_from(self.actors.len()).unwrap_or(u32::MAX);
        let pairs = self.cells.iter().map(|cell| Pair {
            from: cell.row,
            to: first_term.saturating_add(cell.column),
            count: cell.tally.total(),
            weight: f64::from(cell.tally.total()),
        });
        let pairs = pairs.collect();
        let actors = self.actors.iter().cloned().map(Node::Actor).zip(actors);
        let terms = self.terms.iter().cloned().map(Node::Term).zip(terms);
        self.measured(Network::new(actors.chain(terms), pairs))
    }

    /// What makes two actors alike or opposed: the propositions on which both take a stance, with how often each does.
    ///
    /// ```
    /// # use netpolity::Dataset;
    /// # use netpolity::stats::discourse::{StancePolicy, Stances};
    /// # let dataset = Dataset::from_json(
    /// #     r#"{ "netpolity": 1, "statements": [
    /// #          { "id": "a", "act": "call", "speakers": [ { "actor": "country:CHN" } ],
    /// #            "positions": [ { "term": "un-framework", "stance": "support" }, { "term": "hegemony", "stance": "oppose" } ] },
    /// #          { "id": "b", "act": "call", "speakers": [ { "actor": "country:RUS" } ],
    /// #            "positions": [ { "term": "un-framework", "stance": "support" } ] } ] }"#,
    /// # ).unwrap();
    /// let stances = Stances::of(&dataset, dataset.statements(), &StancePolicy::default());
    /// let shared = stances.shared(&"country:CHN".parse()?, &"country:RUS".parse()?);
    /// assert_eq!(shared.len(), 1);
    /// let (term, china, russia) = shared[0];
    /// assert_eq!((term.term.as_str(), china.support, russia.oppose), ("un-framework", 1, 0));
    /// # Ok::<(), netpolity::actor::ActorError>(())
    /// ```
    pub fn shared(&self, a: &Actor, b: &Actor) -> Vec<(&TermRef, Tally, Tally)> {
        let of = |term| (self.tally(a, term), self.tally(b, term));
        let both = self.terms.iter().map(|term| (term, of(term)));
        both.filter(|(_, (a, b))| a.total() > 0 && b.total() > 0)
            .map(|(term, (a, b))| (term, a, b))
            .collect()
    }

    /// How many stances there are in each row or column.
    fn activity(&self, length: usize, key: impl Fn(&Cell) -> u32) -> Vec<u32> {
        let mut activity = vec![0u32; length];
        for cell in &self.cells {
            if let Some(sum) = activity.get_mut(key(cell) as usize) {
                *sum = sum.saturating_add(cell.tally.total());
            }
        }
        activity
    }

    fn measured(&self, network: Network) -> Result<Measured<Network>, Refusal> {
        self.support().map(|_| network).with_support(self.min_support)
    }
}

/// How many statements are read at a time.
const AT_ONCE: usize = 32;

/// How many stances a statement has, without those of who joins it.
fn stances_of(statement: &Statement) -> usize {
    let decided = statement.positions.iter().filter(|one| one.stance != Stance::Neutral).count();
    let actors = statement.speakers.iter().map(|one| one.on_behalf_of.len().max(1));
    decided * actors.sum::<usize>()
}

/// Drops what no cell uses, and renumbers the cells.
fn only_used<'c, T>(values: &mut Vec<T>, numbers: impl Iterator<Item = &'c mut u32>) {
    let mut numbers: Vec<&mut u32> = numbers.collect();
    let mut used = vec![None; values.len()];
    for number in &numbers {
        if let Some(used) = used.get_mut(**number as usize) {
            *used = Some(0);
        }
    }
    for (new, used) in (0u32..).zip(used.iter_mut().flatten()) {
        *used = new;
    }
    for number in &mut numbers {
        **number = used.get(**number as usize).copied().flatten().unwrap_or_default();
    }
    let mut used = used.iter();
    values.retain(|_| used.next().is_some_and(Option::is_some));
}

/// Values that stand for numbers, in the order in which they come.
struct Numbers<T> {
    of: HashMap<T, u32, RandomState>,
    values: Vec<T>,
}

impl<T: Clone + Eq + Hash + Ord> Numbers<T> {
    fn new() -> Self {
        Self { of: HashMap::default(), values: Vec::new() }
    }

    fn of(&mut self, value: Cow<'_, T>) -> u32 {
        if let Some(number) = self.of.get(&*value) {
            return *number;
        }
        let number = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
        let value = value.into_owned();
        self.of.insert(value.clone(), number);
        self.values.push(value);
        number
    }

    /// The values in order, and the new number of each old one.
    fn sorted(self) -> (Vec<T>, Vec<u32>) {
        let mut order: Vec<usize> = (0..self.values.len()).collect();
        order.sort_unstable_by(|a, b| self.values.get(*a).cmp(&self.values.get(*b)));
        let mut new = vec![0; order.len()];
        for (number, old) in (0u32..).zip(&order) {
            if let Some(new) = new.get_mut(*old) {
                *new = number;
            }
        }
        let mut values = self.values;
        values.sort_unstable();
        (values, new)
    }
}

/// A stance: by whom, on what, which, and in what it counts once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    actor: u32,
    term: u32,
    side: Side,
    within: i32,
}

struct Reading<'a> {
    dataset: &'a Dataset,
    policy: &'a StancePolicy,
    actors: Numbers<Actor>,
    terms: Numbers<TermRef>,
    /// The terms as they are written, and what they stand for.
    written: HashMap<&'a TermRef, u32, RandomState>,
    documents: HashMap<Id<Source>, i32, RandomState>,
    entries: Vec<Entry>,
    excluded: Exclusions,
    /// The actors of the statement that is being read.
    own: Vec<Cow<'a, Actor>>,
}

impl<'a> Reading<'a> {
    fn new(dataset: &'a Dataset, policy: &'a StancePolicy) -> Self {
        Self {
            dataset,
            policy,
            actors: Numbers::new(),
            terms: Numbers::new(),
            written: HashMap::default(),
            documents: HashMap::default(),
            entries: Vec::new(),
            excluded: Exclusions::NONE,
            own: Vec::new(),
        }
    }

    fn read(&mut self, statement: &'a Statement) {
        let StancePolicy { actor, joined, undecided, .. } = *self.policy;
        if !statement.status.stands() {
            return self.excluded.add(Excluded::NotStanding, 1);
        }
        if statement.positions.is_empty() {
            return self.excluded.add(Excluded::NoTerm, 1);
        }
        let mut own = std::mem::take(&mut self.own);
        actor.of(self.dataset, statement, joined, &mut own);
        if own.is_empty() {
            self.excluded.add(Excluded::NoActor, 1);
        }
        let count = u32::try_from(own.len()).unwrap_or(u32::MAX);
        let within = self.within(statement);
        for position in &statement.positions {
            let side = match (undecided.side(position.stance), within) {
                (None, _) => Err(Excluded::Undecided),
                (Some(side), Ok(within)) => Ok((side, within)),
                (Some(_), Err(why)) => Err(why),
            };
            match side {
                Err(why) => self.excluded.add(why, count),
                Ok((side, within)) => {
                    let term = self.term(&position.term);
                    for actor in &own {
                        let actor = self.actors.of(Cow::Borrowed(&**actor));
                        self.entries.push(Entry { actor, term, side, within });
                    }
                }
            }
        }
        self.own = own;
    }

    /// The number of a term: of the one that it names, where it names exactly one.
    fn term(&mut self, written: &'a TermRef) -> u32 {
        if let Some(number) = self.written.get(written) {
            return *number;
        }
        let number = self.terms.of(Cow::Owned(named(self.dataset, written)));
        self.written.insert(written, number);
        number
    }

    /// In what a stance of the statement counts once.
    fn within(&mut self, statement: &Statement) -> Result<i32, Excluded> {
        match self.policy.once {
            Once::All | Once::Whole => Ok(0),
            Once::Document | Once::RootSource => self.document(statement).ok_or(Excluded::NoSource),
            Once::Week | Once::Month | Once::Year => {
                let made = self.dataset.made(statement).and_then(|span| span.possible_days());
                let (first, last) = made.ok_or(Excluded::Undated)?;
                let number = |day: chrono::NaiveDate| match self.policy.once {
                    // 1 January of the year 1 was a Monday.
                    Once::Week => (day.num_days_from_ce() - 1).div_euclid(7),
                    Once::Month => day.year() * 12 + i32::try_from(day.month0()).unwrap_or(0),
                    _ => day.year(),
                };
                let (first, last) = (number(first), number(last));
                if first == last { Ok(first) } else { Err(Excluded::Undated) }
            }
        }
    }

    fn document(&mut self, statement: &Statement) -> Option<i32> {
        let source = self.dataset.first_id(&statement.cites.first()?.source);
        if let Some(number) = self.documents.get(&*source) {
            return Some(*number);
        }
        let record = self.dataset.source(&*source);
        let root = record
            .filter(|_| self.policy.once == Once::RootSource)
            .and_then(|record| self.dataset.root_of(record))
            .map(|root| self.dataset.first_id(root));
        let new = i32::try_from(self.documents.len()).unwrap_or(i32::MAX);
        let number = match root {
            Some(root) => *self.documents.entry(root.into_owned()).or_insert(new),
            None => new,
        };
        self.documents.insert(source.into_owned(), number);
        Some(number)
    }

    fn finish(self) -> Stances {
        let Self { policy, mut entries, mut excluded, .. } = self;
        let (actors, new_actors) = self.actors.sorted();
        let (terms, new_terms) = self.terms.sorted();
        let new = |numbers: &[u32], old: u32| numbers.get(old as usize).copied().unwrap_or(old);
        for entry in &mut entries {
            entry.actor = new(&new_actors, entry.actor);
            entry.term = new(&new_terms, entry.term);
        }
        if policy.once != Once::All {
            let all = entries.len();
            entries.sort_unstable();
            entries.dedup();
            let fewer = u32::try_from(all - entries.len()).unwrap_or(u32::MAX);
            excluded.add(Excluded::Duplicate, fewer);
        }
        let cells = cells(entries, actors.len(), terms.len());
        Stances { actors, terms, cells, excluded, min_support: policy.min_support }
    }
}

/// How often each actor takes each stance on each term.
fn cells(mut entries: Vec<Entry>, actors: usize, terms: usize) -> Vec<Cell> {
    // Where there is not much more room than there are entries, counting in place is quicker than sorting.
    let room = actors.saturating_mul(terms);
    if room / 8 <= entries.len() {
        let mut tallies = vec![Tally::default(); room];
        for entry in &entries {
            let tally = tallies.get_mut(entry.actor as usize * terms + entry.term as usize);
            if let Some(tally) = tally {
                tally.add(entry.side);
            }
        }
        let rows = (0u32..).zip(tallies.chunks(terms.max(1)));
        let cells = rows.flat_map(|(row, tallies)| {
            (0u32..).zip(tallies).map(move |(column, tally)| Cell { row, column, tally: *tally })
        });
        return cells.filter(|cell| cell.tally.total() > 0).collect();
    }
    entries.sort_unstable();
    let own = entries.chunk_by(|a, b| (a.actor, a.term) == (b.actor, b.term));
    let cells = own.filter_map(|entries| {
        let first = entries.first()?;
        let mut tally = Tally::default();
        for entry in entries {
            tally.add(entry.side);
        }
        Some(Cell { row: first.actor, column: first.term, tally })
    });
    cells.collect()
}
