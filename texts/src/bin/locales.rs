//! Command that writes the text files that browsers load: `<program>/<language tag>.txt` in a folder, and
//! `<program>-further/<language tag>.txt` for a program that has further files.
//!
//! Usage: `locales FOLDER`

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

use parvis_texts::compile::{Locales, Program};

#[expect(clippy::print_stderr, reason = "a command says what went wrong")]
fn main() -> ExitCode {
    let Some(folder) = env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("usage: locales FOLDER");
        return ExitCode::from(2);
    };
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../locales");
    let mistakes = match Locales::read(&source) {
        Ok(locales) => write(&locales, &folder)
            .err()
            .map(|error| error.to_string())
            .into_iter()
            .collect(),
        Err(mistakes) => mistakes
            .iter()
            .map(|mistake| format!("locales/{mistake}"))
            .collect::<Vec<_>>(),
    };
    for mistake in &mistakes {
        eprintln!("{mistake}");
    }
    ExitCode::from(u8::from(!mistakes.is_empty()))
}

fn write(locales: &Locales, folder: &Path) -> io::Result<()> {
    for (program, name) in [(Program::Portal, "portal"), (Program::Overlay, "overlay")] {
        for tag in locales.tags() {
            save(&folder.join(name), tag, &program.first_file(locales, tag))?;
            if let Some(further) = program.further_file(locales, tag) {
                save(&folder.join(format!("{name}-further")), tag, &further)?;
            }
        }
    }
    Ok(())
}

fn save(folder: &Path, tag: &str, content: &str) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    fs::write(folder.join(format!("{tag}.txt")), content)
}
