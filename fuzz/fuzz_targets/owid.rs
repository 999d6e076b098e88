#![no_main]

use libfuzzer_sys::fuzz_target;
use netpolity::io::owid;

fuzz_target!(|data: &[u8]| {
    // A table, its metadata behind a zero.
    let mut parts = data.splitn(2, |byte| *byte == 0);
    let table = parts.next().unwrap_or_default();
    let metadata = owid::read_metadata(parts.next().unwrap_or(data)).unwrap_or_default();
    netpolity_fuzz::series(|options| owid::read_csv_with(table, &metadata, options));
});
