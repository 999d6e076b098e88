//! The root database as a table.

use std::io::Read;

use super::domain::{DomainKind, TopLevelDomain, TopLevelDomains, label};
use super::list::{Domains, area};
use crate::country::Scheme;
use crate::finding::importing as rules;
use crate::io::error::shortened;
use crate::io::import::{Import, Place};
use crate::io::rows::Row;
use crate::io::{Error, Options, Reading};

const FORMAT: &str = "table of the root zone database";
const NOBODY: &str = "Not assigned";

/// Reads a table of the root database with the columns `Domain`, `Type` and `Sponsoring Organization`.
///
/// An entry of the account is a row. Columns are known by their names. A domain of a type that is not known is kept without
/// it (VAL-006).
///
/// # Errors
/// [`Error::Format`] where the first row has not these columns; otherwise see [`Error`].
///
/// ```
/// use netpolity::country::Country;
/// use netpolity::io::{Options, iana};
///
/// let file = "Domain,Type,Sponsoring Organization\r\n\
///     .an,country-code,Not assigned\r\n\
///     .cn,country-code,China Internet Network Information Center (CNNIC)\r\n\
///     .中国,country-code,China Internet Network Information Center (CNNIC)\r\n";
/// let domains = iana::read_root_database(file.as_bytes(), &Options::new())?.data;
/// assert_eq!(domains.domains[0].organisation, None);
/// assert_eq!(domains.of(Country::CHN).count(), 2);
/// # Ok::<(), netpolity::io::Error>(())
/// ```
pub fn read_root_database(
    source: impl Read,
    options: &Options,
) -> Result<Reading<TopLevelDomains>, Error> {
    let mut import = Import::new(options, Scheme::CcTld);
    let mut rows = import.rows(source, b',', true)?;
    import.vintage(|vintage| vintage.dataset = Some("Root Zone Database".to_owned()));
    let columns = match rows.next()? {
        Some(Ok(row)) => Columns::find(row)?,
        Some(Err(damaged)) => {
            return Err(Error::format(FORMAT, damaged.line, Columns::EXPECTED, &damaged.text));
        }
        None => {
            return Err(Error::NoData { found: "a file without any data", text: String::new() });
        }
    };
    let mut domains = Domains::default();
    while let Some(row) = rows.next()? {
        import.account.add_row();
        match row {
            Ok(row) => columns.row(row, &mut domains, &mut import)?,
            Err(damaged) => import.damaged(&damaged, 1)?,
        }
    }
    domains.finish(import)
}

/// Where what stands.
struct Columns {
    domain: usize,
    kind: usize,
    organisation: usize,
    width: usize,
}

impl Columns {
    const EXPECTED: &str = "columns `Domain`, `Type` and `Sponsoring Organization`";

    fn find(row: Row<'_>) -> Result<Self, Error> {
        let find = |names: [&str; 2]| {
            let is = |field: &str| names.iter().any(|name| field.trim().eq_ignore_ascii_case(name));
            row.fields().position(is)
        };
        match (
            find(["Domain", "TLD"]),
            find(["Type", "Type"]),
            find(["Sponsoring Organization", "TLD Manager"]),
        ) {
            (Some(domain), Some(kind), Some(organisation)) => {
                Ok(Self { domain, kind, organisation, width: row.len() })
            }
            _ if row.field(0).trim_start().starts_with('<') => Err(Error::markup(row.field(0))),
            _ => Err(Error::format(FORMAT, row.line, Self::EXPECTED, row.field(0))),
        }
    }

    fn row(
        &self,
        row: Row<'_>,
        domains: &mut Domains,
        import: &mut Import<'_>,
    ) -> Result<(), Error> {
        let text = row.field(self.domain);
        if row.broken || row.len() != self.width {
            let message = || row.misfit(self.width);
            return import.reject(rules::FORMAT_WIDTH, Place::line(row.line), text, 1, message);
        }
        let Some(label) = label(text) else {
            let place = Place::field(row.line, self.domain);
            let message = || format!("`{}` is no label", shortened(text));
            return import.reject(rules::DOMAIN_LABEL, place, text, 1, message);
        };
        let written = row.field(self.kind);
        let kind = written.trim().parse::<DomainKind>().ok();
        if kind.is_none() {
            let place = Place::field(row.line, self.kind);
            import.refuse(rules::VALUE_TEXT, place, written, || {
                format!("`{}` is no known type of a domain", shortened(written))
            })?;
        }
        let is_code = kind == Some(DomainKind::CountryCode);
        let area = if is_code { area(import, row.line, &label)? } else { None };
        let organisation = Some(row.field(self.organisation).trim());
        let organisation = organisation.filter(|name| !name.is_empty() && *name != NOBODY);
        let organisation = organisation.map(str::to_owned);
        domains.add(TopLevelDomain { label, area, kind, organisation, line: row.line }, import);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "Domain,Type,Sponsoring Organization\r\n";

    fn read(rows: &str) -> Reading<TopLevelDomains> {
        read_root_database(format!("{HEADER}{rows}").as_bytes(), &Options::new()).unwrap()
    }

    #[test]
    fn marks_of_direction_are_no_part_of_a_label() {
        let read = read("\u{200f}.مصر\u{200e},country-code,NTRA\r\n");
        let [domain] = &read.data.domains[..] else { panic!("{read:?}") };
        assert_eq!(domain.label, "مصر");
        assert_eq!(domain.area, Some("EGY".parse().unwrap()));
    }

    #[test]
    fn organisations_go_over_lines() {
        let read = read(
            ".sz,country-code,\"University of Swaziland\nComputer Science\"\r\n.an,country-code,Not assigned\r\n",
        );
        let [sz, an] = &read.data.domains[..] else { panic!("{read:?}") };
        assert_eq!(sz.organisation.as_deref(), Some("University of Swaziland\nComputer Science"));
        assert_eq!((an.organisation.as_deref(), an.line), (None, 4));
    }

    #[test]
    fn nothing_is_lost() {
        let rows = ".cn,country-code,x\n.cn,country-code,x\n.com,commercial,x\n.qz,country-code,x\na b,generic,x\n.net,generic\n";
        let read = read(rows);
        let account = &read.account;
        assert_eq!((account.rows(), account.values()), (6, 3));
        assert_eq!((account.skipped(), account.rejected()), (1, 2));
        for rule in ["VAL-006", "AREA-006", "DNS-001", "FMT-005"] {
            assert_eq!(account.count_of(rule), 1, "{rule}");
        }
        assert_eq!(read.data.domains[1].kind, None);
    }

    #[test]
    fn other_files_are_refused() {
        let error = |file: &str| read_root_database(file.as_bytes(), &Options::new()).unwrap_err();
        assert!(matches!(error("<html>"), Error::NoData { .. }));
        assert!(matches!(error(""), Error::NoData { .. }));
        assert!(matches!(error("Domain,Type\n"), Error::Format { .. }));
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(rows in "([.a-cé\"]{0,3}(,(country-code|generic|x)){0,2},[a\"\r\n]{0,3}\n){1,8}") {
            let read = read(&rows);
            let account = &read.account;
            proptest::prop_assert_eq!(account.values(), read.data.domains.len() as u64);
            proptest::prop_assert_eq!(account.rows(), account.entries());
        }
    }
}
