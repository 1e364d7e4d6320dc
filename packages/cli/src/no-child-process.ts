/** Stands for `node:child_process` in the bundle: see scripts/build.mjs. */
export {};
