import { attribute } from '../../../src/ingest/extractors/english/attribute.ts';
import { read } from '../../../src/ingest/extractors/english/read.ts';

/** Source, cue and pieces of content of each attribution of a text, as words; null for a source or cue that there is none of. */
export function attributedIn(text: string): (string | null)[][] {
  const words = ({ start, end }: { readonly start: number; readonly end: number }) => text.slice(start, end);
  return attribute(read(text)).map(({ source, cue, content }) => [
    source === null ? null : words(source),
    cue === null ? null : words(cue.range),
    ...content.map(words),
  ]);
}
