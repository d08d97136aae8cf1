//! What follows from the view, kept until something that it was made from changes.
//!
//! The machinery of a memo is compiled for each type of value, some 2 kB each. So all of them hold values of one type
//! that hides the others, and this is the only place that knows. It refuses to know what it keeps.

use std::any::Any;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use reactive_graph::computed::Memo;
use reactive_graph::traits::{Get as _, GetUntracked as _};

/// A value that follows from others. A handle: its copies are one.
pub struct Kept<T> {
    memo: Memo<Hidden>,
    holds: PhantomData<fn() -> T>,
}

#[derive(Clone)]
struct Hidden {
    value: Arc<dyn Any + Send + Sync>,
    is_same: fn(&dyn Any, &dyn Any) -> bool,
}

impl PartialEq for Hidden {
    fn eq(&self, other: &Self) -> bool {
        (self.is_same)(&*self.value, &*other.value)
    }
}

impl<T: Send + Sync + 'static> Kept<T> {
    /// A value that holds up all that follows from it while it stays the same.
    pub fn new(of: impl Fn() -> T + Send + Sync + 'static) -> Self
    where
        T: PartialEq,
    {
        Self::hidden(of, |a, b| a.downcast_ref::<T>() == b.downcast_ref())
    }

    /// A value that counts as another one whenever it was made again: comparing a drawing of a hundred thousand items
    /// to see whether it changed would cost what drawing it costs.
    pub fn uncompared(of: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self::hidden(of, |_, _| false)
    }

    fn hidden(of: impl Fn() -> T + Send + Sync + 'static, is_same: fn(&dyn Any, &dyn Any) -> bool) -> Self {
        let memo = memo(Box::new(move || Hidden { value: Arc::new(of()), is_same }));
        Self { memo, holds: PhantomData }
    }

    /// The value, followed.
    pub fn get(&self) -> Arc<T> {
        shown(self.memo.get())
    }

    /// The value as it is now, without following it.
    pub fn now(&self) -> Arc<T> {
        shown(self.memo.get_untracked())
    }
}

fn memo(of: Box<dyn Fn() -> Hidden + Send + Sync>) -> Memo<Hidden> {
    Memo::new(move |_| of())
}

fn shown<T: Send + Sync + 'static>(hidden: Hidden) -> Arc<T> {
    match hidden.value.downcast() {
        Ok(value) => value,
        Err(_) => unreachable!("only `hidden` makes these"),
    }
}

impl<T> Clone for Kept<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Kept<T> {}

impl<T> fmt::Debug for Kept<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Kept")
    }
}
