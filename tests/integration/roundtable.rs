use netpolity::catalogue::roundtable_2013;
use netpolity::validate::Profile;
#[test]
fn probe() {
    let d = roundtable_2013();
    let r = d.validate(&Profile::default(), "2026-01-01".parse().unwrap());
    println!("{r}");
}
