//! Lines of a file.

use std::io::{BufRead, BufReader, Read};

use crate::io::Error;

const BOM: &[u8] = b"\xef\xbb\xbf";

/// Reads a file line by line, into one buffer.
pub(super) struct Lines<R> {
    source: BufReader<R>,
    line: Vec<u8>,
    number: u64,
    limit: usize,
    bom: bool,
}

impl<R: Read> Lines<R> {
    /// Starts to read. No line may be longer than the limit.
    pub(super) fn new(source: R, limit: usize) -> Self {
        let source = BufReader::with_capacity(128 << 10, source);
        Self { source, line: Vec::new(), number: 0, limit, bom: false }
    }

    /// Whether the file begins with a byte order mark, which is not part of the first line.
    pub(super) fn has_bom(&self) -> bool {
        self.bom
    }

    /// The next line without its end, with its number from 1; `None` behind the last.
    #[inline]
    pub(super) fn next(&mut self) -> Result<Option<(u64, &[u8])>, Error> {
        self.line.clear();
        self.number += 1;
        let most = u64::try_from(self.limit).unwrap_or(u64::MAX).saturating_add(2);
        let read = self.source.by_ref().take(most).read_until(b'\n', &mut self.line)?;
        if read == 0 {
            return Ok(None);
        }
        let mut line = self.line.as_slice();
        line = line.strip_suffix(b"\n").unwrap_or(line);
        line = line.strip_suffix(b"\r").unwrap_or(line);
        if self.number == 1
            && let Some(rest) = line.strip_prefix(BOM)
        {
            (self.bom, line) = (true, rest);
        }
        if line.len() > self.limit {
            return Err(Error::TooLong { line: self.number, limit: self.limit });
        }
        Ok(Some((self.number, line)))
    }
}
