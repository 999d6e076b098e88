//! Tables with a column for each period.

use std::collections::HashMap;
use std::io::Read;

use super::cell::{Marks, Parts};
use crate::country::Scheme;
use crate::finding::importing as rules;
use crate::io::error::{Error, shortened};
use crate::io::import::{Import, Place, Subject};
use crate::io::rows::{Damaged, Row, Rows};
use crate::io::{Options, Reading, period};
use crate::metric::{Cell, Datum, Dimensions, IndicatorScheme, Missing, Panel, Variable};
use crate::quantity::Unit;
use crate::time::{Grid, Period};

const FORMAT: &str = "Eurostat TSV";

/// Reads a table of the bulk download, with an old header (`indic_is,unit,geo\time`) or a new one
/// (`freq,indic_is,unit,geo\TIME_PERIOD`).
///
/// Of the key of a row, `geo` is the area and `unit` the unit. The dimension whose name begins with `indic` is the variable;
/// where there is none it is the dataset, whose code the file does not have: give it in
/// [`options.vintage.dataset`](crate::metric::Vintage). All others are [`Dimensions`], `freq` too.
///
/// `:` is a missing value: [confidential](Missing::Confidential) with `c`, [not applicable](Missing::NotApplicable) with `z`,
/// otherwise for a reason that is [not stated](Missing::NotStated). Letters behind a value are flags, all of them, and are
/// kept as the status. Units `THS…` and `MIO…` give the scale.
///
/// # Errors
/// [`Error::Format`] where the header has no `geo`, or no time across; otherwise see [`Error`].
///
/// ```
/// use netpolity::country::Country;
/// use netpolity::io::{Options, eurostat};
/// use netpolity::metric::{Flag, Missing};
///
/// let file = "freq,indic_is,ind_type,unit,geo\\TIME_PERIOD\t2019 \t2020 \t2021 \n\
///     A,I_IU3,IND_TOTAL,PC_IND,EL\t76 \t78 bp \t: c \n";
/// let panel = eurostat::read_tsv(file.as_bytes(), &Options::new())?.data;
/// let greece = panel.slice().indicator("I_IU3").area(Country::GRC).series().next().unwrap();
/// assert_eq!(greece.dimensions().to_string(), "freq=A ind_type=IND_TOTAL");
/// let cell = greece.get("2020".parse()?).unwrap();
/// assert_eq!((cell.value(), cell.status()), (Some(78.0), Some("bp")));
/// assert_eq!(cell.flags(), [Flag::Break, Flag::Provisional].into());
/// assert_eq!(greece.get("2021".parse()?).unwrap().missing(), Some(Missing::Confidential));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read_tsv(source: impl Read, options: &Options) -> Result<Reading<Panel>, Error> {
    let mut import = Import::new(options, Scheme::Eurostat);
    let mut rows = import.rows(source, b'\t', false)?;
    let mut table = header(&mut rows, &mut import)?;
    while let Some(row) = rows.next()? {
        import.account.add_row();
        match row {
            Ok(row) => table.row(row, &mut import)?,
            Err(damaged) => table.damaged(&damaged, &mut import)?,
        }
    }
    Ok(import.finish())
}

struct Table {
    keys: Vec<Key>,
    /// In the order of time, so that each series is put in as it will lie.
    periods: Vec<PeriodColumn>,
    /// Columns with no period.
    others: Vec<usize>,
    /// Of the header, without empty columns behind the last.
    width: usize,
    /// The code of variables, where no dimension has it.
    dataset: String,
}

/// What a part of the key of a row is.
enum Key {
    Area,
    Unit,
    Variable,
    Dimension(Box<str>),
}

#[derive(Clone, Copy)]
struct PeriodColumn {
    at: usize,
    grid: Grid,
    number: i32,
}

fn header<R: Read>(rows: &mut Rows<R>, import: &mut Import<'_>) -> Result<Table, Error> {
    let expected = "a header that begins as `unit,geo\\TIME_PERIOD`";
    let row = rows.header(FORMAT, expected)?;
    let refused = || Error::no_header(FORMAT, row.line, expected, row.field(0));
    let (names, across) = row.field(0).trim().split_once('\\').ok_or_else(refused)?;
    let is_time = ["time", "time_period"].iter().any(|time| across.eq_ignore_ascii_case(time));
    let keys = keys(names);
    if !is_time || !keys.iter().any(|key| matches!(key, Key::Area)) {
        return Err(refused());
    }
    let width = row.width();
    if width < row.len() {
        let message = || "an empty column follows the last one".to_owned();
        import.note(rules::FORMAT_EXTRA, Place::field(row.line, width), "", message);
    }
    let (mut periods, mut others) = (Vec::new(), Vec::new());
    for (at, text) in row.fields().enumerate().take(width).skip(1) {
        let text = text.trim();
        if let Some((grid, number)) = period::read(text).and_then(Period::on_grid) {
            periods.push(PeriodColumn { at, grid, number });
            continue;
        }
        others.push(at);
        let message = || format!("`{}` is no period; the column is left out", shortened(text));
        import.refuse(rules::PERIOD, Place::field(row.line, at), text, message)?;
    }
    let mut grids: HashMap<Grid, usize> = HashMap::new();
    periods.sort_by_cached_key(|column| {
        let next = grids.len();
        (*grids.entry(column.grid).or_insert(next), column.number)
    });
    let dataset = import.options.vintage.dataset.clone().unwrap_or_default();
    Ok(Table { keys, periods, others, width, dataset })
}

/// What the parts of a key are: of several that are the same thing, the first is it and the others are dimensions. The variable is what
/// begins with `indic`.
fn keys(names: &str) -> Vec<Key> {
    let (mut has_area, mut has_unit, mut has_variable) = (false, false, false);
    let first = |seen: &mut bool| !std::mem::replace(seen, true);
    let key = |name: &str| match name {
        "geo" if first(&mut has_area) => Key::Area,
        "unit" if first(&mut has_unit) => Key::Unit,
        _ if name.starts_with("indic") && first(&mut has_variable) => Key::Variable,
        _ => Key::Dimension(name.into()),
    };
    names.split(',').map(str::trim).map(key).collect()
}

impl Table {
    fn row(&mut self, row: Row<'_>, import: &mut Import<'_>) -> Result<(), Error> {
        let has_surplus = || (self.width..row.len()).any(|at| !row.field(at).trim().is_empty());
        if row.len() < self.width || has_surplus() {
            let message = || row.misfit(self.width);
            return import.reject(
                rules::FORMAT_WIDTH,
                Place::line(row.line),
                row.field(0),
                filled(row, 1..row.len()),
                message,
            );
        }
        let other = self.others.iter().filter(|at| !row.field(**at).trim().is_empty()).count();
        if other > 0 {
            import.account.add_skipped("in a column without a period", other as u64);
        }
        let entries = || {
            let cells = self.periods.iter().map(|column| row.field(column.at));
            cells.filter(|cell| !cell.trim().is_empty()).count() as u64
        };
        let place = Place::field(row.line, 0);
        let parts = row.field(0).split(',').count();
        if parts != self.keys.len() {
            let keys = self.keys.len();
            let message = || format!("the key has {parts} parts, that of the header {keys}");
            return import.reject(rules::FORMAT_WIDTH, place, row.field(0), entries(), message);
        }
        let (mut code, mut unit, mut geo) = ("", "", "");
        let mut dimensions = Vec::new();
        for (key, part) in self.keys.iter().zip(row.field(0).split(',').map(str::trim)) {
            match key {
                Key::Area => geo = part,
                Key::Unit => unit = part,
                Key::Variable => code = part,
                Key::Dimension(name) => dimensions.push((&**name, part)),
            }
        }
        let Some(area) = import.area(place, geo, "", entries)? else { return Ok(()) };
        let dimensions = import.dimensions(Dimensions::from_iter(dimensions));
        let has_variable = self.keys.iter().any(|key| matches!(key, Key::Variable));
        let code = if has_variable { code } else { &self.dataset };
        let variable = import.variable(code, "", unit, describe);
        let mut subject = Subject::new(variable, area, dimensions);
        for column in &self.periods {
            let place = Place::field(row.line, column.at);
            let parts = Parts::of(row.field(column.at));
            if parts.value.is_empty() {
                import.account.add_missing(1);
                continue;
            }
            let Some(cell) = cell(parts, place, import)? else { continue };
            import.put_into(&mut subject, column.grid, column.number, cell, place)?;
        }
        Ok(())
    }

    fn damaged(&self, row: &Damaged<'_>, import: &mut Import<'_>) -> Result<(), Error> {
        let filled = row.filled(1..self.width);
        import.damaged(row, filled)
    }
}

fn filled(row: Row<'_>, fields: std::ops::Range<usize>) -> u64 {
    fields.filter(|at| !row.field(*at).trim().is_empty()).count() as u64
}

/// What stands in a cell; `None` where it was rejected.
fn cell<'t>(
    parts: Parts<'t>,
    place: Place,
    import: &mut Import<'_>,
) -> Result<Option<Cell<'t>>, Error> {
    if parts.letters.is_empty() && !parts.is_missing() {
        return Ok(import.number(place, parts.value)?.map(Cell::from));
    }
    let marks = Marks::of(parts.letters);
    let datum = if parts.is_missing() {
        Datum::Missing(marks.missing.unwrap_or(Missing::NotStated))
    } else {
        let Some(number) = import.number(place, parts.value)? else { return Ok(None) };
        if marks.missing.is_some() {
            import.note(rules::STATUS_ODD, place, parts.letters, || {
                format!("`{}` is marked as missing by `{}`", parts.value, parts.letters)
            });
        }
        Datum::Number(number)
    };
    if let Some(letter) = marks.unknown {
        import.note(rules::STATUS_UNKNOWN, place, parts.letters, || {
            format!("`{letter}` is no flag of Eurostat's")
        });
    }
    let cell = Cell::new(datum).with_flags(marks.flags);
    Ok(Some(if parts.letters.is_empty() { cell } else { cell.with_status(parts.letters) }))
}

/// Fills in what the code of the unit says.
fn describe(variable: &mut Variable) {
    (variable.unit, variable.scale) = unit_of(&variable.unit_text);
    variable.identify(IndicatorScheme::Eurostat);
}

/// The unit of a code and the power of ten of its values, where the code leaves no doubt.
fn unit_of(code: &str) -> (Option<Unit>, i8) {
    let is = |name: &str| {
        code == name || code.strip_prefix(name).is_some_and(|rest| rest.starts_with('_'))
    };
    let unit = match code {
        "NR" | "PER" | "THS" | "THS_PER" | "MIO_PER" => Some(Unit::Count),
        _ if is("PC") => Some(Unit::Percent),
        _ => None,
    };
    let scale = match code {
        _ if is("THS") => 3,
        _ if is("MIO") => 6,
        _ => 0,
    };
    (unit, scale)
}

#[cfg(test)]
pub(in crate::io) const CASES: crate::io::cases::Cases = {
    use crate::io::cases::{Cases, case};
    const HEADER: &str = "indic_is,unit,geo\\time\t2012 \t2013 \n";
    Cases {
        read: |text| read_tsv(text, &Options::new()).map(|read| read.account),
        cases: &[
            case("AREA-002", &[HEADER, "I,PC,EL\t1 \t2 \n"], &[HEADER, "I,PC,FR\t1 \t2 \n"]),
            case("STA-001", &[HEADER, "I,PC,FR\t1 q\t2 \n"], &[HEADER, "I,PC,FR\t1 bp\t: u\n"]),
            case("STA-002", &[HEADER, "I,PC,FR\t1 c\t2 \n"], &[HEADER, "I,PC,FR\t: c\t2 \n"]),
            case("FMT-005", &[HEADER, "I,FR\t1 \t2 \n"], &[HEADER, "I,PC,FR\t1 \t2 \n"]),
        ],
    }
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::country::Country;
    use crate::io::Account;
    use crate::metric::{Flag, Series};

    const FILE: &[u8] = include_bytes!("../../../tests/fixtures/io/eurostat/new.tsv");
    const OLD: &[u8] = include_bytes!("../../../tests/fixtures/io/eurostat/old.tsv");

    fn read(file: &[u8]) -> Reading<Panel> {
        read_tsv(file, &Options::new()).unwrap()
    }

    fn counts(account: &Account) -> [u64; 4] {
        [account.values(), account.missing(), account.rejected(), account.skipped()]
    }

    fn of(panel: &Panel, area: Country) -> Series<'_> {
        panel.slice().area(area).series().next().unwrap()
    }

    #[test]
    fn a_new_header_is_read() {
        let mut options = Options::new();
        options.vintage.dataset = Some("demo_pjangroup".to_owned());
        let Reading { data: panel, account } = read_tsv(FILE, &options).unwrap();
        assert_eq!(counts(&account), [8, 4, 0, 0]);
        let variable = &panel.variables()[0];
        assert_eq!((&*variable.code, &*variable.unit_text), ("demo_pjangroup", "NR"));
        assert_eq!(variable.unit, Some(Unit::Count));
        let andorra = of(&panel, Country::AND);
        assert_eq!(andorra.dimensions().to_string(), "age=TOTAL freq=A sex=T");
        // The file descends, and has no 2018.
        let cells: Vec<String> = andorra
            .iter()
            .map(|(period, cell)| format!("{period} {:?}", cell.number().map(|n| n.to_string())))
            .collect();
        assert_eq!(
            cells,
            ["2016 None", "2017 Some(\"-3\")", "2019 Some(\"76875.0\")", "2020 Some(\"0\")"]
        );
        let kingdom = of(&panel, Country::GBR);
        let cell = kingdom.get("2020".parse().unwrap()).unwrap();
        assert_eq!(cell.flags(), [Flag::Break, Flag::Estimated, Flag::Provisional].into());
        assert_eq!(cell.status(), Some("bep"));
        let cell = kingdom.get("2016".parse().unwrap()).unwrap();
        assert_eq!((cell.missing(), cell.status()), (Some(Missing::Confidential), Some("c")));
        assert_eq!(account.count_of("AREA-002"), 1, "UK");
        assert_eq!(account.count_of("AREA-003"), 1, "XK");
    }

    #[test]
    fn an_old_header_is_read_and_definitions_are_told_apart() {
        let Reading { data: panel, account } = read(OLD);
        assert_eq!(counts(&account), [5, 1, 0, 0]);
        let codes = panel.variables().iter().map(|variable| (&*variable.code, variable.unit));
        assert!(codes.eq([("I_ILT12", Some(Unit::Percent)), ("I_IU3", Some(Unit::Percent))]));
        let month3 = panel.slice().indicator("I_IU3").series().next().unwrap();
        assert_eq!(month3.area(), &Country::GRC.into());
        assert_eq!(&*month3.labels()[0].code, "EL");
        let cell = month3.get("2012".parse().unwrap()).unwrap();
        assert_eq!((cell.missing(), cell.status()), (Some(Missing::NotStated), Some("u")));
        assert!(cell.flags().contains(Flag::LowReliability));
    }

    #[test]
    fn all_notations_of_periods_are_read() {
        let file = "geo,unit\\TIME_PERIOD\t2019-Q1 \t2019M02 \t2019-03 \t2019-S1 \t2006_2008 \t2019-W07 \n\
            FR,THS_T\t1 \t2 \t3 \t4 \t5 \t6 \n";
        let Reading { data: panel, account } = read(file.as_bytes());
        assert_eq!(counts(&account), [6, 0, 0, 0]);
        let mut periods: Vec<String> = panel
            .series()
            .flat_map(|series| series.iter().map(|(period, _)| period.to_string()))
            .collect();
        periods.sort();
        assert_eq!(periods, ["2006/2008", "2019-02", "2019-03", "2019-Q1", "2019-S1", "2019-W07"]);
        assert_eq!((panel.variables()[0].unit, panel.variables()[0].scale), (None, 3));
    }

    #[test]
    fn a_series_in_another_unit_is_another() {
        let file = "indic_is,unit,geo\\time\t2012 \nI,PC_IND,FR\t81 \nI,THS_PER,FR\t50000 \n";
        let Reading { data: panel, account } = read(file.as_bytes());
        assert_eq!(counts(&account), [2, 0, 0, 0]);
        assert_eq!(panel.variables().len(), 2);
        assert_eq!(panel.duplicates().count(), 0);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        let file = "unit,geo\\time\t2012 \t2O13 \t2014 \nNR,FR\t1,5 \t7 \tn/a \nNR\t1 \t: \t2 \n\
            NR,DE\t1 \nNR,\t1 \t\t: \nNR,DE_TOT\t1 q\t\t\n";
        let account = read(file.as_bytes()).account;
        assert_eq!(counts(&account), [1, 1, 2 + 2 + 1 + 2, 2]);
        for rule in ["PRD-001", "VAL-005", "VAL-006", "STA-001"] {
            assert_eq!(account.count_of(rule), 1, "{rule}");
        }
        assert_eq!(account.count_of("FMT-005"), 2);
    }

    #[test]
    fn another_file_is_refused() {
        let refused = |file: &str| read_tsv(file.as_bytes(), &Options::new()).unwrap_err();
        for file in ["Entity,Code,Year,x\n", "unit,time\\geo\tFR\n", "unit\\time\t2012\n"] {
            assert!(matches!(refused(file), Error::Format { line: 1, .. }), "{file}");
        }
        assert!(matches!(refused("<?xml version=\"1.0\"?>\n"), Error::NoData { .. }));
        assert!(matches!(refused("\n"), Error::NoData { .. }));
    }

    proptest::proptest! {
        #[test]
        fn a_damaged_file_is_accounted_for(damage in crate::io::damage::any()) {
            let file = damage.of(FILE);
            if let Ok(Reading { data: panel, account }) = read_tsv(&file[..], &Options::new()) {
                proptest::prop_assert_eq!(account.entries(), counts(&account).iter().sum::<u64>());
                let held = panel.len() + panel.duplicates().count();
                proptest::prop_assert!(account.values() + account.missing() >= held as u64);
            }
        }
    }
}
