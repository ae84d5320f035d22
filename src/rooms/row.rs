//! Row of a room in the list.

use crate::i18n::agents::AgentTexts;
use leptos::prelude::*;
use parvis_ui::{Button, dynamic};

use super::delegation::HandoverOffer;
use super::launch::LaunchButton;
use super::list::RoomList;
use super::live_badge::RoomBadges;
use super::notice::RowNotice;
use super::state::{RoomEntry, RoomNotice, RowKind};
use crate::address::Address;
use crate::api::Api;
use crate::dates::Moment;
use crate::home_ids::{
    delegates_link_id, delete_button_id, edit_link_id, files_link_id, invite_link_id,
    leave_button_id, recordings_link_id, restore_button_id,
};
use crate::i18n::agents::{compose, say};
use crate::i18n::{I18n, Text};
use crate::portal::Portal;

/// A room with its name, its star and its actions; or, once it is deleted, a button that restores it.
#[component]
pub fn RoomRow(
    /// The room.
    entry: RoomEntry,
    /// The list that it belongs to.
    list: RoomList,
) -> impl IntoView {
    let name = Memo::new(move |_| entry.name());
    let hidden = Memo::new(move |_| !list.matches(entry));
    let row_kind = Memo::new(move |_| entry.row_kind());
    let line = dynamic(move || match row_kind.get() {
        RowKind::Active => view! { <ActiveRow entry list name /> }.into_any(),
        RowKind::Deleted => view! { <DeletedRow entry list name /> }.into_any(),
        RowKind::Removed => {
            let name: Text = name.into();
            view! { <p class="room__gone">{name}</p> }.into_any()
        }
    });
    view! {
        <li class="room" hidden=move || hidden.get()>
            {line}
            <HandoverOffer entry list />
            <RowNotice entry list />
        </li>
    }
}

#[component]
fn ActiveRow(entry: RoomEntry, list: RoomList, name: Memo<String>) -> impl IntoView {
    let api = Api::get();
    let id = entry.id;
    let of_room: Text = name.into();
    let is_own = Memo::new(move |_| entry.owner().is_none());
    let delegates_invite = Portal::get().instance(|instance| instance.delegates_invite);
    let invite = dynamic(move || {
        if is_own.get() || delegates_invite {
            invite_link(entry)
        } else {
            ().into_any()
        }
    });
    let files = Portal::get()
        .instance(|instance| instance.has_files)
        .then(|| files_link(entry));
    let for_owner_or_delegate = dynamic(move || {
        if is_own.get() {
            owner_actions(entry, list)
        } else {
            leave_button(entry)
        }
    });
    let recordings = compose(move |texts| texts.recordings_of(&name.read()));
    let edit = compose(move |texts| texts.edit_room(&name.read()));
    let favourite = compose(move |texts| texts.favourite(&name.read()));
    view! {
        <div class="room__line">
            <button
                type="button"
                class="fr-btn fr-btn--tertiary-no-outline icon-button icon-button--star"
                aria-label=favourite
                data-tip=say(AgentTexts::by_favourites)
                aria-pressed=move || entry.is_favourite().to_string()
                on:click=move |_| list.toggle_favourite(api, entry)
            ></button>
            <h2 class="room__name">{of_room}</h2>
            {last_meeting(entry)}
            <RoomBadges list entry />
            <div class="room__actions">
                <LaunchButton entry name />
                {invite}
                <a
                    id=recordings_link_id(id)
                    class="fr-btn fr-btn--tertiary-no-outline icon-button icon-button--play"
                    href=Address::Recordings(id).path()
                    data-chunk="recordings"
                    aria-label=recordings
                    data-tip=say(AgentTexts::recordings)
                ></a>
                {files}
                <a
                    id=edit_link_id(id)
                    class="fr-btn fr-btn--tertiary-no-outline icon-button icon-button--edit"
                    href=Address::Edit(id).path()
                    data-chunk="form"
                    aria-label=edit
                    data-tip=say(AgentTexts::edit)
                ></a>
                {for_owner_or_delegate}
            </div>
        </div>
    }
}

/// Opens the invitation.
fn invite_link(entry: RoomEntry) -> AnyView {
    let detail = compose(move |texts| texts.invite_detail(&entry.name()));
    view! {
        <a
            id=invite_link_id(entry.id)
            class="fr-btn fr-btn--secondary"
            href=Address::Invite(entry.id).path()
            data-chunk="invitation"
            // Opened over the list: closing it goes back.
            prop:state=true
            data-noscroll
        >
            {say(AgentTexts::invite)}
            <span class="fr-sr-only">" "{detail}</span>
        </a>
    }
    .into_any()
}

/// Leads to the files.
fn files_link(entry: RoomEntry) -> AnyView {
    let files = compose(move |texts| texts.files_of(&entry.name()));
    view! {
        <a
            id=files_link_id(entry.id)
            class="fr-btn fr-btn--tertiary-no-outline icon-button icon-button--file"
            href=Address::Files(entry.id).path()
            data-chunk="files"
            aria-label=files
            data-tip=say(AgentTexts::files)
        ></a>
    }
    .into_any()
}

/// What only the owner may do.
fn owner_actions(entry: RoomEntry, list: RoomList) -> AnyView {
    let api = Api::get();
    let delegates = compose(move |texts| texts.delegates_of(&entry.name()));
    let delete = compose(move |texts| texts.delete_room(&entry.name()));
    view! {
        <a
            id=delegates_link_id(entry.id)
            class="fr-btn fr-btn--tertiary-no-outline icon-button icon-button--share"
            href=Address::Delegates(entry.id).path()
            data-chunk="delegates"
            aria-label=delegates
            data-tip=say(AgentTexts::delegates)
        ></a>
        <button
            type="button"
            id=delete_button_id(entry.id)
            class="fr-btn fr-btn--tertiary-no-outline icon-button icon-button--delete"
            aria-label=delete
            data-tip=say(AgentTexts::delete)
            on:click=move |_| list.delete(api, entry, false)
        ></button>
    }
    .into_any()
}

/// Ends the delegation, once it is confirmed.
fn leave_button(entry: RoomEntry) -> AnyView {
    let leave = compose(move |texts| texts.leave_room(&entry.name()));
    view! {
        <button
            type="button"
            id=leave_button_id(entry.id)
            class="fr-btn fr-btn--tertiary-no-outline icon-button icon-button--leave"
            aria-label=leave
            data-tip=say(AgentTexts::leave)
            on:click=move |_| entry.set_notice(Some(RoomNotice::ConfirmLeaving))
        ></button>
    }
    .into_any()
}

/// Whose room it is, unless it is the person's own, and when the room's last meeting was, or when the room was created.
fn last_meeting(entry: RoomEntry) -> AnyView {
    let i18n = I18n::get();
    let sentence = compose(move |texts| {
        let (at, has_met) = entry.last_activity();
        let when = Moment::of(&at, i18n.tag()).ago();
        let met = if has_met {
            texts.met(&when)
        } else {
            texts.never_met(&when)
        };
        match entry.owner() {
            Some(owner) => format!("{} · {met}", texts.owned_by(&owner)),
            None => met,
        }
    });
    let moment: Text = Signal::derive(move || entry.last_activity().0.0);
    // Used for the tooltip with the exact date: exact_dates.rs.
    view! {
        <p class="room__when" data-at=moment>
            {sentence}
        </p>
    }
    .into_any()
}

#[component]
fn DeletedRow(entry: RoomEntry, list: RoomList, name: Memo<String>) -> impl IntoView {
    let api = Api::get();
    let sentence = compose(move |texts| {
        let deleted = texts.room_deleted_now(&name.read());
        match entry.read(|room| room.delegates).unwrap_or_default() {
            0 => deleted,
            delegates => format!("{deleted} {}", texts.delegates_lose(delegates)),
        }
    });
    let detail = compose(move |texts| texts.restore_detail(&name.read()));
    let restore = Callback::new(move |()| list.restore(api, entry));
    view! {
        <div class="room__line room__line--deleted">
            <p class="room__gone">{sentence}</p>
            <Button
                class="fr-btn fr-btn--secondary"
                id=restore_button_id(entry.id)
                text=say(AgentTexts::undo)
                detail
                on_press=restore
            />
        </div>
    }
}
