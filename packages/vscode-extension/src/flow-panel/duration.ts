const units = [
  { name: 'd', seconds: 86_400 },
  { name: 'h', seconds: 3600 },
  { name: 'm', seconds: 60 },
  { name: 's', seconds: 1 },
] as const;

const words = { d: 'day', h: 'hour', m: 'minute', s: 'second' } as const;

interface Part {
  readonly amount: number;
  readonly unit: keyof typeof words;
}

/** `1h30m`, as the language writes it. @param seconds at most three decimals count */
export function shortDuration(seconds: number): string {
  return partsOf(seconds)
    .map(({ amount, unit }) => `${amount}${unit}`)
    .join('');
}

/** `1 hour 30 minutes`, for those who hear it. */
export function longDuration(seconds: number): string {
  return partsOf(seconds)
    .map(({ amount, unit }) => `${amount} ${words[unit]}${amount === 1 ? '' : 's'}`)
    .join(' ');
}

function partsOf(seconds: number): Part[] {
  let rest = Math.round(seconds * 1000) / 1000;
  const parts: Part[] = [];
  for (const { name, seconds: size } of units) {
    const amount = name === 's' ? Math.round(rest * 1000) / 1000 : Math.floor(rest / size);
    if (amount > 0) parts.push({ amount, unit: name });
    rest -= amount * size;
  }
  return parts.length > 0 ? parts : [{ amount: 0, unit: 's' }];
}
