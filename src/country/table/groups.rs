// Generated from data/country by `cargo run --example generate_countries -- --write`. Do not edit.

use crate::country::code::Country;
use crate::country::composite::Row as CompositeRow;
use crate::country::group::{Group, GroupKind, Row};

/// A constant for every group.
impl Group {
    /// AFRINIC service region.
    pub const AFRINIC: Self = Self::at(0);
    /// Asia-Pacific Economic Cooperation.
    pub const APEC: Self = Self::at(1);
    /// APNIC service region.
    pub const APNIC: Self = Self::at(2);
    /// League of Arab States.
    pub const ARAB_LEAGUE: Self = Self::at(3);
    /// ARIN service region.
    pub const ARIN: Self = Self::at(4);
    /// Association of Southeast Asian Nations.
    pub const ASEAN: Self = Self::at(5);
    /// African Union.
    pub const AU: Self = Self::at(6);
    /// BRICS.
    pub const BRICS: Self = Self::at(7);
    /// Parties to the Convention on Cybercrime (Budapest Convention).
    pub const BUDAPEST_CONVENTION: Self = Self::at(8);
    /// Caribbean Community.
    pub const CARICOM: Self = Self::at(9);
    /// Commonwealth of Independent States.
    pub const CIS: Self = Self::at(10);
    /// Council of Europe.
    pub const COE: Self = Self::at(11);
    /// Commonwealth of Nations.
    pub const COMMONWEALTH: Self = Self::at(12);
    /// Comprehensive and Progressive Agreement for Trans-Pacific Partnership.
    pub const CPTPP: Self = Self::at(13);
    /// Digital Cooperation Organization.
    pub const DCO: Self = Self::at(14);
    /// Digital Nations.
    pub const DIGITAL_NATIONS: Self = Self::at(15);
    /// Eurasian Economic Union.
    pub const EAEU: Self = Self::at(16);
    /// Economic Community of West African States.
    pub const ECOWAS: Self = Self::at(17);
    /// European Economic Area.
    pub const EEA: Self = Self::at(18);
    /// European Free Trade Association.
    pub const EFTA: Self = Self::at(19);
    /// European Union.
    pub const EU: Self = Self::at(20);
    /// Euro area.
    pub const EURO_AREA: Self = Self::at(21);
    /// Five Eyes.
    pub const FIVE_EYES: Self = Self::at(22);
    /// Freedom Online Coalition.
    pub const FOC: Self = Self::at(23);
    /// Group of Twenty.
    pub const G20: Self = Self::at(24);
    /// Group of Seven.
    pub const G7: Self = Self::at(25);
    /// Group of Eight.
    pub const G8: Self = Self::at(26);
    /// Cooperation Council for the Arab States of the Gulf.
    pub const GCC: Self = Self::at(27);
    /// Global Cross-Border Privacy Rules Forum.
    pub const GLOBAL_CBPR: Self = Self::at(28);
    /// International Telecommunication Union.
    pub const ITU: Self = Self::at(29);
    /// Africa (ITU).
    pub const ITU_AFRICA: Self = Self::at(30);
    /// Americas (ITU).
    pub const ITU_AMERICAS: Self = Self::at(31);
    /// Arab States (ITU).
    pub const ITU_ARAB_STATES: Self = Self::at(32);
    /// Asia-Pacific (ITU).
    pub const ITU_ASIA_PACIFIC: Self = Self::at(33);
    /// CIS (ITU).
    pub const ITU_CIS: Self = Self::at(34);
    /// Europe (ITU).
    pub const ITU_EUROPE: Self = Self::at(35);
    /// LACNIC service region.
    pub const LACNIC: Self = Self::at(36);
    /// Least developed countries.
    pub const LDC: Self = Self::at(37);
    /// Landlocked developing countries.
    pub const LLDC: Self = Self::at(38);
    /// World.
    pub const M49_001: Self = Self::at(39);
    /// Africa.
    pub const M49_002: Self = Self::at(40);
    /// South America.
    pub const M49_005: Self = Self::at(41);
    /// Oceania.
    pub const M49_009: Self = Self::at(42);
    /// Western Africa.
    pub const M49_011: Self = Self::at(43);
    /// Central America.
    pub const M49_013: Self = Self::at(44);
    /// Eastern Africa.
    pub const M49_014: Self = Self::at(45);
    /// Northern Africa.
    pub const M49_015: Self = Self::at(46);
    /// Middle Africa.
    pub const M49_017: Self = Self::at(47);
    /// Southern Africa.
    pub const M49_018: Self = Self::at(48);
    /// Americas.
    pub const M49_019: Self = Self::at(49);
    /// Northern America.
    pub const M49_021: Self = Self::at(50);
    /// Caribbean.
    pub const M49_029: Self = Self::at(51);
    /// Eastern Asia.
    pub const M49_030: Self = Self::at(52);
    /// Southern Asia.
    pub const M49_034: Self = Self::at(53);
    /// South-eastern Asia.
    pub const M49_035: Self = Self::at(54);
    /// Southern Europe.
    pub const M49_039: Self = Self::at(55);
    /// Australia and New Zealand.
    pub const M49_053: Self = Self::at(56);
    /// Melanesia.
    pub const M49_054: Self = Self::at(57);
    /// Micronesia.
    pub const M49_057: Self = Self::at(58);
    /// Polynesia.
    pub const M49_061: Self = Self::at(59);
    /// Asia.
    pub const M49_142: Self = Self::at(60);
    /// Central Asia.
    pub const M49_143: Self = Self::at(61);
    /// Western Asia.
    pub const M49_145: Self = Self::at(62);
    /// Europe.
    pub const M49_150: Self = Self::at(63);
    /// Eastern Europe.
    pub const M49_151: Self = Self::at(64);
    /// Northern Europe.
    pub const M49_154: Self = Self::at(65);
    /// Western Europe.
    pub const M49_155: Self = Self::at(66);
    /// Sub-Saharan Africa.
    pub const M49_202: Self = Self::at(67);
    /// Latin America and the Caribbean.
    pub const M49_419: Self = Self::at(68);
    /// Southern Common Market.
    pub const MERCOSUR: Self = Self::at(69);
    /// North Atlantic Treaty Organization.
    pub const NATO: Self = Self::at(70);
    /// Organisation for Economic Co-operation and Development.
    pub const OECD: Self = Self::at(71);
    /// Organization of the Petroleum Exporting Countries.
    pub const OPEC: Self = Self::at(72);
    /// Pacific Islands Forum.
    pub const PIF: Self = Self::at(73);
    /// Quadrilateral Security Dialogue.
    pub const QUAD: Self = Self::at(74);
    /// Regional Comprehensive Economic Partnership.
    pub const RCEP: Self = Self::at(75);
    /// RIPE NCC service region.
    pub const RIPE_NCC: Self = Self::at(76);
    /// South Asian Association for Regional Cooperation.
    pub const SAARC: Self = Self::at(77);
    /// Schengen area.
    pub const SCHENGEN: Self = Self::at(78);
    /// Shanghai Cooperation Organisation.
    pub const SCO: Self = Self::at(79);
    /// Small island developing States.
    pub const SIDS: Self = Self::at(80);
    /// United Nations.
    pub const UN: Self = Self::at(81);
    /// Permanent members of the UN Security Council.
    pub const UNSC_P5: Self = Self::at(82);
    /// United States-Mexico-Canada Agreement.
    pub const USMCA: Self = Self::at(83);
    /// East Asia & Pacific (World Bank).
    pub const WB_EAS: Self = Self::at(84);
    /// Europe & Central Asia (World Bank).
    pub const WB_ECS: Self = Self::at(85);
    /// High income (World Bank).
    pub const WB_HIC: Self = Self::at(86);
    /// Not classified (World Bank).
    pub const WB_INX: Self = Self::at(87);
    /// Latin America & Caribbean (World Bank).
    pub const WB_LCN: Self = Self::at(88);
    /// Low income (World Bank).
    pub const WB_LIC: Self = Self::at(89);
    /// Lower middle income (World Bank).
    pub const WB_LMC: Self = Self::at(90);
    /// Middle East, North Africa, Afghanistan & Pakistan (World Bank).
    pub const WB_MEA: Self = Self::at(91);
    /// North America (World Bank).
    pub const WB_NAC: Self = Self::at(92);
    /// South Asia (World Bank).
    pub const WB_SAS: Self = Self::at(93);
    /// Sub-Saharan Africa (World Bank).
    pub const WB_SSF: Self = Self::at(94);
    /// Upper middle income (World Bank).
    pub const WB_UMC: Self = Self::at(95);
}

pub(in crate::country) static GROUPS: [Row; 96] = [
    Row { id: "afrinic", name: "AFRINIC service region", kind: GroupKind::Region, as_of: 2024_01_01 },
    Row { id: "apec", name: "Asia-Pacific Economic Cooperation", kind: GroupKind::Coalition, as_of: 0 },
    Row { id: "apnic", name: "APNIC service region", kind: GroupKind::Region, as_of: 2024_01_01 },
    Row { id: "arab-league", name: "League of Arab States", kind: GroupKind::Organisation, as_of: 0 },
    Row { id: "arin", name: "ARIN service region", kind: GroupKind::Region, as_of: 2024_01_01 },
    Row { id: "asean", name: "Association of Southeast Asian Nations", kind: GroupKind::Organisation, as_of: 0 },
    Row { id: "au", name: "African Union", kind: GroupKind::Organisation, as_of: 0 },
    Row { id: "brics", name: "BRICS", kind: GroupKind::Coalition, as_of: 0 },
    Row { id: "budapest-convention", name: "Parties to the Convention on Cybercrime (Budapest Convention)", kind: GroupKind::Signatories, as_of: 0 },
    Row { id: "caricom", name: "Caribbean Community", kind: GroupKind::Organisation, as_of: 0 },
    Row { id: "cis", name: "Commonwealth of Independent States", kind: GroupKind::Organisation, as_of: 0 },
    Row { id: "coe", name: "Council of Europe", kind: GroupKind::Organisation, as_of: 0 },
    Row { id: "commonwealth", name: "Commonwealth of Nations", kind: GroupKind::Organisation, as_of: 0 },
    Row { id: "cptpp", name: "Comprehensive and Progressive Agreement for Trans-Pacific Partnership", kind: GroupKind::Signatories, as_of: 0 },
    Row { id: "dco", name: "Digital Cooperation Organization", kind: GroupKind::Organisation, as_of: 0 },
    Row { id: "digital-nations", name: "Digital Nations", kind: GroupKind::Coalition, as_of: 0 },
    Row { id: "eaeu", name: "Eurasian Economic Union", kind: GroupKind::Organisation, as_of: 0 },
    Row { id: "ecowas", name: "Economic Community of West African States", kind: GroupKind::Organisation, as_of: 0 },
    Row { id: "eea", name: "European Economic Area", kind: GroupKind::Signatories, as_of: 0 },
    Row { id: "efta", name: "European Free Trade Association", kind: GroupKind::Organisation, as_of: 0 },
    Row { id: "eu", name: "European Union", kind: GroupKind::Organisation, as_of: 0 },
    Row { id: "euro-area", name: "Euro area", kind: GroupKind::Organisation, as_of: 0 },
    Row { id: "five-eyes", name: "Five Eyes", kind: GroupKind::Coalition, as_of: 0 },
    Row { id: "foc", name: "Freedom Online Coalition", kind: GroupKind::Coalition, as_of: 0 },
    Row { id: "g20", name: "Group of Twenty", kind: GroupKind::Coalition, as_of: 0 },
    Row { id: "g7", name: "Group of Seven", kind: GroupKind::Coalition, as_of: 0 },
    Row { id: "g8", name: "Group of Eight", kind: GroupKind::Coalition, as_of: 0 },
    Row { id: "gcc", name: "Cooperation Council for the Arab States of the Gulf", kind: GroupKind::Organisation, as_of: 0 },
    Row { id: "global-cbpr", name: "Global Cross-Border Privacy Rules Forum", kind: GroupKind::Coalition, as_of: 0 },
    Row { id: "itu", name: "International Telecommunication Union", kind: GroupKind::Organisation, as_of: 2025_12_31 },
    Row { id: "itu-africa", name: "Africa (ITU)", kind: GroupKind::Region, as_of: 2025_12_31 },
    Row { id: "itu-americas", name: "Americas (ITU)", kind: GroupKind::Region, as_of: 2025_12_31 },
    Row { id: "itu-arab-states", name: "Arab States (ITU)", kind: GroupKind::Region, as_of: 2025_12_31 },
    Row { id: "itu-asia-pacific", name: "Asia-Pacific (ITU)", kind: GroupKind::Region, as_of: 2025_12_31 },
    Row { id: "itu-cis", name: "CIS (ITU)", kind: GroupKind::Region, as_of: 2025_12_31 },
    Row { id: "itu-europe", name: "Europe (ITU)", kind: GroupKind::Region, as_of: 2025_12_31 },
    Row { id: "lacnic", name: "LACNIC service region", kind: GroupKind::Region, as_of: 2024_01_01 },
    Row { id: "ldc", name: "Least developed countries", kind: GroupKind::Category, as_of: 0 },
    Row { id: "lldc", name: "Landlocked developing countries", kind: GroupKind::Category, as_of: 2026_05_15 },
    Row { id: "m49-001", name: "World", kind: GroupKind::Region, as_of: 2026_05_15 },
    Row { id: "m49-002", name: "Africa", kind: GroupKind::Region, as_of: 2026_05_15 },
    Row { id: "m49-005", name: "South America", kind: GroupKind::Region, as_of: 2026_05_15 },
    Row { id: "m49-009", name: "Oceania", kind: GroupKind::Region, as_of: 2026_05_15 },
    Row { id: "m49-011", name: "Western Africa", kind: GroupKind::Region, as_of: 2026_05_15 },
    Row { id: "m49-013", name: "Central America", kind: GroupKind::Region, as_of: 2026_05_15 },
    Row { id: "m49-014", name: "Eastern Africa", kind: GroupKind::Region, as_of: 2026_05_15 },
    Row { id: "m49-015", name: "Northern Africa", kind: GroupKind::Region, as_of: 2026_05_15 },
    Row { id: "m49-017", name: "Middle Africa", kind: GroupKind::Region, as_of: 2026_05_15 },
    Row { id: "m49-018", name: "Southern Africa", kind: GroupKind::Region, as_of: 2026_05_15 },
    Row { id: "m49-019", name: "Americas", kind: GroupKind::Region, as_of: 2026_05_15 },
    Row { id: "m49-021", name: "Northern America", kind: GroupKind::Region, as_of: 2026_05_15 },
    Row { id: "m49-029", name: "Caribbean", kind: GroupKind::Region, as_of: 2026_05_15 },
    Row { id: "m49-030", name: "Eastern Asia", kind: GroupKind::Region, as_of: 2026_05_15 },
    Row { id: "m49-034", name: "Southern Asia", kind: GroupKind::Region, as_of: 2026_05_15 },
    Row { id: "m49-035", name: "South-eastern Asia", kind: GroupKind::Region, as_of: 2026_05_15 },
    Row { id: "m49-039", name: "Southern Europe", kind: GroupKind::Region, as_of: 2026_05_15 },
    Row { id: "m49-053", name: "Australia and New Zealand", kind: GroupKind::Region, as_of: 2026_05_15 },
    Row { id: "m49-054", name: "Melanesia", kind: GroupKind::Region, as_of: 2026_05_15 },
    Row { id: "m49-057", name: "Micronesia", kind: GroupKind::Region, as_of: 2026_05_15 },
    Row { id: "m49-061", name: "Polynesia", kind: GroupKind::Region, as_of: 2026_05_15 },
    Row { id: "m49-142", name: "Asia", kind: GroupKind::Region, as_of: 2026_05_15 },
    Row { id: "m49-143", name: "Central Asia", kind: GroupKind::Region, as_of: 2026_05_15 },
    Row { id: "m49-145", name: "Western Asia", kind: GroupKind::Region, as_of: 2026_05_15 },
    Row { id: "m49-150", name: "Europe", kind: GroupKind::Region, as_of: 2026_05_15 },
    Row { id: "m49-151", name: "Eastern Europe", kind: GroupKind::Region, as_of: 2026_05_15 },
    Row { id: "m49-154", name: "Northern Europe", kind: GroupKind::Region, as_of: 2026_05_15 },
    Row { id: "m49-155", name: "Western Europe", kind: GroupKind::Region, as_of: 2026_05_15 },
    Row { id: "m49-202", name: "Sub-Saharan Africa", kind: GroupKind::Region, as_of: 2026_05_15 },
    Row { id: "m49-419", name: "Latin America and the Caribbean", kind: GroupKind::Region, as_of: 2026_05_15 },
    Row { id: "mercosur", name: "Southern Common Market", kind: GroupKind::Organisation, as_of: 0 },
    Row { id: "nato", name: "North Atlantic Treaty Organization", kind: GroupKind::Organisation, as_of: 0 },
    Row { id: "oecd", name: "Organisation for Economic Co-operation and Development", kind: GroupKind::Organisation, as_of: 0 },
    Row { id: "opec", name: "Organization of the Petroleum Exporting Countries", kind: GroupKind::Organisation, as_of: 0 },
    Row { id: "pif", name: "Pacific Islands Forum", kind: GroupKind::Organisation, as_of: 0 },
    Row { id: "quad", name: "Quadrilateral Security Dialogue", kind: GroupKind::Coalition, as_of: 0 },
    Row { id: "rcep", name: "Regional Comprehensive Economic Partnership", kind: GroupKind::Signatories, as_of: 0 },
    Row { id: "ripe-ncc", name: "RIPE NCC service region", kind: GroupKind::Region, as_of: 2024_01_01 },
    Row { id: "saarc", name: "South Asian Association for Regional Cooperation", kind: GroupKind::Organisation, as_of: 0 },
    Row { id: "schengen", name: "Schengen area", kind: GroupKind::Signatories, as_of: 0 },
    Row { id: "sco", name: "Shanghai Cooperation Organisation", kind: GroupKind::Organisation, as_of: 0 },
    Row { id: "sids", name: "Small island developing States", kind: GroupKind::Category, as_of: 2026_05_15 },
    Row { id: "un", name: "United Nations", kind: GroupKind::Organisation, as_of: 0 },
    Row { id: "unsc-p5", name: "Permanent members of the UN Security Council", kind: GroupKind::Organisation, as_of: 0 },
    Row { id: "usmca", name: "United States-Mexico-Canada Agreement", kind: GroupKind::Signatories, as_of: 0 },
    Row { id: "wb-eas", name: "East Asia & Pacific (World Bank)", kind: GroupKind::Region, as_of: 0 },
    Row { id: "wb-ecs", name: "Europe & Central Asia (World Bank)", kind: GroupKind::Region, as_of: 0 },
    Row { id: "wb-hic", name: "High income (World Bank)", kind: GroupKind::Income, as_of: 0 },
    Row { id: "wb-inx", name: "Not classified (World Bank)", kind: GroupKind::Income, as_of: 0 },
    Row { id: "wb-lcn", name: "Latin America & Caribbean (World Bank)", kind: GroupKind::Region, as_of: 0 },
    Row { id: "wb-lic", name: "Low income (World Bank)", kind: GroupKind::Income, as_of: 0 },
    Row { id: "wb-lmc", name: "Lower middle income (World Bank)", kind: GroupKind::Income, as_of: 0 },
    Row { id: "wb-mea", name: "Middle East, North Africa, Afghanistan & Pakistan (World Bank)", kind: GroupKind::Region, as_of: 0 },
    Row { id: "wb-nac", name: "North America (World Bank)", kind: GroupKind::Region, as_of: 0 },
    Row { id: "wb-sas", name: "South Asia (World Bank)", kind: GroupKind::Region, as_of: 0 },
    Row { id: "wb-ssf", name: "Sub-Saharan Africa (World Bank)", kind: GroupKind::Region, as_of: 0 },
    Row { id: "wb-umc", name: "Upper middle income (World Bank)", kind: GroupKind::Income, as_of: 0 },
];

pub(in crate::country) static COMPOSITES: [CompositeRow; 12] = [
    CompositeRow { text: "BEL+LUX", name: "Belgium-Luxembourg", members: &[Country::BEL, Country::LUX] },
    CompositeRow { text: "CHE+LIE", name: "Switzerland-Liechtenstein", members: &[Country::CHE, Country::LIE] },
    CompositeRow { text: "CHN+HKG", name: "China and Hong Kong", members: &[Country::CHN, Country::HKG] },
    CompositeRow { text: "COD+COG", name: "Congo (Kinshasa and Brazzaville)", members: &[Country::COD, Country::COG] },
    CompositeRow { text: "FRA+MCO", name: "France-Monaco", members: &[Country::FRA, Country::MCO] },
    CompositeRow { text: "GGY+JEY", name: "Channel Islands", members: &[Country::GGY, Country::JEY] },
    CompositeRow { text: "ITA+SMR", name: "Italy-San Marino", members: &[Country::ITA, Country::SMR] },
    CompositeRow { text: "NOR+SJM", name: "Norway-Svalbard and Jan Mayen Islands", members: &[Country::NOR, Country::SJM] },
    CompositeRow { text: "RUS+SUN", name: "Russian Federation and USSR", members: &[Country::RUS, Country::SUN] },
    CompositeRow { text: "SDN+SSD", name: "Sudan and South Sudan", members: &[Country::SDN, Country::SSD] },
    CompositeRow { text: "SRB+XKX", name: "Serbia and Kosovo (S/RES/1244 (1999))", members: &[Country::SRB, Country::XKX] },
    CompositeRow { text: "SRB+YUG", name: "Serbia-Yugoslavia", members: &[Country::SRB, Country::YUG] },
];
