#![no_main]

use libfuzzer_sys::fuzz_target;
use netpolity::io::iana;

fuzz_target!(|data: &[u8]| {
    netpolity_fuzz::any(|options| iana::read_tlds(data, options));
    netpolity_fuzz::any(|options| iana::read_root_database(data, options));
});
