//! `examples/`: the core used without the page, as its README says.

use serde_json::Value;

use super::support::browser::{Browser, View};
use super::support::server::{Files, Server};

#[tokio::test]
async fn the_scalar_network_learns_without_the_page() {
    // Builds the module.
    Server::start();
    let files = Files::of_the_project().await;
    let browser = Browser::open(&format!("{}examples/scalar.html", files.url()), View::default()).await;
    browser.wait_until("document.querySelectorAll('tbody tr').length === 101").await;
    let rows = "[...document.querySelectorAll('tbody tr')].map((row) => [...row.cells].map((cell) => Number(cell.textContent)))";
    let rows: Vec<Vec<f64>> = serde_json::from_value::<Value>(browser.value(rows).await)
        .and_then(serde_json::from_value)
        .expect("seven numbers a row");
    let of = |column: usize| rows.iter().map(move |row| row[column]);
    assert!(of(0).eq((0..=100).map(f64::from)), "t from 0");
    assert_eq!(rows[0][1..5], [0.6, 0.9, -1.2, 0.3], "the start");
    assert!(of(6).zip(of(6).skip(1)).all(|(before, after)| after < before), "ε falls at each step");
    assert!((of(5).next_back().unwrap() - 0.2).abs() < 0.05, "the answer nears the label");
    let visit = browser.close(files.url()).await;
    assert!(visit.errors.is_empty(), "{:?}", visit.errors);
    assert!(visit.foreign.is_empty(), "{:?}", visit.foreign);
}
