//! Web addresses.

use std::fmt;
use std::str::FromStr;

use oxiri::Iri;

use crate::text::{Refusal, text_serde};

/// An absolute address after RFC 3987, kept as written.
///
/// ```
/// use netpolity::url::Url;
///
/// let url: Url = "https://www.gov.uk/government/speeches/uk-china-internet-forum".parse()?;
/// assert_eq!(url.host(), Some("www.gov.uk"));
/// assert!("www.gov.uk".parse::<Url>().is_err());
/// # Ok::<(), netpolity::url::UrlError>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Url(Iri<String>);

impl Url {
    /// The address as written.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The scheme: `https`.
    pub fn scheme(&self) -> &str {
        self.0.scheme()
    }

    /// The host, where the address has one: `www.gov.uk`.
    pub fn host(&self) -> Option<&str> {
        let authority = self.0.authority()?;
        let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
        // An IPv6 host stands in brackets and has colons of its own.
        let host = match host.find(']') {
            Some(end) => &host[..=end],
            None => host.split_once(':').map_or(host, |(host, _)| host),
        };
        (!host.is_empty()).then_some(host)
    }
}

impl FromStr for Url {
    type Err = UrlError;

    fn from_str(text: &str) -> Result<Self, UrlError> {
        Iri::parse(text.to_owned())
            .map(Self)
            .map_err(|error| UrlError { text: text.into(), reason: error.to_string().into() })
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

text_serde!(
    Url,
    "an absolute address such as `https://example.org/page`",
    pattern: "[A-Za-z][A-Za-z0-9+.-]*:[^ ]*"
);

/// Why a text is no [`Url`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("invalid address `{text}`: {reason}")]
pub struct UrlError {
    text: Box<str>,
    reason: Box<str>,
}

impl UrlError {
    /// The offending text.
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl Refusal for UrlError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_what_was_written() {
        let text = "http://en.people.cn:80/102774/8394591.html?a=%20#top";
        let url: Url = text.parse().unwrap();
        assert_eq!(url.to_string(), text);
        assert_eq!((url.scheme(), url.host()), ("http", Some("en.people.cn")));
        assert_eq!("http://[::1]:8080/".parse::<Url>().unwrap().host(), Some("[::1]"));
        assert_eq!("mailto:a@b.org".parse::<Url>().unwrap().host(), None);
    }

    #[test]
    fn refuses_relative_and_broken_addresses() {
        for bad in ["", "gov.uk/x", "/x", "http://a b", "http://[::1", "https://a/%zz"] {
            assert_eq!(bad.parse::<Url>().unwrap_err().text(), bad);
        }
    }
}
