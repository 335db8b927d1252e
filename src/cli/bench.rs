//! `descent bench`: how fast training, evaluating and reading a drawing are, natively and in the browser.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;
use indicatif::{ProgressBar, ProgressFinish, ProgressStyle};
use serde::Serialize;

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

/// Hidden units of the two networks that are measured.
const SIZES: [u16; 2] = [30, 100];
/// Training examples in MNIST: what an epoch learns from.
const EXAMPLES: f64 = 60_000.0;

/// Measures the speed natively and in the installed browser
///
/// Each network (784-30-10 and 784-100-10, mini-batches of 10, MNIST) learns for one epoch that does not count, since
/// there the browser is still compiling and the examples come in another order; then whole epochs are timed until
/// --seconds have passed, three at least, and their median is told. In the browser one worker trains in turns of 12 ms as
/// on the page, with the simd128 module and with the plain one. There are also timed, with simd128: all 10,000 test
/// images asked (784-30-10), and a drawing's points made an image and read by the shipped network.
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

/// By the sizes of the layers, "784-30-10".
type Speeds = BTreeMap<String, Speed>;

/// All that is told.
#[derive(Debug, Serialize)]
struct Report {
    native: Speeds,
    #[serde(flatten)]
    browser: Option<InBrowser>,
    cpu: String,
}

/// What only the browser can tell.
#[derive(Debug, Serialize)]
struct InBrowser {
    wasm_simd: Speeds,
    wasm_plain: Speeds,
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

fn natively(project: &Project, time: Duration, progress: &ProgressBar) -> Result<Speeds> {
    let train = examples::mnist(Part::Train, Some(&project.data()))?;
    let mut speeds = Speeds::new();
    for hidden in SIZES {
        progress.set_message(format!("{} natively", layers(hidden)));
        speeds.insert(layers(hidden), Speed::of(&native::epochs(&train, hidden, time)?));
    }
    Ok(speeds)
}

fn in_browser(project: &Project, program: &Path, time: Duration, progress: &ProgressBar) -> Result<InBrowser> {
    let name = chromium::version(program)?;
    progress.set_message(format!("{name} starts"));
    let answer = browser::measure(project, program, time, |doing| progress.set_message(doing))?;
    let speeds = |epochs: &BTreeMap<String, Vec<f64>>| -> Speeds {
        let speed = |times: &Vec<f64>| Speed::of(&times.iter().map(|ms| milliseconds(*ms)).collect::<Vec<_>>());
        epochs.iter().map(|(layers, times)| (layers.clone(), speed(times))).collect()
    };
    Ok(InBrowser {
        wasm_simd: speeds(&answer.simd),
        wasm_plain: speeds(&answer.plain),
        evaluate_ms: median_of(&answer.evaluate),
        classify_us: 1e3 * median_of(&answer.classify),
        browser: name,
    })
}

fn milliseconds(ms: f64) -> Duration {
    Duration::from_secs_f64(ms / 1e3)
}

fn layers(hidden: u16) -> String {
    format!("784-{hidden}-10")
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
    let heads: String = SIZES.map(|hidden| format!("{:>30}", layers(hidden))).concat();
    say!("{:<15}{heads}", "")?;
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

fn tell_speeds(name: &str, speeds: &Speeds) -> Result<()> {
    let cell = |hidden: u16| match speeds.get(&layers(hidden)) {
        Some(speed) => format!("{:>10.0} examples/s {:>6.3} s", speed.examples_per_second, speed.epoch_seconds),
        None => String::new(),
    };
    say!("{name:<15}{:>30}{:>30}", cell(SIZES[0]), cell(SIZES[1]))
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
