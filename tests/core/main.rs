//! The core, natively: every derivative beside a finite difference, every format with its malformed cases, and the
//! training against published figures.
#![allow(clippy::float_cmp, reason = "where these tests compare numbers with ==, the very bits are meant")]

mod csv;
mod curve;
mod dataset;
mod descent;
mod distortion;
mod drawing;
mod fitting;
mod forms;
mod formula;
mod history;
mod idx;
mod landscape;
mod measurements;
mod mnist;
mod random;
mod scalar;
mod scalar_presets;
mod scalar_run;
mod sigmoid;
mod sparse;
mod stages;
mod trainer;
mod variation;
mod vector;
mod weights;
