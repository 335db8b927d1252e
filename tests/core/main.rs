//! The core, natively: every derivative beside a finite difference, every format with its malformed cases, and the
//! training against published figures.

mod dataset;
mod distortion;
mod drawing;
mod idx;
mod mnist;
mod random;
mod scalar;
mod sigmoid;
mod sparse;
mod trainer;
mod vector;
mod weights;
