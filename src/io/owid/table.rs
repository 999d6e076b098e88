//! Tables with a column for each variable.

use std::io::Read;

use super::metadata::{Column, Metadata};
use crate::country::Scheme;
use crate::finding::importing as rules;
use crate::io::error::Error;
use crate::io::import::{Import, Place, is_words};
use crate::io::rows::{Damaged, Row, Rows};
use crate::io::{Options, Reading};
use crate::metric::{Cell, DimensionsId, IndicatorScheme, Panel, VariableId};
use crate::quantity::Unit;
use crate::time::Period;

const FORMAT: &str = "Our World in Data table";

/// Reads the table of a chart, or of the older collection of datasets, which has no codes.
///
/// The columns of entity, code and time are known by their names, also by some that people give them: `Entity`, `Country`,
/// `Location`; `Code`, `iso_code`; `Year`, `Day`, `Date`. Every other column with a name is a variable under that name. An
/// empty cell is a missing value. A column whose first value is in words is one of words.
///
/// A region without a code is kept under its name as a special code, and so is a country that lost its code, which is
/// found (AREA-001): the name does not decide.
///
/// # Errors
/// [`Error::Format`] where the header has no entity or code, no time, or nothing else; otherwise see [`Error`].
///
/// ```
/// use netpolity::country::Country;
/// use netpolity::io::{Options, owid};
/// use netpolity::Period;
///
/// let file = "Entity,Code,Year,Share using the Internet\n\
///     Namibia,NAM,2012,12.94\n\
///     World,OWID_WRL,2012,33.5\n";
/// let panel = owid::read_csv(file.as_bytes(), &Options::new())?.data;
/// let year = Period::from_year(2012)?;
/// assert_eq!(panel.value("Share using the Internet", Country::NAM, year), Some(12.94));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read_csv(source: impl Read, options: &Options) -> Result<Reading<Panel>, Error> {
    read_csv_with(source, &Metadata::default(), options)
}

/// Reads the same with its metadata, which gives variables their short names as codes, their titles and units, and the
/// vintage its title and dates.
///
/// # Errors
/// As [`read_csv`].
///
/// ```
/// use netpolity::country::Country;
/// use netpolity::io::{Options, owid};
/// use netpolity::quantity::Unit;
///
/// let metadata = r#"{"columns": {"Share using the Internet":
///     {"shortName": "share_internet", "unit": "% of population", "shortUnit": "%", "lastUpdated": "2025-01-24"}}}"#;
/// let metadata = owid::read_metadata(metadata.as_bytes())?;
/// let file = "Entity,Code,Year,Share using the Internet\nNamibia,NAM,2012,12.94\n";
/// let panel = owid::read_csv_with(file.as_bytes(), &metadata, &Options::new())?.data;
/// let variable = &panel.variables()[0];
/// assert_eq!((variable.code.as_str(), variable.unit), ("share_internet", Some(Unit::Percent)));
/// assert_eq!(panel.vintage().published, Some("2025-01-24".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read_csv_with(
    source: impl Read,
    metadata: &Metadata,
    options: &Options,
) -> Result<Reading<Panel>, Error> {
    let mut import = Import::new(options, Scheme::Owid);
    let mut rows = import.rows(source, b',', true)?;
    let mut table = header(&mut rows, metadata, &mut import)?;
    import.vintage(|vintage| metadata.fill(vintage));
    while let Some(row) = rows.next()? {
        import.account.add_row();
        match row {
            Ok(row) => table.row(row, &mut import)?,
            Err(damaged) => table.damaged(&damaged, &mut import)?,
        }
    }
    Ok(import.finish())
}

/// Where what stands in a row.
struct Table {
    entity: Option<usize>,
    code: Option<usize>,
    time: usize,
    /// Whether times are years, and not days.
    has_years: bool,
    values: Vec<ValueColumn>,
    /// Columns without a name between others.
    unnamed: Vec<usize>,
    /// Of the header, without empty columns behind the last.
    width: usize,
}

struct ValueColumn {
    at: usize,
    variable: VariableId,
    /// Whether its values are words, once that is known.
    words: Option<bool>,
}

/// Names of columns, as the source and as people write them.
const ENTITY: [&str; 6] =
    ["entity", "country", "location", "entity name", "entity_name", "country name"];
const CODE: [&str; 6] =
    ["code", "iso_code", "iso code", "entity_code", "country code", "country_code"];
const TIME: [&str; 3] = ["year", "day", "date"];

fn header<R: Read>(
    rows: &mut Rows<R>,
    metadata: &Metadata,
    import: &mut Import<'_>,
) -> Result<Table, Error> {
    let expected = "a header with `Entity` or `Code`, `Year` or `Day`, and a column of values";
    let row = rows.header(FORMAT, expected)?;
    let refused = || Error::no_header(FORMAT, row.line, expected, row.field(0));
    let find = |names: &[&str]| {
        row.fields().position(|field| {
            let field = field.trim();
            names.iter().any(|name| field.eq_ignore_ascii_case(name))
        })
    };
    let (entity, code) = (find(&ENTITY), find(&CODE));
    let time = find(&TIME).filter(|_| entity.is_some() || code.is_some()).ok_or_else(refused)?;
    let width = row.width();
    let (mut values, mut unnamed) = (Vec::new(), Vec::new());
    for (at, name) in row.fields().enumerate().take(width) {
        if Some(at) == entity || Some(at) == code || at == time {
            continue;
        }
        if name.trim().is_empty() {
            unnamed.push(at);
            continue;
        }
        let column = metadata.column(name);
        let code = column.map(|column| &*column.short_name).filter(|code| !code.is_empty());
        let variable =
            import.variable(code.unwrap_or(name), name, column.map_or("", unit_text), |variable| {
                variable.unit = column.filter(|column| is_percent(column)).map(|_| Unit::Percent);
                variable.identify(IndicatorScheme::Owid);
            });
        values.push(ValueColumn { at, variable, words: column.and_then(Column::has_words) });
    }
    if let Some(at) = unnamed.first().copied().or_else(|| (width < row.len()).then_some(width)) {
        let message = || "a column has no name".to_owned();
        import.note(rules::FORMAT_EXTRA, Place::field(row.line, at), "", message);
    }
    if values.is_empty() {
        return Err(refused());
    }
    let has_years = row.field(time).trim().eq_ignore_ascii_case("year");
    Ok(Table { entity, code, time, has_years, values, unnamed, width })
}

/// What the metadata writes as the unit of a column.
fn unit_text(column: &Column) -> &str {
    if column.unit.is_empty() { &column.short_unit } else { &column.unit }
}

fn is_percent(column: &Column) -> bool {
    column.short_unit.trim() == "%" || column.unit.trim() == "%"
}

impl Table {
    fn row(&mut self, row: Row<'_>, import: &mut Import<'_>) -> Result<(), Error> {
        let is_filled = |at: &usize| !row.field(*at).trim().is_empty();
        let surplus = (self.width..row.len()).filter(is_filled).count();
        let values = self.values.iter().map(|column| column.at);
        let filled = || values.clone().filter(is_filled).count() as u64;
        if row.broken || row.len() < self.width || surplus > 0 {
            let place = Place::line(row.line);
            let entries = filled() + surplus as u64;
            let message = || row.misfit(self.width);
            return import.reject(rules::FORMAT_WIDTH, place, row.field(0), entries, message);
        }
        let unnamed = self.unnamed.iter().copied().filter(is_filled).count();
        if unnamed > 0 {
            import.account.add_skipped("in a column without a name", unnamed as u64);
        }
        let code = self.code.map_or("", |at| row.field(at));
        let entity = self.entity.map_or("", |at| row.field(at));
        let place = Place::field(row.line, self.code.or(self.entity).unwrap_or_default());
        let Some(area) = import.area(place, code, entity, filled)? else { return Ok(()) };
        let place = Place::field(row.line, self.time);
        let text = row.field(self.time);
        let period = match short_year(text.trim()).filter(|_| self.has_years) {
            Some(period) => period,
            None => match import.period(place, text, filled())? {
                Some(period) => period,
                None => return Ok(()),
            },
        };
        for column in &mut self.values {
            let text = row.field(column.at).trim();
            if text.is_empty() {
                import.account.add_missing(1);
                continue;
            }
            let place = Place::field(row.line, column.at);
            let words = *column.words.get_or_insert_with(|| is_words(text));
            let Some(datum) = import.datum(place, text, words)? else { continue };
            let dimensions = DimensionsId::default();
            import.put(column.variable, area, dimensions, period, Cell::new(datum), place)?;
        }
        Ok(())
    }

    fn damaged(&self, row: &Damaged<'_>, import: &mut Import<'_>) -> Result<(), Error> {
        let filled = self.values.iter().map(|column| row.filled(column.at..column.at + 1)).sum();
        import.damaged(row, filled)
    }
}

/// A year of the first millennium, which has fewer than four digits here.
fn short_year(text: &str) -> Option<Period> {
    let is_year = (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_year.then(|| Period::from_year(text.parse().ok()?).ok())?
}

#[cfg(test)]
pub(in crate::io) const CASES: crate::io::cases::Cases = {
    use crate::io::cases::{Cases, case};
    const HEADER: &str = "Entity,Code,Year,Users\n";
    Cases {
        read: |text| read_csv(text, &Options::new()).map(|read| read.account),
        cases: &[
            case(
                "AREA-001",
                &[HEADER, "Faeroe Islands,,2012,1\n"],
                &[HEADER, "Faeroe Islands,FRO,2012,1\nSouth Asia (WB),,2012,1\n"],
            ),
            case(
                "AREA-003",
                &[HEADER, "Kosovo,OWID_KOS,2012,1\n"],
                &[HEADER, "Norway,NOR,2012,1\n"],
            ),
        ],
    }
};

#[cfg(test)]
mod tests {
    use super::super::{read_metadata, write_csv};
    use super::*;
    use crate::country::{Area, Country};
    use crate::io::Account;
    use crate::metric::{Datum, Flag, Missing, Number, PanelBuilder, Variable, Vintage};

    const FILE: &[u8] = include_bytes!("../../../tests/fixtures/io/owid/chart.csv");
    const METADATA: &[u8] = include_bytes!("../../../tests/fixtures/io/owid/chart.metadata.json");

    fn read(file: &[u8]) -> Reading<Panel> {
        read_csv(file, &Options::new()).unwrap()
    }

    fn year(year: i32) -> Period {
        Period::from_year(year).unwrap()
    }

    fn counts(account: &Account) -> [u64; 4] {
        [account.values(), account.missing(), account.rejected(), account.skipped()]
    }

    fn special(text: &str) -> Area {
        format!("special:{text}").parse().unwrap()
    }

    #[test]
    fn each_column_is_a_variable() {
        let Reading { data: panel, account } = read(FILE);
        assert_eq!(account.rows(), 7);
        assert_eq!(counts(&account), [11, 3, 0, 0]);
        let share = "Share using the Internet";
        assert_eq!(panel.value(share, Country::NAM, year(2013)), Some(13.9));
        let kosovo = panel.get(share, Country::XKX, year(2012)).unwrap();
        assert_eq!(kosovo.number().unwrap().to_string(), "76.60000000000001");
        let tiny = panel.get("People", Country::NAM, year(2013)).unwrap();
        assert_eq!(tiny.number().unwrap().to_string(), "1.5E-05");
        // Regions without a code, and a country that lost its own.
        assert_eq!(panel.value(share, special("South Asia (WB)"), year(2012)), Some(10.9));
        assert_eq!(panel.value(share, special("Faeroe Islands"), year(2012)), Some(85.3));
        assert_eq!(panel.value(share, Country::FRO, year(2012)), None);
        assert_eq!((account.count_of("AREA-001"), account.count_of("AREA-006")), (1, 1));
        // Years of few digits, and before the common era.
        let world = Scheme::Owid.area_of("OWID_WRL", None).unwrap();
        assert_eq!(panel.value("People", world.clone(), year(-500)), Some(3.0));
        assert_eq!(panel.value("People", world, year(7)), Some(4.0));
    }

    #[test]
    fn metadata_names_variables_and_the_vintage() {
        let metadata = read_metadata(METADATA).unwrap();
        let mut options = Options::new();
        options.vintage.retrieved = "2025-08-08".parse().ok();
        let panel = read_csv_with(FILE, &metadata, &options).unwrap().data;
        let [share, people] = panel.variables() else { panic!("two variables") };
        assert_eq!((&*share.code, &*share.name), ("share_internet", "Share using the Internet"));
        assert_eq!((&*share.unit_text, share.unit), ("% of population", Some(Unit::Percent)));
        assert_eq!((&*people.unit_text, people.unit), ("people", None));
        let vintage = panel.vintage();
        let dataset = "Share of the population using the Internet";
        assert_eq!(vintage.dataset.as_deref(), Some(dataset));
        assert_eq!(vintage.published, "2025-01-24".parse().ok());
        assert_eq!(vintage.retrieved, "2025-08-08".parse().ok(), "the caller knows better");
        // Columns may have short names.
        let short = "Entity,Code,Year,share_internet\nNamibia,NAM,2012,12.94\n";
        let panel = read_csv_with(short.as_bytes(), &metadata, &options).unwrap().data;
        assert_eq!(panel.variables()[0].unit, Some(Unit::Percent));
    }

    #[test]
    fn headers_that_people_wrote_are_read() {
        for header in [
            "Country,Code,Year,Percentage",
            "Entity,iso_code,Year,n_iUsers",
            "\u{feff}entity,code,year,value",
            "location,iso_code,date,new_cases",
        ] {
            let file = format!("{header}\r\nNamibia,NAM,2012,12.94\r\n");
            let Reading { data: panel, account } = read(file.as_bytes());
            assert_eq!(counts(&account), [1, 0, 0, 0], "{header}");
            assert!(panel.areas().eq([&Country::NAM.into()]), "{header}");
        }
        let panel = read(b"Entity,Year,Cost\nAlgeria,2018,2.04\n").data;
        assert!(panel.areas().eq([&special("Algeria")]), "a name does not decide");
    }

    #[test]
    fn days_and_words_are_read() {
        let file = "Entity,Code,Day,Regime\nNamibia,NAM,2020-01-22,closed\nNamibia,NAM,2020-01-23,5\n\
            Namibia,NAM,7,open\n";
        let Reading { data: panel, account } = read(file.as_bytes());
        assert_eq!(counts(&account), [2, 0, 1, 0]);
        let day = "2020-01-22".parse().unwrap();
        assert_eq!(panel.get("Regime", Country::NAM, day).unwrap().words(), Some("closed"));
    }

    #[test]
    fn what_is_wrong_is_rejected_with_its_place() {
        let file = "Entity,Code,,Year,a,b,\nNamibia,NAM,x,2012,1,n/a,\nNamibia,NAM,,2013,\"1,234\",2,\n\
            Namibia,NAM,,soon,1,,\n,,,2012,1,2,\nNamibia,NAM,,2014,1\nNamibia,NAM,,2015,inf,1,\n";
        let account = read(file.as_bytes()).account;
        // The first value of `b` is in words, so that such are answers there.
        assert_eq!(counts(&account), [4, 0, 1 + 1 + 2 + 1 + 1, 1]);
        for rule in ["VAL-005", "VAL-001", "PRD-001", "FMT-005", "FMT-003"] {
            assert_eq!(account.count_of(rule), 1, "{rule}");
        }
        let late = read(b"Entity,Code,Year,a\nNamibia,NAM,2012,1\nNamibia,NAM,2013,n/a\n").account;
        assert_eq!((counts(&late), late.count_of("VAL-006")), ([1, 0, 1, 0], 1));
    }

    #[test]
    fn another_file_is_refused() {
        let refused = |file: &str| read_csv(file.as_bytes(), &Options::new()).unwrap_err();
        for file in ["a,b,c\n", "Entity,Code,Year\n", "Year,x\n", "{\"error\": 404}"] {
            assert!(matches!(refused(file), Error::Format { line: 1, .. }), "{file}");
        }
        assert!(matches!(refused("<html>"), Error::NoData { .. }));
        assert!(matches!(refused(""), Error::NoData { .. }));
        let damaged =
            read_csv(&b"Entity,Code,Year,x\nC\xf4te d'Ivoire,CIV,2012,1\n"[..], &Options::new());
        let account = damaged.unwrap().account;
        assert_eq!((counts(&account), account.count_of("FMT-008")), ([0, 0, 1, 0], 1));
    }

    #[test]
    fn a_table_is_written_as_it_was_read() {
        let panel = read(FILE).data;
        let mut table = Vec::new();
        let written = write_csv(&panel, &mut table).unwrap();
        // The countries come in the order of the file, whose rows are in the order of time.
        assert_eq!(String::from_utf8(table).unwrap(), String::from_utf8_lossy(FILE));
        assert_eq!((written.rows, written.values, written.missing), (7, 11, 0));
        assert!(written.losses().eq([("areas", 2)]));
    }

    #[test]
    fn what_a_table_cannot_hold_is_counted() {
        let mut builder = PanelBuilder::new(Vintage::new());
        let mut named = Variable::new("a");
        named.name = "Users, \"all\"".to_owned();
        let other = Variable { code: "b".to_owned(), ..named.clone() };
        let (a, b) = (builder.variable(named), builder.variable(other));
        let area = builder.area(Country::NAM.into(), "NAM", "");
        let women = builder.dimensions([("sex", "female")].into_iter().collect());
        let none = DimensionsId::default();
        let number = Cell::from(Number::parse("1.50").unwrap());
        let marked = number.with_flag(Flag::Break).with_status("b").with_note("new survey");
        let month = Period::from_month(2012, 7).unwrap();
        builder.push(a, area, none, year(2012), marked, 0).unwrap();
        builder.push(a, area, none, year(2012), number, 0).unwrap();
        builder.push(b, area, none, year(2013), Missing::Confidential.into(), 0).unwrap();
        builder.push(b, area, none, year(2014), Cell::new(Datum::Words("yes, no")), 0).unwrap();
        builder.push(b, area, women, year(2012), number, 0).unwrap();
        builder.push(b, area, none, month, number, 0).unwrap();
        let mut table = Vec::new();
        let written = write_csv(&builder.finish(), &mut table).unwrap();
        let expected = "Entity,Code,Year,\"Users, \"\"all\"\"\",\"Users, \"\"all\"\" (b)\"\n\
            NAM,NAM,2012,1.50,\nNAM,NAM,2013,,\nNAM,NAM,2014,,\"yes, no\"\n";
        assert_eq!(String::from_utf8(table).unwrap(), expected);
        assert_eq!((written.rows, written.values, written.missing), (3, 2, 1));
        let losses: Vec<_> = written.losses().collect();
        let expected = [
            ("cells of other periods", 1),
            ("cells with dimensions", 1),
            ("flags", 1),
            ("notes", 1),
            ("second cells for a period", 1),
            ("statuses", 1),
        ];
        assert_eq!(losses, expected);
    }

    proptest::proptest! {
        #![proptest_config(proptest::test_runner::Config::with_cases(100))]

        #[test]
        fn a_damaged_file_is_accounted_for(damage in crate::io::damage::any()) {
            let file = damage.of(FILE);
            if let Ok(Reading { data: panel, account }) = read_csv(&file[..], &Options::new()) {
                proptest::prop_assert_eq!(account.entries(), counts(&account).iter().sum::<u64>());
                let held = panel.len() + panel.duplicates().count();
                proptest::prop_assert_eq!(account.values(), held as u64);
            }
        }

        /// Numbers of countries and regions come back, each where it was and as it was written.
        #[test]
        fn numbers_come_back(
            cells in proptest::collection::vec(
                (0..3_usize, 0..5_usize, -3000..2100_i32, "-?(0|[1-9][0-9]{0,8})(\\.[0-9]{1,6})?(E-0[1-5])?"), 0..40),
            names in proptest::collection::vec("\\PC{0,8}", 3),
        ) {
            let mut builder = PanelBuilder::new(Vintage::new());
            let variables: Vec<VariableId> = (0..).zip(&names).map(|(i, name)| {
                let mut variable = Variable::new(format!("v{i}"));
                name.clone_into(&mut variable.name);
                builder.variable(variable)
            }).collect();
            let areas = [Country::NAM.into(), Country::XKX.into(), Country::CSK.into(),
                Scheme::Owid.area_of("OWID_WRL", None).unwrap(), special("South, \"Asia\"")];
            let ids = areas.clone().map(|area| builder.area(area, "", "South, \"Asia\""));
            for (variable, area, at, text) in &cells {
                let cell = Number::parse(text).unwrap().into();
                builder.push(variables[*variable], ids[*area], DimensionsId::default(), year(*at), cell, 0).unwrap();
            }
            let panel = builder.finish();
            let mut table = Vec::new();
            let written = write_csv(&panel, &mut table).unwrap();
            if cells.is_empty() {
                return Ok(());
            }
            let Reading { data: back, account } = read(&table);
            proptest::prop_assert_eq!(written.values, account.values());
            proptest::prop_assert_eq!(account.rejected() + account.skipped(), 0);
            // Variables without a series are not written, and names that two share get a number: go by the order.
            let all = |panel: &Panel| {
                let mut all: Vec<String> = panel.series().flat_map(|series| {
                    let area = series.area().clone();
                    series.iter().map(move |(period, cell)| format!("{area} {period} {}", cell.number().unwrap())).collect::<Vec<_>>()
                }).collect();
                all.sort();
                all
            };
            proptest::prop_assert_eq!(all(&panel), all(&back));
        }
    }
}
