//! Regions of the UN's M49 standard.

use std::fmt;

use super::table::REGIONS;

/// A region, sub-region or intermediate region of the UN's M49 standard, by its code.
///
/// Which countries lie in it is asked of the countries: [`Country::region`](super::Country::region),
/// [`subregion`](super::Country::subregion) and [`intermediate_region`](super::Country::intermediate_region). Regions
/// order by code; they print as three digits.
///
/// ```
/// use netpolity::country::{Country, Region};
///
/// let region = Country::CHN.subregion().ok_or("China has a sub-region")?;
/// assert_eq!((region.code(), region.name()), (30, "Eastern Asia"));
/// assert_eq!(region.to_string(), "030");
/// assert_eq!(Region::from_code(30), Some(region));
/// # Ok::<(), &'static str>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region(u8);

impl Region {
    /// The region in a row of the table, if there is one.
    pub(super) fn at(position: u8) -> Option<Self> {
        (usize::from(position) < REGIONS.len()).then_some(Self(position))
    }

    /// The region with this M49 code.
    pub fn from_code(code: u16) -> Option<Self> {
        let position = REGIONS.binary_search_by_key(&code, |(code, _)| *code).ok()?;
        u8::try_from(position).ok().map(Self)
    }

    /// The M49 code, such as 30 for Eastern Asia; printed with three digits.
    pub fn code(self) -> u16 {
        REGIONS[usize::from(self.0)].0
    }

    /// The English name in M49.
    pub fn name(self) -> &'static str {
        REGIONS[usize::from(self.0)].1
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:03}", self.code()))
    }
}

impl fmt::Debug for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Region({self} {})", self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_round_trip_and_order() {
        let all: Vec<_> = (0..=u8::MAX).filter_map(Region::at).collect();
        assert_eq!(all.len(), REGIONS.len());
        assert!(all.is_sorted_by_key(|region| region.code()));
        for region in all {
            assert_eq!(Region::from_code(region.code()), Some(region));
        }
        assert_eq!(Region::from_code(826), None);
    }

    #[test]
    fn prints_its_code() {
        let region = Region::from_code(2).unwrap();
        assert_eq!(
            (region.to_string(), format!("{region:?}")),
            ("002".into(), "Region(002 Africa)".into())
        );
    }
}
