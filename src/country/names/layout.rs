//! How the index of names is laid out.
//!
//! The generator of the name table compiles this file as well, so that what one side writes the other reads; it therefore
//! uses nothing else of the crate.

/// A name of the index.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    /// Where in the text of all names it begins.
    pub(crate) start: u32,
    /// In bytes; 0 in a place that no name has.
    pub(crate) length: u32,
    /// The row of a country or, after them, that of another meaning.
    pub(crate) meaning: u32,
    /// The row of its set of sources.
    pub(crate) sources: u32,
    /// The position of its role.
    pub(crate) role: u32,
    /// [`WRITTEN`], [`JOINED`] or [`LOST`].
    pub(crate) form: u32,
    /// Some bits of the hash of its words, which tell most names without these words.
    pub(crate) print: u32,
}

/// The name as it is written.
pub(crate) const WRITTEN: u32 = 0;
/// The name was written without its spaces.
pub(crate) const JOINED: u32 = 1;
/// The name has `?` for letters that are not ASCII.
pub(crate) const LOST: u32 = 2;

impl Entry {
    /// How many bits each field has.
    const WIDTHS: [u32; 7] = [20, 8, 11, 9, 4, 2, 10];

    /// The entry in one number; `None` where a field is too large.
    #[allow(dead_code)] // the generator packs
    pub(crate) fn packed(self) -> Option<u64> {
        let Self { start, length, meaning, sources, role, form, print } = self;
        let fields = [start, length, meaning, sources, role, form, print];
        let mut fields = fields.into_iter().zip(Self::WIDTHS).rev();
        fields.try_fold(0, |packed, (field, width)| {
            (field >> width == 0).then_some((packed << width) | u64::from(field))
        })
    }

    #[inline]
    pub(crate) fn unpacked(mut packed: u64) -> Self {
        #[allow(clippy::cast_possible_truncation)] // no field has more than 20 bits
        let [start, length, meaning, sources, role, form, print] = Self::WIDTHS.map(|width| {
            let field = packed as u32 & ((1 << width) - 1);
            packed >>= width;
            field
        });
        Self { start, length, meaning, sources, role, form, print }
    }

    /// The bits of a hash of words that an entry keeps.
    #[allow(clippy::cast_possible_truncation)] // ten of its bits
    pub(crate) fn print(hash: u64) -> u32 {
        (hash as u32) & ((1 << Self::WIDTHS[6]) - 1)
    }
}

/// Hashes are sorted into so many parts by their first bits. Each part has a seed, found by the generator, with which no
/// two hashes of the table have the same place.
pub(crate) const PARTS: usize = 1 << 13;

/// The part of a hash.
#[inline]
#[allow(clippy::cast_possible_truncation)] // thirteen bits
pub(crate) fn part(hash: u64) -> usize {
    (hash >> (u64::BITS - PARTS.trailing_zeros())) as usize
}

/// The place of a hash in a table of so many places, with the seed of its part.
#[inline]
#[allow(clippy::cast_possible_truncation)] // less than the number of places
pub(crate) fn place(hash: u64, seed: u16, places: usize) -> usize {
    let mixed = (hash ^ u64::from(seed)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (((mixed >> 32) * places as u64) >> 32) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_packed() {
        let (start, length, meaning, sources) = ((1 << 20) - 1, 255, 1 << 10, 257);
        let entry = Entry { start, length, meaning, sources, role: 9, form: LOST, print: 1000 };
        let packed = entry.packed().unwrap();
        let Entry { start, length, meaning, sources, role, form, print } = Entry::unpacked(packed);
        assert_eq!((start, length, meaning), (entry.start, entry.length, entry.meaning));
        assert_eq!((sources, role, form, print), (257, 9, LOST, 1000));
        assert_eq!(Entry { length: 256, ..entry }.packed(), None);
        assert_eq!(Entry { start: 1 << 20, ..entry }.packed(), None);
    }
}
