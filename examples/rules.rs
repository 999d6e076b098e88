//! Prints the catalogue of rules as Markdown: the table in the documentation of `netpolity::validate`.
//!
//! `cargo run --example rules > src/validate/catalogue.md`
#![allow(clippy::print_stdout)]

use std::fmt::Write;

use netpolity::finding::{Severity, Stage};
use netpolity::validate::catalogue;

#[cfg_attr(test, allow(dead_code))]
fn main() {
    print!("{}", markdown());
}

/// The catalogue as one table. Ids can be linked to, and don't break at their hyphen.
pub(crate) fn markdown() -> String {
    let mut text = String::from("| rule | severity | what holds |\n|---|---|---|\n");
    for rule in catalogue() {
        let severity = match rule.stage() {
            Stage::Checking => rule.severity().as_str(),
            Stage::Reading => "refused on reading",
            Stage::Importing => match rule.severity() {
                Severity::Error => "error, in files",
                Severity::Warning => "warning, in files",
                Severity::Info => "info, in files",
            },
        };
        // Writing into a `String` does not fail.
        let _ = writeln!(
            text,
            "| <code id=\"{0}\" style=\"white-space: nowrap\">{0}</code> | {severity} | **{1}.** {2} |",
            rule.id(),
            rule.summary(),
            rule.explanation()
        );
    }
    text
}
