//! Fits curves of diffusion to the share of Internet users of countries, and says what they are worth. Charts in `target/diffusion/`.
//!
//! `cargo run --release --example diffusion -- [--file SHARES] [COUNTRY...]`
//!
//! Countries by their alpha-3 code; without one, some that show what can go wrong. The file is a table of the World Bank for
//! `IT.NET.USER.ZS`; without it the embedded series is taken. Where values of different definitions meet, what comes after the break is left out.
//!
//! Exit code: 0, or 2 for what is no country, or a file that cannot be read.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

use netpolity::Period;
use netpolity::country::Country;
use netpolity::metric::{Flag, Panel, Series};
use netpolity::stats::diffusion::{Curve, Fit, Saturation, fit_series};
use netpolity::time::PeriodKind;

#[path = "charts/mod.rs"]
mod charts;
#[path = "charts/input.rs"]
mod input;

use charts::{Chart, Line, Stroke};

const SHARE: &str = "internet-users-share";
const CURVES: [Curve; 3] = [Curve::Logistic, Curve::Gompertz, Curve::Bass];
const UNTIL: i32 = 2035;

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(mut arguments: impl Iterator<Item = String>) -> Result<(), Box<dyn Error>> {
    let (mut file, mut countries) = (None, Vec::new());
    while let Some(argument) = arguments.next() {
        if argument == "--file" {
            file = Some(arguments.next().ok_or("usage: diffusion [--file SHARES] [COUNTRY...]")?);
        } else {
            countries.push(argument.parse::<Country>()?);
        }
    }
    if countries.is_empty() {
        countries = vec![Country::CHN, Country::KOR, Country::IND];
    }
    let panel = input::internet_use(file.as_deref())?;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/diffusion");
    std::fs::create_dir_all(&folder)?;
    for country in countries {
        match panel.series_of(SHARE, &country.into(), PeriodKind::Year) {
            Some(_) => show(&panel, country, &folder)?,
            None => println!("{country} {}: no series\n", country.common_name()),
        }
    }
    println!("charts in {}", folder.display());
    Ok(())
}

fn show(panel: &Panel, country: Country, folder: &Path) -> Result<(), Box<dyn Error>> {
    let name = country.common_name();
    let slice = panel.slice().indicator(SHARE).area(country);
    let whole = slice.series().next().ok_or("no series")?;
    println!("{country} {name}: percent of the population using the Internet");
    let broken = break_of(whole);
    let first = whole.first().ok_or("no value")?;
    let series = match broken.and_then(|broken| broken.step(-1)) {
        Some(last) => {
            slice.between(first, last).series().next().ok_or("nothing before the break")?
        }
        None => whole,
    };
    if let Some(broken) = broken {
        println!("  {broken} is not comparable with the years before: fitted to these");
    }
    let (last, latest) = series.latest().ok_or("no value")?;
    println!("  last value {latest:.1} in {last}");
    let mut fits: Vec<Fit> = Vec::new();
    for curve in CURVES {
        match fit_series(series, curve, Saturation::AtMost(100.0)) {
            Ok(fit) => {
                describe(&fit);
                fits.push(fit);
            }
            Err(refusal) => println!("  {curve}: refused, {refusal}"),
        }
    }
    let worth = |fit: &Fit| fit.aicc().unwrap_or(f64::INFINITY);
    if let Some(best) = fits.iter().min_by(|a, b| worth(a).total_cmp(&worth(b))) {
        println!("  the least AICc has: {}", best.curve());
    }
    println!();
    let start = f64::from(first.year().unwrap_or(1990));
    let end = f64::from(last.year().unwrap_or(UNTIL));
    let observed = |is_fitted: bool| {
        whole.values().iter().enumerate().map(move |(at, value)| {
            let year = f64::from(whole.period_at(at).and_then(Period::year).unwrap_or_default());
            (year, Some(*value).filter(|value| !value.is_nan() && is_fitted == (year <= end)))
        })
    };
    let mut lines = vec![
        Line::new("observed", 0, Stroke::Points, observed(true)),
        Line::new("after the break, not fitted", 7, Stroke::Points, observed(false)),
    ];
    for (colour, fit) in fits.iter().enumerate() {
        let name = match fit.warnings().len() {
            0 => fit.curve().to_string(),
            1 => format!("{} (1 warning)", fit.curve()),
            many => format!("{} ({many} warnings)", fit.curve()),
        };
        let at = |year: f64| (year, Some(fit.level(year)));
        let steps = |from: f64, to: f64| {
            std::iter::successors(Some(from), |year| Some(year + 0.5))
                .take_while(move |year| *year <= to)
        };
        // Curves that fit equally well cover each other.
        let width = [7, 4, 2].get(colour).copied().unwrap_or(2);
        let past = Line::new("", colour + 1, Stroke::Solid, steps(start, end).map(at));
        let ahead = steps(end, f64::from(UNTIL)).map(at);
        let ahead = Line::new(name, colour + 1, Stroke::Dashed, ahead);
        lines.extend([past.wide(width), ahead.wide(width)]);
    }
    // Points are drawn last, above the curves.
    lines.rotate_left(2);
    let chart = Chart {
        title: &format!("{name}: three curves for one history, and where they lead"),
        unit: "people using the Internet, % of the population; least squares, saturation at most 100 %",
        source: &input::caption(&[panel.vintage()]),
        x: start..f64::from(UNTIL),
        y: 0.0..100.0,
        lines,
        band: Vec::new(),
        forecast: Some(end),
    };
    chart.write(&folder.join(format!("{}.svg", country.alpha3().to_lowercase())))
}

/// The first period that is not comparable with those before.
fn break_of(series: Series<'_>) -> Option<Period> {
    let mut breaks = series.flags().filter(|(_, flags)| flags.contains(Flag::Break));
    breaks.find_map(|(position, _)| series.period_at(position))
}

fn describe(fit: &Fit) {
    let parameters: Vec<String> = fit
        .parameters()
        .map(|parameter| match parameter.standard_error {
            Some(error) => format!("{} {:.4} (+- {error:.2})", parameter.name, parameter.value),
            None => format!("{} {:.4}", parameter.name, parameter.value),
        })
        .collect();
    let aicc = fit.aicc().map_or("-".to_owned(), |aicc| format!("{aicc:.1}"));
    println!(
        "  {}: {}; {} points, RSS {:.1}, AICc {aicc}",
        fit.curve(),
        parameters.join(", "),
        fit.points(),
        fit.rss()
    );
    match fit.time_of(90.0) {
        Some(year) if fit.is_forecast(year) => println!("    90 percent in {year:.0} (forecast)"),
        Some(year) => println!("    90 percent in {year:.0}"),
        None => println!("    never 90 percent"),
    }
    for warning in fit.warnings() {
        println!("    warning: {warning}");
    }
}
