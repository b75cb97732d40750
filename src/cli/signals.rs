//! Signals that end the program: it removes what it was writing, and then ends by the signal as any program does.

use std::io;

/// From now on, a signal that asks the program to end leaves no half-written file behind.
///
/// # Errors
///
/// Where the system has no room for one more thread or pipe.
pub(crate) fn heed() -> io::Result<()> {
    #[cfg(unix)]
    unix::heed()?;
    Ok(())
}

#[cfg(unix)]
mod unix {
    use std::fs;
    use std::io;
    use std::thread;

    use hamta::exchange::give_up;
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    pub(super) fn heed() -> io::Result<()> {
        let mut signals = Signals::new(awaited())?;
        let end = move || {
            if let Some(signal) = signals.forever().next() {
                give_up();
                let _ = emulate_default_handler(signal);
            }
        };
        thread::Builder::new().spawn(end)?;
        Ok(())
    }

    /// The signals that end the program: those that were ignored when it was started, as by `nohup`, stay ignored.
    fn awaited() -> impl Iterator<Item = i32> {
        let ignored = ignored();
        let is_awaited = move |signal: &i32| match ignored {
            Some(signals) => (signals >> (signal - 1)) & 1 == 0,
            // To end on a hang-up that may be ignored would be worse than to leave a file behind.
            None => *signal != SIGHUP,
        };
        [SIGINT, SIGTERM, SIGHUP].into_iter().filter(is_awaited)
    }

    /// The signals that are ignored, a bit for each from the lowest on, if the system says so.
    fn ignored() -> Option<u64> {
        let status = fs::read_to_string("/proc/self/status").ok()?;
        let signals = status.lines().find_map(|line| line.strip_prefix("SigIgn:"))?;
        u64::from_str_radix(signals.trim(), 16).ok()
    }
}
