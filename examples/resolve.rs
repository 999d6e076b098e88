//! Resolves names, or reads codes: one a line, from the arguments or the standard input.
use std::io::Write as _;

use netpolity::country::Resolver;
fn main() {
    let mut r = Resolver::new();
    if std::env::args().nth(1).is_some() { r = r.without(netpolity::country::names::NameSource::Owid); }
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lines() {
        let line = line.unwrap();
        let x = r.resolve(&line);
        let how = x.via().map(|v| v.to_string()).unwrap_or_default();
        writeln!(out, "{line}\t{x}\t{how}").unwrap();
    }
}
