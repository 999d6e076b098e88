//! Subscriptions, coverage, households, bandwidth.
//!
//! After the handbooks of the International Telecommunication Union on administrative data and on household surveys,
//! whose series the World Bank and others publish again.

use super::row::Row;
use crate::metric::IndicatorScheme::{Eurostat, Gapminder, Itu, Owid, Sdg, WorldBank};
use crate::quantity::Unit;

pub(super) const ROWS: &[Row] = &[
    Row::stock(
        "fixed-broadband-subscriptions",
        "Fixed broadband subscriptions",
        "Subscriptions to fixed access to the Internet at 256 kbit/s or more downstream: cable, DSL, fibre, satellite \
         and the like. One counts the same, whoever shares it.",
    )
    .higher()
    .codes(&[
        (WorldBank, "IT.NET.BBND"),
        (Itu, "i4213tfbb"),
        (Gapminder, "broadband_subscribers"),
        (Sdg, "IT_NET_BBNDN"),
    ]),
    Row::rate(
        "fixed-broadband-subscriptions-per-100",
        Unit::PerHundred,
        "population",
        "Fixed broadband subscriptions per 100 people",
        "Subscriptions to fixed access to the Internet at 256 kbit/s or more for every 100 people. Households share \
         them, so that it stays far below 100.",
    )
    .higher()
    .codes(&[
        (WorldBank, "IT.NET.BBND.P2"),
        (Itu, "i992b"),
        (Owid, "Fixed broadband subscriptions"),
        (Gapminder, "broadband_subscribers_per_100_people"),
        (Sdg, "17.6.1"),
        (Sdg, "IT_NET_BBND"),
    ]),
    Row::stock(
        "fixed-telephone-subscriptions",
        "Fixed telephone subscriptions",
        "Active analogue lines, voice channels of digital networks, fixed wireless and public telephones, and \
         subscriptions to voice over IP.",
    )
    .codes(&[(WorldBank, "IT.MLT.MAIN"), (Itu, "i112")]),
    Row::rate(
        "fixed-telephone-subscriptions-per-100",
        Unit::PerHundred,
        "population",
        "Fixed telephone subscriptions per 100 people",
        "Fixed lines for voice for every 100 people, falling where mobile ones replace them.",
    )
    .codes(&[(WorldBank, "IT.MLT.MAIN.P2"), (Itu, "i91")]),
    Row::stock(
        "mobile-cellular-subscriptions",
        "Mobile cellular subscriptions",
        "Subscriptions to a public mobile network that give access to telephony, prepaid ones where they were used in \
         the last three months. Data cards and machines do not count.",
    )
    .higher()
    .codes(&[
        (WorldBank, "IT.CEL.SETS"),
        (Itu, "i271"),
        (Gapminder, "cell_phones_total"),
    ]),
    Row::rate(
        "mobile-cellular-subscriptions-per-100",
        Unit::PerHundred,
        "population",
        "Mobile cellular subscriptions per 100 people",
        "Subscriptions to mobile telephony for every 100 people. Many people have several, so that it may exceed 100.",
    )
    .higher()
    .codes(&[
        (WorldBank, "IT.CEL.SETS.P2"),
        (Itu, "i911"),
        (Owid, "Mobile cellular subscriptions (per 100 people)"),
        (Gapminder, "cell_phones_per_100_people"),
    ]),
    Row::stock(
        "mobile-broadband-subscriptions",
        "Active mobile broadband subscriptions",
        "Subscriptions, by handset or by data card, over which the Internet was used at broadband speed in the last \
         three months.",
    )
    .higher()
    .codes(&[(Itu, "i271mw")]),
    Row::rate(
        "mobile-broadband-subscriptions-per-100",
        Unit::PerHundred,
        "population",
        "Active mobile broadband subscriptions per 100 people",
        "Mobile subscriptions over which the Internet was used at broadband speed, for every 100 people.",
    )
    .higher()
    .codes(&[(Itu, "i911mw")]),
    Row::share(
        "mobile-coverage-2g-share",
        "population",
        "Population covered by at least a 2G mobile network",
        "Part of the people who live within reach of a mobile signal of any generation, whether or not they use it.",
    )
    .higher()
    .codes(&[(Itu, "i271pop"), (Sdg, "IT_MOB_2GNTWK")]),
    Row::share(
        "mobile-coverage-3g-share",
        "population",
        "Population covered by at least a 3G mobile network",
        "Part of the people who live within reach of a mobile signal of the third generation or a later one.",
    )
    .higher()
    .codes(&[(Itu, "i271G"), (Sdg, "IT_MOB_3GNTWK")]),
    Row::share(
        "mobile-coverage-lte-share",
        "population",
        "Population covered by at least an LTE mobile network",
        "Part of the people who live within reach of a mobile signal of LTE, WiMAX or a later technology.",
    )
    .higher()
    .codes(&[(Itu, "i271GA"), (Sdg, "IT_MOB_4GNTWK")]),
    Row::share(
        "mobile-coverage-5g-share",
        "population",
        "Population covered by a 5G mobile network",
        "Part of the people who live within reach of a mobile signal of the fifth generation.",
    )
    .higher()
    .codes(&[(Sdg, "IT_MOB_5GNTWK")]),
    Row::share(
        "households-with-internet-share",
        "households",
        "Households with Internet access at home",
        "Part of the households in which some member can use the Internet at home, over any network and device, whether \
         or not anybody does.",
    )
    .higher()
    .among("households")
    .codes(&[(Eurostat, "H_IACC")]),
    Row::share(
        "households-with-computer-share",
        "households",
        "Households with a computer",
        "Part of the households with a desktop, laptop or tablet at home. A telephone is none, however smart.",
    )
    .higher()
    .among("households"),
    Row::stock(
        "personal-computers",
        "Personal computers",
        "Computers made to be used by one person at a time. A series of the past.",
    )
    .codes(&[(Gapminder, "personal_computers_total")]),
    Row::rate(
        "personal-computers-per-100",
        Unit::PerHundred,
        "population",
        "Personal computers per 100 people",
        "Computers made to be used by one person at a time, for every 100 people.",
    )
    .codes(&[(Gapminder, "personal_computers_per_100_people")]),
    Row::flow(
        "international-bandwidth",
        Unit::BitsPerSecond,
        "International bandwidth usage",
        "Mean load in the busier direction of all links to the Internet that cross the border. The Union gives it in \
         Mbit/s.",
    )
    .higher()
    .codes(&[(Itu, "i4214")]),
    Row::rate(
        "international-bandwidth-per-user",
        Unit::BitsPerSecond,
        "internet-users",
        "International bandwidth per Internet user",
        "Used bandwidth across the border over the number of people who use the Internet.",
    )
    .higher(),
    Row::flow(
        "fixed-broadband-traffic",
        Unit::Bytes,
        "Fixed broadband Internet traffic",
        "Data that subscribers of fixed broadband sent and received within a year, wholesale and private networks left \
         out.",
    ),
    Row::flow(
        "mobile-broadband-traffic",
        Unit::Bytes,
        "Mobile broadband Internet traffic",
        "Data that subscribers sent and received over mobile broadband within the country in a year.",
    ),
];
