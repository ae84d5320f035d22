//! The part of the app for everybody who is not signed in, and for whoever holds a link.

fn main() {
    parvis::start_for_guests();
}
