//! The part of the app for those who are signed in.

fn main() {
    parvis::start_for_agents();
}
