//! Reads the tables under `data/country`: CSV without line breaks in fields.

use std::path::Path;

use super::Result;

/// The rows of a CSV table, whose header is checked.
pub(super) fn read<const N: usize>(path: &Path, header: &str) -> Result<Vec<[String; N]>> {
    let (found, rows) = table(path)?;
    if found.join(",") != header {
        return Err(format!("{}: expected the header `{header}`", path.display()).into());
    }
    let row = |fields: Vec<String>| {
        let count = fields.len();
        let fault = |_| format!("{}: {count} columns, expected {N}", path.display()).into();
        fields.try_into().map_err(fault)
    };
    rows.into_iter().map(row).collect()
}

/// The named columns of a CSV table.
pub(crate) fn columns<const N: usize>(path: &Path, names: [&str; N]) -> Result<Vec<[String; N]>> {
    let (header, rows) = table(path)?;
    let mut positions = [0; N];
    for (position, name) in positions.iter_mut().zip(names) {
        *position = header
            .iter()
            .position(|field| field == name)
            .ok_or(format!("{}: no column `{name}`", path.display()))?;
    }
    let row =
        |mut fields: Vec<String>| positions.map(|position| std::mem::take(&mut fields[position]));
    Ok(rows.into_iter().map(row).collect())
}

/// The header of a CSV table and its rows, which have as many fields.
fn table(path: &Path) -> Result<(Vec<String>, Vec<Vec<String>>)> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut lines = text.lines();
    let header = split(lines.next().unwrap_or_default());
    let rows: Vec<_> = lines.map(split).collect();
    if let Some(at) = rows.iter().position(|fields| fields.len() != header.len()) {
        let (path, line, found) = (path.display(), at + 2, rows[at].len());
        let expected = header.len();
        return Err(format!("{path}: line {line}: {found} fields, expected {expected}").into());
    }
    Ok((header, rows))
}

/// The fields of a CSV line. A quoted field may hold commas and doubled quotes, but no line break.
pub(crate) fn split(line: &str) -> Vec<String> {
    let mut fields = Vec::new();
    let mut field = String::new();
    let mut quoted = false;
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.next_if_eq(&'"').is_some() => field.push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(std::mem::take(&mut field)),
            _ => field.push(c),
        }
    }
    fields.push(field);
    fields
}
