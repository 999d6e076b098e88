//! How regularly a series meets.

use chrono::NaiveDate;

use super::was_held;
use crate::dataset::Dataset;
use crate::event::{Event, EventSeries};
use crate::id::Id;
use crate::stats::{Counted, Excluded, Exclusions, Measured, Refusal};
use crate::time::Bound;

/// The days from the start of one edition to the start of the next.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct EditionGap<'a> {
    /// The earlier edition.
    pub from: &'a Event,
    /// The later one.
    pub to: &'a Event,
    /// The fewest days that the dates allow.
    pub fewest: i64,
    /// The most days that they allow.
    pub most: i64,
}

/// The editions of a series one after the other.
#[derive(Debug, Clone, PartialEq)]
pub struct Regularity<'a> {
    gaps: Vec<EditionGap<'a>>,
}

impl<'a> Regularity<'a> {
    /// The gaps, in the order of the editions.
    pub fn gaps(&self) -> &[EditionGap<'a>] {
        &self.gaps
    }

    /// The mean gap in days: from the first to the last start, divided by the number of gaps; the least and the most that the dates
    /// allow.
    ///
    /// # Errors
    /// [`Refusal::Empty`] where there are fewer than two editions.
    #[allow(clippy::cast_precision_loss)] // days and gaps are few
    pub fn mean(&self) -> Result<(f64, f64), Refusal> {
        if self.gaps.is_empty() {
            return Err(Refusal::Empty);
        }
        let gaps = self.gaps.len() as f64;
        let mean =
            |of: fn(&EditionGap<'_>) -> i64| self.gaps.iter().map(of).sum::<i64>() as f64 / gaps;
        Ok((mean(|gap| gap.fewest), mean(|gap| gap.most)))
    }

    /// How much the gaps differ: their standard deviation (divided by n - 1) as a part of their mean. 0 where all are equal.
    ///
    /// # Errors
    /// [`Refusal::TooFew`] below two gaps; [`Refusal::Undefined`] where a gap is not known to the day, or all are 0.
    #[allow(clippy::cast_precision_loss)] // days and gaps are few
    pub fn coefficient_of_variation(&self) -> Result<f64, Refusal> {
        const WHAT: &str = "the coefficient of variation";
        if self.gaps.len() < 2 {
            return Err(Refusal::TooFew { found: self.gaps.len(), needed: 2 });
        }
        if self.gaps.iter().any(|gap| gap.fewest != gap.most) {
            return Err(Refusal::Undefined { what: WHAT, why: "a gap is not known to the day" });
        }
        let gaps: Vec<f64> = self.gaps.iter().map(|gap| gap.most as f64).collect();
        let mean = gaps.iter().sum::<f64>() / gaps.len() as f64;
        if mean == 0.0 {
            return Err(Refusal::Undefined { what: WHAT, why: "all editions start on one day" });
        }
        let squares = gaps.iter().map(|gap| (gap - mean).powi(2)).sum::<f64>();
        Ok((squares / (gaps.len() - 1) as f64).sqrt() / mean)
    }
}

/// The gaps between the editions of a series that took place, in the order of their dates.
///
/// An edition without dates is [`Excluded::Undated`], one that did not take place [`Excluded::NotHeld`]. Whether a claimed cadence is borne out
/// is a question to [`Dataset::validate`]: rule `EVT-005`.
///
/// ```
/// use netpolity::catalogue;
/// use netpolity::stats::events::regularity;
///
/// let dataset = catalogue::roundtable_2013();
/// let found = regularity(dataset, &"china-uk".parse()?);
/// let days: Vec<i64> = found.value.gaps().iter().map(|gap| gap.most).collect();
/// // Called annual; none met in 2012, nor in 2014.
/// assert_eq!(days, [489, 488, 311, 711, 770]);
/// assert!((found.value.coefficient_of_variation().unwrap() - 0.3365).abs() < 5e-5);
/// # Ok::<(), netpolity::id::IdError>(())
/// ```
pub fn regularity<'a>(dataset: &'a Dataset, series: &Id<EventSeries>) -> Measured<Regularity<'a>> {
    let mut excluded = Exclusions::NONE;
    let mut starts: Vec<(NaiveDate, NaiveDate, &Event)> = Vec::new();
    for edition in dataset.editions_of(series) {
        if !was_held(edition) {
            excluded.add(Excluded::NotHeld, 1);
        } else if let Some((earliest, latest)) = start(edition) {
            starts.push((earliest, latest, edition));
        } else {
            excluded.add(Excluded::Undated, 1);
        }
    }
    starts.sort_by_key(|(earliest, latest, _)| (*earliest, *latest));
    let days = |from: NaiveDate, to: NaiveDate| to.signed_duration_since(from).num_days();
    let gaps = starts.iter().zip(starts.iter().skip(1)).map(|(from, to)| EditionGap {
        from: from.2,
        to: to.2,
        fewest: days(from.1, to.0).max(0),
        most: days(from.0, to.1),
    });
    let regularity = Regularity { gaps: gaps.collect() };
    let support = u32::try_from(starts.len()).unwrap_or(u32::MAX);
    Measured { excluded, ..Measured::new(regularity, Counted::Events, support) }
}

/// The first and the last day on which an event can have started.
fn start(event: &Event) -> Option<(NaiveDate, NaiveDate)> {
    let starts = || event.sittings.iter().map(|sitting| sitting.span.start());
    let earliest = starts().map(Bound::earliest).collect::<Option<Vec<_>>>()?;
    let latest = starts().map(Bound::latest).collect::<Option<Vec<_>>>()?;
    Some((earliest.into_iter().min()?, latest.into_iter().min()?))
}
