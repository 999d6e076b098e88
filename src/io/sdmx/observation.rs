//! What messages in both syntaxes have in common: variables, frequencies, values with their status.

use std::rc::Rc;

use super::status::Status;
use crate::finding::importing as rules;
use crate::io::error::{Error, shortened};
use crate::io::import::{Import, Place};
use crate::metric::{AreaId, Cell, Datum, DimensionsId, Missing, Number, Variable, VariableId};
use crate::quantity::Unit;
use crate::time::{Period, PeriodKind};

/// Of what observations are, by variable where there are several measures.
#[derive(Debug, Clone)]
pub(super) struct Subject {
    pub(super) area: AreaId,
    pub(super) variables: Rc<[VariableId]>,
    pub(super) dimensions: DimensionsId,
    /// With the frequency among them, for periods that are of another.
    pub(super) with_frequency: Option<DimensionsId>,
}

impl Subject {
    pub(super) fn dimensions_of(&self, frequency: &str, period: Period) -> DimensionsId {
        match self.with_frequency {
            Some(with) if !is_frequency_of(frequency, period) => with,
            _ => self.dimensions,
        }
    }
}

/// What a message says of a variable.
#[derive(Debug, Clone, Copy)]
pub(super) struct Described<'t> {
    pub(super) code: &'t str,
    pub(super) name: &'t str,
    /// Where there are several.
    pub(super) measure: Option<&'t str>,
    pub(super) unit: &'t str,
    pub(super) scale: &'t str,
}

impl Described<'_> {
    /// The variable, which is another one for another unit or scale.
    pub(super) fn variable(&self, import: &mut Import<'_>) -> VariableId {
        let code = match self.measure {
            Some(measure) => format!("{}.{measure}", self.code),
            None => self.code.to_owned(),
        };
        let mut variable = Variable::new(code);
        self.name.clone_into(&mut variable.name);
        self.unit.clone_into(&mut variable.unit_text);
        variable.unit = unit(self.unit);
        variable.scale = scale(self.scale).unwrap_or_default();
        import.builder.variable(variable)
    }
}

/// The unit of a code, where it has one meaning only.
pub(super) fn unit(code: &str) -> Option<Unit> {
    matches!(code, "PERCENT" | "PT" | "%").then_some(Unit::Percent)
}

/// The exponent of a multiplier; `None` for what is none.
pub(super) fn scale(text: &str) -> Option<i8> {
    if text.is_empty() { Some(0) } else { text.parse().ok() }
}

/// The code of the frequency with which periods come.
pub(super) fn frequency_of(period: Period) -> String {
    let years = |day: Option<chrono::NaiveDate>| day.map_or(0, |day| chrono::Datelike::year(&day));
    match period.kind() {
        PeriodKind::Year | PeriodKind::FiscalYear => "A".to_owned(),
        PeriodKind::Half => "S".to_owned(),
        PeriodKind::Quarter => "Q".to_owned(),
        PeriodKind::Month => "M".to_owned(),
        PeriodKind::Week => "W".to_owned(),
        PeriodKind::Day => "D".to_owned(),
        PeriodKind::YearRange => {
            let length = years(period.last_day()) - years(period.first_day()) + 1;
            format!("A{length}")
        }
    }
}

/// Whether a frequency says no more than the period does.
fn is_frequency_of(code: &str, period: Period) -> bool {
    match period.kind() {
        PeriodKind::Year | PeriodKind::FiscalYear => code == "A",
        PeriodKind::Half => matches!(code, "S" | "H"),
        PeriodKind::Quarter => code == "Q",
        PeriodKind::Month => code == "M",
        PeriodKind::Week => code == "W",
        PeriodKind::Day => code == "D",
        PeriodKind::YearRange => code == frequency_of(period),
    }
}

/// What stands beside a value.
#[derive(Debug, Clone, Copy)]
pub(super) struct Marks<'t> {
    pub(super) status: Status,
    pub(super) status_text: &'t str,
    pub(super) status_place: Place,
    /// The source keeps what it knows to itself.
    pub(super) confidential: bool,
    pub(super) note: &'t str,
}

/// Whether a code of `CONF_STATUS` says that a value is withheld.
pub(super) fn is_confidential(code: &str) -> bool {
    matches!(code, "C" | "D" | "N" | "S")
}

/// The cell of a value; `None` where it was rejected.
pub(super) fn cell<'t>(
    import: &mut Import<'_>,
    place: Place,
    text: &'t str,
    only_numbers: bool,
    marks: &Marks<'t>,
) -> Result<Option<Cell<'t>>, Error> {
    let status = marks.status;
    let datum = match text {
        "" if status.missing.is_none() && marks.confidential => {
            Datum::Missing(Missing::Confidential)
        }
        "" => Datum::Missing(status.missing.unwrap_or(Missing::NotStated)),
        "NaN" | "#N/A" => Datum::Missing(status.missing.unwrap_or(Missing::Intentional)),
        _ => match Number::parse(text) {
            Some(number) => Datum::Number(number),
            None if !only_numbers && is_words(text) => Datum::Words(text),
            None => {
                import.number(place, text)?;
                return Ok(None);
            }
        },
    };
    if status.unknown {
        import.note(rules::STATUS_UNKNOWN, marks.status_place, marks.status_text, || {
            format!("`{}` is not on the list of codes", shortened(marks.status_text))
        });
    }
    let is_missing = matches!(datum, Datum::Missing(_));
    if !is_missing && status.missing.is_some() || is_missing && status.normal {
        import.note(rules::STATUS_ODD, marks.status_place, marks.status_text, || {
            let has = if is_missing { "nothing" } else { "a value" };
            format!("there is {has} under the status `{}`", shortened(marks.status_text))
        });
    }
    let mut cell = Cell::new(datum).with_flags(status.flags);
    if !marks.status_text.is_empty() {
        cell = cell.with_status(marks.status_text);
    }
    if !marks.note.is_empty() {
        cell = cell.with_note(marks.note);
    }
    Ok(Some(cell))
}

/// Whether a text is an answer in words rather than a number in another notation.
pub(super) fn is_words(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && text.parse::<f64>().is_err()
}
