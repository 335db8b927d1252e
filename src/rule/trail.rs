//! A run that keeps every value.

/// The values after 0, 1, 2, … steps, and where among them the run stands.
///
/// ```
/// use descent::rule::trail::Trail;
///
/// let mut trail = Trail::new(8.0);
/// trail.push(4.0);
/// trail.push(2.0);
/// assert!(trail.back());
/// assert_eq!((trail.t(), trail.last(), *trail.here()), (1, 2, 4.0));
/// assert_eq!(trail.go(9), 2);
/// ```
#[derive(Debug, Clone)]
pub struct Trail<P> {
    /// Never empty: the start is kept.
    points: Vec<P>,
    t: usize,
}

impl<P> Trail<P> {
    /// A run before its first step.
    #[must_use]
    pub fn new(start: P) -> Self {
        Self { points: vec![start], t: 0 }
    }

    /// The number of steps made where the run stands.
    #[must_use]
    pub fn t(&self) -> usize {
        self.t
    }

    /// The furthest step that was made.
    #[must_use]
    pub fn last(&self) -> usize {
        self.points.len() - 1
    }

    /// The value where the run stands.
    #[must_use]
    pub fn here(&self) -> &P {
        &self.points[self.t]
    }

    /// The values from the start to where the run stands.
    #[must_use]
    pub fn so_far(&self) -> &[P] {
        &self.points[..=self.t]
    }

    /// The values from the start to the last step.
    #[must_use]
    pub fn whole(&self) -> &[P] {
        &self.points
    }

    /// One step on, as it was made before; `false` at the last.
    pub fn again(&mut self) -> bool {
        let able = self.t < self.last();
        self.t += usize::from(able);
        able
    }

    /// One step on, to a new value: what lay ahead is cut off.
    pub fn push(&mut self, next: P) {
        self.t += 1;
        self.points.truncate(self.t);
        self.points.push(next);
    }

    /// One step back; `false` at the start.
    pub fn back(&mut self) -> bool {
        let able = self.t > 0;
        self.t -= usize::from(able);
        able
    }

    /// To step `t`, or the last that was made; where the run stands then.
    pub fn go(&mut self, t: usize) -> usize {
        self.t = t.min(self.last());
        self.t
    }
}
