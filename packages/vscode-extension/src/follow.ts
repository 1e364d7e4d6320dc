import type { CommandArguments } from '@failover/language-server/protocol';
import { type Disposable, type TextEditor, window, workspace } from 'vscode';
import { cursorOf, isFlowEditor } from './place.js';

/** Long enough that a word is typed at one go, short enough to follow the typing. In milliseconds. */
const pause = 120;

/** Follows the cursor and the typing in files of flows, one question at a time. */
export class Follower<Answer> implements Disposable {
  private readonly disposables: Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;
  private place: CommandArguments;

  /** @param tell is not called with an answer that a later question has overtaken */
  constructor(
    start: CommandArguments,
    private readonly ask: (place: CommandArguments) => Promise<Answer>,
    private readonly tell: (answer: Answer, place: CommandArguments) => void,
  ) {
    this.place = start;
    this.disposables = [
      window.onDidChangeActiveTextEditor((editor) => editor && this.moveTo(editor)),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.moveTo(textEditor)),
      // Another file may declare what this flow uses.
      workspace.onDidChangeTextDocument(({ document }) => document.languageId === 'failover' && this.soon()),
    ];
  }

  get source(): CommandArguments {
    return this.place;
  }

  goTo(place: CommandArguments): Promise<void> {
    this.place = place;
    return this.now();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.asked++;
    for (const one of this.disposables) one.dispose();
  }

  private moveTo(editor: TextEditor): void {
    if (!isFlowEditor(editor)) return;
    this.place = cursorOf(editor);
    this.soon();
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.now(), pause);
  }

  private async now(): Promise<void> {
    clearTimeout(this.timer);
    const { place } = this;
    const number = ++this.asked;
    const answer = await this.ask(place);
    if (number === this.asked) this.tell(answer, place);
  }
}
