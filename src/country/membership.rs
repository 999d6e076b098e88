//! Which countries belong to a group, and when.

use std::fmt;
use std::ops::Range;

use super::code::Country;
use super::group::Group;
use super::packed::{PackedEnd, bound};
use super::table::{MEMBERSHIPS, ROWS};
use crate::time::{PartialDate, Span, Tri};

/// A country in a group, from when and to when.
pub(super) struct Row(
    pub(super) Group,
    pub(super) Country,
    pub(super) PackedEnd,
    pub(super) PackedEnd,
);

impl Row {
    fn span(&self) -> Span {
        // The generator refuses an end before the start.
        Span::new(bound(self.2), bound(self.3)).unwrap_or(Span::UNKNOWN)
    }

    fn to_membership(&self) -> Membership {
        Membership { group: self.0, country: self.1, span: self.span() }
    }
}

const COUNT: usize = MEMBERSHIPS.len();

const GROUPS: usize = super::table::GROUPS.len();

/// Where the rows of each group start; they stand in the order of group, country and start.
static GROUP_STARTS: [u16; GROUPS + 1] = group_starts();

/// The rows in the order of country, group and start, and where those of each country start among them.
static BY_COUNTRY: ([u16; COUNT], [u16; ROWS.len() + 1]) = by_country();

const fn group_starts() -> [u16; GROUPS + 1] {
    let mut starts = [0; GROUPS + 1];
    let mut row = 0;
    while row < COUNT {
        starts[MEMBERSHIPS[row].0.position() + 1] += 1;
        row += 1;
    }
    summed(starts)
}

/// A counting sort, which keeps the order of the rows of one country.
const fn by_country() -> ([u16; COUNT], [u16; ROWS.len() + 1]) {
    let mut starts = [0; ROWS.len() + 1];
    let mut row = 0;
    while row < COUNT {
        starts[MEMBERSHIPS[row].1.position() + 1] += 1;
        row += 1;
    }
    let starts = summed(starts);
    let (mut order, mut next) = ([0; COUNT], starts);
    let mut row: u16 = 0;
    while (row as usize) < COUNT {
        let slot = &mut next[MEMBERSHIPS[row as usize].1.position()];
        order[*slot as usize] = row;
        *slot += 1;
        row += 1;
    }
    (order, starts)
}

/// Counts, made into the places where what they count starts.
const fn summed<const N: usize>(mut counts: [u16; N]) -> [u16; N] {
    let mut at = 1;
    while at < N {
        counts[at] += counts[at - 1];
        at += 1;
    }
    counts
}

/// From one start to the next.
fn between(starts: &[u16], position: usize) -> Range<usize> {
    usize::from(starts[position])..usize::from(starts[position + 1])
}

fn rows_of(group: Group) -> &'static [Row] {
    &MEMBERSHIPS[between(&GROUP_STARTS, group.position())]
}

fn rows_with(country: Country) -> &'static [u16] {
    &BY_COUNTRY.0[between(&BY_COUNTRY.1, country.position())]
}

fn row(index: u16) -> &'static Row {
    &MEMBERSHIPS[usize::from(index)]
}

/// That a country is, or was, a member of a group.
///
/// The span says what is known: `2013-07-01/..` is a member since that day and still, `1973-01-01/2020-01-31` was one to
/// the end of that day, `2011/..` joined on a day of 2011 that the table does not know. `[..2025-12-31]/[2025-12-31..]` is
/// known to be a member on that day, and no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Membership {
    /// The group.
    pub group: Group,
    /// The member.
    pub country: Country,
    /// From the first to the last day.
    pub span: Span,
}

/// A country joined a group or left it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Change {
    /// The first day as a member, or the last one.
    pub date: PartialDate,
    /// The member.
    pub country: Country,
    /// Which of the two.
    pub kind: ChangeKind,
}

/// What a [`Change`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// The country is a member from the date on.
    Joined,
    /// The date is its last as a member.
    Left,
}

/// The members of a group at a date: an answer in three values, which allocates nothing.
///
/// Made by [`Group::members_on`].
#[derive(Clone, Copy)]
pub struct Members {
    rows: &'static [Row],
    date: PartialDate,
}

impl Members {
    /// Those that certainly are members, in the order of their codes.
    pub fn certain(&self) -> impl Iterator<Item = Country> + Clone + use<> {
        self.all(Tri::Yes)
    }

    /// Those of whom it is not known, in the order of their codes; none of them is certain.
    pub fn possible(&self) -> impl Iterator<Item = Country> + Clone + use<> {
        self.all(Tri::Maybe)
    }

    /// Whether a country is one.
    pub fn contains(&self, country: Country) -> Tri {
        let start = self.rows.partition_point(|row| row.1 < country);
        let rows = self.rows[start..].iter().take_while(|row| row.1 == country);
        any(rows, self.date)
    }

    /// How many certainly are members, and of how many it is not known.
    pub fn counts(&self) -> (usize, usize) {
        (self.certain().count(), self.possible().count())
    }

    fn all(self, answer: Tri) -> impl Iterator<Item = Country> + Clone + use<> {
        self.rows
            .chunk_by(|a, b| a.1 == b.1)
            .filter(move |rows| any(rows.iter(), self.date) == answer)
            .filter_map(|rows| rows.first().map(|row| row.1))
    }
}

impl fmt::Debug for Members {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug(f, "Members", self.date, self.certain(), self.possible())
    }
}

/// The groups of a country at a date: an answer in three values, which allocates nothing.
///
/// Made by [`Country::groups_on`].
#[derive(Clone, Copy)]
pub struct Groups {
    rows: &'static [u16],
    date: PartialDate,
}

impl Groups {
    /// Those of which the country certainly is a member, in the order of their ids.
    pub fn certain(&self) -> impl Iterator<Item = Group> + Clone + use<> {
        self.all(Tri::Yes)
    }

    /// Those of which it is not known, in the order of their ids; none of them is certain.
    pub fn possible(&self) -> impl Iterator<Item = Group> + Clone + use<> {
        self.all(Tri::Maybe)
    }

    /// Whether a group is one.
    pub fn contains(&self, group: Group) -> Tri {
        let start = self.rows.partition_point(|index| row(*index).0 < group);
        let rows = self.rows[start..].iter().map(|index| row(*index));
        any(rows.take_while(|row| row.0 == group), self.date)
    }

    /// Of how many it certainly is a member, and of how many it is not known.
    pub fn counts(&self) -> (usize, usize) {
        (self.certain().count(), self.possible().count())
    }

    fn all(self, answer: Tri) -> impl Iterator<Item = Group> + Clone + use<> {
        self.rows
            .chunk_by(|a, b| row(*a).0 == row(*b).0)
            .filter(move |rows| any(rows.iter().map(|index| row(*index)), self.date) == answer)
            .filter_map(|rows| rows.first().map(|index| row(*index).0))
    }
}

impl fmt::Debug for Groups {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug(f, "Groups", self.date, self.certain(), self.possible())
    }
}

/// Whether one of the spans covers the date.
fn any(rows: impl Iterator<Item = &'static Row>, date: PartialDate) -> Tri {
    rows.fold(Tri::No, |answer, row| answer | row.span().covers(date))
}

fn debug<T: fmt::Debug>(
    f: &mut fmt::Formatter<'_>,
    name: &str,
    date: PartialDate,
    certain: impl Iterator<Item = T>,
    possible: impl Iterator<Item = T>,
) -> fmt::Result {
    f.debug_struct(name)
        .field("date", &date)
        .field("certain", &certain.collect::<Vec<_>>())
        .field("possible", &possible.collect::<Vec<_>>())
        .finish()
}

/// # Members
impl Group {
    /// Who belonged to the group at a date.
    ///
    /// A date that is known to the year or the month stands for an unknown day of it: who joined or left in that year is a
    /// member maybe. What the table does not know is maybe, too; see [`as_of`](Self::as_of).
    ///
    /// ```
    /// use netpolity::country::{Country, Group};
    /// use netpolity::time::{PartialDate, Tri};
    ///
    /// let members = Group::EU.members_on(PartialDate::from_day(2013, 9, 9)?);
    /// assert_eq!(members.counts(), (28, 0));
    /// assert_eq!(members.contains(Country::HRV), Tri::Yes);
    ///
    /// // Croatia joined in the middle of the year.
    /// let members = Group::EU.members_on(PartialDate::from_year(2013)?);
    /// assert!(members.possible().eq([Country::HRV]));
    /// # Ok::<(), netpolity::time::DateError>(())
    /// ```
    pub fn members_on(self, date: impl Into<PartialDate>) -> Members {
        Members { rows: rows_of(self), date: date.into() }
    }

    /// Every membership that the table knows of, in the order of country and start. A country that left and came back has
    /// several.
    pub fn memberships(self) -> impl ExactSizeIterator<Item = Membership> + Clone {
        rows_of(self).iter().map(Row::to_membership)
    }

    /// Who joined and who left, in the order of dates and codes. What has no date, or only a limit, is not among them.
    ///
    /// ```
    /// use netpolity::country::{ChangeKind, Country, Group};
    ///
    /// let last = Group::EU.changes().last().ok_or("the EU has grown")?;
    /// assert_eq!((last.country, last.kind), (Country::GBR, ChangeKind::Left));
    /// assert_eq!(last.date.to_string(), "2020-01-31");
    /// # Ok::<(), &str>(())
    /// ```
    pub fn changes(self) -> impl ExactSizeIterator<Item = Change> {
        let mut changes = Vec::new();
        for Membership { country, span, .. } in self.memberships() {
            let ends = [(span.start(), ChangeKind::Joined), (span.end(), ChangeKind::Left)];
            changes.extend(
                ends.into_iter()
                    .filter_map(|(end, kind)| Some(Change { date: end.date()?, country, kind })),
            );
        }
        changes.sort_unstable();
        changes.into_iter()
    }
}

/// # Groups
impl Country {
    /// The groups to which it belonged at a date. Former countries have theirs.
    ///
    /// ```
    /// use netpolity::country::{Country, Group};
    /// use netpolity::time::{PartialDate, Tri};
    ///
    /// let groups = Country::GBR.groups_on(PartialDate::from_day(2013, 9, 9)?);
    /// assert_eq!(groups.contains(Group::EU), Tri::Yes);
    /// assert_eq!(groups.contains(Group::EURO_AREA), Tri::No);
    /// // That it is on ITU's list is known of another day only.
    /// assert_eq!(groups.contains(Group::ITU), Tri::Maybe);
    /// # Ok::<(), netpolity::time::DateError>(())
    /// ```
    pub fn groups_on(self, date: impl Into<PartialDate>) -> Groups {
        Groups { rows: rows_with(self), date: date.into() }
    }

    /// Every membership that the table knows of, in the order of group and start.
    pub fn memberships(self) -> impl ExactSizeIterator<Item = Membership> + Clone {
        rows_with(self).iter().map(|index| row(*index).to_membership())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(group: Group, date: &str) -> Members {
        group.members_on(date.parse::<PartialDate>().unwrap())
    }

    fn codes(countries: impl Iterator<Item = Country>) -> String {
        countries.map(Country::as_str).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn rows_are_in_order_and_short() {
        assert!(MEMBERSHIPS.is_sorted_by_key(|row| (row.0, row.1)));
        assert_eq!(size_of::<Row>(), 12);
        let by_group: usize = Group::all().map(|group| group.memberships().len()).sum();
        let by_country: usize = Country::all().map(|country| country.memberships().len()).sum();
        assert_eq!((by_group, by_country), (COUNT, COUNT));
        for group in Group::all() {
            assert!(group.memberships().len() > 0, "{group}");
            assert!(group.memberships().all(|membership| membership.group == group));
        }
        for country in Country::all() {
            assert!(country.memberships().is_sorted_by_key(|membership| membership.group));
            assert!(country.memberships().all(|membership| membership.country == country));
        }
    }

    #[test]
    fn the_last_day_counts() {
        for (date, answer) in [
            ("1972-12-31", Tri::No),
            ("1973-01-01", Tri::Yes),
            ("2020-01-31", Tri::Yes),
            ("2020-02-01", Tri::No),
            ("2020-01", Tri::Yes),
            ("2020", Tri::Maybe),
            ("2019", Tri::Yes),
            ("2020?", Tri::Maybe),
        ] {
            assert_eq!(on(Group::EU, date).contains(Country::GBR), answer, "{date}");
        }
    }

    #[test]
    fn a_country_that_came_back_is_listed_once() {
        let spans: Vec<_> = Group::COMMONWEALTH
            .memberships()
            .filter(|membership| membership.country == Country::FJI)
            .map(|membership| membership.span.to_string())
            .collect();
        assert_eq!(spans, ["1970-10-10/1987-10-07", "1997-10-01/.."]);
        for (date, answer) in
            [("1980", Tri::Yes), ("1990", Tri::No), ("1997", Tri::Maybe), ("2010", Tri::Yes)]
        {
            let members = on(Group::COMMONWEALTH, date);
            assert_eq!(members.contains(Country::FJI), answer, "{date}");
            let listed = members.certain().chain(members.possible());
            assert_eq!(
                listed.filter(|country| *country == Country::FJI).count(),
                usize::from(answer != Tri::No)
            );
        }
    }

    #[test]
    fn lists_of_one_day_are_certain_on_that_day() {
        for group in Group::all() {
            let Some(as_of) = group.as_of() else { continue };
            let all = group.memberships().len();
            assert_eq!(group.members_on(as_of).counts(), (all, 0), "{group}");
            assert_eq!(on(group, "2013-09-09").counts(), (0, all), "{group}");
            assert_eq!(group.changes().len(), 0, "{group}");
        }
    }

    #[test]
    fn answers_print_what_they_say() {
        assert_eq!(
            format!("{:?}", on(Group::USMCA, "2020")),
            "Members { date: 2020, certain: [], possible: [Country(CAN), Country(MEX), Country(USA)] }"
        );
        let text = format!("{:?}", Country::YMD.groups_on(on(Group::UN, "1980").date));
        assert_eq!(text, "Groups { date: 1980, certain: [Group(un)], possible: [] }");
        assert_eq!(codes(on(Group::USMCA, "2026-01-01").certain()), "CAN MEX USA");
    }

    #[test]
    fn changes_have_a_date() {
        let changes: Vec<_> = Group::SCO
            .changes()
            .filter(|change| change.date.year() > 2001)
            .map(|Change { date, country, kind }| format!("{date} {country} {kind:?}"))
            .collect();
        assert_eq!(
            changes,
            [
                "2017-06-09 IND Joined",
                "2017-06-09 PAK Joined",
                "2023-07-04 IRN Joined",
                "2024-07-04 BLR Joined"
            ]
        );
    }
}
