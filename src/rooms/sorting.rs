//! Sorting, compiled once: the compiler generates a sort for each type, and the browser would download each.

use std::cmp::Ordering;

/// The indices of `length` items, sorted by `compare`, which compares two indices.
pub fn sorted_indices(
    length: usize,
    compare: &mut dyn FnMut(usize, usize) -> Ordering,
) -> Vec<usize> {
    let mut indices: Vec<usize> = (0..length).collect();
    indices.sort_unstable_by(|a, b| compare(*a, *b));
    indices
}
