//! Training: the rule repeated over shuffled mini-batches ([`trainer`]) or over all measurements ([`fitting`]), with single
//! examples in between ([`teach`]), what is remembered of it ([`history`]) and kept for another day ([`saved`]), which α
//! may be good ([`range_test`]) and how the network feels it ([`pulse`]), how good it has become ([`evaluation`]), what it
//! names wrongly ([`mistakes`]), whether it is sure ([`answer`]), and examples that are different each time
//! ([`variation`]). For chapter 3 a run with every step kept ([`scalar_run`]) and starts worth stepping from
//! ([`scalar_presets`]).

pub mod answer;
mod course;
pub mod evaluation;
pub mod fitting;
pub mod history;
pub mod mistakes;
pub mod pulse;
pub mod range_test;
mod record;
pub mod saved;
pub mod scalar_presets;
pub mod scalar_run;
pub mod settings;
#[cfg(not(target_arch = "wasm32"))]
mod stride;
pub mod teach;
pub mod trainer;
pub mod variation;
