//! The networks of the lecture: four numbers ([`scalar`]), two matrices and two vectors ([`vector`]), the same again
//! fast ([`sparse`]), the file that keeps what was learned ([`weights`]), and views of ε ([`landscape`]). Inside the second:
//! one example ([`look`]), one parameter ([`place`], [`shares`]), and whether the derivatives are right
//! ([`gradient_check`]).

pub mod crc32;
pub mod curve;
pub mod gradient_check;
pub mod landscape;
pub mod look;
pub mod place;
pub mod scalar;
pub mod shares;
pub mod sparse;
pub mod vector;
pub mod weights;
