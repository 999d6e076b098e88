//! Freedom, security, e-government, regulation.
//!
//! Scores are on the scales of their makers: Freedom House, the International Telecommunication Union, and the
//! Department of Economic and Social Affairs of the United Nations. Versions of a definition go by editions.

use super::row::{Row, Version};
use crate::metric::IndicatorScheme::{FreedomHouse, Itu};
use crate::metric::Polarity::LowerIsBetter;

/// Up to the edition of 2018 the scores of Freedom on the Net counted obstacles.
const FREEDOM_BEFORE: &[Version] = &[Version {
    span: "2009-01-01/2018-12-31",
    text: "Points for what restricts: none is the most free, all are the least free.",
    polarity: Some(LowerIsBetter),
    max: None,
}];

/// The index was discontinued after 2017 and made anew for 2023.
const DEVELOPMENT_BEFORE: &[Version] = &[Version {
    span: "2009-01-01/2017-12-31",
    text: "From 0 to 10, out of eleven indicators of access, use and skills, weighted 0.40, 0.40 and 0.20.",
    polarity: None,
    max: Some(10),
}];

/// The first three editions.
const SECURITY_BEFORE: &[Version] = &[Version {
    span: "2014-01-01/2018-12-31",
    text: "From 0 to 1.",
    polarity: None,
    max: Some(1),
}];

pub(super) const ROWS: &[Row] = &[
    Row::index(
        "freedom-on-the-net-score",
        100,
        "Freedom on the Net, total score",
        "Freedom House's judgement of access, content and rights of users, by questions that experts answer for the \
         months from June to May. From 2019 all points are the most free.",
    )
    .before(FREEDOM_BEFORE)
    .codes(&[(FreedomHouse, "\"Freedom on the Net 2018\" Total Score")]),
    Row::index(
        "freedom-on-the-net-access",
        25,
        "Freedom on the Net, A: obstacles to access",
        "Infrastructure, price, ownership and independence of regulators. From 2019 all points are the most free.",
    )
    .before(FREEDOM_BEFORE)
    .codes(&[(FreedomHouse, "A: Obstacles to Access")]),
    Row::index(
        "freedom-on-the-net-content",
        35,
        "Freedom on the Net, B: limits on content",
        "Blocking, removal, self-censorship, manipulation and variety of sources. From 2019 all points are the most free.",
    )
    .before(FREEDOM_BEFORE)
    .codes(&[(FreedomHouse, "B: Limits on Content")]),
    Row::index(
        "freedom-on-the-net-rights",
        40,
        "Freedom on the Net, C: violations of user rights",
        "Laws, arrests, anonymity, surveillance, violence and attacks. From 2019 all points are the most free.",
    )
    .before(FREEDOM_BEFORE)
    .codes(&[(FreedomHouse, "C: Violations of User Rights")]),
    Row::category(
        "freedom-on-the-net-status",
        "Freedom on the Net, status",
        "Free, partly free or not free, by the total score.",
    )
    .codes(&[(FreedomHouse, "\"Freedom on the Net 2018\" Status")]),
    Row::index(
        "ict-development-index",
        100,
        "ICT Development Index",
        "The Union's mean of ten indicators in two pillars, universal and meaningful connectivity.",
    )
    .abbreviated("IDI")
    .before(DEVELOPMENT_BEFORE),
    Row::index(
        "e-government-development-index",
        1,
        "E-Government Development Index",
        "The mean of the indices of online services, of telecommunication infrastructure and of human capital.",
    )
    .abbreviated("EGDI"),
    Row::index(
        "online-service-index",
        1,
        "Online Service Index",
        "What a government's portals offer, by the answers of assessors to a questionnaire; relative to the best.",
    )
    .abbreviated("OSI"),
    Row::index(
        "telecommunication-infrastructure-index",
        1,
        "Telecommunication Infrastructure Index",
        "The mean of normalised indicators of Internet users and of subscriptions.",
    )
    .abbreviated("TII"),
    Row::index(
        "human-capital-index",
        1,
        "Human Capital Index of the survey on e-government",
        "Literacy, enrolment and years of schooling, normalised. The World Bank has another index of the same name.",
    ),
    Row::index(
        "e-participation-index",
        1,
        "E-Participation Index",
        "How a government informs, consults and decides with people online; relative to the best.",
    )
    .abbreviated("EPI"),
    Row::index(
        "global-cybersecurity-index",
        100,
        "Global Cybersecurity Index",
        "What a country commits itself to by law, technology, organisation, capacity and cooperation: not how secure it \
         is.",
    )
    .abbreviated("GCI")
    .before(SECURITY_BEFORE),
    Row::category(
        "price-control-mobile-voice",
        "Price control of mobile voice",
        "Whether the regulator controls what calls cost the user.",
    )
    .codes(&[(Itu, "tpTelecom_Price_Retail_Mobile_Voice")]),
    Row::category(
        "price-control-mobile-sms",
        "Price control of text messages",
        "Whether the regulator controls what text messages cost the user.",
    )
    .codes(&[(Itu, "tpTelecom_Price_Retail_Mobile_SMS")]),
    Row::category(
        "price-control-mobile-internet",
        "Price control of mobile Internet access and data",
        "Whether the regulator controls what Internet access and data cost the mobile user.",
    )
    // The code is misspelt at its source.
    .codes(&[(Itu, "tpTelecom_Price_Retial_Mobile_InternetAndData")]),
    Row::category(
        "price-control-national-roaming",
        "Price control of national roaming",
        "Whether the regulator controls what use of another network within the country costs the user.",
    )
    .codes(&[(Itu, "tpTelecom_Price_Retail_Mobile_NationalRoaming")]),
    Row::category(
        "price-control-international-roaming",
        "Price control of international roaming",
        "Whether the regulator controls what calls and text messages abroad cost the user.",
    )
    .codes(&[(Itu, "tpTelecom_Price_Retail_Mobile_InternationalRoaming")]),
    Row::category(
        "price-control-data-roaming",
        "Price control of data roaming",
        "Whether the regulator controls what Internet access abroad costs the user.",
    )
    .codes(&[(Itu, "tpTelecom_Price_Retail_Mobile_DataRoaming")]),
    Row::category(
        "price-control-calling-cards",
        "Price control of mobile calling cards",
        "Whether the regulator controls what calling cards cost the user.",
    )
    .codes(&[(Itu, "tpTelecom_Price_Retail_Mobile_CallingCards")]),
];
