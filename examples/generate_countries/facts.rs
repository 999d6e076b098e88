//! Facts of current entries beside their codes, and the country-code top-level domains.
//!
//! Refused are a status that is no word of the list, a sovereign that is in no table, and a top-level domain that stands
//! twice or whose Unicode form is not what its ASCII form encodes.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::path::Path;

use netpolity::country::Status;

use super::Result;
use super::countries::COUNTRIES;
use super::csv::read;
use super::dates::{End, packed};

/// The table of facts and the table of top-level domains.
pub(super) fn generate(root: &Path) -> Result<String> {
    let rows = read(&root.join("data/country/countries.csv"), COUNTRIES)?;
    let facts: Vec<Facts> = rows.into_iter().map(Facts::read).collect::<Result<_>>()?;
    let mut labels = BTreeMap::new();
    for Facts { code, sovereign, cctlds, .. } in &facts {
        if !sovereign.is_empty() && !facts.iter().any(|other| other.code == *sovereign) {
            return Err(format!("{code}: no sovereign `{sovereign}` in countries.csv").into());
        }
        for CcTld { a_label, u_label, .. } in cctlds {
            for label in if a_label == u_label { vec![a_label] } else { vec![a_label, u_label] } {
                if let Some(other) = labels.insert(label, code) {
                    return Err(format!("{code}: `.{label}` is that of {other} as well").into());
                }
            }
        }
    }
    Ok(render(&facts, &labels)?)
}

struct Facts {
    code: String,
    common_name: String,
    capital: String,
    status: Status,
    sovereign: String,
    un_since: Option<End>,
    note: String,
    cctlds: Vec<CcTld>,
}

struct CcTld {
    a_label: String,
    u_label: String,
    delegated: bool,
}

impl Facts {
    fn read(row: [String; 19]) -> Result<Self> {
        let [code, _, _, _, common_name, _, _, _, _, _, _, rest @ ..] = row;
        let [status, sovereign, un_since, capital, delegated, reserved, unicode, note] = rest;
        let status = status.parse().map_err(|e| format!("{code}: {e}"))?;
        if common_name.is_empty() {
            return Err(format!("{code}: there is no common name").into());
        }
        let mut cctlds = Vec::new();
        let mut unicode = unicode.split_whitespace();
        for (labels, delegated) in [(&delegated, true), (&reserved, false)] {
            for a_label in labels.split_whitespace() {
                let u_label = match a_label.strip_prefix("xn--") {
                    None => a_label,
                    Some(encoded) => unicode
                        .next()
                        .filter(|label| decode(encoded).as_deref() == Some(*label))
                        .ok_or(format!("{code}: `{a_label}` encodes another U-label"))?,
                };
                let (a_label, u_label) = (a_label.to_owned(), u_label.to_owned());
                cctlds.push(CcTld { a_label, u_label, delegated });
            }
        }
        if let Some(label) = unicode.next() {
            return Err(format!("{code}: `{label}` has no A-label").into());
        }
        let un_since = End::read_any(&un_since)?;
        Ok(Self { code, common_name, capital, status, sovereign, un_since, note, cctlds })
    }
}

/// What a label encodes in Punycode (RFC 3492).
fn decode(encoded: &str) -> Option<String> {
    let (basic, deltas) = encoded.rsplit_once('-').unwrap_or(("", encoded));
    let mut chars: Vec<char> = basic.chars().collect();
    let (mut code, mut at, mut bias) = (128, 0, 72);
    let mut digits = deltas.bytes().peekable();
    while digits.peek().is_some() {
        let (before, mut weight, mut k) = (at, 1, 36);
        loop {
            let digit = match digits.next()? {
                letter @ b'a'..=b'z' => usize::from(letter - b'a'),
                digit @ b'0'..=b'9' => usize::from(digit - b'0') + 26,
                _ => return None,
            };
            at += digit * weight;
            let threshold = k.clamp(bias + 1, bias + 26) - bias;
            if digit < threshold {
                break;
            }
            weight *= 36 - threshold;
            k += 36;
        }
        let length = chars.len() + 1;
        let mut delta = (at - before) / if before == 0 { 700 } else { 2 };
        delta += delta / length;
        bias = 0;
        while delta > 455 {
            delta /= 35;
            bias += 36;
        }
        bias += 36 * delta / (delta + 38);
        code += at / length;
        at %= length;
        chars.insert(at, char::from_u32(u32::try_from(code).ok()?)?);
        at += 1;
    }
    Some(chars.into_iter().collect())
}

fn render(facts: &[Facts], labels: &BTreeMap<&String, &String>) -> Result<String, fmt::Error> {
    let mut out = String::from(
        "// Generated from data/country by `cargo run --example generate_countries -- --write`. Do not edit.\n\n\
         use crate::country::code::Country;\nuse crate::country::domain::CcTld;\n\
         use crate::country::facts::{Facts, Status};\n\n",
    );
    writeln!(out, "pub(in crate::country) static FACTS: [Facts; {}] = [", facts.len())?;
    let optional = |text: &String| (!text.is_empty()).then(|| text.clone());
    for fact in facts {
        let Facts { code, common_name, capital, status, sovereign, un_since, note, cctlds } = fact;
        let sovereign = match sovereign.as_str() {
            "" => "None".to_owned(),
            code => format!("Some(Country::{code})"),
        };
        let cctlds: Vec<String> = cctlds
            .iter()
            .map(|CcTld { a_label, u_label, delegated }| {
                format!("CcTld::new({a_label:?}, {u_label:?}, {delegated})")
            })
            .collect();
        writeln!(
            out,
            "    Facts {{ country: Country::{code}, common_name: {common_name:?}, capital: {:?}, \
             status: Status::{status:?}, sovereign: {sovereign}, un_since: {}, note: {:?}, \
             cctlds: &[{}] }},",
            optional(capital),
            packed(*un_since),
            optional(note),
            cctlds.join(", "),
        )?;
    }
    out.push_str("];\n\n");
    writeln!(
        out,
        "/// Every top-level domain of a country in both forms, in the order of the labels' bytes.\n\
         pub(in crate::country) static CCTLDS: [(&str, Country); {}] = [",
        labels.len()
    )?;
    for (label, code) in labels {
        writeln!(out, "    ({label:?}, Country::{code}),")?;
    }
    out.push_str("];\n");
    Ok(out)
}
