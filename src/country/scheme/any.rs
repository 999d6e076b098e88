//! Codes without a scheme: what all of them agree on.

use super::owner::Answer;
use super::{Area, Scheme, base};
use crate::country::code::Country;
use crate::time::PartialDate;

/// The answer of [`Scheme::Any`], as documented there.
pub(super) fn answer(code: &str, on: Option<PartialDate>) -> Answer {
    let mut says: Vec<(Scheme, Area)> = Vec::new();
    // Why there is no answer, should nobody else give one.
    let mut otherwise = Answer::None;
    for &scheme in Scheme::ALL {
        let answer = match scheme {
            Scheme::Iso | Scheme::M49 => scheme.answer(code, on),
            Scheme::CcTld => match scheme.own_answer(code, on) {
                Answer::None => own_domain(code),
                own => own,
            },
            _ => scheme.own_answer(code, on),
        };
        match answer {
            Answer::One(owner) => says.push((scheme, owner)),
            // An owner to be chosen is chosen by nobody else.
            several @ Answer::Several(_) => return several,
            not_then @ Answer::NotThen(_) if matches!(otherwise, Answer::None) => {
                otherwise = not_then;
            }
            _ => {}
        }
    }
    if !says.iter().any(|(scheme, _)| *scheme == Scheme::Iso)
        && let Some(owner) = base::current(code)
    {
        says.push((Scheme::WorldBank, owner));
    }
    let is_exact = |(_, owner): &(Scheme, Area)| !matches!(owner, Area::Special(_));
    if says.iter().any(is_exact) {
        says.retain(is_exact);
    }
    match says.as_slice() {
        [] => otherwise,
        [(_, owner), others @ ..] if others.iter().all(|(_, other)| other == owner) => {
            Answer::One(owner.clone())
        }
        _ => Answer::Disagree(says),
    }
}

/// The country whose top-level domain it is, where that is not its alpha-2 code.
fn own_domain(code: &str) -> Answer {
    let label = Scheme::CcTld.written(code);
    base::top_level_domain(&label)
        .filter(|country: &Country| !country.alpha2().eq_ignore_ascii_case(&label))
        .map_or(Answer::None, |country| Answer::One(country.into()))
}
