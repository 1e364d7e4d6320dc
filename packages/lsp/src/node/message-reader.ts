import type { Readable } from 'node:stream';
import {
  AbstractMessageReader,
  type DataCallback,
  type Disposable,
  ErrorCodes,
  type Message,
} from 'vscode-languageserver';

/** What a message that is none is answered with: nobody knows the id of its request. */
export interface Refusal {
  readonly code: number;
  readonly message: string;
}

const headerName = 'Content-Length:';
const headerEnd = '\r\n\r\n';
/** What nearly every message starts with. */
const usualHeader = /^Content-Length: (\d{1,9})\r\n\r\n$/;
const lengthHeader = /content-length: *(\d{1,9})\r\n/gi;
/** No message within this many bytes: the stream is not the protocol's. */
const longestHeader = 4096;

/**
 * Reads messages from a stream, and finds the next one after whatever is none: a header that cannot be read, a length that
 * is wrong, a body that is no JSON. A line with `Content-Length: …` occurs within no JSON, so it always starts a message.
 */
export class StreamReader extends AbstractMessageReader {
  readonly #stream: Readable;
  readonly #refuse: (refusal: Refusal) => void;
  #buffer: Buffer = Buffer.alloc(0);
  /** Pieces that came after the buffer: a long body is put together once. */
  #pieces: Buffer[] = [];
  #bytes = 0;
  /** The length of the body that is awaited; nothing while a header is. */
  #length: number | undefined;

  constructor(stream: Readable, refuse: (refusal: Refusal) => void) {
    super();
    this.#stream = stream;
    this.#refuse = refuse;
  }

  listen(callback: DataCallback): Disposable {
    const onData = (piece: Buffer) => {
      this.#pieces.push(piece);
      this.#bytes += piece.length;
      const mayBeAll = this.#length === undefined || this.#bytes >= this.#length || startsMessage(piece);
      if (mayBeAll) this.#read(callback);
    };
    this.#stream.on('data', onData);
    this.#stream.on('error', (error) => this.fireError(error));
    this.#stream.on('close', () => this.fireClose());
    return { dispose: () => this.#stream.off('data', onData) };
  }

  #read(callback: DataCallback): void {
    const [first, ...others] = this.#pieces;
    const isWhole = this.#buffer.length === 0 && others.length === 0 && first !== undefined;
    this.#buffer = isWhole ? first : Buffer.concat([this.#buffer, ...this.#pieces]);
    this.#pieces = [];
    while (this.#length === undefined ? this.#readHeader() : this.#readBody(this.#length, callback));
    this.#bytes = this.#buffer.length;
  }

  /** @returns whether there may be more to read */
  #readHeader(): boolean {
    const end = this.#buffer.indexOf(headerEnd);
    if (end === -1) {
      if (this.#buffer.length > longestHeader) this.#drop(this.#buffer.length - longestHeader);
      return false;
    }
    const header = this.#take(end + headerEnd.length).toString('latin1');
    const usual = usualHeader.exec(header)?.[1];
    if (usual !== undefined) {
      this.#length = Number(usual);
      return true;
    }
    const length = [...header.matchAll(lengthHeader)].at(-1)?.[1];
    if (length !== undefined) this.#length = Number(length);
    if (length === undefined || !/^(?:content-(?:length|type):[^\r\n]*\r\n)*\r\n$/i.test(header)) {
      this.#refuse({ code: ErrorCodes.ParseError, message: 'A header with a Content-Length was expected' });
    }
    return true;
  }

  #readBody(length: number, callback: DataCallback): boolean {
    const available = this.#buffer.subarray(0, length);
    const next = startOfMessage(available);
    if (next !== undefined) {
      this.#drop(next);
      this.#length = undefined;
      this.#refuse({ code: ErrorCodes.ParseError, message: 'The message was shorter than its Content-Length' });
      return true;
    }
    if (available.length < length) return false;
    this.#length = undefined;
    let message: unknown;
    try {
      message = JSON.parse(available.toString('utf8'));
    } catch (error) {
      // With a length that is too long by a little, the next message starts in the last bytes.
      const start = this.#buffer.indexOf(headerName);
      this.#drop(start === -1 ? length : Math.min(start, length));
      this.#refuse({ code: ErrorCodes.ParseError, message: `The message is not JSON: ${(error as Error).message}` });
      return true;
    }
    this.#drop(length);
    this.#deliver(message, callback);
    return true;
  }

  #deliver(message: unknown, callback: DataCallback): void {
    if (!isMessage(message)) {
      this.#refuse({ code: ErrorCodes.InvalidRequest, message: 'This is no request, notification or response' });
      return;
    }
    try {
      callback(message);
    } catch (error) {
      this.fireError(error);
    }
  }

  #take(length: number): Buffer {
    const taken = this.#buffer.subarray(0, length);
    this.#drop(length);
    return taken;
  }

  #drop(length: number): void {
    this.#buffer = this.#buffer.subarray(length);
  }
}

function startsMessage(bytes: Buffer): boolean {
  return startOfMessage(bytes) !== undefined;
}

function startOfMessage(bytes: Buffer): number | undefined {
  // Most bodies have no such word at all, which is seen sooner without a regular expression.
  if (!bytes.includes(headerName)) return undefined;
  return /Content-Length: *\d+\r\n/.exec(bytes.toString('latin1'))?.index;
}

/** What JSON-RPC calls a message. A notification to cancel needs to say what. */
function isMessage(value: unknown): value is Message {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { id, method, params, result, error } = value as Readonly<Record<string, unknown>>;
  if (method === undefined) return (isId(id) || id === null) && (result !== undefined || error !== undefined);
  if (method === '$/cancelRequest' && !isId(Object(params).id)) return false;
  return typeof method === 'string' && (isId(id) || id === undefined);
}

function isId(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}
