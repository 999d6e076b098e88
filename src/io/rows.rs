//! Rows of a file with separated fields, with their places.

use std::io::{self, Read};
use std::ops::Range;

use super::error::Error;

const BOM: &[u8] = b"\xef\xbb\xbf";

/// Reads a file with separated fields (RFC 4180) row by row, into one buffer. Empty lines are no rows.
///
/// Own code, for the place of each row and for speed: readers of wide tables spend most of their time here.
pub(super) struct Rows<R> {
    source: R,
    buffer: Vec<u8>,
    /// Bytes of the buffer that were read from the source, and where the next row begins.
    filled: usize,
    next: usize,
    at_end: bool,
    /// The line of the next row, from 1.
    line: u64,
    /// How many rows were given out or passed over.
    number: u64,
    bom: bool,
    quoting: bool,
    delimiter: u8,
    fields: Vec<Field>,
    limit: usize,
}

#[derive(Debug, Clone, Copy)]
struct Field {
    /// From the start of the row.
    start: u32,
    end: u32,
    /// Some quotes stand for one.
    doubled: bool,
}

/// One row: fields as text, and the line on which it begins, from 1.
#[derive(Clone, Copy)]
pub(super) struct Row<'r> {
    pub(super) line: u64,
    /// Its number in a spreadsheet, from 1: empty lines count, lines within a field do not.
    pub(super) number: u64,
    /// A field in quotes goes on behind them, or the last one is never closed: fields may have run into each other.
    pub(super) broken: bool,
    fields: &'r [Field],
    text: &'r str,
}

/// A row with bytes that are no UTF-8.
pub(super) struct Damaged<'r> {
    pub(super) line: u64,
    /// The field, from 1, and the byte in it.
    pub(super) column: usize,
    pub(super) offset: usize,
    /// That field with the bytes replaced.
    pub(super) text: String,
    fields: &'r [Field],
    bytes: &'r [u8],
}

/// Where a row ends.
struct End {
    /// In the buffer, with the end of the line.
    at: usize,
    lines: u64,
    broken: bool,
}

impl<R: Read> Rows<R> {
    /// Starts to read. Quotes have no meaning where `quoting` is off. No row may be longer than the limit.
    pub(super) fn new(
        source: R,
        delimiter: u8,
        quoting: bool,
        limit: usize,
    ) -> Result<Self, Error> {
        const ROOM: usize = 128 << 10;
        let mut rows = Self {
            source,
            buffer: vec![0; ROOM],
            filled: 0,
            next: 0,
            at_end: false,
            line: 1,
            number: 0,
            bom: false,
            quoting,
            delimiter,
            fields: Vec::new(),
            limit,
        };
        while rows.filled < BOM.len() && !rows.at_end {
            rows.fill()?;
        }
        if rows.buffer.starts_with(BOM) {
            (rows.bom, rows.next) = (true, BOM.len());
        }
        Ok(rows)
    }

    /// Whether the file begins with a byte order mark, which is not part of the first row.
    pub(super) fn has_bom(&self) -> bool {
        self.bom
    }

    /// Whether everything was given out.
    pub(super) fn at_end(&self) -> bool {
        self.at_end && self.next == self.filled
    }

    /// The first row, as the header of a format; an error where there is none, or it is no UTF-8.
    pub(super) fn header(
        &mut self,
        format: &'static str,
        expected: &str,
    ) -> Result<Row<'_>, Error> {
        match self.next()? {
            Some(Ok(row)) => Ok(row),
            Some(Err(damaged)) => Err(Error::format(format, damaged.line, expected, &damaged.text)),
            None => Err(Error::no_header(format, 1, expected, "")),
        }
    }

    /// The next row; `None` behind the last one.
    pub(super) fn next(&mut self) -> Result<Option<Result<Row<'_>, Damaged<'_>>>, Error> {
        let end = loop {
            match self.scan() {
                Some(end) if end.at == self.next => return Ok(None),
                Some(end) => {
                    self.number += 1;
                    let empty = matches!(self.fields[..], [Field { start: 0, end: 0, .. }]);
                    let at_quotes = self.quoting && self.buffer.get(self.next) == Some(&b'"');
                    if !empty || at_quotes {
                        break end;
                    }
                    (self.next, self.line) = (end.at, self.line + end.lines);
                }
                None => self.fill()?,
            }
        };
        let (start, line) = (self.next, self.line);
        (self.next, self.line) = (end.at, line + end.lines);
        let bytes = self.buffer.get_mut(start..end.at).unwrap_or_default();
        for field in self.fields.iter_mut().filter(|field| field.doubled) {
            field.end = undouble(bytes, field.start as usize, field.end as usize);
        }
        let (bytes, fields) = (&*bytes, self.fields.as_slice());
        if let Ok(text) = str::from_utf8(bytes) {
            return Ok(Some(Ok(Row {
                line,
                number: self.number,
                broken: end.broken,
                fields,
                text,
            })));
        }
        let damage = (1..).zip(fields).find_map(|(column, field)| {
            let bytes = bytes.get(field.range())?;
            let offset = str::from_utf8(bytes).err()?.valid_up_to();
            Some((column, offset, String::from_utf8_lossy(bytes).into_owned()))
        });
        let (column, offset, text) = damage.unwrap_or_default();
        Ok(Some(Err(Damaged { line, column, offset, text, fields, bytes })))
    }

    /// Finds the fields of the next row; `None` where its end is not in the buffer yet.
    fn scan(&mut self) -> Option<End> {
        self.fields.clear();
        let bytes = self.buffer.get(self.next..self.filled)?;
        let (mut at, mut lines, mut broken) = (0, 0, false);
        loop {
            let mut field = Field { start: place(at), end: 0, doubled: false };
            if self.quoting && bytes.get(at) == Some(&b'"') {
                let closed = self.scan_quoted(bytes, &mut at, &mut field)?;
                let inside = bytes.get(field.range()).unwrap_or_default();
                lines += memchr::memchr_iter(b'\n', inside).count() as u64;
                let behind = text_length(bytes.get(at..)?, self.delimiter);
                if behind > 0 {
                    at += behind;
                    field.end = place(at);
                }
                broken |= behind > 0 || !closed;
            } else {
                at += text_length(bytes.get(at..)?, self.delimiter);
                field.end = place(at);
            }
            self.fields.push(field);
            match bytes.get(at) {
                Some(byte) if *byte == self.delimiter => {
                    at += 1;
                    continue;
                }
                None if !self.at_end => return None,
                None => {}
                Some(b'\r') => match bytes.get(at + 1) {
                    Some(b'\n') => at += 2,
                    None if !self.at_end => return None,
                    _ => at += 1,
                },
                Some(_) => at += 1,
            }
            return Some(End { at: self.next + at, lines: lines + 1, broken });
        }
    }

    /// Goes behind the closing quote of a field; whether there is one.
    fn scan_quoted(&self, bytes: &[u8], at: &mut usize, field: &mut Field) -> Option<bool> {
        *at += 1;
        field.start = place(*at);
        loop {
            let Some(length) = memchr::memchr(b'"', bytes.get(*at..)?) else {
                if !self.at_end {
                    return None;
                }
                *at = bytes.len();
                field.end = place(*at);
                return Some(false);
            };
            *at += length + 1;
            match bytes.get(*at) {
                Some(b'"') => (*at, field.doubled) = (*at + 1, true),
                None if !self.at_end => return None,
                _ => {
                    field.end = place(*at - 1);
                    return Some(true);
                }
            }
        }
    }

    /// Reads more, behind what of the buffer is still to be given out.
    fn fill(&mut self) -> Result<(), Error> {
        if self.filled == self.buffer.len() {
            self.buffer.copy_within(self.next.., 0);
            (self.filled, self.next) = (self.filled - self.next, 0);
            if self.filled > self.limit {
                return Err(Error::TooLong { line: self.line, limit: self.limit });
            }
            if self.filled > self.buffer.len() / 2 {
                self.buffer.resize(self.buffer.len() * 2, 0);
            }
        }
        // To the brim, as a row that is not whole is looked through again.
        while let Some(free) = self.buffer.get_mut(self.filled..).filter(|free| !free.is_empty()) {
            match self.source.read(free) {
                Ok(0) => {
                    self.at_end = true;
                    break;
                }
                Ok(count) => self.filled += count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(Error::Io(error)),
            }
        }
        Ok(())
    }
}

/// A position in a row; rows are far shorter than a `u32` counts.
fn place(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}

/// How many bytes come before the next delimiter or end of a line, eight at a time: how long the fields of a table
/// are cannot be foreseen, so that a branch for each byte would cost more than the arithmetic.
#[inline]
fn text_length(bytes: &[u8], delimiter: u8) -> usize {
    const LOW: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    // The highest bit of the first byte that is the wanted one; bytes behind it may be marked as well.
    let find = |word: u64, byte: u8| {
        let same = word ^ (LOW * u64::from(byte));
        same.wrapping_sub(LOW) & !same & HIGH
    };
    let (words, rest) = bytes.as_chunks::<8>();
    for (i, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        let found = find(word, delimiter) | find(word, b'\n') | find(word, b'\r');
        if found != 0 {
            return i * 8 + found.trailing_zeros() as usize / 8;
        }
    }
    let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r') || *byte == delimiter;
    bytes.len() - rest.len() + rest.iter().position(is_end).unwrap_or(rest.len())
}

impl Field {
    fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Makes one of two quotes within a field; the new end of the field.
fn undouble(bytes: &mut [u8], start: usize, end: usize) -> u32 {
    let (mut from, mut to) = (start, start);
    while from < end {
        let Some(byte) = bytes.get(from).copied() else { break };
        if let Some(slot) = bytes.get_mut(to) {
            *slot = byte;
        }
        to += 1;
        from += if byte == b'"' && bytes.get(from + 1) == Some(&b'"') { 2 } else { 1 };
    }
    // What is left over may begin in the middle of a character.
    bytes.get_mut(to..end).unwrap_or_default().fill(b' ');
    u32::try_from(to).unwrap_or(u32::MAX)
}

impl<'r> Row<'r> {
    /// The number of fields.
    pub(super) fn len(&self) -> usize {
        self.fields.len()
    }

    /// The number of fields without empty ones behind the last.
    pub(super) fn width(&self) -> usize {
        self.fields().rposition(|field| !field.trim().is_empty()).map_or(0, |last| last + 1)
    }

    /// A field by its position from 0; empty where the row has fewer.
    #[inline]
    pub(super) fn field(&self, at: usize) -> &'r str {
        self.fields.get(at).and_then(|field| self.text.get(field.range())).unwrap_or_default()
    }

    /// Whether nothing stands in a field, or the row has fewer.
    #[inline]
    pub(super) fn is_empty(&self, at: usize) -> bool {
        self.fields.get(at).is_none_or(|field| field.start == field.end)
    }

    pub(super) fn fields(
        self,
    ) -> impl ExactSizeIterator<Item = &'r str> + DoubleEndedIterator + Clone {
        (0..self.fields.len()).map(move |at| self.field(at))
    }

    /// Why its fields can't be those of so many columns.
    pub(super) fn misfit(&self, columns: usize) -> String {
        if self.broken {
            return "a field in quotes goes on behind them, or the quote is not closed".to_owned();
        }
        format!("the row has {} columns, the header {columns}", self.len())
    }

    /// Whether there is nothing in any field.
    pub(super) fn is_blank(&self) -> bool {
        self.fields().all(|field| field.trim().is_empty())
    }
}

impl Damaged<'_> {
    /// How many of some fields, by position from 0, hold something.
    pub(super) fn filled(&self, fields: Range<usize>) -> u64 {
        let bytes = |at: usize| self.fields.get(at).and_then(|field| self.bytes.get(field.range()));
        fields.filter(|at| bytes(*at).is_some_and(|field| !field.is_empty())).count() as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Fields = Result<(u64, Vec<String>), (u64, usize, usize)>;

    fn all(text: &[u8]) -> Vec<Fields> {
        let mut rows = Rows::new(text, b',', true, 1 << 20).unwrap();
        let mut all = Vec::new();
        while let Some(row) = rows.next().unwrap() {
            all.push(match row {
                Ok(row) => Ok((row.line, row.fields().map(str::to_owned).collect())),
                Err(damaged) => Err((damaged.line, damaged.column, damaged.offset)),
            });
        }
        all
    }

    #[test]
    fn rows_have_their_lines() {
        let rows = all(b"\xef\xbb\xbfa,\"b\nc\"\r\n\r\nNA,\"\"\"\"");
        let text = |fields: [&str; 2]| fields.map(str::to_owned).to_vec();
        assert_eq!(rows, [Ok((1, text(["a", "b\nc"]))), Ok((4, text(["NA", "\""])))]);
        assert_eq!(all(b""), []);
        assert_eq!(all(b"\n\n"), []);
        assert_eq!(all(b"a"), [Ok((1, vec!["a".to_owned()]))]);
    }

    #[test]
    fn a_broken_quote_is_told() {
        let broken = |text: &str| {
            let mut rows = Rows::new(text.as_bytes(), b',', true, 1 << 20).unwrap();
            rows.next().unwrap().unwrap().map(|row| row.broken).ok()
        };
        assert_eq!(broken("\"a\"b,c\n"), Some(true));
        assert_eq!(broken("a,\"b\nc,d\ne"), Some(true));
        assert_eq!(broken("a,\"b\"\"\",c\r\n"), Some(false));
        assert_eq!(broken("5\" disk,\"\"\n"), Some(false));
    }

    #[test]
    fn another_encoding_is_found_where_it_is() {
        assert_eq!(
            all(b"x,1\nC\xf4te d'Ivoire,2\n"),
            [Ok((1, vec!["x".into(), "1".into()])), Err((2, 1, 1))]
        );
    }

    #[test]
    fn a_line_without_end_is_refused() {
        let mut long = b"a\n\"".to_vec();
        long.resize(700_000, b'\n');
        let mut rows = Rows::new(&long[..], b',', true, 65_000).unwrap();
        rows.next().unwrap();
        let error = rows.next().err().unwrap();
        assert!(matches!(error, Error::TooLong { line: 2, limit: 65_000 }), "{error}");
    }

    /// Gives out a few bytes at a time.
    struct Drops<'t>(&'t [u8]);

    impl Read for Drops<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let count = self.0.len().min(buffer.len()).min(3);
            let (now, later) = self.0.split_at(count);
            buffer[..count].copy_from_slice(now);
            self.0 = later;
            Ok(count)
        }
    }

    proptest::proptest! {
        /// The `csv` crate is the judge, of files that its writer makes and of any others.
        #[test]
        fn rows_are_those_of_the_csv_crate(text in "([a-c,\"\r\n é]|,\"|\",|\"\"){0,60}", drops in proptest::bool::ANY) {
            let mut judge = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
            let expected: Vec<Vec<String>> =
                judge.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
            let source: Box<dyn Read> = if drops { Box::new(Drops(text.as_bytes())) } else { Box::new(text.as_bytes()) };
            let mut rows = Rows::new(source, b',', true, 1 << 20).unwrap();
            let (mut found, mut broken) = (Vec::new(), false);
            while let Some(row) = rows.next().unwrap() {
                let row = row.ok().unwrap();
                broken |= row.broken;
                found.push(row.fields().map(str::to_owned).collect::<Vec<_>>());
            }
            // Where a quote is broken, both are guesses.
            if !broken {
                proptest::prop_assert_eq!(found, expected);
            }
        }
    }
}
