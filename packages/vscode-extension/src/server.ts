import type { CommandArguments, ImportArguments } from '@failover/language-server/protocol';
import { commands, type LogOutputChannel, window } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

/** Makes a client of the language server: in a process of its own, or in a worker. */
export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** The language server, which is started when it is first asked for. */
export class Server {
  private starting: Promise<BaseLanguageClient | undefined> | undefined;

  constructor(
    private readonly makeClient: MakeClient,
    private readonly options: LanguageClientOptions,
    private readonly output: LogOutputChannel,
  ) {}

  /** @returns the running client, or nothing when the server cannot be started, of which the user is told once */
  start(): Promise<BaseLanguageClient | undefined> {
    this.starting ??= this.startClient();
    return this.starting;
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    const client = await this.starting;
    this.starting = undefined;
    await client?.dispose();
  }

  /**
   * Asks the server about the flow at a place, or to import a request.
   * @returns null when there is no flow, undefined when the server does not answer
   */
  async ask<Answer>(command: string, argument: CommandArguments | ImportArguments): Promise<Answer | null | undefined> {
    const client = await this.start();
    try {
      return await client?.sendRequest<Answer | null>('workspace/executeCommand', { command, arguments: [argument] });
    } catch (error) {
      this.output.error(`${command}: ${String(error)}`);
      return undefined;
    }
  }

  private async startClient(): Promise<BaseLanguageClient | undefined> {
    const client = this.makeClient(this.options);
    try {
      await client.start();
      return client;
    } catch (error) {
      this.output.error(`The language server did not start: ${String(error)}`);
      void this.offerHelp();
      return undefined;
    }
  }

  private async offerHelp(): Promise<void> {
    const [restart, show] = ['Restart', 'Show Output'];
    const message = 'The Failover language server did not start: there are colours, but no checks.';
    const chosen = await window.showErrorMessage(message, restart, show);
    if (chosen === restart) await commands.executeCommand('failover.restartServer');
    if (chosen === show) this.output.show();
  }
}
