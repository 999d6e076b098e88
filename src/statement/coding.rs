//! What a named coder made of a statement.

use super::{Act, Position};
use crate::record::record;
use crate::taxonomy::TermRef;
use crate::text::words;
use crate::time::PartialDate;

record! {
    /// How one coder read a statement, beside what the record holds.
    ///
    /// Two codings of one statement are what measures of reliability compare:
    ///
    /// ```
    /// use netpolity::Statement;
    ///
    /// let statement: Statement = serde_json::from_str(
    ///     r#"{ "id": "s", "act": "call", "codings": [ { "coder": "anna", "act": "call" },
    ///          { "coder": "ben", "act": "demand", "date": "2024-03" } ] }"#,
    /// )?;
    /// assert_ne!(statement.codings[0].act, statement.codings[1].act);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct Coding {
        required {
            /// Who coded.
            coder: String,
        }
        optional {
            /// How.
            method: CodingMethod,
            /// When.
            date: Option<PartialDate>,
            /// The act that the coder sees in it.
            act: Option<Act>,
            /// What the coder holds it to be about.
            terms: Vec<TermRef>,
            /// The positions that the coder sees in it.
            positions: Vec<Position>,
            /// A remark.
            note: Option<String>,
        }
    }
}

words! {
    /// How a coding came about.
    #[derive(Default)]
    pub enum CodingMethod: closed "coding method" {
        /// A person read it.
        #[default]
        Human = "human",
        /// A fixed rule, such as a word list.
        Rule = "rule",
        /// A statistical or language model; the coder is its name and version.
        Model = "model",
    }
}
