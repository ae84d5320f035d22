//! Help: the portal's own pages, where the instance names no others.

mod accessibility;
mod points;
mod rights;
mod shortcuts;

pub use accessibility::AccessibilityPage;
pub use rights::RightsPage;
pub use shortcuts::ShortcutsPage;
