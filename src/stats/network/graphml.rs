//! `GraphML`, as network programs read it.

use std::fmt;
use std::io::{self, Write};

use super::{Network, Node};

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
  <key id="key" for="node" attr.name="key" attr.type="string"/>
  <key id="label" for="node" attr.name="label" attr.type="string"/>
  <key id="kind" for="node" attr.name="kind" attr.type="string"/>
  <key id="count" for="node" attr.name="count" attr.type="long"/>
  <key id="weight" for="edge" attr.name="weight" attr.type="double"/>
  <key id="shared" for="edge" attr.name="count" attr.type="long"/>
"#;

impl Network {
    /// Writes it as `GraphML`: nodes with `key` (their text form), `label`, `kind` and `count`, edges with `weight` and
    /// `count`. What XML cannot hold in a label is replaced by U+FFFD.
    ///
    /// Brandes et al. (2002), "`GraphML` progress report: structural layer proposal".
    ///
    /// ```
    /// # use netpolity::Dataset;
    /// # use netpolity::stats::discourse::{StancePolicy, Stances};
    /// # let dataset = Dataset::from_json(
    /// #     r#"{ "netpolity": 1, "statements": [
    /// #          { "id": "a", "act": "call", "speakers": [ { "actor": "country:CHN" } ],
    /// #            "positions": [ { "term": "un-framework", "stance": "support" } ] } ] }"#,
    /// # )?;
    /// let stances = Stances::of(&dataset, dataset.statements(), &StancePolicy::default());
    /// let network = stances.two_mode().unwrap().value;
    /// let mut xml = Vec::new();
    /// network.write_graphml(&mut xml, |node| format!("<{}>", node.kind()))?;
    /// let xml = String::from_utf8(xml)?;
    /// assert!(xml.contains(r#"<node id="n0"><data key="key">country:CHN</data><data key="label">&lt;country&gt;</data>"#));
    /// assert!(xml.contains(r#"<edge source="n0" target="n1"><data key="weight">1</data>"#));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn write_graphml(
        &self,
        mut out: impl Write,
        mut label: impl FnMut(&Node) -> String,
    ) -> io::Result<()> {
        out.write_all(HEAD.as_bytes())?;
        let direction = if self.directed { "directed" } else { "undirected" };
        writeln!(out, r#"  <graph id="network" edgedefault="{direction}">"#)?;
        for (at, vertex) in self.vertices.iter().enumerate() {
            let (key, label) = (vertex.node.to_string(), label(&vertex.node));
            writeln!(
                out,
                r#"    <node id="n{at}"><data key="key">{}</data><data key="label">{}</data><data key="kind">{}</data><data key="count">{}</data></node>"#,
                Escaped(&key),
                Escaped(&label),
                vertex.node.kind(),
                vertex.count
            )?;
        }
        for tie in &self.ties {
            writeln!(
                out,
                r#"    <edge source="n{}" target="n{}"><data key="weight">{}</data><data key="shared">{}</data></edge>"#,
                tie.from, tie.to, tie.weight, tie.count
            )?;
        }
        out.write_all(b"  </graph>\n</graphml>\n")
    }
}

/// A text between two tags.
struct Escaped<'t>(&'t str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '&' => f.write_str("&amp;")?,
                // A reader would make a line break of it.
                '\r' => f.write_str("&#13;")?,
                // The characters that XML 1.0 has not.
                '\0'..='\u{8}'
                | '\u{b}'
                | '\u{c}'
                | '\u{e}'..='\u{1f}'
                | '\u{fffe}'
                | '\u{ffff}' => f.write_str("\u{fffd}")?,
                c => write!(f, "{c}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::Pair;
    use super::*;

    #[test]
    fn labels_are_escaped_and_the_same_every_time() {
        let nodes = ["country:CHN", "country:GBR"].map(|text| Node::Actor(text.parse().unwrap()));
        let tie = Pair { from: 0, to: 1, count: 2, weight: 0.25 };
        let network = Network::new(nodes.map(|node| (node, 3)), vec![tie]);
        let written = |network: &Network| {
            let mut xml = Vec::new();
            network.write_graphml(&mut xml, |_| "a<b>&\"\0\u{ffff}\r国".to_owned()).unwrap();
            String::from_utf8(xml).unwrap()
        };
        let xml = written(&network);
        assert!(
            xml.contains("<data key=\"label\">a&lt;b&gt;&amp;\"\u{fffd}\u{fffd}&#13;国</data>")
        );
        assert!(xml.contains(r#"<edge source="n0" target="n1"><data key="weight">0.25</data><data key="shared">2</data></edge>"#));
        assert!(xml.contains("edgedefault=\"undirected\"") && xml.ends_with("</graphml>\n"));
        assert_eq!(xml, written(&network));
        assert!(written(&network.directed()).contains("edgedefault=\"directed\""));
    }
}
