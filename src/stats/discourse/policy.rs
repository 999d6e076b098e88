//! How statements are read as stances.

use std::borrow::Cow;

use crate::actor::{Actor, Mention, Tenure};
use crate::dataset::Dataset;
use crate::id::Id;
use crate::statement::{AlignmentKind, Stance, Statement};
use crate::text::words;

/// How statements are read as stances of actors on propositions.
///
/// ```
/// use netpolity::stats::discourse::{ActorOf, Once, StancePolicy, Undecided};
///
/// let mut policy = StancePolicy::default();
/// assert_eq!((policy.actor, policy.undecided, policy.once), (ActorOf::Speaker, Undecided::LeftOut, Once::All));
/// // A wire report that ten papers print is one voice.
/// policy.once = Once::RootSource;
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct StancePolicy {
    /// Whose stance it is.
    pub actor: ActorOf,
    /// Whether those who join a statement hold its stances too: who aligns, endorses, sponsors or signs. Who reserves a part or
    /// dissociates does not.
    pub joined: bool,
    /// What counts of stances that are neither for nor against.
    pub undecided: Undecided,
    /// How often the same stance of the same actor on the same proposition counts.
    pub once: Once,
    /// On how many stances a result has to rest.
    pub min_support: u32,
}

words! {
    /// Who is the actor of a statement. Nobody without a name is one.
    #[derive(Default)]
    pub enum ActorOf: closed "actor of a statement" {
        /// Who speaks.
        #[default]
        Speaker = "speaker",
        /// On whose behalf they speak; who speaks for nobody else speaks for themselves.
        Principal = "principal",
        /// The agency at which a person holds the tenure in which they speak; who is no person, such as an agency or a
        /// country, stands for itself.
        Agency = "agency",
        /// The country that they speak for, or whose agency is their [`Agency`](Self::Agency).
        Country = "country",
    }
}

words! {
    /// What counts of stances that are neither for nor against: conditional, ambivalent, neutral.
    #[derive(Default)]
    pub enum Undecided: closed "treatment of undecided stances" {
        /// Nothing; they are left out and counted as such.
        #[default]
        LeftOut = "left-out",
        /// Who is for it under conditions is for it. The others are left out.
        ConditionalSupports = "conditional-supports",
        /// Each stands half-way between for and against: it agrees by a half with either, and wholly with its like.
        Halfway = "halfway",
    }
}

words! {
    /// How often the same stance of the same actor on the same proposition counts.
    ///
    /// What does not say enough is left out: a statement without a source where documents are asked for, or one known to the
    /// month where weeks are.
    #[derive(Default)]
    pub enum Once: closed "duplicate policy" {
        /// As often as it is taken.
        #[default]
        All = "all",
        /// Once in a document: the first source that the statement cites.
        Document = "document",
        /// Once in all documents that derive from one, such as the copies of a wire report.
        RootSource = "root-source",
        /// Once in a calendar week, Monday to Sunday.
        Week = "week",
        /// Once in a calendar month.
        Month = "month",
        /// Once in a calendar year.
        Year = "year",
        /// Once.
        Whole = "whole",
    }
}

/// What a stance comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Oppose,
    Halfway,
    Support,
}

impl Undecided {
    pub(super) fn level(self, stance: Stance) -> Option<Level> {
        match (stance, self) {
            (Stance::Support, _) | (Stance::Conditional, Self::ConditionalSupports) => {
                Some(Level::Support)
            }
            (Stance::Oppose, _) => Some(Level::Oppose),
            (_, Self::Halfway) => Some(Level::Halfway),
            _ => None,
        }
    }
}

impl ActorOf {
    /// Fills in the actors of a statement, each once, as the judgements of the dataset have it; with those who join it where
    /// that is asked for.
    pub(in crate::stats) fn of<'a>(
        self,
        dataset: &'a Dataset,
        statement: &'a Statement,
        joined: bool,
        actors: &mut Vec<Cow<'a, Actor>>,
    ) {
        actors.clear();
        for speaker in &statement.speakers {
            if speaker.on_behalf_of.is_empty() || matches!(self, Self::Speaker | Self::Agency) {
                self.put(dataset, &speaker.actor, speaker.tenure.as_ref(), actors);
            } else {
                for principal in &speaker.on_behalf_of {
                    self.put(dataset, principal, None, actors);
                }
            }
        }
        if joined {
            for alignment in &statement.alignments {
                if alignment.kind.joins() && alignment.kind != AlignmentKind::Reserves {
                    self.put(dataset, &alignment.actor, None, actors);
                }
            }
        }
        each_once(actors);
    }

    /// Fills in what actors that a statement mentions come to, each once.
    pub(super) fn of_mentions<'a>(
        self,
        dataset: &'a Dataset,
        mentions: &'a [Mention],
        actors: &mut Vec<Cow<'a, Actor>>,
    ) {
        actors.clear();
        for mention in mentions {
            self.put(dataset, &mention.actor, None, actors);
        }
        each_once(actors);
    }

    /// Adds what an actor comes to.
    fn put<'a>(
        self,
        dataset: &'a Dataset,
        actor: &'a Actor,
        tenure: Option<&Id<Tenure>>,
        actors: &mut Vec<Cow<'a, Actor>>,
    ) {
        let agency = || match actor {
            Actor::Person(_) => dataset.agency_of(dataset.tenure(tenure?)?),
            Actor::Agency(id) => dataset.agency(id),
            _ => None,
        };
        match (self, actor) {
            (_, Actor::Unnamed(_)) => {}
            (Self::Agency, Actor::Person(_)) => actors.extend(agency().map(|agency| {
                Cow::Owned(dataset.first_actor(&Actor::from(&agency.id)).into_owned())
            })),
            (Self::Country, Actor::Country(_)) => actors.push(Cow::Borrowed(actor)),
            (Self::Country, _) => {
                let country = agency().and_then(|agency| agency.country);
                actors.extend(country.map(|country| Cow::Owned(country.into())));
            }
            _ => actors.push(dataset.first_actor(actor)),
        }
    }
}

fn each_once(actors: &mut Vec<Cow<'_, Actor>>) {
    if actors.len() > 1 {
        actors.sort_unstable();
        actors.dedup();
    }
}
