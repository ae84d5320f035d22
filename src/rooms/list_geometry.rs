//! Where the list stands in the window.

use leptos::prelude::*;
use parvis_ui::spawn;
use web_sys::Element;

use super::rendered_rows::LIST_ID;
use super::row_range::RowRange;

/// The list's place and size, in pixels.
#[derive(Clone, Copy)]
pub struct ListGeometry {
    /// The distance from the window's top to the list's top; negative once one has scrolled beyond it.
    pub top: f64,
    pub width: usize,
    pub height: usize,
    pub window_height: usize,
}

/// The height of what is above the list, in pixels: with a notice of two lines, at the width of a desktop. Where it is
/// less, the last row in view comes with the next frame.
const ABOVE: f64 = 500.0;

impl ListGeometry {
    /// Reads it from the page; `None` if the list is not shown.
    pub fn read() -> Option<Self> {
        let bounds = document()
            .get_element_by_id(LIST_ID)?
            .get_bounding_client_rect();
        Some(Self {
            top: bounds.top(),
            width: pixels(bounds.width()),
            height: pixels(bounds.height()),
            window_height: window_height(),
        })
    }

    /// What is to be expected before the list is shown.
    pub fn expected() -> Self {
        Self {
            top: ABOVE,
            width: 0,
            height: 0,
            window_height: window_height(),
        }
    }

    /// The rows in view, if each has this height, in pixels.
    pub fn view(self, row_height: usize) -> RowRange {
        let above = pixels(-self.top);
        let start = above / row_height;
        // What is above the list has its place in the window too.
        let end = (self.window_height + above).saturating_sub(pixels(self.top));
        RowRange {
            start,
            end: (end / row_height + 1).max(start),
        }
    }
}

/// Keeps a row at its distance from the window's top, in pixels, while rows that are rendered before it take the place
/// of a gap: they may have another height than it had. To be called once the change has been made. The browser's own
/// anchoring, which Safari lacks, follows the gap, but not the rows that take its place.
pub fn keep_in_place(row: Element, top: f64) {
    // Runs after what the change renders.
    spawn(async move {
        let moved = row.get_bounding_client_rect().top() - top;
        if row.is_connected() && moved.abs() >= 1.0 {
            window().scroll_by_with_x_and_y(0.0, moved);
        }
    });
}

fn window_height() -> usize {
    let height = window().inner_height().ok();
    pixels(height.and_then(|height| height.as_f64()).unwrap_or(0.0))
}

/// A length in whole pixels; a negative one is none.
fn pixels(length: f64) -> usize {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is cut off at the bounds"
    )]
    let pixels = length.max(0.0) as usize;
    pixels
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_in_view_follow_from_the_place_of_the_list() {
        let view = |top| {
            let geometry = ListGeometry {
                top,
                width: 1_000,
                height: 65_000,
                window_height: 900,
            };
            let RowRange { start, end } = geometry.view(65);
            (start, end)
        };
        // Half of the window is above the list.
        assert_eq!(view(450.0), (0, 7));
        assert_eq!(view(0.0), (0, 14));
        assert_eq!(view(-6_500.0), (100, 114));
        // Below the window.
        assert_eq!(view(1_000.0), (0, 1));
    }
}
