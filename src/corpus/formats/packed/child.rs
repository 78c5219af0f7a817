//! A process of its own for each packed file, so that a hostile one can neither hang, crash nor exhaust the
//! run.
//!
//! The child is this program again, with the file on its standard input and the text on its standard output.
//! It limits its own memory and processor time, where the system can; the parent limits the time that passes
//! and the bytes that it takes.

use crate::corpus::formats::packed::unpacked::{Packing, Unpacked};
use crate::corpus::skip::Skip;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{OnceLock, mpsc};
use std::time::Duration;

/// The command line's word for what a child does.
pub const COMMAND: &str = "unpack";

/// Seconds of processor time. A manual of 3,500 pages takes 1.3 s on one core of a server; an old laptop is
/// four times slower.
const SECONDS: u64 = 15;
/// The time that may pass meanwhile, where other processes have their share.
const PATIENCE: Duration = Duration::from_secs(4 * SECONDS);
/// Bytes of address space. The same manual needs 150 MB.
#[cfg(unix)]
const MEMORY: u64 = 512 << 20;
/// Bytes that a child may answer: more text than any source has.
const LONGEST_ANSWER: u64 = 64 << 20;

static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// Names the program that can be run as a child. Without one, packed files are skipped.
pub fn run_with(program: PathBuf) {
    // The first front end to say so is right; there is one in a process.
    let _ = PROGRAM.set(program);
}

/// What the child does: file in, text out. Limits come first.
pub fn serve(packing: Packing) -> std::io::Result<()> {
    limit();
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes)?;
    let answer = postcard::to_stdvec(&packing.unpack(&bytes)).map_err(std::io::Error::other)?;
    std::io::stdout().lock().write_all(&answer)
}

#[cfg(unix)]
fn limit() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let at_most = |most: u64| Rlimit { current: Some(most), maximum: Some(most) };
    // A system without such a limit leaves the parent's patience.
    let _ = setrlimit(Resource::As, at_most(MEMORY));
    let _ = setrlimit(Resource::Cpu, Rlimit { current: Some(SECONDS), maximum: Some(SECONDS + 1) });
    // A crash is an answer here; nobody wants its remains.
    let _ = setrlimit(Resource::Core, at_most(0));
}

#[cfg(not(unix))]
fn limit() {}

/// Has a child take the text out of `bytes`.
pub(in crate::corpus) fn unpack(packing: Packing, bytes: &[u8]) -> Result<Unpacked, Skip> {
    let Some(program) = PROGRAM.get() else { return Err(Skip::Alone(format!(".{}", packing.ending()))) };
    let failed =
        |error: std::io::Error| Skip::Unreadable(format!("backread could not be started for it: {error}"));
    let mut child = Command::new(program)
        .args([COMMAND, packing.ending()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(failed)?;
    let answer = converse(&mut child, bytes);
    // It is gone already, or it has had its time.
    let _ = child.kill();
    let out_of_time = child.wait().is_ok_and(is_out_of_time);
    match answer {
        Some(answer) if !out_of_time => postcard::from_bytes(&answer).unwrap_or(Err(Skip::Exhausting)),
        _ => Err(Skip::Endless(SECONDS)),
    }
}

#[cfg(unix)]
fn is_out_of_time(status: std::process::ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt;
    status.signal() == Some(rustix::process::Signal::XCPU.as_raw())
}

#[cfg(not(unix))]
fn is_out_of_time(_: std::process::ExitStatus) -> bool {
    false
}

/// Hands the file over and takes the answer; `None` after too long a time.
fn converse(child: &mut Child, bytes: &[u8]) -> Option<Vec<u8>> {
    let (mut input, output) = (child.stdin.take()?, child.stdout.take()?);
    let (sender, receiver) = mpsc::channel();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            // A child that ended early has said why, or its silence does.
            let _ = input.write_all(bytes);
        });
        scope.spawn(move || {
            let mut answer = Vec::new();
            let _ = output.take(LONGEST_ANSWER).read_to_end(&mut answer);
            let _ = sender.send(answer);
        });
        let answer = receiver.recv_timeout(PATIENCE).ok();
        if answer.is_none() {
            // Both threads wait for the child as long as it lives.
            let _ = child.kill();
        }
        answer
    })
}
