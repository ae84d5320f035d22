//! Sort order of the rooms ("Trier par").

use leptos::prelude::*;
use parvis_contract::order::{RoomOrder, RoomSort};
use parvis_ui::{keep_focus, spawn};

use super::list::RoomList;
use crate::api::Api;
use crate::i18n::agents::{AgentTexts, compose, say};
use crate::optimistic::{Optimistic, send_until_settled};
use crate::problem_alert::ProblemIfAny;

/// Buttons for the sort orders.
#[component]
pub fn OrderTags(list: RoomList) -> impl IntoView {
    view! {
        <div class="toolbar__order" role="group" aria-labelledby="order-label">
            <span id="order-label">{say(AgentTexts::sort_by)}</span>
            <OrderTag list by=RoomSort::Date text=AgentTexts::by_date />
            <OrderTag list by=RoomSort::Name text=AgentTexts::by_name />
            <OrderTag list by=RoomSort::Favourites text=AgentTexts::by_favourites />
        </div>
    }
}

/// Why the last change was refused, if it was.
#[component]
pub fn OrderRefused(list: RoomList) -> impl IntoView {
    view! { <ProblemIfAny what=say(AgentTexts::order_refused) error=list.order_refused /> }
}

/// The button of an order. The one in use shows an arrow for its direction, and reverses it when pressed.
#[component]
fn OrderTag(list: RoomList, by: RoomSort, text: fn(AgentTexts) -> &'static str) -> impl IntoView {
    let api = Api::get();
    let is_chosen = move || list.order().by == by;
    let press = move |_| {
        let RoomOrder {
            by: chosen,
            reversed,
        } = list.order.with_untracked(|order| *order.shown());
        let order = RoomOrder {
            by,
            reversed: chosen == by && !reversed,
        };
        keep_focus(|| list.choose_order(api, order));
    };
    let class = Signal::derive(move || {
        let RoomOrder {
            by: chosen,
            reversed,
        } = list.order();
        match (chosen == by, reversed) {
            (false, _) => "tag",
            (true, false) => "tag tag--chosen",
            (true, true) => "tag tag--chosen tag--reversed",
        }
        .to_owned()
    });
    let direction = compose(move |texts| {
        let order = list.order();
        if order.by == by {
            format!(" {}", texts.direction(order))
        } else {
            String::new()
        }
    });
    view! {
        <button
            type="button"
            class=class
            aria-pressed=move || is_chosen().to_string()
            on:click=press
        >
            {say(text)}
            <span class="fr-sr-only">{direction}</span>
        </button>
    }
}

impl RoomList {
    /// Sorts by `order` at once, and saves it for all devices.
    fn choose_order(self, api: Api, order: RoomOrder) {
        self.order_refused.set(None);
        self.rows()
            .change(|| self.order.update(|current| current.want(order)));
        spawn(send_until_settled(
            // Nothing else is shown, so that nothing is sorted anew.
            move || {
                let sent = self.order.try_update_untracked(Optimistic::take_request);
                sent.flatten()
            },
            async move |requested| api.set_order(requested).await,
            move |requested, response| match response {
                Ok(()) => {
                    self.order
                        .try_update_untracked(|order| order.settle(requested, true));
                    self.record_change();
                }
                Err(error) => keep_focus(|| {
                    let mut refused = false;
                    self.order
                        .update(|order| refused = order.settle(requested, false));
                    if refused {
                        self.order_refused.set(Some(error));
                    }
                }),
            },
        ));
    }
}
