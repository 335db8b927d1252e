//! Training: the rule repeated over shuffled mini-batches ([`trainer`]) or over all measurements ([`fitting`]), what is
//! remembered of it ([`history`]), and how good the network has become ([`evaluation`]).

pub mod evaluation;
pub mod fitting;
pub mod history;
pub mod trainer;
