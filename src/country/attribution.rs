//! The credits of the country tables.

/// Where the country tables come from: the lines to show among the credits of a program that contains them.
///
/// They name the sources whose licences ask for it (CC BY 4.0, CC BY 3.0 IGO and the Unicode License v3), each in the
/// form that it asks for, one a line. Licence texts, versions and the notices of sources under the MIT License are in
/// `data/LICENSES.md` of the package.
///
/// ```
/// let credits = netpolity::country::attribution();
/// assert!(credits.lines().any(|line| line.starts_with("The World Bank: ")));
/// ```
pub fn attribution() -> &'static str {
    "\
Country tables: facts selected and rearranged by netpolity from
The World Bank: Country and Lending Groups, Historical classification by income. CC BY 4.0, https://creativecommons.org/licenses/by/4.0/
United Nations, Department of Economic and Social Affairs, Population Division (2024). World Population Prospects 2024, Online Edition. Copyright © 2024 by United Nations, made available under a Creative Commons license CC BY 3.0 IGO: http://creativecommons.org/licenses/by/3.0/igo/
Our World in Data, https://ourworldindata.org. CC BY 4.0, https://creativecommons.org/licenses/by/4.0/
GeoNames, https://www.geonames.org. CC BY 4.0, https://creativecommons.org/licenses/by/4.0/
Gapminder, https://www.gapminder.org. CC BY 4.0, https://creativecommons.org/licenses/by/4.0/
Unicode CLDR. Copyright © 2004-2026 Unicode, Inc. Unicode License v3, https://www.unicode.org/license.txt
Spellings of names are also from works under the MIT License; their notices are in data/LICENSES.md of netpolity."
}

#[cfg(test)]
mod tests {
    use super::*;

    const LICENSES: &str = include_str!("../../data/LICENSES.md");

    #[test]
    fn every_source_that_asks_for_it_is_named() {
        let (_, sources) = LICENSES.split_once("\n## Sources\n").unwrap();
        let mut asking = 0;
        for row in sources.lines().take_while(|line| !line.starts_with('#')) {
            let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
            let [source, _, _, copyright, licence] = cells[..] else { continue };
            if !licence.contains("CC BY") && !licence.contains("Unicode") {
                continue;
            }
            asking += 1;
            let (name, _) = source.trim_start_matches('[').split_once(']').unwrap();
            let line =
                attribution().lines().find(|line| line.starts_with(name)).unwrap_or_default();
            assert!(line.contains(licence), "{name} is not credited under {licence}: `{line}`");
            assert!(
                !copyright.starts_with("Copyright") || line.contains(copyright),
                "the copyright line of {name} is missing: `{line}`"
            );
        }
        assert_eq!(asking, 6);
    }

    #[test]
    fn the_document_has_the_same_lines() {
        assert!(LICENSES.contains(&format!("```text\n{}\n```", attribution())));
    }
}
