//! What writers tell of what their format has no place for.

use std::collections::BTreeMap;

/// How often something was lost, by what it was.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Losses(BTreeMap<&'static str, u64>);

impl Losses {
    pub(super) fn add(&mut self, what: &'static str, count: u64) {
        if count > 0 {
            *self.0.entry(what).or_default() += count;
        }
    }

    /// What was lost, and how often.
    pub(super) fn iter(&self) -> impl ExactSizeIterator<Item = (&'static str, u64)> {
        self.0.iter().map(|(what, count)| (*what, *count))
    }
}
