//! Networks: who is tied to whom, how strongly, on how much.
//!
//! Measures over records give them, such as those of [`discourse`](super::discourse) and of
//! [`events`](super::events). They are written as a list of edges or as `GraphML`, which network programs read.

mod graphml;

use std::fmt;
use std::io::{self, Write};

use crate::actor::Actor;
use crate::event::Event;
use crate::id::Id;
use crate::taxonomy::TermRef;

/// What is tied.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Node {
    /// An actor.
    Actor(Actor),
    /// A term of a taxonomy.
    Term(TermRef),
    /// An event.
    Event(Id<Event>),
}

impl Node {
    /// What kind of thing it is: `country`, `group`, `agency`, `person`, `coalition`, `unnamed`, `term` or `event`.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Actor(Actor::Country(_)) => "country",
            Self::Actor(Actor::Group(_)) => "group",
            Self::Actor(Actor::Agency(_)) => "agency",
            Self::Actor(Actor::Person(_)) => "person",
            Self::Actor(Actor::Coalition(_)) => "coalition",
            Self::Actor(Actor::Unnamed(_)) => "unnamed",
            Self::Term(_) => "term",
            Self::Event(_) => "event",
        }
    }
}

impl fmt::Display for Node {
    /// An actor as it is written everywhere, `term:..` and `event:..` for the others.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Actor(actor) => actor.fmt(f),
            Self::Term(term) => write!(f, "term:{term}"),
            Self::Event(event) => write!(f, "event:{event}"),
        }
    }
}

/// A node and how much it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Vertex {
    /// What is tied.
    pub node: Node,
    /// How much was counted of it, such as its stances.
    pub count: u32,
}

/// A tie between two nodes.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Edge<'n> {
    /// The one node; where ties have a direction, the one from which it goes.
    pub from: &'n Node,
    /// The other node.
    pub to: &'n Node,
    /// How strong the tie is.
    pub weight: f64,
    /// How much it rests on, such as the propositions on which both take a stance.
    pub count: u32,
}

/// Nodes and the ties between them, in the order of the nodes. No node is tied to itself, and a weight of 0 is no tie.
///
/// ```
/// use netpolity::Dataset;
/// use netpolity::stats::discourse::{Normalisation, StancePolicy, Stances, Tie};
///
/// let dataset = Dataset::from_json(
///     r#"{ "netpolity": 1, "statements": [
///          { "id": "a", "act": "call", "speakers": [ { "actor": "country:CHN" } ],
///            "positions": [ { "term": "un-framework", "stance": "support" } ] },
///          { "id": "b", "act": "call", "speakers": [ { "actor": "country:RUS" } ],
///            "positions": [ { "term": "un-framework", "stance": "support" } ] } ] }"#,
/// )?;
/// let stances = Stances::of(&dataset, dataset.statements(), &StancePolicy::default());
/// let network = stances.network(Tie::Congruence, Normalisation::None).unwrap().value;
/// let mut csv = Vec::new();
/// network.write_csv(&mut csv).unwrap();
/// assert_eq!(csv, b"from,to,weight,count\ncountry:CHN,country:RUS,1,1\n");
/// # Ok::<(), netpolity::dataset::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Network {
    vertices: Vec<Vertex>,
    ties: Vec<Pair>,
    directed: bool,
}

/// A tie by the numbers of its nodes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pair {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) count: u32,
    pub(super) weight: f64,
}

impl Network {
    /// Of nodes in order, each once, and ties in the order of their nodes.
    pub(super) fn new(nodes: impl IntoIterator<Item = (Node, u32)>, ties: Vec<Pair>) -> Self {
        let vertices = nodes.into_iter().map(|(node, count)| Vertex { node, count }).collect();
        Self { vertices, ties, directed: false }
    }

    /// The same, where the ties go from one to the other.
    pub(super) fn directed(self) -> Self {
        Self { directed: true, ..self }
    }

    /// The nodes, actors before terms before events, each kind in order.
    pub fn vertices(&self) -> &[Vertex] {
        &self.vertices
    }

    /// Whether ties go from one node to the other, so that there and back are two.
    pub fn is_directed(&self) -> bool {
        self.directed
    }

    /// The ties.
    pub fn edges(&self) -> impl ExactSizeIterator<Item = Edge<'_>> {
        self.ties.iter().map(|tie| Edge {
            from: self.node(tie.from),
            to: self.node(tie.to),
            weight: tie.weight,
            count: tie.count,
        })
    }

    /// The weight between two nodes; 0 where there is no tie.
    pub fn weight(&self, from: &Node, to: &Node) -> f64 {
        let row = |node: &Node| self.vertices.binary_search_by(|vertex| vertex.node.cmp(node)).ok();
        let (Some(mut from), Some(mut to)) = (row(from), row(to)) else { return 0.0 };
        if !self.directed && to < from {
            (from, to) = (to, from);
        }
        let found =
            self.ties.binary_search_by(|tie| (tie.from as usize, tie.to as usize).cmp(&(from, to)));
        found.ok().and_then(|at| self.ties.get(at)).map_or(0.0, |tie| tie.weight)
    }

    /// The sum of all weights, each tie once. A matrix of a network without directions has each twice.
    pub fn total(&self) -> f64 {
        self.ties.iter().map(|tie| tie.weight).sum()
    }

    /// Writes a line for each tie: `from,to,weight,count`.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write_csv(&self, mut out: impl Write) -> io::Result<()> {
        // The text forms of nodes have no comma, quotation mark or line break.
        let names: Vec<String> = self.vertices.iter().map(|v| v.node.to_string()).collect();
        let name = |at: u32| names.get(at as usize).map(String::as_str).unwrap_or_default();
        writeln!(out, "from,to,weight,count")?;
        for Pair { from, to, count, weight } in &self.ties {
            writeln!(out, "{},{},{weight},{count}", name(*from), name(*to))?;
        }
        Ok(())
    }

    #[allow(clippy::indexing_slicing)] // ties are made of the numbers of the nodes
    fn node(&self, at: u32) -> &Node {
        &self.vertices[at as usize].node
    }
}
