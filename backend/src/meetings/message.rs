//! What moderators read in the meeting: the owner's own words, and how to invite others. The
//! conference server shows it to nobody else.

use parvis_contract::invitation::{DialIn, Invitation};

use crate::conference::html;

/// The message, as HTML of the few elements that the conference server lets through; empty for none.
/// How to invite is part of it where moderators do not read that elsewhere.
///
/// In French, as one text serves everybody in the meeting. The authenticated link is not part of it:
/// its owner alone hands that out.
pub(super) fn for_moderators(own_words: &str, to_invite: Option<&Invitation>) -> String {
    let mut lines = Vec::new();
    if !own_words.is_empty() {
        lines.push(html(own_words));
    }
    if let Some(invitation) = to_invite {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(ways_in(invitation));
    }
    lines.join("<br>")
}

fn ways_in(invitation: &Invitation) -> Vec<String> {
    let mut lines = vec![
        "<b>Pour inviter à cette réunion</b>".to_owned(),
        format!(
            "Code de connexion (droits de modérateur) : {}",
            invitation.code.grouped(' ')
        ),
        link("Lien modérateur", &invitation.moderator_link),
        link("Lien participant", &invitation.attendee_link),
    ];
    lines.extend(invitation.dial_in.as_ref().map(telephone));
    lines
}

/// The line for those who call. The server itself writes the PIN in force in the place of `%%CONFNUM%%`: it
/// may be another than the one that the meeting is created with.
fn telephone(dial_in: &DialIn) -> String {
    format!("Tél. : {} – PIN : %%CONFNUM%% #", html(&dial_in.number))
}

fn link(label: &str, address: &str) -> String {
    let address = html(address);
    format!("{label} : <a href=\"{address}\">{address}</a>")
}
