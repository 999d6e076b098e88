//! What named coders made of the statements of a dataset.

use super::{Contingency, Ratings};
use crate::dataset::Dataset;
use crate::statement::{Act, Coding, Stance, Statement};
use crate::stats::Refusal;
use crate::taxonomy::TermRef;

/// What coders, found by name, made of the same statements: a row for each statement that one of them coded.
///
/// Of several codings of a statement by one coder the last by date counts, and among those without a date the last in the record;
/// any date is later than none.
///
/// ```
/// use netpolity::Dataset;
/// use netpolity::stats::reliability::{Codings, Distance, Level};
///
/// let dataset = Dataset::from_json(
///     r#"{ "netpolity": 1, "statements": [
///          { "id": "a", "act": "call", "codings": [ { "coder": "anna", "act": "call" }, { "coder": "ben", "act": "call" } ] },
///          { "id": "b", "act": "call", "codings": [ { "coder": "anna", "act": "call" }, { "coder": "ben", "act": "demand" } ] },
///          { "id": "c", "act": "praise", "codings": [ { "coder": "ben", "act": "praise" }, { "coder": "anna", "act": "praise" } ] },
///          { "id": "d", "act": "praise" } ] }"#,
/// )?;
/// let acts = Codings::acts(&dataset, &["anna", "ben"])?;
/// let kappa = acts.contingency("anna", "ben")?.kappa(Distance::Unweighted)?;
/// assert_eq!((kappa.value, kappa.support), (0.5, 3));
/// let alpha = acts.ratings()?.alpha(Level::Nominal)?;
/// assert_eq!(alpha.to_string(), "0.5454545454545454 (3 units; left out: 1 not-judged)");
/// assert_eq!(acts.disagreements().next().unwrap().0.id, "b");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Codings<'a, C> {
    coders: Vec<&'a str>,
    categories: Vec<C>,
    rows: Vec<(&'a Statement, Vec<Option<C>>)>,
    uncoded: u32,
}

impl<'a> Codings<'a, Act> {
    /// Which act each coder sees in a statement. A coding without an act is no judgement of it. The categories are the acts
    /// that a coder sees anywhere, in the order of [`Act`].
    ///
    /// # Errors
    /// A coder of whom the dataset has no coding.
    pub fn acts(dataset: &'a Dataset, coders: &[&'a str]) -> Result<Self, Refusal> {
        let mut codings = Codings::judged(dataset, coders, Vec::new(), |coding| coding.act)?;
        codings.categories =
            codings.rows.iter().flat_map(|(_, row)| row).flatten().copied().collect();
        codings.categories.sort_unstable();
        codings.categories.dedup();
        Ok(codings)
    }
}

impl<'a> Codings<'a, bool> {
    /// Whether each coder holds a statement to be about a term, or to take a position on it. Whoever coded a statement and does
    /// not name the term holds it not to be.
    ///
    /// # Errors
    /// A coder of whom the dataset has no coding.
    pub fn about(
        dataset: &'a Dataset,
        coders: &[&'a str],
        term: &TermRef,
    ) -> Result<Self, Refusal> {
        Codings::judged(dataset, coders, vec![false, true], |coding| {
            let positions = coding.positions.iter().map(|position| &position.term);
            Some(coding.terms.iter().chain(positions).any(|own| own.matches(term)))
        })
    }
}

impl<'a> Codings<'a, Option<Stance>> {
    /// Which stance on a proposition each coder sees in a statement, the first where there are several; `None` among them where a coder sees none, which is a
    /// category of its own. The order of the categories says nothing: they are nominal.
    ///
    /// # Errors
    /// A coder of whom the dataset has no coding.
    pub fn stances(
        dataset: &'a Dataset,
        coders: &[&'a str],
        term: &TermRef,
    ) -> Result<Self, Refusal> {
        let categories = Stance::ALL.iter().copied().map(Some).chain([None]).collect();
        Codings::judged(dataset, coders, categories, |coding| {
            let mut positions = coding.positions.iter();
            let position = positions.find(|position| position.term.matches(term));
            Some(position.map(|position| position.stance))
        })
    }
}

impl<'a, C: Clone + PartialEq> Codings<'a, C> {
    /// What each coder judges by a rule of the caller's; `None` where a coding holds no judgement of it.
    ///
    /// # Errors
    /// A coder of whom the dataset has no coding.
    pub fn judged(
        dataset: &'a Dataset,
        coders: &[&'a str],
        categories: Vec<C>,
        judge: impl Fn(&Coding) -> Option<C>,
    ) -> Result<Self, Refusal> {
        let mut codings =
            Self { coders: coders.to_vec(), categories, rows: Vec::new(), uncoded: 0 };
        let mut seen = vec![false; coders.len()];
        for statement in dataset.statements() {
            let mut row = Vec::with_capacity(coders.len());
            for (coder, seen) in coders.iter().zip(&mut seen) {
                let own = statement.codings.iter().filter(|coding| coding.coder == *coder);
                // Of equal dates the later one counts.
                let last = own.max_by_key(|coding| coding.date);
                *seen |= last.is_some();
                row.push(last.and_then(&judge));
            }
            if row.iter().any(Option::is_some) {
                codings.rows.push((statement, row));
            } else {
                codings.uncoded = codings.uncoded.saturating_add(1);
            }
        }
        match coders.iter().zip(seen).find(|(_, seen)| !seen) {
            Some((coder, _)) => Err(Refusal::Unknown { what: "coder", name: (*coder).into() }),
            None => Ok(codings),
        }
    }

    /// The coders, in the order of the columns.
    pub fn coders(&self) -> &[&'a str] {
        &self.coders
    }

    /// The categories, in their order.
    pub fn categories(&self) -> &[C] {
        &self.categories
    }

    /// The statements that a coder judged, with the judgement of each coder.
    pub fn rows(&self) -> impl Iterator<Item = (&'a Statement, &[Option<C>])> {
        self.rows.iter().map(|(statement, row)| (*statement, row.as_slice()))
    }

    /// Those on which two coders differ.
    pub fn disagreements(&self) -> impl Iterator<Item = (&'a Statement, &[Option<C>])> {
        self.rows().filter(|(_, row)| {
            let mut judged = row.iter().flatten();
            judged.next().is_some_and(|first| judged.any(|other| other != first))
        })
    }

    /// All coders together, for alpha and the kappas of many.
    ///
    /// # Errors
    /// A judgement that is not among the categories.
    pub fn ratings(&self) -> Result<Ratings, Refusal> {
        let rows: Vec<&[Option<C>]> = self.rows().map(|(_, row)| row).collect();
        Ok(Ratings::new(&self.categories, &rows)?.with_unjudged(self.uncoded))
    }

    /// Two of the coders, for Cohen's kappa.
    ///
    /// # Errors
    /// A coder who is not among them; a judgement that is not among the categories; no statement that both judged.
    pub fn contingency(&self, first: &str, second: &str) -> Result<Contingency, Refusal> {
        let column = |coder: &str| {
            let at = self.coders.iter().position(|own| *own == coder);
            let at = at.ok_or_else(|| Refusal::Unknown { what: "coder", name: coder.into() })?;
            Ok(self.rows.iter().map(|(_, row)| row.get(at).cloned().flatten()).collect::<Vec<_>>())
        };
        Ok(Contingency::of(&self.categories, &column(first)?, &column(second)?)?
            .with_unjudged(self.uncoded))
    }
}
