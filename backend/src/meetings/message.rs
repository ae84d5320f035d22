//! What moderators read in the meeting: the owner's own words, and how to invite others. The
//! conference server shows it to nobody else.

use parvis_contract::invitation::Invitation;

use crate::conference::html;

/// The message, as HTML of the few elements that the conference server lets through.
///
/// In French, as one text serves everybody in the meeting. The authenticated link is not part of it:
/// its owner alone hands that out.
pub(super) fn for_moderators(own_words: &str, invitation: &Invitation) -> String {
    let mut lines = Vec::new();
    if !own_words.is_empty() {
        lines.push(html(own_words));
        lines.push(String::new());
    }
    lines.push("<b>Pour inviter à cette réunion</b>".to_owned());
    lines.push(format!(
        "Code de connexion (droits de modérateur) : {}",
        invitation.code.grouped(' ')
    ));
    lines.push(link("Lien modérateur", &invitation.moderator_link));
    lines.push(link("Lien participant", &invitation.attendee_link));
    lines.extend(
        invitation
            .dial_in
            .as_ref()
            .map(|dial_in| html(&dial_in.line())),
    );
    lines.join("<br>")
}

fn link(label: &str, address: &str) -> String {
    let address = html(address);
    format!("{label} : <a href=\"{address}\">{address}</a>")
}
