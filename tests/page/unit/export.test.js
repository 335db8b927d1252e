// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { columnsOf, curveOf, gridOf, merged } from "../../../www/chart/table.js";
import { csvOf, WAYS } from "../../../www/frame/share/export/csv.js";
import { fileNames, nameIn } from "../../../www/frame/share/export/plots.js";
import { createRandom } from "./random.js";

/**
 * A reader of RFC 4180 that takes nothing else.
 * @param {string} text
 * @param {string} separator
 */
function read(text, separator) {
  assert.equal(text.charAt(0), "\ufeff", "spreadsheets need the mark to know UTF-8");
  const rows = [];
  let at = 1;
  while (at < text.length) {
    const fields = [];
    for (;;) {
      let field = "";
      if (text[at] === '"') {
        at += 1;
        for (;;) {
          assert.ok(at < text.length, "a quoted field ends");
          if (text[at] !== '"') field += text[at++];
          else if (text[at + 1] === '"') {
            field += '"';
            at += 2;
          } else break;
        }
        at += 1;
      } else {
        while (text[at] !== separator && text[at] !== "\r") {
          assert.doesNotMatch(text[at] ?? "", /["\n]/);
          assert.ok(at < text.length, "a line ends");
          field += text[at++];
        }
      }
      fields.push(field);
      if (text[at] !== separator) break;
      at += 1;
    }
    assert.equal(text.slice(at, at + 2), "\r\n");
    at += 2;
    rows.push(fields);
  }
  return rows;
}

for (const [language, way] of Object.entries(WAYS)) {
  test(`numbers come back bit for bit, names letter for letter (${language})`, () => {
    const { next: random } = createRandom(5);
    const signs = ['"', ",", ";", "\n", " ", "ε", "′", "a", "\r\n", "ж"];
    for (let round = 0; round < 50; round++) {
      const table = Array.from({ length: 1 + Math.floor(random() * 5) }, () => ({
        name: `n${Array.from({ length: Math.floor(random() * 6) }, () => signs[Math.floor(random() * signs.length)]).join("")}`,
        values: Array.from(
          { length: Math.floor(random() * 6) },
          () => (random() - 0.5) * 10 ** Math.floor(random() * 40 - 20),
        ),
      }));
      const [names, ...rows] = read(csvOf(table, way), way.separator);
      assert.deepEqual(
        names,
        table.map(({ name }) => name),
      );
      assert.equal(rows.length, Math.max(...table.map(({ values }) => values.length)));
      table.forEach(({ values }, column) => {
        rows.forEach((row, i) => {
          const field = row[column] ?? "";
          if (i >= values.length) assert.equal(field, "");
          else assert.equal(Number(field.replace(way.decimal, ".")), values[i]);
        });
      });
    }
  });
}

test("Russian spreadsheets get semicolons and decimal commas, English ones commas and points", () => {
  const table = [
    { name: "t", values: [0, 1] },
    { name: "ε", values: [0.5, 1e-7] },
  ];
  assert.equal(csvOf(table, WAYS.ru), "\ufefft;ε\r\n0;0,5\r\n1;1e-7\r\n");
  assert.equal(csvOf(table, WAYS.en), "\ufefft,ε\r\n0,0.5\r\n1,1e-7\r\n");
});

test("what is no number is an empty field, and a number of 32 bits is as short as it can be", () => {
  const table = [
    { name: "a", values: [Number.NaN, Number.POSITIVE_INFINITY, null] },
    { name: "z", values: Float32Array.of(0.1, 1 / 3, 1e-9) },
  ];
  assert.equal(csvOf(table, WAYS.en), "\ufeffa,z\r\n,0.1\r\n,0.33333334\r\n,1e-9\r\n");
});

test("a name from a link is no formula", () => {
  assert.match(csvOf([{ name: "=1+1", values: [] }], WAYS.en), /'=1\+1/);
});

test("columns of rows, curves and grids", () => {
  assert.deepEqual(columnsOf(["a", null, "c"], [1, 2, 3, 4, 5, 6]), [
    { name: "a", values: [1, 4] },
    { name: "c", values: [3, 6] },
  ]);
  assert.deepEqual(curveOf(["x", "y"], [0, 1], [5, 6, 7]), [
    { name: "x", values: [0, 0.5, 1] },
    { name: "y", values: [5, 6, 7] },
  ]);
  const grid = { values: Float64Array.of(1, 2, 3, 4), columns: 2, rows: 2, x: [0, 1], y: [10, 20] };
  assert.deepEqual(
    gridOf(["a", "b", "ε"], /** @type {any} */ (grid)).map(({ values }) => [...values]),
    [
      [0, 1, 0, 1],
      [10, 10, 20, 20],
      [1, 2, 3, 4],
    ],
  );
});

test("tables of other steps become one, in the order of the steps", () => {
  const errors = columnsOf(["t", "ε"], [1, 0.5, 3, 0.4]);
  const accuracies = columnsOf(["t", "share"], [0, 0.1, 3, 0.9]);
  assert.deepEqual(merged("t", [errors, accuracies]), [
    { name: "t", values: [0, 1, 3] },
    { name: "ε", values: [null, 0.5, 0.4] },
    { name: "share", values: [0.1, null, 0.9] },
  ]);
});

test("files have short names in ASCII, numbered where they would be the same", () => {
  assert.deepEqual(fileNames(["plot-error", "neuron-slice", "neuron-slice", "ж"], "3"), [
    "descent-3-error",
    "descent-3-slice-1",
    "descent-3-slice-2",
    "descent-3-plot",
  ]);
  assert.equal(
    nameIn("Кривая ε(a) и под ней a по шагам. Шаг 4: a = 1,2"),
    "Кривая ε(a) и под ней a по шагам",
  );
  assert.equal(nameIn("ε as a function of u; now u = 0.5"), "ε as a function of u");
});
