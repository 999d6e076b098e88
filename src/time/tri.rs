//! Answers that may stay open.

use std::ops::{BitAnd, BitOr, Not};

use crate::text::words;

words! {
    /// The answer to a question about dates that may be known only in part.
    ///
    /// The operators are those of Kleene's strong three-valued logic: `Maybe` stands for an answer that is either
    /// yes or no, and the result is certain where both would lead to the same.
    ///
    /// ```
    /// use netpolity::time::Tri;
    ///
    /// assert_eq!(Tri::Maybe & Tri::No, Tri::No);
    /// assert_eq!(Tri::Maybe | Tri::No, Tri::Maybe);
    /// assert_eq!(!Tri::Maybe, Tri::Maybe);
    /// ```
    pub enum Tri: closed "answer" {
        /// Certainly so.
        Yes = "yes",
        /// Certainly not so.
        No = "no",
        /// What is known leaves it open.
        Maybe = "maybe",
    }
}

impl Tri {
    /// The answer, given which of the two is possible.
    pub(super) fn of(can_be_yes: bool, can_be_no: bool) -> Self {
        match (can_be_yes, can_be_no) {
            (true, false) => Self::Yes,
            (true, true) => Self::Maybe,
            (false, _) => Self::No,
        }
    }

    /// Whether it is certainly so.
    pub fn is_yes(self) -> bool {
        self == Self::Yes
    }

    /// Whether it is certainly not so.
    pub fn is_no(self) -> bool {
        self == Self::No
    }

    /// Whether it is open.
    pub fn is_maybe(self) -> bool {
        self == Self::Maybe
    }

    /// Both: no where either is no, yes where both are yes.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Yes, Self::Yes) => Self::Yes,
            _ => Self::Maybe,
        }
    }

    /// Either: yes where one is yes, no where both are no.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        !(!self & !other)
    }
}

impl From<bool> for Tri {
    fn from(answer: bool) -> Self {
        if answer { Self::Yes } else { Self::No }
    }
}

impl BitAnd for Tri {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        self.and(other)
    }
}

impl BitOr for Tri {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.or(other)
    }
}

impl Not for Tri {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            Self::Maybe => Self::Maybe,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a three-valued answer may turn out to be.
    fn outcomes(tri: Tri) -> &'static [bool] {
        match tri {
            Tri::Yes => &[true],
            Tri::No => &[false],
            Tri::Maybe => &[true, false],
        }
    }

    fn sum_up(outcomes: impl IntoIterator<Item = bool>) -> Tri {
        let (mut yes, mut no) = (false, false);
        outcomes.into_iter().for_each(|outcome| if outcome { yes = true } else { no = true });
        Tri::of(yes, no)
    }

    #[test]
    fn operators_are_two_valued_logic_over_all_outcomes() {
        for &a in Tri::ALL {
            assert_eq!(!a, sum_up(outcomes(a).iter().map(|a| !a)), "not {a}");
            for &b in Tri::ALL {
                let pairs =
                    || outcomes(a).iter().flat_map(|a| outcomes(b).iter().map(|b| (*a, *b)));
                assert_eq!(a & b, sum_up(pairs().map(|(a, b)| a && b)), "{a} and {b}");
                assert_eq!(a | b, sum_up(pairs().map(|(a, b)| a || b)), "{a} or {b}");
            }
        }
    }

    #[test]
    fn text_and_predicates() {
        assert_eq!("maybe".parse(), Ok(Tri::Maybe));
        assert_eq!(Tri::from(true).to_string(), "yes");
        assert!(Tri::from(false).is_no() && !Tri::Maybe.is_yes());
    }
}
