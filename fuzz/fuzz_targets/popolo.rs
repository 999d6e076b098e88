#![no_main]

use libfuzzer_sys::fuzz_target;
use netpolity::io::{Options, popolo};

fuzz_target!(|data: &[u8]| {
    let Some(reading) = netpolity_fuzz::any(|options| popolo::read(data, options)) else { return };
    assert_eq!(reading.account.rows(), reading.account.entries());
    let (mut first, mut second) = (Vec::new(), Vec::new());
    popolo::write(&reading.data, &mut first).unwrap();
    let again = popolo::read(&first[..], &Options::new()).unwrap();
    popolo::write(&again.data, &mut second).unwrap();
    assert!(first == second);
});
