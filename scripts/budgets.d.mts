export const largest: Readonly<Record<string, number>>;
export const installedAlong: Readonly<Record<string, readonly string[]>>;
export const allocated: { readonly tree: number; readonly keptTree: number; readonly requests: number };
export const loadedAtStart: readonly string[];
