import { commands, type FlowPayload } from '@failover/language-server/protocol';
import { type Disposable, EventEmitter, Uri, ViewColumn, window, workspace } from 'vscode';
import { Follower } from '../follow.js';
import { placeOf } from '../place.js';
import type { Server } from '../server.js';
import { previewText } from './preview-text.js';

const scheme = 'failover-payload';
const uri = Uri.parse(`${scheme}:/Payload.jsonc`);

/** A document that cannot be written to, beside the source: the request of the flow at the cursor. */
export class PayloadPreview implements Disposable {
  private readonly changes = new EventEmitter<Uri>();
  private readonly disposables: Disposable[];
  private follower: Follower<FlowPayload | null | undefined> | undefined;
  private text = '';

  constructor(private readonly server: Server) {
    this.disposables = [
      this.changes,
      workspace.registerTextDocumentContentProvider(scheme, {
        onDidChange: this.changes.event,
        provideTextDocumentContent: () => this.text,
      }),
      workspace.onDidCloseTextDocument((document) => {
        if (document.uri.scheme === scheme) this.stop();
      }),
    ];
  }

  async show(given: unknown): Promise<void> {
    const place = placeOf(given);
    if (place === undefined) return;
    this.follower ??= new Follower(
      place,
      (at) => this.server.ask<FlowPayload>(commands.payload, at),
      (answer) => this.tell(previewText(answer)),
    );
    await this.follower.goTo(place);
    if (window.visibleTextEditors.some(({ document }) => document.uri.scheme === scheme)) return;
    await window.showTextDocument(await workspace.openTextDocument(uri), {
      viewColumn: ViewColumn.Beside,
      preserveFocus: true,
      preview: false,
    });
  }

  dispose(): void {
    this.stop();
    for (const one of this.disposables) one.dispose();
  }

  private stop(): void {
    this.follower?.dispose();
    this.follower = undefined;
  }

  private tell(text: string): void {
    if (text === this.text) return;
    this.text = text;
    this.changes.fire(uri);
  }
}
