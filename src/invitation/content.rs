//! Content of the invitation dialog: a section for each level of rights.

use leptos::prelude::*;
use parvis_contract::instance::LinkName;
use parvis_contract::invitation::{DialIn, Invitation};
use parvis_contract::room::RoomId;
use parvis_ui::ExternalLink;
use parvis_ui::i18n::inviting::{self, InvitingTexts};
use parvis_ui::invitation::{InvitationItem, ItemKind, LinkItem, Telephone};

use crate::address::Address;
use crate::i18n::Text;
use crate::i18n::agents::{AgentTexts, compose, say};
use crate::pin_note::PinNote;
use crate::portal::Portal;

/// Everything that an owner may pass on, by the rights that it gives.
#[component]
pub fn InvitationContent(
    /// The room.
    room: RoomId,
    /// The room's invitation data.
    invitation: Invitation,
) -> impl IntoView {
    let Invitation {
        room_name,
        code,
        sip,
        moderator_link,
        attendee_link,
        authenticated_link,
        dial_in,
        pin_changes,
    } = invitation;
    let (code_is_new, links) =
        Portal::get().instance(|instance| (instance.code_is_new, instance.links.clone()));
    let name = compose(move |texts| texts.room_is(&room_name));
    let badge = code_is_new.then(|| {
        view! { <span class="fr-badge fr-badge--new fr-badge--sm">{say(AgentTexts::new)}</span> }
    });
    let pin_note = pin_changes.then(|| view! { <PinNote has_pin=dial_in.is_some() /> });
    view! {
        <p class="invitation__room">{name}</p>
        <a
            class="fr-btn fr-btn--secondary fr-btn--sm"
            href=Address::Send(room).path()
            data-chunk="sending"
        >
            {say(AgentTexts::send_invitation)}
        </a>
        <section class="invitation__section">
            <h3 class="invitation__rights">
                {inviting::say(InvitingTexts::with_moderator_rights)}
            </h3>
            <ul class="invitation__items" role="list">
                <InvitationItem kind=ItemKind::Code value=code.to_string()>
                    <span>{inviting::say(InvitingTexts::connection_code)}</span>
                    {badge}
                    <span class="invitation__digits">{code.grouped('\u{a0}')}</span>
                </InvitationItem>
                <LinkItem
                    label=inviting::say(InvitingTexts::moderator_link)
                    link=moderator_link
                    kind=ItemKind::ModeratorLink
                />
                {sip.map(|sip| view! { <SipAddress sip /> })}
            </ul>
            <Reminder
                text=inviting::say(InvitingTexts::moderator_reminder)
                help=links.get(LinkName::ModeratorRights)
                help_text=AgentTexts::moderator_rights
            />
        </section>
        <section class="invitation__section">
            <h3 class="invitation__rights">
                {inviting::say(InvitingTexts::with_restricted_rights)}
            </h3>
            <ul class="invitation__items" role="list">
                <LinkItem
                    label=inviting::say(InvitingTexts::attendee_link)
                    link=attendee_link
                    kind=ItemKind::AttendeeLink
                />
            </ul>
            <Reminder
                text=inviting::say(InvitingTexts::attendee_reminder)
                help=links.get(LinkName::AttendeeRights)
                help_text=AgentTexts::attendee_rights
            />
            {authenticated_link
                .map(|link| {
                    view! { <AuthenticatedLink link help=links.get(LinkName::AttendeeRights) /> }
                })}
            {dial_in.map(telephone)}
            {pin_note}
        </section>
        <InvitationFooter help=links.get(LinkName::TemporaryMeeting) />
    }
}

#[component]
fn SipAddress(sip: String) -> impl IntoView {
    view! {
        <InvitationItem kind=ItemKind::Sip value=sip.clone()>
            <span>{inviting::say(InvitingTexts::sip_address)}</span>
            <span class="invitation__address">{sip}</span>
        </InvitationItem>
    }
}

#[component]
fn AuthenticatedLink(link: String, help: Option<String>) -> impl IntoView {
    let (provider, account) = Portal::get().instance(|instance| {
        (
            instance.attendees_provider.clone().unwrap_or_default(),
            instance.attendees_account.clone(),
        )
    });
    let account = account.unwrap_or_else(|| provider.clone());
    let label = compose(move |texts| texts.authenticated_link(&provider));
    let reminder = compose(move |texts| texts.authenticated_reminder(&account));
    view! {
        <ul class="invitation__items" role="list">
            <LinkItem label link kind=ItemKind::AuthenticatedLink />
        </ul>
        <Reminder text=reminder help help_text=AgentTexts::attendee_rights />
    }
}

fn telephone(dial_in: DialIn) -> impl IntoView {
    let pin = dial_in.pin.grouped('\u{a0}');
    view! {
        <ul class="invitation__items" role="list">
            <Telephone line=dial_in.line().into() number=dial_in.number.into() pin=pin.into() />
        </ul>
    }
}

/// What applies to the whole invitation: the help on temporary meetings, and the limits of a professional
/// network.
#[component]
fn InvitationFooter(help: Option<String>) -> impl IntoView {
    let help = help.map(|href| {
        view! {
            <p class="invitation__reminder">
                {say(AgentTexts::temporary_elsewhere)} " "
                <ExternalLink
                    href
                    text=say(AgentTexts::temporary_meeting)
                    class="fr-link fr-link--sm"
                />
            </p>
        }
    });
    let network = Portal::get().on_professional_network().then(|| {
        view! { <p class="invitation__network">{say(|texts| texts.shared().professional_network())}</p> }
    });
    view! {
        {help}
        {network}
    }
}

/// What the holder of an item may do, with a link to more: to the instance's own page, else to the portal's.
#[component]
fn Reminder(
    text: Text,
    help: Option<String>,
    help_text: fn(AgentTexts) -> &'static str,
) -> impl IntoView {
    let href = help.unwrap_or_else(|| Address::Rights.path());
    view! {
        <p class="invitation__reminder">
            {text} " " <ExternalLink href text=say(help_text) class="fr-link fr-link--sm" />
        </p>
    }
}
