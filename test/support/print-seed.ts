/** Chooses the seed of all random tests of a run, unless somebody has, and prints it. */
export function setup(): void {
  process.env.PROPERTY_SEED ||= String(Math.floor(Math.random() * 2 ** 31));
  process.stdout.write(`Random tests have the seed ${process.env.PROPERTY_SEED}: PROPERTY_SEED repeats it\n`);
}
