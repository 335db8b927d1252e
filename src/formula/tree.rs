//! A formula as a tree, and its value in dual numbers.

use num_dual::Dual2_64;

use crate::sigmoid::{sigmoid, sigmoid_prime};

/// A formula, or a part of one.
#[derive(Debug, Clone, PartialEq)]
pub enum Tree {
    Number(f64),
    Constant(Constant),
    /// The parameter a (0) or b (1).
    Parameter(usize),
    Negative(Box<Tree>),
    Sum(Box<Tree>, Box<Tree>),
    Difference(Box<Tree>, Box<Tree>),
    Product(Box<Tree>, Box<Tree>),
    Quotient(Box<Tree>, Box<Tree>),
    Power(Box<Tree>, Box<Tree>),
    Call(Function, Box<Tree>),
}

/// A number that has a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Constant {
    E,
    Pi,
}

/// A function of one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Function {
    Sin,
    Cos,
    Tan,
    Arctan,
    Sinh,
    Cosh,
    Tanh,
    Exp,
    /// The natural logarithm.
    Ln,
    /// The logarithm to the base 10.
    Lg,
    /// The logarithm to the base 2.
    Log2,
    Sqrt,
    Abs,
    /// σ
    Sigmoid,
}

impl Function {
    /// The names by which a formula may call a function, the usual one first; those of Russian textbooks among them.
    const NAMES: [(Self, &'static [&'static str]); 14] = [
        (Self::Sin, &["sin"]),
        (Self::Cos, &["cos"]),
        (Self::Tan, &["tan", "tg"]),
        (Self::Arctan, &["arctan", "atan", "arctg"]),
        (Self::Sinh, &["sinh", "sh"]),
        (Self::Cosh, &["cosh", "ch"]),
        (Self::Tanh, &["tanh", "th"]),
        (Self::Exp, &["exp"]),
        (Self::Ln, &["ln", "log"]),
        (Self::Lg, &["lg", "log10"]),
        (Self::Log2, &["log2"]),
        (Self::Sqrt, &["sqrt", "√"]),
        (Self::Abs, &["abs"]),
        (Self::Sigmoid, &["σ", "sigmoid", "sigma"]),
    ];

    /// The function of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let found = Self::NAMES.iter().find(|(_, names)| names.contains(&name));
        found.map(|(function, _)| *function)
    }

    /// Its usual name.
    #[must_use]
    pub fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(function, _)| *function == self);
        found.map_or("", |(_, names)| names[0])
    }
}

impl Tree {
    /// The value with its derivatives. Where there is none the result is not finite; it never panics.
    pub(super) fn evaluate(&self, a: Dual2_64, b: Dual2_64) -> Dual2_64 {
        let value = |tree: &Self| tree.evaluate(a, b);
        match self {
            Self::Number(number) => Dual2_64::from_re(*number),
            Self::Constant(Constant::E) => Dual2_64::from_re(core::f64::consts::E),
            Self::Constant(Constant::Pi) => Dual2_64::from_re(core::f64::consts::PI),
            Self::Parameter(0) => a,
            Self::Parameter(_) => b,
            Self::Negative(tree) => -value(tree),
            Self::Sum(left, right) => value(left) + value(right),
            Self::Difference(left, right) => value(left) - value(right),
            Self::Product(left, right) => value(left) * value(right),
            Self::Quotient(left, right) => value(left) / value(right),
            Self::Power(base, exponent) if exponent.is_constant() => power(value(base), value(exponent).re),
            Self::Power(base, exponent) => exp(ln(value(base)) * value(exponent)),
            Self::Call(function, argument) => call(*function, value(argument)),
        }
    }

    /// Whether neither a nor b stands in it.
    fn is_constant(&self) -> bool {
        match self {
            Self::Number(_) | Self::Constant(_) => true,
            Self::Parameter(_) => false,
            Self::Negative(tree) | Self::Call(_, tree) => tree.is_constant(),
            Self::Sum(left, right)
            | Self::Difference(left, right)
            | Self::Product(left, right)
            | Self::Quotient(left, right)
            | Self::Power(left, right) => left.is_constant() && right.is_constant(),
        }
    }
}

/// f(x) from f, f′ and f″ at the value of x: the chain rule, (f(x))″ = f″·x′² + f′·x″.
fn chain(x: Dual2_64, f: f64, f1: f64, f2: f64) -> Dual2_64 {
    // A factor that is exactly zero takes its product to zero: a kink at the end of a constant is no reason for NaN.
    let times = |left: f64, right: f64| if right == 0.0 { 0.0 } else { left * right };
    Dual2_64::new(f, times(f1, x.v1), times(f1, x.v2) + times(f2, x.v1 * x.v1))
}

/// xⁿ. The library's own multiplies by xⁿ⁻³, which has no value at 0 for broken n below 3.
fn power(x: Dual2_64, n: f64) -> Dual2_64 {
    let to = |exponent: f64| if exponent == 0.0 { 1.0 } else { libm::pow(x.re, exponent) };
    // A coefficient of zero ends the derivative: n·xⁿ⁻¹ is 0 for n = 0 even where xⁿ⁻¹ has no value.
    let term = |factor: f64, exponent: f64| if factor == 0.0 { 0.0 } else { factor * to(exponent) };
    chain(x, to(n), term(n, n - 1.0), term(n * (n - 1.0), n - 2.0))
}

/// eˣ
fn exp(x: Dual2_64) -> Dual2_64 {
    let e = libm::exp(x.re);
    chain(x, e, e, e)
}

/// ln x
fn ln(x: Dual2_64) -> Dual2_64 {
    let inverse = 1.0 / x.re;
    chain(x, libm::log(x.re), inverse, -inverse * inverse)
}

/// A function and its first two derivatives. All come from `libm`, so that they are the same bits on every platform.
fn call(function: Function, x: Dual2_64) -> Dual2_64 {
    let a = x.re;
    match function {
        Function::Sin => chain(x, libm::sin(a), libm::cos(a), -libm::sin(a)),
        Function::Cos => chain(x, libm::cos(a), -libm::sin(a), -libm::cos(a)),
        Function::Tan => {
            let t = libm::tan(a);
            chain(x, t, 1.0 + t * t, 2.0 * t * (1.0 + t * t))
        }
        Function::Arctan => {
            let d = 1.0 / (1.0 + a * a);
            chain(x, libm::atan(a), d, -2.0 * a * d * d)
        }
        Function::Sinh => chain(x, libm::sinh(a), libm::cosh(a), libm::sinh(a)),
        Function::Cosh => chain(x, libm::cosh(a), libm::sinh(a), libm::cosh(a)),
        Function::Tanh => {
            // 1/cosh²: 1 − t² loses its digits where t is near 1.
            let (t, inverse) = (libm::tanh(a), 1.0 / libm::cosh(a));
            let d = inverse * inverse;
            chain(x, t, d, -2.0 * t * d)
        }
        Function::Exp => exp(x),
        Function::Ln => ln(x),
        Function::Lg => ln(x) * core::f64::consts::LOG10_E,
        Function::Log2 => ln(x) * core::f64::consts::LOG2_E,
        Function::Sqrt => power(x, 0.5),
        Function::Abs => {
            // At the kink there is no slope; 0 lies between the two, and a descent that hits the tip rests there.
            let sign = if a == 0.0 { 0.0 } else { a.signum() };
            chain(x, a.abs(), sign, 0.0)
        }
        Function::Sigmoid => {
            let (s, s1) = (sigmoid(a), sigmoid_prime(a));
            chain(x, s, s1, s1 * (1.0 - 2.0 * s)) // σ″ = σ′·(1 − 2σ)
        }
    }
}
