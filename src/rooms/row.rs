//! Row of a room in the list.
//!
//! Many rows may be rendered, so a row has few elements (what is said to assistive technologies alone is in
//! attributes), and few parts that change by themselves. The line with the name and the actions is rebuilt as a whole
//! when its name, its kind or the language changes, which is rare.

use leptos::prelude::*;
use parvis_contract::room::RoomId;
use parvis_ui::{Dynamic, dynamic};

use super::delegation::HandoverOffer;
use super::launch::launch_button;
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
use crate::i18n::I18n;
use crate::i18n::agents::{AgentTexts, texts};
use crate::portal::Portal;

/// A room with its name, its star and its actions; or, once it is deleted, a button that restores it.
#[component]
pub fn RoomRow(
    /// The room.
    entry: RoomEntry,
    /// The list that it belongs to.
    list: RoomList,
) -> impl IntoView {
    let i18n = I18n::get();
    let rows = list.rows();
    let line = Memo::new(move |_| Line::of(entry));
    let line = dynamic(move || {
        let texts = texts(i18n);
        line.with(|line| match line.kind {
            RowKind::Active => active_line(line, texts, entry, list),
            RowKind::Deleted => deleted_line(line, texts, entry, list),
            RowKind::Removed => view! { <p class="room__gone">{line.name.clone()}</p> }.into_any(),
        })
    });
    view! {
        <li
            class="room"
            // Not all rows of the list may be rendered.
            aria-setsize=rows.count()
            aria-posinset=rows.position(entry.id)
        >
            {line}
            {alerts(entry, list)}
        </li>
    }
}

/// What a few rooms have below their line. One part for both, as each has a cost in every row.
fn alerts(entry: RoomEntry, list: RoomList) -> Dynamic {
    let has_any = Memo::new(move |_| {
        entry
            .read(|room| room.handover_offered || room.notice.is_some())
            .unwrap_or_default()
    });
    dynamic(move || {
        if !has_any.get() {
            return ().into_any();
        }
        view! {
            <HandoverOffer entry list />
            <RowNotice entry list />
        }
        .into_any()
    })
}

/// What the line of a room depends on.
#[derive(PartialEq)]
struct Line {
    kind: RowKind,
    name: String,
    is_own: bool,
    /// The number of delegates, if it is deleted.
    delegates: u32,
}

impl Line {
    fn of(entry: RoomEntry) -> Self {
        let line = entry.read(|room| Self {
            kind: room.row_kind(),
            name: room.name.clone(),
            is_own: room.owner.is_none(),
            delegates: match room.row_kind() {
                RowKind::Deleted => room.delegates,
                _ => 0,
            },
        });
        line.unwrap_or(Self {
            kind: RowKind::Removed,
            name: String::new(),
            is_own: true,
            delegates: 0,
        })
    }
}

fn active_line(line: &Line, texts: AgentTexts, entry: RoomEntry, list: RoomList) -> AnyView {
    let api = Api::get();
    let (id, name) = (entry.id, line.name.as_str());
    let (invites, has_files) =
        Portal::get().instance(|instance| (instance.delegates_invite, instance.has_files));
    let recordings = IconLink {
        id: recordings_link_id(id),
        class: "fr-btn fr-btn--tertiary-no-outline icon-button icon-button--play",
        address: Address::Recordings(id),
        chunk: "recordings",
        label: texts.recordings_of(name),
        tip: texts.recordings(),
    };
    let files = || IconLink {
        id: files_link_id(id),
        class: "fr-btn fr-btn--tertiary-no-outline icon-button icon-button--file",
        address: Address::Files(id),
        chunk: "files",
        label: texts.files_of(name),
        tip: texts.files(),
    };
    let edit = IconLink {
        id: edit_link_id(id),
        class: "fr-btn fr-btn--tertiary-no-outline icon-button icon-button--edit",
        address: Address::Edit(id),
        chunk: "form",
        label: texts.edit_room(name),
        tip: texts.edit(),
    };
    view! {
        <div class="room__line">
            <button
                id=format!("star-{id}")
                class="fr-btn fr-btn--tertiary-no-outline icon-button icon-button--star"
                aria-label=texts.favourite(name)
                data-tip=texts.by_favourites()
                aria-pressed=move || entry.is_favourite().to_string()
                on:click=move |_| list.toggle_favourite(api, entry)
            ></button>
            <h2 class="room__name">{line.name.clone()}</h2>
            {last_meeting(entry, texts)}
            <RoomBadges list entry />
            <div class="room__actions">
                {launch_button(entry, texts, name)}
                {(line.is_own || invites).then(|| invite_link(id, texts, name))} {recordings.view()}
                {has_files.then(|| files().view())} {edit.view()}
                {if line.is_own {
                    owner_actions(entry, list, texts, name)
                } else {
                    leave_button(entry, texts, name)
                }}
            </div>
        </div>
    }
    .into_any()
}

/// A link to a page of the room, with an icon only.
struct IconLink {
    id: String,
    class: &'static str,
    address: Address,
    /// The chunk of the page.
    chunk: &'static str,
    /// The accessible name.
    label: String,
    tip: &'static str,
}

impl IconLink {
    fn view(self) -> AnyView {
        view! {
            <a
                id=self.id
                class=self.class
                href=self.address.path()
                data-chunk=self.chunk
                aria-label=self.label
                data-tip=self.tip
            ></a>
        }
        .into_any()
    }
}

/// Opens the invitation.
fn invite_link(id: RoomId, texts: AgentTexts, name: &str) -> AnyView {
    view! {
        <a
            id=invite_link_id(id)
            class="fr-btn fr-btn--secondary"
            href=Address::Invite(id).path()
            data-chunk="invitation"
            aria-label=format!("{} {}", texts.invite(), texts.invite_detail(name))
            // Opened over the list: closing it goes back.
            prop:state=true
            data-noscroll
        >
            {texts.invite()}
        </a>
    }
    .into_any()
}

/// What only the owner may do.
fn owner_actions(entry: RoomEntry, list: RoomList, texts: AgentTexts, name: &str) -> AnyView {
    let api = Api::get();
    let delegates = IconLink {
        id: delegates_link_id(entry.id),
        class: "fr-btn fr-btn--tertiary-no-outline icon-button icon-button--share",
        address: Address::Delegates(entry.id),
        chunk: "delegates",
        label: texts.delegates_of(name),
        tip: texts.delegates(),
    };
    view! {
        {delegates.view()}
        <button
            id=delete_button_id(entry.id)
            class="fr-btn fr-btn--tertiary-no-outline icon-button icon-button--delete"
            aria-label=texts.delete_room(name)
            data-tip=texts.delete()
            on:click=move |_| list.delete(api, entry, false)
        ></button>
    }
    .into_any()
}

/// Ends the delegation, once it is confirmed.
fn leave_button(entry: RoomEntry, texts: AgentTexts, name: &str) -> AnyView {
    view! {
        <button
            id=leave_button_id(entry.id)
            class="fr-btn fr-btn--tertiary-no-outline icon-button icon-button--leave"
            aria-label=texts.leave_room(name)
            data-tip=texts.leave()
            on:click=move |_| entry.set_notice(Some(RoomNotice::ConfirmLeaving))
        ></button>
    }
    .into_any()
}

/// Whose room it is, unless it is the person's own, and when the room's last meeting was, or when the room was created.
fn last_meeting(entry: RoomEntry, texts: AgentTexts) -> Dynamic {
    let language = texts.0.language();
    let activity = Memo::new(move |_| (entry.last_activity(), entry.owner()));
    dynamic(move || {
        let ((at, has_met), owner) = activity.get();
        let when = texts.ago(Moment::of(&at, language).ago());
        let met = if has_met {
            texts.met(&when)
        } else {
            texts.never_met(&when)
        };
        let sentence = match owner {
            Some(owner) => format!("{} · {met}", texts.owned_by(&owner)),
            None => met,
        };
        // Used for the tooltip with the exact date: exact_dates.rs.
        view! {
            <p class="room__when" data-at=at.0>
                {sentence}
            </p>
        }
        .into_any()
    })
}

fn deleted_line(line: &Line, texts: AgentTexts, entry: RoomEntry, list: RoomList) -> AnyView {
    let api = Api::get();
    let deleted = texts.room_deleted_now(&line.name);
    let sentence = match line.delegates {
        0 => deleted,
        delegates => format!("{deleted} {}", texts.delegates_lose(delegates)),
    };
    view! {
        <div class="room__line room__line--deleted">
            <p class="room__gone">{sentence}</p>
            <button
                id=restore_button_id(entry.id)
                class="fr-btn fr-btn--secondary"
                aria-label=format!("{} {}", texts.undo(), texts.restore_detail(&line.name))
                on:click=move |_| list.restore(api, entry)
            >
                {texts.undo()}
            </button>
        </div>
    }
    .into_any()
}
