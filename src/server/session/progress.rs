//! `$/progress` while sources are read.

use std::sync::atomic::{AtomicU32, Ordering};
use tokio::sync::watch;
use tower_lsp::Client;
use tower_lsp::ls_types::{
    ProgressParams, ProgressParamsValue, ProgressToken, WorkDoneProgress, WorkDoneProgressBegin,
    WorkDoneProgressEnd, WorkDoneProgressReport, notification,
};

/// Files done and in all. The last state is all that matters: a client that reads slowly sees fewer steps.
pub(in crate::server) struct Progress {
    state: watch::Sender<Option<(usize, usize)>>,
}

impl Progress {
    /// Shows on `client`, or nowhere. It appears with the first step and goes when this is dropped.
    pub(in crate::server) fn new(client: Option<Client>, name: &str) -> Self {
        let (state, steps) = watch::channel(None);
        if let Some(client) = client {
            tokio::spawn(show(client, name.to_owned(), steps));
        }
        Self { state }
    }

    pub(super) fn step(&self, done: usize, all: usize) {
        // With no client to show it there is nobody to tell.
        let _ = self.state.send(Some((done, all)));
    }
}

/// Tokens must differ as long as the client lives.
static NEXT: AtomicU32 = AtomicU32::new(0);

async fn show(client: Client, name: String, mut steps: watch::Receiver<Option<(usize, usize)>>) {
    if steps.changed().await.is_err() {
        return;
    }
    let token = ProgressToken::String(format!("backread/{}", NEXT.fetch_add(1, Ordering::Relaxed)));
    if client.create_work_done_progress(token.clone()).await.is_err() {
        return;
    }
    let send = async |value| {
        let value = ProgressParamsValue::WorkDone(value);
        client
            .send_notification::<notification::Progress>(ProgressParams { token: token.clone(), value })
            .await;
    };
    let title = format!("Reading sources of {name}");
    send(WorkDoneProgress::Begin(WorkDoneProgressBegin {
        title,
        percentage: Some(0),
        ..WorkDoneProgressBegin::default()
    }))
    .await;
    loop {
        let step = *steps.borrow_and_update();
        if let Some((done, all)) = step {
            let percentage = u32::try_from(done * 100 / all.max(1)).ok();
            let message = Some(format!("{done} of {all} files"));
            send(WorkDoneProgress::Report(WorkDoneProgressReport {
                message,
                percentage,
                ..WorkDoneProgressReport::default()
            }))
            .await;
        }
        if steps.changed().await.is_err() {
            break;
        }
    }
    send(WorkDoneProgress::End(WorkDoneProgressEnd::default())).await;
}
