//! How long do look-ups of countries, and a median, take beside other crates, and which names do these find?
//!
//! `cargo run --release --manifest-path benches/rust-peers/Cargo.toml` looks up the same codes and names in each, all of which
//! every one knows, and takes the medians of the same lists. Times are the least of many passes, in one process; the ratios are
//! what counts. Then each is asked for the names of `english.csv`, where `NETPOLITY_DATA` or `../shared/data` holds
//! `country-names/`. Nobody's clock runs while a caller prepares a name: celes wants them without spaces and marks.

use std::hint::black_box;
use std::path::PathBuf;

use celes::Country as Celes;
use keshvar::{Alpha2, Alpha3, find_by_iso_long_name, find_by_iso_short_name};
use netpolity::Country;
use netpolity::country::resolve;
use netpolity::stats::Distribution;
use statrs::statistics::{Data, OrderStatistics};

use random::Random;
use timing::best;

#[path = "../../../examples/generate_countries/csv.rs"]
#[allow(dead_code)] // the generator uses more of it
mod csv;
#[path = "../../random/mod.rs"]
mod random;
#[path = "../../timing/mod.rs"]
mod timing;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() {
    println!("{:<24} {:<10} {:>6} {:>12} {:>8}", "", "", "items", "each", "ratio");
    codes();
    names();
    medians();
    english();
}

fn codes() {
    let known = |country: &Country| {
        let (alpha2, alpha3) = (country.alpha2(), country.alpha3());
        Celes::from_alpha2(alpha2).is_ok()
            && Celes::from_alpha3(alpha3).is_ok()
            && Alpha2::try_from(alpha2).is_ok()
            && Alpha3::try_from(alpha3).is_ok()
    };
    let countries: Vec<Country> = Country::current().filter(known).collect();
    let (alpha2, alpha3): (Vec<&str>, Vec<&str>) =
        countries.iter().map(|country| (country.alpha2(), country.alpha3())).unzip();
    let mut task = Task { what: "alpha-2", ours: None };
    task.time("netpolity", &alpha2, |code| Country::from_alpha2(code));
    task.time("celes", &alpha2, |code| Celes::from_alpha2(code));
    task.time("keshvar", &alpha2, |code| Alpha2::try_from(*code));
    let mut task = Task { what: "alpha-3", ours: None };
    task.time("netpolity", &alpha3, |code| Country::from_alpha3(code));
    task.time("celes", &alpha3, |code| Celes::from_alpha3(code));
    task.time("keshvar", &alpha3, |code| Alpha3::try_from(*code));
}

fn names() {
    let known = |name: &&str| in_celes(name).is_some() && in_keshvar(name).is_some();
    let names: Vec<&str> = Country::current().map(Country::short_name).filter(known).collect();
    let joined: Vec<String> = names.iter().map(|name| joined(name)).collect();
    let joined: Vec<&str> = joined.iter().map(String::as_str).collect();
    let mut task = Task { what: "name", ours: None };
    task.time("netpolity", &names, |name| resolve(name).country());
    task.time("celes", &joined, |name| Celes::from_name(name).or_else(|_| Celes::from_alias(name)));
    task.time("keshvar", &names, |name| {
        find_by_iso_short_name(name).or_else(|_| find_by_iso_long_name(name))
    });
}

/// Each makes a copy: one sorts it, the other puts in place what the median needs.
fn medians() {
    let mut random = Random(17);
    let lists: Vec<Vec<f64>> =
        (0..1000).map(|_| (0..217).map(|_| 100.0 * random.part()).collect()).collect();
    let ours = |list: &Vec<f64>| Distribution::new(list).unwrap().quantile(0.5).unwrap();
    let theirs = |list: &Vec<f64>| Data::new(list.clone()).median();
    assert!(lists.iter().all(|list| ours(list).to_bits() == theirs(list).to_bits()));
    let mut task = Task { what: "median of 217 numbers", ours: None };
    task.time("netpolity", &lists, |list| ours(list));
    task.time("statrs", &lists, |list| theirs(list));
}

/// Something that each crate does; netpolity comes first.
struct Task {
    what: &'static str,
    ours: Option<f64>,
}

impl Task {
    /// Prints the nanoseconds for one of the items, and the ratio to netpolity's.
    fn time<I, T>(&mut self, name: &str, items: &[I], one: impl Fn(&I) -> T) {
        let (what, count) = (self.what, items.len());
        let pass = || {
            for item in std::iter::repeat_n(items, 10).flatten() {
                black_box(one(black_box(item)));
            }
        };
        let each = best(101, pass) * 1e8 / count as f64;
        let ratio = each / *self.ours.get_or_insert(each);
        println!("{what:<24} {name:<10} {count:>6} {each:>9.1} ns {ratio:>7.1}x");
    }
}

/// What each finds of a list of spellings, and whether it is right.
fn english() {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data");
    let folder = std::env::var_os("NETPOLITY_DATA").map_or(beside.into(), PathBuf::from);
    let file = folder.join("country-names/english.csv");
    if !file.is_file() {
        return println!("names of english.csv skipped: no {}", file.display());
    }
    let rows = csv::columns(&file, ["name", "alpha3"]).unwrap();
    println!("\n{:<24} {:<10} {:>6} {:>6} {:>6} {:>6}", "", "", "names", "right", "wrong", "none");
    let finds: [fn(&str) -> Option<String>; 3] = [here, in_celes, in_keshvar];
    for (name, find) in ["netpolity", "celes", "keshvar"].into_iter().zip(finds) {
        let (mut right, mut wrong) = (0, 0);
        for [spelling, alpha3] in &rows {
            match find(spelling) {
                Some(found) if found == *alpha3 => right += 1,
                Some(_) => wrong += 1,
                None => {}
            }
        }
        let (all, none) = (rows.len(), rows.len() - right - wrong);
        println!("{:<24} {name:<10} {all:>6} {right:>6} {wrong:>6} {none:>6}", "english.csv");
    }
}

fn here(name: &str) -> Option<String> {
    Some(resolve(name).country()?.as_str().to_owned())
}

fn in_celes(name: &str) -> Option<String> {
    let name = joined(name);
    let found = Celes::from_name(&name).or_else(|_| Celes::from_alias(&name));
    Some(found.ok()?.alpha3.to_owned())
}

fn joined(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn in_keshvar(name: &str) -> Option<String> {
    let found = find_by_iso_short_name(name).or_else(|_| find_by_iso_long_name(name));
    Some(found.ok()?.alpha3().to_string())
}
