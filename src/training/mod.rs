//! Training: the rule repeated over shuffled mini-batches ([`trainer`]), what is remembered of it ([`history`]), and how
//! good the network has become ([`evaluation`]).

pub mod evaluation;
pub mod history;
pub mod trainer;
