//! Addresses, autonomous systems, domain names, servers, exchange points.
//!
//! What is held is after the delegation files of the regional address registries, by the country that a record names,
//! which is that of the holder, not that of use. Domains are after the registries of top-level domains, secure servers
//! after Netcraft as the World Bank publishes it.

use super::row::Row;
use crate::metric::IndicatorScheme::WorldBank;
use crate::quantity::Unit;

pub(super) const ROWS: &[Row] = &[
    Row::stock(
        "ipv4-addresses-held",
        "IPv4 addresses held",
        "Addresses of version 4 that a registry has allocated or assigned to holders in the country.",
    ),
    Row::stock(
        "ipv4-records-held",
        "IPv4 records held",
        "Entries for addresses of version 4 in the delegation files, however many addresses each of them has.",
    ),
    Row::stock(
        "ipv6-32-equivalents-held",
        "IPv6 addresses held, in blocks of /32",
        "Addresses of version 6 that a registry has allocated or assigned, counted in blocks of the size that a provider \
         gets at least. Smaller blocks count for parts.",
    ),
    Row::stock(
        "ipv6-48-equivalents-held",
        "IPv6 addresses held, in blocks of /48",
        "Addresses of version 6 that a registry has allocated or assigned, counted in blocks of the size of one site: \
         65,536 to a /32.",
    ),
    Row::stock(
        "ipv6-records-held",
        "IPv6 records held",
        "Entries for addresses of version 6 in the delegation files, however large the block of each is.",
    ),
    Row::stock(
        "asns-held",
        "Autonomous system numbers held",
        "Numbers of networks with a routing policy of their own, as assigned to holders in the country. One entry may \
         have several.",
    ),
    Row::stock(
        "asn-records-held",
        "Autonomous system records held",
        "Entries for numbers of autonomous systems in the delegation files.",
    ),
    Row::share(
        "rpki-covered-ipv4-share",
        "ipv4-addresses-held",
        "IPv4 addresses covered by a route origin authorisation",
        "Part of the addresses held for which the holder has signed from which networks they may be announced.",
    )
    .higher(),
    Row::share(
        "ipv6-users-share",
        "internet-users",
        "Internet users with IPv6",
        "Part of the users, or of their requests, that reach a large service over IPv6 where it offers both versions. \
         Makers measure it in different ways.",
    )
    .higher(),
    Row::share(
        "dnssec-validating-users-share",
        "internet-users",
        "Internet users behind validating resolvers",
        "Part of the users whose resolvers refuse names with a wrong signature of DNSSEC.",
    )
    .higher(),
    Row::stock(
        "registered-domains",
        "Registered domain names",
        "Names registered below any top-level domain, by the country of the registrant, or of the registry where only \
         that is known.",
    ),
    Row::stock(
        "cctld-domains",
        "Domain names below country-code top-level domains",
        "Names registered below the top-level domain of a country, whoever registered them, those in other scripts \
         among them.",
    ),
    Row::stock(
        "gtld-domains",
        "Domain names below generic top-level domains",
        "Names registered below top-level domains that stand for no country, such as .com and .org.",
    ),
    Row::stock(
        "websites",
        "Websites",
        "Sites on the Web, in general those with a domain name of their own; who counts says whether idle ones are \
         among them.",
    ),
    Row::stock(
        "secure-servers",
        "Secure Internet servers",
        "Distinct certificates for TLS, publicly trusted, that a survey of the Web found in use on servers.",
    )
    .higher()
    .codes(&[(WorldBank, "IT.NET.SECR")]),
    Row::rate(
        "secure-servers-per-million",
        Unit::PerMillion,
        "population",
        "Secure Internet servers per million people",
        "Distinct, publicly trusted certificates for TLS in use, for every million people.",
    )
    .higher()
    .codes(&[(WorldBank, "IT.NET.SECR.P6")]),
    Row::stock(
        "internet-exchange-points",
        "Internet exchange points",
        "Places where at least three networks of different holders exchange traffic with each other.",
    )
    .higher(),
    Row::stock(
        "data-centres",
        "Data centres",
        "Buildings in which others may place or rent servers; who counts says from which size on.",
    ),
    Row::stock(
        "root-server-instances",
        "Instances of root name servers",
        "Sites from which one of the thirteen root name servers answers.",
    )
    .higher(),
];
