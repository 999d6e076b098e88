//! Records of address registries: a row a block.

use std::fmt::Write as _;
use std::net::{Ipv4Addr, Ipv6Addr};

use arrow_array::RecordBatch;
use arrow_schema::{ArrowError, SchemaRef};
use chrono::NaiveDate;

use super::columns::{Column, Kind, Spec, batch};
use super::given::{Given, Lists, Texts};
use super::panel::{RELEASE, release};
use super::sealed::Rows;
use super::{Source, UNKNOWN, sealed};
use crate::country::{Area, Scheme};
use crate::finding::importing as rules;
use crate::io::error::shortened;
use crate::io::import::{Import, Place};
use crate::io::record::{VINTAGE, vintage_of, vintage_texts};
use crate::io::rir::{Collector, Delegation, Delegations, Header, Parts, Resource};
use crate::io::{Error, Options, Reading};

const RECORD: [Spec; 15] = [
    Spec::always("registry", Kind::Word),
    Spec::maybe("code", Kind::Word),
    Spec::maybe("area", Kind::Word),
    Spec::always("type", Kind::Word),
    Spec::always("first", Kind::Text),
    Spec::always("last", Kind::Text),
    Spec::maybe("first_number", Kind::Long),
    Spec::maybe("last_number", Kind::Long),
    Spec::maybe("count", Kind::Long),
    Spec::maybe("prefix_length", Kind::Short),
    Spec::maybe("date", Kind::Day),
    Spec::always("status", Kind::Word),
    Spec::maybe("opaque_id", Kind::Word),
    Spec::always("extensions", Kind::Words),
    Spec::always("line", Kind::Long),
];

/// What the file says of itself.
const FILE: [Spec; 7] = [
    Spec::always("file_registry", Kind::Word),
    Spec::always("file_format", Kind::Word),
    Spec::always("file_serial", Kind::Word),
    Spec::always("file_records", Kind::Long),
    Spec::maybe("file_start", Kind::Day),
    Spec::maybe("file_end", Kind::Day),
    Spec::always("file_utc_offset", Kind::Word),
];

const DERIVED: [&str; 3] = ["last", "first_number", "last_number"];

impl sealed::Table for Delegations {
    fn columns() -> Vec<Spec> {
        [&RECORD[..], &FILE, &RELEASE].concat()
    }

    fn rows(&self) -> Box<dyn Rows + Send + '_> {
        Box::new(DelegationRows {
            header: self.header(),
            vintage: vintage_texts(self.vintage()),
            records: Box::new(self.records()),
        })
    }

    fn read(batches: Source<'_>, options: &Options) -> Result<Reading<Delegations>, Error> {
        // Areas stand in the crate's own text form; the scheme is never asked.
        let mut reader = Reader { import: Import::new(options, Scheme::Rir), collector: None };
        let mut first = 1;
        for batch in batches {
            let batch = batch?;
            let mut given = Given::new(&batch);
            for name in ["registry", "type", "first", "status", "file_registry"] {
                given.require(name)?;
            }
            Columns::new(&mut given)?.load(&mut reader, first)?;
            let unknown = given.others(&DERIVED);
            if unknown > 0 {
                reader.import.account.add_skipped(UNKNOWN, unknown);
            }
            first += batch.num_rows() as u64;
        }
        let Some((collector, _)) = reader.collector else {
            return Err(Error::NoData { found: "a table without a record", text: String::new() });
        };
        Ok(Reading { data: collector.finish(), account: reader.import.account })
    }
}

struct DelegationRows<'d> {
    header: &'d Header,
    vintage: [Option<String>; VINTAGE.len()],
    records: Box<dyn Iterator<Item = Delegation<'d>> + Send + 'd>,
}

impl Rows for DelegationRows<'_> {
    fn next(&mut self, schema: &SchemaRef, size: usize) -> Result<RecordBatch, ArrowError> {
        let mut record = RECORD.each_ref().map(Column::new);
        let mut file = FILE.each_ref().map(Column::new);
        let mut release = RELEASE.each_ref().map(Column::new);
        let mut rows = 0;
        let mut text = String::new();
        while rows < size && !record.iter().any(Column::is_full) {
            let Some(delegation) = self.records.next() else { break };
            put_record(&mut record, &delegation, &mut text)?;
            rows += 1;
        }
        put_header(&mut file, self.header, rows)?;
        for (column, text) in release.iter_mut().zip(&self.vintage) {
            column.texts(text.as_deref(), rows)?;
        }
        batch(schema, record.into_iter().chain(file).chain(release))
    }
}

fn put_record(
    columns: &mut [Column; RECORD.len()],
    delegation: &Delegation<'_>,
    text: &mut String,
) -> Result<(), ArrowError> {
    let [
        registry,
        code,
        area,
        kind,
        first,
        last,
        first_number,
        last_number,
        count,
        prefix_length,
        date,
        status,
        opaque_id,
        extensions,
        line,
    ] = columns;
    registry.text(Some(delegation.registry.as_str()))?;
    code.text(Some(delegation.code).filter(|code| !code.is_empty()))?;
    let mut print = |column: &mut Column, value: &dyn std::fmt::Display| {
        text.clear();
        let _ = write!(text, "{value}");
        column.text(Some(text))
    };
    match delegation.area {
        Some(place) => print(area, place)?,
        None => area.text(None)?,
    }
    let resource = delegation.resource;
    kind.text(Some(resource.kind()))?;
    let (start, end) = resource.ends();
    // What is no address of IPv6 has 32 bits.
    let narrow = |number: u128| u32::try_from(number).unwrap_or(u32::MAX);
    let numbers = match resource {
        Resource::Asn { count: numbers, .. } => {
            print(first, &start)?;
            print(last, &end)?;
            Some(numbers)
        }
        Resource::Ipv4 { count: numbers, .. } => {
            print(first, &Ipv4Addr::from(narrow(start)))?;
            print(last, &Ipv4Addr::from(narrow(end)))?;
            Some(numbers)
        }
        Resource::Ipv6 { .. } => {
            print(first, &Ipv6Addr::from(start))?;
            print(last, &Ipv6Addr::from(end))?;
            None
        }
    };
    first_number.int(numbers.map(|_| narrow(start).into()))?;
    last_number.int(numbers.map(|_| narrow(end).into()))?;
    count.int(numbers.map(i64::from))?;
    prefix_length.int(match resource {
        Resource::Ipv6 { length, .. } => Some(length.into()),
        _ => None,
    })?;
    date.day(delegation.date)?;
    print(status, &delegation.status)?;
    opaque_id.text(delegation.opaque_id())?;
    extensions.list(delegation.extensions())?;
    line.int(i64::try_from(delegation.line).ok())
}

fn put_header(
    columns: &mut [Column; FILE.len()],
    header: &Header,
    rows: usize,
) -> Result<(), ArrowError> {
    let [registry, format, serial, records, start, end, utc_offset] = columns;
    registry.texts(Some(header.registry.as_str()), rows)?;
    format.texts(Some(&header.version), rows)?;
    serial.texts(Some(&header.serial), rows)?;
    // A header that counts more is refused by the schema, where null may not stand.
    records.ints(i64::try_from(header.records).ok(), rows)?;
    start.days(header.start, rows)?;
    end.days(header.end, rows)?;
    utc_offset.texts(Some(&header.utc_offset), rows)
}

struct Reader<'o> {
    import: Import<'o>,
    /// With the vintage of the rows.
    collector: Option<(Collector, crate::metric::Vintage)>,
}

/// The columns of a given batch.
struct Columns<'b> {
    rows: usize,
    /// Positions from 0, of those which findings name.
    places: Vec<(&'static str, usize)>,
    registry: Texts<'b>,
    code: Texts<'b>,
    area: Texts<'b>,
    kind: Texts<'b>,
    first: Texts<'b>,
    count: Vec<Option<i64>>,
    prefix_length: Vec<Option<i64>>,
    date: Vec<Option<NaiveDate>>,
    status: Texts<'b>,
    opaque_id: Texts<'b>,
    extensions: Lists<'b>,
    line: Vec<Option<i64>>,
    /// `file_registry`, `file_format`, `file_serial`, `file_utc_offset`.
    file: [Texts<'b>; 4],
    file_records: Vec<Option<i64>>,
    file_start: Vec<Option<NaiveDate>>,
    file_end: Vec<Option<NaiveDate>>,
    vintage: [Texts<'b>; VINTAGE.len()],
}

impl<'b> Columns<'b> {
    fn new(given: &mut Given<'b>) -> Result<Self, Error> {
        let names = ["registry", "code", "area", "type", "first", "status", "opaque_id"];
        let place = |name| Some((name, given.position(name)?));
        Ok(Self {
            rows: given.rows(),
            places: names.into_iter().filter_map(place).collect(),
            registry: given.texts("registry")?,
            code: given.texts("code")?,
            area: given.texts("area")?,
            kind: given.texts("type")?,
            first: given.texts("first")?,
            count: given.ints("count")?,
            prefix_length: given.ints("prefix_length")?,
            date: given.days("date")?,
            status: given.texts("status")?,
            opaque_id: given.texts("opaque_id")?,
            extensions: given.lists("extensions")?,
            line: given.ints("line")?,
            file: [
                given.texts("file_registry")?,
                given.texts("file_format")?,
                given.texts("file_serial")?,
                given.texts("file_utc_offset")?,
            ],
            file_records: given.ints("file_records")?,
            file_start: given.days("file_start")?,
            file_end: given.days("file_end")?,
            vintage: release(given)?,
        })
    }

    fn load(&self, reader: &mut Reader<'_>, first: u64) -> Result<(), Error> {
        let mut last = None;
        let (mut size, mut tail) = (String::new(), String::new());
        for (row, number) in (0..self.rows).zip(first..) {
            reader.import.account.add_row();
            let is_known = last.is_some_and(|last| self.is_same_file(last, row));
            if !is_known && !self.file(row, number, reader)? {
                last = None;
                continue;
            }
            last = Some(row);
            self.record(row, number, reader, &mut size, &mut tail)?;
        }
        Ok(())
    }

    fn is_same_file(&self, row: usize, other: usize) -> bool {
        self.file.iter().chain(&self.vintage).all(|texts| texts.is_same(row, other))
            && self.file_records.get(row) == self.file_records.get(other)
            && self.file_start.get(row) == self.file_start.get(other)
            && self.file_end.get(row) == self.file_end.get(other)
    }

    /// Takes the header and the vintage of a row; `false` where it was rejected.
    fn file(&self, row: usize, number: u64, reader: &mut Reader<'_>) -> Result<bool, Error> {
        let place = Place::line(number);
        let [registry, version, serial, utc_offset] =
            self.file.each_ref().map(|texts| texts.get(row).unwrap_or_default());
        let vintage = vintage_of(self.vintage.each_ref().map(|texts| texts.get(row)));
        let (registry, vintage) = match (registry.parse(), vintage) {
            (Ok(registry), Ok(vintage)) => (registry, vintage),
            (Err(error), _) => {
                let message = || format!("column `file_registry`: {error}");
                reader.import.reject(rules::REGISTRY_RECORD, place, registry, 1, message)?;
                return Ok(false);
            }
            (_, Err(message)) => {
                reader.import.reject(rules::FORMAT_RECORD, place, "", 1, || message)?;
                return Ok(false);
            }
        };
        let records = self.file_records.get(row).copied().flatten();
        let header = Header {
            version: version.to_owned(),
            registry,
            serial: serial.to_owned(),
            records: records.and_then(|records| records.try_into().ok()).unwrap_or_default(),
            start: self.file_start.get(row).copied().flatten(),
            end: self.file_end.get(row).copied().flatten(),
            utc_offset: utc_offset.to_owned(),
        };
        let Some((collector, known)) = &reader.collector else {
            reader.import.vintage(|fill| fill.clone_from(&vintage));
            let filled = reader.import.builder.vintage_mut().clone();
            reader.collector = Some((Collector::new(header, filled), vintage));
            return Ok(true);
        };
        if *collector.header() != header || *known != vintage {
            reader.import.reject(rules::FORMAT_VINTAGE, place, serial, 1, || {
                "the row is of another file than those before it".to_owned()
            })?;
            return Ok(false);
        }
        Ok(true)
    }

    fn record(
        &self,
        row: usize,
        number: u64,
        reader: &mut Reader<'_>,
        size: &mut String,
        tail: &mut String,
    ) -> Result<(), Error> {
        let text = |texts: &Texts<'b>| texts.get(row).unwrap_or_default();
        let int = |ints: &[Option<i64>]| ints.get(row).copied().flatten();
        let area: Option<Area> = match self.area.get(row).map(str::parse).transpose() {
            Ok(area) => area,
            Err(error) => {
                let text = text(&self.area);
                return self.reject(reader, number, "area", text, &error.to_string());
            }
        };
        size.clear();
        let is_prefix = self.kind.get(row) == Some("ipv6");
        if let Some(number) = int(if is_prefix { &self.prefix_length } else { &self.count }) {
            let _ = write!(size, "{number}");
        }
        tail.clear();
        tail.push_str(text(&self.opaque_id));
        let mut bars = 0;
        for extension in self.extensions.get(row).flatten() {
            tail.push('|');
            tail.push_str(extension);
            bars += 1;
        }
        if tail.matches('|').count() != bars || tail.contains(char::is_control) {
            let message = "a bar or a control character stands in an id or an extension";
            return self.reject(reader, number, "opaque_id", tail, message);
        }
        let parts = Parts {
            registry: text(&self.registry),
            code: text(&self.code),
            area,
            kind: text(&self.kind),
            first: text(&self.first),
            size,
            date: self.date.get(row).copied().flatten(),
            status: text(&self.status),
            tail,
            line: int(&self.line).and_then(|line| line.try_into().ok()).unwrap_or(number),
        };
        let Some((collector, _)) = &mut reader.collector else { return Ok(()) };
        match collector.push(&parts) {
            Ok(()) => {
                reader.import.account.add_values(1);
                Ok(())
            }
            Err((column, expected)) => {
                let found = match column {
                    "registry" => parts.registry,
                    "type" => parts.kind,
                    "first" => parts.first,
                    "status" => parts.status,
                    _ => parts.code,
                };
                let message = format!("expected {expected}, found `{}`", shortened(found));
                self.reject(reader, number, column, found, &message)
            }
        }
    }

    fn reject(
        &self,
        reader: &mut Reader<'_>,
        number: u64,
        column: &'static str,
        text: &str,
        message: &str,
    ) -> Result<(), Error> {
        let at = self.places.iter().find(|(name, _)| *name == column);
        let place = at.map_or(Place::line(number), |(_, at)| Place::field(number, *at));
        reader.import.reject(rules::REGISTRY_RECORD, place, text, 1, || {
            format!("column `{column}`: {message}")
        })
    }
}
