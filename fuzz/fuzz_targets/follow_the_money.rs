#![no_main]

use libfuzzer_sys::fuzz_target;
use netpolity::io::{Options, follow_the_money};

fuzz_target!(|data: &[u8]| {
    if let Some(reading) = netpolity_fuzz::any(|options| follow_the_money::read(data, options)) {
        assert_eq!(reading.account.rows(), reading.account.entries());
        let mut file = Vec::new();
        follow_the_money::write(&reading.data, &mut file).unwrap();
        if !file.is_empty() {
            let again = follow_the_money::read(&file[..], &Options::new()).unwrap();
            assert_eq!(again.account.rejected(), 0);
        }
    }
    let read = |options: &Options| follow_the_money::read_statements(data, options);
    if let Some(statements) = netpolity_fuzz::any(read) {
        netpolity_fuzz::any(|options| follow_the_money::from_statements(&statements.data, options));
    }
});
