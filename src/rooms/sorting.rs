//! Sorting, compiled once: the compiler generates a sort for each type, and the browser would download each.

use std::cmp::Ordering;

/// The indices of `length` items, sorted by `compare`, which compares two indices.
pub fn places(length: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..length).collect();
    places.sort_unstable_by(|a, b| compare(*a, *b));
    places
}
