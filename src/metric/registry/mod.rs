//! The indicators that the crate itself defines: a table for each theme.
//!
//! | theme | what is in it |
//! |---|---|
//! | `usage` | who uses the Internet, and for what |
//! | `access` | subscriptions, coverage, households, bandwidth |
//! | `prices` | baskets of broadband, and a gigabyte |
//! | `skills` | who can do what with a computer |
//! | `resources` | addresses, autonomous systems, domain names, servers, exchange points |
//! | `governance` | freedom, security, e-government, regulation |
//! | `economy` | output, income, trade, enterprises |
//! | `society` | the people by whom all that is divided |
//!
//! Definitions are in the crate's own words. Codes are those that the makers of data write in their files.

mod access;
mod economy;
mod governance;
mod prices;
mod resources;
mod row;
mod skills;
mod society;
mod usage;

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use self::row::Row;
use super::{Indicator, IndicatorScheme};

const THEMES: [&[Row]; 8] = [
    usage::ROWS,
    access::ROWS,
    prices::ROWS,
    skills::ROWS,
    resources::ROWS,
    governance::ROWS,
    economy::ROWS,
    society::ROWS,
];

static INDICATORS: LazyLock<Vec<Indicator>> =
    LazyLock::new(|| THEMES.into_iter().flatten().filter_map(Row::indicator).collect());

/// Keys that are compiled in, to each its indicator.
type Table<K> = LazyLock<HashMap<K, &'static Indicator, FixedState>>;

static BY_ID: Table<&'static str> = LazyLock::new(|| {
    INDICATORS.iter().map(|indicator| (indicator.id.as_str(), indicator)).collect()
});

static BY_CODE: Table<(IndicatorScheme, &'static str)> = LazyLock::new(|| {
    let codes = INDICATORS.iter().flat_map(|indicator| {
        indicator.codes.iter().map(move |code| ((code.scheme(), code.code()), indicator))
    });
    codes.collect()
});

impl Indicator {
    /// The indicator that the crate itself defines under this id.
    ///
    /// Datasets may name these without listing them; [`all_built_in`](Self::all_built_in) lists them.
    ///
    /// ```
    /// use netpolity::metric::{Aggregation, Polarity};
    /// use netpolity::{Indicator, quantity::Unit};
    ///
    /// let share = Indicator::built_in("internet-users-share").unwrap();
    /// assert_eq!((share.unit, share.polarity), (Unit::Percent, Some(Polarity::HigherIsBetter)));
    /// assert_eq!(share.aggregation, Some(Aggregation::WeightedMean));
    /// assert_eq!(share.weight.as_ref().unwrap(), "population");
    /// assert_eq!(Indicator::built_in("buzzwords"), None);
    /// ```
    pub fn built_in(id: &str) -> Option<&'static Self> {
        BY_ID.get(id).copied()
    }

    /// Every indicator that the crate itself defines: on the use of the Internet, access to it, prices, skills,
    /// resources, governance, economy and society, in this order.
    ///
    /// ```
    /// use netpolity::{Indicator, metric::IndicatorKind};
    ///
    /// let prices = Indicator::all_built_in().filter(|i| i.kind == Some(IndicatorKind::Price));
    /// assert!(prices.count() >= 9);
    /// ```
    pub fn all_built_in() -> impl ExactSizeIterator<Item = &'static Self> {
        INDICATORS.iter()
    }

    /// The built-in indicator for which a maker of data has this code, as it writes it: the case counts.
    ///
    /// ```
    /// use netpolity::{Indicator, metric::IndicatorScheme};
    ///
    /// let share = Indicator::by_code(IndicatorScheme::WorldBank, "IT.NET.USER.ZS").unwrap();
    /// assert_eq!(share.id, "internet-users-share");
    /// assert_eq!(Indicator::by_code(IndicatorScheme::Itu, "i99H"), Some(share));
    /// assert_eq!(Indicator::by_code(IndicatorScheme::Itu, "I99H"), None);
    /// ```
    pub fn by_code(scheme: IndicatorScheme, code: &str) -> Option<&'static Self> {
        BY_CODE.get(&(scheme, code)).copied()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::metric::{Aggregation, IndicatorKind};
    use crate::quantity::{Decimal, Interval, Unit};

    #[test]
    fn nothing_of_a_row_is_lost() {
        let rows: Vec<&Row> = THEMES.into_iter().flatten().collect();
        assert_eq!(rows.len(), INDICATORS.len());
        for (row, indicator) in rows.iter().zip(Indicator::all_built_in()) {
            let built = (
                indicator.id.as_str(),
                indicator.definitions.len(),
                indicator.codes.len(),
                indicator.weight.is_some(),
                indicator.denominator.is_some(),
            );
            assert_eq!(built, row.counts());
            assert!(indicator.names.iter().all(|name| name.lang.is_some()), "{}", indicator.id);
        }
    }

    #[test]
    fn there_are_as_many_as_promised_and_no_id_twice() {
        assert!(INDICATORS.len() >= 60);
        assert_eq!(BY_ID.len(), INDICATORS.len());
        for id in ["population", "internet-users", "internet-users-share", "websites"] {
            assert_eq!(Indicator::built_in(id).unwrap().id, *id);
        }
    }

    #[test]
    fn a_code_leads_to_one_indicator() {
        let mut seen = HashSet::new();
        for indicator in Indicator::all_built_in() {
            for code in &indicator.codes {
                assert!(seen.insert(code), "{code} stands twice");
                assert_eq!(Indicator::by_code(code.scheme(), code.code()), Some(indicator));
            }
        }
        for scheme in IndicatorScheme::ALL {
            assert!(seen.iter().any(|code| code.scheme() == *scheme), "{scheme} has no code");
        }
    }

    #[test]
    fn names_and_definitions_tell_indicators_apart() {
        let mut names = HashSet::new();
        let mut definitions = HashSet::new();
        for indicator in Indicator::all_built_in() {
            let definition = indicator.definition.as_deref().unwrap();
            assert!(names.insert(&indicator.names[0].text), "{}", indicator.names[0]);
            assert!(definitions.insert(definition), "{}", indicator.id);
            assert!(definition.ends_with('.') && definition.len() > 30, "{definition}");
        }
    }

    #[test]
    fn references_stay_inside_the_registry() {
        for indicator in Indicator::all_built_in() {
            for id in [&indicator.weight, &indicator.denominator].into_iter().flatten() {
                let base = Indicator::built_in(id.as_str());
                let base = base.unwrap_or_else(|| panic!("{} names {id}", indicator.id));
                assert_ne!(base.id, indicator.id);
            }
            if let Some(weight) = &indicator.weight {
                // What does not add up cannot weigh.
                let weight = Indicator::built_in(weight.as_str()).unwrap();
                let adds_up = [Aggregation::Sum, Aggregation::GapFilledTotal].map(Some);
                assert!(adds_up.contains(&weight.aggregation), "{}", indicator.id);
            }
        }
    }

    #[test]
    fn fields_fit_the_kind() {
        for indicator in Indicator::all_built_in() {
            let id = &indicator.id;
            let kind = indicator.kind.unwrap();
            let weighted = indicator.aggregation == Some(Aggregation::WeightedMean);
            assert_eq!(weighted, indicator.weight.is_some(), "{id}");
            assert_eq!(kind == IndicatorKind::Category, indicator.unit == Unit::Category, "{id}");
            assert_eq!(kind == IndicatorKind::Index, indicator.unit == Unit::Points, "{id}");
            let bounds = (indicator.min, indicator.max);
            match kind {
                IndicatorKind::Share => {
                    assert_eq!(indicator.unit, Unit::Percent, "{id}");
                    assert_eq!(bounds, (Some(Decimal::ZERO), Some(Decimal::HUNDRED)), "{id}");
                    assert!(indicator.denominator.is_some(), "{id}");
                }
                IndicatorKind::Rate => assert!(indicator.denominator.is_some(), "{id}"),
                IndicatorKind::Stock | IndicatorKind::Flow => {
                    assert_eq!(bounds, (Some(Decimal::ZERO), None), "{id}");
                    assert_eq!(indicator.denominator, None, "{id}");
                }
                IndicatorKind::Index => assert!(bounds.0 < bounds.1 && bounds.1.is_some(), "{id}"),
                IndicatorKind::Category => assert_eq!(bounds, (None, None), "{id}"),
                IndicatorKind::Rank | IndicatorKind::Price => {}
            }
        }
    }

    #[test]
    fn shares_are_named_as_such() {
        for indicator in Indicator::all_built_in() {
            let is_share = indicator.kind == Some(IndicatorKind::Share);
            assert_eq!(indicator.id.as_str().ends_with("-share"), is_share, "{}", indicator.id);
        }
    }

    #[test]
    fn freedom_on_the_net_changed_its_direction_in_2019() {
        use crate::metric::Polarity::{HigherIsBetter, LowerIsBetter};
        use crate::time::PartialDate;
        for (id, max) in [
            ("freedom-on-the-net-score", 100),
            ("freedom-on-the-net-access", 25),
            ("freedom-on-the-net-content", 35),
            ("freedom-on-the-net-rights", 40),
        ] {
            let score = Indicator::built_in(id).unwrap();
            let on = |year| score.polarity_on(PartialDate::from_year(year).unwrap());
            let polarities = [2009, 2018, 2019, 2025].map(|year| on(year).unwrap());
            assert_eq!(polarities, [LowerIsBetter, LowerIsBetter, HigherIsBetter, HigherIsBetter]);
            for year in [2018, 2019] {
                let bounds = score.bounds_on(PartialDate::from_year(year).unwrap());
                assert_eq!(Ok(bounds), Interval::closed(0, max));
            }
        }
    }
}
