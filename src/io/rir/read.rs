//! Reading a file.

use std::io::Read;

use super::fields::{self, Fields};
use super::lines::Lines;
use super::overlap::overlaps;
use super::record::{Delegations, Family, Owner, Row, StatusId};
use super::{Header, Registry};
use crate::country::Scheme;
use crate::finding::importing as rules;
use crate::io::error::shortened;
use crate::io::import::{Import, Place};
use crate::io::{Error, Options, Reading};

const FORMAT: &str = "delegated file of an address registry";
const HEADER: &str = "a header such as `2|afrinic|20140630|4024|00000000|20140630|00000`";

const CODE: usize = 1;
const TYPE: usize = 2;
const FIRST: usize = 3;
const SIZE: usize = 4;
const DATE: usize = 5;
const STATUS: usize = 6;

/// Reads a delegated file of a registry, in the basic or the extended format, or that of the NRO for all registries.
///
/// An entry of the account is a line: a record is a value; comments, header, summaries and blank lines are skipped. A record
/// that can't be read is rejected (RIR-005). One with a date that is none is kept without it (PRD-001).
///
/// Header and summaries have to count the records (RIR-001, RIR-002). Each registry whose files we know counts all records,
/// free and reserved blocks among them, and nothing else; records that were rejected count as well. No two records may have an
/// address or number in common (RIR-003), whatever their status.
///
/// # Errors
/// [`Error::Format`] where the first line that is no comment is no header; otherwise see [`Error`].
///
/// ```
/// use netpolity::country::Country;
/// use netpolity::io::{Options, rir};
///
/// let file = "2|afrinic|20140630|2|00000000|20140630|00000\n\
///     afrinic|*|ipv4|*|2|summary\n\
///     afrinic|NA|ipv4|192.0.2.0|256|20120101|allocated\n\
///     afrinic|ZA|ipv4|198.51.100.0|192|20130101|assigned\n";
/// let read = rir::read(file.as_bytes(), &Options::new())?;
/// assert_eq!((read.account.values(), read.account.rejected()), (2, 0));
/// assert_eq!(read.data.totals().of(Country::ZAF).ipv4(), 192);
/// # Ok::<(), netpolity::io::Error>(())
/// ```
pub fn read(source: impl Read, options: &Options) -> Result<Reading<Delegations>, Error> {
    let mut lines = Lines::new(source, options.limits.line);
    let mut import = Import::new(options, Scheme::Rir);
    let mut skips = Skips::default();
    let header = header(&mut lines, &mut import, &mut skips)?;
    import.vintage(|vintage| {
        vintage.dataset = Some(format!("delegated-{}", header.registry));
        vintage.version = Some(header.serial.clone());
        vintage.published = header.published().map(Into::into);
    });
    let mut reader = Reader {
        import,
        skips,
        codes: vec![None; CODES],
        counts: [[0; 3]; Registry::ALL.len()],
        summaries: Vec::new(),
        records: 0,
        data: Delegations::new(header, options.vintage.clone()),
    };
    while let Some((number, line)) = lines.next()? {
        match str::from_utf8(line) {
            Ok(text) => reader.line(number, text)?,
            Err(error) => reader.damaged(number, line, error.valid_up_to())?,
        }
    }
    reader.finish()
}

/// Reads up to the header.
fn header<R: Read>(
    lines: &mut Lines<R>,
    import: &mut Import<'_>,
    skips: &mut Skips,
) -> Result<Header, Error> {
    while let Some((number, line)) = lines.next()? {
        match line {
            [] => skips.blanks += 1,
            [b'#', ..] => skips.comments += 1,
            _ => {
                let text = String::from_utf8_lossy(line);
                if text.trim_start().starts_with('<') {
                    return Err(Error::markup(&text));
                }
                let header = Header::read(&text)
                    .ok_or_else(|| Error::format(FORMAT, number, HEADER, &text))?;
                skips.header = number;
                if lines.has_bom() {
                    import.note_bom();
                }
                return Ok(header);
            }
        }
    }
    Err(Error::NoData { found: "a file without any data", text: String::new() })
}

/// Lines that are no records.
#[derive(Default)]
struct Skips {
    comments: u64,
    blanks: u64,
    /// On which line the header is.
    header: u64,
}

/// What a summary says, and where.
struct Summary {
    registry: Option<Registry>,
    family: Family,
    count: u64,
    line: u64,
}

/// A slot for each two letters, see [`slot`].
const CODES: usize = 1 << 12;

struct Reader<'o> {
    import: Import<'o>,
    skips: Skips,
    data: Delegations,
    /// The position of each code in the list of areas.
    codes: Vec<Option<u16>>,
    /// How many records there are, by registry and type.
    counts: [[u64; 3]; Registry::ALL.len()],
    summaries: Vec<Summary>,
    /// How many lines are records, rejected ones among them.
    records: u64,
}

impl Reader<'_> {
    #[inline]
    fn line(&mut self, number: u64, line: &str) -> Result<(), Error> {
        match line.as_bytes() {
            [] => {
                self.skips.blanks += 1;
                return Ok(());
            }
            [b'#', ..] => {
                self.skips.comments += 1;
                return Ok(());
            }
            _ => {}
        }
        let fields = Fields::find(line.as_bytes());
        let field = |at| line.get(fields.range(at)).unwrap_or_default();
        if field(CODE) == "*" && fields.count < 8 {
            return self.summary(number, line, field);
        }
        self.records += 1;
        self.import.account.add_row();
        if fields.count < 7 {
            return self.reject(number, None, line, "seven fields or more");
        }
        let own = self.data.header.registry;
        let name = field(0);
        let Some(registry) = (if name == own.as_str() { Some(own) } else { registry(name) }) else {
            let joined = Header::read(line).is_some();
            let expected = if joined {
                "a record, and not a second header: each file has to be read for itself"
            } else {
                "the name of a registry"
            };
            return self.reject(number, Some(0), line, expected);
        };
        let Some(family) = Family::from_word(field(TYPE).as_bytes()) else {
            return self.reject(number, Some(TYPE), line, "`asn`, `ipv4` or `ipv6`");
        };
        if let Some(count) = self
            .counts
            .get_mut(registry as usize)
            .and_then(|counts| counts.get_mut(family as usize))
        {
            *count += 1;
        }
        let resource = match fields::resource(family, field(FIRST), field(SIZE).as_bytes()) {
            Ok(resource) => resource,
            Err(expected) => return self.reject(number, Some(FIRST), line, expected),
        };
        let Some(status) = self.data.status(field(STATUS)) else {
            return self.reject(number, Some(STATUS), line, "a status such as `allocated`");
        };
        let Some(area) = self.area(number, field(CODE))? else {
            return self.reject(number, Some(CODE), line, "a code of two letters, or none");
        };
        let date = match fields::date(field(DATE).as_bytes()) {
            Ok(date) => date,
            Err(expected) => {
                let text = field(DATE);
                let message = || format!("`{}` is not {expected}", shortened(text));
                self.import.refuse(rules::PERIOD, Place::field(number, DATE), text, message)?;
                None
            }
        };
        if matches!(status, StatusId::Allocated | StatusId::Assigned) {
            self.in_use(number, area, field(CODE));
        }
        let Some((tail, tail_length)) = self.data.tail(line.get(fields.tail..).unwrap_or_default())
        else {
            return self.reject(number, None, line, "no more than 4 GiB of ids in all");
        };
        let line = u32::try_from(number).unwrap_or(u32::MAX);
        self.data.rows.push(Row {
            resource,
            date,
            tail,
            tail_length,
            line,
            area,
            registry,
            status,
        });
        Ok(())
    }

    #[cold]
    fn reject(
        &mut self,
        number: u64,
        field: Option<usize>,
        line: &str,
        expected: &str,
    ) -> Result<(), Error> {
        let place = match field {
            Some(field) => Place::field(number, field),
            None => Place::line(number),
        };
        self.import.reject(rules::REGISTRY_RECORD, place, line, 1, || {
            format!("expected {expected} in `{}`", shortened(line))
        })
    }

    #[cold]
    fn damaged(&mut self, number: u64, line: &[u8], at: usize) -> Result<(), Error> {
        if line.starts_with(b"#") {
            self.skips.comments += 1;
            return Ok(());
        }
        self.records += 1;
        self.import.account.add_row();
        let text = String::from_utf8_lossy(line);
        self.import.reject(rules::FORMAT_ENCODING, Place::line(number), &text, 1, || {
            format!("byte {at} of `{}` is no UTF-8", shortened(&text))
        })
    }

    /// Takes `registry|*|type|*|count|summary`.
    #[cold]
    fn summary<'l>(
        &mut self,
        number: u64,
        line: &str,
        field: impl Fn(usize) -> &'l str,
    ) -> Result<(), Error> {
        let family = Family::from_word(field(TYPE).as_bytes());
        match (family, fields::number(field(SIZE).as_bytes())) {
            (Some(family), Some(count)) if field(DATE) == "summary" => {
                let registry = registry(field(0));
                self.summaries.push(Summary { registry, family, count, line: number });
                Ok(())
            }
            _ => {
                self.reject(number, None, line, "a summary such as `apnic|*|ipv4|*|24065|summary`")
            }
        }
    }

    /// The position of a code in the list of areas; `None` where it is none.
    #[inline]
    fn area(&mut self, number: u64, code: &str) -> Result<Option<u16>, Error> {
        let Some(slot) = slot(code) else { return Ok(None) };
        match self.codes.get(slot) {
            Some(Some(known)) => Ok(Some(*known)),
            _ => self.new_area(number, code, slot),
        }
    }

    #[cold]
    fn new_area(&mut self, number: u64, code: &str, slot: usize) -> Result<Option<u16>, Error> {
        let area = match code {
            "" => None,
            _ => self.import.new_area(Place::field(number, CODE), code, "")?,
        };
        let Ok(id) = u16::try_from(self.data.areas.len()) else { return Ok(None) };
        self.data.areas.push(Owner { code: code.into(), area });
        if let Some(place) = self.codes.get_mut(slot) {
            *place = Some(id);
        }
        Ok(Some(id))
    }

    /// Reports space in use that belongs to no country.
    #[inline]
    fn in_use(&mut self, number: u64, area: u16, code: &str) {
        let owner = self.data.areas.get(usize::from(area)).and_then(|owner| owner.area.as_ref());
        if owner.is_none_or(|area| area.as_country().is_none()) {
            let message = || match code {
                "" => "space in use has no code of a country".to_owned(),
                _ => format!("space in use stands under `{code}`, which is no country"),
            };
            self.import.note(rules::REGISTRY_CODE, Place::field(number, CODE), code, message);
        }
    }

    fn finish(mut self) -> Result<Reading<Delegations>, Error> {
        self.check_counts()?;
        for (row, other) in overlaps(&self.data.rows) {
            let place = Place::field(row.line.into(), FIRST);
            let text = row.resource.to_string();
            self.import.refuse(rules::REGISTRY_OVERLAP, place, &text, || {
                format!(
                    "`{text}` has a part in common with `{}` on line {}",
                    other.resource, other.line
                )
            })?;
        }
        let Self { import, skips, mut data, summaries, .. } = self;
        let Import { mut account, mut builder, .. } = import;
        data.rows.shrink_to_fit();
        data.text.shrink_to_fit();
        data.vintage = std::mem::take(builder.vintage_mut());
        account.add_values(data.rows.len() as u64);
        let skipped = [
            ("blank lines", skips.blanks),
            ("comments", skips.comments),
            ("the header", 1),
            ("summaries", summaries.len() as u64),
        ];
        for (reason, count) in skipped.into_iter().filter(|(_, count)| *count > 0) {
            account.add_skipped(reason, count);
        }
        Ok(Reading { data, account })
    }

    fn check_counts(&mut self) -> Result<(), Error> {
        for summary in &self.summaries {
            let family = summary.family;
            let of = |counts: &[u64; 3]| counts.get(family as usize).copied().unwrap_or_default();
            let found = match summary.registry {
                // The file of the NRO has summaries of its own, for the records of all.
                Some(registry) if registry != self.data.header.registry => {
                    self.counts.get(registry as usize).map_or(0, of)
                }
                _ => self.counts.iter().map(of).sum(),
            };
            if found == summary.count {
                continue;
            }
            let place = Place::field(summary.line, SIZE);
            let said = summary.count.to_string();
            self.import.refuse(rules::REGISTRY_SUMMARY, place, &said, || {
                format!(
                    "the summary counts {said} records of type {}, there are {found}",
                    family.as_str()
                )
            })?;
        }
        let said = self.data.header.records;
        if said != self.records {
            let place = Place::field(self.skips.header, 3);
            let found = self.records;
            self.import.refuse(rules::REGISTRY_HEADER, place, &said.to_string(), || {
                format!("the header counts {said} records, there are {found}")
            })?;
        }
        Ok(())
    }
}

/// The place of a code of two letters, or of none, in a table.
#[inline]
fn slot(code: &str) -> Option<usize> {
    match code.as_bytes() {
        [] => Some(0),
        [first, second] if first.is_ascii_alphabetic() && second.is_ascii_alphabetic() => {
            // The last six bits of a letter tell it from all others, and are never zero.
            Some(usize::from(first & 63) << 6 | usize::from(second & 63))
        }
        _ => None,
    }
}

#[inline]
fn registry(name: &str) -> Option<Registry> {
    name.parse().ok().or_else(|| name.to_ascii_lowercase().parse().ok())
}

#[cfg(test)]
pub(in crate::io) const CASES: crate::io::cases::Cases = {
    use crate::io::cases::{Cases, case};
    const HEADER: &str = "2|afrinic|20240105|2|00000000|20240105|00000\n";
    const TWO: &str = "afrinic|NA|ipv4|192.0.2.0|256|20120101|allocated|A1\n\
        afrinic|ZZ|ipv6|2001:db8::|32||available|\n";
    Cases {
        read: |text| read(text, &Options::new()).map(|read| read.account),
        cases: &[
            case(
                "RIR-001",
                &[HEADER, "afrinic|*|ipv4|*|2|summary\n", TWO],
                &[HEADER, "afrinic|*|ipv4|*|1|summary\n", TWO],
            ),
            case(
                "RIR-002",
                &[HEADER, TWO, "afrinic|NA|asn|64496|1|20120101|assigned|A1\n"],
                &[HEADER, TWO],
            ),
            case(
                "RIR-003",
                &[HEADER, TWO, "afrinic|NA|ipv4|192.0.2.128|1|20120101|assigned|A1\n"],
                &[HEADER, TWO, "afrinic|NA|ipv4|192.0.3.0|1|20120101|assigned|A1\n"],
            ),
            case(
                "RIR-004",
                &[HEADER, "afrinic|EU|asn|64496|1|20120101|assigned\n"],
                &[HEADER, TWO],
            ),
            case(
                "RIR-005",
                &[HEADER, "afrinic|NA|ipv4|192.0.2|256|20120101|allocated\n"],
                &[HEADER, TWO],
            ),
            case(
                "PRD-001",
                &[HEADER, "afrinic|NA|asn|64496|1|20120231|assigned\n"],
                &[HEADER, "afrinic|NA|asn|64496|1|00000000|assigned\n"],
            ),
            case("FMT-001", &["\u{feff}", HEADER, TWO], &[HEADER, TWO]),
            case("FMT-007", &["<html>\n"], &[HEADER, TWO]),
        ],
    }
};
