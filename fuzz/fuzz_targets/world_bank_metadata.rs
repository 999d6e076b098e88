#![no_main]

use libfuzzer_sys::fuzz_target;
use netpolity::io::world_bank;

fuzz_target!(|data: &[u8]| {
    netpolity_fuzz::any(|options| world_bank::read_countries(data, options));
    netpolity_fuzz::any(|options| world_bank::read_indicators(data, options));
    netpolity_fuzz::any(|options| world_bank::read_notes(data, options));
});
