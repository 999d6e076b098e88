//! Schemas and properties of the model.

/// What an entity of a schema is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Person,
    Body,
    Position,
    Occupancy,
    Event,
    /// Somebody's role at a body, by the properties that name both.
    Tie(&'static str, &'static str),
    /// A schema of the model without a place.
    Other,
    Unknown,
}

pub(super) fn class_of(schema: &str) -> Class {
    match schema {
        "Person" => Class::Person,
        "Organization" | "PublicBody" | "Company" | "LegalEntity" => Class::Body,
        "Position" => Class::Position,
        "Occupancy" => Class::Occupancy,
        "Event" => Class::Event,
        "Membership" => Class::Tie("member", "organization"),
        "Employment" => Class::Tie("employee", "employer"),
        "Directorship" => Class::Tie("director", "organization"),
        _ if OTHERS.contains(&schema) => Class::Other,
        _ => Class::Unknown,
    }
}

/// Schemas that no record has a place for.
const OTHERS: &[&str] = &[
    "Address",
    "Airplane",
    "Article",
    "Assessment",
    "Associate",
    "Audio",
    "BankAccount",
    "Call",
    "CallForTenders",
    "Contract",
    "ContractAward",
    "CourtCase",
    "CourtCaseParty",
    "CryptoWallet",
    "Debt",
    "Document",
    "Documentation",
    "EconomicActivity",
    "Email",
    "Family",
    "Folder",
    "HyperText",
    "Identification",
    "Image",
    "License",
    "Mention",
    "Message",
    "Note",
    "Ownership",
    "Package",
    "Page",
    "Pages",
    "Passport",
    "Payment",
    "PlainText",
    "Project",
    "ProjectParticipant",
    "RealEstate",
    "Representation",
    "Risk",
    "Sanction",
    "Security",
    "Similar",
    "Succession",
    "Table",
    "TaxRoll",
    "Thing",
    "Trip",
    "UnknownLink",
    "UserAccount",
    "Vehicle",
    "Vessel",
    "Video",
    "Workbook",
];

/// Of two schemas of one entity, the one that says more: `PublicBody` is an `Organization`, which is a `LegalEntity`.
pub(super) fn narrower<'s>(a: &'s str, b: &'s str) -> Option<&'s str> {
    let depth = |schema: &str| match schema {
        "Thing" => Some(0),
        "LegalEntity" => Some(1),
        "Organization" => Some(2),
        "Person" | "PublicBody" | "Company" => Some(3),
        _ => None,
    };
    match (depth(a)?, depth(b)?) {
        (a_depth, b_depth) if a_depth < b_depth && !(a == "Organization" && b == "Person") => {
            Some(b)
        }
        (a_depth, b_depth) if b_depth < a_depth && !(b == "Organization" && a == "Person") => {
            Some(a)
        }
        _ => None,
    }
}

/// The property of a nested entity that names the one in which it stands, by the property under which it does.
pub(super) fn reverse_of(property: &str) -> Option<&'static str> {
    Some(match property {
        "positionOccupancies" => "holder",
        "occupancies" => "post",
        "membershipMember" => "member",
        "membershipOrganization" | "directorshipOrganization" => "organization",
        "directorshipDirector" => "director",
        "employers" => "employee",
        "employees" => "employer",
        "familyPerson" => "person",
        "familyRelative" => "relative",
        "eventsOrganized" => "organizer",
        "eventsInvolved" => "involved",
        _ => return None,
    })
}

/// Identifiers, by the scheme under which they stand here.
pub(super) const SCHEMES: [(&str, &str); 8] = [
    ("wikidataId", "wikidata"),
    ("leiCode", "lei"),
    ("dunsCode", "duns"),
    ("isinCode", "isin"),
    ("ogrnCode", "ogrn"),
    ("innCode", "inn"),
    ("registrationNumber", "registration-number"),
    ("taxNumber", "tax-number"),
];

/// Properties of the model that no record has a place for, or not on every schema.
const PROPERTIES: &[&str] = &[
    "address",
    "addressEntity",
    "amlRisk",
    "appearance",
    "birthCountry",
    "birthPlace",
    "bvdId",
    "citizenship",
    "classification",
    "constituency",
    "country",
    "createdAt",
    "date",
    "deathPlace",
    "declarationDate",
    "description",
    "education",
    "email",
    "endDate",
    "ethnicity",
    "eyeColor",
    "gender",
    "hairColor",
    "height",
    "icijId",
    "idNumber",
    "important",
    "jurisdiction",
    "keywords",
    "legalForm",
    "licenseNumber",
    "location",
    "mainCountry",
    "modifiedAt",
    "motherName",
    "nationality",
    "notes",
    "okpoCode",
    "opencorporatesUrl",
    "parent",
    "passportNumber",
    "phone",
    "political",
    "politicalGroup",
    "position",
    "profession",
    "program",
    "programId",
    "programUrl",
    "proof",
    "publisher",
    "publisherUrl",
    "recordId",
    "religion",
    "retrievedAt",
    "role",
    "sector",
    "socialSecurityNumber",
    "spokenLanguage",
    "startDate",
    "status",
    "subnationalArea",
    "summary",
    "swiftBic",
    "taxStatus",
    "topics",
    "uniqueEntityId",
    "unknownLinkFrom",
    "unknownLinkTo",
    "website",
    "weight",
    "wikipediaUrl",
];

/// Whether the model has a property of this name that was not read.
pub(super) fn is_known(property: &str) -> bool {
    PROPERTIES.contains(&property) || reverse_of(property).is_some()
}
