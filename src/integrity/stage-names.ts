import { keyPages } from './pages.ts';
import type { Label } from './shape.ts';
import type { Context, Stage, Unit } from './stage.ts';

/** Names of one unit. Only their keys are read. */
const PAGE = 5_000;
const LABELS: readonly Label[] = ['KeyName', 'Name', 'Word'];

/** That there is one node for each name and word. What leads to them is checked where it comes from. */
export const NAMES: Stage = {
  name: 'names and words',
  labels: LABELS,
  async *units(context) {
    for (const label of LABELS) yield* unitsOf(label, context);
  },
};

async function* unitsOf(label: Label, context: Context): AsyncGenerator<Unit> {
  for await (const page of keyPages(context, label, PAGE)) {
    yield { size: page.keys.length, check: () => Promise.resolve(page.findings) };
  }
}
