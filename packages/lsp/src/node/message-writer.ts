import type { Writable } from 'node:stream';
import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver';

/**
 * Writes messages to a stream, header and body in one piece: a client that is woken by a header alone takes a processor
 * from the server that has yet to write the body. The library's own writer writes two pieces, each a turn later.
 */
export class StreamWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #stream: Writable;
  #failures = 0;

  constructor(stream: Writable) {
    super();
    this.#stream = stream;
    stream.on('error', (error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  /** @returns when the stream has taken the message */
  async write(message: Message): Promise<void> {
    const body = JSON.stringify(message);
    const framed = `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    try {
      await new Promise<void>((resolve, reject) => {
        this.#stream.write(framed, (error) => (error ? reject(error) : resolve()));
      });
    } catch (error) {
      this.fireError(error, message, ++this.#failures);
      throw error;
    }
  }

  end(): void {
    this.#stream.end();
  }
}
