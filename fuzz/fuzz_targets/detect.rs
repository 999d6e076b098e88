#![no_main]

use libfuzzer_sys::fuzz_target;
use netpolity::io::{self, Error, Options};

fuzz_target!(|data: &[u8]| {
    let format = io::detect(data);
    match io::read(data, &Options::new()) {
        Ok((read, reading)) => {
            assert_eq!(Some(read), format);
            netpolity_fuzz::account(&reading.account);
        }
        Err(Error::NoSeries { format: read }) => assert_eq!(Some(read), format),
        Err(Error::Unknown { .. }) => assert_eq!(format, None),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
