//! Who takes the same stances as whom, and who opposite ones: a list of ties, a picture and `GraphML` in `target/network/`.
//!
//! `cargo run --release --example network -- [FILE|FOLDER]`
//!
//! Without a file it takes the statements that ship with the crate. An actor is whoever is spoken for, and who joins a statement
//! holds its stances too. A stance counts once in all documents that derive from one.
//!
//! Exit code: 0, or 2 where a file cannot be read or written.
#![allow(clippy::print_stderr)]

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::f64::consts::{PI, TAU};
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use netpolity::actor::Actor;
use netpolity::name::Name;
use netpolity::stats::ActorOf;
use netpolity::stats::Measured;
use netpolity::stats::discourse::{Normalisation, Once, StancePolicy, Stances, Tie};
use netpolity::stats::network::{Edge, Network, Node};
use netpolity::{Dataset, catalogue};

/// How many ties of each kind the list shows.
const SHOWN: usize = 12;

fn main() -> ExitCode {
    let path = std::env::args_os().nth(1);
    let result = match path {
        None => run(catalogue::records()),
        Some(path) => Dataset::open(path).map_err(Into::into).and_then(|dataset| run(&dataset)),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        // A reader that has seen enough, such as `head`, is no error.
        Err(error) if is_closed_pipe(error.as_ref()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

fn is_closed_pipe(error: &(dyn Error + 'static)) -> bool {
    error.downcast_ref().is_some_and(|error: &io::Error| error.kind() == io::ErrorKind::BrokenPipe)
}

fn run(dataset: &Dataset) -> Result<(), Box<dyn Error>> {
    let mut policy = StancePolicy::default();
    (policy.actor, policy.joined) = (ActorOf::Principal, true);
    (policy.once, policy.min_support) = (Once::RootSource, 2);
    let stances = Stances::of(dataset, dataset.statements(), &policy);
    let congruence = stances.network(Tie::Congruence, Normalisation::None)?;
    let conflict = stances.network(Tie::Conflict, Normalisation::None)?;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/network");
    fs::create_dir_all(&folder)?;
    let label = |node: &Node| name(dataset, node);
    for (network, file) in [(&congruence, "congruence"), (&conflict, "conflict")] {
        let out = BufWriter::new(File::create(folder.join(file).with_extension("graphml"))?);
        network.value.write_graphml(out, label)?;
    }
    let ties = [(Tie::Congruence, &congruence), (Tie::Conflict, &conflict)];
    let picture = Picture { dataset, congruence: &congruence.value, conflict: &conflict.value };
    fs::write(folder.join("network.svg"), picture.svg(&congruence))?;
    report(&mut io::stdout().lock(), dataset, &stances, ties)?;
    writeln!(io::stdout(), "\npicture and GraphML in {}", folder.display())?;
    Ok(())
}

fn report(
    out: &mut impl Write,
    dataset: &Dataset,
    stances: &Stances,
    ties: [(Tie, &Measured<Network>); 2],
) -> io::Result<()> {
    let (actors, terms) = (stances.actors().len(), stances.terms().len());
    writeln!(out, "{actors} actors take stances on {terms} propositions: {}", stances.support())?;
    for (tie, network) in ties {
        let mut edges: Vec<Edge<'_>> = network.value.edges().collect();
        writeln!(out, "\n{tie}: {} ties, total weight {}", edges.len(), network.value.total())?;
        edges.sort_by(|a, b| b.weight.total_cmp(&a.weight));
        for edge in edges.iter().take(SHOWN) {
            let (from, to) = (name(dataset, edge.from), name(dataset, edge.to));
            let on = if edge.count == 1 { "proposition" } else { "propositions" };
            writeln!(out, "  {:>4}  {from} and {to}, on {} {on}", edge.weight, edge.count)?;
        }
        if edges.len() > SHOWN {
            writeln!(out, "        and {} more", edges.len() - SHOWN)?;
        }
    }
    Ok(())
}

/// What a node is called, in English where there is a choice.
fn name(dataset: &Dataset, node: &Node) -> String {
    let english = |names: &[Name]| {
        let is_english =
            |name: &&Name| name.lang.as_ref().is_none_or(|lang| lang.as_str().starts_with("en"));
        let name = names.iter().find(is_english).or_else(|| names.first())?;
        Some(name.text.clone())
    };
    let known = match node {
        Node::Actor(Actor::Country(country)) => Some(country.common_name().to_owned()),
        Node::Actor(Actor::Group(group)) => Some(group.name().to_owned()),
        Node::Actor(Actor::Agency(id)) => dataset.agency(id).and_then(|it| english(&it.names)),
        Node::Actor(Actor::Person(id)) => dataset.person(id).and_then(|it| english(&it.names)),
        Node::Actor(Actor::Coalition(id)) => {
            dataset.coalition(id).and_then(|it| english(&it.names))
        }
        Node::Term(term) => dataset.term(term).and_then(|it| english(&it.names)),
        _ => None,
    };
    known.unwrap_or_else(|| node.to_string())
}

const SIZE: f64 = 1000.0;
const CENTRE: (f64, f64) = (SIZE / 2.0, SIZE / 2.0 + 40.0);
const RADIUS: f64 = 270.0;
/// Two colours that people with colour blindness tell apart (Okabe and Ito).
const SAME: &str = "#0072b2";
const OPPOSITE: &str = "#d55e00";

/// Both networks on a circle, those who agree with each other side by side.
struct Picture<'a> {
    dataset: &'a Dataset,
    congruence: &'a Network,
    conflict: &'a Network,
}

impl Picture<'_> {
    /// The nodes that have a tie, by cluster: the larger clusters first, in each those with more ties first.
    fn clusters(&self) -> Vec<Vec<&Node>> {
        let mut friends: BTreeMap<&Node, BTreeSet<&Node>> = BTreeMap::new();
        for edge in self.congruence.edges() {
            friends.entry(edge.from).or_default().insert(edge.to);
            friends.entry(edge.to).or_default().insert(edge.from);
        }
        for edge in self.conflict.edges() {
            friends.entry(edge.from).or_default();
            friends.entry(edge.to).or_default();
        }
        let mut left: BTreeSet<&Node> = friends.keys().copied().collect();
        let mut clusters: Vec<Vec<&Node>> = Vec::new();
        while let Some(first) = left.pop_first() {
            let mut cluster = vec![first];
            let mut at = 0;
            while let Some(node) = cluster.get(at) {
                let found: Vec<&Node> = friends[node].intersection(&left).copied().collect();
                for node in found {
                    left.remove(node);
                    cluster.push(node);
                }
                at += 1;
            }
            cluster.sort_by_key(|node| (usize::MAX - friends[node].len(), *node));
            clusters.push(cluster);
        }
        clusters.sort_by_key(|cluster| usize::MAX - cluster.len());
        clusters
    }

    fn svg(&self, measured: &Measured<Network>) -> String {
        let clusters = self.clusters();
        // A gap of one place between two clusters.
        let places = clusters.iter().map(|cluster| cluster.len() + 1).sum::<usize>().max(1);
        let mut angles: BTreeMap<&Node, f64> = BTreeMap::new();
        let mut place = 0;
        for cluster in &clusters {
            for node in cluster {
                angles.insert(node, as_f64(place) / as_f64(places) * TAU - PI / 2.0);
                place += 1;
            }
            place += 1;
        }
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {SIZE} {SIZE}\" \
             font-family=\"sans-serif\" font-size=\"15\">\n\
             <rect width=\"{SIZE}\" height=\"{SIZE}\" fill=\"white\"/>\n"
        );
        // Conflict last, so that the fewer lines lie above the many.
        let mut widest: f64 = 1.0;
        for (network, colour) in [(self.congruence, SAME), (self.conflict, OPPOSITE)] {
            let edges = network.edges().map(|edge| edge.weight);
            widest = edges.fold(widest, f64::max);
            let opacity = if colour == SAME { 0.35 } else { 0.6 };
            let _ =
                writeln!(svg, "<g fill=\"none\" stroke=\"{colour}\" stroke-opacity=\"{opacity}\">");
            for edge in network.edges() {
                let ends = angles.get(edge.from).zip(angles.get(edge.to));
                let Some((from, to)) = ends else { continue };
                let ((x1, y1), (x2, y2)) = (point(*from, RADIUS), point(*to, RADIUS));
                let (cx, cy) = CENTRE;
                let _ = writeln!(
                    svg,
                    "<path d=\"M{x1:.1} {y1:.1}Q{cx:.1} {cy:.1} {x2:.1} {y2:.1}\" stroke-width=\"{:.2}\"/>",
                    width(edge.weight)
                );
            }
            svg.push_str("</g>\n");
        }
        for (node, angle) in &angles {
            let (x, y) = point(*angle, RADIUS);
            let _ = writeln!(svg, "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"5\" fill=\"#333\"/>");
            let (x, y) = point(*angle, RADIUS + 12.0);
            // On the left side the text would stand on its head.
            let turned = angle.cos() < -1e-9;
            let degrees = angle.to_degrees() + if turned { 180.0 } else { 0.0 };
            let anchor = if turned { "end" } else { "start" };
            let label = escaped(&name(self.dataset, node));
            let _ = writeln!(
                svg,
                "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\" dominant-baseline=\"central\" \
                 transform=\"rotate({degrees:.2} {x:.1} {y:.1})\">{label}</text>"
            );
        }
        legend(&mut svg, widest, measured);
        svg.push_str("</svg>\n");
        svg
    }
}

fn legend(svg: &mut String, widest: f64, measured: &Measured<Network>) {
    let _ = writeln!(
        svg,
        "<text x=\"30\" y=\"40\" font-size=\"22\">Who takes the same stances, and who opposite ones</text>"
    );
    for (y, colour, text) in [(66.0, SAME, "the same stance"), (88.0, OPPOSITE, "opposite stances")]
    {
        let _ = writeln!(
            svg,
            "<path d=\"M30 {y}h40\" stroke=\"{colour}\" stroke-width=\"4\"/><text x=\"80\" y=\"{}\">{text}</text>",
            y + 5.0
        );
    }
    for (x, weight) in [(240.0, 1.0), (340.0, widest)] {
        let _ = writeln!(
            svg,
            "<path d=\"M{x} 77h30\" stroke=\"#333\" stroke-width=\"{:.2}\"/><text x=\"{}\" y=\"82\">{weight}</text>",
            width(weight),
            x + 38.0
        );
    }
    let _ = writeln!(
        svg,
        "<text x=\"410\" y=\"82\">products of the numbers of stances, summed over propositions</text>"
    );
    let _ = writeln!(
        svg,
        "<text x=\"30\" y=\"985\" font-size=\"13\" fill=\"#555\">{} {}; left out: {}</text>",
        measured.support, measured.unit, measured.excluded
    );
}

fn width(weight: f64) -> f64 {
    (1.2 * weight.sqrt()).clamp(1.2, 9.0)
}

fn point(angle: f64, radius: f64) -> (f64, f64) {
    (CENTRE.0 + radius * angle.cos(), CENTRE.1 + radius * angle.sin())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[allow(clippy::cast_precision_loss)] // nodes are few
fn as_f64(count: usize) -> f64 {
    count as f64
}
