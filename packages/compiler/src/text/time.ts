const units = [
  { seconds: 86_400, name: 'd' },
  { seconds: 3_600, name: 'h' },
  { seconds: 60, name: 'min' },
] as const;

/** A time for a person to read: `30 s`, `12 min`, `1 h 30 min`, `30 d`. @param seconds not negative */
export function timeText(seconds: number): string {
  let rest = Math.round(seconds * 10) / 10;
  const parts: string[] = [];
  for (const { seconds: size, name } of units) {
    const amount = Math.floor(rest / size);
    if (amount > 0) parts.push(`${amount} ${name}`);
    rest -= amount * size;
  }
  rest = Math.round(rest * 10) / 10;
  if (rest > 0 || parts.length === 0) parts.push(`${rest} s`);
  return parts.join(' ');
}
