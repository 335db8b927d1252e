//! ε(a) from text, with its exact derivatives.
//!
//! A formula is read once (`parser.rs`) into a tree; the tree is evaluated in dual numbers, which carry ε, ε′ and ε″
//! together through every operation. Nothing is approximated: the derivatives have the rounding of the value itself.

mod parser;
mod tree;

use num_dual::Dual2_64;

pub use tree::{Constant, Function, Tree};

use crate::error::Result;

/// An error ε of one number a, or of two numbers a and b.
///
/// ```
/// use descent::formula::{Formula, Value};
///
/// // ε = a³, so ε′ = 3a² and ε″ = 6a.
/// let Value { error, slope, curvature } = Formula::parse("a³")?.at(2.0);
/// assert_eq!((error, slope, curvature), (8.0, 12.0, 12.0));
/// # Ok::<(), descent::error::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Formula {
    tree: Tree,
}

/// ε(a) and its first two derivatives. Where ε has no value it is NaN or infinite, and the derivatives are NaN.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Value {
    /// ε
    pub error: f64,
    /// ε′ = dε/da
    pub slope: f64,
    /// ε″
    pub curvature: f64,
}

/// ε(a, b), its two derivatives and its second derivatives; where ε has no value, as [`Value`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlaneValue {
    /// ε
    pub error: f64,
    /// ∂ε/∂a, ∂ε/∂b
    pub gradient: [f64; 2],
    /// ∂²ε/∂a², ∂²ε/∂a∂b, ∂²ε/∂b²
    pub curvature: [f64; 3],
}

impl Formula {
    /// The most characters that a formula may have.
    pub const LONGEST: usize = 200;

    /// Reads ε(a).
    ///
    /// # Errors
    /// One of the `Formula…` errors, with the position of the character that is wrong.
    pub fn parse(text: &str) -> Result<Self> {
        Ok(Self { tree: parser::parse(text, &['a'])? })
    }

    /// Reads ε(a, b).
    ///
    /// # Errors
    /// As [`Formula::parse`].
    pub fn parse_plane(text: &str) -> Result<Self> {
        Ok(Self { tree: parser::parse(text, &['a', 'b'])? })
    }

    /// What was read.
    #[must_use]
    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    /// ε, ε′ and ε″ at a.
    #[must_use]
    pub fn at(&self, a: f64) -> Value {
        let Dual2_64 { re, v1, v2 } = self.tree.evaluate(Dual2_64::from_re(a).derivative(), Dual2_64::from_re(0.0));
        if !re.is_finite() {
            // The rule for a derivative may have a value where the function has none: 1/a, where ln a does not.
            return Value { error: re, slope: f64::NAN, curvature: f64::NAN };
        }
        Value { error: re, slope: v1, curvature: v2 }
    }

    /// ε with its derivatives at (a, b): the second derivatives along a, along b and along both give all three.
    #[must_use]
    pub fn at_plane(&self, [a, b]: [f64; 2]) -> PlaneValue {
        let (fixed_a, fixed_b) = (Dual2_64::from_re(a), Dual2_64::from_re(b));
        let (moving_a, moving_b) = (fixed_a.derivative(), fixed_b.derivative());
        let along_a = self.tree.evaluate(moving_a, fixed_b);
        let along_b = self.tree.evaluate(fixed_a, moving_b);
        let along_both = self.tree.evaluate(moving_a, moving_b);
        if !along_a.re.is_finite() {
            return PlaneValue { error: along_a.re, gradient: [f64::NAN; 2], curvature: [f64::NAN; 3] };
        }
        PlaneValue {
            error: along_a.re,
            gradient: [along_a.v1, along_b.v1],
            curvature: [along_a.v2, 0.5 * (along_both.v2 - along_a.v2 - along_b.v2), along_b.v2],
        }
    }
}
