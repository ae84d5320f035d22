//! Join addresses.

use parvis_contract::role::Role;
use url::Url;

use super::Conference;

/// A person who joins.
pub struct Person<'a> {
    /// The name shown to others.
    pub name: &'a str,
    /// The role.
    pub role: Role,
    /// The identifier by which the conference server recognizes the person.
    pub user_id: Option<&'a str>,
    /// Whether the person is a guest, whom a moderator may have to admit.
    pub is_guest: bool,
    /// Whether the exit leads to the portal instead of an address of the room.
    pub exits_to_portal: bool,
}

impl Conference {
    /// The join address for `person`'s browser. It gives access to the meeting: never log it. If the server
    /// does not let the person in, it redirects to `refused` with the reason.
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
        // Servers before 3.0 redirect there if they do not let somebody in.
        let exit = person
            .exits_to_portal
            .then_some(("logoutURL", refused.as_str()));
        parameters.extend(exit);
        // Never `guest=false`, which the server's documentation advises against.
        parameters.extend(person.is_guest.then_some(("guest", "true")));
        self.signed("join", &parameters)
    }
}
