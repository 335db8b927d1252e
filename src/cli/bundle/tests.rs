use super::*;

fn modules(all: &[(&str, &str)]) -> Modules {
    all.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

fn bundled(all: &[(&str, &str)]) -> Result<Bundles> {
    bundle(&modules(all), &["main.js"], &[], &["one/a.js", "two/b.js"])
}

fn refused(all: &[(&str, &str)]) -> String {
    match bundled(all) {
        Err(Failure::Run(message)) => message,
        other => panic!("{other:?}"),
    }
}

/// What the page begins with, what two chapters need, what a chapter and a tool need, and what nobody else does.
const PAGE: [(&str, &str); 9] = [
    (
        "main.js",
        "import { say } from \"./say.js\";\nconst later = () => import(\"./one/a.js\");\nimport(\"./two/b.js\");\n\
         import(\"./tool.js\");\nimport(\"./pkg/core.js\");\nsay(await later());\n",
    ),
    (
        "say.js",
        "import { at } from \"./frame/host.js\";\nexport const say = (what) => at + what;\nexport { at as place };\n",
    ),
    ("frame/host.js", "export const at = import.meta.url;\n"),
    (
        "one/a.js",
        "import { both } from \"../both.js\";\nimport { say } from \"../say.js\";\nexport const a = say(both);\n",
    ),
    (
        "two/b.js",
        "import * as all from \"../both.js\";\nexport { alone as b } from \"./alone.js\";\nexport class C {}\nall;\n",
    ),
    (
        "two/alone.js",
        "import { tooled } from \"../tooled.js\";\nexport const alone = () => import(\"./late.js\"), x = tooled;\n",
    ),
    (
        "two/late.js",
        "import { both } from \"../both.js\";\nexport function late() { return import(\"../pkg/core.js\").then(both); }\n",
    ),
    ("both.js", "export const both = 1;\n"),
    ("tool.js", "import { tooled as it } from \"./tooled.js\";\nexport const open = it;\n"),
];
const TOOLED: (&str, &str) = ("tooled.js", "export const tooled = 3;\n");

fn page() -> Bundles {
    bundled(&[&PAGE[..], &[TOOLED]].concat()).unwrap()
}

#[test]
fn each_module_is_in_one_bundle_and_comes_with_what_it_needs() {
    let Bundles { files, modules, needed } = page();
    assert_eq!(modules.len(), 10);
    let names: Vec<_> = files.keys().map(String::as_str).collect();
    assert_eq!(names, ["common-1.js", "common.js", "main.js", "one/a.js", "tool.js", "two/b.js", "two/late.js"]);
    for module in &modules {
        let definition = format!("$define(\"{module}\",");
        let count: usize = files.values().map(|text| text.matches(&definition).count()).sum();
        assert_eq!(count, usize::from(module != "main.js"), "{module}");
    }
    let needs = |target: &str| needed[target].join(" ");
    assert_eq!(needs("one/a.js"), "common.js one/a.js");
    assert_eq!(needs("two/b.js"), "common-1.js common.js two/b.js");
    assert_eq!(needs("tool.js"), "common-1.js tool.js");
    // What it needs of others is there, since the chapter is that asks for it.
    assert_eq!(needs("two/late.js"), "two/late.js");
    assert!(files["main.js"].contains("\"two/b.js\":[\"common-1.js\",\"common.js\",\"two/b.js\"]"));
}

#[test]
fn a_module_takes_and_gives_by_name() {
    let Bundles { files, .. } = page();
    let has = |file: &str, text: &str| assert!(files[file].contains(text), "{text} is not in {}", files[file]);
    has("main.js", "{const {say}=$take(\"say.js\");\nconst later = () => $later(\"one/a.js\");");
    has("main.js", "const at = $address(\"frame/host.js\");\nreturn{at}}));");
    has("main.js", "return{say,place:at}}));");
    has("main.js", "$fetch(\"pkg/core.js\");");
    has(
        "one/a.js",
        "const {both}=$take(\"both.js\");\nconst {say}=$take(\"say.js\");\nconst a = say(both);\nreturn{a}}));",
    );
    has(
        "two/b.js",
        "const all=$take(\"both.js\");\n$take(\"two/alone.js\");\nclass C {}\nall;\nreturn{b:$take(\"two/alone.js\").alone,C}}));",
    );
    has("two/late.js", "return $fetch(\"pkg/core.js\").then(both);");
    has("tool.js", "const {tooled:it}=$take(\"tooled.js\");");
    // What needs it runs after what it needs, and what the page begins with runs last.
    assert!(files["main.js"].trim_end().ends_with("say(await later());\n}"));
    assert!(files["tool.js"].starts_with(OTHERS));
}

#[test]
fn what_a_module_needs_is_there_whoever_asks_for_it() {
    // The tool is asked for where b is there, and where it is not.
    let all = [
        ("main.js", "import(\"./one/a.js\"); import(\"./two/b.js\");"),
        ("one/a.js", "import(\"../tool.js\");"),
        ("two/b.js", "import \"../both.js\"; import(\"../tool.js\");"),
        ("tool.js", "import \"./both.js\"; import(\"./late.js\");"),
        ("late.js", "import \"./both.js\";"),
        ("both.js", ""),
    ];
    let needed = bundled(&all).unwrap().needed;
    assert_eq!(needed["tool.js"], ["common-1.js", "tool.js"]);
    assert_eq!(needed["two/b.js"], ["common-1.js", "two/b.js"]);
    assert_eq!(needed["late.js"], ["late.js"], "the tool has brought it");
}

#[test]
fn what_is_small_comes_with_what_the_page_begins_with() {
    let all = modules(&[&PAGE[..], &[TOOLED]].concat());
    let Bundles { files, needed, .. } = bundle(&all, &["main.js"], &["tool.js"], &["one/a.js", "two/b.js"]).unwrap();
    assert!(files["main.js"].contains("$define(\"tool.js\"") && files["main.js"].contains("$define(\"tooled.js\""));
    assert!(needed["tool.js"].is_empty() && !files.contains_key("tool.js"));
    assert_eq!(needed["two/b.js"], ["common.js", "two/b.js"]);
}

#[test]
fn a_page_that_carries_its_modules_has_all_in_one() {
    let mut all = modules(&[&PAGE[..], &[TOOLED]].concat());
    assert!(whole(&all, &["main.js"], "carried").is_err(), "a module asks for its address");
    all.insert("frame/host.js".into(), "export const at = \"\";\n".into());
    let Bundles { files, modules, .. } = whole(&all, &["main.js"], "carried").unwrap();
    assert!(modules.iter().eq(all.keys()) && files.keys().eq(["main.js"]));
    let text = &files["main.js"];
    for module in all.keys().filter(|module| *module != "main.js") {
        assert_eq!(text.matches(&format!("$define(\"{module}\",")).count(), 1, "{module}");
    }
    assert!(text.contains("const $fetch=carried;\n") && text.contains("$fetch(\"pkg/core.js\")"));
    assert!(text.contains("\"two/late.js\":[]") && text.trim_end().ends_with("say(await later());\n}"));
}

#[test]
fn what_cannot_be_bundled_is_named() {
    let broken =
        |text: &str| refused(&[("main.js", text), ("a.js", "export const a = 1;\nimport \"./b.js\";"), ("b.js", "")]);
    assert!(broken("import { b } from \"./a.js\";").ends_with("imports b, which www/a.js does not export"));
    assert!(broken("import \"./gone.js\";").contains("www/gone.js is imported"));
    assert!(broken("\nexport let a = 1;").ends_with("in line 2"));
    assert!(broken("const $take = 1;").contains("$take"));
    assert!(broken("import \"https://example.org/a.js\";").contains("https://example.org/a.js"));
    let circle = [("main.js", "import \"./a.js\";"), ("a.js", "import \"./b.js\";"), ("b.js", "import \"./a.js\";")];
    assert!(refused(&circle).contains("imports what imports it"));
}
