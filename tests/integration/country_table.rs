//! The generated table of countries is what the generator makes of `data/country`.

// The example's `main` is not called here.
#[allow(dead_code)]
#[path = "../../examples/generate_countries.rs"]
pub(crate) mod generator;

use std::path::Path;

#[test]
fn committed_table_is_up_to_date() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let committed = std::fs::read_to_string(root.join(generator::TABLE)).unwrap();
    assert!(
        generator::generate(root).unwrap() == committed,
        "data/country has changed: run `cargo run --example generate_countries -- --write`"
    );
}
