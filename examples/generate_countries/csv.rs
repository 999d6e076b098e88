//! Reads the tables under `data/country`: CSV without line breaks in fields.

use std::path::Path;

use super::Result;

/// The rows of a CSV table, whose header is checked.
pub(super) fn read<const N: usize>(path: &Path, header: &str) -> Result<Vec<[String; N]>> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut lines = text.lines();
    if lines.next() != Some(header) {
        return Err(format!("{}: expected the header `{header}`", path.display()).into());
    }
    let row = |(index, line)| {
        let fields = split(line);
        let count = fields.len();
        fields.try_into().map_err(|_| {
            format!("{}: line {}: {count} fields, expected {N}", path.display(), index + 2).into()
        })
    };
    lines.enumerate().map(row).collect()
}

/// The named columns of a CSV table.
pub(super) fn columns<const N: usize>(path: &Path, names: [&str; N]) -> Result<Vec<[String; N]>> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut lines = text.lines();
    let header = split(lines.next().unwrap_or_default());
    let mut positions = [0; N];
    for (position, name) in positions.iter_mut().zip(names) {
        *position = header
            .iter()
            .position(|field| field == name)
            .ok_or(format!("{}: no column `{name}`", path.display()))?;
    }
    let row = |(index, line)| {
        let mut fields = split(line);
        if fields.len() != header.len() {
            let (found, line) = (fields.len(), index + 2);
            let path = path.display();
            return Err(
                format!("{path}: line {line}: {found} fields, expected {}", header.len()).into()
            );
        }
        Ok(positions.map(|position| std::mem::take(&mut fields[position])))
    };
    lines.enumerate().map(row).collect()
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
