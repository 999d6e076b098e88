//! Exports of the `DataHub`.

use std::collections::HashMap;
use std::io::Read;

use super::remark::{Remark, estimates};
use crate::country::Scheme;
use crate::finding::importing as rules;
use crate::io::error::Error;
use crate::io::import::{Import, Place};
use crate::io::rows::{Damaged, Row, Rows};
use crate::io::{Options, Reading};
use crate::metric::{Cell, Datum, DimensionsId, Flags, IndicatorScheme, Missing, Panel, Variable};
use crate::quantity::Unit;

const FORMAT: &str = "ITU DataHub table";

/// Reads an export of the `DataHub`: one value a row, of one series or several.
///
/// | column | what becomes of it |
/// |---|---|
/// | `seriesCode`, `seriesName`, `seriesUnits` | the variable |
/// | `entityIso`, `entityName` | the area, by its code |
/// | `dataValue` | a number; words, in a series without a unit; a missing value where it is empty |
/// | `dataNote` | the note, and flags for [phrases](super::Scope) that are known |
/// | `dataSource` | the status, and [`Flag::EstimatedByPublisher`](crate::metric::Flag) where it says that the Union estimated; `Estimated` where somebody else did |
/// | `seriesID`, `seriesParent`, `seriesDescription`, `entityID` | see [`read_catalogue`](super::read_catalogue) |
///
/// Columns are known by their names; all but code, area, year and value may be absent. What stands in other columns is counted as
/// skipped. The file has no date: give one in
/// [`Options::vintage`].
///
/// # Errors
/// [`Error::Format`] where there is no header with the columns of the format; otherwise see [`Error`].
///
/// ```
/// use netpolity::country::Country;
/// use netpolity::io::{Options, itu};
/// use netpolity::metric::Flag;
/// use netpolity::Period;
///
/// let file = "seriesCode,seriesName,seriesUnits,entityIso,entityName,dataValue,dataYear,dataNote,dataSource\n\
///     i99H,Individuals using the Internet,%,KSO,Kosovo,\"42.30009842\",2012,Aged 16-74.,ITU Estimate.\n";
/// let panel = itu::read_csv(file.as_bytes(), &Options::new())?.data;
/// let cell = panel.get("i99H", Country::XKX, Period::from_year(2012)?).unwrap();
/// assert_eq!(cell.number().unwrap().to_string(), "42.30009842");
/// assert!(cell.flags().contains(Flag::EstimatedByPublisher));
/// assert!(cell.flags().contains(Flag::DefinitionDiffers));
/// assert_eq!((cell.status(), cell.note()), (Some("ITU Estimate."), Some("Aged 16-74.")));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read_csv(source: impl Read, options: &Options) -> Result<Reading<Panel>, Error> {
    let mut import = Import::new(options, Scheme::Itu);
    let mut rows = import.rows(source, b',', true)?;
    let mut table = Table::new(Columns::read(&mut rows)?);
    while let Some(row) = rows.next()? {
        import.account.add_row();
        match row {
            Ok(row) => table.row(row, &mut import)?,
            Err(damaged) => no_text(&damaged, &mut import)?,
        }
    }
    Ok(import.finish())
}

/// Where what stands in a row. A column that the file has not is `None`.
pub(super) struct Columns {
    pub(super) series: usize,
    pub(super) area: usize,
    value: usize,
    year: usize,
    pub(super) series_name: Option<usize>,
    pub(super) units: Option<usize>,
    pub(super) area_name: Option<usize>,
    note: Option<usize>,
    source: Option<usize>,
    pub(super) series_id: Option<usize>,
    pub(super) parent: Option<usize>,
    pub(super) description: Option<usize>,
    pub(super) area_id: Option<usize>,
    /// All others.
    unknown: Vec<usize>,
    width: usize,
}

impl Columns {
    pub(super) fn read<R: Read>(rows: &mut Rows<R>) -> Result<Self, Error> {
        let expected = "a header with `seriesCode`, `entityIso`, `dataValue` and `dataYear`";
        let header = rows.header(FORMAT, expected)?;
        let find = |name: &str| header.fields().position(|field| field.trim() == name);
        let (Some(series), Some(area), Some(value), Some(year)) =
            (find("seriesCode"), find("entityIso"), find("dataValue"), find("dataYear"))
        else {
            return Err(Error::no_header(FORMAT, header.line, expected, header.field(0)));
        };
        let mut columns = Self {
            series,
            area,
            value,
            year,
            series_name: find("seriesName"),
            units: find("seriesUnits"),
            area_name: find("entityName"),
            note: find("dataNote"),
            source: find("dataSource"),
            series_id: find("seriesID"),
            parent: find("seriesParent"),
            description: find("seriesDescription"),
            area_id: find("entityID"),
            unknown: Vec::new(),
            width: header.len(),
        };
        let required = [series, area, value, year].map(Some);
        let Self { series_name, units, area_name, note, source, .. } = columns;
        let values = [series_name, units, area_name, note, source];
        let Self { series_id, parent, description, area_id, .. } = columns;
        let catalogue = [series_id, parent, description, area_id];
        let known = [required.as_slice(), &values, &catalogue].concat();
        columns.unknown = (0..columns.width).filter(|at| !known.contains(&Some(*at))).collect();
        Ok(columns)
    }

    /// Whether the fields of a row are those of the columns.
    pub(super) fn fit(&self, row: Row<'_>) -> bool {
        !row.broken && row.len() == self.width
    }

    pub(super) fn misfit(&self, row: Row<'_>, import: &mut Import<'_>) -> Result<(), Error> {
        let place = Place::line(row.line);
        import.reject(rules::FORMAT_WIDTH, place, row.field(0), 1, || row.misfit(self.width))
    }
}

/// A field of a column that the file may not have.
pub(super) fn field(row: Row<'_>, column: Option<usize>) -> &str {
    column.map_or("", |at| row.field(at))
}

/// Rejects a row that is no UTF-8.
pub(super) fn no_text(row: &Damaged<'_>, import: &mut Import<'_>) -> Result<(), Error> {
    import.damaged(row, 1)
}

type Texts<T> = HashMap<Box<str>, T, foldhash::fast::FixedState>;

struct Table {
    columns: Columns,
    /// What remarks and sources mean: a file repeats a few hundred.
    remarks: Texts<Remark>,
    sources: Texts<Flags>,
}

impl Table {
    fn new(columns: Columns) -> Self {
        let (remarks, sources) = (HashMap::default(), HashMap::default());
        Self { columns, remarks, sources }
    }

    fn row(&mut self, row: Row<'_>, import: &mut Import<'_>) -> Result<(), Error> {
        let columns = &self.columns;
        if !columns.fit(row) {
            return columns.misfit(row, import);
        }
        let unknown =
            columns.unknown.iter().filter(|at| !row.field(**at).trim().is_empty()).count();
        if unknown > 0 {
            import.account.add_skipped("in a column that is not of the format", unknown as u64);
        }
        let place = Place::field(row.line, columns.area);
        let name = field(row, columns.area_name);
        let Some(area) = import.area(place, row.field(columns.area), name, || 1)? else {
            return Ok(());
        };
        let place = Place::field(row.line, columns.year);
        let Some(period) = import.period(place, row.field(columns.year), 1)? else {
            return Ok(());
        };
        let units = field(row, columns.units);
        let place = Place::field(row.line, columns.value);
        let datum = match row.field(columns.value).trim() {
            "" => Datum::Missing(Missing::NotStated),
            text => match import.datum(place, text, units.trim().is_empty())? {
                Some(datum) => datum,
                None => return Ok(()),
            },
        };
        let (note, source) = (field(row, columns.note), field(row, columns.source));
        let mut flags = Flags::EMPTY;
        if !note.is_empty() {
            let remark = known(&mut self.remarks, note, Remark::of);
            flags.extend(remark.flags(period.year()).iter());
        }
        if !source.is_empty() {
            flags.extend(known(&mut self.sources, source, estimates).iter());
        }
        let mut cell = Cell::new(datum).with_flags(flags);
        if !note.is_empty() {
            cell = cell.with_note(note);
        }
        if !source.is_empty() {
            cell = cell.with_status(source);
        }
        let (code, name) = (row.field(columns.series), field(row, columns.series_name));
        let variable = import.variable(code, name, units, describe);
        import.put(variable, area, DimensionsId::default(), period, cell, place)
    }
}

/// Fills in what is known of a series.
fn describe(variable: &mut Variable) {
    (variable.unit, variable.scale) = match variable.unit_text.trim() {
        "%" => (Some(Unit::Percent), 0),
        "Mbit/s" => (Some(Unit::BitsPerSecond), 6),
        _ => (None, 0),
    };
    variable.identify(IndicatorScheme::Itu);
}

/// What a text means, which is found out once.
fn known<T: Copy>(texts: &mut Texts<T>, text: &str, read: impl FnOnce(&str) -> T) -> T {
    if let Some(known) = texts.get(text) {
        return *known;
    }
    *texts.entry(text.into()).or_insert(read(text))
}

#[cfg(test)]
pub(in crate::io) const CASES: crate::io::cases::Cases = {
    use crate::io::cases::{Cases, case};
    const HEADER: &str = "seriesCode,seriesUnits,entityIso,entityName,dataValue,dataYear\n";
    Cases {
        read: |text| read_csv(text, &Options::new()).map(|read| read.account),
        cases: &[
            case(
                "KEY-002",
                &[HEADER, "i,%,NAM,Namibia,1,2012\ni,%,NAM,Namibia,2,2012\n"],
                &[HEADER, "i,%,NAM,Namibia,1,2012\ni,,NAM,Namibia,2,2012\n"],
            ),
            case(
                "AREA-002",
                &[HEADER, "i,%,GBJ,Jersey,1,2012\n"],
                &[HEADER, "i,%,JEY,Jersey,1,2012\n"],
            ),
            case(
                "VAL-006",
                &[HEADER, "i,%,NAM,Namibia,yes,2012\n"],
                &[HEADER, "i,,NAM,Namibia,yes,2012\n"],
            ),
            case(
                "FMT-005",
                &[HEADER, "i,%,NAM,\"Namibia,1,2012\n"],
                &[HEADER, "i,%,NAM,\"Namibia\",1,2012\n"],
            ),
            case("FMT-007", &[""], &[HEADER]),
        ],
    }
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::country::{Area, Country};
    use crate::io::Account;
    use crate::metric::Flag;
    use crate::time::Period;

    const FILE: &[u8] = include_bytes!("../../../tests/fixtures/io/itu/datahub.csv");

    fn read(file: &[u8]) -> Reading<Panel> {
        read_csv(file, &Options::new()).unwrap()
    }

    fn year(year: i32) -> Period {
        Period::from_year(year).unwrap()
    }

    fn counts(account: &Account) -> [u64; 4] {
        [account.values(), account.missing(), account.rejected(), account.skipped()]
    }

    #[test]
    fn everything_is_kept() {
        let Reading { data: panel, account } = read(FILE);
        assert_eq!(account.rows(), 9);
        assert_eq!(counts(&account), [8, 1, 0, 0]);
        assert_eq!(account.count_of("FMT-001"), 1);
        let at = |area: Country, when| panel.get("i99H", area, year(when)).unwrap();
        // As it was written, noise of single precision and all.
        assert_eq!(at(Country::CHN, 2012).number().unwrap().to_string(), "42.30009842");
        assert_eq!(at(Country::NAM, 2012).number().unwrap().to_string(), "12.0");
        // A remark over two lines, and flags out of both texts.
        let cell = at(Country::NAM, 2013);
        assert_eq!(cell.note(), Some("Aged 6 and older.\nIn the last 12 months"));
        assert_eq!(cell.status(), Some("ITU estimate. "));
        assert_eq!(cell.flags(), [Flag::DefinitionDiffers, Flag::EstimatedByPublisher].into());
        assert_eq!(at(Country::CHN, 2023).flags(), [Flag::Break, Flag::DefinitionDiffers].into());
        assert_eq!(at(Country::XKX, 2013).missing(), Some(Missing::NotStated));
        // Codes of the Union's own.
        assert_eq!((account.count_of("AREA-002"), account.count_of("AREA-003")), (1, 1));
        let labels = panel.labels(&Country::GGY.into());
        assert_eq!((&*labels[0].code, &*labels[0].name), ("AAA", "Guernsey"));
        assert_eq!(panel.value("i99H", Country::TWN, year(2012)), Some(76.0));
        let price = panel.get("price", Country::NAM, year(2012)).unwrap();
        assert_eq!(price.words(), Some("Without price control"));
        let variables = panel.variables();
        assert_eq!((variables[0].unit, &*variables[0].unit_text), (Some(Unit::Percent), "%"));
        assert_eq!((variables[1].unit, &*variables[1].unit_text), (None, ""));
    }

    #[test]
    fn columns_are_known_by_name() {
        let panel = read(b"dataYear,dataValue,entityIso,seriesCode\n2012,7,NAM,i\n").data;
        assert_eq!(panel.value("i", Country::NAM, year(2012)), Some(7.0));
    }

    #[test]
    fn a_series_in_other_units_is_another() {
        let file = "seriesCode,seriesUnits,entityIso,dataValue,dataYear\n\
            i,%,NAM,1,2012\ni,Persons,NAM,1000,2012\ni,%,NAM,2,2013\n";
        let Reading { data: panel, account } = read(file.as_bytes());
        assert_eq!(counts(&account), [3, 0, 0, 0]);
        let units = panel.variables().iter().map(|variable| &*variable.unit_text);
        assert!(units.eq(["%", "Persons"]));
        assert_eq!(panel.duplicates().count(), 0);
    }

    #[test]
    fn what_is_wrong_is_rejected_with_its_place() {
        let file = "seriesCode,seriesUnits,entityIso,dataValue,dataYear\n\
            i,%,NAM,many,2012\ni,%,NAM,\"1,5\",2013\ni,%,NAM,1,soon\ni,%,,1,2012\ni,%,NAM\ni,%,QQQ,1,2012\n";
        let Reading { data: panel, account } = read(file.as_bytes());
        assert_eq!(counts(&account), [1, 0, 5, 0]);
        for rule in ["VAL-006", "VAL-005", "PRD-001", "FMT-005"] {
            assert_eq!(account.count_of(rule), 1, "{rule}");
        }
        assert_eq!(account.count_of("AREA-006"), 2);
        let finding = &account.findings()[0];
        assert_eq!(finding.path().to_string(), "line 2, column 4");
        assert!(panel.areas().any(|area| *area == "special:QQQ".parse::<Area>().unwrap()));
        let mut options = Options::new();
        options.strict = true;
        let error = read_csv(file.as_bytes(), &options).unwrap_err();
        assert_eq!(error.rule(), Some("VAL-006"));
    }

    #[test]
    fn another_file_is_refused() {
        let refused = |file: &str| read_csv(file.as_bytes(), &Options::new()).unwrap_err();
        assert!(matches!(refused("Entity,Code,Year,x\n"), Error::Format { line: 1, .. }));
        assert!(matches!(refused("<!DOCTYPE html>\n"), Error::NoData { .. }));
        assert!(matches!(refused(""), Error::NoData { .. }));
        let damaged = read_csv(&b"series\xffCode\n"[..], &Options::new()).unwrap_err();
        assert!(matches!(damaged, Error::Format { .. }));
    }

    proptest::proptest! {
        #[test]
        fn a_damaged_file_is_accounted_for(damage in crate::io::damage::any()) {
            let file = damage.of(FILE);
            if let Ok(Reading { data: panel, account }) = read_csv(&file[..], &Options::new()) {
                proptest::prop_assert_eq!(account.entries(), counts(&account).iter().sum::<u64>());
                // What is skipped are single fields.
                proptest::prop_assert_eq!(account.rows(), account.entries() - account.skipped());
                let held = panel.len() + panel.duplicates().count();
                proptest::prop_assert_eq!(account.values() + account.missing(), held as u64);
            }
        }
    }
}
