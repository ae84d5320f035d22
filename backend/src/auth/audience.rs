//! The kinds of people who sign in, each at a provider of its own.

/// The kind of person who signs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// An agent, who has rooms.
    Agents,
    /// A person with an authenticated link.
    Attendees,
}
