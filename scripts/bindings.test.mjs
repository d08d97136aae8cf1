import assert from "node:assert/strict";
import { test } from "node:test";
import { prunable, renamed, usedExports } from "./bindings.mjs";

const SCRIPT = `function imports() {
  const import0 = {
    __proto__: null,
    __wbg_one_0123: function(a) {
      return wasm.memory.at(a);
    },
    __wbg_two_4567: function() {
      return handleError(function() {
      }, arguments);
    },
    __wbg_three_89ab: function() {
    }
  };
  return {
    __proto__: null,
    "./page_bg.js": import0
  };
}
wasm.__wbindgen_start();
`;

test("what a bundler would keep for nothing is marked", () => {
  assert.equal(prunable("class A {}\nif (Symbol.dispose) A.prototype[Symbol.dispose] = A.prototype.free;\nf();"), "class A {}\n\nf();");
  assert.equal(prunable("new FinalizationRegistry(f)"), "/* @__PURE__ */ new FinalizationRegistry(f)");
});

test("the exports that a script uses are found", () => {
  assert.deepEqual(usedExports(SCRIPT), ["memory", "__wbindgen_start"]);
  assert.throws(() => usedExports("other.__wbindgen_start()"), /in another way/);
});

test("both sides get the new names, and what is not imported goes", () => {
  const names = {
    imports: [
      ["./page_bg.js", "__wbg_one_0123", "a"],
      ["./page_bg.js", "__wbg_three_89ab", "b"],
    ],
    exports: [
      ["memory", "c"],
      ["__wbindgen_start", "d"],
    ],
  };
  const script = renamed(SCRIPT, names);
  assert.match(script, /^ {4}a: function\(a\) \{\n {6}return wasm\.c\.at\(a\);$/m);
  assert.match(script, /^ {4}b: function/m);
  assert.match(script, /^ {4}a: import0$/m);
  assert.match(script, /^wasm\.d\(\);$/m);
  assert.doesNotMatch(script, /two|handleError/);
});

test("an import that the script does not define stops the build", () => {
  assert.throws(() => renamed(SCRIPT, { imports: [["./page_bg.js", "__wbg_four", "a"]], exports: [] }), /define __wbg_four/);
  const twoModules = [
    ["./page_bg.js", "__wbg_one_0123", "a"],
    ["./snippets/x.js", "x", "b"],
  ];
  assert.throws(() => renamed(SCRIPT, { imports: twoModules, exports: [] }), /only one module/);
});
