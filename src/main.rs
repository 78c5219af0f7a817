//! `backread`: the command and, as `backread lsp`, the language server.

fn main() -> std::process::ExitCode {
    backread::cli::main(&|settings, corpus| {
        backread::server::run(backread::server::Options { settings, corpus })
    })
}
