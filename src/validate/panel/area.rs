//! AREA: which areas stand together, and whether they were there.

use std::collections::HashSet;

use super::{Subject, counted, param};
use crate::country::{Area, Country};
use crate::finding::{Detail, Rule, Severity, Sink};
use crate::metric::Series;
use crate::time::{Bound, Period};
use crate::validate::Limits;

pub(super) const RULES: &[Rule] = &[AGGREGATE, PARTS, EXISTS];

const AGGREGATE: Rule = Rule::new(
    "AREA-004",
    Severity::Error,
    "Data of countries holds no aggregates",
    "Checked where the limits say that the data is to hold countries only, as before they are summed up: an aggregate among them \
     would be counted beside its members.",
);

const PARTS: Rule = Rule::new(
    "AREA-005",
    Severity::Warning,
    "A composite area does not stand beside its parts",
    "Two labels cover the same ground in one period: a composite such as the Channel Islands and Jersey, or a former country \
     and one that took its place, as Yugoslavia and Slovenia. A sum would count it twice. An aggregate beside its members is what \
     sources do, and no finding.",
);

const EXISTS: Rule = Rule::new(
    "AREA-008",
    Severity::Warning,
    "An area was there in the period",
    "The period lies wholly after the code was withdrawn, as `SCG` in 2010, or before the country came to be, as `SSD` in 2005: the \
     producer has counted its territory of then. A country came to be, for this rule, where ISO 3166 gave it a code as one of several \
     successors, or where it joined the United Nations when it got its code. Countries that only changed their name were there before. \
     There is one finding for an area, at the first of its series that has such a value.",
);

pub(super) fn check(subject: &Subject<'_>, limits: &Limits, sink: &mut Sink) {
    // One finding an area, not one a series.
    let mut told = HashSet::new();
    for series in subject.panel.series() {
        match series.area() {
            Area::Group(group) if limits.countries_only && told.insert(series.key().area) => {
                sink.report(AGGREGATE, || {
                    let message = format!("`{group}` is an aggregate among countries");
                    Detail::new(subject.place.series(series), message)
                        .param("area", group.to_string())
                });
            }
            Area::Composite(composite) => beside(subject, series, composite.members(), sink),
            Area::Country(country) => {
                if country.is_former() {
                    let mut parts = country.successors().to_vec();
                    parts.extend(country.current_successors());
                    parts.sort_unstable();
                    parts.dedup();
                    beside(subject, series, &parts, sink);
                }
                if !told.contains(&series.key().area) && existence(subject, series, *country, sink)
                {
                    told.insert(series.key().area);
                }
            }
            _ => {}
        }
    }
}

/// Whether parts of an area have values in periods in which it has some itself.
fn beside(subject: &Subject<'_>, series: Series<'_>, parts: &[Country], sink: &mut Sink) {
    let panel = subject.panel;
    let mut shared: Option<Period> = None;
    let mut found = Vec::new();
    for part in parts {
        let Some(area) = panel.area_id(&Area::from(*part)) else { continue };
        let mut key = series.key();
        key.area = area;
        let Some(other) = panel.series_with(key) else { continue };
        let mut both = series.iter().filter(|(period, cell)| {
            cell.value().is_some() && other.get(*period).is_some_and(|cell| cell.value().is_some())
        });
        if let Some((period, _)) = both.next() {
            shared = Some(shared.map_or(period, |known| known.min(period)));
            found.push(*part);
        }
    }
    let Some(period) = shared else { return };
    sink.report(PARTS, || {
        let codes: Vec<&str> = found.iter().map(|part| part.as_str()).collect();
        let message = format!(
            "`{}` stands beside its parts {}, as in {period}",
            series.area(),
            codes.join(", ")
        );
        Detail::new(subject.place.cell(series, period), message).param("parts", codes)
    });
}

/// Whether a country has values in periods in which it was not there.
fn existence(subject: &Subject<'_>, series: Series<'_>, country: Country, sink: &mut Sink) -> bool {
    let end = if country.is_former() { country.span().end().latest() } else { None };
    let start = beginning(country);
    if end.is_none() && start.is_none() {
        return false;
    }
    let outside = |period: &Period| {
        let after = period.first_day().zip(end).is_some_and(|(first, end)| first > end);
        let before = period.last_day().zip(start).is_some_and(|(last, start)| last < start);
        after || before
    };
    let mut cells = series
        .iter()
        .filter(|(period, cell)| cell.value().is_some() && outside(period))
        .map(|(period, _)| period);
    let Some(first) = cells.next() else { return false };
    let (count, last) = cells.fold((1, first), |(count, _), period| (count + 1, period));
    sink.report(EXISTS, || {
        let periods = if count == 1 { first.to_string() } else { format!("{first} to {last}") };
        let message = format!(
            "{country} has {} of a time when it was not there: {periods}",
            counted(count, "value")
        );
        Detail::new(subject.place.cell(series, first), message)
            .param("area", country.as_str())
            .param("values", param(count))
    });
    true
}

/// The first day on which a country can have been there, of those that came to be in the time of ISO 3166.
pub(in crate::validate) fn beginning(country: Country) -> Option<chrono::NaiveDate> {
    // The first edition has those that were there before.
    const FIRST_EDITION: i32 = 1974;
    let Bound::On(coded) = country.span().start() else { return None };
    if coded.year() <= FIRST_EDITION {
        return None;
    }
    let predecessors = || country.predecessors();
    let only_renamed = predecessors().any(|former| former.successors().len() == 1);
    let is_one_of_several = predecessors().any(|former| former.successors().len() > 1);
    let joined = country.un_member_since();
    let on_independence = joined.is_some_and(|joined| (coded.year() - joined.year()).abs() <= 1);
    if !is_one_of_several && (only_renamed || !on_independence) {
        return None;
    }
    // The year in which it joined may be the one before the code.
    let joined = joined.filter(|_| on_independence).map(crate::time::PartialDate::earliest);
    let coded = coded.earliest();
    Some(joined.map_or(coded, |joined| joined.min(coded)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_came_to_be() {
        let years: Vec<String> = Country::all()
            .filter_map(|country| {
                use chrono::Datelike;
                Some(format!("{country}{}", beginning(country)?.year()))
            })
            .collect();
        // Others that are new in the standard were there before: Guernsey, Montserrat, Zimbabwe.
        let expected = "ARM1992 ATF1979 AZE1992 BES2010 BIH1992 BLR1992 CUW2010 CZE1993 ERI1993 EST1991 FSM1986 \
             GEO1992 HRV1992 KAZ1992 KGZ1992 KIR1979 LTU1991 LVA1991 MDA1992 MHL1986 MKD1993 MNE2006 MNP1986 \
             PLW1986 RUS1992 SCG2003 SRB2006 SSD2011 SVK1993 SVN1992 SXM2010 TJK1992 TKM1992 TUV1977 UZB1992";
        assert_eq!(years.join(" "), expected);
    }
}
