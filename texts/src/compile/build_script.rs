//! Build script shared by the programs.

use std::path::Path;
use std::{env, fs};

use super::{Locales, Mistake, Program, rust};

/// Writes to `OUT_DIR` the struct of each feature (`<feature>.rs`) and the lines of each language
/// (`<tag>.txt`). `features` has pairs of a feature and the name of its struct.
///
/// An error in `locales/` is reported to cargo, and stops the build.
pub fn build_script(program: Program, features: &[(&str, &str)]) {
    let root = env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    let root = Path::new(&root);
    let own = root.join("locales");
    let folder = if own.is_dir() {
        own
    } else {
        root.join("../locales")
    };
    say(&format!("rerun-if-changed={}", folder.display()));
    let out = env::var("OUT_DIR").unwrap_or_default();
    let result = Locales::read(&folder).and_then(|locales| {
        write(program, features, &locales, Path::new(&out)).map_err(|mistake| vec![mistake])
    });
    for mistake in result.err().into_iter().flatten() {
        say(&format!("error=locales/{mistake}"));
    }
}

fn write(
    program: Program,
    features: &[(&str, &str)],
    locales: &Locales,
    out: &Path,
) -> Result<(), Mistake> {
    let save = |name: String, content: String| {
        fs::write(out.join(&name), content).map_err(|error| Mistake::new(name, error.to_string()))
    };
    for (feature, name) in features {
        let reference = locales.reference(feature);
        let reference = reference.ok_or_else(|| Mistake::new(*feature, "no such feature"))?;
        let first = program.first_line(locales, feature);
        save(
            format!("{feature}.rs"),
            rust::code(name, reference, first, |id| locales.has_forms(feature, id)),
        )?;
    }
    for tag in locales.tags() {
        save(format!("{tag}.txt"), program.lines(locales, tag))?;
    }
    Ok(())
}

#[expect(
    clippy::print_stdout,
    reason = "cargo reads what a build script prints"
)]
fn say(instruction: &str) {
    println!("cargo::{instruction}");
}
