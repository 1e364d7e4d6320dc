/** Waits until something holds, at most half a minute: the processor may be busy with others. */
export async function until(holds, seen) {
  const end = Date.now() + 30_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`This was not seen, but:\n${seen()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
