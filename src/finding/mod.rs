//! Findings: what a check reports, and the report that collects them.
//!
//! A [`Rule`] is known by a stable id. A [`Finding`] says which rule, where, and why; a [`Report`] holds the findings
//! of one run and counts them by rule. Readers of files and checks over datasets speak in the same findings.

pub(crate) mod importing;
mod path;
mod report;
mod rule;
mod sink;

pub use path::Path;
pub use report::{Count, Report};
pub use rule::{Rule, Severity, Stage};
pub(crate) use sink::Tally;
pub use sink::{Detail, Sink};

use std::fmt;

use serde::{Serialize, Serializer, ser::SerializeMap};

/// One thing that a rule found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    rule: Rule,
    severity: Severity,
    detail: Detail,
}

impl Finding {
    /// A finding with the severity of its rule.
    pub(crate) fn new(rule: Rule, detail: Detail) -> Self {
        Self { rule, severity: rule.severity(), detail }
    }

    /// The rule that found it.
    pub fn rule(&self) -> Rule {
        self.rule
    }

    /// Its severity in this report, which a profile may have changed.
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// The field it is about.
    pub fn path(&self) -> &Path {
        &self.detail.path
    }

    /// What was found, as a sentence without a full stop.
    pub fn message(&self) -> &str {
        &self.detail.message
    }

    /// What to do about it.
    pub fn help(&self) -> Option<&str> {
        self.detail.help.as_deref()
    }

    /// The values that the message is made of, by name.
    pub fn params(&self) -> &[(&'static str, Param)] {
        &self.detail.params
    }

    /// The value of one parameter.
    pub fn param(&self, name: &str) -> Option<&Param> {
        self.params().iter().find(|(key, _)| *key == name).map(|(_, value)| value)
    }

    /// Other records involved.
    pub fn related(&self) -> &[Path] {
        &self.detail.related
    }
}

impl fmt::Display for Finding {
    /// The finding as a compiler would print it, without a line break at the end.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}[{}]: {}\n  --> {}",
            self.severity,
            self.rule.id(),
            self.message(),
            self.path()
        )?;
        if !self.related().is_empty() {
            f.write_str("\n   = see: ")?;
            for (i, path) in self.related().iter().enumerate() {
                write!(f, "{}{path}", if i == 0 { "" } else { ", " })?;
            }
        }
        match self.help() {
            Some(help) => write!(f, "\n   = help: {help}"),
            None => Ok(()),
        }
    }
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Params<'a>(&'a [(&'static str, Param)]);
        impl Serialize for Params<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
            }
        }
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("rule", self.rule.id())?;
        map.serialize_entry("severity", &self.severity)?;
        map.serialize_entry("path", self.path())?;
        map.serialize_entry("message", self.message())?;
        if let Some(help) = self.help() {
            map.serialize_entry("help", help)?;
        }
        if !self.params().is_empty() {
            map.serialize_entry("params", &Params(self.params()))?;
        }
        if !self.related().is_empty() {
            map.serialize_entry("related", self.related())?;
        }
        map.end()
    }
}

/// A typed value in a finding, for programs that read findings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum Param {
    /// A whole number.
    Integer(i64),
    /// A text: an id, a date, a quantity in its text form.
    Text(String),
    /// Several values.
    List(Vec<Param>),
}

impl fmt::Display for Param {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Integer(number) => number.fmt(f),
            Self::Text(text) => f.write_str(text),
            Self::List(values) => {
                for (i, value) in values.iter().enumerate() {
                    write!(f, "{}{value}", if i == 0 { "" } else { ", " })?;
                }
                Ok(())
            }
        }
    }
}

impl From<i64> for Param {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<&str> for Param {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Param {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl<P: Into<Param>> From<Vec<P>> for Param {
    fn from(values: Vec<P>) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }
}
