import { catalog, type Diagnostic, type Fix, type Place, pageOf, type Severity } from '@failover/compiler';
import { uriOf } from '@failover/files';
import type { Artifact, ArtifactLocation, Location, Log, ReportingDescriptor, Result } from 'sarif';
import { version } from '../../package.json';
import { isStdin } from '../paths.js';
import { lineHashes } from './line-hashes.js';
import type { Sources } from './pretty.js';
import { regionOf } from './region.js';
import type { Repository } from './repository.js';

/** GitHub refuses a file with more (docs.github.com, SARIF support for code scanning). */
const mostResults = 25_000;

const sourceRoot = '%SRCROOT%';
const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;
const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/**
 * Diagnostics as a log of SARIF 2.1.0 (docs.oasis-open.org/sarif), in the form that GitHub's code scanning takes.
 * @param unreadable why files could not be checked
 */
export function sarifLog(
  diagnostics: readonly Diagnostic[],
  unreadable: readonly string[],
  sources: Sources,
  repository: Repository,
): Log {
  const kept = mostSevere(diagnostics);
  const notices = unreadable.map((text) => ({ level: 'error' as const, message: { text } }));
  const left = diagnostics.length - kept.length;
  const cut = `${left} more results are left out: GitHub takes ${mostResults}`;
  const writer = new SarifWriter(sources, repository);
  const results = kept.map((diagnostic) => writer.result(diagnostic));
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            ...{ name: 'failover', version, semanticVersion: version },
            informationUri: 'https://github.com/failover-lang/failover',
            rules: writer.rules,
          },
        },
        invocations: [
          {
            executionSuccessful: unreadable.length === 0,
            toolExecutionNotifications:
              left === 0 ? notices : [...notices, { level: 'warning', message: { text: cut } }],
          },
        ],
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [sourceRoot]: { uri: `${uriOf(repository.root).replace(/\/$/, '')}/` } },
        artifacts: writer.artifacts,
        results,
      },
    ],
  };
}

/** Those that fit, in their order; where not all do, the most severe. */
function mostSevere(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length <= mostResults) return diagnostics;
  const rank = ({ severity }: Diagnostic) => severities.indexOf(severity);
  const kept = new Set(diagnostics.toSorted((a, b) => rank(a) - rank(b)).slice(0, mostResults));
  return diagnostics.filter((diagnostic) => kept.has(diagnostic));
}

/** Writes results, and collects the rules and files that they refer to by number. */
class SarifWriter {
  readonly rules: ReportingDescriptor[] = [];
  readonly artifacts: Artifact[] = [];
  readonly #rules = new Map<string, number>();
  readonly #artifacts = new Map<string, number>();
  readonly #hashes = new Map<string, ReadonlyMap<number, string>>();
  readonly #sources: Sources;
  readonly #repository: Repository;

  constructor(sources: Sources, repository: Repository) {
    this.#sources = sources;
    this.#repository = repository;
  }

  result(diagnostic: Diagnostic): Result {
    const { code, severity, message, help, related, fixes } = diagnostic;
    const location = this.#location(diagnostic);
    const line = location.physicalLocation?.region?.startLine ?? 1;
    const hash = this.#hashesOf(diagnostic.uri)?.get(line);
    return {
      ruleId: code,
      ruleIndex: this.#rule(code),
      level: levels[severity],
      message: { text: help === undefined ? message : `${message}\n${help}` },
      locations: [location],
      ...(related.length > 0 && { relatedLocations: related.map((one, id) => this.#related(one, id)) }),
      ...(fixes.length > 0 && { fixes: fixes.map((fix) => this.#fix(fix)) }),
      ...(hash !== undefined && { partialFingerprints: { primaryLocationLineHash: hash } }),
    };
  }

  #rule(code: string): number {
    const known = this.#rules.get(code);
    if (known !== undefined) return known;
    const definition = catalog.find((one) => one.code === code);
    const { title = code, why = code, severity = 'error' } = definition ?? {};
    const page = pageOf(code);
    this.rules.push({
      id: code,
      shortDescription: { text: title },
      fullDescription: { text: why },
      help: { text: `${why}\n${page}`, markdown: `${why}\n\n[${code}: ${title}](${page})` },
      helpUri: page,
      defaultConfiguration: { level: levels[severity] },
    });
    this.#rules.set(code, this.rules.length - 1);
    return this.rules.length - 1;
  }

  #hashesOf(uri: string): ReadonlyMap<number, string> | undefined {
    const text = this.#sources(uri)?.lines.text;
    if (text !== undefined && !this.#hashes.has(uri)) this.#hashes.set(uri, lineHashes(text));
    return this.#hashes.get(uri);
  }

  #artifact(uri: string): number {
    const known = this.#artifacts.get(uri);
    if (known !== undefined) return known;
    const sourceLanguage = uri.endsWith('.json') ? 'json' : 'failover';
    this.artifacts.push({ location: this.#artifactLocation(uri), encoding: 'UTF-8', sourceLanguage });
    this.#artifacts.set(uri, this.artifacts.length - 1);
    return this.artifacts.length - 1;
  }

  /** Relative to the repository where that is possible. */
  #artifactLocation(uri: string): ArtifactLocation {
    const path = this.#repository.pathOf(uri);
    if (path !== undefined) return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: sourceRoot };
    return isStdin(uri) ? { uri: 'stdin', description: { text: 'Standard input' } } : { uri };
  }

  #location(place: Place): Location {
    const index = this.#artifact(place.uri);
    return {
      physicalLocation: {
        artifactLocation: { ...this.#artifactLocation(place.uri), index },
        region: this.#region(place),
      },
    };
  }

  #related(place: Place & { readonly message: string }, id: number): Location {
    return { ...this.#location(place), id, message: { text: place.message } };
  }

  #region(place: Place) {
    const source = this.#sources(place.uri);
    if (source === undefined) return { startLine: 1 };
    const { start, end } = regionOf(place, source);
    return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  }

  #fix({ title, edits }: Fix) {
    const uris = [...new Set(edits.map(({ uri }) => uri))];
    return {
      description: { text: title },
      artifactChanges: uris.map((uri) => ({
        artifactLocation: { ...this.#artifactLocation(uri), index: this.#artifact(uri) },
        replacements: edits
          .filter((edit) => edit.uri === uri)
          .map((edit) => ({ deletedRegion: this.#region(edit), insertedContent: { text: edit.text } })),
      })),
    };
  }
}
