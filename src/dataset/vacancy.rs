//! When seats of a post were empty.

use std::borrow::Cow;
use std::collections::HashSet;

use chrono::NaiveDate;

use super::Dataset;
use crate::actor::{Capacity, Person, Post, Tenure};
use crate::id::Id;
use crate::time::{Span, Tri};

/// Days in a row on which one seat of a post or more was, or may have been, empty.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Vacancy<'a> {
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
    /// How many seats were empty at the least: none where it may be that all had a holder.
    pub at_least: u16,
    /// How many seats were empty at the most.
    pub at_most: u16,
    /// The last tenure before, by the days on which it was certainly held, or may have been where none is certain. Without one
    /// the record may begin too late.
    pub after: Option<&'a Tenure>,
    /// The first tenure after, by the same days. Without one the record may end too early.
    pub before: Option<&'a Tenure>,
}

impl Vacancy<'_> {
    /// Whether a seat was empty: `Yes` or `Maybe`.
    pub fn is_certain(&self) -> Tri {
        if self.at_least > 0 { Tri::Yes } else { Tri::Maybe }
    }
}

/// # Empty posts
impl Dataset {
    /// On which days, from the first to the last of two, a post had a seat without a holder.
    ///
    /// It is what follows from the tenures on record: a post whose holders nobody has recorded is empty by this, and
    /// [`after`](Vacancy::after) and [`before`](Vacancy::before) tell a gap between two holders from an end of the record. People are counted, not
    /// tenures; those designate or honorary take no seat. A post without `seats` is empty where it has no holder at all, one without a span
    /// exists all the time. Days on which the post or its body did not exist are none of a vacancy.
    ///
    /// ```
    /// use netpolity::{Dataset, time::Tri};
    ///
    /// let dataset = Dataset::from_json(
    ///     r#"{ "netpolity": 1, "posts": [ { "id": "head", "agency": "siio", "seats": 1 } ], "tenures": [
    ///          { "id": "a", "person": "a", "post": "head", "span": "2011-05-04/2013-03-31" },
    ///          { "id": "b", "person": "b", "post": "head", "span": "2013-04-15/2016-06" },
    ///          { "id": "c", "person": "c", "post": "head", "span": "2016-06-29/.." } ] }"#,
    /// )?;
    /// let (head, day) = (&dataset.posts()[0].id, |day: &str| day.parse().unwrap());
    /// let vacancies = dataset.vacancies_of(head, day("2012-01-01"), day("2020-12-31"));
    /// assert_eq!((vacancies[0].first, vacancies[0].last), (day("2013-04-01"), day("2013-04-14")));
    /// assert_eq!(vacancies[0].is_certain(), Tri::Yes);
    /// assert_eq!(vacancies[0].before.unwrap().person, "b");
    /// // The second left on some day of June 2016, the third came on the 29th.
    /// assert_eq!((vacancies[1].first, vacancies[1].last), (day("2016-06-02"), day("2016-06-28")));
    /// assert_eq!(vacancies[1].is_certain(), Tri::Maybe);
    /// assert_eq!(vacancies.len(), 2);
    /// # Ok::<(), netpolity::dataset::ReadError>(())
    /// ```
    pub fn vacancies_of<'a>(
        &'a self,
        post: &Id<Post>,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Vec<Vacancy<'a>> {
        let Some(record) = self.post(post).filter(|_| first <= last) else { return Vec::new() };
        let held = self.held(post);
        let seats = record.seats.unwrap_or(1);
        let empty =
            |holders: usize| seats.saturating_sub(u16::try_from(holders).unwrap_or(u16::MAX));
        let mut vacancies: Vec<Vacancy<'a>> = Vec::new();
        for (from, to) in self.stretches(record, &held, first, last) {
            let existed = self.existed(record, from);
            let at_least = empty(people(&held, from, |held| held.possible));
            let at_least = if existed == Tri::Yes { at_least } else { 0 };
            let at_most = empty(people(&held, from, |held| held.certain));
            let at_most = if existed == Tri::No { 0 } else { at_most };
            if at_most == 0 {
                continue;
            }
            match vacancies.last_mut() {
                Some(open)
                    if (open.at_least, open.at_most) == (at_least, at_most)
                        && open.last.succ_opt() == Some(from) =>
                {
                    open.last = to;
                }
                _ => vacancies.push(Vacancy {
                    first: from,
                    last: to,
                    at_least,
                    at_most,
                    after: None,
                    before: None,
                }),
            }
        }
        let dated = || {
            let days = |held: &Held<'a>| Some((held.certain.or(held.possible)?, held.tenure));
            held.iter().filter_map(days)
        };
        for vacancy in &mut vacancies {
            let earlier = dated().filter(|((_, last), _)| *last < vacancy.first);
            vacancy.after = earlier.max_by_key(|((_, last), _)| *last).map(|(_, tenure)| tenure);
            let later = dated().filter(|((first, _), _)| *first > vacancy.last);
            vacancy.before = later.min_by_key(|((first, _), _)| *first).map(|(_, tenure)| tenure);
        }
        vacancies
    }

    /// The tenures that take a seat of a post.
    fn held<'a>(&'a self, post: &Id<Post>) -> Vec<Held<'a>> {
        let index = self.index();
        let rows = index.tenures_of_post.get(&*index.identity.id(post));
        let tenures =
            rows.into_iter().flatten().filter_map(|row| self.tenures().get(*row as usize));
        tenures
            .filter(|t| !matches!(t.capacity, Capacity::Designate | Capacity::Honorary))
            .map(|tenure| {
                let (span, _) = self.bounded(tenure);
                Held {
                    tenure,
                    person: index.identity.id(&tenure.person),
                    certain: span.certain_days(),
                    possible: span.possible_days(),
                }
            })
            .collect()
    }

    /// Days in a row on which nothing changes, from the first to the last of two.
    fn stretches(
        &self,
        post: &Post,
        held: &[Held<'_>],
        first: NaiveDate,
        last: NaiveDate,
    ) -> Vec<(NaiveDate, NaiveDate)> {
        let of_tenures = held.iter().flat_map(|held| [held.certain, held.possible]);
        let of_post = self
            .spans_of(post)
            .into_iter()
            .flatten()
            .flat_map(|span| [span.certain_days(), span.possible_days()]);
        // Something changes on a first day, and on the day after a last one.
        let mut starts: Vec<NaiveDate> = of_tenures
            .chain(of_post)
            .flatten()
            .flat_map(|(first, last)| [Some(first), last.succ_opt()])
            .flatten()
            .filter(|day| first < *day && *day <= last)
            .chain([first])
            .collect();
        starts.sort_unstable();
        starts.dedup();
        let ends = starts.iter().skip(1).filter_map(NaiveDate::pred_opt).chain([last]);
        starts.iter().copied().zip(ends).collect()
    }

    /// The spans of a post and of its body, where they say something.
    fn spans_of(&self, post: &Post) -> [Option<Span>; 2] {
        let body = self.agency(&post.agency).map(|agency| agency.span);
        [Some(post.span), body].map(|span| span.filter(|span| !span.is_unknown()))
    }

    fn existed(&self, post: &Post, day: NaiveDate) -> Tri {
        let spans = self.spans_of(post).into_iter().flatten();
        spans.fold(Tri::Yes, |existed, span| existed & span.covers(day))
    }
}

/// A tenure, and the first and the last day on which it was or may have been held.
struct Held<'a> {
    tenure: &'a Tenure,
    person: Cow<'a, Id<Person>>,
    certain: Option<(NaiveDate, NaiveDate)>,
    possible: Option<(NaiveDate, NaiveDate)>,
}

/// How many people have one of these days.
fn people(
    held: &[Held<'_>],
    day: NaiveDate,
    days: impl Fn(&Held<'_>) -> Option<(NaiveDate, NaiveDate)>,
) -> usize {
    let lies_in =
        |held: &&Held<'_>| days(held).is_some_and(|(first, last)| first <= day && day <= last);
    held.iter().filter(lies_in).map(|held| &*held.person).collect::<HashSet<_>>().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn found(post: &str, tenures: &str, first: &str, last: &str) -> Vec<(String, u16, u16)> {
        let dataset = Dataset::from_json(&format!(
            r#"{{ "netpolity": 1, "posts": [ {{ "id": "head", "agency": "body" {post} }} ], "tenures": [ {tenures} ],
                 "people": [ {{ "id": "a", "death": "2015-06-30" }} ] }}"#
        ))
        .unwrap();
        let vacancies = dataset.vacancies_of(&dataset.posts()[0].id, day(first), day(last));
        vacancies
            .iter()
            .map(|v| (format!("{}/{}", v.first, v.last), v.at_least, v.at_most))
            .collect()
    }

    fn vacancy(span: &str, at_least: u16, at_most: u16) -> (String, u16, u16) {
        (span.to_owned(), at_least, at_most)
    }

    #[test]
    fn the_dead_leave_a_seat_empty() {
        let open = r#"{ "id": "1", "person": "a", "post": "head", "span": "2010/.." }"#;
        assert_eq!(
            found("", open, "2014-01-01", "2015-12-31"),
            [vacancy("2015-07-01/2015-12-31", 1, 1)]
        );
        let unknown = r#"{ "id": "1", "person": "a", "post": "head", "span": "2010/" }"#;
        assert_eq!(
            found("", unknown, "2014-01-01", "2015-12-31"),
            [vacancy("2014-01-01/2015-06-30", 0, 1), vacancy("2015-07-01/2015-12-31", 1, 1)]
        );
    }

    #[test]
    fn seats_are_counted_by_people_who_take_them() {
        let tenures = r#"{ "id": "1", "person": "b", "post": "head", "span": "2010-01-01/2010-12-31" },
            { "id": "2", "person": "b", "post": "head", "span": "2010-06-01/2011-12-31", "capacity": "concurrent" },
            { "id": "3", "person": "c", "post": "head", "span": "2010-01-01/2010-03-31", "capacity": "honorary" },
            { "id": "4", "person": "d", "post": "head", "span": "2011/2011-03-31" }"#;
        assert_eq!(
            found(r#", "seats": 2"#, tenures, "2010-01-01", "2011-12-31"),
            [
                vacancy("2010-01-01/2010-12-31", 1, 1),
                vacancy("2011-01-01/2011-03-30", 0, 1),
                vacancy("2011-04-01/2011-12-31", 1, 1),
            ]
        );
    }

    #[test]
    fn what_did_not_exist_was_not_empty() {
        assert_eq!(
            found(r#", "span": "2011-05-04/2014""#, "", "2011-01-01", "2015-12-31"),
            [vacancy("2011-05-04/2014-01-01", 1, 1), vacancy("2014-01-02/2014-12-31", 0, 1)]
        );
        assert_eq!(found("", "", "2015-12-31", "2015-01-01"), []);
    }
}
