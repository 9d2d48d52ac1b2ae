import { expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { documentOf } from '../support/documents.ts';
import { describeEngines } from '../support/engines.ts';
import { answer } from '../support/graphql.ts';

const SENTENCES = {
  rain: 'Anna Berg said that rain will fall.',
  peace: 'Anna Berg said that peace is near.',
  harvest: 'Anna Berg said that the harvest was very good this year.',
};

/** An edition of one article, with a statement for each sentence that the annotator found. */
function edition(day: number, lines: readonly string[], found: readonly string[] = lines) {
  return documentOf({
    key: 'edited',
    text: lines.join(' '),
    retrievedAt: `2024-03-0${day}T00:00:00Z`,
    run: { startedAt: `2024-03-0${day}T01:00:00Z` },
    entities: { berg: { type: 'PERSON', name: 'Anna Berg' } },
    statements: Object.fromEntries(
      found.map((line, at) => [
        `s${at}`,
        {
          by: 'berg',
          source: { words: 'Anna Berg', occurrence: lines.indexOf(line) + 1 },
          cue: { words: 'said', occurrence: lines.indexOf(line) + 1 },
          content: line.slice('Anna Berg said '.length, -1),
        },
      ]),
    ),
  });
}

const FIRST = edition(1, [SENTENCES.rain, SENTENCES.peace, SENTENCES.harvest]);
const SECOND = edition(
  2,
  ['Oslund, Monday.', SENTENCES.rain, 'Anna Berg said that the harvest was quite good this year.'],
  [SENTENCES.rain],
);

interface Anchored {
  readonly content: string;
  readonly withdrawnReason: string | null;
  readonly evidence: readonly {
    readonly start: number;
    readonly anchor: {
      readonly verdict: string;
      readonly exact: string | null;
      readonly start: number | null;
      readonly articleVersion: { readonly number: number; readonly text: string };
    } | null;
  }[];
}

const ASK = `query ($include: [Include!]) {
  statements(orderBy: TEXT_POSITION, include: $include) { nodes {
    content withdrawnReason articleVersion { number }
    evidence(roles: [CONTENT]) { start anchor { verdict exact start articleVersion { number text } } }
  } }
}`;

async function statementsOf(db: Database, version: number): Promise<readonly Anchored[]> {
  const { statements } = await answer<{
    statements: { nodes: readonly (Anchored & { readonly articleVersion: { readonly number: number } })[] };
  }>(db, ASK, { include: ['SUPERSEDED', 'WITHDRAWN'] });
  return statements.nodes.filter(({ articleVersion }) => articleVersion.number === version);
}

describeEngines('an edited article', (open) => {
  test.each([
    ['in order', [FIRST, SECOND]],
    ['the other way around', [SECOND, FIRST]],
  ])('has the evidence of its earlier version anchored in the current one, %s', async (_, documents) => {
    const db = await open();
    for (const document of documents) await ingestDocument(db, document);
    const [rain, peace, harvest] = await statementsOf(db, 1);
    expect(rain).toMatchObject({ withdrawnReason: null, evidence: [{ anchor: { verdict: 'MOVED' } }] });
    const moved = rain?.evidence[0]?.anchor;
    expect(moved?.articleVersion.text.slice(moved.start ?? 0).startsWith('that rain will fall')).toBe(true);
    expect(harvest).toMatchObject({
      withdrawnReason: null,
      evidence: [{ anchor: { verdict: 'ALTERED', exact: 'that the harvest was quite good this year' } }],
    });
    expect(peace).toMatchObject({
      content: 'that peace is near',
      withdrawnReason: 'its words no longer stand in version 2 of the article',
      evidence: [{ anchor: { verdict: 'NOT_FOUND', exact: null, start: null } }],
    });
    expect(await statementsOf(db, 2)).toMatchObject([
      { withdrawnReason: null, evidence: [{ anchor: null }] },
    ]);
  });

  test('shows what lapsed only to whom asks for what is withdrawn', async () => {
    const db = await open();
    for (const document of [FIRST, SECOND]) await ingestDocument(db, document);
    const count = async (include: readonly string[]) => {
      const { statements } = await answer<{ statements: { nodes: readonly unknown[]; totalCount: number } }>(
        db,
        'query ($include: [Include!]) { statements(include: $include) { nodes { id } totalCount } }',
        { include },
      );
      expect(statements.totalCount).toBe(statements.nodes.length);
      return statements.totalCount;
    };
    expect(await count([])).toBe(1);
    expect(await count(['SUPERSEDED'])).toBe(3);
    expect(await count(['SUPERSEDED', 'WITHDRAWN'])).toBe(4);
  });

  test('that is changed back says of its words what they are again', async () => {
    const db = await open();
    const back = edition(3, [SENTENCES.rain, SENTENCES.peace, SENTENCES.harvest]);
    for (const document of [FIRST, SECOND, back]) await ingestDocument(db, document);
    const first = await statementsOf(db, 2);
    expect(first.map(({ withdrawnReason }) => withdrawnReason)).toEqual(first.map(() => null));
    expect(first.flatMap(({ evidence }) => evidence).map(({ anchor }) => anchor)).toEqual(
      first.map(() => null),
    );
  });
});
