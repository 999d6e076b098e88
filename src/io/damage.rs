//! What may happen to a file on its way, for tests of readers.

use proptest::prelude::*;

/// Some changes, one after the other.
#[derive(Debug, Clone)]
pub(super) struct Damage(Vec<(prop::sample::Index, Change)>);

#[derive(Debug, Clone)]
enum Change {
    Delete(usize),
    Insert(Vec<u8>),
    /// Some bytes again, where they stand.
    Repeat(usize),
}

/// Any damage to a few places.
pub(super) fn any() -> impl Strategy<Value = Damage> {
    let text = prop::sample::select(vec![
        "\"", "\"\"", ",", "\t", "\n", "\r", ":", "\\", "NaN", "1e999", "-", "99999", "é",
        "\u{feff}", " ", "{", "[", "null",
    ]);
    let bytes = prop_oneof![
        3 => text.prop_map(|text| text.as_bytes().to_vec()),
        1 => prop::collection::vec(any_byte(), 1..4),
    ];
    let change = prop_oneof![
        (1..40_usize).prop_map(Change::Delete),
        bytes.prop_map(Change::Insert),
        (1..200_usize).prop_map(Change::Repeat),
    ];
    prop::collection::vec((proptest::arbitrary::any::<prop::sample::Index>(), change), 1..6)
        .prop_map(Damage)
}

fn any_byte() -> impl Strategy<Value = u8> {
    proptest::arbitrary::any::<u8>()
}

impl Damage {
    /// A file after the damage.
    pub(super) fn of(&self, file: &[u8]) -> Vec<u8> {
        let mut file = file.to_vec();
        for (place, change) in &self.0 {
            let at = place.index(file.len() + 1);
            let end = |length: usize| file.len().min(at + length);
            match change {
                Change::Delete(length) => drop(file.drain(at..end(*length))),
                Change::Insert(bytes) => drop(file.splice(at..at, bytes.iter().copied())),
                Change::Repeat(length) => {
                    let again = file[at..end(*length)].to_vec();
                    drop(file.splice(at..at, again));
                }
            }
        }
        file
    }
}
