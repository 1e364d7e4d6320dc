declare module 'failover:pages' {
  /** The page of each diagnostic by its code, in Markdown: docs/diagnostics, which the build takes into the command. */
  export const pages: ReadonlyMap<string, string>;
}
