//! Prints the JSON Schema of datasets, from which editors complete and check them.
//!
//! ```text
//! cargo run --features schema --example schema > data/schema/dataset.schema.json
//! ```

use netpolity::Dataset;
use schemars::generate::SchemaSettings;

#[allow(clippy::print_stdout, reason = "the schema is what it is for")]
fn main() -> Result<(), serde_json::Error> {
    let schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Dataset>();
    println!("{}", serde_json::to_string_pretty(&schema)?);
    Ok(())
}
