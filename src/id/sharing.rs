//! Ids of one file that are the same share their text.

use std::cell::Cell;
use std::hash::BuildHasher;
use std::sync::Arc;

use foldhash::fast::FixedState;

/// Texts by their hash: each place has one, and whether it was read again since another one wanted the place.
type Places = Box<[(Option<Arc<str>>, bool)]>;

thread_local! {
    static PLACES: Cell<Option<Places>> = const { Cell::new(None) };
}

/// While this is held, ids that are read on the thread and say the same share their text.
///
/// Records refer to each other far more often than there are records. Sharing spares an allocation a reference, and what
/// follows a reference finds its text where it was just read.
#[derive(Debug)]
pub(crate) struct Sharing {
    before: Option<Places>,
}

impl Sharing {
    /// For a file of so many bytes.
    pub(crate) fn of_file(bytes: usize) -> Self {
        // A record takes some hundred bytes, and most are named by nothing.
        let places = (bytes / 1024).clamp(16, 1 << 20).next_power_of_two();
        Self { before: PLACES.replace(Some(vec![(None, false); places].into())) }
    }
}

impl Drop for Sharing {
    fn drop(&mut self) {
        PLACES.set(self.before.take());
    }
}

/// The text that has been read before, or the one made of it, which is kept for the next.
///
/// A text that is read again and again keeps its place against those that are read once: most ids of a large table are named by
/// nothing.
pub(super) fn shared<E>(
    text: &str,
    make: impl FnOnce(&str) -> Result<Arc<str>, E>,
) -> Result<Arc<str>, E> {
    let Some(mut places) = PLACES.take() else { return make(text) };
    let hash = FixedState::default().hash_one(text.as_bytes());
    // The number of places is a power of two, so that the mask keeps every place within them.
    let at = usize::try_from(hash & (places.len() as u64 - 1)).unwrap_or_default();
    let result = match places.get_mut(at) {
        Some((Some(known), again)) if **known == *text => {
            *again = true;
            Ok(Arc::clone(known))
        }
        Some((_, again)) if *again => {
            *again = false;
            make(text)
        }
        Some((place, _)) => make(text).inspect(|made| *place = Some(Arc::clone(made))),
        None => make(text),
    };
    PLACES.set(Some(places));
    result
}

#[cfg(test)]
mod tests {
    use super::Sharing;
    use crate::id::Id;

    type Any = Id<()>;

    fn is_shared(a: &Any, b: &Any) -> bool {
        std::ptr::eq(a.as_str(), b.as_str())
    }

    #[test]
    fn ids_share_their_text_while_a_file_is_read_and_not_beyond() {
        let read = || "lu-wei".parse::<Any>().unwrap();
        assert!(!is_shared(&read(), &read()));
        {
            let _sharing = Sharing::of_file(1000);
            let first = read();
            assert!(is_shared(&first, &read()));
            {
                let _inner = Sharing::of_file(1000);
                assert!(!is_shared(&first, &read()));
            }
            assert!(is_shared(&first, &read()));
            // What is refused is not kept, and refused again.
            for _ in 0..2 {
                assert!("Lu Wei".parse::<Any>().is_err());
            }
        }
        assert!(!is_shared(&read(), &read()));
    }

    #[test]
    fn more_texts_than_places_are_read_as_they_are() {
        let _sharing = Sharing::of_file(0);
        for round in 0..3 {
            for i in 0..100 {
                let text = format!("id-{i}");
                assert_eq!(text.parse::<Any>().unwrap(), text.as_str(), "round {round}");
            }
        }
    }
}
