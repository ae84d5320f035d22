//! Moments as people tell them, in the language in use and at the device's time: by the browser's own
//! calendar.

use std::cell::RefCell;

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use parvis_contract::timestamp::Timestamp;

const DAY_MS: f64 = 86_400_000.0;

thread_local! {
    /// The calendar that was asked last: making one takes longer than asking it.
    static LAST: RefCell<Option<Calendar>> = const { RefCell::new(None) };
}

/// How one language tells moments.
struct Calendar {
    language: &'static str,
    /// Day and time in full.
    exact: Function,
    /// "yesterday"
    ago: Intl::RelativeTimeFormat,
}

impl Calendar {
    fn of(language: &'static str) -> Self {
        let languages = Array::of1(&language.into());
        let in_full = options(&[("dateStyle", "full"), ("timeStyle", "short")]);
        Self {
            language,
            exact: Intl::DateTimeFormat::new(&languages, &in_full).format(),
            ago: Intl::RelativeTimeFormat::new(&languages, &options(&[("numeric", "auto")])),
        }
    }
}

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
        let told = self.ask(|calendar| calendar.exact.call1(&calendar.exact, &self.date).ok());
        let told = told.and_then(|told| told.as_string()).unwrap_or_default();
        // The first of a month is an ordinal in French, which browsers do not know.
        match (self.language, self.date.get_date()) {
            ("fr", 1) => told.replacen(" 1 ", " 1er ", 1),
            _ => told,
        }
    }

    /// How long ago it was, in days or more.
    pub fn ago(&self) -> String {
        let days = (midnight(&Date::new_0()) - midnight(&self.date)) / DAY_MS;
        // An hour more or less, where the clocks were changed in between.
        let days = days.round();
        // Two at least of what is longer than a day: what lies back by seven days need not be of last week.
        let (length, unit) = match days {
            days if days < 14.0 => (1.0, "day"),
            days if days < 61.0 => (7.0, "week"),
            days if days < 730.0 => (30.5, "month"),
            _ => (365.0, "year"),
        };
        let count = (days / length).floor().max(0.0);
        self.ask(|calendar| calendar.ago.format(-count, unit).into())
    }

    fn ask<T>(&self, ask: impl FnOnce(&Calendar) -> T) -> T {
        LAST.with_borrow_mut(|last| {
            if last
                .as_ref()
                .is_none_or(|last| last.language != self.language)
            {
                *last = None;
            }
            ask(last.get_or_insert_with(|| Calendar::of(self.language)))
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
        // A plain object takes any property.
        let _ = Reflect::set(&options, &(*key).into(), &(*value).into());
    }
    options
}
