//! `backread`: the command.

fn main() -> std::process::ExitCode {
    backread::cli::main()
}
