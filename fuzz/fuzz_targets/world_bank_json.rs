#![no_main]

use libfuzzer_sys::fuzz_target;
use netpolity::io::world_bank;

fuzz_target!(|data: &[u8]| {
    netpolity_fuzz::series(|options| world_bank::read_json([data], options));
    netpolity_fuzz::series(|options| world_bank::read_gap_filled_json(data.chunks(400), options));
});
