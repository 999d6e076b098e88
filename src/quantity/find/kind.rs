//! What a number in a text is: a level, a share, a change.

use super::context::{Around, Word, word_after, word_before};
use crate::quantity::Unit;
use crate::quantity::english::TIMES;
use crate::quantity::lexicon::Lexicon;
use crate::text::words;

words! {
    /// What a quantity in a text is.
    ///
    /// Told by the unit and by the words beside it; where these leave it open, the unit's most common use.
    #[non_exhaustive]
    pub enum QuantityKind: closed "kind of quantity" {
        /// So much: a count, an amount, a score.
        Level = "level",
        /// So much of a whole.
        Share = "share",
        /// By so much more or less, or so many times what it was: "rose by 5 percent", "doubled".
        Change = "change",
        /// By so many percentage points.
        Points = "points",
        /// So much in a time or for so many: "200 million a day", "14.5 per 100".
        Rate = "rate",
        /// The place in a ranking: "ranked 12". Ordinals such as "5th" are not found.
        Rank = "rank",
        /// So many times as much as another: "three times as many".
        Multiple = "multiple",
    }
}

/// The beginnings of words that say that something changed, by usage in statistical releases.
static CHANGES: Lexicon<&str> = Lexicon::words(&[
    "grew",
    "grow",
    "rose",
    "rise",
    "rising",
    "increas",
    "decreas",
    "fell",
    "fall",
    "declin",
    "drop",
    "gain",
    "jump",
    "surg",
    "climb",
    "shrank",
    "shrink",
    "shrunk",
    "expand",
    "expans",
    "reduc",
    "slump",
    "soar",
    "plung",
    "up",
    "down",
    "lost",
    "add",
    "doubl",
    "tripl",
    "boost",
    "cut",
    "accelerat",
    "multipl",
]);

/// The beginnings of words behind a percentage that is a change.
static CHANGES_AFTER: Lexicon<&str> = Lexicon::words(&[
    "increas", "decreas", "growth", "rise", "drop", "decline", "fall", "reduc", "jump", "surge",
    "gain", "more", "fewer", "less", "higher", "lower", "faster", "slower", "year-on", "annual",
    "cut", "larger", "smaller",
]);

/// The beginnings of words before "rate of" that make it one of change.
static YEARLY: Lexicon<&str> = Lexicon::words(&["annual", "yearly", "growth"]);

static MAKE: Lexicon<&str> = Lexicon::words(&["make", "making", "made"]);

impl Around<'_> {
    pub(super) fn kind(&self) -> QuantityKind {
        match self.phrase.quantity.unit() {
            Unit::PercentagePoints => QuantityKind::Points,
            Unit::Percent | Unit::Fraction if self.changed() => QuantityKind::Change,
            Unit::Percent | Unit::Fraction => QuantityKind::Share,
            Unit::PerHundred
            | Unit::PerThousand
            | Unit::PerMillion
            | Unit::CountPerSecond
            | Unit::CountPerHour
            | Unit::CountPerDay
            | Unit::CountPerWeek
            | Unit::CountPerMonth
            | Unit::CountPerYear => QuantityKind::Rate,
            Unit::Times => self.multiple(),
            Unit::Count if self.is_ranked() => QuantityKind::Rank,
            _ if self.timed() => QuantityKind::Rate,
            _ if self.before.is("by") && self.changed() || self.is_size_of_change() => {
                QuantityKind::Change
            }
            _ => QuantityKind::Level,
        }
    }

    /// Whether an amount is one in a time: "$5 a month".
    fn timed(&self) -> bool {
        let after = self.after;
        let every = ["a", "per", "each", "every"].iter().any(|word| after.is(word));
        every && time(word_after(self.text, after.start + after.text.len())).is_some()
    }

    fn said(&self) -> &str {
        self.text.get(self.phrase.core..self.end).unwrap_or_default()
    }

    fn multiple(&self) -> QuantityKind {
        let said = Word { text: self.said(), start: self.phrase.core, dotted: false };
        let compared = said.is("twice") || self.after.is("as") || self.after.is("the");
        let verb =
            said.text.ends_with("ed") || said.text.ends_with("ing") || said.text.ends_with("fold");
        if !compared && (verb || said.is("doubles") || self.changed()) {
            QuantityKind::Change
        } else {
            QuantityKind::Multiple
        }
    }

    /// Whether a noun for a change stands before: "an increase of 7 million".
    fn is_size_of_change(&self) -> bool {
        self.before.is("of")
            && word_before(self.text, self.before.start).begins_with_one_of(&CHANGES_AFTER)
    }

    /// Whether it is so much a year by the words before: "an average annual rate of 5 percent".
    fn is_annual_rate(&self) -> bool {
        let rate = word_before(self.text, self.before.start);
        self.before.is("of")
            && rate.is("rate")
            && word_before(self.text, rate.start).begins_with_one_of(&YEARLY)
    }

    /// Whether the clause says that something changed by this much.
    fn changed(&self) -> bool {
        let before = self.before;
        if self.yearly() || self.is_annual_rate() {
            return true;
        }
        // "Rose to 44 percent" gives a level.
        if ["to", "at", "from", "is", "was", "reach", "reached"].iter().any(|word| before.is(word))
        {
            return false;
        }
        if self.after.begins_with_one_of(&CHANGES_AFTER) {
            return true;
        }
        let mut word = before;
        for _ in 0..5 {
            if word.text.is_empty() || word.dotted {
                return false;
            }
            if word.begins_with_one_of(&CHANGES) {
                // "Made up 44 percent" gives a share.
                let made = word_before(self.text, word.start).begins_with_one_of(&MAKE);
                return !(word.is("up") && made);
            }
            if word.is("of") && !before.is("of") {
                return false;
            }
            word = word_before(self.text, word.start);
        }
        false
    }

    /// Whether a percentage is one a year.
    fn yearly(&self) -> bool {
        let after = self.after;
        let next = word_after(self.text, after.start + after.text.len());
        after.is("annually")
            || after.is("yearly")
            || (["a", "per", "each", "every"].iter().any(|word| after.is(word)) && next.is("year"))
    }

    /// The time for which a count is said later in its clause: "200 million posts are submitted each day".
    pub(super) fn rate(&self) -> Option<Unit> {
        if self.phrase.quantity.unit() != Unit::Count {
            return None;
        }
        let mut word = self.after;
        for place in 0..8 {
            if word.text.is_empty() {
                return None;
            }
            let next = word_after(self.text, word.start + word.text.len());
            // "A" may as well begin another thing: only close by.
            let every = ["per", "each", "every"].iter().any(|every| word.is(every))
                || place < 3 && (word.is("a") || word.is("an"));
            if every {
                let base = self.text.get(next.start..).and_then(base).filter(|_| word.is("per"));
                return time(next).or(base);
            }
            word = next;
            // A compound such as "micro-blog" counts as two.
            if word.text.is_empty()
                && self.text.get(word.start..).is_some_and(|rest| rest.starts_with('-'))
            {
                word = word_after(self.text, word.start + 1);
            }
        }
        None
    }
}

/// The base that stands here: "per 100 inhabitants".
fn base(text: &str) -> Option<Unit> {
    let ends =
        |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == ',' || c == '.');
    [
        ("100", Unit::PerHundred),
        ("hundred", Unit::PerHundred),
        ("1000", Unit::PerThousand),
        ("1,000", Unit::PerThousand),
        ("thousand", Unit::PerThousand),
        ("1,000,000", Unit::PerMillion),
        ("million", Unit::PerMillion),
    ]
    .into_iter()
    .find(|(word, _)| text.strip_prefix(word).is_some_and(ends))
    .map(|(_, unit)| unit)
}

fn time(word: Word<'_>) -> Option<Unit> {
    TIMES.get(word.text.as_bytes())
}
