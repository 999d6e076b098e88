//! Who inherits from an agency: step by step over its changes, as a whole or for one function.

use std::collections::HashSet;

use super::Dataset;
use super::identity::Identity;
use super::index::add;
use super::table::Rows;
use crate::actor::{Agency, Change, ChangeKind};
use crate::id::Id;
use crate::taxonomy::TermRef;
use crate::time::{PartialDate, Span, Tri};

/// One step in the line of an agency: a change by which something of it went on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step<'a> {
    /// From whom. The same as [`to`](Self::to) where an agency was renamed or set up anew.
    pub from: &'a Id<Agency>,
    /// To whom.
    pub to: &'a Id<Agency>,
    /// The change.
    pub change: &'a Change,
    /// The agency with which the change is recorded.
    pub recorded_with: &'a Agency,
}

/// Where an agency came from and what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Lineage<'a> {
    /// The steps that led to it, by date.
    pub before: Vec<Step<'a>>,
    /// The steps that led on from it, by date.
    pub after: Vec<Step<'a>>,
}

/// Somebody with whom a function ended up.
#[derive(Debug, Clone, PartialEq)]
pub struct Heir<'a> {
    /// The agency.
    pub agency: &'a Id<Agency>,
    /// Whether the function certainly passed to it: `Yes` or `Maybe`.
    pub inherits: Tri,
    /// The steps by which it did; none where the agency asked for kept it.
    pub steps: Vec<Step<'a>>,
}

/// From whom to whom the changes of all agencies lead.
#[derive(Debug, Clone, Default)]
pub(super) struct Passages {
    all: Vec<Passage>,
    from: Rows<Id<Agency>, Vec<u32>>,
    to: Rows<Id<Agency>, Vec<u32>>,
}

#[derive(Debug, Clone)]
struct Passage {
    agency: u32,
    change: u32,
    from: Id<Agency>,
    to: Id<Agency>,
}

impl Passages {
    pub(super) fn build(dataset: &Dataset, identity: &Identity) -> Self {
        let mut passages = Self::default();
        for (row, agency) in (0u32..).zip(dataset.agencies()) {
            for (place, change) in (0u32..).zip(&agency.changes) {
                let is_end = matches!(change.kind, ChangeKind::Founded | ChangeKind::Dissolved);
                if is_end && change.from.is_empty() && change.to.is_empty() {
                    continue;
                }
                let own = std::slice::from_ref(&agency.id);
                let from = if change.from.is_empty() { own } else { &change.from };
                let to = if change.to.is_empty() { own } else { &change.to };
                for from in from {
                    for to in to {
                        let passage = Passage {
                            agency: row,
                            change: place,
                            from: identity.id(from).into_owned(),
                            to: identity.id(to).into_owned(),
                        };
                        let number = u32::try_from(passages.all.len()).unwrap_or(u32::MAX);
                        add(&mut passages.from, &passage.from, number);
                        add(&mut passages.to, &passage.to, number);
                        passages.all.push(passage);
                    }
                }
            }
        }
        passages
    }

    fn lead<'a>(
        &'a self,
        agency: &Id<Agency>,
        direction: Direction,
    ) -> impl Iterator<Item = (u32, &'a Passage)> + use<'a> {
        let numbers = match direction {
            Direction::Forward => self.from.get(agency),
            Direction::Backward => self.to.get(agency),
        };
        let numbers = numbers.map(Vec::as_slice).unwrap_or_default();
        numbers.iter().filter_map(|number| Some((*number, self.all.get(*number as usize)?)))
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Forward,
    Backward,
}

/// # What became of an agency
impl Dataset {
    /// Where an agency came from and what became of it, over every change that its record or that of another names.
    ///
    /// It follows renaming, merging, splitting, absorption, moved functions and whatever else leads from one agency to
    /// another, forwards only to later changes and backwards only to earlier ones, each once, so that it comes to an end
    /// where bodies swap functions to and fro. A founding that names the predecessor is left out where another change
    /// of that day says more.
    ///
    /// ```
    /// use netpolity::Dataset;
    ///
    /// let dataset = Dataset::from_json(
    ///     r#"{ "netpolity": 1, "agencies": [
    ///          { "id": "dti", "kind": "ministry", "changes": [ { "kind": "split", "date": "2007-06-28", "to": [ "berr", "dius" ] } ] },
    ///          { "id": "berr", "kind": "ministry" }, { "id": "dius", "kind": "ministry" },
    ///          { "id": "bis", "kind": "ministry", "changes": [ { "kind": "merged", "date": "2009-06-05", "from": [ "berr", "dius" ] } ] } ] }"#,
    /// )?;
    /// let lineage = dataset.lineage_of(&"dti".parse()?);
    /// let after: Vec<String> = lineage.after.iter().map(|step| format!("{} to {}", step.from, step.to)).collect();
    /// assert_eq!(after, ["dti to berr", "dti to dius", "berr to bis", "dius to bis"]);
    /// assert_eq!(dataset.lineage_of(&"bis".parse()?).before.len(), 4);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn lineage_of(&self, agency: &Id<Agency>) -> Lineage<'_> {
        Lineage {
            before: self.walk(agency, Direction::Backward),
            after: self.walk(agency, Direction::Forward),
        }
    }

    fn walk(&self, agency: &Id<Agency>, direction: Direction) -> Vec<Step<'_>> {
        let index = self.index();
        let mut steps: Vec<Step<'_>> = Vec::new();
        let mut taken = HashSet::new();
        let mut open = vec![(index.identity.id(agency).into_owned(), None::<PartialDate>)];
        while let Some((agency, reached)) = open.pop() {
            for (number, passage) in index.passages.lead(&agency, direction) {
                let Some(step) = self.step(passage) else { continue };
                let date = step.change.date;
                let out_of_order = reached.is_some_and(|reached| match direction {
                    Direction::Forward => date.is_before(reached) == Tri::Yes,
                    Direction::Backward => date.is_after(reached) == Tri::Yes,
                });
                if out_of_order || !taken.insert(number) {
                    continue;
                }
                let next = match direction {
                    Direction::Forward => step.to,
                    Direction::Backward => step.from,
                };
                if *next != agency {
                    open.push((next.clone(), Some(date)));
                }
                steps.push(step);
            }
        }
        let mut kept = without_echoes(&steps);
        kept.sort_by_key(|step| (step.change.date, step.from, step.to));
        kept
    }

    fn step<'a>(&'a self, passage: &'a Passage) -> Option<Step<'a>> {
        let recorded_with = self.agencies().get(passage.agency as usize)?;
        let change = recorded_with.changes.get(passage.change as usize)?;
        Some(Step { from: &passage.from, to: &passage.to, change, recorded_with })
    }

    /// With whom a function of an agency ended up, over every change that moved it.
    ///
    /// Merging and absorption take every function along, unless the change names those that went; moved functions and
    /// splits take those named. Where a change names none, or leads to several bodies, the heir is the one whose portfolio
    /// has the term from then on; without one each is `Maybe`. Renaming moves nothing, unless to a record of another id. An agency keeps what no change
    /// moved: then it is the answer itself.
    ///
    /// ```
    /// use netpolity::Dataset;
    /// use netpolity::time::Tri;
    ///
    /// let dataset = Dataset::from_json(
    ///     r#"{ "netpolity": 1, "agencies": [
    ///          { "id": "dcms", "kind": "ministry", "changes": [
    ///              { "kind": "functions-moved", "date": "2023-02-07", "to": [ "dsit" ], "functions": [ "digital-policy" ] } ] },
    ///          { "id": "dsit", "kind": "ministry" } ] }"#,
    /// )?;
    /// let dcms = &dataset.agencies()[0].id;
    /// let digital = dataset.heirs_of(dcms, &"digital-policy".parse()?);
    /// assert_eq!((digital[0].agency.as_str(), digital[0].inherits), ("dsit", Tri::Yes));
    /// assert_eq!(digital[0].steps[0].change.date.to_string(), "2023-02-07");
    /// // The museums stayed.
    /// let museums = dataset.heirs_of(dcms, &"museums".parse()?);
    /// assert_eq!((museums[0].agency, museums[0].steps.len()), (dcms, 0));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn heirs_of<'a>(&'a self, agency: &'a Id<Agency>, function: &TermRef) -> Vec<Heir<'a>> {
        let own = self.agency(agency).map_or(agency, |agency| &agency.id);
        let mut heirs: Vec<Heir<'a>> = Vec::new();
        let mut taken = HashSet::new();
        let mut open = vec![Heir { agency: own, inherits: Tri::Yes, steps: Vec::new() }];
        // What is certain goes first, so that a step that leads there both ways is taken as certain.
        while let Some(next) =
            open.iter().position(|h| h.inherits.is_yes()).or((!open.is_empty()).then_some(0))
        {
            let holder = open.swap_remove(next);
            let kept = self.pass_on(&holder, function, &mut taken, &mut open);
            if kept == Tri::No {
                continue;
            }
            let inherits = holder.inherits & kept;
            match heirs.iter_mut().find(|heir| heir.agency == holder.agency) {
                Some(known) if known.inherits.is_yes() => {}
                Some(known) => *known = Heir { inherits, ..holder },
                None => heirs.push(Heir { inherits, ..holder }),
            }
        }
        heirs
    }

    /// Finds out to whom a holder passed a function on, and whether it kept it.
    fn pass_on<'a>(
        &'a self,
        holder: &Heir<'a>,
        function: &TermRef,
        taken: &mut HashSet<u32>,
        open: &mut Vec<Heir<'a>>,
    ) -> Tri {
        let index = self.index();
        let since = holder.steps.last().map(|step| step.change.date);
        let held = index.identity.id(holder.agency);
        let steps = index
            .passages
            .lead(&held, Direction::Forward)
            .filter_map(|(number, passage)| Some((number, self.step(passage)?)))
            .filter(|(number, step)| {
                let too_early = |since| step.change.date.is_before(since) == Tri::Yes;
                step.from != step.to && !taken.contains(number) && !since.is_some_and(too_early)
            });
        let (numbers, steps): (Vec<u32>, Vec<Step<'a>>) = steps.unzip();
        let telling = without_echoes(&steps);
        let mut moves: Vec<(u32, Step<'a>, Tri)> = numbers
            .into_iter()
            .zip(steps)
            .filter(|(_, step)| telling.contains(step))
            .map(|(number, step)| (number, step, takes_along(step.change, function)))
            .filter(|(.., takes)| *takes != Tri::No)
            .collect();
        // Of one day: what is named; what may have been among functions that are not; what went with the whole.
        moves.sort_by_key(|(_, step, takes)| {
            let is_named = step.change.functions.iter().any(|named| named.matches(function));
            (step.change.date, !is_named, *takes == Tri::Yes)
        });
        let mut kept = Tri::Yes;
        let mut gone: Option<PartialDate> = None;
        let mut rest = moves.as_slice();
        while let Some((_, first, takes)) = rest.first() {
            let together = rest.iter().take_while(|(_, step, _)| is_one_move(first, step)).count();
            let (group, others) = rest.split_at(together);
            rest = others;
            let date = first.change.date;
            // After it has certainly gone, only what is named of that day as well counts.
            let is_named = first.change.functions.iter().any(|named| named.matches(function));
            if gone.is_some_and(|day| !is_named || day.is_same_day(date) == Tri::No) {
                continue;
            }
            let assigned = |step: &Step<'_>| self.is_assigned(step.to, function, date);
            let by_portfolio = group.len() > 1 && group.iter().any(|(_, step, _)| assigned(step));
            for (number, step, takes) in group {
                let inherits = match group.len() {
                    1 => *takes,
                    _ if by_portfolio && assigned(step) => *takes,
                    _ if by_portfolio => continue,
                    _ => Tri::Maybe,
                };
                // From several holders of which each may have passed it on, the first one leads on.
                if taken.insert(*number) {
                    let steps = holder.steps.iter().copied().chain([*step]).collect();
                    let inherits = holder.inherits & kept & inherits;
                    open.push(Heir { agency: step.to, inherits, steps });
                }
            }
            if takes.is_yes() {
                gone = Some(date);
            } else {
                kept = Tri::Maybe;
            }
        }
        if gone.is_some() { Tri::No } else { kept }
    }

    /// Whether the portfolio of an agency has a term from a date on.
    fn is_assigned(&self, agency: &Id<Agency>, term: &TermRef, date: PartialDate) -> bool {
        let later = Span::since(date);
        let portfolio = self.agency(agency).map(|agency| agency.portfolio.as_slice());
        portfolio
            .unwrap_or_default()
            .iter()
            .any(|own| own.term.matches(term) && own.span.overlaps(&later) != Tri::No)
    }
}

/// Whether a change takes a function along.
fn takes_along(change: &Change, function: &TermRef) -> Tri {
    let is_named = change.functions.iter().any(|named| named.matches(function));
    let names_none = change.functions.is_empty();
    match change.kind {
        _ if is_named => Tri::Yes,
        _ if !names_none => Tri::No,
        // A collection with a record for each name writes a renaming from one to the next.
        ChangeKind::Merged
        | ChangeKind::Absorbed
        | ChangeKind::Dissolved
        | ChangeKind::Split
        | ChangeKind::Renamed => Tri::Yes,
        ChangeKind::Founded
        | ChangeKind::FunctionsMoved
        | ChangeKind::Reconstituted
        | ChangeKind::UncertainContinuity => Tri::Maybe,
        ChangeKind::Reparented => Tri::No,
    }
}

/// Steps without foundings that only repeat from the side of the heir what another change of that day says.
fn without_echoes<'a>(steps: &[Step<'a>]) -> Vec<Step<'a>> {
    let is_echo = |step: &Step<'_>| {
        let mut others = steps.iter().filter(|other| other.change.kind != ChangeKind::Founded);
        step.change.kind == ChangeKind::Founded
            && others.any(|other| {
                (step.from, step.to) == (other.from, other.to)
                    && step.change.date.is_same_day(other.change.date) != Tri::No
            })
    };
    steps.iter().copied().filter(|step| !is_echo(step)).collect()
}

/// Whether two steps are parts of one change: recorded as one, or the parts of a split, each recorded with the part.
fn is_one_move(a: &Step<'_>, b: &Step<'_>) -> bool {
    std::ptr::eq(a.change, b.change)
        || a.change.kind == ChangeKind::Split
            && b.change.kind == ChangeKind::Split
            && a.change.date == b.change.date
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dataset(agencies: &str) -> Dataset {
        Dataset::from_json(&format!(r#"{{ "netpolity": 1, "agencies": [ {agencies} ] }}"#)).unwrap()
    }

    fn heirs(dataset: &Dataset, agency: &str, function: &str) -> Vec<(String, Tri)> {
        let agency = agency.parse().unwrap();
        let heirs = dataset.heirs_of(&agency, &function.parse().unwrap());
        let mut heirs: Vec<_> =
            heirs.iter().map(|heir| (heir.agency.to_string(), heir.inherits)).collect();
        heirs.sort();
        heirs
    }

    fn heir(agency: &str, inherits: Tri) -> (String, Tri) {
        (agency.to_owned(), inherits)
    }

    /// ror-community/ror-updates#27324: BEIS was split into three, and some of its functions went to a fourth.
    const BEIS: &str = r#"
        { "id": "beis", "kind": "ministry", "changes": [
            { "kind": "split", "date": "2023-02-07", "to": [ "dbt", "desnz", "dsit" ] } ] },
        { "id": "dbt", "kind": "ministry" }, { "id": "dsit", "kind": "ministry" },
        { "id": "desnz", "kind": "ministry", "portfolio": [ { "term": "energy", "span": "2023-02-07/.." } ] }"#;

    #[test]
    fn a_split_leads_to_the_part_that_has_the_term() {
        let split = dataset(BEIS);
        assert_eq!(heirs(&split, "beis", "energy"), [heir("desnz", Tri::Yes)]);
        let maybe = ["dbt", "desnz", "dsit"].map(|agency| heir(agency, Tri::Maybe));
        assert_eq!(heirs(&split, "beis", "innovation"), maybe);

        // The same, recorded with each of the parts.
        let parts = ["dbt", "desnz", "dsit"].map(|agency| {
            format!(
                r#"{{ "id": "{agency}", "kind": "ministry", "changes": [ {{ "kind": "split", "date": "2023-02-07", "from": [ "beis" ], "to": [ "{agency}" ] }} ] }}"#
            )
        });
        assert_eq!(heirs(&dataset(&parts.join(",")), "beis", "innovation"), maybe);
    }

    #[test]
    fn named_functions_are_followed_one_by_one() {
        let named = dataset(
            r#"{ "id": "a", "kind": "ministry", "changes": [
                   { "kind": "split", "date": "2000", "to": [ "b" ], "functions": [ "post" ] },
                   { "kind": "split", "date": "2000", "to": [ "c" ], "functions": [ "telecoms" ] } ] },
               { "id": "c", "kind": "ministry", "changes": [
                   { "kind": "functions-moved", "date": "1999", "to": [ "x" ], "functions": [ "telecoms" ] },
                   { "kind": "absorbed", "date": "2010", "to": [ "d" ] } ] }"#,
        );
        assert_eq!(heirs(&named, "a", "post"), [heir("b", Tri::Yes)]);
        // What c had given away before it got the function is no matter.
        assert_eq!(heirs(&named, "a", "telecoms"), [heir("d", Tri::Yes)]);
        assert_eq!(heirs(&named, "a", "radio"), [heir("a", Tri::Yes)]);
    }

    #[test]
    fn circles_come_to_an_end() {
        let circle = dataset(
            r#"{ "id": "a", "kind": "ministry", "changes": [ { "kind": "functions-moved", "date": "2001", "to": [ "b" ] },
                   { "kind": "absorbed", "date": "2005", "to": [ "b" ] } ] },
               { "id": "b", "kind": "ministry", "changes": [ { "kind": "functions-moved", "date": "2001", "to": [ "a" ] },
                   { "kind": "renamed", "date": "2003", "to": [ "a" ] } ] }"#,
        );
        let lineage = circle.lineage_of(&"a".parse().unwrap());
        assert_eq!((lineage.after.len(), lineage.before.len()), (4, 3));
        assert!(!heirs(&circle, "a", "x").is_empty());
        let itself = dataset(
            r#"{ "id": "a", "kind": "ministry", "changes": [ { "kind": "split", "date": "2001", "to": [ "a", "a" ] } ] }"#,
        );
        assert_eq!(heirs(&itself, "a", "x"), [heir("a", Tri::Yes)]);
    }

    #[test]
    fn a_line_follows_the_record_that_stands_for_another() {
        let joined = Dataset::from_json(
            r#"{ "netpolity": 1, "agencies": [
                 { "id": "a", "kind": "ministry", "changes": [ { "kind": "absorbed", "date": "2001", "to": [ "old-b" ] } ] },
                 { "id": "b", "kind": "ministry" } ],
                 "judgements": [ { "id": "1", "verdict": "same", "of": [ "agency:b", "agency:old-b" ] } ] }"#,
        )
        .unwrap();
        assert_eq!(heirs(&joined, "a", "x"), [heir("b", Tri::Yes)]);
        assert_eq!(joined.lineage_of(&"old-b".parse().unwrap()).before.len(), 1);
    }
}
