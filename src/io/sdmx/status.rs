//! The codes of observation status (`CL_OBS_STATUS`), and the flags of Eurostat.

use crate::metric::{Flag, Flags, Missing};

/// What one code says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Code {
    Normal,
    Flag(Flag),
    Missing(Missing),
}

const CODES: &[(&str, Code)] = &[
    ("A", Code::Normal),
    ("B", Code::Flag(Flag::Break)),
    ("D", Code::Flag(Flag::DefinitionDiffers)),
    ("E", Code::Flag(Flag::Estimated)),
    ("F", Code::Flag(Flag::Forecast)),
    ("G", Code::Flag(Flag::Experimental)),
    ("H", Code::Missing(Missing::Holiday)),
    ("I", Code::Flag(Flag::Imputed)),
    ("J", Code::Flag(Flag::Derogation)),
    ("K", Code::Missing(Missing::IncludedElsewhere)),
    ("L", Code::Missing(Missing::NotCollected)),
    ("M", Code::Missing(Missing::NotApplicable)),
    ("N", Code::Flag(Flag::NotSignificant)),
    ("O", Code::Missing(Missing::Intentional)),
    ("P", Code::Flag(Flag::Provisional)),
    ("Q", Code::Missing(Missing::Suppressed)),
    ("S", Code::Flag(Flag::SpecialEvent)),
    ("U", Code::Flag(Flag::LowReliability)),
    ("V", Code::Flag(Flag::Unvalidated)),
    ("W", Code::Flag(Flag::IncludesAnother)),
];

/// The letters of Eurostat stand side by side: `bep`.
const EUROSTAT: &[(&str, Code)] = &[
    ("b", Code::Flag(Flag::Break)),
    ("c", Code::Missing(Missing::Confidential)),
    ("d", Code::Flag(Flag::DefinitionDiffers)),
    ("e", Code::Flag(Flag::Estimated)),
    ("f", Code::Flag(Flag::Forecast)),
    ("n", Code::Flag(Flag::NotSignificant)),
    ("p", Code::Flag(Flag::Provisional)),
    ("r", Code::Flag(Flag::Revised)),
    ("s", Code::Flag(Flag::EstimatedByPublisher)),
    ("u", Code::Flag(Flag::LowReliability)),
    ("z", Code::Missing(Missing::NotApplicable)),
];

/// In which way a component has codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Codes {
    One,
    /// Several, with this between them.
    Several(char),
    Eurostat,
}

/// What a source marks about an observation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Status {
    pub(super) flags: Flags,
    pub(super) missing: Option<Missing>,
    /// It says that all is normal.
    pub(super) normal: bool,
    /// There are codes that are not on the list.
    pub(super) unknown: bool,
}

impl Status {
    pub(super) fn read(text: &str, codes: Codes) -> Self {
        let mut status = Self::default();
        match codes {
            Codes::One => status.add(text.trim(), CODES),
            Codes::Several(between) => {
                let parts = text.split(between).map(str::trim).filter(|part| !part.is_empty());
                parts.for_each(|part| status.add(part, CODES));
            }
            Codes::Eurostat => {
                let letters = text.char_indices().filter(|(_, letter)| !letter.is_whitespace());
                letters.for_each(|(at, letter)| {
                    let part = text.get(at..at + letter.len_utf8()).unwrap_or_default();
                    status.add(part, EUROSTAT);
                });
            }
        }
        status
    }

    fn add(&mut self, code: &str, list: &[(&str, Code)]) {
        match list.iter().find(|(known, _)| *known == code) {
            _ if code.is_empty() => {}
            Some((_, Code::Normal)) => self.normal = true,
            Some((_, Code::Flag(flag))) => self.flags.insert(*flag),
            Some((_, Code::Missing(reason))) => {
                self.missing.get_or_insert(*reason);
            }
            None => self.unknown = true,
        }
    }
}

/// Writes the codes of flags and of a reason with `;` between them; how many of them the list does not have.
pub(super) fn write(flags: Flags, missing: Option<Missing>, out: &mut String) -> u64 {
    let mut lost = 0;
    let mut code = |wanted: Code| match CODES.iter().find(|(_, code)| *code == wanted) {
        Some((code, _)) => {
            out.push_str(if out.is_empty() { "" } else { ";" });
            out.push_str(code);
        }
        None => lost += 1,
    };
    match missing {
        // Both are told by the value alone.
        None | Some(Missing::NotStated | Missing::Intentional) => {}
        Some(Missing::Confidential) => {
            code(Code::Missing(Missing::Suppressed));
            code(Code::Missing(Missing::Confidential));
        }
        Some(reason) => code(Code::Missing(reason)),
    }
    for flag in flags.iter() {
        if flag == Flag::EstimatedByPublisher && !flags.contains(Flag::Estimated) {
            code(Code::Flag(Flag::Estimated));
        }
        code(Code::Flag(flag));
    }
    lost
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_a_set() {
        let both = Status::read("B;E", Codes::Several(';'));
        assert_eq!(both.flags, [Flag::Break, Flag::Estimated].into());
        assert!(Status::read("B;E", Codes::One).unknown);
        assert!(Status::read("A", Codes::One).normal);
        assert_eq!(Status::read("L", Codes::One).missing, Some(Missing::NotCollected));
        assert_eq!(Status::read("", Codes::One), Status::default());
        let eurostat = Status::read("bep", Codes::Eurostat);
        assert_eq!(eurostat.flags, [Flag::Break, Flag::Estimated, Flag::Provisional].into());
        assert!(Status::read("bx", Codes::Eurostat).unknown);
        assert!(Status::read("é", Codes::Eurostat).unknown);
    }

    #[test]
    fn what_the_list_has_comes_back() {
        for flag in Flag::ALL {
            for missing in Missing::ALL.iter().copied().map(Some).chain([None]) {
                let mut text = String::new();
                let lost = write([*flag].into(), missing, &mut text);
                let back = Status::read(&text, Codes::Several(';'));
                let told_by_value =
                    matches!(missing, Some(Missing::NotStated | Missing::Intentional));
                let same = back.flags == [*flag].into()
                    && (told_by_value || back.missing == missing)
                    && !back.unknown;
                assert_eq!(same, lost == 0, "{flag} {missing:?} `{text}`");
            }
        }
    }
}
