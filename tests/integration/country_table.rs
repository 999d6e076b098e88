//! The generated tables of countries are what the generator makes of `data/country`.

// The example's `main` is not called here.
#[allow(dead_code)]
#[path = "../../examples/generate_countries/main.rs"]
pub(crate) mod generator;

use std::path::Path;

#[test]
fn committed_tables_are_up_to_date() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (name, generate) in generator::TABLES {
        let committed = std::fs::read_to_string(root.join(name)).unwrap();
        assert!(
            generate(root).unwrap() == committed,
            "data/country has changed: run `cargo run --example generate_countries -- --write`"
        );
    }
}
