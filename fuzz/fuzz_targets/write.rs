#![no_main]

use libfuzzer_sys::fuzz_target;
use netpolity::io::{self, Options, owid, sdmx};

fuzz_target!(|data: &[u8]| {
    // The formats that do not hold everything take any panel, and what they write can be read.
    let Ok((_, reading)) = io::read(data, &Options::new()) else { return };
    let mut out = Vec::new();
    if sdmx::write_csv(&reading.data, &mut out, "EX:D(1.0)").is_ok() {
        sdmx::read_csv(&out[..], &sdmx::Components::new(), &Options::new()).unwrap();
    }
    out.clear();
    owid::write_csv(&reading.data, &mut out).unwrap();
});
