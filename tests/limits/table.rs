//! A measured figure beside its limit.

/// The share of a limit that should be left: other compilers, browsers and fonts take a little each.
const HEADROOM: f64 = 0.05;

#[derive(Debug)]
pub struct Row {
    what: String,
    measured: f64,
    limit: f64,
    unit: &'static str,
    /// Whether some of the limit should be left. What is counted, and what is the same everywhere, has none to leave.
    leaves_some: bool,
    /// Whether to be over it is only told: a limit that is wanted and not reached yet.
    is_aim: bool,
    /// Under which of many circumstances it was measured, when that is the worst of them.
    worst: String,
}

impl Row {
    pub fn new(what: impl Into<String>, measured: f64, limit: f64, unit: &'static str) -> Self {
        Self { what: what.into(), measured, limit, unit, leaves_some: true, is_aim: false, worst: String::new() }
    }

    /// A limit that may be reached.
    pub fn exact(what: impl Into<String>, measured: f64, limit: f64, unit: &'static str) -> Self {
        Self { leaves_some: false, ..Self::new(what, measured, limit, unit) }
    }

    /// A limit that is wanted and not reached everywhere yet: it is measured and told.
    pub fn aim(what: impl Into<String>, measured: f64, limit: f64, unit: &'static str) -> Self {
        Self { is_aim: true, ..Self::new(what, measured, limit, unit) }
    }

    pub fn worst(self, worst: impl Into<String>) -> Self {
        Self { worst: worst.into(), ..self }
    }

    pub fn is_kept(&self) -> bool {
        self.is_aim || self.measured <= self.limit
    }

    /// The share of the limit that is left.
    fn headroom(&self) -> f64 {
        (self.limit - self.measured) / self.limit
    }

    fn verdict(&self) -> &'static str {
        if !self.is_kept() {
            "OVER"
        } else if self.measured > self.limit {
            "aim"
        } else if self.leaves_some && self.headroom() < HEADROOM {
            "tight"
        } else {
            "kept"
        }
    }

    fn line(&self) -> String {
        let digits = match self.unit {
            "ms" => 2,
            "pixels" => 1,
            _ => 0,
        };
        let headroom = if self.leaves_some { format!("{:.1} %", 100.0 * self.headroom()) } else { String::new() };
        let Self { what, measured, limit, unit, worst, .. } = self;
        format!("{:5}  {measured:>9.digits$}  {limit:>7} {unit:6}  {headroom:>8}  {what:64}  {worst}", self.verdict())
    }
}

pub fn print(rows: &[Row]) {
    println!("\n       {:>9}  {:>7}         {:>8}", "measured", "limit", "headroom");
    for row in rows {
        println!("{}", row.line().trim_end());
    }
    let count = |verdict: &str| rows.iter().filter(|row| row.verdict() == verdict).count();
    let [kept, tight, aims, over] = ["kept", "tight", "aim", "OVER"].map(count);
    println!("\n{kept} kept, {tight} tight (less than 5 % left), {aims} aims not reached yet, {over} over\n");
}
