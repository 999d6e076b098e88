//! The Python in which peers run.

use std::path::PathBuf;

/// The Python of `NETPOLITY_PEERS`; without it, a line says that peers are skipped.
pub(crate) fn python() -> Option<PathBuf> {
    let python = std::env::var_os("NETPOLITY_PEERS").map(PathBuf::from);
    if python.is_none() {
        println!(
            "\npeers skipped: NETPOLITY_PEERS names no Python; the head of this bench says how to get one"
        );
    }
    python
}
