// ConvNetJS in a worker: the same network, error and rule. Its numbers are f64, its images dense.
"use strict";

importScripts("examples.js");
// It names its global after the page's.
self.window = self;
importScripts("../node_modules/convnetjs/build/convnet-min.js");

(() => {
  const { BATCH, PIXELS, answerWith, checkLearned, loadExamples, speedOf } = self.peers;
  let images = [];
  let answers = [];

  async function start(data) {
    const { pixels, labels } = await loadExamples(data);
    images = Array.from(labels, (_, index) => {
      const image = new convnetjs.Vol(1, 1, PIXELS, 0);
      image.w.set(pixels.subarray(index * PIXELS, (index + 1) * PIXELS));
      return image;
    });
    answers = Array.from(labels, (label) => Array.from({ length: 10 }, (_, k) => (k === label ? 1 : 0)));
  }

  function network(hidden) {
    const net = new convnetjs.Net();
    net.makeLayers([
      { type: "input", out_sx: 1, out_sy: 1, out_depth: PIXELS },
      { type: "fc", num_neurons: hidden, activation: "sigmoid" },
      // Brings the 10 output units along, but no σ: that is put between them and the quadratic cost.
      { type: "regression", num_neurons: 10 },
    ]);
    net.layers.splice(-1, 0, new convnetjs.SigmoidLayer({ in_sx: 1, in_sy: 1, in_depth: 10 }));
    return net;
  }

  function train(hidden, seconds) {
    const net = network(hidden);
    const trainer = new convnetjs.SGDTrainer(net, { learning_rate: 3, momentum: 0, batch_size: BATCH });
    /** Mean ε of the first images. */
    const error = () => {
      let sum = 0;
      for (let i = 0; i < 100; i++) {
        const z = net.forward(images[i], false).w;
        for (let k = 0; k < 10; k++) sum += 0.5 * (z[k] - answers[i][k]) ** 2;
      }
      return sum / 100;
    };
    const before = error();
    const speed = speedOf(seconds, (batch) => {
      for (let i = batch * BATCH; i < (batch + 1) * BATCH; i++) trainer.train(images[i], answers[i]);
    });
    checkLearned("ConvNetJS", before, error());
    return speed;
  }

  answerWith({ start, train });
})();
