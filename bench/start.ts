import type { Bench } from './bench.ts';
import { atMost, type Figure, median, ms } from './figures.ts';
import { build, launch } from './server.ts';

const RUNS = 7;
const GOAL_MS = 5_000;

/** Time from the start of the process until it answers, with the bundled articles to load and without, in turn. */
export async function measureStart({ stores }: Bench): Promise<readonly Figure[]> {
  await build();
  const seeded: number[] = [];
  const bare: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    for (const [times, seed] of [
      [seeded, 'on'],
      [bare, 'off'],
    ] as const) {
      const { settings } = await stores.empty();
      const server = await launch({ ...settings, ONRECORD_SEED: seed });
      times.push(server.readyMs);
      await server.stop();
    }
  }
  const [loaded, empty] = [median(seeded), median(bare)];
  return [
    {
      measure: `start of a new store with the bundled articles, against one without; median of ${RUNS}`,
      value: `${ms(loaded)}, without ${ms(empty)}`,
      ratio: loaded / empty,
      goal: atMost(GOAL_MS, loaded, ' ms'),
      numbers: { seededMs: loaded, bareMs: empty, slowestMs: Math.max(...seeded) },
    },
  ];
}
