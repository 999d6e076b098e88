//! The Python in which peers run.

use std::path::PathBuf;

/// The Python of `NETPOLITY_PEERS`; without it, a line says that peers are skipped.
pub(crate) fn python(bench: &str) -> Option<PathBuf> {
    let python = std::env::var_os("NETPOLITY_PEERS").map(PathBuf::from);
    if python.is_none() {
        println!(
            "\npeers skipped: NETPOLITY_PEERS names no Python; benches/{bench}.rs says how to get one"
        );
    }
    python
}
