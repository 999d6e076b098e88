//! Coefficients of coder agreement against those that were published, over tables as they are published.
//!
//! The tables are not part of the crate: `un_list.rs` says where they are looked for. Without them the test prints a line and passes.

use std::path::Path;

use netpolity::stats::reliability::{Contingency, Distance, Level, Ratings};
use netpolity::stats::{Measured, Refusal};

use crate::un_list::folder;

fn table(path: &Path) -> Vec<Vec<String>> {
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).has_headers(false).from_path(path).unwrap();
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// Rows and columns without their labels.
fn numbers(path: &Path) -> Vec<Vec<f64>> {
    let rows = table(path);
    rows[1..]
        .iter()
        .map(|row| row[1..].iter().map(|cell| cell.parse().unwrap()).collect())
        .collect()
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "counts")]
fn counts(path: &Path) -> Vec<Vec<u32>> {
    numbers(path).iter().map(|row| row.iter().map(|count| *count as u32).collect()).collect()
}

/// What judges gave, unit by unit: numbers where all are, labels otherwise.
fn ratings(path: &Path) -> Ratings {
    let rows = table(path);
    let cells: Vec<Vec<Option<&str>>> = rows[1..]
        .iter()
        .map(|row| {
            row[1..]
                .iter()
                .map(|cell| Some(cell.as_str()).filter(|cell| !cell.is_empty()))
                .collect()
        })
        .collect();
    let as_numbers: Option<Vec<Vec<Option<f64>>>> = cells
        .iter()
        .map(|row| {
            row.iter()
                .map(|cell| cell.map(|cell| cell.parse().ok()).map_or(Some(None), |n| n.map(Some)))
                .collect()
        })
        .collect();
    if let Some(numbers) = as_numbers {
        return Ratings::of_numbers(&numbers).unwrap();
    }
    let mut labels: Vec<&str> = cells.iter().flatten().copied().flatten().collect();
    labels.sort_unstable();
    labels.dedup();
    let cells: Vec<Vec<Option<&str>>> = cells;
    Ratings::new(&labels, &cells).unwrap()
}

/// The pairs of a table of counts as units that two judged.
fn spread(rows: &[Vec<u32>]) -> Ratings {
    let mut units = Vec::new();
    for (a, row) in rows.iter().enumerate() {
        for (b, count) in row.iter().enumerate() {
            units.extend(std::iter::repeat_n([Some(a), Some(b)], *count as usize));
        }
    }
    let categories: Vec<usize> = (0..rows.len()).collect();
    Ratings::new(&categories, &units).unwrap()
}

fn of_many(ratings: &Ratings, coefficient: &str, weights: &str) -> Result<Measured<f64>, Refusal> {
    match coefficient {
        "Krippendorff alpha" => ratings.alpha(if weights == "unweighted" {
            Level::Nominal
        } else {
            weights.parse().unwrap()
        }),
        "Fleiss kappa" | "Fleiss kappa (generalised)" => ratings.fleiss_kappa(),
        "Conger kappa" => ratings.conger_kappa(),
        "Gwet AC1" => ratings.gwet_ac1(),
        "Brennan-Prediger" => ratings.brennan_prediger(),
        "percent agreement" => ratings.agreement(),
        other => panic!("`{other}` is not tried"),
    }
}

#[test]
fn published_coefficients() {
    let Some(folder) =
        folder().map(|folder| folder.join("reliability")).filter(|folder| folder.is_dir())
    else {
        println!("skipped: no folder with published tables");
        return;
    };
    let mut seen = 0;
    for row in &table(&folder.join("published-values.csv"))[1..] {
        let [file, _, coefficient, weights, printed, ..] = row.as_slice() else {
            panic!("{row:?}")
        };
        let path = folder.join(file);
        let two = match file.as_str() {
            "cohen1968-3x3.proportions.csv" => {
                Some(Contingency::from_proportions(&numbers(&path), 200).unwrap())
            }
            "cohen-2x2-grants.counts.csv" | "irrcac-cont3x3abstractors.csv" => {
                Some(Contingency::from_counts(&counts(&path)).unwrap())
            }
            _ => None,
        };
        let measured = match (&two, coefficient.as_str()) {
            (Some(two), "Cohen kappa") => two.kappa(Distance::Unweighted),
            (Some(two), "Scott pi") => two.pi(Distance::Unweighted),
            (Some(two), "Cohen weighted kappa") => {
                two.kappa_by(&numbers(&folder.join("cohen1968-3x3.disagreement-weights.csv")))
            }
            (Some(_), other) => of_many(&spread(&counts(&path)), other, weights),
            (None, other) if file.contains("counts") || file.contains("distrib") => {
                of_many(&Ratings::from_counts(&counts(&path)).unwrap(), other, weights)
            }
            (None, other) => of_many(&ratings(&path), other, weights),
        };
        let value = measured.unwrap_or_else(|error| panic!("{file}, {coefficient}: {error}")).value;
        // As exact as it was printed.
        let digits = printed.split_once('.').unwrap().1.len();
        let off = (value - printed.parse::<f64>().unwrap()).abs();
        assert!(
            off <= 0.500_001 * 10_f64.powi(-i32::try_from(digits).unwrap()),
            "{file}, {coefficient}, {weights}: {value}, printed {printed}"
        );
        seen += 1;
    }
    assert_eq!(seen, 27);
}
