//! Ids of one file that are the same share their text.

use std::cell::Cell;
use std::collections::HashSet;
use std::sync::Arc;

use foldhash::fast::RandomState;

type Texts = HashSet<Arc<str>, RandomState>;

thread_local! {
    static TEXTS: Cell<Option<Texts>> = const { Cell::new(None) };
}

/// While this is held, ids that are read on the thread and say the same share their text.
///
/// Records refer to each other far more often than there are records. Sharing spares an allocation a reference, and what
/// follows a reference knows its record by the place of the text.
#[derive(Debug)]
pub(crate) struct Sharing {
    before: Option<Texts>,
}

impl Sharing {
    /// For a file of so many bytes.
    pub(crate) fn of_file(bytes: usize) -> Self {
        // A record takes some hundred bytes. Room for all at once spares moving them, and is a small part of what is read.
        let texts = Texts::with_capacity_and_hasher(bytes / 512, RandomState::default());
        Self { before: TEXTS.replace(Some(texts)) }
    }
}

impl Drop for Sharing {
    fn drop(&mut self) {
        TEXTS.set(self.before.take());
    }
}

/// The text that has been read before, or the one made of it, which is kept for the next.
pub(super) fn shared<E>(
    text: &str,
    make: impl FnOnce(&str) -> Result<Arc<str>, E>,
) -> Result<Arc<str>, E> {
    let Some(mut texts) = TEXTS.take() else { return make(text) };
    let result = match texts.get(text) {
        Some(known) => Ok(Arc::clone(known)),
        None => make(text).inspect(|made| {
            texts.insert(Arc::clone(made));
        }),
    };
    TEXTS.set(Some(texts));
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
}
