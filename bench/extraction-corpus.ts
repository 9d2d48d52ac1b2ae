import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { AttributedText } from '../test/support/extraction/attribution.ts';

const span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });
const record = z.object({
  id: z.string(),
  text: z.string().min(1),
  attributions: z.array(
    z.object({
      source: span.nullish().transform((found) => found ?? null),
      cue: span.nullish().transform((found) => found ?? null),
      content: z.array(span),
    }),
  ),
  ignore: z.array(span).optional(),
});

/** Texts with attributions as JSON Lines, offsets in UTF-16 units. */
export async function readCorpus(file: string): Promise<AttributedText[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  const texts = lines.flatMap((line, at) => {
    if (line.trim() === '') return [];
    const parsed = record.safeParse(parsedLine(line));
    if (parsed.success) return [parsed.data];
    throw new Error(`${file}, line ${at + 1}: ${z.prettifyError(parsed.error)}`);
  });
  if (texts.length === 0) throw new Error(`${file} has no texts.`);
  return texts;
}

function parsedLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
