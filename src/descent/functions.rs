//! The error functions that the page offers, each for one thing that it shows.

/// An error function of one number, with the window in which it is drawn, and a start and an α worth beginning with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Example {
    /// Its name in an address and in a dictionary.
    pub id: &'static str,
    /// ε(a), as [`crate::formula::Formula::parse`] reads it.
    pub formula: &'static str,
    /// The lower and the upper end of the window.
    pub window: (f64, f64),
    /// a⁰
    pub start: f64,
    /// α
    pub alpha: f64,
}

/// An error function of two numbers, as [`Example`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlaneExample {
    pub id: &'static str,
    /// ε(a, b), as [`crate::formula::Formula::parse_plane`] reads it.
    pub formula: &'static str,
    /// The middle of the window.
    pub middle: (f64, f64),
    /// Half the window's extent along a and along b.
    pub half: (f64, f64),
    pub start: (f64, f64),
    pub alpha: f64,
}

/// Functions of one number.
pub const EXAMPLES: [Example; 8] = [
    // ε″ = 1 everywhere: the closed form a^t = a_min + (1 − α)^t (a⁰ − a_min).
    Example { id: "parabola", formula: "(a-1)^2/2", window: (-3.0, 5.0), start: -2.0, alpha: 0.4 },
    // A steep wall on the left, a gentle slope on the right.
    Example { id: "valley", formula: "exp(-a)+a^2/6", window: (-1.8, 5.2), start: 4.4, alpha: 1.0 },
    // Two minima; the left one is deeper, the start decides.
    Example { id: "wells", formula: "(a^2-1)^2+a/4", window: (-1.8, 1.8), start: 1.6, alpha: 0.05 },
    // Far from the minimum ε′ is nearly 0.
    Example { id: "plateau", formula: "1-exp(-a^2)", window: (-4.0, 4.0), start: -1.8, alpha: 0.6 },
    // ε″ = 40.1 at the bottom of the ravine, so α must be below 1/20; outside it is too small to move fast.
    Example { id: "ravine", formula: "sqrt(1+40a^2)-1+a^2/20", window: (-4.0, 4.0), start: 3.2, alpha: 0.1 },
    // The step never becomes small.
    Example { id: "kink", formula: "|a-1|", window: (-3.0, 5.0), start: -1.85, alpha: 0.3 },
    // Many minima, each with its own basin.
    Example { id: "cosine", formula: "1-cos(3a)+a^2/10", window: (-6.0, 6.0), start: 4.6, alpha: 0.1 },
    // The error of one neuron, with l = 0.2: where σ′ is nearly 0 nothing is learned.
    Example { id: "sigmoid", formula: "½(σ(a)-0.2)^2", window: (-7.0, 9.0), start: 5.0, alpha: 8.0 },
];

/// Functions of two numbers.
pub const PLANE_EXAMPLES: [PlaneExample; 4] = [
    PlaneExample {
        id: "bowl",
        formula: "(a^2+b^2)/2",
        middle: (0.0, 0.0),
        half: (3.0, 2.0),
        start: (-2.5, 1.4),
        alpha: 0.3,
    },
    // Twenty times steeper along b: the path zigzags across while it creeps along.
    PlaneExample {
        id: "ravine",
        formula: "a^2/2+10b^2",
        middle: (0.0, 0.0),
        half: (3.0, 2.0),
        start: (-2.6, 1.0),
        alpha: 0.09,
    },
    // A saddle at (0, 0) between two minima at (0, ±1).
    PlaneExample {
        id: "saddle",
        formula: "a^2/2-b^2/2+b^4/4",
        middle: (0.0, 0.0),
        half: (3.0, 2.0),
        start: (-2.4, 0.01),
        alpha: 0.3,
    },
    // Rosenbrock's valley, with 10 in place of 100: the same banana, and a path that is seen to move.
    PlaneExample {
        id: "rosenbrock",
        formula: "(1-a)^2+10(b-a^2)^2",
        middle: (0.0, 1.0),
        half: (2.1, 1.4),
        start: (-1.4, 2.1),
        alpha: 0.008,
    },
];
