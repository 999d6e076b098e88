//! Who can do what with a computer.
//!
//! Asked as activities of the last three months, for skill itself cannot be asked. By area after the International
//! Telecommunication Union: one activity of an area shows basic skills in it, two or more show skills above basic; the
//! two shares exclude each other. By level after its older grouping of single activities, and over all areas after
//! Eurostat.

use super::row::{Row, Version};
use crate::metric::IndicatorScheme::{Eurostat, Itu};

/// What was asked before 2021.
const SKILLS_BEFORE: &[Version] = &[Version {
    span: "2015-01-01/2020-12-31",
    text: "Over four areas, safety not among them, asked by other activities. Not comparable with later years.",
    polarity: None,
    max: None,
}];

pub(super) const ROWS: &[Row] = &[
    Row::share(
        "ict-skills-basic-share",
        "population",
        "Individuals with basic ICT skills",
        "Part of the people who copied or moved a file, copied and pasted within a document, sent mail with a file, or \
         moved files between devices.",
    )
    .higher(),
    Row::share(
        "ict-skills-standard-share",
        "population",
        "Individuals with standard ICT skills",
        "Part of the people who used a formula in a spreadsheet, connected a device, made a presentation, or found and \
         installed software.",
    )
    .higher(),
    Row::share(
        "ict-skills-advanced-share",
        "population",
        "Individuals with advanced ICT skills",
        "Part of the people who wrote a program in a programming language.",
    )
    .higher(),
    Row::share(
        "ict-skills-information-basic-share",
        "population",
        "Individuals with basic ICT skills in information and data literacy",
        "Part of the people with one activity of finding or checking information online, and no more.",
    )
    .codes(&[(Itu, "HHU781IDL1_HHTotalIndividual")]),
    Row::share(
        "ict-skills-information-above-basic-share",
        "population",
        "Individuals with above basic ICT skills in information and data literacy",
        "Part of the people with two activities or more of finding or checking information online.",
    )
    .higher()
    .codes(&[(Itu, "HHU781IDL2_HHTotalIndividual")]),
    Row::share(
        "ict-skills-communication-basic-share",
        "population",
        "Individuals with basic ICT skills in communication and collaboration",
        "Part of the people with one activity of writing to or speaking with others online, and no more.",
    )
    .codes(&[(Itu, "HHU781CC1_HHTotalIndividual")]),
    Row::share(
        "ict-skills-communication-above-basic-share",
        "population",
        "Individuals with above basic ICT skills in communication and collaboration",
        "Part of the people with two activities or more of writing to or speaking with others online.",
    )
    .higher()
    .codes(&[(Itu, "HHU781CC2_HHTotalIndividual")]),
    Row::share(
        "ict-skills-content-basic-share",
        "population",
        "Individuals with basic ICT skills in digital content creation",
        "Part of the people with one activity of making texts, tables, pictures or programs, and no more.",
    )
    .codes(&[(Itu, "HHU781DCC1_HHTotalIndividual")]),
    Row::share(
        "ict-skills-content-above-basic-share",
        "population",
        "Individuals with above basic ICT skills in digital content creation",
        "Part of the people with two activities or more of making texts, tables, pictures or programs.",
    )
    .higher()
    .codes(&[(Itu, "HHU781DCC2_HHTotalIndividual")]),
    Row::share(
        "ict-skills-safety-basic-share",
        "population",
        "Individuals with basic ICT skills in safety",
        "Part of the people with one activity of guarding devices, accounts or privacy, and no more.",
    )
    .codes(&[(Itu, "HHU781SF1_HHTotalIndividual")]),
    Row::share(
        "ict-skills-safety-above-basic-share",
        "population",
        "Individuals with above basic ICT skills in safety",
        "Part of the people with two activities or more of guarding devices, accounts or privacy.",
    )
    .higher()
    .codes(&[(Itu, "HHU781SF2_HHTotalIndividual")]),
    Row::share(
        "ict-skills-problem-solving-basic-share",
        "population",
        "Individuals with basic ICT skills in problem solving",
        "Part of the people with one activity of setting up devices or software or of using services online, and no \
         more.",
    )
    .codes(&[(Itu, "HHU781PS1_HHTotalIndividual")]),
    Row::share(
        "ict-skills-problem-solving-above-basic-share",
        "population",
        "Individuals with above basic ICT skills in problem solving",
        "Part of the people with two activities or more of setting up devices or software or of using services online.",
    )
    .higher()
    .codes(&[(Itu, "HHU781PS2_HHTotalIndividual")]),
    Row::share(
        "digital-skills-basic-or-above-share",
        "population-16-74",
        "Individuals with basic or above basic overall digital skills",
        "Part of the people asked who have at least basic skills in every area.",
    )
    .higher()
    .among("people aged 16 to 74")
    .before(SKILLS_BEFORE)
    .codes(&[
        (Eurostat, "tepsr_sp410"),
        (Eurostat, "I_DSK_BAB"),
        (Eurostat, "I_DSK2_BAB"),
    ]),
    Row::share(
        "digital-skills-above-basic-share",
        "population-16-74",
        "Individuals with above basic overall digital skills",
        "Part of the people asked who have skills above basic in every area.",
    )
    .higher()
    .among("people aged 16 to 74")
    .before(SKILLS_BEFORE)
    .codes(&[(Eurostat, "I_DSK_AB"), (Eurostat, "I_DSK2_AB")]),
];
