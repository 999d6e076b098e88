use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::country::{Composite, Country, Group, SpecialCode};

fn date(text: &str) -> Option<PartialDate> {
    (!text.is_empty()).then(|| text.parse().unwrap())
}

/// Each code on a date, or at any time, and the text of what it stands for.
fn check(scheme: Scheme, cases: &[(&str, &str, &str)]) {
    for (code, on, area) in cases {
        let text = scheme.area_of(code, date(on)).map(|area| area.to_string());
        assert_eq!(text.as_deref(), Ok(*area), "{scheme} `{code}` on `{on}`");
    }
}

fn refusal(scheme: Scheme, code: &str, on: &str) -> String {
    scheme.area_of(code, date(on)).unwrap_err().to_string()
}

#[test]
fn iso_reads_every_form_in_any_case() {
    check(
        Scheme::Iso,
        &[
            ("NA", "", "NAM"),
            ("nam", "", "NAM"),
            ("516", "", "NAM"),
            ("004", "", "AFG"),
            ("4", "", "AFG"),
            ("SUHH", "", "SUN"),
            ("SU", "", "SUN"),
            ("XK", "", "XKX"),
            ("UK", "", "GBR"),
            ("EU", "", "group:eu"),
            ("EZ", "", "group:euro-area"),
            ("UN", "", "group:un"),
            ("FX", "", "FXX"),
            ("AC", "", "special:ASC"),
            ("ta", "", "special:TAA"),
            ("EA", "", "special:EA"),
        ],
    );
}

#[test]
fn iso_codes_have_owners_by_date() {
    check(
        Scheme::Iso,
        &[
            ("CS", "1990", "CSK"),
            ("CS", "2004", "SCG"),
            ("AN", "2005", "ANT"),
            ("ZR", "1996", "ZAR"),
            ("YUG", "1985", "YUG"),
            ("ROM", "", "ROU"),
            ("ROM", "1990", "ROU"),
            // Taken over by a current entry.
            ("BY", "", "BLR"),
            ("BY", "1990", "BYS"),
            ("AI", "", "AIA"),
            ("AI", "1975", "AFI"),
            ("SK", "", "SVK"),
            ("SK", "1974", "SKM"),
            ("GE", "", "GEO"),
            ("GE", "1976", "GEL"),
            ("BQ", "", "BES"),
            ("BQ", "1976", "ATB"),
            ("ATF", "", "ATF"),
            ("ATF", "1975", "FQHH"),
            // The code of Myanmar is of 1989, that of Burma certainly until December.
            ("104", "1989-06", "BUR"),
            ("104", "1990", "MMR"),
            ("180", "1990", "ZAR"),
            // Known to the year, which is enough where nobody else may have had it.
            ("SSD", "2011", "SSD"),
            ("230", "", "ETH"),
            ("230", "1990", "ETH"),
            ("280", "", "DEU"),
            ("736", "2005", "SDN"),
            ("729", "2005", "SDN"),
            ("886", "1985", "YEM"),
            ("532", "1980", "ANT"),
            ("590", "", "PAN"),
            ("890", "1990", "YUG"),
            ("891", "2004", "SCG"),
        ],
    );
    // Without a date a current owner has it, whatever the former ones.
    for country in Country::current() {
        assert_eq!(Scheme::Iso.area_of(country.alpha2(), None), Ok(country.into()));
        assert_eq!(Scheme::Iso.area_of(country.alpha3(), None), Ok(country.into()));
    }
}

#[test]
fn refusals_say_who_had_it() {
    for (scheme, code, on, message) in [
        (Scheme::Iso, "", "", "the ISO 3166 code is empty"),
        (Scheme::Rir, "", "2010", "the address registry code is empty"),
        (Scheme::WorldBank, "URU", "", "unknown World Bank code `URU`"),
        (Scheme::Iso, " CN", "", "unknown ISO 3166 code ` CN`; a code has no white space"),
        (Scheme::Iso, "CN\n", "", "unknown ISO 3166 code `CN\\n`; a code has no white space"),
        (
            Scheme::Iso,
            "ZAR",
            "2010",
            "nobody has ISO 3166 code `ZAR` on 2010; it is that of `ZAR` in 1974-01-01/1997-07-14",
        ),
        (
            Scheme::Iso,
            "ROM",
            "2010",
            "nobody has ISO 3166 code `ROM` on 2010; it is that of `ROU` in 1974-01-01/2002-02-01",
        ),
        (
            Scheme::Iso,
            "CS",
            "1998",
            "nobody has ISO 3166 code `CS` on 1998; it is that of `CSK` in 1974-01-01/1993-06-15, \
             `SCG` in 2003-07-23/2006-09-26",
        ),
        (
            Scheme::M49,
            "891",
            "",
            "M49 code `891` has had several owners: `SCG` in 2003-07-23/2006-09-26, `YUG` in 1974-01-01/2003-07-23",
        ),
        (
            Scheme::M49,
            "891",
            "2003",
            "M49 code `891` on 2003 may be that of `SCG` in 2003-07-23/2006-09-26, `YUG` in 1974-01-01/2003-07-23",
        ),
        (
            Scheme::Any,
            "ZAR",
            "1990",
            "`ZAR` on 1990 depends on the scheme: `iso` has `ZAR`, `worldbank` has `COD`",
        ),
        (
            Scheme::Any,
            "TMP",
            "",
            "`TMP` depends on the scheme: `iso` has `TMP`, `worldbank` has `TLS`",
        ),
        (Scheme::Any, "URU", "2010", "unknown country code `URU`"),
    ] {
        assert_eq!(refusal(scheme, code, on), message);
    }
    let error = Scheme::Iso.area_of("CS", date("1998")).unwrap_err();
    assert_eq!((error.scheme(), error.code(), error.on()), (Scheme::Iso, "CS", date("1998")));
    assert!(matches!(error.kind(), CodeErrorKind::NotThen(owners) if owners.len() == 2));
}

#[test]
fn codes_of_the_world_bank() {
    check(
        Scheme::WorldBank,
        &[
            ("ROM", "", "ROU"),
            ("ZAR", "1990", "COD"),
            ("ZAR", "2010", "COD"),
            ("TMP", "", "TLS"),
            ("KSV", "", "XKX"),
            ("XKX", "", "XKX"),
            ("WBG", "", "PSE"),
            ("ADO", "", "AND"),
            ("IMY", "", "IMN"),
            ("CHI", "", "GGY+JEY"),
            ("JG", "", "GGY+JEY"),
            ("WLD", "", "group:m49-001"),
            ("1W", "", "group:m49-001"),
            ("EU", "", "group:eu"),
            ("XC", "", "group:euro-area"),
            ("HIC", "", "group:wb-hic"),
            ("wld", "", "group:m49-001"),
            ("EAR", "", "special:EAR"),
            ("V2", "", "special:EAR"),
            ("AFE", "", "special:AFE"),
            ("GB", "", "GBR"),
            ("YUG", "2000", "YUG"),
            ("YUG", "2005", "SCG"),
        ],
    );
}

#[test]
fn codes_of_other_producers() {
    check(
        Scheme::Itu,
        &[
            ("KSO", "", "XKX"),
            ("GBJ", "", "JEY"),
            ("AAA", "", "GGY"),
            ("YUG", "2003", "SCG"),
            ("ASC", "", "special:ASC"),
            ("SHN", "", "SHN"),
        ],
    );
    check(
        Scheme::Owid,
        &[
            ("OWID_KOS", "", "XKX"),
            ("OWID_WRL", "", "group:m49-001"),
            ("OWID_CIS", "", "GGY+JEY"),
            ("OWID_CZS", "", "CSK"),
            ("OWID_USS", "", "SUN"),
            ("OWID_DRV", "", "VDR"),
            ("OWID_GFR", "", "special:OWID_GFR"),
            ("OWID_YAR", "", "special:OWID_YAR"),
            ("OWID_AUH", "", "special:OWID_AUH"),
            ("UNM49_SSA", "", "group:m49-202"),
        ],
    );
    check(
        Scheme::Eurostat,
        &[
            ("EL", "", "GRC"),
            ("UK", "", "GBR"),
            ("XK", "", "XKX"),
            ("EU", "", "group:eu"),
            ("EA", "", "group:euro-area"),
            ("EFTA", "", "group:efta"),
            ("EA19", "", "special:EA19"),
            ("EU27_2020", "", "special:EU27_2020"),
        ],
    );
    check(
        Scheme::Rir,
        &[
            ("EU", "", "special:EU"),
            ("AP", "", "special:AP"),
            ("ZZ", "", "special:ZZ"),
            ("CN", "", "CHN"),
        ],
    );
    check(
        Scheme::Gapminder,
        &[
            ("hos", "", "VAT"),
            ("kos", "", "XKX"),
            ("ussr", "", "SUN"),
            ("chn", "", "CHN"),
            ("nld_curacao", "", "CUW"),
            ("deu_west", "", "special:deu_west"),
        ],
    );
    // A producer has no former country but those of its rows.
    for scheme in [Scheme::Itu, Scheme::Owid, Scheme::Eurostat, Scheme::Rir] {
        assert!(scheme.area_of("BUR", None).is_err() && scheme.area_of("BU", None).is_err());
    }
}

#[test]
fn numbers_of_m49() {
    check(
        Scheme::M49,
        &[
            ("412", "", "XKX"),
            ("383", "", "XKX"),
            ("830", "", "GGY+JEY"),
            ("058", "", "BEL+LUX"),
            ("58", "1990", "BEL+LUX"),
            ("251", "", "FRA+MCO"),
            ("757", "", "CHE+LIE"),
            ("579", "", "NOR+SJM"),
            ("001", "", "group:m49-001"),
            ("2", "", "group:m49-002"),
            ("900", "", "group:m49-001"),
            ("901", "", "special:901"),
            ("1834", "", "group:m49-202"),
            ("199", "", "group:ldc"),
            ("826", "", "GBR"),
            ("736", "2005", "SDN"),
        ],
    );
}

#[test]
fn top_level_domains() {
    check(
        Scheme::CcTld,
        &[
            ("uk", "", "GBR"),
            (".gb", "", "GBR"),
            ("中国", "", "CHN"),
            ("XN--FIQS8S", "", "CHN"),
            ("рф", "", "RUS"),
            ("РФ", "", "RUS"),
            ("eu", "", "group:eu"),
            ("ευ", "", "group:eu"),
            ("su", "", "SUN"),
            ("ac", "", "SHN"),
            ("an", "", "ANT"),
            ("tp", "", "TLS"),
            ("yu", "", "YUG"),
        ],
    );
    assert_eq!(Scheme::CcTld.code_of(Country::GBR, None).as_deref(), Some("uk"));
    assert_eq!(Scheme::CcTld.code_of(Country::ESH, None), None);
    for (domain, area) in [
        ("example.co.uk", Some("GBR")),
        ("EXAMPLE.CO.UK.", Some("GBR")),
        (".uk", Some("GBR")),
        ("UK", Some("GBR")),
        ("例子.中国", Some("CHN")),
        ("例子。中国", Some("CHN")),
        ("xn--fsqu00a.xn--fiqs8s", Some("CHN")),
        ("europa.eu", Some("group:eu")),
        ("example.com", None),
        ("", None),
        (".", None),
        ("uk..", None),
        ("gov.uk/path", None),
        ("gov.uk ", None),
    ] {
        assert_eq!(Area::from_domain(domain).map(|a| a.to_string()).as_deref(), area, "{domain}");
    }
}

#[test]
fn any_takes_what_schemes_agree_on() {
    check(
        Scheme::Any,
        &[
            ("ZAR", "2010", "COD"),
            ("058", "1990", "BEL+LUX"),
            ("AFE", "", "special:AFE"),
            ("XKX", "", "XKX"),
            ("XKS", "", "XKX"),
            ("KV", "", "XKX"),
            ("KSV", "", "XKX"),
            ("ROM", "", "ROU"),
            ("ROM", "2010", "ROU"),
            ("230", "1990", "ETH"),
            ("736", "2005", "SDN"),
            ("YUG", "1985", "YUG"),
            ("IMY", "", "IMN"),
            ("AN", "2005", "ANT"),
            ("ZR", "1996", "ZAR"),
            ("BY", "1990", "BYS"),
            ("CHI", "", "GGY+JEY"),
            ("UK", "", "GBR"),
            ("EL", "", "GRC"),
            ("NA", "", "NAM"),
            ("na", "", "NAM"),
            ("4", "", "AFG"),
            ("EU", "", "group:eu"),
            ("ASC", "", "special:ASC"),
            ("рф", "", "RUS"),
            // South Sudan has figures for the time before its code.
            ("SSD", "1990", "SSD"),
        ],
    );
    for country in Country::current() {
        for code in [country.alpha2(), country.alpha3()] {
            assert_eq!(Scheme::Any.area_of(code, None), Ok(country.into()), "{code}");
        }
    }
    for code in ["CS", "891"] {
        let error = Scheme::Any.area_of(code, None).unwrap_err();
        assert!(matches!(error.kind(), CodeErrorKind::Several(owners) if owners.len() == 2));
    }
    assert_eq!(Scheme::Any.code_of(Country::CHN, None), None);
}

#[test]
fn what_is_written_reads_back() {
    let specials = Scheme::ALL.iter().flat_map(|scheme| scheme.rows()).filter_map(|row| {
        SpecialCode::new(row.code)
            .ok()
            .filter(|_| matches!(row.owner, Area::Special(_)))
            .map(Area::from)
    });
    let areas: Vec<Area> = (Country::all().map(Area::from))
        .chain(Group::all().map(Area::from))
        .chain(Composite::all().map(Area::from))
        .chain(specials)
        .collect();
    for &scheme in Scheme::ALL {
        let mut written = 0;
        for area in &areas {
            for on in ["", "1975", "1985", "1991", "1995", "2003-07-23", "2005", "2015"].map(date) {
                let Some(code) = scheme.code_of(area.clone(), on) else { continue };
                assert_eq!(scheme.area_of(&code, on).as_ref(), Ok(area), "{scheme} {area} {on:?}");
                written += 1;
            }
        }
        assert_eq!(written == 0, scheme == Scheme::Any, "{scheme}");
    }
    for (scheme, area, on, code) in [
        (Scheme::Iso, Country::CHN.into(), "", Some("CHN")),
        (Scheme::Iso, Country::FQHH.into(), "", Some("FQHH")),
        (Scheme::Iso, Country::ROU.into(), "", Some("ROU")),
        (Scheme::Iso, Country::ROU.into(), "1990", Some("ROM")),
        (Scheme::Iso, Country::ZAR.into(), "2010", None),
        (Scheme::Iso, Area::from(Group::EU), "", Some("EU")),
        (Scheme::M49, Country::SDN.into(), "", Some("729")),
        (Scheme::M49, Country::SDN.into(), "2005", Some("736")),
        (Scheme::M49, Country::BUR.into(), "", None),
        (Scheme::M49, Country::BUR.into(), "1980", Some("104")),
        (Scheme::M49, Group::M49_030.into(), "", Some("030")),
        (Scheme::M49, Country::XKX.into(), "", Some("412")),
        (Scheme::WorldBank, Country::COD.into(), "1990", Some("COD")),
        (Scheme::WorldBank, Group::EU.into(), "", Some("EUU")),
        (Scheme::Itu, Country::XKX.into(), "", Some("KSO")),
        (Scheme::Eurostat, Country::GRC.into(), "", Some("EL")),
        (Scheme::Gapminder, Country::CHN.into(), "", Some("chn")),
        (Scheme::Gapminder, Country::VAT.into(), "", Some("hos")),
        (Scheme::Rir, Country::BUR.into(), "", None),
    ] {
        assert_eq!(scheme.code_of(area.clone(), date(on)).as_deref(), code, "{scheme} {area}");
    }
}

#[test]
fn rows_are_found_by_binary_search() {
    for &scheme in Scheme::ALL {
        let codes: Vec<_> = scheme.rows().iter().map(|row| row.code.to_ascii_lowercase()).collect();
        assert!(codes.is_sorted(), "{scheme}");
        for row in scheme.rows() {
            let found = scheme.own_answer(row.code, None);
            let is_found = match found {
                Answer::One(owner) => owner == row.owner,
                // The World Bank's `YUG`, of two owners in turn.
                Answer::Several(owners) => owners.iter().any(|(area, _)| row.owner == *area),
                _ => false,
            };
            assert!(is_found, "{}", row.code);
        }
    }
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(
        scheme in select(Scheme::ALL),
        code in "\\PC{0,6}|[A-Za-z]{2,4}|[0-9]{1,4}|\\.?[a-z]{2}",
        year in prop::option::of(1970..2030_i32),
    ) {
        let on = year.map(|year| PartialDate::from_year(year).unwrap());
        let read = |code: &str| scheme.area_of(code, on).map_err(|error| error.kind().clone());
        prop_assert_eq!(read(&code), read(&code.to_ascii_lowercase()));
        prop_assert_eq!(read(&code), read(&code.to_ascii_uppercase()));
        match scheme.area_of(&code, on) {
            Ok(area) => prop_assert_eq!(area.to_string().parse(), Ok(area)),
            Err(error) => prop_assert_eq!(error.code(), code.as_str()),
        }
        let spaced = format!("{code} ");
        prop_assert!(scheme.area_of(&spaced, on).is_err());
    }
}
