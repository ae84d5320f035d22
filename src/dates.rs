//! Moments as people tell them, in the language in use and at the device's time: by the browser's own
//! calendar.

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use parvis_contract::timestamp::Timestamp;

const DAY_MS: f64 = 86_400_000.0;

/// A moment in the language of a tag.
pub struct Moment {
    date: Date,
    language: &'static str,
}

impl Moment {
    /// In milliseconds since 1970.
    pub fn at(milliseconds: f64, language: &'static str) -> Self {
        Self {
            date: Date::new(&milliseconds.into()),
            language,
        }
    }

    /// As it comes over the wire.
    pub fn of(timestamp: &Timestamp, language: &'static str) -> Self {
        Self::at(Date::parse(&timestamp.0), language)
    }

    /// The day and the time in full.
    pub fn exact(&self) -> String {
        let options = options(&[("dateStyle", "full"), ("timeStyle", "short")]);
        let languages = Array::of1(&self.language.into());
        let format: Function = Intl::DateTimeFormat::new(&languages, &options).format();
        let told = format.call1(&format, &self.date).ok();
        let told = told.and_then(|told| told.as_string()).unwrap_or_default();
        // The first of a month is an ordinal in French, which browsers do not know.
        match (self.language, self.date.get_date()) {
            ("fr", 1) => told.replacen(" 1 ", " 1er ", 1),
            _ => told,
        }
    }

    /// How long ago it was, in days or more: "yesterday".
    pub fn ago(&self) -> String {
        let days = (midnight(&Date::new_0()) - midnight(&self.date)) / DAY_MS;
        // An hour more or less, where the clocks were changed in between.
        let (count, unit) = in_large(days.round());
        let languages = Array::of1(&self.language.into());
        let format = Intl::RelativeTimeFormat::new(&languages, &options(&[("numeric", "auto")]));
        format.format(-count, unit).into()
    }
}

/// Days in the largest unit that they fill.
fn in_large(days: f64) -> (f64, &'static str) {
    let (length, name) = match days {
        days if days < 7.0 => (1.0, "day"),
        days if days < 31.0 => (7.0, "week"),
        days if days < 365.0 => (30.5, "month"),
        _ => (365.0, "year"),
    };
    ((days / length).floor().max(0.0), name)
}

fn midnight(date: &Date) -> f64 {
    let day = Date::new(&date.get_time().into());
    day.set_hours(0);
    day.set_minutes(0);
    day.set_seconds(0);
    day.set_milliseconds(0)
}

fn options(pairs: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (key, value) in pairs {
        // A plain object takes any property.
        let _ = Reflect::set(&options, &(*key).into(), &(*value).into());
    }
    options
}
