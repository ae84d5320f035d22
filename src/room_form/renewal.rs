//! Renewal of a link, the code or the PIN. It asks for confirmation, because the old one stops working for
//! everybody who has it.

use leptos::prelude::*;
use parvis_contract::invitation::{Invitation, Renewable};
use parvis_contract::room::RoomId;
use parvis_ui::i18n::naming::{self, NamingTexts};
use parvis_ui::{
    Alert, AlertKind, Announcer, Button, CopyButton, dynamic, focus_soon, has_focus, spawn,
};

use crate::api::{Api, ApiError};
use crate::i18n::I18n;
use crate::i18n::forms::{FormTexts, say, texts_untracked};
use crate::portal::Portal;
use crate::problem_alert::ProblemAlert;

/// Everything that can be renewed on this instance.
#[component]
pub fn Renewals(room: RoomId) -> impl IntoView {
    let (has_telephone, has_provider) = Portal::get().instance(|instance| {
        (
            instance.has_telephone,
            instance.attendees_provider.is_some(),
        )
    });
    let lines = Renewable::ALL
        .into_iter()
        .filter(|what| match what {
            Renewable::Authenticated => has_provider,
            Renewable::Pin => has_telephone,
            Renewable::Moderator | Renewable::Attendee | Renewable::Code => true,
        })
        .map(|what| view! { <Renewal room what /> })
        .collect_view();
    view! {
        <div class="renewals" role="group" aria-labelledby="renewals-title">
            <h2 class="renewals__title" id="renewals-title">
                {say(FormTexts::renewals)}
            </h2>
            <p class="fr-hint-text">{say(FormTexts::renewals_detail)}</p>
            <ul class="renewals__lines" role="list">
                {lines}
            </ul>
        </div>
    }
}

/// The state of a renewal.
#[derive(Clone)]
enum RenewalState {
    Idle,
    /// The person is asked to confirm.
    Confirming,
    /// The new value, as it is copied.
    Renewed(String),
    Failed(ApiError),
}

#[component]
fn Renewal(room: RoomId, what: Renewable) -> impl IntoView {
    let (api, i18n, announcer) = (Api::get(), I18n::get(), Announcer::get());
    let state = RwSignal::new(RenewalState::Idle);
    let busy = RwSignal::new(false);
    let id = format!("renew-{}", what.word());
    let (own_id, confirm_id) = (id.clone(), format!("{id}-confirm"));
    let name = naming::say(name_of(what));
    let confirm = {
        let confirm_id = confirm_id.clone();
        Callback::new(move |()| {
            state.set(RenewalState::Confirming);
            focus_soon(confirm_id.clone());
        })
    };
    let renew = {
        let (id, confirm_id) = (id.clone(), confirm_id.clone());
        Callback::new(move |()| {
            let (id, confirm_id) = (id.clone(), confirm_id.clone());
            busy.set(true);
            spawn(async move {
                let result = api.renew(room, what).await;
                let had_focus = has_focus(&confirm_id);
                busy.try_set(false);
                state.try_set(match result {
                    Ok(invitation) => {
                        announcer.announce(texts_untracked(i18n).renewed().to_owned());
                        RenewalState::Renewed(value_of(what, invitation))
                    }
                    Err(error) => RenewalState::Failed(error),
                });
                // The button that was pressed has been removed. If the focus has moved meanwhile, it stays
                // there.
                if had_focus {
                    focus_soon(id);
                }
            });
        })
    };
    let cancel = {
        let id = id.clone();
        Callback::new(move |()| {
            state.set(RenewalState::Idle);
            focus_soon(id.clone());
        })
    };
    let content = dynamic(move || match state.get() {
        RenewalState::Idle => ().into_any(),
        RenewalState::Confirming => {
            let confirm_id = confirm_id.clone();
            view! {
                <Alert kind=AlertKind::Info title=say(question_of(what))>
                    <div class="alert-actions">
                        <Button
                            class="fr-btn fr-btn--sm"
                            id=confirm_id
                            text=say(FormTexts::renew)
                            detail=name
                            busy
                            on_press=renew
                        />
                        <Button
                            class="fr-btn fr-btn--secondary fr-btn--sm"
                            text=say(|texts| texts.shared().cancel())
                            on_press=cancel
                        />
                    </div>
                </Alert>
            }
            .into_any()
        }
        RenewalState::Renewed(value) => view! {
            <p class="renewals__done">{say(FormTexts::renewed)}</p>
            <CopyButton what=name value=value />
        }
        .into_any(),
        RenewalState::Failed(error) => {
            view! { <ProblemAlert what=say(FormTexts::not_renewed) error /> }.into_any()
        }
    });
    view! {
        <li class="renewals__line">
            <Button
                class="fr-btn fr-btn--tertiary fr-btn--sm"
                id=own_id
                text=say(FormTexts::renew)
                detail=name
                on_press=confirm
            />
            <span class="renewals__name" aria-hidden="true">
                {name}
            </span>
            {content}
        </li>
    }
}

fn name_of(what: Renewable) -> fn(NamingTexts) -> &'static str {
    match what {
        Renewable::Moderator => NamingTexts::moderator_link,
        Renewable::Attendee => NamingTexts::attendee_link,
        Renewable::Authenticated => NamingTexts::authenticated_link,
        Renewable::Code => NamingTexts::code,
        Renewable::Pin => NamingTexts::pin,
    }
}

fn question_of(what: Renewable) -> fn(FormTexts) -> &'static str {
    match what {
        Renewable::Code => FormTexts::renew_code_sure,
        Renewable::Pin => FormTexts::renew_pin_sure,
        Renewable::Moderator | Renewable::Attendee | Renewable::Authenticated => {
            FormTexts::renew_link_sure
        }
    }
}

/// The value to copy.
fn value_of(what: Renewable, invitation: Invitation) -> String {
    match what {
        Renewable::Moderator => invitation.moderator_link,
        Renewable::Attendee => invitation.attendee_link,
        Renewable::Authenticated => invitation.authenticated_link.unwrap_or_default(),
        Renewable::Code => invitation.code.to_string(),
        Renewable::Pin => invitation
            .dial_in
            .map(|dial_in| dial_in.line())
            .unwrap_or_default(),
    }
}
