#![no_main]

use libfuzzer_sys::fuzz_target;
use netpolity::io::Options;
use netpolity::io::ddf::{self, Folder};

fuzz_target!(|data: &[u8]| {
    // Concepts and entities, then data points behind a zero.
    let mut parts = data.splitn(2, |byte| *byte == 0);
    let lists = parts.next().unwrap_or_default();
    let mut folder = Folder::new();
    for account in [
        folder.add_concepts(lists, &Options::new()),
        folder.add_entities(lists, &Options::new()),
    ] {
        account.iter().for_each(netpolity_fuzz::account);
    }
    let points = parts.next().unwrap_or(data);
    netpolity_fuzz::series(|options| ddf::read_datapoints(points, &folder, options));
});
