//! How long do statistics over a large panel take?
//!
//! `cargo bench --bench stats` makes a panel of 1,500 indicators, 217 countries and 66 years, the same in every run, and takes
//! the weighted means of all regions, indicators and years; fits a logistic curve to the series of each of 217 countries; and
//! takes Gini and Theil coefficients of 1,000 distributions over 217 countries. Times are the best of some passes.
//!
//! The same numbers go through what a user would pick instead where `NETPOLITY_PEERS` is a Python that has polars, numpy and scipy:
//!
//! ```text
//! python3 -m venv /somewhere/peers && /somewhere/peers/bin/pip install -r benches/peers/requirements.txt
//! NETPOLITY_PEERS=/somewhere/peers/bin/python cargo bench --bench stats
//! ```
//!
//! Times depend on the machine; the ratios are what counts.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::panic,
    clippy::cast_precision_loss,
    reason = "a bench prints, and stops where something is wrong"
)]

mod peers;
mod random;
mod timing;

use std::fs::File;
use std::hint::black_box;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::Command;

use netpolity::Period;
use netpolity::country::Country;
use netpolity::metric::{DimensionsId, Number, Panel, PanelBuilder, Variable, Vintage};
use netpolity::stats::diffusion::{Curve, Saturation, fit_all};
use netpolity::stats::{Distribution, Groups, Members};

use random::Random;
use timing::best;

const COUNTRIES: usize = 217;
const REGIONS: usize = 7;
const FIRST: i32 = 1960;

fn main() {
    // `cargo test --benches` runs this too: then a small panel shows that it works.
    let quick = std::env::args().any(|argument| argument == "--test") || cfg!(debug_assertions);
    let (indicators, years, distributions, passes) =
        if quick { (3, 10, 5, 1) } else { (1500, 66, 1000, 7) };
    let python = if quick { None } else { peers::python() };
    let folder = std::env::temp_dir().join(format!("netpolity-stats-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();

    println!("{:<52} {:>10} {:>10}", "", "results", "time");
    let panel = panel(indicators, years);
    let plain = best(passes, || {
        let values = panel.series().flat_map(|series| series.values().iter());
        values.filter(|value| !value.is_nan()).sum::<f64>()
    });
    show("the sum of all values, as one writes it", 1, plain);
    let sum = best(passes, || panel.series().map(|series| total(series.values())).sum::<f64>());
    show("the same in eight lanes, as fast as memory is", 1, sum);
    let population = population(years);
    let answered = groups(&panel, &population, indicators, years);
    let means = best(passes, || groups(&panel, &population, indicators, years));
    show("weighted means of regions, with coverage", answered.0 + answered.1, means);
    println!(
        "{:<52} {} answered, {} refused, {:.2} x and {:.2} x the sums",
        "",
        answered.0,
        answered.1,
        means / plain,
        means / sum
    );

    let curves = curves(if quick { 12 } else { 35 });
    let slice = curves.slice().indicator("share");
    let fits = best(passes, || {
        let fits = fit_all(&slice, Curve::Logistic, Saturation::Free);
        fits.filter(|(_, fit)| fit.is_ok()).count()
    });
    show("logistic curves, one for each country", COUNTRIES, fits);

    let shares = shares(distributions);
    let unequal = best(passes, || {
        shares
            .iter()
            .map(|values| {
                let distribution = Distribution::new(values).unwrap();
                distribution.gini() + distribution.theil_t()
            })
            .sum::<f64>()
    });
    show("Gini and Theil of 217 values", distributions, unequal);

    if let Some(python) = python {
        println!();
        write(&folder.join("panel"), panel_bytes(&panel, years));
        write(&folder.join("weights"), weights(years).into_iter().flatten());
        write(
            &folder.join("curves"),
            curves.series().flat_map(|series| series.values().iter().copied()),
        );
        write(&folder.join("shares"), shares.iter().flatten().copied());
        let ours = [("means", means), ("fits", fits), ("unequal", unequal)];
        for (task, ours) in ours {
            let answers = peer(&python, task, &folder);
            let seconds = answers[0];
            println!(
                "{:<52} {:>10} {:>7.1} ms {:>7.1} x",
                task_name(task),
                "",
                seconds * 1e3,
                seconds / ours
            );
            match task {
                "means" => check_means(&panel, &population, &answers[1..], indicators, years),
                "fits" => check_fits(&curves, &answers[1..]),
                _ => check_unequal(&shares, &answers[1..]),
            }
        }
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

fn show(what: &str, results: usize, seconds: f64) {
    println!("{what:<52} {results:>10} {:>7.1} ms", seconds * 1e3);
}

fn task_name(task: &str) -> &'static str {
    match task {
        "means" => "polars: group_by of the same",
        "fits" => "scipy: curve_fit of the same",
        _ => "numpy: Gini and Theil of all rows at once",
    }
}

/// A sum without branches, as quick as memory allows.
fn total(values: &[f64]) -> f64 {
    let mut lanes = [0.0; 8];
    let mut chunks = values.chunks_exact(8);
    for chunk in &mut chunks {
        for (lane, value) in lanes.iter_mut().zip(chunk) {
            *lane += if value.is_nan() { 0.0 } else { *value };
        }
    }
    let rest = chunks.remainder().iter().filter(|value| !value.is_nan()).sum::<f64>();
    lanes.iter().sum::<f64>() + rest
}

fn countries() -> impl Iterator<Item = Country> {
    Country::current().take(COUNTRIES)
}

fn year(position: usize) -> Period {
    Period::from_year(FIRST + i32::try_from(position).unwrap()).unwrap()
}

fn code(indicator: usize) -> String {
    format!("XX.GEN.{indicator:04}.ZS")
}

/// A panel, indicator by indicator; one value in eight is missing.
fn panel(indicators: usize, years: usize) -> Panel {
    let mut random = Random(7);
    let mut builder = PanelBuilder::new(Vintage::new());
    for indicator in 0..indicators {
        let variable = builder.variable(Variable::new(code(indicator)));
        for country in countries() {
            let area = builder.area(country.into(), country.alpha3(), "");
            for at in 0..years {
                let number = Number::new(random.part() * 100.0, 6).unwrap();
                // Ends are kept, so that series are equally long.
                if random.part() < 0.875 || at == 0 || at + 1 == years {
                    builder
                        .push(variable, area, DimensionsId::default(), year(at), number.into(), 0)
                        .unwrap();
                }
            }
        }
    }
    builder.finish()
}

fn panel_bytes(panel: &Panel, years: usize) -> impl Iterator<Item = f64> {
    panel.series().flat_map(move |series| {
        assert_eq!(series.len(), years);
        series.values().iter().copied()
    })
}

/// People of each country by year.
fn weights(years: usize) -> Vec<Vec<f64>> {
    let mut random = Random(11);
    let country = |_| {
        let start = 1e4 * 10_f64.powf(random.part() * 5.0);
        (0..years)
            .scan(start, |people, _| {
                *people *= 1.012;
                Some(people.round())
            })
            .collect()
    };
    (0..COUNTRIES).map(country).collect()
}

/// The means of all regions, indicators and years: how many answer, and how many are refused.
fn groups(panel: &Panel, population: &Panel, indicators: usize, years: usize) -> (usize, usize) {
    let groups = regions(population, years);
    let mut counts = (0, 0);
    for indicator in 0..indicators {
        for (_, list) in groups.of(panel, &code(indicator)) {
            for (_, result) in black_box(&list) {
                if result.is_ok() { counts.0 += 1 } else { counts.1 += 1 }
            }
        }
    }
    counts
}

fn population(years: usize) -> Panel {
    let mut builder = PanelBuilder::new(Vintage::new());
    let variable = builder.variable(Variable::new("people"));
    for (country, people) in countries().zip(weights(years)) {
        let area = builder.area(country.into(), country.alpha3(), "");
        for (at, people) in people.into_iter().enumerate() {
            let number = Number::new(people, 0).unwrap();
            builder
                .push(variable, area, DimensionsId::default(), year(at), number.into(), 0)
                .unwrap();
        }
    }
    builder.finish()
}

fn regions(population: &Panel, years: usize) -> Groups<'_> {
    let region = |region: usize| {
        let members = countries().enumerate().filter(move |(at, _)| at % REGIONS == region);
        (region.to_string(), members.map(|(_, country)| country).collect::<Members>())
    };
    Groups::new((0..REGIONS).map(region), year(0), year(years - 1))
        .weighted_by(population, "people")
}

/// Logistic curves with noise, one for each country.
fn curves(years: usize) -> Panel {
    let mut random = Random(13);
    let mut builder = PanelBuilder::new(Vintage::new());
    let variable = builder.variable(Variable::new("share"));
    for country in countries() {
        let area = builder.area(country.into(), country.alpha3(), "");
        let (saturation, middle, speed) = (
            40.0 + 55.0 * random.part(),
            years as f64 * (0.3 + 0.35 * random.part()),
            0.2 + 0.4 * random.part(),
        );
        for at in 0..years {
            let level = saturation / (1.0 + (-speed * (at as f64 - middle)).exp());
            let level = level * (1.0 + 0.06 * (random.part() - 0.5));
            let number = Number::new(level, 6).unwrap();
            builder
                .push(variable, area, DimensionsId::default(), year(at), number.into(), 0)
                .unwrap();
        }
    }
    builder.finish()
}

fn shares(distributions: usize) -> Vec<Vec<f64>> {
    let mut random = Random(17);
    (0..distributions)
        .map(|_| (0..COUNTRIES).map(|_| 100.0 * random.part().powi(2)).collect())
        .collect()
}

fn write(path: &Path, numbers: impl IntoIterator<Item = f64>) {
    let mut out = BufWriter::new(File::create(path).unwrap());
    for number in numbers {
        out.write_all(&number.to_le_bytes()).unwrap();
    }
    out.flush().unwrap();
}

/// What the script prints: seconds, and numbers to compare.
fn peer(python: &Path, task: &str, folder: &Path) -> Vec<f64> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers/stats.py");
    let output = Command::new(python).arg(script).arg(task).arg(folder).output().unwrap();
    assert!(output.status.success(), "{task}: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    text.split_whitespace().map(|number| number.parse().unwrap()).collect()
}

/// The first region of the first and the last indicator by year, without a policy.
fn check_means(panel: &Panel, population: &Panel, theirs: &[f64], indicators: usize, years: usize) {
    let groups = regions(population, years);
    let last = code(indicators - 1);
    let ours = [code(0), last].into_iter().flat_map(|code| {
        let (_, results) = groups.of(panel, &code).next().unwrap();
        results.into_iter().map(|(_, result)| result.map(|found| found.value)).collect::<Vec<_>>()
    });
    assert_eq!(theirs.len(), 2 * years);
    for (ours, theirs) in ours.zip(theirs) {
        // A refusal is an answer that they don't have.
        let Ok(ours) = ours else { continue };
        assert!((ours / theirs - 1.0).abs() < 1e-12, "{ours} is not {theirs}");
    }
}

fn check_fits(curves: &Panel, theirs: &[f64]) {
    let slice = curves.slice().indicator("share");
    let fits = fit_all(&slice, Curve::Logistic, Saturation::Free);
    let mut worst: f64 = 0.0;
    for ((_, fit), theirs) in fits.zip(theirs.chunks_exact(3)) {
        let fit = fit.unwrap();
        let mut ours = ["L", "t0", "k"].map(|name| fit.parameter(name).unwrap().value);
        ours[1] -= f64::from(FIRST);
        for (ours, theirs) in ours.iter().zip(theirs) {
            worst = worst.max((ours / theirs - 1.0).abs());
        }
    }
    println!("{:<52} parameters differ by {worst:.1e} at most", "");
    assert!(worst < 1e-6);
}

fn check_unequal(shares: &[Vec<f64>], theirs: &[f64]) {
    assert_eq!(theirs.len(), 2 * shares.len());
    for (values, theirs) in shares.iter().zip(theirs.chunks_exact(2)) {
        let ours = Distribution::new(values).unwrap();
        for (ours, theirs) in [ours.gini(), ours.theil_t()].into_iter().zip(theirs) {
            assert!((ours / theirs - 1.0).abs() < 1e-10, "{ours} is not {theirs}");
        }
    }
}
