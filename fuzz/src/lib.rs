//! What holds for every reading of every file.

use netpolity::io::{Account, Error, Options, Reading, jsonl, tidy};
use netpolity::metric::Panel;

/// Reads a file leniently and strictly.
pub fn series(read: impl Fn(&Options) -> Result<Reading<Panel>, Error>) {
    let Some(Reading { data: panel, account, .. }) = any(&read) else { return };
    let cells = panel.len() + panel.duplicates().count();
    assert!(cells as u64 <= account.values() + account.missing(), "{cells} cells\n{account}");
    let in_series: usize = panel.series().map(|series| series.iter().count()).sum();
    assert_eq!(in_series, panel.len());
}

/// The same for what is no panel.
pub fn any<T>(read: impl Fn(&Options) -> Result<Reading<T>, Error>) -> Option<Reading<T>> {
    let mut options = Options::new();
    let reading = read(&options).ok()?;
    account(&reading.account);
    options.strict = true;
    match read(&options) {
        Ok(strict) => assert_eq!((strict.account.rejected(), reading.account.rejected()), (0, 0)),
        Err(Error::Rejected(finding)) => {
            let rule = finding.rule().id();
            assert!(reading.account.count_of(rule) > 0, "{rule}\n{}", reading.account);
        }
        Err(error) => panic!("strict reading fails otherwise: {error}"),
    }
    Some(reading)
}

/// All entries are told, and each rejection has its finding.
pub fn account(account: &Account) {
    let skips: u64 = account.skips().map(|(_, count)| count).sum();
    let told = account.values() + account.missing() + account.rejected() + skips;
    assert_eq!(account.entries(), told);
    assert!(account.rejected() == 0 || account.counts().len() > 0, "{account}");
    let kept = account.findings().len();
    let found: usize = account.counts().map(|count| count.found()).sum();
    assert!(kept <= found, "{account}");
    // Printing is done for every file, too.
    assert!(!account.to_string().is_empty());
    for finding in account.findings() {
        assert!(!finding.message().is_empty());
    }
}

/// A panel comes back from both interchange formats as it was.
pub fn round_trip(panel: &Panel) {
    let (mut csv, mut lines) = (Vec::new(), Vec::new());
    tidy::write_csv(panel, &mut csv).unwrap();
    jsonl::write(panel, &mut lines).unwrap();
    let csv = tidy::read_own(&csv[..], &Options::new()).unwrap();
    let lines = jsonl::read(&lines[..], &Options::new()).unwrap();
    assert_eq!(csv.data, *panel, "{}", csv.account);
    assert_eq!(lines.data, *panel, "{}", lines.account);
}
