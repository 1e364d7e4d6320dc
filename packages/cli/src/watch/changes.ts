/** So long without an event, and a burst is over: longer than the library may hold back a second change of a file. */
const quiet = 75;
/** A burst that does not end is looked into all the same, after so long. */
const longest = 1000;

/** Collects events into bursts. */
export class Changes {
  #isMarked = false;
  #last = 0;
  #wake: () => void = () => {};
  #failure: Error | undefined;

  /** Something may have changed. */
  mark(): void {
    this.#last = performance.now();
    this.#isMarked = true;
    this.#wake();
  }

  /** Changes will be missed from now on. */
  fail(error: Error): void {
    this.#failure ??= error;
    this.#wake();
  }

  /**
   * Waits for an event and for the end of its burst, and then looks.
   * @param look is asked again where the burst turns out to go on
   * @throws the error that `fail` was told
   */
  async settled<Result>(look: () => Promise<Result>): Promise<Result> {
    await this.#event();
    const end = performance.now() + longest;
    for (;;) {
      for (let rest = this.#rest(end); rest > 0; rest = this.#rest(end)) await pause(rest);
      this.#isMarked = false;
      const result = await look();
      await turn();
      if (!this.#isMarked || performance.now() > end) return result;
    }
  }

  /** How long the burst would still have to be quiet. */
  #rest(end: number): number {
    return Math.min(this.#last + quiet, end) - performance.now();
  }

  async #event(): Promise<void> {
    while (!this.#isMarked) {
      if (this.#failure !== undefined) throw this.#failure;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}

/** Waits, and lets those events have their turn that came when the process was busy or had to wait for others. */
async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  await turn();
}

async function turn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
