import type { Problem } from '../../errors.ts';
import { OffsetText } from '../../text/offsets.ts';
import type { ArticleText, Extraction, ExtractOptions } from '../extractor.ts';
import { emptyDocument, OUTLET_ID } from './article.ts';
import { assemble } from './assemble.ts';
import { type BratEvent, readStandOff, type StandOff, type TextBound } from './brat-lines.ts';
import { Cast } from './cast.ts';
import { personName } from './person-name.ts';
import type { PlacedStatement } from './placed.ts';

/** By the role of an event, without its number. */
const ROLES: ReadonlyMap<string, Part> = new Map([
  ['source', 'source'],
  ['speaker', 'source'],
  ['cue', 'cue'],
  ['content', 'content'],
  ['quote', 'content'],
  ['addressee', 'addressee'],
  ['recipient', 'addressee'],
]);
type Part = 'source' | 'cue' | 'content' | 'addressee';

export interface BratOptions extends ExtractOptions {
  /** Who annotated, as the run names it. Defaults to `brat`. */
  readonly annotator?: string;
  /** Of the annotations. Defaults to 1. */
  readonly version?: string;
  /** TOOL where a program wrote the stand-off file. Defaults to HAND. */
  readonly method?: 'HAND' | 'TOOL';
}

export interface BratResult extends Extraction {
  readonly counts: {
    readonly events: number;
    readonly statements: number;
    /** Text-bound annotations that no event names, such as those of the label Discard: nothing is made of them. */
    readonly unused: number;
  };
}

/**
 * Makes an annotation document of a text with a stand-off file of brat. Each event with a role Content (or Quote) is a statement, its
 * other roles are Source (or Speaker), Cue and Addressee (or Recipient), with a number behind where there are several; without a Cue its
 * trigger is the cue. Sources become entities by their words: persons where these are clearly a name, else unnamed sources, one for each
 * text-bound annotation. The pointer of what is refused is the id of its line, such as `/E1`, and the reason begins with its number.
 * INVALID_INPUT where the text or the metadata cannot be in a document.
 */
export function fromBrat(
  text: string,
  ann: string,
  metadata: Omit<ArticleText, 'text'> = {},
  options: BratOptions = {},
): BratResult {
  const { annotator: tool = 'brat', version = '1', method = 'HAND' } = options;
  const empty = emptyDocument({ ...metadata, text }, { tool, version, method, parameters: {} }, options);
  const standOff = readStandOff(new OffsetText(text), ann);
  const refused: Problem[] = [...standOff.refused];
  const read = standOff.events.flatMap((event) => {
    const parts = partsOf(event, standOff);
    if (typeof parts !== 'string') return [{ event, parts }];
    refused.push({ pointer: `/${event.id}`, reason: `line ${event.line}: ${parts}` });
    return [];
  });
  const cast = new Cast([OUTLET_ID]);
  const entities = entitiesOf(
    cast,
    read.flatMap(({ parts }) => parts.source),
  );
  const statements = read.map(({ event, parts }) => statementOf(event, parts, entities, cast));
  const assembled = assemble(empty, { entities: cast.entities, mentions: [], statements });
  const { document } = assembled;
  const lines = new Map(
    [...standOff.textBounds.values(), ...standOff.events].map(({ id, line }) => [id, line]),
  );
  for (const { pointer, reason } of assembled.refused) {
    const line = lines.get(pointer.split('/')[1] ?? '');
    refused.push({ pointer, reason: line === undefined ? reason : `line ${line}: ${reason}` });
  }
  const used = new Set(
    standOff.events.flatMap(({ trigger, roles }) => [trigger, ...roles.map(({ id }) => id)]),
  );
  return {
    document,
    refused,
    counts: {
      events: standOff.events.length,
      statements: document.statements?.length ?? 0,
      unused: [...standOff.textBounds.keys()].filter((id) => !used.has(id)).length,
    },
  };
}

type Parts = Readonly<Record<Part, readonly TextBound[]>>;

/** Or why the event is no statement. */
function partsOf({ trigger, roles }: BratEvent, { textBounds }: StandOff): Parts | string {
  const parts: Record<Part, TextBound[]> = { source: [], cue: [], content: [], addressee: [] };
  for (const { role, id } of roles) {
    const part = ROLES.get(role.replace(/\d+$/u, '').toLowerCase());
    if (part === undefined) continue;
    const textBound = textBounds.get(id);
    if (textBound === undefined) return `${role} is ${id}, and no such text-bound annotation was read`;
    parts[part].push(textBound);
  }
  if (parts.content.length === 0) return 'has no Content: nothing is said';
  const fallback = textBounds.get(trigger);
  if (parts.cue.length === 0 && fallback !== undefined) parts.cue.push(fallback);
  return parts;
}

/** Ids by text-bound annotation; names first, so that what is called by a surname alone finds them. */
function entitiesOf(cast: Cast, sources: readonly TextBound[]): ReadonlyMap<TextBound, string | null> {
  const inOrder = [...new Set(sources)].sort(
    (a, b) => (a.fragments[0]?.start ?? 0) - (b.fragments[0]?.start ?? 0) || a.line - b.line,
  );
  const named = inOrder.filter(({ words }) => personName(words) !== null);
  const entities = new Map<TextBound, string | null>();
  for (const source of [...named, ...inOrder]) {
    if (!entities.has(source)) entities.set(source, cast.ofSource(source.words, `/${source.id}`)?.id ?? null);
  }
  return entities;
}

function statementOf(
  { id }: BratEvent,
  { source, cue, content, addressee }: Parts,
  entities: ReadonlyMap<TextBound, string | null>,
  cast: Cast,
): PlacedStatement {
  const spans = (parts: readonly TextBound[]) => parts.flatMap(({ fragments }) => fragments);
  const told = addressee
    .map(({ words }) => words)
    .join(', ')
    .replace(/\s+/gu, ' ');
  const [named] = addressee.length === 1 ? [cast.find(told)] : [null];
  return {
    pointer: `/${id}`,
    id,
    acts: ['ASSERT'],
    speakers: source.flatMap((each) => entities.get(each) ?? []),
    source: spans(source),
    cue: spans(cue),
    content: spans(content),
    addressee:
      addressee.length === 0
        ? null
        : {
            pointer: `/${id}`,
            entities: named === null ? [] : [named.id],
            text: told,
            evidence: spans(addressee),
          },
  };
}
