interface Question {
  readonly event: object;
  readonly eventName: string;
  readonly wanted: string;
  readonly folder: string;
}

type Base =
  | { readonly commit: string; readonly note?: string }
  | { readonly commit?: undefined; readonly reason: string; readonly expected?: true };

export function findBase(question: Question): Base;
