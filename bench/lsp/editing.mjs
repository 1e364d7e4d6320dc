// One document open in one server: what each stroke and question costs.

export class Editing {
  #version = 1;
  #typed = 0;

  constructor(server, { text, typing, completing, pointing, languageId, ending }) {
    this.server = server;
    this.typing = typing;
    this.places = { completion: completing, hover: pointing };
    this.textDocument = { uri: `file:///bench/document.${ending}` };
    server.notify('textDocument/didOpen', { textDocument: { ...this.textDocument, languageId, version: 1, text } });
  }

  /** A letter is typed into a text, or taken back. @returns milliseconds until its diagnostics are there */
  async edit() {
    const { line, character } = this.typing;
    const isTaken = this.#typed === 8;
    const end = { line, character: isTaken ? character + this.#typed : character };
    const range = { start: this.typing, end };
    const contentChanges = [{ range, text: isTaken ? '' : 'x' }];
    this.#typed = isTaken ? 0 : this.#typed + 1;
    const textDocument = { ...this.textDocument, version: ++this.#version };
    return timed(() => {
      this.server.notify('textDocument/didChange', { textDocument, contentChanges });
      return this.server.request('textDocument/diagnostic', { textDocument: this.textDocument });
    });
  }

  /** @returns milliseconds until the answer of `completion` or `hover` is there */
  ask(what) {
    const { textDocument } = this;
    return timed(() => this.server.request(`textDocument/${what}`, { textDocument, position: this.places[what] }));
  }
}

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
