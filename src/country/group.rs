//! Groups of countries, by id.

use std::fmt;
use std::str::FromStr;

use super::packed::{PackedEnd, date};
use super::table::GROUPS;
use crate::text::{Refusal, padded, suggest, text_serde, words};
use crate::time::PartialDate;

pub(super) const PREFIX: &str = "group:";

words! {
    /// What makes countries a group.
    ///
    /// Forums that have neither a founding treaty nor legal personality, such as the G7 and the Freedom Online Coalition, are
    /// coalitions. Of treaties, those are signatories whose parties do not form an organisation.
    pub enum GroupKind: closed "group kind" {
        /// Where a standard or a producer of data puts them: M49, the World Bank, ITU, the service regions of address
        /// registries.
        Region = "region",
        /// How the World Bank classifies their income.
        Income = "income",
        /// Criteria of the United Nations, such as being least developed or landlocked.
        Category = "category",
        /// Members of an organisation, of one of its organs, or of a union within one.
        Organisation = "organisation",
        /// Members of a forum or an informal alliance.
        Coalition = "coalition",
        /// Parties to a treaty.
        Signatories = "signatories",
    }
}

/// A group of countries: a region, an organisation, a forum, the parties to a treaty.
///
/// It is a one-byte handle into a table that is part of the program. Each has a constant, which is the id in upper case
/// with `_` for a hyphen: [`Group::EU`], [`Group::M49_030`]. Which countries belong to it is known by date.
///
/// A group of the table is made of countries. What else is a member, such as the EU in the G20, is not in it.
///
/// # Text form
///
/// `group:` and the id. Ids are lower-case words: `eu`, `budapest-convention`; `m49-` and three digits for the
/// regions of the UN's M49 standard; `wb-` and the World Bank's own code in lower case for its regions and income groups;
/// `itu-` for the regions of ITU. Groups order by id.
///
/// ```
/// use netpolity::country::{Group, GroupKind};
///
/// let group: Group = "group:eu".parse()?;
/// assert_eq!(group, Group::EU);
/// assert_eq!((group.name(), group.kind()), ("European Union", GroupKind::Organisation));
///
/// let error = "EU".parse::<Group>().unwrap_err();
/// assert_eq!(error.to_string(), "`EU` is no text form of a group; write `group:eu`");
/// # Ok::<(), netpolity::country::GroupError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Group(u8);

/// What the table knows of one group.
pub(super) struct Row {
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    pub(super) kind: GroupKind,
    pub(super) as_of: PackedEnd,
}

impl Group {
    /// The group in a row of the table, which has to exist.
    pub(super) const fn at(row: u8) -> Self {
        Self(row)
    }

    /// The row of the table.
    pub(super) const fn position(self) -> usize {
        self.0 as usize
    }

    fn row(self) -> &'static Row {
        &GROUPS[usize::from(self.0)]
    }

    /// Every group, in the order of the ids.
    pub fn all() -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator + Clone {
        // There are fewer rows than a `u8` counts.
        #[allow(clippy::cast_possible_truncation)]
        (0..GROUPS.len() as u8).map(Self)
    }

    /// The group with this id, without the `group:` of the text form.
    ///
    /// ```
    /// use netpolity::country::Group;
    ///
    /// assert_eq!(Group::from_id("brics"), Some(Group::BRICS));
    /// assert_eq!(Group::from_id("group:brics"), None);
    /// ```
    pub fn from_id(id: &str) -> Option<Self> {
        let row = GROUPS.binary_search_by_key(&id, |row| row.id).ok()?;
        u8::try_from(row).ok().map(Self)
    }

    /// The region with this code of the UN's M49 standard.
    ///
    /// ```
    /// use netpolity::country::Group;
    ///
    /// assert_eq!(Group::from_m49_code(30).map(Group::name), Some("Eastern Asia"));
    /// ```
    pub fn from_m49_code(code: u16) -> Option<Self> {
        Self::from_id(&format!("m49-{code:03}"))
    }

    /// The id, such as `eu`.
    pub fn id(self) -> &'static str {
        self.row().id
    }

    /// The English name.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// What makes it a group.
    pub fn kind(self) -> GroupKind {
        self.row().kind
    }

    /// The day on which the members are known, for groups of which the table does not know since when they are.
    ///
    /// Who is a member is answered with yes and no for that day, and with maybe for every other. Regions of M49, ITU and
    /// the address registries, ITU itself, and the lists of landlocked and of small island States are of this kind.
    ///
    /// ```
    /// use netpolity::country::{Country, Group};
    /// use netpolity::time::Tri;
    ///
    /// let as_of = Group::LLDC.as_of().ok_or("the list has a day")?;
    /// assert_eq!(Group::LLDC.members_on(as_of).contains(Country::BOL), Tri::Yes);
    /// assert_eq!(Group::EU.as_of(), None);
    /// # Ok::<(), &str>(())
    /// ```
    pub fn as_of(self) -> Option<PartialDate> {
        date(self.row().as_of)
    }

    /// The code of a region in the UN's M49 standard, such as 30 for Eastern Asia; printed there with three digits.
    pub fn m49_code(self) -> Option<u16> {
        self.id().strip_prefix("m49-")?.parse().ok()
    }
}

impl FromStr for Group {
    type Err = GroupError;

    fn from_str(text: &str) -> Result<Self, GroupError> {
        text.strip_prefix(PREFIX)
            .and_then(Self::from_id)
            .ok_or_else(|| GroupError { text: text.into() })
    }
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |out| write!(out, "{PREFIX}{}", self.id()))
    }
}

impl fmt::Debug for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Group({})", self.id())
    }
}

text_serde!(
    Group,
    "a group such as `group:eu`",
    schema: |_| crate::schema::choice(Group::all().map(|group| (group, group.name())))
);

/// A text that is not the text form of a [`Group`].
///
/// The message says what was probably meant. Nothing of that is applied by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupError {
    text: Box<str>,
}

impl GroupError {
    /// The offending text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The group that was probably meant.
    pub fn suggestion(&self) -> Option<Group> {
        self.otherwise().or_else(|| {
            suggest(&bare(&self.text), Group::all().map(Group::id)).and_then(Group::from_id)
        })
    }

    /// The group of which the text is the id or the name in another form.
    fn otherwise(&self) -> Option<Group> {
        let text = bare(&self.text);
        Group::from_id(&text)
            .or_else(|| Group::all().find(|group| group.name().eq_ignore_ascii_case(&text)))
    }
}

/// What stands behind the prefix, as an id is written.
fn bare(text: &str) -> String {
    let text = text.trim().to_ascii_lowercase();
    text.strip_prefix(PREFIX).unwrap_or(&text).trim().to_owned()
}

impl fmt::Display for GroupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.text.escape_debug();
        if let Some(group) = self.otherwise() {
            return write!(f, "`{text}` is no text form of a group; write `{group}`");
        }
        write!(f, "unknown group `{text}`; ")?;
        match self.suggestion() {
            Some(group) => write!(f, "did you mean `{group}`?"),
            None => f.write_str("expected `group:` and an id, such as `group:eu`"),
        }
    }
}

impl std::error::Error for GroupError {}

impl Refusal for GroupError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_round_trip_and_order() {
        assert!(Group::all().is_sorted_by(|a, b| a < b && a.id() < b.id()));
        for group in Group::all() {
            assert_eq!(group.to_string().parse(), Ok(group));
            assert_eq!(Group::from_id(group.id()), Some(group));
            assert_eq!(crate::text::check_slug(group.id()), Ok(()));
            assert!(!group.name().is_empty());
        }
        assert_eq!(format!("{:?} {:>9}", Group::EU, Group::EU), "Group(eu)  group:eu");
        assert_eq!(size_of::<Group>(), 1);
    }

    #[test]
    fn regions_of_m49() {
        assert_eq!((Group::M49_001.name(), Group::M49_001.m49_code()), ("World", Some(1)));
        let numbered: Vec<_> = Group::all().filter_map(Group::m49_code).collect();
        // The five regions, with 17 sub-regions and 7 intermediate ones, and the world.
        assert_eq!(numbered.len(), 5 + 17 + 7 + 1);
        for code in numbered {
            let group = Group::from_m49_code(code).unwrap();
            assert_eq!((group.m49_code(), group.kind()), (Some(code), GroupKind::Region));
        }
        assert_eq!((Group::from_m49_code(826), Group::EU.m49_code()), (None, None));
    }

    #[test]
    fn kinds() {
        for (group, kind) in [
            (Group::M49_030, GroupKind::Region),
            (Group::ITU_ARAB_STATES, GroupKind::Region),
            (Group::LACNIC, GroupKind::Region),
            (Group::WB_SSF, GroupKind::Region),
            (Group::WB_UMC, GroupKind::Income),
            (Group::LDC, GroupKind::Category),
            (Group::OECD, GroupKind::Organisation),
            (Group::UNSC_P5, GroupKind::Organisation),
            (Group::G7, GroupKind::Coalition),
            (Group::BRICS, GroupKind::Coalition),
            (Group::BUDAPEST_CONVENTION, GroupKind::Signatories),
        ] {
            assert_eq!(group.kind(), kind, "{group}");
        }
    }

    #[test]
    fn refusals_say_what_was_meant() {
        for (text, message) in [
            ("", "unknown group ``; expected `group:` and an id, such as `group:eu`"),
            ("eu", "`eu` is no text form of a group; write `group:eu`"),
            ("group:EU", "`group:EU` is no text form of a group; write `group:eu`"),
            ("group:eu ", "`group:eu ` is no text form of a group; write `group:eu`"),
            ("european union", "`european union` is no text form of a group; write `group:eu`"),
            ("group:brcs", "unknown group `group:brcs`; did you mean `group:brics`?"),
            ("group:g77", "unknown group `group:g77`; did you mean `group:g7`?"),
            (
                "group:hanse",
                "unknown group `group:hanse`; expected `group:` and an id, such as `group:eu`",
            ),
        ] {
            let error = text.parse::<Group>().unwrap_err();
            assert_eq!((error.to_string().as_str(), error.text()), (message, text));
        }
        let error = "brcs".parse::<Group>().unwrap_err();
        assert_eq!(error.suggestion(), Some(Group::BRICS));
    }
}
