import assert from "node:assert/strict";
import test from "node:test";
import { isCalled } from "./panics.mjs";

const wasm = (...functions) => `(module\n${functions.map((body) => ` (func ${body})\n`).join("")})`;
const FORMATS = /\bfmt::Write\b/;

test("a function of another name that calls one of the names is found", () => {
  const calls = ["(call $other)\n  (call $core::fmt::Write::write_char)", '(call $"<a as b::fmt::Write>::write_str"\n (x))', "(return_call $core::fmt::Write::f)"];
  for (const call of calls) assert.equal(isCalled(wasm("$page::main (param i32)\n", `$page::f\n  ${call}\n`), FORMATS), true, call);
});

test("what they call among themselves, and what a table leads to, is not", () => {
  const formats = '$"<a as core::fmt::Write>::write_str" (param i32)\n  (call $core::fmt::Write::write_char)\n';
  const viaTable = "$page::main\n  (call_indirect (type $core::fmt::Write) (i32.const 1))\n";
  assert.equal(isCalled(wasm(formats, viaTable), FORMATS), false);
});
