//! The part of the app that sends whole invitations.

fn main() {
    parvis::start_for_sending();
}
