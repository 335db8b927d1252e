//! Where a run goes from its start, and where the runs from other starts would go. The bound 2/ε″ holds near a minimum
//! only: whether a run comes so near depends on the start, so it is tried.

use super::minima::Minimum;
use super::plane::PlaneDescent;
use super::{Descent, Status};

/// So many steps are looked ahead.
const STEPS: usize = 2_000;
/// So many for each start of [`Descent::basins`].
const BASIN_STEPS: usize = 300;
/// A start has arrived within this part of the window's width.
const ARRIVED: f64 = 1e-3;

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

impl PlaneDescent {
    /// Where the run goes, whatever the step at which it stands; a of the minimum for one that arrives.
    #[must_use]
    pub fn ahead(&self) -> Ahead {
        let mut run = self.clone();
        run.go(0);
        for _ in 0..STEPS {
            let status = run.status();
            if status.is_final() {
                return Ahead::of(status);
            }
            run.step();
        }
        Ahead::of(run.status())
    }
}
