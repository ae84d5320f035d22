//! The home page: what a visitor sees, and what a person sees who is signed in.

mod sign_in_trouble;
mod visitor;

use leptos::prelude::*;

use crate::invitation::InvitationDialog;
use crate::navigation::Navigation;
use crate::portal::Portal;
use crate::rooms::{RoomsPage, invite_link_id};
use crate::route::Route;
use visitor::VisitorHome;

/// `/`, and `/salles/{id}/inviter` over it.
#[component]
pub fn Home() -> impl IntoView {
    if Portal::get().account_name().is_none() {
        return view! { <VisitorHome /> }.into_any();
    }
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
    .into_any()
}
