//! Agreement of states by their votes in the UN General Assembly, against shares that others published.
//!
//! The votes are not part of the crate: `un_list.rs` says where they are looked for. Without them the tests print a line and pass.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use netpolity::stats::agreement::{AgreementMatrix, AgreementPolicy};
use netpolity::stats::reliability::Distance;
use netpolity::stats::{Excluded, Measured, Refusal};
use netpolity::vote::VoteChoice;

use crate::un_list::folder;

/// States by number and letters of the Correlates of War project. Germany of 1990 stands under the number of united Germany.
const STATES: [(&str, &str); 43] = [
    ("2", "USA"),
    ("20", "CAN"),
    ("40", "CUB"),
    ("70", "MEX"),
    ("100", "COL"),
    ("101", "VEN"),
    ("140", "BRA"),
    ("160", "ARG"),
    ("200", "UKG"),
    ("205", "IRE"),
    ("210", "NTH"),
    ("211", "BEL"),
    ("220", "FRN"),
    ("225", "SWZ"),
    ("230", "SPN"),
    ("235", "POR"),
    ("255", "GFR"),
    ("290", "POL"),
    ("310", "HUN"),
    ("325", "ITA"),
    ("355", "BUL"),
    ("360", "ROM"),
    ("365", "RUS"),
    ("380", "SWD"),
    ("385", "NOR"),
    ("390", "DEN"),
    ("395", "ICE"),
    ("475", "NIG"),
    ("560", "SAF"),
    ("630", "IRN"),
    ("640", "TUR"),
    ("645", "IRQ"),
    ("651", "EGY"),
    ("666", "ISR"),
    ("670", "SAU"),
    ("710", "CHN"),
    ("740", "JPN"),
    ("750", "IND"),
    ("770", "PAK"),
    ("850", "INS"),
    ("900", "AUL"),
    ("732", "ROK"),
    ("731", "PRK"),
];

const YEARS: [&str; 4] = ["1990", "2010", "2011", "2012"];

/// Some columns of a file, by their names. `NA` is text: only who reads a column knows whether it is Namibia.
fn columns<const N: usize>(
    path: &Path,
    names: [&str; N],
) -> impl Iterator<Item = [String; N]> + use<N> {
    let mut reader = csv::Reader::from_path(path).unwrap();
    let header = reader.headers().unwrap().clone();
    let columns = names.map(|name| header.iter().position(|own| own == name).unwrap());
    reader.into_records().map(move |row| {
        let row = row.unwrap();
        columns.map(|column| row[column].to_owned())
    })
}

#[allow(clippy::print_stdout, reason = "a skipped test says so")]
fn files() -> Option<PathBuf> {
    let folder = folder().map(|folder| folder.join("unga")).filter(|folder| folder.is_dir());
    if folder.is_none() {
        println!("skipped: no folder with votes of the General Assembly");
    }
    folder
}

type Votes = AgreementMatrix<String, (String, String)>;

/// The votes as they were published in 2016, by the letters of a state, and by year and roll call.
fn published_2016(folder: &Path) -> &'static Votes {
    // Three tests ask for it.
    static VOTES: OnceLock<Votes> = OnceLock::new();
    VOTES.get_or_init(|| read_2016(folder))
}

fn read_2016(folder: &Path) -> Votes {
    let path = folder.join("voeten_raw.selected-years.csv");
    let votes =
        columns(&path, ["year", "rcid", "ccode", "vote"]).map(|[year, rcid, number, vote]| {
            let choice = match vote.as_str() {
                "1" => VoteChoice::Yes,
                "2" => VoteChoice::Abstain,
                "3" => VoteChoice::No,
                "8" => VoteChoice::Absent,
                "9" => VoteChoice::NotMember,
                other => panic!("`{other}` is no vote"),
            };
            let letters = STATES.iter().find(|(own, _)| *own == number);
            (letters.map_or(number, |(_, letters)| (*letters).to_owned()), (year, rcid), choice)
        });
    AgreementMatrix::of_ballots(votes, &AgreementPolicy::default())
}

fn near(measured: Result<Measured<f64>, Refusal>, printed: &str, what: &str) {
    let (value, printed): (f64, f64) = (measured.unwrap().value, printed.parse().unwrap());
    assert!((value - printed).abs() < 6e-8, "{what}: {value}, printed {printed}");
}

#[test]
fn published_shares_of_agreement() {
    let Some(folder) = files() else { return };
    let matrix = published_2016(&folder);
    let mut seen = 0;
    for year in YEARS {
        let then = matrix.over(|(of, _)| of == year);
        let names = ["Year", "CountryAbb", "PctAgreeUS", "PctAgreeRUSSIA"];
        for [of, state, with_usa, with_russia] in columns(&folder.join("qss_unvoting.csv"), names) {
            if of != year || !STATES.iter().any(|(_, letters)| *letters == state) {
                continue;
            }
            for (partner, printed) in [("USA", with_usa), ("RUS", with_russia)] {
                // The two Koreas were no members in 1990.
                if printed != "NA" {
                    let pair = then.pair(&state, &partner.to_owned()).unwrap();
                    near(pair.agreement(), &printed, &format!("{year} {state} {partner}"));
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 300, "only {seen} published shares");

    let china = |year: &str, other: &str| {
        let then = matrix.over(|(of, _)| of == year);
        let agreement =
            then.pair(&"CHN".to_owned(), &other.to_owned()).unwrap().agreement().unwrap();
        (format!("{:.7}", agreement.value), agreement.support)
    };
    assert_eq!(china("2012", "USA"), ("0.1212121".to_owned(), 66));
    assert_eq!(china("1990", "USA"), ("0.1566265".to_owned(), 83));
}

#[test]
fn similarity_of_votes_by_every_measure() {
    let Some(folder) = files() else { return };
    let matrix = published_2016(&folder);
    let mut seen = 0;
    let mut reader = csv::Reader::from_path(folder.join("dyads.computed.csv")).unwrap();
    for row in reader.deserialize() {
        let row: HashMap<String, String> = row.unwrap();
        let pair =
            matrix.over(|(year, _)| *year == row["year"]).pair(&row["a"], &row["b"]).unwrap();
        assert_eq!(pair.support().to_string(), row["n"]);
        let what = |column: &str| format!("{} {} {} {column}", row["year"], row["a"], row["b"]);
        near(pair.agreement(), &row["agree"], &what("agree"));
        for (name, distance) in [("absolute", Distance::Linear), ("squared", Distance::Quadratic)] {
            let column = format!("S_{name}");
            near(pair.s(distance), &row[&column], &what(&column));
        }
        for (name, distance) in [
            ("unweighted", Distance::Unweighted),
            ("linear", Distance::Linear),
            ("squared", Distance::Quadratic),
        ] {
            let [kappa, pi] = ["kappa", "pi"].map(|measure| format!("{measure}_{name}"));
            near(pair.kappa(distance), &row[&kappa], &what(&kappa));
            near(pair.pi(distance), &row[&pi], &what(&pi));
        }
        seen += 1;
    }
    assert_eq!(seen, 12);
}

#[test]
fn what_takes_no_side_is_counted() {
    let Some(folder) = files() else { return };
    let matrix = published_2016(&folder);
    let then = matrix.over(|(year, _)| year == "2012");
    let roll_calls = matrix.items().iter().filter(|(year, _)| year == "2012").count();
    for (_, pair) in then.pairs() {
        let counted = pair.support() + pair.excluded.total();
        assert_eq!(usize::try_from(counted).unwrap(), roll_calls);
    }
    // Neither seat of China votes in all of 1971, and who is no member yet takes no side.
    let (koreas, early) = (["PRK", "ROK"], matrix.over(|(year, _)| year == "1990"));
    let pair = early.pair(&koreas[0].to_owned(), &koreas[1].to_owned()).unwrap();
    assert_eq!(pair.support(), 0);
    assert!(
        pair.excluded.of(Excluded::NotMember) + pair.excluded.of(Excluded::NotOnRoll) > 80,
        "{:?}",
        pair.excluded
    );
    assert!(matches!(pair.agreement(), Err(Refusal::BelowSupport { found: 0, needed: 1, .. })));
}

/// A later publication has more votes of the same year: a measure is one of its vintage.
#[test]
fn votes_as_published_in_2021() {
    let Some(folder) = files() else { return };
    let roll_calls = columns(&folder.join("roll_calls.2000-2020.csv"), ["rcid", "date"]);
    let years: HashMap<String, String> =
        roll_calls.map(|[rcid, date]| (rcid, date[..4].to_owned())).collect();
    let mut namibia = 0;
    let names = ["rcid", "country", "country_code", "vote"];
    let votes =
        columns(&folder.join("unvotes.2000-2020.csv"), names).map(|[rcid, country, code, vote]| {
            if code == "NA" {
                assert_eq!(country, "Namibia");
                namibia += 1;
            }
            (code, rcid, vote.parse::<VoteChoice>().unwrap())
        });
    let matrix = AgreementMatrix::of_ballots(votes, &AgreementPolicy::default());
    assert_eq!((matrix.actors().len(), matrix.items().len(), namibia), (193, 1862, 1729));
    let then = matrix.over(|rcid| years[rcid] == "2012");
    let agreement = then.pair(&"CN".to_owned(), &"US".to_owned()).unwrap().agreement().unwrap();
    assert_eq!((format!("{:.7}", agreement.value).as_str(), agreement.support), ("0.2222222", 90));
    // This file names only those who voted.
    assert_eq!(agreement.excluded.of(Excluded::NotOnRoll), agreement.excluded.total());
}
