//! Output, income, trade, enterprises.
//!
//! After the World Development Indicators of the World Bank, and Eurostat's survey of enterprises.

use super::row::Row;
use crate::metric::Aggregation::GapFilledTotal;
use crate::metric::IndicatorScheme::{Eurostat, WorldBank};
use crate::quantity::Unit;

pub(super) const ROWS: &[Row] = &[
    Row::flow(
        "gdp",
        Unit::UsDollars,
        "Gross domestic product, current US dollars",
        "What all who produce in the country add in value in a year, at the prices and rates of exchange of that year.",
    )
    .summed(GapFilledTotal)
    .codes(&[(WorldBank, "NY.GDP.MKTP.CD")]),
    Row::flow(
        "gdp-ppp",
        Unit::InternationalDollars,
        "Gross domestic product, current international dollars",
        "What all who produce in the country add in value in a year, at purchasing power parity.",
    )
    .summed(GapFilledTotal)
    .codes(&[(WorldBank, "NY.GDP.MKTP.PP.CD")]),
    Row::rate(
        "gdp-per-capita",
        Unit::UsDollars,
        "population",
        "Gross domestic product per head, current US dollars",
        "The product of a year over the people in the middle of it.",
    )
    .higher()
    .codes(&[(WorldBank, "NY.GDP.PCAP.CD")]),
    Row::rate(
        "gdp-per-capita-ppp",
        Unit::InternationalDollars,
        "population",
        "Gross domestic product per head, current international dollars",
        "The product of a year at purchasing power parity over the people in the middle of it.",
    )
    .higher()
    .codes(&[(WorldBank, "NY.GDP.PCAP.PP.CD")]),
    Row::flow(
        "gni",
        Unit::UsDollars,
        "Gross national income, current US dollars",
        "The product of a year and what residents earned abroad, without what others earned here; by the Atlas method, \
         which smooths rates of exchange over three years.",
    )
    .summed(GapFilledTotal),
    Row::rate(
        "gni-per-capita",
        Unit::UsDollars,
        "population",
        "Gross national income per head, current US dollars",
        "Income of a year by the Atlas method over the people in the middle of it. The World Bank draws its income \
         groups by it.",
    )
    .higher()
    .codes(&[(WorldBank, "NY.GNP.PCAP.CD")]),
    Row::rate(
        "gni-per-capita-ppp",
        Unit::InternationalDollars,
        "population",
        "Gross national income per head, current international dollars",
        "Income of a year at purchasing power parity over the people in the middle of it.",
    )
    .higher()
    .codes(&[(WorldBank, "NY.GNP.PCAP.PP.CD")]),
    Row::flow(
        "merchandise-exports",
        Unit::UsDollars,
        "Exports of goods, current US dollars",
        "Value of the goods that leave the country for the rest of the world, free on board.",
    )
    .summed(GapFilledTotal)
    .codes(&[(WorldBank, "TX.VAL.MRCH.CD.WT")]),
    Row::flow(
        "service-exports",
        Unit::UsDollars,
        "Exports of services, current US dollars",
        "Value of the services that residents render to others, after the balance of payments.",
    )
    .summed(GapFilledTotal)
    .codes(&[(WorldBank, "BX.GSR.NFSV.CD")]),
    Row::share(
        "ict-goods-exports-share",
        "merchandise-exports",
        "ICT goods, share of the exports of goods",
        "Part of the exported goods that are computers, equipment for communication and electronics, or parts of them.",
    )
    .codes(&[(WorldBank, "TX.VAL.ICTG.ZS.UN")]),
    Row::flow(
        "ict-service-exports",
        Unit::UsDollars,
        "Exports of ICT services, current US dollars",
        "Value of the services of telecommunication, computing and information that residents render to others.",
    )
    .codes(&[(WorldBank, "BX.GSR.CCIS.CD")]),
    Row::share(
        "ict-service-exports-share",
        "service-exports",
        "ICT services, share of the exports of services",
        "Part of the exported services that are of telecommunication, computing and information.",
    )
    .codes(&[(WorldBank, "BX.GSR.CCIS.ZS")]),
    Row::stock(
        "enterprises",
        "Enterprises",
        "Firms with ten persons employed or more, finance left out, as surveys of the use of computers ask them.",
    ),
    Row::share(
        "enterprises-with-website-share",
        "enterprises",
        "Enterprises with a website",
        "Part of the firms asked that have a site or pages on the Web.",
    )
    .higher()
    .among("enterprises with 10 persons employed or more")
    .codes(&[(Eurostat, "E_WEB")]),
    Row::share(
        "enterprises-selling-online-share",
        "enterprises",
        "Enterprises that sell online",
        "Part of the firms asked that took orders over the Web, apps or electronic exchange of data in the last year.",
    )
    .higher()
    .among("enterprises with 10 persons employed or more")
    .codes(&[(Eurostat, "E_ESELL")]),
];
