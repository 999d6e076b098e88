//! Votes of the UN General Assembly, as two publications write them.

use std::collections::HashMap;
use std::error::Error;
use std::path::{Path, PathBuf};

use netpolity::country::Country;
use netpolity::stats::agreement::{AgreementMatrix, AgreementPolicy};
use netpolity::vote::VoteChoice;

/// One publication: a measure is one of its votes, not of another's.
pub(crate) struct Publication {
    /// The file with the votes.
    pub(crate) file: String,
    pub(crate) matrix: AgreementMatrix<String, RollCall>,
    issues: HashMap<u32, Vec<String>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct RollCall {
    pub(crate) id: u32,
    pub(crate) year: i32,
}

impl Publication {
    pub(crate) fn issues_of(&self, roll_call: RollCall) -> Vec<&str> {
        self.issues.get(&roll_call.id).into_iter().flatten().map(String::as_str).collect()
    }
}

/// Every publication in a folder.
pub(crate) fn read(
    folder: &Path,
    policy: &AgreementPolicy,
) -> Result<Vec<Publication>, Box<dyn Error>> {
    let entries =
        std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<PathBuf> =
        entries.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    files.sort();
    let file = |start: &str| {
        let is_it = |path: &&PathBuf| {
            let name = path.file_stem().and_then(|name| name.to_str());
            let is_table = path.extension().is_some_and(|extension| extension == "csv");
            is_table && name.is_some_and(|name| name.starts_with(start))
        };
        files.iter().find(is_it)
    };
    let mut publications = Vec::new();
    if let Some(raw) = file("voeten_raw") {
        publications.push(read_raw(raw, policy)?);
    }
    if let (Some(votes), Some(roll_calls)) = (file("unvotes"), file("roll_calls")) {
        publications.push(read_unvotes(votes, roll_calls, file("issues"), policy)?);
    }
    if publications.is_empty() {
        let folder = folder.display();
        return Err(format!(
            "{folder}: there is neither voeten_raw*.csv, nor unvotes*.csv with roll_calls*.csv"
        )
        .into());
    }
    Ok(publications)
}

/// A table with a line of names at its head.
struct Table {
    path: PathBuf,
    columns: Vec<usize>,
    rows: csv::StringRecordsIntoIter<std::fs::File>,
}

impl Table {
    fn open(path: &Path, names: &[&str]) -> Result<Self, Box<dyn Error>> {
        let mut reader =
            csv::Reader::from_path(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let header = reader.headers()?.clone();
        let column = |name: &&str| {
            let column = header.iter().position(|own| own == *name);
            column.ok_or_else(|| format!("{}: there is no column `{name}`", path.display()))
        };
        let columns = names.iter().map(column).collect::<Result<_, _>>()?;
        Ok(Self { path: path.to_owned(), columns, rows: reader.into_records() })
    }

    /// Calls with the fields of each row, in the order in which they were asked for.
    fn each(
        self,
        mut take: impl FnMut(&[&str]) -> Result<(), String>,
    ) -> Result<(), Box<dyn Error>> {
        let path = self.path.display();
        for row in self.rows {
            let row = row.map_err(|error| format!("{path}: {error}"))?;
            let fields: Vec<&str> =
                self.columns.iter().map(|column| row.get(*column).unwrap_or("")).collect();
            let line = row.position().map_or(0, csv::Position::line);
            take(&fields).map_err(|error| format!("{path}, line {line}: {error}"))?;
        }
        Ok(())
    }
}

fn number<T: std::str::FromStr>(text: &str) -> Result<T, String> {
    text.parse().map_err(|_| format!("`{text}` is no number"))
}

/// Issues by the columns that flag them.
const FLAGS: [(&str, &str); 6] = [
    ("me", "Palestinian conflict"),
    ("nu", "Nuclear weapons and nuclear material"),
    ("di", "Arms control and disarmament"),
    ("hr", "Human rights"),
    ("co", "Colonialism"),
    ("ec", "Economic development"),
];

/// Votes and non-votes by number, states by the number of the Correlates of War project.
fn read_raw(path: &Path, policy: &AgreementPolicy) -> Result<Publication, Box<dyn Error>> {
    let states = states();
    let mut issues: HashMap<u32, Vec<String>> = HashMap::new();
    let mut votes = Vec::new();
    let names: Vec<&str> =
        ["rcid", "year", "ccode", "vote"].into_iter().chain(FLAGS.map(|(flag, _)| flag)).collect();
    Table::open(path, &names)?.each(|fields| {
        let [id, year, state, vote, flags @ ..] = fields else { return Ok(()) };
        let roll_call = RollCall { id: number(id)?, year: number(year)? };
        let choice = match *vote {
            "1" => VoteChoice::Yes,
            "2" => VoteChoice::Abstain,
            "3" => VoteChoice::No,
            "8" => VoteChoice::Absent,
            "9" => VoteChoice::NotMember,
            other => return Err(format!("`{other}` is no vote")),
        };
        // A state that has no ISO code of its own keeps its number.
        let state =
            states.get(state).map_or_else(|| format!("cow:{state}"), |code| (*code).to_owned());
        issues.entry(roll_call.id).or_insert_with(|| {
            let set = FLAGS.iter().zip(flags).filter(|(_, flag)| **flag == "1");
            set.map(|((_, issue), _)| (*issue).to_owned()).collect()
        });
        votes.push((state, roll_call, choice));
        Ok(())
    })?;
    Ok(publication(path, votes, issues, policy))
}

/// Votes in words, states by their ISO code of two letters; `NA` is Namibia.
fn read_unvotes(
    path: &Path,
    roll_calls: &Path,
    issues_path: Option<&PathBuf>,
    policy: &AgreementPolicy,
) -> Result<Publication, Box<dyn Error>> {
    let mut years: HashMap<u32, i32> = HashMap::new();
    Table::open(roll_calls, &["rcid", "date"])?.each(|fields| {
        let [id, date] = fields else { return Ok(()) };
        let year = date.split('-').next().unwrap_or(date);
        years.insert(number(id)?, number(year)?);
        Ok(())
    })?;
    let mut issues: HashMap<u32, Vec<String>> = HashMap::new();
    if let Some(path) = issues_path {
        Table::open(path, &["rcid", "issue"])?.each(|fields| {
            let [id, issue] = fields else { return Ok(()) };
            issues.entry(number(id)?).or_default().push((*issue).to_owned());
            Ok(())
        })?;
    }
    let mut votes = Vec::new();
    Table::open(path, &["rcid", "country_code", "vote"])?.each(|fields| {
        let [id, state, vote] = fields else { return Ok(()) };
        let id = number(id)?;
        let year = *years.get(&id).ok_or_else(|| format!("roll call {id} has no date"))?;
        let choice: VoteChoice =
            vote.parse().map_err(|error: netpolity::UnknownWord| error.to_string())?;
        let state = Country::from_alpha2(state)
            .map_or_else(|| (*state).to_owned(), |state| state.to_string());
        votes.push((state, RollCall { id, year }, choice));
        Ok(())
    })?;
    Ok(publication(path, votes, issues, policy))
}

fn publication(
    path: &Path,
    votes: Vec<(String, RollCall, VoteChoice)>,
    issues: HashMap<u32, Vec<String>>,
    policy: &AgreementPolicy,
) -> Publication {
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Publication { file, matrix: AgreementMatrix::of_ballots(votes, policy), issues }
}

/// Numbers of the Correlates of War project with the ISO code of the state. The Soviet Union is the number of Russia, Germany before
/// 1990 has its own, and both Yemens before 1990 and Yugoslavia keep their numbers.
const STATES: &str = "\
2 USA 20 CAN 31 BHS 40 CUB 41 HTI 42 DOM 51 JAM 52 TTO 53 BRB 54 DMA 55 GRD 56 LCA 57 VCT 58 ATG 60 KNA 70 MEX 80 BLZ 90 GTM 91 HND 92 SLV 93 NIC \
94 CRI 95 PAN 100 COL 101 VEN 110 GUY 115 SUR 130 ECU 135 PER 140 BRA 145 BOL 150 PRY 155 CHL 160 ARG 165 URY 200 GBR 205 IRL 210 NLD 211 BEL \
212 LUX 220 FRA 221 MCO 223 LIE 225 CHE 230 ESP 232 AND 235 PRT 255 DEU 265 DDR 290 POL 305 AUT 310 HUN 315 CSK 316 CZE 317 SVK 325 ITA 331 SMR \
338 MLT 339 ALB 341 MNE 343 MKD 344 HRV 346 BIH 349 SVN 350 GRC 352 CYP 355 BGR 359 MDA 360 ROU 365 RUS 366 EST 367 LVA 368 LTU 369 UKR 370 BLR \
371 ARM 372 GEO 373 AZE 375 FIN 380 SWE 385 NOR 390 DNK 395 ISL 402 CPV 403 STP 404 GNB 411 GNQ 420 GMB 432 MLI 433 SEN 434 BEN 435 MRT 436 NER \
437 CIV 438 GIN 439 BFA 450 LBR 451 SLE 452 GHA 461 TGO 471 CMR 475 NGA 481 GAB 482 CAF 483 TCD 484 COG 490 COD 500 UGA 501 KEN 510 TZA 516 BDI \
517 RWA 520 SOM 522 DJI 530 ETH 531 ERI 540 AGO 541 MOZ 551 ZMB 552 ZWE 553 MWI 560 ZAF 565 NAM 570 LSO 571 BWA 572 SWZ 580 MDG 581 COM 590 MUS \
591 SYC 600 MAR 615 DZA 616 TUN 620 LBY 625 SDN 626 SSD 630 IRN 640 TUR 645 IRQ 651 EGY 652 SYR 660 LBN 663 JOR 666 ISR 670 SAU 679 YEM 690 KWT \
692 BHR 694 QAT 696 ARE 698 OMN 700 AFG 701 TKM 702 TJK 703 KGZ 704 UZB 705 KAZ 710 CHN 712 MNG 713 TWN 731 PRK 732 KOR 740 JPN 750 IND 760 BTN \
770 PAK 771 BGD 775 MMR 780 LKA 781 MDV 790 NPL 800 THA 811 KHM 812 LAO 816 VNM 820 MYS 830 SGP 835 BRN 840 PHL 850 IDN 860 TLS 900 AUS 910 PNG \
920 NZL 935 VUT 940 SLB 946 KIR 947 TUV 950 FJI 955 TON 970 NRU 983 MHL 986 PLW 987 FSM 990 WSM";

fn states() -> HashMap<&'static str, &'static str> {
    let mut words = STATES.split_whitespace();
    std::iter::from_fn(|| Some((words.next()?, words.next()?))).collect()
}
