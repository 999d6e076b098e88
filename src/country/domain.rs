//! Country-code top-level domains.

use super::area::Area;
use super::scheme::Scheme;

/// A country-code top-level domain, as in the root zone of the DNS.
///
/// An internationalized one has two forms: the A-label stands in the DNS, the U-label is what people read. The two are the
/// same for an ASCII one. Both are in lower case and without a dot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CcTld {
    a_label: &'static str,
    u_label: &'static str,
    delegated: bool,
}

impl CcTld {
    pub(super) const fn new(a_label: &'static str, u_label: &'static str, delegated: bool) -> Self {
        Self { a_label, u_label, delegated }
    }

    /// The ASCII form: `cn`, `xn--fiqs8s`.
    pub fn a_label(self) -> &'static str {
        self.a_label
    }

    /// The Unicode form: `cn`, `中国`.
    pub fn u_label(self) -> &'static str {
        self.u_label
    }

    /// Whether it is in use: delegated to a registry that takes registrations.
    ///
    /// Six are not: `.bl`, `.bq`, `.eh`, `.mf` and `.um` are reserved, and `.gb` is in the root zone but has given way
    /// to `.uk`.
    pub fn is_delegated(self) -> bool {
        self.delegated
    }
}

impl Area {
    /// Whose country-code top-level domain a domain name ends in; none for a generic one.
    ///
    /// Takes a whole name or its last label, in any case, with or without a dot in front or at the end. Only that label is
    /// looked at. Domains that are no single current country's answer as [`Scheme::CcTld`] says: `.eu` is the European Union,
    /// `.su` the Soviet Union.
    ///
    /// A U-label is found where its lower case is letter for letter that of the root zone database: there is
    /// no IDNA mapping and no Unicode normalization.
    ///
    /// ```
    /// use netpolity::country::{Area, Country};
    ///
    /// assert_eq!(Area::from_domain("www.gov.uk"), Some(Country::GBR.into()));
    /// assert_eq!(Area::from_domain("例子.中国"), Some(Country::CHN.into()));
    /// assert_eq!(Area::from_domain("example.com"), None);
    /// ```
    pub fn from_domain(domain: &str) -> Option<Self> {
        // The full stops that IDNA (RFC 3490, 3.1) takes for the dot.
        let dot = |c: char| matches!(c, '.' | '\u{3002}' | '\u{ff0e}' | '\u{ff61}');
        let domain = domain.strip_suffix(dot).unwrap_or(domain);
        Scheme::CcTld.area_of(domain.rsplit(dot).next()?, None).ok()
    }
}
