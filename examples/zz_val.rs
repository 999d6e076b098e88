fn main() {
    let json = std::fs::read_to_string("/tmp/perf/data.json").unwrap();
    let d = netpolity::Dataset::from_json(&json).unwrap();
    let p = netpolity::validate::Profile::default();
    for _ in 0..8 {
        let t = std::time::Instant::now();
        std::hint::black_box(d.validate(&p, "2026-01-01".parse().unwrap()));
        println!("{:?}", t.elapsed());
    }
}
