//! The home page of a person who is signed in.

use leptos::prelude::*;

use crate::home_ids::invite_link_id;
use crate::invitation::InvitationDialog;
use crate::navigation::Navigation;
use crate::rooms::RoomsPage;
use crate::route::Route;

/// `/`, and `/salles/{id}/inviter` over it.
#[component]
pub fn Home() -> impl IntoView {
    let navigation = Navigation::get();
    let room = Signal::derive(move || match navigation.route().get() {
        Route::Invite(id) => Some(id),
        _ => None,
    });
    let opener = Signal::derive(move || room.get().map(invite_link_id));
    let close = Callback::new(move |()| navigation.leave(Route::Home));
    view! {
        <RoomsPage />
        <InvitationDialog room opener on_close=close />
    }
}
