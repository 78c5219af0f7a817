//! A process measured from outside: how long it took, and the most memory it held.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The sizes to measure: those named, else the usual ones; few passages where the tests only see that the
/// bench still runs.
pub(crate) fn sizes(usual: &[usize]) -> Vec<usize> {
    let named: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let is_bench = std::env::args().any(|argument| argument == "--bench");
    if !named.is_empty() {
        named
    } else if is_bench {
        usual.to_vec()
    } else {
        vec![1_000]
    }
}

#[allow(dead_code, reason = "not every bench measures its processes")]
pub(crate) struct Run {
    pub(crate) took: Duration,
    /// Bytes resident at the most, memory maps included; 0 where the system does not tell.
    pub(crate) peak: u64,
}

#[allow(dead_code, reason = "not every bench runs the command")]
/// Runs the built command in `folder`.
pub(crate) fn run_backread(folder: &Path, arguments: &[&str]) -> Run {
    run(Path::new(env!("CARGO_BIN_EXE_backread")), folder, arguments)
}

pub(crate) fn run(program: &Path, folder: &Path, arguments: &[&str]) -> Run {
    let started = Instant::now();
    let mut child = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .stdout(Stdio::null())
        .spawn()
        .expect("the program");
    let status = Path::new("/proc").join(child.id().to_string()).join("status");
    let watch = std::thread::spawn(move || {
        let mut peak = 0;
        // The file is gone, or empty of memory, when the process is.
        while let Some(now) = std::fs::read_to_string(&status).ok().as_deref().and_then(high_water) {
            peak = now;
            std::thread::sleep(Duration::from_millis(5));
        }
        peak
    });
    let ended = child.wait().expect("it ends");
    let took = started.elapsed();
    assert!(ended.success(), "{} {arguments:?}: {ended}", program.display());
    Run { took, peak: watch.join().expect("the watch") * 1024 }
}

fn high_water(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

/// The time that `percent` of the times stay below.
pub(crate) fn share(times: &mut [Duration], percent: usize) -> Duration {
    times.sort();
    times[(times.len() * percent / 100).min(times.len() - 1)]
}
