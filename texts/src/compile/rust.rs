//! Code generation: a struct with a method for each text of a feature.

use std::fmt::Write;

use super::{Feature, Kind, Message};

/// The code of the struct `name` with the texts of `feature`, the first of which is at line `first`.
/// `has_forms` returns whether a text has several forms in any language.
pub(super) fn code(
    name: &str,
    feature: &Feature,
    first: usize,
    has_forms: impl Fn(&str) -> bool,
) -> String {
    let methods: String = (first..)
        .zip(&feature.messages)
        .map(|(line, message)| method(line, message, has_forms(&message.id)))
        .collect();
    format!(
        "/// The texts of one language.\n\
         #[derive(Clone, Copy)]\n\
         pub struct {name}(pub(crate) &'static parvis_texts::Catalogue);\n\n\
         // A text that nothing shows is to be deleted from `locales/`.\n\
         #[deny(dead_code)]\n\
         // A text is called by its name.\n\
         #[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]\n\
         impl {name} {{\n{methods}}}\n"
    )
}

fn method(line: usize, message: &Message, has_forms: bool) -> String {
    let name = message.id.replace('-', "_");
    let mut code = String::new();
    let order: Vec<_> = message
        .parameters
        .iter()
        .map(|each| each.name.as_str())
        .collect();
    let text = message.pattern.line(&order).replace('`', "'");
    // Writing to a string cannot fail.
    let _ = writeln!(code, "    /// `{text}` {}", message.comment);
    let declared = message.parameters.iter().map(|each| match each.kind {
        Kind::String => format!(", {}: &str", each.name),
        Kind::Number => format!(", {}: impl Into<parvis_texts::Number>", each.name),
    });
    let declared: String = declared.collect();
    let given = message
        .parameters
        .iter()
        .map(|each| match (each.kind, has_forms) {
            (Kind::String, false) => each.name.clone(),
            (Kind::Number, false) => format!("&{}.into().text()", each.name),
            (Kind::String, true) => format!("parvis_texts::Argument::Text({})", each.name),
            (Kind::Number, true) => format!("parvis_texts::Argument::Number({}.into())", each.name),
        });
    let given = given.collect::<Vec<_>>().join(", ");
    let _ = match (message.parameters.is_empty(), has_forms) {
        (true, _) => writeln!(
            code,
            "    pub fn {name}(self) -> &'static str {{ self.0.text({line}) }}"
        ),
        (false, true) => {
            writeln!(
                code,
                "    pub fn {name}(self{declared}) -> String {{ self.0.choose({line}, &[{given}]) }}"
            )
        }
        (false, false) => {
            writeln!(
                code,
                "    pub fn {name}(self{declared}) -> String {{ self.0.fill({line}, &[{given}]) }}"
            )
        }
    };
    code
}
