//! The English words beside and for numbers.
//!
//! That hedges tell a direction, and that readers take bare round numbers as approximate and others as precise, is found by
//! Williams and Power (2013, <https://oro.open.ac.uk/38262/>). Which words go before
//! figures and which way each points is usage in statistical releases, speeches and newspapers; no list of them is published.

use super::lexicon::Lexicon;
use super::number::Magnitude;
use super::{Hedge, Unit};

/// Words in front of a number. None is the beginning of another one that follows it.
pub(super) static HEDGES: Lexicon<(&str, Hedge)> = Lexicon::of(&[
    ("exactly", Hedge::Exactly),
    ("precisely", Hedge::Exactly),
    // Near the number, on either side.
    ("about", Hedge::About),
    ("around", Hedge::About),
    ("roughly", Hedge::About),
    ("approximately", Hedge::About),
    ("approx.", Hedge::About),
    ("approx", Hedge::About),
    ("circa", Hedge::About),
    ("ca.", Hedge::About),
    ("some", Hedge::About),
    ("an estimated", Hedge::About),
    ("in the region of", Hedge::About),
    ("in the order of", Hedge::About),
    // Approach from below: the number is not reached.
    ("almost", Hedge::Almost),
    ("nearly", Hedge::Almost),
    ("close to", Hedge::Almost),
    ("just under", Hedge::Almost),
    ("just below", Hedge::Almost),
    ("just short of", Hedge::Almost),
    ("just shy of", Hedge::Almost),
    ("slightly less than", Hedge::Almost),
    ("slightly fewer than", Hedge::Almost),
    ("slightly under", Hedge::Almost),
    ("slightly below", Hedge::Almost),
    ("a little less than", Hedge::Almost),
    ("a little under", Hedge::Almost),
    ("a little below", Hedge::Almost),
    ("not quite", Hedge::Almost),
    ("approaching", Hedge::Almost),
    ("virtually", Hedge::Almost),
    // Past the number, and not far.
    ("just over", Hedge::JustOver),
    ("just above", Hedge::JustOver),
    ("just more than", Hedge::JustOver),
    ("slightly more than", Hedge::JustOver),
    ("slightly over", Hedge::JustOver),
    ("slightly above", Hedge::JustOver),
    ("a little over", Hedge::JustOver),
    ("a little above", Hedge::JustOver),
    ("a little more than", Hedge::JustOver),
    // Past the number, and no word how far; a comparative leaves the number out.
    ("more than", Hedge::MoreThan),
    ("over", Hedge::MoreThan),
    ("above", Hedge::MoreThan),
    ("exceeding", Hedge::MoreThan),
    ("exceeded", Hedge::MoreThan),
    ("exceeds", Hedge::MoreThan),
    ("exceed", Hedge::MoreThan),
    ("in excess of", Hedge::MoreThan),
    ("well in excess of", Hedge::MoreThan),
    ("surpassing", Hedge::MoreThan),
    ("surpassed", Hedge::MoreThan),
    ("surpasses", Hedge::MoreThan),
    ("topping", Hedge::MoreThan),
    ("topped", Hedge::MoreThan),
    ("upwards of", Hedge::MoreThan),
    ("upward of", Hedge::MoreThan),
    ("greater than", Hedge::MoreThan),
    ("higher than", Hedge::MoreThan),
    ("larger than", Hedge::MoreThan),
    ("well over", Hedge::MoreThan),
    ("well above", Hedge::MoreThan),
    ("far more than", Hedge::MoreThan),
    // A negated comparative or a superlative includes the number.
    ("at least", Hedge::AtLeast),
    ("no fewer than", Hedge::AtLeast),
    ("no less than", Hedge::AtLeast),
    ("not fewer than", Hedge::AtLeast),
    ("not less than", Hedge::AtLeast),
    ("a minimum of", Hedge::AtLeast),
    ("less than", Hedge::LessThan),
    ("fewer than", Hedge::LessThan),
    ("lower than", Hedge::LessThan),
    ("smaller than", Hedge::LessThan),
    ("under", Hedge::LessThan),
    ("below", Hedge::LessThan),
    ("well under", Hedge::LessThan),
    ("well below", Hedge::LessThan),
    ("at most", Hedge::AtMost),
    ("no more than", Hedge::AtMost),
    ("not more than", Hedge::AtMost),
    ("no greater than", Hedge::AtMost),
    ("not exceeding", Hedge::AtMost),
    ("a maximum of", Hedge::AtMost),
    // Reached in the best case: what is reached is implied, not said.
    ("up to", Hedge::UpTo),
    ("as many as", Hedge::UpTo),
    ("as much as", Hedge::UpTo),
    ("as high as", Hedge::UpTo),
]);

/// Words behind a number. "Or" joins the number itself to what lies beyond it, which makes these bounds include it.
pub(super) static AFTER: Lexicon<(&str, Hedge)> = Lexicon::of(&[
    ("or more", Hedge::AtLeast),
    ("and more", Hedge::AtLeast),
    ("or over", Hedge::AtLeast),
    ("and over", Hedge::AtLeast),
    ("or above", Hedge::AtLeast),
    ("and above", Hedge::AtLeast),
    ("or higher", Hedge::AtLeast),
    ("at least", Hedge::AtLeast),
    ("or fewer", Hedge::AtMost),
    ("or less", Hedge::AtMost),
    ("or under", Hedge::AtMost),
    ("or below", Hedge::AtMost),
    ("at most", Hedge::AtMost),
    ("at the most", Hedge::AtMost),
    ("or so", Hedge::About),
    ("or thereabouts", Hedge::About),
    ("+", Hedge::AtLeast),
    ("-plus", Hedge::AtLeast),
]);

/// Words for more than half of a whole, number and all: what a majority is in the plain sense. Usage.
pub(super) static MAJORITIES: Lexicon<&str> = Lexicon::words(&[
    "a majority",
    "the majority",
    "a large majority",
    "the large majority",
    "a vast majority",
    "the vast majority",
    "an overwhelming majority",
    "the overwhelming majority",
    "a clear majority",
    "a narrow majority",
    "a slim majority",
    "a small majority",
    "most of",
]);

/// What joins two bounds: the word, the hyphen, its unbreakable form, figure, en and em dash, the tilde of East Asia.
pub(super) static RANGE: Lexicon<&str> = Lexicon::words(&[
    "to", "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "~", "\u{ff5e}",
    "\u{301c}",
]);

/// Longer phrases first where one begins another. The names by which statistical releases print the units of [`Unit`].
pub(super) static UNITS: Lexicon<(&str, Unit)> = Lexicon::of(&[
    ("percentage points", Unit::PercentagePoints),
    ("percentage point", Unit::PercentagePoints),
    ("-percentage-point", Unit::PercentagePoints),
    ("percent points", Unit::PercentagePoints),
    ("pp", Unit::PercentagePoints),
    ("p.p.", Unit::PercentagePoints),
    ("percent", Unit::Percent),
    ("per cent", Unit::Percent),
    ("-percent", Unit::Percent),
    ("-per-cent", Unit::Percent),
    ("pct", Unit::Percent),
    ("%", Unit::Percent),
    ("\u{ff05}", Unit::Percent),
    ("\u{2030}", Unit::PerThousand),
    ("as a fraction", Unit::Fraction),
    ("times", Unit::Times),
    ("-fold", Unit::Times),
    ("fold", Unit::Times),
    ("per 1,000,000", Unit::PerMillion),
    ("per 1 000 000", Unit::PerMillion),
    ("per 1000000", Unit::PerMillion),
    ("per million", Unit::PerMillion),
    ("per 1,000", Unit::PerThousand),
    ("per 1 000", Unit::PerThousand),
    ("per 1000", Unit::PerThousand),
    ("per thousand", Unit::PerThousand),
    ("per 100", Unit::PerHundred),
    ("per hundred", Unit::PerHundred),
    ("hourly", Unit::CountPerHour),
    ("daily", Unit::CountPerDay),
    ("weekly", Unit::CountPerWeek),
    ("monthly", Unit::CountPerMonth),
    ("yearly", Unit::CountPerYear),
    ("annually", Unit::CountPerYear),
    ("US dollars", Unit::UsDollars),
    ("US dollar", Unit::UsDollars),
    ("dollars", Unit::UsDollars),
    ("USD", Unit::UsDollars),
    ("international dollars", Unit::InternationalDollars),
    ("international dollar", Unit::InternationalDollars),
    ("bits per second", Unit::BitsPerSecond),
    ("bit per second", Unit::BitsPerSecond),
    ("bit/s", Unit::BitsPerSecond),
    ("bytes", Unit::Bytes),
    ("byte", Unit::Bytes),
    ("years", Unit::Years),
    ("year", Unit::Years),
    ("points", Unit::Points),
    ("point", Unit::Points),
    ("as a category", Unit::Category),
]);

/// Units with the prefix of a power of ten, by those of the International System of Units; case tells bits from bytes.
pub(super) static PREFIXED: Lexicon<(&str, (u8, Unit))> = Lexicon::of(&[
    ("kbit/s", (3, Unit::BitsPerSecond)),
    ("Mbit/s", (6, Unit::BitsPerSecond)),
    ("Gbit/s", (9, Unit::BitsPerSecond)),
    ("Tbit/s", (12, Unit::BitsPerSecond)),
    ("kbps", (3, Unit::BitsPerSecond)),
    ("Mbps", (6, Unit::BitsPerSecond)),
    ("Gbps", (9, Unit::BitsPerSecond)),
    ("Tbps", (12, Unit::BitsPerSecond)),
    ("megabits per second", (6, Unit::BitsPerSecond)),
    ("gigabits per second", (9, Unit::BitsPerSecond)),
    ("kB", (3, Unit::Bytes)),
    ("KB", (3, Unit::Bytes)),
    ("MB", (6, Unit::Bytes)),
    ("GB", (9, Unit::Bytes)),
    ("TB", (12, Unit::Bytes)),
    ("PB", (15, Unit::Bytes)),
    ("EB", (18, Unit::Bytes)),
    ("ZB", (21, Unit::Bytes)),
    ("megabytes", (6, Unit::Bytes)),
    ("gigabytes", (9, Unit::Bytes)),
    ("terabytes", (12, Unit::Bytes)),
    ("petabytes", (15, Unit::Bytes)),
    ("exabytes", (18, Unit::Bytes)),
    ("zettabytes", (21, Unit::Bytes)),
]);

/// Short forms of magnitudes that stand at the digits, by usage of newspapers; `m` after a space would be metres.
pub(super) const GLUED: &[(u8, Magnitude)] = &[
    (b'k', Magnitude::THOUSAND),
    (b'm', Magnitude::MILLION),
    (b'M', Magnitude::MILLION),
    (b'B', Magnitude::BILLION),
];

/// Short forms of magnitudes with or without a space, by usage of newspapers.
pub(super) static SHORT: Lexicon<(&str, Magnitude)> = Lexicon::of(&[
    ("mn", Magnitude::MILLION),
    ("mln", Magnitude::MILLION),
    ("bn", Magnitude::BILLION),
    ("bln", Magnitude::BILLION),
    ("tn", Magnitude::TRILLION),
    ("trn", Magnitude::TRILLION),
]);

/// Words before the name of a time.
pub(super) static EVERY: Lexicon<&str> = Lexicon::words(&["per", "a", "an", "each", "every"]);

pub(super) static TIMES: Lexicon<(&str, Unit)> = Lexicon::of(&[
    ("second", Unit::CountPerSecond),
    ("hour", Unit::CountPerHour),
    ("day", Unit::CountPerDay),
    ("week", Unit::CountPerWeek),
    ("month", Unit::CountPerMonth),
    ("year", Unit::CountPerYear),
]);

/// What a word is beside or for a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Numeral {
    /// 0 to 19.
    One(u8),
    /// 20 to 90.
    Tens(u8),
    Dozen,
    Hundred,
    /// From a thousand on.
    Base(Magnitude),
    /// "third", "quarters": the whole has so many.
    Part(u8),
    Half,
    /// "doubled": so many times as much, in tenths.
    Multiplied(u8),
    /// "tens", "hundreds", "thousands": one of them.
    Several(Magnitude),
    Dozens,
    Majority,
}

/// No numeral is longer; a longer word needs no look.
pub(super) const LONGEST: usize = 12;

/// Words for numbers.
static NUMERALS: Lexicon<(&str, Numeral)> = Lexicon::of(&[
    ("zero", Numeral::One(0)),
    ("one", Numeral::One(1)),
    ("two", Numeral::One(2)),
    ("three", Numeral::One(3)),
    ("four", Numeral::One(4)),
    ("five", Numeral::One(5)),
    ("six", Numeral::One(6)),
    ("seven", Numeral::One(7)),
    ("eight", Numeral::One(8)),
    ("nine", Numeral::One(9)),
    ("ten", Numeral::One(10)),
    ("eleven", Numeral::One(11)),
    ("twelve", Numeral::One(12)),
    ("thirteen", Numeral::One(13)),
    ("fourteen", Numeral::One(14)),
    ("fifteen", Numeral::One(15)),
    ("sixteen", Numeral::One(16)),
    ("seventeen", Numeral::One(17)),
    ("eighteen", Numeral::One(18)),
    ("nineteen", Numeral::One(19)),
    ("twenty", Numeral::Tens(20)),
    ("thirty", Numeral::Tens(30)),
    ("forty", Numeral::Tens(40)),
    ("fifty", Numeral::Tens(50)),
    ("sixty", Numeral::Tens(60)),
    ("seventy", Numeral::Tens(70)),
    ("eighty", Numeral::Tens(80)),
    ("ninety", Numeral::Tens(90)),
    ("dozen", Numeral::Dozen),
    ("hundred", Numeral::Hundred),
    ("thousand", Numeral::Base(Magnitude::THOUSAND)),
    ("million", Numeral::Base(Magnitude::MILLION)),
    ("billion", Numeral::Base(Magnitude::BILLION)),
    ("trillion", Numeral::Base(Magnitude::TRILLION)),
    ("half", Numeral::Half),
    ("halves", Numeral::Half),
    ("third", Numeral::Part(3)),
    ("thirds", Numeral::Part(3)),
    ("quarter", Numeral::Part(4)),
    ("quarters", Numeral::Part(4)),
    ("fourth", Numeral::Part(4)),
    ("fourths", Numeral::Part(4)),
    ("fifth", Numeral::Part(5)),
    ("fifths", Numeral::Part(5)),
    ("sixth", Numeral::Part(6)),
    ("sixths", Numeral::Part(6)),
    ("seventh", Numeral::Part(7)),
    ("sevenths", Numeral::Part(7)),
    ("eighth", Numeral::Part(8)),
    ("eighths", Numeral::Part(8)),
    ("ninth", Numeral::Part(9)),
    ("ninths", Numeral::Part(9)),
    ("tenth", Numeral::Part(10)),
    ("tenths", Numeral::Part(10)),
    ("halved", Numeral::Multiplied(5)),
    ("double", Numeral::Multiplied(20)),
    ("triple", Numeral::Multiplied(30)),
    ("quadruple", Numeral::Multiplied(40)),
    ("doubled", Numeral::Multiplied(20)),
    ("doubling", Numeral::Multiplied(20)),
    ("doubles", Numeral::Multiplied(20)),
    ("twice", Numeral::Multiplied(20)),
    ("twofold", Numeral::Multiplied(20)),
    ("tripled", Numeral::Multiplied(30)),
    ("trebled", Numeral::Multiplied(30)),
    ("tripling", Numeral::Multiplied(30)),
    ("threefold", Numeral::Multiplied(30)),
    ("quadrupled", Numeral::Multiplied(40)),
    ("fourfold", Numeral::Multiplied(40)),
    ("quintupled", Numeral::Multiplied(50)),
    ("fivefold", Numeral::Multiplied(50)),
    ("sixfold", Numeral::Multiplied(60)),
    ("sevenfold", Numeral::Multiplied(70)),
    ("eightfold", Numeral::Multiplied(80)),
    ("ninefold", Numeral::Multiplied(90)),
    ("tenfold", Numeral::Multiplied(100)),
    ("dozens", Numeral::Dozens),
    ("tens", Numeral::Several(Magnitude::new(1))),
    ("hundreds", Numeral::Several(Magnitude::HUNDRED)),
    ("thousands", Numeral::Several(Magnitude::THOUSAND)),
    ("millions", Numeral::Several(Magnitude::MILLION)),
    ("billions", Numeral::Several(Magnitude::BILLION)),
    ("trillions", Numeral::Several(Magnitude::TRILLION)),
    ("majority", Numeral::Majority),
]);

/// What a word says of a number, in any case.
pub(super) fn numeral(word: &[u8]) -> Option<Numeral> {
    NUMERALS.get(word)
}

#[cfg(test)]
mod tests {
    use super::super::Quantity;
    use super::*;

    #[test]
    fn no_hedge_hides_another() {
        for (phrase, hedge) in HEDGES.entries() {
            let read: Quantity = format!("{phrase} 5").parse().unwrap();
            assert_eq!(read.hedge(), *hedge, "{phrase}");
        }
        for (phrase, hedge) in AFTER.entries() {
            let read: Quantity = format!("5 {phrase}").parse().unwrap();
            assert_eq!(read.hedge(), *hedge, "{phrase}");
        }
        for (phrase, unit) in UNITS.entries() {
            let read: Quantity = format!("5 {phrase}").parse().unwrap();
            assert_eq!(read.unit(), *unit, "{phrase}");
        }
        for (phrase, (zeros, unit)) in PREFIXED.entries() {
            let read: Quantity = format!("5 {phrase}").parse().unwrap();
            assert_eq!(read.unit(), *unit, "{phrase}");
            let written = format!("1{}", "0".repeat(usize::from(*zeros)));
            assert_eq!(read.last_digit(), written.parse().unwrap(), "{phrase}");
        }
        for phrase in MAJORITIES.entries() {
            assert_eq!(phrase.parse::<Quantity>().unwrap().hedge(), Hedge::Majority, "{phrase}");
        }
    }
}
