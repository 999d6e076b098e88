#![no_main]

use libfuzzer_sys::fuzz_target;
use netpolity::io::rir;

fuzz_target!(|data: &[u8]| {
    let Some(reading) = netpolity_fuzz::any(|options| rir::read(data, options)) else { return };
    assert_eq!(reading.account.values(), reading.data.records().len() as u64);
    reading.data.to_panel().iter().for_each(netpolity_fuzz::round_trip);
});
