//! Agencies: any organisation, whatever its name.

use std::fmt;

use crate::country::Country;
use crate::id::Id;
use crate::identifier::Identifier;
use crate::lang::Lang;
use crate::name::Name;
use crate::record::{fact_serde, record};
use crate::source::{Attestation, Cite};
use crate::taxonomy::TermRef;
use crate::text::{refuse, text_or_object, words};
use crate::time::{Bound, PartialDate, Span};
use crate::url::Url;

record! {
    /// An organisation: a ministry, a regulator, a registry, a company, a newspaper.
    ///
    /// A rename keeps the id; merging and splitting make new agencies. A body that exists only as a further
    /// signboard of another is an agency of its own with a relation of kind
    /// [`NameplateOf`](RelationKind::NameplateOf), so that a source may name either.
    ///
    /// An office whose Chinese name stayed when its English name changed:
    ///
    /// ```
    /// use netpolity::Agency;
    /// use netpolity::actor::StakeholderGroup;
    ///
    /// let agency: Agency = serde_json::from_str(
    ///     r#"{ "id": "siio", "kind": "information-office", "country": "CHN", "span": "2011-05/..",
    ///          "names": [ { "text": "国家互联网信息办公室", "lang": "zh" },
    ///                     { "text": "State Internet Information Office", "lang": "en", "span": "2011-05/2014-05~" },
    ///                     { "text": "Cyberspace Administration of China", "lang": "en", "span": "2014-05~/.." } ],
    ///          "relations": [ { "kind": "nameplate-of", "to": "scio", "span": "2011-05/2014" } ] }"#,
    /// )?;
    /// assert_eq!(agency.stakeholder_group(), Some(StakeholderGroup::Government));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct Agency {
        required {
            /// The key by which other records name it.
            id: Id<Agency>,
            /// What kind of body it is.
            kind: AgencyKind,
        }
        optional {
            /// Its names by language and date.
            names: Vec<Name>,
            /// The country it belongs to; none for international bodies.
            country: Option<Country>,
            /// Its stakeholder group, where it differs from what its kind implies.
            stakeholder: Option<StakeholderGroup>,
            /// From its founding to its dissolution.
            span: Span,
            /// Dated relations to other agencies.
            relations: Vec<Relation>,
            /// What happened to it: founded, renamed, merged, split.
            changes: Vec<Change>,
            /// What it is responsible for, and when.
            portfolio: Vec<Responsibility>,
            /// Its official sites.
            urls: Vec<OfficialUrl>,
            /// What other collections call it.
            identifiers: Vec<Identifier>,
            /// Which sources support the record.
            cites: Vec<Cite>,
            /// What single sources say of single fields.
            attests: Vec<Attestation<AgencyFact>>,
        }
    }
}

impl Agency {
    /// The stakeholder group: as recorded, or as its kind implies.
    pub fn stakeholder_group(&self) -> Option<StakeholderGroup> {
        self.stakeholder.or_else(|| self.kind.stakeholder_group())
    }
}

/// What a source may say of an agency.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum AgencyFact {
    /// When it was founded.
    Start(Bound),
    /// When it ended.
    End(Bound),
    /// What it is called.
    Name(Name),
}

fact_serde!(AgencyFact { Start(Bound) = "start", End(Bound) = "end", Name(Name) = "name" });

impl fmt::Display for AgencyFact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Start(bound) | Self::End(bound) => bound.fmt(f),
            Self::Name(name) => name.fmt(f),
        }
    }
}

words! {
    /// Kinds of agencies.
    pub enum AgencyKind: open "agency kind" {
        /// A government department.
        Ministry = "ministry",
        /// A sector or media regulator.
        Regulator = "regulator",
        /// A data protection authority.
        DataProtectionAuthority = "data-protection-authority",
        /// A cybersecurity agency.
        CybersecurityAgency = "cybersecurity-agency",
        /// A computer security incident response team.
        Csirt = "csirt",
        /// Police or prosecution.
        LawEnforcement = "law-enforcement",
        /// An intelligence service.
        Intelligence = "intelligence",
        /// An information office of a government.
        InformationOffice = "information-office",
        /// An organ of a political party.
        PartyOrgan = "party-organ",
        /// A leading group or commission that coordinates ministries.
        LeadingGroup = "leading-group",
        /// A parliament or a chamber of one.
        Legislature = "legislature",
        /// A court.
        Court = "court",
        /// An embassy or a mission.
        DiplomaticMission = "diplomatic-mission",
        /// A body of a state, province or city.
        Subnational = "subnational",
        /// A government as a whole.
        Government = "government",
        /// An intergovernmental organisation.
        Igo = "igo",
        /// The secretariat of one.
        IgoSecretariat = "igo-secretariat",
        /// A body of the United Nations.
        UnBody = "un-body",
        /// A group of experts.
        ExpertGroup = "expert-group",
        /// A body of several stakeholder groups.
        MultistakeholderBody = "multistakeholder-body",
        /// An advisory committee.
        AdvisoryCommittee = "advisory-committee",
        /// A standards body.
        StandardsBody = "standards-body",
        /// A regional Internet registry.
        RegionalInternetRegistry = "regional-internet-registry",
        /// A national Internet registry.
        NationalInternetRegistry = "national-internet-registry",
        /// The registry of a country-code top-level domain.
        CctldRegistry = "cctld-registry",
        /// The registry of a generic top-level domain.
        GtldRegistry = "gtld-registry",
        /// A registrar.
        Registrar = "registrar",
        /// The operator of a root server.
        RootOperator = "root-operator",
        /// An Internet exchange point.
        InternetExchange = "internet-exchange",
        /// A network operator.
        Operator = "operator",
        /// The company behind a platform.
        PlatformCompany = "platform-company",
        /// A maker of equipment or software.
        Vendor = "vendor",
        /// Any other company.
        Company = "company",
        /// An association of companies.
        IndustryAssociation = "industry-association",
        /// A civil society organisation.
        CivilSociety = "civil-society",
        /// A university.
        University = "university",
        /// A think tank.
        ThinkTank = "think-tank",
        /// A newspaper, agency or broadcaster.
        Media = "media",
        /// A fact checker.
        FactChecker = "fact-checker",
    }
}

impl AgencyKind {
    /// The stakeholder group that the kind implies, where it implies one.
    pub fn stakeholder_group(&self) -> Option<StakeholderGroup> {
        Some(match self {
            Self::Ministry
            | Self::Regulator
            | Self::DataProtectionAuthority
            | Self::CybersecurityAgency
            | Self::LawEnforcement
            | Self::Intelligence
            | Self::InformationOffice
            | Self::LeadingGroup
            | Self::Legislature
            | Self::Court
            | Self::DiplomaticMission
            | Self::Subnational
            | Self::Government => StakeholderGroup::Government,
            Self::Igo | Self::IgoSecretariat | Self::UnBody => {
                StakeholderGroup::IntergovernmentalOrganization
            }
            Self::StandardsBody
            | Self::RegionalInternetRegistry
            | Self::NationalInternetRegistry
            | Self::CctldRegistry
            | Self::RootOperator
            | Self::InternetExchange => StakeholderGroup::TechnicalCommunity,
            Self::GtldRegistry
            | Self::Registrar
            | Self::Operator
            | Self::PlatformCompany
            | Self::Vendor
            | Self::Company
            | Self::IndustryAssociation => StakeholderGroup::PrivateSector,
            Self::CivilSociety | Self::ThinkTank => StakeholderGroup::CivilSociety,
            Self::University => StakeholderGroup::Academia,
            Self::Media | Self::FactChecker => StakeholderGroup::Media,
            Self::Csirt
            | Self::PartyOrgan
            | Self::ExpertGroup
            | Self::MultistakeholderBody
            | Self::AdvisoryCommittee
            | Self::Other(_) => return None,
        })
    }
}

words! {
    /// Stakeholder groups, as the statistics of the Internet Governance Forum count them.
    pub enum StakeholderGroup: closed "stakeholder group" {
        /// Governments.
        Government = "government",
        /// Intergovernmental organisations.
        IntergovernmentalOrganization = "intergovernmental-organization",
        /// The private sector.
        PrivateSector = "private-sector",
        /// Civil society.
        CivilSociety = "civil-society",
        /// The technical community.
        TechnicalCommunity = "technical-community",
        /// Academia.
        Academia = "academia",
        /// Press and media.
        Media = "media",
    }
}

record! {
    /// A dated relation of an agency to another.
    pub struct Relation {
        required {
            /// What the relation is.
            kind: RelationKind,
            /// The other agency.
            to: Id<Agency>,
        }
        optional {
            /// When it held.
            span: Span,
            /// Which sources support it.
            cites: Vec<Cite>,
        }
    }
}

words! {
    /// Relations between agencies, read from the agency that has them.
    pub enum RelationKind: closed "relation" {
        /// It is a part of the other.
        PartOf = "part-of",
        /// It is a further signboard of the other, without an establishment of its own.
        NameplateOf = "nameplate-of",
        /// It supervises the other.
        Supervises = "supervises",
        /// It is the secretariat of the other.
        SecretariatOf = "secretariat-of",
        /// It carries out what the other decides.
        ExecutiveArmOf = "executive-arm-of",
        /// It is a member of the other.
        MemberOf = "member-of",
        /// It sponsors the other.
        Sponsors = "sponsors",
        /// It advises the other.
        AdvisoryTo = "advisory-to",
    }
}

record! {
    /// That an agency is responsible for an issue. Written as the term alone, or as an object.
    ///
    /// ```
    /// use netpolity::actor::Responsibility;
    ///
    /// let portfolio: Vec<Responsibility> =
    ///     serde_json::from_str(r#"[ "media", { "term": "digital", "span": "2010-12/2023-02-07" } ]"#)?;
    /// assert_eq!(portfolio[1].span.to_string(), "2010-12/2023-02-07");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct Responsibility: text {
        required {
            /// The issue.
            term: TermRef,
        }
        optional {
            /// When it was responsible.
            span: Span,
            /// Whether other bodies of its country share the issue.
            shared: bool,
            /// Which sources support it.
            cites: Vec<Cite>,
        }
    }
}

text_or_object!(
    Responsibility,
    "a term, or an object with `term`",
    schema: |generator| generator.subschema_for::<TermRef>(),
    from: |text| text.parse().map(Responsibility::new).map_err(refuse),
    short: |portfolio| *portfolio == Responsibility::new(portfolio.term.clone())
);

impl fmt::Display for Responsibility {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.term.fmt(f)
    }
}

record! {
    /// An official site during a span. Written as the address alone, or as an object.
    pub struct OfficialUrl: text {
        required {
            /// The address.
            url: Url,
        }
        optional {
            /// When it was the official one.
            span: Span,
        }
    }
}

text_or_object!(
    OfficialUrl,
    "an address, or an object with `url`",
    schema: |generator| generator.subschema_for::<Url>(),
    from: |text| text.parse().map(OfficialUrl::new).map_err(refuse),
    short: |site| site.span == Span::default()
);

impl fmt::Display for OfficialUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.url.fmt(f)
    }
}

record! {
    /// A change in the life of an agency, kept with the agency that it is about.
    pub struct Change {
        required {
            /// What happened.
            kind: ChangeKind,
            /// When it took effect.
            date: PartialDate,
        }
        optional {
            /// The language in which it was renamed, where it was in one only.
            lang: Option<Lang>,
            /// The agencies that it came from.
            from: Vec<Id<Agency>>,
            /// The agencies that it led to.
            to: Vec<Id<Agency>>,
            /// The functions that moved.
            functions: Vec<TermRef>,
            /// A remark.
            note: Option<String>,
            /// Which sources support it.
            cites: Vec<Cite>,
        }
    }
}

words! {
    /// Changes in the life of an agency.
    pub enum ChangeKind: closed "change" {
        /// Founded.
        Founded = "founded",
        /// Renamed; the id stays.
        Renamed = "renamed",
        /// Merged out of two or more agencies.
        Merged = "merged",
        /// Split into two or more agencies.
        Split = "split",
        /// Absorbed by another agency.
        Absorbed = "absorbed",
        /// Dissolved.
        Dissolved = "dissolved",
        /// Functions moved to another agency.
        FunctionsMoved = "functions-moved",
        /// Set up anew under a new mandate.
        Reconstituted = "reconstituted",
        /// Moved under another agency.
        Reparented = "reparented",
        /// Followed by another body of which sources do not settle whether it is the same.
        UncertainContinuity = "uncertain-continuity",
    }
}
