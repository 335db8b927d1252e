//! The images of a data set that lie nearest to one image: the nearest neighbours (Fix, Hodges 1951, "Discriminatory
//! Analysis") by Euclidean distance.

use super::dataset::Dataset;
use super::{Image, PIXELS};
use crate::network::sparse::SparseInput;
use crate::ranking::descending;

/// An image of a data set, and how far it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Neighbour {
    pub index: u32,
    /// ‖x⃗ − y⃗‖ with pixels from 0 to 1.
    pub distance: f64,
}

/// The `count` images nearest to `image`, the nearest first, of two as near the earlier; fewer where fewer have arrived.
///
/// ‖x⃗ − y⃗‖² = ‖x⃗‖² + Σ y_j (y_j − 2x_j), and only the ink of y⃗ adds to that sum. In bytes, so exact.
///
/// ```
/// use descent::data::dataset::Dataset;
/// use descent::data::nearest::nearest;
///
/// let data = Dataset::from_images([(&[0; 784], 1), (&[200; 784], 2)])?;
/// let found = nearest(&data, &[255; 784], 1);
/// assert_eq!(found[0].index, 1);
/// assert!((found[0].distance - 28.0 * 55.0 / 255.0).abs() < 1e-12);
/// # Ok::<(), descent::error::Error>(())
/// ```
#[must_use]
pub fn nearest(dataset: &Dataset, image: &Image, count: usize) -> Vec<Neighbour> {
    let length_squared: i32 = image.iter().map(|x| i32::from(*x) * i32::from(*x)).sum();
    let twice = image.map(|x| 2 * i32::from(x));
    // At most 784 · 255², which an i32 holds.
    let squared = |index: usize| length_squared + beyond(&twice, dataset.example(index).input);
    let all: Vec<f64> = (0..dataset.arrived()).map(|index| f64::from(squared(index))).collect();
    let order = descending(all.iter().map(|squared| -squared)).take(count);
    order.map(|index| Neighbour { index, distance: all[index as usize].sqrt() / 255.0 }).collect()
}

/// Σ y_j (y_j − 2x_j)
fn beyond(twice: &[i32; PIXELS], SparseInput { columns, bytes }: SparseInput<'_>) -> i32 {
    let terms = columns.iter().zip(bytes).map(|(column, y)| {
        let y = i32::from(*y);
        y * (y - twice[usize::from(*column)])
    });
    terms.sum()
}
