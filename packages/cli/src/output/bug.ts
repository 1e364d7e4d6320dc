import { bugReports } from '../fault.js';
import { stderr } from './streams.js';

/** Tells a fault of our own, without burdening anybody with where it happened who has not asked. */
export function tellBug(error: unknown): void {
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  const isVerbose = process.env.FAILOVER_DEBUG === '1';
  stderr.write(`error: This is a bug in failover: ${isVerbose && stack ? stack : message}\n`);
  if (!isVerbose) stderr.write(`Please report it at ${bugReports}; FAILOVER_DEBUG=1 shows where it happened.\n`);
}
