// Generated from data/country by `cargo run --example generate_countries -- --write`. Do not edit.

use crate::country::code::{Country, Row};
use crate::country::group::Group;

/// A constant for every entry.
impl Country {
    /// Aruba.
    pub const ABW: Self = Self::at(0);
    /// Afghanistan.
    pub const AFG: Self = Self::at(1);
    /// French Afars and Issas, former.
    pub const AFI: Self = Self::at(2);
    /// Angola.
    pub const AGO: Self = Self::at(3);
    /// Anguilla.
    pub const AIA: Self = Self::at(4);
    /// Åland Islands.
    pub const ALA: Self = Self::at(5);
    /// Albania.
    pub const ALB: Self = Self::at(6);
    /// Andorra.
    pub const AND: Self = Self::at(7);
    /// Netherlands Antilles, former.
    pub const ANT: Self = Self::at(8);
    /// United Arab Emirates.
    pub const ARE: Self = Self::at(9);
    /// Argentina.
    pub const ARG: Self = Self::at(10);
    /// Armenia.
    pub const ARM: Self = Self::at(11);
    /// American Samoa.
    pub const ASM: Self = Self::at(12);
    /// Antarctica.
    pub const ATA: Self = Self::at(13);
    /// British Antarctic Territory, former.
    pub const ATB: Self = Self::at(14);
    /// French Southern Territories.
    pub const ATF: Self = Self::at(15);
    /// Antigua and Barbuda.
    pub const ATG: Self = Self::at(16);
    /// Dronning Maud Land, former.
    pub const ATN: Self = Self::at(17);
    /// Australia.
    pub const AUS: Self = Self::at(18);
    /// Austria.
    pub const AUT: Self = Self::at(19);
    /// Azerbaijan.
    pub const AZE: Self = Self::at(20);
    /// Burundi.
    pub const BDI: Self = Self::at(21);
    /// Belgium.
    pub const BEL: Self = Self::at(22);
    /// Benin.
    pub const BEN: Self = Self::at(23);
    /// Bonaire, Sint Eustatius and Saba.
    pub const BES: Self = Self::at(24);
    /// Burkina Faso.
    pub const BFA: Self = Self::at(25);
    /// Bangladesh.
    pub const BGD: Self = Self::at(26);
    /// Bulgaria.
    pub const BGR: Self = Self::at(27);
    /// Bahrain.
    pub const BHR: Self = Self::at(28);
    /// Bahamas.
    pub const BHS: Self = Self::at(29);
    /// Bosnia and Herzegovina.
    pub const BIH: Self = Self::at(30);
    /// Saint Barthélemy.
    pub const BLM: Self = Self::at(31);
    /// Belarus.
    pub const BLR: Self = Self::at(32);
    /// Belize.
    pub const BLZ: Self = Self::at(33);
    /// Bermuda.
    pub const BMU: Self = Self::at(34);
    /// Bolivia (Plurinational State of).
    pub const BOL: Self = Self::at(35);
    /// Brazil.
    pub const BRA: Self = Self::at(36);
    /// Barbados.
    pub const BRB: Self = Self::at(37);
    /// Brunei Darussalam.
    pub const BRN: Self = Self::at(38);
    /// Bhutan.
    pub const BTN: Self = Self::at(39);
    /// Burma, former.
    pub const BUR: Self = Self::at(40);
    /// Bouvet Island.
    pub const BVT: Self = Self::at(41);
    /// Botswana.
    pub const BWA: Self = Self::at(42);
    /// Byelorussian SSR, former.
    pub const BYS: Self = Self::at(43);
    /// Central African Republic.
    pub const CAF: Self = Self::at(44);
    /// Canada.
    pub const CAN: Self = Self::at(45);
    /// Cocos (Keeling) Islands.
    pub const CCK: Self = Self::at(46);
    /// Switzerland.
    pub const CHE: Self = Self::at(47);
    /// Chile.
    pub const CHL: Self = Self::at(48);
    /// China.
    pub const CHN: Self = Self::at(49);
    /// Côte d'Ivoire.
    pub const CIV: Self = Self::at(50);
    /// Cameroon.
    pub const CMR: Self = Self::at(51);
    /// Democratic Republic of the Congo.
    pub const COD: Self = Self::at(52);
    /// Congo.
    pub const COG: Self = Self::at(53);
    /// Cook Islands.
    pub const COK: Self = Self::at(54);
    /// Colombia.
    pub const COL: Self = Self::at(55);
    /// Comoros.
    pub const COM: Self = Self::at(56);
    /// Cabo Verde.
    pub const CPV: Self = Self::at(57);
    /// Costa Rica.
    pub const CRI: Self = Self::at(58);
    /// Czechoslovakia, former.
    pub const CSK: Self = Self::at(59);
    /// Canton and Enderbury Islands, former.
    pub const CTE: Self = Self::at(60);
    /// Cuba.
    pub const CUB: Self = Self::at(61);
    /// Curaçao.
    pub const CUW: Self = Self::at(62);
    /// Christmas Island.
    pub const CXR: Self = Self::at(63);
    /// Cayman Islands.
    pub const CYM: Self = Self::at(64);
    /// Cyprus.
    pub const CYP: Self = Self::at(65);
    /// Czechia.
    pub const CZE: Self = Self::at(66);
    /// German Democratic Republic, former.
    pub const DDR: Self = Self::at(67);
    /// Germany.
    pub const DEU: Self = Self::at(68);
    /// Dahomey, former.
    pub const DHY: Self = Self::at(69);
    /// Djibouti.
    pub const DJI: Self = Self::at(70);
    /// Dominica.
    pub const DMA: Self = Self::at(71);
    /// Denmark.
    pub const DNK: Self = Self::at(72);
    /// Dominican Republic.
    pub const DOM: Self = Self::at(73);
    /// Algeria.
    pub const DZA: Self = Self::at(74);
    /// Ecuador.
    pub const ECU: Self = Self::at(75);
    /// Egypt.
    pub const EGY: Self = Self::at(76);
    /// Eritrea.
    pub const ERI: Self = Self::at(77);
    /// Western Sahara.
    pub const ESH: Self = Self::at(78);
    /// Spain.
    pub const ESP: Self = Self::at(79);
    /// Estonia.
    pub const EST: Self = Self::at(80);
    /// Ethiopia.
    pub const ETH: Self = Self::at(81);
    /// Finland.
    pub const FIN: Self = Self::at(82);
    /// Fiji.
    pub const FJI: Self = Self::at(83);
    /// Falkland Islands (Malvinas).
    pub const FLK: Self = Self::at(84);
    /// French Southern and Antarctic Territories, former.
    pub const FQHH: Self = Self::at(85);
    /// France.
    pub const FRA: Self = Self::at(86);
    /// Faroe Islands.
    pub const FRO: Self = Self::at(87);
    /// Micronesia (Federated States of).
    pub const FSM: Self = Self::at(88);
    /// France, Metropolitan, former.
    pub const FXX: Self = Self::at(89);
    /// Gabon.
    pub const GAB: Self = Self::at(90);
    /// United Kingdom of Great Britain and Northern Ireland.
    pub const GBR: Self = Self::at(91);
    /// Gilbert and Ellice Islands, former.
    pub const GEL: Self = Self::at(92);
    /// Georgia.
    pub const GEO: Self = Self::at(93);
    /// Guernsey.
    pub const GGY: Self = Self::at(94);
    /// Ghana.
    pub const GHA: Self = Self::at(95);
    /// Gibraltar.
    pub const GIB: Self = Self::at(96);
    /// Guinea.
    pub const GIN: Self = Self::at(97);
    /// Guadeloupe.
    pub const GLP: Self = Self::at(98);
    /// Gambia.
    pub const GMB: Self = Self::at(99);
    /// Guinea-Bissau.
    pub const GNB: Self = Self::at(100);
    /// Equatorial Guinea.
    pub const GNQ: Self = Self::at(101);
    /// Greece.
    pub const GRC: Self = Self::at(102);
    /// Grenada.
    pub const GRD: Self = Self::at(103);
    /// Greenland.
    pub const GRL: Self = Self::at(104);
    /// Guatemala.
    pub const GTM: Self = Self::at(105);
    /// French Guiana.
    pub const GUF: Self = Self::at(106);
    /// Guam.
    pub const GUM: Self = Self::at(107);
    /// Guyana.
    pub const GUY: Self = Self::at(108);
    /// Hong Kong.
    pub const HKG: Self = Self::at(109);
    /// Heard Island and McDonald Islands.
    pub const HMD: Self = Self::at(110);
    /// Honduras.
    pub const HND: Self = Self::at(111);
    /// Croatia.
    pub const HRV: Self = Self::at(112);
    /// Haiti.
    pub const HTI: Self = Self::at(113);
    /// Hungary.
    pub const HUN: Self = Self::at(114);
    /// Upper Volta, former.
    pub const HVO: Self = Self::at(115);
    /// Indonesia.
    pub const IDN: Self = Self::at(116);
    /// Isle of Man.
    pub const IMN: Self = Self::at(117);
    /// India.
    pub const IND: Self = Self::at(118);
    /// British Indian Ocean Territory.
    pub const IOT: Self = Self::at(119);
    /// Ireland.
    pub const IRL: Self = Self::at(120);
    /// Iran (Islamic Republic of).
    pub const IRN: Self = Self::at(121);
    /// Iraq.
    pub const IRQ: Self = Self::at(122);
    /// Iceland.
    pub const ISL: Self = Self::at(123);
    /// Israel.
    pub const ISR: Self = Self::at(124);
    /// Italy.
    pub const ITA: Self = Self::at(125);
    /// Jamaica.
    pub const JAM: Self = Self::at(126);
    /// Jersey.
    pub const JEY: Self = Self::at(127);
    /// Jordan.
    pub const JOR: Self = Self::at(128);
    /// Japan.
    pub const JPN: Self = Self::at(129);
    /// Johnston Island, former.
    pub const JTN: Self = Self::at(130);
    /// Kazakhstan.
    pub const KAZ: Self = Self::at(131);
    /// Kenya.
    pub const KEN: Self = Self::at(132);
    /// Kyrgyzstan.
    pub const KGZ: Self = Self::at(133);
    /// Cambodia.
    pub const KHM: Self = Self::at(134);
    /// Kiribati.
    pub const KIR: Self = Self::at(135);
    /// Saint Kitts and Nevis.
    pub const KNA: Self = Self::at(136);
    /// Republic of Korea.
    pub const KOR: Self = Self::at(137);
    /// Kuwait.
    pub const KWT: Self = Self::at(138);
    /// Lao People's Democratic Republic.
    pub const LAO: Self = Self::at(139);
    /// Lebanon.
    pub const LBN: Self = Self::at(140);
    /// Liberia.
    pub const LBR: Self = Self::at(141);
    /// Libya.
    pub const LBY: Self = Self::at(142);
    /// Saint Lucia.
    pub const LCA: Self = Self::at(143);
    /// Liechtenstein.
    pub const LIE: Self = Self::at(144);
    /// Sri Lanka.
    pub const LKA: Self = Self::at(145);
    /// Lesotho.
    pub const LSO: Self = Self::at(146);
    /// Lithuania.
    pub const LTU: Self = Self::at(147);
    /// Luxembourg.
    pub const LUX: Self = Self::at(148);
    /// Latvia.
    pub const LVA: Self = Self::at(149);
    /// Macao.
    pub const MAC: Self = Self::at(150);
    /// Saint Martin (French Part).
    pub const MAF: Self = Self::at(151);
    /// Morocco.
    pub const MAR: Self = Self::at(152);
    /// Monaco.
    pub const MCO: Self = Self::at(153);
    /// Republic of Moldova.
    pub const MDA: Self = Self::at(154);
    /// Madagascar.
    pub const MDG: Self = Self::at(155);
    /// Maldives.
    pub const MDV: Self = Self::at(156);
    /// Mexico.
    pub const MEX: Self = Self::at(157);
    /// Marshall Islands.
    pub const MHL: Self = Self::at(158);
    /// Midway Islands, former.
    pub const MID: Self = Self::at(159);
    /// North Macedonia.
    pub const MKD: Self = Self::at(160);
    /// Mali.
    pub const MLI: Self = Self::at(161);
    /// Malta.
    pub const MLT: Self = Self::at(162);
    /// Myanmar.
    pub const MMR: Self = Self::at(163);
    /// Montenegro.
    pub const MNE: Self = Self::at(164);
    /// Mongolia.
    pub const MNG: Self = Self::at(165);
    /// Northern Mariana Islands.
    pub const MNP: Self = Self::at(166);
    /// Mozambique.
    pub const MOZ: Self = Self::at(167);
    /// Mauritania.
    pub const MRT: Self = Self::at(168);
    /// Montserrat.
    pub const MSR: Self = Self::at(169);
    /// Martinique.
    pub const MTQ: Self = Self::at(170);
    /// Mauritius.
    pub const MUS: Self = Self::at(171);
    /// Malawi.
    pub const MWI: Self = Self::at(172);
    /// Malaysia.
    pub const MYS: Self = Self::at(173);
    /// Mayotte.
    pub const MYT: Self = Self::at(174);
    /// Namibia.
    pub const NAM: Self = Self::at(175);
    /// New Caledonia.
    pub const NCL: Self = Self::at(176);
    /// Niger.
    pub const NER: Self = Self::at(177);
    /// Norfolk Island.
    pub const NFK: Self = Self::at(178);
    /// Nigeria.
    pub const NGA: Self = Self::at(179);
    /// New Hebrides, former.
    pub const NHB: Self = Self::at(180);
    /// Nicaragua.
    pub const NIC: Self = Self::at(181);
    /// Niue.
    pub const NIU: Self = Self::at(182);
    /// Netherlands (Kingdom of the).
    pub const NLD: Self = Self::at(183);
    /// Norway.
    pub const NOR: Self = Self::at(184);
    /// Nepal.
    pub const NPL: Self = Self::at(185);
    /// Nauru.
    pub const NRU: Self = Self::at(186);
    /// Neutral Zone, former.
    pub const NTZ: Self = Self::at(187);
    /// New Zealand.
    pub const NZL: Self = Self::at(188);
    /// Oman.
    pub const OMN: Self = Self::at(189);
    /// Pakistan.
    pub const PAK: Self = Self::at(190);
    /// Panama.
    pub const PAN: Self = Self::at(191);
    /// Pacific Islands (Trust Territory), former.
    pub const PCI: Self = Self::at(192);
    /// Pitcairn.
    pub const PCN: Self = Self::at(193);
    /// Panama Canal Zone, former.
    pub const PCZ: Self = Self::at(194);
    /// Peru.
    pub const PER: Self = Self::at(195);
    /// Philippines.
    pub const PHL: Self = Self::at(196);
    /// Palau.
    pub const PLW: Self = Self::at(197);
    /// Papua New Guinea.
    pub const PNG: Self = Self::at(198);
    /// Poland.
    pub const POL: Self = Self::at(199);
    /// Puerto Rico.
    pub const PRI: Self = Self::at(200);
    /// Democratic People's Republic of Korea.
    pub const PRK: Self = Self::at(201);
    /// Portugal.
    pub const PRT: Self = Self::at(202);
    /// Paraguay.
    pub const PRY: Self = Self::at(203);
    /// State of Palestine.
    pub const PSE: Self = Self::at(204);
    /// United States Miscellaneous Pacific Islands, former.
    pub const PUS: Self = Self::at(205);
    /// French Polynesia.
    pub const PYF: Self = Self::at(206);
    /// Qatar.
    pub const QAT: Self = Self::at(207);
    /// Réunion.
    pub const REU: Self = Self::at(208);
    /// Southern Rhodesia, former.
    pub const RHO: Self = Self::at(209);
    /// Romania.
    pub const ROU: Self = Self::at(210);
    /// Russian Federation.
    pub const RUS: Self = Self::at(211);
    /// Rwanda.
    pub const RWA: Self = Self::at(212);
    /// Saudi Arabia.
    pub const SAU: Self = Self::at(213);
    /// Serbia and Montenegro, former.
    pub const SCG: Self = Self::at(214);
    /// Sudan.
    pub const SDN: Self = Self::at(215);
    /// Senegal.
    pub const SEN: Self = Self::at(216);
    /// Singapore.
    pub const SGP: Self = Self::at(217);
    /// South Georgia and the South Sandwich Islands.
    pub const SGS: Self = Self::at(218);
    /// Saint Helena, Ascension and Tristan da Cunha.
    pub const SHN: Self = Self::at(219);
    /// Svalbard and Jan Mayen.
    pub const SJM: Self = Self::at(220);
    /// Sikkim, former.
    pub const SKM: Self = Self::at(221);
    /// Solomon Islands.
    pub const SLB: Self = Self::at(222);
    /// Sierra Leone.
    pub const SLE: Self = Self::at(223);
    /// El Salvador.
    pub const SLV: Self = Self::at(224);
    /// San Marino.
    pub const SMR: Self = Self::at(225);
    /// Somalia.
    pub const SOM: Self = Self::at(226);
    /// Saint Pierre and Miquelon.
    pub const SPM: Self = Self::at(227);
    /// Serbia.
    pub const SRB: Self = Self::at(228);
    /// South Sudan.
    pub const SSD: Self = Self::at(229);
    /// Sao Tome and Principe.
    pub const STP: Self = Self::at(230);
    /// Union of Soviet Socialist Republics, former.
    pub const SUN: Self = Self::at(231);
    /// Suriname.
    pub const SUR: Self = Self::at(232);
    /// Slovakia.
    pub const SVK: Self = Self::at(233);
    /// Slovenia.
    pub const SVN: Self = Self::at(234);
    /// Sweden.
    pub const SWE: Self = Self::at(235);
    /// Eswatini.
    pub const SWZ: Self = Self::at(236);
    /// Sint Maarten (Dutch part).
    pub const SXM: Self = Self::at(237);
    /// Seychelles.
    pub const SYC: Self = Self::at(238);
    /// Syrian Arab Republic.
    pub const SYR: Self = Self::at(239);
    /// Turks and Caicos Islands.
    pub const TCA: Self = Self::at(240);
    /// Chad.
    pub const TCD: Self = Self::at(241);
    /// Togo.
    pub const TGO: Self = Self::at(242);
    /// Thailand.
    pub const THA: Self = Self::at(243);
    /// Tajikistan.
    pub const TJK: Self = Self::at(244);
    /// Tokelau.
    pub const TKL: Self = Self::at(245);
    /// Turkmenistan.
    pub const TKM: Self = Self::at(246);
    /// Timor-Leste.
    pub const TLS: Self = Self::at(247);
    /// East Timor, former.
    pub const TMP: Self = Self::at(248);
    /// Tonga.
    pub const TON: Self = Self::at(249);
    /// Trinidad and Tobago.
    pub const TTO: Self = Self::at(250);
    /// Tunisia.
    pub const TUN: Self = Self::at(251);
    /// Türkiye.
    pub const TUR: Self = Self::at(252);
    /// Tuvalu.
    pub const TUV: Self = Self::at(253);
    /// Taiwan (Province of China).
    pub const TWN: Self = Self::at(254);
    /// United Republic of Tanzania.
    pub const TZA: Self = Self::at(255);
    /// Uganda.
    pub const UGA: Self = Self::at(256);
    /// Ukraine.
    pub const UKR: Self = Self::at(257);
    /// United States Minor Outlying Islands.
    pub const UMI: Self = Self::at(258);
    /// Uruguay.
    pub const URY: Self = Self::at(259);
    /// United States of America.
    pub const USA: Self = Self::at(260);
    /// Uzbekistan.
    pub const UZB: Self = Self::at(261);
    /// Holy See.
    pub const VAT: Self = Self::at(262);
    /// Saint Vincent and the Grenadines.
    pub const VCT: Self = Self::at(263);
    /// Viet-Nam, Democratic Republic of, former.
    pub const VDR: Self = Self::at(264);
    /// Venezuela (Bolivarian Republic of).
    pub const VEN: Self = Self::at(265);
    /// British Virgin Islands.
    pub const VGB: Self = Self::at(266);
    /// United States Virgin Islands.
    pub const VIR: Self = Self::at(267);
    /// Viet Nam.
    pub const VNM: Self = Self::at(268);
    /// Vanuatu.
    pub const VUT: Self = Self::at(269);
    /// Wake Island, former.
    pub const WAK: Self = Self::at(270);
    /// Wallis and Futuna.
    pub const WLF: Self = Self::at(271);
    /// Samoa.
    pub const WSM: Self = Self::at(272);
    /// Kosovo.
    pub const XKX: Self = Self::at(273);
    /// Yemen.
    pub const YEM: Self = Self::at(274);
    /// Yemen, Democratic, former.
    pub const YMD: Self = Self::at(275);
    /// Yugoslavia, former.
    pub const YUG: Self = Self::at(276);
    /// South Africa.
    pub const ZAF: Self = Self::at(277);
    /// Zaire, former.
    pub const ZAR: Self = Self::at(278);
    /// Zambia.
    pub const ZMB: Self = Self::at(279);
    /// Zimbabwe.
    pub const ZWE: Self = Self::at(280);
}

pub(in crate::country) static ROWS: [Row; 281] = [
    Row { code: "ABW", alpha3: "ABW", alpha2: "AW", alpha4: None, numeric: 533, short_name: "Aruba", official_name: None, regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_029)], user_assigned: false, valid_from: 1986_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "AFG", alpha3: "AFG", alpha2: "AF", alpha4: None, numeric: 4, short_name: "Afghanistan", official_name: Some("Islamic Republic of Afghanistan"), regions: [Some(Group::M49_142), Some(Group::M49_034), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "AFI", alpha3: "AFI", alpha2: "AI", alpha4: Some("AIDJ"), numeric: 262, short_name: "French Afars and Issas", official_name: None, regions: [None, None, None], user_assigned: false, valid_from: 1974_01_01, valid_to: 1977_00_00, state_ended: 0, successors: &[Country::DJI] },
    Row { code: "AGO", alpha3: "AGO", alpha2: "AO", alpha4: None, numeric: 24, short_name: "Angola", official_name: Some("Republic of Angola"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_017)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "AIA", alpha3: "AIA", alpha2: "AI", alpha4: None, numeric: 660, short_name: "Anguilla", official_name: None, regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_029)], user_assigned: false, valid_from: 1985_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "ALA", alpha3: "ALA", alpha2: "AX", alpha4: None, numeric: 248, short_name: "Åland Islands", official_name: None, regions: [Some(Group::M49_150), Some(Group::M49_154), None], user_assigned: false, valid_from: 2004_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "ALB", alpha3: "ALB", alpha2: "AL", alpha4: None, numeric: 8, short_name: "Albania", official_name: Some("Republic of Albania"), regions: [Some(Group::M49_150), Some(Group::M49_039), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "AND", alpha3: "AND", alpha2: "AD", alpha4: None, numeric: 20, short_name: "Andorra", official_name: Some("Principality of Andorra"), regions: [Some(Group::M49_150), Some(Group::M49_039), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "ANT", alpha3: "ANT", alpha2: "AN", alpha4: Some("ANHH"), numeric: 530, short_name: "Netherlands Antilles", official_name: None, regions: [None, None, None], user_assigned: false, valid_from: 1974_01_01, valid_to: 2010_12_15, state_ended: 0, successors: &[Country::BES, Country::CUW, Country::SXM] },
    Row { code: "ARE", alpha3: "ARE", alpha2: "AE", alpha4: None, numeric: 784, short_name: "United Arab Emirates", official_name: Some("United Arab Emirates"), regions: [Some(Group::M49_142), Some(Group::M49_145), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "ARG", alpha3: "ARG", alpha2: "AR", alpha4: None, numeric: 32, short_name: "Argentina", official_name: Some("Argentine Republic"), regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_005)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "ARM", alpha3: "ARM", alpha2: "AM", alpha4: None, numeric: 51, short_name: "Armenia", official_name: Some("Republic of Armenia"), regions: [Some(Group::M49_142), Some(Group::M49_145), None], user_assigned: false, valid_from: 1992_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "ASM", alpha3: "ASM", alpha2: "AS", alpha4: None, numeric: 16, short_name: "American Samoa", official_name: None, regions: [Some(Group::M49_009), Some(Group::M49_061), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "ATA", alpha3: "ATA", alpha2: "AQ", alpha4: None, numeric: 10, short_name: "Antarctica", official_name: None, regions: [None, None, None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "ATB", alpha3: "ATB", alpha2: "BQ", alpha4: Some("BQAQ"), numeric: 0, short_name: "British Antarctic Territory", official_name: None, regions: [None, None, None], user_assigned: false, valid_from: 1974_01_01, valid_to: 1979_00_00, state_ended: 0, successors: &[Country::ATA] },
    Row { code: "ATF", alpha3: "ATF", alpha2: "TF", alpha4: None, numeric: 260, short_name: "French Southern Territories", official_name: None, regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_014)], user_assigned: false, valid_from: 1979_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "ATG", alpha3: "ATG", alpha2: "AG", alpha4: None, numeric: 28, short_name: "Antigua and Barbuda", official_name: Some("Antigua and Barbuda"), regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_029)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "ATN", alpha3: "ATN", alpha2: "NQ", alpha4: Some("NQAQ"), numeric: 216, short_name: "Dronning Maud Land", official_name: None, regions: [None, None, None], user_assigned: false, valid_from: 1974_01_01, valid_to: 1983_00_00, state_ended: 0, successors: &[Country::ATA] },
    Row { code: "AUS", alpha3: "AUS", alpha2: "AU", alpha4: None, numeric: 36, short_name: "Australia", official_name: Some("Australia"), regions: [Some(Group::M49_009), Some(Group::M49_053), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "AUT", alpha3: "AUT", alpha2: "AT", alpha4: None, numeric: 40, short_name: "Austria", official_name: Some("Republic of Austria"), regions: [Some(Group::M49_150), Some(Group::M49_155), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "AZE", alpha3: "AZE", alpha2: "AZ", alpha4: None, numeric: 31, short_name: "Azerbaijan", official_name: Some("Republic of Azerbaijan"), regions: [Some(Group::M49_142), Some(Group::M49_145), None], user_assigned: false, valid_from: 1992_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "BDI", alpha3: "BDI", alpha2: "BI", alpha4: None, numeric: 108, short_name: "Burundi", official_name: Some("Republic of Burundi"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_014)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "BEL", alpha3: "BEL", alpha2: "BE", alpha4: None, numeric: 56, short_name: "Belgium", official_name: Some("Kingdom of Belgium"), regions: [Some(Group::M49_150), Some(Group::M49_155), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "BEN", alpha3: "BEN", alpha2: "BJ", alpha4: None, numeric: 204, short_name: "Benin", official_name: Some("Republic of Benin"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_011)], user_assigned: false, valid_from: 1977_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "BES", alpha3: "BES", alpha2: "BQ", alpha4: None, numeric: 535, short_name: "Bonaire, Sint Eustatius and Saba", official_name: None, regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_029)], user_assigned: false, valid_from: 2010_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "BFA", alpha3: "BFA", alpha2: "BF", alpha4: None, numeric: 854, short_name: "Burkina Faso", official_name: Some("Burkina Faso"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_011)], user_assigned: false, valid_from: 1984_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "BGD", alpha3: "BGD", alpha2: "BD", alpha4: None, numeric: 50, short_name: "Bangladesh", official_name: Some("People's Republic of Bangladesh"), regions: [Some(Group::M49_142), Some(Group::M49_034), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "BGR", alpha3: "BGR", alpha2: "BG", alpha4: None, numeric: 100, short_name: "Bulgaria", official_name: Some("Republic of Bulgaria"), regions: [Some(Group::M49_150), Some(Group::M49_151), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "BHR", alpha3: "BHR", alpha2: "BH", alpha4: None, numeric: 48, short_name: "Bahrain", official_name: Some("Kingdom of Bahrain"), regions: [Some(Group::M49_142), Some(Group::M49_145), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "BHS", alpha3: "BHS", alpha2: "BS", alpha4: None, numeric: 44, short_name: "Bahamas", official_name: Some("Commonwealth of the Bahamas"), regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_029)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "BIH", alpha3: "BIH", alpha2: "BA", alpha4: None, numeric: 70, short_name: "Bosnia and Herzegovina", official_name: Some("Bosnia and Herzegovina"), regions: [Some(Group::M49_150), Some(Group::M49_039), None], user_assigned: false, valid_from: 1992_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "BLM", alpha3: "BLM", alpha2: "BL", alpha4: None, numeric: 652, short_name: "Saint Barthélemy", official_name: None, regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_029)], user_assigned: false, valid_from: 2007_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "BLR", alpha3: "BLR", alpha2: "BY", alpha4: None, numeric: 112, short_name: "Belarus", official_name: Some("Republic of Belarus"), regions: [Some(Group::M49_150), Some(Group::M49_151), None], user_assigned: false, valid_from: 1992_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "BLZ", alpha3: "BLZ", alpha2: "BZ", alpha4: None, numeric: 84, short_name: "Belize", official_name: Some("Belize"), regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_013)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "BMU", alpha3: "BMU", alpha2: "BM", alpha4: None, numeric: 60, short_name: "Bermuda", official_name: None, regions: [Some(Group::M49_019), Some(Group::M49_021), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "BOL", alpha3: "BOL", alpha2: "BO", alpha4: None, numeric: 68, short_name: "Bolivia (Plurinational State of)", official_name: Some("Plurinational State of Bolivia"), regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_005)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "BRA", alpha3: "BRA", alpha2: "BR", alpha4: None, numeric: 76, short_name: "Brazil", official_name: Some("Federative Republic of Brazil"), regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_005)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "BRB", alpha3: "BRB", alpha2: "BB", alpha4: None, numeric: 52, short_name: "Barbados", official_name: Some("Barbados"), regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_029)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "BRN", alpha3: "BRN", alpha2: "BN", alpha4: None, numeric: 96, short_name: "Brunei Darussalam", official_name: Some("Brunei Darussalam"), regions: [Some(Group::M49_142), Some(Group::M49_035), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "BTN", alpha3: "BTN", alpha2: "BT", alpha4: None, numeric: 64, short_name: "Bhutan", official_name: Some("Kingdom of Bhutan"), regions: [Some(Group::M49_142), Some(Group::M49_034), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "BUR", alpha3: "BUR", alpha2: "BU", alpha4: Some("BUMM"), numeric: 104, short_name: "Burma", official_name: None, regions: [None, None, None], user_assigned: false, valid_from: 1974_01_01, valid_to: 1989_12_05, state_ended: 0, successors: &[Country::MMR] },
    Row { code: "BVT", alpha3: "BVT", alpha2: "BV", alpha4: None, numeric: 74, short_name: "Bouvet Island", official_name: None, regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_005)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "BWA", alpha3: "BWA", alpha2: "BW", alpha4: None, numeric: 72, short_name: "Botswana", official_name: Some("Republic of Botswana"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_018)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "BYS", alpha3: "BYS", alpha2: "BY", alpha4: Some("BYAA"), numeric: 112, short_name: "Byelorussian SSR", official_name: None, regions: [None, None, None], user_assigned: false, valid_from: 1974_01_01, valid_to: 1992_06_15, state_ended: 0, successors: &[Country::BLR] },
    Row { code: "CAF", alpha3: "CAF", alpha2: "CF", alpha4: None, numeric: 140, short_name: "Central African Republic", official_name: Some("Central African Republic"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_017)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "CAN", alpha3: "CAN", alpha2: "CA", alpha4: None, numeric: 124, short_name: "Canada", official_name: Some("Canada"), regions: [Some(Group::M49_019), Some(Group::M49_021), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "CCK", alpha3: "CCK", alpha2: "CC", alpha4: None, numeric: 166, short_name: "Cocos (Keeling) Islands", official_name: None, regions: [Some(Group::M49_009), Some(Group::M49_053), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "CHE", alpha3: "CHE", alpha2: "CH", alpha4: None, numeric: 756, short_name: "Switzerland", official_name: Some("Swiss Confederation"), regions: [Some(Group::M49_150), Some(Group::M49_155), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "CHL", alpha3: "CHL", alpha2: "CL", alpha4: None, numeric: 152, short_name: "Chile", official_name: Some("Republic of Chile"), regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_005)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "CHN", alpha3: "CHN", alpha2: "CN", alpha4: None, numeric: 156, short_name: "China", official_name: Some("People's Republic of China"), regions: [Some(Group::M49_142), Some(Group::M49_030), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "CIV", alpha3: "CIV", alpha2: "CI", alpha4: None, numeric: 384, short_name: "Côte d'Ivoire", official_name: Some("Republic of Côte d'Ivoire"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_011)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "CMR", alpha3: "CMR", alpha2: "CM", alpha4: None, numeric: 120, short_name: "Cameroon", official_name: Some("Republic of Cameroon"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_017)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "COD", alpha3: "COD", alpha2: "CD", alpha4: None, numeric: 180, short_name: "Democratic Republic of the Congo", official_name: Some("Democratic Republic of the Congo"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_017)], user_assigned: false, valid_from: 1997_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "COG", alpha3: "COG", alpha2: "CG", alpha4: None, numeric: 178, short_name: "Congo", official_name: Some("Republic of the Congo"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_017)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "COK", alpha3: "COK", alpha2: "CK", alpha4: None, numeric: 184, short_name: "Cook Islands", official_name: Some("Cook Islands"), regions: [Some(Group::M49_009), Some(Group::M49_061), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "COL", alpha3: "COL", alpha2: "CO", alpha4: None, numeric: 170, short_name: "Colombia", official_name: Some("Republic of Colombia"), regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_005)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "COM", alpha3: "COM", alpha2: "KM", alpha4: None, numeric: 174, short_name: "Comoros", official_name: Some("Union of the Comoros"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_014)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "CPV", alpha3: "CPV", alpha2: "CV", alpha4: None, numeric: 132, short_name: "Cabo Verde", official_name: Some("Republic of Cabo Verde"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_011)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "CRI", alpha3: "CRI", alpha2: "CR", alpha4: None, numeric: 188, short_name: "Costa Rica", official_name: Some("Republic of Costa Rica"), regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_013)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "CSK", alpha3: "CSK", alpha2: "CS", alpha4: Some("CSHH"), numeric: 200, short_name: "Czechoslovakia", official_name: None, regions: [None, None, None], user_assigned: false, valid_from: 1974_01_01, valid_to: 1993_06_15, state_ended: 1992_12_31, successors: &[Country::CZE, Country::SVK] },
    Row { code: "CTE", alpha3: "CTE", alpha2: "CT", alpha4: Some("CTKI"), numeric: 128, short_name: "Canton and Enderbury Islands", official_name: None, regions: [None, None, None], user_assigned: false, valid_from: 1974_01_01, valid_to: 1984_00_00, state_ended: 0, successors: &[Country::KIR] },
    Row { code: "CUB", alpha3: "CUB", alpha2: "CU", alpha4: None, numeric: 192, short_name: "Cuba", official_name: Some("Republic of Cuba"), regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_029)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "CUW", alpha3: "CUW", alpha2: "CW", alpha4: None, numeric: 531, short_name: "Curaçao", official_name: None, regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_029)], user_assigned: false, valid_from: 2010_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "CXR", alpha3: "CXR", alpha2: "CX", alpha4: None, numeric: 162, short_name: "Christmas Island", official_name: None, regions: [Some(Group::M49_009), Some(Group::M49_053), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "CYM", alpha3: "CYM", alpha2: "KY", alpha4: None, numeric: 136, short_name: "Cayman Islands", official_name: None, regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_029)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "CYP", alpha3: "CYP", alpha2: "CY", alpha4: None, numeric: 196, short_name: "Cyprus", official_name: Some("Republic of Cyprus"), regions: [Some(Group::M49_142), Some(Group::M49_145), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "CZE", alpha3: "CZE", alpha2: "CZ", alpha4: None, numeric: 203, short_name: "Czechia", official_name: Some("Czech Republic"), regions: [Some(Group::M49_150), Some(Group::M49_151), None], user_assigned: false, valid_from: 1993_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "DDR", alpha3: "DDR", alpha2: "DD", alpha4: Some("DDDE"), numeric: 278, short_name: "German Democratic Republic", official_name: None, regions: [None, None, None], user_assigned: false, valid_from: 1974_01_01, valid_to: 1990_10_30, state_ended: 1990_10_02, successors: &[Country::DEU] },
    Row { code: "DEU", alpha3: "DEU", alpha2: "DE", alpha4: None, numeric: 276, short_name: "Germany", official_name: Some("Federal Republic of Germany"), regions: [Some(Group::M49_150), Some(Group::M49_155), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "DHY", alpha3: "DHY", alpha2: "DY", alpha4: Some("DYBJ"), numeric: 204, short_name: "Dahomey", official_name: None, regions: [None, None, None], user_assigned: false, valid_from: 1974_01_01, valid_to: 1977_00_00, state_ended: 0, successors: &[Country::BEN] },
    Row { code: "DJI", alpha3: "DJI", alpha2: "DJ", alpha4: None, numeric: 262, short_name: "Djibouti", official_name: Some("Republic of Djibouti"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_014)], user_assigned: false, valid_from: 1977_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "DMA", alpha3: "DMA", alpha2: "DM", alpha4: None, numeric: 212, short_name: "Dominica", official_name: Some("Commonwealth of Dominica"), regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_029)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "DNK", alpha3: "DNK", alpha2: "DK", alpha4: None, numeric: 208, short_name: "Denmark", official_name: Some("Kingdom of Denmark"), regions: [Some(Group::M49_150), Some(Group::M49_154), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "DOM", alpha3: "DOM", alpha2: "DO", alpha4: None, numeric: 214, short_name: "Dominican Republic", official_name: Some("Dominican Republic"), regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_029)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "DZA", alpha3: "DZA", alpha2: "DZ", alpha4: None, numeric: 12, short_name: "Algeria", official_name: Some("People's Democratic Republic of Algeria"), regions: [Some(Group::M49_002), Some(Group::M49_015), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "ECU", alpha3: "ECU", alpha2: "EC", alpha4: None, numeric: 218, short_name: "Ecuador", official_name: Some("Republic of Ecuador"), regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_005)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "EGY", alpha3: "EGY", alpha2: "EG", alpha4: None, numeric: 818, short_name: "Egypt", official_name: Some("Arab Republic of Egypt"), regions: [Some(Group::M49_002), Some(Group::M49_015), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "ERI", alpha3: "ERI", alpha2: "ER", alpha4: None, numeric: 232, short_name: "Eritrea", official_name: Some("State of Eritrea"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_014)], user_assigned: false, valid_from: 1993_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "ESH", alpha3: "ESH", alpha2: "EH", alpha4: None, numeric: 732, short_name: "Western Sahara", official_name: None, regions: [Some(Group::M49_002), Some(Group::M49_015), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "ESP", alpha3: "ESP", alpha2: "ES", alpha4: None, numeric: 724, short_name: "Spain", official_name: Some("Kingdom of Spain"), regions: [Some(Group::M49_150), Some(Group::M49_039), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "EST", alpha3: "EST", alpha2: "EE", alpha4: None, numeric: 233, short_name: "Estonia", official_name: Some("Republic of Estonia"), regions: [Some(Group::M49_150), Some(Group::M49_154), None], user_assigned: false, valid_from: 1992_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "ETH", alpha3: "ETH", alpha2: "ET", alpha4: None, numeric: 231, short_name: "Ethiopia", official_name: Some("Federal Democratic Republic of Ethiopia"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_014)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "FIN", alpha3: "FIN", alpha2: "FI", alpha4: None, numeric: 246, short_name: "Finland", official_name: Some("Republic of Finland"), regions: [Some(Group::M49_150), Some(Group::M49_154), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "FJI", alpha3: "FJI", alpha2: "FJ", alpha4: None, numeric: 242, short_name: "Fiji", official_name: Some("Republic of Fiji"), regions: [Some(Group::M49_009), Some(Group::M49_054), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "FLK", alpha3: "FLK", alpha2: "FK", alpha4: None, numeric: 238, short_name: "Falkland Islands (Malvinas)", official_name: None, regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_005)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "FQHH", alpha3: "ATF", alpha2: "FQ", alpha4: Some("FQHH"), numeric: 0, short_name: "French Southern and Antarctic Territories", official_name: None, regions: [None, None, None], user_assigned: false, valid_from: 1974_01_01, valid_to: 1979_00_00, state_ended: 0, successors: &[Country::ATA, Country::ATF] },
    Row { code: "FRA", alpha3: "FRA", alpha2: "FR", alpha4: None, numeric: 250, short_name: "France", official_name: Some("French Republic"), regions: [Some(Group::M49_150), Some(Group::M49_155), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "FRO", alpha3: "FRO", alpha2: "FO", alpha4: None, numeric: 234, short_name: "Faroe Islands", official_name: None, regions: [Some(Group::M49_150), Some(Group::M49_154), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "FSM", alpha3: "FSM", alpha2: "FM", alpha4: None, numeric: 583, short_name: "Micronesia (Federated States of)", official_name: Some("Federated States of Micronesia"), regions: [Some(Group::M49_009), Some(Group::M49_057), None], user_assigned: false, valid_from: 1986_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "FXX", alpha3: "FXX", alpha2: "FX", alpha4: Some("FXFR"), numeric: 249, short_name: "France, Metropolitan", official_name: None, regions: [None, None, None], user_assigned: false, valid_from: 1993_00_00, valid_to: 1997_07_14, state_ended: 0, successors: &[Country::FRA] },
    Row { code: "GAB", alpha3: "GAB", alpha2: "GA", alpha4: None, numeric: 266, short_name: "Gabon", official_name: Some("Gabonese Republic"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_017)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "GBR", alpha3: "GBR", alpha2: "GB", alpha4: None, numeric: 826, short_name: "United Kingdom of Great Britain and Northern Ireland", official_name: Some("United Kingdom of Great Britain and Northern Ireland"), regions: [Some(Group::M49_150), Some(Group::M49_154), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "GEL", alpha3: "GEL", alpha2: "GE", alpha4: Some("GEHH"), numeric: 296, short_name: "Gilbert and Ellice Islands", official_name: None, regions: [None, None, None], user_assigned: false, valid_from: 1974_01_01, valid_to: 1979_00_00, state_ended: 0, successors: &[Country::KIR, Country::TUV] },
    Row { code: "GEO", alpha3: "GEO", alpha2: "GE", alpha4: None, numeric: 268, short_name: "Georgia", official_name: Some("Georgia"), regions: [Some(Group::M49_142), Some(Group::M49_145), None], user_assigned: false, valid_from: 1992_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "GGY", alpha3: "GGY", alpha2: "GG", alpha4: None, numeric: 831, short_name: "Guernsey", official_name: None, regions: [Some(Group::M49_150), Some(Group::M49_154), None], user_assigned: false, valid_from: 2006_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "GHA", alpha3: "GHA", alpha2: "GH", alpha4: None, numeric: 288, short_name: "Ghana", official_name: Some("Republic of Ghana"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_011)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "GIB", alpha3: "GIB", alpha2: "GI", alpha4: None, numeric: 292, short_name: "Gibraltar", official_name: None, regions: [Some(Group::M49_150), Some(Group::M49_039), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "GIN", alpha3: "GIN", alpha2: "GN", alpha4: None, numeric: 324, short_name: "Guinea", official_name: Some("Republic of Guinea"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_011)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "GLP", alpha3: "GLP", alpha2: "GP", alpha4: None, numeric: 312, short_name: "Guadeloupe", official_name: None, regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_029)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "GMB", alpha3: "GMB", alpha2: "GM", alpha4: None, numeric: 270, short_name: "Gambia", official_name: Some("Republic of the Gambia"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_011)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "GNB", alpha3: "GNB", alpha2: "GW", alpha4: None, numeric: 624, short_name: "Guinea-Bissau", official_name: Some("Republic of Guinea-Bissau"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_011)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "GNQ", alpha3: "GNQ", alpha2: "GQ", alpha4: None, numeric: 226, short_name: "Equatorial Guinea", official_name: Some("Republic of Equatorial Guinea"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_017)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "GRC", alpha3: "GRC", alpha2: "GR", alpha4: None, numeric: 300, short_name: "Greece", official_name: Some("Hellenic Republic"), regions: [Some(Group::M49_150), Some(Group::M49_039), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "GRD", alpha3: "GRD", alpha2: "GD", alpha4: None, numeric: 308, short_name: "Grenada", official_name: Some("Grenada"), regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_029)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "GRL", alpha3: "GRL", alpha2: "GL", alpha4: None, numeric: 304, short_name: "Greenland", official_name: None, regions: [Some(Group::M49_019), Some(Group::M49_021), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "GTM", alpha3: "GTM", alpha2: "GT", alpha4: None, numeric: 320, short_name: "Guatemala", official_name: Some("Republic of Guatemala"), regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_013)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "GUF", alpha3: "GUF", alpha2: "GF", alpha4: None, numeric: 254, short_name: "French Guiana", official_name: None, regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_005)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "GUM", alpha3: "GUM", alpha2: "GU", alpha4: None, numeric: 316, short_name: "Guam", official_name: None, regions: [Some(Group::M49_009), Some(Group::M49_057), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "GUY", alpha3: "GUY", alpha2: "GY", alpha4: None, numeric: 328, short_name: "Guyana", official_name: Some("Co-operative Republic of Guyana"), regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_005)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "HKG", alpha3: "HKG", alpha2: "HK", alpha4: None, numeric: 344, short_name: "Hong Kong", official_name: Some("Hong Kong Special Administrative Region of China"), regions: [Some(Group::M49_142), Some(Group::M49_030), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "HMD", alpha3: "HMD", alpha2: "HM", alpha4: None, numeric: 334, short_name: "Heard Island and McDonald Islands", official_name: None, regions: [Some(Group::M49_009), Some(Group::M49_053), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "HND", alpha3: "HND", alpha2: "HN", alpha4: None, numeric: 340, short_name: "Honduras", official_name: Some("Republic of Honduras"), regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_013)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "HRV", alpha3: "HRV", alpha2: "HR", alpha4: None, numeric: 191, short_name: "Croatia", official_name: Some("Republic of Croatia"), regions: [Some(Group::M49_150), Some(Group::M49_039), None], user_assigned: false, valid_from: 1992_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "HTI", alpha3: "HTI", alpha2: "HT", alpha4: None, numeric: 332, short_name: "Haiti", official_name: Some("Republic of Haiti"), regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_029)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "HUN", alpha3: "HUN", alpha2: "HU", alpha4: None, numeric: 348, short_name: "Hungary", official_name: Some("Hungary"), regions: [Some(Group::M49_150), Some(Group::M49_151), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "HVO", alpha3: "HVO", alpha2: "HV", alpha4: Some("HVBF"), numeric: 854, short_name: "Upper Volta", official_name: None, regions: [None, None, None], user_assigned: false, valid_from: 1974_01_01, valid_to: 1984_00_00, state_ended: 0, successors: &[Country::BFA] },
    Row { code: "IDN", alpha3: "IDN", alpha2: "ID", alpha4: None, numeric: 360, short_name: "Indonesia", official_name: Some("Republic of Indonesia"), regions: [Some(Group::M49_142), Some(Group::M49_035), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "IMN", alpha3: "IMN", alpha2: "IM", alpha4: None, numeric: 833, short_name: "Isle of Man", official_name: None, regions: [Some(Group::M49_150), Some(Group::M49_154), None], user_assigned: false, valid_from: 2006_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "IND", alpha3: "IND", alpha2: "IN", alpha4: None, numeric: 356, short_name: "India", official_name: Some("Republic of India"), regions: [Some(Group::M49_142), Some(Group::M49_034), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "IOT", alpha3: "IOT", alpha2: "IO", alpha4: None, numeric: 86, short_name: "British Indian Ocean Territory", official_name: None, regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_014)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "IRL", alpha3: "IRL", alpha2: "IE", alpha4: None, numeric: 372, short_name: "Ireland", official_name: Some("Ireland"), regions: [Some(Group::M49_150), Some(Group::M49_154), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "IRN", alpha3: "IRN", alpha2: "IR", alpha4: None, numeric: 364, short_name: "Iran (Islamic Republic of)", official_name: Some("Islamic Republic of Iran"), regions: [Some(Group::M49_142), Some(Group::M49_034), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "IRQ", alpha3: "IRQ", alpha2: "IQ", alpha4: None, numeric: 368, short_name: "Iraq", official_name: Some("Republic of Iraq"), regions: [Some(Group::M49_142), Some(Group::M49_145), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "ISL", alpha3: "ISL", alpha2: "IS", alpha4: None, numeric: 352, short_name: "Iceland", official_name: Some("Republic of Iceland"), regions: [Some(Group::M49_150), Some(Group::M49_154), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "ISR", alpha3: "ISR", alpha2: "IL", alpha4: None, numeric: 376, short_name: "Israel", official_name: Some("State of Israel"), regions: [Some(Group::M49_142), Some(Group::M49_145), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "ITA", alpha3: "ITA", alpha2: "IT", alpha4: None, numeric: 380, short_name: "Italy", official_name: Some("Republic of Italy"), regions: [Some(Group::M49_150), Some(Group::M49_039), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "JAM", alpha3: "JAM", alpha2: "JM", alpha4: None, numeric: 388, short_name: "Jamaica", official_name: Some("Jamaica"), regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_029)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "JEY", alpha3: "JEY", alpha2: "JE", alpha4: None, numeric: 832, short_name: "Jersey", official_name: None, regions: [Some(Group::M49_150), Some(Group::M49_154), None], user_assigned: false, valid_from: 2006_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "JOR", alpha3: "JOR", alpha2: "JO", alpha4: None, numeric: 400, short_name: "Jordan", official_name: Some("Hashemite Kingdom of Jordan"), regions: [Some(Group::M49_142), Some(Group::M49_145), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "JPN", alpha3: "JPN", alpha2: "JP", alpha4: None, numeric: 392, short_name: "Japan", official_name: Some("Japan"), regions: [Some(Group::M49_142), Some(Group::M49_030), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "JTN", alpha3: "JTN", alpha2: "JT", alpha4: Some("JTUM"), numeric: 396, short_name: "Johnston Island", official_name: None, regions: [None, None, None], user_assigned: false, valid_from: 1974_01_01, valid_to: 1986_00_00, state_ended: 0, successors: &[Country::UMI] },
    Row { code: "KAZ", alpha3: "KAZ", alpha2: "KZ", alpha4: None, numeric: 398, short_name: "Kazakhstan", official_name: Some("Republic of Kazakhstan"), regions: [Some(Group::M49_142), Some(Group::M49_143), None], user_assigned: false, valid_from: 1992_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "KEN", alpha3: "KEN", alpha2: "KE", alpha4: None, numeric: 404, short_name: "Kenya", official_name: Some("Republic of Kenya"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_014)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "KGZ", alpha3: "KGZ", alpha2: "KG", alpha4: None, numeric: 417, short_name: "Kyrgyzstan", official_name: Some("Kyrgyz Republic"), regions: [Some(Group::M49_142), Some(Group::M49_143), None], user_assigned: false, valid_from: 1992_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "KHM", alpha3: "KHM", alpha2: "KH", alpha4: None, numeric: 116, short_name: "Cambodia", official_name: Some("Kingdom of Cambodia"), regions: [Some(Group::M49_142), Some(Group::M49_035), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "KIR", alpha3: "KIR", alpha2: "KI", alpha4: None, numeric: 296, short_name: "Kiribati", official_name: Some("Republic of Kiribati"), regions: [Some(Group::M49_009), Some(Group::M49_057), None], user_assigned: false, valid_from: 1979_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "KNA", alpha3: "KNA", alpha2: "KN", alpha4: None, numeric: 659, short_name: "Saint Kitts and Nevis", official_name: Some("Saint Kitts and Nevis"), regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_029)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "KOR", alpha3: "KOR", alpha2: "KR", alpha4: None, numeric: 410, short_name: "Republic of Korea", official_name: Some("Republic of Korea"), regions: [Some(Group::M49_142), Some(Group::M49_030), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "KWT", alpha3: "KWT", alpha2: "KW", alpha4: None, numeric: 414, short_name: "Kuwait", official_name: Some("State of Kuwait"), regions: [Some(Group::M49_142), Some(Group::M49_145), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "LAO", alpha3: "LAO", alpha2: "LA", alpha4: None, numeric: 418, short_name: "Lao People's Democratic Republic", official_name: Some("Lao People's Democratic Republic"), regions: [Some(Group::M49_142), Some(Group::M49_035), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "LBN", alpha3: "LBN", alpha2: "LB", alpha4: None, numeric: 422, short_name: "Lebanon", official_name: Some("Lebanese Republic"), regions: [Some(Group::M49_142), Some(Group::M49_145), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "LBR", alpha3: "LBR", alpha2: "LR", alpha4: None, numeric: 430, short_name: "Liberia", official_name: Some("Republic of Liberia"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_011)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "LBY", alpha3: "LBY", alpha2: "LY", alpha4: None, numeric: 434, short_name: "Libya", official_name: Some("State of Libya"), regions: [Some(Group::M49_002), Some(Group::M49_015), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "LCA", alpha3: "LCA", alpha2: "LC", alpha4: None, numeric: 662, short_name: "Saint Lucia", official_name: Some("Saint Lucia"), regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_029)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "LIE", alpha3: "LIE", alpha2: "LI", alpha4: None, numeric: 438, short_name: "Liechtenstein", official_name: Some("Principality of Liechtenstein"), regions: [Some(Group::M49_150), Some(Group::M49_155), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "LKA", alpha3: "LKA", alpha2: "LK", alpha4: None, numeric: 144, short_name: "Sri Lanka", official_name: Some("Democratic Socialist Republic of Sri Lanka"), regions: [Some(Group::M49_142), Some(Group::M49_034), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "LSO", alpha3: "LSO", alpha2: "LS", alpha4: None, numeric: 426, short_name: "Lesotho", official_name: Some("Kingdom of Lesotho"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_018)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "LTU", alpha3: "LTU", alpha2: "LT", alpha4: None, numeric: 440, short_name: "Lithuania", official_name: Some("Republic of Lithuania"), regions: [Some(Group::M49_150), Some(Group::M49_154), None], user_assigned: false, valid_from: 1992_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "LUX", alpha3: "LUX", alpha2: "LU", alpha4: None, numeric: 442, short_name: "Luxembourg", official_name: Some("Grand Duchy of Luxembourg"), regions: [Some(Group::M49_150), Some(Group::M49_155), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "LVA", alpha3: "LVA", alpha2: "LV", alpha4: None, numeric: 428, short_name: "Latvia", official_name: Some("Republic of Latvia"), regions: [Some(Group::M49_150), Some(Group::M49_154), None], user_assigned: false, valid_from: 1992_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "MAC", alpha3: "MAC", alpha2: "MO", alpha4: None, numeric: 446, short_name: "Macao", official_name: Some("Macao Special Administrative Region of China"), regions: [Some(Group::M49_142), Some(Group::M49_030), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "MAF", alpha3: "MAF", alpha2: "MF", alpha4: None, numeric: 663, short_name: "Saint Martin (French Part)", official_name: None, regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_029)], user_assigned: false, valid_from: 2007_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "MAR", alpha3: "MAR", alpha2: "MA", alpha4: None, numeric: 504, short_name: "Morocco", official_name: Some("Kingdom of Morocco"), regions: [Some(Group::M49_002), Some(Group::M49_015), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "MCO", alpha3: "MCO", alpha2: "MC", alpha4: None, numeric: 492, short_name: "Monaco", official_name: Some("Principality of Monaco"), regions: [Some(Group::M49_150), Some(Group::M49_155), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "MDA", alpha3: "MDA", alpha2: "MD", alpha4: None, numeric: 498, short_name: "Republic of Moldova", official_name: Some("Republic of Moldova"), regions: [Some(Group::M49_150), Some(Group::M49_151), None], user_assigned: false, valid_from: 1992_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "MDG", alpha3: "MDG", alpha2: "MG", alpha4: None, numeric: 450, short_name: "Madagascar", official_name: Some("Republic of Madagascar"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_014)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "MDV", alpha3: "MDV", alpha2: "MV", alpha4: None, numeric: 462, short_name: "Maldives", official_name: Some("Republic of Maldives"), regions: [Some(Group::M49_142), Some(Group::M49_034), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "MEX", alpha3: "MEX", alpha2: "MX", alpha4: None, numeric: 484, short_name: "Mexico", official_name: Some("United Mexican States"), regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_013)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "MHL", alpha3: "MHL", alpha2: "MH", alpha4: None, numeric: 584, short_name: "Marshall Islands", official_name: Some("Republic of the Marshall Islands"), regions: [Some(Group::M49_009), Some(Group::M49_057), None], user_assigned: false, valid_from: 1986_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "MID", alpha3: "MID", alpha2: "MI", alpha4: Some("MIUM"), numeric: 488, short_name: "Midway Islands", official_name: None, regions: [None, None, None], user_assigned: false, valid_from: 1974_01_01, valid_to: 1986_00_00, state_ended: 0, successors: &[Country::UMI] },
    Row { code: "MKD", alpha3: "MKD", alpha2: "MK", alpha4: None, numeric: 807, short_name: "North Macedonia", official_name: Some("Republic of North Macedonia"), regions: [Some(Group::M49_150), Some(Group::M49_039), None], user_assigned: false, valid_from: 1993_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "MLI", alpha3: "MLI", alpha2: "ML", alpha4: None, numeric: 466, short_name: "Mali", official_name: Some("Republic of Mali"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_011)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "MLT", alpha3: "MLT", alpha2: "MT", alpha4: None, numeric: 470, short_name: "Malta", official_name: Some("Republic of Malta"), regions: [Some(Group::M49_150), Some(Group::M49_039), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "MMR", alpha3: "MMR", alpha2: "MM", alpha4: None, numeric: 104, short_name: "Myanmar", official_name: Some("Republic of the Union of Myanmar"), regions: [Some(Group::M49_142), Some(Group::M49_035), None], user_assigned: false, valid_from: 1989_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "MNE", alpha3: "MNE", alpha2: "ME", alpha4: None, numeric: 499, short_name: "Montenegro", official_name: Some("Montenegro"), regions: [Some(Group::M49_150), Some(Group::M49_039), None], user_assigned: false, valid_from: 2006_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "MNG", alpha3: "MNG", alpha2: "MN", alpha4: None, numeric: 496, short_name: "Mongolia", official_name: Some("Mongolia"), regions: [Some(Group::M49_142), Some(Group::M49_030), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "MNP", alpha3: "MNP", alpha2: "MP", alpha4: None, numeric: 580, short_name: "Northern Mariana Islands", official_name: None, regions: [Some(Group::M49_009), Some(Group::M49_057), None], user_assigned: false, valid_from: 1986_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "MOZ", alpha3: "MOZ", alpha2: "MZ", alpha4: None, numeric: 508, short_name: "Mozambique", official_name: Some("Republic of Mozambique"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_014)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "MRT", alpha3: "MRT", alpha2: "MR", alpha4: None, numeric: 478, short_name: "Mauritania", official_name: Some("Islamic Republic of Mauritania"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_011)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "MSR", alpha3: "MSR", alpha2: "MS", alpha4: None, numeric: 500, short_name: "Montserrat", official_name: None, regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_029)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "MTQ", alpha3: "MTQ", alpha2: "MQ", alpha4: None, numeric: 474, short_name: "Martinique", official_name: None, regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_029)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "MUS", alpha3: "MUS", alpha2: "MU", alpha4: None, numeric: 480, short_name: "Mauritius", official_name: Some("Republic of Mauritius"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_014)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "MWI", alpha3: "MWI", alpha2: "MW", alpha4: None, numeric: 454, short_name: "Malawi", official_name: Some("Republic of Malawi"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_014)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "MYS", alpha3: "MYS", alpha2: "MY", alpha4: None, numeric: 458, short_name: "Malaysia", official_name: Some("Malaysia"), regions: [Some(Group::M49_142), Some(Group::M49_035), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "MYT", alpha3: "MYT", alpha2: "YT", alpha4: None, numeric: 175, short_name: "Mayotte", official_name: None, regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_014)], user_assigned: false, valid_from: 1993_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "NAM", alpha3: "NAM", alpha2: "NA", alpha4: None, numeric: 516, short_name: "Namibia", official_name: Some("Republic of Namibia"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_018)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "NCL", alpha3: "NCL", alpha2: "NC", alpha4: None, numeric: 540, short_name: "New Caledonia", official_name: None, regions: [Some(Group::M49_009), Some(Group::M49_054), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "NER", alpha3: "NER", alpha2: "NE", alpha4: None, numeric: 562, short_name: "Niger", official_name: Some("Republic of the Niger"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_011)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "NFK", alpha3: "NFK", alpha2: "NF", alpha4: None, numeric: 574, short_name: "Norfolk Island", official_name: None, regions: [Some(Group::M49_009), Some(Group::M49_053), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "NGA", alpha3: "NGA", alpha2: "NG", alpha4: None, numeric: 566, short_name: "Nigeria", official_name: Some("Federal Republic of Nigeria"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_011)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "NHB", alpha3: "NHB", alpha2: "NH", alpha4: Some("NHVU"), numeric: 548, short_name: "New Hebrides", official_name: None, regions: [None, None, None], user_assigned: false, valid_from: 1974_01_01, valid_to: 1980_00_00, state_ended: 0, successors: &[Country::VUT] },
    Row { code: "NIC", alpha3: "NIC", alpha2: "NI", alpha4: None, numeric: 558, short_name: "Nicaragua", official_name: Some("Republic of Nicaragua"), regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_013)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "NIU", alpha3: "NIU", alpha2: "NU", alpha4: None, numeric: 570, short_name: "Niue", official_name: Some("Niue"), regions: [Some(Group::M49_009), Some(Group::M49_061), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "NLD", alpha3: "NLD", alpha2: "NL", alpha4: None, numeric: 528, short_name: "Netherlands (Kingdom of the)", official_name: Some("Kingdom of the Netherlands"), regions: [Some(Group::M49_150), Some(Group::M49_155), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "NOR", alpha3: "NOR", alpha2: "NO", alpha4: None, numeric: 578, short_name: "Norway", official_name: Some("Kingdom of Norway"), regions: [Some(Group::M49_150), Some(Group::M49_154), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "NPL", alpha3: "NPL", alpha2: "NP", alpha4: None, numeric: 524, short_name: "Nepal", official_name: Some("Nepal"), regions: [Some(Group::M49_142), Some(Group::M49_034), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "NRU", alpha3: "NRU", alpha2: "NR", alpha4: None, numeric: 520, short_name: "Nauru", official_name: Some("Republic of Nauru"), regions: [Some(Group::M49_009), Some(Group::M49_057), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "NTZ", alpha3: "NTZ", alpha2: "NT", alpha4: Some("NTHH"), numeric: 536, short_name: "Neutral Zone", official_name: None, regions: [None, None, None], user_assigned: false, valid_from: 1974_01_01, valid_to: 1993_07_12, state_ended: 0, successors: &[Country::IRQ, Country::SAU] },
    Row { code: "NZL", alpha3: "NZL", alpha2: "NZ", alpha4: None, numeric: 554, short_name: "New Zealand", official_name: Some("New Zealand"), regions: [Some(Group::M49_009), Some(Group::M49_053), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "OMN", alpha3: "OMN", alpha2: "OM", alpha4: None, numeric: 512, short_name: "Oman", official_name: Some("Sultanate of Oman"), regions: [Some(Group::M49_142), Some(Group::M49_145), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "PAK", alpha3: "PAK", alpha2: "PK", alpha4: None, numeric: 586, short_name: "Pakistan", official_name: Some("Islamic Republic of Pakistan"), regions: [Some(Group::M49_142), Some(Group::M49_034), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "PAN", alpha3: "PAN", alpha2: "PA", alpha4: None, numeric: 591, short_name: "Panama", official_name: Some("Republic of Panama"), regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_013)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "PCI", alpha3: "PCI", alpha2: "PC", alpha4: Some("PCHH"), numeric: 582, short_name: "Pacific Islands (Trust Territory)", official_name: None, regions: [None, None, None], user_assigned: false, valid_from: 1974_01_01, valid_to: 1986_00_00, state_ended: 0, successors: &[Country::FSM, Country::MHL, Country::MNP, Country::PLW] },
    Row { code: "PCN", alpha3: "PCN", alpha2: "PN", alpha4: None, numeric: 612, short_name: "Pitcairn", official_name: None, regions: [Some(Group::M49_009), Some(Group::M49_061), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "PCZ", alpha3: "PCZ", alpha2: "PZ", alpha4: Some("PZPA"), numeric: 0, short_name: "Panama Canal Zone", official_name: None, regions: [None, None, None], user_assigned: false, valid_from: 1974_01_01, valid_to: 1980_00_00, state_ended: 0, successors: &[Country::PAN] },
    Row { code: "PER", alpha3: "PER", alpha2: "PE", alpha4: None, numeric: 604, short_name: "Peru", official_name: Some("Republic of Peru"), regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_005)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "PHL", alpha3: "PHL", alpha2: "PH", alpha4: None, numeric: 608, short_name: "Philippines", official_name: Some("Republic of the Philippines"), regions: [Some(Group::M49_142), Some(Group::M49_035), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "PLW", alpha3: "PLW", alpha2: "PW", alpha4: None, numeric: 585, short_name: "Palau", official_name: Some("Republic of Palau"), regions: [Some(Group::M49_009), Some(Group::M49_057), None], user_assigned: false, valid_from: 1986_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "PNG", alpha3: "PNG", alpha2: "PG", alpha4: None, numeric: 598, short_name: "Papua New Guinea", official_name: Some("Independent State of Papua New Guinea"), regions: [Some(Group::M49_009), Some(Group::M49_054), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "POL", alpha3: "POL", alpha2: "PL", alpha4: None, numeric: 616, short_name: "Poland", official_name: Some("Republic of Poland"), regions: [Some(Group::M49_150), Some(Group::M49_151), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "PRI", alpha3: "PRI", alpha2: "PR", alpha4: None, numeric: 630, short_name: "Puerto Rico", official_name: None, regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_029)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "PRK", alpha3: "PRK", alpha2: "KP", alpha4: None, numeric: 408, short_name: "Democratic People's Republic of Korea", official_name: Some("Democratic People's Republic of Korea"), regions: [Some(Group::M49_142), Some(Group::M49_030), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "PRT", alpha3: "PRT", alpha2: "PT", alpha4: None, numeric: 620, short_name: "Portugal", official_name: Some("Portuguese Republic"), regions: [Some(Group::M49_150), Some(Group::M49_039), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "PRY", alpha3: "PRY", alpha2: "PY", alpha4: None, numeric: 600, short_name: "Paraguay", official_name: Some("Republic of Paraguay"), regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_005)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "PSE", alpha3: "PSE", alpha2: "PS", alpha4: None, numeric: 275, short_name: "State of Palestine", official_name: Some("State of Palestine"), regions: [Some(Group::M49_142), Some(Group::M49_145), None], user_assigned: false, valid_from: 1999_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "PUS", alpha3: "PUS", alpha2: "PU", alpha4: Some("PUUM"), numeric: 849, short_name: "United States Miscellaneous Pacific Islands", official_name: None, regions: [None, None, None], user_assigned: false, valid_from: 1974_01_01, valid_to: 1986_00_00, state_ended: 0, successors: &[Country::UMI] },
    Row { code: "PYF", alpha3: "PYF", alpha2: "PF", alpha4: None, numeric: 258, short_name: "French Polynesia", official_name: None, regions: [Some(Group::M49_009), Some(Group::M49_061), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "QAT", alpha3: "QAT", alpha2: "QA", alpha4: None, numeric: 634, short_name: "Qatar", official_name: Some("State of Qatar"), regions: [Some(Group::M49_142), Some(Group::M49_145), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "REU", alpha3: "REU", alpha2: "RE", alpha4: None, numeric: 638, short_name: "Réunion", official_name: None, regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_014)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "RHO", alpha3: "RHO", alpha2: "RH", alpha4: Some("RHZW"), numeric: 716, short_name: "Southern Rhodesia", official_name: None, regions: [None, None, None], user_assigned: false, valid_from: 1974_01_01, valid_to: 1980_00_00, state_ended: 0, successors: &[Country::ZWE] },
    Row { code: "ROU", alpha3: "ROU", alpha2: "RO", alpha4: None, numeric: 642, short_name: "Romania", official_name: Some("Romania"), regions: [Some(Group::M49_150), Some(Group::M49_151), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "RUS", alpha3: "RUS", alpha2: "RU", alpha4: None, numeric: 643, short_name: "Russian Federation", official_name: Some("Russian Federation"), regions: [Some(Group::M49_150), Some(Group::M49_151), None], user_assigned: false, valid_from: 1992_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "RWA", alpha3: "RWA", alpha2: "RW", alpha4: None, numeric: 646, short_name: "Rwanda", official_name: Some("Republic of Rwanda"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_014)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "SAU", alpha3: "SAU", alpha2: "SA", alpha4: None, numeric: 682, short_name: "Saudi Arabia", official_name: Some("Kingdom of Saudi Arabia"), regions: [Some(Group::M49_142), Some(Group::M49_145), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "SCG", alpha3: "SCG", alpha2: "CS", alpha4: Some("CSXX"), numeric: 891, short_name: "Serbia and Montenegro", official_name: None, regions: [None, None, None], user_assigned: false, valid_from: 2003_07_23, valid_to: 2006_09_26, state_ended: 2006_06_03, successors: &[Country::MNE, Country::SRB] },
    Row { code: "SDN", alpha3: "SDN", alpha2: "SD", alpha4: None, numeric: 729, short_name: "Sudan", official_name: Some("Republic of the Sudan"), regions: [Some(Group::M49_002), Some(Group::M49_015), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "SEN", alpha3: "SEN", alpha2: "SN", alpha4: None, numeric: 686, short_name: "Senegal", official_name: Some("Republic of Senegal"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_011)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "SGP", alpha3: "SGP", alpha2: "SG", alpha4: None, numeric: 702, short_name: "Singapore", official_name: Some("Republic of Singapore"), regions: [Some(Group::M49_142), Some(Group::M49_035), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "SGS", alpha3: "SGS", alpha2: "GS", alpha4: None, numeric: 239, short_name: "South Georgia and the South Sandwich Islands", official_name: None, regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_005)], user_assigned: false, valid_from: 1993_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "SHN", alpha3: "SHN", alpha2: "SH", alpha4: None, numeric: 654, short_name: "Saint Helena, Ascension and Tristan da Cunha", official_name: None, regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_011)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "SJM", alpha3: "SJM", alpha2: "SJ", alpha4: None, numeric: 744, short_name: "Svalbard and Jan Mayen", official_name: None, regions: [Some(Group::M49_150), Some(Group::M49_154), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "SKM", alpha3: "SKM", alpha2: "SK", alpha4: Some("SKIN"), numeric: 0, short_name: "Sikkim", official_name: None, regions: [None, None, None], user_assigned: false, valid_from: 1974_01_01, valid_to: 1975_00_00, state_ended: 0, successors: &[Country::IND] },
    Row { code: "SLB", alpha3: "SLB", alpha2: "SB", alpha4: None, numeric: 90, short_name: "Solomon Islands", official_name: Some("Solomon Islands"), regions: [Some(Group::M49_009), Some(Group::M49_054), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "SLE", alpha3: "SLE", alpha2: "SL", alpha4: None, numeric: 694, short_name: "Sierra Leone", official_name: Some("Republic of Sierra Leone"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_011)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "SLV", alpha3: "SLV", alpha2: "SV", alpha4: None, numeric: 222, short_name: "El Salvador", official_name: Some("Republic of El Salvador"), regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_013)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "SMR", alpha3: "SMR", alpha2: "SM", alpha4: None, numeric: 674, short_name: "San Marino", official_name: Some("Republic of San Marino"), regions: [Some(Group::M49_150), Some(Group::M49_039), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "SOM", alpha3: "SOM", alpha2: "SO", alpha4: None, numeric: 706, short_name: "Somalia", official_name: Some("Federal Republic of Somalia"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_014)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "SPM", alpha3: "SPM", alpha2: "PM", alpha4: None, numeric: 666, short_name: "Saint Pierre and Miquelon", official_name: None, regions: [Some(Group::M49_019), Some(Group::M49_021), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "SRB", alpha3: "SRB", alpha2: "RS", alpha4: None, numeric: 688, short_name: "Serbia", official_name: Some("Republic of Serbia"), regions: [Some(Group::M49_150), Some(Group::M49_039), None], user_assigned: false, valid_from: 2006_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "SSD", alpha3: "SSD", alpha2: "SS", alpha4: None, numeric: 728, short_name: "South Sudan", official_name: Some("Republic of South Sudan"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_014)], user_assigned: false, valid_from: 2011_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "STP", alpha3: "STP", alpha2: "ST", alpha4: None, numeric: 678, short_name: "Sao Tome and Principe", official_name: Some("Democratic Republic of Sao Tome and Principe"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_017)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "SUN", alpha3: "SUN", alpha2: "SU", alpha4: Some("SUHH"), numeric: 810, short_name: "Union of Soviet Socialist Republics", official_name: None, regions: [None, None, None], user_assigned: false, valid_from: 1974_01_01, valid_to: 1992_08_30, state_ended: 1991_12_26, successors: &[Country::ARM, Country::AZE, Country::BLR, Country::EST, Country::GEO, Country::KAZ, Country::KGZ, Country::LTU, Country::LVA, Country::MDA, Country::RUS, Country::TJK, Country::TKM, Country::UKR, Country::UZB] },
    Row { code: "SUR", alpha3: "SUR", alpha2: "SR", alpha4: None, numeric: 740, short_name: "Suriname", official_name: Some("Republic of Suriname"), regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_005)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "SVK", alpha3: "SVK", alpha2: "SK", alpha4: None, numeric: 703, short_name: "Slovakia", official_name: Some("Slovak Republic"), regions: [Some(Group::M49_150), Some(Group::M49_151), None], user_assigned: false, valid_from: 1993_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "SVN", alpha3: "SVN", alpha2: "SI", alpha4: None, numeric: 705, short_name: "Slovenia", official_name: Some("Republic of Slovenia"), regions: [Some(Group::M49_150), Some(Group::M49_039), None], user_assigned: false, valid_from: 1992_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "SWE", alpha3: "SWE", alpha2: "SE", alpha4: None, numeric: 752, short_name: "Sweden", official_name: Some("Kingdom of Sweden"), regions: [Some(Group::M49_150), Some(Group::M49_154), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "SWZ", alpha3: "SWZ", alpha2: "SZ", alpha4: None, numeric: 748, short_name: "Eswatini", official_name: Some("Kingdom of Eswatini"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_018)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "SXM", alpha3: "SXM", alpha2: "SX", alpha4: None, numeric: 534, short_name: "Sint Maarten (Dutch part)", official_name: None, regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_029)], user_assigned: false, valid_from: 2010_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "SYC", alpha3: "SYC", alpha2: "SC", alpha4: None, numeric: 690, short_name: "Seychelles", official_name: Some("Republic of Seychelles"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_014)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "SYR", alpha3: "SYR", alpha2: "SY", alpha4: None, numeric: 760, short_name: "Syrian Arab Republic", official_name: Some("Syrian Arab Republic"), regions: [Some(Group::M49_142), Some(Group::M49_145), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "TCA", alpha3: "TCA", alpha2: "TC", alpha4: None, numeric: 796, short_name: "Turks and Caicos Islands", official_name: None, regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_029)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "TCD", alpha3: "TCD", alpha2: "TD", alpha4: None, numeric: 148, short_name: "Chad", official_name: Some("Republic of Chad"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_017)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "TGO", alpha3: "TGO", alpha2: "TG", alpha4: None, numeric: 768, short_name: "Togo", official_name: Some("Togolese Republic"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_011)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "THA", alpha3: "THA", alpha2: "TH", alpha4: None, numeric: 764, short_name: "Thailand", official_name: Some("Kingdom of Thailand"), regions: [Some(Group::M49_142), Some(Group::M49_035), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "TJK", alpha3: "TJK", alpha2: "TJ", alpha4: None, numeric: 762, short_name: "Tajikistan", official_name: Some("Republic of Tajikistan"), regions: [Some(Group::M49_142), Some(Group::M49_143), None], user_assigned: false, valid_from: 1992_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "TKL", alpha3: "TKL", alpha2: "TK", alpha4: None, numeric: 772, short_name: "Tokelau", official_name: None, regions: [Some(Group::M49_009), Some(Group::M49_061), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "TKM", alpha3: "TKM", alpha2: "TM", alpha4: None, numeric: 795, short_name: "Turkmenistan", official_name: Some("Turkmenistan"), regions: [Some(Group::M49_142), Some(Group::M49_143), None], user_assigned: false, valid_from: 1992_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "TLS", alpha3: "TLS", alpha2: "TL", alpha4: None, numeric: 626, short_name: "Timor-Leste", official_name: Some("Democratic Republic of Timor-Leste"), regions: [Some(Group::M49_142), Some(Group::M49_035), None], user_assigned: false, valid_from: 2002_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "TMP", alpha3: "TMP", alpha2: "TP", alpha4: Some("TPTL"), numeric: 626, short_name: "East Timor", official_name: None, regions: [None, None, None], user_assigned: false, valid_from: 1974_01_01, valid_to: 2002_05_20, state_ended: 0, successors: &[Country::TLS] },
    Row { code: "TON", alpha3: "TON", alpha2: "TO", alpha4: None, numeric: 776, short_name: "Tonga", official_name: Some("Kingdom of Tonga"), regions: [Some(Group::M49_009), Some(Group::M49_061), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "TTO", alpha3: "TTO", alpha2: "TT", alpha4: None, numeric: 780, short_name: "Trinidad and Tobago", official_name: Some("Republic of Trinidad and Tobago"), regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_029)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "TUN", alpha3: "TUN", alpha2: "TN", alpha4: None, numeric: 788, short_name: "Tunisia", official_name: Some("Republic of Tunisia"), regions: [Some(Group::M49_002), Some(Group::M49_015), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "TUR", alpha3: "TUR", alpha2: "TR", alpha4: None, numeric: 792, short_name: "Türkiye", official_name: Some("Republic of Türkiye"), regions: [Some(Group::M49_142), Some(Group::M49_145), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "TUV", alpha3: "TUV", alpha2: "TV", alpha4: None, numeric: 798, short_name: "Tuvalu", official_name: Some("Tuvalu"), regions: [Some(Group::M49_009), Some(Group::M49_061), None], user_assigned: false, valid_from: 1977_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "TWN", alpha3: "TWN", alpha2: "TW", alpha4: None, numeric: 158, short_name: "Taiwan (Province of China)", official_name: None, regions: [Some(Group::M49_142), Some(Group::M49_030), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "TZA", alpha3: "TZA", alpha2: "TZ", alpha4: None, numeric: 834, short_name: "United Republic of Tanzania", official_name: Some("United Republic of Tanzania"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_014)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "UGA", alpha3: "UGA", alpha2: "UG", alpha4: None, numeric: 800, short_name: "Uganda", official_name: Some("Republic of Uganda"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_014)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "UKR", alpha3: "UKR", alpha2: "UA", alpha4: None, numeric: 804, short_name: "Ukraine", official_name: Some("Ukraine"), regions: [Some(Group::M49_150), Some(Group::M49_151), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "UMI", alpha3: "UMI", alpha2: "UM", alpha4: None, numeric: 581, short_name: "United States Minor Outlying Islands", official_name: None, regions: [Some(Group::M49_009), Some(Group::M49_057), None], user_assigned: false, valid_from: 1986_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "URY", alpha3: "URY", alpha2: "UY", alpha4: None, numeric: 858, short_name: "Uruguay", official_name: Some("Eastern Republic of Uruguay"), regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_005)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "USA", alpha3: "USA", alpha2: "US", alpha4: None, numeric: 840, short_name: "United States of America", official_name: Some("United States of America"), regions: [Some(Group::M49_019), Some(Group::M49_021), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "UZB", alpha3: "UZB", alpha2: "UZ", alpha4: None, numeric: 860, short_name: "Uzbekistan", official_name: Some("Republic of Uzbekistan"), regions: [Some(Group::M49_142), Some(Group::M49_143), None], user_assigned: false, valid_from: 1992_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "VAT", alpha3: "VAT", alpha2: "VA", alpha4: None, numeric: 336, short_name: "Holy See", official_name: Some("Holy See"), regions: [Some(Group::M49_150), Some(Group::M49_039), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "VCT", alpha3: "VCT", alpha2: "VC", alpha4: None, numeric: 670, short_name: "Saint Vincent and the Grenadines", official_name: Some("Saint Vincent and the Grenadines"), regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_029)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "VDR", alpha3: "VDR", alpha2: "VD", alpha4: Some("VDVN"), numeric: 0, short_name: "Viet-Nam, Democratic Republic of", official_name: None, regions: [None, None, None], user_assigned: false, valid_from: 1974_01_01, valid_to: 1977_00_00, state_ended: 1976_07_02, successors: &[Country::VNM] },
    Row { code: "VEN", alpha3: "VEN", alpha2: "VE", alpha4: None, numeric: 862, short_name: "Venezuela (Bolivarian Republic of)", official_name: Some("Bolivarian Republic of Venezuela"), regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_005)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "VGB", alpha3: "VGB", alpha2: "VG", alpha4: None, numeric: 92, short_name: "British Virgin Islands", official_name: None, regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_029)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "VIR", alpha3: "VIR", alpha2: "VI", alpha4: None, numeric: 850, short_name: "United States Virgin Islands", official_name: None, regions: [Some(Group::M49_019), Some(Group::M49_419), Some(Group::M49_029)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "VNM", alpha3: "VNM", alpha2: "VN", alpha4: None, numeric: 704, short_name: "Viet Nam", official_name: Some("Socialist Republic of Viet Nam"), regions: [Some(Group::M49_142), Some(Group::M49_035), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "VUT", alpha3: "VUT", alpha2: "VU", alpha4: None, numeric: 548, short_name: "Vanuatu", official_name: Some("Republic of Vanuatu"), regions: [Some(Group::M49_009), Some(Group::M49_054), None], user_assigned: false, valid_from: 1980_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "WAK", alpha3: "WAK", alpha2: "WK", alpha4: Some("WKUM"), numeric: 872, short_name: "Wake Island", official_name: None, regions: [None, None, None], user_assigned: false, valid_from: 1974_01_01, valid_to: 1986_00_00, state_ended: 0, successors: &[Country::UMI] },
    Row { code: "WLF", alpha3: "WLF", alpha2: "WF", alpha4: None, numeric: 876, short_name: "Wallis and Futuna", official_name: None, regions: [Some(Group::M49_009), Some(Group::M49_061), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "WSM", alpha3: "WSM", alpha2: "WS", alpha4: None, numeric: 882, short_name: "Samoa", official_name: Some("Independent State of Samoa"), regions: [Some(Group::M49_009), Some(Group::M49_061), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "XKX", alpha3: "XKX", alpha2: "XK", alpha4: None, numeric: 0, short_name: "Kosovo", official_name: None, regions: [Some(Group::M49_150), Some(Group::M49_039), None], user_assigned: true, valid_from: 1_2017_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "YEM", alpha3: "YEM", alpha2: "YE", alpha4: None, numeric: 887, short_name: "Yemen", official_name: Some("Republic of Yemen"), regions: [Some(Group::M49_142), Some(Group::M49_145), None], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "YMD", alpha3: "YMD", alpha2: "YD", alpha4: Some("YDYE"), numeric: 720, short_name: "Yemen, Democratic", official_name: None, regions: [None, None, None], user_assigned: false, valid_from: 1974_01_01, valid_to: 1990_08_14, state_ended: 1990_05_22, successors: &[Country::YEM] },
    Row { code: "YUG", alpha3: "YUG", alpha2: "YU", alpha4: Some("YUCS"), numeric: 891, short_name: "Yugoslavia", official_name: None, regions: [None, None, None], user_assigned: false, valid_from: 1974_01_01, valid_to: 2003_07_23, state_ended: 1992_04_27, successors: &[Country::BIH, Country::HRV, Country::MKD, Country::SCG, Country::SVN] },
    Row { code: "ZAF", alpha3: "ZAF", alpha2: "ZA", alpha4: None, numeric: 710, short_name: "South Africa", official_name: Some("Republic of South Africa"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_018)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "ZAR", alpha3: "ZAR", alpha2: "ZR", alpha4: Some("ZRCD"), numeric: 180, short_name: "Zaire", official_name: None, regions: [None, None, None], user_assigned: false, valid_from: 1974_01_01, valid_to: 1997_07_14, state_ended: 0, successors: &[Country::COD] },
    Row { code: "ZMB", alpha3: "ZMB", alpha2: "ZM", alpha4: None, numeric: 894, short_name: "Zambia", official_name: Some("Republic of Zambia"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_014)], user_assigned: false, valid_from: 1974_00_00, valid_to: 0, state_ended: 0, successors: &[] },
    Row { code: "ZWE", alpha3: "ZWE", alpha2: "ZW", alpha4: None, numeric: 716, short_name: "Zimbabwe", official_name: Some("Republic of Zimbabwe"), regions: [Some(Group::M49_002), Some(Group::M49_202), Some(Group::M49_014)], user_assigned: false, valid_from: 1980_00_00, valid_to: 0, state_ended: 0, successors: &[] },
];
