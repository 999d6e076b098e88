//! One set of data in SDMX-JSON.

use std::collections::HashMap;

use serde_json::value::RawValue;

use super::components::{Components, FREQUENCY};
use super::given::{Given, NoPosition};
use super::json::{FORMAT, Lines, each};
use super::message::{Component, Data, DataSet, OneSeries, Structure, elements};
use super::observation::{Described, Marks, Subject, cell, is_confidential};
use super::status::Status;
use crate::finding::importing as rules;
use crate::io::error::{Error, shortened};
use crate::io::import::{Import, Place};

const KEYS_ONLY: &str = "keys without an observation";
const DELETIONS: &str = "deletions";

/// Reads all observations of a set.
pub(super) fn read<'m>(
    set: &DataSet<'m>,
    data: &Data<'m>,
    components: &Components,
    lines: &mut Lines<'_>,
    import: &mut Import<'_>,
) -> Result<(), Error> {
    let structure = data.structures.get(set.structure.unwrap_or_default());
    let deletes = set.action.as_deref().is_some_and(|action| action.eq_ignore_ascii_case("delete"));
    if deletes && set.series.is_none() && set.observations.is_none() {
        import.account.add_skipped(DELETIONS, 1);
        return Ok(());
    }
    let mut reader = match structure {
        Some(_) if deletes => Walk::Skip(structure.map_or(1, measures_of)),
        Some(structure) => Walk::Read(Box::new(Reader::new(structure, components)?)),
        None => Walk::Reject,
    };
    let mut given = Ok(Given::new());
    if let Walk::Read(reader) = &mut reader {
        given = reader.of_set(set, lines, import)?;
    }
    if let Some(series) = set.series {
        let result =
            each(series, |key, value| reader.series(&key, value, given.as_ref(), lines, import))?;
        misshapen(result, series, lines, import)?;
    }
    if let Some(observations) = set.observations {
        reader.observations(None, observations, given.as_ref(), lines, import)?;
    }
    Ok(())
}

fn measures_of(structure: &Structure) -> u64 {
    structure.measures.observation.len().max(1) as u64
}

/// Rejects what should be an object.
fn misshapen(
    result: Result<(), serde_json::Error>,
    value: &RawValue,
    lines: &mut Lines<'_>,
    import: &mut Import<'_>,
) -> Result<(), Error> {
    let Err(error) = result else { return Ok(()) };
    let place = lines.place(value.get());
    import.reject(rules::FORMAT_INDEX, place, value.get(), 1, || error.to_string())
}

/// A fault of what holds for several observations, and where it is.
#[derive(Debug, Clone)]
struct Fault {
    place: Place,
    text: String,
    message: String,
}

impl Fault {
    fn of(no: NoPosition, place: Place) -> Self {
        let message =
            format!("`{}` is no position in the values of {}", shortened(&no.found), no.component);
        Self { place, text: no.found, message }
    }
}

/// What becomes of the observations.
enum Walk<'s, 'm> {
    Read(Box<Reader<'s, 'm>>),
    /// They are to be deleted; so many measures each.
    Skip(u64),
    /// There is no structure for them.
    Reject,
}

impl<'m> Walk<'_, 'm> {
    fn series(
        &mut self,
        key: &str,
        value: &'m RawValue,
        given: Result<&Given, &Fault>,
        lines: &mut Lines<'_>,
        import: &mut Import<'_>,
    ) -> Result<(), Error> {
        let series: OneSeries<'m> = match serde_json::from_str(value.get()) {
            Ok(series) => series,
            Err(error) => return misshapen(Err(error), value, lines, import),
        };
        let Some(observations) = series.observations else {
            import
                .account
                .add_skipped(if matches!(self, Self::Skip(_)) { DELETIONS } else { KEYS_ONLY }, 1);
            return Ok(());
        };
        if let (Self::Read(reader), Ok(of_set)) = (&*self, given) {
            let mut of_series = Given::new();
            of_series.copy(of_set);
            let attributes = series.attributes.unwrap_or_default();
            let structure = reader.structure;
            let level = of_series.level(&structure.attributes.series, &attributes);
            let level =
                level.and_then(|()| annotate(structure, &series.annotations, &mut of_series));
            let of_series = level.map(|()| of_series);
            let of_series = of_series.map_err(|no| Fault::of(no, lines.place(value.get())));
            return self.observations(Some(key), observations, of_series.as_ref(), lines, import);
        }
        self.observations(Some(key), observations, given, lines, import)
    }

    fn observations(
        &mut self,
        series: Option<&str>,
        observations: &'m RawValue,
        given: Result<&Given, &Fault>,
        lines: &mut Lines<'_>,
        import: &mut Import<'_>,
    ) -> Result<(), Error> {
        let result = each(observations, |key, value| {
            import.account.add_row();
            match self {
                Self::Skip(entries) => {
                    import.account.add_skipped(DELETIONS, *entries);
                    Ok(())
                }
                Self::Reject => {
                    let place = lines.place(value.get());
                    import.reject(rules::FORMAT_INDEX, place, &key, 1, || {
                        "the structure of the set is not in the message".to_owned()
                    })
                }
                Self::Read(reader) => {
                    let place = lines.place(value.get());
                    reader.observation(series, &key, value, given, place, import)
                }
            }
        })?;
        misshapen(result, observations, lines, import)
    }
}

fn annotate(structure: &Structure, at: &[usize], given: &mut Given) -> Result<(), NoPosition> {
    structure.annotate(at, &mut given.note).map_err(|position| NoPosition {
        found: position.to_string(),
        component: "annotations".to_owned(),
    })
}

/// Attributes by the values of some dimensions, which are named by their positions.
type Group<'m> = (Vec<usize>, HashMap<Vec<usize>, Vec<&'m RawValue>>);

/// Reads the observations of a set.
struct Reader<'s, 'm> {
    structure: &'s Structure,
    components: &'s Components,
    /// All dimensions, those of the set first, then those of series and observations.
    dimensions: Vec<&'s Component>,
    area: Option<usize>,
    time: usize,
    variable: Option<usize>,
    frequency: Option<usize>,
    /// Ids, and whether they have numbers only.
    measures: Vec<(&'s str, bool)>,
    groups: Vec<Group<'m>>,
    subjects: HashMap<Box<[u8]>, Subject, foldhash::fast::FixedState>,
    /// Used again and again.
    key: Vec<u8>,
    positions: Vec<usize>,
    part: Vec<usize>,
    elements: Vec<&'m RawValue>,
    given: Given,
}

impl<'s, 'm> Reader<'s, 'm> {
    fn new(structure: &'s Structure, components: &'s Components) -> Result<Self, Error> {
        let dimensions: Vec<&Component> = structure.all_dimensions().collect();
        let ids: Vec<&str> = dimensions.iter().map(|dimension| dimension.id.as_str()).collect();
        let role = |roles: &[&str]| dimensions.iter().position(|one| one.has_role(roles));
        let by_role = |named: &Option<String>, roles: &[&str]| {
            if named.is_some() { None } else { role(roles) }
        };
        let area = components.area_in(&ids);
        let area = area.or_else(|| by_role(&components.area, &["REF_AREA", "GEO"]));
        let time = components.time_in(&ids);
        let time = time.or_else(|| by_role(&components.time, &["TIME_PERIOD", "TIME"]));
        let lacks = |expected: &str| Error::format(FORMAT, 1, expected, &ids.join(", "));
        let Some(time) = time else {
            let expected = "a dimension `TIME_PERIOD`, or that which `Components::time` names";
            return Err(lacks(expected));
        };
        if area.is_none() && components.everywhere.is_none() {
            let expected = "a dimension `REF_AREA`, or that which `Components::area` names";
            return Err(lacks(expected));
        }
        let measures = structure.measures.observation.iter();
        let mut measures: Vec<_> =
            measures.map(|measure| (measure.id.as_str(), measure.only_numbers())).collect();
        if measures.is_empty() {
            measures.push(("OBS_VALUE", false));
        }
        Ok(Self {
            structure,
            components,
            area,
            time,
            variable: components.variable_in(&ids),
            frequency: ids.iter().position(|id| id.eq_ignore_ascii_case(FREQUENCY)),
            dimensions,
            measures,
            groups: Vec::new(),
            subjects: HashMap::default(),
            key: Vec::new(),
            positions: Vec::new(),
            part: Vec::new(),
            elements: Vec::new(),
            given: Given::new(),
        })
    }

    /// What holds for all observations, and for groups of them.
    fn of_set(
        &mut self,
        set: &DataSet<'m>,
        lines: &mut Lines<'_>,
        import: &mut Import<'_>,
    ) -> Result<Result<Given, Fault>, Error> {
        let structure = self.structure;
        if let Some(groups) = set.groups {
            let result = each(groups, |key, value| {
                let mut attributes = Vec::new();
                let parts: Vec<&str> = key.split(':').collect();
                let named = parts.iter().enumerate().filter(|(_, part)| !part.is_empty());
                let positions: Option<Vec<(usize, usize)>> =
                    named.map(|(at, part)| Some((at, part.parse().ok()?))).collect();
                let fits = parts.len() == self.dimensions.len() && elements(value, &mut attributes);
                let Some(positions) = positions.filter(|_| fits) else {
                    let place = lines.place(value.get());
                    return import.refuse(rules::FORMAT_INDEX, place, &key, || {
                        format!("`{}` is no key of a group", shortened(&key))
                    });
                };
                let (of, at): (Vec<usize>, Vec<usize>) = positions.into_iter().unzip();
                let group = self.groups.iter_mut().find(|(other, _)| *other == of);
                match group {
                    Some((_, group)) => drop(group.insert(at, attributes)),
                    None => self.groups.push((of, HashMap::from([(at, attributes)]))),
                }
                Ok(())
            })?;
            if let Err(error) = result {
                let place = lines.place(groups.get());
                let message = || error.to_string();
                import.refuse(rules::FORMAT_INDEX, place, groups.get(), message)?;
            }
        }
        let mut given = Given::new();
        let attributes = set.attributes.as_deref().unwrap_or_default();
        let level = given.level(&structure.attributes.data_set, attributes);
        let level = level.and_then(|()| annotate(structure, &set.annotations, &mut given));
        let first = attributes.first().map_or("", |value| value.get());
        Ok(level.map(|()| given).map_err(|no| Fault::of(no, lines.place(first))))
    }

    fn observation(
        &mut self,
        series: Option<&str>,
        key: &str,
        value: &'m RawValue,
        given: Result<&Given, &Fault>,
        place: Place,
        import: &mut Import<'_>,
    ) -> Result<(), Error> {
        let count = self.measures.len();
        if !elements(value, &mut self.elements) {
            return import.reject(rules::FORMAT_INDEX, place, value.get(), 1, || {
                format!("`{}` is no list of values", shortened(value.get()))
            });
        }
        if self.elements.is_empty() {
            import.account.add_skipped(KEYS_ONLY, count as u64);
            return Ok(());
        }
        let is_filled = |value: &&&RawValue| value.get() != "null";
        let filled = self.elements.iter().take(count).filter(is_filled).count() as u64;
        if !self.locate(series, key) {
            return import.reject(rules::FORMAT_INDEX, place, key, filled, || {
                let (series, key) = (shortened(series.unwrap_or_default()), shortened(key));
                format!("`{key}` in `{series}` names no value of each dimension")
            });
        }
        let given = match given {
            Ok(given) => given,
            Err(fault) => {
                let message = || fault.message.clone();
                return import.reject(
                    rules::FORMAT_INDEX,
                    fault.place,
                    &fault.text,
                    filled,
                    message,
                );
            }
        };
        self.given.copy(given);
        if let Err(no) = self.attributes() {
            let fault = Fault::of(no, place);
            let message = || fault.message.clone();
            return import.reject(rules::FORMAT_INDEX, place, &fault.text, filled, message);
        }
        let time = code_at(&self.dimensions, &self.positions, self.time).0;
        let Some(period) = import.period(place, time, filled)? else { return Ok(()) };
        let Some(subject) = self.subject(place, filled, import)? else { return Ok(()) };
        let frequency =
            self.frequency.map_or("", |at| code_at(&self.dimensions, &self.positions, at).0);
        let dimensions = subject.dimensions_of(frequency, period);
        if let Some(text) = &self.given.no_scale {
            import.note(rules::UNIT_SCALE, place, text, || {
                format!("`{}` is no power of ten", shortened(text))
            });
        }
        let marks = Marks {
            status: Status::read(&self.given.status, self.given.codes),
            status_text: &self.given.status,
            status_place: place,
            confidential: is_confidential(&self.given.confidentiality),
            note: &self.given.note,
        };
        for (at, ((_, only_numbers), variable)) in
            self.measures.iter().zip(&*subject.variables).enumerate()
        {
            let value = self.elements.get(at).and_then(|value| super::message::text(value));
            let text = value.as_deref().unwrap_or_default();
            let Some(cell) = cell(import, place, text, *only_numbers, &marks)? else { continue };
            import.put(*variable, subject.area, dimensions, period, cell, place)?;
        }
        Ok(())
    }

    /// Finds the positions of the values of all dimensions; whether there are all.
    fn locate(&mut self, series: Option<&str>, key: &str) -> bool {
        let levels = &self.structure.dimensions;
        self.positions.clear();
        self.positions.resize(levels.data_set.len(), 0);
        let (of_series, of_observation) = (levels.series.len(), levels.observation.len());
        // A flat set may stand in a message whose structure has series.
        let parts = match series {
            Some(series) => [(series, of_series), (key, of_observation)],
            None => [("", 0), (key, of_series + of_observation)],
        };
        for (key, count) in parts {
            let before = self.positions.len();
            if count > 0 {
                for part in key.split(':') {
                    let Ok(position) = part.parse() else { return false };
                    self.positions.push(position);
                }
            }
            if self.positions.len() - before != count {
                return false;
            }
        }
        let mut all = self.dimensions.iter().zip(&self.positions);
        all.all(|(dimension, position)| dimension.value(*position).is_some())
    }

    /// Takes in what groups and the observation itself say.
    fn attributes(&mut self) -> Result<(), NoPosition> {
        let components = &self.structure.attributes.group;
        for (at, component) in components.iter().enumerate() {
            let mut value = None;
            for (of, group) in &self.groups {
                self.part.clear();
                self.part.extend(of.iter().filter_map(|at| self.positions.get(*at)));
                let values = group.get(self.part.as_slice());
                let one = values.and_then(|values| values.get(at)).copied();
                value = value.or(one.filter(|one| one.get() != "null"));
            }
            self.given.one(component, value)?;
        }
        let observation = &self.structure.attributes.observation;
        let rest = self.elements.get(self.measures.len()..).unwrap_or_default();
        let (attributes, annotations) = rest.split_at(rest.len().min(observation.len()));
        self.given.level(observation, attributes)?;
        for annotation in annotations {
            let found = annotation.get();
            let no = || NoPosition { found: found.to_owned(), component: "annotations".to_owned() };
            if found != "null" {
                let position = found.parse().map_err(|_| no())?;
                annotate(self.structure, &[position], &mut self.given)?;
            }
        }
        Ok(())
    }

    /// Of what the observation is; `None` where it was rejected.
    fn subject(
        &mut self,
        place: Place,
        filled: u64,
        import: &mut Import<'_>,
    ) -> Result<Option<Subject>, Error> {
        self.key.clear();
        for (_, position) in self.positions.iter().enumerate().filter(|(at, _)| *at != self.time) {
            self.key.extend_from_slice(&position.to_le_bytes());
        }
        self.key.extend_from_slice(&self.given.unit.len().to_le_bytes());
        self.key.extend_from_slice(self.given.unit.as_bytes());
        self.key.extend_from_slice(self.given.scale.as_bytes());
        if let Some(subject) = self.subjects.get(self.key.as_slice()) {
            return Ok(Some(subject.clone()));
        }
        let read = |at: usize| code_at(&self.dimensions, &self.positions, at);
        let area = match (self.area, &self.components.everywhere) {
            (Some(at), _) => {
                let (code, name) = read(at);
                import.area(place, code, name, || filled)?
            }
            (None, Some(area)) => Some(import.builder.area(area.clone(), "", "")),
            (None, None) => None,
        };
        let Some(area) = area else { return Ok(None) };
        let structure = self.structure.id().unwrap_or_default();
        let structure = structure.split_once('(').map_or(structure, |(id, _)| id);
        let name = self.structure.name.as_deref().unwrap_or_default();
        let (code, name) = self.variable.map_or((structure, name), read);
        let several = self.measures.len() > 1;
        let variables = self.measures.iter().map(|(measure, _)| {
            let measure = several.then_some(*measure);
            let (unit, scale) = (self.given.unit.as_str(), self.given.scale.as_str());
            Described { code, name, measure, unit, scale }.variable(import)
        });
        let variables = variables.collect();
        let own = [self.area, Some(self.time), self.variable, self.frequency];
        let others = self.dimensions.iter().enumerate().filter(|(at, _)| !own.contains(&Some(*at)));
        let list = others.map(|(at, dimension)| (dimension.id.as_str(), read(at).0));
        let list = list.filter(|(_, code)| !matches!(*code, "" | "~"));
        let dimensions = import.dimensions(list.clone().collect());
        let with_frequency = self
            .frequency
            .map(|at| import.dimensions(list.chain([(FREQUENCY, read(at).0)]).collect()));
        let subject = Subject { area, variables, dimensions, with_frequency };
        self.subjects.insert(self.key.as_slice().into(), subject.clone());
        Ok(Some(subject))
    }
}

/// The code and name of the value of a dimension.
fn code_at<'s>(dimensions: &[&'s Component], positions: &[usize], at: usize) -> (&'s str, &'s str) {
    let coded = positions.get(at).and_then(|position| dimensions.get(at)?.value(*position));
    coded.map_or(("", ""), |coded| (coded.code(), coded.name()))
}
