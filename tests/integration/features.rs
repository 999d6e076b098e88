//! What no other tool of the field can say, row by row: each test names the row of the survey that it answers, and shows that
//! the thing can be written, read and asked for.

use netpolity::actor::{AgencyKind, Capacity, Change, ChangeKind, StakeholderGroup, Unnamed};
use netpolity::event::{Counted, Disclosure, EventKind, Fate, Force};
use netpolity::name::NameKind;
use netpolity::quantity::{Hedge, Interval, QuantityKind, Tolerance, Unit, find};
use netpolity::source::{Agreement, Attestation, DateKind, Explanation, Notice};
use netpolity::statement::{
    Act, ActClass, AlignmentKind, Certainty, Delivery, Form, LinkKind, Measure, StatementPolarity,
};
use netpolity::stats::claims::ClaimPolicy;
use netpolity::taxonomy::TermKind;
use netpolity::time::{Bound, Precision, Tri};
use netpolity::validate::Profile;
use netpolity::{Country, Dataset, Group, PartialDate, Quantity, Span, catalogue};

fn dataset(tables: &str) -> Dataset {
    Dataset::from_json(&format!("{{ \"netpolity\": 1, {tables} }}")).unwrap()
}

fn on(text: &str) -> PartialDate {
    text.parse().unwrap()
}

fn span(text: &str) -> Span {
    text.parse().unwrap()
}

fn interval(text: &str) -> Interval {
    text.parse::<Quantity>().unwrap().interval(&Tolerance::default()).unwrap()
}

fn found(rule: &str, data: &Dataset) -> usize {
    data.validate(&Profile::default(), "2026-01-01".parse().unwrap()).count_of(rule)
}

mod time {
    use super::*;

    #[test]
    fn row_2_quarters_and_halves() {
        let quarter = on("2013-Q3");
        assert_eq!(quarter.precision(), Precision::Quarter);
        assert_eq!(quarter.earliest().to_string(), "2013-07-01");
        assert_eq!(on("2013-S2").latest().to_string(), "2013-12-31");
        assert_eq!(quarter.to_string(), "2013-Q3");
    }

    #[test]
    fn row_4_ends_that_are_not_there() {
        // Ongoing, unknown, not begun and not applicable are four values, and none of them is a date.
        let ends = ["2013/..", "2013/", "2013/not-yet", "2013/not-applicable"]
            .map(|text| span(text).end());
        assert_eq!(ends, [Bound::Open, Bound::Unknown, Bound::NotYet, Bound::NotApplicable]);
        assert_eq!(span("2013/..").covers(on("2020")), Tri::Yes);
        assert_eq!(span("2013/").covers(on("2020")), Tri::Maybe);
    }

    #[test]
    fn row_5_kinds_of_dates() {
        let data = dataset(
            r#""tenures": [ { "id": "t", "person": "p", "span": "2013-04/..", "attests": [
                 { "says": { "start": "2013-05-10" }, "kind": "reported", "cite": "s" } ] } ]"#,
        );
        let tenure = data.tenure("t").unwrap();
        let reported = Agreement::Explained(Explanation::DateKind(DateKind::Reported));
        assert_eq!(data.agreement(tenure, &tenure.attests[0], &Tolerance::default()), reported);
    }

    #[test]
    fn row_6_comparison_in_three_values() {
        assert_eq!(on("2013-05").is_before(on("2013-06-01")), Tri::Yes);
        assert_eq!(on("2013-05").is_before(on("2013-05-10")), Tri::Maybe);
        assert_eq!(on("2013-06").is_before(on("2013-05-10")), Tri::No);
    }

    #[test]
    fn row_7_one_meeting_with_two_spans() {
        let data = catalogue::records();
        let resumed = data.events().iter().find(|event| {
            let cities: Vec<_> = event.sittings.iter().map(|sitting| &sitting.city).collect();
            event.sittings.len() == 2 && cities[0] != cities[1]
        });
        let resumed = resumed.expect("the third preparatory committee met in Geneva and in Tunis");
        assert!(resumed.sittings.iter().all(|sitting| sitting.city.is_some()), "{}", resumed.id);
    }
}

mod actors {
    use super::*;

    #[test]
    fn row_12_collective_actors_with_members_at_a_date() {
        let eu = Group::from_id("eu").unwrap();
        assert_eq!(eu.members_on(on("2013-06-30")).contains(Country::HRV), Tri::No);
        assert_eq!(eu.members_on(on("2013-07-01")).contains(Country::HRV), Tri::Yes);
        let g77 = catalogue::records().coalition("g77").unwrap();
        assert_eq!(g77.members_on(on("1970-01-01")).contains(&Country::IND.into()), Tri::Yes);
    }

    #[test]
    fn row_13_the_unnamed_have_a_reason() {
        let data = dataset(
            r#""statements": [ { "id": "s", "act": "accusation", "targets": [ "country:CHN" ],
                 "speakers": [ { "actor": "unnamed:chatham-house", "printed": "a participant" } ] } ]"#,
        );
        let speaker = &data.statement("s").unwrap().speakers[0];
        assert_eq!(speaker.actor, netpolity::actor::Actor::Unnamed(Unnamed::ChathamHouse));
        assert_eq!(found("STM-001", &data), 0);
    }

    #[test]
    fn row_14_stakeholder_groups_are_a_closed_list() {
        assert_eq!(StakeholderGroup::ALL.len(), 7);
        assert!("business".parse::<StakeholderGroup>().is_err());
    }

    #[test]
    fn row_15_kinds_of_bodies_of_this_field() {
        for (word, group) in [
            ("regional-internet-registry", Some(StakeholderGroup::TechnicalCommunity)),
            ("cctld-registry", Some(StakeholderGroup::TechnicalCommunity)),
            ("data-protection-authority", Some(StakeholderGroup::Government)),
            ("igo-secretariat", Some(StakeholderGroup::IntergovernmentalOrganization)),
            ("csirt", None),
            ("party-organ", None),
        ] {
            let kind: AgencyKind = word.parse().unwrap();
            assert_eq!(kind.stakeholder_group(), group, "{word}");
        }
    }

    #[test]
    fn row_18_capacities_of_a_tenure() {
        let data = dataset(r#""tenures": [ { "id": "t", "person": "p", "capacity": "acting" } ]"#);
        assert_eq!(data.tenure("t").unwrap().capacity, Capacity::Acting);
    }

    #[test]
    fn row_23_a_rename_in_one_language_only() {
        let siio = catalogue::records().agency("siio").unwrap();
        let names = |lang: &str| {
            let within = |name: &&netpolity::name::Name| {
                name.lang.as_ref().is_some_and(|own| own.is_within(&lang.parse().unwrap()))
            };
            let official = siio.names.iter().filter(|name| name.kind == NameKind::Official);
            official.filter(within).count()
        };
        assert_eq!((names("zh"), names("en")), (1, 2));
        let mut change = Change::new(ChangeKind::Renamed, on("2014-05"));
        change.lang = Some("en".parse().unwrap());
        let json = serde_json::to_string(&change).unwrap();
        assert_eq!(json, r#"{"kind":"renamed","date":"2014-05","lang":"en"}"#);
    }

    #[test]
    fn row_24_order_parts_script_and_romanisation_of_a_name() {
        let data = dataset(
            r#""people": [ { "id": "lu-wei", "names": [ { "text": "鲁炜", "lang": "zh" },
                 { "text": "Lu Wei", "lang": "zh-Latn-pinyin", "order": "family-first", "parts": { "family": "Lu", "given": "Wei" } } ] } ]"#,
        );
        let name = &data.person("lu-wei").unwrap().names[1];
        assert_eq!(name.parts.as_ref().unwrap().family.as_deref(), Some("Lu"));
        assert_eq!(name.lang.as_ref().unwrap().as_str(), "zh-Latn-pinyin");
    }

    #[test]
    fn row_25_an_abbreviation_stands_for_the_name_of_the_date() {
        let data = catalogue::records();
        let then = data.agencies_named("DCMS", on("2013-09-09"));
        let dcms = then.one().expect("one department");
        let english = "en".parse().unwrap();
        let called =
            |date: &str| data.name_of(&dcms.id, on(date), &english).unwrap().name.text.clone();
        assert_eq!(called("2013-09-09"), "Department for Culture, Media and Sport");
        assert_eq!(called("2018-09-09"), "Department for Digital, Culture, Media and Sport");
    }

    #[test]
    fn row_28_several_nameplates_on_one_body() {
        let data = catalogue::records();
        let [office, carrier] = ["agency:siio", "agency:scio"].map(|actor| actor.parse().unwrap());
        assert_eq!(data.same_body(&office, &carrier, &span("2013-09-09")), Tri::Yes);
        assert_eq!(data.same_body(&office, &carrier, &span("2018-09-09")), Tri::No);
    }

    #[test]
    fn row_30_dated_portfolios() {
        let data = dataset(
            r#""taxonomies": [ { "id": "t", "version": "1", "terms": [ { "id": "digital", "kind": "issue" } ] } ],
               "agencies": [ { "id": "dcms", "kind": "ministry", "country": "GBR", "portfolio": [ { "term": "digital", "span": "2010/2023-02-06" } ] },
                             { "id": "dsit", "kind": "ministry", "country": "GBR", "portfolio": [ { "term": "digital", "span": "2023-02-07/.." } ] } ]"#,
        );
        let term = "digital".parse().unwrap();
        let responsible = |date: &str| -> Vec<String> {
            let found = data.agencies_for(&term, Some(Country::GBR), on(date));
            found.map(|found| found.agency.id.to_string()).collect()
        };
        assert_eq!(responsible("2013-09-09"), ["dcms"]);
        assert_eq!(responsible("2024-01-01"), ["dsit"]);
    }

    #[test]
    fn row_32_dated_official_addresses() {
        let data = dataset(
            r#""agencies": [ { "id": "a", "kind": "ministry", "urls": [ "https://new.example",
                 { "url": "https://old.example", "span": "../2013" } ] } ]"#,
        );
        let urls = &data.agency("a").unwrap().urls;
        assert_eq!(urls[1].span.covers(on("2020")), Tri::No);
    }

    #[test]
    fn row_37_identity_at_a_date() {
        let data = dataset(
            r#""people": [ { "id": "elder", "names": [ "John Smith" ], "death": "1990" },
                           { "id": "younger", "names": [ "John Smith" ] } ]"#,
        );
        let named = data.people_named("john smith", on("2013-09-09"));
        let ids: Vec<&str> =
            named.candidates().iter().map(|found| found.record.id.as_str()).collect();
        assert!(ids.contains(&"younger"), "{ids:?}");
        assert_eq!(found("PER-002", &data), 1);
    }
}

mod sources {
    use super::*;

    #[test]
    fn row_44_a_source_derives_from_another() {
        let data = dataset(
            r#""sources": [ { "id": "wire", "kind": "wire-report" }, { "id": "a", "kind": "newspaper", "derived_from": "wire" },
                 { "id": "b", "kind": "newspaper", "derived_from": { "source": "wire", "how": "translation" } } ],
               "statements": [ { "id": "s", "act": "call", "speakers": [ { "actor": "country:CHN" } ], "cites": [ "a", "b" ] } ]"#,
        );
        let support = data.support(&data.statement("s").unwrap().cites);
        assert_eq!((support.sources.len(), support.roots.len()), (2, 1));
        assert_eq!(found("SRC-003", &data), 1);
    }

    #[test]
    fn row_45_machine_made_sources_are_marked() {
        let data = dataset(
            r#""sources": [ { "id": "a", "kind": "report", "notices": [ "machine-generated" ] } ],
               "statements": [ { "id": "s", "act": "call", "speakers": [ { "actor": "country:CHN" } ], "cites": [ "a" ] } ]"#,
        );
        assert_eq!(data.source("a").unwrap().notices, [Notice::MachineGenerated]);
        assert_eq!(found("SRC-005", &data), 1);
    }

    #[test]
    fn row_46_a_publisher_belongs_to_a_party() {
        let paper = catalogue::records().source("cd-report").unwrap();
        assert!(paper.notices.contains(&Notice::StateAffiliated));
        assert!(paper.publisher.is_some());
    }
}

mod events {
    use super::*;

    #[test]
    fn row_48_kinds_of_nesting() {
        for word in ["day-zero", "side-event", "resumed-session", "exhibition"] {
            assert!(word.parse::<EventKind>().unwrap().may_lie_outside_parent(), "{word}");
        }
        assert!(!EventKind::Session.may_lie_outside_parent());
    }

    #[test]
    fn row_50_editions_and_cadence_are_checked_against_dates() {
        let data = dataset(
            r#""event_series": [ { "id": "s", "attests": [ { "says": { "cadence": "annual" }, "cite": "a" } ] } ], "events": [
                 { "id": "a", "kind": "forum", "series": "s", "edition": 1, "sittings": [ { "span": "2010-01-01" } ] },
                 { "id": "b", "kind": "forum", "series": "s", "edition": 2, "sittings": [ { "span": "2009-01-01" } ] },
                 { "id": "c", "kind": "forum", "series": "s", "edition": 3, "sittings": [ { "span": "2013-01-01" } ] } ]"#,
        );
        assert!(found("EVT-003", &data) > 0, "the second is before the first");
        assert!(found("EVT-005", &data) > 0, "nothing met in 2011");
    }

    #[test]
    fn row_54_plans_that_were_given_up() {
        let igf_15 = catalogue::records().event("igf-15").unwrap();
        assert_eq!(igf_15.plans[0].sittings[0].city.as_deref(), Some("Katowice"));
        assert!(igf_15.sittings.iter().all(|sitting| sitting.city.is_none()));
    }

    #[test]
    fn row_56_hedged_head_counts_by_category() {
        let igf_20 = catalogue::records().event("igf-20").unwrap();
        let remote = igf_20.headcounts.iter().find(|count| count.of == Counted::Remote).unwrap();
        assert_eq!(remote.count.hedge(), Hedge::MoreThan);
        let shares = igf_20.headcounts.iter().filter(|count| count.group.is_some()).count();
        assert_eq!(shares, 6);
    }

    #[test]
    fn row_57_disclosure_rules() {
        let data = dataset(
            r#""events": [ { "id": "e", "kind": "track-1-5-dialogue", "disclosure": "chatham-house", "sittings": [ { "span": "2022-03-22" } ] } ],
               "people": [ { "id": "p", "names": [ "P" ] } ],
               "statements": [ { "id": "s", "act": "call", "event": "e", "date": "2022-03-22", "delivery": "delivered", "speakers": [ { "actor": "person:p" } ] } ]"#,
        );
        assert_eq!(data.event("e").unwrap().disclosure, Some(Disclosure::ChathamHouse));
        assert_eq!(found("EVT-015", &data), 1);
    }

    #[test]
    fn row_58_outcomes_have_force_and_fate() {
        let outcomes = |id: &str| catalogue::records().event(id).unwrap().outcomes.clone();
        let netmundial = outcomes("netmundial-1");
        assert!(netmundial.iter().any(|outcome| outcome.force == Some(Force::NonBinding)));
        let all = catalogue::records().events().iter().flat_map(|event| &event.outcomes);
        assert!(all.clone().any(|outcome| outcome.fate == Some(Fate::NotAdopted)));
        assert!(all.clone().any(|outcome| outcome.force == Some(Force::Binding)));
    }

    #[test]
    fn row_59_a_series_becomes_an_organisation() {
        let data = catalogue::records();
        let became = data.event_series().iter().find_map(|series| series.became.as_ref());
        let became = became.expect("the World Internet Conference became one in 2022");
        assert!(data.agency(became).is_some());
    }
}

mod statements {
    use super::*;

    const JOINT: &str = r#""statements": [ { "id": "s", "act": "position", "form": "full-text", "delivery": "in-writing",
        "speakers": [ { "actor": "country:CHN" }, { "actor": "country:RUS", "on_behalf_of": [ "country:TJK" ] } ],
        "alignments": [ "country:KAZ", { "actor": "country:KGZ", "kind": "co-sponsors" } ],
        "certainty": "certain", "polarity": "negative", "terms": [ "norm-f" ],
        "links": [ { "kind": "quotes", "to": "t" }, { "kind": "same-claim", "to": "u" } ] },
        { "id": "t", "act": "cyber-attribution", "form": "hearsay", "speakers": [ { "actor": "unnamed:not-stated" } ], "targets": [ "country:USA" ] },
        { "id": "u", "act": "data-claim", "speakers": [ { "actor": "country:USA" } ] } ],
        "taxonomies": [ { "id": "n", "version": "2015", "terms": [ { "id": "norm-f", "kind": "norm" } ] } ]"#;

    #[test]
    fn row_64_several_speakers() {
        let data = dataset(JOINT);
        assert_eq!(data.statement("s").unwrap().speakers.len(), 2);
        for country in ["country:CHN", "country:RUS"] {
            assert_eq!(data.statements().by(&country.parse().unwrap()).count(), 1, "{country}");
        }
    }

    #[test]
    fn row_65_speakers_and_principals() {
        let data = dataset(JOINT);
        let principal = "country:TJK".parse().unwrap();
        assert_eq!(data.statements().on_behalf_of(&principal).count(), 1);
        assert_eq!(data.statements().by(&principal).count(), 0);
    }

    #[test]
    fn row_66_aligned_and_co_sponsoring_parties() {
        let data = dataset(JOINT);
        let kinds = data.statement("s").unwrap().alignments.iter().map(|a| a.kind);
        assert!(kinds.eq([AlignmentKind::AlignsWith, AlignmentKind::CoSponsors]));
        assert_eq!(data.statements().joined_by(&"country:KGZ".parse().unwrap()).count(), 1);
    }

    #[test]
    fn row_67_quotes_paraphrases_and_texts_are_told_apart() {
        let data = dataset(JOINT);
        assert_eq!(data.statement("s").unwrap().form, Some(Form::FullText));
        assert_eq!(data.statement("t").unwrap().form, Some(Form::Hearsay));
        let quote = dataset(
            r#""statements": [ { "id": "q", "act": "call", "form": "direct-quote", "speakers": [ { "actor": "country:CHN" } ] } ]"#,
        );
        assert_eq!(found("STM-004", &quote), 1, "a quotation without its words");
    }

    #[test]
    fn row_69_acts_of_speech_have_classes() {
        assert_eq!(Act::Call.class(), ActClass::Directive);
        assert_eq!(Act::Commitment.class(), ActClass::Commissive);
        // What the tradition of event data dropped has a place here and none there.
        assert_eq!(Act::Call.plover(), None);
        assert!(Act::Accusation.plover().is_some());
    }

    #[test]
    fn row_72_certainty_and_polarity() {
        let statement = &dataset(JOINT).statement("s").unwrap().clone();
        assert_eq!(statement.certainty, Some(Certainty::Certain));
        assert_eq!(statement.polarity, Some(StatementPolarity::Negative));
    }

    #[test]
    fn row_73_a_quotation_inside_a_quotation() {
        let data = dataset(JOINT);
        let outer = data.statement("s").unwrap();
        let inner = data.statement(&outer.links[0].to).unwrap();
        assert_eq!((outer.links[0].kind, inner.form), (LinkKind::Quotes, Some(Form::Hearsay)));
        assert_eq!(inner.act, Act::CyberAttribution);
    }

    #[test]
    fn row_74_links_between_statements() {
        let data = dataset(
            r#""statements": [ { "id": "a", "act": "accusation", "date": "2013-06", "speakers": [ { "actor": "country:USA" } ], "targets": [ "country:CHN" ] },
                 { "id": "b", "act": "denial", "date": "2013-07", "speakers": [ { "actor": "country:CHN" } ], "links": [ { "kind": "denies", "to": "a" } ] },
                 { "id": "c", "act": "denial", "date": "2013-07", "speakers": [ { "actor": "country:CHN" } ] } ]"#,
        );
        assert_eq!(data.statement("b").unwrap().links[0].kind, LinkKind::Denies);
        assert_eq!(found("STM-002", &data), 1, "one denial says what it denies");
    }

    #[test]
    fn row_75_one_claim_in_several_wordings() {
        let data = dataset(JOINT);
        let same =
            data.statement("s").unwrap().links.iter().find(|link| link.kind == LinkKind::SameClaim);
        assert_eq!(same.unwrap().to, "u");
    }

    #[test]
    fn row_76_delivered_or_only_written() {
        assert_eq!(dataset(JOINT).statement("s").unwrap().delivery, Delivery::InWriting);
    }

    #[test]
    fn row_79_coders_and_how_far_they_agree() {
        use netpolity::stats::reliability::{Codings, Distance, Level};
        let data = dataset(
            r#""statements": [
                 { "id": "a", "act": "call", "codings": [ { "coder": "anna", "terms": [ "privacy" ] }, { "coder": "ben", "terms": [ "privacy" ] } ] },
                 { "id": "b", "act": "call", "codings": [ { "coder": "anna", "terms": [ "privacy" ] }, { "coder": "ben" } ] },
                 { "id": "c", "act": "call", "codings": [ { "coder": "anna" }, { "coder": "ben" } ] },
                 { "id": "d", "act": "call", "codings": [ { "coder": "anna" } ] } ]"#,
        );
        let about = Codings::about(&data, &["anna", "ben"], &"privacy".parse().unwrap()).unwrap();
        // They agree on 2 of 3, and chance would give (2 x 1 + 1 x 2) / 9.
        let kappa = about.contingency("anna", "ben").unwrap().kappa(Distance::Unweighted).unwrap();
        assert!((kappa.value - (2.0 / 3.0 - 4.0 / 9.0) / (5.0 / 9.0)).abs() < 1e-12);
        let alpha = about.ratings().unwrap().alpha(Level::Nominal).unwrap();
        assert_eq!((alpha.support, alpha.excluded.to_string().as_str()), (3, "1 judged-once"));
        assert_eq!(about.disagreements().next().unwrap().0.id, "b");
    }

    #[test]
    fn row_81_norms_that_are_invoked() {
        let data = dataset(JOINT);
        let term = data.term(&data.statement("s").unwrap().terms[0]).unwrap();
        assert_eq!(term.kind, TermKind::Norm);
        let norms = catalogue::records().taxonomy("un-norms-2015").unwrap();
        assert!(norms.terms.iter().all(|term| term.kind == TermKind::Norm));
    }
}

mod quantities {
    use super::*;

    #[test]
    fn row_83_almost_lies_below_its_number() {
        let almost = interval("almost 600 million");
        assert!(!almost.contains(&600_000_000.into()));
        assert!(almost.contains(&591_000_000.into()));
    }

    #[test]
    fn row_84_the_tolerance_is_named_and_swappable() {
        let mut strict = Tolerance::default();
        assert_eq!(strict.name, "netpolity-1");
        strict.name = "a hundredth".into();
        strict.almost = "0.01".parse().unwrap();
        let almost: Quantity = "almost 600 million".parse().unwrap();
        assert!(!almost.interval(&strict).unwrap().contains(&591_000_000.into()));
    }

    #[test]
    fn row_85_rounding_from_the_digits_written() {
        let share = interval("44.1 percent");
        assert!(
            share.contains(&"44.05".parse().unwrap()) && !share.contains(&"44.15".parse().unwrap())
        );
    }

    #[test]
    fn row_86_hedges_of_other_languages() {
        assert_eq!(interval("90多"), interval("90-odd"));
    }

    #[test]
    fn row_87_level_share_change_and_rank_are_told_apart() {
        let kinds = |text: &str| find(text).map(|found| found.kind()).collect::<Vec<_>>();
        assert_eq!(kinds("rose by 3.2 percentage points"), [QuantityKind::Points]);
        assert_eq!(kinds("44.1 percent of the population"), [QuantityKind::Share]);
        for word in ["level", "share", "change", "points", "rank", "ratio"] {
            assert!(word.parse::<Measure>().is_ok(), "{word}");
        }
    }

    #[test]
    fn row_88_a_claim_is_checked_against_a_series() {
        let data = catalogue::roundtable_2013();
        let checked = data.check_claims(catalogue::internet_use(), &ClaimPolicy::default());
        assert!(!checked.is_empty());
    }

    #[test]
    fn row_89_a_count_and_a_share_imply_a_population() {
        let quantity = |text: &str| text.parse::<Quantity>().unwrap();
        let (users, share) = (quantity("almost 600 million"), quantity("44.1 percent"));
        let base = users.implied_base(&share, &Tolerance::default()).unwrap();
        assert!(base.certainly_below(&Interval::exactly(1_362_100_000)));
        assert_eq!(users.unit(), Unit::Count);
    }

    #[test]
    fn row_90_parts_and_totals_as_intervals() {
        let total = interval("3435").add(&interval("over 6000")).unwrap();
        assert!(total.lo().is_some_and(|lo| lo.value > 9_434.into()) && total.hi().is_none());
    }
}

mod networks {
    use netpolity::stats::Refusal;
    use netpolity::stats::discourse::{Normalisation, StancePolicy, Stances, Tie};

    use super::*;

    const TALKS: &str = r#""statements": [
        { "id": "1", "act": "call", "speakers": [ { "actor": "country:CHN" } ], "positions": [ { "term": "x", "stance": "support" }, { "term": "y", "stance": "support" } ] },
        { "id": "2", "act": "call", "speakers": [ { "actor": "country:RUS" } ], "positions": [ { "term": "x", "stance": "support" }, { "term": "y", "stance": "oppose" } ] },
        { "id": "3", "act": "call", "speakers": [ { "actor": "country:RUS" } ], "positions": [ { "term": "x", "stance": "support" } ] } ]"#;

    #[test]
    fn row_94_congruence_conflict_and_their_difference_with_normalisations() {
        let data = dataset(TALKS);
        let stances = Stances::of(&data, data.statements(), &StancePolicy::default());
        let weight = |tie, by| stances.network(tie, by).unwrap().value.total();
        let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-12, "{a} and {b}");
        near(weight(Tie::Congruence, Normalisation::None), 2.0);
        near(weight(Tie::Conflict, Normalisation::None), 1.0);
        near(weight(Tie::Subtract, Normalisation::None), 1.0);
        near(weight(Tie::Congruence, Normalisation::AverageActivity), 2.0 / 2.5);
        // Both for x (1 x 2), one for y, one against it.
        near(weight(Tie::Congruence, Normalisation::Jaccard), 2.0 / 4.0);
        near(weight(Tie::Congruence, Normalisation::Cosine), 2.0 / (2.0_f64 * 5.0).sqrt());
        near(weight(Tie::Congruence, Normalisation::AssociationStrength), 2.0 / 6.0);
    }

    #[test]
    fn row_95_a_network_says_on_how_much_it_rests_and_is_refused_below_that() {
        let data = dataset(TALKS);
        let mut policy = StancePolicy::default();
        let of = |policy: &StancePolicy| {
            Stances::of(&data, data.statements(), policy).network(Tie::Shared, Normalisation::None)
        };
        let network = of(&policy).unwrap();
        assert_eq!((network.support, network.value.edges().next().unwrap().count), (5, 2));
        policy.min_support = 6;
        assert!(matches!(of(&policy), Err(Refusal::BelowSupport { found: 5, needed: 6, .. })));
    }
}

mod checks {
    use super::*;

    #[test]
    fn row_100_a_tenure_lies_within_lives_of_person_post_and_body() {
        let data = dataset(
            r#""agencies": [ { "id": "a", "kind": "court", "span": "2011/.." } ], "posts": [ { "id": "p", "agency": "a" } ],
               "people": [ { "id": "x" } ], "tenures": [ { "id": "t", "person": "x", "post": "p", "span": "2005/2012" } ]"#,
        );
        assert_eq!(found("TEN-002", &data), 1);
    }

    #[test]
    fn row_101_a_statement_lies_within_tenure_and_event() {
        let data = dataset(
            r#""people": [ { "id": "x" } ], "tenures": [ { "id": "t", "person": "x", "span": "2010/2012" } ],
               "events": [ { "id": "e", "kind": "forum", "sittings": [ { "span": "2013-09-09" } ] } ],
               "statements": [ { "id": "s", "act": "call", "delivery": "delivered", "event": "e", "date": "2013-09-20",
                 "speakers": [ { "actor": "person:x", "tenure": "t" } ] } ]"#,
        );
        assert_eq!((found("STM-006", &data), found("STM-008", &data)), (1, 1));
    }

    #[test]
    fn row_102_findings_have_ids_severities_and_a_form_for_machines() {
        let data =
            dataset(r#""posts": [ { "id": "head", "agency": "none", "names": [ "Head" ] } ]"#);
        let report = data.validate(&Profile::default(), "2026-01-01".parse().unwrap());
        let json = serde_json::to_value(&report).unwrap();
        let finding = &json["findings"][0];
        assert_eq!(
            (finding["rule"].as_str(), finding["severity"].as_str()),
            (Some("REF-001"), Some("error"))
        );
        assert_eq!(finding["path"], "posts[head].agency");
    }

    #[test]
    fn what_one_source_says_stays_beside_the_record() {
        let attestation: Attestation<netpolity::event::EventFact> = serde_json::from_str(
            r#"{ "says": { "span": "2025-06-24/" }, "printed": "opened on Tuesday", "rank": "deprecated", "origin": "inferred", "cite": "von" }"#,
        )
        .unwrap();
        assert_eq!(attestation.printed.as_deref(), Some("opened on Tuesday"));
    }
}

mod votes {
    use super::*;
    use netpolity::stats::agreement::{AgreementMatrix, AgreementPolicy, NotCast};
    use netpolity::stats::reliability::Distance;
    use netpolity::stats::{Excluded, Refusal};

    fn votes() -> Dataset {
        dataset(
            r#""votes": [
                 { "id": "r-1", "body": "unga", "ballots": [ "country:CHN yes", "country:SSD not-member", "country:USA no" ] },
                 { "id": "r-2", "body": "unga", "ballots": [ "country:CHN yes", "country:SSD absent", "country:USA yes" ] },
                 { "id": "r-3", "body": "unga", "ballots": [ "country:CHN yes", "country:SSD not-voting", "country:USA abstain" ] },
                 { "id": "r-4", "body": "unga", "ballots": [ "country:CHN yes", "country:SSD yes" ] } ]"#,
        )
    }

    #[test]
    fn row_92_absent_not_voting_and_not_yet_a_member_are_kept_apart() {
        let data = votes();
        let [china, south_sudan] =
            [Country::CHN.into(), Country::from_alpha2("SS").unwrap().into()];
        let mut policy = AgreementPolicy::default();
        let excluded = |policy: &AgreementPolicy| {
            let pair = AgreementMatrix::of_votes(&data, data.votes(), policy)
                .pair(&china, &south_sudan)
                .unwrap();
            (pair.support(), pair.excluded)
        };
        let (support, left_out) = excluded(&policy);
        assert_eq!(support, 1);
        for reason in [Excluded::Absent, Excluded::NotVoting, Excluded::NotMember] {
            assert_eq!(left_out.of(reason), 1, "{reason}");
        }
        // Absence may be read as abstention, not being a member never.
        policy.absent = NotCast::AsAbstention;
        assert_eq!(excluded(&policy).1.to_string(), "1 not-voting, 1 not-a-member");
    }

    #[test]
    fn row_93_s_kappa_and_pi() {
        let data = votes();
        let matrix = AgreementMatrix::of_votes(&data, data.votes(), &AgreementPolicy::default());
        let pair = matrix.pair(&Country::CHN.into(), &Country::USA.into()).unwrap();
        // Yes with no, yes and abstention: distances 1, 0 and 1/2.
        assert!(pair.s(Distance::Linear).unwrap().value.abs() < 1e-12);
        assert!(
            (pair.s(Distance::Quadratic).unwrap().value - (1.0 - 2.0 * 1.25 / 3.0)).abs() < 1e-12
        );
        // China votes one way, so that chance explains all that the two have in common.
        assert!(pair.kappa(Distance::Linear).unwrap().value.abs() < 1e-12);
        assert!(pair.pi(Distance::Linear).unwrap().value < 0.0);
    }

    #[test]
    fn row_95_a_measure_says_on_how_many_it_rests() {
        let data = votes();
        let mut policy = AgreementPolicy::default();
        policy.min_support = 4;
        let matrix = AgreementMatrix::of_votes(&data, data.votes(), &policy);
        let pair = matrix.pair(&Country::CHN.into(), &Country::USA.into()).unwrap();
        let refused = Refusal::BelowSupport { unit: pair.unit, found: 3, needed: 4 };
        assert_eq!(pair.agreement(), Err(refused));
        policy.min_support = 3;
        let matrix = AgreementMatrix::of_votes(&data, data.votes(), &policy);
        let measured =
            matrix.pair(&Country::CHN.into(), &Country::USA.into()).unwrap().agreement().unwrap();
        assert_eq!((measured.support, measured.excluded.of(Excluded::NotOnRoll)), (3, 1));
    }
}
