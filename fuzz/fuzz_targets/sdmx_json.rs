#![no_main]

use libfuzzer_sys::fuzz_target;
use netpolity::io::sdmx::{self, Components};

fuzz_target!(|data: &[u8]| {
    let mut components = Components::new();
    netpolity_fuzz::series(|options| sdmx::read_json(data, &components, options));
    components.everywhere = "special:EX".parse().ok();
    netpolity_fuzz::series(|options| sdmx::read_json(data, &components, options));
});
