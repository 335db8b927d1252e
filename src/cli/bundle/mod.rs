//! The page's modules in few files, so that a reader far from the server does not wait for a hundred answers: what the page begins
//! with is one file, and so is what comes when it is asked for; what several of those need is a file that they share.
//!
//! A module stays what it was: it runs once, when it is first needed, after what it imports. A bundle defines its modules as
//! functions and runs none of them.

mod module;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::failure::{Failure, Result};
use super::paths::to_root;
use module::Module;

/// How a module is defined, taken, and fetched with what it needs.
const BEGINNING: &str = "const $modules=new Map(),$made=new Map();
const $define=(path,make)=>{$modules.set(path,make)};
const $take=(path)=>{if(!$made.has(path))$made.set(path,Object.freeze($modules.get(path)()));return $made.get(path)};
const $later=async(path)=>{await Promise.all($bundles[path].map($fetch));return $take(path)};
";
/// How a page of several files gets at one of them, and how its other bundles get at all this.
const SERVED: &str = "const $address=(path)=>new URL(path,$home).href;
const $fetch=(path)=>import($address(path));
globalThis.descentBundle={$define,$take,$later,$fetch,$address};
";
const OTHERS: &str = "const{$define,$take,$later,$fetch,$address}=globalThis.descentBundle;\n";

/// The modules of a page by their paths under `www`.
pub type Modules = BTreeMap<String, String>;

/// What became of a page's modules.
#[derive(Debug)]
pub struct Bundles {
    /// The bundles by their paths under `www`: the names of modules, of which they take the places, and others.
    pub files: BTreeMap<String, String>,
    /// The modules that are in them.
    pub modules: BTreeSet<String>,
    /// Which bundles must be there for a module that comes later, besides those that are there when it is asked for.
    pub needed: BTreeMap<String, Vec<String>>,
}

/// Bundles what `entries` lead to, which run one after another and whose bundle has the last one's name; `small` is in it too,
/// though it is asked for later. What two or more of `together` need becomes one bundle. Modules that are not among `modules` belong to no bundle.
///
/// # Errors
/// What cannot be bundled, names that nobody exports, and modules that import each other.
pub fn bundle(modules: &Modules, entries: &[&str], small: &[&str], together: &[&str]) -> Result<Bundles> {
    let home = *entries.last().ok_or_else(|| Failure::run("a page begins with a module"))?;
    let mut graph = Graph::read(modules, &[entries, small].concat())?;
    graph.check()?;
    let first = graph.reached(&[entries, small].concat());
    graph.follow(&first, &first);

    let mut shared: BTreeMap<BTreeSet<&str>, Vec<&str>> = BTreeMap::new();
    for path in graph.modules.keys().filter(|path| !first.contains(path.as_str())) {
        shared.entry(graph.needed_by(path)).or_default().push(path);
    }
    let mut files: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    let mut needed: BTreeMap<String, BTreeSet<String>> =
        graph.there.keys().map(|target| (target.clone(), BTreeSet::new())).collect();
    let is_common = |targets: &BTreeSet<&str>| targets.iter().filter(|it| together.contains(*it)).count() > 1;
    for (targets, paths) in &shared {
        let file = match targets.iter().next() {
            Some(target) if targets.len() == 1 => (*target).to_owned(),
            _ if is_common(targets) => COMMON.to_owned(),
            _ => format!("common-{}.js", 1 + files.keys().filter(|name| name.starts_with("common-")).count()),
        };
        files.entry(file.clone()).or_default().extend(paths);
        for target in targets {
            needed.entry((*target).to_owned()).or_default().insert(file.clone());
        }
    }
    let needed: BTreeMap<_, Vec<_>> =
        needed.into_iter().map(|(target, all)| (target, all.into_iter().collect())).collect();

    let text = |paths: &[&str]| paths.iter().map(|path| graph.modules[*path].definition(path)).collect::<String>();
    let mut texts: BTreeMap<String, String> =
        files.iter().map(|(file, paths)| (file.clone(), format!("{OTHERS}{}", text(paths)))).collect();
    let reach = format!("const $home=new URL({},import.meta.url);\n{SERVED}", json!(to_root(home)));
    texts.insert(home.to_owned(), graph.beginning(entries, &first, &needed, &reach));
    Ok(Bundles { files: texts, modules: graph.modules.into_keys().collect(), needed })
}

/// All that `entries` lead to as one bundle, for a page that carries its modules; what is not among `modules` is asked for by the
/// function `load`.
///
/// # Errors
/// As of [`bundle`].
pub fn whole(modules: &Modules, entries: &[&str], load: &str) -> Result<Bundles> {
    let home = *entries.last().ok_or_else(|| Failure::run("a page begins with a module"))?;
    let graph = Graph::read(modules, entries)?;
    graph.check()?;
    if let Some((path, _)) = graph.modules.iter().find(|(_, module)| module.asks_address) {
        return Err(Failure::run(format!("www/{path} cannot be bundled: it asks for its own address, and has none")));
    }
    let needed: BTreeMap<_, _> =
        graph.modules.values().flat_map(|module| &module.later).map(|path| (path.clone(), Vec::new())).collect();
    let all = graph.modules.keys().cloned().collect();
    let text = graph.beginning(entries, &all, &needed, &format!("const $fetch={load};\n"));
    Ok(Bundles { files: [(home.to_owned(), text)].into(), modules: all, needed })
}

/// What several chapters need.
const COMMON: &str = "common.js";

/// The modules that a page reaches.
struct Graph {
    modules: BTreeMap<String, Module>,
    /// Of what comes later, which modules are there whoever asks for it.
    there: BTreeMap<String, BTreeSet<String>>,
}

impl Graph {
    fn read(modules: &Modules, entries: &[&str]) -> Result<Self> {
        let mut found = BTreeMap::new();
        let mut open: Vec<String> = entries.iter().map(|path| (*path).to_owned()).collect();
        while let Some(path) = open.pop() {
            if found.contains_key(&path) {
                continue;
            }
            let text = modules.get(&path).ok_or_else(|| {
                Failure::run(format!("www/{path} is imported and cannot be bundled: it is not there"))
            })?;
            let module = Module::read(&path, text, |other| !modules.contains_key(other))?;
            open.extend(module.at_once.iter().chain(&module.later).cloned());
            found.insert(path, module);
        }
        Ok(Self { modules: found, there: BTreeMap::new() })
    }

    /// Every name that is imported is exported, and no module needs itself.
    fn check(&self) -> Result<()> {
        for (path, module) in &self.modules {
            for (from, names) in &module.takes {
                if let Some(name) = names.iter().find(|name| !self.modules[from].exports.contains(*name)) {
                    return Err(Failure::run(format!("www/{path} imports {name}, which www/{from} does not export")));
                }
            }
            let below: Vec<&str> = module.at_once.iter().map(String::as_str).collect();
            if self.reached(&below).contains(path) {
                return Err(Failure::run(format!("www/{path} imports what imports it")));
            }
        }
        Ok(())
    }

    /// The bundle that a page begins with: it defines `those`, and then does what `entries` do. `needed` and `reach`: which files
    /// what comes later needs, and how they are got at.
    fn beginning(
        &self,
        entries: &[&str],
        those: &BTreeSet<String>,
        needed: &BTreeMap<String, Vec<String>>,
        reach: &str,
    ) -> String {
        let mut text = format!("const $bundles={};\n{BEGINNING}{reach}", json!(needed));
        for path in those.iter().filter(|path| !entries.contains(&path.as_str())) {
            text += &self.modules[path].definition(path);
        }
        text.extend(entries.iter().map(|path| self.modules[*path].beginning()));
        text
    }

    /// What is there once `paths` are: they and what they import at once.
    fn reached(&self, paths: &[&str]) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let mut open: Vec<&str> = paths.to_vec();
        while let Some(path) = open.pop() {
            if found.insert(path.to_owned()) {
                open.extend(self.modules[path].at_once.iter().map(String::as_str));
            }
        }
        found
    }

    /// Notes for all that `those` ask for later that `there` is there then, or less where somebody else asks with less.
    fn follow(&mut self, those: &BTreeSet<String>, there: &BTreeSet<String>) {
        let targets: BTreeSet<String> = those.iter().flat_map(|path| self.modules[path].later.clone()).collect();
        for target in targets {
            let now = match self.there.get(&target) {
                None => there.clone(),
                Some(before) => before & there,
            };
            if self.there.insert(target.clone(), now.clone()).as_ref() != Some(&now) {
                let reached = self.reached(&[&target]);
                self.follow(&reached, &(&now | &reached));
            }
        }
    }

    /// What comes later and brings the module along.
    fn needed_by(&self, path: &str) -> BTreeSet<&str> {
        let brings = |(target, there): &(&String, &BTreeSet<String>)| {
            !there.contains(path) && self.reached(&[target]).contains(path)
        };
        self.there.iter().filter(brings).map(|(target, _)| target.as_str()).collect()
    }
}
