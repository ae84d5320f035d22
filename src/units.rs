//! Lengths of time and sizes, in the language in use, with the browser's `Intl` API.

use js_sys::{Array, Intl, Object, Reflect};

const MINUTES_PER_HOUR: u64 = 60;

/// A length of at least a minute: "42 min", "1 h 5 min".
pub fn length(minutes: u64, language: &'static str) -> String {
    let (hours, rest) = (minutes / MINUTES_PER_HOUR, minutes % MINUTES_PER_HOUR);
    let parts = [(hours, "hour"), (rest, "minute")];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let parts = parts.map(|(count, unit)| with_unit(to_float(count), unit, language));
    // On one line.
    parts
        .collect::<Vec<_>>()
        .join("\u{a0}")
        .replace(' ', "\u{a0}")
}

/// A size in bytes: "850 kB", "120 MB", "1.4 GB".
pub fn size(bytes: u64, language: &'static str) -> String {
    match bytes {
        ..1_000_000 => with_unit(whole(bytes, 1_000), "kilobyte", language),
        1_000_000..1_000_000_000 => with_unit(whole(bytes, 1_000_000), "megabyte", language),
        _ => {
            let tenths = bytes.div_ceil(100_000_000);
            with_unit(to_float(tenths) / 10.0, "gigabyte", language)
        }
    }
    .replace(' ', "\u{a0}")
}

/// A number of units, rounded up: what has a size is not shown with none.
fn whole(bytes: u64, unit: u64) -> f64 {
    to_float(bytes.div_ceil(unit))
}

#[allow(clippy::cast_precision_loss, reason = "counts of units are small")]
fn to_float(count: u64) -> f64 {
    count as f64
}

fn with_unit(count: f64, unit: &str, language: &'static str) -> String {
    let options = Object::new();
    for (key, value) in [("style", "unit"), ("unit", unit)] {
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&options, &key.into(), &value.into());
    }
    let format = Intl::NumberFormat::new(&Array::of1(&language.into()), &options).format();
    let formatted = format.call1(&format, &count.into()).ok();
    formatted
        .and_then(|formatted| formatted.as_string())
        .unwrap_or_default()
}
