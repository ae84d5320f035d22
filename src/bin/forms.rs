//! The part of the app with the forms of a room.

fn main() {
    parvis::start_for_forms();
}
