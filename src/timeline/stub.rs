
#![allow(missing_docs, missing_debug_implementations)]
use super::*;
use crate::i18n::Locale;
pub struct EraBand { pub extent: Extent, pub name: String }
pub struct PlacedEra { pub index: u32, pub x_px: f64, pub width_px: f64, pub row: u16 }
pub fn place_eras(eras: &[EraBand], scale: &Scale) -> Vec<PlacedEra> { eras.iter().zip(0..).filter(|(e,_)| e.extent.end_day>scale.start_day && e.extent.start_day<scale.end_day).map(|(e,i)| PlacedEra{index:i,x_px:scale.x_from_day(e.extent.start_day),width_px:(e.extent.end_day-e.extent.start_day)*scale.px_per_day(),row:i as u16}).collect() }
pub struct Tick { pub day: f64, pub label: String }
pub struct Ticks { pub major: Vec<Tick>, pub minor: Vec<Tick> }
pub fn ticks(scale: &Scale, _l: Locale) -> Ticks { let n=scale.n_days(); let step=(n/12.0).ceil().max(1.0); let mut d=scale.start_day.ceil(); let mut minor=vec![]; while d<scale.end_day { minor.push(Tick{day:d,label:crate::date::CivilDay::from_days(d as i64).ymd().2.to_string()}); d+=step; } Ticks{major:vec![],minor} }
pub fn profile(index: &Index, d: &Domain, n: usize) -> Vec<u32> { let mut c=vec![0;n]; for i in index.items() { let x=((i.extent.body().0-d.start_day)/d.n_days()*n as f64) as usize; c[x.min(n-1)]+=1; } c }
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction { Earlier, Later, TrackUp, TrackDown, First, Last }
pub fn next_item(index: &Index, current: u32, way: Direction) -> Option<u32> { let n=index.items().len() as u32; match way { Direction::Earlier => current.checked_sub(1), _ => Some((current+1).min(n-1)) } }
