//! What writers tell of what their format has no place for.

use std::collections::BTreeMap;

/// How often something was lost, by what it was.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Losses<K = &'static str>(BTreeMap<K, u64>);

impl<K: Ord> Losses<K> {
    pub(super) fn add(&mut self, what: impl Into<K>, count: u64) {
        if count > 0 {
            *self.0.entry(what.into()).or_default() += count;
        }
    }

    /// What was lost, and how often.
    pub(super) fn iter(&self) -> impl ExactSizeIterator<Item = (&K, u64)> {
        self.0.iter().map(|(what, count)| (what, *count))
    }
}
