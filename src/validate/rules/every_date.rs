//! Every date of a dataset, with the path to it.

use super::path;
use crate::actor::{AgencyFact, TenureFact};
use crate::dataset::Dataset;
use crate::event::EventFact;
use crate::finding::Path;
use crate::name::Name;
use crate::statement::StatementFact;
use crate::time::{Bound, PartialDate, Span};

/// What stands where a date may stand.
#[derive(Debug, Clone, Copy)]
pub(super) enum When {
    Date(PartialDate),
    Bound(Bound),
    Span(Span),
}

impl When {
    /// The dates that it names, the same date for both ends of a span once.
    pub(super) fn named(self) -> impl Iterator<Item = PartialDate> {
        let (start, end) = match self {
            Self::Date(date) => (Bound::On(date), Bound::Unknown),
            Self::Bound(bound) => (bound, Bound::Unknown),
            Self::Span(span) if span.start() == span.end() => (span.start(), Bound::Unknown),
            Self::Span(span) => (span.start(), span.end()),
        };
        let [a, b] = named_by(start);
        let [c, d] = named_by(end);
        [a, b, c, d].into_iter().flatten()
    }
}

fn named_by(bound: Bound) -> [Option<PartialDate>; 2] {
    match bound {
        Bound::On(date) | Bound::Before(date) | Bound::After(date) => [Some(date), None],
        Bound::Between(range) => [Some(range.first()), Some(range.last())],
        Bound::Unknown | Bound::Open | Bound::NotYet | Bound::NotApplicable => [None, None],
    }
}

/// Takes each date in turn. The path is built only by calling for it.
pub(super) type Visit<'v> = &'v mut dyn FnMut(When, &dyn Fn() -> Path);

/// The dates of agencies, posts and series: of what can be much older than the field.
pub(super) fn of_bodies(dataset: &Dataset, visit: Visit<'_>) {
    for agency in dataset.agencies() {
        let at = || path(agency);
        names(&agency.names, &at, visit);
        visit(When::Span(agency.span), &|| at().field("span"));
        for (i, relation) in agency.relations.iter().enumerate() {
            visit(When::Span(relation.span), &|| at().field("relations").at(i).field("span"));
        }
        for (i, portfolio) in agency.portfolio.iter().enumerate() {
            visit(When::Span(portfolio.span), &|| at().field("portfolio").at(i).field("span"));
        }
        for (i, site) in agency.urls.iter().enumerate() {
            visit(When::Span(site.span), &|| at().field("urls").at(i).field("span"));
        }
        for (i, change) in agency.changes.iter().enumerate() {
            visit(When::Date(change.date), &|| at().field("changes").at(i).field("date"));
        }
        for (i, attestation) in agency.attests.iter().enumerate() {
            let says = |field| at().field("attests").at(i).field("says").field(field);
            match &attestation.says {
                AgencyFact::Start(bound) => visit(When::Bound(*bound), &|| says("start")),
                AgencyFact::End(bound) => visit(When::Bound(*bound), &|| says("end")),
                AgencyFact::Name(name) => {
                    visit(When::Span(name.span), &|| says("name").field("span"));
                }
            }
        }
    }
    for post in dataset.posts() {
        names(&post.names, &|| path(post), visit);
        visit(When::Span(post.span), &|| path(post).field("span"));
    }
    for coalition in dataset.coalitions() {
        names(&coalition.names, &|| path(coalition), visit);
        visit(When::Span(coalition.span), &|| path(coalition).field("span"));
        for (i, member) in coalition.members.iter().enumerate() {
            visit(When::Span(member.span), &|| {
                path(coalition).field("members").at(i).field("span")
            });
        }
    }
    for series in dataset.event_series() {
        names(&series.names, &|| path(series), visit);
    }
}

/// Every other date. The periods of observations and claims are none: long series begin before 1800 and projections
/// end after 2100.
pub(super) fn of_the_rest(dataset: &Dataset, visit: Visit<'_>) {
    for source in dataset.sources() {
        for (date, field) in [(source.published, "published"), (source.retrieved, "retrieved")] {
            if let Some(date) = date {
                visit(When::Date(date), &|| path(source).field(field));
            }
        }
    }
    for person in dataset.people() {
        names(&person.names, &|| path(person), visit);
        visit(When::Bound(person.birth), &|| path(person).field("birth"));
        visit(When::Bound(person.death), &|| path(person).field("death"));
    }
    for tenure in dataset.tenures() {
        visit(When::Span(tenure.span), &|| path(tenure).field("span"));
        for (i, attestation) in tenure.attests.iter().enumerate() {
            let says = |field| path(tenure).field("attests").at(i).field("says").field(field);
            match &attestation.says {
                TenureFact::Start(bound) => visit(When::Bound(*bound), &|| says("start")),
                TenureFact::End(bound) => visit(When::Bound(*bound), &|| says("end")),
                TenureFact::Title(_) => {}
            }
        }
    }
    for event in dataset.events() {
        let at = || path(event);
        names(&event.names, &at, visit);
        for (i, theme) in event.themes.iter().enumerate() {
            visit(When::Span(theme.span), &|| at().field("themes").at(i).field("span"));
        }
        for (i, sitting) in event.sittings.iter().enumerate() {
            visit(When::Span(sitting.span), &|| at().field("sittings").at(i).field("span"));
        }
        for (i, plan) in event.plans.iter().enumerate() {
            let plan_at = || at().field("plans").at(i);
            for (k, sitting) in plan.sittings.iter().enumerate() {
                visit(When::Span(sitting.span), &|| {
                    plan_at().field("sittings").at(k).field("span")
                });
            }
            for (date, field) in [(plan.announced, "announced"), (plan.superseded, "superseded")] {
                if let Some(date) = date {
                    visit(When::Date(date), &|| plan_at().field(field));
                }
            }
        }
        for (i, outcome) in event.outcomes.iter().enumerate() {
            if let Some(date) = outcome.date {
                visit(When::Date(date), &|| at().field("outcomes").at(i).field("date"));
            }
        }
        for (i, attestation) in event.attests.iter().enumerate() {
            if let EventFact::Span(span) = &attestation.says {
                visit(When::Span(*span), &|| {
                    at().field("attests").at(i).field("says").field("span")
                });
            }
        }
    }
    for statement in dataset.statements() {
        if let Some(date) = statement.date {
            visit(When::Date(date), &|| path(statement).field("date"));
        }
        for (i, coding) in statement.codings.iter().enumerate() {
            if let Some(date) = coding.date {
                visit(When::Date(date), &|| path(statement).field("codings").at(i).field("date"));
            }
        }
        for (i, attestation) in statement.attests.iter().enumerate() {
            if let StatementFact::Date(date) = &attestation.says {
                visit(When::Date(*date), &|| {
                    path(statement).field("attests").at(i).field("says").field("date")
                });
            }
        }
    }
    for vote in dataset.votes() {
        names(&vote.names, &|| path(vote), visit);
        if let Some(date) = vote.date {
            visit(When::Date(date), &|| path(vote).field("date"));
        }
    }
    for judgement in dataset.judgements() {
        if let Some(date) = judgement.date {
            visit(When::Date(date), &|| path(judgement).field("date"));
        }
    }
    for taxonomy in dataset.taxonomies() {
        names(&taxonomy.names, &|| path(taxonomy), visit);
        for term in &taxonomy.terms {
            names(&term.names, &|| path(taxonomy).field("terms").at(&term.id), visit);
        }
    }
    for indicator in dataset.indicators() {
        names(&indicator.names, &|| path(indicator), visit);
    }
}

fn names(names: &[Name], at: &dyn Fn() -> Path, visit: Visit<'_>) {
    for (i, name) in names.iter().enumerate() {
        visit(When::Span(name.span), &|| at().field("names").at(i).field("span"));
    }
}
