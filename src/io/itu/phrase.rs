//! Words, numbers and signs of a remark.

/// A part of a remark, in lower case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part<'t> {
    Word(&'t str),
    Number(u32),
    Plus,
    Dash,
    /// Any other sign, which ends a phrase.
    Stop,
}

/// The parts of a text that is in lower case.
pub(super) fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_digit = |c: char| c.is_ascii_digit();
        let length = if is_digit(first) {
            rest.find(|c| !is_digit(c)).unwrap_or(rest.len())
        } else if first.is_alphabetic() {
            rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (part, behind) = rest.split_at(length);
        rest = behind;
        parts.push(match first {
            _ if is_digit(first) => Part::Number(part.parse().unwrap_or(u32::MAX)),
            _ if first.is_alphabetic() => Part::Word(part),
            '+' => Part::Plus,
            // The last is what remains of a dash in files that went through a wrong encoding.
            '-' | '–' | '—' | '\u{fffd}' => Part::Dash,
            _ if first.is_whitespace() => continue,
            _ => Part::Stop,
        });
    }
    parts
}

impl<'t> Part<'t> {
    pub(super) fn word(self) -> Option<&'t str> {
        match self {
            Self::Word(word) => Some(word),
            _ => None,
        }
    }

    pub(super) fn is_one_of(self, words: &[&str]) -> bool {
        self.word().is_some_and(|word| words.contains(&word))
    }

    pub(super) fn starts(self, beginning: &str) -> bool {
        self.word().is_some_and(|word| word.starts_with(beginning))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_taken_apart() {
        use Part::{Dash, Number, Plus, Stop, Word};
        assert_eq!(
            parts("aged 16–74. 5+ años\u{a0}(99999999999)"),
            [
                Word("aged"),
                Number(16),
                Dash,
                Number(74),
                Stop,
                Number(5),
                Plus,
                Word("años"),
                Stop,
                Number(u32::MAX),
                Stop
            ]
        );
        assert_eq!(parts(""), []);
    }
}
