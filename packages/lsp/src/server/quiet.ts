/** Does something once nothing has happened for a while, and not twice at the same time. */
export class Quiet {
  /** Counts how often something happened. */
  round = 0;
  readonly #pause: number;
  readonly #work: () => Promise<void>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> = Promise.resolve();

  /** @param pause in milliseconds @param work must not throw */
  constructor(pause: number, work: () => Promise<void>) {
    this.#pause = pause;
    this.#work = work;
  }

  disturb(): void {
    this.round++;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#running = this.#running.then(this.#work);
    }, this.#pause);
  }
}
