#![no_main]

use libfuzzer_sys::fuzz_target;
use netpolity::io::sdmx::{self, Components};

fuzz_target!(|data: &[u8]| {
    let mut components = Components::new();
    netpolity_fuzz::series(|options| sdmx::read_csv(data, &components, options));
    components.decimal_comma = true;
    components.area = Some("DIM_2".to_owned());
    components.time = Some("DIM_3".to_owned());
    netpolity_fuzz::series(|options| sdmx::read_csv(data, &components, options));
});
