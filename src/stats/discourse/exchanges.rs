//! Who speaks how of whom.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use crate::actor::Actor;
use crate::dataset::Dataset;
use crate::statement::{Quadrant, Statement};
use crate::stats::ActorOf;
use crate::stats::network::{Network, Node, Pair};
use crate::stats::{Counted, Excluded, Exclusions, Measured};
use crate::time::{Period, PeriodKind};

/// How often one actor spoke of another in a period, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Exchange {
    /// Who spoke.
    pub from: Actor,
    /// Of whom.
    pub to: Actor,
    /// The period in which the statements were made.
    pub period: Period,
    /// How many statements are verbal cooperation.
    pub cooperation: u32,
    /// How many are verbal conflict.
    pub conflict: u32,
    /// How many are neither by the event types of PLOVER.
    pub neither: u32,
}

/// Who spoke how of whom: statements with [`targets`](Statement::targets), by period, in the order of the actors and of time.
///
/// What is cooperation and what conflict says the [quadrant](crate::statement::Act::quadrant) of the act. Statements are
/// counted; none weighs more than another, and there is no difference of the two, because ten praises do not make up for ten
/// accusations. Periods are of one kind: years, halves, quarters, months, weeks or days; a statement that is not known to lie
/// in one, or a kind that has no bounds of its own, is [`Excluded::Undated`]. Who speaks of themselves is not counted.
///
/// ```
/// use netpolity::catalogue;
/// use netpolity::stats::ActorOf;
/// use netpolity::stats::discourse::exchanges;
/// use netpolity::time::PeriodKind;
///
/// let dataset = catalogue::roundtable_2013();
/// let found = exchanges(dataset, dataset.statements(), ActorOf::Country, PeriodKind::Year);
/// let praise = &found.value[0];
/// assert_eq!((praise.from.to_string(), praise.to.to_string()), ("country:CHN".into(), "country:GBR".into()));
/// assert_eq!((praise.cooperation, praise.conflict), (1, 0));
/// ```
pub fn exchanges<'a>(
    dataset: &'a Dataset,
    statements: impl IntoIterator<Item = &'a Statement>,
    actor: ActorOf,
    by: PeriodKind,
) -> Measured<Vec<Exchange>> {
    let mut counts: BTreeMap<(Cow<'a, Actor>, Cow<'a, Actor>, Period), [u32; 3]> = BTreeMap::new();
    let (mut support, mut excluded) = (0, Exclusions::NONE);
    let (mut speakers, mut targets) = (Vec::new(), Vec::new());
    for statement in statements {
        if !statement.status.stands() {
            excluded.add(Excluded::NotStanding, 1);
            continue;
        }
        actor.of(dataset, statement, false, &mut speakers);
        actor.of_mentions(dataset, &statement.targets, &mut targets);
        if speakers.is_empty() || targets.is_empty() {
            excluded.add(Excluded::NoActor, 1);
            continue;
        }
        let made = dataset.made(statement).and_then(|span| span.possible_days());
        let Some(period) = made.and_then(|(first, last)| period(by, first, last)) else {
            excluded.add(Excluded::Undated, 1);
            continue;
        };
        support += 1;
        for from in &speakers {
            for to in targets.iter().filter(|to| *to != from) {
                let key = (from.clone(), to.clone(), period);
                let [cooperation, conflict, neither] = counts.entry(key).or_default();
                *match statement.act.quadrant() {
                    Some(Quadrant::VerbalCooperation) => cooperation,
                    Some(Quadrant::VerbalConflict) => conflict,
                    None => neither,
                } += 1;
            }
        }
    }
    let exchanges = counts.into_iter().map(|((from, to, period), counts)| {
        let [cooperation, conflict, neither] = counts;
        let (from, to) = (from.into_owned(), to.into_owned());
        Exchange { from, to, period, cooperation, conflict, neither }
    });
    let mut measured = Measured::new(exchanges.collect(), Counted::Statements, support);
    measured.excluded = excluded;
    measured
}

/// The network of those who spoke of each other in one way, in all periods together. A tie goes from who spoke; its weight is the
/// number of statements.
///
/// ```
/// use netpolity::catalogue;
/// use netpolity::statement::Quadrant;
/// use netpolity::stats::ActorOf;
/// use netpolity::stats::discourse::{exchange_network, exchanges};
/// use netpolity::time::PeriodKind;
///
/// let dataset = catalogue::roundtable_2013();
/// let found = exchanges(dataset, dataset.statements(), ActorOf::Country, PeriodKind::Year);
/// let network = exchange_network(&found.value, Quadrant::VerbalCooperation);
/// let edge = network.edges().next().unwrap();
/// assert_eq!((edge.from.to_string(), edge.to.to_string(), edge.weight), ("country:CHN".into(), "country:GBR".into(), 1.0));
/// ```
pub fn exchange_network(exchanges: &[Exchange], quadrant: Quadrant) -> Network {
    let nodes: BTreeSet<&Actor> = exchanges.iter().flat_map(|one| [&one.from, &one.to]).collect();
    let numbers: BTreeMap<&Actor, u32> = nodes.iter().copied().zip(0u32..).collect();
    let mut ties: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    let mut made = vec![0u32; nodes.len()];
    for one in exchanges {
        let count = match quadrant {
            Quadrant::VerbalCooperation => one.cooperation,
            Quadrant::VerbalConflict => one.conflict,
        };
        if let (Some(&from), Some(&to)) = (numbers.get(&one.from), numbers.get(&one.to))
            && count > 0
        {
            *ties.entry((from, to)).or_default() += count;
            if let Some(made) = made.get_mut(from as usize) {
                *made += count;
            }
        }
    }
    let ties = ties.into_iter();
    let ties = ties
        .map(|((from, to), count)| Pair { from, to, count, weight: f64::from(count) })
        .collect();
    Network::new(nodes.into_iter().cloned().map(Node::Actor).zip(made), ties).directed()
}

/// The period of a kind in which both days lie.
fn period(kind: PeriodKind, first: NaiveDate, last: NaiveDate) -> Option<Period> {
    let (year, month) = (first.year(), first.month());
    let period = match kind {
        PeriodKind::Year => Period::from_year(year),
        PeriodKind::Half => Period::from_half(year, month.div_ceil(6)),
        PeriodKind::Quarter => Period::from_quarter(year, month.div_ceil(3)),
        PeriodKind::Month => Period::from_month(year, month),
        PeriodKind::Week => Period::from_week(first.iso_week().year(), first.iso_week().week()),
        PeriodKind::Day => Ok(Period::from(first)),
        PeriodKind::YearRange | PeriodKind::FiscalYear => return None,
    };
    period.ok().filter(|period| period.last_day().is_some_and(|end| last <= end))
}
