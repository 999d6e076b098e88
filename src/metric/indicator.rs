//! What is measured.

use super::IndicatorCode;
use crate::id::Id;
use crate::name::Name;
use crate::quantity::{Decimal, Interval, Unit};
use crate::record::record;
use crate::source::Cite;
use crate::text::words;
use crate::time::{PartialDate, Span, Tri};

record! {
    /// What is measured, in which unit, and how its values may be read and summed up.
    ///
    /// The fields say what holds now; where the definition was another one, [`definitions`](Self::definitions) says
    /// what held then.
    ///
    /// ```
    /// use netpolity::{Indicator, PartialDate, metric::Polarity};
    ///
    /// // Up to 2018 the freest countries had the lowest scores, since then they have the highest.
    /// let score: Indicator = serde_json::from_str(
    ///     r#"{ "id": "net-freedom", "unit": "points", "kind": "index", "polarity": "higher-is-better",
    ///          "min": "0", "max": "100", "codes": [ "freedom-house:Total Score" ],
    ///          "definitions": [ { "span": "2009-01-01/2018-12-31", "polarity": "lower-is-better" } ] }"#,
    /// )?;
    /// let polarity = |year| Ok::<_, netpolity::time::DateError>(score.polarity_on(PartialDate::from_year(year)?));
    /// assert_eq!(polarity(2018)?, Some(Polarity::LowerIsBetter));
    /// assert_eq!(polarity(2019)?, Some(Polarity::HigherIsBetter));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct Indicator {
        required {
            /// The key by which claims and observations name it.
            id: Id<Indicator>,
            /// The unit of its values.
            unit: Unit,
        }
        optional {
            /// Its names.
            names: Vec<Name>,
            /// What kind of figure it is.
            kind: Option<IndicatorKind>,
            /// Which way is better.
            polarity: Option<Polarity>,
            /// The least value there can be, itself included.
            min: Option<Decimal>,
            /// The greatest value there can be, itself included.
            max: Option<Decimal>,
            /// How the values of many areas become the value of all of them.
            aggregation: Option<Aggregation>,
            /// The indicator by which a weighted mean weighs.
            weight: Option<Id<Indicator>>,
            /// The indicator by which it has been divided, such as the population of a share.
            denominator: Option<Id<Indicator>>,
            /// Of whom or what it is measured: "people aged 16 to 74".
            population: Option<String>,
            /// What it counts and what not.
            definition: Option<String>,
            /// What held in spans where that differs from the fields above.
            definitions: Vec<Definition>,
            /// By which codes others call it.
            codes: Vec<IndicatorCode>,
            /// Which sources support the record.
            cites: Vec<Cite>,
        }
    }
}

record! {
    /// A version of an indicator's definition: what held in a span where that differs from the indicator's own fields.
    pub struct Definition {
        required {
            /// When it held, by the periods of the values: for an index that is named by its edition, the editions.
            ///
            /// Ends are written by the day, where they are known: the span `2009/2018` begins on some day of 2009, and
            /// whether it covers all of that year is open.
            span: Span,
        }
        optional {
            /// What the indicator counted then, and what not.
            text: Option<String>,
            /// Which way was better.
            polarity: Option<Polarity>,
            /// The least value there could be, itself included.
            min: Option<Decimal>,
            /// The greatest value there could be, itself included.
            max: Option<Decimal>,
            /// Which sources support the version.
            cites: Vec<Cite>,
        }
    }
}

impl Indicator {
    /// Which way is better at a date, by the version of the definition that held then.
    ///
    /// `None` where the indicator does not say, and where the date lies on the edge of a version, or the span of a
    /// version is not known well enough, so that the answer could be one or the other.
    pub fn polarity_on(&self, date: impl Into<PartialDate>) -> Option<Polarity> {
        let mut possible = self
            .versions_on(date.into())
            .map(|version| version.and_then(|version| version.polarity).or(self.polarity));
        let first = possible.next()?;
        possible.all(|other| other == first).then_some(first)?
    }

    /// The values that there can be at a date, by the version of the definition that held then.
    ///
    /// Where it is not certain which version held, the values that any of these allows. Bounds that contradict each
    /// other bound nothing.
    ///
    /// ```
    /// use netpolity::{Indicator, PartialDate};
    ///
    /// // The Global Cybersecurity Index went from a scale up to 1 to one up to 100.
    /// let index = Indicator::built_in("global-cybersecurity-index").unwrap();
    /// assert_eq!(index.bounds_on(PartialDate::from_year(2018)?).to_string(), "[0, 1]");
    /// assert_eq!(index.bounds_on(PartialDate::from_year(2020)?).to_string(), "[0, 100]");
    /// # Ok::<(), netpolity::time::DateError>(())
    /// ```
    pub fn bounds_on(&self, date: impl Into<PartialDate>) -> Interval {
        self.versions_on(date.into())
            .map(|version| {
                let min = version.and_then(|version| version.min).or(self.min);
                let max = version.and_then(|version| version.max).or(self.max);
                match (min, max) {
                    (Some(min), Some(max)) => Interval::closed(min, max).unwrap_or(Interval::ALL),
                    (Some(min), None) => Interval::at_least(min),
                    (None, Some(max)) => Interval::at_most(max),
                    (None, None) => Interval::ALL,
                }
            })
            .reduce(|all, bounds| all.hull(&bounds))
            .unwrap_or(Interval::ALL)
    }

    /// The versions of the definition that may have held, `None` being the indicator's own fields. Never empty.
    fn versions_on(&self, date: PartialDate) -> impl Iterator<Item = Option<&Definition>> {
        let covers = move |version: &&Definition| version.span.covers(date);
        let certain = self.definitions.iter().any(|version| covers(&version) == Tri::Yes);
        let versions = self.definitions.iter().filter(move |version| {
            let held = covers(version);
            held == Tri::Yes || held == Tri::Maybe && !certain
        });
        versions.map(Some).chain((!certain).then_some(None))
    }
}

words! {
    /// Kinds of indicators.
    pub enum IndicatorKind: closed "indicator kind" {
        /// How many there are at a moment.
        Stock = "stock",
        /// How many there are within a length of time.
        Flow = "flow",
        /// A part of a whole, from nothing to all of it.
        Share = "share",
        /// So much for so many others, also called a ratio; may exceed one for one.
        Rate = "rate",
        /// A score on a scale of its maker's.
        Index = "index",
        /// A place in a ranking, the best being 1.
        Rank = "rank",
        /// A price.
        Price = "price",
        /// One of several words.
        Category = "category",
    }
}

words! {
    /// Which way an indicator is better.
    ///
    /// Better for what its makers measure it for; not a judgement of the crate's.
    pub enum Polarity: closed "polarity" {
        /// More is better.
        HigherIsBetter = "higher-is-better",
        /// Less is better.
        LowerIsBetter = "lower-is-better",
        /// Neither is.
        Neutral = "neutral",
    }
}

words! {
    /// How the values of many areas become the value of all of them.
    ///
    /// The World Bank names a method for each of its series; these are its methods, with the share of data below
    /// which it publishes no aggregate. Other makers of data have the same ones under other names.
    pub enum Aggregation: closed "aggregation" {
        /// The total of the values. World Bank: "Sum", not shown where more than a third of the values is missing.
        Sum = "sum",
        /// The mean weighted by [`Indicator::weight`], in general the denominator; members without a value are taken
        /// to be as the others. World Bank: "Weighted average", not shown where the members without a value have more
        /// than a third of the weight.
        WeightedMean = "weighted-mean",
        /// The mean of the values, each counting the same. World Bank: "Unweighted average", also "Simple average".
        SimpleMean = "simple-mean",
        /// The value in the middle. World Bank: "Median", not shown where more than half of the economies with more
        /// than a million people have no value.
        Median = "median",
        /// The total, with values that are missing estimated from the share that the others had of the total in a
        /// benchmark year. World Bank: "Gap-filled total", not shown where more than a third of that year's total is
        /// missing.
        GapFilledTotal = "gap-filled-total",
        /// None that means anything.
        None = "none",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn indicator(definitions: &[(&str, Option<Polarity>, Option<i64>)]) -> Indicator {
        let mut indicator = Indicator::new("score".parse().unwrap(), Unit::Points);
        indicator.polarity = Some(Polarity::HigherIsBetter);
        indicator.min = Some(Decimal::ZERO);
        indicator.max = Some(Decimal::HUNDRED);
        indicator.definitions = definitions
            .iter()
            .map(|(span, polarity, max)| {
                let mut version = Definition::new(span.parse().unwrap());
                version.polarity = *polarity;
                version.max = max.map(Decimal::from);
                version
            })
            .collect();
        indicator
    }

    fn on(indicator: &Indicator, date: &str) -> (Option<Polarity>, String) {
        let date: PartialDate = date.parse().unwrap();
        (indicator.polarity_on(date), indicator.bounds_on(date).to_string())
    }

    #[test]
    fn the_version_of_the_date_holds() {
        use Polarity::{HigherIsBetter as Higher, LowerIsBetter as Lower};
        let score = indicator(&[
            ("2009-01-01/2012-12-31", None, Some(10)),
            ("2013-01-01/2018-06-30", Some(Lower), None),
        ]);
        for (date, polarity, bounds) in [
            ("2008", Some(Higher), "[0, 100]"),
            ("2009", Some(Higher), "[0, 10]"),
            ("2012-12-31", Some(Higher), "[0, 10]"),
            ("2013-S1", Some(Lower), "[0, 100]"),
            ("2018-06-30", Some(Lower), "[0, 100]"),
            // Within the year the version changed.
            ("2018", None, "[0, 100]"),
            ("2018-07", Some(Higher), "[0, 100]"),
        ] {
            assert_eq!(on(&score, date), (polarity, bounds.to_owned()), "{date}");
        }
    }

    #[test]
    fn spans_that_are_not_known_decide_nothing() {
        let lower = Some(Polarity::LowerIsBetter);
        let unknown = indicator(&[("/", lower, Some(500))]);
        assert_eq!(on(&unknown, "2015"), (None, "[0, 500]".to_owned()));
        // A version that is certain leaves no room for another one.
        let certain = indicator(&[("/", lower, Some(500)), ("2015-01-01/2015-12-31", None, None)]);
        assert_eq!(on(&certain, "2015"), (Some(Polarity::HigherIsBetter), "[0, 100]".to_owned()));
        // The edge of a span that is known to the year.
        let edge = indicator(&[("2009/2018", lower, Some(10))]);
        assert_eq!(on(&edge, "2017"), (lower, "[0, 10]".to_owned()));
        assert_eq!(on(&edge, "2018"), (None, "[0, 100]".to_owned()));
        // Two that are certain and differ leave it open.
        let two = indicator(&[("2014/2016", lower, None), ("2014/2017", None, None)]);
        assert_eq!(on(&two, "2015").0, None);
    }

    #[test]
    fn what_is_not_said_is_not_known() {
        let bare = Indicator::new("score".parse().unwrap(), Unit::Points);
        assert_eq!(on(&bare, "2015"), (None, Interval::ALL.to_string()));
        let mut reversed = indicator(&[]);
        reversed.min = Some(Decimal::from(200));
        assert_eq!(on(&reversed, "2015").1, Interval::ALL.to_string());
    }
}
