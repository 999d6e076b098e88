//! Who is online, who is not, and how unequal that is: tables on the terminal, charts in `target/digital-divide/`.
//!
//! `cargo run --release --example digital_divide -- [SHARES POPULATION]`
//!
//! The files are tables of the World Bank for `IT.NET.USER.ZS` and `SP.POP.TOTL`; without them it takes the embedded series.
//!
//! Exit code: 0, or 2 where a file cannot be read or a chart not be written.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

use netpolity::Period;
use netpolity::country::{Area, Country, Group, GroupKind, Scheme};
use netpolity::metric::Panel;
use netpolity::quantity::Interval;
use netpolity::stats::{
    Aggregate, AggregateAt, Gap, Groups, Members, Parity, People, Policy, Refusal,
};

#[path = "charts/mod.rs"]
mod charts;
#[path = "charts/input.rs"]
mod input;

use charts::{Chart, Line, Stroke};

const SHARE: &str = "internet-users-share";
const POPULATION: &str = "population";
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2024;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let (shares, people) = match arguments {
        [] => (None, None),
        [shares, people] => (Some(shares.as_str()), Some(people.as_str())),
        _ => return Err("usage: digital_divide [SHARES POPULATION]".into()),
    };
    let divide = Divide::new(input::internet_use(shares)?, input::population(people)?)?;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/digital-divide");
    std::fs::create_dir_all(&folder)?;
    divide.world(&folder)?;
    divide.regions(&folder)?;
    divide.offline(&folder)?;
    divide.inequality(&folder)?;
    divide.income()?;
    println!("\ncharts in {}", folder.display());
    Ok(())
}

struct Divide {
    shares: Panel,
    population: Panel,
    regions: Vec<(Group, Members)>,
    world: Members,
    caption: String,
}

impl Divide {
    fn new(shares: Panel, population: Panel) -> Result<Self, Box<dyn Error>> {
        let caption = input::caption(&[shares.vintage(), population.vintage()]);
        // As they are now: Afghanistan and Pakistan are no longer in South Asia.
        let regions = bank(GroupKind::Region)?;
        let world =
            regions.iter().flat_map(|(_, members)| members.areas().iter().cloned()).collect();
        Ok(Self { shares, population, regions, world, caption })
    }

    fn mean<'a>(&'a self, members: &'a Members) -> Aggregate<'a> {
        Aggregate::new(&self.shares, SHARE, members).weighted_by(&self.population, POPULATION)
    }

    fn published(&self, area: impl Into<Area>, year: Period) -> Option<f64> {
        self.shares.value(SHARE, area, year)
    }

    fn groups(&self) -> Result<Groups<'_>, Box<dyn Error>> {
        let (first, last) = (Period::from_year(*YEARS.start())?, Period::from_year(*YEARS.end())?);
        let named = self.regions.iter().map(|(group, members)| (group.id(), members.clone()));
        Ok(Groups::new(named, first, last).weighted_by(&self.population, POPULATION))
    }

    /// The world: what follows from the countries, and what was published.
    fn world(&self, folder: &Path) -> Result<(), Box<dyn Error>> {
        println!("People using the Internet, percent of the population: the world\n");
        println!(
            "{:<6}{:>10}{:>10}{:>10}  countries' mean",
            "year", "published", "naive", "coverage"
        );
        let naive = self.mean(&self.world).policy(Policy::with_coverage(0.0));
        let (mut published, mut answered, mut refused) = (Vec::new(), Vec::new(), Vec::new());
        for year in YEARS {
            let period = Period::from_year(year)?;
            let at = f64::from(year);
            let of_publisher = self.published(Group::M49_001, period);
            let (any, mean) = (naive.at(period)?, self.mean(&self.world).at(period));
            let says = match &mean {
                Ok(mean) => {
                    format!("answered: {:.1} ({} of {} countries)", mean.value, mean.used, mean.of)
                }
                Err(refusal) => format!("refused: {refusal}"),
            };
            if year % 4 == 0 || year >= 2020 {
                let of_publisher =
                    of_publisher.map_or("-".to_owned(), |value| format!("{value:.1}"));
                let coverage = any.coverage * 100.0;
                println!("{year:<6}{of_publisher:>10}{:>10.1}{coverage:>9.1}%  {says}", any.value);
            }
            published.push((at, of_publisher));
            answered.push((at, mean.as_ref().ok().map(|mean| mean.value)));
            refused.push((at, mean.is_err().then_some(any.value)));
        }
        let chart = Chart {
            title: "Where too few countries have data, their mean says little of the world",
            unit: "people using the Internet, % of the population",
            source: &self.caption,
            x: 2000.0..2024.5,
            y: 0.0..100.0,
            lines: vec![
                Line::new("published for the world", 0, Stroke::Dashed, published),
                Line::new("mean of the countries", 2, Stroke::Solid, answered),
                Line::new("naive mean, refused", 1, Stroke::Points, refused),
            ],
            band: Vec::new(),
            forecast: None,
        };
        chart.write(&folder.join("world.svg"))
    }

    fn regions(&self, folder: &Path) -> Result<(), Box<dyn Error>> {
        let groups = self.groups()?;
        let results: Vec<(&str, Vec<AggregateAt>)> = groups.of(&self.shares, SHARE).collect();
        println!("\nRegions, mean of the countries and (published)\n");
        print!("{:<28}", "");
        let shown = [2004, 2008, 2012, 2016, 2020, 2022, 2024];
        for year in &shown {
            print!("{year:>14}");
        }
        println!();
        let mut lines = Vec::new();
        for (colour, ((group, _), (_, list))) in self.regions.iter().zip(&results).enumerate() {
            print!("{:<28.27}", short(*group));
            for (period, result) in list {
                if !period.year().is_some_and(|year| shown.contains(&year)) {
                    continue;
                }
                let mean = match result {
                    Ok(mean) => format!("{:.1}", mean.value),
                    Err(Refusal::BelowCoverage { coverage, .. }) => {
                        format!("[{:.0}%]", coverage * 100.0)
                    }
                    Err(Refusal::TooFew { .. }) => "[0%]".to_owned(),
                    Err(_) => "[-]".to_owned(),
                };
                let published = self.published(*group, *period);
                let published = published.map_or("-".to_owned(), |value| format!("{value:.1}"));
                print!("{:>14}", format!("{mean} ({published})"));
            }
            println!();
            let points = list.iter().map(|(period, result)| {
                let value = result.as_ref().ok().map(|mean| mean.value);
                (f64::from(period.year().unwrap_or_default()), value)
            });
            lines.push(Line::new(short(*group), colour + 1, Stroke::Solid, points));
        }
        println!("[n%]: refused, as the countries with a value have n percent of the people");
        let chart = Chart {
            title: "Regions of the World Bank: lines end where two thirds of the people are not covered",
            unit: "people using the Internet, % of the population, means of the countries",
            source: &self.caption,
            x: 2000.0..2024.5,
            y: 0.0..100.0,
            lines,
            band: Vec::new(),
            forecast: None,
        };
        chart.write(&folder.join("regions.svg"))
    }

    /// The people offline, from the published share, which is rounded.
    fn offline(&self, folder: &Path) -> Result<(), Box<dyn Error>> {
        println!("\nPeople offline in the world, billions, as far as the published share tells\n");
        let people = People::new(&self.shares, SHARE, &self.population, POPULATION);
        let mut band = Vec::new();
        for year in YEARS {
            let Ok(offline) = people.offline(Group::M49_001, Period::from_year(year)?) else {
                continue;
            };
            let (Some(low), Some(high)) = (offline.value.lo(), offline.value.hi()) else {
                continue;
            };
            let (low, high) = (low.value.to_f64() / 1e9, high.value.to_f64() / 1e9);
            if year % 4 == 0 || year >= 2022 {
                println!("{year:<6}{low:>8.3} to {high:.3}");
            }
            band.push((f64::from(year), low, high));
        }
        let widest = band.iter().map(|(_, low, high)| high - low).fold(0.0, f64::max);
        let middle = band.iter().map(|(year, low, high)| (*year, Some(f64::midpoint(*low, *high))));
        let chart = Chart {
            title: "People offline in the world",
            unit: &format!(
                "billions, from the published share; the band is what its rounding leaves open, {widest:.2} at most"
            ),
            source: &self.caption,
            x: 2000.0..2024.5,
            y: 0.0..7.0,
            lines: vec![Line::new("people offline", 0, Stroke::Solid, middle).wide(1)],
            band,
            forecast: None,
        };
        chart.write(&folder.join("offline.svg"))
    }

    fn inequality(&self, folder: &Path) -> Result<(), Box<dyn Error>> {
        println!("\nInequality of Internet use between countries, weighted by population\n");
        println!(
            "{:<6}{:>8}{:>8}{:>10}{:>8}  coverage",
            "year", "Gini", "Theil", "between", "within"
        );
        let groups = self.groups()?;
        let mut rows = Vec::new();
        for year in YEARS {
            let period = Period::from_year(year)?;
            let found = self.mean(&self.world).distribution_at(period);
            let parts = groups.decomposition_at(&self.shares, SHARE, period);
            if let (Ok(found), Ok(parts)) = (&found, parts.map(|parts| parts.value)) {
                if year % 4 == 0 || year >= 2020 {
                    println!(
                        "{year:<6}{:>8.3}{:>8.3}{:>10.3}{:>8.3}{:>9.1}%",
                        found.value.gini(),
                        found.value.theil_t(),
                        parts.between,
                        parts.within,
                        found.coverage * 100.0
                    );
                }
                rows.push((
                    year,
                    Some([found.value.gini(), found.value.theil_t(), parts.between, parts.within]),
                ));
            } else {
                rows.push((year, None));
                if let Err(refusal) = found {
                    println!("{year:<6}refused: {refusal}");
                }
            }
        }
        let names = ["Gini coefficient", "Theil's T", "between regions", "within regions"];
        let line = |(at, name): (usize, &str)| {
            let points = rows.iter().map(|(year, row)| (f64::from(*year), row.map(|row| row[at])));
            let stroke = if at < 2 { Stroke::Solid } else { Stroke::Dashed };
            Line::new(name, [0, 2, 1, 3][at], stroke, points)
        };
        let chart = Chart {
            title: "Internet use became more equal, between regions and within them",
            unit: "inequality of shares of users between countries, weighted by population; 0 is equality",
            source: &self.caption,
            x: 2000.0..2024.5,
            y: 0.0..1.2,
            lines: names.into_iter().enumerate().map(line).collect(),
            band: Vec::new(),
            forecast: None,
        };
        chart.write(&folder.join("inequality.svg"))
    }

    /// Low against high income, by what was published for both.
    fn income(&self) -> Result<(), Box<dyn Error>> {
        println!("\nLow and high income, published shares as far as their digits tell");
        let [low, high] = ["wb-lic", "wb-hic"].map(|id| Group::from_id(id).map(Area::from));
        let (Some(low), Some(high)) = (low, high) else { return Err("no income groups".into()) };
        for year in [2012, 2024] {
            let period = Period::from_year(year)?;
            let share = |area: &Area| {
                let cell = self.shares.get(SHARE, area.clone(), period)?;
                Interval::rounded_to(cell.number()?.decimal()?)
            };
            let (Some(low), Some(high)) = (share(&low), share(&high)) else { continue };
            let gap = Gap::between(low, high)?;
            let ends =
                [gap.parity.lo(), gap.parity.hi()].map(|end| end.map(|end| end.value.to_f64()));
            let [Some(least), Some(most)] = ends else { continue };
            println!(
                "{year}  {low} and {high} percent: parity {least:.3} to {most:.3} ({}), {} points apart",
                Parity::of(most),
                gap.difference
            );
        }
        Ok(())
    }
}

/// The World Bank's groups of a kind, with the members of its fiscal year 2026 of which it publishes something: it counts Taiwan
/// without doing so, and takes the Channel Islands together.
fn bank(kind: GroupKind) -> Result<Vec<(Group, Members)>, Box<dyn Error>> {
    let day = "2025-12-31".parse()?;
    let groups = Group::all().filter(|group| group.id().starts_with("wb-") && group.kind() == kind);
    let islands = Scheme::WorldBank.area_of("CHI", None)?;
    let members = |group: Group| {
        let members = Members::of(group, day).without(Country::TWN);
        if group.id() == "wb-ecs" { members.with(islands.clone()) } else { members }
    };
    Ok(groups.map(|group| (group, members(group))).collect())
}

/// Names that stand beside a line.
fn short(group: Group) -> &'static str {
    match group.id() {
        "wb-mea" => "Mid. East, N. Africa, AF, PK",
        "wb-lcn" => "Latin America & Caribbean",
        _ => group.name().trim_end_matches(" (World Bank)"),
    }
}
