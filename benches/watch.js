// Runs in each page before anything else of it, and keeps what only the page itself can see. Not a module: a browser
// takes it as text.
(function watch(READY) {
  const seen = { shift: 0, longTasks: [], memories: [] };
  const observe = (type, keep) =>
    new PerformanceObserver((list) => list.getEntries().forEach(keep)).observe({ type, buffered: true });
  observe("layout-shift", (entry) => (seen.shift += entry.value));
  // What is usable may not have reached the screen yet.
  seen.painted = new Promise((resolve) => {
    observe("paint", ({ name, startTime }) => name === "first-contentful-paint" && resolve(startTime));
  });
  observe("longtask", (entry) => seen.longTasks.push({ start: entry.startTime, millis: entry.duration }));

  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const ready = new Promise((resolve) => {
    observe("mark", ({ name }) => name === READY && resolve());
    // What has nothing to start is usable once it is there.
    addEventListener("load", () => document.scripts.length === 0 && resolve());
  });
  seen.usable = ready.then(frame).then(frame).then(() => performance.now());

  // The browser's own count of the heap leaves out the memory of wasm.
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...args) => {
      const made = await original.apply(WebAssembly, args);
      // Its name may be minified.
      const exported = Object.values((made.instance ?? made).exports);
      seen.memories.push(...exported.filter((value) => value instanceof WebAssembly.Memory));
      return made;
    };
  }

  Object.defineProperty(window, "__bench", { value: seen });
})("{READY}");
