//! The page's module: the core compiled to wasm twice, with and without simd128, and its glue for JavaScript.

use std::env;
use std::fmt::Display;
use std::path::PathBuf;

use wasm_bindgen_cli_support::Bindgen;

use super::failure::{Failure, Result};
use super::files;
use super::output::remark;
use super::project::Project;
use super::toolchain::{self, TARGET, Toolchain};

/// The files of `www/pkg`, all that `descent build` makes.
pub const FILES: [&str; 6] =
    ["descent.js", "descent.d.ts", "descent_worker.js", "descent_worker.d.ts", "descent.wasm", "descent_simd.wasm"];

/// One of the two builds of the same code. The page takes the one that its browser understands.
#[derive(Clone, Copy, Debug)]
enum Variant {
    Plain,
    Simd,
}

impl Variant {
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
    // One after the other in one folder: what runs while compiling, such as macros, is then compiled once for both, which
    // is more than two at a time would save on two cores.
    remark!("Compiling the core to wasm with simd128");
    let simd = compile(project, toolchain, Variant::Simd)?;
    remark!("Compiling the core to wasm without");
    let plain = compile(project, toolchain, Variant::Plain)?;
    pack(simd, plain)
}

/// Clippy's opinion of the code that only wasm32 sees; its warnings are errors.
pub fn lint(project: &Project) -> Result<()> {
    let toolchain = Toolchain::find(project)?;
    toolchain.find_clippy()?;
    let mut cargo = toolchain.cargo(project, &project.wasm_target(), "clippy", &Variant::Plain.flags(project));
    cargo.args(["--", "-Dwarnings"]);
    toolchain::run(cargo)
}

fn compile(project: &Project, toolchain: Toolchain, variant: Variant) -> Result<Vec<u8>> {
    let target = project.wasm_target();
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
        js: without_comments(output.js()),
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
    Ok(vec![
        page.js.into_bytes(),
        page.types.into_bytes(),
        worker.js.into_bytes(),
        worker.types.into_bytes(),
        page.wasm,
        simd_page.wasm,
    ])
}
