//! Fields of a line.

use std::net::{Ipv4Addr, Ipv6Addr};
use std::ops::Range;

use chrono::NaiveDate;

use super::record::{Family, Resource};

/// What is expected where a field can't be read.
pub(super) type Expected = &'static str;

/// Where the first seven fields of a line are, and from where on the others stand.
#[derive(Debug, Default)]
pub(super) struct Fields {
    ranges: [(usize, usize); Self::COUNT],
    pub(super) count: usize,
    pub(super) tail: usize,
}

impl Fields {
    const COUNT: usize = 7;

    #[inline]
    pub(super) fn find(line: &[u8]) -> Self {
        let mut fields = Self::default();
        let mut start = 0;
        let (words, rest) = line.as_chunks::<8>();
        for (at, word) in (0..).step_by(8).zip(words) {
            let mut found = bars(u64::from_le_bytes(*word));
            while found != 0 {
                fields.close(start, at + (found.trailing_zeros() / 8) as usize);
                if fields.count == Self::COUNT {
                    return fields;
                }
                start = fields.tail;
                found &= found - 1;
            }
        }
        for (at, _) in (words.len() * 8..).zip(rest).filter(|(_, byte)| **byte == b'|') {
            fields.close(start, at);
            if fields.count == Self::COUNT {
                return fields;
            }
            start = fields.tail;
        }
        fields.close(start, line.len());
        fields.tail = line.len();
        fields
    }

    /// Ends a field at a bar.
    #[inline]
    fn close(&mut self, start: usize, end: usize) {
        if let Some(range) = self.ranges.get_mut(self.count) {
            *range = (start, end);
        }
        self.count += 1;
        self.tail = end + 1;
    }

    #[inline]
    pub(super) fn range(&self, at: usize) -> Range<usize> {
        let (start, end) = self.ranges.get(at).copied().unwrap_or_default();
        start..end
    }
}

/// The highest bit of each byte of a word that is a bar.
#[inline]
fn bars(word: u64) -> u64 {
    const BARS: u64 = u64::from_le_bytes([b'|'; 8]);
    const LOW: u64 = u64::from_le_bytes([0x7f; 8]);
    // Zero where there is a bar; elsewhere the sum carries into the highest bit, or that is set already.
    let other = word ^ BARS;
    !(((other & LOW) + LOW) | other | LOW)
}

/// A number of digits.
#[inline]
pub(super) fn number(text: &[u8]) -> Option<u64> {
    if text.is_empty() || text.len() > 18 {
        return None;
    }
    text.iter().try_fold(0, |number, byte| {
        byte.is_ascii_digit().then(|| number * 10 + u64::from(byte - b'0'))
    })
}

/// A day as eight digits; nothing and zeros stand for an unknown one.
#[inline]
pub(super) fn date(text: &[u8]) -> Result<Option<NaiveDate>, Expected> {
    if text.is_empty() || text == b"00000000" {
        return Ok(None);
    }
    let day = number(text).filter(|_| text.len() == 8).and_then(|digits| {
        let digits = u32::try_from(digits).ok()?;
        let year = i32::try_from(digits / 10_000).ok()?;
        NaiveDate::from_ymd_opt(year, digits / 100 % 100, digits % 100)
    });
    day.map(Some).ok_or("a day such as `20140701`")
}

/// A block: its first number or address, and its size as the type has it.
#[inline]
pub(super) fn resource(family: Family, first: &str, size: &[u8]) -> Result<Resource, Expected> {
    const SPACE: u64 = 1 << 32;
    let size = number(size).ok_or("a size in digits")?;
    let fits = |first: u32| {
        let count = u32::try_from(size).ok().filter(|count| *count > 0);
        count.filter(|count| u64::from(first) + u64::from(*count) <= SPACE)
    };
    match family {
        Family::Asn => {
            let first = as_number(first).ok_or("a number of an autonomous system")?;
            let count = fits(first).ok_or("numbers up to 4294967295, at least one")?;
            Ok(Resource::Asn { first, count })
        }
        Family::Ipv4 => {
            let first = ipv4(first.as_bytes()).ok_or("an address of IPv4")?;
            let count =
                fits(first.into()).ok_or("addresses up to 255.255.255.255, at least one")?;
            Ok(Resource::Ipv4 { first, count })
        }
        Family::Ipv6 => {
            let first: Ipv6Addr = first.parse().map_err(|_| "an address of IPv6")?;
            let length = u8::try_from(size).ok().filter(|length| (1..=128).contains(length));
            let length = length.ok_or("a length of a prefix from 1 to 128")?;
            let rest = u128::MAX.checked_shr(length.into()).unwrap_or_default();
            if u128::from(first) & rest != 0 {
                return Err("the first address of a prefix of that length");
            }
            Ok(Resource::Ipv6 { first, length })
        }
    }
}

/// A number as `65536` or, as files of about 2008 have it, `1.0` (RFC 5396).
fn as_number(text: &str) -> Option<u32> {
    let Some((high, low)) = text.split_once('.') else {
        return number(text.as_bytes())?.try_into().ok();
    };
    let half = |text: &str| u16::try_from(number(text.as_bytes())?).ok();
    Some(u32::from(half(high)?) << 16 | u32::from(half(low)?))
}

/// Four numbers with points. Leading zeros are refused: some tools take such numbers for octal ones.
#[inline]
fn ipv4(text: &[u8]) -> Option<Ipv4Addr> {
    let mut address = 0_u32;
    let (mut part, mut digits, mut points) = (0_u32, 0, 0);
    for byte in text {
        match byte {
            b'0'..=b'9' if digits < 3 && !(digits > 0 && part == 0) => {
                part = part * 10 + u32::from(byte - b'0');
                digits += 1;
            }
            b'.' if digits > 0 && part < 256 => {
                address = address << 8 | part;
                (part, digits, points) = (0, 0, points + 1);
            }
            _ => return None,
        }
    }
    (points == 3 && digits > 0 && part < 256).then(|| (address << 8 | part).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        /// The standard library is the judge.
        #[test]
        fn addresses_are_those_of_the_standard_library(text in "[0-9]{1,3}(\\.[0-9]{1,3}){2,4}|[0-9.x]{0,9}") {
            proptest::prop_assert_eq!(ipv4(text.as_bytes()), text.parse().ok());
        }

        #[test]
        fn addresses_are_read(bits in proptest::num::u32::ANY) {
            let address = Ipv4Addr::from(bits);
            proptest::prop_assert_eq!(ipv4(address.to_string().as_bytes()), Some(address));
        }
    }

    proptest::proptest! {
        /// The `split` of the standard library is the judge.
        #[test]
        fn fields_are_those_between_bars(line in "[|a-c{}\u{7f}é]{0,40}") {
            let fields = Fields::find(line.as_bytes());
            let expected: Vec<&str> = line.splitn(8, '|').collect();
            let (first, rest) = expected.split_at(expected.len().min(7));
            for (at, text) in first.iter().enumerate() {
                proptest::prop_assert_eq!(&line[fields.range(at)], *text);
            }
            proptest::prop_assert_eq!(&line[fields.tail..], rest.first().copied().unwrap_or_default());
            proptest::prop_assert_eq!(fields.count >= 7, expected.len() >= 7);
        }
    }

    #[test]
    fn days_are_read() {
        assert_eq!(date(b""), Ok(None));
        assert_eq!(date(b"00000000"), Ok(None));
        assert_eq!(date(b"20240229"), Ok(NaiveDate::from_ymd_opt(2024, 2, 29)));
        for wrong in ["20230229", "2023022", "2023-2-1", "202302280", "19930000"] {
            assert!(date(wrong.as_bytes()).is_err(), "{wrong}");
        }
    }

    #[test]
    fn blocks_end_within_their_space() {
        let read = |family, first, size: &str| resource(family, first, size.as_bytes());
        assert!(read(Family::Ipv4, "255.255.255.0", "256").is_ok());
        assert!(read(Family::Ipv4, "255.255.255.0", "257").is_err());
        assert!(read(Family::Ipv4, "192.0.2.0", "0").is_err());
        assert!(read(Family::Asn, "4294967295", "1").is_ok());
        assert!(read(Family::Asn, "4294967295", "2").is_err());
        assert!(read(Family::Asn, "4294967296", "1").is_err());
        assert!(read(Family::Ipv6, "2001:db8::", "129").is_err());
        assert!(read(Family::Ipv6, "2001:db8::", "0").is_err());
        // Bits behind the prefix.
        assert!(read(Family::Ipv6, "2001:db8::", "28").is_err());
        assert!(read(Family::Ipv6, "2001:db8::", "29").is_ok());
        assert!(read(Family::Ipv6, "2001:db8::1", "128").is_ok());
        assert_eq!(read(Family::Asn, "1.10", "2"), Ok(Resource::Asn { first: 65_546, count: 2 }));
    }
}
