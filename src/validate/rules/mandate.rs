//! TEN: what one person holds beside what else, by the tables of the profile.

use std::collections::HashMap;

use super::name::coincide;
use super::{Family, path};
use crate::actor::{Capacity, Person, Tenure};
use crate::dataset::Dataset;
use crate::finding::{Detail, Rule, Severity, Sink};
use crate::id::Id;
use crate::validate::{Limits, Mandate};

pub(super) const FAMILY: Family = Family { rules: &[INCOMPATIBLE, IMPLIED], check };

const INCOMPATIBLE: Rule = Rule::new(
    "TEN-008",
    Severity::Error,
    "Nobody holds what is declared incompatible",
    "The limits hold a table `incompatible` of pairs, empty unless the caller fills it: what parliaments forbid differs. \
     Reported are two tenures of one person, one of each side, that certainly overlap; a day on which one ends and the \
     other begins belongs to both. Somebody designate does not hold the post yet, unless the table speaks of \
     capacities.",
);

const IMPLIED: Rule = Rule::new(
    "TEN-009",
    Severity::Warning,
    "Whoever heads a body belongs to it where that is implied",
    "The limits hold a table `implied` of pairs, empty unless the caller fills it: whoever holds the first at an agency \
     holds the second there as well, as the chair of a board is a member. Reported is a tenure of the first kind of a \
     person who has none of the second at the agency that can overlap with it.",
);

fn check(dataset: &Dataset, limits: &Limits, sink: &mut Sink) {
    if limits.incompatible.is_empty() && limits.implied.is_empty() {
        return;
    }
    let mut places: HashMap<&Id<Person>, usize> = HashMap::new();
    let mut people: Vec<Vec<&Tenure>> = Vec::new();
    for tenure in dataset.tenures() {
        let place = *places.entry(&tenure.person).or_insert(people.len());
        match people.get_mut(place) {
            Some(tenures) => tenures.push(tenure),
            None => people.push(vec![tenure]),
        }
    }
    for tenures in &people {
        let of = |mandate: &Mandate| -> Vec<&Tenure> {
            let held = |tenure: &&Tenure| mandate.is_held_in(dataset, tenure);
            tenures.iter().copied().filter(held).collect()
        };
        for [one, other] in &limits.incompatible {
            if tenures.len() > 1 {
                let by_capacity = [one, other].iter().any(|it| matches!(it, Mandate::Capacity(_)));
                incompatible(&of(one), &of(other), by_capacity, sink);
            }
        }
        for [head, member] in &limits.implied {
            implied(dataset, &of(head), &of(member), sink);
        }
    }
}

fn incompatible(ones: &[&Tenure], others: &[&Tenure], by_capacity: bool, sink: &mut Sink) {
    let holds = |tenure: &&&Tenure| by_capacity || tenure.capacity != Capacity::Designate;
    for one in ones.iter().filter(holds) {
        for other in others.iter().filter(holds).filter(|other| other.id != one.id) {
            if !coincide(&one.span, &other.span) {
                continue;
            }
            sink.report(INCOMPATIBLE, || {
                let message = format!(
                    "`{}` holds `{}` ({}) and `{}` ({}) at once",
                    one.person, one.id, one.span, other.id, other.span
                );
                Detail::new(path(*one), message)
                    .param("person", one.person.as_str())
                    .param("tenures", vec![one.id.as_str(), other.id.as_str()])
                    .see(path(*other))
            });
        }
    }
}

fn implied(dataset: &Dataset, heads: &[&Tenure], members: &[&Tenure], sink: &mut Sink) {
    for head in heads.iter().filter(|head| head.capacity != Capacity::Designate) {
        let Some(body) = dataset.agency_of(head) else { continue };
        let belongs = members.iter().any(|member| {
            dataset.agency_of(member).is_some_and(|other| other.id == body.id)
                && !member.span.overlaps(&head.span).is_no()
        });
        if !belongs {
            sink.report(IMPLIED, || {
                let message = format!(
                    "`{}` heads `{}` ({}) without belonging to it",
                    head.person, body.id, head.span
                );
                Detail::new(path(*head), message)
                    .help("add the tenure of the member")
                    .param("person", head.person.as_str())
                    .param("agency", body.id.as_str())
                    .see(path(body))
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::actor::PostRank;
    use crate::validate::rules::cases::read;
    use crate::validate::{Limits, Mandate, Profile};

    const CHAIR: Mandate = Mandate::Rank(PostRank::Chair);
    const MEMBER: Mandate = Mandate::Rank(PostRank::Member);

    fn found(rule: &str, limits: Limits, tenures: &str) -> usize {
        let dataset = read(&format!(
            r#"{{ "posts": [ {{ "id": "chair", "agency": "board", "rank": "chair" }}, {{ "id": "member", "agency": "board", "rank": "member" }},
                             {{ "id": "elsewhere", "agency": "other", "rank": "member" }} ],
                 "agencies": [ {{ "id": "board", "kind": "expert-group" }}, {{ "id": "other", "kind": "court" }} ],
                 "tenures": [ {tenures} ] }}"#
        ));
        let as_of = "2026-01-01".parse().unwrap();
        dataset.unwrap().validate(&Profile::new(limits), as_of).count_of(rule)
    }

    fn tenure(id: &str, post: &str, rest: &str) -> String {
        format!(r#"{{ "id": "{id}", "person": "p", "post": "{post}", {rest} }}"#)
    }

    #[test]
    fn what_is_incompatible_certainly_overlaps() {
        let limits = |pair: [Mandate; 2]| {
            let mut limits = Limits::default();
            limits.incompatible.push(pair);
            limits
        };
        let ranks = || limits([CHAIR, Mandate::Kind(crate::actor::AgencyKind::Court)]);
        let two = |span: &str, rest: &str| {
            let one = tenure("a", "chair", r#""span": "2013-01-01/2014-06-30""#);
            format!("{one}, {}", tenure("b", "elsewhere", &format!(r#""span": "{span}" {rest}"#)))
        };
        assert_eq!(found("TEN-008", ranks(), &two("2014-01/2015", "")), 1);
        // Handed over on a day; in the same year, but not known when; not in office yet.
        assert_eq!(found("TEN-008", ranks(), &two("2014-06-30/2015", "")), 0);
        assert_eq!(found("TEN-008", ranks(), &two("2014/2015", "")), 0);
        let designate = r#", "capacity": "designate""#;
        assert_eq!(found("TEN-008", ranks(), &two("2014-01/2015", designate)), 0);
        let capacities = limits([CHAIR, Mandate::Capacity(crate::actor::Capacity::Designate)]);
        assert_eq!(found("TEN-008", capacities, &two("2014-01/2015", designate)), 1);
        // Nobody has forbidden anything.
        assert_eq!(found("TEN-008", Limits::default(), &two("2014-01/2015", "")), 0);
    }

    #[test]
    fn a_head_belongs_to_the_body() {
        let mut limits = Limits::default();
        limits.implied.push([CHAIR, MEMBER]);
        let chair = tenure("a", "chair", r#""span": "2013/2014""#);
        let with = |post: &str, span: &str| {
            format!("{chair}, {}", tenure("b", post, &format!(r#""span": "{span}""#)))
        };
        assert_eq!(found("TEN-009", limits.clone(), &chair), 1);
        assert_eq!(found("TEN-009", limits.clone(), &with("elsewhere", "2013/2014")), 1);
        assert_eq!(found("TEN-009", limits.clone(), &with("member", "2015/2016")), 1);
        assert_eq!(found("TEN-009", limits.clone(), &with("member", "2014/2016")), 0);
        assert_eq!(found("TEN-009", Limits::default(), &chair), 0);
    }
}
