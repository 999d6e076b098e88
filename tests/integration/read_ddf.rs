//! Gapminder's folder of data points; see `un_list`.

use netpolity::country::Country;
use netpolity::io::Options;
use netpolity::io::ddf::{Folder, read_datapoints};

use crate::read_tidy::{counts, file, filled, records, year};

const MEASURES: [(&str, u64); 5] = [
    ("broadband_subscribers", 4135),
    ("broadband_subscribers_per_100_people", 4135),
    ("cell_phones_per_100_people", 10350),
    ("cell_phones_total", 10374),
    ("internet_users", 6024),
];

#[test]
fn data_points_of_gapminder() {
    let mut all = Folder::new();
    let options = Options::new();
    let Some(concepts) = file("gapminder-ddf/ddf--concepts.csv") else { return };
    let account = all.add_concepts(concepts.as_bytes(), &options).unwrap();
    println!("concepts: {account}");
    assert_eq!(account.values(), records(&concepts, b',').len() as u64 - 1);
    assert_eq!(account.rejected(), 0);
    for set in ["country", "global", "income_groups", "un_sdg_region", "world_4region"] {
        let text = file(&format!("gapminder-ddf/ddf--entities--geo--{set}.csv")).unwrap();
        let account = all.add_entities(text.as_bytes(), &options).unwrap();
        println!("{set}: {account}");
        assert_eq!(account.values(), records(&text, b',').len() as u64 - 1, "{set}");
        assert_eq!(account.rejected(), 0, "{set}");
    }
    assert_eq!(all.entity("geo", "world"), Some("World"));
    assert_eq!(all.entity("country", "chn"), Some("China"));
    for (measure, rows) in MEASURES {
        let name = format!("gapminder-ddf/ddf--datapoints--{measure}--by--geo--time.csv");
        let text = file(&name).unwrap();
        let reading = read_datapoints(text.as_bytes(), &all, &options).unwrap();
        println!("{measure}: {}", reading.account);
        let [values, missing] = filled(&records(&text, b',')[1..], &[2]);
        assert_eq!(counts(&reading.account), [values, missing, 0, 0]);
        assert_eq!(values, rows, "{measure}");
        assert_eq!(reading.account.count_of("FMT-011"), 0);
        assert_eq!(reading.data.variables()[0].code, measure);
        assert!(!reading.data.variables()[0].name.is_empty());
    }
    let text = file("gapminder-ddf/ddf--datapoints--internet_users--by--geo--time.csv").unwrap();
    let panel = read_datapoints(text.as_bytes(), &Folder::new(), &options).unwrap().data;
    let china = |at| panel.get("internet_users", Country::CHN, year(at)).unwrap();
    assert_eq!((china(2012).value(), china(2013).value()), (Some(42.3001), Some(45.8)));
}
