//! The networks of the lecture: four numbers ([`scalar`]), two matrices and two vectors ([`vector`]), the same again
//! fast ([`sparse`]), the file that keeps what was learned ([`weights`]), and views of ε ([`landscape`]).

pub mod crc32;
pub mod curve;
pub mod landscape;
pub mod scalar;
pub mod sparse;
pub mod vector;
pub mod weights;
