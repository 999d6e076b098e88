//! EVT: head counts of one event against each other.

use super::{Family, path};
use crate::dataset::Dataset;
use crate::event::{Counted, Event, Headcount};
use crate::finding::{Detail, Rule, Severity, Sink};
use crate::quantity::{Decimal, Interval, Tolerance, Unit};
use crate::validate::Limits;

pub(super) const FAMILY: Family = Family { rules: &[PARTS, SHARES], check };

const PARTS: Rule = Rule::new(
    "EVT-011",
    Severity::Error,
    "Parts of a head count do not exceed the whole",
    "Those on site and those online are parts of the total; the stakeholder groups are parts of whatever is counted. \
     Counts are intervals as wide as their hedges and the tolerance make them. Of several figures for one thing the \
     lowest reading counts for a part and the highest for the whole, so that what is reported cannot be in any reading.",
);

const SHARES: Rule = Rule::new(
    "EVT-012",
    Severity::Warning,
    "The shares of the stakeholder groups make a whole",
    "The shares that are given for one thing counted sum to 100 percent as far as their rounding allows. Two shares or \
     more that certainly exceed it are reported; sums below it from three shares on, since fewer are seldom meant to be \
     all.",
);

fn check(dataset: &Dataset, limits: &Limits, sink: &mut Sink) {
    for event in dataset.events().iter().filter(|event| event.headcounts.len() > 1) {
        let counts = Counts { event, tolerance: &limits.tolerance };
        let present = [Counted::OnSite, Counted::Remote].map(|of| counts.whole(of));
        if let Some(total) = counts.whole(Counted::Total) {
            counts.exceed(&total, &present.into_iter().flatten().collect::<Vec<_>>(), sink);
        }
        for of in Counted::ALL {
            if let Some(whole) = counts.whole(*of) {
                counts.exceed(&whole, &counts.groups(*of, false), sink);
            }
            counts.sum_to_all(*of, sink);
        }
    }
}

struct Counts<'a> {
    event: &'a Event,
    tolerance: &'a Tolerance,
}

/// What is said of one thing that is counted: the place where it is said first, and every reading.
struct Figure<'a> {
    at: usize,
    first: &'a Headcount,
    readings: Interval,
}

impl<'a> Counts<'a> {
    /// All counts of one kind, without a group.
    fn whole(&self, of: Counted) -> Option<Figure<'a>> {
        let of_whole = |count: &&Headcount| count.of == of && count.group.is_none();
        self.figure(|count| of_whole(&count) && count.count.unit() == Unit::Count, Unit::Count)
    }

    /// The counts, or the shares, of every stakeholder group.
    fn groups(&self, of: Counted, shares: bool) -> Vec<Figure<'a>> {
        let mut groups = Vec::new();
        for count in self.event.headcounts.iter().filter(|count| count.of == of) {
            if let Some(group) = count.group.filter(|group| !groups.contains(group)) {
                groups.push(group);
            }
        }
        let unit = if shares { Unit::Percent } else { Unit::Count };
        let figure = |group| {
            let same = |count: &Headcount| count.of == of && count.group == Some(group);
            self.figure(|count| same(count) && count.count.unit().factor_to(unit).is_ok(), unit)
        };
        groups.into_iter().filter_map(figure).collect()
    }

    fn figure(&self, is_one: impl Fn(&Headcount) -> bool, unit: Unit) -> Option<Figure<'a>> {
        let mut figure: Option<Figure<'a>> = None;
        for (at, count) in self.event.headcounts.iter().enumerate().filter(|(_, it)| is_one(it)) {
            let factor = Interval::exactly(count.count.unit().factor_to(unit).ok()?);
            let reading = count.count.interval(self.tolerance).ok()?.mul(&factor).ok()?;
            figure = Some(match figure {
                None => Figure { at, first: count, readings: reading },
                Some(known) => Figure { readings: known.readings.hull(&reading), ..known },
            });
        }
        figure
    }

    fn exceed(&self, whole: &Figure<'_>, parts: &[Figure<'_>], sink: &mut Sink) {
        let Some(sum) = sum(parts).filter(|sum| whole.readings.certainly_below(sum)) else {
            return;
        };
        sink.report(PARTS, || {
            let named: Vec<String> = parts.iter().map(|part| in_words(part.first)).collect();
            let message = format!(
                "{} make {sum}, more than {} in all ({})",
                named.join(" and "),
                whole.first.count,
                whole.first.of
            );
            let at = path(self.event).field("headcounts");
            let detail = Detail::new(at.clone().at(whole.at), message)
                .help("find out what each figure counts: on site, online, registered, or both together")
                .param("whole", whole.first.count.to_string())
                .param("parts", named)
                .param("sum", sum.to_string());
            parts.iter().fold(detail, |detail, part| detail.see(at.clone().at(part.at)))
        });
    }

    fn sum_to_all(&self, of: Counted, sink: &mut Sink) {
        let shares = self.groups(of, true);
        if shares.len() < 2 {
            return;
        }
        let Some(sum) = sum(&shares) else { return };
        let all = Interval::exactly(Decimal::HUNDRED);
        let exceeds = all.certainly_below(&sum);
        let falls_short = sum.certainly_below(&all) && shares.len() > 2;
        if !exceeds && !falls_short {
            return;
        }
        sink.report(SHARES, || {
            let named: Vec<String> = shares.iter().map(|share| in_words(share.first)).collect();
            let message = format!("{} sum to {sum} percent", named.join(", "));
            let at = path(self.event).field("headcounts");
            let first = shares.first().map_or(0, |share| share.at);
            let detail = Detail::new(at.clone().at(first), message)
                .help(if exceeds {
                    "correct a share, or say with `of` what each is a share of"
                } else {
                    "add the groups that are missing"
                })
                .param("sum", sum.to_string());
            shares.iter().skip(1).fold(detail, |detail, it| detail.see(at.clone().at(it.at)))
        });
    }
}

fn sum(parts: &[Figure<'_>]) -> Option<Interval> {
    let (first, rest) = parts.split_first()?;
    rest.iter().try_fold(first.readings, |sum, part| sum.add(&part.readings).ok())
}

fn in_words(count: &Headcount) -> String {
    match count.group {
        Some(group) => format!("{} ({group})", count.count),
        None => format!("{} ({})", count.count, count.of),
    }
}

#[cfg(test)]
pub(super) const CASES: &[super::cases::Case] = &[
    super::cases::Case {
        rule: "EVT-011",
        // NETmundial: 930 in the room and over 1,000 online, against 1,229 on the first day.
        fails: r#"{ "events": [ { "id": "e", "kind": "conference", "headcounts": [ "1229", { "count": "930", "of": "on-site" }, { "count": "more than 1000", "of": "remote" } ] } ] }"#,
        // The GAC in Dakar: 46 governments there and 3 online were 49.
        passes: r#"{ "events": [ { "id": "gac", "kind": "public-meeting", "headcounts": [ "49", { "count": "46", "of": "on-site" }, { "count": "3", "of": "remote" } ] },
                                 { "id": "e", "kind": "conference", "headcounts": [ "1229", "about 2000", { "count": "930", "of": "on-site" }, { "count": "more than 1000", "of": "remote" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "EVT-011",
        fails: r#"{ "events": [ { "id": "e", "kind": "forum", "headcounts": [ { "count": "100", "of": "on-site" }, { "count": "60", "of": "on-site", "group": "government" },
                     { "count": "45", "of": "on-site", "group": "civil-society" } ] } ] }"#,
        // A tenth more or less is what "about" allows, and half a unit what rounding does.
        passes: r#"{ "events": [ { "id": "e", "kind": "forum", "headcounts": [ { "count": "about 100", "of": "on-site" }, { "count": "60", "of": "on-site", "group": "government" },
                      { "count": "41", "of": "on-site", "group": "civil-society" }, { "count": "90", "of": "states" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "EVT-012",
        fails: r#"{ "events": [ { "id": "e", "kind": "forum", "headcounts": [ { "count": "60 percent", "group": "government" }, { "count": "42 percent", "group": "civil-society" } ] } ] }"#,
        // Three thirds, rounded; and two groups of several.
        passes: r#"{ "events": [ { "id": "e", "kind": "forum", "headcounts": [ { "count": "33 percent", "group": "government" }, { "count": "33 percent", "group": "civil-society" },
                      { "count": "33 percent", "group": "private-sector" } ] },
                                 { "id": "f", "kind": "forum", "headcounts": [ { "count": "33 percent", "group": "government" }, { "count": "33 percent", "group": "civil-society" } ] } ] }"#,
    },
    super::cases::Case {
        rule: "EVT-012",
        fails: r#"{ "events": [ { "id": "e", "kind": "forum", "headcounts": [ { "count": "30 percent", "group": "government" }, { "count": "30 percent", "group": "civil-society" },
                     { "count": "30 percent", "group": "private-sector" } ] } ] }"#,
        passes: r#"{ "events": [ { "id": "e", "kind": "forum", "headcounts": [ { "count": "30 percent", "group": "government" }, { "count": "30 percent", "group": "civil-society" },
                      { "count": "39.6 percent", "group": "private-sector" } ] } ] }"#,
    },
];

#[cfg(test)]
mod tests {
    use crate::validate::rules::cases::report;

    #[test]
    fn the_sum_and_its_parts_are_named() {
        let report = report(
            r#"{ "events": [ { "id": "e", "kind": "conference", "headcounts": [ "exactly 1229", { "count": "exactly 930", "of": "on-site" },
                 { "count": "more than 1000", "of": "remote" } ] } ] }"#,
        );
        let finding = report.of_rule("EVT-011").next().unwrap();
        assert_eq!(
            finding.message(),
            "exactly 930 (on-site) and more than 1000 (remote) make (1930, inf), more than exactly 1229 in all (total)"
        );
        assert_eq!(finding.path().as_str(), "events[e].headcounts[0]");
        let related: Vec<_> = finding.related().iter().map(ToString::to_string).collect();
        assert_eq!(related, ["events[e].headcounts[1]", "events[e].headcounts[2]"]);
    }
}
