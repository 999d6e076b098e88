//! Over whom an aggregate is taken.

use chrono::NaiveDate;

use crate::country::{Area, Group};

/// Over whom an aggregate is taken.
///
/// ```
/// use netpolity::country::{Country, Group};
/// use netpolity::stats::Members;
///
/// let day = |text: &str| text.parse().unwrap();
/// let south_asia = Group::from_id("wb-sas").unwrap();
/// let counts = ["2014-12-31", "2018-05-02", "2025-12-31"].map(|at| Members::of(south_asia, day(at)).areas().len());
/// assert_eq!(counts, [0, 8, 6]);
///
/// // The World Bank counts Taiwan in its aggregates, and publishes nothing of it.
/// let counted = Members::of(Group::from_id("wb-eas").unwrap(), day("2025-12-31"));
/// let published = counted.clone().without(Country::TWN);
/// assert_eq!(counted.areas().len(), published.areas().len() + 1);
/// assert_eq!(published.with(Country::TWN).areas().len(), counted.areas().len());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Members {
    areas: Vec<Area>,
}

impl Members {
    /// The countries that were certainly members of a group on a day.
    ///
    /// Regions and income groups of the World Bank change: Afghanistan and Pakistan left South Asia in 2025. The day is
    /// that for which the group is meant, which is not always that of the data. On a day for which the members are not known,
    /// such as those of its regions before July 2015, there is none, and an aggregate is refused: [`Group::members_on`] tells who
    /// may have been one.
    pub fn of(group: Group, day: NaiveDate) -> Self {
        Self { areas: group.members_on(day).certain().map(Area::from).collect() }
    }

    /// Adds an area that the group does not list; one that it has stays there once.
    #[must_use]
    pub fn with(mut self, area: impl Into<Area>) -> Self {
        let area = area.into();
        if !self.areas.contains(&area) {
            self.areas.push(area);
        }
        self
    }

    /// Leaves out an area, such as one of which a source publishes nothing.
    #[must_use]
    pub fn without(mut self, area: impl Into<Area>) -> Self {
        let area = area.into();
        self.areas.retain(|member| *member != area);
        self
    }

    /// The areas.
    pub fn areas(&self) -> &[Area] {
        &self.areas
    }
}

impl<A: Into<Area>> FromIterator<A> for Members {
    fn from_iter<I: IntoIterator<Item = A>>(areas: I) -> Self {
        areas.into_iter().fold(Self::default(), Self::with)
    }
}
