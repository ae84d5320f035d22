//! The command line (clap). All other configuration is in environment variables.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Parser, Subcommand};

const CONFIGURATION: &str = "\
Without a command, the backend serves until it is asked to stop (SIGINT, SIGTERM).

Configuration is read from environment variables (PARVIS_…); docs/deploy.md lists each with its
default and meaning.";

/// The backend of a video-conference portal: sign-in, rooms, invitations.
#[derive(Debug, Parser)]
#[command(name = "parvis-backend", version, after_help = CONFIGURATION)]
pub struct CommandLine {
    /// The command; serves without one.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Render the static site of this instance, for a CDN or a web server
    Site {
        /// The folder of the built app
        #[arg(long, value_name = "DIR")]
        dist: PathBuf,
        /// The folder to write the site to
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// Make a key file, or retire a key
    #[command(subcommand)]
    Keys(KeysCommand),
    /// Link accounts of a former identity provider to the accounts of the same people now
    ///
    /// People are recognised by their verified e-mail address. Without --apply nothing is changed:
    /// the output lists the accounts that can be linked. It names people, so keep it to yourself.
    LinkAccounts {
        /// The issuer of the former identity provider
        #[arg(long, value_name = "ISSUER")]
        from: String,
        /// Link the accounts
        #[arg(long)]
        apply: bool,
    },
    /// Print the audit trail, one JSON object a line: who signed in, renewed, deleted, restored or handed over what
    ///
    /// Accounts and rooms are named by their identifiers.
    Audit {
        /// Of how many days
        #[arg(long, value_name = "DAYS", default_value_t = 30)]
        days: u32,
    },
    /// Write all rows of the database to a new file, while nodes go on
    ///
    /// The file holds codes and addresses: only its owner may read it. The contents of files of rooms and the key file
    /// are not in it.
    Backup {
        /// The file to write; it must not exist
        file: PathBuf,
    },
    /// Fill an empty database with the rows of a backup of this release
    Restore {
        /// The file that `backup` wrote
        file: PathBuf,
    },
    /// Fill the empty database of the configuration with the rows of another, such as PostgreSQL from SQLite
    ///
    /// Stop all nodes first: what they write meanwhile is not moved.
    Move {
        /// The address of the database to read
        #[arg(long, value_name = "URL")]
        from: String,
    },
    /// Try everything that the configuration names, and say what is wrong with each
    ///
    /// Tries keys, database, conference server, identity providers, mail server, store of files and the files of the
    /// app. Nothing is changed in the database. Fails if anything fails.
    Check,
    /// Ask a running backend whether it is ready, for health checks; fails unless it answers 200 within four seconds
    Probe {
        /// Its address and port; those of `PARVIS_LISTEN` without it
        address: Option<SocketAddr>,
        /// What is asked for
        #[arg(default_value = "/readyz")]
        path: String,
    },
    /// Write the OpenAPI description of the HTTP API
    Openapi,
}

/// The commands about keys.
#[derive(Debug, Subcommand)]
pub enum KeysCommand {
    /// Make a key file that only its owner may read
    Generate {
        /// The file to write; it must not exist
        file: PathBuf,
    },
    /// Say how many links are signed with a key; with --yes, sign them all with the newest key
    ///
    /// Links signed with the retired key stop working, and their readers are told that they were
    /// renewed.
    Retire {
        /// The key's number: the first word of its line in the key file
        id: u8,
        /// Renew the links
        #[arg(long)]
        yes: bool,
    },
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_description_of_the_command_line_is_consistent() {
        CommandLine::command().debug_assert();
    }
}
