//! The backend's binary, as a process of its own.

use std::collections::HashMap;
use std::process::{Child, Command, ExitStatus, Stdio};

use tokio::net::TcpListener;

use super::deadline::{eventually, within};

/// The backend's binary.
pub(super) const BINARY: &str = env!("CARGO_BIN_EXE_parvis-backend");

/// A running process; it ends when it is dropped.
pub struct Process {
    /// Where it listens.
    pub origin: String,
    child: Child,
}

impl Process {
    /// Starts a binary with these variables and waits until it is ready.
    pub async fn start(binary: &str, variables: &HashMap<String, String>) -> Self {
        let mut binary = Command::new(binary);
        binary.stdout(Stdio::null());
        Self::spawn(binary, variables).await
    }

    /// Starts the binary with both outputs on a full disk.
    pub async fn start_with_full_outputs(variables: &HashMap<String, String>) -> Self {
        let full = || std::fs::File::create("/dev/full").expect("opens");
        let mut binary = Command::new(BINARY);
        binary.stdout(full()).stderr(full());
        Self::spawn(binary, variables).await
    }

    /// Starts the binary so that it cannot write beyond `kilobytes` of any file, which it is told as an
    /// error, not by a signal.
    pub async fn start_with_small_files(
        variables: &HashMap<String, String>,
        kilobytes: u64,
    ) -> Self {
        // Signals that are ignored stay so in what the shell becomes. The limit can be raised again.
        let limit = format!("trap '' XFSZ; ulimit -S -f {kilobytes}");
        Self::start_after(variables, &limit).await
    }

    /// Starts the binary after a command of the shell, such as one that sets a limit.
    pub async fn start_after(variables: &HashMap<String, String>, command: &str) -> Self {
        let mut shell = Command::new("bash");
        let script = format!("{command}; exec \"$0\"");
        shell.args(["-c", &script, BINARY]);
        shell.stdout(Stdio::null());
        Self::spawn(shell, variables).await
    }

    /// Where it listens, by the portal's host name: it gets the portal's cookies there.
    pub fn local_origin(&self) -> String {
        self.origin.replace("127.0.0.1", "localhost")
    }

    /// Asks it to stop (SIGTERM).
    pub fn ask_to_stop(&self) {
        let asked = Command::new("kill")
            .args(["-TERM", &self.child.id().to_string()])
            .status();
        assert!(asked.expect("kill runs").success());
    }

    /// How it has ended, once it has.
    pub async fn ended(&mut self) -> ExitStatus {
        eventually("the end of the process", async || {
            self.child.try_wait().expect("a status")
        })
        .await
    }

    /// Takes the limit away that [`Self::start_with_small_files`] has set.
    pub fn allow_large_files(&self) {
        let raised = Command::new("prlimit")
            .args(["--fsize=unlimited:", "--pid", &self.child.id().to_string()])
            .status();
        assert!(raised.expect("prlimit runs").success());
    }

    async fn spawn(mut command: Command, variables: &HashMap<String, String>) -> Self {
        let free = TcpListener::bind(("127.0.0.1", 0)).await;
        let address = free.and_then(|listener| listener.local_addr());
        let address = address.expect("a free port");
        let child = command
            .env_clear()
            .envs(variables)
            .env("PARVIS_LISTEN", address.to_string())
            .spawn()
            .expect("the binary starts");
        let process = Self {
            origin: format!("http://{address}"),
            child,
        };
        let ready = format!("{}/readyz", process.origin);
        eventually("a node that is ready", async || {
            let asked = within("whether it is ready", reqwest::get(&ready)).await;
            asked
                .is_ok_and(|answer| answer.status().is_success())
                .then_some(())
        })
        .await;
        process
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // One that has ended by itself cannot be ended again.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Runs the binary with these variables; answers what it writes, or what it says is wrong.
pub fn command(variables: &HashMap<String, String>, arguments: &[&str]) -> Result<String, String> {
    let done = Command::new(BINARY)
        .args(arguments)
        .env_clear()
        .envs(variables)
        .output()
        .expect("the binary runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    if done.status.success() {
        Ok(text(done.stdout))
    } else {
        Err(text(done.stdout) + &text(done.stderr))
    }
}
