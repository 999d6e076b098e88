//! Whether the pages are those of one answer, and all of them.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::message::{Header, Scalar};
use crate::finding::importing as rules;
use crate::io::Error;
use crate::io::import::{Import, Place};

/// The pages that were passed, by what their headers say.
#[derive(Debug, Default)]
pub(super) struct Pages {
    /// How often each was passed.
    seen: BTreeMap<u64, u64>,
    /// What the first says of the whole answer.
    answer: Option<Said>,
    /// The place of the last header.
    last: Option<Place>,
    /// How many observations there were in the pages before.
    pub(super) rows_before: u64,
}

/// What the header says of the answer of which the page is one.
#[derive(Debug, PartialEq, Eq)]
struct Said {
    pages: Option<u64>,
    total: Option<u64>,
    last_updated: String,
}

impl Pages {
    /// Takes the header of a page.
    pub(super) fn begin(
        &mut self,
        header: &Header,
        place: Place,
        import: &mut Import<'_>,
    ) -> Result<(), Error> {
        self.last = Some(place);
        let said = Said {
            pages: number(header.pages.as_ref()),
            total: number(header.total.as_ref()),
            last_updated: header.last_updated.as_ref().map_or("", |text| &*text.0).to_owned(),
        };
        if let Some(page) = number(header.page.as_ref()) {
            let times = self.seen.entry(page).or_default();
            *times += 1;
            if *times > 1 {
                let message = || format!("page {page} was passed before");
                import.refuse(rules::FORMAT_PAGES, place, &page.to_string(), message)?;
            }
        }
        match &self.answer {
            None => self.answer = Some(said),
            Some(first) if *first != said => {
                import.refuse(rules::FORMAT_PAGES, place, &said.last_updated, || {
                    format!("the page is of another answer: {said}, not {first}")
                })?;
            }
            Some(_) => {}
        }
        Ok(())
    }

    /// Compares what was said with what was there.
    pub(super) fn check(&self, import: &mut Import<'_>) -> Result<(), Error> {
        let (Some(said), Some(place)) = (&self.answer, self.last) else { return Ok(()) };
        let rows = import.account.rows();
        let missing = said.pages.map_or_else(String::new, |pages| self.missing(pages));
        if said.total.is_none_or(|total| total == rows) && missing.is_empty() {
            return Ok(());
        }
        let total = said.total.map_or_else(|| "?".to_owned(), |total| total.to_string());
        import.refuse(rules::FORMAT_PAGES, place, &total, || {
            let mut message =
                format!("the header counts {total} observations, the pages hold {rows}");
            if !missing.is_empty() {
                let _ = write!(message, "; without page {missing}");
            }
            message
        })
    }

    /// The pages from the first to the last that were not passed: `2, 4-9`.
    fn missing(&self, pages: u64) -> String {
        // Between two pages that were passed there is at most one gap, so that the list is no longer than theirs.
        let mut text = String::new();
        let mut next = 1;
        let passed = self.seen.keys().copied().filter(|page| (1..=pages).contains(page));
        for page in passed.chain([pages.saturating_add(1)]) {
            if page > next {
                let comma = if text.is_empty() { "" } else { ", " };
                let _ = match page - 1 {
                    last if last == next => write!(text, "{comma}{next}"),
                    last => write!(text, "{comma}{next}-{last}"),
                };
            }
            next = page.saturating_add(1);
        }
        text
    }

    /// What was said of the answer, in words.
    pub(super) fn describe(&self) -> String {
        self.answer.as_ref().map_or_else(|| "no page".to_owned(), Said::to_string)
    }
}

impl std::fmt::Display for Said {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let number = |number: Option<u64>| number.map_or_else(|| "?".to_owned(), |n| n.to_string());
        write!(f, "{} observations on {} pages", number(self.total), number(self.pages))?;
        if !self.last_updated.is_empty() {
            write!(f, ", updated {}", self.last_updated)?;
        }
        Ok(())
    }
}

fn number(text: Option<&Scalar>) -> Option<u64> {
    text?.0.trim().parse().ok()
}
