#![no_main]

use libfuzzer_sys::fuzz_target;
use netpolity::io::eurostat;

fuzz_target!(|data: &[u8]| {
    netpolity_fuzz::series(|options| eurostat::read_tsv(data, options));
});
