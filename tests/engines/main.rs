//! The page in the three engines that browsers stand on: one contract, written once and held by each.

#[path = "../support/engines/mod.rs"]
mod engines;
#[allow(dead_code, reason = "one of two runs is made here")]
#[path = "../support/golden.rs"]
mod golden;
#[path = "../support/mod.rs"]
mod support;

mod chapters;
mod digits;
mod file;
mod harness;

use std::future::Future;
use std::time::Instant;

use engines::{Engine, Kind, Module};
use support::server::Server;

/// A part of the contract, with its name in the output: which one failed, and how long each takes.
async fn part<T>(engine: &Engine, name: &str, work: impl Future<Output = T>) -> T {
    let began = Instant::now();
    println!("{}: {name} …", engine.kind());
    let found = work.await;
    println!("{}: {name}, {:.1} s", engine.kind(), began.elapsed().as_secs_f64());
    found
}

/// All of the contract that the served page holds, in one browser, whose start costs more than a part.
async fn contract(kind: Kind) {
    let server = Server::published();
    let engine = Engine::start(kind, Module::Simd).await;
    let url = server.url();
    part(&engine, "the pad", digits::the_pad_is_read(&engine, url)).await;
    part(&engine, "training", digits::training_gives_the_golden_bits(&engine, url)).await;
    part(&engine, "chapters", chapters::every_chapter_has_one_time(&engine, url)).await;
    part(&engine, "chapters, narrow", chapters::every_chapter_opens_narrow(&engine, url)).await;
    part(&engine, "settings", chapters::settings_come_back(&engine, url)).await;
    part(&engine, "one file", file::one_file_does_it_all(&engine)).await;
    engine.close_clean(&[url]).await;
}

/// Where the test images come after an epoch, by a server of its own.
async fn slow_data(kind: Kind) {
    let engine = Engine::start(kind, Module::Plain).await;
    let server = Server::published();
    part(&engine, "plain, the pad", digits::the_pad_is_read(&engine, server.url())).await;
    part(&engine, "plain, training", digits::training_gives_the_golden_bits(&engine, server.url())).await;
    let errors = engine.errors().await;
    assert!(errors.is_empty(), "errors in the page: {errors:#?}");
    let gate = digits::without_test_images().await;
    part(&engine, "slow data", digits::accuracy_comes_when_the_data_come(&engine, &gate)).await;
    engine.close_clean(&[server.url(), gate.url()]).await;
}

macro_rules! in_each_engine {
    ($($name:ident: $work:expr;)*) => {
        $(mod $name {
            use crate::engines::Kind;

            #[tokio::test]
            async fn chromium() {
                $work(Kind::Chromium).await;
            }

            #[tokio::test]
            async fn firefox() {
                $work(Kind::Firefox).await;
            }

            #[tokio::test]
            async fn webkit() {
                $work(Kind::WebKit).await;
            }
        })*
    };
}

in_each_engine! {
    simd: crate::contract;
    plain: crate::slow_data;
    faults: crate::harness::faults_are_noticed;
}
