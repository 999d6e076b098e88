//! Which entries were current on a date.

use super::code::Country;
use crate::time::{PartialDate, Tri};

impl Country {
    /// The entries whose code was valid on a date, by [`span`](Self::span): those of ISO 3166-1 as it then was, and
    /// Kosovo.
    ///
    /// ```
    /// use netpolity::country::Country;
    ///
    /// let then = Country::current_on("1985".parse()?);
    /// assert!(then.certain().any(|country| country == Country::SUN));
    /// assert!(then.certain().all(|country| country != Country::RUS));
    /// // Known to the year: Burkina Faso took the place of Upper Volta on some day of 1984.
    /// let then = Country::current_on("1984-08".parse()?);
    /// assert!(then.possible().any(|country| country == Country::BFA));
    /// # Ok::<(), netpolity::time::DateError>(())
    /// ```
    pub fn current_on(date: PartialDate) -> CurrentOn {
        CurrentOn { date }
    }
}

/// The entries that were current on a date: an answer in three values, which allocates nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CurrentOn {
    date: PartialDate,
}

impl CurrentOn {
    /// Those that certainly were, in the order of the text form.
    pub fn certain(&self) -> impl Iterator<Item = Country> + Clone + use<> {
        self.all(Tri::Yes)
    }

    /// Those of which it is not known, in the order of the text form; none of them is certain.
    pub fn possible(&self) -> impl Iterator<Item = Country> + Clone + use<> {
        self.all(Tri::Maybe)
    }

    /// Whether an entry was.
    pub fn contains(&self, country: Country) -> Tri {
        country.span().covers(self.date)
    }

    fn all(self, answer: Tri) -> impl Iterator<Item = Country> + Clone + use<> {
        Country::all().filter(move |country| self.contains(*country) == answer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(date: &str) -> CurrentOn {
        Country::current_on(date.parse().unwrap())
    }

    #[test]
    fn entries_of_a_day() {
        assert!(on("2026-05-15").certain().eq(Country::current()));
        assert_eq!(on("2026-05-15").possible().count(), 0);
        // The standard had these on the first day of 1990, and not yet their successors.
        let then: Vec<_> = on("1990-01-01").certain().collect();
        for (country, had) in [
            (Country::SUN, true),
            (Country::YUG, true),
            (Country::CSK, true),
            (Country::DDR, true),
            (Country::YMD, true),
            (Country::BYS, true),
            (Country::BLR, false),
            (Country::RUS, false),
            (Country::CZE, false),
            (Country::ERI, false),
            (Country::BUR, false),
            (Country::MMR, true),
        ] {
            assert_eq!(then.contains(&country), had, "{country}");
        }
        assert!(on("1973").certain().next().is_none());
    }

    #[test]
    fn what_is_not_known() {
        assert_eq!(on("2010").contains(Country::XKX), Tri::Maybe);
        assert_eq!(on("2018").contains(Country::XKX), Tri::Yes);
        assert_eq!(on("1992").contains(Country::SUN), Tri::Maybe);
        for country in Country::all() {
            let then = on("1992");
            let listed =
                (then.certain().any(|c| c == country), then.possible().any(|c| c == country));
            let answer = then.contains(country);
            assert_eq!(listed, (answer.is_yes(), answer.is_maybe()), "{country}");
        }
    }
}
