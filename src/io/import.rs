//! What all readers of series share: areas and variables are looked up, numbers read, and account kept.

use std::collections::HashMap;
use std::io::Read;

use super::error::shortened;
use super::rows::{Damaged, Rows};
use super::{Account, Error, Options, Reading};
use crate::country::names::{self, Resolution};
use crate::country::{Area, Country, Scheme, SpecialCode};
use crate::finding::{Detail, Finding, Path, Rule, importing as rules};
use crate::metric::{
    AreaId, Cell, Datum, Dimensions, DimensionsId, Number, OpenSeries, Panel, PanelBuilder,
    PanelKey, Variable, VariableId, Vintage,
};
use crate::time::{Grid, Period};

/// A place in a file: line and column from 1.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) line: u64,
    pub(super) column: Option<usize>,
}

impl Place {
    /// A field of a row, by its position from 0.
    pub(super) fn field(line: u64, at: usize) -> Self {
        Self { line, column: Some(at + 1) }
    }

    pub(super) fn line(line: u64) -> Self {
        Self { line, column: None }
    }
}

type ByText<T> = HashMap<Box<str>, T, foldhash::fast::FixedState>;

/// What several cells are about, with the series into which the last was put: most rows have one kind of period.
#[derive(Debug, Clone, Copy)]
pub(super) struct Subject {
    variable: VariableId,
    area: AreaId,
    dimensions: DimensionsId,
    open: Option<(Grid, OpenSeries)>,
}

impl Subject {
    pub(super) fn new(variable: VariableId, area: AreaId, dimensions: DimensionsId) -> Self {
        Self { variable, area, dimensions, open: None }
    }

    /// The series with periods of a grid.
    #[inline]
    pub(super) fn series(&mut self, grid: Grid, builder: &mut PanelBuilder) -> OpenSeries {
        if let Some((open, series)) = self.open
            && open == grid
        {
            return series;
        }
        let Self { variable, area, dimensions, .. } = *self;
        let series = builder.open(PanelKey { variable, area, dimensions, grid });
        self.open = Some((grid, series));
        series
    }
}

/// A panel in the making, with the account of the file.
pub(super) struct Import<'o> {
    pub(super) options: &'o Options,
    pub(super) account: Account,
    pub(super) builder: PanelBuilder,
    scheme: Scheme,
    /// By code and name.
    areas: ByText<ByText<AreaId>>,
    /// By code, name and unit.
    variables: ByText<ByText<ByText<VariableId>>>,
}

impl<'o> Import<'o> {
    /// Begins with the vintage of the options; codes of areas are those of a scheme.
    pub(super) fn new(options: &'o Options, scheme: Scheme) -> Self {
        Self {
            options,
            account: Account::new(options.limits.findings),
            builder: PanelBuilder::new(options.vintage.clone()),
            scheme,
            areas: HashMap::default(),
            variables: HashMap::default(),
        }
    }

    /// Fills fields of the vintage that the caller left empty.
    pub(super) fn vintage(&mut self, fill: impl FnOnce(&mut Vintage)) {
        let mut found = Vintage::new();
        fill(&mut found);
        let vintage = self.builder.vintage_mut();
        vintage.dataset = vintage.dataset.take().or(found.dataset);
        vintage.version = vintage.version.take().or(found.version);
        vintage.published = vintage.published.or(found.published);
        vintage.retrieved = vintage.retrieved.or(found.retrieved);
        vintage.source = vintage.source.take().or(found.source);
        vintage.licence = vintage.licence.take().or(found.licence);
    }

    /// Starts to read a file with separated fields.
    pub(super) fn rows<R: Read>(
        &mut self,
        source: R,
        delimiter: u8,
        quoting: bool,
    ) -> Result<Rows<R>, Error> {
        let rows = Rows::new(source, delimiter, quoting, self.options.limits.line)?;
        if rows.has_bom() {
            self.note_bom();
        }
        Ok(rows)
    }

    /// Reports that the file begins with a byte order mark.
    pub(super) fn note_bom(&mut self) {
        self.note(rules::FORMAT_BOM, Place::line(1), "", || {
            "the file begins with a byte order mark".to_owned()
        });
    }

    /// Rejects so many entries of a row that is no UTF-8.
    pub(super) fn damaged(&mut self, row: &Damaged<'_>, entries: u64) -> Result<(), Error> {
        let place = Place { line: row.line, column: Some(row.column) };
        self.reject(rules::FORMAT_ENCODING, place, &row.text, entries, || {
            format!("byte {} of `{}` is no UTF-8", row.offset, shortened(&row.text))
        })
    }

    /// Reports what was found at a place, and goes on.
    pub(super) fn note(
        &mut self,
        rule: Rule,
        place: Place,
        text: &str,
        message: impl FnOnce() -> String,
    ) {
        self.account.report(rule, || detail(place, text, message()));
    }

    /// Counts entries as rejected, for what was found at a place; an error where reading is strict.
    pub(super) fn reject(
        &mut self,
        rule: Rule,
        place: Place,
        text: &str,
        entries: u64,
        message: impl FnOnce() -> String,
    ) -> Result<(), Error> {
        self.account.add_rejected(entries);
        self.refuse(rule, place, text, message)
    }

    /// Reports what was found; an error where reading is strict.
    pub(super) fn refuse(
        &mut self,
        rule: Rule,
        place: Place,
        text: &str,
        message: impl FnOnce() -> String,
    ) -> Result<(), Error> {
        if self.options.strict {
            return Err(Error::Rejected(Box::new(Finding::new(
                rule,
                detail(place, text, message()),
            ))));
        }
        self.account.report(rule, || detail(place, text, message()));
        Ok(())
    }

    /// The area of a code, kept under what the source writes. A name never decides.
    ///
    /// `place` is that of the code. Where there is neither code nor name, the entries of the row are rejected.
    pub(super) fn area(
        &mut self,
        place: Place,
        code: &str,
        name: &str,
        entries: impl FnOnce() -> u64,
    ) -> Result<Option<AreaId>, Error> {
        if let Some(id) = self.areas.get(code).and_then(|names| names.get(name)) {
            return Ok(Some(*id));
        }
        let Some(area) = self.new_area(place, code.trim(), name.trim())? else {
            self.reject(rules::AREA_UNKNOWN, place, code, entries(), || {
                "the row has no area".to_owned()
            })?;
            return Ok(None);
        };
        let id = self.builder.area(area, code, name);
        self.areas.entry(code.into()).or_default().insert(name.into(), id);
        Ok(Some(id))
    }

    /// What a code stands for, with what is to be said of that; `None` where there is neither code nor name.
    pub(super) fn new_area(
        &mut self,
        place: Place,
        code: &str,
        name: &str,
    ) -> Result<Option<Area>, Error> {
        if code.is_empty() {
            let Some(area) = special(name) else { return Ok(None) };
            match names::resolve(name) {
                Resolution::One { country, .. } => {
                    self.refuse(rules::AREA_LOST, place, name, || {
                        format!("`{name}` has no code; the name is that of {country}")
                    })?;
                }
                _ => self
                    .refuse(rules::AREA_UNKNOWN, place, name, || format!("`{name}` has no code"))?,
            }
            return Ok(Some(area));
        }
        match self.scheme.area_of(code, None) {
            Ok(area) => {
                if let Area::Country(country) = area {
                    self.mapped(place, code, country);
                }
                Ok(Some(area))
            }
            Err(error) => {
                self.refuse(rules::AREA_UNKNOWN, place, code, || error.to_string())?;
                Ok(special(code))
            }
        }
    }

    /// Tells where a code is not that of ISO.
    fn mapped(&mut self, place: Place, code: &str, country: Country) {
        let is = |other: &str| code.eq_ignore_ascii_case(other);
        if code.bytes().all(|byte| byte.is_ascii_digit()) {
            if code.len() < 3 {
                self.note(rules::AREA_ZEROS, place, code, || {
                    format!("`{code}` was read as `{code:0>3}`")
                });
            }
        } else if country.is_user_assigned() || code.starts_with("OWID_") {
            self.note(rules::AREA_USER, place, code, || {
                format!("`{code}` for {country} is not assigned by ISO 3166")
            });
        } else if !is(country.alpha3()) && !is(country.alpha2()) {
            self.note(rules::AREA_MAPPED, place, code, || {
                format!("`{code}` was read as {country}")
            });
        }
    }

    /// The variable of a code and a name in a unit, each as the source writes it, which is made where it is new. In another
    /// unit it is another one.
    pub(super) fn variable(
        &mut self,
        code: &str,
        name: &str,
        unit: &str,
        make: impl FnOnce(&mut Variable),
    ) -> VariableId {
        let units = self.variables.get(code).and_then(|names| names.get(name));
        if let Some(id) = units.and_then(|units| units.get(unit)) {
            return *id;
        }
        let mut variable = Variable::new(code);
        name.clone_into(&mut variable.name);
        unit.clone_into(&mut variable.unit_text);
        make(&mut variable);
        let id = self.builder.variable(variable);
        let names = self.variables.entry(code.into()).or_default();
        names.entry(name.into()).or_default().insert(unit.into(), id);
        id
    }

    pub(super) fn dimensions(&mut self, dimensions: Dimensions) -> DimensionsId {
        self.builder.dimensions(dimensions)
    }

    /// The number in a field, or a rejection.
    #[inline(always)]
    #[allow(clippy::inline_always)] // millions of times for a large table
    pub(super) fn number<'t>(
        &mut self,
        place: Place,
        text: &'t str,
    ) -> Result<Option<Number<'t>>, Error> {
        match Number::parse(text) {
            Some(number) => Ok(Some(number)),
            None => self.no_number(place, text).map(|()| None),
        }
    }

    /// What stands in a field: a number or, where words are answers, words; or a rejection.
    #[inline]
    pub(super) fn datum<'t>(
        &mut self,
        place: Place,
        text: &'t str,
        words: bool,
    ) -> Result<Option<Datum<'t>>, Error> {
        match Number::parse(text) {
            Some(number) => Ok(Some(Datum::Number(number))),
            None if words && is_words(text) => Ok(Some(Datum::Words(text))),
            None => self.no_number(place, text).map(|()| None),
        }
    }

    #[cold]
    fn no_number(&mut self, place: Place, text: &str) -> Result<(), Error> {
        let is_digit = |c: char| c.is_ascii_digit();
        let grouped = text.starts_with(|c: char| is_digit(c) || c == '-')
            && text.chars().all(|c| {
                is_digit(c) || matches!(c, ',' | '.' | '-' | ' ' | '\'' | '\u{a0}' | '\u{202f}')
            });
        let rule = if grouped {
            rules::VALUE_GROUPED
        } else if text.parse::<f64>().is_ok() {
            rules::VALUE_RANGE
        } else {
            rules::VALUE_TEXT
        };
        self.reject(rule, place, text, 1, || match rule.id() {
            "VAL-005" => format!("`{}` has separators; write the digits without", shortened(text)),
            "VAL-001" => format!("`{}` is no finite number", shortened(text)),
            _ => format!("`{}` is no number", shortened(text)),
        })
    }

    /// The period in a field, or a rejection of so many entries.
    pub(super) fn period(
        &mut self,
        place: Place,
        text: &str,
        entries: u64,
    ) -> Result<Option<Period>, Error> {
        let period = super::period::read(text);
        if period.is_none() {
            let message = || format!("`{}` is no period", shortened(text));
            self.reject(rules::PERIOD, place, text, entries, message)?;
        }
        Ok(period)
    }

    /// Puts one cell into its series and counts it, as a value or as missing.
    pub(super) fn put(
        &mut self,
        variable: VariableId,
        area: AreaId,
        dimensions: DimensionsId,
        period: Period,
        cell: Cell<'_>,
        place: Place,
    ) -> Result<(), Error> {
        let Some((grid, number)) = period.on_grid() else { return self.too_far(place, period) };
        self.put_into(&mut Subject::new(variable, area, dimensions), grid, number, cell, place)
    }

    /// The same at the period of a number on a grid.
    pub(super) fn put_into(
        &mut self,
        subject: &mut Subject,
        grid: Grid,
        number: i32,
        cell: Cell<'_>,
        place: Place,
    ) -> Result<(), Error> {
        let series = subject.series(grid, &mut self.builder);
        if !self.builder.put(series, number, cell, place.line) {
            return match grid.period(number) {
                Some(period) => self.too_far(place, period),
                None => Ok(()),
            };
        }
        match cell.missing() {
            Some(_) => self.account.add_missing(1),
            None => self.account.add_values(1),
        }
        Ok(())
    }

    #[cold]
    pub(super) fn too_far(&mut self, place: Place, period: Period) -> Result<(), Error> {
        let text = period.to_string();
        self.reject(rules::PERIOD, place, &text, 1, || {
            format!("`{text}` is too far from the rest of its series")
        })
    }

    /// Closes the reading.
    pub(super) fn finish(self) -> Reading<Panel> {
        let Self { mut account, builder, .. } = self;
        let panel = builder.finish();
        for double in panel.duplicates() {
            let (first, second) = (double.first, double.second);
            let same = first.datum() == second.datum()
                || first.value().is_some() && first.value() == second.value();
            let rule = if same { rules::KEY_EQUAL } else { rules::KEY_DIFFERENT };
            account.report(rule, || {
                let series = double.series;
                let message = format!(
                    "`{}` of {} in {} stands here again{}",
                    series.variable().code,
                    series.area(),
                    double.period,
                    if same { "" } else { ", with another value" }
                );
                Detail::new(Path::in_file(double.line, None), message)
            });
        }
        Reading { data: panel, account }
    }
}

fn detail(place: Place, text: &str, message: String) -> Detail {
    let detail = Detail::new(Path::in_file(place.line, place.column), message)
        .param("text", shortened(text));
    let line = i64::try_from(place.line).unwrap_or_default();
    match place.column {
        Some(column) => {
            detail.param("line", line).param("column", i64::try_from(column).unwrap_or_default())
        }
        None => detail.param("line", line),
    }
}

/// Whether a text is an answer in words, and no number that is badly written.
pub(super) fn is_words(text: &str) -> bool {
    text.contains(char::is_alphabetic) && text.parse::<f64>().is_err()
}

/// What the source writes, where its scheme does not know it; `None` for nothing.
fn special(text: &str) -> Option<Area> {
    let clean: String = text.chars().filter(|c| !c.is_control()).collect();
    SpecialCode::new(clean.trim()).ok().map(Area::Special)
}
