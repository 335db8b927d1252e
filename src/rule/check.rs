//! A derivative beside a finite difference: whether a formula's slope is that of the curve.

/// The derivative of ε that a formula gives, beside (ε(a + h) − ε(a − h)) / 2h, which is measured on ε itself.
///
/// ```
/// use descent::rule::check::Check;
///
/// // ε = a³ at a = 2, where ε′ = 12
/// let check = Check::new(12.0, (2.0, 1e-5), |a: f64| a * a * a, 1e-10);
/// assert!(check.measurable && check.relative() < 1e-9);
/// let wrong = Check::new(11.0, (2.0, 1e-5), |a: f64| a * a * a, 1e-10);
/// assert!((wrong.relative() - 1.0 / 12.0).abs() < 1e-9);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Check {
    /// h of the finite difference
    pub h: f64,
    /// ε(a + h) and ε(a − h)
    pub right: f64,
    pub left: f64,
    /// (ε(a + h) − ε(a − h)) / 2h
    pub difference: f64,
    /// What the formula gives.
    pub derivative: f64,
    /// Whether the difference says anything: not where the derivative is so small that what lies between two ε is mostly
    /// rounding.
    pub measurable: bool,
}

impl Check {
    /// At a, with h, where the difference is off by about `rounding` since ε is rounded.
    #[must_use]
    pub fn new(derivative: f64, (a, h): (f64, f64), mut error: impl FnMut(f64) -> f64, rounding: f64) -> Self {
        // a ± h are rounded, too: what lies between them is taken as it came out.
        let (above, below) = (a + h, a - h);
        let (right, left) = (error(above), error(below));
        let difference = (right - left) / (above - below);
        let size = derivative.abs().max(difference.abs());
        let off = (derivative - difference).abs();
        let measurable = off == 0.0 || size > 1000.0 * rounding;
        Self { h, right, left, difference, derivative, measurable }
    }

    /// How far derivative and difference are apart.
    #[must_use]
    pub fn absolute(&self) -> f64 {
        (self.derivative - self.difference).abs()
    }

    /// The same as a share of the larger of them; 0 where both are 0.
    #[must_use]
    pub fn relative(&self) -> f64 {
        let off = self.absolute();
        if off == 0.0 { 0.0 } else { (off / self.derivative.abs().max(self.difference.abs())).abs() }
    }
}
