import type { FlowPayload } from '@failover/language-server/protocol';

const nothingHere = `// There is no flow here.
// Put the cursor in a flow, or in a file that has a single one.
`;

const noAnswer = `// The language server does not answer.
// The command "Failover: Restart Server" starts it anew; the output channel "Failover" says what happened.
`;

/** The request of a flow as JSON, below comments that say what it is and what it still lacks. */
export function previewText(answer: FlowPayload | null | undefined): string {
  if (answer === undefined) return noAnswer;
  if (answer === null) return nothingHere;
  const { flow, endpoint, method, path, payload, missing, problems } = answer;
  const lines = [`${flow}: ${method} ${path} (${endpoint})`];
  if (problems.length > 0) {
    lines.push('', `Not ready to send: ${problems.length === 1 ? 'an error' : `${problems.length} errors`}`);
    lines.push(...problems.map((problem) => `  ✗ ${problem}`));
  }
  if (missing.length > 0) {
    lines.push('', 'Filled in when it is sent:');
    const width = Math.max(...missing.map(({ name }) => name.length)) + 2;
    lines.push(...missing.map(({ name, description }) => `  ${`{${name}}`.padEnd(width)}  ${description}`.trimEnd()));
  }
  const comments = lines.flatMap((line) => line.split(/\r\n|[\n\r\u2028\u2029]/)).map((line) => `// ${line}`.trimEnd());
  return `${comments.join('\n')}\n${JSON.stringify(payload, undefined, 2)}\n`;
}
