//! How what a source says stands to what the record holds.

use super::Dataset;
use crate::actor::{Actor, Agency, AgencyFact, Tenure, TenureFact};
use crate::country::Country;
use crate::event::{Event, EventFact, Headcount, Place, Sitting};
use crate::quantity::{Hedge, Quantity, Tolerance};
use crate::source::{Agreement, Attestation, DateKind, Explanation};
use crate::statement::{Statement, StatementFact};
use crate::time::{Bound, PartialDate, Span, Tri};

impl Dataset {
    /// How an attestation stands to its agency. A name agrees where the record has it.
    pub fn agreement_on_agency(
        &self,
        agency: &Agency,
        attestation: &Attestation<AgencyFact>,
    ) -> Agreement {
        match &attestation.says {
            AgencyFact::Start(bound) => bounds(agency.span.start(), *bound, attestation.kind),
            AgencyFact::End(bound) => bounds(agency.span.end(), *bound, attestation.kind),
            AgencyFact::Name(name) => {
                let known = agency.names.iter().any(|own| own.text == name.text);
                if known { Agreement::Agree } else { Agreement::Compatible }
            }
        }
    }

    /// How an attestation stands to its tenure. A title agrees where it is that of the post or of the tenure.
    pub fn agreement_on_tenure(
        &self,
        tenure: &Tenure,
        attestation: &Attestation<TenureFact>,
    ) -> Agreement {
        match &attestation.says {
            TenureFact::Start(bound) => bounds(tenure.span.start(), *bound, attestation.kind),
            TenureFact::End(bound) => bounds(tenure.span.end(), *bound, attestation.kind),
            TenureFact::Title(title) => {
                let post = tenure.post.as_ref().and_then(|post| self.post(post));
                let names = post.map(|post| post.names.as_slice()).unwrap_or_default();
                let known =
                    tenure.title.as_ref() == Some(title) || names.iter().any(|n| n.text == *title);
                if known { Agreement::Agree } else { Agreement::Compatible }
            }
        }
    }

    /// How an attestation stands to its event. Hosts are compared through nameplates, head counts as intervals under
    /// the tolerance, and only where they count the same.
    pub fn agreement_on_event(
        &self,
        event: &Event,
        attestation: &Attestation<EventFact>,
        tolerance: &Tolerance,
    ) -> Agreement {
        match &attestation.says {
            EventFact::Span(span) => best(event.sittings.iter().map(|s| spans(&s.span, span))),
            EventFact::Place(place) => best(event.sittings.iter().map(|s| places(s, place))),
            EventFact::Hosts(hosts) => self.hosts(event, hosts),
            EventFact::Headcount(count) => headcounts(event, count, tolerance),
            EventFact::Status(status) if *status == event.status => Agreement::Agree,
            EventFact::Status(_) => Agreement::Contradicts,
        }
    }

    /// How an attestation stands to its statement.
    pub fn agreement_on_statement(
        &self,
        statement: &Statement,
        attestation: &Attestation<StatementFact>,
    ) -> Agreement {
        match &attestation.says {
            StatementFact::Speakers(speakers) => {
                let own: Vec<&Actor> = statement.speakers.iter().map(|s| &s.actor).collect();
                same_set(&own, &speakers.iter().collect::<Vec<_>>())
            }
            StatementFact::Date(date) => statement
                .date
                .map_or(Agreement::Compatible, |own| dates(own, *date, attestation.kind)),
        }
    }

    fn hosts(&self, event: &Event, attested: &[Actor]) -> Agreement {
        let own: Vec<&Actor> = event.hosts().collect();
        let attested: Vec<&Actor> = attested.iter().collect();
        let plain = same_set(&own, &attested);
        if plain != Agreement::Contradicts {
            return plain;
        }
        let span = self.span_of(event).unwrap_or_default();
        let has = |set: &[&Actor], actor: &Actor| {
            set.iter().any(|other| self.same_body(actor, other, &span) == Tri::Yes)
        };
        let same =
            own.iter().all(|actor| has(&attested, actor)) && attested.iter().all(|a| has(&own, a));
        if same { Agreement::Explained(Explanation::Nameplate) } else { Agreement::Contradicts }
    }
}

/// The closest of several comparisons; nothing to compare with is compatible with anything.
fn best(agreements: impl Iterator<Item = Agreement>) -> Agreement {
    agreements
        .min_by_key(|agreement| match agreement {
            Agreement::Agree => 0,
            Agreement::Refines => 1,
            Agreement::Compatible => 2,
            Agreement::Explained(_) => 3,
            Agreement::Contradicts => 4,
        })
        .unwrap_or(Agreement::Compatible)
}

fn same_set(own: &[&Actor], attested: &[&Actor]) -> Agreement {
    let covers = |a: &[&Actor], b: &[&Actor]| b.iter().all(|actor| a.contains(actor));
    match (covers(own, attested), covers(attested, own)) {
        (true, true) => Agreement::Agree,
        // A source that names some of them says nothing against the others.
        (true, false) | (false, true) => Agreement::Compatible,
        (false, false) => Agreement::Contradicts,
    }
}

fn dates(own: PartialDate, attested: PartialDate, kind: Option<DateKind>) -> Agreement {
    if own == attested {
        Agreement::Agree
    } else if own.refines(attested) || attested.refines(own) {
        Agreement::Refines
    } else if own.is_same_day(attested) != Tri::No {
        Agreement::Compatible
    } else {
        differ(kind)
    }
}

/// A difference is explained where the source's date is none of the change itself.
fn differ(kind: Option<DateKind>) -> Agreement {
    match kind {
        Some(kind) if !kind.is_change() => Agreement::Explained(Explanation::DateKind(kind)),
        _ => Agreement::Contradicts,
    }
}

fn bounds(own: Bound, attested: Bound, kind: Option<DateKind>) -> Agreement {
    if own == attested {
        return Agreement::Agree;
    }
    if let (Bound::On(own), Bound::On(attested)) = (own, attested) {
        return dates(own, attested, kind);
    }
    match (own, attested) {
        (Bound::Unknown, _)
        | (_, Bound::Unknown)
        | (Bound::Open | Bound::NotYet, Bound::Open | Bound::NotYet) => Agreement::Compatible,
        // One says that it has ended, or had a beginning, and the other that it has not.
        (Bound::Open | Bound::NotYet | Bound::NotApplicable, _)
        | (_, Bound::Open | Bound::NotYet | Bound::NotApplicable) => differ(kind),
        _ => {
            let after = |a: Bound, b: Bound| matches!((a.earliest(), b.latest()), (Some(earliest), Some(latest)) if earliest > latest);
            if after(own, attested) || after(attested, own) {
                differ(kind)
            } else {
                Agreement::Compatible
            }
        }
    }
}

fn spans(own: &Span, attested: &Span) -> Agreement {
    let start = bounds(own.start(), attested.start(), None);
    let end = bounds(own.end(), attested.end(), None);
    // The looser of the two decides.
    match (start, end) {
        (Agreement::Contradicts, _) | (_, Agreement::Contradicts) => Agreement::Contradicts,
        (Agreement::Agree, Agreement::Agree) => Agreement::Agree,
        (Agreement::Compatible, _) | (_, Agreement::Compatible) => Agreement::Compatible,
        _ => Agreement::Refines,
    }
}

fn places(own: &Sitting, attested: &Place) -> Agreement {
    // Country, region, city, venue: each given by both, by one, or by none.
    let levels = [
        (own.country.map(Country::as_str), attested.country.map(Country::as_str)),
        (own.region.as_deref(), attested.region.as_deref()),
        (own.city.as_deref(), attested.city.as_deref()),
        (own.venue.as_deref(), attested.venue.as_deref()),
    ];
    let mut agreement = Agreement::Agree;
    for level in levels {
        match level {
            (Some(a), Some(b)) if a != b => return Agreement::Contradicts,
            (Some(_), None) | (None, Some(_)) => agreement = Agreement::Refines,
            _ => {}
        }
    }
    agreement
}

fn headcounts(event: &Event, attested: &Headcount, tolerance: &Tolerance) -> Agreement {
    let counts_same = |own: &&Headcount| own.of == attested.of && own.group == attested.group;
    // A number refines a phrase that allows it; two phrases that overlap are only compatible.
    let is_number = |count: &Quantity| matches!(count.hedge(), Hedge::Exactly | Hedge::Bare);
    let compare = |own: &Headcount| {
        if own.count == attested.count {
            return Agreement::Agree;
        }
        let (Ok(a), Ok(b)) = (own.count.interval(tolerance), attested.count.interval(tolerance))
        else {
            return Agreement::Compatible;
        };
        let refines = is_number(&own.count) && a.is_subset_of(&b)
            || is_number(&attested.count) && b.is_subset_of(&a);
        match a.intersect(&b) {
            None => Agreement::Contradicts,
            Some(_) if refines => Agreement::Refines,
            Some(_) => Agreement::Compatible,
        }
    };
    best(event.headcounts.iter().filter(counts_same).map(compare))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::EventKind;

    fn bound(text: &str) -> Bound {
        text.parse().unwrap()
    }

    #[test]
    fn dates_of_different_kinds_do_not_contradict() {
        // The appointment of 2013: one source has the month, another the day on which it was reported.
        assert_eq!(
            bounds(bound("2013-04"), bound("2013-05-10"), Some(DateKind::Reported)),
            Agreement::Explained(Explanation::DateKind(DateKind::Reported))
        );
        assert_eq!(bounds(bound("2013-04"), bound("2013-05-10"), None), Agreement::Contradicts);
        assert_eq!(
            bounds(bound("2013-04"), bound("2013-05-10"), Some(DateKind::TookOffice)),
            Agreement::Contradicts
        );
    }

    #[test]
    fn coarser_and_bounded_dates_agree_where_they_can() {
        assert_eq!(bounds(bound("2013-05"), bound("2013-05-10"), None), Agreement::Refines);
        assert_eq!(bounds(bound("2011-05-04"), bound("2011-05-05"), None), Agreement::Contradicts);
        assert_eq!(bounds(bound("[..2013-06]"), bound("2013-05-10"), None), Agreement::Compatible);
        assert_eq!(bounds(bound("[..2013-03]"), bound("2013-05-10"), None), Agreement::Contradicts);
        assert_eq!(bounds(bound("unknown"), bound("2013"), None), Agreement::Compatible);
        assert_eq!(bounds(bound(".."), bound("2013"), None), Agreement::Contradicts);
    }

    #[test]
    fn phrases_that_overlap_are_compatible_and_numbers_refine_them() {
        // The third roundtable: almost 100 in one language, 90-odd in the other.
        let compare = |own: &str, attested: &str| {
            let mut event = Event::new("e".parse().unwrap(), EventKind::Roundtable);
            event.headcounts.push(Headcount::new(own.parse().unwrap()));
            headcounts(&event, &Headcount::new(attested.parse().unwrap()), &Tolerance::default())
        };
        assert_eq!(compare("almost 100", "90-odd"), Agreement::Compatible);
        assert_eq!(compare("more than 100", "105"), Agreement::Refines);
        assert_eq!(compare("105", "more than 100"), Agreement::Refines);
        assert_eq!(compare("more than 100", "90-odd"), Agreement::Contradicts);
        assert_eq!(compare("more than 100", "more than 100"), Agreement::Agree);
    }

    #[test]
    fn a_region_and_a_city_refine_each_other() {
        // The eleventh IGF: one list has the state, another the city in it.
        let mut sitting = Sitting::new("2016-12-06/2016-12-09".parse().unwrap());
        sitting.city = Some("Guadalajara".into());
        let mut place = Place::new();
        place.region = Some("Jalisco".into());
        assert_eq!(places(&sitting, &place), Agreement::Refines);
        place.city = Some("Mexico City".into());
        assert_eq!(places(&sitting, &place), Agreement::Contradicts);
    }
}
