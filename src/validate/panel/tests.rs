use super::*;
use crate::country::Country;
use crate::finding::Severity;
use crate::metric::{Cell, DimensionsId, Flag, Number, PanelBuilder, Variable, Vintage};
use crate::time::Period;
use crate::validate::rules::cases::Case;
use crate::validate::{Export, catalogue, panels};

pub(in crate::validate) const CASES: &[Case] = &[
    Case {
        rule: "KEY-003",
        fails: r#"{ "observations": [ { "indicator": "internet-users-share", "area": "IRQ", "period": "2015", "value": "17.22", "cites": [ "a" ] },
                                      { "indicator": "internet-users-share", "area": "IRQ", "period": "2015", "value": "58", "cites": [ "b" ] } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "internet-users-share", "area": "IRQ", "period": "2015", "value": "17.22", "cites": [ "a" ] },
                                       { "indicator": "internet-users-share", "area": "IRQ", "period": "2015", "value": "0.2", "unit": "fraction", "cites": [ "b" ] },
                                       { "indicator": "internet-users-share", "area": "IRQ", "period": "2016", "value": "58", "cites": [ "b" ] } ] }"#,
    },
    Case {
        rule: "AREA-005",
        fails: r#"{ "observations": [ { "indicator": "population", "area": "GGY+JEY", "period": "2012", "value": "160000" },
                                      { "indicator": "population", "area": "JEY", "period": "2012", "value": "98000" } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "population", "area": "GGY+JEY", "period": "2012", "value": "160000" },
                                       { "indicator": "population", "area": "IMN", "period": "2012", "value": "84000" },
                                       { "indicator": "population", "area": "JEY", "period": "2013", "value": "98000" } ] }"#,
    },
    Case {
        rule: "AREA-005",
        fails: r#"{ "observations": [ { "indicator": "population", "area": "YUG", "period": "1990", "value": "23800000" },
                                      { "indicator": "population", "area": "SVN", "period": "1990", "value": "1998000" } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "population", "area": "YUG", "period": "1990", "value": "23800000" },
                                       { "indicator": "population", "area": "SVN", "period": "1992", "value": "1996000" } ] }"#,
    },
    Case {
        rule: "AREA-008",
        fails: r#"{ "observations": [ { "indicator": "population", "area": "SSD", "period": "2009", "value": "9500000" } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "population", "area": "SSD", "period": "2011", "value": "9900000" },
                                       { "indicator": "population", "area": "CHN", "period": "1960", "value": "667070000" },
                                       { "indicator": "population", "area": "MMR", "period": "1980", "value": "33000000" } ] }"#,
    },
    Case {
        rule: "AREA-008",
        fails: r#"{ "observations": [ { "indicator": "population", "area": "SCG", "period": "2007", "value": "10000000" } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "population", "area": "SCG", "period": "2006", "value": "10000000" } ] }"#,
    },
    Case {
        rule: "PRD-002",
        fails: r#"{ "observations": [ { "indicator": "websites", "area": "CHN", "period": "2012", "value": "1" },
                                      { "indicator": "websites", "area": "CHN", "period": "2013-Q1", "value": "2" } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "websites", "area": "CHN", "period": "2012", "value": "1" },
                                       { "indicator": "population", "area": "CHN", "period": "2013-Q1", "value": "2" } ] }"#,
    },
    Case {
        rule: "PRD-003",
        fails: r#"{ "sources": [ { "id": "a", "kind": "dataset", "published": "2020-03" } ],
                    "observations": [ { "indicator": "population", "area": "CHN", "period": "2021", "value": "1", "cites": [ "a" ] } ] }"#,
        passes: r#"{ "sources": [ { "id": "a", "kind": "dataset", "published": "2020-03" } ],
                     "observations": [ { "indicator": "population", "area": "CHN", "period": "2020", "value": "1", "cites": [ "a" ] },
                                       { "indicator": "population", "area": "CHN", "period": "2021", "value": "1", "flags": [ "forecast" ], "cites": [ "a" ] } ] }"#,
    },
    Case {
        rule: "PRD-004",
        fails: r#"{ "observations": [ { "indicator": "population", "area": "CHN", "period": "2010", "value": "1" },
                                      { "indicator": "population", "area": "CHN", "period": "2012", "value": "1" } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "population", "area": "CHN", "period": "2010", "value": "1" },
                                       { "indicator": "population", "area": "CHN", "period": "2011", "missing": "not-collected" },
                                       { "indicator": "population", "area": "CHN", "period": "2012", "value": "1" } ] }"#,
    },
    Case {
        rule: "VAL-002",
        fails: r#"{ "observations": [ { "indicator": "internet-users-share", "area": "CHN", "period": "2012", "value": "-0.1" } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "internet-users-share", "area": "CHN", "period": "2012", "value": "0" },
                                       { "indicator": "internet-users-share", "area": "ISL", "period": "2012", "value": "100" } ] }"#,
    },
    Case {
        rule: "VAL-002",
        fails: r#"{ "observations": [ { "indicator": "internet-users-share", "area": "CHN", "period": "2012", "value": "42.3", "unit": "fraction" } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "internet-users-share", "area": "CHN", "period": "2012", "value": "0.423", "unit": "fraction" } ] }"#,
    },
    Case {
        rule: "VAL-002",
        fails: r#"{ "observations": [ { "indicator": "internet-users", "area": "CHN", "period": "2012", "value": "-1", "scale": 6 } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "internet-users", "area": "CHN", "period": "2012", "value": "564", "scale": 6 } ] }"#,
    },
    Case {
        rule: "VAL-003",
        fails: r#"{ "observations": [ { "indicator": "internet-users-share", "area": "CHN", "period": "2009", "value": "0.289" },
                                      { "indicator": "internet-users-share", "area": "CHN", "period": "2010", "value": "0.343" },
                                      { "indicator": "internet-users-share", "area": "CHN", "period": "2011", "value": "0.383" },
                                      { "indicator": "internet-users-share", "area": "CHN", "period": "2012", "value": "0.423" },
                                      { "indicator": "internet-users-share", "area": "CHN", "period": "2013", "value": "0.458" } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "internet-users-share", "area": "ERI", "period": "2005", "value": "0.05" },
                                       { "indicator": "internet-users-share", "area": "ERI", "period": "2006", "value": "0.07" },
                                       { "indicator": "internet-users-share", "area": "ERI", "period": "2007", "value": "0.12" },
                                       { "indicator": "internet-users-share", "area": "ERI", "period": "2008", "value": "0.47" },
                                       { "indicator": "internet-users-share", "area": "ERI", "period": "2009", "value": "0.54" } ] }"#,
    },
    Case {
        rule: "VAL-003",
        fails: r#"{ "indicators": [ { "id": "reach", "unit": "fraction" } ],
                    "observations": [ { "indicator": "reach", "area": "CHN", "period": "2012", "value": "42.3" } ] }"#,
        passes: r#"{ "indicators": [ { "id": "reach", "unit": "fraction" }, { "id": "ratio", "unit": "fraction", "kind": "rate" } ],
                     "observations": [ { "indicator": "reach", "area": "CHN", "period": "2012", "value": "0.423" },
                                       { "indicator": "ratio", "area": "CHN", "period": "2012", "value": "1.2" } ] }"#,
    },
    Case {
        rule: "VAL-004",
        fails: r#"{ "observations": [ { "indicator": "population", "area": "CHN", "period": "2012", "value": "1350695.5" } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "population", "area": "CHN", "period": "2012", "value": "1350695.5", "scale": 3 },
                                       { "indicator": "population", "area": "CHN", "period": "2013", "value": "1357380000.0" } ] }"#,
    },
    Case {
        rule: "VAL-007",
        fails: r#"{ "observations": [ { "indicator": "internet-users-share", "area": "GHA", "period": "2010", "value": "7.8" },
                                      { "indicator": "internet-users-share", "area": "GHA", "period": "2011", "value": "9" },
                                      { "indicator": "internet-users-share", "area": "GHA", "period": "2012", "value": "10.6" },
                                      { "indicator": "internet-users-share", "area": "GHA", "period": "2013", "value": "15" },
                                      { "indicator": "internet-users-share", "area": "GHA", "period": "2014", "value": "19" },
                                      { "indicator": "internet-users-share", "area": "GHA", "period": "2015", "value": "23" },
                                      { "indicator": "internet-users-share", "area": "GHA", "period": "2016", "value": "28" },
                                      { "indicator": "internet-users-share", "area": "GHA", "period": "2017", "value": "37.8842" },
                                      { "indicator": "internet-users-share", "area": "GHA", "period": "2018", "value": "43" },
                                      { "indicator": "internet-users-share", "area": "GHA", "period": "2019", "value": "22.0732" },
                                      { "indicator": "internet-users-share", "area": "GHA", "period": "2020", "value": "62.5176" },
                                      { "indicator": "internet-users-share", "area": "GHA", "period": "2021", "value": "68.6" } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "internet-users-share", "area": "GHA", "period": "2010", "value": "7.8" },
                                      { "indicator": "internet-users-share", "area": "GHA", "period": "2011", "value": "9" },
                                      { "indicator": "internet-users-share", "area": "GHA", "period": "2012", "value": "10.6" },
                                      { "indicator": "internet-users-share", "area": "GHA", "period": "2013", "value": "15" },
                                      { "indicator": "internet-users-share", "area": "GHA", "period": "2014", "value": "19" },
                                      { "indicator": "internet-users-share", "area": "GHA", "period": "2015", "value": "23" },
                                      { "indicator": "internet-users-share", "area": "GHA", "period": "2016", "value": "28" },
                                      { "indicator": "internet-users-share", "area": "GHA", "period": "2017", "value": "37.8842" },
                                      { "indicator": "internet-users-share", "area": "GHA", "period": "2018", "value": "43" },
                                      { "indicator": "internet-users-share", "area": "GHA", "period": "2019", "value": "53" },
                                      { "indicator": "internet-users-share", "area": "GHA", "period": "2020", "value": "62.5176" },
                                      { "indicator": "internet-users-share", "area": "GHA", "period": "2021", "value": "68.6" } ] }"#,
    },
    Case {
        rule: "VAL-008",
        fails: r#"{ "observations": [ { "indicator": "websites", "area": "CHN", "period": "2010", "value": "5" },
                                      { "indicator": "websites", "area": "CHN", "period": "2011", "value": "5" },
                                      { "indicator": "websites", "area": "CHN", "period": "2012", "value": "5" },
                                      { "indicator": "websites", "area": "CHN", "period": "2013", "value": "5" } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "websites", "area": "CHN", "period": "2010", "value": "5" },
                                       { "indicator": "websites", "area": "CHN", "period": "2011", "value": "5" },
                                       { "indicator": "websites", "area": "CHN", "period": "2012", "value": "6" },
                                       { "indicator": "websites", "area": "CHN", "period": "2013", "value": "5" } ] }"#,
    },
    Case {
        rule: "VAL-009",
        fails: r#"{ "observations": [ { "indicator": "websites", "area": "CHN", "period": "2010", "value": "5" },
                                      { "indicator": "websites", "area": "CHN", "period": "2011", "value": "0" },
                                      { "indicator": "websites", "area": "CHN", "period": "2013", "value": "7" } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "websites", "area": "CHN", "period": "2010", "value": "0" },
                                       { "indicator": "websites", "area": "CHN", "period": "2011", "value": "5" },
                                       { "indicator": "websites", "area": "CHN", "period": "2013", "value": "0" } ] }"#,
    },
    Case {
        rule: "VAL-010",
        fails: r#"{ "indicators": [ { "id": "sims", "unit": "per-100", "kind": "rate" } ],
                    "observations": [ { "indicator": "sims", "area": "MAC", "period": "2012", "value": "1350" } ] }"#,
        passes: r#"{ "indicators": [ { "id": "sims", "unit": "per-100", "kind": "rate" } ],
                     "observations": [ { "indicator": "sims", "area": "MAC", "period": "2012", "value": "400" } ] }"#,
    },
    Case {
        rule: "UNIT-002",
        fails: r#"{ "observations": [ { "indicator": "internet-users-share", "area": "CHN", "period": "2012", "value": "42.3" },
                                      { "indicator": "internet-users-share", "area": "GBR", "period": "2012", "value": "0.87", "unit": "fraction" } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "internet-users-share", "area": "CHN", "period": "2012", "value": "42.3" },
                                       { "indicator": "internet-users-share", "area": "GBR", "period": "2012", "value": "87", "unit": "percent" } ] }"#,
    },
    Case {
        rule: "UNIT-003",
        fails: r#"{ "observations": [ { "indicator": "population", "area": "CHN", "period": "2010", "value": "1337705000", "cites": [ "a" ] },
                                      { "indicator": "population", "area": "CHN", "period": "2011", "value": "1344130000", "cites": [ "a" ] },
                                      { "indicator": "population", "area": "GBR", "period": "2012", "value": "63700000", "cites": [ "a" ] },
                                      { "indicator": "population", "area": "CHN", "period": "2010", "value": "1348191", "cites": [ "b" ] },
                                      { "indicator": "population", "area": "CHN", "period": "2011", "value": "1357095", "cites": [ "b" ] },
                                      { "indicator": "population", "area": "GBR", "period": "2012", "value": "63800", "cites": [ "b" ] } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "population", "area": "CHN", "period": "2010", "value": "1337705000", "cites": [ "a" ] },
                                       { "indicator": "population", "area": "CHN", "period": "2011", "value": "1344130000", "cites": [ "a" ] },
                                       { "indicator": "population", "area": "GBR", "period": "2012", "value": "63700000", "cites": [ "a" ] },
                                       { "indicator": "population", "area": "CHN", "period": "2010", "value": "1348191", "scale": 3, "cites": [ "b" ] },
                                       { "indicator": "population", "area": "CHN", "period": "2011", "value": "1357095", "scale": 3, "cites": [ "b" ] },
                                       { "indicator": "population", "area": "GBR", "period": "2012", "value": "63800", "scale": 3, "cites": [ "b" ] } ] }"#,
    },
    Case {
        rule: "STA-003",
        fails: r#"{ "observations": [ { "indicator": "internet-users-share", "area": "CHN", "period": "2022", "value": "75.6" },
                                      { "indicator": "internet-users-share", "area": "CHN", "period": "2023", "value": "90.6", "flags": [ "break" ] } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "internet-users-share", "area": "CHN", "period": "2022", "value": "75.6", "flags": [ "break" ] },
                                       { "indicator": "internet-users-share", "area": "CHN", "period": "2023", "value": "90.6" } ] }"#,
    },
    Case {
        rule: "STA-004",
        fails: r#"{ "observations": [ { "indicator": "internet-users-share", "area": "CHN", "period": "2022", "value": "75.6", "note": "Aged 6 and older. In the last 12 months" },
                                      { "indicator": "internet-users-share", "area": "CHN", "period": "2023", "value": "90.6", "note": "Aged 3 and older" } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "internet-users-share", "area": "CHN", "period": "2022", "value": "75.6", "note": "Aged 6 and older. In the last 12 months" },
                                       { "indicator": "internet-users-share", "area": "CHN", "period": "2023", "value": "90.6", "note": "Population age 6+" } ] }"#,
    },
    Case {
        rule: "STA-005",
        fails: r#"{ "observations": [ { "indicator": "population", "area": "CHN", "period": "2012", "value": "1", "note": "ITU estimate." } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "population", "area": "CHN", "period": "2012", "value": "1", "note": "ITU estimate.", "flags": [ "estimated-by-publisher" ] },
                                       { "indicator": "population", "area": "CHN", "period": "2011", "value": "1", "note": "Census." } ] }"#,
    },
    Case {
        rule: "CON-001",
        fails: r#"{ "observations": [ { "indicator": "population", "area": "CHN", "period": "2012", "value": "1350" },
                                      { "indicator": "population", "area": "CHN", "period": "2012", "value": "650", "dimensions": { "sex": "female" } },
                                      { "indicator": "population", "area": "CHN", "period": "2012", "value": "690", "dimensions": { "sex": "male" } } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "population", "area": "CHN", "period": "2012", "value": "1350" },
                                       { "indicator": "population", "area": "CHN", "period": "2012", "value": "657", "dimensions": { "sex": "female" } },
                                       { "indicator": "population", "area": "CHN", "period": "2012", "value": "694", "dimensions": { "sex": "male" } } ] }"#,
    },
    Case {
        rule: "CON-001",
        fails: r#"{ "observations": [ { "indicator": "freedom-on-the-net-score", "area": "ISL", "period": "2020", "value": "90" },
                                      { "indicator": "freedom-on-the-net-access", "area": "ISL", "period": "2020", "value": "25" },
                                      { "indicator": "freedom-on-the-net-content", "area": "ISL", "period": "2020", "value": "34" },
                                      { "indicator": "freedom-on-the-net-rights", "area": "ISL", "period": "2020", "value": "36" } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "freedom-on-the-net-score", "area": "ISL", "period": "2020", "value": "95" },
                                      { "indicator": "freedom-on-the-net-access", "area": "ISL", "period": "2020", "value": "25" },
                                      { "indicator": "freedom-on-the-net-content", "area": "ISL", "period": "2020", "value": "34" },
                                      { "indicator": "freedom-on-the-net-rights", "area": "ISL", "period": "2020", "value": "36" } ] }"#,
    },
    Case {
        rule: "CON-002",
        fails: r#"{ "observations": [ { "indicator": "internet-users-share", "area": "IND", "period": "2018", "value": "31" },
                                      { "indicator": "internet-users-share", "area": "IND", "period": "2018", "value": "15", "dimensions": { "sex": "female" } },
                                      { "indicator": "internet-users-share", "area": "IND", "period": "2018", "value": "25", "dimensions": { "sex": "male" } } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "internet-users-share", "area": "IND", "period": "2018", "value": "20.1" },
                                       { "indicator": "internet-users-share", "area": "IND", "period": "2018", "value": "15", "dimensions": { "sex": "female" } },
                                       { "indicator": "internet-users-share", "area": "IND", "period": "2018", "value": "25", "dimensions": { "sex": "male" } } ] }"#,
    },
    Case {
        rule: "CON-003",
        fails: r#"{ "observations": [ { "indicator": "internet-users", "area": "CHN", "period": "2012", "value": "1564000000" },
                                      { "indicator": "population", "area": "CHN", "period": "2012", "value": "1350695", "scale": 3 } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "internet-users", "area": "CHN", "period": "2012", "value": "564", "scale": 6 },
                                       { "indicator": "population", "area": "CHN", "period": "2012", "value": "1350695", "scale": 3 } ] }"#,
    },
    Case {
        rule: "CON-003",
        fails: r#"{ "observations": [ { "indicator": "internet-users", "area": "CHN", "period": "2012", "value": "564000000" },
                                      { "indicator": "internet-users-share", "area": "CHN", "period": "2012", "value": "52.3" },
                                      { "indicator": "population", "area": "CHN", "period": "2012", "value": "1350695000" } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "internet-users", "area": "CHN", "period": "2012", "value": "564000000" },
                                       { "indicator": "internet-users-share", "area": "CHN", "period": "2012", "value": "42.3" },
                                       { "indicator": "population", "area": "CHN", "period": "2012", "value": "1350695000" } ] }"#,
    },
    Case {
        rule: "CON-004",
        fails: r#"{ "observations": [ { "indicator": "internet-users-share", "area": "group:five-eyes", "period": "2012", "value": "92" },
                                      { "indicator": "internet-users-share", "area": "AUS", "period": "2012", "value": "79" },
                                      { "indicator": "internet-users-share", "area": "CAN", "period": "2012", "value": "83" },
                                      { "indicator": "internet-users-share", "area": "GBR", "period": "2012", "value": "87.5" },
                                      { "indicator": "internet-users-share", "area": "USA", "period": "2012", "value": "74.7" } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "internet-users-share", "area": "group:five-eyes", "period": "2012", "value": "77" },
                                       { "indicator": "internet-users-share", "area": "AUS", "period": "2012", "value": "79" },
                                       { "indicator": "internet-users-share", "area": "CAN", "period": "2012", "value": "83" },
                                       { "indicator": "internet-users-share", "area": "GBR", "period": "2012", "value": "87.5" },
                                       { "indicator": "internet-users-share", "area": "USA", "period": "2012", "value": "74.7" },
                                       { "indicator": "internet-users-share", "area": "group:five-eyes", "period": "2013", "value": "99" },
                                       { "indicator": "internet-users-share", "area": "GBR", "period": "2013", "value": "89" } ] }"#,
    },
    Case {
        rule: "CON-004",
        fails: r#"{ "observations": [ { "indicator": "population", "area": "group:five-eyes", "period": "2012", "value": "300000000" },
                                      { "indicator": "population", "area": "USA", "period": "2012", "value": "313877662" } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "population", "area": "group:five-eyes", "period": "2012", "value": "440000000" },
                                       { "indicator": "population", "area": "USA", "period": "2012", "value": "313877662" } ] }"#,
    },
    Case {
        rule: "IND-001",
        fails: r#"{ "observations": [ { "indicator": "freedom-on-the-net-score", "area": "CHN", "period": "2018", "value": "88" },
                                      { "indicator": "freedom-on-the-net-score", "area": "CHN", "period": "2019", "value": "10" } ] }"#,
        passes: r#"{ "observations": [ { "indicator": "freedom-on-the-net-score", "area": "CHN", "period": "2017", "value": "87" },
                                       { "indicator": "freedom-on-the-net-score", "area": "CHN", "period": "2018", "value": "88" },
                                       { "indicator": "freedom-on-the-net-score", "area": "GBR", "period": "2019", "value": "77" } ] }"#,
    },
    Case {
        rule: "VIN-001",
        fails: r#"{ "sources": [ { "id": "a", "kind": "dataset" } ],
                    "observations": [ { "indicator": "population", "area": "CHN", "period": "2012", "value": "1", "cites": [ "a" ] } ] }"#,
        passes: r#"{ "sources": [ { "id": "a", "kind": "dataset", "retrieved": "2026-01-01" }, { "id": "b", "kind": "blog" } ],
                     "observations": [ { "indicator": "population", "area": "CHN", "period": "2012", "value": "1", "cites": [ "a" ] } ] }"#,
    },
    Case {
        rule: "VIN-002",
        fails: r#"{ "sources": [ { "id": "a", "kind": "dataset", "published": "2026-02-24" }, { "id": "b", "kind": "dataset", "published": "2019-10-02" } ],
                    "observations": [ { "indicator": "internet-users", "area": "CHN", "period": "2012", "value": "564000000", "cites": [ "a" ] },
                                      { "indicator": "population", "area": "CHN", "period": "2012", "value": "1350695000", "cites": [ "b" ] } ] }"#,
        passes: r#"{ "sources": [ { "id": "a", "kind": "dataset", "published": "2020-03-18" }, { "id": "b", "kind": "dataset", "published": "2019-10-02" } ],
                     "observations": [ { "indicator": "internet-users", "area": "CHN", "period": "2012", "value": "564000000", "cites": [ "a" ] },
                                       { "indicator": "population", "area": "CHN", "period": "2012", "value": "1350695000", "cites": [ "b" ] } ] }"#,
    },
    Case {
        rule: "VIN-003",
        fails: r#"{ "sources": [ { "id": "b", "kind": "dataset", "title": "WDI", "published": "2020-03-18" }, { "id": "a", "kind": "dataset", "title": "WDI", "published": "2018-05-02" } ],
                    "observations": [ { "indicator": "internet-users-share", "area": "IRQ", "period": "2015", "value": "58", "cites": [ "b" ] },
                                      { "indicator": "internet-users-share", "area": "IRQ", "period": "2015", "value": "17.22", "cites": [ "a" ] } ] }"#,
        passes: r#"{ "sources": [ { "id": "b", "kind": "dataset", "title": "WDI", "published": "2020-03-18" }, { "id": "a", "kind": "dataset", "title": "WDI", "published": "2018-05-02" } ],
                     "observations": [ { "indicator": "internet-users-share", "area": "IRQ", "period": "2015", "value": "21.9", "cites": [ "b" ] },
                                       { "indicator": "internet-users-share", "area": "IRQ", "period": "2015", "value": "17.22", "cites": [ "a" ] } ] }"#,
    },
];

fn year(year: i32) -> Period {
    Period::from_year(year).unwrap()
}

/// Users as a share, of areas and years.
fn shares(vintage: Vintage, cells: &[(crate::country::Area, i32, &str)]) -> Panel {
    let mut variable = Variable::new("i99H");
    variable.indicator = "internet-users-share".parse().ok();
    variable.unit = Some(crate::quantity::Unit::Percent);
    of(vintage, variable, cells)
}

fn of(vintage: Vintage, variable: Variable, cells: &[(crate::country::Area, i32, &str)]) -> Panel {
    let mut builder = PanelBuilder::new(vintage);
    let variable = builder.variable(variable);
    for (line, (area, at, text)) in (2..).zip(cells) {
        let area = builder.area(area.clone(), &area.to_string(), "");
        let cell = Cell::from(Number::parse(text).unwrap());
        builder.push(variable, area, DimensionsId::default(), year(*at), cell, line).unwrap();
    }
    builder.finish()
}

fn report(panel: &Panel, profile: &Profile) -> Report {
    panel.validate(profile, "2026-01-01".parse().unwrap())
}

fn paths<'r>(report: &'r Report, rule: &str) -> Vec<&'r str> {
    report.of_rule(rule).map(|finding| finding.path().as_str()).collect()
}

#[test]
fn aggregates_are_wrong_where_countries_are_asked_for() {
    let cells = [
        (Country::CHN.into(), 2012, "42.3"),
        (crate::country::Group::EU.into(), 2012, "73"),
        (crate::country::Group::EU.into(), 2013, "75"),
    ];
    let panel = shares(Vintage::new(), &cells);
    assert_eq!(report(&panel, &Profile::default()).count_of("AREA-004"), 0);
    let limits = Limits { countries_only: true, ..Limits::default() };
    let report = report(&panel, &Profile::new(limits));
    assert_eq!(paths(&report, "AREA-004"), ["series[internet-users-share group:eu]"]);
    assert!(report.has_errors());
}

#[test]
fn a_panel_says_where_it_is_from() {
    let cells = [(Country::CHN.into(), 2012, "42.3")];
    let bare = report(&shares(Vintage::new(), &cells), &Profile::default());
    assert_eq!(paths(&bare, "SRC-010"), ["vintage.dataset", "vintage.licence"]);
    assert_eq!(paths(&bare, "VIN-001"), ["vintage.published"]);
    let mut vintage = Vintage::new();
    vintage.dataset = Some("World Development Indicators".to_owned());
    vintage.licence = Some("CC BY 4.0".into());
    vintage.retrieved = "2026-02".parse().ok();
    let whole = report(&shares(vintage, &cells), &Profile::default());
    assert!(whole.findings().is_empty(), "{whole}");
    assert!(
        report(&Panel::clone(&PanelBuilder::new(Vintage::new()).finish()), &Profile::default())
            .is_clean()
    );
}

#[test]
fn data_is_exported_where_its_licence_lets_it() {
    let found = |licence: Option<&str>, export: Option<Export>| {
        let mut vintage = Vintage::new();
        vintage.dataset = Some("DataHub".to_owned());
        vintage.retrieved = "2026-02".parse().ok();
        vintage.licence = licence.map(Into::into);
        let limits = Limits { export, ..Limits::default() };
        let panel = shares(vintage, &[(Country::CHN.into(), 2012, "42.3")]);
        let report = report(&panel, &Profile::new(limits));
        for finding in report.findings() {
            assert_eq!(finding.path().as_str(), "vintage.licence");
        }
        (report.count_of("SRC-010"), report.count_of("SRC-011"), report.has_errors())
    };
    let (free, any) = (Some(Export::NonCommercial), Some(Export::Commercial));
    for (licence, for_free, for_any) in [
        (Some("CC BY 4.0"), (0, 0, false), (0, 0, false)),
        (Some("CC BY-NC-SA 3.0 IGO"), (0, 0, false), (0, 1, true)),
        (Some("No redistribution"), (0, 1, true), (0, 1, true)),
        (Some("Terms of its own"), (1, 0, false), (1, 0, false)),
        (None, (1, 0, false), (1, 0, false)),
    ] {
        assert_eq!(found(licence, free), for_free, "{licence:?}");
        assert_eq!(found(licence, any), for_any, "{licence:?}");
        let missing = usize::from(licence.is_none());
        assert_eq!(found(licence, None), (missing, 0, false), "{licence:?}");
    }
}

#[test]
fn observations_are_exported_where_their_source_lets_them() {
    let dataset = Dataset::from_json(
        r#"{ "netpolity": 1,
             "sources": [
               { "id": "a", "kind": "dataset", "published": "2018", "licence": "CC BY 4.0" },
               { "id": "b", "kind": "dataset", "published": "2018", "licence": "No redistribution" },
               { "id": "c", "kind": "dataset", "published": "2018" } ],
             "observations": [
             { "indicator": "internet-users-share", "area": "IRQ", "period": "2014", "value": "15", "cites": [ "a" ] },
             { "indicator": "internet-users-share", "area": "IRQ", "period": "2015", "value": "16", "cites": [ "b" ] },
             { "indicator": "internet-users-share", "area": "IRQ", "period": "2016", "value": "17", "cites": [ "c" ] } ] }"#,
    )
    .unwrap();
    let as_of = "2026-01-01".parse().unwrap();
    let report = dataset.validate(&Profile::default(), as_of);
    assert_eq!((report.count_of("SRC-010"), report.count_of("SRC-011")), (0, 0));
    let limits = Limits { export: Some(Export::NonCommercial), ..Limits::default() };
    let report = dataset.validate(&Profile::new(limits), as_of);
    assert_eq!(paths(&report, "SRC-010"), ["sources[c].licence"]);
    assert_eq!(paths(&report, "SRC-011"), ["sources[b].licence"]);
}

#[test]
fn numbers_have_a_unit() {
    let cells = [(Country::CHN.into(), 2012, "42.3")];
    let found = |variable: &Variable| {
        let report = report(&of(Vintage::new(), variable.clone(), &cells), &Profile::default());
        paths(&report, "UNIT-001").len()
    };
    let mut variable = Variable::new("x");
    assert_eq!(found(&variable), 1);
    variable.unit_text = "% of people".to_owned();
    assert_eq!(found(&variable), 0);
    variable.unit_text.clear();
    variable.indicator = "internet-users-share".parse().ok();
    assert_eq!(found(&variable), 0);
    variable.indicator = "not-known".parse().ok();
    assert_eq!(found(&variable), 1);
}

#[test]
fn doubles_of_a_panel_are_found() {
    let cells = [
        (Country::CHN.into(), 2012, "42.3"),
        (Country::CHN.into(), 2012, "42.30"),
        (Country::CHN.into(), 2012, "45"),
    ];
    let report = report(&shares(Vintage::new(), &cells), &Profile::default());
    assert_eq!(paths(&report, "KEY-001"), ["series[internet-users-share CHN].2012"]);
    assert_eq!(paths(&report, "KEY-002"), ["series[internet-users-share CHN].2012"]);
}

#[test]
fn several_panels_are_named_by_position() {
    let one = shares(Vintage::new(), &[(Country::IRQ.into(), 2015, "17.22")]);
    let other = shares(
        Vintage::new(),
        &[(Country::IRQ.into(), 2015, "58"), (Country::IRQ.into(), 2016, "158")],
    );
    let report = panels(&[&one, &other], &Profile::default(), "2026-01-01".parse().unwrap());
    let finding = report.of_rule("KEY-003").next().unwrap();
    assert_eq!(finding.path().as_str(), "panels[1].series[internet-users-share IRQ].2015");
    assert_eq!(finding.related()[0].as_str(), "panels[0].series[internet-users-share IRQ].2015");
    assert_eq!(
        finding.message(),
        "1 value is far from that of another source, most in 2015: 58 against 17.22"
    );
    assert_eq!(paths(&report, "VAL-002"), ["panels[1].series[internet-users-share IRQ].2016"]);
    assert_eq!(
        paths(&report, "VIN-001"),
        ["panels[0].vintage.published", "panels[1].vintage.published"]
    );
}

#[test]
fn profiles_hold_for_panels() {
    let panel = shares(Vintage::new(), &[(Country::IRQ.into(), 2015, "158")]);
    let all = report(&panel, &Profile::default());
    assert_eq!((all.count_of("VAL-002"), all.count_of("VIN-001")), (1, 1));
    let profile = Profile::default().without("VAL-002").with_severity("VIN-001", Severity::Error);
    let report = report(&panel, &profile);
    assert_eq!(report.count_of("VAL-002"), 0);
    assert_eq!(report.of_rule("VIN-001").next().unwrap().severity(), Severity::Error);
}

#[test]
fn observations_are_named_by_position() {
    let dataset = Dataset::from_json(
        r#"{ "netpolity": 1, "observations": [
             { "indicator": "internet-users-share", "area": "IRQ", "period": "2014", "value": "15", "cites": [ "a" ] },
             { "indicator": "internet-users-share", "area": "IRQ", "period": "2015", "value": "17.22", "cites": [ "a" ] },
             { "indicator": "internet-users-share", "area": "IRQ", "period": "2015", "value": "158", "cites": [ "b" ] } ] }"#,
    )
    .unwrap();
    let report = dataset.validate(&Profile::default(), "2026-01-01".parse().unwrap());
    assert_eq!(paths(&report, "VAL-002"), ["observations[2]"]);
    let finding = report.of_rule("KEY-003").next().unwrap();
    assert_eq!(finding.path().as_str(), "observations[2]");
    assert_eq!(finding.related()[0].as_str(), "observations[1]");
}

#[test]
fn a_marked_break_is_no_jump() {
    let values = ["7.8", "9", "10.6", "15", "19", "23", "28", "37.9", "43", "22.1", "62.5", "68.6"];
    let found = |flagged: Option<usize>| {
        let mut builder = PanelBuilder::new(Vintage::new());
        let variable = builder.variable(Variable::new("i99H"));
        let area = builder.area(Country::GHA.into(), "GHA", "");
        for ((at, text), position) in (2010..).zip(values).zip(0..) {
            let mut cell = Cell::from(Number::parse(text).unwrap());
            if flagged == Some(position) {
                cell = cell.with_flag(Flag::Break);
            }
            builder.push(variable, area, DimensionsId::default(), year(at), cell, 0).unwrap();
        }
        let report = report(&builder.finish(), &Profile::default());
        paths(&report, "VAL-007").iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(found(None), ["series[i99H GHA].2019"]);
    assert_eq!(found(Some(9)), [""; 0]);
    assert_eq!(found(Some(10)), [""; 0]);
}

#[test]
fn every_rule_of_series_is_in_the_catalogue() {
    let ids: Vec<&str> = catalogue().map(|rule| rule.id()).collect();
    for id in [
        "KEY-001", "KEY-002", "KEY-003", "AREA-004", "AREA-005", "AREA-008", "PRD-002", "PRD-003",
        "PRD-004", "VAL-002", "VAL-003", "VAL-004", "VAL-007", "VAL-008", "VAL-009", "VAL-010",
        "UNIT-001", "UNIT-002", "UNIT-003", "STA-003", "STA-004", "STA-005", "CON-001", "CON-002",
        "CON-003", "CON-004", "VIN-001", "VIN-002", "VIN-003", "IND-001", "SRC-010", "SRC-011",
    ] {
        assert!(ids.contains(&id), "{id}");
    }
}

#[test]
fn an_area_that_was_not_there_is_told_once() {
    let mut builder = PanelBuilder::new(Vintage::new());
    let area = builder.area(Country::SSD.into(), "SSD", "South Sudan");
    for code in ["a", "b"] {
        let variable = builder.variable(Variable::new(code));
        for at in [2009, 2010, 2012] {
            let cell = Number::parse("1").unwrap().into();
            builder.push(variable, area, DimensionsId::default(), year(at), cell, 0).unwrap();
        }
    }
    let report = report(&builder.finish(), &Profile::default());
    assert_eq!(paths(&report, "AREA-008"), ["series[a SSD].2009"]);
    let finding = report.of_rule("AREA-008").next().unwrap();
    assert_eq!(finding.message(), "SSD has 2 values of a time when it was not there: 2009 to 2010");
}

proptest::proptest! {
    #[test]
    fn no_panel_is_too_odd(
        cells in proptest::collection::vec((0..6_usize, 0..8_usize, 1985..2030_i32, proptest::num::f64::NORMAL, 0..4_usize), 0..80),
        limits in (0..3_usize, 0..3_usize, proptest::bool::ANY),
    ) {
        const IDS: [&str; 6] =
            ["population", "internet-users", "internet-users-share", "freedom-on-the-net-score", "none", "websites"];
        const AREAS: [&str; 8] =
            ["CHN", "SSD", "SCG", "GGY+JEY", "JEY", "group:m49-001", "special:INX", "group:five-eyes"];
        let panel = |part: usize| {
            let mut builder = PanelBuilder::new(Vintage::new());
            for (id, area, at, value, flag) in cells.iter().skip(part) {
                let mut variable = Variable::new(IDS[*id]);
                variable.indicator = IDS[*id].parse().ok();
                let variable = builder.variable(variable);
                let area = builder.area(AREAS[*area].parse().unwrap(), AREAS[*area], "");
                let mut cell = Cell::from(Number::new(*value, 2).unwrap());
                if let Some(flag) = [Flag::Break, Flag::DefinitionDiffers].get(*flag) {
                    cell = cell.with_flag(*flag).with_note("aged 6 and older, last 12 months");
                }
                builder.push(variable, area, DimensionsId::default(), year(*at), cell, 0).unwrap();
            }
            builder.finish()
        };
        let (one, other) = (panel(0), panel(3));
        let mut drawn = Limits::default();
        (drawn.repeats, drawn.steps, drawn.countries_only) = limits;
        let profile = Profile::new(drawn);
        let as_of = "2026-01-01".parse().unwrap();
        let (alone, report) = (one.validate(&profile, as_of), panels(&[&one, &other], &profile, as_of));
        proptest::prop_assert!(report.findings().len() >= alone.findings().len());
        for finding in report.findings() {
            proptest::prop_assert_eq!(finding.path().table(), "panels");
        }
    }
}
