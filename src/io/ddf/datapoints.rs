//! Data points.

use std::io::Read;

use super::Folder;
use crate::country::Scheme;
use crate::finding::importing as rules;
use crate::io::error::{Error, shortened};
use crate::io::import::Import;
use crate::io::tidy::{Extras, Mapping, Table, Values};
use crate::io::{Options, Reading};
use crate::metric::{IndicatorScheme, Panel};

const FORMAT: &str = "DDF data points";

/// The domain of areas.
const GEO: &str = "geo";

/// Columns of periods, where no concepts say which are.
const TIMES: [&str; 7] = ["time", "year", "quarter", "month", "week", "day", "date"];

/// Reads data points, such as `ddf--datapoints--internet_users--by--geo--time.csv`.
///
/// The columns of concepts that are measures, or of which nothing is known, have values; without any concepts, that is the
/// last column. One of the others is of the domain `geo`, one is of type `time`, the rest are dimensions. The code of a
/// variable is the measure, its name that of the concept. Areas are read by [`Scheme::Gapminder`].
///
/// # Errors
/// [`Error::Format`] where there is no column for areas or periods, otherwise see [`Error`].
///
/// ```
/// use netpolity::country::Country;
/// use netpolity::io::ddf::{Folder, read_datapoints};
/// use netpolity::io::Options;
/// use netpolity::Period;
///
/// let file = "geo,time,internet_users\nnam,2013,13.9\nnam,2013q1,13.5\n";
/// let panel = read_datapoints(file.as_bytes(), &Folder::new(), &Options::new())?.data;
/// assert_eq!(panel.value("internet_users", Country::NAM, Period::from_year(2013)?), Some(13.9));
/// assert_eq!(panel.value("internet_users", Country::NAM, Period::from_quarter(2013, 1)?), Some(13.5));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read_datapoints(
    source: impl Read,
    folder: &Folder,
    options: &Options,
) -> Result<Reading<Panel>, Error> {
    let mut import = Import::new(options, Scheme::Gapminder);
    let table = Table::open(source, &Mapping::new(), FORMAT, &mut import)?;
    let (line, names) = match &table.header {
        Some(header) => (header.line, header.names.clone()),
        None => (1, Vec::new()),
    };
    let (mut mapping, mut keys) =
        (Mapping::new().compact_periods().indicators_of(IndicatorScheme::Gapminder), Vec::new());
    let (mut has_area, mut has_period) = (false, false);
    let last = names.len().saturating_sub(1);
    for (at, name) in names.iter().enumerate() {
        let concept = folder.concept(name);
        let is_key = concept.map_or(at < last, super::Concept::is_key);
        if !is_key {
            let label = concept.map_or("", |concept| concept.name.as_str());
            mapping = mapping.values(Values::column(at + 1).code(name.as_str()).name(label));
            continue;
        }
        let is_time = match concept {
            Some(concept) => concept.kind == "time",
            None => TIMES.contains(&name.as_str()),
        };
        if is_time && !has_period {
            has_period = true;
            mapping = mapping.period(at + 1);
            continue;
        }
        keys.push((at, name.as_str()));
        let is_area = folder.domain(name) == GEO || concept.is_none() && name == "country";
        if is_area && !has_area {
            has_area = true;
            mapping = mapping.area_code(at + 1, Scheme::Gapminder);
        } else {
            mapping = mapping.dimension(name.as_str(), at + 1);
        }
    }
    if !has_area || !has_period {
        let expected = if has_area { "a column `time`" } else { "a column `geo`" };
        return Err(Error::format(FORMAT, line, expected, &names.join(", ")));
    }
    let check = |at: usize, key: &str| {
        let (_, set) = keys.iter().find(|(other, _)| *other == at)?;
        if !folder.has_entities(set) || folder.entity(set, key).is_some() {
            return None;
        }
        let message = format!("`{}` is no entity of `{set}`", shortened(key));
        Some((rules::FORMAT_ENTITY, message))
    };
    table.read(&mapping, Extras { check: Some(&check), forecast: None }, import)
}

#[cfg(test)]
pub(in crate::io) const CASES: crate::io::cases::Cases = crate::io::cases::Cases {
    read: |text| {
        let mut folder = Folder::new();
        folder.add_entities("geo,name\nnam,Namibia\n".as_bytes(), &Options::new())?;
        read_datapoints(text, &folder, &Options::new()).map(|read| read.account)
    },
    cases: &[crate::io::cases::case(
        "FMT-011",
        &["geo,time,users\nnam,2013,1\nq9q,2013,2\n"],
        &["geo,time,users\nnam,2013,1\n"],
    )],
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::country::{Area, Country};
    use crate::io::Account;
    use crate::time::Period;

    const CONCEPTS: &str = include_str!("../../../tests/fixtures/io/ddf/ddf--concepts.csv");
    const COUNTRIES: &str =
        include_str!("../../../tests/fixtures/io/ddf/ddf--entities--geo--country.csv");
    const POINTS: &str = include_str!(
        "../../../tests/fixtures/io/ddf/ddf--datapoints--users--by--geo--gender--time.csv"
    );

    fn folder() -> Folder {
        let mut folder = Folder::new();
        folder.add_concepts(CONCEPTS.as_bytes(), &Options::new()).unwrap();
        folder.add_entities(COUNTRIES.as_bytes(), &Options::new()).unwrap();
        folder
    }

    fn counts(account: &Account) -> [u64; 5] {
        let (missing, rejected) = (account.missing(), account.rejected());
        [account.rows(), account.values(), missing, rejected, account.skipped()]
    }

    #[test]
    fn concepts_say_what_columns_are() {
        let reading = read_datapoints(POINTS.as_bytes(), &folder(), &Options::new()).unwrap();
        assert_eq!(counts(&reading.account), [5, 5, 0, 0, 0]);
        let panel = &reading.data;
        assert_eq!(panel.variables()[0].name, "Internet users");
        let women = panel.slice().area(Country::NAM).dimension("gender", "female");
        let periods: Vec<_> = women.series().map(|series| series.kind().to_string()).collect();
        assert_eq!(periods, ["year", "quarter", "month"]);
        let areas: Vec<_> = panel.areas().map(Area::to_string).collect();
        assert_eq!(areas, ["NAM", "special:q9q"]);
        // Not among the entities, and not known to Gapminder at all.
        assert_eq!(reading.account.count_of("FMT-011"), 1);
        assert_eq!(reading.account.count_of("AREA-006"), 1);
    }

    #[test]
    fn without_concepts_the_last_column_has_the_values() {
        let file = "country,gender,time,users\nnam,female,201302,1.0\n";
        let reading = read_datapoints(file.as_bytes(), &Folder::new(), &Options::new()).unwrap();
        let month = Period::from_month(2013, 2).unwrap();
        let slice = reading.data.slice().area(Country::NAM).dimension("gender", "female");
        let cell = slice.series().next().unwrap().get(month).unwrap();
        assert_eq!(cell.number().unwrap().to_string(), "1.0");
    }

    #[test]
    fn a_file_that_is_none_is_refused() {
        for file in ["time,users\n2013,1\n", "geo,users\nnam,1\n", "geo\nnam\n"] {
            let error = read_datapoints(file.as_bytes(), &Folder::new(), &Options::new());
            assert!(matches!(error, Err(Error::Format { .. })), "{file}");
        }
        for file in ["", "<html>\n"] {
            let error = read_datapoints(file.as_bytes(), &Folder::new(), &Options::new());
            assert!(matches!(error, Err(Error::NoData { .. })), "{file}");
            let error = Folder::new().add_entities(file.as_bytes(), &Options::new());
            assert!(matches!(error, Err(Error::NoData { .. })), "{file}");
        }
    }

    #[test]
    fn entities_are_in_all_sets_that_they_say() {
        let mut folder = folder();
        let file = "geo,is--country,is--un_state,name\nabkh,TRUE,FALSE,Abkhazia\n,TRUE,TRUE,x\nabkh,TRUE,FALSE,Other\n";
        let account = folder.add_entities(file.as_bytes(), &Options::new()).unwrap();
        assert_eq!(counts(&account), [3, 2, 0, 1, 0]);
        assert_eq!(account.count_of("KEY-002"), 1);
        assert_eq!(folder.entity("country", "abkh"), Some("Other"));
        assert_eq!(folder.entity("un_state", "abkh"), None);
        let strict = {
            let mut options = Options::new();
            options.strict = true;
            folder.add_entities("geo,name\n,x\n".as_bytes(), &options)
        };
        assert_eq!(strict.unwrap_err().rule(), Some("FMT-013"));
    }
}
