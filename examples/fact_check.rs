//! Holds figures in statements against series, in words that a newsroom could paste.
//!
//! `cargo run --example fact_check` checks the figures of the embedded roundtable of 2013: against the registry whose figures they were,
//! against the World Bank's series, and against each other.
//!
//! `cargo run --example fact_check -- "TEXT" [--area CHN] [--on 2013-09-09]` finds the quantities in a text and holds each against the
//! embedded series of its unit. What a quantity is a quantity of, the reader of the text has to say.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::error::Error;
use std::process::ExitCode;

use netpolity::catalogue;
use netpolity::metric::{Panel, Vintage};
use netpolity::quantity::{Interval, Quantity, QuantityKind, Tolerance, find};
use netpolity::statement::Subject;
use netpolity::stats::claims::{ClaimPolicy, Contradiction, Verdict, contradiction};
use netpolity::stats::{People, rate_per};
use netpolity::{Area, Claim, Country, Dataset, PartialDate, Period};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

#[cfg_attr(test, allow(dead_code))]
fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (mut text, mut area, mut on) = (None, Area::from(Country::CHN), None);
    let parsed = (|| -> Result<()> {
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or_else(|| format!("{argument} needs a value"));
            match argument.as_str() {
                "--area" => area = value()?.parse()?,
                "--on" => on = Some(value()?.parse()?),
                _ => text = Some(argument),
            }
        }
        Ok(())
    })();
    let done = parsed.and_then(|()| match text {
        Some(text) => running_text(&text, &area, on),
        None => roundtable(catalogue::roundtable_2013()),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

/// Each quantity in a text, against every embedded series into whose unit it converts.
fn running_text(text: &str, area: &Area, on: Option<PartialDate>) -> Result<()> {
    let policy = ClaimPolicy::of(on);
    let mut found_any = false;
    for found in find(text) {
        found_any = true;
        println!("\"{}\" ({})", found.as_str(), found.kind());
        println!("  says        {}", found.quantity().interval(&policy.tolerance)?);
        if !matches!(found.kind(), QuantityKind::Level | QuantityKind::Share) {
            println!("  not compared: the embedded series are of levels and shares\n");
            continue;
        }
        for variable in catalogue::indicators()
            .flat_map(|panel| panel.variables().iter().map(move |v| (panel, v)))
        {
            let (panel, variable) = variable;
            let (Some(indicator), Some(unit)) = (&variable.indicator, variable.unit) else {
                continue;
            };
            if unit.factor_to(found.quantity().unit()).is_err() {
                continue;
            }
            let mut claim = Claim::new(indicator.clone(), Subject::Area(area.clone()));
            claim.quantity = Some(found.quantity());
            println!("  as {indicator} of {area}:");
            show("", &claim.check(panel, &policy));
        }
        println!();
    }
    if !found_any {
        println!("no quantity found");
    }
    Ok(())
}

/// The figures that a newspaper printed on 10 September 2013.
fn roundtable(dataset: &Dataset) -> Result<()> {
    let registry = release(dataset, "cnnic-release")?;
    let policy = ClaimPolicy::of("2013-09-10".parse::<PartialDate>()?);
    let reported = dataset
        .statements()
        .filter(|statement| statement.cites.iter().any(|cite| cite.source == "cd-report"));
    let (mut number, mut last) = (0, None);
    for statement in reported {
        for claim in &statement.claims {
            // One figure of several things is one claim of the report: "both exceeded 300 million".
            let key = (&statement.id, figure(claim));
            number += usize::from(last.as_ref() != Some(&key));
            println!("C{number}  {} of {}: {}", claim.indicator, claim.subject, key.1);
            last = Some(key);
            let verdict = claim.check(&registry, &policy);
            if let Some(claimed) = verdict.claimed {
                println!("  says        {claimed}");
            }
            show("registry", &verdict);
            show("World Bank", &claim.check(catalogue::internet_use(), &policy));
            if let Some(period) = claim.reached_since(catalogue::internet_use(), &policy) {
                println!("  reached     first in {period}, by the World Bank's series");
            }
            println!();
        }
    }
    posts_per_blogger()?;
    users()?;
    together(dataset)?;
    between_two_years()
}

fn figure(claim: &Claim) -> String {
    match (&claim.printed, &claim.quantity, claim.direction) {
        (Some(printed), ..) => format!("\"{printed}\""),
        (None, Some(quantity), _) => format!("{quantity}"),
        (None, None, Some(direction)) => direction.to_string(),
        (None, None, None) => String::new(),
    }
}

fn show(data: &str, verdict: &Verdict) {
    println!("  {data:<11} {}: {}", verdict.outcome, verdict.reason);
    for tried in &verdict.tried {
        let flags =
            if tried.flags.is_empty() { String::new() } else { format!(" [{}]", tried.flags) };
        println!("  {:<11} {} has {}, {}{flags}", "", tried.period, tried.value, tried.choice);
    }
}

/// More than 200 million posts a day by more than 300 million people: how many each?
fn posts_per_blogger() -> Result<()> {
    let tolerance = Tolerance::default();
    let interval =
        |text: &str| -> Result<Interval> { Ok(text.parse::<Quantity>()?.interval(&tolerance)?) };
    let (posts, people) = (interval("more than 200 million")?, interval("more than 300 million")?);
    println!("C5 by C4: posts a day of each micro-blogger");
    match rate_per(1, posts, people) {
        Ok(rate) => println!("  {rate}"),
        Err(refusal) => println!("  indeterminate: the division is refused: {refusal}"),
    }
    println!();
    Ok(())
}

/// What share and population of the World Bank give for the number of users.
fn users() -> Result<()> {
    println!("internet-users of CHN, from the World Bank's shares and populations");
    let people = People::new(
        catalogue::internet_use(),
        "internet-users-share",
        catalogue::population(),
        "population",
    );
    for year in [2012, 2013] {
        let users = people.users(Country::CHN, Period::from_year(year)?)?;
        println!("  {year} {} million", millions(users.value));
    }
    println!();
    Ok(())
}

/// Whether count and share can be right together, by the population of which they are said to be.
fn together(dataset: &Dataset) -> Result<()> {
    println!("count and share of one text: which population makes both right?");
    let tolerance = Tolerance::default();
    let (registry, share): (Quantity, Quantity) = ("591 million".parse()?, "44.1 percent".parse()?);
    let implied = registry.implied_base(&share, &tolerance)?;
    println!("  591 million at 44.1 percent are {} million people", millions(implied));
    let mut above_all = true;
    for (release, panel) in [
        ("World Bank, 2018-04-24", release(dataset, "wb-sp-pop-totl-2018")?),
        ("World Bank, 2019-10-02", release(dataset, "wb-sp-pop-totl-2019")?),
        ("World Bank, early 2026", catalogue::population().clone()),
    ] {
        for year in [2012, 2013] {
            let cell = panel.get("population", Country::CHN, Period::from_year(year)?);
            let Some(base) = cell.and_then(|cell| cell.number()?.decimal()) else { continue };
            let exactly = Interval::exactly(base);
            above_all &= implied.certainly_below(&exactly);
            let of_share = share.interval(&tolerance)?.mul(&exactly)?;
            let users = of_share.div(&Interval::exactly(100), Interval::DIVISION_DIGITS)?;
            for count in ["almost 600 million", "591 million"] {
                let claims: Vec<Claim> = serde_json::from_str(&format!(
                    r#"[ {{ "indicator": "internet-users", "subject": "CHN", "quantity": "{count}" }},
                         {{ "indicator": "internet-users-share", "subject": "CHN", "quantity": "44.1 percent" }},
                         {{ "indicator": "population", "subject": "CHN", "quantity": "exactly {base}" }} ]"#
                ))?;
                let answer = match contradiction(&claims, &tolerance) {
                    None => "yes".to_owned(),
                    Some(Contradiction::Base { .. }) => {
                        format!("no, the share gives {} million", millions(users))
                    }
                    Some(other) => format!("no: {other:?}"),
                };
                println!("  {release}: {base} in {year}, {count}: {answer}");
            }
        }
    }
    if above_all {
        println!(
            "  591 million at 44.1 percent are fewer than each of these: the registry divides by another"
        );
        println!("  base, which it does not name here");
    }
    println!();
    Ok(())
}

/// What the dataset holds of one source.
fn release(dataset: &Dataset, source: &str) -> Result<Panel> {
    let mut vintage = Vintage::new();
    vintage.source = Some(source.parse()?);
    Ok(dataset.panel(&vintage))
}

/// The middle of 2013 lies between two values of the series.
fn between_two_years() -> Result<()> {
    let claim: Claim = serde_json::from_str(
        r#"{ "indicator": "internet-users-share", "subject": "CHN", "quantity": "44.1 percent", "period": "2013-06" }"#,
    )?;
    println!("44.1 percent at the end of June 2013");
    show("World Bank", &claim.check(catalogue::internet_use(), &ClaimPolicy::default()));
    Ok(())
}

fn millions(interval: Interval) -> String {
    let million = |end: Option<netpolity::quantity::End>| {
        end.map_or_else(|| "?".to_owned(), |end| format!("{:.1}", end.value.to_f64() / 1e6))
    };
    format!("{} to {}", million(interval.lo()), million(interval.hi()))
}
