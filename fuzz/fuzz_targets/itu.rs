#![no_main]

use libfuzzer_sys::fuzz_target;
use netpolity::io::itu;

fuzz_target!(|data: &[u8]| {
    netpolity_fuzz::series(|options| itu::read_csv(data, options));
    netpolity_fuzz::any(|options| itu::read_catalogue(data, options));
});
