import { commands, type FlowDrawing } from '@failover/language-server/protocol';
import {
  type Disposable,
  Range,
  Selection,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
} from 'vscode';
import { Follower } from '../follow.js';
import { placeOf } from '../place.js';
import type { Server } from '../server.js';
import { drawingHtml } from './drawing.js';
import { pageHtml } from './page.js';

/** The flow at the cursor, drawn beside the source. */
export class FlowPanel implements Disposable {
  private panel: WebviewPanel | undefined;
  private follower: Follower<FlowDrawing | null | undefined> | undefined;
  private drawn: FlowDrawing | null | undefined = null;

  constructor(
    private readonly server: Server,
    private readonly extension: Uri,
  ) {}

  async show(given: unknown): Promise<void> {
    const place = placeOf(given);
    if (place === undefined) return;
    if (this.panel === undefined) this.open();
    else this.panel.reveal(undefined, true);
    this.follower ??= new Follower(
      place,
      (at) => this.server.ask<FlowDrawing>(commands.flow, at),
      (flow) => this.draw(flow),
    );
    await this.follower.goTo(place);
  }

  dispose(): void {
    this.panel?.dispose();
  }

  private open(): void {
    const media = Uri.joinPath(this.extension, 'media');
    const where = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    const panel = window.createWebviewPanel('failover.flow', 'Flow', where, {
      enableScripts: true,
      localResourceRoots: [media],
    });
    const { webview } = panel;
    panel.iconPath = {
      light: Uri.joinPath(this.extension, 'images/file-light.svg'),
      dark: Uri.joinPath(this.extension, 'images/file-dark.svg'),
    };
    webview.onDidReceiveMessage((message: unknown) => this.hear(message));
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.follower?.dispose();
      this.follower = undefined;
    });
    webview.html = pageHtml({
      source: webview.cspSource,
      style: webview.asWebviewUri(Uri.joinPath(media, 'flow.css')).toString(),
      script: webview.asWebviewUri(Uri.joinPath(media, 'flow.js')).toString(),
      nonce: crypto.randomUUID(),
    });
    this.panel = panel;
  }

  private draw(flow: FlowDrawing | null | undefined): void {
    this.drawn = flow;
    if (this.panel === undefined) return;
    this.panel.title = flow ? `Flow ${flow.name}` : 'Flow';
    void this.panel.webview.postMessage({ drawing: drawingHtml(flow) });
  }

  /** The page says when it is there, also when it comes back into sight, and which step was chosen. */
  private hear(message: unknown): void {
    const { ready, step } = message as { readonly ready?: true; readonly step?: number };
    if (ready) this.draw(this.drawn);
    const chosen = this.drawn?.steps.find(({ order }) => order === step);
    if (chosen !== undefined) void this.jump(chosen.range);
  }

  private async jump({ start, end }: FlowDrawing['steps'][number]['range']): Promise<void> {
    if (!this.drawn) return;
    const uri = Uri.parse(this.drawn.uri);
    const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
    const editor = await window.showTextDocument(uri, { viewColumn: shown?.viewColumn ?? ViewColumn.One });
    const range = new Range(start.line, start.character, end.line, end.character);
    editor.selection = new Selection(range.start, range.start);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  }
}
