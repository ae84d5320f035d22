//! The part for everybody who is not signed in, and for whoever holds a link.

mod visitor;

use leptos::prelude::*;

use crate::app::not_a_page;
use crate::join::JoinPage;
use crate::parts::{Part, PartName};
use crate::route::Route;
use crate::waiting::WaitingPage;
use visitor::VisitorHome;

pub const PART: Part = Part {
    name: PartName::Guests,
    // A guest's page has no use for rooms.
    prepare: |_, _| Ok(()),
    page: |route| match route {
        // Who opens the address of a form without being signed in reads what that takes.
        Route::Home | Route::Invite(_) | Route::NewRoom | Route::Edit(_) | Route::Send(_) => {
            view! { <VisitorHome /> }.into_any()
        }
        Route::Join(kind) => view! { <JoinPage kind /> }.into_any(),
        Route::Waiting => view! { <WaitingPage /> }.into_any(),
        other => not_a_page(other),
    },
};
