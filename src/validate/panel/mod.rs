//! Checks of series: what stands in a panel, or in the observations of a dataset.

mod area;
mod facts;
mod group;
mod key;
mod part;
mod period;
mod place;
mod ratio;
mod source;
mod status;
mod unit;
mod value;
mod version;
mod vintage;

use chrono::NaiveDate;

pub(super) use self::area::beginning;
use self::facts::Facts;
use self::place::Place;
use super::rules::Family;
use super::{Limits, Profile};
use crate::dataset::Dataset;
use crate::finding::{Report, Sink};
use crate::metric::{Panel, Series};

/// The families, in the order of the catalogue.
pub(super) const FAMILIES: &[Family] = &[
    Family { rules: key::RULES, check: observations },
    Family { rules: area::RULES, check: elsewhere },
    Family { rules: period::RULES, check: elsewhere },
    Family { rules: value::RULES, check: elsewhere },
    Family { rules: unit::RULES, check: elsewhere },
    Family { rules: status::RULES, check: elsewhere },
    Family { rules: part::RULES, check: elsewhere },
    Family { rules: ratio::RULES, check: elsewhere },
    Family { rules: group::RULES, check: elsewhere },
    Family { rules: vintage::RULES, check: elsewhere },
    Family { rules: version::RULES, check: elsewhere },
];

/// All families of series are checked at once, so that observations become series once.
fn elsewhere(_: &Dataset, _: &Limits, _: &mut Sink) {}

/// A panel that is checked, and what is known of its variables.
struct Subject<'p> {
    panel: &'p Panel,
    facts: Vec<Facts<'p>>,
    place: Place<'p>,
}

impl<'p> Subject<'p> {
    fn new(panel: &'p Panel, place: Place<'p>) -> Self {
        let facts = panel.variables().iter().map(|variable| Facts::of(variable, &place)).collect();
        Self { panel, facts, place }
    }

    fn facts(&self, series: Series<'_>) -> Option<&Facts<'p>> {
        self.facts.get(series.key().variable.position())
    }
}

/// Checks each panel, and all of them against each other.
fn check(subjects: &[Subject<'_>], limits: &Limits, sink: &mut Sink) {
    for subject in subjects {
        key::check(subject, sink);
        area::check(subject, limits, sink);
        period::check(subject, sink);
        value::check(subject, limits, sink);
        unit::check(subject, sink);
        status::check(subject, sink);
        part::check(subject, sink);
        group::check(subject, limits, sink);
        version::check(subject, sink);
        vintage::check(subject, limits, sink);
    }
    ratio::check(subjects, limits, sink);
    source::check(subjects, limits, sink);
    vintage::revisions(subjects, limits, sink);
}

/// Checks the observations of a dataset, those of each source by themselves and all against each other.
fn observations(dataset: &Dataset, limits: &Limits, sink: &mut Sink) {
    if dataset.observations().is_empty() {
        return;
    }
    let panels = dataset.panels();
    let subject = |panel| -> Subject<'_> {
        let panel: &Panel = panel;
        Subject::new(panel, Place::observations(dataset, panel.vintage().source.as_ref()))
    };
    let subjects: Vec<Subject<'_>> = panels.iter().map(subject).collect();
    check(&subjects, limits, sink);
}

/// # Checking
impl Panel {
    /// Checks the series against the rules of the catalogue, as of a date.
    ///
    /// Reported is what stands in the panel. What its reader found in the file stands in the
    /// [`Account`](crate::io::Account) of the reading; only doubles are in both. Own checks of the profile are about datasets
    /// and not run. The date stands in for that of the vintage where that has none.
    ///
    /// # Paths
    ///
    /// | path | what |
    /// |---|---|
    /// | `series[internet-users-share CHN sex=female]` | a series, by variable, area and dimensions |
    /// | `series[internet-users-share CHN].2012` | a cell |
    /// | `variables[internet-users-share]` | a variable |
    /// | `vintage.published` | a field of the vintage |
    ///
    /// A variable is named by its indicator or, where that is not known, by its code in the source. Paths of
    /// [`validate::panels`](panels) have the panel in front, counted from 0: `panels[1].series[i99H CHN].2012`.
    ///
    /// ```
    /// # use netpolity::metric::{Number, Panel, PanelBuilder, Variable, Vintage};
    /// use netpolity::country::Country;
    /// use netpolity::validate::Profile;
    /// use netpolity::Period;
    ///
    /// # let mut builder = PanelBuilder::new(Vintage::new());
    /// # let mut users = Variable::new("i99H");
    /// # users.indicator = "internet-users-share".parse().ok();
    /// # let users = builder.variable(users);
    /// # let area = builder.area(Country::CHN.into(), "CHN", "China");
    /// # for (year, share) in [(2012, "42.3"), (2013, "458")] {
    /// #     builder.push(users, area, Default::default(), Period::from_year(year)?, Number::parse(share).unwrap().into(), 0).unwrap();
    /// # }
    /// # let panel = builder.finish();
    /// // A decimal point got lost.
    /// assert_eq!(panel.value("i99H", Country::CHN, Period::from_year(2013)?), Some(458.0));
    /// let report = panel.validate(&Profile::default(), "2026-01-01".parse()?);
    /// let finding = report.of_rule("VAL-002").next().unwrap();
    /// assert_eq!(finding.path().as_str(), "series[internet-users-share CHN].2013");
    /// assert_eq!(finding.message(), "458 is no possible value of `internet-users-share`");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn validate(&self, profile: &Profile, as_of: NaiveDate) -> Report {
        run(&[Subject::new(self, Place::Panel)], profile, as_of)
    }
}

/// Checks panels by themselves, as [`Panel::validate`] does, and against each other.
///
/// Against each other: sources that say different things of one cell, revisions from one vintage to the next, and counts against shares and populations of another panel.
///
/// Two panels are vintages of one dataset where [`Vintage::dataset`](crate::metric::Vintage::dataset) or
/// [`Vintage::source`](crate::metric::Vintage::source) is the same, else they are different sources. Of several
/// vintages, the newest is compared with other sources.
///
/// ```
/// # use netpolity::metric::{Number, Panel, PanelBuilder, Variable, Vintage};
/// use netpolity::country::Country;
/// use netpolity::validate::{self, Profile};
/// use netpolity::Period;
///
/// # let year = Period::from_year(2015)?;
/// # let release = |day: &str, share: &str| -> Panel {
/// #     let mut vintage = Vintage::new();
/// #     vintage.dataset = Some("World Development Indicators".to_owned());
/// #     vintage.published = day.parse().ok();
/// #     let mut builder = PanelBuilder::new(vintage);
/// #     let users = builder.variable(Variable::new("IT.NET.USER.ZS"));
/// #     let area = builder.area(Country::IRQ.into(), "IRQ", "Iraq");
/// #     builder.push(users, area, Default::default(), year, Number::parse(share).unwrap().into(), 0).unwrap();
/// #     builder.finish()
/// # };
/// let (of_2018, of_2020) = (release("2018-05-02", "17.22"), release("2020-03-18", "58"));
/// let report = validate::panels(&[&of_2018, &of_2020], &Profile::default(), "2026-01-01".parse()?);
/// let finding = report.of_rule("VIN-003").next().unwrap();
/// assert_eq!(finding.path().as_str(), "panels[1].series[IT.NET.USER.ZS IRQ].2015");
/// assert_eq!(finding.message(), "1 value was revised much, most in 2015: from 17.22 to 58");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn panels(panels: &[&Panel], profile: &Profile, as_of: NaiveDate) -> Report {
    let subject = |(position, panel)| Subject::new(panel, Place::OneOf(position));
    let subjects: Vec<Subject<'_>> = panels.iter().copied().enumerate().map(subject).collect();
    run(&subjects, profile, as_of)
}

fn run(subjects: &[Subject<'_>], profile: &Profile, as_of: NaiveDate) -> Report {
    let mut sink =
        Sink::new(as_of, profile.limits().keep).with_severities(profile.severities().clone());
    check(subjects, profile.limits(), &mut sink);
    sink.into_report()
}

/// `1 value`, `2 values`.
fn counted(count: usize, one: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") }
}

/// `was` of one, `were` of several.
fn were(count: usize) -> &'static str {
    if count == 1 { "was" } else { "were" }
}

/// A count as a value of a finding.
fn param(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(super) use tests::CASES;
