//! The catalogue of rules in the documentation is the one in the code.

#[path = "../../examples/rules.rs"]
mod rules;

#[test]
fn documented_rules_are_up_to_date() {
    let documented = include_str!("../../src/validate/catalogue.md");
    assert!(
        documented == rules::markdown(),
        "run `cargo run --example rules > src/validate/catalogue.md` and commit the result"
    );
}
