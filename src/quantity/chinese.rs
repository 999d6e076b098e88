//! Chinese.
use super::error::Fault;
use super::phrase::{Phrase, Reader, Refused, refused};
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '〇')
}
pub(super) fn phrase(reader: &mut Reader<'_>) -> Result<Phrase, Refused> {
    Err(refused(reader.at, Fault::NoNumber))
}
