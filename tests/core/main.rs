//! The core, natively: every derivative beside a finite difference, every format with its malformed cases, and the
//! training against published figures.
#![allow(clippy::float_cmp, reason = "where these tests compare numbers with ==, the very bits are meant")]

mod dataset;
mod descent;
mod distortion;
mod drawing;
mod formula;
mod idx;
mod landscape;
mod mnist;
mod random;
mod scalar;
mod scalar_presets;
mod scalar_run;
mod sigmoid;
mod sparse;
mod trainer;
mod vector;
mod weights;
