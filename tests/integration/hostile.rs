//! Small files that ask for much: periods thousands of years apart, huge counts, endless rows, depth. Each is read or refused, all of
//! it is accounted for, and what a panel holds is in proportion to the file.

use std::fmt::Write;

use netpolity::io::{
    self, Error, Format, Options, Reading, jsonl, owid, rir, sdmx, tidy, world_bank,
};
use netpolity::metric::{Panel, Series};

/// A file with two cells of one series, for two periods.
type Pair = fn(&str, &str) -> String;

/// One for each reader of series with days.
const PAIRS: &[(Format, Pair)] = &[
    (Format::Tidy, |a, b| format!("code,area,period,value\ni,CHN,{a},1\ni,CHN,{b},2\n")),
    (Format::JsonLines, |a, b| {
        let line = |period| format!(r#"{{"code":"i","area":"CHN","period":"{period}","value":1}}"#);
        format!("{}\n{}\n", line(a), line(b))
    }),
    (Format::Owid, |a, b| format!("Entity,Code,Day,Share\nChina,CHN,{a},1\nChina,CHN,{b},2\n")),
    (Format::SdmxCsv, |a, b| {
        format!(
            "STRUCTURE,STRUCTURE_ID,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE\n\
             dataflow,A:B(1.0),D,CN,{a},1\ndataflow,A:B(1.0),D,CN,{b},2\n"
        )
    }),
    (Format::Eurostat, |a, b| format!("freq,unit,geo\\TIME_PERIOD\t{a} \t{b} \nD,PC,CN\t1 \t2 \n")),
    (Format::WorldBankJson, |a, b| {
        let one = |date| {
            format!(
                r#"{{"indicator":{{"id":"A","value":""}},"country":{{"id":"CN","value":"China"}},"countryiso3code":"CHN","date":"{date}","value":1}}"#
            )
        };
        let (a, b) = (one(a), one(b));
        format!(
            r#"[{{"page":1,"pages":1,"per_page":50,"total":2,"lastupdated":"2026-02-24"}},[{a},{b}]]"#
        )
    }),
];

/// How many cells a panel has room for, holes among them.
fn room(panel: &Panel) -> i64 {
    let steps = |series: Series<'_>| series.last()?.steps_after(series.first()?);
    panel.series().map(|series| steps(series).unwrap() + 1).sum()
}

#[test]
fn days_thousands_of_years_apart_are_not_laid_out() {
    for (format, pair) in PAIRS {
        for (near, far) in [("0001-01-01", "9999-12-31"), ("9999-12-31", "0001-01-01")] {
            let file = pair(near, far);
            assert!(file.len() < 1024);
            let (found, reading) = io::read(file.as_bytes(), &Options::new())
                .unwrap_or_else(|error| panic!("{format}: {error}"));
            assert_eq!(found, *format);
            let Reading { data: panel, account, .. } = reading;
            assert_eq!((panel.len(), account.values(), account.rejected()), (1, 1, 1), "{format}");
            assert_eq!(account.count_of("PRD-001"), 1, "{format}: {account}");
            assert!(room(&panel) < 10, "{format}");
        }
        let reading = io::read(pair("2020-01-01", "2021-01-01").as_bytes(), &Options::new());
        assert_eq!(room(&reading.unwrap().1.data), 367, "{format}");
    }
}

#[test]
fn many_series_share_what_holes_may_take() {
    // Each is two days a thousand years apart.
    let mut file = "code,area,period,value\n".to_owned();
    for series in 0..20 {
        let _ = write!(file, "i{series},CHN,1000-01-01,1\ni{series},CHN,2000-01-01,1\n");
    }
    let Reading { data: panel, account, .. } =
        tidy::read_own(file.as_bytes(), &Options::new()).unwrap();
    assert_eq!((account.values() + account.rejected(), panel.series().count()), (40, 20));
    assert!(account.rejected() >= 17, "{account}");
    assert!(room(&panel) < 1 << 21);
}

#[test]
fn depth_is_refused() {
    const DEPTH: usize = 100_000;
    let refused = |read: Result<Reading<Panel>, Error>| {
        let Err(error) = read else { panic!("this was read") };
        assert!(matches!(error, Error::Json { .. } | Error::Format { .. }), "{error}");
    };
    let options = Options::new();
    for open in ["[", "{\"data\":", "[{\"page\":"] {
        let deep = open.repeat(DEPTH);
        refused(world_bank::read_json([deep.as_bytes()], &options));
        refused(sdmx::read_json(deep.as_bytes(), &sdmx::Components::new(), &options));
        assert!(owid::read_metadata(deep.as_bytes()).is_err());
        assert!(io::read(deep.as_bytes(), &options).is_err());
        // A line that is no record is rejected, or the file is none of records.
        if let Ok(reading) = jsonl::read(deep.as_bytes(), &options) {
            assert_eq!((reading.data.len(), reading.account.rejected()), (0, 1));
        }
    }
    // Where a value should be, and closed.
    let nested = format!("{}{}", "[".repeat(DEPTH), "]".repeat(DEPTH));
    let page = format!(
        r#"[{{"page":1,"pages":1,"per_page":50,"total":1}},[{{"indicator":{{"id":"A","value":""}},"country":{{"id":"CN","value":"China"}},"countryiso3code":"CHN","date":"2012","value":{nested}}}]]"#
    );
    match world_bank::read_json([page.as_bytes()], &options) {
        Ok(reading) => assert_eq!(reading.account.rejected(), 1),
        Err(error) => assert!(matches!(error, Error::Json { .. }), "{error}"),
    }
}

/// Columns stand there twice. What they hold is read, kept as a dimension or counted as skipped; nothing is lost in silence.
#[test]
fn repeated_columns_lose_nothing() {
    let files = [
        (
            "Country Name,Country Code,Indicator Name,Indicator Code,2012,2012\nChina,CHN,Users,I,1,2\n",
            (2, 0, ""),
        ),
        ("Entity,Code,Year,Share,Share\nChina,CHN,2012,1,2\n", (2, 0, "")),
        ("code,area,period,value,value\ni,CHN,2012,1,2\n", (1, 1, "")),
        (
            "code,area,period,value,dimension:sex,dimension:sex\ni,CHN,2012,1,a,b\n",
            (1, 0, "sex=a sex=b"),
        ),
        (
            "STRUCTURE,STRUCTURE_ID,REF_AREA,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_VALUE\n\
             dataflow,A:B(1.0),CN,GB,2012,1,2\n",
            (2, 0, "REF_AREA=GB"),
        ),
        (
            "unit,geo,geo,unit\\TIME_PERIOD\t2012 \t2012 \nPC,CN,GB,NR\t1 \t2 \n",
            (2, 0, "geo=GB unit=NR"),
        ),
        (
            "seriesCode,seriesName,entityIso,entityName,dataValue,dataValue,dataYear\n\
             I,Users,CHN,China,1,2,2012\n",
            (1, 1, ""),
        ),
        ("geo,geo,time,a,a\nchn,gbr,2012,1,2\n", (1, 0, "a=1 geo=gbr")),
    ];
    for (file, (values, skipped, dimensions)) in files {
        let (_, Reading { data: panel, account, .. }) =
            io::read(file.as_bytes(), &Options::new()).unwrap();
        assert_eq!((account.values(), account.skipped()), (values, skipped), "{file}");
        // Two values for one cell are both kept.
        assert_eq!((panel.len() + panel.duplicates().count()) as u64, values, "{file}");
        let series = panel.series().next().unwrap();
        assert_eq!(series.area().to_string(), "CHN", "{file}");
        assert_eq!(series.dimensions().to_string(), dimensions, "{file}");
    }
}

#[test]
fn counts_in_a_header_are_not_believed() {
    let header = "2|apnic|20200101|18446744073709551615|19830101|20200101|+1000\n";
    let summary = "apnic|*|ipv4|*|999999999999|summary\n";
    let file = format!("{header}{summary}apnic|CN|ipv4|1.0.0.0|256|20110101|allocated\n");
    let reading = rir::read(file.as_bytes(), &Options::new()).unwrap();
    assert_eq!(reading.data.records().count(), 1);
    assert_eq!((reading.account.count_of("RIR-001"), reading.account.count_of("RIR-002")), (1, 1));
    let page = r#"[{"page":1,"pages":4294967295,"per_page":4294967295,"total":18446744073709551615,"lastupdated":"2026-02-24"},
        [{"indicator":{"id":"A","value":""},"country":{"id":"CN","value":"China"},"countryiso3code":"CHN","date":"2012","value":1}]]"#;
    let reading = world_bank::read_json([page.as_bytes()], &Options::new()).unwrap();
    assert_eq!((reading.data.len(), reading.account.count_of("FMT-006")), (1, 1));
}

/// A field takes more memory than its comma.
#[test]
fn rows_of_nothing_but_commas_hold_nothing() {
    let commas = ",".repeat(1 << 16);
    let headers = [
        "Entity,Code,Year,Share",
        "Country Name,Country Code,Indicator Name,Indicator Code,2012",
        "code,area,period,value",
        "seriesCode,entityIso,dataValue,dataYear",
    ];
    for header in headers {
        let file = format!("{header}\n{commas}\n");
        let (_, reading) = io::read(file.as_bytes(), &Options::new()).unwrap();
        assert_eq!((reading.data.len(), reading.account.values()), (0, 0), "{header}");
        assert!(reading.account.counts().len() > 0, "{header}");
        // Columns without a name are none.
        let file = format!("{header}{commas}\n");
        if let Ok((_, reading)) = io::read(file.as_bytes(), &Options::new()) {
            assert_eq!(reading.account.entries(), 0, "{header}");
        }
    }
}

#[test]
fn a_quote_that_is_never_closed_is_a_row_up_to_the_limit() {
    let mut options = Options::new();
    options.limits.line = 1 << 16;
    let file = format!("Entity,Code,Year,Share\n\"China{}", ",CHN,2012,1\n".repeat(1 << 16));
    let error = owid::read_csv(file.as_bytes(), &options).unwrap_err();
    assert!(matches!(error, Error::TooLong { line: 2, limit } if limit == 1 << 16), "{error}");
}
