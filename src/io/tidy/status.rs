//! What the status of a value says, by what was declared of it.

use std::collections::HashMap;

use super::mapping::Mapping;
use crate::metric::{Flags, Missing};

/// What a status says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Meaning {
    pub(super) flags: Flags,
    pub(super) missing: Option<Missing>,
    /// A part of it was not declared.
    pub(super) unknown: bool,
}

/// What was made of statuses: a file repeats the same few.
#[derive(Debug, Default)]
pub(super) struct Statuses(HashMap<Box<str>, Meaning, foldhash::fast::FixedState>);

impl Statuses {
    /// What a status says: as a whole, by its words, or by its letters. Nothing where nothing was declared.
    pub(super) fn meaning(&mut self, mapping: &Mapping, status: &str) -> Meaning {
        if mapping.flags.is_empty() && mapping.missing_statuses.is_empty() {
            return Meaning::default();
        }
        if let Some(meaning) = self.0.get(status) {
            return *meaning;
        }
        let meaning = read(mapping, status);
        self.0.insert(status.into(), meaning);
        meaning
    }
}

fn read(mapping: &Mapping, status: &str) -> Meaning {
    let mut meaning = Meaning::default();
    if meaning.take(mapping, status.trim()) {
        return meaning;
    }
    for word in status.split([' ', ',', ';', '|']).filter(|word| !word.is_empty()) {
        if meaning.take(mapping, word) {
            continue;
        }
        // All letters have to be known, or the word is one of its own.
        let mut letters = meaning;
        let mut buffer = [0; 4];
        if word.chars().all(|c| letters.take(mapping, c.encode_utf8(&mut buffer))) {
            meaning = letters;
        } else {
            meaning.unknown = true;
        }
    }
    meaning
}

impl Meaning {
    /// Adds what a text was declared to mean; whether it was.
    fn take(&mut self, mapping: &Mapping, text: &str) -> bool {
        let (flag, reason) = (mapping.flags.get(text), mapping.missing_statuses.get(text));
        if let Some(flag) = flag {
            self.flags.insert(*flag);
        }
        self.missing = self.missing.or(reason.copied());
        flag.is_some() || reason.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metric::Flag;

    #[test]
    fn a_status_is_a_set() {
        let mapping = Mapping::new()
            .flag("b", Flag::Break)
            .flag("p", Flag::Provisional)
            .flag("ITU estimate", Flag::EstimatedByPublisher)
            .missing_status("c", Missing::Confidential);
        let mut statuses = Statuses::default();
        let mut of = |status: &str| statuses.meaning(&mapping, status);
        let both: Flags = [Flag::Break, Flag::Provisional].into();
        for status in ["bp", "b p", "p,b", " bp "] {
            assert_eq!(of(status), Meaning { flags: both, ..Meaning::default() }, "{status}");
        }
        assert_eq!(of("ITU estimate").flags, [Flag::EstimatedByPublisher].into());
        assert_eq!(of("c").missing, Some(Missing::Confidential));
        let unknown = of("b bx");
        assert_eq!((unknown.flags, unknown.unknown), ([Flag::Break].into(), true));
    }
}
