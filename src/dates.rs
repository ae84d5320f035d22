//! Date formatting: points in time in the language in use and the device's time zone, with the browser's
//! `Intl` API.

use std::cell::RefCell;

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use parvis_contract::timestamp::Timestamp;

const DAY_MS: f64 = 86_400_000.0;

thread_local! {
    /// The formatters of the last language: making them takes longer than using them.
    static LAST_FORMATS: RefCell<Option<DateFormats>> = const { RefCell::new(None) };
}

/// The formatters of one language.
struct DateFormats {
    language: &'static str,
    /// Formats day and time in full.
    exact: Function,
    /// Formats the day.
    day: Function,
    /// Formats relative times, such as "yesterday".
    ago: Intl::RelativeTimeFormat,
}

impl DateFormats {
    fn of(language: &'static str) -> Self {
        let languages = Array::of1(&language.into());
        let in_full = options(&[("dateStyle", "full"), ("timeStyle", "short")]);
        Self {
            language,
            exact: Intl::DateTimeFormat::new(&languages, &in_full).format(),
            day: Intl::DateTimeFormat::new(&languages, &options(&[("dateStyle", "long")])).format(),
            ago: Intl::RelativeTimeFormat::new(&languages, &options(&[("numeric", "auto")])),
        }
    }
}

/// A point in time, and the tag of the language to format it in.
pub struct Moment {
    date: Date,
    language: &'static str,
}

impl Moment {
    /// A point in time in milliseconds since 1970.
    pub fn at(milliseconds: f64, language: &'static str) -> Self {
        Self {
            date: Date::new(&milliseconds.into()),
            language,
        }
    }

    /// A point in time from the API.
    pub fn of(timestamp: &Timestamp, language: &'static str) -> Self {
        Self::at(Date::parse(&timestamp.0), language)
    }

    /// The day and the time in full.
    pub fn exact(&self) -> String {
        let formatted = self.formatted(|formats| &formats.exact);
        // The first of a month is an ordinal in French, which browsers do not format.
        match (self.language, self.date.get_date()) {
            ("fr", 1) => formatted.replacen(" 1 ", " 1er ", 1),
            _ => formatted,
        }
    }

    /// The day.
    pub fn day(&self) -> String {
        let formatted = self.formatted(|formats| &formats.day);
        match (
            self.language,
            self.date.get_date(),
            formatted.strip_prefix("1 "),
        ) {
            ("fr", 1, Some(rest)) => format!("1er {rest}"),
            _ => formatted,
        }
    }

    fn formatted(&self, format: fn(&DateFormats) -> &Function) -> String {
        let formatted = self.with_formats(|formats| {
            let format = format(formats);
            format.call1(format, &self.date).ok()
        });
        formatted
            .and_then(|formatted| formatted.as_string())
            .unwrap_or_default()
    }

    /// How long ago it was, in days or longer units.
    pub fn ago(&self) -> String {
        let days = (midnight(&Date::new_0()) - midnight(&self.date)) / DAY_MS;
        // Rounded, as a change of the clocks makes a day an hour longer or shorter.
        let days = days.round();
        // Units longer than a day are used from two on: seven days ago need not be "last week".
        let (length, unit) = match days {
            days if days < 14.0 => (1.0, "day"),
            days if days < 61.0 => (7.0, "week"),
            days if days < 730.0 => (30.5, "month"),
            _ => (365.0, "year"),
        };
        let count = (days / length).floor().max(0.0);
        self.with_formats(|formats| formats.ago.format(-count, unit).into())
    }

    fn with_formats<T>(&self, read: impl FnOnce(&DateFormats) -> T) -> T {
        LAST_FORMATS.with_borrow_mut(|last| {
            if last
                .as_ref()
                .is_none_or(|last| last.language != self.language)
            {
                *last = None;
            }
            read(last.get_or_insert_with(|| DateFormats::of(self.language)))
        })
    }
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
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&options, &(*key).into(), &(*value).into());
    }
    options
}
