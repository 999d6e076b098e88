#![no_main]

use libfuzzer_sys::fuzz_target;
use netpolity::io::un_wpp::{self, Edition};

fuzz_target!(|data: &[u8]| {
    for edition in [Edition::Of2019, Edition::Of2022, Edition::Of2024] {
        netpolity_fuzz::series(|options| un_wpp::read_csv(data, edition, options));
    }
});
