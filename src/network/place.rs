//! Where a parameter stands in the network of two matrices and two vectors.

use super::scalar::Parameter;
use super::vector::{Backward, Forward, Gradient, VectorNetwork};
use crate::error::{Error, Result};

/// V_ij, v_i, U_ki or u_k, of a network that has it. The column of a vector is 0.
///
/// ```
/// use descent::network::place::Place;
/// use descent::network::scalar::Parameter;
/// use descent::network::vector::VectorNetwork;
/// use descent::random::Random;
///
/// let network = VectorNetwork::random(784, 30, 10, &mut Random::new(1))?;
/// let place = Place::new(Parameter::V, 29, 783, &network)?;
/// assert_eq!(network.get(place), network.V[(29, 783)]);
/// assert_eq!(Place::new(Parameter::v, 30, 0, &network).unwrap_err().code(), "out-of-range");
/// # Ok::<(), descent::error::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Place {
    parameter: Parameter,
    row: usize,
    column: usize,
}

impl Place {
    /// # Errors
    /// [`Error::OutOfRange`] for a row or column, counted from 0, that the network does not have.
    pub fn new(parameter: Parameter, row: usize, column: usize, network: &VectorNetwork) -> Result<Self> {
        let (rows, columns) = network.shape(parameter);
        Ok(Self { parameter, row: below(rows, "row", row)?, column: below(columns, "column", column)? })
    }

    /// The place with this number, where V, v⃗, U or u⃗ is counted row by row.
    #[must_use]
    pub(super) fn numbered(parameter: Parameter, number: usize, columns: usize) -> Self {
        Self { parameter, row: number / columns, column: number % columns }
    }

    /// Its letter.
    #[must_use]
    pub fn parameter(self) -> Parameter {
        self.parameter
    }

    #[must_use]
    pub fn row(self) -> usize {
        self.row
    }

    #[must_use]
    pub fn column(self) -> usize {
        self.column
    }
}

/// The index, if it is one of so many, at least one.
pub(super) fn below(count: usize, what: &'static str, index: usize) -> Result<usize> {
    let error = Error::OutOfRange { what, least: 0, most: count as u64 - 1, found: index as u64 };
    if index < count { Ok(index) } else { Err(error) }
}

impl VectorNetwork {
    /// Rows and columns of V, v⃗, U or u⃗.
    #[must_use]
    pub fn shape(&self, parameter: Parameter) -> (usize, usize) {
        match parameter {
            Parameter::V => self.V.shape(),
            Parameter::v => self.v.shape(),
            Parameter::U => self.U.shape(),
            Parameter::u => self.u.shape(),
        }
    }

    /// # Panics
    /// When the place is one of a larger network.
    #[must_use]
    pub fn get(&self, Place { parameter, row, column }: Place) -> f64 {
        match parameter {
            Parameter::V => self.V[(row, column)],
            Parameter::v => self.v[row],
            Parameter::U => self.U[(row, column)],
            Parameter::u => self.u[row],
        }
    }

    /// # Panics
    /// When the place is one of a larger network.
    pub fn set(&mut self, Place { parameter, row, column }: Place, value: f64) {
        *match parameter {
            Parameter::V => &mut self.V[(row, column)],
            Parameter::v => &mut self.v[row],
            Parameter::U => &mut self.U[(row, column)],
            Parameter::u => &mut self.u[row],
        } = value;
    }
}

impl Backward {
    /// ∂ε/∂a of one parameter: one product of the lecture's ⊗.
    ///
    /// # Panics
    /// When the place is one of a larger network.
    #[must_use]
    pub fn at(&self, f: &Forward, Place { parameter, row, column }: Place) -> f64 {
        match parameter {
            Parameter::V => self.d_p[row] * f.x[column], // ∂ε/∂V_ij = ∂ε/∂p_i · x_j
            Parameter::v => self.d_p[row],               // ∂ε/∂v_i = ∂ε/∂p_i
            Parameter::U => self.d_q[row] * f.y[column], // ∂ε/∂U_ki = ∂ε/∂q_k · y_i
            Parameter::u => self.d_q[row],               // ∂ε/∂u_k = ∂ε/∂q_k
        }
    }
}

impl Gradient {
    /// # Panics
    /// When the place is one of a larger network.
    #[must_use]
    pub fn get(&self, Place { parameter, row, column }: Place) -> f64 {
        match parameter {
            Parameter::V => self.V[(row, column)],
            Parameter::v => self.v[row],
            Parameter::U => self.U[(row, column)],
            Parameter::u => self.u[row],
        }
    }
}
