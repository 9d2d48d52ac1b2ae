import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ENTITY_TYPES, type EntityType } from '../../../src/entity/model.ts';
import { RELATION_TYPES, type RelationType } from '../../../src/relation/model.ts';
import {
  SPEECH_ACTS,
  type SpeechAct,
  STATEMENT_KINDS,
  type StatementKind,
} from '../../../src/statement/model.ts';
import { type Span, spansOfMarked } from './marked.ts';

/** The articles annotated by hand that extraction is measured with. */
export const GOLD_FOLDER = fileURLToPath(new URL('../../ingest/extractors/english/gold/', import.meta.url));

/** All offsets in UTF-16 units. */
export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly entities: readonly GoldEntity[];
  readonly statements: readonly GoldStatement[];
  readonly readings: readonly GoldReading[];
  readonly relations: readonly GoldRelation[];
}

export interface GoldEntity {
  readonly type: EntityType;
  /** The usual name, then others that would do. */
  readonly names: readonly [string, ...string[]];
}

export interface GoldStatement {
  readonly id: string;
  /** Usual names of entities; empty where the article names no source. */
  readonly speakers: readonly string[];
  readonly kind: StatementKind;
  readonly acts: readonly SpeechAct[];
  readonly source: Span | null;
  readonly cue: Span | null;
  readonly content: readonly Span[];
  readonly addressee: GoldAddressee | null;
  /** The id of the statement that reports this one. */
  readonly within: string | null;
  readonly turn: boolean;
}

export interface GoldAddressee extends Span {
  /** The usual name; null for words that stand for no entity: "reporters". */
  readonly entity: string | null;
  readonly carried: boolean;
}

/** A name of a place, and what it stands for there: null for the place itself. */
export interface GoldReading extends Span {
  readonly of: string | null;
}

export interface GoldRelation {
  readonly from: string;
  readonly type: RelationType;
  /** For HOLDS_POSITION a description of the position. */
  readonly to: string;
}

const name = z.string().min(1);
const file = z.strictObject({
  about: z.string().min(1).describe('What is hard in it.'),
  text: z.array(z.string().min(1)).min(1).describe('Its paragraphs.'),
  entities: z
    .partialRecord(z.enum(ENTITY_TYPES), z.array(name).min(1))
    .describe('"Usual name|another|another".'),
  statements: z.array(
    z.strictObject({
      id: name,
      speakers: z.array(name),
      kind: z.enum(STATEMENT_KINDS),
      acts: z.array(z.enum(SPEECH_ACTS)).min(1),
      says: name.describe('An excerpt with the marks of the guide: see spansOfMarked.'),
      to: name.optional().describe('The entity that {…} in the excerpt stands for.'),
      carried: name.optional().describe('The statement whose addressee holds on.'),
      within: name.optional(),
      turn: z.literal(true).optional(),
    }),
  ),
  readings: z.array(z.strictObject({ words: name, for: name.optional() })),
  relations: z.array(z.tuple([name, z.enum(RELATION_TYPES), name])),
});
type GoldFile = z.output<typeof file>;
type FiledStatement = GoldFile['statements'][number];

export function goldArticles(folder = GOLD_FOLDER): GoldArticle[] {
  const names = readdirSync(folder).filter((found) => found.endsWith('.json'));
  return names.toSorted().map((found) => {
    const id = found.replace(/\.json$/u, '');
    try {
      return goldOf(id, JSON.parse(readFileSync(`${folder}${found}`, 'utf8')));
    } catch (error) {
      throw new Error(`${found}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  });
}

/** Throws where words are missing or stand in the text more than once, and on names that no entity has. */
export function goldOf(id: string, value: unknown): GoldArticle {
  const parsed = file.parse(value);
  const text = parsed.text.join('\n\n');
  const entities = entitiesOf(parsed);
  const known = new Set(entities.map(({ names }) => names[0]));
  const named = (found: string) => {
    if (!known.has(found)) throw new Error(`no entity has the usual name “${found}”`);
    return found;
  };
  return {
    id,
    text,
    entities,
    statements: parsed.statements.map((found) => statementOf(text, found, parsed.statements, named)),
    readings: parsed.readings.map(({ words, for: of }) => {
      const [span] = spansOfMarked(text, words).content;
      if (span === undefined) throw new Error(`nothing is marked: ${words}`);
      return { ...span, of: of === undefined ? null : named(of) };
    }),
    relations: parsed.relations.map(([from, type, to]) => ({
      from: named(from),
      type,
      to: type === 'HOLDS_POSITION' ? to : named(to),
    })),
  };
}

function entitiesOf({ entities }: GoldFile): GoldEntity[] {
  return ENTITY_TYPES.flatMap((type) =>
    (entities[type] ?? []).map((names) => {
      const [usual = '', ...others] = names.split('|');
      return { type, names: [usual, ...others] as const };
    }),
  );
}

function statementOf(
  text: string,
  found: FiledStatement,
  all: readonly FiledStatement[],
  named: (name: string) => string,
): GoldStatement {
  const { source, cue, content } = spansOfMarked(text, found.says);
  if (source.length > 1 || cue.length > 1) throw new Error(`more than one source or cue: ${found.says}`);
  if (found.within !== undefined && !all.some(({ id }) => id === found.within)) {
    throw new Error(`“${found.id}” is within “${found.within}”, and there is none`);
  }
  return {
    id: found.id,
    speakers: found.speakers.map(named),
    kind: found.kind,
    acts: found.acts,
    source: source[0] ?? null,
    cue: cue[0] ?? null,
    content,
    addressee: addresseeOf(text, found, all, named),
    within: found.within ?? null,
    turn: found.turn ?? false,
  };
}

function addresseeOf(
  text: string,
  found: FiledStatement,
  all: readonly FiledStatement[],
  named: (name: string) => string,
): GoldAddressee | null {
  const namedBy = found.carried === undefined ? found : all.find(({ id }) => id === found.carried);
  if (namedBy === undefined)
    throw new Error(`“${found.id}” carries from “${found.carried}”, and there is none`);
  const [span] = spansOfMarked(text, namedBy.says).addressee;
  if (span !== undefined) {
    return {
      ...span,
      entity: namedBy.to === undefined ? null : named(namedBy.to),
      carried: namedBy !== found,
    };
  }
  if (namedBy.to !== undefined || namedBy !== found) throw new Error(`“${namedBy.id}” marks no addressee`);
  return null;
}
