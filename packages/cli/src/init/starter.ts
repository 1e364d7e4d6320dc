import { version } from '../../package.json';

/** The brand is made up, and so are its numbers and ids. */
const brand = `/// ACME on each channel. Replace its ids with those of your account.
sender acme {
  viber "0094d198-4dd2-4fb5-b451-d46aca191b27"
  sms "ACME"
  voice "302101234567"
}

/// One-time password, approved wording. Replace its id with that of your template.
template otp(pin: text(4..10)) "0aac888f-2ee2-4112-9659-1755a951966a" {
  category otp
  lang en "Your code is {pin}."
  lang el "Ο κωδικός σας είναι {pin}."
}
`;

const login = `import "./brand.failover"

/// Sign-in code: Viber, then SMS, then a call. The person waits in front of a form, so each step gets little time.
flow login(
  /// Whom to reach.
  to: phone,
  /// The code, as it was generated for this sign-in.
  pin: text(4..10),
) {
  viber template otp lang en ttl 1m on expired, failed, undelivered
  then sms "Your code is {pin}" ttl 2m on failed, undelivered
  then voice say "Your code is {pin}" lang en-US repeat 2 machine hangup
}
`;

/**
 * The files of a small project, by their paths in its folder. They need each other: without one of them the rest does not
 * compile.
 */
export const projectFiles: Readonly<Record<string, string>> = {
  'failover.json': `{ "include": ["flows"] }\n`,
  'flows/brand.failover': brand,
  'flows/login.failover': login,
  'values.json': `{ "to": "+306912345678", "pin": "8213" }\n`,
};

/**
 * The files that a repository has for the tools around it, by their paths in its root. Each is of use alone.
 * @param project the project's folder, relative to that root, with slashes; empty for the root itself
 */
export function repositoryFiles(project: string): Readonly<Record<string, string>> {
  return {
    '.github/workflows/failover.yml': workflow(project),
    '.vscode/extensions.json': `{ "recommendations": ["failover-lang.failover"] }\n`,
  };
}

function workflow(project: string): string {
  // Each JSON string is one of YAML.
  const input = project === '' ? '' : `\n        with:\n          working-directory: ${JSON.stringify(project)}`;
  return `# Checks the flows, and shows in a pull request what changes for the people who get the messages.
name: Flows

on:
  pull_request:
  push:
    branches: [main, master]

permissions:
  contents: read

jobs:
  flows:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: failover-lang/failover@v${version}${input}
`;
}
