//! Line charts as SVG files, for the examples.

use std::error::Error;
use std::ops::Range;
use std::path::Path;

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

const SIZE: (u32, u32) = (800, 500);
/// Room for the names of lines, to the right of them.
const NAMES: u32 = 190;
const FONT: &str = "sans-serif";
const GREY: RGBColor = RGBColor(90, 90, 90);

/// Colours that people with colour blindness tell apart (Okabe and Ito).
const COLOURS: [RGBColor; 8] = [
    RGBColor(0, 0, 0),
    RGBColor(213, 94, 0),
    RGBColor(0, 114, 178),
    RGBColor(0, 158, 115),
    RGBColor(204, 121, 167),
    RGBColor(230, 159, 0),
    RGBColor(86, 180, 233),
    RGBColor(120, 120, 120),
];

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stroke {
    Solid,
    Dashed,
    Points,
}

/// A line, with a name that stands at its end.
pub(crate) struct Line {
    pub(crate) name: String,
    pub(crate) colour: usize,
    pub(crate) stroke: Stroke,
    /// In pixels. A wide line drawn first is seen on both sides of a thin one that covers it.
    pub(crate) width: u32,
    /// Stretches without gaps.
    pub(crate) stretches: Vec<Vec<(f64, f64)>>,
}

impl Line {
    /// A line with gaps where there is no value.
    pub(crate) fn new(
        name: impl Into<String>,
        colour: usize,
        stroke: Stroke,
        points: impl IntoIterator<Item = (f64, Option<f64>)>,
    ) -> Self {
        let mut stretches = vec![Vec::new()];
        for (x, y) in points {
            match (y, stretches.last_mut()) {
                (Some(y), Some(stretch)) => stretch.push((x, y)),
                _ => stretches.push(Vec::new()),
            }
        }
        stretches.retain(|stretch| !stretch.is_empty());
        Self { name: name.into(), colour, stroke, width: 2, stretches }
    }

    /// The same of another width.
    #[allow(dead_code)] // not every example needs it
    pub(crate) fn wide(self, width: u32) -> Self {
        Self { width, ..self }
    }
}

/// A chart.
pub(crate) struct Chart<'c> {
    pub(crate) title: &'c str,
    /// What is counted, in which unit.
    pub(crate) unit: &'c str,
    /// Where the numbers are from, and of when.
    pub(crate) source: &'c str,
    pub(crate) x: Range<f64>,
    pub(crate) y: Range<f64>,
    pub(crate) lines: Vec<Line>,
    /// The least and the largest value by time, as a band.
    pub(crate) band: Vec<(f64, f64, f64)>,
    /// A time from which on lines are forecast.
    pub(crate) forecast: Option<f64>,
}

impl Chart<'_> {
    /// Writes the chart to a file.
    pub(crate) fn write(&self, path: &Path) -> Result<(), Box<dyn Error>> {
        let root = SVGBackend::new(path, SIZE).into_drawing_area();
        root.fill(&WHITE)?;
        let text = |size: u32, colour: &RGBColor| (FONT, size).into_font().color(colour);
        root.draw(&Text::new(self.title, (14, 12), text(19, &BLACK)))?;
        root.draw(&Text::new(self.unit, (14, 38), text(14, &GREY)))?;
        root.draw(&Text::new(self.source, (14, 478), text(12, &GREY)))?;
        let area = root.margin(62, 28, 8, NAMES);
        let mut chart = ChartBuilder::on(&area)
            .x_label_area_size(44)
            .y_label_area_size(48)
            .build_cartesian_2d(self.x.clone(), self.y.clone())?;
        let decimals = if self.y.end > 4.0 { 0 } else { 2 };
        chart
            .configure_mesh()
            .disable_x_mesh()
            .bold_line_style(RGBColor(225, 225, 225))
            .light_line_style(TRANSPARENT)
            .axis_style(GREY)
            .x_desc("year")
            .x_labels(9)
            .y_labels(7)
            .x_label_formatter(&|x| format!("{x:.0}"))
            .y_label_formatter(&|y| format!("{y:.decimals$}"))
            .label_style(text(13, &GREY))
            .axis_desc_style(text(13, &GREY))
            .draw()?;
        if let Some(from) = self.forecast {
            let shade = Rectangle::new(
                [(from, self.y.start), (self.x.end, self.y.end)],
                RGBColor(240, 240, 240).filled(),
            );
            chart.draw_series([shade])?;
            // At the bottom, where no curve ends that rises.
            let label = (from, self.y.start + (self.y.end - self.y.start) * 0.05);
            chart.draw_series([Text::new("  forecast", label, text(13, &GREY))])?;
        }
        if !self.band.is_empty() {
            let upper = self.band.iter().map(|(x, _, high)| (*x, *high));
            let lower = self.band.iter().rev().map(|(x, low, _)| (*x, *low));
            let outline: Vec<(f64, f64)> = upper.chain(lower).collect();
            chart.draw_series([Polygon::new(outline, COLOURS[6].filled())])?;
        }
        for line in &self.lines {
            let style = COLOURS[line.colour % COLOURS.len()].stroke_width(line.width);
            for stretch in &line.stretches {
                let points = stretch.iter().copied();
                match line.stroke {
                    // One point alone makes no line.
                    Stroke::Solid if stretch.len() > 1 => {
                        chart.draw_series(LineSeries::new(points, style))?;
                    }
                    Stroke::Dashed => {
                        chart.draw_series(DashedLineSeries::new(points, 6, 4, style))?;
                    }
                    Stroke::Solid | Stroke::Points => {
                        chart.draw_series(points.map(|point| Circle::new(point, 3, style)))?;
                    }
                }
            }
        }
        // Names stand at the ends of their lines, pushed apart where these are near to each other.
        let mut names: Vec<(i32, &Line)> = Vec::new();
        for line in self.lines.iter().filter(|line| !line.name.is_empty()) {
            let Some(last) = line.stretches.last().and_then(|stretch| stretch.last()) else {
                continue;
            };
            names.push((chart.backend_coord(last).1, line));
        }
        names.sort_by_key(|(y, _)| *y);
        let mut free = 62;
        for (y, _) in &mut names {
            *y = (*y).max(free);
            free = *y + 17;
        }
        let mut limit = 420;
        for (y, _) in names.iter_mut().rev() {
            *y = (*y).min(limit);
            limit = *y - 17;
        }
        let left = i32::try_from(SIZE.0 - NAMES)? + 6;
        for (y, line) in names {
            let style = text(14, &COLOURS[line.colour % COLOURS.len()])
                .pos(Pos::new(HPos::Left, VPos::Center));
            root.draw(&Text::new(line.name.as_str(), (left, y), style))?;
        }
        root.present()?;
        Ok(())
    }
}
