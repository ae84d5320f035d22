//! Page that edits a room.

use crate::i18n::forms::FormTexts;
use leptos::prelude::*;
use parvis_contract::options::{OptionChanges, RoomOptions};
use parvis_contract::room::{RoomDetails, RoomId, RoomName, UpdateRoom};
use parvis_ui::{Toasts, dynamic, focus_on_heading_soon, spawn};

use super::fields::FormValues;
use super::form::{RoomForm, Submission};
use super::renewal::Renewals;
use super::return_focus;
use super::running::MeetingKeepsOptions;
use crate::address::{Address, Navigator, use_room_of_page};
use crate::api::Api;
use crate::back_home::back_home;
use crate::draft;
use crate::history_link::HistoryLink;
use crate::i18n::I18n;
use crate::i18n::forms::{say, texts_untracked};
use crate::page_title::Title;
use crate::remote::Remote;
use crate::rooms::RoomList;

/// `/salles/{id}/modifier`
#[component]
pub fn EditRoomPage() -> impl IntoView {
    let room = use_room_of_page();
    dynamic(move || view! { <EditRoom room=room.get() /> }.into_any())
}

#[component]
fn EditRoom(room: RoomId) -> impl IntoView {
    return_focus(RoomList::get(), Address::Edit(room));
    let api = Api::get();
    let remote = Remote {
        fetch: move || async move { api.room(room).await },
        show: |details| view! { <EditForm details /> }.into_any(),
        what: say(FormTexts::room_not_shown),
        refocus: focus_on_heading_soon,
        footer: back_home,
    };
    view! {
        <div class="fr-container page page--form">
            <Title text=say(FormTexts::edit_room_title) />
            {remote.view()}
        </div>
    }
}

#[component]
fn EditForm(details: RoomDetails) -> impl IntoView {
    let i18n = I18n::get();
    let api = Api::get();
    let list = RoomList::get();
    let navigator = Navigator::get();
    let toasts = Toasts::get();
    let room = details.room.id;
    // Delegates change options only.
    let is_own = details.room.owner.is_none();
    let submission = Submission::new(say(FormTexts::room_not_saved));
    let running = RwSignal::new(false);
    let saved = StoredValue::new((details.room.name.clone(), details.options.clone()));
    let finish = Callback::new(move |()| {
        toasts.show(texts_untracked(i18n).room_saved().to_owned(), None);
        submission.done.try_set(true);
        navigator.replace(&list.path());
    });
    let save = Callback::new(move |(name, options): (RoomName, RoomOptions)| {
        let name = String::from(name);
        // Without changes there is nothing to send.
        let keeps_name = !is_own || saved.with_value(|saved| saved.0 == name);
        if keeps_name && saved.with_value(|saved| saved.1 == options) {
            return finish.run(());
        }
        // What is unchanged is not sent, as another tab may have changed it.
        let options =
            saved.with_value(|(_, saved_options)| OptionChanges::between(saved_options, &options));
        let change = UpdateRoom {
            name: (!keeps_name).then_some(name),
            merge_options: !options.is_empty(),
            options,
        };
        submission.busy.set(true);
        spawn(async move {
            match api.update_room(room, &change).await {
                Ok(updated) => {
                    draft::mark_saved(Address::Edit(room));
                    if let Some(name) = change.name {
                        list.rename(room, name);
                    }
                    // If the page has been left, a toast says it.
                    if updated.meeting_running {
                        if submission.done.try_set(true).is_none() {
                            running.set(true);
                            focus_on_heading_soon();
                        } else {
                            toasts.show(
                                texts_untracked(i18n).saved_for_next_meeting().to_owned(),
                                None,
                            );
                        }
                    } else if finish.try_run(()).is_none() {
                        toasts.show(texts_untracked(i18n).room_saved().to_owned(), None);
                    }
                }
                Err(error) => {
                    // The room was deleted elsewhere, and the list is out of date.
                    if error.is_about_the_room() {
                        list.refresh(api);
                    }
                    submission.problem.try_set(Some(error));
                }
            }
            submission.busy.try_set(false);
        });
    });
    let initial = FormValues::from(&details);
    dynamic(move || {
        if running.get() {
            return view! { <MeetingKeepsOptions room done=finish /> }.into_any();
        }
        let advanced = move || is_own.then(|| view! { <Renewals room /> });
        view! {
            <RoomForm
                address=Address::Edit(room)
                initial=initial.clone()
                submit_text=say(FormTexts::save)
                has_fixed_name=!is_own
                submission
                advanced
                on_submit=save
            />
            <HistoryLink room />
        }
        .into_any()
    })
}
