#![no_main]

use libfuzzer_sys::fuzz_target;
use netpolity::country::Scheme;
use netpolity::io::tidy::{self, Mapping, Values};

fuzz_target!(|data: &[u8]| {
    let long = Mapping::new()
        .area_code(1, Scheme::Any)
        .period(2)
        .values(Values::column(3))
        .missing("..", netpolity::metric::Missing::NotStated)
        .thousands(' ')
        .decimal_comma();
    netpolity_fuzz::series(|options| tidy::read_csv(data, &long, options));
    let wide = Mapping::new()
        .delimiter(';')
        .rows_before_header(1)
        .area_name(1)
        .compact_periods()
        .values(Values::periods().note("Note "));
    netpolity_fuzz::series(|options| tidy::read_csv(data, &wide, options));
    let days = Mapping::new()
        .headerless()
        .without_quotes()
        .area(netpolity::Country::NAM)
        .year_month_day(1, 2, 3)
        .months_from_zero()
        .values(Values::column(4).words());
    netpolity_fuzz::series(|options| tidy::read_csv(data, &days, options));
});
