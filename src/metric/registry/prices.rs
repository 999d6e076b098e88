//! Baskets of broadband, and a gigabyte.
//!
//! After the price baskets of the International Telecommunication Union: what the cheapest plan of the largest provider
//! with at least so much data costs a month. The Broadband Commission holds up to 2 percent of gross national income
//! per head to be affordable. The price of one gigabyte is after the Alliance for Affordable Internet.

use super::row::{Row, Version};
use crate::metric::IndicatorScheme::{Itu, Owid};
use crate::quantity::Unit;

/// The allowance grew with what people use; the series is otherwise one.
const MOBILE_BEFORE: &[Version] = &[Version {
    span: "2021-01-01/2024-12-31",
    text: "With at least 2 GB of data a month.",
    polarity: None,
    max: None,
}];

pub(super) const ROWS: &[Row] = &[
    Row::price(
        "mobile-broadband-basket-gni",
        Unit::Percent,
        "Data-only mobile broadband basket, percent of GNI per capita",
        "What mobile data without voice costs a month, over a twelfth of gross national income per head. From 2025 with \
         at least 5 GB.",
    )
    .divided_by("gni-per-capita")
    .before(MOBILE_BEFORE)
    .codes(&[(Itu, "i271mb_ts_GNI")]),
    Row::price(
        "mobile-broadband-basket-usd",
        Unit::UsDollars,
        "Data-only mobile broadband basket, US dollars",
        "What mobile data without voice costs a month in dollars, by the mean rate of exchange of the year. From 2025 \
         with at least 5 GB.",
    )
    .before(MOBILE_BEFORE),
    Row::price(
        "mobile-broadband-basket-ppp",
        Unit::InternationalDollars,
        "Data-only mobile broadband basket, international dollars",
        "What mobile data without voice costs a month at purchasing power parity. From 2025 with at least 5 GB.",
    )
    .before(MOBILE_BEFORE),
    Row::price(
        "mobile-broadband-2gb-gni",
        Unit::Percent,
        "Data-only mobile broadband, 2 GB, percent of GNI per capita",
        "What at least 2 GB of mobile data cost a month, over a twelfth of gross national income per head.",
    )
    .divided_by("gni-per-capita")
    .codes(&[(Itu, "i271mb_2GB_GNI")]),
    Row::price(
        "mobile-broadband-5gb-gni",
        Unit::Percent,
        "Data-only mobile broadband, 5 GB, percent of GNI per capita",
        "What at least 5 GB of mobile data cost a month, over a twelfth of gross national income per head.",
    )
    .divided_by("gni-per-capita")
    .codes(&[(Itu, "i271mb_5GB_GNI")]),
    Row::price(
        "mobile-broadband-5gb-usd",
        Unit::UsDollars,
        "Data-only mobile broadband, 5 GB, US dollars",
        "What at least 5 GB of mobile data cost a month in dollars, by the mean rate of exchange of the year.",
    )
    .codes(&[(Itu, "i271mb_5GB$")]),
    Row::price(
        "fixed-broadband-basket-gni",
        Unit::Percent,
        "Fixed broadband basket, 5 GB, percent of GNI per capita",
        "What fixed broadband with at least 5 GB costs a month, over a twelfth of gross national income per head.",
    )
    .divided_by("gni-per-capita")
    .codes(&[(Itu, "i154_FBB5_GNI")]),
    Row::price(
        "fixed-broadband-basket-usd",
        Unit::UsDollars,
        "Fixed broadband basket, 5 GB, US dollars",
        "What fixed broadband with at least 5 GB costs a month in dollars, by the mean rate of exchange of the year.",
    )
    .codes(&[(Itu, "i154_FBB5$")]),
    Row::price(
        "fixed-broadband-basket-ppp",
        Unit::InternationalDollars,
        "Fixed broadband basket, 5 GB, international dollars",
        "What fixed broadband with at least 5 GB costs a month at purchasing power parity.",
    )
    .codes(&[(Itu, "i154_FBB5_PPP")]),
    Row::price(
        "mobile-data-1gb-gni",
        Unit::Percent,
        "1 GB of mobile data, percent of GNI per capita",
        "What a prepaid gigabyte of mobile data costs, over a month's mean gross national income per head.",
    )
    .divided_by("gni-per-capita")
    .codes(&[(Owid, "Cost of 1GB of mobile data (% of mean GNI per capita)")]),
    Row::price(
        "mobile-data-1gb-usd",
        Unit::UsDollars,
        "1 GB of mobile data, US dollars",
        "What a prepaid gigabyte of mobile data costs in dollars.",
    ),
    Row::price(
        "mobile-data-1gb-ppp",
        Unit::InternationalDollars,
        "1 GB of mobile data, international dollars",
        "What a prepaid gigabyte of mobile data costs at purchasing power parity.",
    ),
];
