//! The address by which a person's browser joins.

use parvis_contract::role::Role;
use url::Url;

use super::Conference;

/// A person about to join.
pub struct Person<'a> {
    /// The name that the others see.
    pub name: &'a str,
    /// The person's rights.
    pub role: Role,
    /// Tells the conference server that a person who comes back is the same.
    pub user_id: Option<&'a str>,
    /// Whether the person is a guest, whom a moderator may have to let in.
    pub is_guest: bool,
    /// Whether the person leaves the meeting to the portal, and not to an address that the room names.
    pub exits_to_portal: bool,
}

impl Conference {
    /// The address by which `person`'s browser joins. It lets its holder in: never log it. Whom the server does
    /// not let in it sends to `refused`, with the reason.
    #[must_use]
    pub fn join_url(&self, id: &str, create_time: i64, person: &Person<'_>, refused: &Url) -> Url {
        let create_time = create_time.to_string();
        let role = match person.role {
            Role::Moderator => "MODERATOR",
            Role::Attendee => "VIEWER",
        };
        let mut parameters = vec![
            ("meetingID", id),
            ("fullName", person.name),
            ("role", role),
            ("createTime", &create_time),
            ("redirect", "true"),
            ("errorRedirectUrl", refused.as_str()),
        ];
        parameters.extend(person.user_id.map(|user_id| ("userID", user_id)));
        // Servers before 3.0 send whom they do not let in there.
        let exit = person
            .exits_to_portal
            .then_some(("logoutURL", refused.as_str()));
        parameters.extend(exit);
        // Never `guest=false`, which the server's documentation advises against.
        parameters.extend(person.is_guest.then_some(("guest", "true")));
        self.signed("join", &parameters)
    }
}
