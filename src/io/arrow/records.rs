//! Statements and observations: a row a record, with the record itself in the last column.

use arrow_array::RecordBatch;
use arrow_schema::{ArrowError, SchemaRef};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::columns::{Column, Kind, Spec, batch};
use super::given::Given;
use super::sealed::Rows;
use super::{Source, sealed};
use crate::actor::Mention;
use crate::finding::importing as rules;
use crate::id::Id;
use crate::io::error::shortened;
use crate::io::import::{Import, Place};
use crate::io::{Error, Options, Reading};
use crate::lang::Lang;
use crate::metric::Observation;
use crate::quantity::Decimal;
use crate::source::Cite;
use crate::statement::Statement;
use crate::time::PartialDate;

const RECORD: &str = "record";

const STATEMENT: [Spec; 22] = [
    Spec::always("id", Kind::Text),
    Spec::always("act", Kind::Word),
    Spec::always("act_class", Kind::Word),
    Spec::maybe("form", Kind::Word),
    Spec::always("delivery", Kind::Word),
    Spec::always("speakers", Kind::Words),
    Spec::always("principals", Kind::Words),
    Spec::always("addressees", Kind::Words),
    Spec::always("targets", Kind::Words),
    Spec::maybe("event", Kind::Word),
    Spec::maybe("date", Kind::Word),
    Spec::maybe("date_start", Kind::Day),
    Spec::maybe("date_end", Kind::Day),
    Spec::maybe("lang", Kind::Word),
    Spec::always("texts", Kind::Pairs("lang", "text")),
    Spec::always("terms", Kind::Words),
    Spec::always("positions", Kind::Pairs("term", "stance")),
    Spec::maybe("certainty", Kind::Word),
    Spec::maybe("polarity", Kind::Word),
    Spec::always("status", Kind::Word),
    Spec::always("sources", Kind::Words),
    Spec::always(RECORD, Kind::Text),
];

const OBSERVATION: [Spec; 16] = [
    Spec::always("indicator", Kind::Word),
    Spec::always("area", Kind::Word),
    Spec::always("period", Kind::Word),
    Spec::maybe("period_start", Kind::Day),
    Spec::maybe("period_end", Kind::Day),
    Spec::maybe("value", Kind::Number),
    Spec::maybe("written", Kind::Text),
    Spec::maybe("text", Kind::Word),
    Spec::maybe("missing", Kind::Word),
    Spec::maybe("unit", Kind::Word),
    Spec::always("scale", Kind::Short),
    Spec::always("dimensions", Kind::Map),
    Spec::always("flags", Kind::Words),
    Spec::maybe("note", Kind::Word),
    Spec::always("sources", Kind::Words),
    Spec::always(RECORD, Kind::Text),
];

impl sealed::Table for [Statement] {
    fn columns() -> Vec<Spec> {
        STATEMENT.to_vec()
    }

    fn rows(&self) -> Box<dyn Rows + Send + '_> {
        Box::new(Records { list: self.iter(), columns: &STATEMENT, put: put_statement })
    }

    fn read(batches: Source<'_>, options: &Options) -> Result<Reading<Vec<Statement>>, Error> {
        read(batches, options)
    }
}

impl sealed::Table for [Observation] {
    fn columns() -> Vec<Spec> {
        OBSERVATION.to_vec()
    }

    fn rows(&self) -> Box<dyn Rows + Send + '_> {
        Box::new(Records { list: self.iter(), columns: &OBSERVATION, put: put_observation })
    }

    fn read(batches: Source<'_>, options: &Options) -> Result<Reading<Vec<Observation>>, Error> {
        read(batches, options)
    }
}

type Put<T, const N: usize> = fn(&mut [Column; N], &T) -> Result<(), ArrowError>;

struct Records<'t, T, const N: usize> {
    list: std::slice::Iter<'t, T>,
    columns: &'static [Spec; N],
    put: Put<T, N>,
}

impl<T, const N: usize> Rows for Records<'_, T, N> {
    fn next(&mut self, schema: &SchemaRef, size: usize) -> Result<RecordBatch, ArrowError> {
        let mut columns = self.columns.each_ref().map(Column::new);
        let mut rows = 0;
        while rows < size && !columns.iter().any(Column::is_full) {
            let Some(record) = self.list.next() else { break };
            (self.put)(&mut columns, record)?;
            rows += 1;
        }
        batch(schema, columns)
    }
}

fn put_statement(
    columns: &mut [Column; STATEMENT.len()],
    statement: &Statement,
) -> Result<(), ArrowError> {
    let [
        id,
        act,
        act_class,
        form,
        delivery,
        speakers,
        principals,
        addressees,
        targets,
        event,
        date,
        date_start,
        date_end,
        lang,
        texts,
        terms,
        positions,
        certainty,
        polarity,
        status,
        sources,
        record,
    ] = columns;
    id.text(Some(statement.id.as_str()))?;
    act.text(Some(statement.act.as_str()))?;
    act_class.text(Some(statement.act.class().as_str()))?;
    form.text(statement.form.map(|form| form.as_str()))?;
    delivery.text(Some(statement.delivery.as_str()))?;
    speakers.list(statement.speakers.iter().map(|speaker| speaker.actor.to_string()))?;
    principals.list(statement.principals().map(ToString::to_string))?;
    let actors = |mentions: &[Mention]| -> Vec<String> {
        mentions.iter().map(|mention| mention.actor.to_string()).collect()
    };
    addressees.list(actors(&statement.addressees))?;
    targets.list(actors(&statement.targets))?;
    event.text(statement.event.as_ref().map(Id::as_str))?;
    date.text(statement.date.map(|date| date.to_string()).as_deref())?;
    date_start.day(statement.date.map(PartialDate::earliest))?;
    date_end.day(statement.date.map(PartialDate::latest))?;
    lang.text(statement.lang.as_ref().map(Lang::as_str))?;
    let wordings = statement.texts.iter();
    let wordings = wordings.map(|text| (text.lang.as_ref().map(Lang::as_str), Some(&*text.text)));
    texts.pairs(&wordings.collect::<Vec<_>>(), 1)?;
    terms.list(statement.terms.iter().map(ToString::to_string))?;
    let stances = statement.positions.iter();
    let stances: Vec<_> =
        stances.map(|position| (position.term.to_string(), position.stance.as_str())).collect();
    let stances = stances.iter().map(|(term, stance)| (Some(&**term), Some(*stance)));
    positions.pairs(&stances.collect::<Vec<_>>(), 1)?;
    certainty.text(statement.certainty.map(|certainty| certainty.as_str()))?;
    polarity.text(statement.polarity.map(|polarity| polarity.as_str()))?;
    status.text(Some(statement.status.as_str()))?;
    sources.list(cited(&statement.cites))?;
    record.text(Some(&json(statement)?))
}

fn put_observation(
    columns: &mut [Column; OBSERVATION.len()],
    observation: &Observation,
) -> Result<(), ArrowError> {
    let [
        indicator,
        area,
        period,
        period_start,
        period_end,
        value,
        written,
        text,
        missing,
        unit,
        scale,
        dimensions,
        flags,
        note,
        sources,
        record,
    ] = columns;
    indicator.text(Some(observation.indicator.as_str()))?;
    area.text(Some(&observation.area.to_string()))?;
    period.text(Some(&observation.period.to_string()))?;
    period_start.day(observation.period.first_day())?;
    period_end.day(observation.period.last_day())?;
    value.number(observation.value.map(Decimal::to_f64))?;
    written.text(observation.value.map(|value| value.to_string()).as_deref())?;
    text.text(observation.text.as_deref())?;
    missing.text(observation.missing.map(|reason| reason.as_str()))?;
    unit.text(observation.unit.map(|unit| unit.as_str()))?;
    scale.int(Some(observation.scale.into()))?;
    let named = observation.dimensions.iter();
    let named = named.map(|(name, value)| (Some(&**name), Some(&**value)));
    dimensions.pairs(&named.collect::<Vec<_>>(), 1)?;
    flags.list(observation.flags.iter().map(|flag| flag.as_str()))?;
    note.text(observation.note.as_deref())?;
    sources.list(cited(&observation.cites))?;
    record.text(Some(&json(observation)?))
}

fn cited(cites: &[Cite]) -> impl Iterator<Item = &str> {
    cites.iter().map(|cite| cite.source.as_str())
}

fn json(record: &impl Serialize) -> Result<String, ArrowError> {
    serde_json::to_string(record).map_err(|error| ArrowError::JsonError(error.to_string()))
}

/// Reads the column of the records.
fn read<T: DeserializeOwned>(
    batches: Source<'_>,
    options: &Options,
) -> Result<Reading<Vec<T>>, Error> {
    let mut import = Import::new(options, crate::country::Scheme::Iso);
    let mut data = Vec::new();
    let mut first = 1;
    for batch in batches {
        let batch = batch?;
        let mut given = Given::new(&batch);
        given.require(RECORD)?;
        let at = given.position(RECORD).unwrap_or_default();
        let records = given.texts(RECORD)?;
        for (row, line) in (0..given.rows()).zip(first..) {
            import.account.add_row();
            let text = records.get(row).unwrap_or_default();
            match serde_json::from_str(text) {
                Ok(record) => {
                    data.push(record);
                    import.account.add_values(1);
                }
                Err(error) => {
                    import.reject(rules::FORMAT_RECORD, Place::field(line, at), text, 1, || {
                        format!("column `{RECORD}`: {error} in `{}`", shortened(text))
                    })?;
                }
            }
        }
        first += batch.num_rows() as u64;
    }
    Ok(Reading { data, account: import.account })
}
