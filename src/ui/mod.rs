//! The components: the frame of the page, its regions, and the hands that act on them.
//!
//! A region's content is text, written in `page`; what is here holds the regions together, and turns what a reader
//! does into actions. What needs a test lives above.

#[cfg(feature = "draw")]
mod app;
#[cfg(feature = "page")]
mod clicks;
#[cfg(all(feature = "page", feature = "draw"))]
mod draw;
#[cfg(feature = "page")]
mod follow;
#[cfg(feature = "page")]
mod hands;
#[cfg(feature = "page")]
mod keys;
#[cfg(all(feature = "page", feature = "draw"))]
mod own;
mod region;
#[cfg(all(feature = "page", feature = "draw"))]
mod row;
#[cfg(feature = "page")]
mod start;
#[cfg(all(feature = "page", not(feature = "draw")))]
mod take;
#[cfg(all(feature = "page", not(feature = "draw")))]
mod written;

#[cfg(feature = "draw")]
pub use app::Frame;
#[cfg(all(feature = "page", feature = "draw"))]
pub use draw::start;
#[cfg(feature = "draw")]
pub use region::RegionView;
#[cfg(feature = "page")]
pub use start::MISSING;
#[cfg(all(feature = "page", not(feature = "draw")))]
pub use take::start;
