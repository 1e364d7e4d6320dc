import { type Bundle, baseUrl } from '@failover/compiler';

/** A command line that sends the request, with the token taken from the environment. Holes stand as they are written. */
export function curlCommand({ method, path, payload }: Bundle): string {
  const lines = [
    `curl --request ${method}`,
    `--url ${baseUrl}${path}`,
    '--header "Authorization: Bearer $ROUTEE_TOKEN"',
    `--header 'Content-Type: application/json'`,
    `--data ${quoted(JSON.stringify(payload, undefined, 2))}`,
  ];
  return lines.join(' \\\n  ');
}

/** A word of a POSIX shell. Within single quotes everything stands for itself but their end. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
