//! What changed between two vintages.

use std::collections::HashMap;

use super::key::Dimensions;
use super::{Cell, Number, Panel, Series};
use crate::country::Area;
use crate::time::Period;

/// How a cell of one vintage stands to the same cell of another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Change {
    /// The newer one has it, the older one had not.
    Added,
    /// The older one had it, the newer one has not.
    Removed,
    /// The number is another one.
    Revised {
        /// The newer less the older one. Of percentages it is in percentage points.
        by: f64,
    },
    /// The numbers differ by no more than writing fewer digits explains: 42.3001 for 42.3001174855995.
    Rerounded,
    /// One is a number and the other is words, or missing; or the words or the reasons differ.
    Replaced,
    /// The same value, but what the source marks or remarks differs.
    StatusChanged,
}

/// One cell in which two vintages differ.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Revision<'p> {
    /// The series, in the newer vintage unless that lacks the cell.
    pub series: Series<'p>,
    /// The period.
    pub period: Period,
    /// What the older vintage says.
    pub old: Option<Cell<'p>>,
    /// What the newer vintage says.
    pub new: Option<Cell<'p>>,
    /// How they differ.
    pub change: Change,
}

impl Revision<'_> {
    /// How far the number was revised, without sign, in the unit of the variable; 0 for every other change.
    pub fn size(&self) -> f64 {
        match self.change {
            Change::Revised { by } => by.abs(),
            _ => 0.0,
        }
    }

    /// The revision as a part of the older number; `None` for every other change, and where that number is zero.
    pub fn relative(&self) -> Option<f64> {
        let Change::Revised { by } = self.change else { return None };
        let old = self.old?.value()?;
        (old != 0.0).then(|| by / old.abs())
    }
}

/// By what series of two vintages are matched: id or code of the variable, area, dimensions and kind of period.
type Matching<'p> = (&'p str, &'p Area, &'p Dimensions, crate::time::Grid);

/// # Differences between vintages
impl Panel {
    /// The cells in which a newer vintage differs from this one, by series and period.
    ///
    /// Series are matched by variable, area and dimensions; a variable by its indicator where both know it, else by its
    /// code in the source. Where unit or scale differ, numbers are compared as they stand: those of thousands and of persons are
    /// revisions by a factor of a thousand.
    ///
    /// Two numbers are [re-rounded](Change::Rerounded) where the one with more digits rounds to the other, be it to decimals or, as in
    /// 8,141,810,000, to thousands. One that was 58 and is 57.9 is among them.
    ///
    /// ```
    /// # use netpolity::metric::{Change, Variable, Number, Panel, PanelBuilder, Vintage};
    /// use netpolity::country::Country;
    /// use netpolity::Period;
    ///
    /// # let release = |share: &str| -> Panel {
    /// #     let mut builder = PanelBuilder::new(Vintage::new());
    /// #     let users = builder.variable(Variable::new("IT.NET.USER.ZS"));
    /// #     let area = builder.area(Country::IRQ.into(), "IRQ", "Iraq");
    /// #     builder.push(users, area, Default::default(), Period::from_year(2015).unwrap(), Number::parse(share).unwrap().into(), 0).unwrap();
    /// #     builder.finish()
    /// # };
    /// let (of_2018, of_2020) = (release("17.22"), release("58"));
    /// let revisions = of_2018.diff(&of_2020);
    /// assert_eq!(revisions[0].change, Change::Revised { by: 40.78 });
    /// assert_eq!(of_2018.diff(&of_2018), []);
    /// ```
    pub fn diff<'p>(&'p self, newer: &'p Self) -> Vec<Revision<'p>> {
        let mut matching: HashMap<Matching<'p>, (Option<Series<'p>>, Option<Series<'p>>)> =
            HashMap::new();
        let mut order = Vec::new();
        let shared = shared_indicators(self, newer);
        for (panel, is_newer) in [(newer, true), (self, false)] {
            for series in panel.series() {
                let variable = series.variable();
                let id = variable
                    .indicator
                    .as_ref()
                    .map(crate::id::Id::as_str)
                    .filter(|id| shared.contains(id));
                let key = (
                    id.unwrap_or(&variable.code),
                    series.area(),
                    series.dimensions(),
                    series.grid(),
                );
                let pair = matching.entry(key).or_insert_with(|| {
                    order.push(key);
                    (None, None)
                });
                // Of two series that a source has under one key, such as two codes of one indicator, the first is compared.
                let side = if is_newer { &mut pair.1 } else { &mut pair.0 };
                side.get_or_insert(series);
            }
        }
        let mut revisions = Vec::new();
        for key in order {
            if let Some((old, new)) = matching.get(&key) {
                compare(*old, *new, &mut revisions);
            }
        }
        revisions
    }
}

/// The indicators that both panels know by their id.
fn shared_indicators<'p>(older: &'p Panel, newer: &'p Panel) -> Vec<&'p str> {
    let ids = |panel: &'p Panel| {
        panel.variables.iter().filter_map(|variable| variable.indicator.as_ref())
    };
    ids(older)
        .filter(|id| ids(newer).any(|other| other == *id))
        .map(crate::id::Id::as_str)
        .collect()
}

fn compare<'p>(
    old: Option<Series<'p>>,
    new: Option<Series<'p>>,
    revisions: &mut Vec<Revision<'p>>,
) {
    let mut olds = old.into_iter().flat_map(Series::iter).peekable();
    let mut news = new.into_iter().flat_map(Series::iter).peekable();
    let Some(series) = new.or(old) else { return };
    loop {
        let period = match (olds.peek(), news.peek()) {
            (Some((a, _)), Some((b, _))) => *a.min(b),
            (Some((period, _)), None) | (None, Some((period, _))) => *period,
            (None, None) => return,
        };
        let of_old = olds.next_if(|(other, _)| *other == period).map(|(_, cell)| cell);
        let of_new = news.next_if(|(other, _)| *other == period).map(|(_, cell)| cell);
        if let Some(change) = change(of_old, of_new) {
            let series = if of_new.is_some() { series } else { old.unwrap_or(series) };
            revisions.push(Revision { series, period, old: of_old, new: of_new, change });
        }
    }
}

fn change(old: Option<Cell<'_>>, new: Option<Cell<'_>>) -> Option<Change> {
    let (old, new) = match (old, new) {
        (Some(old), Some(new)) => (old, new),
        (None, _) => return Some(Change::Added),
        (_, None) => return Some(Change::Removed),
    };
    match (old.number(), new.number()) {
        #[allow(clippy::float_cmp)] // the same number, or another one
        (Some(a), Some(b)) if a.value() != b.value() => {
            Some(if is_rounding(a, b) || is_rounding(b, a) {
                Change::Rerounded
            } else {
                Change::Revised { by: difference(a, b) }
            })
        }
        (None, _) | (_, None) if old.datum() != new.datum() => Some(Change::Replaced),
        _ => {
            let marks = |cell: Cell<'_>| {
                (cell.flags(), cell.status().map(str::to_owned), cell.note().map(str::to_owned))
            };
            (marks(old) != marks(new)).then_some(Change::StatusChanged)
        }
    }
}

/// The newer less the older number, exact where decimals are.
fn difference(old: Number<'_>, new: Number<'_>) -> f64 {
    let exact = || new.decimal()?.checked_sub(old.decimal()?);
    exact().map_or(new.value() - old.value(), crate::quantity::Decimal::to_f64)
}

/// Whether the coarse number is the fine one, rounded to the digits that the coarse one has.
fn is_rounding(fine: Number<'_>, coarse: Number<'_>) -> bool {
    let (Some(exact), Some(rounded)) = (fine.decimal(), coarse.decimal()) else { return false };
    let place = rounded.last_significant();
    // A number with fewer digits than four is no longer the other one.
    let enough = place.decimals() > 0
        || rounded.significant_digits() >= 4
        || place == crate::quantity::Decimal::ONE;
    let Some(distance) = exact.checked_sub(rounded) else { return false };
    let two = crate::quantity::Decimal::from(2);
    let doubled = distance.checked_mul(two).map(crate::quantity::Decimal::abs);
    enough && doubled.is_some_and(|doubled| doubled <= place)
}
