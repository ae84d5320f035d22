//! Date formatting: points in time in the language in use and the device's time zone, with the browser's
//! `Intl` API; and how many days ago they were.

use std::cell::{OnceCell, RefCell};

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use parvis_contract::timestamp::Timestamp;

const DAY_MS: f64 = 86_400_000.0;

thread_local! {
    /// The formatters of the last language: making them takes longer than using them.
    static LAST_FORMATS: RefCell<Option<DateFormats>> = const { RefCell::new(None) };
}

/// The formatters of one language. Each is made when it is used, as a slow laptop takes some 20 ms for it.
struct DateFormats {
    language: &'static str,
    /// Formats day and time in full.
    exact: OnceCell<Function>,
    /// Formats the day.
    day: OnceCell<Function>,
}

impl DateFormats {
    fn of(language: &'static str) -> Self {
        Self {
            language,
            exact: OnceCell::new(),
            day: OnceCell::new(),
        }
    }

    fn languages(&self) -> Array {
        Array::of1(&self.language.into())
    }

    fn exact(&self) -> &Function {
        let in_full = || options(&[("dateStyle", "full"), ("timeStyle", "short")]);
        self.exact
            .get_or_init(|| Intl::DateTimeFormat::new(&self.languages(), &in_full()).format())
    }

    fn day(&self) -> &Function {
        let long = || options(&[("dateStyle", "long")]);
        self.day
            .get_or_init(|| Intl::DateTimeFormat::new(&self.languages(), &long()).format())
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
        let formatted = self.formatted(DateFormats::exact);
        // The first of a month is an ordinal in French, which browsers do not format.
        match (self.language, self.date.get_date()) {
            ("fr", 1) => formatted.replacen(" 1 ", " 1er ", 1),
            _ => formatted,
        }
    }

    /// The day.
    pub fn day(&self) -> String {
        let formatted = self.formatted(DateFormats::day);
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

    /// How long ago it was.
    pub fn ago(&self) -> Ago {
        let days = (midnight(&Date::new_0()) - midnight(&self.date)) / DAY_MS;
        // Rounded, as a change of the clocks makes a day an hour longer or shorter.
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "it is cut off at the bounds"
        )]
        let days = days.round() as u32;
        Ago::of_days(days)
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

/// How long ago a day was. The texts are ours: making the browser's formatter would delay the first room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ago {
    Today,
    Yesterday,
    DayBeforeYesterday,
    Days(u32),
    Weeks(u32),
    Months(u32),
    Years(u32),
}

impl Ago {
    /// Units longer than a day are used from two on: seven days ago need not be "last week".
    fn of_days(days: u32) -> Self {
        match days {
            0 => Self::Today,
            1 => Self::Yesterday,
            2 => Self::DayBeforeYesterday,
            3..14 => Self::Days(days),
            14..61 => Self::Weeks(days / 7),
            // Of 30.5 days each.
            61..730 => Self::Months(days * 2 / 61),
            _ => Self::Years(days / 365),
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_as_long_ago_as_people_say() {
        for (days, ago) in [
            (0, Ago::Today),
            (1, Ago::Yesterday),
            (2, Ago::DayBeforeYesterday),
            (3, Ago::Days(3)),
            (13, Ago::Days(13)),
            (14, Ago::Weeks(2)),
            (60, Ago::Weeks(8)),
            (61, Ago::Months(2)),
            (729, Ago::Months(23)),
            (730, Ago::Years(2)),
            (u32::MAX, Ago::Years(11_767_033)),
        ] {
            assert_eq!(Ago::of_days(days), ago, "{days}");
        }
    }
}
