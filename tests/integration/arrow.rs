//! Tables of Arrow and files of Parquet: what goes there comes back, under a schema that does not change unnoticed.

use std::io::Cursor;
use std::sync::{Arc, LazyLock};

use netpolity::country::Country;
use netpolity::io::arrow::arrow_array::builder::{LargeListBuilder, StringBuilder, StructBuilder};
use netpolity::io::arrow::arrow_array::cast::AsArray;
use netpolity::io::arrow::arrow_array::types::{Date32Type, Float64Type, Int16Type, Int32Type};
use netpolity::io::arrow::arrow_array::{
    Array, ArrayRef, Float64Array, Int64Array, LargeStringArray, MapArray, RecordBatch,
    RecordBatchReader, StringArray, StringViewArray,
};
use netpolity::io::arrow::arrow_schema::{ArrowError, DataType, Field, Schema};
use netpolity::io::arrow::{self, Table};
use netpolity::io::rir::{self, Delegations};
use netpolity::io::{Error, Options, Reading};
use netpolity::metric::{
    Cell, Datum, Dimensions, Flag, Missing, Number, Panel, PanelBuilder, Variable, Vintage,
};
use netpolity::quantity::Unit;
use netpolity::{Observation, Statement};
use proptest::prelude::*;

use crate::read_tidy::{panel, year};
use crate::strategy;

fn all<T: Table + ?Sized>(table: &T, rows: usize) -> Vec<RecordBatch> {
    arrow::batches(table, rows).map(Result::unwrap).collect()
}

fn read<T: Table + ?Sized>(batches: Vec<RecordBatch>) -> Reading<T::Owned> {
    arrow::read::<T>(batches.into_iter().map(Ok), &Options::new()).unwrap()
}

fn parquet<T: Table + ?Sized>(table: &T) -> Vec<u8> {
    let mut file = Vec::new();
    arrow::write_parquet(table, &mut file).unwrap();
    file
}

fn read_parquet<T: Table + ?Sized>(file: Vec<u8>) -> Result<Reading<T::Owned>, Error> {
    arrow::read_parquet::<T>(Cursor::new(file), &Options::new())
}

/// A column that is a dictionary or plain, as texts.
fn texts(batch: &RecordBatch, name: &str) -> Vec<Option<String>> {
    let array = batch.column_by_name(name).unwrap();
    let text = |array: &StringArray, at| array.is_valid(at).then(|| array.value(at).to_owned());
    match array.as_dictionary_opt::<Int32Type>() {
        Some(words) => {
            let keys = words.keys().iter();
            let values = words.values().as_string::<i32>();
            keys.map(|key| text(values, usize::try_from(key?).unwrap())).collect()
        }
        None => (0..array.len()).map(|at| text(array.as_string(), at)).collect(),
    }
}

/// Cells of all sorts.
fn sample() -> Panel {
    let mut vintage = Vintage::new();
    vintage.dataset = Some("World Telecommunication/ICT Indicators".to_owned());
    vintage.published = Some("2018-06".parse().unwrap());
    vintage.licence = Some("CC BY 4.0".into());
    let mut builder = PanelBuilder::new(vintage);
    let mut users = Variable::new("i99H");
    users.unit = Some(Unit::Percent);
    "Individuals using the Internet".clone_into(&mut users.name);
    users.indicator = "internet-users-share".parse().ok();
    let users = builder.variable(users);
    let mut law = Variable::new("law");
    law.scale = 3;
    let law = builder.variable(law);
    let china = builder.area(Country::CHN.into(), "CHN", "China");
    let namibia = builder.area(Country::NAM.into(), "NA", "Namibia");
    builder.area(Country::NAM.into(), "NAM", "");
    let all = builder.dimensions(Dimensions::default());
    let women = builder.dimensions([("sex", "female"), ("age", "15-24")].into_iter().collect());
    let number = |text| Cell::from(Number::parse(text).unwrap());
    for (variable, area, part, period, cell) in [
        (users, china, all, "2012", number("42.30")),
        (
            users,
            china,
            all,
            "2013",
            number("45.8").with_flag(Flag::Break).with_flag(Flag::Estimated),
        ),
        (users, china, women, "2013", number("007").with_status("e").with_note("18+")),
        (users, namibia, all, "2013-Q3", Missing::Confidential.into()),
        (law, namibia, all, "FY2013", Cell::new(Datum::Words("with price control"))),
        (users, china, all, "2012", number("1.5E-05")),
    ] {
        builder.push(variable, area, part, period.parse().unwrap(), cell, 0).unwrap();
    }
    builder.finish()
}

#[test]
fn cells_stand_in_their_columns() {
    let batches = all(&sample(), 100);
    let [batch] = &batches[..] else { panic!("{batches:?}") };
    let column = |name: &str| -> Vec<String> {
        texts(batch, name).into_iter().map(Option::unwrap_or_default).collect()
    };
    assert_eq!(column("code"), ["i99H", "i99H", "i99H", "i99H", "law", "i99H"]);
    assert_eq!(column("area"), ["CHN", "CHN", "CHN", "NAM", "NAM", "CHN"]);
    assert_eq!(column("area_code"), ["CHN", "CHN", "CHN", "NA", "NA", "CHN"]);
    assert_eq!(column("unit"), ["percent", "percent", "percent", "percent", "", "percent"]);
    assert_eq!(column("period"), ["2012", "2013", "2013", "2013-Q3", "FY2013", "2012"]);
    assert_eq!(column("written"), ["", "", "007", "", "", "1.5E-05"]);
    assert_eq!(column("text"), ["", "", "", "", "with price control", ""]);
    assert_eq!(column("missing"), ["", "", "", "confidential", "", ""]);
    assert_eq!(column("status"), ["", "", "e", "", "", ""]);
    assert_eq!(column("published"), ["2018-06"; 6]);
    let named = |name| batch.column_by_name(name).unwrap();
    let values: Vec<_> = named("value").as_primitive::<Float64Type>().iter().collect();
    assert_eq!(values, [Some(42.3), Some(45.8), Some(7.0), None, None, Some(1.5e-5)]);
    let decimals: Vec<_> = named("decimals").as_primitive::<Int16Type>().iter().collect();
    assert_eq!(decimals, [Some(2), Some(1), Some(0), None, None, Some(1)]);
    let day = |name, row| named(name).as_primitive::<Date32Type>().value_as_date(row);
    assert_eq!(day("period_start", 3), "2013-07-01".parse().ok());
    assert_eq!(day("period_end", 3), "2013-09-30".parse().ok());
    assert!(named("period_start").is_null(4), "the days of a fiscal year are not known");
    let flags = named("flags").as_list::<i32>().value(1);
    assert_eq!(
        flags.as_string::<i32>().iter().flatten().collect::<Vec<_>>(),
        ["estimated", "break"]
    );
    let dimensions = named("dimensions").as_map().value(2);
    let [keys, values] = dimensions.columns() else { panic!("{dimensions:?}") };
    let pairs: Vec<_> = keys.as_string::<i32>().iter().zip(values.as_string::<i32>()).collect();
    assert_eq!(pairs, [(Some("age"), Some("15-24")), (Some("sex"), Some("female"))]);
    assert_eq!(named("labels").as_list::<i32>().value_length(3), 1);
}

/// The schemas are a promise: whoever changes this test breaks tables that others have.
#[test]
fn schemas_are_pinned() {
    fn lines<T: Table + ?Sized>() -> String {
        let schema = arrow::schema::<T>();
        let fields = schema.fields().iter().map(|field| {
            let kind = match field.data_type() {
                DataType::Dictionary(key, value) => {
                    assert_eq!((&**key, &**value), (&DataType::Int32, &DataType::Utf8));
                    "word".to_owned()
                }
                DataType::List(element) => format!("list<{}>", inner(element)),
                DataType::Map(entries, false) => format!("map<{}>", inner(entries)),
                other => other.to_string(),
            };
            format!("{}: {kind}{}", field.name(), if field.is_nullable() { "?" } else { "" })
        });
        fields.collect::<Vec<_>>().join("\n")
    }
    fn inner(field: &Field) -> String {
        let kind = match field.data_type() {
            DataType::Struct(fields) => {
                fields.iter().map(|field| inner(field)).collect::<Vec<_>>().join(", ")
            }
            other => other.to_string(),
        };
        format!("{} {kind}{}", field.name(), if field.is_nullable() { "?" } else { "" })
    }
    const VINTAGE: &str = "dataset: word?\nversion: word?\npublished: word?\nretrieved: word?\nsource: word?\nlicence: word?";
    assert_eq!(
        lines::<Panel>(),
        "indicator: word?\ncode: word\nname: word?\nunit: word?\nunit_text: word?\nscale: Int16\narea: word\n\
         area_code: word?\narea_name: word?\nlabels: list<element code Utf8?, name Utf8?>\n\
         dimensions: map<key_value key Utf8, value Utf8>\nperiod: word\nperiod_start: Date32?\nperiod_end: Date32?\n\
         value: Float64?\ndecimals: Int16?\nwritten: Utf8?\ntext: word?\nmissing: word?\nflags: list<element Utf8>\n\
         status: word?\nnote: word?\n"
            .to_owned()
            + VINTAGE
    );
    assert_eq!(
        lines::<Delegations>(),
        "registry: word\ncode: word?\narea: word?\ntype: word\nfirst: Utf8\nlast: Utf8\nfirst_number: Int64?\n\
         last_number: Int64?\ncount: Int64?\nprefix_length: Int16?\ndate: Date32?\nstatus: word\nopaque_id: word?\n\
         extensions: list<element Utf8>\nline: Int64\nfile_registry: word\nfile_format: word\nfile_serial: word\n\
         file_records: Int64\nfile_start: Date32?\nfile_end: Date32?\nfile_utc_offset: word\n"
            .to_owned()
            + VINTAGE
    );
    assert_eq!(
        lines::<[Statement]>(),
        "id: Utf8\nact: word\nact_class: word\nform: word?\ndelivery: word\nspeakers: list<element Utf8>\n\
         principals: list<element Utf8>\naddressees: list<element Utf8>\ntargets: list<element Utf8>\nevent: word?\n\
         date: word?\ndate_start: Date32?\ndate_end: Date32?\nlang: word?\ntexts: list<element lang Utf8?, text Utf8?>\n\
         terms: list<element Utf8>\npositions: list<element term Utf8?, stance Utf8?>\ncertainty: word?\n\
         polarity: word?\nstatus: word\nsources: list<element Utf8>\nrecord: Utf8"
    );
    assert_eq!(
        lines::<[Observation]>(),
        "indicator: word\narea: word\nperiod: word\nperiod_start: Date32?\nperiod_end: Date32?\nvalue: Float64?\n\
         written: Utf8?\ntext: word?\nmissing: word?\nunit: word?\nscale: Int16\n\
         dimensions: map<key_value key Utf8, value Utf8>\nflags: list<element Utf8>\nnote: word?\n\
         sources: list<element Utf8>\nrecord: Utf8"
    );
    let panel = sample();
    let batches = arrow::batches(&panel, 2);
    assert_eq!(batches.schema(), arrow::schema::<Panel>());
}

#[test]
fn a_batch_has_no_more_rows_than_asked_for() {
    let panel = sample();
    let rows = |size| -> Vec<usize> {
        arrow::batches(&panel, size).map(|batch| batch.unwrap().num_rows()).collect()
    };
    assert_eq!(rows(4), [4, 2]);
    assert_eq!(rows(6), [6]);
    assert_eq!(rows(0), [1; 6]);
    assert_eq!(read::<Panel>(all(&panel, 1)).data, panel);
}

#[test]
#[cfg(feature = "catalogue")]
fn embedded_series_come_back() {
    for panel in netpolity::catalogue::indicators() {
        let reading = read_parquet::<Panel>(parquet(panel)).unwrap();
        assert_eq!(reading.data, *panel);
        assert_eq!(reading.account.entries(), panel.len() as u64);
        assert_eq!(reading.account.rejected() + reading.account.skipped(), 0);
    }
    let records = netpolity::catalogue::records();
    let statements: Vec<Statement> = records.statements().cloned().collect();
    assert!(!statements.is_empty());
    assert_eq!(read_parquet::<[Statement]>(parquet(&statements[..])).unwrap().data, statements);
}

#[test]
fn delegations_come_back() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/io/rir");
    for name in ["delegated-afrinic-extended", "delegated-lacnic-extended", "delegated-ripencc"] {
        let file = std::fs::read(folder.join(name)).unwrap();
        let delegations = rir::read(&file[..], &Options::new()).unwrap().data;
        assert!(!delegations.is_empty());
        let reading = read_parquet::<Delegations>(parquet(&delegations)).unwrap();
        assert_eq!(reading.account.rejected(), 0, "{}", reading.account);
        assert_eq!(reading.data, delegations, "{name}");
        assert!(reading.data.records().eq(delegations.records()), "{name}");
        assert_eq!(read::<Delegations>(all(&delegations, 1)).data, delegations, "{name}");
    }
}

#[test]
fn blocks_are_numbers_and_texts() {
    let file = "2|afrinic|20140630|3|00000000|20140630|00000\n\
        afrinic|NA|ipv4|192.0.2.0|192|20120101|allocated|A1|e-stats\n\
        afrinic|ZA|ipv6|2001:db8::|33||assigned|A2\n\
        afrinic|EU|asn|64496|16|20130101|assigned\n";
    let delegations = rir::read(file.as_bytes(), &Options::new()).unwrap().data;
    let batch = &all(&delegations, 8)[0];
    let column = |name: &str| -> Vec<String> {
        texts(batch, name).into_iter().map(Option::unwrap_or_default).collect()
    };
    assert_eq!(column("first"), ["192.0.2.0", "2001:db8::", "64496"]);
    assert_eq!(column("last"), ["192.0.2.191", "2001:db8:7fff:ffff:ffff:ffff:ffff:ffff", "64511"]);
    assert_eq!(column("area"), ["NAM", "ZAF", "special:EU"]);
    assert_eq!(column("opaque_id"), ["A1", "A2", ""]);
    let numbers = batch.column_by_name("first_number").unwrap();
    let numbers = numbers.as_any().downcast_ref::<Int64Array>().unwrap();
    assert_eq!(numbers.iter().collect::<Vec<_>>(), [Some(0xc000_0200), None, Some(64496)]);
    // A table with the rows of two files is no file.
    let other = rir::read(file.replace("20140630", "20140701").as_bytes(), &Options::new());
    let both = [all(&delegations, 8), all(&other.unwrap().data, 8)].concat();
    let reading = read::<Delegations>(both);
    assert_eq!((reading.account.values(), reading.account.count_of("FMT-012")), (3, 3));
    let none = arrow::read::<Delegations>([], &Options::new());
    assert!(matches!(none, Err(Error::NoData { .. })));
}

/// The columns of a batch, changed.
fn changed(
    batch: &RecordBatch,
    change: impl Fn(&str, &ArrayRef) -> Option<ArrayRef>,
) -> RecordBatch {
    let schema = batch.schema();
    let columns = schema.fields().iter().zip(batch.columns()).map(|(field, array)| {
        let array = change(field.name(), array).unwrap_or_else(|| Arc::clone(array));
        (field.name().clone(), array)
    });
    let columns: Vec<_> = columns.collect();
    let fields = columns
        .iter()
        .map(|(name, array)| Field::new(name, array.data_type().clone(), true))
        .collect::<Vec<_>>();
    let arrays = columns.into_iter().map(|(_, array)| array).collect();
    RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays).unwrap()
}

/// What other tools make of the columns.
#[test]
fn other_types_for_the_same_are_read() {
    let panel = sample();
    let batch = &all(&panel, 100)[0];
    let words = |name: &str| texts(batch, name);
    let is_word = |array: &ArrayRef| array.as_dictionary_opt::<Int32Type>().is_some();
    let plain = changed(batch, |name, array| {
        is_word(array).then(|| Arc::new(StringArray::from(words(name))) as ArrayRef)
    });
    let large = changed(batch, |name, array| {
        is_word(array).then(|| Arc::new(LargeStringArray::from(words(name))) as ArrayRef)
    });
    let views = changed(batch, |name, array| match name {
        "dimensions" => Some(lists(array.as_map())),
        "scale" => {
            let scales = array.as_primitive::<Int16Type>().iter();
            Some(Arc::new(scales.map(|scale| scale.map(i64::from)).collect::<Int64Array>()))
        }
        _ => is_word(array).then(|| Arc::new(StringViewArray::from(words(name))) as ArrayRef),
    });
    for batch in [plain, large, views] {
        // The law is of the panel, and any slice of a batch is one.
        let halves = vec![batch.slice(0, 2), batch.slice(2, 4)];
        assert_eq!(read::<Panel>(halves).data, panel);
    }
}

/// Maps as lists of pairs, with offsets of 64 bits.
fn lists(maps: &MapArray) -> ArrayRef {
    let fields = ["key", "value"].map(|name| Field::new(name, DataType::Utf8, true));
    let mut lists = LargeListBuilder::new(StructBuilder::from_fields(fields.to_vec(), 0));
    for row in 0..maps.len() {
        let pairs = maps.value(row);
        for at in 0..pairs.len() {
            for (field, texts) in pairs.columns().iter().enumerate() {
                let builder = lists.values().field_builder::<StringBuilder>(field).unwrap();
                builder.append_value(texts.as_string::<i32>().value(at));
            }
            lists.values().append(true);
        }
        lists.append(true);
    }
    Arc::new(lists.finish())
}

#[test]
fn what_is_not_needed_may_be_absent() {
    let fields = ["code", "area", "period", "value", "remark"];
    let text = |texts: [&str; 2]| Arc::new(StringArray::from(texts.to_vec())) as ArrayRef;
    let columns: Vec<ArrayRef> = vec![
        text(["i99H", "i99H"]),
        text(["CHN", "NAM"]),
        text(["2012", "2013"]),
        Arc::new(Float64Array::from(vec![Some(42.25), None])),
        text(["x", "y"]),
    ];
    let batch = RecordBatch::try_from_iter(fields.into_iter().zip(columns)).unwrap();
    let reading = read::<Panel>(vec![batch.clone()]);
    let account = &reading.account;
    assert_eq!((account.values(), account.missing(), account.skipped()), (1, 1, 2));
    let cell = reading.data.get("i99H", Country::CHN, year(2012)).unwrap();
    assert_eq!(cell.number().unwrap().to_string(), "42.25");

    let error = |batch: &RecordBatch| {
        let read = arrow::read::<Panel>([Ok(batch.clone())], &Options::new());
        read.unwrap_err().to_string()
    };
    let without = batch.project(&[0, 2, 3]).unwrap();
    assert_eq!(error(&without), "column `area`: expected a column of this name, found none");
    let numbers: ArrayRef = Arc::new(Float64Array::from(vec![1.0, 2.0]));
    let wrong = changed(&batch, |name, _| (name == "area").then(|| Arc::clone(&numbers)));
    assert_eq!(error(&wrong), "column `area`: expected texts, found Float64");
    let wrong = changed(&batch, |name, _| (name == "value").then(|| text(["1", "2"])));
    assert_eq!(error(&wrong), "column `value`: expected numbers of 64 bits, found Utf8");
}

#[test]
fn rows_that_cannot_be_are_told() {
    let batch = &all(&sample(), 100)[0];
    for (column, rule, text, says) in [
        ("area", "FMT-013", "China", "`China` is a name; write `CHN`"),
        ("period", "PRD-001", "soon", "`soon` is no period"),
        ("written", "FMT-013", "46", "column `written`: `46` is not the value 45.8"),
        ("missing", "FMT-013", "not-stated", "more than one of value, text and reason"),
        ("published", "FMT-013", "soon", "invalid date `soon`"),
    ] {
        let wrong = changed(batch, |name, _| {
            (name == column).then(|| {
                let mut column = texts(batch, name);
                column[1] = Some(text.to_owned());
                Arc::new(StringArray::from(column)) as ArrayRef
            })
        });
        let reading = read::<Panel>(vec![wrong]);
        let account = &reading.account;
        assert_eq!((account.entries(), account.rejected()), (6, 1), "{column}: {account}");
        let finding = account.findings().iter().find(|finding| finding.rule().id() == rule);
        let finding = finding.unwrap_or_else(|| panic!("{column}: {account}"));
        assert!(finding.message().contains(says), "{column}: {finding}");
        assert!(finding.path().to_string().contains('2'), "{column}: {finding}");
    }
    let infinite = changed(batch, |name, array| {
        (name == "value").then(|| {
            let values =
                array.as_primitive::<Float64Type>().iter().map(|value| value.map(|v| v / 0.0));
            Arc::new(values.collect::<Float64Array>()) as ArrayRef
        })
    });
    let account = read::<Panel>(vec![infinite]).account;
    assert_eq!((account.rejected(), account.count_of("VAL-001")), (4, 2), "{account}");
    // A release beside another one.
    let panel = sample();
    let mut vintage = panel.vintage().clone();
    vintage.published = Some("2019-06".parse().unwrap());
    let mut options = Options::new();
    options.vintage = vintage;
    let newer = arrow::read::<Panel>(
        [Ok(changed(batch, |name, _| {
            (name == "published")
                .then(|| Arc::new(StringArray::from(vec![None::<&str>; 6])) as ArrayRef)
        }))],
        &options,
    );
    let both = [all(&panel, 100), all(&newer.unwrap().data, 100)].concat();
    let published: Vec<_> = both.iter().flat_map(|batch| texts(batch, "published")).collect();
    assert_eq!(
        (published[0].as_deref(), published[6].as_deref()),
        (Some("2018-06"), Some("2019-06"))
    );
    let reading = read::<Panel>(both);
    assert_eq!((reading.data, reading.account.count_of("FMT-012")), (panel, 6));
}

/// A disk without room.
struct Full;
impl std::io::Write for Full {
    fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
        Err(std::io::ErrorKind::StorageFull.into())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn errors_of_others_are_passed_on() {
    let failing = [Err(ArrowError::ComputeError("no".to_owned()))];
    let error = arrow::read::<Panel>(failing, &Options::new()).unwrap_err();
    assert_eq!(error.to_string(), "cannot decode: Compute error: no");
    for file in [&b""[..], b"PAR1", b"code,area\n", &[0; 100]] {
        let error = read_parquet::<Panel>(file.to_vec()).unwrap_err();
        assert!(matches!(error, Error::Arrow { .. }), "{error}");
    }
    let file = parquet(&sample());
    let error = read_parquet::<Delegations>(file).unwrap_err();
    assert_eq!(error.to_string(), "column `registry`: expected a column of this name, found none");
    let error = arrow::write_parquet(&sample(), Full).unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::StorageFull);
}

fn damaged(
    file: &[u8],
    changes: &[(prop::sample::Index, u8)],
    end: prop::sample::Index,
) -> Vec<u8> {
    let mut file = file.to_vec();
    for (at, byte) in changes {
        let at = at.index(file.len());
        file[at] = *byte;
    }
    // Half of the files are whole.
    let end = end.index(2 * file.len());
    file.truncate(end.max(1));
    file
}

proptest! {
    #[test]
    fn panels_come_back(panel in panel(), rows in 1..9_usize) {
        let reading = read::<Panel>(all(&panel, rows));
        prop_assert_eq!(reading.account.rejected(), 0, "{}", reading.account);
        if panel.is_empty() {
            prop_assert!(reading.data.is_empty());
        } else {
            prop_assert_eq!(reading.data, panel);
        }
    }

    #[test]
    fn statements_come_back(statements in proptest::collection::vec(strategy::statement(), 0..3)) {
        let reading = read::<[Statement]>(all(&statements[..], 2));
        prop_assert_eq!(reading.data, statements);
    }

    #[test]
    fn observations_come_back(list in proptest::collection::vec(strategy::observation(), 0..3)) {
        let reading = read::<[Observation]>(all(&list[..], 2));
        prop_assert_eq!(reading.data, list);
    }
}

proptest! {
    // A read takes a millisecond, and what makes a decoder stumble is rare.
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases * 8, ..ProptestConfig::default() })]

    /// Read or refused, and no more.
    #[test]
    fn damaged_files_are_read_or_refused(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        end in any::<prop::sample::Index>(),
    ) {
        static WHOLE: LazyLock<Vec<u8>> = LazyLock::new(|| parquet(&sample()));
        let file = damaged(&WHOLE, &changes, end);
        if let Ok(reading) = read_parquet::<Panel>(file) {
            let account = &reading.account;
            let held = reading.data.len() + reading.data.duplicates().count();
            prop_assert_eq!(account.values() + account.missing(), held as u64, "{}", account);
        }
    }
}

proptest! {
    // A file has twenty-eight columns, each with pages of its own: few are enough for what the law of batches leaves open.
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 8, ..ProptestConfig::default() })]

    #[test]
    fn panels_come_back_from_parquet(panel in panel()) {
        let reading = read_parquet::<Panel>(parquet(&panel)).unwrap();
        prop_assert_eq!(reading.account.rejected(), 0, "{}", reading.account);
        if panel.is_empty() {
            prop_assert!(reading.data.is_empty());
        } else {
            prop_assert_eq!(reading.data, panel);
        }
    }
}
