//! Reads the sources of a crate for the modules that they name.

use std::fs;
use std::path::{Path, PathBuf};

/// One module names another.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Use {
    pub target: String,
    pub line: usize,
}

/// The modules of the crate that a file names, whether in `use` or in a path. `depth` says how many modules
/// deep the file stands: that many `super::` lead to the crate.
fn uses(source: &str, depth: usize) -> Vec<Use> {
    let code = without_comments(source);
    let mut found = Vec::new();
    let mut from_here = 0;
    while let Some(start) = code[from_here..].find("crate::") {
        let start = from_here + start;
        from_here = start + "crate::".len();
        let line = line_of(&code, start);
        for target in targets(&code[from_here..]) {
            found.push(Use { target, line });
        }
    }
    from_here = 0;
    while let Some(start) = code[from_here..].find("super::") {
        let start = from_here + start;
        let mut rest = &code[start..];
        let mut chain = 0;
        while let Some(next) = rest.strip_prefix("super::") {
            rest = next;
            chain += 1;
        }
        from_here = code.len() - rest.len();
        // Within `mod tests { … }` one more `super::` leads there: too many are no fault.
        if chain >= depth {
            let line = line_of(&code, start);
            for target in targets(rest) {
                found.push(Use { target, line });
            }
        }
    }
    found
}

fn line_of(code: &str, at: usize) -> usize {
    1 + code[..at].matches('\n').count()
}

/// The same number of lines, without what is said in comments.
pub fn without_comments(source: &str) -> String {
    let mut code = String::new();
    for line in source.lines() {
        if !line.trim_start().starts_with("//") {
            code.push_str(line);
        }
        code.push('\n');
    }
    code
}

/// What follows `crate::`: one name, or the first name of each path in braces.
fn targets(rest: &str) -> Vec<String> {
    let Some(group) = rest.strip_prefix('{') else {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
        let name = &rest[..end.unwrap_or(rest.len())];
        return vec![name.to_owned()];
    };
    let (mut names, mut depth, mut name) = (Vec::new(), 0, String::new());
    let mut is_first = true;
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                names.push(std::mem::take(&mut name));
                is_first = true;
            }
            ':' => is_first = false,
            _ if c.is_whitespace() => {}
            _ if depth == 0 && is_first => name.push(c),
            _ => {}
        }
    }
    names.push(name);
    names.retain(|name| !name.is_empty());
    names
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// A file of the library.
pub struct Source {
    pub path: PathBuf,
    /// The module of the crate that it is of.
    pub module: String,
    /// How many modules deep it stands.
    pub depth: usize,
    pub text: String,
}

impl Source {
    pub fn uses(&self) -> Vec<Use> {
        uses(&self.text, self.depth)
    }
}

/// The files of a crate's library, by the crate's folder next to the backend's.
pub fn sources(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .join(folder)
        .join("src");
    let mut paths = Vec::new();
    files(&root, &mut paths);
    paths.sort();
    let mut sources = Vec::new();
    for path in paths {
        let inside = path.strip_prefix(&root).expect("below").with_extension("");
        let names: Vec<_> = inside.iter().map(|name| name.to_string_lossy()).collect();
        // The crate's root, and the binary.
        if ["lib", "main", "command_line"].contains(&&*names[0]) {
            continue;
        }
        sources.push(Source {
            module: names[0].clone().into_owned(),
            depth: names.len(),
            text: fs::read_to_string(&path).expect("a file"),
            path,
        });
    }
    sources
}
