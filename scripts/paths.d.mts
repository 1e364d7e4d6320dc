export const root: string;
export const sourceAlias: { readonly '@failover/compiler': string };
