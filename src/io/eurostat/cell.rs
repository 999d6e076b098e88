//! What stands in one cell.

use crate::metric::{Flag, Flags, Missing};

/// A cell taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Parts<'t> {
    /// The number as written, or `:`; empty where there is nothing.
    pub(super) value: &'t str,
    /// The letters as written; empty where there are none.
    pub(super) letters: &'t str,
}

/// What the letters of a cell say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Marks {
    pub(super) flags: Flags,
    /// Why there is no value, where a letter says so.
    pub(super) missing: Option<Missing>,
    /// A letter that is not on the list.
    pub(super) unknown: Option<char>,
}

impl<'t> Parts<'t> {
    /// Letters may stand behind a space or without one.
    pub(super) fn of(cell: &'t str) -> Self {
        let cell = cell.trim();
        let end = if cell.starts_with(':') {
            1
        } else {
            let letters = |c: char| c.is_ascii_lowercase() || c.is_whitespace();
            cell.trim_end_matches(letters).len()
        };
        match cell.split_at_checked(end) {
            // `n/a` is no number with a letter behind it.
            Some((value, letters))
                if value.ends_with(|c: char| c.is_ascii_digit() || ".:".contains(c)) =>
            {
                Self { value, letters: letters.trim_start() }
            }
            _ => Self { value: cell, letters: "" },
        }
    }

    pub(super) fn is_missing(self) -> bool {
        self.value == ":"
    }
}

impl Marks {
    /// | letter | meaning |
    /// |---|---|
    /// | `b` | break |
    /// | `c` | confidential: the value is missing |
    /// | `d` | the definition differs |
    /// | `e` | estimated |
    /// | `f` | forecast |
    /// | `n` | not significant |
    /// | `p` | provisional |
    /// | `r` | revised |
    /// | `s` | estimated by Eurostat |
    /// | `u` | low reliability |
    /// | `z` | not applicable: the value is missing |
    pub(super) fn of(letters: &str) -> Self {
        let mut marks = Self::default();
        for letter in letters.chars().filter(|letter| !letter.is_whitespace()) {
            marks.flags.insert(match letter {
                'b' => Flag::Break,
                'd' => Flag::DefinitionDiffers,
                'e' => Flag::Estimated,
                'f' => Flag::Forecast,
                'n' => Flag::NotSignificant,
                'p' => Flag::Provisional,
                'r' => Flag::Revised,
                's' => Flag::EstimatedByPublisher,
                'u' => Flag::LowReliability,
                'c' => {
                    marks.missing = Some(Missing::Confidential);
                    continue;
                }
                'z' => {
                    marks.missing = Some(Missing::NotApplicable);
                    continue;
                }
                other => {
                    marks.unknown = marks.unknown.or(Some(other));
                    continue;
                }
            });
        }
        marks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_taken_apart() {
        for (cell, value, letters) in [
            ("76 ", "76", ""),
            ("78 b", "78", "b"),
            ("89 bp ", "89", "bp"),
            ("89bp", "89", "bp"),
            ("-1.5 e", "-1.5", "e"),
            ("76875.0 ", "76875.0", ""),
            ("0 n", "0", "n"),
            (": ", ":", ""),
            (": u", ":", "u"),
            (":c", ":", "c"),
            ("1.5E-05 b p", "1.5E-05", "b p"),
            ("", "", ""),
            ("n/a", "n/a", ""),
            ("1,234 b", "1,234", "b"),
            ("abc", "abc", ""),
        ] {
            assert_eq!(Parts::of(cell), Parts { value, letters }, "{cell}");
        }
    }

    #[test]
    fn letters_are_a_set() {
        let marks = Marks::of("bep");
        assert_eq!(marks.flags, [Flag::Break, Flag::Estimated, Flag::Provisional].into());
        assert_eq!((marks.missing, marks.unknown), (None, None));
        assert_eq!(Marks::of("c").missing, Some(Missing::Confidential));
        assert_eq!(Marks::of("z").missing, Some(Missing::NotApplicable));
        let marks = Marks::of("bq");
        assert_eq!((marks.flags, marks.unknown), ([Flag::Break].into(), Some('q')));
    }
}
