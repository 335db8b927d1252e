//! The core, natively: every derivative beside a finite difference, every format with its malformed cases, and the
//! training against published figures.
#![allow(clippy::float_cmp, reason = "where these tests compare numbers with ==, the very bits are meant")]

mod csv;
mod curve;
mod dataset;
mod distortion;
mod drawing;
mod fitting;
mod idx;
mod measurements;
mod mnist;
mod random;
mod scalar;
mod sigmoid;
mod sparse;
mod trainer;
mod vector;
mod weights;
