//! `descent build`: the whole list of files, the same files twice, and nothing of others touched.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use wasmparser::{Parser, Payload, Validator, WasmFeatures};

use super::folder::{answer, argument, complaint, descent, text};
use super::support::server::PROJECT;

/// Every file under `folder` with its content.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(folder).unwrap().to_owned(), fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// Each line is where it was, and what is left of it is its end.
fn assert_only_comments_are_gone(name: &str, content: &[u8], source: &[u8]) {
    let [content, source] = [content, source].map(|bytes| std::str::from_utf8(bytes).unwrap());
    assert_eq!(content.lines().count(), source.lines().count(), "{name}");
    for (line, whole) in content.lines().zip(source.lines()) {
        assert!(whole.ends_with(line), "{name}: {line} is not the end of {whole}");
    }
    // What wasm-bindgen writes may have a text over several lines, and is then left as it is.
    assert!(content.len() < source.len() || name.starts_with("www/pkg/"), "{name} has its comments");
}

/// Every script of `www` is there as it was, or as a part of one bundle; what the page begins with is at the end of one.
fn assert_modules_are_bundled(published: &BTreeMap<PathBuf, Vec<u8>>) {
    let text = |bytes: &Vec<u8>| String::from_utf8(bytes.clone()).unwrap();
    let is_script = |path: &Path| path.extension().is_some_and(|kind| kind == "js");
    let bundles: Vec<String> = published.iter().filter(|(path, _)| is_script(path)).map(|(_, it)| text(it)).collect();
    let mut bundled = 0;
    for (path, source) in contents(&Path::new(PROJECT).join("www")) {
        let name = path.to_str().unwrap();
        if !is_script(&path) || ["first.js", "main.js", "frame/offline/sw.js"].contains(&name) {
            continue;
        }
        let count: usize = bundles.iter().map(|it| it.matches(&format!("$define(\"{name}\",")).count()).sum();
        bundled += count;
        if count == 0 {
            let kept = published.get(&Path::new("www").join(&path)).unwrap_or_else(|| panic!("{name} is nowhere"));
            assert_only_comments_are_gone(&format!("www/{name}"), kept, &source);
        } else {
            assert_eq!(count, 1, "{name}");
        }
    }
    assert!(bundled > 300, "{bundled} modules are in bundles");
    let files = bundles.len();
    assert!(files < 80, "there are {files} scripts");
    let main = text(&published[Path::new("www/main.js")]);
    for name in ["frame/lab.js", "chapters/digits/chapter.js", "i18n/ru.js", "i18n/en.js"] {
        assert!(main.contains(&format!("$define(\"{name}\",")), "{name} is not there at once");
    }
}

/// The style sheets that the page names are one, in their order.
fn assert_sheets_are_one(published: &BTreeMap<PathBuf, Vec<u8>>) {
    let index = String::from_utf8_lossy(&published[Path::new("index.html")]).into_owned();
    let names = "style/tokens.css style/base.css style/controls.css style/phone.css chapters/digits/style.css";
    assert_eq!(index.matches("rel=\"stylesheet\"").count(), 1);
    assert!(index.contains(&format!("href=\"www/style/page.css\" data-sheets=\"{names}\"")), "{index}");
    let one = &published[Path::new("www/style/page.css")];
    let sources: Vec<u8> =
        names.split(' ').flat_map(|name| fs::read(Path::new(PROJECT).join("www").join(name)).unwrap()).collect();
    assert_only_comments_are_gone("www/style/page.css", one, &sources);
}

#[test]
fn the_folder_has_the_whole_page_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("dist");
    let report = answer(&["build", "--out", argument(&out)]);
    let first = contents(&out);
    for name in [
        "index.html",
        "www/early.js",
        "www/main.js",
        "www/style/forced.css",
        "www/style/page.css",
        "www/chapters/curve/style.css",
        "www/pkg/descent.js",
        "www/pkg/descent_pad.js",
        "www/pkg/descent_worker.js",
        "www/pkg/descent.wasm",
        "www/pkg/descent_simd.wasm",
        "www/pkg/descent_pad.wasm",
        "www/pkg/descent_pad_simd.wasm",
        "www/pkg/descent_page.wasm",
        "www/pkg/descent_page_simd.wasm",
        "www/pkg/descent_look.wasm",
        "www/pkg/descent_look_simd.wasm",
        "www/pkg/descent_training.wasm",
        "www/pkg/descent_training_simd.wasm",
        "www/data/train-images-idx3-ubyte.gz",
        "www/data/train-labels-idx1-ubyte.gz",
        "www/data/t10k-images-idx3-ubyte.gz",
        "www/data/t10k-labels-idx1-ubyte.gz",
    ] {
        let content = first.get(Path::new(name)).unwrap_or_else(|| panic!("{name} is not there"));
        let source = fs::read(Path::new(PROJECT).join(name)).ok();
        match (Path::new(name).extension().and_then(|kind| kind.to_str()), source) {
            (_, None) => assert_eq!(name, "www/style/page.css"),
            (Some("html"), _) | (Some("js"), Some(_)) if ["index.html", "www/main.js"].contains(&name) => {}
            (Some("js" | "css"), Some(source)) => assert_only_comments_are_gone(name, content, &source),
            (_, Some(source)) => assert_eq!(content, &source, "{name}"),
        }
        if let Some(packed) = first.get(Path::new(&format!("{name}.gz"))) {
            let mut unpacked = Vec::new();
            flate2::read::GzDecoder::new(&packed[..]).read_to_end(&mut unpacked).unwrap();
            assert_eq!(&unpacked, content, "{name}.gz");
        } else {
            assert!(Path::new(name).extension().is_some_and(|kind| kind == "gz"), "{name} is not packed");
        }
        assert!(report.contains(name), "{name} is not in the report");
    }
    assert_modules_are_bundled(&first);
    assert_sheets_are_one(&first);
    for name in first.keys() {
        let kind = name.extension().and_then(|kind| kind.to_str()).unwrap_or_default();
        assert!(!["md", "ts", "rs", "toml", "part"].contains(&kind), "{} is there", name.display());
    }
    assert!(report.contains("together"), "{report}");

    // Once more: nothing is compiled, and all is the same.
    let again = text(&descent(&["build", "--out", argument(&out)]).stderr);
    assert!(again.contains("has not changed") && !again.contains("Compiled"), "{again}");
    assert!(contents(&out) == first, "the second build is not the same");

    // A file that the page no longer has goes; what somebody else put there stays.
    let list = out.join(".descent-build");
    fs::write(&list, fs::read_to_string(&list).unwrap() + "www/gone.js\n../outside\n").unwrap();
    fs::write(out.join("www/gone.js"), "").unwrap();
    fs::write(out.join("www/own.txt"), "own").unwrap();
    fs::write(folder.path().join("outside"), "outside").unwrap();
    answer(&["build", "--out", argument(&out)]);
    assert!(!out.join("www/gone.js").exists());
    assert_eq!(fs::read(out.join("www/own.txt")).unwrap(), b"own");
    assert_eq!(fs::read(folder.path().join("outside")).unwrap(), b"outside");
}

#[test]
fn what_the_pad_needs_is_counted_and_nothing_else() {
    let report = answer(&["build"]);
    // Whether they are kept is for the target `limits` to say.
    let limits = report.lines().filter(|line| line.to_lowercase().contains("the limit")).count();
    assert_eq!(limits, 8, "{report}");
    // The chapter of the pad, which is in main.js, and its part of the core, but no other.
    let early = |name: &str| report.lines().any(|line| line.ends_with(&format!("  {name}  *")));
    for name in [
        "index.html",
        "www/early.js",
        "www/main.js",
        "www/style/page.css",
        "www/pkg/descent_pad.js",
        "www/pkg/descent_pad_simd.wasm",
    ] {
        assert!(early(name), "{name} is not counted: {report}");
    }
    for name in [
        "www/chapters/curve/chapter.js",
        "www/common.js",
        "www/pkg/descent_worker.js",
        "www/pkg/descent_page_simd.wasm",
    ] {
        assert!(!early(name), "{name} is counted: {report}");
    }
}

#[test]
fn all_modules_are_wasm_and_only_half_of_them_have_simd() {
    answer(&["build"]);
    for part in ["", "_pad", "_page", "_look", "_training"] {
        has_a_plain_build_and_one_with_simd(part);
    }
}

fn module(name: &str) -> Vec<u8> {
    fs::read(Path::new(PROJECT).join("www/pkg").join(name)).unwrap()
}

fn has_a_plain_build_and_one_with_simd(part: &str) {
    let (plain, simd) = (module(&format!("descent{part}.wasm")), module(&format!("descent{part}_simd.wasm")));
    for module in [&plain, &simd] {
        assert_eq!(module[..8], *b"\0asm\x01\0\0\0");
        let text = String::from_utf8_lossy(module);
        assert!(!text.contains(PROJECT), "the module tells where it was compiled");
    }
    // As browsers with SIMD and without it read them.
    let all = WasmFeatures::all();
    let without = all.difference(WasmFeatures::SIMD | WasmFeatures::RELAXED_SIMD);
    let loads = |module: &[u8], features| Validator::new_with_features(features).validate_all(module).is_ok();
    assert!(loads(&simd, all) && !loads(&simd, without), "the simd128 module has no SIMD");
    assert!(loads(&plain, all) && loads(&plain, without), "the plain module has SIMD");
    // No Safari has the relaxed instructions, and what they give depends on the processor.
    assert!(loads(&simd, all.difference(WasmFeatures::RELAXED_SIMD)));
}

/// What the page loads in parts: each has what it is for, and nothing that another is for.
#[test]
fn a_part_of_the_module_has_what_it_is_for() {
    answer(&["build"]);
    let exports = |part: &str| -> Vec<String> {
        let module = module(&format!("descent_{part}.wasm"));
        let payloads = Parser::new(0).parse_all(&module).map(Result::unwrap);
        let exports = payloads.filter_map(|payload| match payload {
            Payload::ExportSection(exports) => Some(exports),
            _ => None,
        });
        exports.flatten().map(|export| export.unwrap().name.to_owned()).collect()
    };
    let (pad, page, look, training) = (exports("pad"), exports("page"), exports("look"), exports("training"));
    for (name, parts) in [
        ("classifier_classify", [true, true, false, false]),
        ("rasterise", [true, true, false, false]),
        ("scalarrun_step", [false, true, false, false]),
        ("looker_trace", [false, false, true, false]),
        ("training_step", [false, false, false, true]),
        ("__wbg_training_free", [false, false, false, true]),
        ("__wbindgen_start", [true, true, true, true]),
    ] {
        let found = [&pad, &page, &look, &training].map(|names| names.iter().any(|found| found == name));
        assert_eq!(found, parts, "{name} is in these of the parts: {pad:?} {page:?} {look:?} {training:?}");
    }
    // Each part's glue knows what its module has, and no more.
    let glue = |name: &str| String::from_utf8(module(name)).unwrap();
    let (pad, look) = (glue("descent_pad.js"), glue("descent_look.js"));
    for (name, parts) in
        [("class Classifier", [true, false]), ("class Looker", [false, true]), ("Training", [false, false])]
    {
        assert_eq!([pad.contains(name), look.contains(name)], parts, "{name}");
    }
    let whole = module("descent.wasm").len();
    assert!(2 * module("descent_pad.wasm").len() < whole, "what nobody can call is still in the pad's part");
}

#[test]
fn a_foreign_folder_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("thesis.txt"), "years of work").unwrap();
    let line = complaint(&["build", "--out", argument(folder.path())], 1);
    assert!(line.contains("left as it is"), "{line}");
    let thesis = folder.path().join("thesis.txt");
    assert!(complaint(&["build", "--out", argument(&thesis)], 1).contains("not a folder"));
    let all = contents(folder.path());
    assert_eq!(all, BTreeMap::from([(PathBuf::from("thesis.txt"), b"years of work".to_vec())]));
}

#[test]
fn a_copy_inside_www_is_refused() {
    let inside = Path::new(PROJECT).join("www/dist");
    assert!(complaint(&["build", "--out", argument(&inside)], 1).contains("inside www"));
    assert!(!inside.exists());
}

#[test]
fn a_foreign_file_in_our_folder_is_not_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    // Ours by its list, which does not have this index.html.
    fs::write(folder.path().join(".descent-build"), "").unwrap();
    fs::write(folder.path().join("index.html"), "own page").unwrap();
    let output = descent(&["build", "--out", argument(folder.path())]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("index.html was not put there"));
    assert_eq!(fs::read(folder.path().join("index.html")).unwrap(), b"own page");
    assert!(!folder.path().join("www").exists());
}
