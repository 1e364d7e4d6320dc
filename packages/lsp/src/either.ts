/** The server in one file for Node and for a worker: what only one of them has is loaded only there. */
const { process } = globalThis as { readonly process?: { readonly versions?: { readonly node?: string } } };

void (process?.versions?.node === undefined ? import('./browser/worker.js') : import('./node/main.js'));

export {};
