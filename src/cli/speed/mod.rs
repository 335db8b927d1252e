//! `descent bench`: how fast training, evaluating and reading a drawing are, natively and in the browser.

use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;
use indicatif::{ProgressBar, ProgressFinish, ProgressStyle};
use serde::{Deserialize, Serialize};

use super::build;
use super::chromium;
use super::examples::{self, Part};
use super::failure::Result;
use super::output::{json, remark, say};
use super::project::Project;
use times::{median, median_of};

mod browser;
mod native;
mod page;
mod processor;
mod times;

/// Each training is timed in so many turns, the others between them: a neighbour's work of some seconds then spoils no
/// median. `benches/browser/bench.js` does the same.
const TURNS: u32 = 3;
/// Training examples in MNIST: what an epoch learns from.
const EXAMPLES: f64 = 60_000.0;

/// Measures the speed natively and in the installed browser
///
/// Each network (784-30-10 and 784-100-10, mini-batches of 10, MNIST) learns for one epoch that does not count, since
/// there the browser is still compiling and the examples come in another order; then whole epochs are timed for a third
/// of --seconds, one at least. When all have had their turn, they have two more. The median epoch is told. In the browser
/// a worker trains as on the page, 12 ms at a time, with the simd128 module and with the plain one. There are also timed,
/// with simd128: all 10,000 test images asked (784-30-10), and a drawing's points made an image and read by the shipped
/// network.
///
/// It takes about half a minute. Other programs slow it down: let the machine rest.
#[derive(Args, Debug)]
pub struct Bench {
    /// Print one line of JSON
    #[arg(long)]
    json: bool,
    /// How long each measurement goes on, from 0.05 to 60
    #[arg(long, value_name = "SECONDS", default_value = "3", value_parser = seconds)]
    seconds: Duration,
    /// Leave the browser out
    #[arg(long, conflicts_with = "browser")]
    native: bool,
    /// The browser: Chromium or Chrome [default: the first on the PATH]
    #[arg(long, value_name = "FILE")]
    browser: Option<PathBuf>,
    /// The folder of Descent's sources [default: found by itself]
    #[arg(long, value_name = "FOLDER")]
    project: Option<PathBuf>,
}

fn seconds(text: &str) -> std::result::Result<Duration, String> {
    match text.parse() {
        Ok(seconds) if (0.05..=60.0).contains(&seconds) => Ok(Duration::from_secs_f64(seconds)),
        _ => Err("a number from 0.05 to 60 is needed".to_owned()),
    }
}

/// The speed of training one network.
#[derive(Clone, Copy, Debug, Serialize)]
struct Speed {
    examples_per_second: f64,
    epoch_seconds: f64,
}

impl Speed {
    /// Of the median epoch.
    fn of(epochs: &[Duration]) -> Self {
        let epoch_seconds = median(epochs).as_secs_f64();
        Self { examples_per_second: EXAMPLES / epoch_seconds, epoch_seconds }
    }
}

/// Something of both networks that are measured.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
struct Both<T> {
    #[serde(rename = "784-30-10")]
    small: T,
    #[serde(rename = "784-100-10")]
    large: T,
}

impl<T> Both<T> {
    fn map<R>(&self, change: impl Fn(&T) -> R) -> Both<R> {
        Both { small: change(&self.small), large: change(&self.large) }
    }
}

/// All that is told.
#[derive(Debug, Serialize)]
struct Report {
    native: Both<Speed>,
    #[serde(flatten)]
    browser: Option<InBrowser>,
    cpu: String,
}

/// What only the browser can tell.
#[derive(Debug, Serialize)]
struct InBrowser {
    wasm_simd: Both<Speed>,
    wasm_plain: Both<Speed>,
    /// Milliseconds for all test images, H = 30, simd128.
    evaluate_ms: f64,
    /// Microseconds from a drawing's points to the shipped network's answer, simd128.
    classify_us: f64,
    browser: String,
}

/// Runs the command.
pub fn run(arguments: &Bench) -> Result<()> {
    let project = Project::find(arguments.project.as_deref())?;
    // First, since without it there is nothing to begin with.
    let mut browser = None;
    if !arguments.native {
        browser = Some(chromium::find_or_install(arguments.browser.as_deref())?);
        build::bring_up_to_date(&project)?;
    }
    if cfg!(debug_assertions) {
        remark!(
            "This program was compiled without optimisation: its native speed says nothing; use `cargo run --release`"
        );
    }
    let progress = progress();
    let native = natively(&project, arguments.seconds, &progress)?;
    let browser = browser.map(|program| in_browser(&project, &program, arguments.seconds, &progress)).transpose()?;
    progress.finish_and_clear();
    let report = Report { native, browser, cpu: processor::name() };
    if arguments.json { json(&report) } else { tell(&report) }
}

fn natively(project: &Project, time: Duration, progress: &ProgressBar) -> Result<Both<Speed>> {
    progress.set_message("Training natively");
    let train = examples::mnist(Part::Train, Some(&project.data()))?;
    let mut epochs = Both::<Vec<Duration>>::default();
    for _ in 0..TURNS {
        epochs.small.extend(native::epochs(&train, 30, time / TURNS)?);
        epochs.large.extend(native::epochs(&train, 100, time / TURNS)?);
    }
    Ok(epochs.map(|epochs| Speed::of(epochs)))
}

fn in_browser(project: &Project, program: &Path, time: Duration, progress: &ProgressBar) -> Result<InBrowser> {
    let name = chromium::version(program)?;
    progress.set_message(format!("{name} starts"));
    let answer = browser::measure(project, program, time, |doing| progress.set_message(doing))?;
    let speed = |epochs: &Vec<f64>| {
        let epochs: Vec<_> = epochs.iter().map(|ms| Duration::from_secs_f64(ms / 1e3)).collect();
        Speed::of(&epochs)
    };
    Ok(InBrowser {
        wasm_simd: answer.simd.map(speed),
        wasm_plain: answer.plain.map(speed),
        evaluate_ms: median_of(&answer.evaluate),
        classify_us: 1e3 * median_of(&answer.classify),
        browser: name,
    })
}

/// What is being measured, on standard error, and nowhere if that is no terminal.
fn progress() -> ProgressBar {
    let spinner = ProgressBar::new_spinner().with_finish(ProgressFinish::AndClear);
    if let Ok(style) = ProgressStyle::with_template("{spinner} {msg}") {
        spinner.set_style(style);
    }
    spinner.enable_steady_tick(Duration::from_millis(200));
    spinner
}

fn tell(report: &Report) -> Result<()> {
    say!("{:<15}{:>30}{:>30}", "", "784-30-10", "784-100-10")?;
    tell_speeds("native", &report.native)?;
    if let Some(browser) = &report.browser {
        tell_speeds("wasm, simd128", &browser.wasm_simd)?;
        tell_speeds("wasm, plain", &browser.wasm_plain)?;
        say!("10,000 test images asked (784-30-10, simd128): {:.1} ms", browser.evaluate_ms)?;
        say!("a drawing made an image and read (784-100-10, simd128): {:.0} µs", browser.classify_us)?;
        say!("{}", browser.browser)?;
    }
    say!("{}", report.cpu)
}

fn tell_speeds(name: &str, speeds: &Both<Speed>) -> Result<()> {
    let cells =
        speeds.map(|speed| format!("{:.0} examples/s {:>6.3} s", speed.examples_per_second, speed.epoch_seconds));
    say!("{name:<15}{:>30}{:>30}", cells.small, cells.large)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_seconds_have_limits() {
        assert_eq!(seconds("0.2"), Ok(Duration::from_millis(200)));
        for wrong in ["0", "61", "nan", "inf", "-1", "long", ""] {
            assert!(seconds(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_speed_is_that_of_the_median_epoch() {
        let Speed { examples_per_second, epoch_seconds } = Speed::of(&[9, 2, 3].map(Duration::from_secs));
        assert_eq!((examples_per_second, epoch_seconds), (20_000.0, 3.0));
    }
}
