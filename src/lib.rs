//! Descent: a neural network that learns in front of you.
