//! TAX: terms. Checked where references to terms are looked up.

use super::{Family, path};
use crate::finding::{Detail, Path, Rule, Severity, Sink};
use crate::taxonomy::{Mapping, MappingKind, Taxonomy, Term};

pub(super) const FAMILY: Family = Family { rules: &[DEPRECATED], check: |_, _, _| {} };

const DEPRECATED: Rule = Rule::new(
    "TAX-002",
    Severity::Warning,
    "A term that is used has not been withdrawn",
    "The owner of the taxonomy has withdrawn the term in this version. The finding names the terms to which it is \
     mapped, exact and close ones first. Mappings may lead to withdrawn terms.",
);

/// Reports the use of a term, where it is withdrawn.
pub(super) fn used(taxonomy: &Taxonomy, term: &Term, at: impl FnOnce() -> Path, sink: &mut Sink) {
    if !term.deprecated {
        return;
    }
    sink.report(DEPRECATED, || {
        let message =
            format!("`{}/{}` was withdrawn in {}", taxonomy.id, term.id, taxonomy.version);
        let mut mappings: Vec<&Mapping> = term.mappings.iter().collect();
        mappings.sort_by_key(|mapping| match mapping.kind {
            MappingKind::Exact => 0,
            MappingKind::Close => 1,
            MappingKind::Broad | MappingKind::Narrow => 2,
            MappingKind::Related => 3,
        });
        let in_words = |it: &&Mapping| format!("`{}` ({})", it.to, it.kind);
        let help = match mappings.as_slice() {
            [] => "record with `mappings` which terms took its place".to_owned(),
            _ => {
                format!("write {}", mappings.iter().map(in_words).collect::<Vec<_>>().join(" or "))
            }
        };
        Detail::new(at(), message)
            .help(help)
            .param("term", term.id.as_str())
            .param("mappings", mappings.iter().map(|it| it.to.to_string()).collect::<Vec<_>>())
            .see(path(taxonomy).field("terms").at(&term.id))
    });
}

#[cfg(test)]
pub(super) const CASES: &[super::cases::Case] = &[
    super::cases::Case {
        rule: "TAX-002",
        fails: r#"{ "taxonomies": [ { "id": "diplo", "version": "2024", "terms": [ { "id": "ecommerce", "kind": "issue", "deprecated": true } ] } ],
                    "statements": [ { "id": "s", "act": "call", "terms": [ "ecommerce" ] } ] }"#,
        passes: r#"{ "taxonomies": [ { "id": "old", "version": "2005", "terms": [ { "id": "ecommerce", "kind": "issue", "deprecated": true, "mappings": [ { "to": "diplo/economy", "kind": "broad" } ] } ] },
                                     { "id": "diplo", "version": "2024", "terms": [ { "id": "economy", "kind": "issue", "mappings": [ { "to": "old/ecommerce", "kind": "narrow" } ] } ] } ],
                     "statements": [ { "id": "s", "act": "call", "terms": [ "economy" ] } ] }"#,
    },
    super::cases::Case {
        rule: "TAX-002",
        fails: r#"{ "taxonomies": [ { "id": "diplo", "version": "2024", "terms": [ { "id": "spam", "kind": "issue", "deprecated": true } ] } ],
                    "agencies": [ { "id": "a", "kind": "regulator", "portfolio": [ "diplo/spam" ] } ] }"#,
        passes: r#"{ "taxonomies": [ { "id": "diplo", "version": "2024", "terms": [ { "id": "spam", "kind": "issue" } ] } ],
                     "agencies": [ { "id": "a", "kind": "regulator", "portfolio": [ "diplo/spam" ] } ] }"#,
    },
];

#[cfg(test)]
mod tests {
    use crate::validate::rules::cases::report;

    #[test]
    fn the_finding_names_what_took_its_place() {
        let report = report(
            r#"{ "taxonomies": [ { "id": "old", "version": "2005", "terms": [ { "id": "spam", "kind": "issue", "deprecated": true,
                   "mappings": [ { "to": "new/abuse", "kind": "broad" }, { "to": "new/junk", "kind": "exact" } ] } ] },
                   { "id": "new", "version": "2024", "terms": [ { "id": "abuse", "kind": "issue" }, { "id": "junk", "kind": "issue" } ] } ],
                 "events": [ { "id": "e", "kind": "forum", "terms": [ "spam" ] } ] }"#,
        );
        let finding = report.of_rule("TAX-002").next().unwrap();
        assert_eq!(finding.message(), "`old/spam` was withdrawn in 2005");
        assert_eq!(finding.help(), Some("write `new/junk` (exact) or `new/abuse` (broad)"));
        assert_eq!(finding.path().as_str(), "events[e].terms[0]");
    }
}
