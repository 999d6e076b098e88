//! What readers of JSON begin with.

use std::io::Read;

use super::Error;

/// The bytes of a file, without a byte order mark.
pub(super) fn bytes(mut source: impl Read) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    source.read_to_end(&mut bytes)?;
    if bytes.starts_with(b"\xef\xbb\xbf") {
        bytes.drain(..3);
    }
    match bytes.trim_ascii_start().first() {
        None => Err(Error::empty()),
        Some(b'<') => Err(Error::markup(&String::from_utf8_lossy(bytes.trim_ascii()))),
        Some(_) => Ok(bytes),
    }
}
