//! Collation: the order of names in a language, with the browser's collator, which follows the same rules as
//! the backend's.

use js_sys::{Array, Function, Intl, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::sorting::sorted_indices;

/// Compares names.
pub struct Collator(Function);

impl Collator {
    /// The collator of the language with this tag; numbers are compared by value.
    pub fn of(language: &str) -> Self {
        let options = Object::new();
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&options, &"numeric".into(), &JsValue::TRUE);
        Self(Intl::Collator::new(&Array::of1(&language.into()), &options).compare())
    }

    /// The rank of each name among all; equal names share a rank.
    pub fn ranks(&self, names: &[String]) -> Vec<usize> {
        let names: Vec<JsString> = names.iter().map(|name| name.as_str().into()).collect();
        let mut compare = |a: usize, b: usize| self.compare(&names[a], &names[b]);
        let places = sorted_indices(names.len(), &mut compare);
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
        // It returns a number for any two texts.
        let sign = answer.ok().and_then(|sign| sign.as_f64()).unwrap_or(0.0);
        sign.total_cmp(&0.0)
    }
}
