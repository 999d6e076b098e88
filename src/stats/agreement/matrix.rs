//! Where each of many actors stands on each of many items, packed.

use std::collections::HashMap;
use std::fmt::Display;
use std::hash::Hash;

use foldhash::fast::RandomState;

use super::{AgreementPolicy, PairAgreement, Several};
use crate::statement::Stance;
use crate::stats::{Counted, Excluded, Exclusions, Refusal, Side};
use crate::time::Span;
use crate::vote::VoteChoice;

/// Where each of many actors `A` stands on each of many items `I`: roll calls or propositions.
///
/// Built once, from the [votes](Self::of_votes) or the [statements](Self::of_statements) of a dataset or from rows of the caller's own,
/// whose actors and items may be of any type. Sides are packed as bits, so that all pairs of 193 states over 1,862 roll
/// calls take some milliseconds.
///
/// ```
/// use netpolity::stats::agreement::{AgreementMatrix, AgreementPolicy};
/// use netpolity::stats::reliability::Distance;
/// use netpolity::vote::VoteChoice::{Absent, Abstain, No, Yes};
///
/// let votes = [
///     ("A", 1, Yes), ("B", 1, Yes), ("A", 2, Yes), ("B", 2, No), ("A", 3, Yes), ("B", 3, Abstain),
///     ("A", 4, Absent), ("B", 4, Yes), ("A", 5, No),
/// ];
/// let matrix = AgreementMatrix::of_ballots(votes, &AgreementPolicy::default());
/// let pair = matrix.pair(&"A", &"B")?;
/// assert_eq!(
///     pair.agreement()?.to_string(),
///     "0.3333333333333333 (3 roll-calls; left out: 1 absent, 1 not-on-the-roll)"
/// );
/// // Distances 0, 1 and 1/2: their mean is 1/2.
/// assert_eq!(pair.s(Distance::Linear)?.value, 0.0);
/// # Ok::<(), netpolity::stats::Refusal>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct AgreementMatrix<A, I> {
    actors: Vec<A>,
    items: Vec<I>,
    /// Actor by actor: a side, a place in [`REASONS`] after them, or [`OUTSIDE`].
    cells: Vec<u8>,
    /// The same as bits.
    planes: Vec<Planes>,
    policy: AgreementPolicy,
    unit: Counted,
    excluded: Exclusions,
}

/// Why an actor takes no side. Where two actors take none for different reasons, the first of these counts.
const REASONS: [Excluded; 8] = [
    Excluded::NotMember,
    Excluded::NotOnRoll,
    Excluded::NoStance,
    Excluded::Absent,
    Excluded::NotVoting,
    Excluded::Abstained,
    Excluded::Undecided,
    Excluded::Conflicting,
];

/// The cell of the first reason; those of sides are before it.
const FIRST_REASON: u8 = 3;

/// The cell of an item that was not asked for.
const OUTSIDE: u8 = u8::MAX;

/// A cell on which nothing is known yet.
const EMPTY: u8 = OUTSIDE - 1;

fn cell(side: Result<Side, Excluded>) -> u8 {
    match side {
        Ok(side) => side as u8,
        Err(reason) => {
            let place = REASONS.iter().position(|own| *own == reason);
            place
                .and_then(|place| u8::try_from(place).ok())
                .map_or(EMPTY, |place| FIRST_REASON + place)
        }
    }
}

fn side(cell: u8) -> Option<Side> {
    Side::ALL.get(usize::from(cell)).copied()
}

fn reason(cell: u8) -> Option<Excluded> {
    REASONS.get(usize::from(cell.checked_sub(FIRST_REASON)?)).copied()
}

/// The sides of one actor, a bit for each item.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Planes {
    against: Vec<u64>,
    favour: Vec<u64>,
    /// Takes a side at all.
    takes: Vec<u64>,
    /// Takes none, by the place of the reason in [`REASONS`]; empty for reasons that there are not.
    none: [Vec<u64>; REASONS.len()],
    /// How many items were asked for.
    asked: u32,
}

impl Planes {
    fn of(cells: &[u8]) -> Self {
        let mut planes = Self::default();
        for chunk in cells.chunks(64) {
            // A word for each side, then for each reason.
            let mut words = [0_u64; FIRST_REASON as usize + REASONS.len()];
            for (bit, cell) in chunk.iter().enumerate() {
                if let Some(word) = words.get_mut(usize::from(*cell)) {
                    *word |= 1 << bit;
                    planes.asked += 1;
                }
            }
            let [against, middle, favour, none @ ..] = words;
            planes.against.push(against);
            planes.favour.push(favour);
            planes.takes.push(against | middle | favour);
            for (plane, word) in planes.none.iter_mut().zip(none) {
                plane.push(word);
            }
        }
        for plane in &mut planes.none {
            if plane.iter().all(|word| *word == 0) {
                *plane = Vec::new();
            }
        }
        planes
    }

    /// How often each pair of sides occurs.
    fn counts(&self, other: &Self) -> [[u32; 3]; 3] {
        let [mut against, mut against_for, mut against_any] = [0_u32; 3];
        let [mut for_against, mut favour, mut for_any] = [0_u32; 3];
        let [mut any_against, mut any_for, mut any] = [0_u32; 3];
        let first = self.against.iter().zip(&self.favour).zip(&self.takes);
        let second = other.against.iter().zip(&other.favour).zip(&other.takes);
        for (((a_no, a_yes), a), ((b_no, b_yes), b)) in first.zip(second) {
            against += (a_no & b_no).count_ones();
            against_for += (a_no & b_yes).count_ones();
            against_any += (a_no & b).count_ones();
            for_against += (a_yes & b_no).count_ones();
            favour += (a_yes & b_yes).count_ones();
            for_any += (a_yes & b).count_ones();
            any_against += (a & b_no).count_ones();
            any_for += (a & b_yes).count_ones();
            any += (a & b).count_ones();
        }
        let middle_against = any_against - against - for_against;
        let middle_for = any_for - against_for - favour;
        let middle_any = any - against_any - for_any;
        [
            [against, against_any - against - against_for, against_for],
            [middle_against, middle_any - middle_against - middle_for, middle_for],
            [for_against, for_any - for_against - favour, favour],
        ]
    }

    /// How many items one of the two takes no side on, by the first reason; both do on `support`.
    fn excluded(&self, other: &Self, support: u32) -> Exclusions {
        let mut excluded = Exclusions::NONE;
        let mut left = self.asked.saturating_sub(support);
        let planes = self.none.iter().zip(&other.none).zip(REASONS);
        let mut there = planes.filter(|((a, b), _)| !(a.is_empty() && b.is_empty())).peekable();
        let mut seen = Vec::new();
        while let Some(((a, b), reason)) = there.next() {
            // What is left has the last reason.
            let mut more = left;
            if there.peek().is_some() {
                more = 0;
                seen.resize(self.takes.len(), 0);
                for plane in [a, b] {
                    for (seen, word) in seen.iter_mut().zip(plane) {
                        more += (word & !*seen).count_ones();
                        *seen |= word;
                    }
                }
            }
            excluded.add(reason, more);
            left -= more;
        }
        excluded
    }
}

/// # Rows of the caller's own
impl<A: Clone + Eq + Hash, I: Clone + Eq + Hash> AgreementMatrix<A, I> {
    /// From votes in any order: who, on which roll call, how. Actors and roll calls keep the order in which they come first.
    ///
    /// Who has no vote on a roll call is not on the roll. Who has several that come to different sides is conflicting.
    pub fn of_ballots(
        votes: impl IntoIterator<Item = (A, I, VoteChoice)>,
        policy: &AgreementPolicy,
    ) -> Self {
        let mut builder = Builder::new(*policy, Counted::RollCalls);
        for (actor, item, choice) in votes {
            let place = builder.place(&actor, &item);
            builder.given.push((place, cell(policy.side_of_vote(choice))));
        }
        builder.finish(Excluded::NotOnRoll)
    }

    /// From stances in any order: who, on which proposition, which, and when, where that is known. Several stances of one actor on
    /// one proposition are read by the [policy](AgreementPolicy::several). Who has none is without a stance.
    ///
    /// ```
    /// use netpolity::stats::agreement::{AgreementMatrix, AgreementPolicy};
    /// use netpolity::statement::Stance::{Oppose, Support};
    /// use netpolity::Span;
    ///
    /// let on = |text: &str| text.parse::<Span>().ok();
    /// let stances = [
    ///     ("x", "open-internet", Oppose, on("2010")), ("x", "open-internet", Support, on("2014")), ("y", "open-internet", Support, None),
    /// ];
    /// let matrix = AgreementMatrix::of_stances(stances, &AgreementPolicy::default());
    /// assert_eq!(matrix.pair(&"x", &"y")?.agreement()?.value, 1.0);
    /// # Ok::<(), netpolity::stats::Refusal>(())
    /// ```
    pub fn of_stances(
        stances: impl IntoIterator<Item = (A, I, Stance, Option<Span>)>,
        policy: &AgreementPolicy,
    ) -> Self {
        let mut builder = Builder::new(*policy, Counted::Propositions);
        let mut all: HashMap<_, Vec<(u8, Option<Span>)>, RandomState> = HashMap::default();
        for (actor, item, stance, date) in stances {
            let place = builder.place(&actor, &item);
            all.entry(place).or_default().push((cell(policy.side_of_stance(stance)), date));
        }
        for (place, stances) in all {
            let days = |date: Option<Span>| date.and_then(|date| date.possible_days());
            let newest = match policy.several {
                Several::Latest => {
                    stances.iter().filter_map(|(_, date)| Some(days(*date)?.0)).max()
                }
                Several::Unanimous => None,
            };
            // All of which it is not certain that a later one was taken.
            let counts =
                |date| days(date).zip(newest).is_none_or(|((_, last), newest)| newest <= last);
            let counting = stances.iter().filter(|(_, date)| counts(*date));
            builder.given.extend(counting.map(|(cell, _)| (place, *cell)));
        }
        builder.finish(Excluded::NoStance)
    }
}

struct Builder<A, I> {
    actors: Places<A>,
    items: Places<I>,
    given: Vec<((usize, usize), u8)>,
    policy: AgreementPolicy,
    unit: Counted,
}

impl<A: Clone + Eq + Hash, I: Clone + Eq + Hash> Builder<A, I> {
    fn new(policy: AgreementPolicy, unit: Counted) -> Self {
        Self { actors: Places::new(), items: Places::new(), given: Vec::new(), policy, unit }
    }

    fn place(&mut self, actor: &A, item: &I) -> (usize, usize) {
        (self.actors.of(actor), self.items.of(item))
    }

    fn finish(self, missing: Excluded) -> AgreementMatrix<A, I> {
        let width = self.items.all.len();
        let mut cells = vec![EMPTY; self.actors.all.len() * width];
        let conflicting = cell(Err(Excluded::Conflicting));
        for ((actor, item), given) in self.given {
            if let Some(cell) = cells.get_mut(actor * width + item) {
                *cell = if *cell == EMPTY || *cell == given { given } else { conflicting };
            }
        }
        let missing = cell(Err(missing));
        for cell in cells.iter_mut().filter(|cell| **cell == EMPTY) {
            *cell = missing;
        }
        let mut matrix = AgreementMatrix {
            actors: self.actors.all,
            items: self.items.all,
            cells,
            planes: Vec::new(),
            policy: self.policy,
            unit: self.unit,
            excluded: Exclusions::NONE,
        };
        matrix.pack();
        matrix
    }
}

/// Keys by their place.
struct Places<K> {
    all: Vec<K>,
    places: HashMap<K, usize, RandomState>,
}

impl<K: Clone + Eq + Hash> Places<K> {
    fn new() -> Self {
        Self { all: Vec::new(), places: HashMap::default() }
    }

    fn of(&mut self, key: &K) -> usize {
        if let Some(place) = self.places.get(key) {
            return *place;
        }
        self.all.push(key.clone());
        self.places.insert(key.clone(), self.all.len() - 1);
        self.all.len() - 1
    }
}

/// # Questions
impl<A, I> AgreementMatrix<A, I> {
    /// The actors, in their order.
    pub fn actors(&self) -> &[A] {
        &self.actors
    }

    /// The items, in their order, with those that [`over`](Self::over) has left out.
    pub fn items(&self) -> &[I] {
        &self.items
    }

    /// How votes and stances were read.
    pub fn policy(&self) -> &AgreementPolicy {
        &self.policy
    }

    /// What of the records was not read at all: statements without an actor, without a position, withdrawn.
    pub fn excluded(&self) -> Exclusions {
        self.excluded
    }

    /// Two actors.
    ///
    /// ```
    /// use netpolity::stats::agreement::{AgreementMatrix, AgreementPolicy};
    ///
    /// let nobody = AgreementMatrix::<&str, u32>::of_ballots([], &AgreementPolicy::default());
    /// assert_eq!(nobody.pair(&"A", &"B").unwrap_err().to_string(), "there is no actor `A`");
    /// ```
    ///
    /// # Errors
    /// [`Refusal::Unknown`], where one of them is not among the actors.
    pub fn pair(&self, first: &A, second: &A) -> Result<PairAgreement, Refusal>
    where
        A: PartialEq + Display,
    {
        let (first, second) = (self.row_of(first)?, self.row_of(second)?);
        let pair = self.planes.get(first).zip(self.planes.get(second));
        Ok(pair.map_or(self.pair_of(&Planes::default(), &Planes::default()), |(a, b)| {
            self.pair_of(a, b)
        }))
    }

    /// All pairs of different actors, each once, the earlier actor first.
    pub fn pairs(&self) -> impl Iterator<Item = ([&A; 2], PairAgreement)> {
        let rows = || self.actors.iter().zip(&self.planes);
        rows().enumerate().flat_map(move |(at, (first, planes))| {
            rows()
                .skip(at + 1)
                .map(move |(second, others)| ([first, second], self.pair_of(planes, others)))
        })
    }

    /// The sides of two actors on each item on which both take one, in the order of the items.
    ///
    /// # Errors
    /// As for [`pair`](Self::pair).
    pub fn both(
        &self,
        first: &A,
        second: &A,
    ) -> Result<impl Iterator<Item = (&I, [Side; 2])>, Refusal>
    where
        A: PartialEq + Display,
    {
        let [first, second] = [self.row_of(first)?, self.row_of(second)?].map(|row| self.row(row));
        let sides = first.iter().zip(second).map(|(a, b)| Some([side(*a)?, side(*b)?]));
        Ok(self.items.iter().zip(sides).filter_map(|(item, sides)| Some((item, sides?))))
    }

    /// Where an actor stands on each item, or why it stands nowhere; without items that [`over`](Self::over) has left out.
    ///
    /// # Errors
    /// As for [`pair`](Self::pair).
    pub fn sides(
        &self,
        actor: &A,
    ) -> Result<impl Iterator<Item = (&I, Result<Side, Excluded>)>, Refusal>
    where
        A: PartialEq + Display,
    {
        let row = self.row(self.row_of(actor)?);
        let given = |cell: u8| side(cell).map(Ok).or_else(|| reason(cell).map(Err));
        Ok(self.items.iter().zip(row).filter_map(move |(item, cell)| Some((item, given(*cell)?))))
    }

    /// The same over fewer items: those of a year, or on an issue. The others count nowhere.
    ///
    /// ```
    /// use netpolity::stats::agreement::{AgreementMatrix, AgreementPolicy};
    /// use netpolity::vote::VoteChoice::{No, Yes};
    ///
    /// let votes = [("A", 2011, Yes), ("B", 2011, No), ("A", 2012, Yes), ("B", 2012, Yes)];
    /// let matrix = AgreementMatrix::of_ballots(votes, &AgreementPolicy::default());
    /// let later = matrix.over(|year| *year == 2012).pair(&"A", &"B")?.agreement()?;
    /// assert_eq!((later.value, later.support), (1.0, 1));
    /// # Ok::<(), netpolity::stats::Refusal>(())
    /// ```
    #[must_use]
    pub fn over(&self, mut keep: impl FnMut(&I) -> bool) -> Self
    where
        A: Clone,
        I: Clone,
    {
        let kept: Vec<bool> = self.items.iter().map(&mut keep).collect();
        let mut fewer = self.clone();
        for row in fewer.cells.chunks_mut(kept.len().max(1)) {
            for (cell, kept) in row.iter_mut().zip(&kept) {
                if !kept {
                    *cell = OUTSIDE;
                }
            }
        }
        fewer.pack();
        fewer
    }

    pub(super) fn with_excluded(mut self, excluded: Exclusions) -> Self {
        self.excluded = excluded;
        self
    }

    fn pack(&mut self) {
        self.planes = (0..self.actors.len()).map(|row| Planes::of(self.row(row))).collect();
    }

    fn row(&self, row: usize) -> &[u8] {
        let width = self.items.len();
        self.cells.get(row * width..(row + 1) * width).unwrap_or_default()
    }

    fn row_of(&self, actor: &A) -> Result<usize, Refusal>
    where
        A: PartialEq + Display,
    {
        let row = self.actors.iter().position(|own| own == actor);
        row.ok_or_else(|| Refusal::Unknown { what: "actor", name: actor.to_string().into() })
    }

    fn pair_of(&self, first: &Planes, second: &Planes) -> PairAgreement {
        let counts = first.counts(second);
        let support = counts.as_flattened().iter().sum();
        PairAgreement {
            counts,
            excluded: first.excluded(second, support),
            unit: self.unit,
            needed: self.policy.min_support,
        }
    }
}
