//! Layer 7: the language server, on standard input and output.
//!
//! ```text
//! client ─▶ front     one method each, which only passes an event on: order is kept because nothing is awaited before
//!             │
//!           session   one task owns documents, workspaces and reports; it never waits
//!             │
//!           jobs      finding a workspace, reading sources, checking a draft: on threads, over immutable snapshots;
//!             │       each answers with an event
//!           outbox ─▶ client
//! ```
//!
//! The protocol's types are named in this folder only.

pub mod features;
mod options;
mod session;
pub mod transport;

pub use crate::server::options::Options;

use crate::server::session::Session;
use crate::server::transport::front::Front;
use crate::server::transport::mended_input::MendedInput;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::{Notify, mpsc};
use tower_lsp::{LspService, Server};

/// Serves on standard input and output until the client says `exit`, closes the pipe or dies. The code is 0
/// if `shutdown` came first, else 1, as the protocol has it.
pub fn run(options: Options) -> ExitCode {
    let runtime =
        match tokio::runtime::Builder::new_multi_thread().worker_threads(WORKERS).enable_all().build() {
            Ok(runtime) => runtime,
            Err(error) => {
                transport::parent::complain(&format!("error: the language server cannot start: {error}"));
                return ExitCode::from(2);
            }
        };
    let clean = runtime.block_on(serve(tokio::io::stdin(), tokio::io::stdout(), options));
    if !clean {
        transport::parent::complain(
            "the connection ended without `shutdown`: the client is gone, or sent what is no message",
        );
    }
    // A read of standard input or a job may still hold a thread: neither keeps the process.
    runtime.shutdown_background();
    ExitCode::from(u8::from(!clean))
}

/// The session and the transport; jobs run on threads of their own.
const WORKERS: usize = 2;

/// Serves one client; true if it said `shutdown` before it left.
pub async fn serve(input: impl AsyncRead + Unpin, output: impl AsyncWrite, options: Options) -> bool {
    let (events, received) = mpsc::unbounded_channel();
    let shut_down = Arc::new(AtomicBool::new(false));
    let orphaned = Arc::new(Notify::new());
    let (service, socket) = LspService::new(|client| {
        let session = Session::new(transport::outbox::Outbox::new(client), events.clone(), options);
        tokio::spawn(session.run(received));
        Front { events, shut_down: Arc::clone(&shut_down), orphaned: Arc::clone(&orphaned) }
    });
    let server = Server::new(MendedInput::new(input), output, socket).concurrency_level(REQUESTS);
    tokio::select! {
        () = server.serve(service) => {}
        () = orphaned.notified() => {}
    }
    shut_down.load(Ordering::Acquire)
}

/// Requests that may wait at once for a report that is being made; the reader stops above it.
const REQUESTS: usize = 64;
