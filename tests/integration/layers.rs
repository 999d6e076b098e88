//! The layers of the crate: each module uses only those above it.
//!
//! Read from the sources, without test code and comments.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// From top to bottom. Modules of one layer may use each other where it says so.
const LAYERS: &[Layer] = &[
    Layer {
        modules: &[
            "text",
            "record",
            "schema",
            "id",
            "identifier",
            "lang",
            "licence",
            "url",
            "time",
            "quantity",
        ],
        mutual: true,
    },
    Layer { modules: &["country"], mutual: true },
    Layer {
        modules: &[
            "name",
            "source",
            "actor",
            "event",
            "statement",
            "vote",
            "taxonomy",
            "metric",
            "judgement",
        ],
        mutual: true,
    },
    // Findings name records by path: they and the dataset know nothing of each other.
    Layer { modules: &["dataset", "finding"], mutual: false },
    Layer { modules: &["validate", "stats", "io"], mutual: false },
    Layer { modules: &["catalogue"], mutual: false },
];

/// Names that say nothing of what is in a module.
const DRAWERS: &[&str] = &["utils", "util", "common", "types", "helpers", "misc"];

/// No file is longer, without its tests and apart from generated tables.
const LONGEST: usize = 600;
const GENERATED: &str = "country/table/";

struct Layer {
    modules: &'static [&'static str],
    mutual: bool,
}

fn layer_of(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.modules.contains(&module))
}

/// Whether one module may use another.
fn may_use(module: &str, other: &str) -> bool {
    let (Some(from), Some(to)) = (layer_of(module), layer_of(other)) else { return false };
    module == other || to < from || (to == from && LAYERS[from].mutual)
}

struct SourceFile {
    /// Below `src`, with `/`.
    name: String,
    code: String,
}

impl SourceFile {
    /// The modules from the root to this file: `["country", "table"]`; none for `lib.rs`.
    fn modules(&self) -> Vec<&str> {
        let path = self.name.trim_end_matches(".rs");
        path.split('/').filter(|part| !matches!(*part, "mod" | "lib")).collect()
    }
}

fn sources() -> Vec<SourceFile> {
    fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, files);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    walk(&root, &mut files);
    files.sort();
    let read = |path: &PathBuf| {
        let parts: Vec<_> =
            path.strip_prefix(&root).unwrap().iter().map(|part| part.to_str().unwrap()).collect();
        SourceFile {
            name: parts.join("/"),
            code: without_tests(&fs::read_to_string(path).unwrap()),
        }
    };
    let sources: Vec<_> = files.iter().map(read).collect();
    assert!(sources.len() > 20, "the sources are elsewhere");
    // A module in a file of its own that is only for tests.
    let only_tests: BTreeSet<String> = files
        .iter()
        .filter_map(|path| Some((path.parent()?, fs::read_to_string(path).ok()?)))
        .flat_map(|(folder, code)| {
            let names = test_modules(&code);
            let folder = folder.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
            names.into_iter().map(move |name| format!("{folder}/{name}.rs"))
        })
        .collect();
    sources.into_iter().filter(|source| !only_tests.contains(&source.name)).collect()
}

/// The modules that a file declares as `#[cfg(test)] mod name;`.
fn test_modules(code: &str) -> Vec<String> {
    let lines: Vec<&str> = code.lines().map(str::trim).collect();
    lines
        .windows(2)
        .filter(|pair| pair[0] == "#[cfg(test)]")
        .filter_map(|pair| pair[1].strip_prefix("mod ")?.strip_suffix(';').map(str::to_owned))
        .collect()
}

/// A source without its test items and comments. An item ends with the first line that is no deeper than its first
/// and ends in `}`, `;` or `];`, which is how `rustfmt` writes them.
fn without_tests(code: &str) -> String {
    let mut kept = String::new();
    let mut lines = code.lines();
    while let Some(line) = lines.next() {
        let text = line.trim_start();
        if text.starts_with("//") {
            continue;
        }
        if text != "#[cfg(test)]" {
            kept.push_str(line);
            kept.push('\n');
            continue;
        }
        let depth = line.len() - text.len();
        for line in lines.by_ref() {
            let text = line.trim_start();
            let is_attribute = text.starts_with("#[");
            if line.len() - text.len() == depth && !is_attribute && text.ends_with(['}', ';']) {
                break;
            }
        }
    }
    kept
}

/// What stands after each occurrence of a text.
fn after<'a>(code: &'a str, text: &'a str) -> impl Iterator<Item = &'a str> {
    code.match_indices(text).map(move |(at, _)| &code[at + text.len()..])
}

fn word(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len());
    &text[..end]
}

/// The names of the items that a macro of the crate declares: `declared("words! {", "pub enum ")`.
pub(crate) fn declared(invocation: &str, item: &str) -> Vec<String> {
    sources()
        .iter()
        .flat_map(|source| {
            after(&source.code, invocation)
                .filter_map(|rest| Some(word(rest.split_once(item)?.1).to_owned()))
                .filter(|name| !name.is_empty())
                .collect::<Vec<_>>()
        })
        .collect()
}

/// The first names of `a, b::c, d::{e, f}` up to the closing brace.
fn first_names(list: &str) -> Vec<&str> {
    let (mut depth, mut names, mut at_name) = (0, Vec::new(), true);
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => at_name = true,
            c if at_name && c.is_alphanumeric() => {
                names.push(word(&list[at..]));
                at_name = false;
            }
            _ => {}
        }
    }
    names
}

/// The modules at the root that a source uses, by `crate::` or by enough of `super::`.
fn used(source: &SourceFile, reexports: &BTreeMap<String, String>) -> BTreeSet<String> {
    let depth = source.modules().len();
    let to_root = "super::".repeat(depth);
    let from_root = after(&source.code, "crate::").chain(
        after(&source.code, &to_root).filter(|rest| depth > 0 && !rest.starts_with("super::")),
    );
    from_root
        .flat_map(|rest| match rest.strip_prefix('{') {
            Some(list) => first_names(list),
            None => vec![word(rest)],
        })
        .filter(|name| !name.is_empty())
        .map(|name| reexports.get(name).cloned().unwrap_or_else(|| name.to_owned()))
        .collect()
}

/// Which module each name comes from that `lib.rs` re-exports.
fn reexports(lib: &str) -> BTreeMap<String, String> {
    after(lib, "pub use ")
        .flat_map(|rest| {
            let (path, _) = rest.split_once(';').unwrap();
            let (module, names) = path.split_once("::").unwrap();
            let names = names.trim_start_matches('{').trim_end_matches('}');
            names.split(',').map(move |name| (name.trim().to_owned(), module.to_owned()))
        })
        .filter(|(name, _)| !name.is_empty())
        .collect()
}

#[test]
fn every_module_uses_only_those_above_it() {
    let sources = sources();
    let lib = sources.iter().find(|source| source.name == "lib.rs").unwrap();
    let reexports = reexports(&lib.code);
    assert_eq!(reexports["Dataset"], "dataset");
    let mut wrong = Vec::new();
    let mut uses = 0;
    for source in &sources {
        let Some(module) = source.modules().first().copied() else { continue };
        for other in used(source, &reexports) {
            uses += 1;
            if !may_use(module, &other) {
                wrong.push(format!("src/{}: `{module}` uses `{other}`", source.name));
            }
        }
    }
    assert!(uses > 100, "only {uses} uses found");
    assert!(wrong.is_empty(), "upward or sideways:\n{}", wrong.join("\n"));
}

#[test]
fn every_module_has_a_layer_and_a_telling_name() {
    for source in sources() {
        let modules = source.modules();
        for module in &modules {
            assert!(!DRAWERS.contains(module), "src/{}: `{module}` says nothing", source.name);
        }
        // Pages of documentation stand in no layer, and have no code.
        if let Some(top) = modules.first().filter(|top| **top != "_guide") {
            assert!(layer_of(top).is_some(), "src/{}: `{top}` stands in no layer", source.name);
        }
    }
}

#[test]
fn no_file_is_overlong() {
    for source in sources() {
        let lines = source.code.lines().count();
        let generated = source.name.starts_with(GENERATED);
        assert!(
            lines <= LONGEST || generated,
            "src/{} has {lines} lines of code, at most {LONGEST} are allowed",
            source.name
        );
    }
}

/// The test can fail.
#[test]
fn wrong_uses_are_found() {
    let uses = |name: &str, code: &str| {
        let source = SourceFile { name: name.to_owned(), code: without_tests(code) };
        let reexports = BTreeMap::from([("Dataset".to_owned(), "dataset".to_owned())]);
        used(&source, &reexports).into_iter().collect::<Vec<_>>()
    };
    assert_eq!(
        uses("time/date.rs", "use super::Span;\nuse super::super::dataset::Dataset;"),
        ["dataset"]
    );
    assert_eq!(uses("id.rs", "use super::dataset;"), ["dataset"]);
    assert_eq!(
        uses("id.rs", "use crate::{text::{self, x}, Dataset, stats::y};"),
        ["dataset", "stats", "text"]
    );
    assert_eq!(uses("id.rs", "pub(crate) fn f() { $crate::validate::run(); }"), ["validate"]);
    assert_eq!(uses("id.rs", "// crate::stats\n/// [`x`](crate::stats)\n//! crate::io"), [""; 0]);
    let tests =
        "use crate::text;\n#[cfg(test)]\nmod tests {\n    use crate::dataset;\n}\nuse crate::url;";
    assert_eq!(uses("id.rs", tests), ["text", "url"]);
    assert!(may_use("dataset", "event") && may_use("event", "actor") && may_use("id", "id"));
    assert!(!may_use("event", "dataset") && !may_use("time", "country"));
    assert!(!may_use("finding", "dataset") && !may_use("dataset", "finding"));
    assert!(!may_use("validate", "stats") && !may_use("io", "validate"));
    assert!(!may_use("stats", "catalogue") && !may_use("id", "nowhere"));
}
