// Takes out of a wasm what only a panic needs: how to put its message together, and where in the sources it stands.
//
// The page is compiled so that a panic stops it (`panic = "abort"`), and a stopped page says so by itself; no reader
// sees the message. Rust's standard library comes compiled with it nevertheless, and every check of an index leads
// there. So the functions that begin a panic become a trap, which is how they end anyway, and what formats values for
// them becomes unreachable; the optimizer then drops what they alone needed. That is a tenth of the page.
// A build for development keeps it all, so that a panic can be read.
import { readFileSync, writeFileSync } from "node:fs";
import binaryen from "binaryen";

const PANICS =
  /fmt::Debug>::fmt|panicking::|panic_bounds_check|slice_error_fail|slice_index_fail|unwrap_failed|expect_failed|len_mismatch|handle_alloc_error|capacity_overflow|rust_panic|assert_failed|raw_vec::handle_error|cell::panic/;

// What puts values into words. Panics reach it through tables of functions, which the optimizer has to keep.
const FORMATS = /\bfmt::(?:write|builders|float|num|Write|Formatter|Display|LowerHex|UpperHex|LowerExp|UpperExp|Pointer)\b/;

/** Replaces the file at `path`, which must still have its names. Gives how many functions became a trap. */
export function forgetPanics(path) {
  const wasm = binaryen.readBinary(readFileSync(path));
  let n = trap(wasm, PANICS);
  if (n === 0) throw new Error(`${path} has no names, or Rust names its panics in another way now`);
  // A module that formats by itself keeps all of it: what a table leads to is not known here.
  if (!isCalled(wasm.emitText(), FORMATS)) n += trap(wasm, FORMATS);
  writeFileSync(path, wasm.emitBinary());
  wasm.dispose();
  return n;
}

/** Lets each function of such a name trap, and gives how many there are. */
function trap(wasm, names) {
  let n = 0;
  for (let at = 0; at < wasm.getNumFunctions(); at += 1) {
    const pointer = wasm.getFunctionByIndex(at);
    const { name, base } = binaryen.getFunctionInfo(pointer);
    if (base || !names.test(name)) continue;
    binaryen.Function.setBody(pointer, wasm.unreachable());
    n += 1;
  }
  return n;
}

/** Whether, in the text of a wasm, a function of another name calls one of such a name. */
export function isCalled(text, names) {
  return text.split(/^ \(func /m).some((body) => {
    const [name] = /^\$(?:"[^"]*"|\S+)/.exec(body) ?? [""];
    const calls = body.match(/\((?:return_)?call \$(?:"[^"]*"|[^\s()]+)/g) ?? [];
    return !names.test(name) && calls.some((call) => names.test(call));
  });
}

// What rustc writes for a place in the sources: address and length of the file's name, line, column; 4 bytes each.
const PLACE_BYTES = 16;
const SOURCE_NAME = /^[\x20-\x7e]+\.rs$/;

/** Fills the places in the sources with zeros, in the bytes of a wasm whose panics are forgotten: nothing refers to
 * them any more, but only the linker could know that. Gives how many there were. */
export function forgetPlaces(bytes) {
  const segments = dataSegments(bytes);
  const find = (address, length) => {
    const holds = ({ address: from, length: all }) => address >= from && address + length <= from + all;
    const segment = segments.find(holds);
    return segment && segment.at + address - segment.address;
  };
  const names = new Map();
  let n = 0;
  for (const segment of segments) {
    for (let at = segment.at; at + PLACE_BYTES <= segment.at + segment.length; at += 4) {
      const [address, length, line, column] = [0, 4, 8, 12].map((offset) => bytes.readUInt32LE(at + offset));
      const isLikely = length > 3 && length < 300 && line > 0 && line < 50_000 && column > 0 && column < 1_000;
      const name = isLikely ? find(address, length) : undefined;
      if (name === undefined || !SOURCE_NAME.test(bytes.toString("latin1", name, name + length))) continue;
      bytes.fill(0, at, at + PLACE_BYTES);
      names.set(name, length);
      n += 1;
    }
  }
  for (const [name, length] of names) bytes.fill(0, name, name + length);
  return n;
}

/** The active data segments of a wasm: where each stands in memory and in the file. */
function dataSegments(bytes) {
  const DATA = 11;
  const I32_CONST = 0x41;
  const segments = [];
  let at = 8;
  const unsigned = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  };
  while (at < bytes.length) {
    const id = bytes[at++];
    const size = unsigned();
    const end = at + size;
    if (id === DATA) {
      for (let left = unsigned(); left > 0; left -= 1) {
        const kind = unsigned();
        let address = 0;
        if (kind === 0) {
          if (bytes[at++] !== I32_CONST) throw new Error("a data segment does not stand at a constant address");
          // Addresses of static data are far below the sign bit.
          address = unsigned();
          at += 1;
        }
        const length = unsigned();
        if (kind === 0) segments.push({ address, at, length });
        at += length;
      }
    }
    at = end;
  }
  return segments;
}
