//! What a delegate does with a room of somebody else: leaves it, or answers the offer to take it over.

use leptos::prelude::*;
use parvis_contract::problem::ProblemKind;
use parvis_ui::{Alert, AlertKind, Button, dynamic, focus_on_heading_soon, focus_soon, spawn};

use super::list::RoomList;
use super::state::{RoomEntry, RoomNotice, RowKind};
use crate::api::{Api, ApiError};
use crate::home_ids::{delegates_link_id, leave_button_id};
use crate::i18n::agents::{AgentTexts, compose, say, texts_untracked};

impl RoomList {
    /// Ends the person's delegation.
    fn leave(self, api: Api, entry: RoomEntry, busy: RwSignal<bool>) {
        busy.set(true);
        spawn(async move {
            let result = api.leave_room(entry.id).await;
            busy.try_set(false);
            match result {
                Err(error) if error.kind() != Some(ProblemKind::RoomNotFound) => {
                    self.refused(api, entry, RoomNotice::LeaveRefused, error);
                }
                // Or the owner was faster.
                _ => {
                    entry.set_notice(None);
                    self.say_of(entry, AgentTexts::left);
                    self.record_change();
                    self.refresh(api);
                    focus_on_heading_soon();
                }
            }
        });
    }

    /// Answers the owner's offer to hand a room over.
    fn answer_handover(self, api: Api, entry: RoomEntry, accepts: bool, busy: RwSignal<bool>) {
        busy.set(true);
        spawn(async move {
            let result = api.answer_handover(entry.id, accepts).await;
            busy.try_set(false);
            if let Err(error) = result {
                return self.refused(api, entry, RoomNotice::HandoverRefused, error);
            }
            entry.set_notice(None);
            entry.update(|room| {
                room.handover_offered = false;
                if accepts {
                    room.owner = None;
                }
            });
            if accepts {
                self.say_of(entry, AgentTexts::handed_over);
                focus_soon(delegates_link_id(entry.id));
            } else {
                self.say_of(entry, AgentTexts::declined);
                focus_soon(leave_button_id(entry.id));
            }
            self.record_change();
            self.refresh(api);
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
    let busy = RwSignal::new(false);
    let leave = Callback::new(move |()| list.leave(api, entry, busy));
    let stay = Callback::new(move |()| {
        entry.set_notice(None);
        focus_soon(leave_button_id(entry.id));
    });
    view! {
        <Alert kind=AlertKind::Info title=say(AgentTexts::leave_sure)>
            <p>{detail}</p>
            <div class="alert-actions">
                <Button class="fr-btn fr-btn--sm" text=say(AgentTexts::leave) busy on_press=leave />
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
            .read(|room| {
                let is_active = room.row_kind() == RowKind::Active;
                is_active && room.handover_offered && room.owner.is_some()
            })
            .unwrap_or_default()
    });
    let busy = RwSignal::new(false);
    let answer =
        move |accepts| Callback::new(move |()| list.answer_handover(api, entry, accepts, busy));
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
                        busy
                        on_press=answer(true)
                    />
                    <Button
                        class="fr-btn fr-btn--secondary fr-btn--sm"
                        text=say(AgentTexts::decline)
                        busy
                        on_press=answer(false)
                    />
                </div>
            </Alert>
        }
        .into_any()
    })
}
