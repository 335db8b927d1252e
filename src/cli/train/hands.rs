//! The drawings that a network learns from besides images, and the writers that are left out to be read afterwards.

use std::collections::BTreeSet;
use std::path::Path;

use descent::data::dataset::Dataset;
use descent::data::drawing::PEN_RADIUS;
use descent::data::stages::Stages;
use descent::data::strokes::Labelled;
use serde::Serialize;

use super::super::card::sha256;
use super::super::examples;
use super::super::failure::{Failure, Result};
use super::{FOLDS, Train};

/// What of a file of drawings is learned from, and what not.
#[derive(Debug, Default)]
pub struct Hands {
    /// To learn from.
    pub drawings: Vec<Labelled>,
    /// Of writers that are left out, after the stages.
    pub left_out: Option<Dataset>,
    told: Option<Learned>,
}

/// What a card says of the drawings.
#[derive(Debug, Clone, Serialize)]
pub struct Learned {
    /// The file's name and the SHA-256 of its unpacked text: which drawings these were.
    pub file: String,
    pub sha256: String,
    pub drawings: usize,
    /// Who drew them, where the file tells the writers apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub writers: Option<usize>,
    /// Of the examples of an epoch.
    pub share: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
}

impl Hands {
    /// Reads what the arguments name; nothing where they name nothing.
    pub fn load(arguments: &Train, stages: Stages) -> Result<Self> {
        let Some(path) = &arguments.strokes else { return Ok(Self::default()) };
        let all = examples::drawings(path)?;
        if all.is_empty() {
            return Err(Failure::run(format!("{}: there is no drawing in it", path.display())));
        }
        let (left_out, drawings): (Vec<_>, Vec<_>) = match arguments.fold {
            None => (Vec::new(), all),
            Some(fold) => {
                let writers = left_out(&all, fold, path)?;
                all.into_iter().partition(|it| it.writer.as_ref().is_some_and(|writer| writers.contains(writer)))
            }
        };
        let writers: BTreeSet<_> = drawings.iter().filter_map(|it| it.writer.as_ref()).collect();
        let told = Learned {
            file: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            sha256: sha256(&examples::unpacked(path)?),
            drawings: drawings.len(),
            writers: (!writers.is_empty()).then_some(writers.len()),
            share: arguments.strokes_share,
            credit: arguments.credit.clone(),
        };
        let left_out =
            if left_out.is_empty() { None } else { Some(examples::images_of(path, &left_out, stages, PEN_RADIUS)?) };
        Ok(Self { drawings, left_out, told: Some(told) })
    }

    /// For the card.
    pub fn told(&self) -> Option<Learned> {
        self.told.clone()
    }
}

/// Every sixth writer from the `fold`-th on, in the order in which they first occur.
fn left_out(all: &[Labelled], fold: u8, path: &Path) -> Result<BTreeSet<Box<str>>> {
    let mut writers: Vec<&Box<str>> = Vec::new();
    for writer in all.iter().filter_map(|it| it.writer.as_ref()) {
        if !writers.contains(&writer) {
            writers.push(writer);
        }
    }
    if writers.len() < FOLDS as usize {
        let (path, found) = (path.display(), writers.len());
        return Err(Failure::usage(format!(
            "--fold {fold}: {path} names {found} writers; there must be {FOLDS} at least, as \"writer\" beside \"digit\""
        )));
    }
    Ok(writers.into_iter().skip(usize::from(fold) - 1).step_by(FOLDS as usize).cloned().collect())
}
