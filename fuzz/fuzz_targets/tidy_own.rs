#![no_main]

use libfuzzer_sys::fuzz_target;
use netpolity::io::tidy;

fuzz_target!(|data: &[u8]| {
    netpolity_fuzz::series(|options| tidy::read_own(data, options));
});
