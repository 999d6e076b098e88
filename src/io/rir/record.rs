//! What a file holds, in little memory.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};

use chrono::NaiveDate;

use super::Header;
use crate::country::{Area, Country};
use crate::metric::Vintage;
use crate::text::words;

words! {
    /// Who keeps the records.
    #[non_exhaustive]
    pub enum Registry: closed "address registry" {
        /// For Africa.
        Afrinic = "afrinic",
        /// For Asia and the Pacific.
        Apnic = "apnic",
        /// For North America.
        Arin = "arin",
        /// The Internet Assigned Numbers Authority, from which the others get their blocks.
        Iana = "iana",
        /// For Latin America and the Caribbean.
        Lacnic = "lacnic",
        /// The Number Resource Organization, that puts the files of all registries together.
        Nro = "nro",
        /// For Europe, the Middle East and Central Asia.
        RipeNcc = "ripencc",
    }
}

/// A block of numbers or addresses. None is empty, or ends behind the last number there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Resource {
    /// Numbers of autonomous systems.
    Asn {
        /// The first.
        first: u32,
        /// How many there are.
        count: u32,
    },
    /// Addresses of IPv4.
    Ipv4 {
        /// The first.
        first: Ipv4Addr,
        /// How many there are; not always a power of two.
        count: u32,
    },
    /// A prefix of IPv6.
    Ipv6 {
        /// The first address.
        first: Ipv6Addr,
        /// Its length, from 1 to 128.
        length: u8,
    },
}

impl Resource {
    /// The word for its type in the files.
    pub fn kind(self) -> &'static str {
        self.family().as_str()
    }

    pub(super) fn family(self) -> Family {
        match self {
            Self::Asn { .. } => Family::Asn,
            Self::Ipv4 { .. } => Family::Ipv4,
            Self::Ipv6 { .. } => Family::Ipv6,
        }
    }

    /// The first and the last number or address.
    pub(in crate::io) fn ends(self) -> (u128, u128) {
        let narrow = |first: u32, count: u32| {
            (u128::from(first), u128::from(first) + u128::from(count.saturating_sub(1)))
        };
        match self {
            Self::Asn { first, count } => narrow(first, count),
            Self::Ipv4 { first, count } => narrow(first.into(), count),
            Self::Ipv6 { first, length } => {
                let rest = u128::MAX.checked_shr(length.into()).unwrap_or_default();
                (first.into(), u128::from(first) | rest)
            }
        }
    }
}

impl fmt::Display for Resource {
    /// `AS64496`, `AS64496-AS64511`, `192.0.2.0-192.0.2.255`, `2001:db8::/32`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let last = |first: u32, count: u32| first.saturating_add(count.saturating_sub(1));
        match *self {
            Self::Asn { first, count: 1 } => write!(f, "AS{first}"),
            Self::Asn { first, count } => write!(f, "AS{first}-AS{}", last(first, count)),
            Self::Ipv4 { first, count } => {
                write!(f, "{first}-{}", Ipv4Addr::from(last(first.into(), count)))
            }
            Self::Ipv6 { first, length } => write!(f, "{first}/{length}"),
        }
    }
}

/// The types of resources.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    Asn,
    Ipv4,
    Ipv6,
}

impl Family {
    pub(super) const ALL: [Self; 3] = [Self::Asn, Self::Ipv4, Self::Ipv6];

    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Asn => "asn",
            Self::Ipv4 => "ipv4",
            Self::Ipv6 => "ipv6",
        }
    }

    pub(super) fn from_word(word: &[u8]) -> Option<Self> {
        match word {
            b"asn" => return Some(Self::Asn),
            b"ipv4" => return Some(Self::Ipv4),
            b"ipv6" => return Some(Self::Ipv6),
            _ => {}
        }
        Self::ALL.into_iter().find(|family| word.eq_ignore_ascii_case(family.as_str().as_bytes()))
    }
}

/// What a registry has done with a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Status<'d> {
    /// Given to somebody who may pass parts of it on.
    Allocated,
    /// Given to somebody for own use.
    Assigned,
    /// Free.
    Available,
    /// Neither free nor given out.
    Reserved,
    /// A word of the registry's own, as it is written.
    Other(&'d str),
}

impl Status<'_> {
    /// Whether somebody has it: allocated or assigned.
    pub fn is_in_use(self) -> bool {
        matches!(self, Self::Allocated | Self::Assigned)
    }
}

impl fmt::Display for Status<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Allocated => "allocated",
            Self::Assigned => "assigned",
            Self::Available => "available",
            Self::Reserved => "reserved",
            Self::Other(word) => word,
        })
    }
}

/// One record of a file.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Delegation<'d> {
    /// The registry that keeps it.
    pub registry: Registry,
    /// The code of the country, as the file has it; empty where it has none.
    pub code: &'d str,
    /// What the code stands for; `None` where there is none. `EU`, `AP` and `ZZ` are special codes.
    pub area: Option<&'d Area>,
    /// The block.
    pub resource: Resource,
    /// When it was first registered; `None` where that is not known.
    pub date: Option<NaiveDate>,
    /// What was done with it.
    pub status: Status<'d>,
    /// What follows in the line.
    tail: &'d str,
    /// The line in the file, from 1.
    pub line: u64,
}

impl<'d> Delegation<'d> {
    /// The country, where the code is that of one.
    pub fn country(&self) -> Option<Country> {
        self.area.and_then(Area::as_country)
    }

    /// The id that all blocks of one holder share, within one registry and file.
    pub fn opaque_id(&self) -> Option<&'d str> {
        self.tail.split('|').next().filter(|id| !id.is_empty())
    }

    /// What stands behind the opaque id.
    pub fn extensions(&self) -> impl Iterator<Item = &'d str> + use<'d> {
        self.tail.split('|').skip(1)
    }
}

/// The records of a file, in its order, and what it says of itself.
#[derive(Clone, PartialEq)]
pub struct Delegations {
    pub(super) header: Header,
    pub(super) vintage: Vintage,
    pub(super) areas: Vec<Owner>,
    /// Words for a status that are not those of the format.
    pub(super) words: Vec<Box<str>>,
    /// The ends of lines, one behind the other.
    pub(super) text: String,
    pub(super) rows: Vec<Row>,
}

/// A code with what it stands for.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Owner {
    pub(super) code: Box<str>,
    pub(super) area: Option<Area>,
}

/// A record, as it is kept: there may be a million.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Row {
    pub(super) resource: Resource,
    pub(super) date: Option<NaiveDate>,
    /// In the text.
    pub(super) tail: u32,
    pub(super) tail_length: u32,
    pub(super) line: u32,
    /// In the list of areas.
    pub(super) area: u16,
    pub(super) registry: Registry,
    pub(super) status: StatusId,
}

/// A status, or the number of a word for one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum StatusId {
    Allocated,
    Assigned,
    Available,
    Reserved,
    Other(u8),
}

impl Delegations {
    pub(in crate::io) fn new(header: Header, vintage: Vintage) -> Self {
        Self {
            header,
            vintage,
            areas: Vec::new(),
            words: Vec::new(),
            text: String::new(),
            rows: Vec::new(),
        }
    }

    /// The number of a status; `None` for what is no word, and for more of them than any registry has.
    #[inline]
    pub(super) fn status(&mut self, word: &str) -> Option<StatusId> {
        match word {
            "allocated" => Some(StatusId::Allocated),
            "assigned" => Some(StatusId::Assigned),
            "available" => Some(StatusId::Available),
            "reserved" => Some(StatusId::Reserved),
            _ => self.other_status(word),
        }
    }

    #[cold]
    fn other_status(&mut self, word: &str) -> Option<StatusId> {
        let is_word = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        if word.is_empty() || !word.bytes().all(is_word) {
            return None;
        }
        let known = self.words.iter().position(|other| **other == *word);
        let id = u8::try_from(known.unwrap_or(self.words.len())).ok()?;
        if known.is_none() {
            self.words.push(word.into());
        }
        Some(StatusId::Other(id))
    }

    /// Keeps the end of a line, once where it is that of the line before.
    #[inline]
    pub(super) fn tail(&mut self, tail: &str) -> Option<(u32, u32)> {
        if let Some(last) = self.rows.last() {
            let start = last.tail as usize;
            if self.text.get(start..start + last.tail_length as usize) == Some(tail) {
                return Some((last.tail, last.tail_length));
            }
        }
        let start = u32::try_from(self.text.len()).ok()?;
        let length = u32::try_from(tail.len()).ok()?;
        start.checked_add(length)?;
        self.text.push_str(tail);
        Some((start, length))
    }

    /// What the file says of itself.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// The release: dataset, serial number and day of the file, unless the caller said otherwise.
    pub fn vintage(&self) -> &Vintage {
        &self.vintage
    }

    /// The records, in the order of the file.
    pub fn records(
        &self,
    ) -> impl ExactSizeIterator<Item = Delegation<'_>> + DoubleEndedIterator + Clone {
        self.rows.iter().map(|row| self.record(row))
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    fn record(&self, row: &Row) -> Delegation<'_> {
        let owner = self.areas.get(usize::from(row.area));
        let tail = row.tail as usize..(row.tail as usize + row.tail_length as usize);
        Delegation {
            registry: row.registry,
            code: owner.map_or("", |owner| &owner.code),
            area: owner.and_then(|owner| owner.area.as_ref()),
            resource: row.resource,
            date: row.date,
            status: match row.status {
                StatusId::Allocated => Status::Allocated,
                StatusId::Assigned => Status::Assigned,
                StatusId::Available => Status::Available,
                StatusId::Reserved => Status::Reserved,
                StatusId::Other(word) => {
                    Status::Other(self.words.get(usize::from(word)).map_or("", |word| word))
                }
            },
            tail: self.text.get(tail).unwrap_or_default(),
            line: row.line.into(),
        }
    }
}

impl fmt::Debug for Delegations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Delegations")
            .field("header", &self.header)
            .field("records", &self.rows.len())
            .finish_non_exhaustive()
    }
}
