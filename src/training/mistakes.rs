//! Which images a network names wrongly, and how surely.

use crate::data::dataset::Dataset;
use crate::network::sparse::{SparseNetwork, Workspace, largest};
use crate::ranking::descending;

/// An image that was named.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Named {
    pub index: u32,
    pub label: u8,
    /// The index of the largest output.
    pub answer: u8,
    pub z: Vec<f32>,
}

/// Images of `label` that were called `answer`; `None` is any digit. Where the two are the same digit, those that were
/// named rightly, the least certain first; else only mistakes, the most certain first. How certain is the largest output;
/// of two as certain the earlier image comes first.
#[must_use]
pub fn named(
    network: &SparseNetwork,
    dataset: &Dataset,
    label: Option<u8>,
    answer: Option<u8>,
    workspace: &mut Workspace,
) -> Vec<Named> {
    let right = label.is_some() && label == answer;
    let mut found: Vec<Named> = Vec::new();
    for index in dataset.indices_of(label) {
        let example = dataset.example(index as usize);
        let z = network.answer(example.input, workspace);
        let named = Named { index, label: example.label, answer: largest(&z), z };
        if (named.label == named.answer) == right && answer.is_none_or(|answer| answer == named.answer) {
            found.push(named);
        }
    }
    let certain = |named: &Named| f64::from(named.z[usize::from(named.answer)]);
    let order = descending(found.iter().map(|named| if right { -certain(named) } else { certain(named) }));
    order.map(|place| core::mem::take(&mut found[place as usize])).collect()
}
