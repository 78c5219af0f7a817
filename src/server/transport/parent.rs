//! The client's process: gone, it leaves no server behind.

use std::io::Write;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Notify;

/// Tells `orphaned` once the process `id` is gone. A closed pipe says the same at once; this is for pipes
/// that another child of the client still holds open.
pub(super) async fn watch(id: u32, orphaned: Arc<Notify>) {
    // A number that names nobody now is of another world: a client outside our container.
    if !is_alive(id) {
        return;
    }
    while is_alive(id) {
        tokio::time::sleep(INTERVAL).await;
    }
    orphaned.notify_one();
}

/// Often enough that nobody meets the process in a list, seldom enough to cost nothing.
const INTERVAL: Duration = Duration::from_secs(3);

#[cfg(unix)]
fn is_alive(id: u32) -> bool {
    let process = i32::try_from(id).ok().and_then(rustix::process::Pid::from_raw);
    // "Not permitted" is somebody else's process, and alive.
    process.is_none_or(|process| rustix::process::test_kill_process(process) != Err(rustix::io::Errno::SRCH))
}

#[cfg(not(unix))]
fn is_alive(_: u32) -> bool {
    true
}

/// A line on standard error, which editors show as the server's log. Standard output is the protocol's.
pub(in crate::server) fn complain(line: &str) {
    // A client that closed the pipe does not want to hear it.
    let _ = writeln!(std::io::stderr(), "{line}");
}
