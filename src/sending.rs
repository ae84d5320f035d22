//! Sending a whole invitation: for whom, when, and by whatever way the person's device has.

mod actions;
mod calendar;
mod draft;
mod file;
mod message;
mod page;
mod preview;
mod qr;
mod when;

use leptos::prelude::*;

use crate::app::not_a_page;
use crate::parts::{Part, PartName};
use crate::route::Route;
use crate::shortcuts;
use page::SendPage;

pub const PART: Part = Part {
    name: PartName::Sending,
    // What it needs of a room is asked for with its invitation.
    prepare: |_, _| {
        shortcuts::listen();
        Ok(())
    },
    page: |route| match route {
        Route::Send(room) => view! { <SendPage room /> }.into_any(),
        other => not_a_page(other),
    },
};
