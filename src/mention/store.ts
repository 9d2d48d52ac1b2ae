import { entityOf } from '../entity/store.ts';
import { indexRows } from '../graph/batch.ts';
import type { Database, Row } from '../graph/database.ts';
import { type ListSource, readLists } from '../graph/list.ts';
import type { PlacedText } from '../graph/placed.ts';
import { placedList } from '../graph/placed-list.ts';
import { integer, oneOf, text, textOrNull } from '../graph/rows.ts';
import {
  ANTECEDENTS_OF_MENTIONS,
  MENTIONS_BY_ID,
  MENTIONS_OF_ARTICLE,
  MENTIONS_OF_ENTITY,
  METONYMS_OF_PLACE,
  REFERENTS_OF_MENTIONS,
} from './cypher.ts';
import {
  MENTION_KINDS,
  MENTION_READINGS,
  type Mention,
  type MentionReading,
  REFERENT_WAYS,
  SHOWN_READINGS,
} from './model.ts';

/** The mention in a row that has MENTION_COLUMNS and `id`. */
export function mentionOf(row: Row): Mention {
  return {
    id: text(row, 'id'),
    kind: oneOf(row, 'kind', MENTION_KINDS),
    reading: oneOf(row, 'reading', MENTION_READINGS),
    exact: textOrNull(row, 'exact'),
    start: integer(row, 'start'),
    end: integer(row, 'end'),
    startUtf16: integer(row, 'startUtf16'),
    endUtf16: integer(row, 'endUtf16'),
    versionId: text(row, 'versionId'),
    articleId: text(row, 'articleId'),
  };
}

/** Null stands for either reading. */
export function mentionsOfEntity(reading: MentionReading | null): ListSource<Mention> {
  return mentionList(MENTIONS_OF_ENTITY, reading);
}

export function mentionsOfArticle(reading: MentionReading | null): ListSource<Mention> {
  return mentionList(MENTIONS_OF_ARTICLE, reading);
}

export const metonymsOfPlace = mentionList(METONYMS_OF_PLACE, 'METONYMIC');

function mentionList(list: PlacedText, reading: MentionReading | null): ListSource<Mention> {
  const shown = (reading === null ? MENTION_READINGS : [reading]).map((each) => SHOWN_READINGS[each]);
  return placedList(list, mentionOf, { shown, scopes: (parent) => [`${parent} `] });
}

export async function mentionsById(db: Database, ids: readonly string[]): Promise<Map<string, Mention>> {
  return indexRows(await db.read(MENTIONS_BY_ID, { ids }), 'id', mentionOf);
}

/** By mention id, in the order of the document. */
export function referentsOfMentions(db: Database, ids: readonly string[]) {
  return readLists(db, REFERENTS_OF_MENTIONS, ids, (row) => ({
    way: oneOf(row, 'way', REFERENT_WAYS),
    entity: entityOf(row),
  }));
}

/** By mention id; absent where a mention points back to nothing. */
export async function antecedentsOfMentions(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, Mention>> {
  return indexRows(await db.read(ANTECEDENTS_OF_MENTIONS, { parents: ids }), 'parent', mentionOf);
}
