import type { Query } from '../graph/database.ts';
import { STATEMENT_PLACES } from '../graph/plan.ts';

/*
 * Places in lists. Rows come with those of records that everybody sees; the first character is put right here. Where an engine
 * indexes relationships, they hold the places of what they come from, after the id of the entity and a space.
 */

/** Puts right the first character of the places of the statement `s`. Only what is superseded lapses: its words are gone from the current version. */
export const SET_STATEMENT_PLACES = STATEMENT_PLACES.map(
  (place) => `s.${place} = CASE WHEN s.current THEN CASE WHEN s.withdrawnAt IS NULL THEN '0' ELSE '1' END
    WHEN s.withdrawnAt IS NULL AND s.lapsedAt IS NULL THEN '2' ELSE '3' END + substring(s.${place}, 1)`,
).join(', ');

/** Of the relationship `edge` from the statement `s` to the entity `e`. */
export const SET_STATEMENT_WAY = STATEMENT_PLACES.map(
  (place) => `edge.${place} = e.id + ' ' + s.${place}`,
).join(', ');

/** Puts right the first character of the place of the mention `m`. */
export const SET_MENTION_PLACE = `m.textPlace = CASE WHEN NOT m.current THEN '-' WHEN m.reading = 'LITERAL' THEN 'L' ELSE 'M' END
    + substring(m.textPlace, 1)`;

/** Of the relationship `edge` from the mention `m` to the entity `e`. */
export const SET_MENTION_WAY = "edge.textPlace = e.id + ' ' + m.textPlace";

/** A write that changes who sees statements: `change` binds each as `s` and sets `current`, `withdrawnAt` or `lapsedAt`. */
export function changeOfStatements(name: string, change: string): Query {
  const text = `${change}
SET ${SET_STATEMENT_PLACES}`;
  const indexed = `${text}
WITH s
MATCH (s)-[edge:SAID_BY|ABOUT|TOLD_TO]->(e:Entity)
SET ${SET_STATEMENT_WAY}`;
  return { name, text, indexed };
}

/** The same of mentions, each bound as `m`. */
export function changeOfMentions(name: string, change: string): Query {
  const text = `${change}
SET ${SET_MENTION_PLACE}`;
  const indexed = `${text}
WITH m
MATCH (m)-[edge:REFERS_TO|LITERALLY]->(e:Entity)
SET ${SET_MENTION_WAY}`;
  return { name, text, indexed };
}
