//! The texts that several features share, by the place where they stand.

use parvis_contract::problem::Problem;

/// The texts of one language. A text with parts is a function of them.
pub struct Texts {
    // What several places say.
    pub retry: &'static str,
    pub reload: &'static str,
    pub take_up: &'static str,
    pub cancel: &'static str,
    pub at_most: fn(characters: usize) -> String,
    pub room_limit: fn(limit: Option<u64>) -> String,
    pub no_such_room: &'static str,

    // The frame around every page.
    pub quick_access: &'static str,
    pub skip_to_content: &'static str,
    pub home_of: fn(service: &str) -> String,
    pub menu: &'static str,
    pub tools: &'static str,
    pub access: &'static str,
    pub documentation: &'static str,
    pub sign_in: &'static str,
    pub signed_out: &'static str,
    pub sign_out: &'static str,
    pub not_signed_out: &'static str,
    pub choose_language: &'static str,
    pub notices: &'static str,
    pub new_version: &'static str,
    pub professional_network: &'static str,
    pub offline: &'static str,
    pub footer_links: &'static str,
    pub scheme: &'static str,
    pub scheme_of_system: &'static str,
    pub scheme_light: &'static str,
    pub scheme_dark: &'static str,
    pub source_code: &'static str,
    pub accessibility: &'static str,
    pub shortcuts: &'static str,
    pub legal_notice: &'static str,
    pub personal_data: &'static str,
    pub terms_of_use: &'static str,
    pub contact: &'static str,

    // The connection code.
    pub enter_code: &'static str,
    pub first_digits: &'static str,
    pub middle_digits: &'static str,
    pub last_digits: &'static str,
    pub code_mistake: fn(has_letters: bool, digits: usize) -> String,
    pub code_working: &'static str,
    pub code_refused: &'static str,
    pub connect: &'static str,

    // What goes wrong.
    pub meeting_not_entered: &'static str,
    pub meeting_full: &'static str,
    pub meeting_not_running: &'static str,
    pub meeting_not_let_in: &'static str,
    pub meeting_failed: &'static str,
    pub go_back: &'static str,
    pub page_not_found: &'static str,
    pub page_not_found_detail: &'static str,
    pub back_home: &'static str,
    pub service_unavailable: &'static str,
    pub page_not_shown: &'static str,
    pub page_not_arrived: &'static str,
    pub page_not_arrived_detail: &'static str,
    pub unreachable: &'static str,
    pub too_slow: &'static str,
    pub unexpected: &'static str,
    pub problem: fn(&Problem) -> String,
}
