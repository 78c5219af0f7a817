//! The language server as a process: how it ends, and that it ends.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::time::Duration;

struct Server {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

impl Server {
    fn start() -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_backread"))
            .args(["lsp", "--stdio"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .unwrap();
        let input = child.stdin.take();
        let output = BufReader::new(child.stdout.take().unwrap());
        Self { child, input, output }
    }

    fn initialized(process: Option<u32>) -> Self {
        let mut server = Self::start();
        server.send(&json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": { "processId": process, "capabilities": {} } }));
        assert_eq!(server.receive()["result"]["serverInfo"]["name"], "backread");
        server.send(&json!({ "jsonrpc": "2.0", "method": "initialized", "params": {} }));
        server
    }

    fn send(&mut self, message: &Value) {
        let body = message.to_string();
        let input = self.input.as_mut().unwrap();
        write!(input, "Content-Length: {}\r\n\r\n{body}", body.len()).unwrap();
        input.flush().unwrap();
    }

    fn receive(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            assert!(self.output.read_line(&mut line).unwrap() > 0, "the server said nothing");
            match line.trim().split_once(": ") {
                Some((_, number)) => length = number.parse().unwrap(),
                None => break,
            }
        }
        let mut body = vec![0; length];
        self.output.read_exact(&mut body).unwrap();
        serde_json::from_slice(&body).unwrap()
    }

    /// Waits for the end; a server that does not end is killed, which is no exit code.
    fn wait(&mut self) -> ExitStatus {
        let (ended, waits) = mpsc::channel::<()>();
        let id = self.child.id().to_string();
        let watchdog = std::thread::spawn(move || {
            if waits.recv_timeout(Duration::from_mins(1)) == Err(mpsc::RecvTimeoutError::Timeout) {
                Command::new("kill").args(["-9", &id]).status().unwrap();
            }
        });
        let status = self.child.wait().unwrap();
        drop(ended);
        watchdog.join().unwrap();
        status
    }
}

#[test]
fn exit_after_shutdown_is_clean() {
    let mut server = Server::initialized(None);
    server.send(&json!({ "jsonrpc": "2.0", "id": 2, "method": "shutdown" }));
    assert_eq!(server.receive()["result"], Value::Null);
    // The pipe stays open: the server must not wait for its end.
    server.send(&json!({ "jsonrpc": "2.0", "method": "exit" }));
    assert_eq!(server.wait().code(), Some(0));
}

#[test]
fn exit_without_shutdown_is_not() {
    let mut server = Server::initialized(None);
    server.send(&json!({ "jsonrpc": "2.0", "method": "exit" }));
    assert_eq!(server.wait().code(), Some(1));
}

#[test]
fn a_closed_pipe_ends_the_server() {
    let mut server = Server::initialized(None);
    server.input = None;
    assert_eq!(server.wait().code(), Some(1));
}

#[test]
fn a_dead_client_leaves_no_server_even_if_the_pipe_stays_open() {
    let mut editor = Command::new("sleep").arg("1000").spawn().unwrap();
    let mut server = Server::initialized(Some(editor.id()));
    editor.kill().unwrap();
    editor.wait().unwrap();
    assert_eq!(server.wait().code(), Some(1));
}

#[test]
fn a_broken_pipe_of_messages_is_answered_and_ends_the_server() {
    let mut server = Server::initialized(None);
    let input = server.input.as_mut().unwrap();
    input.write_all(b"Content-Length: 9\r\n\r\n{\"x\": [[[").unwrap();
    input.flush().unwrap();
    // Where the next message would begin nobody can tell.
    assert_eq!(server.receive()["error"]["code"], -32700);
    assert_eq!(server.wait().code(), Some(1));
}

/// Half of an emoji is a text like any other.
#[test]
fn half_a_character_does_not_end_the_conversation() {
    let mut server = Server::initialized(None);
    let body = r#"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:x","languageId":"markdown","version":1,"text":"torn \ud83d apart"}}}"#;
    write!(server.input.as_mut().unwrap(), "Content-Length: {}\r\n\r\n{body}", body.len()).unwrap();
    server.send(&json!({ "jsonrpc": "2.0", "id": 2, "method": "shutdown" }));
    assert_eq!(server.receive()["id"], 2);
    server.send(&json!({ "jsonrpc": "2.0", "method": "exit" }));
    assert_eq!(server.wait().code(), Some(0));
}

#[test]
fn messages_about_nothing_are_answered_and_survived() {
    let mut server = Server::initialized(None);
    server.send(&json!({ "jsonrpc": "2.0", "id": 2, "method": "no/such/method" }));
    assert_eq!(server.receive()["error"]["code"], -32601);
    server.send(&json!({ "jsonrpc": "2.0", "method": "textDocument/didChange", "params": { "textDocument": { "uri": "untitled:x", "version": 2 }, "contentChanges": [{ "text": "x" }] } }));
    server.send(&json!({ "jsonrpc": "2.0", "id": 3, "method": "textDocument/hover", "params": { "textDocument": { "uri": "untitled:x" }, "position": { "line": 9, "character": 9 } } }));
    assert_eq!(server.receive()["result"], Value::Null);
    server.send(&json!({ "jsonrpc": "2.0", "id": 4, "method": "shutdown" }));
    server.receive();
    server.send(&json!({ "jsonrpc": "2.0", "method": "exit" }));
    assert_eq!(server.wait().code(), Some(0));
}
