//! What the other tests rely on: a fault in a page is noticed in each engine.

use std::fs;

use super::engines::{Engine, Kind, Module};
use super::support::server::Files;

/// Said, rejected, thrown and not loaded: each is an error.
pub async fn faults_are_noticed(kind: Kind) {
    let folder = tempfile::tempdir().unwrap();
    let page =
        "<!doctype html><html lang=en><meta charset=utf-8><title>Fault</title><link rel=icon href='data:,'><body>
        <script type=module>
          await new Promise((resolve) => { window.begin = resolve; });
          console.error('said');
          Promise.reject(new Error('rejected'));
          const thrown = new Promise((resolve) => {
            addEventListener('error', resolve);
            setTimeout(() => { throw new Error('thrown'); });
          });
          await thrown;
          const image = document.createElement('img');
          image.src = 'http://page.example/missing.png';
          document.body.append(image);
          await new Promise((resolve) => { image.onerror = resolve; });
          document.title = 'Done';
        </script>";
    fs::write(folder.path().join("index.html"), page).unwrap();
    let server = Files::of(folder.path()).await;
    let engine = Engine::start(kind, Module::Simd).await;
    for width in [1440, 390] {
        engine.look(width, 844).await;
        engine.go(server.url()).await;
        engine.wait_until("typeof window.begin === 'function'").await;
        engine.run("window.begin();", &[]).await;
        engine.wait_until("document.title === 'Done'").await;
        let (errors, requests) = engine.take_events().await;
        for fault in ["said", "rejected", "thrown"] {
            assert!(errors.iter().any(|error| error.contains(fault)), "{kind}: {fault} is not among {errors:?}");
        }
        let told = [errors, requests].concat();
        assert!(told.iter().any(|words| words.contains("page.example")), "{kind}: the request is not among {told:?}");
    }
}
