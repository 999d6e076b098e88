//! The people by whom all that is divided.
//!
//! After World Population Prospects of the United Nations, which writes thousands, and the World Development Indicators
//! of the World Bank, which writes people. Where nothing else is said, the people are those in the middle of the year,
//! all who live in the country whatever their nationality.

use super::row::Row;
use crate::metric::IndicatorScheme::{Eurostat, Gapminder, Sdg, UnWpp, WorldBank};
use crate::quantity::Unit;

pub(super) const ROWS: &[Row] = &[
    Row::stock(
        "population",
        "Population",
        "People who live in the country, in the middle of the year.",
    )
    .codes(&[
        (WorldBank, "SP.POP.TOTL"),
        (UnWpp, "PopTotal"),
        (Gapminder, "total_population_with_projections"),
    ]),
    Row::stock(
        "population-female",
        "Population, female",
        "Women and girls who live in the country, in the middle of the year.",
    )
    .codes(&[
        (WorldBank, "SP.POP.TOTL.FE.IN"),
        (UnWpp, "PopFemale"),
        (Gapminder, "female_population_with_projections"),
    ]),
    Row::stock(
        "population-male",
        "Population, male",
        "Men and boys who live in the country, in the middle of the year.",
    )
    .codes(&[
        (WorldBank, "SP.POP.TOTL.MA.IN"),
        (UnWpp, "PopMale"),
        (Gapminder, "male_population_with_projections"),
    ]),
    Row::stock(
        "population-1-january",
        "Population on 1 January",
        "People who live in the country on the first day of the year, half a year before the usual figure.",
    )
    .codes(&[(Eurostat, "tps00001"), (Eurostat, "demo_pjangroup")]),
    Row::stock(
        "population-urban",
        "Urban population",
        "People who live in towns and cities, as each country draws their bounds.",
    )
    .codes(&[(WorldBank, "SP.URB.TOTL"), (Gapminder, "urban_population")]),
    Row::stock(
        "population-rural",
        "Rural population",
        "People who live outside towns and cities: the population without the urban one.",
    )
    .codes(&[(WorldBank, "SP.RUR.TOTL"), (Gapminder, "rural_population")]),
    Row::share(
        "population-urban-share",
        "population",
        "Urban population, share of the population",
        "Part of the people who live in towns and cities.",
    )
    .codes(&[
        (WorldBank, "SP.URB.TOTL.IN.ZS"),
        (Gapminder, "urban_population_percent_of_total"),
    ]),
    Row::share(
        "population-rural-share",
        "population",
        "Rural population, share of the population",
        "Part of the people who live outside towns and cities.",
    )
    .codes(&[
        (WorldBank, "SP.RUR.TOTL.ZS"),
        (Gapminder, "rural_population_percent_of_total"),
    ]),
    Row::stock(
        "population-0-14",
        "Population aged 0 to 14",
        "Children who live in the country, too young for most surveys of Internet use.",
    )
    .codes(&[(WorldBank, "SP.POP.0014.TO")]),
    Row::stock(
        "population-15-24",
        "Population aged 15 to 24",
        "Young people who live in the country, in the middle of the year.",
    ),
    Row::stock(
        "population-15-64",
        "Population aged 15 to 64",
        "People of working age who live in the country, in the middle of the year.",
    )
    .codes(&[(WorldBank, "SP.POP.1564.TO")]),
    Row::stock(
        "population-16-74",
        "Population aged 16 to 74",
        "People of the ages that the European surveys of Internet use ask.",
    ),
    Row::stock(
        "population-15-and-over",
        "Population aged 15 and over",
        "Adults and young people who live in the country, in the middle of the year.",
    ),
    Row::stock(
        "population-65-and-over",
        "Population aged 65 and over",
        "Old people who live in the country, in the middle of the year.",
    )
    .codes(&[(WorldBank, "SP.POP.65UP.TO")]),
    Row::stock(
        "households",
        "Households",
        "Groups of people who live and keep house together, or one who does so alone.",
    ),
    Row::share(
        "electricity-access-share",
        "population",
        "People with access to electricity",
        "Part of the people whose home has electricity, from the grid or not.",
    )
    .higher()
    .codes(&[(WorldBank, "EG.ELC.ACCS.ZS"), (Sdg, "7.1.1"), (Sdg, "EG_ACS_ELEC")]),
    Row::share(
        "electricity-access-urban-share",
        "population-urban",
        "People in urban areas with access to electricity",
        "Part of the people in towns and cities whose home has electricity.",
    )
    .higher()
    .among("people in urban areas")
    .codes(&[(WorldBank, "EG.ELC.ACCS.UR.ZS")]),
    Row::share(
        "electricity-access-rural-share",
        "population-rural",
        "People in rural areas with access to electricity",
        "Part of the people outside towns and cities whose home has electricity.",
    )
    .higher()
    .among("people in rural areas")
    .codes(&[(WorldBank, "EG.ELC.ACCS.RU.ZS")]),
    Row::share(
        "adult-literacy-share",
        "population-15-and-over",
        "Adults who can read and write",
        "Part of the people who can read and write, with understanding, a short statement on their everyday life.",
    )
    .higher()
    .among("people aged 15 and over")
    .codes(&[
        (WorldBank, "SE.ADT.LITR.ZS"),
        (Gapminder, "literacy_rate_adult_total_percent_of_people_ages_15_and_above"),
    ]),
    Row::rate(
        "mean-years-of-schooling",
        Unit::Years,
        "population",
        "Mean years of schooling",
        "Years of school that adults have completed, years repeated left out, over the number of these adults.",
    )
    .higher()
    .among("people aged 25 and over"),
];
