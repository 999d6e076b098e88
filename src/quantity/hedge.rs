//! The word beside a number that says how to take it.

use crate::text::words;

words! {
    /// How a reported number is to be taken, and in which direction it may be off.
    ///
    /// [`Quantity::interval`](crate::quantity::Quantity::interval) says which numbers each allows.
    #[non_exhaustive]
    pub enum Hedge: closed "hedge" {
        /// The number itself, and said to be so: "exactly 591 million".
        Exactly = "exactly",
        /// The number alone: "44.1 percent".
        Bare = "bare",
        /// Near the number on either side: "about", "around", "roughly", "some".
        About = "about",
        /// Short of the number: "almost", "nearly", "close to", "just under".
        Almost = "almost",
        /// Past the number by little: "just over", "slightly more than".
        JustOver = "just-over",
        /// Past the number: "more than", "over", "above", "exceeded".
        MoreThan = "more-than",
        /// The number or more: "at least", "no fewer than", "or more".
        AtLeast = "at-least",
        /// Short of the number: "less than", "fewer than", "under", "below".
        LessThan = "less-than",
        /// The number or less: "at most", "no more than".
        AtMost = "at-most",
        /// The number or less, where reaching it is implied but not said: "up to", "as many as".
        UpTo = "up-to",
        /// Between two numbers, both included: "between 1 and 20", "90 to 100".
        Between = "between",
        /// Past a round number and short of the next: "90-odd".
        Odd = "odd",
        /// Some number of a power of ten: "tens of", "hundreds of millions", "several thousand".
        SeveralOf = "several-of",
        /// More than half of a whole: "a majority of", "most of".
        Majority = "majority",
    }
}

impl Hedge {
    /// The words in front of the number in the canonical phrase.
    pub(super) fn prefix(self) -> &'static str {
        match self {
            Self::Exactly => "exactly ",
            Self::Bare | Self::Odd | Self::SeveralOf => "",
            Self::About => "about ",
            Self::Almost => "almost ",
            Self::JustOver => "just over ",
            Self::MoreThan => "more than ",
            Self::AtLeast => "at least ",
            Self::LessThan => "less than ",
            Self::AtMost => "at most ",
            Self::UpTo => "up to ",
            Self::Between => "between ",
            Self::Majority => "a majority",
        }
    }
}
