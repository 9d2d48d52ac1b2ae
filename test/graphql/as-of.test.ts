import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { type DocumentSpec, documentOf } from '../support/documents.ts';
import { describeEngines } from '../support/engines.ts';
import { answer } from '../support/graphql.ts';

const ENTITIES = {
  abel: { type: 'PERSON', name: 'Ann Abel' },
  bolt: { type: 'PERSON', name: 'Bob Bolt' },
  chair: { type: 'POSITION', name: 'Chair of Zed' },
} as const;

/** In its own voice. */
const SAID: DocumentSpec = {
  key: 'said',
  text: 'Zed chair Ann Abel stayed at home.',
  publishedAt: '2020-05-04',
  entities: ENTITIES,
  relations: { office: { type: 'HOLDS_POSITION', from: 'abel', to: 'chair', at: 'Zed chair Ann Abel' } },
};

/** Only as what somebody claims. */
const CLAIMED: DocumentSpec = {
  key: 'claimed',
  text: 'Bob Bolt said that Zed chair Ann Abel stayed at home.',
  publishedAt: '2026-05-04',
  entities: ENTITIES,
  statements: {
    said: { by: 'bolt', source: 'Bob Bolt', cue: 'said', content: 'that Zed chair Ann Abel stayed at home' },
  },
  relations: { office: { type: 'HOLDS_POSITION', from: 'abel', to: 'chair', at: 'Zed chair Ann Abel' } },
};

describeEngines('an office that one article says and a later one reports somebody to claim', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    for (const spec of [SAID, CLAIMED]) await ingestDocument(db, documentOf(spec));
  });

  test.each([
    ['2020', 1, 1],
    ['2026', 0, 1],
    ['2027', 0, 0],
  ])('is held in %s by %i, and is a relation of that time %i times', async (asOf, held, related) => {
    const { entity } = await answer<{ entity: { positions: object[]; relations: { totalCount: number } } }>(
      db,
      `query ($asOf: PartialDate) {
        entity(by: {name: "Ann Abel"}) {
          relations(asOf: $asOf) { totalCount }
          ... on Person { positions(asOf: $asOf) { position { name } } }
        }
      }`,
      { asOf },
    );
    expect({ held: entity.positions.length, related: entity.relations.totalCount }).toEqual({
      held,
      related,
    });
  });
});
