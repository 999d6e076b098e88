//! Licences of data.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use crate::text::text_serde;

/// The licence of data, as its source writes it.
///
/// Every text is one: many terms of use have no name. Of those under which the data of this field comes,
/// [`redistribution`](Self::redistribution) knows whether data may be passed on.
///
/// ```
/// use netpolity::licence::{Licence, Redistribution};
///
/// let redistribution = |text| Licence::new(text).redistribution();
/// assert_eq!(redistribution("CC BY-4.0"), Some(Redistribution::Allowed));
/// assert_eq!(redistribution("CC BY-NC-SA 3.0 IGO"), Some(Redistribution::NonCommercial));
/// assert_eq!(redistribution("Free to use; no redistribution"), Some(Redistribution::Forbidden));
/// assert_eq!(redistribution("See our terms and conditions"), None);
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Licence(Box<str>);

/// Whether a licence lets everybody who has the data pass it on, unchanged and with what it asks to be named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Redistribution {
    /// For any purpose.
    Allowed,
    /// But not for commercial purposes.
    NonCommercial,
    /// Not without permission.
    Forbidden,
}

impl Licence {
    /// A licence of this text.
    pub fn new(text: impl Into<Box<str>>) -> Self {
        Self(text.into())
    }

    /// The text as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether data may be passed on; `None` where the text is none that is known.
    ///
    /// Known are the licences of Creative Commons and Open Data Commons, those of governments that are called open, the public
    /// domain and a few that the [SPDX list](https://spdx.org/licenses/) has for data, by their names, SPDX ids and the addresses
    /// of Creative Commons, without regard to versions; and words that forbid redistribution. A text that says more than
    /// that is not known: the rest of it might be an exception.
    pub fn redistribution(&self) -> Option<Redistribution> {
        if self.forbids() {
            return Some(Redistribution::Forbidden);
        }
        let mut text = words(&self.0);
        for (long, short) in SHORT {
            text = text.replace(long, short);
        }
        let mut name: Vec<&str> = Vec::new();
        for word in text.split(' ') {
            let word = if word == "CC0" {
                word
            } else {
                word.trim_end_matches(|c: char| c.is_ascii_digit())
            };
            // An address repeats the name.
            if !NOISE.contains(&word) && !name.contains(&word) {
                name.push(word);
            }
        }
        if name.contains(&"CC") && name.contains(&"BY") && name.iter().all(|word| CC.contains(word))
        {
            return Some(if name.contains(&"NC") {
                Redistribution::NonCommercial
            } else {
                Redistribution::Allowed
            });
        }
        OPEN.contains(&name.join(" ").as_str()).then_some(Redistribution::Allowed)
    }

    /// Whether a part of the text forbids redistribution.
    fn forbids(&self) -> bool {
        const WORDS: [&str; 11] = [
            "NO REDISTRIBUTION",
            "NON REDISTRIBUTABLE",
            "NONREDISTRIBUTABLE",
            "NOT REDISTRIBUTABLE",
            "NOT REDISTRIBUTE",
            "NOT BE REDISTRIBUTED",
            "NOT FOR REDISTRIBUTION",
            "REDISTRIBUTION PROHIBITED",
            "REDISTRIBUTION IS PROHIBITED",
            "REDISTRIBUTION NOT PERMITTED",
            "REDISTRIBUTION IS NOT PERMITTED",
        ];
        // Behind these words an exception may follow, which is not understood, but permission can't be taken for given.
        let is_whole = |rest: &str| {
            rest.is_empty()
                || rest.starts_with(" WITHOUT ")
                    && ["PERMISSION", "CONSENT"].iter().any(|word| rest.ends_with(word))
        };
        let parts = self.0.split(['.', ';', ',', ':', '(', ')', '\n']);
        let forbidden = parts.map(words).any(|part| {
            WORDS
                .iter()
                .any(|words| part.rsplit_once(words).is_some_and(|(_, rest)| is_whole(rest)))
        });
        let all = words(&self.0);
        forbidden
            || all.ends_with("ALL RIGHTS RESERVED") && !all.contains("LICEN") && !all.contains("CC")
    }
}

/// Names of open licences, without versions.
const OPEN: [&str; 31] = [
    "CC0",
    "CC0 UNIVERSAL",
    "CC ZERO",
    "CC CC0 UNIVERSAL",
    "CC ZERO UNIVERSAL",
    "CC0 UNIVERSAL PUBLIC DOMAIN DEDICATION",
    "CC PUBLIC DOMAIN ZERO",
    "CC PUBLIC DOMAIN MARK",
    "PUBLIC DOMAIN",
    "PDDL",
    "ODC PDDL",
    "ODC PUBLIC DOMAIN DEDICATION AND",
    "ODC BY",
    "ODBL",
    "ODC ODBL",
    "ODC OPEN DATABASE",
    "OPEN DATABASE",
    "OGL",
    "OGL UK",
    "OGL CANADA",
    "OPEN GOVERNMENT",
    "OPEN GOVERNMENT CANADA",
    "UK OPEN GOVERNMENT",
    "DL DE BY",
    "DL DE ZERO",
    "ETALAB",
    "OUVERTE",
    "OUVERTE OPEN",
    "NLOD",
    "CDLA PERMISSIVE",
    "CDLA SHARING",
];

/// What is written in several ways.
const SHORT: [(&str, &str); 15] = [
    ("CREATIVE COMMONS", "CC"),
    ("CREATIVECOMMONS", "CC"),
    ("CCBY", "CC BY"),
    ("OPEN DATA COMMONS", "ODC"),
    ("OPENDATACOMMONS", "ODC"),
    ("ATTRIBUTION", "BY"),
    ("NON COMMERCIAL", "NC"),
    ("NONCOMMERCIAL", "NC"),
    ("SHARE ALIKE", "SA"),
    ("SHAREALIKE", "SA"),
    ("NO DERIVATIVES", "ND"),
    ("NODERIVATIVES", "ND"),
    ("NO DERIVS", "ND"),
    ("NODERIVS", "ND"),
    ("PUBLICDOMAIN", "PUBLIC DOMAIN"),
];

/// The words of a text in capitals, with one space between.
fn words(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_uppercase).collect::<Vec<_>>().join(" ")
}

/// What is left of versions, and words that don't say which licence it is.
const NOISE: [&str; 16] = [
    "",
    "V",
    "THE",
    "LICENSE",
    "LICENCE",
    "LICENSES",
    "LICENCES",
    "VERSION",
    "INTERNATIONAL",
    "UNPORTED",
    "GENERIC",
    "HTTP",
    "HTTPS",
    "WWW",
    "ORG",
    "DEED",
];

/// The parts of names of Creative Commons licences, with the jurisdictions to which SPDX knows them to be ported.
const CC: [&str; 14] =
    ["CC", "BY", "NC", "SA", "ND", "IGO", "AT", "AU", "DE", "FR", "JP", "NL", "UK", "US"];

impl From<&str> for Licence {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Licence {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl FromStr for Licence {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self::new(text))
    }
}

impl fmt::Display for Licence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Licence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

text_serde!(Licence, "a licence such as `CC BY 4.0`");

#[cfg(test)]
mod tests {
    use super::Redistribution::{Allowed, Forbidden, NonCommercial};
    use super::*;

    fn all(texts: &[&str], expected: Option<Redistribution>) {
        for text in texts {
            let licence: Licence = text.parse().unwrap();
            assert_eq!(licence.redistribution(), expected, "{text}");
            assert_eq!(licence.to_string(), *text);
        }
    }

    #[test]
    fn open_licences_are_known_by_name_id_and_address() {
        all(
            &[
                "CC BY-4.0",
                "CC BY 4.0",
                "cc-by-4.0",
                "CCBY4.0",
                "CC BY 3.0 IGO",
                "CC-BY-3.0-IGO",
                "CC-BY-SA-3.0-DE",
                "CC BY-ND 4.0",
                "Creative Commons Attribution 4.0 International (CC BY 4.0)",
                "https://creativecommons.org/licenses/by/4.0/",
                "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/",
                "Attribution-ShareAlike 4.0 International (CC BY-SA 4.0)",
                "CC0",
                "CC0-1.0",
                "http://creativecommons.org/publicdomain/zero/1.0/",
                "ODC-BY 1.0",
                "ODC-By-1.0",
                "ODbL-1.0",
                "Open Data Commons Open Database License v1.0",
                "https://opendatacommons.org/licenses/by/1-0/",
                "ODC-PDDL",
                "PDDL-1.0",
                "OGL-UK-3.0",
                "Open Government Licence v3.0",
                "Open Government Licence 3.0",
                "Licence Ouverte / Open Licence 2.0",
                "etalab-2.0",
                "dl-de/by-2-0",
                "NLOD-2.0",
                "Public domain",
            ],
            Some(Allowed),
        );
    }

    #[test]
    fn some_are_not_for_trade() {
        all(
            &[
                "CC BY-NC-SA 3.0 IGO",
                "CC-BY-NC-SA-3.0-IGO",
                "CC BY-NC-ND 4.0",
                "Creative Commons Attribution-NonCommercial-ShareAlike 3.0 IGO",
                "Creative Commons Attribution Non-Commercial Share Alike 3.0 IGO licence",
                "https://creativecommons.org/licenses/by-nc-sa/3.0/igo/",
            ],
            Some(NonCommercial),
        );
    }

    #[test]
    fn words_can_forbid() {
        all(
            &[
                "no redistribution",
                "Non-redistributable",
                "Free for research; may not be redistributed without written permission",
                "Do not redistribute.",
                "Redistribution is prohibited",
                "\u{a9} 2020 Example Ltd. All rights reserved.",
            ],
            Some(Forbidden),
        );
    }

    #[test]
    fn the_rest_is_not_guessed() {
        all(
            &[
                "",
                "~",
                "CC",
                "BY",
                "free",
                "RIR statistics: free use",
                "Use and distribution of these data are subject to IEA terms and conditions.",
                "CC BY 4.0, except for the data of third parties",
                "CC BY 4.0 or ODbL",
                "No redistribution without attribution",
                "May not be redistributed for commercial purposes",
                "All rights reserved, licensed under terms of its own. All rights reserved",
                "CC BY 4.0. All rights reserved",
            ],
            None,
        );
    }
}
