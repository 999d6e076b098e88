//! Holdings as series.

use super::holdings::Holdings;
use super::record::Delegations;
use crate::country::{Area, Scheme, SpecialCode};
use crate::metric::{Cell, DimensionsId, Indicator, Number, Panel, PanelBuilder, Variable};
use crate::quantity::Unit;
use crate::time::Period;

/// Codes, names and indicators of the variables, in the order of [`numbers`].
const VARIABLES: [(&str, &str, &str); 4] = [
    ("ipv4", "IPv4 addresses, allocated or assigned", "ipv4-addresses-held"),
    (
        "ipv6/32",
        "IPv6 space, allocated or assigned, in prefixes of length 32",
        "ipv6-32-equivalents-held",
    ),
    (
        "ipv6/48",
        "IPv6 space, allocated or assigned, in prefixes of length 48",
        "ipv6-48-equivalents-held",
    ),
    ("asn", "AS numbers, allocated or assigned", "asns-held"),
];

impl Delegations {
    /// What each area has in use, as series with one value for the [day](super::Header::day) of the file.
    ///
    /// Variables are `ipv4`, `ipv6/32`, `ipv6/48` and `asn`; an area that has one of them has a value of all. `EU` and other
    /// codes of no country are areas of their own, space without any code is left out. Panels of several days make a history;
    /// the dates of the records of one file don't, for they are those of first registration.
    ///
    /// `None` where the file does not say of which day it is.
    ///
    /// ```
    /// use netpolity::Period;
    /// use netpolity::country::Country;
    /// use netpolity::io::{Options, rir};
    ///
    /// let file = "2|afrinic|20140701|1|00000000|20140630|00000\n\
    ///     afrinic|NA|ipv6|2001:db8::|33|20120101|allocated\n";
    /// let panel = rir::read(file.as_bytes(), &Options::new())?.data.to_panel().unwrap();
    /// let day = "2014-06-30".parse::<Period>()?;
    /// assert_eq!(panel.value("ipv6/32", Country::NAM, day), Some(0.5));
    /// assert_eq!(panel.value("asn", Country::NAM, day), Some(0.0));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn to_panel(&self) -> Option<Panel> {
        let day = Period::from(self.header.day()?);
        let mut builder = PanelBuilder::new(self.vintage.clone());
        let variables = VARIABLES.map(|(code, name, indicator)| {
            let mut variable = Variable::new(code);
            name.clone_into(&mut variable.name);
            variable.indicator =
                Indicator::built_in(indicator).map(|indicator| indicator.id.clone());
            variable.unit = Some(Unit::Count);
            builder.variable(variable)
        });
        let totals = self.totals();
        let countries = totals.countries().map(|(country, holdings)| {
            let code = Scheme::Rir.code_of(country, None).unwrap_or_default();
            (Area::from(country), code.into_owned(), holdings)
        });
        let apart = totals.apart().filter_map(|(code, holdings)| {
            Some((SpecialCode::new(code).ok()?.into(), code.to_owned(), holdings))
        });
        for (area, code, holdings) in countries.chain(apart) {
            let area = builder.area(area, &code, "");
            for (variable, number) in variables.into_iter().zip(numbers(holdings)) {
                let cell = Cell::from(number?);
                builder.push(variable, area, DimensionsId::default(), day, cell, 0).ok()?;
            }
        }
        Some(builder.finish())
    }
}

#[allow(clippy::cast_precision_loss)] // there are 2^32 of each
fn numbers(holdings: &Holdings) -> [Option<Number<'static>>; 4] {
    let ipv6 = holdings.ipv6();
    let blocks = |length| Number::new(ipv6.blocks(length), ipv6.decimals(length));
    [
        Number::new(holdings.ipv4() as f64, 0),
        blocks(32),
        blocks(48),
        Number::new(holdings.asns() as f64, 0),
    ]
}
