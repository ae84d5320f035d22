//! Page that sends a whole invitation.

use leptos::prelude::*;
use parvis_contract::invitation::Invitation;
use parvis_contract::room::RoomId;
use parvis_ui::{dynamic, focus_on_heading_soon};

use super::actions::{Actions, QrCode};
use super::choices::InvitationChoices;
use super::message::{Audience, Message};
use super::preview::Preview;
use super::when::{When, WhenFields, WhenValues, format_span};
use crate::address::{Address, use_room_of_page};
use crate::api::Api;
use crate::back_home::back_home;
use crate::draft;
use crate::home_ids::invite_link_id;
use crate::i18n::sending::{SendingTexts, compose, say, texts};
use crate::i18n::{I18n, Text};
use crate::json;
use crate::page_title::Title;
use crate::pin_note::PinNote;
use crate::portal::Portal;
use crate::remote::Remote;
use crate::rooms::RoomList;

/// `/salles/{id}/envoyer`
#[component]
pub fn SendPage() -> impl IntoView {
    let room = use_room_of_page();
    dynamic(move || view! { <SendInvitation room=room.get() /> }.into_any())
}

#[component]
fn SendInvitation(room: RoomId) -> impl IntoView {
    RoomList::get().focus_next(Some(room), invite_link_id(room));
    let api = Api::get();
    let remote = Remote {
        fetch: move || async move { api.invitation(room).await },
        show: move |invitation| view! { <SendForm room invitation /> }.into_any(),
        what: say(SendingTexts::not_shown),
        refocus: focus_on_heading_soon,
        footer: back_home,
    };
    view! {
        <div class="fr-container page page--columns sending">
            <Title text=say(SendingTexts::title) />
            {remote.view()}
        </div>
    }
}

#[component]
fn SendForm(room: RoomId, invitation: Invitation) -> impl IntoView {
    let i18n = I18n::get();
    let provider = Portal::get()
        .instance(|instance| instance.attendees_provider.clone())
        .unwrap_or_default();
    let has_authenticated = invitation.authenticated_link.is_some();
    let has_telephone = invitation.dial_in.is_some();
    let pin_changes = invitation.pin_changes;
    let name = invitation.room_name.clone();
    let invitation = StoredValue::new(invitation);
    let kept = draft::take(Address::Send(room));
    let kept = kept.and_then(|kept| json::read::<(Audience, WhenValues)>(&kept));
    let (audience, values) = kept.unzip();
    let audience =
        audience.filter(|audience| has_authenticated || *audience != Audience::Authenticated);
    let audience = RwSignal::new(audience.unwrap_or(Audience::Attendees));
    let when = When::new(values);
    let chosen = Callback::new(move |()| {
        let chosen = (audience.try_get_untracked()?, when.values()?);
        let is_chosen = chosen != (Audience::Attendees, WhenValues::default());
        is_chosen.then(|| serde_json::to_string(&chosen).ok())?
    });
    draft::Draft::new(Address::Send(room), chosen);
    let span = Memo::new(move |_| when.span());
    let message = {
        let provider = provider.clone();
        Memo::new(move |_| {
            let texts = texts(i18n);
            let when = span.get().map(|span| format_span(texts, span, i18n.tag()));
            invitation.with_value(|invitation| {
                Message::compose(texts, invitation, audience.get(), &provider, when)
            })
        })
    };
    let choices = InvitationChoices {
        room,
        invitation,
        audience,
        span,
        message,
    };
    // For the parts that are loaded later.
    provide_context(choices);
    let authenticated = has_authenticated.then(|| {
        choice(
            audience,
            Audience::Authenticated,
            compose(move |texts| texts.to_authenticated(&provider)),
            if has_telephone {
                SendingTexts::to_authenticated_no_telephone
            } else {
                SendingTexts::to_authenticated_detail
            },
        )
    });
    view! {
        <p class="sending__room">{compose(move |texts| texts.room_is(&name))}</p>
        <div class="columns">
            <div>
                <fieldset class="sending__group">
                    <legend class="sending__legend">{say(SendingTexts::to_whom)}</legend>
                    {choice(
                        audience,
                        Audience::Attendees,
                        say(SendingTexts::to_attendees),
                        if has_telephone {
                            SendingTexts::to_attendees_by_telephone
                        } else {
                            SendingTexts::to_attendees_detail
                        },
                    )}
                    {authenticated}
                    {choice(
                        audience,
                        Audience::Moderators,
                        say(SendingTexts::to_moderators),
                        SendingTexts::to_moderators_detail,
                    )}
                </fieldset>
                {pin_changes.then(|| view! { <PinNote has_pin=has_telephone /> })}
                <WhenFields when />
            </div>
            <div class="sending__result">
                <Preview message />
                <Actions choices />
                <QrCode />
            </div>
        </div>
        {back_home()}
    }
}

fn choice(
    audience: RwSignal<Audience>,
    value: Audience,
    label: Text,
    detail: fn(SendingTexts) -> &'static str,
) -> AnyView {
    let id = format!("to-{}", value.word());
    let detail_id = format!("{id}-detail");
    view! {
        <div class="switch">
            <input
                class="switch__box"
                id=id.clone()
                type="radio"
                name="audience"
                aria-describedby=detail_id.clone()
                prop:checked=move || audience.get() == value
                on:change=move |_| audience.set(value)
            />
            <div>
                <label class="fr-label switch__label" for=id>
                    {label}
                </label>
                <p class="fr-hint-text sending__detail" id=detail_id>
                    {say(detail)}
                </p>
            </div>
        </div>
    }
    .into_any()
}
