//! How sure it is: hedges that are lost, plans told as done, charges told as deeds, and scales of both.

pub mod charges;
pub mod hedges;
pub mod plans;
pub mod scales;
