import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { attribute } from '../src/ingest/extractors/english/attribute.ts';
import { englishExtractor } from '../src/ingest/extractors/english/extractor.ts';
import { read } from '../src/ingest/extractors/english/read.ts';
import { run } from '../test/support/command.ts';
import type { AttributedText } from '../test/support/extraction/attribution.ts';
import { raised, readFloors, scoresOf, writeFloors } from '../test/support/extraction/floors.ts';
import { goldArticles } from '../test/support/extraction/gold.ts';
import type { Score } from '../test/support/extraction/score-attributions.ts';
import {
  extractAll,
  scoreAgainstCorpus,
  scoreAgainstGold,
} from '../test/support/extraction/score-extractor.ts';
import type { Bench } from './bench.ts';
import { readCorpus } from './extraction-corpus.ts';
import { errorLines } from './extraction-errors.ts';
import { guideFigure } from './extraction-guide.ts';
import { atMost, type Figure, megabytes, ms, short } from './figures.ts';
import { build } from './server.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const RUNS = 5;
const GOAL_MB = 200;
/** How many times as long a text is, and how much longer each of its characters may take. */
const TIMES = 8;
const GOAL_RATIO = 1.5;
/** UTF-16 units of the shorter text. */
const LENGTH = 20_000;

/** What the extractor for English finds, and what it costs: on the gold articles, or on a corpus from elsewhere. */
export async function measureExtraction({ outside, errors, raiseFloors }: Bench): Promise<readonly Figure[]> {
  const gold = goldArticles();
  const texts: readonly AttributedText[] =
    outside === undefined
      ? gold.map(({ id, text, statements }) => ({ id, text, attributions: statements }))
      : await readCorpus(outside);
  const documents = await extractAll(englishExtractor, texts);
  const score =
    outside === undefined ? scoreAgainstGold(gold, documents) : scoreAgainstCorpus(texts, documents);
  if (errors > 0) console.error(errorLines(texts, score.misses, errors).join('\n'));
  if (raiseFloors && outside === undefined) writeFloors(raised(scoresOf(score), readFloors()));
  const of = outside === undefined ? 'gold articles' : 'articles of the corpus';
  return [
    ...scoreFigures(score, `${texts.length} ${of}`),
    ...(outside === undefined ? [await guideFigure(englishExtractor)] : []),
    await paceFigure(texts),
    await lengthFigure(texts),
    await memoryFigure(texts),
  ];
}

function scoreFigures({ rates, shares }: Score, content: string): Figure[] {
  const percent = (value: number) => (100 * value).toFixed(1);
  const measure = (metric: string) => `extraction, ${content}: ${metric}`;
  const none = { ratio: null, goal: null };
  return [
    ...[...rates].map(([metric, { precision, recall, f1, gold, found }]) => ({
      measure: measure(metric),
      value: `F1 ${percent(f1)}, precision ${percent(precision)}, recall ${percent(recall)}; ${gold} there, ${found} found`,
      ...none,
      numbers: { precision, recall, f1, gold, found },
    })),
    ...[...shares].map(([metric, { value, of }]) => ({
      measure: measure(metric),
      value: `${percent(value)} % of ${of}`,
      ...none,
      numbers: { value, of },
    })),
  ].toSorted((a, b) => (a.measure < b.measure ? -1 : 1));
}

/** From text to document in this process; and what of it the first stages take by themselves. */
async function paceFigure(texts: readonly AttributedText[]): Promise<Figure> {
  const whole = await quickest(async () => void (await extractAll(englishExtractor, texts)));
  const reading = await quickest(() => texts.forEach(({ text }) => void read(text)));
  const readings = texts.map(({ text }) => read(text));
  const attributing = await quickest(() => readings.forEach((each) => void attribute(each)));
  const characters = texts.reduce((sum, { text }) => sum + text.length, 0);
  const pace = (texts.length * 1_000) / whole;
  const share = (part: number) => `${((100 * part) / whole).toFixed(0)} %`;
  const rest = Math.max(0, whole - reading - attributing);
  return {
    measure: `extraction, pace on ${texts.length} articles of ${short(characters / texts.length)} characters; the quickest of ${RUNS} runs`,
    value: `${short(pace)} articles/s, ${short(characters / whole)} characters/ms; reading ${share(reading)}, attribution ${share(attributing)}, the rest ${share(rest)}`,
    ratio: null,
    goal: null,
    numbers: { articlesPerSecond: pace, ms: whole, readMs: reading, attributeMs: attributing, restMs: rest },
  };
}

/** Whether a text takes time with its length alone. */
async function lengthFigure(texts: readonly AttributedText[]): Promise<Figure> {
  const one = textOf(texts, LENGTH);
  const many = Array.from({ length: TIMES }, () => one).join('\n\n');
  const timeOf = (text: string) =>
    quickest(async () => void (await englishExtractor.extract({ key: 'long', text })));
  const [first, last] = [await timeOf(one), await timeOf(many)];
  const ratio = last / many.length / (first / one.length);
  return {
    measure: `extraction, a character of a text of ${many.length}, against one of ${one.length}; the quickest of ${RUNS} runs`,
    value: `${ms(last)}, the shorter ${ms(first)}`,
    ratio,
    goal: atMost(GOAL_RATIO, ratio),
    numbers: { longMs: last, shortMs: first },
  };
}

/** Paragraphs of the texts, one text after the other and from the first again, up to a length. */
function textOf(texts: readonly AttributedText[], length: number): string {
  const parts: string[] = [];
  let so = 0;
  for (let at = 0; so < length; at += 1) {
    const text = texts[at % texts.length]?.text ?? '';
    parts.push(text);
    so += text.length + 2;
  }
  return parts.join('\n\n');
}

/** Tells how much memory its process took at most, in kilobytes, when that ends: into a file, as output is for documents. */
const TELL_PEAK = `import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(new URL('peak', import.meta.url), String(process.resourceUsage().maxRSS)));
`;

/** Most memory of the command line as built, in a process of its own, that extracts all of the texts. */
async function memoryFigure(texts: readonly AttributedText[]): Promise<Figure> {
  await build();
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-texts-'));
  try {
    for (const [at, { text }] of texts.entries()) await writeFile(join(folder, `${at + 1}.txt`), text);
    const tell = join(folder, 'tell.mjs');
    await writeFile(tell, TELL_PEAK);
    const program = join(ROOT, 'dist', 'cli.js');
    await run(process.execPath, ['--import', pathToFileURL(tell).href, program, 'extract', folder]);
    const peakMb = Number(await readFile(join(folder, 'peak'), 'utf8')) / 1_024;
    return {
      measure: `extraction, most memory of the command line on ${texts.length} articles`,
      value: megabytes(peakMb * 2 ** 20),
      ratio: null,
      goal: atMost(GOAL_MB, peakMb, ' MB'),
      numbers: { peakMb },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function quickest(work: () => void | Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < RUNS; at += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}
