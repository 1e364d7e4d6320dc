// Ten times the input must not take more than twelve times as long, up to 10 MB in one file.
import path from 'node:path';
import { root } from '../scripts/paths.mjs';
import { compare, row, time } from './measure.mjs';
import { bytesOfFlows } from './samples.mjs';

const { parse, Program } = await import(path.join(root, 'packages/compiler/dist/index.js'));
const uri = 'file:///bench.failover';

export function growth() {
  const check = (source) => new Program({ read: () => ({ text: source }) }, [uri]).allDiagnostics();
  const works = { 'text → tree': (source) => parse(uri, source), check };
  for (const [name, work] of Object.entries(works)) {
    const warm = bytesOfFlows(100_000);
    for (let round = 0; round < 20; round++) work(warm);
    for (const bytes of [10_000, 100_000, 1_000_000, 10_000_000]) {
      const large = bytesOfFlows(bytes);
      const small = bytesOfFlows(bytes / 10);
      // Small texts as often as it takes to be measured; and ten of them for a large one, so that both make as much garbage.
      const times = Math.max(1, 1_000_000 / bytes);
      const repeat = (source, count) => time(() => void Array.from({ length: count }, () => work(source))) / count;
      const once = () => repeat(large, times);
      const tenth = () => repeat(small, 10 * times);
      row(`${name}: ${bytes / 1000} kB / a tenth of it`, compare(once, tenth, bytes > 1_000_000 ? 5 : 11), 12);
    }
  }
}
