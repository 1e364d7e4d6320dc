export function licenceOf(folder: string): { readonly name: string; readonly text: string };
