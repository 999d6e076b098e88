//! How a panel keeps its cells: values in one column, and beside it what only some cells have.

use std::collections::HashMap;
use std::sync::Arc;

use super::cell::{Cell, Datum, Number};
use crate::metric::{Flags, Missing};

/// A text of a [`Store`], by number; 0 is none.
type TextId = u32;

/// What a cell has beside a number that prints as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Mark {
    flags: Flags,
    missing: Option<Missing>,
    words: TextId,
    written: TextId,
    status: TextId,
    note: TextId,
}

/// Cells in a row, most of them numbers.
#[derive(Debug, Clone, Default)]
pub(super) struct Store {
    /// `NaN` where there is no number.
    pub(super) values: Vec<f64>,
    /// As written, beside each value.
    decimals: Vec<u8>,
    /// Of the cells that have one, in the order of positions.
    marks: Vec<(usize, Mark)>,
    texts: Texts,
}

/// Texts, each kept once: a source repeats the same few remarks.
#[derive(Debug, Clone, Default)]
struct Texts {
    list: Vec<Arc<str>>,
    numbers: HashMap<Arc<str>, TextId, foldhash::fast::FixedState>,
}

impl Texts {
    fn number_of(&mut self, text: Option<&str>) -> TextId {
        let Some(text) = text else { return 0 };
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let text: Arc<str> = text.into();
        self.list.push(Arc::clone(&text));
        // More texts than a `u32` counts don't fit in memory.
        let number = TextId::try_from(self.list.len()).unwrap_or_default();
        self.numbers.insert(text, number);
        number
    }

    fn get(&self, number: TextId) -> Option<&str> {
        self.list.get((number as usize).checked_sub(1)?).map(|text| &**text)
    }
}

impl Store {
    pub(super) fn len(&self) -> usize {
        self.values.len()
    }

    /// Adds cells of which nothing is known.
    pub(super) fn pad(&mut self, count: usize) {
        self.values.resize(self.values.len() + count, f64::NAN);
        self.decimals.resize(self.decimals.len() + count, 0);
    }

    /// Adds a number that prints as it was written, without any mark.
    #[inline]
    pub(super) fn push_plain(&mut self, value: f64, decimals: u8) {
        self.values.push(value);
        self.decimals.push(decimals);
    }

    pub(super) fn push(&mut self, cell: Cell<'_>) {
        let at = self.values.len();
        let (value, decimals) = stored(cell);
        self.values.push(value);
        self.decimals.push(decimals);
        self.mark(at, cell);
    }

    #[inline]
    fn mark(&mut self, at: usize, cell: Cell<'_>) {
        let plain = matches!(cell.datum, Datum::Number(number) if number.written().is_none());
        if plain && cell.flags.is_empty() && cell.status.is_none() && cell.note.is_none() {
            return;
        }
        self.mark_slowly(at, cell);
    }

    #[inline(never)]
    fn mark_slowly(&mut self, at: usize, cell: Cell<'_>) {
        let texts = &mut self.texts;
        let mark = Mark {
            flags: cell.flags,
            missing: cell.missing(),
            words: texts.number_of(cell.words()),
            written: texts.number_of(cell.number().and_then(Number::written)),
            status: texts.number_of(cell.status),
            note: texts.number_of(cell.note),
        };
        self.marks.push((at, mark));
    }

    /// Adds flags and a note to a cell that holds something, whose own note stays in front.
    pub(super) fn annotate(&mut self, at: usize, flags: Flags, note: Option<&str>) -> bool {
        let Some(cell) = self.get(at) else { return false };
        let both = match (cell.note, note) {
            (Some(own), Some(note)) => Some(format!("{own}; {note}")),
            (own, note) => own.or(note).map(str::to_owned),
        };
        let mut mark = self.mark_at(at).copied().unwrap_or_default();
        mark.flags.extend(flags.iter());
        mark.note = self.texts.number_of(both.as_deref());
        match self.marks.binary_search_by_key(&at, |(position, _)| *position) {
            Ok(found) => self.marks.splice(found..=found, [(at, mark)]).for_each(drop),
            Err(place) => self.marks.insert(place, (at, mark)),
        }
        true
    }

    /// What stands at a position; `None` where nothing is known.
    pub(super) fn get(&self, at: usize) -> Option<Cell<'_>> {
        let mark = self.mark_at(at);
        self.cell(at, mark)
    }

    fn mark_at(&self, at: usize) -> Option<&Mark> {
        if self.marks.is_empty() {
            return None;
        }
        let found = self.marks.binary_search_by_key(&at, |(position, _)| *position).ok()?;
        self.marks.get(found).map(|(_, mark)| mark)
    }

    fn cell(&self, at: usize, mark: Option<&Mark>) -> Option<Cell<'_>> {
        let value = *self.values.get(at)?;
        let mark = match mark {
            None if value.is_nan() => return None,
            None => Mark::default(),
            Some(mark) => *mark,
        };
        let datum = match (mark.missing, self.texts.get(mark.words)) {
            (Some(reason), _) => Datum::Missing(reason),
            (None, Some(words)) => Datum::Words(words),
            (None, None) => {
                let decimals = self.decimals.get(at).copied().unwrap_or_default();
                Datum::Number(Number::restored(value, decimals, self.texts.get(mark.written)))
            }
        };
        let (status, note) = (self.texts.get(mark.status), self.texts.get(mark.note));
        Some(Cell { datum, flags: mark.flags, status, note })
    }

    /// The cells of a stretch; `None` where nothing is known.
    pub(super) fn cells(
        &self,
        start: usize,
        length: usize,
    ) -> impl Iterator<Item = Option<Cell<'_>>> {
        let first = self.marks.partition_point(|(at, _)| *at < start);
        let mut marks = self.marks.get(first..).unwrap_or_default().iter().peekable();
        (start..start + length).map(move |at| {
            let mark = marks.next_if(|(position, _)| *position == at).map(|(_, mark)| mark);
            self.cell(at, mark)
        })
    }

    /// Flags of a stretch, with positions counted from its start; cells without a flag are left out.
    pub(super) fn flags(
        &self,
        start: usize,
        length: usize,
    ) -> impl Iterator<Item = (usize, Flags)> {
        let first = self.marks.partition_point(|(at, _)| *at < start);
        let marks = self.marks.get(first..).unwrap_or_default().iter();
        let inside = marks.take_while(move |(at, _)| *at < start + length);
        inside
            .filter(|(_, mark)| !mark.flags.is_empty())
            .map(move |(at, mark)| (at - start, mark.flags))
    }

    /// Gives back what was reserved.
    pub(super) fn shrink(&mut self) {
        self.values.shrink_to_fit();
        self.decimals.shrink_to_fit();
        self.marks.shrink_to_fit();
        self.texts.list.shrink_to_fit();
    }
}

/// The columns of a cell.
#[inline]
fn stored(cell: Cell<'_>) -> (f64, u8) {
    cell.number().map_or((f64::NAN, 0), |number| (number.value(), number.decimals()))
}
