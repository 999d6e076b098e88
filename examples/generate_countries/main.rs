//! Generates `src/country/table/` from the tables in `data/country`.
//!
//! `cargo run --example generate_countries -- --write` writes the files, `-- --check` says which differ. A test of the
//! crate generates them anew and compares. Whatever would make a look-up answer wrongly is refused here.

mod areas;
mod codes;
mod countries;
pub(crate) mod csv;
mod dates;
mod facts;
mod groups;
mod memberships;
mod names;
mod places;

use std::path::Path;

type Result<T, E = Box<dyn std::error::Error>> = std::result::Result<T, E>;

/// A generated file and what makes its text; the folder of the crate is passed.
pub(crate) type Table = (&'static str, fn(&Path) -> Result<String>);

/// Every generated file.
pub(crate) const TABLES: &[Table] = &[
    ("src/country/table/codes.rs", codes::generate),
    ("src/country/table/countries.rs", countries::generate),
    ("src/country/table/facts.rs", facts::generate),
    ("src/country/table/groups.rs", groups::generate),
    ("src/country/table/memberships.rs", memberships::generate),
    ("src/country/table/names.rs", names::generate),
];

fn main() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let argument = std::env::args().nth(1);
    let write = match argument.as_deref() {
        Some("--write") => true,
        Some("--check") | None => false,
        Some(other) => {
            return Err(
                format!("unknown argument `{other}`; expected `--write` or `--check`").into()
            );
        }
    };
    let mut stale = Vec::new();
    for (name, generate) in TABLES {
        let table = generate(root)?;
        let path = root.join(name);
        if std::fs::read_to_string(&path).is_ok_and(|committed| committed == table) {
            continue;
        }
        if write {
            std::fs::write(path, table)?;
        } else {
            stale.push(*name);
        }
    }
    if stale.is_empty() {
        return Ok(());
    }
    Err(format!("not what `data/country` says: {}; pass `--write`", stale.join(", ")).into())
}
