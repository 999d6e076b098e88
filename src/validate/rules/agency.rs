//! ORG: how agencies relate to each other and change.

use super::{Family, name, path};
use crate::actor::{Agency, AgencyKind, Change, ChangeKind, RelationKind, StakeholderGroup};
use crate::dataset::Dataset;
use crate::finding::{Detail, Rule, Severity, Sink};
use crate::id::Id;
use crate::time::{Bound, Tri};
use crate::validate::Limits;

pub(super) const FAMILY: Family =
    Family { rules: &[OUTLIVED, CHANGE, STAKEHOLDER, CARRIER], check };

const OUTLIVED: Rule = Rule::new(
    "ORG-002",
    Severity::Error,
    "A relation lasts no longer than the two agencies",
    "The span of a relation lies inside the spans of both. Reported is a relation that certainly begins before one of \
     them, or ends after one; where the dates leave it open, nothing is. One that has not begun, or to which dates do \
     not apply, is not judged.",
);

const CHANGE: Rule = Rule::new(
    "ORG-003",
    Severity::Error,
    "A renamed agency keeps its id, a merged or split one does not",
    "A change of kind `renamed` names no other agency: the new name goes into `names`. `merged` stands with the new \
     agency and names two or more others in `from`; `split` stands with the old one and names two or more others in \
     `to`; `functions-moved` names another agency in `from` or `to`. A body that takes another one in keeps its id: \
     that is `absorbed`, with the other.",
);

const STAKEHOLDER: Rule = Rule::new(
    "ORG-007",
    Severity::Warning,
    "A stakeholder group fits the kind of the agency",
    "A ministry, a regulator, a court and other bodies of a state are of the group `government`, an intergovernmental \
     organisation, its secretariat and bodies of the United Nations of their own, and civil society of its own. Of \
     others the group says more than the kind: a national registry may be a company, a foundation or an office of a \
     ministry.",
);

const CARRIER: Rule = Rule::new(
    "ORG-008",
    Severity::Error,
    "An agency is a nameplate of one other at a time",
    "A further signboard hangs on one body. Two relations `nameplate-of` to different agencies certainly overlap; a \
     day on which one ends and the other begins belongs to both. Relations without a span are not compared.",
);

fn check(dataset: &Dataset, _: &Limits, sink: &mut Sink) {
    for agency in dataset.agencies() {
        outlived(dataset, agency, sink);
        for (i, change) in agency.changes.iter().enumerate() {
            changed(agency, i, change, sink);
        }
        carriers(agency, sink);
        stakeholder(agency, sink);
    }
}

fn outlived(dataset: &Dataset, agency: &Agency, sink: &mut Sink) {
    for (i, relation) in agency.relations.iter().enumerate() {
        let span = relation.span;
        let unjudged = |bound| matches!(bound, Bound::NotYet | Bound::NotApplicable);
        if unjudged(span.start()) || span.end() == Bound::NotApplicable {
            continue;
        }
        for body in [Some(agency), dataset.agency(&relation.to)].into_iter().flatten() {
            if body.span.contains(&span) == Tri::No {
                sink.report(OUTLIVED, || {
                    let message = format!(
                        "`{}` is `{}` `{}` in {span}, but `{}` existed in {}",
                        agency.id, relation.kind, relation.to, body.id, body.span
                    );
                    Detail::new(path(agency).field("relations").at(i).field("span"), message)
                        .param("relation", span.to_string())
                        .param("agency", body.id.as_str())
                        .param("span", body.span.to_string())
                        .see(path(body).field("span"))
                });
            }
        }
    }
}

fn changed(agency: &Agency, i: usize, change: &Change, sink: &mut Sink) {
    let from = Others::of(&change.from, agency);
    let to = Others::of(&change.to, agency);
    let fault = match change.kind {
        ChangeKind::Renamed if from != Others::None || to != Others::None => (
            "names another agency",
            "give the agency the new name, or record another kind of change",
        ),
        ChangeKind::Merged if from != Others::Several => {
            ("names fewer than two other agencies in `from`", "name every agency that it came from")
        }
        ChangeKind::Split if to != Others::Several => {
            ("names fewer than two other agencies in `to`", "name every agency that it led to")
        }
        ChangeKind::FunctionsMoved if from == Others::None && to == Others::None => {
            ("names no other agency", "name in `to` or `from` where they went or came from")
        }
        _ => return,
    };
    sink.report(CHANGE, || {
        let (fault, help) = fault;
        let ids = |list: &[Id<Agency>]| list.iter().map(ToString::to_string).collect::<Vec<_>>();
        Detail::new(
            path(agency).field("changes").at(i),
            format!("the change `{}` of {} {fault}", change.kind, change.date),
        )
        .help(help)
        .param("kind", change.kind.as_str())
        .param("from", ids(&change.from))
        .param("to", ids(&change.to))
    });
}

/// How many different agencies a list names beside the one whose change it is.
#[derive(Clone, Copy, PartialEq)]
enum Others {
    None,
    One,
    Several,
}

impl Others {
    fn of(list: &[Id<Agency>], agency: &Agency) -> Self {
        let mut others = list.iter().filter(|id| **id != agency.id);
        match others.next() {
            None => Self::None,
            Some(first) if others.all(|other| other == first) => Self::One,
            Some(_) => Self::Several,
        }
    }
}

fn carriers(agency: &Agency, sink: &mut Sink) {
    let nameplates = || {
        let relations = agency.relations.iter().enumerate();
        relations.filter(|(_, relation)| relation.kind == RelationKind::NameplateOf)
    };
    for (i, relation) in nameplates() {
        for (k, other) in nameplates().take_while(|(k, _)| *k < i) {
            if relation.to != other.to && name::coincide(&relation.span, &other.span) {
                sink.report(CARRIER, || {
                    let relations = path(agency).field("relations");
                    let message = format!(
                        "`{}` is a nameplate of `{}` in {} and of `{}` in {}",
                        agency.id, other.to, other.span, relation.to, relation.span
                    );
                    Detail::new(relations.clone().at(i), message)
                        .help("end one relation where the other begins")
                        .param("carriers", vec![other.to.as_str(), relation.to.as_str()])
                        .see(relations.at(k))
                });
            }
        }
    }
}

/// Whether an agency is another, or a part, nameplate or arm of it, through any number of steps.
pub(super) fn is_within(dataset: &Dataset, agency: &Id<Agency>, whole: &Id<Agency>) -> bool {
    let mut known = vec![agency];
    let mut at = 0;
    while let Some(&id) = known.get(at) {
        if id == whole {
            return true;
        }
        for relation in
            dataset.agency(id).map(|agency| agency.relations.as_slice()).unwrap_or_default()
        {
            let upwards = matches!(
                relation.kind,
                RelationKind::PartOf
                    | RelationKind::NameplateOf
                    | RelationKind::ExecutiveArmOf
                    | RelationKind::SecretariatOf
                    | RelationKind::MemberOf
            );
            if upwards && !known.contains(&&relation.to) {
                known.push(&relation.to);
            }
        }
        at += 1;
    }
    false
}

/// Whether the group that an agency is said to belong to fits its kind.
fn fits(agency: &Agency) -> bool {
    use StakeholderGroup::{CivilSociety, Government, IntergovernmentalOrganization};
    match (agency.stakeholder, agency.kind.stakeholder_group()) {
        (Some(stated), Some(implied @ (Government | IntergovernmentalOrganization))) => {
            stated == implied
        }
        // A foundation of companies or a registry under a ministry may count here or there.
        (Some(stated), _) if agency.kind == AgencyKind::CivilSociety => stated == CivilSociety,
        _ => true,
    }
}

fn stakeholder(agency: &Agency, sink: &mut Sink) {
    if fits(agency) {
        return;
    }
    sink.report(STAKEHOLDER, || {
        let word = |group: Option<StakeholderGroup>| group.map_or("none", |group| group.as_str());
        let (stated, implied) = (word(agency.stakeholder), word(agency.kind.stakeholder_group()));
        let message = format!("a {} is {implied}, and stated is {stated}", agency.kind);
        Detail::new(path(agency).field("stakeholder"), message)
            .help("leave `stakeholder` out, or correct the `kind`")
            .param("kind", agency.kind.as_str())
            .param("stated", stated)
            .param("implied", implied)
    });
}

#[cfg(test)]
pub(super) const CASES: &[super::cases::Case] = &[
    super::cases::Case {
        rule: "ORG-002",
        fails: r#"{ "agencies": [ { "id": "a", "kind": "court", "span": "2011-05/..", "relations": [ { "kind": "part-of", "to": "b", "span": "2011-04/.." } ] },
                                  { "id": "b", "kind": "court" } ] }"#,
        passes: r#"{ "agencies": [ { "id": "a", "kind": "court", "span": "2011-05/..", "relations": [ { "kind": "part-of", "to": "b", "span": "2011-05/.." } ] },
                                   { "id": "b", "kind": "court" } ] }"#,
    },
    super::cases::Case {
        rule: "ORG-002",
        fails: r#"{ "agencies": [ { "id": "a", "kind": "court", "span": "2001/..", "relations": [ { "kind": "part-of", "to": "b", "span": "2011/.." } ] },
                                  { "id": "b", "kind": "court", "span": "2001/2014" } ] }"#,
        passes: r#"{ "agencies": [ { "id": "a", "kind": "court", "span": "2001/..", "relations": [ { "kind": "part-of", "to": "b", "span": "2011/" } ] },
                                   { "id": "b", "kind": "court", "span": "2001/2014" } ] }"#,
    },
    super::cases::Case {
        rule: "ORG-002",
        fails: r#"{ "agencies": [ { "id": "a", "kind": "court", "span": "2001/2014", "relations": [ { "kind": "part-of", "to": "b", "span": "2015/2016" } ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "a", "kind": "court", "span": "2001/2014", "relations": [ { "kind": "part-of", "to": "b", "span": "not-yet" },
                                                                                                { "kind": "part-of", "to": "b" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "ORG-003",
        fails: r#"{ "agencies": [ { "id": "a", "kind": "court", "changes": [ { "kind": "renamed", "date": "2014-05", "to": [ "b" ] } ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "a", "kind": "court", "changes": [ { "kind": "renamed", "date": "2014-05", "to": [ "a" ] } ] } ] }"#,
    },
    super::cases::Case {
        rule: "ORG-003",
        fails: r#"{ "agencies": [ { "id": "a", "kind": "court", "changes": [ { "kind": "merged", "date": "2014-05", "from": [ "a", "b", "b" ] } ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "a", "kind": "court", "changes": [ { "kind": "merged", "date": "2014-05", "from": [ "b", "c" ] } ] } ] }"#,
    },
    super::cases::Case {
        rule: "ORG-003",
        // A British department was split into three in February 2023.
        fails: r#"{ "agencies": [ { "id": "beis", "kind": "ministry", "changes": [ { "kind": "split", "date": "2023-02-07", "to": [ "dsit" ] } ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "beis", "kind": "ministry", "changes": [ { "kind": "split", "date": "2023-02-07", "to": [ "dsit", "desnz", "dbt" ] } ] } ] }"#,
    },
    super::cases::Case {
        rule: "ORG-003",
        fails: r#"{ "agencies": [ { "id": "a", "kind": "court", "changes": [ { "kind": "functions-moved", "date": "2014-05", "to": [ "a" ] } ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "a", "kind": "court", "changes": [ { "kind": "functions-moved", "date": "2014-05", "from": [ "b" ] } ] } ] }"#,
    },
    super::cases::Case {
        rule: "ORG-007",
        fails: r#"{ "agencies": [ { "id": "a", "kind": "ministry", "stakeholder": "civil-society" } ] }"#,
        passes: r#"{ "agencies": [ { "id": "a", "kind": "ministry", "stakeholder": "government" }, { "id": "b", "kind": "ministry" },
                                   { "id": "c", "kind": "cctld-registry", "stakeholder": "private-sector" } ] }"#,
    },
    super::cases::Case {
        rule: "ORG-007",
        fails: r#"{ "agencies": [ { "id": "a", "kind": "civil-society", "stakeholder": "private-sector" }, { "id": "b", "kind": "igo", "stakeholder": "government" } ] }"#,
        passes: r#"{ "agencies": [ { "id": "a", "kind": "civil-society", "stakeholder": "civil-society" }, { "id": "b", "kind": "party-organ", "stakeholder": "government" } ] }"#,
    },
    super::cases::Case {
        rule: "ORG-008",
        fails: r#"{ "agencies": [ { "id": "a", "kind": "court", "relations": [ { "kind": "nameplate-of", "to": "b", "span": "2011-05-04/2014-03-01" },
                                                                             { "kind": "nameplate-of", "to": "c", "span": "2014-02-27/.." } ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "a", "kind": "court", "relations": [ { "kind": "nameplate-of", "to": "b", "span": "2011-05-04/2014-02-27" },
                                                                              { "kind": "nameplate-of", "to": "c", "span": "2014-02-27/.." } ] } ] }"#,
    },
    super::cases::Case {
        rule: "ORG-008",
        fails: r#"{ "agencies": [ { "id": "a", "kind": "court", "relations": [ { "kind": "nameplate-of", "to": "b", "span": "2011/.." },
                                                                             { "kind": "nameplate-of", "to": "c", "span": "2014/.." } ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "a", "kind": "court", "relations": [ { "kind": "nameplate-of", "to": "b", "span": "2011/.." },
                                                                              { "kind": "nameplate-of", "to": "b", "span": "2014/.." },
                                                                              { "kind": "member-of", "to": "c", "span": "2014/.." },
                                                                              { "kind": "nameplate-of", "to": "d" } ] } ] }"#,
    },
];

#[cfg(test)]
mod tests {
    use crate::Dataset;
    use crate::validate::Profile;

    #[test]
    fn a_relation_is_measured_against_both_bodies() {
        let dataset = Dataset::from_json(
            r#"{ "netpolity": 1, "agencies": [
                 { "id": "siio", "kind": "information-office", "span": "2011-05/..", "relations": [ { "kind": "nameplate-of", "to": "scio", "span": "2010/2014" } ] },
                 { "id": "scio", "kind": "information-office", "span": "2011/.." } ] }"#,
        );
        let report = dataset.unwrap().validate(&Profile::default(), "2026-01-01".parse().unwrap());
        let findings: Vec<_> = report.of_rule("ORG-002").collect();
        assert_eq!(findings.len(), 2);
        assert_eq!(
            findings[1].message(),
            "`siio` is `nameplate-of` `scio` in 2010/2014, but `scio` existed in 2011/.."
        );
        assert!(findings.iter().all(|f| f.path().as_str() == "agencies[siio].relations[0].span"));
        let related: Vec<&str> =
            findings.iter().map(|finding| finding.related()[0].as_str()).collect();
        assert_eq!(related, ["agencies[siio].span", "agencies[scio].span"]);
    }
}
