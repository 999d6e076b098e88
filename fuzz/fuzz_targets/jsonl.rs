#![no_main]

use libfuzzer_sys::fuzz_target;
use netpolity::io::jsonl;

fuzz_target!(|data: &[u8]| {
    netpolity_fuzz::series(|options| jsonl::read(data, options));
});
