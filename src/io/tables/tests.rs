use proptest::prelude::*;

use super::*;
use crate::io::cases::{Cases, case};
use crate::io::{Account, Error, Options, damage};
use crate::statement::Statement;
use crate::vote::Vote;

fn statements(file: &str) -> Result<(Vec<Statement>, Account), Error> {
    read(file.as_bytes(), &Options::new()).map(|read| (read.data, read.account))
}

fn messages(account: &Account) -> Vec<String> {
    account
        .findings()
        .iter()
        .map(|finding| format!("{}: {}", finding.path(), finding.message()))
        .collect()
}

pub(in crate::io) const CASES: Cases = {
    const HEADER: &str = "id,act,date,texts\n";
    Cases {
        read: |file| read::<Statement>(file, &Options::new()).map(|read| read.account),
        cases: &[
            case("FMT-005", &[HEADER, "a,call,,x,y\n"], &[HEADER, "a,call,,x,,\nb,call\n"]),
            case("FMT-007", &[""], &[HEADER]),
            case("FMT-008", &[HEADER, "a,call,,C\u{fffd}te\n"], &[HEADER, "a,call,,Côte\n"]),
            case("FMT-013", &[HEADER, "a,cal,,\n"], &[HEADER, "a,call,,\n"]),
            case("FMT-013", &[HEADER, "a,call,,\na,praise,,\n"], &[HEADER, "a,call,,\nb,call,,\n"]),
            case("FMT-014", &[HEADER, "a,call,Sep-13,\n"], &[HEADER, "a,call,2013-09,\n"]),
            case("FMT-014", &[HEADER, "a,call,,#NAME?\n"], &[HEADER, "a,call,,\\#NAME?\n"]),
        ],
    }
};

#[test]
fn every_bad_cell_of_a_row_is_told() {
    let (data, account) = statements(
        "id,act,date,speakers,positions\n\
         \"first\",call,,country:GBR,\n\
         b,cal,09/09/2013,country:GBR | GBR,\"{\"\"term\"\":\"\"x\"\",\"\"stance\"\":\"\"for\"\"}\"\n\
         ,praise,,,\n",
    )
    .unwrap();
    assert_eq!(data.len(), 1);
    assert_eq!((account.rows(), account.values(), account.rejected()), (3, 1, 2));
    let messages = messages(&account);
    let expected = [
        "line 3, column 2: row 3, `act`: unknown act `cal`; did you mean `call`?",
        "line 3, column 4: row 3, `speakers`: ",
        "line 3, column 3: row 3, `date`: ",
        "line 3, column 5: row 3, `positions`: unknown stance `for`; expected one of",
        "line 4: row 4: there is no `id`",
    ];
    assert_eq!(messages.len(), expected.len(), "{messages:#?}");
    for (message, expected) in messages.iter().zip(expected) {
        assert!(message.starts_with(expected), "{message}");
    }
}

#[test]
fn rows_are_counted_as_a_spreadsheet_does() {
    let (_, account) = statements("id,act,texts\na,call,\"two\nlines\"\n\nb,cal,\n").unwrap();
    assert!(messages(&account)[0].starts_with("line 5, column 2: row 4, `act`: "));
}

#[test]
fn headers_are_known_in_any_form_and_no_others() {
    for file in ["ID , Act,#mine\na,call,!\n", "sep=;\nAct;id;;\ncall;a\n", "act\tID\ncall\ta\n"] {
        let (data, account) = statements(file).unwrap();
        assert_eq!((data.len(), data[0].id.as_str()), (1, "a"), "{file}: {account}");
    }
    let refusal = |file: &str| statements(file).unwrap_err().to_string();
    assert_eq!(
        refusal("id,act,spekers\n"),
        "line 1: no table of statements: expected a column `speakers`, found `spekers`"
    );
    assert!(
        refusal("id,act,colour\n")
            .contains("a name with `#` in front, or one of `id`, `act`, `form`")
    );
    assert!(refusal("id,act,ID\n").ends_with("expected one column `id`, found `two`"));
    assert!(refusal("<!DOCTYPE html>").starts_with("this is a web page"));
    assert!(read::<Statement>(&b"\xff\xfei\0d\0"[..], &Options::new()).is_err());
    // Under no name there is no cell.
    let (data, account) = statements("id,act,\na,call,x\nb,call,\n").unwrap();
    assert_eq!((data.len(), account.count_of("FMT-005")), (1, 1));
}

/// What a coder saved from a German Excel: semicolons, a mark of order, a memo, empty columns and rows.
#[test]
fn a_table_from_a_spreadsheet_is_read() {
    let (data, account) =
        statements(include_str!("../../../tests/fixtures/tables/statements.csv")).unwrap();
    assert_eq!(
        (account.rows(), account.values(), account.rejected(), account.skipped()),
        (7, 2, 4, 1)
    );
    let [brazil, norway] = &data[..] else { panic!("{account}") };
    assert_eq!(brazil.speakers[0].actor.to_string(), "country:BRA");
    let positions: Vec<_> = brazil.positions.iter().map(ToString::to_string).collect();
    assert_eq!(positions, ["un-ict/existing-law support", "un-ict/new-treaty ambivalent"]);
    assert_eq!(
        brazil.texts[0].text,
        "States should act on what they agreed; no new layer is needed"
    );
    assert_eq!(
        norway.texts[0].text,
        "\"Human rights hold online \"as offline\", and that is agreed.\""
    );
    assert_eq!(norway.terms.len(), 2);
    assert_eq!(norway.cites[0].locator.as_ref().unwrap().to_string(), "paragraph 4");

    let messages = messages(&account);
    let expected = [
        "line 4, column 6: row 4, `date`: invalid date `05.03.2024`",
        "line 5, column 11: row 5, `positions`: unknown stance `suport`; did you mean `support`?",
        "line 6, column 6: row 6, `date`: invalid date `Mar-24`",
        "line 7, column 2: row 7, `act`: unknown act `comment`",
    ];
    assert_eq!(messages.len(), expected.len(), "{messages:#?}");
    for (message, expected) in messages.iter().zip(expected) {
        assert!(message.starts_with(expected), "{message}");
    }
    assert!(messages[0].ends_with("a date with the year first, such as 2013-09 or 2013-09-09"));
    assert_eq!((account.count_of("FMT-013"), account.count_of("FMT-014")), (2, 2));
}

#[test]
fn strict_reading_stops_at_the_first_cell() {
    let mut options = Options::new();
    options.strict = true;
    let error = read::<Statement>(&b"id,act\na,cal\nb,cal\n"[..], &options).unwrap_err();
    assert_eq!(
        error.to_string(),
        "line 2, column 2: row 2, `act`: unknown act `cal`; did you mean `call`?"
    );
    assert_eq!(error.rule(), Some("FMT-013"));
}

#[test]
fn numbers_that_are_none_are_told_in_the_words_of_the_format() {
    let file = "id,body,counts.yes,Counts.Not Voting\na,unga,1E+05,\nb,unga,seven,\nc,unga,7,0\n";
    let read = read::<Vote>(file.as_bytes(), &Options::new()).unwrap();
    assert_eq!((read.data[0].counts.yes, read.data[0].counts.not_voting), (Some(7), Some(0)));
    let messages = messages(&read.account);
    assert!(
        messages[0].starts_with("line 2, column 3: row 2, `counts.yes`: invalid "),
        "{messages:?}"
    );
    assert!(messages[0].contains("a spreadsheet shortened"), "{messages:?}");
    assert!(messages[1].contains("expected a small whole number"), "{messages:?}");
}

#[test]
fn a_table_without_rows_is_its_header() {
    let mut file = Vec::new();
    write::<Statement>(&[], &mut file).unwrap();
    let text = String::from_utf8(file).unwrap();
    assert!(text.starts_with("\u{feff}id,act,form,delivery,speakers,"), "{text}");
    assert_eq!(statements(&text).unwrap().0, []);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_file_is_read_or_refused(damage in damage::any()) {
        let file = include_bytes!("../../../tests/fixtures/tables/statements.csv");
        if let Ok(read) = read::<Statement>(&damage.of(file)[..], &Options::new()) {
            let account = read.account;
            prop_assert_eq!(account.entries(), account.rows());
            prop_assert_eq!(account.values(), read.data.len() as u64);
        }
    }
}
