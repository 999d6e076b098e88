#![no_main]

use libfuzzer_sys::fuzz_target;
use netpolity::io::{self, Options};

fuzz_target!(|data: &[u8]| {
    if let Ok((_, reading)) = io::read(data, &Options::new()) {
        netpolity_fuzz::round_trip(&reading.data);
    }
});
