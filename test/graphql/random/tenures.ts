import { expect } from 'vitest';
import type { Database } from '../../../src/graph/database.ts';
import { answer } from '../../support/graphql.ts';
import { isClaimed } from '../belonging.ts';
import { type Days, daysOf } from '../oracle.ts';
import { namesIn } from '../recorded.ts';
import type { Stored } from './stored.ts';
import { WORLD, WORLD_KEYS } from './world.ts';

const TENURES = `query ($ids: [ID!]!, $asOf: PartialDate) {
  nodes(ids: $ids) { ...on Person { positions(asOf: $asOf) { position { id } from until } } }
}`;

interface Tenure {
  readonly position: { readonly id: string };
  readonly from: string | null;
  readonly until: string | null;
}

/** That people hold the offices that the documents say, at any time or at the one given. */
export async function checkTenures(db: Database, stored: Stored, asOf: string | null): Promise<void> {
  const people = WORLD_KEYS.filter((key) => WORLD[key].type === 'PERSON');
  const ids = people.map((key) => stored.ids.entities.get(key));
  const { nodes } = await answer<{ nodes: { positions: Tenure[] }[] }>(db, TENURES, { ids, asOf });
  const keys = new Map([...stored.ids.entities].map(([key, id]) => [id, key]));
  const found = nodes.flatMap(({ positions }, at) =>
    positions.map(({ position, from, until }) => tenure(people[at], keys.get(position.id), from, until)),
  );
  expect(found.toSorted()).toEqual(expectedTenures(stored, asOf).toSorted());
}

function tenure(...parts: readonly (string | null | undefined)[]): string {
  return JSON.stringify(parts.map((part) => part ?? null));
}

interface Told {
  readonly tenure: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly reference: boolean;
  /** Of an article that says so now, with what is only claimed marked. */
  readonly said: readonly { readonly claimed: boolean; readonly published: Days | null }[];
}

function expectedTenures({ records }: Stored, asOf: string | null): string[] {
  const told = records.flatMap((record) =>
    (record.document.relations ?? [])
      .filter(({ type }) => type === 'HOLDS_POSITION')
      .map(({ from, to, validFrom = null, validUntil = null, reference, evidence = [] }): Told => {
        const { publishedAt } = record.document.article;
        return {
          tenure: tenure(...namesIn(record, [from]), ...namesIn(record, [to]), validFrom, validUntil),
          from: validFrom,
          until: validUntil,
          reference: reference != null,
          said: (record.current ? evidence : []).map((words) => ({
            claimed: isClaimed(record.document, words),
            published: publishedAt == null ? null : daysOf(publishedAt),
          })),
        };
      }),
  );
  const names = [...new Set(told.map((each) => each.tenure))];
  return names.filter((name) => {
    const all = told.filter((each) => each.tenure === name);
    const referred = all.some(({ reference }) => reference);
    const attesting = all.flatMap(({ said }) => said).filter(({ claimed }) => referred || !claimed);
    if (!referred && attesting.length === 0) return false;
    if (asOf === null) return true;
    // What has no bound of its own is known to hold between the articles that say so.
    const [first, last] = daysOf(asOf);
    const published = attesting.flatMap((each) => (each.published === null ? [] : [each.published]));
    const { from, until } = all[0] ?? { from: null, until: null };
    const begun = from === null ? published.some(([day]) => day <= last) : daysOf(from)[0] <= last;
    const lasts = until === null ? published.some(([, day]) => day >= first) : daysOf(until)[1] >= first;
    return begun && lasts;
  });
}
