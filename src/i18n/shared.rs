//! The texts that several features share.

use parvis_contract::problem::Problem;

use super::problems::ProblemTexts;

parvis_ui::texts_of!(Texts, "shared");

impl Texts {
    /// What is wrong with a code as it is typed.
    pub fn code_mistake(self, has_letters: bool, digits: usize) -> String {
        if has_letters {
            self.code_has_letters().to_owned()
        } else {
            self.code_too_long(digits)
        }
    }

    /// What a problem is and what to do about it.
    pub fn problem(self, problem: &Problem) -> String {
        ProblemTexts(self.0).sentence(problem, self)
    }
}
