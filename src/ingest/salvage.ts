import type { z } from 'zod';
import { type Annotation, annotationSchema } from './annotation.ts';
import type { Path } from './problems.ts';

/** What can be checked for meaning of a document whose shape is wrong in places. */
export interface Salvaged {
  readonly document: Annotation;
  /** Whether a problem there follows, or may follow, from a fault of shape that is reported itself. */
  isDoubtful(path: Path): boolean;
}

const ARRAYS = ['entities', 'mentions', 'statements', 'relations'] as const;
type ArrayName = (typeof ARRAYS)[number];

const NEUTRAL_RUN = { method: 'HAND', tool: '-', version: '-', startedAt: '2000-01-01T00:00:00Z' };
/** Beyond every text, so that a neutral mention shares its place with none. */
const NOWHERE = 10_000_000;

/**
 * The document with a neutral element in the place of each that has a wrong shape: places stay what they are. Null where there is no
 * text that anything could be checked against.
 */
export function salvage(input: unknown): Salvaged | null {
  if (!isObject(input)) return null;
  const { article: given, run: givenRun } = input;
  const article = salvageArticle(given);
  // Without one of its lists, all that refers into it would look wrong.
  const isList = (name: ArrayName) => input[name] === undefined || Array.isArray(input[name]);
  if (article === null || !ARRAYS.every(isList)) return null;
  const run = accepts(annotationSchema.shape.run, givenRun) ? givenRun : NEUTRAL_RUN;
  const bad = new Map<ArrayName, Set<number>>();
  const badIds = new Set<string>();
  const arrays = ARRAYS.map((name) => {
    const items: readonly unknown[] = Array.isArray(input[name]) ? input[name] : [];
    const item = annotationSchema.shape[name].unwrap().element;
    const faulty = new Set([...items.keys()].filter((at) => !accepts(item, items[at])));
    bad.set(name, faulty);
    for (const at of faulty) badIds.add(idOf(items[at], at));
    return [
      name,
      items.map((each, at) => (faulty.has(at) ? neutral(name, idOf(each, at), at) : each)),
    ] as const;
  });
  const parsed = annotationSchema.safeParse({
    format: 'onrecord-annotation/1',
    article,
    run,
    ...Object.fromEntries(arrays),
  });
  if (!parsed.success) return null;
  const document = parsed.data;
  const badStatements = (bad.get('statements')?.size ?? 0) > 0;
  const isDoubtful = ([name, at, field]: Path): boolean => {
    const array = ARRAYS.find((each) => each === name);
    if (array === undefined) {
      const isOutlet = name === 'article' && at === 'outlet';
      return (
        (name === 'article' && article !== given) || (isOutlet && badIds.has(document.article.outlet ?? ''))
      );
    }
    if (typeof at !== 'number' || bad.get(array)?.has(at) === true) return true;
    // An addressee may be carried from a statement that could not be read.
    if (array === 'statements' && field === 'addressee' && badStatements) return true;
    return names(document[array][at], badIds);
  };
  return { document, isDoubtful };
}

/** The text is what the rest is checked against; other fields of the article can do without. */
function salvageArticle(article: unknown): unknown {
  if (accepts(annotationSchema.shape.article, article)) return article;
  const { text, withheld } = isObject(article) ? article : {};
  const { shape } = annotationSchema.shape.article;
  if (text !== undefined) return accepts(shape.text, text) ? { text } : null;
  return withheld !== undefined && accepts(shape.withheld, withheld) ? { withheld } : null;
}

function neutral(name: ArrayName, id: string, at: number): unknown {
  switch (name) {
    case 'entities':
      return { id, type: 'PERSON', name: id };
    case 'mentions':
      return { id, start: NOWHERE + at, end: NOWHERE + at + 1, exact: '-', kind: 'NAME', entities: [] };
    case 'statements':
      return { id, kind: 'INDIRECT', acts: ['NO_RESPONSE'], source: { speakers: [] } };
    case 'relations':
      return { id, type: 'PART_OF', from: id, to: id };
  }
}

/** The id that others may refer to it by, where it has one. */
function idOf(element: unknown, at: number): string {
  const { id } = isObject(element) ? element : { id: null };
  return accepts(annotationSchema.shape.entities.unwrap().element.shape.id, id)
    ? String(id)
    : `unreadable-${at}`;
}

/** Whether a text anywhere in a value is one of the ids. */
function names(value: unknown, ids: ReadonlySet<string>): boolean {
  if (typeof value === 'string') return ids.has(value);
  if (Array.isArray(value)) return value.some((each) => names(each, ids));
  return isObject(value) && Object.values(value).some((each) => names(each, ids));
}

function accepts(schema: z.ZodType, value: unknown): boolean {
  return schema.safeParse(value).success;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
