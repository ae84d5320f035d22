//! Sorting, in one copy: the compiler writes a sort anew for each type that it sorts, and the browser
//! downloads each.

use std::cmp::Ordering;

/// The places of `length` things once they are sorted by `compare`, which is given places.
pub fn places(length: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..length).collect();
    places.sort_unstable_by(|a, b| compare(*a, *b));
    places
}
