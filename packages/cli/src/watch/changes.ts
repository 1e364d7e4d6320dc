/** So long without an event, and a burst is over: longer than the library may hold back a second change of a file. */
const quiet = 75;
/** A burst that does not end is looked into all the same, so often. */
const longest = 1000;

/** Collects events into bursts. */
export class Changes {
  #first: number | undefined;
  #last = 0;
  #wake: () => void = () => {};
  #failure: Error | undefined;

  /** Something may have changed. */
  mark(): void {
    this.#last = performance.now();
    this.#first ??= this.#last;
    this.#wake();
  }

  /** Changes will be missed from now on. */
  fail(error: Error): void {
    this.#failure ??= error;
    this.#wake();
  }

  /**
   * Waits for an event, and then for the end of its burst.
   * @throws the error that `fail` was told
   */
  async settled(): Promise<void> {
    for (;;) {
      if (this.#failure !== undefined) throw this.#failure;
      if (this.#first === undefined) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
        continue;
      }
      const now = performance.now();
      const rest = Math.min(this.#last + quiet, this.#first + longest) - now;
      if (rest <= 0) break;
      await new Promise((resolve) => setTimeout(resolve, rest));
    }
    this.#first = undefined;
  }
}
