//! Every class and function that the core exports, called with what no caller should give: a value or an `Error` with a code
//! comes back, and never a trap, which would end the worker and what it has learned.
//!
//! The calls are made from the types of the glue, so that a new method is in the table by itself; one for which no right
//! arguments are found here fails the test.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::support::server::{PROJECT, Server};
use super::{GLUES, PRELUDE, opened};

/// Right arguments by the parameter's name or type, and the instances to call.
const RIGHT: &str = "
    const types = arguments[2].replace(/\\/\\*\\*[\\s\\S]*?\\*\\//g, '');
    const idx = (sizes, values) => {
      const bytes = new Uint8Array(4 + 4 * sizes.length + values.length);
      const view = new DataView(bytes.buffer);
      bytes.set([0, 0, 8, sizes.length]);
      sizes.forEach((size, at) => view.setUint32(4 + 4 * at, size));
      bytes.set(values, 4 + 4 * sizes.length);
      return bytes;
    };
    const images = idx([12, 28, 28], Uint8Array.from({ length: 12 * 784 }, (_, at) => at % 251));
    const labels = idx([12], [1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6]);
    const trained = () => {
      const training = new api.Training(3, 3, 2, 1);
      for (const [part, bytes] of [
        ['train-images', images], ['train-labels', labels], ['test-images', images], ['test-labels', labels],
      ]) {
        training.push(part, bytes);
      }
      training.train_for(Infinity, 4);
      training.evaluate();
      return training;
    };
    const [model, saved] = [trained().model(), trained().save()];
    const curve = () => new api.ErrorFunction('a^2', false);
    const table = () => api.measurement_table('water-viscosity');
    const NAMED = {
      image: () => new Uint8Array(784).fill(200, 300, 330), model: () => model, bytes: () => model, xs: () => Float64Array.of(0, 1),
      measurements: table, frame: () => new Float64Array(), noise: () => 0.05, share: () => 0.3, pairs: () => Float64Array.of(1, 0.25),
      range: () => Float64Array.of(-1, 1, -1, 1), windows: () => Float64Array.of(-1, 1, -1, 1), lengths: () => Uint32Array.of(2),
      points: () => Float64Array.of(0.1, 0.1, 0.9, 0.9), counts: () => Uint32Array.of(1), labels: () => Uint8Array.of(7),
      ink: () => new Uint8Array(16).fill(255), rgba: () => new Uint8Array(64).fill(255), width: () => 4, height: () => 4,
      z: () => new Float32Array(10), id: () => 'water-viscosity', low: () => -2, low_a: () => -2, low_b: () => -2,
      start: () => 1, alpha: () => 0.1, milliseconds: () => 0, set: () => 'train', text: () => 'a^2', error: curve,
      i: () => 1, row: () => 1, column: () => 1, decimal: () => '.', train_images: () => images, train_labels: () => labels,
      test_images: () => images, test_labels: () => labels, batch: () => 2,
    };
    const TYPED = { number: () => 3, boolean: () => false, Letter: () => 'V', DataPart: () => 'train-labels' };
    const ONLY = {
      'Training.restore': [() => saved], 'Training.push': [() => 'test-labels', () => labels],
      'Training.find_rate': [() => 20], 'PlaneDescent.new': [() => new api.ErrorFunction('a^2+b^2', true)],
    };
    // An object that was filled, and one that is new.
    const MADE = { Training: [trained, () => new api.Training(3, 3, 2, 1)] };
    const parameters = (list) => (list === '' ? [] : list.split(', ').map((one) => one.split(/\\??: /)));
    const right = (name, list) => parameters(list).map(([parameter, type], at) => {
      const found = ONLY[name]?.[at] ?? NAMED[parameter] ?? TYPED[type.split(' ')[0]];
      if (!found) throw new Error(`${name} needs a right ${parameter}: ${type}`);
      return found;
    });
    const functions = [...types.matchAll(/^export function (?!initSync)(\\w+)\\((.*)\\): /gm)].map(([, name, list]) => [name, list]);
    const classes = [...types.matchAll(/^export class (\\w+) \\{\\n([\\s\\S]*?)^\\}/gm)].map(([, name, body]) => ({
      name,
      make: right(`${name}.new`, /^ +constructor\\((.*)\\);/m.exec(body)[1]),
      methods: [...body.matchAll(/^ +(\\w+)\\((.*)\\): /gm)].map(([, method, list]) => [method, list]),
      getters: [...body.matchAll(/^ +readonly (\\w+): /gm)].map(([, getter]) => getter),
    }));
";

const HOSTILE: &str = "
    const many = 2 ** 32 - 1;
    const VALUES = [
      NaN, Infinity, -Infinity, -1, 0, 2 ** 31, many, 1e308, '', 'nonsense', '('.repeat(10_000),
      null, undefined, true, {}, { length: -1 }, { length: many }, () => 1, [], [NaN], ['a'],
      new Array(many), new Uint8Array(), new Uint8Array(5), new Uint8Array(784).fill(255), new Uint8Array(100_000).fill(255),
      new Float64Array(3).fill(NaN), new Float64Array(4).fill(1e308), 
      Float64Array.of(Infinity, -Infinity, 0, NaN), Uint32Array.of(many, many, many), new Float32Array(3).fill(NaN),
      new Float32Array(10).fill(Infinity), new DataView(new ArrayBuffer(8)), 1n, Symbol('s'),
      idx([many, 28, 28], []), idx([many], []), idx([200_000_000], []), idx([0, 28, 28], []), idx([1, 65_536, 65_536], []),
      idx([2 ** 31, 28, 28], [1, 2, 3]), model.slice(0, 20), saved.slice(0, 60),
    ];
    const said = (value) => {
      const text = typeof value === 'symbol' || typeof value === 'bigint' ? typeof value
        : Object.prototype.toString.call(value) + (value?.length ?? String(value));
      return text.length > 60 ? `${text.slice(0, 60)}…` : text;
    };
    const faults = [];
    const answered = new Set();
    let calls = 0;
    const attempt = (name, what, hostile) => {
      calls += 1;
      try {
        what();
        return true;
      } catch (error) {
        const isNoNumber = typeof hostile === 'bigint' || typeof hostile === 'symbol' || hostile?.length === many;
        // What is no number is refused by the engine, in its own words.
        const isHeld = error instanceof Error && (typeof error.code === 'string' || (isNoNumber && (error instanceof TypeError || error instanceof RangeError)));
        if (!isHeld && faults.length < 40) faults.push(`${name}: ${said(hostile)}: ${error}`);
        return false;
      }
    };
    const table_of = (name, right, call) => {
      if (attempt(name, () => call(right.map((value) => value())), 'right')) answered.add(name);
      attempt(name, () => call([]), 'nothing at all');
      right.forEach((_, place) => {
        for (const value of VALUES) {
          const given = right.map((make, at) => (at === place ? value : make()));
          attempt(`${name}, argument ${place + 1}`, () => call(given), value);
        }
      });
    };
    const expected = new Set();
    for (const [name, list] of functions) {
      expected.add(name);
      table_of(name, right(name, list), (given) => api[name](...given));
    }
    const freed = [];
    for (const { name, make, methods, getters } of classes) {
      const right_one = () => new api[name](...make.map((value) => value()));
      expected.add(`${name}.new`);
      table_of(`${name}.new`, make, (given) => new api[name](...given).free());
      for (const made of MADE[name] ?? [right_one]) {
        for (const [method, list] of methods.filter(([method]) => method !== 'free')) {
          expected.add(`${name}.${method}`);
          // One for all calls: what was taken can be gone on with.
          const one = made();
          table_of(`${name}.${method}`, right(`${name}.${method}`, list), (given) => {
            one[method](...given);
            one.step?.();
            one.status?.();
          });
          one.free();
        }
      }
      const gone = right_one();
      gone.free();
      const code = (what) => {
        try { what(); } catch (error) { return error.code; }
      };
      for (const [method, list] of methods) {
        const given = method === 'free' ? [] : right(`${name}.${method}`, list).map((value) => value());
        freed.push([`${name}.${method}`, code(() => gone[method](...given))]);
      }
      for (const getter of getters) freed.push([`${name}.${getter}`, code(() => gone[getter])]);
    }
    const again = trained();
    again.train_for(Infinity, 50);
    const fresh = new Uint8Array(again.model()).slice(-4);
    return {
      faults, digest: hex(fresh), calls, silent: [...expected].filter((name) => !answered.has(name)),
      freed: freed.filter(([, code]) => code !== 'bad-argument'),
      uncovered: Object.keys(api).filter((name) => /^[a-z]/.test(name) ? !functions.some(([known]) => known === name)
        : !classes.some((known) => known.name === name)),
    };
";

#[tokio::test]
async fn no_call_is_a_trap() {
    let types = fs::read_to_string(Path::new(PROJECT).join("www/pkg/descent.d.ts")).unwrap();
    let server = Server::start();
    let browser = opened(server).await;
    let mut digests = Vec::new();
    for (glue, wasm) in [GLUES[0], GLUES[2]] {
        let found = browser.run(&format!("{PRELUDE}{RIGHT}{HOSTILE}"), &[json!(glue), json!(wasm), json!(types)]).await;
        let name = format!("{wasm} with the {glue}'s glue");
        assert_eq!(found["faults"], json!([]), "{name}");
        assert_eq!(found["silent"], json!([]), "{name}: with right arguments these gave an error");
        assert_eq!(found["freed"], json!([]), "{name}: what was freed can be used");
        let uncovered: Vec<&str> = found["uncovered"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        assert!(uncovered.iter().all(|name| ["default", "initSync"].contains(name)), "{name}: {uncovered:?}");
        assert!(found["calls"].as_u64().unwrap() > 5_000, "{name}: {} calls", found["calls"]);
        digests.push(found["digest"].clone());
    }
    assert!(digests.iter().all(|digest| *digest == digests[0]), "the module is not what it was: {digests:?}");
    browser.close_clean(server.url()).await;
}
