//! Why a code stands for nothing.

use std::fmt;

use super::{Area, Scheme};
use crate::text::Refusal;
use crate::time::{PartialDate, Span};

/// A code for which a scheme has no answer.
///
/// ```
/// use netpolity::country::{CodeErrorKind, Country, Scheme};
///
/// let error = Scheme::Any.area_of("ZAR", "1990".parse().ok()).unwrap_err();
/// assert_eq!(error.to_string(), "`ZAR` on 1990 depends on the scheme: `iso` has `ZAR`, `worldbank` has `COD`");
/// let CodeErrorKind::Disagree(says) = error.kind() else { return };
/// assert_eq!(says[1], (Scheme::WorldBank, Country::COD.into()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeError {
    scheme: Scheme,
    code: Box<str>,
    on: Option<PartialDate>,
    kind: CodeErrorKind,
}

/// What is wrong with a code.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum CodeErrorKind {
    /// There is none.
    Empty,
    /// The scheme has no such code.
    Unknown,
    /// On the date it was nobody's. These have it at other times.
    NotThen(Vec<(Area, Span)>),
    /// More than one had it, or may have had it on the date.
    Several(Vec<(Area, Span)>),
    /// Schemes give it to different areas, by [`Scheme::Any`] only.
    Disagree(Vec<(Scheme, Area)>),
}

impl CodeError {
    #[cold]
    pub(super) fn new(
        scheme: Scheme,
        code: &str,
        on: Option<PartialDate>,
        kind: CodeErrorKind,
    ) -> Self {
        Self { scheme, code: code.into(), on, kind }
    }

    /// The scheme that was asked.
    pub fn scheme(&self) -> Scheme {
        self.scheme
    }

    /// The offending code.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The date for which it was asked.
    pub fn on(&self) -> Option<PartialDate> {
        self.on
    }

    /// What is wrong.
    pub fn kind(&self) -> &CodeErrorKind {
        &self.kind
    }
}

impl fmt::Display for CodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (scheme, code) = (self.scheme.name(), self.code.escape_debug());
        let mut separator = "";
        let mut next = || std::mem::replace(&mut separator, ", ");
        let on = |f: &mut fmt::Formatter<'_>| match self.on {
            Some(date) => write!(f, " on {date}"),
            None => Ok(()),
        };
        match &self.kind {
            CodeErrorKind::Empty => write!(f, "the {scheme} code is empty"),
            CodeErrorKind::Unknown if self.code.contains(char::is_whitespace) => {
                write!(f, "unknown {scheme} code `{code}`; a code has no white space")
            }
            CodeErrorKind::Unknown => write!(f, "unknown {scheme} code `{code}`"),
            CodeErrorKind::NotThen(owners) => {
                write!(f, "nobody has {scheme} code `{code}`")?;
                on(f)?;
                f.write_str("; it is that of ")?;
                owners.iter().try_for_each(|(area, span)| write!(f, "{}`{area}` in {span}", next()))
            }
            CodeErrorKind::Several(owners) => {
                match self.on {
                    Some(date) => write!(f, "{scheme} code `{code}` on {date} may be that of ")?,
                    None => write!(f, "{scheme} code `{code}` has had several owners: ")?,
                }
                owners.iter().try_for_each(|(area, span)| write!(f, "{}`{area}` in {span}", next()))
            }
            CodeErrorKind::Disagree(says) => {
                write!(f, "`{code}`")?;
                on(f)?;
                f.write_str(" depends on the scheme: ")?;
                says.iter()
                    .try_for_each(|(scheme, area)| write!(f, "{}`{scheme}` has `{area}`", next()))
            }
        }
    }
}

impl std::error::Error for CodeError {}

impl Refusal for CodeError {}
