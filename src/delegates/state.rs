//! What the page shows of a delegate: what the backend has confirmed, and pending changes.

use parvis_contract::delegate::Delegate;

use crate::optimistic::Optimistic;
use crate::rows::RowValue;

/// A delegate on the page.
#[derive(Clone)]
pub struct ShownDelegate {
    /// The delegate as the backend has it.
    pub remote: Delegate,
    pub removed: Optimistic<bool>,
    pub offered: Optimistic<bool>,
}

impl ShownDelegate {
    /// What the person is called: the name once it is known, before that the address.
    pub fn label(&self) -> String {
        let Delegate { name, email, .. } = &self.remote;
        name.clone().unwrap_or_else(|| email.clone())
    }

    /// Whether it can be added again after a removal: a former owner may have no verified address.
    pub fn can_be_added_again(&self) -> bool {
        !self.remote.email.is_empty()
    }
}

impl RowValue for ShownDelegate {
    type Remote = Delegate;

    fn new(delegate: Delegate) -> Self {
        Self {
            removed: Optimistic::new(false),
            offered: Optimistic::new(delegate.handover_offered),
            remote: delegate,
        }
    }

    /// The same delegation; or one that was removed here, and is there again under another identifier.
    fn is(&self, delegate: &Delegate) -> bool {
        let is_again = *self.removed.shown()
            && self.can_be_added_again()
            && self.remote.email.eq_ignore_ascii_case(&delegate.email);
        self.remote.id == delegate.id || is_again
    }

    /// Until the page is left, the removal can be undone.
    fn stays(&self) -> bool {
        *self.removed.shown()
    }

    fn apply_remote(&mut self, delegate: Delegate) {
        self.removed.apply_remote(false);
        self.offered.apply_remote(delegate.handover_offered);
        self.remote = delegate;
    }
}
