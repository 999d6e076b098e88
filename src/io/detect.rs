//! Which format a file has, by what stands in it.

use std::io::Read;

use super::error::shortened;
use super::rir::Registry;
use super::rows::{Row, Rows};
use super::un_wpp::Edition;
use super::{
    Error, Options, Reading, ddf, eurostat, itu, jsonl, owid, period, rir, sdmx, tidy, un_wpp,
    world_bank,
};
use crate::metric::Panel;
use crate::text::words;

words! {
    /// A format that the readers know.
    ///
    /// Those that hold no series are metadata and lists: each has a reader of its own, and [`read`](super::read) refuses them.
    #[non_exhaustive]
    pub enum Format: closed "format of a file" {
        /// [`world_bank::read_csv`]: the table of one indicator or of all, or an export of `DataBank`.
        WorldBank = "world-bank",
        /// [`world_bank::read_json`]: one page of an answer of the service, or its error.
        WorldBankJson = "world-bank-json",
        /// [`world_bank::read_countries`], without series.
        WorldBankCountries = "world-bank-countries",
        /// [`world_bank::read_indicators`], without series.
        WorldBankIndicators = "world-bank-indicators",
        /// [`world_bank::read_notes`], without series.
        WorldBankNotes = "world-bank-notes",
        /// [`itu::read_csv`].
        Itu = "itu",
        /// [`owid::read_csv`].
        Owid = "owid",
        /// [`owid::read_metadata`], without series.
        OwidMetadata = "owid-metadata",
        /// [`sdmx::read_csv`].
        SdmxCsv = "sdmx-csv",
        /// [`sdmx::read_json`], also of version 1.0, which that refuses.
        SdmxJson = "sdmx-json",
        /// [`eurostat::read_tsv`].
        Eurostat = "eurostat",
        /// [`un_wpp::read_csv`], of whichever edition.
        UnWpp = "un-wpp",
        /// [`ddf::read_datapoints`].
        DdfDatapoints = "ddf-datapoints",
        /// [`ddf::Folder::add_entities`], without series.
        DdfEntities = "ddf-entities",
        /// [`ddf::Folder::add_concepts`], without series.
        DdfConcepts = "ddf-concepts",
        /// [`tidy::read_own`].
        Tidy = "tidy",
        /// [`jsonl::read`].
        JsonLines = "json-lines",
        /// [`rir::read`], whose holdings are series for one day.
        Rir = "rir",
        /// [`iana::read_tlds`](super::iana::read_tlds), without series.
        IanaTlds = "iana-tlds",
        /// [`iana::read_root_database`](super::iana::read_root_database), without series.
        IanaRootDatabase = "iana-root-database",
        /// [`popolo::read`](super::popolo::read), without series: a file with lists, or an object with memberships.
        Popolo = "popolo",
        /// [`follow_the_money::read`](super::follow_the_money::read), without series.
        FollowTheMoney = "follow-the-money",
        /// [`follow_the_money::read_statements`](super::follow_the_money::read_statements), without series.
        FollowTheMoneyStatements = "follow-the-money-statements",
    }
}

/// As much of a file as [`detect`] looks at.
const HEAD: usize = 64 << 10;

/// Names the format of a file by its first bytes; 64 KiB are enough, fewer than the first ten lines may not be.
///
/// Only the content decides, in this order:
///
/// 1. What begins with `<` is a web page or an XML document, and none of the formats.
/// 2. JSON is told by the names of its outermost fields.
/// 3. A delegated file begins with its header, behind any number of comments; so does the list of top-level domains with its
///    version. Without that line it is known by what is in it.
/// 4. Eurostat's tables have a backslash before the dimension across, SDMX-CSV begins with `STRUCTURE` or `DATAFLOW`.
/// 5. All other tables are known by names of columns, those first that no other format has. The header may stand behind the
///    preamble of the World Bank; elsewhere it is the first row.
///
/// A table that is none of these gives `None`. It can be read with a [`Mapping`](tidy::Mapping).
///
/// ```
/// use netpolity::io::{Format, detect};
///
/// assert_eq!(detect(b"Entity,Code,Year,Share\nNamibia,NAM,2012,12.94\n"), Some(Format::Owid));
/// assert_eq!(detect(b"# comments\n2|apnic|20140701|33307|19850701|20140630|+1000\n"), Some(Format::Rir));
/// assert_eq!(detect(b"Country Name,Country Code,Year,Value\nNamibia,NAM,2012,2.2\n"), None);
/// assert_eq!(detect(b"<!DOCTYPE html>"), None);
/// ```
pub fn detect(head: &[u8]) -> Option<Format> {
    let head = head.get(..HEAD).unwrap_or(head);
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    match head.trim_ascii_start().first()? {
        b'<' => None,
        b'{' | b'[' => json(head.trim_ascii_start()),
        _ => lines(head).or_else(|| table(head)),
    }
}

/// Detects the format of a file, and reads the series that it holds.
///
/// Files that need to be told something are read as if there was nothing to tell: SDMX with the [usual
/// components](sdmx::Components::new), Gapminder's data points without their folder, one page of an answer of the World
/// Bank, charts without metadata. Call the reader of the format where there is more to say. The editions of 2022 and 2024 of
/// the World Population Prospects have the same columns: say which it is in
/// [`options.vintage.version`](crate::metric::Vintage). Of a delegated file the panel is that of
/// [`to_panel`](rir::Delegations::to_panel), while the account is of its lines.
///
/// # Errors
/// [`Error::Unknown`] where the format is none of the known ones, [`Error::NoSeries`] where the file holds something else than
/// series; otherwise those of the reader.
///
/// ```
/// use netpolity::country::Country;
/// use netpolity::io::{self, Error, Format, Options};
/// use netpolity::Period;
///
/// let file = "Entity,Code,Year,Share\nNamibia,NAM,2012,12.94\n";
/// let (format, reading) = io::read(file.as_bytes(), &Options::new())?;
/// assert_eq!(format, Format::Owid);
/// assert_eq!(reading.data.value("Share", Country::NAM, Period::from_year(2012)?), Some(12.94));
///
/// let error = io::read(&b"year,value\n2012,1\n"[..], &Options::new()).unwrap_err();
/// assert!(matches!(error, Error::Unknown { begins } if begins == "year,value"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read(mut source: impl Read, options: &Options) -> Result<(Format, Reading<Panel>), Error> {
    let mut head = Vec::new();
    source.by_ref().take(HEAD as u64).read_to_end(&mut head)?;
    let Some(format) = detect(&head) else { return Err(unknown(&head)) };
    let mut source = head.as_slice().chain(source);
    // One copy of each reader is enough.
    let source: &mut dyn Read = &mut source;
    let reading = match format {
        Format::WorldBank => world_bank::read_csv(source, options),
        Format::WorldBankJson => world_bank::read_json([source], options),
        Format::Itu => itu::read_csv(source, options),
        Format::Owid => owid::read_csv(source, options),
        Format::SdmxCsv => sdmx::read_csv(source, &sdmx::Components::new(), options),
        Format::SdmxJson => sdmx::read_json(source, &sdmx::Components::new(), options),
        Format::Eurostat => eurostat::read_tsv(source, options),
        Format::UnWpp => un_wpp::read_csv(source, edition(&head, options)?, options),
        Format::DdfDatapoints => ddf::read_datapoints(source, &ddf::Folder::new(), options),
        Format::Tidy => tidy::read_own(source, options),
        Format::JsonLines => jsonl::read(source, options),
        Format::Rir => holdings(source, options),
        Format::WorldBankCountries
        | Format::WorldBankIndicators
        | Format::WorldBankNotes
        | Format::OwidMetadata
        | Format::DdfEntities
        | Format::DdfConcepts
        | Format::IanaTlds
        | Format::IanaRootDatabase
        | Format::Popolo
        | Format::FollowTheMoney
        | Format::FollowTheMoneyStatements => Err(Error::NoSeries { format }),
    };
    Ok((format, reading?))
}

fn holdings(source: &mut dyn Read, options: &Options) -> Result<Reading<Panel>, Error> {
    let Reading { data, account } = rir::read(source, options)?;
    let Some(data) = data.to_panel() else {
        let format = "delegated file of an address registry";
        let expected = "the day of the file in its header";
        return Err(Error::format(format, 1, expected, &data.header().serial));
    };
    Ok(Reading { data, account })
}

/// Which edition of the World Population Prospects a file is of.
fn edition(head: &[u8], options: &Options) -> Result<Edition, Error> {
    let is_old = first_row(head, |row| !has(row, "SortOrder")).unwrap_or_default();
    match options.vintage.version.as_deref() {
        Some("2022") if !is_old => Ok(Edition::Of2022),
        Some("2024") if !is_old => Ok(Edition::Of2024),
        _ if is_old => Ok(Edition::Of2019),
        _ => Err(Error::Unsupported {
            format: "World Population Prospects",
            version: "2022 or 2024, whose files look the same; give one as version of the vintage"
                .to_owned(),
        }),
    }
}

#[cold]
fn unknown(head: &[u8]) -> Error {
    let text = String::from_utf8_lossy(head);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let begins = shortened(text.lines().next().unwrap_or_default());
    match text.chars().next() {
        None => Error::empty(),
        // The signature of a zip archive: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.7.
        Some('P') if head.starts_with(b"PK\x03\x04") => {
            Error::NoData { found: "a workbook or another zip archive", text: "PK".to_owned() }
        }
        Some('<') => Error::markup(&begins),
        Some(_) => Error::Unknown { begins },
    }
}

fn json(head: &[u8]) -> Option<Format> {
    let mut keys = Keys { text: head, at: 0, depth: 0 };
    let found: Vec<(usize, &[u8])> = keys.by_ref().filter(|(depth, _)| *depth <= 3).collect();
    let has = |depth: usize, name: &str| found.contains(&(depth, name.as_bytes()));
    if head.first() == Some(&b'[') {
        // The service has lists of countries and of indicators too.
        let is_list = has(2, "page") && has(2, "pages");
        let is_of_values = found.iter().all(|(depth, _)| *depth < 3) || has(3, "indicator");
        if is_list && is_of_values || has(2, "message") {
            return Some(Format::WorldBankJson);
        }
        let is_popolo = has(2, "memberships") || has(3, "memberships");
        return is_popolo.then_some(Format::Popolo);
    }
    if !head.get(..keys.at).unwrap_or(head).contains(&b'\n') {
        // The first line is an object of its own.
        let is_cell = has(1, "area") && has(1, "period");
        if is_cell || has(1, "vintage") {
            return Some(Format::JsonLines);
        }
    }
    let data = found.iter().skip_while(|key| **key != (1, b"data".as_slice())).skip(1);
    let mut of_data = data.take_while(|(depth, _)| *depth > 1);
    let sets: [&[u8]; 3] = [b"dataSets", b"structures", b"structure"];
    if of_data.any(|(depth, name)| *depth == 2 && sets.contains(name))
        || has(1, "header") && (has(1, "dataSets") || has(1, "structure"))
    {
        return Some(Format::SdmxJson);
    }
    let is_package = || found.iter().any(|(depth, key)| *depth == 1 && key.starts_with(b"owid"));
    if has(1, "schema") && has(1, "properties") {
        return Some(Format::FollowTheMoney);
    }
    let is_popolo = ["persons", "organizations", "memberships"].iter().any(|list| has(1, list));
    let is_membership = (has(1, "person_id") || has(1, "person"))
        && ["organization_id", "organization", "post_id"].iter().any(|body| has(1, body));
    if is_popolo || is_membership {
        return Some(Format::Popolo);
    }
    let is_owid = has(1, "columns") && (has(1, "chart") || has(1, "dateDownloaded"))
        || has(1, "resources") && is_package();
    is_owid.then_some(Format::OwidMetadata)
}

/// The names of fields of a value in JSON, with how deep they stand, as far as the text goes.
struct Keys<'t> {
    text: &'t [u8],
    at: usize,
    depth: usize,
}

impl<'t> Iterator for Keys<'t> {
    type Item = (usize, &'t [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let byte = *self.text.get(self.at)?;
            self.at += 1;
            match byte {
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' if self.depth <= 1 => return None,
                b'}' | b']' => self.depth -= 1,
                b'"' => {
                    let start = self.at;
                    loop {
                        match self.text.get(self.at)? {
                            b'\\' => self.at += 2,
                            b'"' => break,
                            _ => self.at += 1,
                        }
                    }
                    let name = self.text.get(start..self.at)?;
                    self.at += 1;
                    let behind = self.text.get(self.at..)?.trim_ascii_start();
                    if behind.first() == Some(&b':') {
                        return Some((self.depth, name));
                    }
                }
                _ => {}
            }
        }
    }
}

/// Formats of which a single line decides.
fn lines(head: &[u8]) -> Option<Format> {
    let text = String::from_utf8_lossy(head);
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines().find(|line| !line.starts_with('#'))?;
    let fields: Vec<&str> = first.split('|').map(str::trim).collect();
    if let [version, registry, _, _, _, _, _] = fields[..]
        && version.starts_with(|c: char| c.is_ascii_digit())
        && registry.to_ascii_lowercase().parse::<Registry>().is_ok()
    {
        return Some(Format::Rir);
    }
    if is_label(first) {
        let mut comments = lines().take_while(|line| line.starts_with('#'));
        let has_version = comments.any(|line| {
            let line = line.trim_start_matches('#').trim_start().to_ascii_lowercase();
            line.starts_with("version") && line.contains("updated")
        });
        // Copies are in circulation that lack the line.
        let lists = |label: &str| lines().any(|line| line.eq_ignore_ascii_case(label));
        let is_list = || lines().all(is_label) && lists("arpa") && lists("com") && lists("uk");
        return (has_version || is_list()).then_some(Format::IanaTlds);
    }
    let corner = first.split('\t').next().unwrap_or_default().trim();
    if let Some((keys, across)) = corner.split_once('\\') {
        let is_time = ["time", "time_period"].iter().any(|time| across.eq_ignore_ascii_case(time));
        let has_area = keys.split(',').any(|key| key.trim().eq_ignore_ascii_case("geo"));
        return (is_time && has_area).then_some(Format::Eurostat);
    }
    let first = first.trim_start_matches('"');
    let is_sdmx = if first.starts_with("STRUCTURE") {
        first.contains("STRUCTURE_ID")
    } else {
        first.starts_with("DATAFLOW")
            && ["OBS_VALUE", "TIME_PERIOD"].iter().any(|name| first.contains(name))
    };
    is_sdmx.then_some(Format::SdmxCsv)
}

fn is_label(line: &str) -> bool {
    !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// Formats that are told by names of columns.
fn table(head: &[u8]) -> Option<Format> {
    const SEARCHED: usize = 10;
    if let Some(format) = first_row(head, named).flatten() {
        return Some(format);
    }
    if first_row(head, is_statement) == Some(true) {
        return Some(Format::FollowTheMoneyStatements);
    }
    let mut rows = Rows::new(head, b',', true, head.len()).ok()?;
    for _ in 0..SEARCHED {
        let row = rows.next().ok()??.ok()?;
        if is_world_bank(row) {
            return Some(Format::WorldBank);
        }
    }
    None
}

/// Whether a row without a header is a statement of `FollowTheMoney`.
fn is_statement(row: Row<'_>) -> bool {
    let is_flag = |at| matches!(row.field(at), "t" | "f");
    row.len() == 11 && row.field(1).contains(':') && is_flag(6) && is_flag(7)
}

fn first_row<T>(head: &[u8], read: impl FnOnce(Row<'_>) -> T) -> Option<T> {
    let mut rows = Rows::new(head, b',', true, head.len()).ok()?;
    Some(read(rows.next().ok()??.ok()?))
}

fn has(row: Row<'_>, name: &str) -> bool {
    row.fields().any(|field| field.trim() == name)
}

fn named(row: Row<'_>) -> Option<Format> {
    let all = |names: &[&str]| names.iter().all(|name| has(row, name));
    // Names of the World Bank's metadata differ from release to release in case and in what stands between words.
    let plain = |names: &[&str]| {
        row.fields().any(|field| {
            let letters = field.bytes().filter(u8::is_ascii_alphanumeric);
            let letters = letters.map(|byte| byte.to_ascii_lowercase());
            names.iter().any(|name| letters.clone().eq(name.bytes()))
        })
    };
    let has_area = plain(&["countrycode"]);
    let has_series = plain(&["seriescode", "indicatorcode"]);
    let has_period = plain(&["year", "time"]);
    Some(if all(&["seriesCode", "entityIso", "dataValue", "dataYear"]) {
        Format::Itu
    } else if all(&["LocID", "Location", "Variant", "Time"]) {
        Format::UnWpp
    } else if all(&["code", "area", "period", "value"]) {
        Format::Tidy
    } else if all(&["concept", "concept_type"]) {
        Format::DdfConcepts
    } else if row.fields().any(|field| field.trim().starts_with("is--")) {
        Format::DdfEntities
    } else if plain(&["domain", "tld"])
        && plain(&["type"])
        && plain(&["sponsoringorganization", "tldmanager"])
    {
        Format::IanaRootDatabase
    } else if plain(&["description", "footnote"])
        && has_series
        && (has_area || has_period)
        && row.len() <= 5
    {
        Format::WorldBankNotes
    } else if has_area && plain(&["region"]) && plain(&["incomegroup"]) {
        Format::WorldBankCountries
    } else if has_series
        && !has_area
        && plain(&["indicatorname", "seriesname"])
        && plain(&["sourcenote", "longdefinition"])
        && plain(&["sourceorganization", "source", "topic"])
    {
        Format::WorldBankIndicators
    } else if is_owid(row) {
        Format::Owid
    } else if is_ddf(row) {
        Format::DdfDatapoints
    } else {
        return None;
    })
}

/// Whether a row has areas, indicators and at least one period across.
fn is_world_bank(row: Row<'_>) -> bool {
    let any = |names: [&str; 2]| names.iter().any(|name| has(row, name));
    any(["Country Name", "Country"])
        && any(["Country Code", "CountryCode"])
        && any(["Indicator Name", "Series Name"])
        && any(["Indicator Code", "Series Code"])
        && row.fields().any(|field| period::read(field).is_some())
}

/// Whether a row begins with entity, code and time. The older collection has no codes.
fn is_owid(row: Row<'_>) -> bool {
    let is = |at: usize, names: &[&str]| {
        names.iter().any(|name| row.field(at).trim().eq_ignore_ascii_case(name))
    };
    let is_time = |at| is(at, &["year", "day", "date"]);
    let with_code = is(0, &["entity", "country", "location"])
        && is(1, &["code", "iso_code", "iso code"])
        && is_time(2);
    with_code && row.len() > 3 || is(0, &["entity"]) && is_time(1) && row.len() > 2
}

/// Whether names are those of concepts, with area and time before a measure.
fn is_ddf(row: Row<'_>) -> bool {
    let is_concept = |field: &str| {
        let is_part = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        !field.is_empty() && field.bytes().all(is_part)
    };
    let keys = || row.fields().take(row.len().saturating_sub(1));
    row.fields().all(is_concept)
        && keys().any(|key| key == "geo")
        && keys().any(|key| key == "time")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::country::Country;
    use crate::time::Period;

    #[test]
    fn other_documents_are_none() {
        for text in [
            "",
            "\u{feff}",
            " \r\n\n",
            "<!DOCTYPE html><html>",
            "\u{feff}\n<?xml version=\"1.0\"?><Data:WorldBank/>",
            "COM",
            "hello\nworld\n",
            "year,value\n2012,1\n",
            "Country Name,Country Code,Year,Value\nAruba,ABW,1960,54922\n",
            "Country Name,Country Code,Indicator Name,Indicator Code,Year,Value\n",
            "Country Code,Region,Year,Value\n",
            "country,year,value\nNamibia,2012,1\n",
            "2|nobody|20140701|33307|19850701|20140630|+1000\n",
            "# a comment\n",
            "unit,sex\\age\t2012\n",
            "STRUCTURE OF THE ECONOMY,2012\n",
            "{}",
            "{\"a\": {\"dataSets\": []}}",
            "{\"resources\": []}",
            "[{\"page\":1,\"pages\":7},[{\"id\":\"ABW\",\"iso2Code\":\"AW\"}]]",
            "[{\"a\\",
            "[1]",
            "{\n\"vintage\": 2012}",
        ] {
            assert_eq!(detect(text.as_bytes()), None, "{text}");
        }
        assert_eq!(detect(b"PK\x03\x04\xff\xfe,\x00"), None);
    }

    #[test]
    fn what_stands_around_the_header_does_not_matter() {
        for (text, format) in [
            (
                "\u{feff}\r\n\"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",\"1960\",\r\n",
                Format::WorldBank,
            ),
            (
                "Data Source,x\n\nLast Updated Date,2020-03-18\n\nCountry Name,Country Code,Indicator Name,Indicator Code,1960",
                Format::WorldBank,
            ),
            (
                "Country Name,Country Code,Series Name,Series Code,1960 [YR1960]\n",
                Format::WorldBank,
            ),
            ("[{\"message\":[{\"id\":\"120\",\"key\":\"Invalid value\"}]}]", Format::WorldBankJson),
            ("[{\"page\":0,\"pages\":0},null]", Format::WorldBankJson),
            ("\"SeriesCode\",\"Year\",\"DESCRIPTION\",\r\n", Format::WorldBankNotes),
            ("\"Entity\",\"Code\",\"Day\",\"Share\"\r\n", Format::Owid),
            ("Country,Code,Year,Percentage\n", Format::Owid),
            ("\"STRUCTURE[;]\",\"STRUCTURE_ID\",\"ACTION\"\n", Format::SdmxCsv),
            ("DATAFLOW;GEO: Area;TIME_PERIOD: Time;OBS_VALUE\n", Format::SdmxCsv),
            (
                "{\"data\": {\"links\": [{\"a\": \"}\\\"\"}], \"dataSets\": [{\"ser",
                Format::SdmxJson,
            ),
            ("{\"header\": {\"id\": \"1\"}, \"dataSets\": []}", Format::SdmxJson),
            ("\u{feff}freq,unit,geo\\TIME_PERIOD\t2012 \n", Format::Eurostat),
            ("# version 2021112600, last updated fri nov 26\r\nac\r\n", Format::IanaTlds),
            ("ac\narpa\ncom\nuk\nxn--fiqs8s\n", Format::IanaTlds),
            ("Domain,Type,TLD Manager\n", Format::IanaRootDatabase),
            ("\u{feff}2.3|LACNIC|20230323|86237|19870101|20230322|-0300\r\n", Format::Rir),
            ("value,period,area,code,more\n", Format::Tidy),
            ("{\"period\":\"2012\",\"area\":\"CHN\",\"value\":1}\n{", Format::JsonLines),
        ] {
            assert_eq!(detect(text.as_bytes()), Some(format), "{text}");
        }
    }

    #[test]
    fn comments_may_be_long() {
        let file = "#\n".repeat(27) + "2|apnic|20101217|23704|19850701|20101216|+1000\n";
        assert_eq!(detect(file.as_bytes()), Some(Format::Rir));
    }

    #[test]
    fn the_edition_is_asked_for_where_the_file_does_not_tell() {
        const NEW: &str = include_str!("../../tests/fixtures/io/un_wpp/2022.csv");
        let mut options = Options::new();
        let error = read(NEW.as_bytes(), &options).unwrap_err();
        assert!(matches!(error, Error::Unsupported { .. }), "{error}");
        for version in ["2022", "2024"] {
            options.vintage.version = Some(version.to_owned());
            let (format, reading) = read(NEW.as_bytes(), &options).unwrap();
            assert_eq!(format, Format::UnWpp);
            assert_eq!(reading.data.vintage().version.as_deref(), Some(version));
        }
    }

    #[test]
    fn the_whole_file_is_read_behind_its_head() {
        let rows = (0..9_999)
            .fold(String::new(), |rows, year| rows + &format!("Namibia,NAM,{year},1.25\n"));
        let file = format!("Entity,Code,Year,Share\n{rows}");
        assert!(file.len() > 2 * HEAD);
        let (_, reading) = read(file.as_bytes(), &Options::new()).unwrap();
        assert_eq!(reading.account.values(), 9_999);
        let last = Period::from_year(9_998).unwrap();
        assert_eq!(reading.data.value("Share", Country::NAM, last), Some(1.25));
    }

    #[test]
    fn files_without_series_are_refused() {
        let error = |text: &str| read(text.as_bytes(), &Options::new()).unwrap_err();
        let format = Format::IanaRootDatabase;
        let found = error("Domain,Type,Sponsoring Organization\n");
        assert!(matches!(found, Error::NoSeries { format: other } if other == format), "{found}");
        assert!(matches!(error(""), Error::NoData { .. }));
        assert!(matches!(error("\u{feff} <html>"), Error::NoData { .. }));
        assert_eq!(
            error("PK\u{3}\u{4}\u{14}\0").to_string(),
            "this is a workbook or another zip archive, not data: `PK`"
        );
        assert_eq!(
            error("\u{feff}a;b\r\n1;2").to_string(),
            "the format is none that is known (a `Mapping` reads any table); the file begins with `a;b`"
        );
        // A day is what the holdings are series of.
        let without_day = "2|apnic|x|0|00000000|00000000|+1000\n";
        assert!(matches!(error(without_day), Error::Format { .. }));
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_it_panic(
            damage in crate::io::damage::any(),
            file in proptest::sample::select(vec![
                "[{\"page\":1,\"pages\":1},[{\"indicator\":{\"id\":\"a\"}}]]",
                "{\"data\":{\"dataSets\":[{\"a\":\"\\\"\"}]}}",
                "# Version 1, Last Updated x\nCOM\n",
                "2|apnic|20101217|23704|19850701|20101216|+1000\n",
                "Entity,Code,Year,Share\nNamibia,NAM,2012,1\n",
                "unit,geo\\time\t2012\nPC,EL\t1 b\n",
            ]),
        ) {
            let file = damage.of(file.as_bytes());
            let format = detect(&file);
            match read(&file[..], &Options::new()) {
                Ok((read, _)) => proptest::prop_assert_eq!(Some(read), format),
                Err(Error::NoSeries { format: read }) => proptest::prop_assert_eq!(Some(read), format),
                Err(Error::Unknown { .. }) => proptest::prop_assert_eq!(format, None),
                Err(_) => {}
            }
        }
    }
}
