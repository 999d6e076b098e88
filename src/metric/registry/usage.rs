//! Who uses the Internet, and for what.
//!
//! After the definitions of the International Telecommunication Union for its survey of households and those of
//! Eurostat for its community survey on the use of information and communication technologies.

use super::row::Row;
use crate::metric::Aggregation;
use crate::metric::IndicatorScheme::{Eurostat, Gapminder, Itu, Owid, Sdg, WorldBank};
use crate::quantity::Unit;

pub(super) const ROWS: &[Row] = &[
    Row::stock(
        "internet-users",
        "Individuals using the Internet",
        "People who used the Internet in the last three months, from anywhere and on any device. In general a share of \
         a survey times the population.",
    )
    .higher()
    .codes(&[(Owid, "n_iUsers")]),
    Row::share(
        "internet-users-share",
        "population",
        "Individuals using the Internet, share of the population",
        "Part of the people who used the Internet in the last three months, from anywhere, on any device, over a fixed \
         or a mobile network. From surveys of households where there are any, estimated otherwise; the ages asked and \
         the length of time differ among countries.",
    )
    .higher()
    .codes(&[
        (WorldBank, "IT.NET.USER.ZS"),
        (Itu, "i99H"),
        (Owid, "Individuals using the Internet (% of population)"),
        (Gapminder, "internet_users"),
        (Sdg, "17.8.1"),
        (Sdg, "IT_USE_ii99"),
    ]),
    Row::share(
        "internet-users-female-share",
        "population-female",
        "Women using the Internet, share of all women",
        "Part of the women and girls who used the Internet in the last three months.",
    )
    .higher()
    .among("women and girls"),
    Row::share(
        "internet-users-male-share",
        "population-male",
        "Men using the Internet, share of all men",
        "Part of the men and boys who used the Internet in the last three months.",
    )
    .higher()
    .among("men and boys"),
    Row::rate(
        "internet-gender-parity-score",
        Unit::Times,
        "internet-users-male-share",
        "Gender parity score of Internet use",
        "Share of women who use the Internet over the share of men who do. From 0.98 to 1.02 counts as parity; above it \
         more women are online than men, below it fewer.",
    )
    .summed(Aggregation::None),
    Row::share(
        "internet-users-urban-share",
        "population-urban",
        "Internet users in urban areas, share of the urban population",
        "Part of the people in towns and cities, as each country draws their bounds, who used the Internet in the last \
         three months.",
    )
    .higher()
    .among("people in urban areas"),
    Row::share(
        "internet-users-rural-share",
        "population-rural",
        "Internet users in rural areas, share of the rural population",
        "Part of the people outside towns and cities who used the Internet in the last three months.",
    )
    .higher()
    .among("people in rural areas"),
    Row::share(
        "internet-users-15-24-share",
        "population-15-24",
        "Young people using the Internet, share of those aged 15 to 24",
        "Part of the young people who used the Internet in the last three months.",
    )
    .higher()
    .among("people aged 15 to 24"),
    Row::stock(
        "offline-population",
        "People not using the Internet",
        "People who did not use the Internet in the last three months: the population without the users.",
    )
    .lower(),
    Row::share(
        "internet-world-stats-users-share",
        "population",
        "Internet penetration after Internet World Stats",
        "Part of the people who are online by the reckoning of Internet World Stats, which takes figures of several \
         makers at several dates. Not comparable with figures from surveys.",
    )
    .higher()
    .codes(&[(Owid, "Share of population covered by the internet (in %)")]),
    Row::share(
        "internet-use-3-months-share",
        "population-16-74",
        "Individuals who used the Internet in the last three months, aged 16 to 74",
        "Part of the people asked who were online in the three months before the survey.",
    )
    .higher()
    .among("people aged 16 to 74")
    .codes(&[(Eurostat, "I_IU3")]),
    Row::share(
        "internet-use-12-months-share",
        "population-16-74",
        "Individuals who used the Internet in the last twelve months, aged 16 to 74",
        "Part of the people asked who were online in the twelve months before the survey.",
    )
    .higher()
    .among("people aged 16 to 74")
    .codes(&[(Eurostat, "I_ILT12")]),
    Row::share(
        "internet-use-ever-share",
        "population-16-74",
        "Individuals who have ever used the Internet, aged 16 to 74",
        "Part of the people asked who have been online at any time.",
    )
    .higher()
    .among("people aged 16 to 74")
    .codes(&[(Eurostat, "I_IUEVR")]),
    Row::share(
        "internet-use-never-share",
        "population-16-74",
        "Individuals who have never used the Internet, aged 16 to 74",
        "Part of the people asked who have not once been online: all those who never were, not those who stopped.",
    )
    .lower()
    .among("people aged 16 to 74")
    .codes(&[(Eurostat, "I_IUX")]),
    Row::share(
        "internet-use-daily-share",
        "population-16-74",
        "Individuals who use the Internet daily, aged 16 to 74",
        "Part of the people asked who were online every day or almost every day of the last three months.",
    )
    .higher()
    .among("people aged 16 to 74")
    .codes(&[(Eurostat, "I_IDAY")]),
    Row::share(
        "online-shoppers-share",
        "population-16-74",
        "Individuals who bought online in the last twelve months, aged 16 to 74",
        "Part of the people asked who ordered goods or services for private use over the Internet in the twelve months \
         before the survey.",
    )
    .among("people aged 16 to 74")
    .codes(&[(Eurostat, "I_BLT12")]),
    Row::share(
        "mobile-phone-owners-share",
        "population",
        "Individuals who own a mobile telephone",
        "Part of the people who have a mobile telephone of their own with a card in use, also where somebody else pays \
         for it.",
    )
    .higher()
    .codes(&[(Sdg, "5.b.1"), (Sdg, "IT_MOB_OWN")]),
];
