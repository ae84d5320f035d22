//! Help pages of the portal, for instances that name no others.

mod accessibility;
mod rights;
mod section;
mod shortcuts;

pub use accessibility::AccessibilityPage;
pub use rights::RightsPage;
pub use shortcuts::ShortcutsPage;
