//! Whose stance a statement takes, and on which side that is.

use std::borrow::Cow;

use crate::actor::{Actor, Mention, Tenure};
use crate::dataset::Dataset;
use crate::id::Id;
use crate::statement::{Stance, Statement};
use crate::text::words;

words! {
    /// Where an actor stands on what is put to the vote, or on a proposition; in this order.
    pub enum Side: closed "side" {
        /// A no, or a stance against it.
        Against = "against",
        /// Between the two.
        Middle = "middle",
        /// A yes, or a stance for it.
        For = "for",
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

impl Undecided {
    pub(super) fn side(self, stance: Stance) -> Option<Side> {
        match (stance, self) {
            (Stance::Support, _) | (Stance::Conditional, Self::ConditionalSupports) => {
                Some(Side::For)
            }
            (Stance::Oppose, _) => Some(Side::Against),
            (_, Self::Halfway) => Some(Side::Middle),
            _ => None,
        }
    }
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

impl ActorOf {
    /// Fills in the actors of a statement, each once, as the judgements of the dataset have it; with those who join it where
    /// that is asked for.
    pub(super) fn of<'a>(
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
                if alignment.kind.joins_whole() {
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
