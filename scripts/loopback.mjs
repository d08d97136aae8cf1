// Servers of tests and benches: on this machine alone, on a port that is free.

/** Lets a server listen; gives its origin, and a way to close it that waits for nobody. */
export async function onLoopback(server) {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
