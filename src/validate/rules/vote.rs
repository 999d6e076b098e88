//! VOT: votes.

use std::collections::{HashMap, HashSet};

use super::{Family, path};
use crate::actor::{Actor, Agency, RelationKind};
use crate::dataset::Dataset;
use crate::finding::{Detail, Rule, Severity, Sink};
use crate::id::Id;
use crate::time::{PartialDate, Span};
use crate::validate::Limits;
use crate::vote::{Vote, VoteChoice};

pub(super) const FAMILY: Family = Family { rules: &[COUNTS, ROLL], check };

const COUNTS: Rule = Rule::new(
    "VOT-001",
    Severity::Error,
    "The totals of a vote are those of its roll",
    "Where both are recorded, as many voted yes, no and abstain by the roll as by the totals; those absent and those not \
     voting are compared where the roll lists any. Nobody stands twice in the roll.",
);

const ROLL: Rule = Rule::new(
    "VOT-002",
    Severity::Warning,
    "Every member of the body stands in the roll",
    "Members of the body that certainly were so on the day of the vote have no ballot, not even as absent. Members are \
     those of the group or the coalition that the limits name for the body in `members_of`, and agencies with the \
     relation `member-of` to it. Where neither is there, or the vote has no date or no roll, nothing is reported. There \
     is one finding for a vote.",
);

fn check(dataset: &Dataset, limits: &Limits, sink: &mut Sink) {
    let mut agencies: Option<Members<'_>> = None;
    for vote in dataset.votes().iter().filter(|vote| !vote.ballots.is_empty()) {
        counts(vote, sink);
        twice(vote, sink);
        if let Some(date) = vote.date {
            let agencies = agencies.get_or_insert_with(|| member_agencies(dataset));
            roll(dataset, vote, date, agencies, limits, sink);
        }
    }
}

fn counts(vote: &Vote, sink: &mut Sink) {
    for choice in VoteChoice::ALL {
        let Some(stated) = vote.counts.of(*choice) else { continue };
        let listed = vote.ballots.iter().filter(|ballot| ballot.choice == *choice).count();
        let listed = u32::try_from(listed).unwrap_or(u32::MAX);
        if stated == listed || (!choice.is_cast() && listed == 0) {
            continue;
        }
        sink.report(COUNTS, || {
            let message = format!("{stated} `{choice}` by the totals, {listed} by the roll");
            Detail::new(path(vote).field("counts"), message)
                .help("a roll of which only a part is known is left out")
                .param("choice", choice.as_str())
                .param("stated", i64::from(stated))
                .param("listed", i64::from(listed))
        });
    }
}

fn twice(vote: &Vote, sink: &mut Sink) {
    let mut seen = HashMap::with_capacity(vote.ballots.len());
    for (i, ballot) in vote.ballots.iter().enumerate() {
        if matches!(ballot.actor, Actor::Unnamed(_)) {
            continue;
        }
        if let Some(first) = seen.insert(&ballot.actor, i) {
            sink.report(COUNTS, || {
                let at = path(vote).field("ballots");
                let message = format!("`{}` stands twice in the roll", ballot.actor);
                Detail::new(at.clone().at(i), message)
                    .param("actor", ballot.actor.to_string())
                    .see(at.at(first))
            });
        }
    }
}

/// Agencies that are members of others, by the other one.
type Members<'a> = HashMap<&'a Id<Agency>, Vec<(&'a Agency, Span)>>;

fn member_agencies(dataset: &Dataset) -> Members<'_> {
    let mut members = Members::new();
    for agency in dataset.agencies() {
        for relation in agency.relations.iter().filter(|it| it.kind == RelationKind::MemberOf) {
            members.entry(&relation.to).or_default().push((agency, relation.span));
        }
    }
    members
}

/// How many of those who are missing a message names.
const SHOWN: usize = 10;

fn roll(
    dataset: &Dataset,
    vote: &Vote,
    date: PartialDate,
    agencies: &Members<'_>,
    limits: &Limits,
    sink: &mut Sink,
) {
    let listed: HashSet<&Actor> = vote.ballots.iter().map(|ballot| &ballot.actor).collect();
    let is_member = |span: &Span| span.covers(date).is_yes();
    let mut members: Vec<Actor> = match limits.members_of.get(&vote.body) {
        Some(Actor::Group(group)) => group.members_on(date).certain().map(Actor::from).collect(),
        Some(Actor::Coalition(id)) => {
            let members = dataset.get(id).map(|it| it.members.as_slice()).unwrap_or_default();
            let then = members.iter().filter(|member| is_member(&member.span));
            then.map(|member| member.actor.clone()).collect()
        }
        _ => Vec::new(),
    };
    let related = agencies.get(&vote.body).map(Vec::as_slice).unwrap_or_default();
    let then = related.iter().filter(|(_, span)| is_member(span));
    members.extend(then.map(|(agency, _)| Actor::from(&agency.id)));
    members.retain(|member| !listed.contains(member));
    if members.is_empty() {
        return;
    }
    sink.report(ROLL, || {
        let named: Vec<String> = members.iter().map(ToString::to_string).collect();
        let shown = named.iter().take(SHOWN).cloned().collect::<Vec<_>>().join("`, `");
        let more = named.len().saturating_sub(SHOWN);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let message = format!("members of `{}` on {date} are missing: `{shown}`{more}", vote.body);
        Detail::new(path(vote).field("ballots"), message)
            .help("add them as `absent` or `not-voting`, where they cast no vote")
            .param("missing", named)
    });
}

#[cfg(test)]
pub(super) const CASES: &[super::cases::Case] = &[
    super::cases::Case {
        rule: "VOT-001",
        fails: r#"{ "votes": [ { "id": "v", "body": "b", "counts": { "yes": 2, "no": 1 }, "ballots": [ "country:BRA yes", "country:DEU yes", "country:USA abstain" ] } ] }"#,
        passes: r#"{ "votes": [ { "id": "v", "body": "b", "counts": { "yes": 2, "abstain": 1, "absent": 9 }, "ballots": [ "country:BRA yes", "country:DEU yes", "country:USA abstain", "country:SSD not-member" ] },
                                { "id": "w", "body": "b", "counts": { "yes": 193 } } ] }"#,
    },
    super::cases::Case {
        rule: "VOT-001",
        fails: r#"{ "votes": [ { "id": "v", "body": "b", "ballots": [ "country:BRA yes", "country:DEU yes", "country:BRA no" ] } ] }"#,
        passes: r#"{ "votes": [ { "id": "v", "body": "b", "ballots": [ "country:BRA yes", "country:DEU yes" ] } ] }"#,
    },
    super::cases::Case {
        rule: "VOT-002",
        fails: r#"{ "agencies": [ { "id": "a", "kind": "company", "relations": [ { "kind": "member-of", "to": "b", "span": "2010/.." } ] } ],
                    "votes": [ { "id": "v", "body": "b", "date": "2013-12-18", "ballots": [ "agency:c yes" ] } ] }"#,
        passes: r#"{ "agencies": [ { "id": "a", "kind": "company", "relations": [ { "kind": "member-of", "to": "b", "span": "2010/.." } ] },
                                   { "id": "d", "kind": "company", "relations": [ { "kind": "member-of", "to": "b", "span": "2013/.." } ] } ],
                     "votes": [ { "id": "v", "body": "b", "date": "2013-12-18", "ballots": [ "agency:c yes", "agency:a absent" ] } ] }"#,
    },
];

#[cfg(test)]
mod tests {
    use crate::validate::rules::cases::read;
    use crate::validate::{Limits, Profile};

    #[test]
    fn members_of_a_body_come_from_the_table_of_the_caller() {
        let dataset = read(
            r#"{ "votes": [ { "id": "v", "body": "un-ga", "date": "2013-12-18", "ballots": [ "country:BRA yes", "country:SSD absent" ] },
                            { "id": "w", "body": "other", "date": "2013-12-18", "ballots": [ "country:BRA yes" ] } ] }"#,
        )
        .unwrap();
        let mut limits = Limits::default();
        limits.members_of.insert("un-ga".parse().unwrap(), "group:brics".parse().unwrap());
        let report = dataset.validate(&Profile::new(limits), "2026-01-01".parse().unwrap());
        let findings: Vec<_> = report.of_rule("VOT-002").collect();
        assert_eq!(findings.len(), 1);
        assert_eq!(
            findings[0].message(),
            "members of `un-ga` on 2013-12-18 are missing: `country:CHN`, `country:IND`, `country:RUS`, `country:ZAF`"
        );
    }
}
