//! Rows by the address of a text.

/// Rows of a table by where in memory the texts of their ids stand.
///
/// Ids of one file that say the same share their text, so that nearly every reference is found by its address. That is one look
/// into memory, where to find it by its text takes three: at the text, at the hash table, at the text of the record. A text
/// that stands elsewhere is not found here and says nothing.
#[derive(Debug, Clone)]
pub(super) struct Addresses {
    /// A power of two, at least twice as many as there are texts.
    slots: Box<[Slot]>,
}

/// No text is empty, so that a length of zero is a free slot.
#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    address: usize,
    length: u32,
    row: u32,
}

impl Addresses {
    /// Of texts that stay where they are for as long as this is used.
    pub(super) fn new<'a>(texts: impl ExactSizeIterator<Item = (&'a str, u32)>) -> Self {
        let size = (texts.len() * 2).next_power_of_two();
        let mut slots = vec![Slot::default(); size].into_boxed_slice();
        for (text, row) in texts {
            let Ok(length) = u32::try_from(text.len()) else { continue };
            let address = address(text);
            let free = probe(size, address).find(|at| slots[*at].length == 0);
            if let Some(at) = free {
                slots[at] = Slot { address, length, row };
            }
        }
        Self { slots }
    }

    /// The row of the text that stands here.
    pub(super) fn row(&self, text: &str) -> Option<u32> {
        let address = address(text);
        for at in probe(self.slots.len(), address) {
            let slot = self.slots[at];
            if slot.length == 0 {
                return None;
            }
            // A part of a text begins where the whole begins.
            if slot.address == address && slot.length as usize == text.len() {
                return Some(slot.row);
            }
        }
        None
    }
}

fn address(text: &str) -> usize {
    text.as_ptr() as usize
}

/// The slots in which an address may stand, the likeliest first.
fn probe(size: usize, address: usize) -> impl Iterator<Item = usize> {
    // The golden ratio, so that addresses at even distances are spread; the upper half has what all bits contribute.
    let spread = (address as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
    #[allow(clippy::cast_possible_truncation)] // masked to the size, which is one of memory
    let first = spread as usize;
    (0..size).map(move |step| first.wrapping_add(step) & (size - 1))
}

#[cfg(test)]
mod tests {
    use super::Addresses;

    #[test]
    fn a_text_is_found_where_it_stands_and_nowhere_else() {
        let texts: Vec<String> = (0..1000).map(|i| format!("id-{i}")).collect();
        let rows = Addresses::new(
            texts.iter().map(String::as_str).zip(0..).collect::<Vec<_>>().into_iter(),
        );
        for (text, row) in texts.iter().zip(0..) {
            assert_eq!(rows.row(text), Some(row));
            assert_eq!(rows.row(&text[..text.len() - 1]), None);
            assert_eq!(rows.row(&text.clone()), None);
        }
        assert_eq!(Addresses::new([].into_iter()).row("a"), None);
    }
}
