//! The configuration that everybody may read: names, theme and links of the instance.

use parvis_contract::instance::{Instance, Link, LinkName, Links, Theme};

use super::env::{Env, Scheme};
use super::files;
use super::provider::ProviderSettings;

/// The public configuration of a backend.
pub(super) fn instance(
    env: &mut Env<'_>,
    agents: &ProviderSettings,
    attendees: Option<&ProviderSettings>,
) -> Instance {
    Instance {
        agents_provider: agents.name.clone(),
        attendees_provider: attendees.map(|provider| provider.name.clone()),
        attendees_account: env.optional("PARVIS_OIDC_ATTENDEES_ACCOUNT"),
        code_is_new: env.parse("PARVIS_CODE_IS_NEW", "false", "true or false"),
        shows_activity: env.parse("PARVIS_SHOW_ACTIVITY", "false", "true or false"),
        has_telephone: env.optional("PARVIS_PHONE_NUMBER").is_some(),
        max_rooms: env.bounded("PARVIS_MAX_ROOMS", 500, 1..=10_000),
        max_delegates: env.bounded("PARVIS_MAX_DELEGATES", 20, 0..=1_000),
        delegates_invite: env.parse("PARVIS_DELEGATES_INVITE", "false", "true or false"),
        has_files: files::are_kept(env),
        links: links(env),
        ..rendered_instance(env)
    }
}

/// The part of it that is rendered into the page.
pub(super) fn rendered_instance(env: &mut Env<'_>) -> Instance {
    let theme = match env.optional("PARVIS_THEME").as_deref() {
        None | Some("neutral") => Theme::Neutral,
        Some("state") => Theme::State,
        Some(_) => {
            env.mistake("PARVIS_THEME", "neutral or state");
            Theme::Neutral
        }
    };
    let mark = env.optional("PARVIS_MARK").unwrap_or_default();
    let mark: Vec<String> = mark
        .split('|')
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect();
    if mark.is_empty() == (theme == Theme::State) {
        env.mistake(
            "PARVIS_MARK",
            "the lines of the block-mark, separated by |, with PARVIS_THEME=state, and with no other",
        );
    }
    let logo = asset(env, "PARVIS_LOGO", &[".svg", ".png"]);
    Instance {
        mark,
        logo,
        service_name: env
            .optional("PARVIS_SERVICE_NAME")
            .unwrap_or_else(|| "Parvis".to_owned()),
        tagline: env.optional("PARVIS_TAGLINE").unwrap_or_default(),
        theme,
        ..Instance::default()
    }
}

/// The address of a stylesheet for the colours of the instance; may be empty.
pub(super) fn stylesheet(env: &mut Env<'_>) -> String {
    asset(env, "PARVIS_STYLESHEET", &[".css"])
}

/// The address of a file that the administrator puts beside those of the app; may be empty.
fn asset(env: &mut Env<'_>, variable: &'static str, ends: &[&str]) -> String {
    let address = env.optional(variable).unwrap_or_default();
    let is_usable =
        address.starts_with("/assets/") && ends.iter().any(|end| address.ends_with(end));
    if !address.is_empty() && !is_usable {
        let ends = ends.join(" or ");
        env.mistake(
            variable,
            &format!("the address of a file below /assets/ that ends in {ends}"),
        );
    }
    address
}

fn links(env: &mut Env<'_>) -> Links {
    use LinkName::{
        Access, Accessibility, AttendeeRights, Contact, Documentation, LegalNotice,
        ModeratorRights, PersonalData, SigningIn, SourceCode, TemporaryMeeting, TermsOfUse,
    };
    let known = [
        ("PARVIS_LINK_ACCESS", Access),
        ("PARVIS_LINK_DOCUMENTATION", Documentation),
        ("PARVIS_LINK_SOURCE_CODE", SourceCode),
        ("PARVIS_LINK_ACCESSIBILITY", Accessibility),
        ("PARVIS_LINK_LEGAL_NOTICE", LegalNotice),
        ("PARVIS_LINK_PERSONAL_DATA", PersonalData),
        ("PARVIS_LINK_TERMS_OF_USE", TermsOfUse),
        ("PARVIS_LINK_CONTACT", Contact),
        ("PARVIS_LINK_MODERATOR_RIGHTS", ModeratorRights),
        ("PARVIS_LINK_ATTENDEE_RIGHTS", AttendeeRights),
        ("PARVIS_LINK_TEMPORARY_MEETING", TemporaryMeeting),
        ("PARVIS_LINK_SIGNING_IN", SigningIn),
    ];
    let link = |(variable, name)| {
        let scheme = if name == Contact {
            Scheme::WebOrMail
        } else {
            Scheme::Web
        };
        env.link(variable, scheme)
            .map(|address| Link(name, address))
    };
    Links(known.into_iter().filter_map(link).collect())
}
