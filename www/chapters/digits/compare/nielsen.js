// @ts-check
// What was published of the same network, learning by the same rule from the same images: 784-30-10, α = 3, mini-batches of
// ten. M. A. Nielsen, "Neural Networks and Deep Learning", 2015, chapter 1; of thirty epochs six are printed there.

/** Epochs done, and right answers of 10,000 on the test. @type {readonly (readonly [epoch: number, right: number])[]} */
const PRINTED = [
  [1, 9129],
  [2, 9295],
  [3, 9348],
  [28, 9528],
  [29, 9542],
  [30, 9534],
];

export const NIELSEN = {
  name: "digits.compare.nielsen",
  epochs: PRINTED.map(([epoch]) => epoch),
  accuracies: PRINTED.map(([, right]) => right / 10_000),
};
