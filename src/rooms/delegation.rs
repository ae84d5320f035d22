//! What a delegate does with a room of somebody else: leaves it, or answers the offer to take it over.

use leptos::prelude::*;
use parvis_ui::{Alert, AlertKind, Button, dynamic, focus_soon, spawn};

use super::list::RoomList;
use super::state::{RoomEntry, RoomNotice};
use crate::api::{Api, ApiError};
use crate::home_ids::leave_button_id;
use crate::i18n::agents::{AgentTexts, compose, say, texts_untracked};

impl RoomList {
    /// Ends the person's delegation.
    fn leave(self, api: Api, entry: RoomEntry) {
        spawn(async move {
            match api.leave_room(entry.id).await {
                Ok(()) => {
                    entry.set_notice(None);
                    self.say_of(entry, AgentTexts::left);
                    self.record_change();
                    self.refresh(api);
                }
                Err(error) => self.refused(api, entry, RoomNotice::LeaveRefused, error),
            }
        });
    }

    /// Answers the owner's offer to hand a room over.
    fn answer_handover(self, api: Api, entry: RoomEntry, accepts: bool) {
        spawn(async move {
            match api.answer_handover(entry.id, accepts).await {
                Ok(()) => {
                    entry.set_notice(None);
                    entry.update(|room| {
                        room.handover_offered = false;
                        if accepts {
                            room.owner = None;
                        }
                    });
                    if accepts {
                        self.say_of(entry, AgentTexts::handed_over);
                    }
                    self.record_change();
                    self.refresh(api);
                }
                Err(error) => self.refused(api, entry, RoomNotice::HandoverRefused, error),
            }
        });
    }

    fn refused(
        self,
        api: Api,
        entry: RoomEntry,
        notice: fn(ApiError) -> RoomNotice,
        error: ApiError,
    ) {
        entry.set_notice(Some(notice(error)));
        // The owner may have withdrawn the offer, or the delegation.
        self.refresh(api);
    }

    fn say_of(self, entry: RoomEntry, what: fn(AgentTexts, &str) -> String) {
        let text = what(texts_untracked(self.i18n), &entry.name_untracked());
        self.announcer.announce(text);
    }
}

/// Asks whether to leave a room, which only its owner can undo.
#[component]
pub fn ConfirmLeaving(entry: RoomEntry, list: RoomList) -> impl IntoView {
    let api = Api::get();
    let detail = compose(move |texts| texts.leave_detail(&entry.owner().unwrap_or_default()));
    let leave = Callback::new(move |()| list.leave(api, entry));
    let stay = Callback::new(move |()| {
        entry.set_notice(None);
        focus_soon(leave_button_id(entry.id));
    });
    view! {
        <Alert kind=AlertKind::Info title=say(AgentTexts::leave_sure)>
            <p>{detail}</p>
            <div class="alert-actions">
                <Button class="fr-btn fr-btn--sm" text=say(AgentTexts::leave) on_press=leave />
                <Button
                    class="fr-btn fr-btn--secondary fr-btn--sm"
                    text=compose(|texts| texts.shared().cancel().to_owned())
                    on_press=stay
                />
            </div>
        </Alert>
    }
}

/// The owner's offer to hand the room over, while there is one.
#[component]
pub fn HandoverOffer(entry: RoomEntry, list: RoomList) -> impl IntoView {
    let api = Api::get();
    let is_offered = Memo::new(move |_| {
        entry
            .read(|room| room.handover_offered && room.owner.is_some())
            .unwrap_or_default()
    });
    let answer = move |accepts| Callback::new(move |()| list.answer_handover(api, entry, accepts));
    dynamic(move || {
        if !is_offered.get() {
            return ().into_any();
        }
        let title =
            compose(move |texts| texts.handover_offered(&entry.owner().unwrap_or_default()));
        view! {
            <Alert kind=AlertKind::Info title>
                <p>{say(AgentTexts::handover_detail)}</p>
                <div class="alert-actions">
                    <Button
                        class="fr-btn fr-btn--sm"
                        text=say(AgentTexts::accept)
                        on_press=answer(true)
                    />
                    <Button
                        class="fr-btn fr-btn--secondary fr-btn--sm"
                        text=say(AgentTexts::decline)
                        on_press=answer(false)
                    />
                </div>
            </Alert>
        }
        .into_any()
    })
}
