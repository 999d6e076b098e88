//! What a scheme takes from ISO 3166 and from the root zone of the DNS.

use std::borrow::Cow;

use super::owner::{Answer, pick};
use super::{Area, Scheme};
use crate::country::code::Country;
use crate::country::group::Group;
use crate::country::table::CCTLDS;
use crate::time::PartialDate;

impl Scheme {
    pub(super) fn base_answer(self, code: &str, on: Option<PartialDate>) -> Answer {
        let one = |owner: Option<Area>| owner.map_or(Answer::None, Answer::One);
        match self {
            Self::Iso => match number(code) {
                Some(number) => numeric(number, on),
                None => letters(code, on),
            },
            Self::M49 => {
                let Some(number) = number(code) else { return Answer::None };
                match numeric(number, on) {
                    Answer::None => one(Group::from_m49_code(number).map(Area::Group)),
                    country => country,
                }
            }
            Self::CcTld => one(top_level_domain(&self.written(code)).map(Area::Country)),
            Self::WorldBank | Self::Eurostat | Self::Rir if code.len() == 2 => one(current(code)),
            Self::WorldBank | Self::Itu | Self::Owid | Self::Gapminder if code.len() == 3 => {
                one(current(code))
            }
            _ => Answer::None,
        }
    }

    /// How the scheme writes what it takes from elsewhere.
    pub(super) fn base_code(self, area: &Area) -> Option<Cow<'static, str>> {
        if let (Self::M49, Area::Group(group)) = (self, area) {
            return Some(format!("{:03}", group.m49_code()?).into());
        }
        let country = area.as_country()?;
        match self {
            Self::Iso => Some(country.as_str().into()),
            Self::M49 => Some(format!("{:03}", country.numeric()?).into()),
            Self::CcTld => country
                .cctlds()
                .iter()
                .find(|cctld| cctld.is_delegated())
                .map(|c| c.a_label().into()),
            Self::WorldBank | Self::Itu | Self::Owid => Some(country.alpha3().into()),
            Self::Eurostat | Self::Rir => Some(country.alpha2().into()),
            Self::Gapminder => Some(country.alpha3().to_ascii_lowercase().into()),
            Self::Any => None,
        }
    }
}

/// The current entry with this alpha-2 or alpha-3 code, in any case.
pub(super) fn current(code: &str) -> Option<Area> {
    let mut buffer = [0; 4];
    let code = upper(code, &mut buffer)?;
    let country = Country::from_alpha3(code).or_else(|| Country::from_alpha2(code))?;
    (!country.is_former()).then_some(country.into())
}

/// The country with this top-level domain, a label in lower case apart from ASCII letters.
pub(super) fn top_level_domain(label: &str) -> Option<Country> {
    let wanted = || label.bytes().map(|byte| byte.to_ascii_lowercase());
    let row = CCTLDS.binary_search_by(|(label, _)| label.bytes().cmp(wanted())).ok()?;
    CCTLDS.get(row).map(|(_, country)| *country)
}

/// A number of up to three digits.
fn number(code: &str) -> Option<u16> {
    let digits = (1..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| code.parse().ok()).flatten()
}

fn upper<'a>(code: &str, buffer: &'a mut [u8; 4]) -> Option<&'a str> {
    let upper = buffer.get_mut(..code.len())?;
    upper.copy_from_slice(code.as_bytes());
    upper.make_ascii_uppercase();
    std::str::from_utf8(upper).ok()
}

/// By an alpha-2, alpha-3 or alpha-4 code.
fn letters(code: &str, on: Option<PartialDate>) -> Answer {
    let mut buffer = [0; 4];
    let Some(code) = upper(code, &mut buffer) else { return Answer::None };
    match code.len() {
        2 => with_former(Country::from_alpha2(code), on, |country| country.alpha2() == code),
        3 => with_former(Country::from_alpha3(code), on, |country| country.alpha3() == code),
        _ => with_former(Country::from_alpha4(code), on, |country| country.alpha4() == Some(code)),
    }
}

fn numeric(number: u16, on: Option<PartialDate>) -> Answer {
    with_former(Country::from_numeric(number), on, |country| country.numeric() == Some(number))
}

/// The owner that the direct table gives, unless another one had the code on the date.
fn with_former(
    direct: Option<Country>,
    on: Option<PartialDate>,
    has_code: impl Fn(Country) -> bool + Clone,
) -> Answer {
    if let Some(country) = direct
        && on.is_none_or(|on| country.span().covers(on).is_yes())
    {
        return Answer::One(country.into());
    }
    let owners = Country::all().filter(|country| has_code(*country));
    pick(owners.map(|country| (country.into(), country.span())), on)
}
