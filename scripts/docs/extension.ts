import manifest from '../../packages/vscode-extension/package.json';
import { code, table } from './markdown.js';

interface Property {
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly default?: unknown;
}

/** The commands of the extension of VS Code, from its manifest. */
export function extensionCommands(): string {
  const rows = manifest.contributes.commands.map(({ command, category, title }) => [
    `**${category}: ${title}**`,
    code(command),
  ]);
  return table(['in the command palette', 'its id'], rows);
}

export function extensionSettings(): string {
  const properties: Readonly<Record<string, Property>> = manifest.contributes.configuration.properties;
  const rows = Object.entries(properties).map(([name, property]) => [
    code(name),
    property.description ?? property.markdownDescription,
    property.default === undefined ? undefined : code(JSON.stringify(property.default)),
  ]);
  return table(['setting', 'what it is', 'without it'], rows);
}
