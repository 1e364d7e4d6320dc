import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** How long work goes on before other messages get their turn, in milliseconds. */
const slice = 10;

/** Does work in slices, between which other messages are read: one of them may say that nobody waits for it any longer. */
export class Slices {
  readonly #token: CancellationToken | undefined;
  #start = performance.now();

  constructor(token?: CancellationToken) {
    this.#token = token;
  }

  /** @throws an error that answers the request, when it was cancelled */
  async pause(): Promise<void> {
    if (performance.now() - this.#start < slice) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (this.#token !== undefined) throwIfCancelled(this.#token);
    this.#start = performance.now();
  }
}

export function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested)
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled');
}
