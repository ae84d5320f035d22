//! Patterns as lines: the syntax of a text that [`Catalogue`](crate::Catalogue) reads.

use std::collections::BTreeSet;

use fluent_syntax::ast::{self, Expression, InlineExpression, PatternElement, VariantKey};

/// A parsed text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pattern {
    /// The parameter that selects the form, if there are several.
    pub selector: Option<String>,
    /// The forms by key; the default is the last one. A text without a selector has one form.
    pub forms: Vec<(String, Vec<Part>)>,
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Text(String),
    Variable(String),
}

/// What stands for something else in a line, or in HTML.
const RESERVED: [char; 7] = ['{', '}', '|', '&', '<', '>', '\n'];

impl Pattern {
    /// Parses a Fluent pattern: text and variables, or one selection that is the whole text.
    pub fn of(pattern: ast::Pattern<&str>) -> Result<Self, String> {
        let mut elements = pattern.elements;
        let is_select = |element: &PatternElement<&str>| {
            matches!(
                element,
                PatternElement::Placeable {
                    expression: Expression::Select { .. }
                }
            )
        };
        if let [one] = elements.as_slice()
            && is_select(one)
            && let Some(PatternElement::Placeable {
                expression: Expression::Select { selector, variants },
            }) = elements.pop()
        {
            return Self::choice(&selector, variants);
        }
        Ok(Self {
            selector: None,
            forms: vec![(String::new(), parts(elements)?)],
        })
    }

    fn choice(
        selector: &InlineExpression<&str>,
        variants: Vec<ast::Variant<&str>>,
    ) -> Result<Self, String> {
        let selector = variable(selector)?;
        let mut forms = Vec::new();
        let mut otherwise = None;
        for variant in variants {
            let (VariantKey::Identifier { name: key } | VariantKey::NumberLiteral { value: key }) =
                variant.key;
            let form = (key.to_owned(), parts(variant.value.elements)?);
            if variant.default {
                otherwise = Some(form);
            } else {
                forms.push(form);
            }
        }
        forms.extend(otherwise);
        Ok(Self {
            selector: Some(selector),
            forms,
        })
    }

    /// The variables in the text, and the selector.
    pub fn variables(&self) -> BTreeSet<&str> {
        let parts = self.forms.iter().flat_map(|(_, parts)| parts);
        let filled_in = parts.filter_map(|part| match part {
            Part::Variable(name) => Some(name.as_str()),
            Part::Text(_) => None,
        });
        filled_in.chain(self.selector.as_deref()).collect()
    }

    /// The line; a variable is written as its index in `order`.
    pub fn line(&self, order: &[&str]) -> String {
        let index = |name: &str| {
            let index = order.iter().position(|other| *other == name);
            index.map_or_else(String::new, |index| index.to_string())
        };
        let written = |parts: &[Part]| {
            let parts = parts.iter().map(|part| match part {
                Part::Text(text) => text.clone(),
                Part::Variable(name) => format!("{{{}}}", index(name)),
            });
            parts.collect::<String>()
        };
        match &self.selector {
            None => self.forms.iter().map(|(_, parts)| written(parts)).collect(),
            Some(selector) => {
                let forms = self
                    .forms
                    .iter()
                    .map(|(key, parts)| format!("|{key}|{}", written(parts)));
                format!("{{{}{}}}", index(selector), forms.collect::<String>())
            }
        }
    }
}

fn parts(elements: Vec<PatternElement<&str>>) -> Result<Vec<Part>, String> {
    let part = |element: PatternElement<&str>| match element {
        PatternElement::TextElement { value } => match value.find(RESERVED) {
            Some(at) if value[at..].starts_with('\n') => {
                Err("is of several lines: a text is one".to_owned())
            }
            Some(_) => Err("has one of the characters { } | & < >".to_owned()),
            None => Ok(Part::Text(value.to_owned())),
        },
        PatternElement::Placeable {
            expression: Expression::Inline(inline),
        } => variable(&inline).map(Part::Variable),
        PatternElement::Placeable {
            expression: Expression::Select { .. },
        } => Err("chooses in its middle: write the whole text for each choice".to_owned()),
    };
    elements.into_iter().map(part).collect()
}

fn variable(expression: &InlineExpression<&str>) -> Result<String, String> {
    match expression {
        InlineExpression::VariableReference { id } => Ok(id.name.to_owned()),
        _ => Err("has something else in braces than a variable".to_owned()),
    }
}
