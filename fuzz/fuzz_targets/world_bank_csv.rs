#![no_main]

use libfuzzer_sys::fuzz_target;
use netpolity::io::world_bank;

fuzz_target!(|data: &[u8]| {
    netpolity_fuzz::series(|options| world_bank::read_csv(data, options));
});
