import type { z } from 'zod';
import { invalidInput, type Problem } from '../../errors.ts';
import { Aligner } from '../../text/align.ts';
import { foldName } from '../../text/fold.ts';
import { OffsetText } from '../../text/offsets.ts';
import type { ArticleText, Extraction, ExtractOptions } from '../extractor.ts';
import { pointerOf } from '../problems.ts';
import { emptyDocument, OUTLET_ID, type Tool } from './article.ts';
import { assemble } from './assemble.ts';
import { Cast } from './cast.ts';
import { type LooseEntity, looseEntitySchema, looseStatementSchema, MAX_ITEMS } from './loose.ts';
import { Finder } from './loose-places.ts';
import { StatementPlaces } from './loose-statements.ts';
import type { PlacedEntity, PlacedMention } from './placed.ts';

export interface LooseResult extends Extraction {
  /** How many were given, and how many of these the document has. */
  readonly counts: {
    readonly entities: Count;
    readonly mentions: Count;
    readonly statements: Count;
    /** Refused because the article does not have the words, and because nothing tells which of several places is meant. */
    readonly notFound: number;
    readonly ambiguous: number;
  };
}

interface Count {
  readonly given: number;
  readonly kept: number;
}

/** Mentions that a document can have. */
const MAX_MENTIONS = 20_000;

/**
 * Makes an annotation document of a loose extraction, as a language model gives it (`looseSchema`). Every item stands for itself: one that
 * has a wrong shape, whose words the article does not have, or that would not pass the check, is refused with a pointer into what was
 * given, and the others are kept. INVALID_INPUT where there is nothing to choose from: no object with lists, or an article that cannot be in
 * a document. Takes time in proportion to text and items.
 */
export function documentOfLoose(
  given: unknown,
  article: ArticleText,
  tool: Tool,
  options: ExtractOptions = {},
): LooseResult {
  const lists = listsOf(given);
  const empty = emptyDocument(article, tool, options);
  const text = new OffsetText(article.text);
  const finder = new Finder(new Aligner(article.text));
  const refused: Problem[] = [];
  const entities = read(lists.entities, 'entities', looseEntitySchema, refused);
  const cast = new Cast([OUTLET_ID]);
  const added = entities.flatMap(({ pointer, item }) => {
    if (!cast.isFull) return [{ pointer, item, entity: addTo(cast, item, pointer) }];
    refused.push({ pointer, reason: 'is one too many for a document' });
    return [];
  });
  const mentions = new Mentions(text, finder, refused);
  for (const { item, pointer, entity } of added) mentions.add(item, pointer, entity);
  const statements = read(lists.statements, 'statements', looseStatementSchema, refused);
  const places = new StatementPlaces(text, finder, cast);
  const placed = places.place(statements.map(({ pointer, item }) => ({ pointer, statement: item })));
  const { document, refused: rest } = assemble(empty, {
    entities: cast.entities,
    mentions: mentions.placed,
    statements: placed,
  });
  const all = [...refused, ...places.refused, ...rest];
  const count = (state: string) => all.filter(({ reason }) => reason.startsWith(`${state}: `)).length;
  return {
    document,
    refused: all,
    counts: {
      entities: { given: lists.entities.length, kept: document.entities?.length ?? 0 },
      mentions: { given: mentions.given, kept: document.mentions?.length ?? 0 },
      statements: { given: lists.statements.length, kept: document.statements?.length ?? 0 },
      notFound: count('NOT_FOUND'),
      ambiguous: count('AMBIGUOUS'),
    },
  };
}

function listsOf(given: unknown): {
  readonly entities: readonly unknown[];
  readonly statements: readonly unknown[];
} {
  if (given === null || typeof given !== 'object' || Array.isArray(given)) {
    const reason = 'must be an object with `entities` and `statements`';
    throw invalidInput(`A loose extraction ${reason}.`, [{ pointer: '', reason }]);
  }
  const { entities = [], statements = [] } = given as { entities?: unknown; statements?: unknown };
  const problems = Object.entries({ entities, statements })
    .filter(([, list]) => list !== null && !Array.isArray(list))
    .map(([name]) => ({ pointer: `/${name}`, reason: 'must be a list' }));
  if (problems.length > 0) throw invalidInput('The loose extraction has no lists of items.', problems);
  return {
    entities: (entities as readonly unknown[] | null) ?? [],
    statements: (statements as readonly unknown[] | null) ?? [],
  };
}

interface Item<T> {
  readonly pointer: string;
  readonly item: T;
}

/** Those of the right shape. */
function read<T>(
  list: readonly unknown[],
  name: string,
  schema: z.ZodType<T>,
  refused: Problem[],
): Item<T>[] {
  return [...list].flatMap((each, at) => {
    const pointer = `/${name}/${at}`;
    const parsed = at < MAX_ITEMS ? schema.safeParse(each) : null;
    if (parsed?.success) return [{ pointer, item: parsed.data }];
    const [issue] = parsed?.error.issues ?? [];
    const path = (issue?.path ?? []).map((step) => (typeof step === 'number' ? step : String(step)));
    const reason = issue?.message ?? `is one too many: ${MAX_ITEMS} are the most`;
    refused.push({ pointer: `${pointer}${pointerOf(path)}`, reason });
    return [];
  });
}

function addTo(cast: Cast, entity: LooseEntity, pointer: string): PlacedEntity {
  const { id = null, type, name, aliases, description, qid, isOutlet } = entity;
  return cast.add(
    {
      pointer,
      type,
      name,
      aliases: aliases ?? [],
      description,
      qid,
      ...(type === 'ORGANIZATION' && { isOutlet: isOutlet ?? false }),
    },
    id,
  );
}

class Mentions {
  readonly placed: PlacedMention[] = [];
  given = 0;
  readonly #text: OffsetText;
  readonly #finder: Finder;
  readonly #refused: Problem[];

  constructor(text: OffsetText, finder: Finder, refused: Problem[]) {
    this.#text = text;
    this.#finder = finder;
    this.#refused = refused;
  }

  add({ mentions, name, aliases }: LooseEntity, pointer: string, entity: PlacedEntity): void {
    const names = new Set([name, ...(aliases ?? [])].map(foldName));
    for (const [at, each] of (mentions ?? []).entries()) {
      this.given += 1;
      const { at: passage, kind = null } = typeof each === 'object' && 'at' in each ? each : { at: each };
      const place = `${pointer}/mentions/${at}`;
      const found = this.#finder.find(passage);
      const reason = 'reason' in found ? found.reason : `is one too many: ${MAX_MENTIONS} are the most`;
      if ('reason' in found || this.placed.length === MAX_MENTIONS) {
        this.#refused.push({ pointer: place, reason });
        continue;
      }
      const { start, end } = found.found;
      const isName = names.has(foldName(this.#text.slice(start, end)));
      this.placed.push({
        pointer: place,
        id: `m${this.placed.length + 1}`,
        start,
        end,
        kind: kind ?? (isName ? 'NAME' : 'NOMINAL'),
        entities: [entity.id],
      });
    }
  }
}
