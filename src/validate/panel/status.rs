//! STA: what sources mark and remark about values.

use std::collections::HashMap;

use super::{Subject, counted, param};
use crate::finding::{Detail, Rule, Severity, Sink};
use crate::metric::{Flag, Flags, Series};

pub(super) const RULES: &[Rule] = &[BREAK, SCOPE, UNMARKED];

const BREAK: Rule = Rule::new(
    "STA-003",
    Severity::Warning,
    "A series has no break",
    "A value is marked as not comparable with those before, or only some values are marked as of another definition. Growth from one side to \
     the other is none: where China's share of Internet users rose by 15 points in a year, the definition had changed. There is one finding for a \
     series, at the first break.",
);

const SCOPE: Rule = Rule::new(
    "STA-004",
    Severity::Warning,
    "A series has one age group and one reference period",
    "The remarks of a source name different ages, such as \"aged 6 and older\" and \"aged 16-74\", or different spans, such as \"in the last 12 \
     months\" and \"3 months\". A value without a remark is not compared.",
);

const UNMARKED: Rule = Rule::new(
    "STA-005",
    Severity::Info,
    "What a source says of a status is a flag",
    "A status or remark has the word estimate, imputed, provisional or forecast, and the value has no such flag, so that a program does not see \
     it. There is one finding for a series.",
);

pub(super) fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let mut texts = Texts::default();
    for series in subject.panel.series() {
        breaks(subject, series, sink);
        remarks(subject, series, &mut texts, sink);
    }
}

fn breaks(subject: &Subject<'_>, series: Series<'_>, sink: &mut Sink) {
    let values = series.values();
    let is_value = |at: usize| values.get(at).is_some_and(|value| !value.is_nan());
    let begin = values.iter().position(|value| !value.is_nan()).unwrap_or(values.len());
    let (mut other, mut broken) = (0, None);
    let mut first_other = None;
    for (at, flags) in series.flags().filter(|(at, _)| is_value(*at)) {
        if flags.contains(Flag::Break) && at > begin {
            broken = broken.or(Some(at));
        }
        if flags.contains(Flag::DefinitionDiffers) {
            other += 1;
            first_other = first_other.or(Some(at));
        }
    }
    let all = || values.iter().filter(|value| !value.is_nan()).count();
    let (at, message) = match (broken, first_other) {
        (Some(at), _) => (at, "the value is not comparable with those before"),
        (None, Some(at)) if other < all() => (at, "the value is of another definition than others"),
        _ => return,
    };
    let Some(period) = series.period_at(at) else { return };
    sink.report(BREAK, || Detail::new(subject.place.cell(series, period), message));
}

fn remarks<'p>(subject: &Subject<'_>, series: Series<'p>, texts: &mut Texts<'p>, sink: &mut Sink) {
    let mut scope = Scope::default();
    let (mut differs, mut unmarked, mut count) = (None, None, 0);
    for (period, cell) in series.iter().filter(|(_, cell)| cell.missing().is_none()) {
        let mut said = Flags::EMPTY;
        for text in [cell.status(), cell.note()].into_iter().flatten() {
            let told = texts.told(text);
            said.extend(told.flags.iter());
            if !scope.takes(told.scope) {
                differs = differs.or(Some((period, text)));
            }
        }
        if !said.is_empty() && !is_marked(said, cell.flags()) {
            count += 1;
            unmarked = unmarked.or(Some(period));
        }
    }
    if let Some((period, text)) = differs {
        sink.report(SCOPE, || {
            let message = "the value is of another age group or reference period than those before";
            Detail::new(subject.place.cell(series, period), message)
                .param("remark", shortened(text))
        });
    }
    if let Some(period) = unmarked {
        sink.report(UNMARKED, || {
            let message =
                format!("{} whose status is said and not marked", counted(count, "value"));
            Detail::new(subject.place.cell(series, period), message).param("values", param(count))
        });
    }
}

fn shortened(text: &str) -> String {
    text.chars().take(80).collect()
}

/// Whether one of the flags that say the same is there.
fn is_marked(said: Flags, flags: Flags) -> bool {
    said.iter().all(|flag| match flag {
        Flag::Estimated => {
            [Flag::Estimated, Flag::EstimatedByPublisher, Flag::Imputed, Flag::Forecast]
                .into_iter()
                .any(|flag| flags.contains(flag))
        }
        flag => flags.contains(flag),
    })
}

/// What texts say, each read once: a source repeats the same few.
#[derive(Default)]
struct Texts<'p>(HashMap<&'p str, Told>);

#[derive(Clone, Copy)]
struct Told {
    flags: Flags,
    scope: Scope,
}

impl<'p> Texts<'p> {
    fn told(&mut self, text: &'p str) -> Told {
        *self.0.entry(text).or_insert_with(|| {
            let lower = text.to_lowercase();
            Told { flags: flags(&lower), scope: Scope::of(&lower) }
        })
    }
}

/// The flags for the words of a text.
fn flags(text: &str) -> Flags {
    const WORDS: [(&str, Flag); 6] = [
        ("estimate", Flag::Estimated),
        ("imputed", Flag::Imputed),
        ("provisional", Flag::Provisional),
        ("preliminary", Flag::Provisional),
        ("forecast", Flag::Forecast),
        ("projection", Flag::Forecast),
    ];
    WORDS.into_iter().filter(|(word, _)| text.contains(word)).map(|(_, flag)| flag).collect()
}

/// Of which ages, and of how many months before, a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Scope {
    ages: Option<(u32, Option<u32>)>,
    months: Option<u32>,
}

impl Scope {
    /// Reads a text in lower case.
    fn of(text: &str) -> Self {
        Self { ages: ages(text), months: months(text) }
    }

    /// Adds what another one says; `false` where it says something else.
    fn takes(&mut self, other: Self) -> bool {
        fn agree<T: PartialEq + Copy>(known: &mut Option<T>, other: Option<T>) -> bool {
            other.is_none_or(|other| *known.get_or_insert(other) == other)
        }
        let ages = agree(&mut self.ages, other.ages);
        let months = agree(&mut self.months, other.months);
        ages && months
    }
}

/// `aged 6 and older`, `aged 16-74`, `age 15+`, `population 10+`.
fn ages(text: &str) -> Option<(u32, Option<u32>)> {
    let is_digit = |c: char| c.is_ascii_digit();
    let after = ["aged ", "ages ", "age ", "population "].into_iter().find_map(|word| {
        text.match_indices(word).find_map(|(at, _)| {
            let (before, rest) = (text.get(..at)?, text.get(at + word.len()..)?);
            // Not in the middle of a word, as in "percentage 12".
            let begins = !before.ends_with(char::is_alphanumeric);
            (begins && rest.starts_with(is_digit)).then_some(rest)
        })
    })?;
    let (first, rest) = number(after)?;
    let rest = rest.trim_start().trim_start_matches(['-', '\u{2013}']);
    let rest = rest.strip_prefix("to ").unwrap_or(rest).trim_start();
    Some((first, number(rest).map(|(last, _)| last)))
}

/// `in the last 12 months`, `last three months`.
fn months(text: &str) -> Option<u32> {
    let rest = text.get(text.find("last ")? + "last ".len()..)?;
    let (count, rest) = match rest.strip_prefix("three") {
        Some(rest) => (3, rest),
        None => match rest.strip_prefix("twelve") {
            Some(rest) => (12, rest),
            None => number(rest)?,
        },
    };
    rest.trim_start().starts_with("month").then_some(count)
}

fn number(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(end)?;
    Some((digits.parse().ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_of_remarks() {
        for (text, ages, months) in [
            ("aged 6 and older. in the last 12 months", Some((6, None)), Some(12)),
            ("aged 16-74.", Some((16, Some(74))), None),
            ("population age 10+, last three months", Some((10, None)), Some(3)),
            ("individuals ages 15 to 74", Some((15, Some(74))), None),
            ("at the end of the last quarter; percentage 12", None, None),
            ("aged", None, None),
        ] {
            assert_eq!(Scope::of(text), Scope { ages, months }, "{text}");
        }
    }
}
