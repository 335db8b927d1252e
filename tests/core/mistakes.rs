use descent::data::dataset::Dataset;
use descent::network::sparse::{SparseNetwork, Workspace};
use descent::network::vector::VectorNetwork;
use descent::random::Random;
use descent::training::evaluation::evaluate;
use descent::training::mistakes::{Named, named};

use crate::mnist;

/// A network of 784 inputs that calls an image k by its first pixels alone: z_k = σ(σ(8 (x_k − ½)) − ½).
fn pixel_reader() -> SparseNetwork {
    let mut network = VectorNetwork::random(784, 10, 10, &mut Random::new(1)).unwrap();
    (network.V.fill(0.0), network.U.fill(0.0));
    (network.v.fill(-4.0), network.u.fill(-0.5));
    for k in 0..10 {
        network.V[(k, k)] = 8.0;
        network.U[(k, k)] = 1.0;
    }
    SparseNetwork::from_reference(&network).unwrap()
}

/// Images by what their first pixels say, with labels of their own.
fn images(says: &[(usize, u8, u8)]) -> Dataset {
    let image = |(digit, ink, label): &(usize, u8, u8)| {
        let mut image = [0; 784];
        image[*digit] = *ink;
        (image, *label)
    };
    says.iter().map(image).collect()
}

fn order(found: &[Named]) -> Vec<u32> {
    found.iter().map(|named| named.index).collect()
}

#[test]
fn by_hand() {
    let data =
        images(&[(7, 150, 1), (1, 200, 1), (7, 250, 1), (9, 200, 4), (1, 100, 1), (7, 200, 1), (7, 200, 2), (4, 9, 4)]);
    let (network, mut workspace) = (pixel_reader(), Workspace::default());
    let mut asked = |label, answer| order(&named(&network, &data, label, answer, &mut workspace));
    assert_eq!(asked(Some(1), Some(7)), [2, 5, 0], "the most certain first");
    assert_eq!(asked(Some(1), Some(1)), [4, 1], "the least certain first");
    assert_eq!(asked(None, Some(7)), [2, 5, 6, 0], "of two as certain the earlier first");
    assert_eq!(asked(Some(4), None), [3]);
    assert_eq!(asked(None, None), [2, 3, 5, 6, 0]);
    assert_eq!(asked(Some(200), None), [0_u32; 0]);
}

/// The lists are as long as the counts of the confusion matrix say, for a network that knows nothing.
#[test]
fn a_cell_of_the_confusion_matrix_opens_its_images() {
    let network = SparseNetwork::random(784, 15, 10, &mut Random::new(3)).unwrap();
    let (data, mut workspace) = (mnist::test(), Workspace::default());
    let evaluation = evaluate(&network, data, &mut workspace);
    for (label, answer) in [(0, 1), (3, 3), (5, 8), (9, 4)] {
        let found = named(&network, data, Some(label), Some(answer), &mut workspace);
        assert_eq!(found.len(), evaluation.confusion[usize::from(label)][usize::from(answer)] as usize);
        for Named { index, label: own, z, .. } in &found {
            let example = data.example(*index as usize);
            assert_eq!((example.label, *own), (label, label));
            assert_eq!(z, &network.answer(example.input, &mut Workspace::default()));
        }
    }
    let all = named(&network, data, None, None, &mut workspace);
    assert_eq!(all.len() as u32, evaluation.total - evaluation.correct);
    let certain = |named: &Named| named.z[usize::from(named.answer)];
    assert!(all.windows(2).all(|pair| certain(&pair[0]) >= certain(&pair[1])));
}
