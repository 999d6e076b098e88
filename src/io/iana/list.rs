//! The list of the root zone.

use std::io::Read;

use super::domain::{TopLevelDomain, TopLevelDomains, label};
use crate::country::{Area, Scheme};
use crate::finding::importing as rules;
use crate::io::error::shortened;
use crate::io::import::{Import, Place};
use crate::io::{Error, Options, Reading};
use crate::time::PartialDate;

const FORMAT: &str = "list of top-level domains";

/// Reads `tlds-alpha-by-domain.txt`: a line for each top-level domain of the root zone, behind one with the version.
///
/// An entry of the account is a line. Comments, the version among them, are skipped, and so is a domain that stands there
/// again. The version and its day become the vintage; where the line is missing, that is noted (FMT-002).
///
/// # Errors
/// [`Error::Format`] where the first line that is no comment is no label; otherwise see [`Error`].
///
/// ```
/// use netpolity::country::Country;
/// use netpolity::io::{Options, iana};
///
/// let file = "# Version 2026011900, Last Updated Mon Jan 19 07:07:02 2026 UTC\nCN\nCOM\nUK\nXN--FIQS8S\n";
/// let domains = iana::read_tlds(file.as_bytes(), &Options::new())?.data;
/// assert_eq!(domains.vintage.published, "2026-01-19".parse().ok());
/// assert_eq!(domains.country_codes().count(), 3);
/// assert!(domains.of(Country::CHN).map(|domain| domain.label.as_str()).eq(["cn", "xn--fiqs8s"]));
/// # Ok::<(), netpolity::io::Error>(())
/// ```
pub fn read_tlds(source: impl Read, options: &Options) -> Result<Reading<TopLevelDomains>, Error> {
    let mut import = Import::new(options, Scheme::CcTld);
    // No label has a tab, so that a row is a line.
    let mut rows = import.rows(source, b'\t', false)?;
    import.vintage(|vintage| vintage.dataset = Some("tlds-alpha-by-domain".to_owned()));
    let mut domains = Domains::default();
    let mut has_version = false;
    while let Some(row) = rows.next()? {
        let row = match row {
            Ok(row) => row,
            Err(damaged) => {
                import.account.add_row();
                import.damaged(&damaged, 1)?;
                continue;
            }
        };
        let (line, text) = (row.line, row.field(0).trim());
        if let Some(comment) = text.strip_prefix('#') {
            import.account.add_skipped("comments", 1);
            if let Some((version, published)) = version(comment) {
                has_version = true;
                import.vintage(|vintage| {
                    vintage.version = Some(version.to_owned());
                    vintage.published = published;
                });
            }
            continue;
        }
        if row.is_blank() {
            import.account.add_skipped("blank lines", 1);
            continue;
        }
        import.account.add_row();
        let label = label(text).filter(|_| row.len() == 1);
        if domains.seen.is_empty() {
            if text.starts_with('<') {
                return Err(Error::markup(text));
            }
            if label.is_none() {
                return Err(Error::format(FORMAT, line, "a label such as `COM`", text));
            }
            if !has_version {
                import.note(rules::FORMAT_PREAMBLE, Place::line(line), text, || {
                    "the line with version and date is missing".to_owned()
                });
            }
        }
        let Some(label) = label else {
            import.reject(rules::DOMAIN_LABEL, Place::line(line), text, 1, || {
                format!("`{}` is no label", shortened(text))
            })?;
            continue;
        };
        let is_code = label.len() == 2 || Area::from_domain(&label).is_some();
        let area = if is_code { area(&mut import, line, &label)? } else { None };
        domains
            .add(TopLevelDomain { label, area, kind: None, organisation: None, line }, &mut import);
    }
    domains.finish(import)
}

/// Domains, each once.
#[derive(Default)]
pub(super) struct Domains {
    domains: Vec<TopLevelDomain>,
    seen: std::collections::HashSet<String>,
}

impl Domains {
    pub(super) fn add(&mut self, domain: TopLevelDomain, import: &mut Import<'_>) {
        if self.seen.insert(domain.label.clone()) {
            import.account.add_values(1);
            self.domains.push(domain);
        } else {
            import.account.add_skipped("domains that stand there again", 1);
        }
    }

    pub(super) fn finish(self, import: Import<'_>) -> Result<Reading<TopLevelDomains>, Error> {
        if self.domains.is_empty() && import.account.rejected() == 0 {
            return Err(Error::NoData { found: "a file without any data", text: String::new() });
        }
        let Import { account, mut builder, .. } = import;
        let vintage = std::mem::take(builder.vintage_mut());
        Ok(Reading { data: TopLevelDomains { vintage, domains: self.domains }, account })
    }
}

/// Whose country code a label is. One that the scheme does not know is reported and kept.
pub(super) fn area(import: &mut Import<'_>, line: u64, label: &str) -> Result<Option<Area>, Error> {
    match Area::from_domain(label) {
        Some(area) => Ok(Some(area)),
        None => import.new_area(Place::field(line, 0), label, ""),
    }
}

/// Version and day in ` Version 2021112600, Last Updated Fri Nov 26 07:07:01 2021 UTC`, in any case.
fn version(comment: &str) -> Option<(&str, Option<PartialDate>)> {
    let comment = comment.trim();
    let (word, rest) = comment.split_at_checked("version".len())?;
    let version = rest.split([',', ' ']).find(|text| !text.is_empty())?;
    if !word.eq_ignore_ascii_case("version") || !version.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut words = rest.split_once("pdated").map_or("", |(_, date)| date).split_whitespace();
    let date = (|| {
        let (month, day, year) = (words.nth(1)?, words.next()?, words.nth(1)?);
        let date = format!("{day} {month} {year}");
        chrono::NaiveDate::parse_from_str(&date, "%d %b %Y").ok()
    })();
    // The version begins with the day.
    let day = || chrono::NaiveDate::parse_from_str(version.get(..8)?, "%Y%m%d").ok();
    Some((version, date.or_else(day).map(Into::into)))
}

#[cfg(test)]
pub(in crate::io) const CASES: crate::io::cases::Cases = {
    use crate::io::cases::{Cases, case};
    const HEADER: &str = "# Version 2026011900, Last Updated Mon Jan 19 07:07:02 2026 UTC\n";
    Cases {
        read: |text| read_tlds(text, &Options::new()).map(|read| read.account),
        cases: &[
            case("DNS-001", &[HEADER, "COM\n-COM\n"], &[HEADER, "COM\nXN--FIQS8S\n"]),
            case("FMT-002", &["COM\n"], &[HEADER, "COM\n"]),
            case("AREA-006", &[HEADER, "QZ\n"], &[HEADER, "COM\nUK\n"]),
        ],
    }
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::country::{Country, Group};

    fn read(file: &str) -> Reading<TopLevelDomains> {
        read_tlds(file.as_bytes(), &Options::new()).unwrap()
    }

    #[test]
    fn country_codes_are_known_by_the_label() {
        let read =
            read("# Version 1, Last Updated x\nAC\nCN\nCOM\nEU\nSU\nUK\nXN--FIQS8S\nXN--3DS443G\n");
        let codes: Vec<_> =
            read.data.country_codes().map(|d| (&*d.label, d.area.clone())).collect();
        let country = |code: Country| Some(Area::from(code));
        assert_eq!(
            codes,
            [
                ("ac", country(Country::SHN)),
                ("cn", country(Country::CHN)),
                ("eu", Some(Group::EU.into())),
                ("su", country(Country::SUN)),
                ("uk", country(Country::GBR)),
                ("xn--fiqs8s", country(Country::CHN)),
            ]
        );
        assert_eq!((read.account.values(), read.account.skipped()), (8, 1));
    }

    #[test]
    fn the_version_is_read_in_any_case_or_is_missing() {
        let published = |file: &str| read(file).data.vintage.published.map(|date| date.to_string());
        let header = "# Version 2021112600, Last Updated Fri Nov 26 07:07:01 2021 UTC\ncom\n";
        assert_eq!(published(header).as_deref(), Some("2021-11-26"));
        assert_eq!(published(&header.to_lowercase()).as_deref(), Some("2021-11-26"));
        assert_eq!(read(header).data.vintage.version.as_deref(), Some("2021112600"));
        assert_eq!(published("# version 2021112600\ncom\n").as_deref(), Some("2021-11-26"));
        assert_eq!(published("com\n"), None);
        assert_eq!(read("com\n").account.count_of("FMT-002"), 1);
    }

    #[test]
    fn nothing_is_lost() {
        let read = read("# a\r\nCOM\r\n\r\ncom\r\nA B\r\nQZ\r\na\tb\r\n");
        let account = &read.account;
        assert_eq!((account.rows(), account.values()), (5, 2));
        assert_eq!((account.rejected(), account.skipped()), (2, 2));
        assert_eq!(read.data.domains[1].area, Some("special:qz".parse().unwrap()));
        assert_eq!(read.data.domains[1].line, 6);
    }

    #[test]
    fn other_files_are_refused() {
        let error = |file: &str| read_tlds(file.as_bytes(), &Options::new()).unwrap_err();
        assert!(matches!(error("<!DOCTYPE html>\n"), Error::NoData { .. }));
        assert!(matches!(error("# nothing\n"), Error::NoData { .. }));
        assert!(matches!(error("2|apnic|20140701\n"), Error::Format { line: 1, .. }));
        let mut strict = Options::new();
        strict.strict = true;
        assert_eq!(read_tlds(&b"com\n.\n"[..], &strict).unwrap_err().rule(), Some("DNS-001"));
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "(# Version 20260119\n)?([A-Zé.\t-]{0,3}\n|XN--[A-Z0-9]{1,4}\r\n|\\PC{0,4}){0,20}") {
            if let Ok(read) = read_tlds(text.as_bytes(), &Options::new()) {
                let account = &read.account;
                proptest::prop_assert_eq!(account.values(), read.data.domains.len() as u64);
                let sum = account.values() + account.missing() + account.rejected() + account.skipped();
                proptest::prop_assert_eq!(account.entries(), sum);
            }
        }
    }
}
