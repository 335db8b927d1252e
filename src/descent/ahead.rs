//! Where a run goes from its start, and where the runs from other starts would go. The bound 2/ε″ holds near a minimum
//! only: whether a run comes so near depends on the start, so it is tried.

use std::ops::Range;

use super::minima::Minimum;
use super::plane::PlaneDescent;
use super::{Descent, Status, Window};

/// So many steps are looked ahead.
const STEPS: usize = 2_000;
/// So many for each start of [`Descent::basins`] and of [`PlaneDescent::basins`].
const BASIN_STEPS: usize = 300;
/// A start has arrived within this part of the window's width.
const ARRIVED: f64 = 1e-3;

/// Ends of two runs on the plane that are nearer than this part of its width are one.
const SAME_PLACE: f64 = 1e-2;

/// Where a run goes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Ahead {
    /// To a minimum: its a.
    Reaches { a: f64 },
    /// It leaves for one side, ever higher (`uphill`) or ever lower.
    Leaves { uphill: bool },
    /// A step leads to where ε has no value.
    Breaks,
    /// It jumps back and forth and comes no nearer.
    Jumps,
    /// It is still under way.
    On,
}

impl Ahead {
    /// A stable name, in kebab-case.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Reaches { .. } => "reaches",
            Self::Leaves { uphill: true } => "diverges",
            Self::Leaves { uphill: false } => "leaves",
            Self::Breaks => "breaks",
            Self::Jumps => "jumps",
            Self::On => "on",
        }
    }

    fn of(status: Status) -> Self {
        match status {
            Status::Converged { a, .. } => Self::Reaches { a },
            Status::Escaped { uphill } => Self::Leaves { uphill },
            Status::Undefined => Self::Breaks,
            Status::Oscillating => Self::Jumps,
            _ => Self::On,
        }
    }
}

impl Descent {
    /// Where the run goes, whatever the step at which it stands.
    #[must_use]
    pub fn ahead(&self) -> Ahead {
        let mut run = self.clone();
        run.go(0);
        for _ in 0..STEPS {
            let status = run.status();
            // A minimum that it stands on and cannot hold is not yet where it goes.
            let leaves = matches!(status, Status::Converged { .. }) && !run.goal().is_none_or(|goal| run.holds(goal));
            if status.is_final() && !leaves {
                return Ahead::of(status);
            }
            run.step();
        }
        Ahead::of(run.status())
    }

    /// The minimum to which the run goes; `None` where it goes to none.
    #[must_use]
    pub fn destination(&self, ahead: Ahead) -> Option<&Minimum> {
        let Ahead::Reaches { a } = ahead else { return None };
        self.minima.iter().find(|minimum| minimum.a.total_cmp(&a).is_eq())
    }

    /// For so many starts spread over the window, ends included: which of [`Descent::minima`] the run with this α comes to.
    #[must_use]
    pub fn basins(&self, count: usize) -> Vec<Option<usize>> {
        let last = count.saturating_sub(1).max(1) as f64;
        (0..count).map(|i| self.basin(self.window.low + self.window.width() * i as f64 / last)).collect()
    }

    /// Whether a run that has come to a minimum stays there with this α.
    fn holds(&self, minimum: &Minimum) -> bool {
        minimum.bound().is_none_or(|bound| self.alpha.get() < bound)
    }

    fn basin(&self, mut a: f64) -> Option<usize> {
        let near = ARRIVED * self.window.width();
        for _ in 0..BASIN_STEPS {
            if self.window.is_far(a) {
                return None;
            }
            let step = -self.alpha.get() * self.formula.at(a).slope;
            if step.is_nan() {
                return None;
            }
            if step.abs() <= near {
                let found = self.minima.iter().position(|minimum| (minimum.a - a).abs() <= near);
                if found.is_some_and(|i| self.holds(&self.minima[i])) {
                    return found;
                }
            }
            a += step;
        }
        None
    }
}

/// Where a run from a start on the plane comes to, seen from the run that is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basin {
    /// To no minimum: it leaves, it breaks off, it jumps, or it is still under way.
    None,
    /// To the same minimum.
    Same,
    /// To another one.
    Other,
}

/// Starts on the plane: `columns` × `rows` of them over two windows, ends included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Starts {
    /// Of a and of b.
    pub windows: [Window; 2],
    pub columns: usize,
    pub rows: usize,
}

impl Starts {
    fn at(&self, column: usize, row: usize) -> [f64; 2] {
        let place = |window: Window, i: usize, count: usize| {
            window.low() + window.width() * i as f64 / count.saturating_sub(1).max(1) as f64
        };
        [place(self.windows[0], column, self.columns), place(self.windows[1], row, self.rows)]
    }
}

impl PlaneDescent {
    /// Where the run goes, whatever the step at which it stands; a of the minimum for one that arrives.
    #[must_use]
    pub fn ahead(&self) -> Ahead {
        self.ahead_and_where().0
    }

    /// a and b of the minimum to which the run goes; `None` where it goes to none.
    #[must_use]
    pub fn destination(&self) -> Option<[f64; 2]> {
        self.ahead_and_where().1
    }

    /// Both, of one run to its end.
    #[must_use]
    pub fn ahead_and_where(&self) -> (Ahead, Option<[f64; 2]>) {
        let run = self.at_its_end();
        let ahead = Ahead::of(run.status());
        (ahead, matches!(ahead, Ahead::Reaches { .. }).then(|| run.here().at))
    }

    fn at_its_end(&self) -> Self {
        let mut run = self.clone();
        run.go(0);
        for _ in 0..STEPS {
            if run.status().is_final() {
                break;
            }
            run.step();
        }
        run
    }

    /// Of so many rows of starts, from below, each from left to right: where the run with this α comes to from there, beside
    /// `destination`.
    #[must_use]
    pub fn basins(&self, destination: [f64; 2], starts: Starts, rows: Range<usize>) -> Vec<Basin> {
        let columns = starts.columns;
        rows.flat_map(|row| (0..columns).map(move |column| (column, row)))
            .map(|(column, row)| self.basin(starts.at(column, row), destination))
            .collect()
    }

    fn basin(&self, start: [f64; 2], destination: [f64; 2]) -> Basin {
        let mut at = start;
        for _ in 0..BASIN_STEPS {
            if self.is_far(at) {
                return Basin::None;
            }
            let Some(step) = self.step_from(at) else { return Basin::None };
            if step.is_at_minimum {
                let away = (at[0] - destination[0]).hypot(at[1] - destination[1]);
                return if away <= SAME_PLACE * self.width() { Basin::Same } else { Basin::Other };
            }
            at = [at[0] + step.by[0], at[1] + step.by[1]];
        }
        Basin::None
    }
}
