//! How a run stands: what a lecturer would say at this point, as a word and its numbers.

use super::minima::{Minimum, nearest};
use super::{Descent, End, Point};

/// What is said of a run at step t.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Status {
    /// Before the first step.
    Start,
    /// ε became smaller.
    Descending,
    /// ε becomes smaller, but each step jumps over the minimum.
    Overshooting,
    /// The last step made ε greater: it was longer than the valley.
    Rising,
    /// The steps jump back and forth and become no smaller.
    Oscillating,
    /// The steps jump back and forth and become greater: than the one before the last, or than the last.
    Diverging,
    /// The run has left for one side, ever higher (`uphill`) or ever lower.
    Escaped { uphill: bool },
    /// The next step leads to where ε has no value.
    Undefined,
    /// Far from a minimum the steps have become too small to be seen, since ε′ is nearly 0.
    Stalled,
    /// The steps are too small to be seen although ε′ is not, since α is.
    Slow,
    /// a is at a minimum, after so many steps as near to it as can be seen.
    Converged { a: f64, steps: usize },
    /// As many steps as a run remembers.
    Full,
}

impl Status {
    /// A stable name, in kebab-case; the page looks up its words under it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Descending => "descending",
            Self::Overshooting => "overshooting",
            Self::Rising => "rising",
            Self::Oscillating => "oscillating",
            Self::Diverging => "diverging",
            Self::Escaped { uphill: true } => "diverged",
            Self::Escaped { uphill: false } => "escaped",
            Self::Undefined => "undefined",
            Self::Stalled => "stalled",
            Self::Slow => "slow",
            Self::Converged { .. } => "converged",
            Self::Full => "full",
        }
    }

    /// Whether going on changes nothing that could be seen.
    #[must_use]
    pub fn is_final(&self) -> bool {
        matches!(self, Self::Converged { .. } | Self::Escaped { .. } | Self::Undefined | Self::Full)
    }
}

/// At a minimum: nearer than this part of the window's width, and the next step no longer than that.
const NEAR: f64 = 1e-4;
/// A step shorter than this part of the width is not seen.
pub(super) const UNSEEN: f64 = 2e-4;
/// A minimum is worth waiting for when it is nearer than this part of the width.
const IN_SIGHT: f64 = 0.06;
/// ε′ is nearly 0 where it is smaller than this part of its mean in the window.
pub(super) const FLAT: f64 = 0.1;
/// Amplitudes that differ by less than rounding does are the same. With α just below the bound they shrink by little, and do.
pub(super) const SAME: f64 = 1e-9;
/// So many steps are looked at for jumping about without a pattern, and so many of them must go up.
const RECENT: usize = 10;
const UPS: usize = 3;

pub(super) fn status(run: &Descent) -> Status {
    let trail = run.trail();
    let here = run.here();
    let width = run.window.width();
    match run.end() {
        Some(End::Far { .. }) => return Status::Escaped { uphill: here.error > trail[0].error },
        Some(End::Undefined { .. }) => return Status::Undefined,
        Some(End::Full) | None => {}
    }
    let goal = nearest(&run.minima, here.a);
    let near = |point: &Point, goal: &Minimum| (point.a - goal.a).abs() <= NEAR * width;
    if let Some(goal) = goal.filter(|goal| near(&here, goal) && here.step.abs() <= NEAR * width) {
        let away = trail.iter().rposition(|point| !near(point, goal));
        return Status::Converged { a: goal.a, steps: away.map_or(0, |last| last + 1) };
    }
    if run.end().is_some() {
        return Status::Full;
    }
    let far_off = goal.is_none_or(|goal| (here.a - goal.a).abs() > IN_SIGHT * width);
    if here.step.abs() <= UNSEEN * width && far_off {
        return if here.slope.abs() <= FLAT * run.usual_slope { Status::Stalled } else { Status::Slow };
    }
    moving(trail)
}

/// What the last steps, and the one that comes next, have in common.
fn moving(trail: &[Point]) -> Status {
    let t = trail.len() - 1;
    if t == 0 {
        return Status::Start;
    }
    let rose = |k: usize| trail[k].error > trail[k - 1].error;
    let recent = (t.saturating_sub(RECENT - 1).max(1)..=t).filter(|&k| rose(k)).count();
    let turns = |k: usize| trail[k].step * trail[k - 1].step < 0.0;
    if turns(t) && (t < 2 || turns(t - 1)) {
        // Both walls of a valley seldom have the same slope, so a step is compared with the one before the last.
        let earlier = trail[t.saturating_sub(2)].step.abs();
        let growth = trail[t].step.abs() / if t < 2 { trail[0].step.abs() } else { earlier };
        if growth > 1.0 + SAME && (t < 2 || rose(t)) {
            return Status::Diverging;
        }
        if growth >= 1.0 - SAME && t >= 2 {
            return Status::Oscillating;
        }
        if recent < UPS {
            return if rose(t) { Status::Rising } else { Status::Overshooting };
        }
    }
    if recent >= UPS {
        let growing = trail[t].step.abs() > trail[t - 1].step.abs() && rose(t) && rose(t - 1);
        return if growing { Status::Diverging } else { Status::Oscillating };
    }
    if rose(t) { Status::Rising } else { Status::Descending }
}
