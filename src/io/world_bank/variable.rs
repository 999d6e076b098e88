//! What the indicators of the World Bank are.

use crate::io::import::Import;
use crate::metric::{IndicatorScheme, Variable, VariableId};
use crate::quantity::Unit;

/// The variable of an indicator, with the unit that the source gives beside it, if it does.
pub(super) fn of(import: &mut Import<'_>, code: &str, name: &str, unit: &str) -> VariableId {
    // Where there are names only, they are the codes.
    let code = if code.trim().is_empty() { name } else { code };
    import.variable(code, name, unit, describe)
}

/// Fills in what is known of an indicator.
fn describe(variable: &mut Variable) {
    variable.unit = match &*variable.unit_text {
        "" => unit_in(&variable.name),
        "%" => Some(Unit::Percent),
        _ => None,
    };
    variable.identify(IndicatorScheme::WorldBank);
}

/// The unit in parentheses at the end of a name, where it can't be misread.
fn unit_in(name: &str) -> Option<Unit> {
    let (_, unit) = name.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    match unit {
        "per 100 people" => Some(Unit::PerHundred),
        "per 1,000 people" => Some(Unit::PerThousand),
        "per 1 million people" => Some(Unit::PerMillion),
        "%" => Some(Unit::Percent),
        _ => unit.starts_with("% of ").then_some(Unit::Percent),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_the_unit() {
        for (name, unit) in [
            ("Individuals using the Internet (% of population)", Some(Unit::Percent)),
            ("Bank nonperforming loans to total gross loans (%)", Some(Unit::Percent)),
            (
                "Poverty headcount ratio at $2.15 a day (2017 PPP) (% of population)",
                Some(Unit::Percent),
            ),
            ("Mobile cellular subscriptions (per 100 people)", Some(Unit::PerHundred)),
            ("Secure Internet servers (per 1 million people)", Some(Unit::PerMillion)),
            ("GDP (current US$)", None),
            ("Inflation, consumer prices (annual %)", None),
            ("Ease of doing business rank (1=most business-friendly regulations)", None),
            ("Population, total", None),
            (")(", None),
        ] {
            assert_eq!(unit_in(name), unit, "{name}");
        }
    }
}
