const units = [
  { seconds: 86_400, name: 'd', word: 'day' },
  { seconds: 3_600, name: 'h', word: 'hour' },
  { seconds: 60, name: 'min', word: 'minute' },
  { seconds: 1, name: 's', word: 'second' },
] as const;

/** A time for a person to read: `30 s`, `12 min`, `1 h 30 min`, `30 d`. @param seconds not negative */
export function timeText(seconds: number): string {
  return partsOf(seconds)
    .map(({ amount, unit }) => `${amount} ${unit.name}`)
    .join(' ');
}

/** A time within a sentence: `1 hour 30 minutes`, `0 seconds`. @param seconds not negative */
export function timeInWords(seconds: number): string {
  return partsOf(seconds)
    .map(({ amount, unit }) => `${amount} ${unit.word}${amount === 1 ? '' : 's'}`)
    .join(' ');
}

/** To the tenth of a second. */
function partsOf(seconds: number): { amount: number; unit: (typeof units)[number] }[] {
  let rest = Math.round(seconds * 10) / 10;
  const parts: { amount: number; unit: (typeof units)[number] }[] = [];
  for (const unit of units) {
    const isLast = unit.seconds === 1;
    const amount = isLast ? Math.round(rest * 10) / 10 : Math.floor(rest / unit.seconds);
    if (amount > 0 || (isLast && parts.length === 0)) parts.push({ amount, unit });
    rest -= amount * unit.seconds;
  }
  return parts;
}
