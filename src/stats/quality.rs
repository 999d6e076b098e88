//! How good the data of a series or a panel is.

use chrono::Datelike;

use crate::metric::{Change, Flag, Panel, Series};
use crate::time::{PartialDate, Period};

/// How much of a series is there, and what its source says about it.
///
/// ```
/// # use netpolity::metric::{Cell, Flag, Number, PanelBuilder, Variable, Vintage};
/// # use netpolity::country::Country;
/// # use netpolity::Period;
/// use netpolity::stats::Quality;
///
/// # let mut builder = PanelBuilder::new(Vintage::new());
/// # let users = builder.variable(Variable::new("i99H"));
/// # let china = builder.area(Country::CHN.into(), "CHN", "China");
/// # for (year, share, flag) in [(2020, "70", None), (2022, "75.6", Some(Flag::Estimated)), (2023, "90.6", Some(Flag::Break))] {
/// #     let mut cell: Cell<'_> = Number::parse(share).unwrap().into();
/// #     if let Some(flag) = flag { cell = cell.with_flag(flag); }
/// #     builder.push(users, china, Default::default(), Period::from_year(year)?, cell, 0).unwrap();
/// # }
/// # let panel = builder.finish();
/// // 2020, 2022 (an estimate) and 2023 (after a break).
/// let quality = Quality::of_series(panel.series().next().unwrap());
/// assert_eq!((quality.periods, quality.values, quality.estimated, quality.breaks), (4, 3, 1, 1));
/// assert_eq!(quality.missing_share(), 0.25);
/// # Ok::<(), netpolity::time::DateError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Quality {
    /// How many series there are.
    pub series: u32,
    /// How many periods there are, from the first to the last of each series.
    pub periods: u32,
    /// How many of them have a number.
    pub values: u32,
    /// Numbers that are estimated or imputed, by whomever.
    pub estimated: u32,
    /// Numbers that are provisional.
    pub provisional: u32,
    /// Numbers that are forecast.
    pub forecast: u32,
    /// Numbers that are not comparable with the one before, or are of another definition.
    pub breaks: u32,
    /// Cells of which the source says that there is no value.
    pub marked_missing: u32,
    /// The last period with a number, of any series.
    pub last: Option<Period>,
}

impl Quality {
    /// That of one series.
    pub fn of_series(series: Series<'_>) -> Self {
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let mut quality = Self {
            series: 1,
            periods: count(series.len()),
            values: count(series.values().iter().filter(|value| !value.is_nan()).count()),
            last: series.latest().map(|(period, _)| period),
            ..Self::default()
        };
        for (_, cell) in series.iter() {
            quality.marked_missing += u32::from(cell.missing().is_some());
        }
        for (_, flags) in series.flags() {
            let any = |of: &[Flag]| u32::from(of.iter().any(|flag| flags.contains(*flag)));
            quality.estimated += any(&[Flag::Estimated, Flag::EstimatedByPublisher, Flag::Imputed]);
            quality.provisional += any(&[Flag::Provisional]);
            quality.forecast += any(&[Flag::Forecast]);
            quality.breaks += any(&[Flag::Break, Flag::DefinitionDiffers]);
        }
        quality
    }

    /// That of all series of a panel together.
    pub fn of_panel(panel: &Panel) -> Self {
        panel.series().map(Self::of_series).fold(Self::default(), Self::and)
    }

    fn and(self, other: Self) -> Self {
        Self {
            series: self.series + other.series,
            periods: self.periods + other.periods,
            values: self.values + other.values,
            estimated: self.estimated + other.estimated,
            provisional: self.provisional + other.provisional,
            forecast: self.forecast + other.forecast,
            breaks: self.breaks + other.breaks,
            marked_missing: self.marked_missing + other.marked_missing,
            last: self.last.max(other.last),
        }
    }

    /// The part of the periods that have no number, from 0 to 1; 0 where there are no periods.
    pub fn missing_share(&self) -> f64 {
        part(self.periods - self.values, self.periods)
    }

    /// The part of the numbers that are estimated, from 0 to 1.
    pub fn estimated_share(&self) -> f64 {
        part(self.estimated, self.values)
    }

    /// How many years the last number is older than a date, such as that of the vintage. `None` where there is no number.
    pub fn staleness(&self, on: PartialDate) -> Option<i32> {
        let last = self.last?;
        Some(on.latest().year() - last.year().or_else(|| last.last_day().map(|day| day.year()))?)
    }
}

/// How much a panel was revised by a newer vintage.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[non_exhaustive]
pub struct Revisions {
    /// Cells that the newer one has and the older one had not.
    pub added: u32,
    /// Cells that the newer one has no more.
    pub removed: u32,
    /// Numbers that are others.
    pub revised: u32,
    /// Numbers that were only written with fewer or more digits.
    pub rerounded: u32,
    /// The largest change of a number, without sign.
    pub largest: f64,
}

impl Revisions {
    /// Counts the differences of two vintages, see [`Panel::diff`].
    pub fn between(older: &Panel, newer: &Panel) -> Self {
        let mut counts = Self::default();
        for revision in older.diff(newer) {
            match revision.change {
                Change::Added => counts.added += 1,
                Change::Removed => counts.removed += 1,
                Change::Revised { .. } | Change::Replaced => counts.revised += 1,
                Change::Rerounded => counts.rerounded += 1,
                Change::StatusChanged => {}
            }
            counts.largest = counts.largest.max(revision.size());
        }
        counts
    }
}

fn part(part: u32, whole: u32) -> f64 {
    if whole == 0 { 0.0 } else { f64::from(part) / f64::from(whole) }
}
