//! Two actors, and how often each pair of sides occurs.

use crate::stats::reliability::{Cells, Distance};
use crate::stats::{Counted, Exclusions, Measured, Refusal, Side};

/// On how many votes or propositions two actors take each pair of sides, and on how many one of them takes none.
///
/// Every vote or proposition is counted once: as one on which both take sides, or left out for one reason. Where both take none
/// for different reasons the first of these counts: no member, not on the roll or without a stance, absent, not voting, abstained, undecided, conflicting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct PairAgreement {
    /// How many there are by the side of the first actor (rows) and that of the second (columns), in the order of [`Side`].
    pub counts: [[u32; 3]; 3],
    /// How many were left out, and why.
    pub excluded: Exclusions,
    /// What is counted.
    pub unit: Counted,
    pub(super) needed: u32,
}

impl PairAgreement {
    /// On how many both take a side.
    pub fn support(&self) -> u32 {
        self.counts.as_flattened().iter().sum()
    }

    /// On how many the first takes one side and the second another.
    pub fn count(&self, first: Side, second: Side) -> u32 {
        let row = self.counts.get(first as usize).copied().unwrap_or_default();
        row.get(second as usize).copied().unwrap_or_default()
    }

    /// The part of them on which both take the same side, from 0 to 1.
    ///
    /// Lijphart (1963), American Political Science Review 57, gives half a point where one abstains and the other does not: that is
    /// `(S + 1) / 2` with [`Distance::Linear`]. The published shares of identical votes in the UN (Voeten, Strezhnev and Bailey) are this one.
    ///
    /// # Errors
    /// [`Refusal::BelowSupport`].
    #[allow(clippy::redundant_closure_for_method_calls, reason = "the method is of one lifetime")]
    pub fn agreement(&self) -> Result<Measured<f64>, Refusal> {
        self.measured(|cells| cells.agreement())
    }

    /// Signorino and Ritter's S, `1 - 2 mean(d)`, from -1 (against each other throughout) to 1 (the same side throughout). `d` is
    /// 1 between for and against, and with the linear (absolute) distance 1/2, with the quadratic 1/4, from either to the middle.
    ///
    /// Signorino and Ritter (1999), International Studies Quarterly 43.
    ///
    /// # Errors
    /// [`Refusal::BelowSupport`].
    pub fn s(&self, distance: Distance) -> Result<Measured<f64>, Refusal> {
        self.measured(|cells| cells.s(distance))
    }

    /// Cohen's kappa over the three sides, with the same distances: agreement beyond what follows from how often each of the two
    /// takes each side. At most 1.
    ///
    /// Häge (2011), Political Analysis 19, on why S overstates the similarity of foreign policies.
    ///
    /// # Errors
    /// [`Refusal::BelowSupport`]; both take one and the same side throughout.
    pub fn kappa(&self, distance: Distance) -> Result<Measured<f64>, Refusal> {
        self.measured(|cells| cells.kappa(distance))
    }

    /// Scott's pi over the three sides, with the same distances: agreement beyond what follows from how often both together take
    /// each side. At most 1.
    ///
    /// Häge (2011).
    ///
    /// # Errors
    /// [`Refusal::BelowSupport`]; both take one and the same side throughout.
    pub fn pi(&self, distance: Distance) -> Result<Measured<f64>, Refusal> {
        self.measured(|cells| cells.pi(distance))
    }

    pub(super) fn measured(
        &self,
        formula: impl FnOnce(Cells<'_>) -> Result<f64, Refusal>,
    ) -> Result<Measured<f64>, Refusal> {
        let rests = self.rests_on(())?;
        let [a, b, c] = self.counts.map(|row| row.map(f64::from));
        let cells = [a, b, c];
        let value = formula(Cells { cells: cells.as_flattened(), size: 3 })?;
        Ok(rests.map(|()| value))
    }

    pub(super) fn rests_on<T>(&self, value: T) -> Result<Measured<T>, Refusal> {
        let mut measured = Measured::new(value, self.unit, self.support());
        measured.excluded = self.excluded;
        measured.with_support(self.needed.max(1))
    }
}
