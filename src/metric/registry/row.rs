//! One row of the registry: an indicator in constants.

use crate::metric::{
    Aggregation, Definition, Indicator, IndicatorCode, IndicatorKind, IndicatorScheme, Polarity,
};
use crate::name::{Name, NameKind};
use crate::quantity::{Decimal, Unit};

/// An indicator in constants. A row begins with what its kind implies, and the methods say what differs.
pub(super) struct Row {
    id: &'static str,
    unit: Unit,
    name: &'static str,
    abbreviation: Option<&'static str>,
    kind: IndicatorKind,
    polarity: Polarity,
    min: Option<u32>,
    max: Option<u32>,
    aggregation: Aggregation,
    weight: Option<&'static str>,
    denominator: Option<&'static str>,
    population: Option<&'static str>,
    definition: &'static str,
    versions: &'static [Version],
    codes: &'static [(IndicatorScheme, &'static str)],
}

/// A version of a definition in constants.
pub(super) struct Version {
    pub span: &'static str,
    pub text: &'static str,
    pub polarity: Option<Polarity>,
    pub max: Option<u32>,
}

impl Row {
    /// Neutral, not below zero, and not to be summed up.
    const fn new(
        id: &'static str,
        kind: IndicatorKind,
        unit: Unit,
        name: &'static str,
        definition: &'static str,
    ) -> Self {
        Self {
            id,
            unit,
            name,
            abbreviation: None,
            kind,
            polarity: Polarity::Neutral,
            min: Some(0),
            max: None,
            aggregation: Aggregation::None,
            weight: None,
            denominator: None,
            population: None,
            definition,
            versions: &[],
            codes: &[],
        }
    }

    /// A number of things at a moment, of which the total is the sum.
    pub(super) const fn stock(
        id: &'static str,
        name: &'static str,
        definition: &'static str,
    ) -> Self {
        Self::new(id, IndicatorKind::Stock, Unit::Count, name, definition).summed(Aggregation::Sum)
    }

    /// An amount in a year, of which the total is the sum.
    pub(super) const fn flow(
        id: &'static str,
        unit: Unit,
        name: &'static str,
        definition: &'static str,
    ) -> Self {
        Self::new(id, IndicatorKind::Flow, unit, name, definition).summed(Aggregation::Sum)
    }

    /// A percentage of a whole, by which a mean weighs.
    pub(super) const fn share(
        id: &'static str,
        of: &'static str,
        name: &'static str,
        definition: &'static str,
    ) -> Self {
        let row = Self::new(id, IndicatorKind::Share, Unit::Percent, name, definition);
        row.up_to(100).per(of)
    }

    /// So many for so many others, by which a mean weighs.
    pub(super) const fn rate(
        id: &'static str,
        unit: Unit,
        base: &'static str,
        name: &'static str,
        definition: &'static str,
    ) -> Self {
        Self::new(id, IndicatorKind::Rate, unit, name, definition).per(base)
    }

    /// A price: the lower, the better. Where a typical one is wanted, the median is.
    pub(super) const fn price(
        id: &'static str,
        unit: Unit,
        name: &'static str,
        definition: &'static str,
    ) -> Self {
        let row = Self::new(id, IndicatorKind::Price, unit, name, definition);
        row.summed(Aggregation::Median).lower()
    }

    /// A score from nothing to so many points.
    pub(super) const fn index(
        id: &'static str,
        max: u32,
        name: &'static str,
        definition: &'static str,
    ) -> Self {
        let row = Self::new(id, IndicatorKind::Index, Unit::Points, name, definition);
        row.up_to(max).summed(Aggregation::SimpleMean).higher()
    }

    /// One of several words.
    pub(super) const fn category(
        id: &'static str,
        name: &'static str,
        definition: &'static str,
    ) -> Self {
        let mut row = Self::new(id, IndicatorKind::Category, Unit::Category, name, definition);
        row.min = None;
        row
    }

    const fn up_to(mut self, max: u32) -> Self {
        self.max = Some(max);
        self
    }

    const fn per(mut self, base: &'static str) -> Self {
        self.denominator = Some(base);
        self.weight = Some(base);
        self.aggregation = Aggregation::WeightedMean;
        self
    }

    pub(super) const fn higher(mut self) -> Self {
        self.polarity = Polarity::HigherIsBetter;
        self
    }

    pub(super) const fn lower(mut self) -> Self {
        self.polarity = Polarity::LowerIsBetter;
        self
    }

    /// Summed up in this way, without a weight.
    pub(super) const fn summed(mut self, aggregation: Aggregation) -> Self {
        self.aggregation = aggregation;
        self.weight = None;
        self
    }

    /// Divided by another indicator, which is no weight.
    pub(super) const fn divided_by(mut self, denominator: &'static str) -> Self {
        self.denominator = Some(denominator);
        self
    }

    /// Of whom or what it is measured.
    pub(super) const fn among(mut self, population: &'static str) -> Self {
        self.population = Some(population);
        self
    }

    pub(super) const fn abbreviated(mut self, abbreviation: &'static str) -> Self {
        self.abbreviation = Some(abbreviation);
        self
    }

    /// Defined in another way in a span of the past.
    pub(super) const fn before(mut self, versions: &'static [Version]) -> Self {
        self.versions = versions;
        self
    }

    pub(super) const fn codes(mut self, codes: &'static [(IndicatorScheme, &'static str)]) -> Self {
        self.codes = codes;
        self
    }

    /// The indicator of the row; `None` where its id is no slug, which a test excludes.
    pub(super) fn indicator(&self) -> Option<Indicator> {
        let english = |text: &str, kind| {
            let mut name = Name::from(text);
            name.lang = "en".parse().ok();
            name.kind = kind;
            name
        };
        let mut indicator = Indicator::new(self.id.parse().ok()?, self.unit);
        indicator.names.push(english(self.name, NameKind::Official));
        indicator.names.extend(self.abbreviation.map(|text| english(text, NameKind::Abbreviation)));
        indicator.kind = Some(self.kind);
        indicator.polarity = Some(self.polarity);
        indicator.min = self.min.map(Decimal::from);
        indicator.max = self.max.map(Decimal::from);
        indicator.aggregation = Some(self.aggregation);
        indicator.weight = self.weight.and_then(|id| id.parse().ok());
        indicator.denominator = self.denominator.and_then(|id| id.parse().ok());
        indicator.population = self.population.map(str::to_owned);
        indicator.definition = Some(self.definition.to_owned());
        indicator.definitions = self.versions.iter().filter_map(Version::definition).collect();
        let codes = self.codes.iter();
        indicator.codes =
            codes.filter_map(|(scheme, code)| IndicatorCode::new(*scheme, code).ok()).collect();
        Some(indicator)
    }

    /// How many versions and codes the row has, for the test that none is lost.
    #[cfg(test)]
    pub(super) fn counts(&self) -> (&'static str, usize, usize, bool, bool) {
        let (weight, denominator) = (self.weight.is_some(), self.denominator.is_some());
        (self.id, self.versions.len(), self.codes.len(), weight, denominator)
    }
}

impl Version {
    fn definition(&self) -> Option<Definition> {
        let mut definition = Definition::new(self.span.parse().ok()?);
        definition.text = Some(self.text.to_owned());
        definition.polarity = self.polarity;
        definition.max = self.max.map(Decimal::from);
        Some(definition)
    }
}
