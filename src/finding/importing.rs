//! The rules that readers of foreign formats apply. What they find stands in the account of the reading.

use super::{Rule, Severity};

macro_rules! rules {
    ($($name:ident = $id:literal, $severity:ident, $summary:literal, $explanation:literal;)+) => {
        $(pub(crate) const $name: Rule =
            Rule::on_importing($id, Severity::$severity, $summary, $explanation);)+

        /// All of them, by family and number.
        pub(crate) const RULES: &[Rule] = &[$($name),+];
    };
}

rules! {
    KEY_EQUAL = "KEY-001", Warning, "A file has each cell once",
        "The same series and period came twice with the same value. The panel shows the first; the second is kept among its \
         duplicates.";
    KEY_DIFFERENT = "KEY-002", Error, "A file has one value for each cell",
        "The same series and period came twice with different values in one vintage: often a lost dimension, or two countries \
         under one code. The panel shows the first; the second is kept among its duplicates.";
    AREA_LOST = "AREA-001", Error, "An area with the name of a country has a code",
        "An empty code beside the name of a country is the trace of a tool that took Namibia's `NA` for a missing value. The \
         name does not decide: the area is kept under its name as a special code.";
    AREA_MAPPED = "AREA-002", Warning, "Codes are those of ISO 3166",
        "The code is retired, or the source's own, as `ROM`, `WBG`, `KSV`, `EL` and `UK` are, and was mapped by the scheme of \
         the source. The code stays beside the area.";
    AREA_USER = "AREA-003", Info, "Codes are assigned by ISO 3166",
        "The code is one that ISO leaves to users, as `XKX` and all that begin with `OWID_` are, so that another source may \
         write the area another way.";
    AREA_UNKNOWN = "AREA-006", Warning, "The scheme of the source knows its codes",
        "The area is kept as a special code with the text of the source; no value is lost. Reading strictly refuses it.";
    AREA_ZEROS = "AREA-007", Warning, "M49 codes have three digits",
        "`4` was read as `004`. A tool took the code for a number.";
    PERIOD = "PRD-001", Error, "A period can be read",
        "The text is no year, half, quarter, month, week, day, range of years or fiscal year in a notation of the field.";
    PERIOD_ZERO = "PRD-005", Warning, "Months count from one",
        "A column of months has a 0 and no 12: its maker counts from zero, as JavaScript does.";
    VALUE_RANGE = "VAL-001", Error, "A number is finite",
        "`inf`, `1e999` and the like are no observations.";
    VALUE_GROUPED = "VAL-005", Error, "A number has no separators",
        "`1,234` may be a thousand or one and a bit. Files that write so have to be declared so.";
    VALUE_TEXT = "VAL-006", Error, "A number is written in digits",
        "Text stands where the source has numbers. Where words are answers, the reader of that source keeps them as such.";
    STATUS_UNKNOWN = "STA-001", Warning, "Status codes are on the list of the source",
        "The letter stays beside the value as the source wrote it, but has no flag.";
    STATUS_ODD = "STA-002", Warning, "A status fits the value",
        "A value is marked as missing, or nothing is there and the status says that all is normal.";
    FORMAT_BOM = "FMT-001", Info, "A file begins with its text",
        "It begins with a byte order mark, which was not taken for a part of the first column's name.";
    FORMAT_PREAMBLE = "FMT-002", Warning, "A file has the preamble of its format",
        "Lines in front of the header are missing, as where somebody deleted them, or unknown. What they say of the vintage \
         is then not known.";
    FORMAT_EXTRA = "FMT-003", Info, "A table has no columns without a name",
        "Each line ends with a separator, so that an empty column follows.";
    FORMAT_FOOTER = "FMT-004", Info, "A table ends with its last row",
        "Rows behind the data hold remarks, such as the date of the last update, or nothing.";
    FORMAT_WIDTH = "FMT-005", Error, "Each row has the columns of the header",
        "With fewer or more it can't be said which value belongs to which column. A row that swallowed others after an \
         unclosed quote is found by this as well.";
    FORMAT_PAGES = "FMT-006", Error, "All pages are there",
        "The answer says how many rows there are, and has fewer: the other pages were not passed. What is there was read.";
    FORMAT_OTHER = "FMT-007", Error, "A file holds data",
        "It holds a web page, a message of an error, or an empty answer.";
    FORMAT_ENCODING = "FMT-008", Error, "A file is encoded as UTF-8",
        "Bytes that are no UTF-8 come from another encoding, and `C\u{f4}te d'Ivoire` would be damaged. Convert the file \
         first.";
    FORMAT_ACTION = "FMT-009", Error, "An action is one of the standard",
        "Whether the row adds, replaces or deletes is not known.";
    FORMAT_INDEX = "FMT-010", Error, "Positions in a message point at what it lists",
        "A key or an attribute names a place behind the end of the list, or something else stands where a position should be, so \
         that it can't be said what the observation is about.";
    FORMAT_ENTITY = "FMT-011", Warning, "A key is on the list of its kind",
        "The dataset lists its entities, and a value is about one that is not among them. It is kept as it stands.";
    FORMAT_VINTAGE = "FMT-012", Error, "A file is of one vintage",
        "Rows of several releases stand in one file. A panel holds one; split the file by its columns of the vintage.";
    FORMAT_RECORD = "FMT-013", Error, "A record has the form of its format",
        "A line is no record, or a field of it holds none of the words that may stand there.";
    FORMAT_SPREADSHEET = "FMT-014", Error, "A cell is as it was typed",
        "A spreadsheet made something else of it: `Sep-13` of the month 2013-09, `1E+05` of an id, `TRUE` of a word, an error \
         of a text that begins like a formula. What was typed can't be told from that.";
    UNIT_SCALE = "UNIT-004", Warning, "A multiplier is a power of ten",
        "`UNIT_MULT` is the exponent, 6 for millions. The text stays in the remarks of the values, which are taken as written.";
    REGISTRY_SUMMARY = "RIR-001", Error, "A summary line counts the records of its type",
        "A different count is the sign of a file that was cut or edited.";
    REGISTRY_HEADER = "RIR-002", Error, "The header counts the records",
        "A different count is the sign of a file that was cut or edited.";
    REGISTRY_OVERLAP = "RIR-003", Error, "No address or number is in two records of a file",
        "Blocks overlap, so that sums count some addresses twice.";
    REGISTRY_CODE = "RIR-004", Warning, "Space in use has a country",
        "It stands under `EU`, `AP`, `ZZ` or no code. It belongs to no country and is summed apart.";
    REGISTRY_RECORD = "RIR-005", Error, "A record of a registry can be read",
        "It names a registry, a code of two letters or none, a type, a first number or address with a size that stays within \
         the space, and a status. A second header is no record: files that were joined have to be read one by one.";
    RECORD_PLACE = "REC-001", Info, "What a file says has a place in the records",
        "The field belongs to the format, and no record has a place for it. It is told once for all records that have it, with the \
         number of times.";
    RECORD_FIELD = "REC-002", Warning, "Fields are those of the format",
        "The format does not know the field, or what stands in it has another form. It was not read; it is told once for all records \
         that have it.";
    RECORD_DATE = "REC-003", Error, "A date is a year, a month or a day",
        "`2012-10-00`, `unknown` and the like are none. The bound stays unknown; where the record has attestations, one of them keeps \
         the words as printed.";
    RECORD_SENTINEL = "REC-004", Warning, "A date is meant as one",
        "Years before 1000 or from 3000 on, and 1 January 1900, often stand for a date that nobody knew. The date is kept as it stands.";
    RECORD_ORDER = "REC-005", Error, "A span does not end before it begins",
        "One of the two dates is wrong, and nothing tells which. The span stays unknown; where the record has attestations, they \
         keep both dates.";
    RECORD_LANG = "REC-006", Warning, "A language is written as a tag",
        "What stands there is no tag after BCP 47. The name is kept without a language.";
    RECORD_TWICE = "REC-007", Error, "An id stands for one record",
        "Two objects of one kind have the same id and differ. What the second adds is added; where they contradict each other, the first \
         is kept. Memberships that contradict each other are two, and the second has a new id.";
    RECORD_MISSING = "REC-008", Warning, "References lead to records of the file",
        "The record that is named is not in the file. The reference is kept, so that another file can be merged.";
    RECORD_NOBODY = "REC-009", Warning, "An organization is one",
        "`unknown`, `None`, `Independent` and `Speaker` are listed as if they were parties. They are kept as they stand; what is on their \
         behalf is on nobody's.";
    RECORD_SEVERAL = "REC-010", Warning, "Values of one thing are not mixed",
        "Several dates, holders or bodies stand where a record has one, and nothing tells which belong together. None is chosen: the \
         field stays empty, and attestations keep the dates.";
    RECORD_LIST = "REC-011", Warning, "Values stand in lists",
        "A value stands alone where the format has a list of values. It was read as a list of one.";
    RECORD_BODY = "REC-012", Warning, "A post belongs to a body",
        "The file does not say of which body it is a post, or which post was held. Posts are given to a body of kind `not-stated`; tenures \
         stay without a post.";
    DOMAIN_LABEL = "DNS-001", Error, "A top-level domain is one label",
        "A label has letters, digits and hyphens, none of them at an end, or letters beyond ASCII; 63 bytes at most.";
}
