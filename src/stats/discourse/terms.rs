//! Which term a reference stands for.

use crate::dataset::Dataset;
use crate::id::Id;
use crate::taxonomy::{Taxonomy, Term, TermRef};

/// The term that a reference names, with its taxonomy, where it names exactly one; else as it is written.
pub(super) fn named(dataset: &Dataset, written: &TermRef) -> TermRef {
    dataset
        .term_in_taxonomy(written)
        .map_or_else(|| written.clone(), |(taxonomy, term)| reference(taxonomy, &term.id))
}

/// The widest term above the one that a reference names, or that one where none is wider.
pub(super) fn widest(dataset: &Dataset, written: &TermRef) -> TermRef {
    let Some((taxonomy, mut term)) = dataset.term_in_taxonomy(written) else {
        return written.clone();
    };
    // No term has more above it than there are; a circle is a finding, and ends here.
    for _ in &taxonomy.terms {
        let wider = term.broader.as_ref();
        match wider.and_then(|wider| taxonomy.terms.iter().find(|term| term.id == *wider)) {
            Some(wider) => term = wider,
            None => break,
        }
    }
    reference(taxonomy, &term.id)
}

fn reference(taxonomy: &Taxonomy, term: &Id<Term>) -> TermRef {
    TermRef { taxonomy: Some(taxonomy.id.clone()), term: term.clone() }
}
