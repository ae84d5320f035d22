//! Collation: the order of names, as a dictionary of the language has it. The browser's own collator, which follows
//! the same rules as the backend's.

use js_sys::{Array, Function, Intl, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::sorting::places;

/// Compares names.
pub struct Collator(Function);

impl Collator {
    /// The collator of the language with this tag; numbers count by their value.
    pub fn of(language: &str) -> Self {
        let options = Object::new();
        // An object that was just made takes a property.
        let _ = Reflect::set(&options, &"numeric".into(), &JsValue::TRUE);
        Self(Intl::Collator::new(&Array::of1(&language.into()), &options).compare())
    }

    /// The place of each name among them all; equal names share one.
    pub fn ranks<'a>(&self, names: impl Iterator<Item = &'a str>) -> Vec<u32> {
        let names: Vec<JsString> = names.map(JsString::from).collect();
        let mut compare = |a: usize, b: usize| self.compare(&names[a], &names[b]);
        let places = places(names.len(), &mut compare);
        let mut ranks = vec![0; names.len()];
        let mut rank = 0;
        for (index, place) in places.iter().enumerate() {
            if index > 0 && compare(places[index - 1], *place).is_ne() {
                rank += 1;
            }
            ranks[*place] = rank;
        }
        ranks
    }

    fn compare(&self, a: &JsString, b: &JsString) -> std::cmp::Ordering {
        let (a, b): (&JsValue, &JsValue) = (a.unchecked_ref(), b.unchecked_ref());
        let answer = self.0.call2(&JsValue::UNDEFINED, a, b);
        // It answers a number for any two texts.
        let sign = answer.ok().and_then(|sign| sign.as_f64()).unwrap_or(0.0);
        sign.total_cmp(&0.0)
    }
}
