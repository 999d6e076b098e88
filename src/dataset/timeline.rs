//! Everything that has a date, in order.

use chrono::NaiveDate;

use super::Dataset;
use crate::actor::{
    Agency, Change, Coalition, Member, Person, Post, Relation, Responsibility, Tenure,
};
use crate::event::{Event, Outcome, Plan, Sitting};
use crate::name::Name;
use crate::source::Source;
use crate::statement::Statement;
use crate::time::{Bound, PartialDate, Span};
use crate::vote::Vote;

/// Something of a dataset with the date at which it stands in a timeline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dated<'a> {
    /// The date.
    pub date: PartialDate,
    /// What happened.
    pub what: Occurrence<'a>,
}

/// What happened at a date.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Occurrence<'a> {
    /// A sitting of an event began, or was to begin where the event was only planned.
    Sitting(&'a Event, &'a Sitting),
    /// A plan for an event was made known, or given up.
    Plan(&'a Event, &'a Plan, Turn),
    /// It was decided what became of a document of an event.
    Outcome(&'a Event, &'a Outcome),
    /// A statement was made.
    Statement(&'a Statement),
    /// A vote was held.
    Vote(&'a Vote),
    /// A tenure began or ended.
    Tenure(&'a Tenure, Turn),
    /// A post was set up or abolished.
    Post(&'a Post, Turn),
    /// A person was born or died.
    Person(&'a Person, Turn),
    /// A name of a person came into use or went out of it.
    PersonName(&'a Person, &'a Name, Turn),
    /// An agency began or ended.
    Agency(&'a Agency, Turn),
    /// An agency changed.
    AgencyChange(&'a Agency, &'a Change),
    /// A name of an agency came into use or went out of it.
    AgencyName(&'a Agency, &'a Name, Turn),
    /// A relation of an agency to another began or ended.
    Relation(&'a Agency, &'a Relation, Turn),
    /// An agency became responsible for an issue, or ceased to be.
    Responsibility(&'a Agency, &'a Responsibility, Turn),
    /// A coalition came into being or ended.
    Coalition(&'a Coalition, Turn),
    /// A member joined a coalition or left it.
    Member(&'a Coalition, &'a Member, Turn),
    /// A source was published.
    Publication(&'a Source),
}

/// Which of the two ends of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Turn {
    /// Its first day.
    Start,
    /// Its last day.
    End,
}

/// # In order of time
impl Dataset {
    /// Everything dated, by earliest day; of equals, the coarser date first. What has no date, or only a bound such
    /// as "before 2013", is left out, and so are the editor's own dates, such as that of a judgement.
    ///
    /// ```
    /// use netpolity::Dataset;
    /// use netpolity::dataset::{Occurrence, Turn};
    ///
    /// let dataset = Dataset::from_json(
    ///     r#"{ "netpolity": 1,
    ///          "tenures": [ { "id": "t", "person": "lu-wei", "span": "2013-04/2016-07-19" } ],
    ///          "statements": [ { "id": "s", "act": "call", "date": "2013-09-09" } ] }"#,
    /// )?;
    /// let whole: Vec<String> = dataset.timeline().iter().map(|dated| dated.date.to_string()).collect();
    /// assert_eq!(whole, ["2013-04", "2013-09-09", "2016-07-19"]);
    ///
    /// let (first, last) = ("2016-01-01".parse()?, "2016-12-31".parse()?);
    /// let of_2016 = dataset.timeline_between(first, last);
    /// assert!(matches!(of_2016[0].what, Occurrence::Tenure(tenure, Turn::End) if tenure.id == "t"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn timeline(&self) -> Vec<Dated<'_>> {
        self.timeline_between(NaiveDate::MIN, NaiveDate::MAX)
    }

    /// The part of the [timeline](Self::timeline) that lies, or may lie, from the first to the last of two days.
    pub fn timeline_between(&self, first: NaiveDate, last: NaiveDate) -> Vec<Dated<'_>> {
        let mut timeline = Timeline { first, last, all: Vec::new() };
        for source in self.sources() {
            timeline.add(source.published, Occurrence::Publication(source));
        }
        for agency in self.agencies() {
            timeline.ends(agency.span, |turn| Occurrence::Agency(agency, turn));
            for change in &agency.changes {
                timeline.add(Some(change.date), Occurrence::AgencyChange(agency, change));
            }
            for name in &agency.names {
                timeline.ends(name.span, |turn| Occurrence::AgencyName(agency, name, turn));
            }
            for own in &agency.relations {
                timeline.ends(own.span, |turn| Occurrence::Relation(agency, own, turn));
            }
            for own in &agency.portfolio {
                timeline.ends(own.span, |turn| Occurrence::Responsibility(agency, own, turn));
            }
        }
        for person in self.people() {
            timeline.turn(person.birth, Turn::Start, |turn| Occurrence::Person(person, turn));
            timeline.turn(person.death, Turn::End, |turn| Occurrence::Person(person, turn));
            for name in &person.names {
                timeline.ends(name.span, |turn| Occurrence::PersonName(person, name, turn));
            }
        }
        for coalition in self.coalitions() {
            timeline.ends(coalition.span, |turn| Occurrence::Coalition(coalition, turn));
            for member in &coalition.members {
                timeline.ends(member.span, |turn| Occurrence::Member(coalition, member, turn));
            }
        }
        for post in self.posts() {
            timeline.ends(post.span, |turn| Occurrence::Post(post, turn));
        }
        for tenure in self.tenures() {
            timeline.ends(tenure.span, |turn| Occurrence::Tenure(tenure, turn));
        }
        for event in self.events() {
            for sitting in &event.sittings {
                let start = sitting.span.start().date();
                timeline.add(start, Occurrence::Sitting(event, sitting));
            }
            for plan in &event.plans {
                timeline.add(plan.announced, Occurrence::Plan(event, plan, Turn::Start));
                timeline.add(plan.superseded, Occurrence::Plan(event, plan, Turn::End));
            }
            for outcome in &event.outcomes {
                timeline.add(outcome.date, Occurrence::Outcome(event, outcome));
            }
        }
        for vote in self.votes() {
            timeline.add(vote.date, Occurrence::Vote(vote));
        }
        for statement in self.tables.statements.rows() {
            timeline.add(statement.date, Occurrence::Statement(statement));
        }
        timeline.all.sort_by_key(|dated| dated.date);
        timeline.all
    }
}

struct Timeline<'a> {
    first: NaiveDate,
    last: NaiveDate,
    all: Vec<Dated<'a>>,
}

impl<'a> Timeline<'a> {
    fn add(&mut self, date: Option<PartialDate>, what: Occurrence<'a>) {
        let Some(date) = date else { return };
        if date.earliest() <= self.last && date.latest() >= self.first {
            self.all.push(Dated { date, what });
        }
    }

    fn turn(&mut self, bound: Bound, turn: Turn, what: impl Fn(Turn) -> Occurrence<'a>) {
        self.add(bound.date(), what(turn));
    }

    fn ends(&mut self, span: Span, what: impl Fn(Turn) -> Occurrence<'a>) {
        self.turn(span.start(), Turn::Start, &what);
        self.turn(span.end(), Turn::End, what);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each kind of occurrence has a date of its own.
    const ALL: &str = r#"{ "netpolity": 1,
        "sources": [ { "id": "s", "kind": "report", "published": "2001-01", "retrieved": "1990" } ],
        "agencies": [ { "id": "a", "kind": "court", "span": "2001-02/2001-03", "changes": [ { "kind": "renamed", "date": "2001-04" } ],
            "names": [ { "text": "A", "span": "2001-05/2001-06" } ],
            "relations": [ { "kind": "part-of", "to": "b", "span": "2001-07/2001-08" } ],
            "portfolio": [ { "term": "t", "span": "2001-09/2001-10" } ] } ],
        "people": [ { "id": "p", "birth": "2001-11", "death": "2001-12", "names": [ { "text": "P", "span": "2002-01/.." } ] } ],
        "coalitions": [ { "id": "c", "kind": "coalition", "span": "2002-02/", "members": [ { "actor": "country:LVA", "span": "2002-03/2002-04" } ] } ],
        "posts": [ { "id": "h", "agency": "a", "span": "2002-05/[..2003]" } ],
        "tenures": [ { "id": "t", "person": "p", "post": "h", "span": "2002-06/2002-07" } ],
        "events": [ { "id": "e", "kind": "forum", "sittings": [ { "span": "2002-08/2002-09" }, { "span": "2002-10" } ],
            "plans": [ { "sittings": [], "announced": "2002-11", "superseded": "2002-12" } ],
            "outcomes": [ { "kind": "treaty", "date": "2003-01" } ] } ],
        "votes": [ { "id": "v", "body": "a", "date": "2003-02" } ],
        "statements": [ { "id": "s", "act": "call", "date": "2003-03" } ],
        "judgements": [ { "id": "j", "verdict": "unsure", "of": [ "agency:a", "agency:b" ], "date": "1990" } ] }"#;

    #[test]
    fn everything_dated_stands_in_it_once_and_in_order() {
        let dataset = Dataset::from_json(ALL).unwrap();
        let months: Vec<String> =
            dataset.timeline().iter().map(|dated| dated.date.to_string()).collect();
        let expected: Vec<String> = (2001..=2003)
            .flat_map(|year| (1..=12).map(move |month| format!("{year}-{month:02}")))
            .filter(|month| month.as_str() <= "2003-03" && month != "2002-09") // the end of a sitting is none
            .collect();
        assert_eq!(months, expected);
    }

    #[test]
    fn a_range_takes_what_may_lie_in_it() {
        let dataset = Dataset::from_json(ALL).unwrap();
        let [first, last] = ["2002-06-15", "2002-08-01"].map(|day| day.parse().unwrap());
        let kinds: Vec<Occurrence<'_>> =
            dataset.timeline_between(first, last).iter().map(|dated| dated.what).collect();
        assert!(matches!(
            kinds.as_slice(),
            [
                Occurrence::Tenure(_, Turn::Start),
                Occurrence::Tenure(_, Turn::End),
                Occurrence::Sitting(..)
            ]
        ));
        assert_eq!(dataset.timeline_between(last, first), []);
    }
}
