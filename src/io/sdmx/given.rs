//! What the attributes of a message in SDMX-JSON say of an observation.

use serde_json::value::RawValue;

use super::components::{CONFIDENTIALITY, SCALE, STATUS, UNIT};
use super::message::{Component, elements, text};
use super::note;
use super::observation::scale;
use super::status::Codes;

/// What attributes say of an observation, those of all levels together.
#[derive(Debug)]
pub(super) struct Given {
    pub(super) status: String,
    pub(super) codes: Codes,
    pub(super) unit: String,
    pub(super) scale: String,
    /// What stands where the exponent should.
    pub(super) no_scale: Option<String>,
    pub(super) confidentiality: String,
    pub(super) note: String,
}

/// What stands where a position should be.
#[derive(Debug, Clone)]
pub(super) struct NoPosition {
    pub(super) found: String,
    pub(super) component: String,
}

impl Given {
    pub(super) fn new() -> Self {
        Self {
            status: String::new(),
            codes: Codes::Several(';'),
            unit: String::new(),
            scale: String::new(),
            no_scale: None,
            confidentiality: String::new(),
            note: String::new(),
        }
    }

    /// Becomes the same as another one, in the memory that it has.
    pub(super) fn copy(&mut self, other: &Self) {
        self.status.clone_from(&other.status);
        self.codes = other.codes;
        self.unit.clone_from(&other.unit);
        self.scale.clone_from(&other.scale);
        self.no_scale.clone_from(&other.no_scale);
        self.confidentiality.clone_from(&other.confidentiality);
        self.note.clone_from(&other.note);
    }

    /// Takes in the attributes of a level. Those at the end may be left out.
    pub(super) fn level(
        &mut self,
        components: &[Component],
        values: &[&RawValue],
    ) -> Result<(), NoPosition> {
        for (at, component) in components.iter().enumerate() {
            self.one(component, values.get(at).copied())?;
        }
        Ok(())
    }

    /// Takes in one attribute, or its default.
    pub(super) fn one(
        &mut self,
        component: &Component,
        value: Option<&RawValue>,
    ) -> Result<(), NoPosition> {
        let Some(value) = value.filter(|value| value.get() != "null") else {
            if !component.default.0.is_empty() {
                self.say(component, &component.default.0, "");
            }
            return Ok(());
        };
        let mut several = Vec::new();
        if !elements(value, &mut several) {
            return self.value(component, value);
        }
        several.into_iter().try_for_each(|value| self.value(component, value))
    }

    fn value(&mut self, component: &Component, value: &RawValue) -> Result<(), NoPosition> {
        let Some(text) = text(value) else { return Ok(()) };
        let is_text = value.get().starts_with(['"', '{']);
        if component.values.is_empty() || is_text {
            self.say(component, &text, "");
            return Ok(());
        }
        let position: Option<usize> = text.parse().ok();
        match position.and_then(|position| component.values.get(position)) {
            Some(Some(coded)) => self.say(component, coded.code(), coded.name()),
            Some(None) => {}
            None => {
                let (found, component) = (text.into_owned(), component.id.clone());
                return Err(NoPosition { found, component });
            }
        }
        Ok(())
    }

    fn say(&mut self, component: &Component, code: &str, name: &str) {
        let id = component.id.as_str();
        let is = |known: &str| {
            id.eq_ignore_ascii_case(known) || component.roles.iter().any(|role| role == known)
        };
        if is(UNIT) {
            code.clone_into(&mut self.unit);
        } else if is(SCALE) && scale(code).is_some() {
            code.clone_into(&mut self.scale);
        } else if STATUS.iter().any(|known| is(known)) {
            if !self.status.is_empty() {
                self.status.push(';');
            }
            self.status.push_str(code);
            if id.eq_ignore_ascii_case("OBS_FLAG") {
                self.codes = Codes::Eurostat;
            }
        } else {
            if is(SCALE) {
                self.no_scale = Some(code.to_owned());
            }
            if CONFIDENTIALITY.iter().any(|known| is(known)) {
                code.clone_into(&mut self.confidentiality);
            }
            if name.is_empty() || name == code {
                note::add(&mut self.note, id, code);
            } else {
                note::add(&mut self.note, id, &format!("{code}: {name}"));
            }
        }
    }
}
