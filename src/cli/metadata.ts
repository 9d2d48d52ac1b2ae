import { Option } from 'commander';
import { invalidInput, OnrecordError, type Problem } from '../errors.ts';
import { type ArticleMetadata, readMetadata } from '../ingest/article-text.ts';
import type { FindOptions, Input, NoInput } from '../ingest/read-paths.ts';
import { standOffReader } from '../ingest/read-stand-off.ts';
import { type ArticleReaders, onlyTexts, textReader, withTexts } from '../ingest/read-texts.ts';

/** As commander reads the options below. */
export interface MetadataFlags {
  readonly key?: string;
  readonly title?: string;
  readonly url?: string;
  readonly publishedAt?: string;
  readonly retrievedAt?: string;
  readonly language?: string;
  readonly outlet?: string;
  readonly outletQid?: string;
}

/** The option of each field of the metadata. */
const OPTIONS: Readonly<Record<keyof MetadataFlags, string>> = {
  key: '--key',
  title: '--title',
  url: '--url',
  publishedAt: '--published-at',
  retrievedAt: '--retrieved-at',
  language: '--language',
  outlet: '--outlet',
  outletQid: '--outlet-qid',
};

/** Where it is not the field of the same name. */
const FIELDS: Readonly<Record<string, keyof MetadataFlags>> = {
  '/outlet/name': 'outlet',
  '/outlet/qid': 'outletQid',
};

/** For every command that takes plain texts. */
export function metadataOptions(): readonly Option[] {
  return [
    new Option(`${OPTIONS.title} <title>`, 'of a single text: its headline, where that is no part of it'),
    new Option(`${OPTIONS.url} <url>`, 'where it was published; without a key, what it is known by'),
    new Option(`${OPTIONS.publishedAt} <date>`, 'when it was published, as 2021, 2021-03 or 2021-03-22'),
    new Option(`${OPTIONS.outlet} <name>`, 'who published it'),
    new Option(`${OPTIONS.outletQid} <qid>`, 'the outlet in Wikidata, as Q7747'),
    new Option(`${OPTIONS.key} <key>`, 'own key of the publisher or archive'),
    new Option(`${OPTIONS.retrievedAt} <instant>`, 'when the text was taken, as 2021-03-22T10:15:30Z'),
    new Option(`${OPTIONS.language} <tag>`, 'its language in BCP 47; en unless given'),
  ];
}

/** How plain texts are found and read. */
export interface TextInputs extends FindOptions {
  /** INVALID_INPUT where options are about one text, and there are none or several. */
  check(inputs: readonly (Input | NoInput)[]): void;
}

/** Documents, and plain texts and stand-off files beside them; see `withTexts`. */
export function textsBeside(flags: MetadataFlags, everywhere: boolean): TextInputs {
  return textInputs(flags, (readers) => withTexts(readers, everywhere));
}

/** Plain texts, and stand-off files that are named. */
export function textsAlone(flags: MetadataFlags): TextInputs {
  return textInputs(flags, onlyTexts);
}

function textInputs(
  flags: MetadataFlags,
  readersWith: (readers: ArticleReaders) => NonNullable<FindOptions['readers']>,
): TextInputs {
  const given = metadataOf(flags);
  const articles = { text: textReader(given), standOff: standOffReader(given) };
  const [first] = namesOf(flags);
  return {
    readers: readersWith(articles),
    check(inputs) {
      if (first === undefined) return;
      const texts = inputs.filter((input) => 'read' in input && Object.values(articles).includes(input.read));
      if (texts.length === 1) return;
      const there =
        texts.length === 0
          ? 'there is none: plain texts are *.txt files, or stand beside their *.ann files, and with --text standard input'
          : `there are ${texts.length}: give what is known of each in a file beside it, as talks.meta.json for talks.txt`;
      throw invalidInput(`${first} is about one plain text, and ${there}.`);
    },
  };
}

function namesOf(flags: MetadataFlags): readonly string[] {
  return Object.entries(OPTIONS).flatMap(([field, option]) => (field in flags ? [option] : []));
}

/** What the options say, and nothing else: a file may say the rest. */
function metadataOf(flags: MetadataFlags): Partial<ArticleMetadata> {
  const { outlet, outletQid, ...fields } = flags;
  if (outletQid !== undefined && outlet === undefined)
    throw invalidInput(`${OPTIONS.outletQid} goes with ${OPTIONS.outlet}.`);
  const known = Object.keys(OPTIONS).filter((field) => field in fields);
  const given = {
    ...Object.fromEntries(known.map((field) => [field, fields[field as keyof typeof fields]])),
    ...(outlet !== undefined && {
      outlet: { name: outlet, ...(outletQid !== undefined && { qid: outletQid }) },
    }),
  };
  const all = readOptions(given);
  return Object.fromEntries(Object.entries(all).filter(([field]) => field in given));
}

function readOptions(given: object): ArticleMetadata {
  try {
    return readMetadata(given, 'The options');
  } catch (error) {
    if (!(error instanceof OnrecordError)) throw error;
    const { problems = [] } = error.details as { readonly problems?: readonly Problem[] };
    const lines = problems.map(({ pointer, reason }) => {
      const field = FIELDS[pointer] ?? (pointer.slice(1) as keyof MetadataFlags);
      return `${OPTIONS[field]}: ${reason}.`;
    });
    throw invalidInput(lines.join('\n'));
  }
}
