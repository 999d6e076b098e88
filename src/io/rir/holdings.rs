//! How much each country has.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use super::record::{Delegation, Delegations, Resource, Status};
use crate::country::{Area, Country};

/// An amount of IPv6 addresses.
///
/// Registries give out prefixes of many lengths, so that counts of /32 or /48 are fractions: three /64 are a small part of one.
/// The amount itself is exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Ipv6Space(u128);

impl Ipv6Space {
    /// The addresses. What would be more than `u128::MAX` is that.
    pub fn addresses(self) -> u128 {
        self.0
    }

    /// How many prefixes of a length there are room for, with what is left over as a fraction: the nearest `f64`.
    ///
    /// 0 for a length above 128.
    #[allow(clippy::cast_precision_loss)] // as documented
    pub fn blocks(self, length: u8) -> f64 {
        match 128_u8.checked_sub(length) {
            // A power of two divides without rounding.
            Some(bits) => self.0 as f64 / 2_f64.powi(bits.into()),
            None => 0.0,
        }
    }

    /// The same without the fraction.
    pub fn whole_blocks(self, length: u8) -> u128 {
        let bits = 128_u8.checked_sub(length);
        bits.and_then(|bits| self.0.checked_shr(bits.into())).unwrap_or_default()
    }

    /// How many decimals a count of prefixes has, written in full.
    pub(super) fn decimals(self, length: u8) -> u8 {
        let below = 128_u32.saturating_sub(length.into());
        u8::try_from(below.saturating_sub(self.0.trailing_zeros())).unwrap_or_default()
    }
}

impl AddAssign for Ipv6Space {
    fn add_assign(&mut self, other: Self) {
        self.0 = self.0.saturating_add(other.0);
    }
}

/// Addresses and numbers of one area or status, and how many records have them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Holdings {
    ipv4: u64,
    ipv6: Ipv6Space,
    asns: u64,
    records: [u64; 3],
}

impl Holdings {
    /// Addresses of IPv4.
    pub fn ipv4(&self) -> u64 {
        self.ipv4
    }

    /// Addresses of IPv6.
    pub fn ipv6(&self) -> Ipv6Space {
        self.ipv6
    }

    /// Numbers of autonomous systems.
    pub fn asns(&self) -> u64 {
        self.asns
    }

    /// Records of IPv4.
    pub fn ipv4_records(&self) -> u64 {
        let [_, ipv4, _] = self.records;
        ipv4
    }

    /// Records of IPv6.
    pub fn ipv6_records(&self) -> u64 {
        let [.., ipv6] = self.records;
        ipv6
    }

    /// Records of numbers of autonomous systems.
    pub fn asn_records(&self) -> u64 {
        let [asn, ..] = self.records;
        asn
    }

    fn add(&mut self, resource: Resource) {
        match resource {
            Resource::Asn { count, .. } => self.asns += u64::from(count),
            Resource::Ipv4 { count, .. } => self.ipv4 += u64::from(count),
            Resource::Ipv6 { length, .. } => {
                self.ipv6 += Ipv6Space(
                    1_u128.checked_shl(128 - u32::from(length.min(128))).unwrap_or(u128::MAX),
                );
            }
        }
        if let Some(records) = self.records.get_mut(resource.family() as usize) {
            *records += 1;
        }
    }
}

impl AddAssign for Holdings {
    fn add_assign(&mut self, other: Self) {
        self.ipv4 += other.ipv4;
        self.ipv6 += other.ipv6;
        self.asns += other.asns;
        for (count, more) in self.records.iter_mut().zip(other.records) {
            *count += more;
        }
    }
}

/// What countries have, over one or several files.
///
/// To a country count the blocks in use: allocated and assigned. Those under a code of no country stand apart, and so do
/// free and reserved ones.
///
/// ```
/// use netpolity::country::Country;
/// use netpolity::io::{Options, rir};
///
/// let file = "2.3|ripencc|20240105|4|00000000|20240105|+0100\n\
///     ripencc|NO|ipv6|2001:db8::|29|20120101|allocated|A1\n\
///     ripencc|NO|ipv6|2001:db0::|48|20120101|assigned|A1\n\
///     ripencc|EU|asn|64496|8|20120101|assigned|A1\n\
///     ripencc|ZZ|asn|64504|8||available|\n";
/// let totals = rir::read(file.as_bytes(), &Options::new())?.data.totals();
/// let norway = totals.of(Country::NOR).ipv6();
/// assert_eq!((norway.whole_blocks(32), norway.whole_blocks(48)), (8, 524_289));
/// assert_eq!(norway.blocks(32), 8.0 + 1.0 / 65_536.0);
/// assert!(totals.apart().map(|(code, holdings)| (code, holdings.asns())).eq([("EU", 8)]));
/// assert_eq!(totals.available().asns(), 8);
/// # Ok::<(), netpolity::io::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Totals {
    countries: BTreeMap<Country, Holdings>,
    apart: BTreeMap<String, Holdings>,
    available: Holdings,
    reserved: Holdings,
    other: Holdings,
}

impl Totals {
    /// Those of no file.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file.
    ///
    /// Files of different registries have no block in common, but two files of one registry have, and so have that of a
    /// registry and that of the NRO.
    pub fn add(&mut self, delegations: &Delegations) {
        let mut by_code = vec![Holdings::default(); delegations.areas.len()];
        for (row, record) in delegations.rows.iter().zip(delegations.records()) {
            let Delegation { status, resource, .. } = record;
            let holdings = match status {
                Status::Allocated | Status::Assigned => by_code.get_mut(usize::from(row.area)),
                Status::Available => Some(&mut self.available),
                Status::Reserved => Some(&mut self.reserved),
                Status::Other(_) => Some(&mut self.other),
            };
            if let Some(holdings) = holdings {
                holdings.add(resource);
            }
        }
        for (owner, holdings) in delegations.areas.iter().zip(by_code) {
            // Codes of free space only.
            if holdings == Holdings::default() {
                continue;
            }
            *match owner.area.as_ref().and_then(Area::as_country) {
                Some(country) => self.countries.entry(country).or_default(),
                None => self.apart.entry(String::from(&*owner.code)).or_default(),
            } += holdings;
        }
    }

    /// What one country has.
    pub fn of(&self, country: Country) -> Holdings {
        self.countries.get(&country).copied().unwrap_or_default()
    }

    /// What each country has that has something.
    pub fn countries(&self) -> impl ExactSizeIterator<Item = (Country, &Holdings)> {
        self.countries.iter().map(|(country, holdings)| (*country, holdings))
    }

    /// What is in use under codes of no country, such as `EU` and `AP`, and under none, which is the empty code.
    pub fn apart(&self) -> impl ExactSizeIterator<Item = (&str, &Holdings)> {
        self.apart.iter().map(|(code, holdings)| (code.as_str(), holdings))
    }

    /// What is free.
    pub fn available(&self) -> Holdings {
        self.available
    }

    /// What is neither free nor in use.
    pub fn reserved(&self) -> Holdings {
        self.reserved
    }

    /// What has a status that is not of the format.
    pub fn other(&self) -> Holdings {
        self.other
    }
}

impl Delegations {
    /// What countries have.
    pub fn totals(&self) -> Totals {
        let mut totals = Totals::new();
        totals.add(self);
        totals
    }
}
