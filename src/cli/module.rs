//! The page's modules: the core compiled to wasm twice, with and without simd128, cut into the parts that the page loads
//! one by one, and its glue for JavaScript.

use std::env;
use std::fmt::Display;
use std::panic::resume_unwind;
use std::path::PathBuf;
use std::thread;

use walrus::Module;
use wasm_bindgen_cli_support::Bindgen;

use super::failure::{Failure, Result};
use super::files;
use super::output::remark;
use super::project::Project;
use super::toolchain::{self, TARGET, Toolchain};

/// The files of `www/pkg`, all that `descent build` makes: the glues with their types, the whole module, for those who use
/// the core without the page, and the page's parts of it.
pub const FILES: [&str; 18] = [
    "descent.js",
    "descent.d.ts",
    "descent_pad.js",
    "descent_pad.d.ts",
    "descent_look.js",
    "descent_look.d.ts",
    "descent_worker.js",
    "descent_worker.d.ts",
    "descent.wasm",
    "descent_simd.wasm",
    "descent_pad.wasm",
    "descent_pad_simd.wasm",
    "descent_page.wasm",
    "descent_page_simd.wasm",
    "descent_look.wasm",
    "descent_look_simd.wasm",
    "descent_training.wasm",
    "descent_training_simd.wasm",
];

/// What the pad needs before it answers, and all that its part of the module has.
const OF_PAD: [&str; 4] = ["Classifier", "confusion_summary", "judge", "rasterise"];
/// What is needed where a reader looks closer, or shares what he sees, and all that its part has.
const OF_LOOK: [&str; 7] =
    ["Looker", "pad_way", "picture_way", "qr_code", "read_picture", "read_strokes", "write_strokes"];
/// What only the worker needs, and all that its part has.
const OF_TRAINING: [&str; 1] = ["Training"];

/// What the page loads at one time: nobody waits for what he does not use.
#[derive(Clone, Copy, Debug)]
enum Part {
    Pad,
    /// The other chapters.
    Page,
    Look,
    Training,
}

impl Part {
    const ALL: [Self; 4] = [Self::Pad, Self::Page, Self::Look, Self::Training];

    fn has(self, thing: &str) -> bool {
        let is_one_of = |names: &[&str]| names.iter().any(|name| name.eq_ignore_ascii_case(thing));
        match self {
            Self::Pad => is_one_of(&OF_PAD),
            Self::Page => !is_one_of(&OF_LOOK) && !is_one_of(&OF_TRAINING),
            Self::Look => is_one_of(&OF_LOOK),
            Self::Training => is_one_of(&OF_TRAINING),
        }
    }
}

/// One of the two builds of the same code. The page takes the one that its browser understands.
#[derive(Clone, Copy, Debug)]
enum Variant {
    Plain,
    Simd,
}

impl Variant {
    fn target(self, project: &Project) -> PathBuf {
        project.wasm_target().join(match self {
            Self::Plain => "plain",
            Self::Simd => "simd",
        })
    }

    fn flags(self, project: &Project) -> Vec<String> {
        // The loops that matter are written with vectors. To turn others into vectors makes nothing faster that can be
        // measured, and the module larger.
        let mut flags = vec!["-Cno-vectorize-loops".to_owned(), "-Cno-vectorize-slp".to_owned()];
        if matches!(self, Self::Simd) {
            flags.push("-Ctarget-feature=+simd128".to_owned());
        }
        // The module carries file names for its panic messages; where they lay on this disk is nobody's business.
        let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
        flags.extend(home.map(|home| format!("--remap-path-prefix={}=cargo", home.display())));
        flags.push(format!("--remap-path-prefix={}=descent", project.root().display()));
        flags
    }
}

/// Compiles both variants and returns the contents of [`FILES`], in that order.
pub fn build(project: &Project) -> Result<Vec<Vec<u8>>> {
    let toolchain = Toolchain::find(project)?;
    // At a time, each in a folder of its own: in one folder each would throw away what the other has compiled of the
    // dependencies, and each ends with one processor's work. What both need of macros is compiled twice for that.
    remark!("Compiling the core to wasm, with simd128 and without");
    let (simd, plain) = thread::scope(|scope| {
        let simd = scope.spawn(|| compile(project, toolchain, Variant::Simd));
        let plain = compile(project, toolchain, Variant::Plain);
        (simd.join().unwrap_or_else(|panic| resume_unwind(panic)), plain)
    });
    let (simd, plain) = (simd?, plain?);
    pack(simd, plain)
}

/// Clippy's opinion of the code that only wasm32 sees; its warnings are errors.
pub fn lint(project: &Project) -> Result<()> {
    let toolchain = Toolchain::find(project)?;
    toolchain.find_clippy()?;
    let target = Variant::Plain.target(project);
    let mut cargo = toolchain.cargo(project, &target, "clippy", &Variant::Plain.flags(project));
    cargo.args(["--", "-Dwarnings"]);
    toolchain::run(cargo)
}

fn compile(project: &Project, toolchain: Toolchain, variant: Variant) -> Result<Vec<u8>> {
    let target = variant.target(project);
    let mut cargo = toolchain.cargo(project, &target, "rustc", &variant.flags(project));
    // Only the cdylib: beside an rlib, cargo could not optimise across crates.
    cargo.args(["--profile", "wasm", "--crate-type", "cdylib"]);
    toolchain::run(cargo)?;
    files::read(&target.join(TARGET).join("wasm/descent.wasm"))
}

/// What wasm-bindgen makes of one module for one kind of script.
struct Glue {
    js: String,
    types: String,
    wasm: Vec<u8>,
}

#[derive(Clone, Copy)]
enum Script {
    /// An ES module, for the page.
    Module,
    /// A classic script with the global `wasm_bindgen`, for the worker.
    Classic,
}

fn bind(wasm: Vec<u8>, script: Script) -> Result<Glue> {
    let failed =
        |error: &dyn Display| Failure::run(format!("wasm-bindgen could not read the compiled module: {error}"));
    let mut bindgen = Bindgen::new();
    match script {
        Script::Module => bindgen.web(true),
        Script::Classic => bindgen.no_modules(true),
    }
    .map_err(|error| failed(&error))?;
    bindgen
        .input_bytes("descent", wasm)
        .typescript(true)
        // The page says which of the two modules to load.
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true);
    let mut output = bindgen.generate_output().map_err(|error| failed(&format!("{error:#}")))?;
    if output.snippets().values().any(|inline| !inline.is_empty()) || !output.local_modules().is_empty() {
        return Err(Failure::run(
            "a dependency of the core brings its own JavaScript files, which the page cannot load",
        ));
    }
    Ok(Glue {
        js: guarded(&without_comments(output.js()))?,
        types: output.ts().unwrap_or_default().to_owned(),
        wasm: output.wasm_mut().emit_wasm(),
    })
}

/// The glue without the documentation that wasm-bindgen copies into it: a third of what the page would fetch. It stands
/// in the types as well, where it is read.
fn without_comments(js: &str) -> String {
    let mut kept = String::with_capacity(js.len());
    let mut inside = false;
    for line in js.lines() {
        // Every such comment begins and ends with its line.
        inside |= line.trim_start().starts_with("/**");
        if !inside {
            kept.push_str(line);
            kept.push('\n');
        }
        inside &= !line.trim_end().ends_with("*/");
    }
    kept
}

/// What the glue does with an argument before the module sees it, in a line of its own behind a line of wasm-bindgen's, or in
/// its place.
const GUARDS: [(&str, Guard); 7] = [
    ("function passArray8ToWasm0(arg, malloc) {", Guard::Behind("_assertArray(arg, \"Uint8Array\");")),
    ("function passArray32ToWasm0(arg, malloc) {", Guard::Behind("_assertArray(arg, \"Uint32Array\");")),
    ("function passArrayF32ToWasm0(arg, malloc) {", Guard::Behind("_assertArray(arg, \"Float32Array\");")),
    ("function passArrayF64ToWasm0(arg, malloc) {", Guard::Behind("_assertArray(arg, \"Float64Array\");")),
    (
        "function passStringToWasm0(arg, malloc, realloc) {",
        Guard::Behind("if (typeof arg !== \"string\") throw badArgument(\"expected a string\");"),
    ),
    (
        "throw new Error(`expected instance of ${klass.name}`);",
        Guard::Instead("throw badArgument(`expected instance of ${klass.name}`);"),
    ),
    // An object that was freed, or is in use.
    (
        "throw new Error(getStringFromWasm0(arg0, arg1));",
        Guard::Instead("throw badArgument(getStringFromWasm0(arg0, arg1));"),
    ),
];

#[derive(Clone, Copy)]
enum Guard {
    Behind(&'static str),
    Instead(&'static str),
}

/// What the guards need. Arrays are known by what they are, not by whose they are: another realm's will do, and a plain one.
/// None may be longer than 1 GiB.
const GUARDING: &str = r#"
function badArgument(message) {
    return Object.assign(new Error(message), { code: "bad-argument", details: {} });
}

function _assertArray(arg, name) {
    const isTyped = ArrayBuffer.isView(arg) && arg[Symbol.toStringTag] === name;
    if (!isTyped && !Array.isArray(arg)) throw badArgument(`expected ${name}`);
    if (arg.length > (name === "Uint8Array" ? 2 ** 30 : 2 ** 27)) throw badArgument("too long");
}
"#;

/// The glue with a check of every argument's type: wasm-bindgen's own believes what it is told of a length, and asks the
/// module for so much memory, which ends in a trap. Here it costs nothing in the module.
fn guarded(js: &str) -> Result<String> {
    let mut kept = String::with_capacity(js.len() + 2_000);
    let mut used = [false; GUARDS.len()];
    for line in js.lines() {
        let found = GUARDS.iter().position(|(known, _)| line.trim_start() == *known);
        used.iter_mut().enumerate().for_each(|(number, used)| *used |= found == Some(number));
        let guard = found.map(|number| GUARDS[number].1);
        if line.starts_with("function _assertClass(") {
            kept.push_str(GUARDING.trim_start());
            kept.push('\n');
        }
        if !matches!(guard, Some(Guard::Instead(_))) {
            kept.push_str(line);
            kept.push('\n');
        }
        if let Some(Guard::Behind(guard) | Guard::Instead(guard)) = guard {
            kept.push_str(guard);
            kept.push('\n');
        }
    }
    if let Some(missing) = used.iter().position(|used| !used) {
        let known = GUARDS[missing].0;
        return Err(Failure::run(format!("the glue has no line `{known}`, where arguments are checked")));
    }
    Ok(kept)
}

/// What an export belongs to, a class or a function of the core; `None` for what the glue itself needs.
fn thing_of<'a>(export: &'a str, things: &[String]) -> Option<&'a str> {
    // A class's own: training_step, __wbg_training_free, __wbg_get_trainingstatus_t.
    let name = export.strip_prefix("__wbg_").unwrap_or(export);
    let name = name.strip_prefix("get_").or_else(|| name.strip_prefix("set_")).unwrap_or(name);
    things
        .iter()
        .filter(|thing| name.strip_prefix(thing.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('_')))
        .max_by_key(|thing| thing.len())
        .map(|thing| &name[..thing.len()])
}

/// The classes and functions that the glue exports, in lower case, as the module's exports have them.
fn things_of(js: &str) -> Vec<String> {
    let things = js.lines().filter_map(|line| {
        let name = line.strip_prefix("export class ").or_else(|| line.strip_prefix("export function "))?;
        let end = name.find(|c: char| !c.is_alphanumeric() && c != '_')?;
        Some(name[..end].to_ascii_lowercase())
    });
    things.collect()
}

/// The part of a bound module: what nobody can call any more is gone.
fn cut(wasm: &[u8], part: Part, things: &[String]) -> Result<Vec<u8>> {
    let mut module = Module::from_buffer(wasm)
        .map_err(|error| Failure::run(format!("the compiled module cannot be taken apart: {error:#}")))?;
    let foreign: Vec<_> = module
        .exports
        .iter()
        .filter(|export| thing_of(&export.name, things).is_some_and(|thing| !part.has(thing)))
        .map(walrus::Export::id)
        .collect();
    for export in foreign {
        module.exports.delete(export);
    }
    walrus::passes::gc::run(&mut module);
    Ok(module.emit_wasm())
}

/// The page's glue for a part: without the classes and functions that the part does not have.
fn glue_of(js: &str, part: Part, things: &[String]) -> Vec<u8> {
    let is_foreign = |name: &str| {
        let name = name.to_ascii_lowercase();
        things.contains(&name) && !part.has(&name)
    };
    // How a definition that is left out ends: with a line that begins so, or before one.
    let mut within: Option<(String, bool)> = None;
    let mut kept = String::with_capacity(js.len());
    for line in js.lines() {
        match &within {
            Some((end, true)) if line.starts_with(end.as_str()) => {
                within = None;
                continue;
            }
            Some((_, false)) if line.starts_with("export ") || line.starts_with("function ") => within = None,
            Some(_) => continue,
            None => {}
        }
        let word = |before: &str, after: char| line.strip_prefix(before)?.split(after).next();
        if let Some(class) = word("export class ", ' ').filter(|name| is_foreign(name)) {
            within = Some((format!("if (Symbol.dispose) {class}."), true));
        } else if word("export function ", '(').is_some_and(is_foreign) {
            within = Some((String::new(), false));
        } else if word("const ", ' ').and_then(|name| name.strip_suffix("Finalization")).is_some_and(is_foreign) {
            within = Some((": new FinalizationRegistry".to_owned(), true));
        } else {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept.into_bytes()
}

/// The types of a part's glue, which is the page's with a module that has less.
fn types_of(names: &[&str]) -> Vec<u8> {
    format!("export {{ default, {} }} from \"./descent.js\";\n", names.join(", ")).into_bytes()
}

/// Binds both modules for both kinds of script and checks what the page relies on: each glue works with each module.
fn pack(simd: Vec<u8>, plain: Vec<u8>) -> Result<Vec<Vec<u8>>> {
    let page = bind(plain.clone(), Script::Module)?;
    let worker = bind(plain, Script::Classic)?;
    let simd_page = bind(simd.clone(), Script::Module)?;
    let simd_worker = bind(simd, Script::Classic)?;
    let same = [
        ("the page's glue differs between the plain and the simd128 module", page.js == simd_page.js),
        ("the worker's glue differs between the plain and the simd128 module", worker.js == simd_worker.js),
        ("the plain module differs between the page and the worker", page.wasm == worker.wasm),
        ("the simd128 module differs between the page and the worker", simd_page.wasm == simd_worker.wasm),
    ];
    for (difference, same) in same {
        if !same {
            return Err(Failure::run(format!("the page could not mix the compiled files: {difference}")));
        }
    }
    let things = things_of(&page.js);
    for name in OF_PAD.iter().chain(&OF_LOOK).chain(&OF_TRAINING) {
        if !things.contains(&name.to_ascii_lowercase()) {
            return Err(Failure::run(format!("the core no longer has {name}, for which a part of the module is made")));
        }
    }
    let mut parts = Vec::new();
    for part in Part::ALL {
        parts.push(cut(&page.wasm, part, &things)?);
        parts.push(cut(&simd_page.wasm, part, &things)?);
    }
    // A second glue is a second module beside the first: each holds one.
    let (pad, look) = (glue_of(&page.js, Part::Pad, &things), glue_of(&page.js, Part::Look, &things));
    let mut files = vec![
        page.js.into_bytes(),
        page.types.into_bytes(),
        pad,
        types_of(&OF_PAD),
        look,
        types_of(&OF_LOOK),
        worker.js.into_bytes(),
        worker.types.into_bytes(),
        page.wasm,
        simd_page.wasm,
    ];
    files.append(&mut parts);
    Ok(files)
}
