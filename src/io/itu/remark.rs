//! What remarks and names of sources say about a value.

use super::phrase::{Part, parts};
use crate::metric::{Flag, Flags};

/// Whom a survey asked, and about which time, as far as a remark says so.
///
/// The indicator of the Union counts the whole population and the last three months. Surveys differ in both, from country to
/// country and within a series, so that values are not comparable in all strictness.
///
/// ```
/// use netpolity::io::itu::{Ages, Scope};
///
/// let scope = Scope::of("Aged 6-72. In the last 12 months");
/// assert_eq!(scope.ages, Some(Ages { from: 6, to: Some(72) }));
/// assert_eq!(scope.months, Some(12));
/// assert_eq!(Scope::of("Census."), Scope::default());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct Scope {
    /// The ages. The whole population is from 0.
    pub ages: Option<Ages>,
    /// The months before the survey in which use counts. A year is 12.
    pub months: Option<u8>,
}

/// From one age on, to another if there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(clippy::exhaustive_structs)] // it has two ends
pub struct Ages {
    /// The youngest, in years.
    pub from: u8,
    /// The oldest; `None` where there is no limit.
    pub to: Option<u8>,
}

impl Ages {
    /// The whole population.
    pub const ALL: Self = Self { from: 0, to: None };
}

impl Scope {
    /// Reads a remark. The first ages and the first time in it count.
    pub fn of(note: &str) -> Self {
        let note = note.to_lowercase();
        Self::find(&parts(&note))
    }

    fn find(parts: &[Part<'_>]) -> Self {
        let mut scope = Self::default();
        for at in 0..parts.len() {
            scope.ages = scope.ages.or_else(|| ages(parts, at));
            scope.months = scope.months.or_else(|| months(parts, at));
        }
        scope
    }

    /// Whether it differs from that of the indicator.
    fn differs(self) -> bool {
        self.ages.is_some_and(|ages| ages != Ages::ALL)
            || self.months.is_some_and(|months| months != 3)
    }
}

/// What is flagged because of a remark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Remark {
    flags: Flags,
    /// The year from which on the remark says that something is different.
    changed_in: Option<u32>,
}

/// Two words, one behind the other, by which a remark says that something else was counted.
const OTHER_COUNTS: [(&str, &str); 9] = [
    ("urban", "areas"),
    ("electrified", "areas"),
    ("regular", "users"),
    ("mail", "users"),
    ("based", "only"),
    ("refers", "only"),
    ("not", "included"),
    ("not", "comparable"),
    ("at", "home"),
];

impl Remark {
    /// Reads a remark.
    ///
    /// | in the remark | flag |
    /// |---|---|
    /// | an estimate | as for [sources](estimates) |
    /// | preliminary, provisional | provisional |
    /// | revised, recalculated, corrected | revised |
    /// | break in comparability, break in series, comparison with previous years should not be done | break |
    /// | from, since, as of a year, with something behind it | break in that year, else the definition differs |
    /// | ages, or a time other than three months | the definition differs |
    /// | included, excluded, and other words for something else that was counted | the definition differs |
    pub(super) fn of(note: &str) -> Self {
        let note = note.to_lowercase();
        let parts = parts(&note);
        let mut flags = estimates_in(&parts);
        let mut changed_in = None;
        let word = |part: Option<&Part<'_>>, words: &[&str]| {
            part.is_some_and(|part| part.is_one_of(words))
        };
        for (at, part) in parts.iter().enumerate() {
            let next = parts.get(at + 1);
            if part.starts("preliminar") || part.starts("provisional") {
                flags.insert(Flag::Provisional);
            }
            if ["revised", "recalcula", "corrected"].iter().any(|start| part.starts(start)) {
                flags.insert(Flag::Revised);
            }
            let breaks = part.is_one_of(&["break"]) && word(next, &["in"])
                || part.is_one_of(&["comparison"])
                    && word(next, &["with"])
                    && word(parts.get(at + 2), &["previous"]);
            if breaks {
                flags.insert(Flag::Break);
            }
            let after_as = || at.checked_sub(1).and_then(|before| parts.get(before));
            let since = part.is_one_of(&["from", "since"])
                || part.is_one_of(&["of"]) && word(after_as(), &["as"]);
            if let (true, Some(Part::Number(year @ 1990..2100)), Some(_)) =
                (since, next, parts.get(at + 2))
            {
                changed_in = changed_in.or(Some(*year));
            }
            let other = part.starts("excl")
                || part.is_one_of(&["exc", "incl", "includes"])
                || OTHER_COUNTS
                    .iter()
                    .any(|(first, second)| part.is_one_of(&[first]) && word(next, &[second]));
            if other {
                flags.insert(Flag::DefinitionDiffers);
            }
        }
        if Scope::find(&parts).differs() || changed_in.is_some() {
            flags.insert(Flag::DefinitionDiffers);
        }
        Self { flags, changed_in }
    }

    /// The flags of a value of a year.
    pub(super) fn flags(self, year: Option<i32>) -> Flags {
        let mut flags = self.flags;
        let year = year.and_then(|year| u32::try_from(year).ok());
        if year.is_some() && year == self.changed_in {
            flags.insert(Flag::Break);
        }
        flags
    }
}

/// What the name of a source says: `ITU estimate` in any spelling is an estimate of the publisher; any other estimate is
/// one of the body that reported.
pub(super) fn estimates(source: &str) -> Flags {
    estimates_in(&parts(&source.to_lowercase()))
}

fn estimates_in(parts: &[Part<'_>]) -> Flags {
    let mut flags = Flags::EMPTY;
    let mut before = Part::Stop;
    for part in parts {
        if part.starts("estimat") {
            let publisher = before.is_one_of(&["itu"]);
            flags.insert(if publisher { Flag::EstimatedByPublisher } else { Flag::Estimated });
        }
        before = *part;
    }
    flags
}

const YEARS: [&str; 6] = ["years", "year", "yrs", "año", "años", "ans"];
const OLDER: [&str; 7] = ["older", "over", "above", "more", "up", "más", "plus"];

/// The ages that are named from a part on.
fn ages(parts: &[Part<'_>], at: usize) -> Option<Ages> {
    const OLDEST: u32 = 120;
    let part = |at: usize| parts.get(at).copied().unwrap_or(Part::Stop);
    let age = |number: u32| u8::try_from(number).ok().filter(|_| number <= OLDEST);
    let from = match part(at) {
        Part::Word("all") if part(at + 1).is_one_of(&["ages"]) => return Some(Ages::ALL),
        Part::Word("all" | "total" | "overall" | "whole" | "entire")
            if part(at + 1).is_one_of(&["population"]) =>
        {
            return Some(Ages::ALL);
        }
        Part::Number(number) => age(number)?,
        _ => return None,
    };
    let before = || (1..=3).map_while(|back| at.checked_sub(back)).map(part);
    let aged = before()
        .take_while(|part| *part != Part::Stop)
        .any(|part| part.is_one_of(&["age", "aged", "ages"]));
    let joined = match part(at + 1) {
        Part::Dash | Part::Word("to") => true,
        Part::Word("and") => before().any(|part| part.is_one_of(&["between"])),
        _ => false,
    };
    if let (true, Part::Number(to)) = (joined, part(at + 2)) {
        let to = age(to).filter(|to| from < *to)?;
        let is_age = aged || part(at + 3).is_one_of(&YEARS);
        return is_age.then_some(Ages { from, to: Some(to) });
    }
    if part(at + 1) == Part::Plus {
        return Some(Ages { from, to: None });
    }
    // `16 years of age or older`
    let mut behind = at + 1;
    let mut is_age = aged;
    while behind < at + 6 {
        let is_year = part(behind).is_one_of(&YEARS);
        if !is_year && !part(behind).is_one_of(&["of", "age", "and", "or", "y", "et"]) {
            break;
        }
        is_age |= is_year;
        behind += 1;
    }
    let is_open = behind > at + 1 && is_age && part(behind).is_one_of(&OLDER);
    is_open.then_some(Ages { from, to: None })
}

/// The months that are named from a part on.
fn months(parts: &[Part<'_>], at: usize) -> Option<u8> {
    const LONGEST: u32 = 60;
    const BEFORE: [&str; 8] =
        ["last", "past", "previous", "recent", "preceding", "últimos", "ultimos", "is"];
    let part = |at: usize| parts.get(at).copied().unwrap_or(Part::Stop);
    let number = match part(at) {
        Part::Word("last" | "past" | "previous" | "preceding") => {
            return match part(at + 1) {
                Part::Word("month") => Some(1),
                Part::Word("year") => Some(12),
                _ => None,
            };
        }
        Part::Word("mes") if part(at + 1).is_one_of(&["anterior"]) => return Some(1),
        Part::Word("three" | "tres" | "trois") => 3,
        Part::Word("six" | "seis") => 6,
        Part::Word("twelve" | "doce" | "douze") => 12,
        Part::Number(number @ 1..=LONGEST) => number,
        _ => return None,
    };
    let last = at.checked_sub(1).is_some_and(|before| part(before).is_one_of(&BEFORE));
    let derniers = part(at + 1).is_one_of(&["derniers"]);
    let unit = at + 1 + usize::from(derniers);
    let prior = part(unit + 1).is_one_of(&["prior", "before"]);
    let is_month = part(unit).is_one_of(&["month", "months", "mois", "meses"]);
    (is_month && (last || derniers || prior)).then(|| u8::try_from(number).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Remarks of the Union's files.
    #[test]
    fn ages_and_months_are_read() {
        let all = Some((0, None));
        for (note, ages, months) in [
            ("Aged 16-74.", Some((16, Some(74))), None),
            ("Aged 5 and older.", Some((5, None)), None),
            ("Users in the last 3 months. Age 16-74.", Some((16, Some(74))), Some(3)),
            ("Population age 6+.", Some((6, None)), None),
            ("Persons aged 6-72 years; in the last 12 months", Some((6, Some(72))), Some(12)),
            ("Populatio age 3+.", Some((3, None)), None),
            ("5 \u{fffd} 69 years used in last year. DC&S.", Some((5, Some(69))), Some(12)),
            (
                "Last 3 months##Individuals between 16 and 74 years old",
                Some((16, Some(74))),
                Some(3),
            ),
            (
                "Residents of Canada 16 years of age or older excluding: inmates",
                Some((16, None)),
                None,
            ),
            (
                "Permanent residents at the age of 6 or above. In the last 6 months.",
                Some((6, None)),
                Some(6),
            ),
            ("INFORMANTE DIRECTO DE 15 AÑOS Y MÁS", Some((15, None)), None),
            ("Internet users aged 3 years and above who used it", Some((3, None)), None),
            (
                "Population aged 6 to 74 using Internet in the last 12 months.",
                Some((6, Some(74))),
                Some(12),
            ),
            (
                "the reference period is the last 12 months. Age 15 to 74 yrs",
                Some((15, Some(74))),
                Some(12),
            ),
            ("usage is 3 months only (Age 15 to 74 yrs)", Some((15, Some(74))), Some(3)),
            ("All ages.", all, None),
            ("Refers to total population. Survey result: 14.5% for population age 12+.", all, None),
            ("Total population. In the last three months.", all, Some(3)),
            ("Population age 11+, used in the last month.", Some((11, None)), Some(1)),
            (
                "Population age 10+ who accessed Internet in previous year.",
                Some((10, None)),
                Some(12),
            ),
            ("Iin the last twelve months.", None, Some(12)),
            ("is the\u{a0}last 12 months.", None, Some(12)),
            ("reference period: 3 months prior to questioning", None, Some(3)),
            ("utilisteurs-trices d'internet au cours des 3 derniers mois", None, Some(3)),
            ("El periodo de referencia es el mes anterior.", None, Some(1)),
            ("1. Estimate ##2. Individuals aged 6 and over.", Some((6, None)), None),
            ("Reference period is past six months.", None, Some(6)),
            // What is neither.
            ("2 - If 3 or more conditions are met, then 2 (above basic)", None, None),
            ("Estimated based on INEI survey's results (23 and 28).", None, None),
            ("Survey result, scope age unknown.", None, None),
            ("Time period 2016-2017 is recalculated", None, None),
            ("84%", None, None),
            ("comparison with previous years should not be done.", None, None),
            ("average household size is 6) and a leased line serves 10 users", None, None),
            ("Have mobile phone and use for internet last three weeks", None, None),
            ("", None, None),
        ] {
            let scope = Scope::of(note);
            assert_eq!(scope.ages.map(|ages| (ages.from, ages.to)), ages, "{note}");
            assert_eq!(scope.months, months, "{note}");
        }
    }

    #[test]
    fn remarks_give_flags() {
        use Flag::{Break, DefinitionDiffers, Estimated, Provisional, Revised};
        for (note, year, flags) in [
            ("Aged 6 and older. In the last 12 months", 2020, &[DefinitionDiffers][..]),
            ("All ages. In the last 3 months", 2020, &[]),
            ("Break in comparability. Total population. In the last three months.", 2013, &[Break]),
            ("Preliminary. Country estimate.", 2011, &[Estimated, Provisional]),
            ("Información preliminar puesto que", 2019, &[Provisional]),
            ("Last 3 months (Revised)", 2017, &[Revised]),
            ("The data is corrected", 2016, &[Revised]),
            ("From 2023 includes individuals", 2023, &[Break, DefinitionDiffers]),
            ("From 2023 includes individuals", 2024, &[DefinitionDiffers]),
            ("starting from 2014, the ISS asks", 2014, &[Break, DefinitionDiffers]),
            ("As of 2014 the social survey asks", 2020, &[DefinitionDiffers]),
            ("Break in comparability only in 2014.", 2014, &[Break]),
            ("comparison with previous years should not be done.", 2010, &[Break]),
            ("estimate from 2015", 2016, &[Estimated]),
            ("PC-based only.", 2008, &[DefinitionDiffers]),
            ("Excl. mobile Internet users.", 2008, &[DefinitionDiffers]),
            ("Internet users may be underestimated", 2008, &[]),
            ("December.", 2008, &[]),
            (".", 2008, &[]),
        ] {
            let expected: Flags = flags.iter().copied().collect();
            assert_eq!(Remark::of(note).flags(Some(year)), expected, "{note}");
        }
    }

    #[test]
    fn estimates_of_the_publisher_are_told_from_others() {
        use Flag::{Estimated, EstimatedByPublisher};
        for (source, flags) in [
            ("ITU estimate.", &[EstimatedByPublisher][..]),
            ("ITU estimate. ", &[EstimatedByPublisher]),
            ("ITU Estimate.", &[EstimatedByPublisher]),
            ("PTC, ZISPA, ITU estimate.", &[EstimatedByPublisher]),
            ("ITU estimate based on Eurostat.", &[EstimatedByPublisher]),
            ("Telecom Egypt estimate.", &[Estimated]),
            ("Estimated by DSTR.", &[Estimated]),
            ("Eurostat.", &[]),
            ("", &[]),
        ] {
            assert_eq!(estimates(source), flags.iter().copied().collect(), "{source}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_remark_is_read(note in "(\\PC|aged|months| |[0-9]{1,3}|-|\\+|from|last|and){0,20}") {
            Remark::of(&note).flags(Some(2020));
        }
    }
}
