import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { type DocumentSpec, documentOf } from '../support/documents.ts';
import { describeEngines } from '../support/engines.ts';
import { answer } from '../support/graphql.ts';
import { withdraw } from '../support/withdraw.ts';

const URL = 'https://daily.example/edited';

/** One article, printed with a word that its second version changes, and annotated twice. */
function version(word: string, retrievedAt: string, rest: Partial<DocumentSpec> = {}): DocumentSpec {
  return {
    text: `Ann Ash, a member of the Club, said that it ${word}. Bob Beck said that Ann Ash had said that it rains.`,
    key: 'edited',
    url: URL,
    publishedAt: '2024-01-01',
    retrievedAt,
    title: `It ${word}`,
    entities: {
      ann: { type: 'PERSON', name: 'Ann Ash' },
      bob: { type: 'PERSON', name: 'Bob Beck' },
      club: { type: 'ORGANIZATION', name: 'Club' },
      ...(word === 'snows' && { gone: { type: 'PLACE', name: 'Gone Place' } }),
    },
    mentions: { ann: { at: 'Ann Ash', of: 'ann' } },
    statements: {
      first: { by: 'ann', content: `that it ${word}` },
      outer: { by: 'bob', content: 'that Ann Ash had said that it rains', about: 'ann' },
      inner: { by: 'ann', content: 'that it rains', within: 'outer' },
    },
    relations: {
      member: { type: 'MEMBER_OF', from: 'ann', to: 'club', at: 'Ann Ash, a member of the Club' },
      ...(word === 'snows' && {
        gone: { type: 'PART_OF', from: 'club', to: 'gone', at: 'the Club' },
      }),
    },
    ...rest,
  };
}

/** In time order; the middle one is a tool's, and a run by hand over the same text replaces it. */
const VERSIONS = [
  version('snows', '2024-01-01T00:00:00Z'),
  version('hails', '2024-01-02T00:00:00Z', { run: { method: 'TOOL', startedAt: '2024-06-01T00:00:00Z' } }),
  version('hails', '2024-01-02T00:00:00Z', { statements: { only: { by: 'ann', content: 'that it hails' } } }),
];

describeEngines('an edited article', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    for (const spec of VERSIONS.toReversed()) await ingestDocument(db, documentOf(spec));
  });

  interface Statements {
    readonly nodes: readonly { readonly content: string }[];
    readonly totalCount: number;
  }

  async function contents(list: string, of = ''): Promise<string[]> {
    const field = `list: ${list} { nodes { content } totalCount }`;
    const source = of === '' ? `{ ${field} }` : `{ of: ${of} { ${field} } }`;
    const data = await answer<{ list: Statements; of: { list: Statements } }>(db, source);
    const { nodes, totalCount } = of === '' ? data.list : data.of.list;
    expect(totalCount).toBe(nodes.length);
    return nodes.map(({ content }) => content).toSorted();
  }

  const ARTICLE = `article(by: {url: "${URL}"})`;
  const ANN = 'entity(by: {name: "Ann Ash"})';
  const NESTED = ['that Ann Ash had said that it rains', 'that it rains'];
  const ALL = [...NESTED, ...NESTED, 'that it hails', 'that it hails', 'that it snows'].toSorted();

  test('shows the statements of its last version and best run', async () => {
    expect(await contents('statements')).toEqual(['that it hails']);
    expect(await contents('statements', ARTICLE)).toEqual(['that it hails']);
    expect(await contents('statements', ANN)).toEqual(['that it hails']);
    expect(await contents('statementsAbout', ANN)).toEqual([]);
  });

  test('shows the others when asked', async () => {
    expect(await contents('statements(include: [SUPERSEDED])')).toEqual(ALL);
    expect(await contents('statements(include: [SUPERSEDED, WITHDRAWN, SUPERSEDED])')).toEqual(ALL);
    expect(await contents('statements(include: [SUPERSEDED])', ARTICLE)).toEqual(ALL);
    expect(await contents('statementsAbout(include: [SUPERSEDED])', ANN)).toEqual([NESTED[0], NESTED[0]]);
    for (const include of ['[]', 'null', '[WITHDRAWN]'])
      expect(await contents(`statements(include: ${include})`)).toEqual(['that it hails']);
  });

  test('keeps its versions, oldest first', async () => {
    const fields = 'title text sha256 versions { number current text sha256 } mentions { totalCount }';
    interface Data {
      readonly article: {
        readonly sha256: string;
        readonly versions: readonly { readonly sha256: string }[];
      };
    }
    const { article } = await answer<Data>(db, `{ ${ARTICLE} { ${fields} } }`);
    expect(article).toMatchObject({
      title: 'It hails',
      text: VERSIONS[2]?.text,
      versions: [
        { number: 1, current: false, text: VERSIONS[0]?.text },
        { number: 2, current: true, text: VERSIONS[1]?.text },
      ],
      mentions: { totalCount: 1 },
    });
    expect(article.sha256).toBe(article.versions[1]?.sha256);
    for (const { sha256 } of article.versions)
      expect(await answer(db, `{ article(by: {sha256: "${sha256.toUpperCase()}"}) { title } }`)).toEqual({
        article: { title: 'It hails' },
      });
  });

  test('shows what relations have in its current run', async () => {
    interface Data {
      readonly entity: { readonly relations: object; readonly mentions: object };
    }
    const club = await answer<Data>(
      db,
      '{ entity(by: {name: "Club"}) { relations { nodes { type evidence { exact } } totalCount } } }',
    );
    expect(club.entity.relations).toEqual({
      nodes: [{ type: 'MEMBER_OF', evidence: [{ exact: 'Ann Ash, a member of the Club' }] }],
      totalCount: 1,
    });
    const { entity } = await answer<Data>(
      db,
      '{ entity(by: {name: "Gone Place"}) { relations { totalCount } mentions { totalCount } } }',
    );
    expect(entity).toEqual({ relations: { totalCount: 0 }, mentions: { totalCount: 0 } });
  });

  test('is counted as it stands', async () => {
    const { stats } = await answer<{ stats: object }>(
      db,
      '{ stats { articles statements mentions relations } }',
    );
    expect(stats).toEqual({ articles: 1, statements: 1, mentions: 1, relations: 1 });
  });

  test('has superseded statements behind their ids, with what they stand in', async () => {
    interface Data {
      readonly statements: { readonly nodes: readonly { readonly id: string; readonly content: string }[] };
    }
    const { statements } = await answer<Data>(
      db,
      '{ statements(include: [SUPERSEDED], where: {depth: 1}) { nodes { id content } } }',
    );
    expect(statements.nodes).toHaveLength(2);
    for (const { id } of statements.nodes) {
      const fields =
        'content within { content nested { id } } chain { content } articleVersion { text } evidence { exact }';
      const { node } = await answer<{ node: object }>(
        db,
        `{ node(id: "${id}") { ... on Statement { ${fields} } } }`,
      );
      expect(node).toEqual({
        content: 'that it rains',
        within: { content: NESTED[0], nested: [{ id }] },
        chain: [{ content: NESTED[0] }, { content: 'that it rains' }],
        articleVersion: { text: expect.stringMatching(/snows|hails/) },
        evidence: [{ exact: 'that it rains' }],
      });
    }
  });
});

describeEngines('a withdrawn statement', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await ingestDocument(db, documentOf(version('snows', '2024-01-01T00:00:00Z')));
    await withdraw(db, 'that it rains', '2024-05-06T00:00:00.000Z');
  });

  interface Data {
    readonly statements: { readonly nodes: readonly { readonly id: string; readonly content: string }[] };
  }

  test('is shown only when asked for', async () => {
    const found = async (include: string) => {
      const { statements } = await answer<Data>(
        db,
        `{ statements(include: ${include}) { nodes { id content } } }`,
      );
      return statements.nodes.map(({ content }) => content);
    };
    for (const include of ['null', '[SUPERSEDED]']) {
      expect(await found(include)).toHaveLength(2);
      expect(await found(include)).not.toContain('that it rains');
    }
    expect(await found('[WITHDRAWN]')).toHaveLength(3);
    expect(await answer(db, '{ stats { statements } }')).toEqual({ stats: { statements: 2 } });
  });

  test('is not nested in another, and still there behind its id', async () => {
    const { statements } = await answer<Data>(
      db,
      '{ statements(where: {depth: 0}) { nodes { content nested { id } } } }',
    );
    expect(statements.nodes).toMatchObject([{ nested: [] }, { nested: [] }]);
    const withdrawn = await answer<Data>(
      db,
      '{ statements(include: [WITHDRAWN], where: {depth: 1}) { nodes { id } } }',
    );
    const id = withdrawn.statements.nodes[0]?.id;
    const source =
      'query ($id: ID!) { node(id: $id) { ... on Statement { withdrawnAt within { content } chain { content } } } }';
    expect(await answer(db, source, { id })).toEqual({
      node: {
        withdrawnAt: '2024-05-06T00:00:00.000Z',
        within: { content: 'that Ann Ash had said that it rains' },
        chain: [{ content: 'that Ann Ash had said that it rains' }, { content: 'that it rains' }],
      },
    });
  });
});
