//! What is remembered of a training: the error curve and the accuracies, in memory that does not grow without bound.

/// Some mini-batches in a row, as one point of the error curve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bin {
    /// The step that the last of them made.
    pub last_step: u64,
    /// How many there are.
    pub count: u32,
    pub min: f64,
    pub max: f64,
    pub sum: f64,
}

impl Bin {
    /// The mean of ε over the bin.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.sum / f64::from(self.count)
    }

    fn merge(&self, next: &Self) -> Self {
        Self {
            last_step: next.last_step,
            count: self.count + next.count,
            min: self.min.min(next.min),
            max: self.max.max(next.max),
            sum: self.sum + next.sum,
        }
    }
}

/// ε over the steps, to the last that was made. At most [`Curve::MOST`] bins are shown: when they are full, each two
/// neighbours become one. The finer bins of the beginning are kept for a run that goes another way from there, so the
/// memory grows by [`Curve::MOST`] bins each time the steps double: 1.5 MB after 360 million.
///
/// ```
/// use descent::training::history::Curve;
///
/// let mut curve = Curve::default();
/// (1..=5_000).for_each(|step| curve.push(step, 1.0 / step as f64));
/// assert_eq!((curve.bins().len(), curve.bins()[0].count), (1_250, 4));
/// assert_eq!(curve.bins()[0].max, 1.0);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    /// Bins of 1, of 2, of 4, … mini-batches, each list from the beginning. All but the last are full.
    levels: Vec<Vec<Bin>>,
    /// The last bin of a curve that was taken up again, if it was not full: what is in it cannot be measured again.
    begun: Option<Bin>,
}

impl Default for Curve {
    fn default() -> Self {
        Self { levels: vec![Vec::new()], begun: None }
    }
}

impl Curve {
    /// More points than a screen has columns.
    pub const MOST: usize = 2048;

    /// Adds the error of the mini-batch that made `step`, the last so far.
    pub fn push(&mut self, step: u64, error: f64) {
        let point = Bin { last_step: step, count: 1, min: error, max: error, sum: error };
        let stride = 1 << (self.levels.len() - 1).min(31);
        let Some(bins) = self.levels.last_mut() else { return };
        if let Some(last) = bins.last_mut()
            && last.count < stride
        {
            *last = last.merge(&point);
        } else if bins.len() < Self::MOST {
            bins.push(point);
        } else {
            let mut halved: Vec<_> =
                bins.chunks(2).map(|pair| pair[1..].iter().fold(pair[0], |a, b| a.merge(b))).collect();
            halved.push(point);
            self.levels.push(halved);
        }
    }

    /// A curve that ends with `bins` of 2^`level` mini-batches each, the last with fewer, perhaps, and is cut no further.
    /// `None` for bins that no curve has.
    #[must_use]
    pub fn resumed(level: u32, bins: Vec<Bin>) -> Option<Self> {
        let size = 1_u32.checked_shl(level)?;
        let (last, full) = bins.split_last().map_or((None, &bins[..]), |(last, full)| (Some(last), full));
        let is_one = bins.len() <= Self::MOST
            && full.iter().all(|bin| bin.count == size)
            && last.is_none_or(|bin| (1..=size).contains(&bin.count))
            && bins.windows(2).all(|pair| pair[0].last_step < pair[1].last_step);
        let begun = last.filter(|bin| bin.count < size).copied();
        let mut levels = vec![Vec::new(); level as usize];
        levels.push(bins);
        is_one.then_some(Self { levels, begun })
    }

    /// The mini-batches in each bin but the last are 2 to this power.
    #[must_use]
    pub fn level(&self) -> u32 {
        self.levels.len() as u32 - 1
    }

    /// The bins in the order of the steps.
    #[must_use]
    pub fn bins(&self) -> &[Bin] {
        self.levels.last().map_or(&[], Vec::as_slice)
    }

    /// Forgets what comes after `step`, and with it the bin that goes on beyond it. If that began before, the step after
    /// which errors are missing is given, 0 for the beginning: with them added again, up to `step`, the curve is what it
    /// was then.
    pub fn cut(&mut self, step: u64) -> Option<u64> {
        let reaches = |bins: &Vec<Bin>| bins.last().is_some_and(|bin| bin.last_step >= step);
        let finest = self.levels.iter().position(reaches).unwrap_or(self.levels.len() - 1);
        self.levels.truncate(finest + 1);
        let bins = self.levels.last_mut()?;
        let whole = bins.partition_point(|bin| bin.last_step <= step);
        let is_missing = bins.get(whole).is_some_and(|bin| bin.count > 1);
        bins.truncate(whole);
        let end = bins.last().map_or(0, |bin| bin.last_step);
        bins.extend(self.begun.filter(|begun| is_missing && (end + 1..=step).contains(&begun.last_step)));
        is_missing.then(|| bins.last().map_or(0, |bin| bin.last_step))
    }
}

/// The errors of the last [`Recent::MOST`] mini-batches: what is shown as the present ε, since one alone says little.
///
/// ```
/// use descent::training::history::Recent;
///
/// let mut recent = Recent::default();
/// assert_eq!(recent.mean(), None);
/// [1.0, 2.0].iter().for_each(|error| recent.push(*error));
/// assert_eq!(recent.mean(), Some(1.5));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Recent {
    errors: [f64; Self::MOST],
    count: usize,
}

impl Default for Recent {
    fn default() -> Self {
        Self { errors: [0.0; Self::MOST], count: 0 }
    }
}

impl Recent {
    pub const MOST: usize = 100;

    /// What [`Self::parts`] gave; `None` for numbers that it never gives.
    #[must_use]
    pub fn from_parts(count: usize, errors: &[f64]) -> Option<Self> {
        let mut recent = Self { count, ..Self::default() };
        let filled = count.min(Self::MOST);
        (count < 2 * Self::MOST && errors.len() == filled).then(|| recent.errors[..filled].copy_from_slice(errors))?;
        Some(recent)
    }

    /// How many there were, as far as it matters for those that follow, and the errors in the order in which they are kept.
    #[must_use]
    pub fn parts(&self) -> (usize, &[f64]) {
        let filled = self.count.min(Self::MOST);
        (if filled < Self::MOST { filled } else { filled + self.count % Self::MOST }, &self.errors[..filled])
    }

    /// Adds the error of a mini-batch.
    pub fn push(&mut self, error: f64) {
        self.errors[self.count % Self::MOST] = error;
        self.count += 1;
    }

    /// Their mean; `None` before the first.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        let filled = self.count.min(Self::MOST);
        (filled > 0).then(|| self.errors[..filled].iter().sum::<f64>() / filled as f64)
    }
}

/// What was measured at some steps, to the last that was made; beyond [`Series::MOST`] every second one is let go.
///
/// ```
/// use descent::training::history::Accuracies;
///
/// let mut accuracies = Accuracies::default();
/// accuracies.push(0, 0.1);
/// accuracies.push(600, 0.9);
/// assert_eq!((accuracies.at(599), accuracies.at(600)), (Some(0.1), Some(0.9)));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Series<T> {
    points: Vec<(u64, T)>,
}

/// The share of test images that were named rightly.
pub type Accuracies = Series<f64>;
/// The norm of the gradient, and the share of saturated hidden units.
pub type Pulses = Series<[f64; 2]>;

impl<T: Copy> Series<T> {
    pub const MOST: usize = 1024;

    /// Adds what was measured after `step`; a second one for the same step replaces the first.
    pub fn push(&mut self, step: u64, value: T) {
        if let Ok(place) = self.points.binary_search_by_key(&step, |(at, _)| *at) {
            self.points[place].1 = value;
            return;
        }
        if self.points.len() == Self::MOST {
            let mut keep = false;
            self.points.retain(|_| {
                keep = !keep;
                keep
            });
        }
        self.points.insert(self.points.partition_point(|(at, _)| *at < step), (step, value));
    }

    /// (step, value) in the order of the steps.
    #[must_use]
    pub fn points(&self) -> &[(u64, T)] {
        &self.points
    }

    /// The last that was measured up to `step`.
    #[must_use]
    pub fn at(&self, step: u64) -> Option<T> {
        let later = self.points.partition_point(|(at, _)| *at <= step);
        self.points.get(later.checked_sub(1)?).map(|(_, value)| *value)
    }

    /// Forgets what comes after `step`.
    pub fn cut(&mut self, step: u64) {
        self.points.truncate(self.points.partition_point(|(at, _)| *at <= step));
    }
}
