import { franc } from 'franc-min';
import { invalidInput } from '../../../errors.ts';
import type { Stretch } from '../../../text/nested.ts';
import { OffsetText } from '../../../text/offsets.ts';
import type { ArticleText, Extraction, ExtractOptions, Extractor } from '../../extractor.ts';
import { emptyDocument, OUTLET_ID } from '../article.ts';
import { assemble } from '../assemble.ts';
import { Cast } from '../cast.ts';
import { personName } from '../person-name.ts';
import type { PlacedStatement } from '../placed.ts';
import { attribute } from './attribute.ts';
import type { Attribution } from './attribution.ts';
import type { Range } from './reading.ts';

const TOOL = { tool: 'onrecord-english', version: '1', parameters: {} } as const;

/** Words that name nobody by themselves. */
const PRONOUN =
  /^(?:i|you|he|she|it|we|they|who|which|that|this|these|those|him|her|them|me|us|his|its|their|our|my|your|one|some|many|others|another|himself|herself|themselves)$/iu;
/** Shorter texts say too little of their language, in UTF-16 units. */
const MIN_FOR_LANGUAGE = 200;
/** Share of English among the words of a text below which its language is asked for. */
const FEW = 0.08;
const FUNCTION_WORD =
  /\b(?:the|of|and|to|in|a|that|is|was|for|on|with|as|he|it|at|by|from|said|has|his|are|be)\b/giu;

/** Finds who said what in news articles in English, by rules; nothing but the text is asked. */
export const englishExtractor: Extractor = {
  ...TOOL,
  async extract(article: ArticleText, options: ExtractOptions = {}): Promise<Extraction> {
    const empty = emptyDocument(article, TOOL, options);
    refuseOtherLanguage(article.text);
    options.signal?.throwIfAborted();
    // The tagger's model takes memory, which processes that extract nothing save.
    const { read } = await import('./read.ts');
    const text = new OffsetText(article.text);
    const attributions = attribute(read(article.text));
    const cast = new Cast([OUTLET_ID]);
    const speakers = speakersOf(article.text, attributions, cast);
    const statements = attributions.map((attribution, at) =>
      placed(attribution, `s${at + 1}`, speakers[at] ?? [], text, cast),
    );
    return assemble(empty, { entities: cast.entities, mentions: [], statements });
  },
};

function refuseOtherLanguage(text: string): void {
  const sample = text.slice(0, 10_000);
  if (sample.length < MIN_FOR_LANGUAGE) return;
  const words = sample.match(/[\p{L}\p{M}]+/gu)?.length ?? 0;
  if (words > 0 && (sample.match(FUNCTION_WORD)?.length ?? 0) / words >= FEW) return;
  const language = franc(sample);
  if (language === 'eng' || language === 'und' || language === 'sco') return;
  throw invalidInput(
    `The text is not in English: it seems to be in ${nameOf(language)}. Give an English text.`,
    [{ pointer: '/text', reason: `seems to be in ${nameOf(language)}` }],
  );
}

function nameOf(language: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
}

/** Names in full come first, so that a surname finds whom it stands for. */
function speakersOf(text: string, attributions: readonly Attribution[], cast: Cast): string[][] {
  const named = attributions.map(({ source }) => (source === null ? null : nameIn(text, source)));
  for (const [at, name] of named.entries()) {
    if (name !== null && personName(name) !== null) cast.ofSource(name, `/statements/${at}`);
  }
  return named.map((name, at) => {
    const speaker = name === null || PRONOUN.test(name) ? null : cast.ofSource(name, `/statements/${at}`);
    return speaker === null ? [] : [speaker.id];
  });
}

/** What a source is called, without its apposition. */
function nameIn(text: string, { start, end }: Range): string {
  const words = text.slice(start, end);
  const name = words.split(/,|\(| – | — /u)[0]?.trim() ?? '';
  return name === '' ? words : name;
}

function placed(
  { source, cue, content, addressee, acts, confidence }: Attribution,
  id: string,
  speakers: readonly string[],
  text: OffsetText,
  cast: Cast,
): PlacedStatement {
  const at = ({ start, end }: Range): Stretch => ({
    start: text.codePoint(start),
    end: text.codePoint(end),
  });
  const told = addressee === null ? null : text.text.slice(addressee.start, addressee.end);
  const known = told === null ? null : cast.find(told);
  return {
    pointer: `/statements/${id}`,
    id,
    acts,
    speakers,
    source: source === null ? [] : [at(source)],
    cue: cue === null ? [] : [at(cue.range)],
    lemma: cue?.lemma ?? null,
    content: content.map(at),
    addressee:
      addressee === null || told === null
        ? null
        : {
            pointer: `/statements/${id}/addressee`,
            entities: known === null ? [] : [known.id],
            text: told,
            evidence: [at(addressee)],
          },
    confidence,
  };
}
