//! A language client in the test's own process. Every message of the server must be read: one that is left fails the test.

use serde_json::{Value, json};
use std::collections::VecDeque;
use std::path::Path;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader, DuplexStream, ReadHalf, WriteHalf};
use tokio::task::JoinHandle;

/// Far more than any answer takes; a test that waits this long has failed.
const PATIENCE: Duration = Duration::from_mins(1);

pub(crate) struct Client {
    out: WriteHalf<DuplexStream>,
    input: BufReader<ReadHalf<DuplexStream>>,
    server: JoinHandle<bool>,
    unread: VecDeque<Value>,
    last_id: i64,
}

impl Client {
    /// A server on the other end of a pipe, not yet initialized.
    pub(crate) fn connect() -> Self {
        let (ours, theirs) = tokio::io::duplex(1 << 16);
        let (input, output) = tokio::io::split(theirs);
        let server =
            tokio::spawn(backread::server::serve(input, output, backread::server::Options::default()));
        let (input, out) = tokio::io::split(ours);
        Self { out, input: BufReader::new(input), server, unread: VecDeque::new(), last_id: 0 }
    }

    /// A server that has been told of `capabilities`, and its answer.
    pub(crate) async fn start_with(capabilities: Value, options: Value) -> (Self, Value) {
        let mut client = Self::connect();
        let params = json!({ "processId": null, "rootUri": null, "capabilities": capabilities, "initializationOptions": options });
        let answer = client.request("initialize", params).await;
        client.notify("initialized", json!({})).await;
        (client, answer)
    }

    /// A client that can show all that the server offers, in UTF-16, without a pause after an edit.
    pub(crate) async fn start() -> Self {
        Self::start_with(capabilities(), json!({ "debounce": 0 })).await.0
    }

    pub(crate) async fn notify(&mut self, method: &str, params: Value) {
        self.write(&json!({ "jsonrpc": "2.0", "method": method, "params": params })).await;
    }

    /// Sends a request and waits for its answer; other messages that come first stay unread.
    pub(crate) async fn request(&mut self, method: &str, params: Value) -> Value {
        let id = self.send(method, params).await;
        self.answer(id).await
    }

    /// Sends a request without waiting.
    pub(crate) async fn send(&mut self, method: &str, params: Value) -> i64 {
        self.last_id += 1;
        self.write(&json!({ "jsonrpc": "2.0", "id": self.last_id, "method": method, "params": params }))
            .await;
        self.last_id
    }

    pub(crate) async fn answer(&mut self, id: i64) -> Value {
        let mut message = self.take(|message| message["id"] == id && message.get("method").is_none()).await;
        assert!(message.get("error").is_none(), "{message}");
        message["result"].take()
    }

    /// The parameters of the next message of the server with that method. A request is answered with null.
    pub(crate) async fn expect(&mut self, method: &str) -> Value {
        let mut message = self.take(|message| message["method"] == method).await;
        if let Some(id) = message.get("id") {
            let answer = json!({ "jsonrpc": "2.0", "id": id, "result": null });
            self.write(&answer).await;
        }
        message["params"].take()
    }

    /// The diagnostics of the report on a version of a document; any other report first is a failure.
    pub(crate) async fn diagnostics(&mut self, uri: &str, version: i64) -> Vec<Value> {
        let mut report = self.expect("textDocument/publishDiagnostics").await;
        assert_eq!(
            (report["uri"].as_str(), report["version"].as_i64()),
            (Some(uri), Some(version)),
            "{report}"
        );
        serde_json::from_value(report["diagnostics"].take()).unwrap()
    }

    pub(crate) async fn open(&mut self, path: &Path, text: &str) -> String {
        let uri = uri(path);
        let document = json!({ "uri": uri, "languageId": "markdown", "version": 1, "text": text });
        self.notify("textDocument/didOpen", json!({ "textDocument": document })).await;
        uri
    }

    /// One edit: lines and columns of the range it replaces, and the new text.
    pub(crate) async fn edit(&mut self, uri: &str, version: i64, range: [u32; 4], text: &str) {
        let [line, column, end_line, end_column] = range;
        let range = json!({ "start": { "line": line, "character": column }, "end": { "line": end_line, "character": end_column } });
        let change = json!({ "textDocument": { "uri": uri, "version": version }, "contentChanges": [{ "range": range, "text": text }] });
        self.notify("textDocument/didChange", change).await;
    }

    pub(crate) async fn hover(&mut self, uri: &str, line: u32, column: u32) -> Value {
        let at = json!({ "textDocument": { "uri": uri }, "position": { "line": line, "character": column } });
        self.request("textDocument/hover", at).await
    }

    pub(crate) async fn code_actions(&mut self, uri: &str, range: &Value) -> Vec<Value> {
        let params =
            json!({ "textDocument": { "uri": uri }, "range": range, "context": { "diagnostics": [] } });
        serde_json::from_value(self.request("textDocument/codeAction", params).await).unwrap()
    }

    /// The log's lines that say how sources were read: one such message comes with every change of them.
    pub(crate) async fn sources_read(&mut self) -> String {
        self.expect("window/logMessage").await["message"].as_str().unwrap().to_owned()
    }

    /// Says good-bye. Fails if the server said anything that the test did not read, or did not end.
    pub(crate) async fn finish(mut self) {
        self.request("shutdown", Value::Null).await;
        self.notify("exit", Value::Null).await;
        let clean = tokio::time::timeout(PATIENCE, &mut self.server)
            .await
            .expect("the server ends at `exit`")
            .unwrap();
        assert!(clean, "the server missed `shutdown`");
        while let Some(message) = self.read().await {
            self.unread.push_back(message);
        }
        assert!(self.unread.is_empty(), "left unread: {:#?}", self.unread);
    }

    async fn take(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        loop {
            if let Some(at) = self.unread.iter().position(&wanted) {
                return self.unread.remove(at).unwrap();
            }
            let next = tokio::time::timeout(PATIENCE, self.read()).await;
            let message = next
                .unwrap_or_else(|_| panic!("nothing more came; unread: {:#?}", self.unread))
                .expect("the server is there");
            self.unread.push_back(message);
        }
    }

    async fn write(&mut self, message: &Value) {
        let body = message.to_string();
        // A server that has ended reads nothing; the test notices at its next read.
        let _ = self.out.write_all(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes()).await;
    }

    async fn read(&mut self) -> Option<Value> {
        let mut length = 0;
        loop {
            let mut line = String::new();
            if self.input.read_line(&mut line).await.ok()? == 0 {
                return None;
            }
            match line.trim().split_once(": ") {
                Some(("Content-Length", number)) => length = number.parse().unwrap(),
                Some(_) => {}
                None => break,
            }
        }
        let mut body = vec![0; length];
        self.input.read_exact(&mut body).await.ok()?;
        Some(serde_json::from_slice(&body).unwrap())
    }
}

pub(crate) fn uri(path: &Path) -> String {
    format!("file://{}", path.display())
}

/// What VS Code says of itself, as far as it matters here.
pub(crate) fn capabilities() -> Value {
    json!({
        "textDocument": {
            "hover": { "contentFormat": ["markdown", "plaintext"] },
            "publishDiagnostics": { "relatedInformation": true, "versionSupport": true, "codeDescriptionSupport": true }
        },
        "workspace": { "workspaceEdit": { "documentChanges": true } }
    })
}

/// Applies an edit of the protocol, UTF-16 columns, to a text.
pub(crate) fn apply(text: &str, edits: &[Value]) -> String {
    use backread::text::buffer::{Buffer, Encoding, Position};
    let number = |value: &Value| u32::try_from(value.as_u64().unwrap()).unwrap();
    let position =
        |value: &Value| Position { line: number(&value["line"]), column: number(&value["character"]) };
    let mut edits: Vec<&Value> = edits.iter().collect();
    edits.sort_by_key(|edit| std::cmp::Reverse(position(&edit["range"]["start"])));
    let mut buffer = Buffer::new(text);
    for edit in edits {
        let (start, end) = (position(&edit["range"]["start"]), position(&edit["range"]["end"]));
        buffer.replace(start, end, edit["newText"].as_str().unwrap(), Encoding::Utf16);
    }
    buffer.text()
}
