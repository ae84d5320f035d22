//! Row of a delegate in the list.

use leptos::prelude::*;
use parvis_ui::{Button, dynamic};

use super::list::{DelegateRow, Delegates, OFFER, REMOVE, UNDO};
use super::state::ShownDelegate;
use crate::i18n::Text;
use crate::i18n::agents::{self, AgentTexts};
use crate::i18n::delegates::{DelegateTexts, compose, say};

/// A delegate with the actions; or, once removed, a button that adds the person again.
#[component]
pub fn DelegateLine(delegates: Delegates, row: DelegateRow) -> impl IntoView {
    let state = Memo::new(move |_| {
        let is_removed = row.read(|delegate| *delegate.removed.shown());
        (row.is_gone(), is_removed)
    });
    let content = dynamic(move || match state.get() {
        (true, _) => {
            let label: Text = Signal::derive(move || row.read(ShownDelegate::label));
            view! { <p class="room__gone">{label}</p> }.into_any()
        }
        (false, true) => view! { <Removed delegates row /> }.into_any(),
        (false, false) => view! { <Active delegates row /> }.into_any(),
    });
    view! { <li class="delegate">{content} {row.refusal()}</li> }
}

#[component]
fn Active(delegates: Delegates, row: DelegateRow) -> impl IntoView {
    let label: Text = Signal::derive(move || row.read(ShownDelegate::label));
    // The address beside the name, once that is known.
    let email: Text = Signal::derive(move || {
        row.read(|delegate| {
            let name = delegate.remote.name.as_ref();
            name.map_or_else(String::new, |_| delegate.remote.email.clone())
        })
    });
    let is_active = Memo::new(move |_| row.read(|delegate| delegate.remote.is_active));
    let is_offered = Memo::new(move |_| row.read(|delegate| *delegate.offered.shown()));
    let of = compose(move |texts| texts.of(&row.read(ShownDelegate::label)));
    let to = compose(move |texts| texts.to(&row.read(ShownDelegate::label)));
    let remove = Callback::new(move |()| delegates.remove(row));
    let offer = dynamic(move || {
        if !is_active.get() {
            return ().into_any();
        }
        let is_offered = is_offered.get();
        let on_press = Callback::new(move |()| delegates.offer(row, !is_offered));
        let text = if is_offered {
            say(DelegateTexts::withdraw)
        } else {
            say(DelegateTexts::offer)
        };
        view! {
            <Button
                class="fr-btn fr-btn--tertiary fr-btn--sm"
                id=row.element_id(OFFER)
                text
                detail=to
                on_press
            />
        }
        .into_any()
    });
    let state = dynamic(move || {
        if !is_active.get() {
            view! { <p class="fr-hint-text">{say(DelegateTexts::waiting)}</p> }.into_any()
        } else if is_offered.get() {
            let offered = compose(move |texts| texts.offered(&row.read(ShownDelegate::label)));
            view! { <p class="delegate__offer">{offered}</p> }.into_any()
        } else {
            ().into_any()
        }
    });
    view! {
        <div class="delegate__line">
            <div class="delegate__who">
                <h2 class="delegate__name">{label}</h2>
                <p class="fr-hint-text">{email}</p>
                {state}
            </div>
            <div class="delegate__actions">
                {offer}
                <Button
                    class="fr-btn fr-btn--tertiary fr-btn--sm"
                    id=row.element_id(REMOVE)
                    text=say(DelegateTexts::remove)
                    detail=of
                    on_press=remove
                />
            </div>
        </div>
    }
}

#[component]
fn Removed(delegates: Delegates, row: DelegateRow) -> impl IntoView {
    let sentence = compose(move |texts| texts.removed(&row.read(ShownDelegate::label)));
    let detail = compose(move |texts| texts.undo_detail(&row.read(ShownDelegate::label)));
    // A former owner without a verified address cannot be added again.
    let can_undo = row.read_untracked(ShownDelegate::can_be_added_again);
    let undo = Callback::new(move |()| delegates.undo_removal(row));
    view! {
        <div class="room__line room__line--deleted">
            <p class="room__gone">{sentence}</p>
            {can_undo
                .then(|| {
                    view! {
                        <Button
                            class="fr-btn fr-btn--secondary"
                            id=row.element_id(UNDO)
                            text=agents::say(AgentTexts::undo)
                            detail
                            on_press=undo
                        />
                    }
                })}
        </div>
    }
}
