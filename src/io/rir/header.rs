//! The first line of a file.

use chrono::{DateTime, NaiveDate, TimeDelta};

use super::Registry;
use super::fields::date;

/// What a file says of itself in its first line.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Header {
    /// The version of the format: `2`, `2.3`.
    pub version: String,
    /// Whose file it is.
    pub registry: Registry,
    /// The serial number: a day such as `20140701`, or the seconds since 1970.
    pub serial: String,
    /// How many records the file has, by its own account.
    pub records: u64,
    /// The day of the oldest record; `None` for `00000000`.
    pub start: Option<NaiveDate>,
    /// The day at whose end the file says how things stand.
    pub end: Option<NaiveDate>,
    /// The distance from UTC, such as `+1000`; `00000` is none.
    pub utc_offset: String,
}

impl Header {
    /// Reads `version|registry|serial|records|startdate|enddate|UTCoffset`; `None` for any other line.
    pub(super) fn read(line: &str) -> Option<Self> {
        let mut fields = line.split('|').map(str::trim);
        let mut next = || fields.next();
        let (version, registry, serial) = (next()?, next()?, next()?);
        let (records, start, end, utc_offset) = (next()?, next()?, next()?, next()?);
        let is_version = version.starts_with(|c: char| c.is_ascii_digit())
            && version.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        Some(Self {
            version: is_version.then(|| version.to_owned())?,
            registry: registry.to_ascii_lowercase().parse().ok()?,
            serial: serial.to_owned(),
            records: records.parse().ok()?,
            start: date(start.as_bytes()).ok()?,
            end: date(end.as_bytes()).ok()?,
            utc_offset: utc_offset.to_owned(),
        })
    }

    /// The day of which the file is a snapshot: its end or, where it names none, that of its serial number.
    pub fn day(&self) -> Option<NaiveDate> {
        self.end.or_else(|| self.published())
    }

    /// The day that the serial number names.
    pub fn published(&self) -> Option<NaiveDate> {
        match self.serial.len() {
            8 => date(self.serial.as_bytes()).ok()?,
            9..=11 => {
                let time = DateTime::from_timestamp(self.serial.parse().ok()?, 0)?;
                time.naive_utc().checked_add_signed(self.offset()).map(|there| there.date())
            }
            _ => None,
        }
    }

    fn offset(&self) -> TimeDelta {
        let minutes = || {
            let (sign, digits) = match self.utc_offset.split_at_checked(1)? {
                ("-", digits) => (-1, digits),
                (_, digits) => (1, digits),
            };
            let number: i64 = digits.parse().ok().filter(|_| digits.len() == 4)?;
            TimeDelta::try_minutes(sign * (number / 100 * 60 + number % 100))
        };
        minutes().unwrap_or_default()
    }
}
