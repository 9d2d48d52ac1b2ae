import { expect, test } from 'vitest';
import type { Database, Row } from '../../src/graph/database.ts';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { read } from '../graph/queries.ts';
import { type DocumentSpec, documentOf, type EntitySpec } from '../support/documents.ts';
import { describeEngines } from '../support/engines.ts';
import { answer } from '../support/graphql.ts';
import { SAMPLE } from '../support/sample.ts';
import { census, dumpApartFromTimes, ingestAll } from './graph.ts';

/** An article with the entities and a mention of each. */
function article(
  key: string,
  entities: Readonly<Record<string, EntitySpec>>,
  more: Partial<DocumentSpec> = {},
) {
  const names = Object.values(entities).map(({ name }) => name);
  const mentions = Object.keys(entities).map(
    (id, index) => [id, { at: names[index] ?? '', of: id }] as const,
  );
  return documentOf({
    text: `${key}: ${names.join('. ')}.`,
    key,
    entities,
    mentions: Object.fromEntries(mentions),
    ...more,
  });
}

/** Name, QID and the articles of each entity that is mentioned. */
async function entities(db: Database): Promise<Row[]> {
  const rows = await read(
    db,
    `MATCH (e:Entity)<-[:REFERS_TO]-(m:Mention)-[:FOUND_IN]->(v:ArticleVersion)<-[:HAS_VERSION]-(a:Article)
     WITH e, a ORDER BY a.key
     WITH e, collect(a.key) AS keys
     RETURN e.name AS name, e.qid AS qid, e.aliases AS aliases, keys
     ORDER BY keys[0], e.name, e.qid`,
  );
  return [...rows];
}

const person = (name: string, more: Partial<EntitySpec> = {}): EntitySpec => ({
  type: 'PERSON',
  name,
  ...more,
});

describeEngines('the entities of two articles', (open) => {
  test('are one where they share a QID, whatever their names', async () => {
    const db = await open();
    await ingestAll(db, [
      article('a', { x: person('Carl Ek', { qid: 'Q1' }) }),
      article('b', { y: person('President Ek', { qid: 'Q1' }) }),
    ]);
    const [ek, ...others] = await entities(db);
    expect(others).toEqual([]);
    expect(ek).toMatchObject({ qid: 'Q1', keys: ['a', 'b'] });
    const names = await read(db, 'MATCH (:Person)-[:NAMED]->(n:Name) RETURN n.folded AS name ORDER BY name');
    expect(names).toEqual([{ name: 'carl ek' }, { name: 'president ek' }]);
  });

  test('are one where the QID comes before the name, or after it', async () => {
    const plain = article('a', { x: person('Carl Ek') });
    const known = article('b', { y: person('Carl Ek', { qid: 'Q1' }) });
    for (const documents of [
      [plain, known],
      [known, plain],
    ]) {
      const db = await open();
      await ingestAll(db, documents);
      expect(await entities(db)).toEqual([{ name: 'Carl Ek', qid: 'Q1', aliases: [], keys: ['a', 'b'] }]);
    }
  });

  test('are one where one article names what the other has as an alias', async () => {
    const db = await open();
    await ingestAll(db, [
      article('a', { x: person('Carl Ek', { qid: 'Q1', aliases: ['C. Ek'] }) }),
      article('b', { y: person('c. ek') }),
    ]);
    expect(await entities(db)).toMatchObject([{ qid: 'Q1', keys: ['a', 'b'] }]);
  });

  test('are apart with other QIDs, and one with the name alone is then neither', async () => {
    const db = await open();
    await ingestAll(db, [
      article('a', { x: person('Carl Ek') }),
      article('b', { x: person('Carl Ek', { qid: 'Q1' }) }),
      article('c', { x: person('Carl Ek', { qid: 'Q2' }) }),
      article('d', { x: person('Carl Ek') }),
      article('e', { x: person('Carl Ek') }),
    ]);
    expect(await entities(db)).toEqual([
      { name: 'Carl Ek', qid: null, aliases: [], keys: ['a', 'd', 'e'] },
      { name: 'Carl Ek', qid: 'Q1', aliases: [], keys: ['b'] },
      { name: 'Carl Ek', qid: 'Q2', aliases: [], keys: ['c'] },
    ]);
  });

  test('are two of which one has the QID when it is given to two types, whichever comes first', async () => {
    const earlier = { publishedAt: '2024-01-01' };
    const documents = [
      article('a', { x: person('Carl Ek', { qid: 'Q1' }) }, earlier),
      article('b', { x: { type: 'PLACE', name: 'Ek', qid: 'Q1' } }, { publishedAt: '2024-01-02' }),
    ];
    for (const order of [documents, documents.toReversed()]) {
      const db = await open();
      await ingestAll(db, order);
      expect(await entities(db)).toEqual([
        { name: 'Carl Ek', qid: 'Q1', aliases: [], keys: ['a'] },
        { name: 'Ek', qid: null, aliases: [], keys: ['b'] },
      ]);
    }
  });

  test('give the QID to the one that is named first, also where that is by its name alone', async () => {
    const documents = [
      article('a', { x: { type: 'PLACE', name: 'Ek', qid: 'Q1' } }, { publishedAt: '2024-01-02' }),
      article('b', { x: person('Carl Ek', { qid: 'Q1' }) }, { publishedAt: '2024-01-03' }),
      article('c', { x: person('Carl Ek') }, { publishedAt: '2024-01-01' }),
    ];
    for (const order of [documents, documents.toReversed()]) {
      const db = await open();
      await ingestAll(db, order);
      expect(await entities(db)).toMatchObject([
        { name: 'Ek', qid: null },
        { name: 'Carl Ek', qid: 'Q1', keys: ['b', 'c'] },
      ]);
    }
  });

  test('answer to the ids and QIDs that they had before they turned out to be others', async () => {
    const db = await open();
    const idOf = async (by: object) => {
      const { entity } = await answer<{ entity: { id: string } | null }>(
        db,
        'query ($by: EntityRef!) { entity(by: $by) { id } }',
        { by },
      );
      return entity?.id;
    };
    await ingestAll(db, [article('a', { x: person('Carl Ek') })]);
    const before = await idOf({ name: 'Carl Ek' });
    await ingestAll(db, [article('b', { x: person('Carl Ek', { qid: 'Q1' }) })]);
    const after = await idOf({ name: 'Carl Ek' });
    expect(after).not.toBe(before);
    expect(await idOf({ id: before })).toBe(after);
    expect(await idOf({ qid: 'Q1' })).toBe(after);
    await ingestAll(db, [article('c', { x: person('Carl Ek', { qid: 'Q2' }) })]);
    expect(await idOf({ id: before })).toBe(before);
    expect(await idOf({ id: after })).toBe(after);
  });

  test('are told apart in the article that tells them apart, and nowhere else', async () => {
    const db = await open();
    await ingestAll(db, [
      article(
        'a',
        { father: person('Carl Ek'), son: person('Carl Ek Junior', { qid: 'Q1', aliases: ['Carl Ek'] }) },
        { publishedAt: '2024-01-01' },
      ),
      article('b', { x: person('Carl Ek') }),
    ]);
    expect(await entities(db)).toMatchObject([
      { name: 'Carl Ek', qid: null, keys: ['a'] },
      { name: 'Carl Ek Junior', qid: 'Q1', keys: ['a', 'b'] },
    ]);
  });

  test('are what current documents call them: what is corrected is forgotten', async () => {
    const db = await open();
    const run = (day: number) => ({ run: { startedAt: `2024-01-0${day}T00:00:00Z` } });
    await ingestAll(db, [
      article('a', { x: person('Carl Ek', { qid: 'Q1', aliases: ['Anna Berg'] }) }, run(1)),
      article('b', { x: person('Anna Berg') }),
    ]);
    expect(await entities(db)).toMatchObject([{ qid: 'Q1', keys: ['a', 'b'] }]);
    await ingestAll(db, [article('a', { x: person('Carl Ek', { qid: 'Q1' }) }, run(2))]);
    expect(await entities(db)).toEqual([
      { name: 'Carl Ek', qid: 'Q1', aliases: [], keys: ['a', 'a'] },
      { name: 'Anna Berg', qid: null, aliases: [], keys: ['b'] },
    ]);
  });

  test('are one office for each country, whichever article comes first', async () => {
    const minister = (key: string, name: string) =>
      article(key, {
        minister: { type: 'POSITION', name: 'Finance Minister', of: 'country' },
        country: { type: 'COUNTRY', name },
      });
    const any = article('c', { minister: { type: 'POSITION', name: 'finance minister' } });
    const documents = [minister('a', 'Norland'), minister('b', 'Ostland'), any, minister('d', 'Norland')];
    const dumps = [];
    for (const list of [documents, documents.toReversed()]) {
      const db = await open();
      await ingestAll(db, list);
      dumps.push(await dumpApartFromTimes(db));
      const offices = await read(
        db,
        `MATCH (p:Position)<-[:REFERS_TO]-(m:Mention) OPTIONAL MATCH (p)-[:OFFICE_OF]->(c:Country)
         RETURN c.name AS country, count(DISTINCT m) AS mentions ORDER BY country`,
      );
      const counts = offices.map(({ country, mentions }) => `${country} ${mentions}`).toSorted();
      expect(counts).toEqual(['Norland 2', 'Ostland 1', 'null 1']);
    }
    expect(dumps[1]).toEqual(dumps[0]);
  });

  test('are never one unnamed source', async () => {
    const db = await open();
    const source: EntitySpec = { type: 'UNNAMED_SOURCE', name: 'Two officials' };
    await ingestAll(db, [article('a', { s: source }), article('b', { s: source })]);
    expect(await entities(db)).toMatchObject([{ keys: ['a'] }, { keys: ['b'] }]);
    expect(await census(db)).toMatchObject({ UnnamedSource: 2, Name: 1 });
  });

  test('say the most together, and the same in any order', async () => {
    const at = (publishedAt: string) => ({ publishedAt });
    const pact = { type: 'TREATY', qid: 'Q7' } as const;
    const documents = [
      article('a', { t: { ...pact, name: 'The Pact', signedOn: '2024' } }, at('2024-03-02')),
      article(
        'b',
        { t: { ...pact, name: 'Delta Treaty', signedOn: '2024-03-01', description: 'x' } },
        at('2024-03-01'),
      ),
      article(
        'c',
        { t: { ...pact, name: 'Delta Pact', aliases: ['DP'], description: 'of Delta' } },
        at('2024'),
      ),
    ];
    const dumps = [];
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 0, 2],
    ]) {
      const db = await open();
      await ingestAll(
        db,
        order.map((index) => documents[index]),
      );
      dumps.push(await dumpApartFromTimes(db));
      const [treaty] = await read(
        db,
        `MATCH (t:Treaty) RETURN t.name AS name, t.sortName AS sortName, t.aliases AS aliases, t.signedOn AS signedOn,
           t.description AS description`,
      );
      expect(treaty).toEqual({
        name: 'Delta Pact',
        sortName: 'delta pact',
        aliases: ['DP', 'Delta Treaty', 'The Pact'],
        signedOn: '2024-03-01',
        description: 'of Delta',
      });
    }
    expect(dumps[1]).toEqual(dumps[0]);
    expect(dumps[2]).toEqual(dumps[0]);
  });
});

describeEngines('articles that share entities and relations', (open) => {
  const other = documentOf({
    ...SAMPLE,
    key: 'sample-2',
    url: 'https://post.example/norland',
    publishedAt: '2024-03-04',
    text: SAMPLE.text.replace('Anna Berg', 'ANNA BERG'),
    entities: {
      ...SAMPLE.entities,
      berg: { ...SAMPLE.entities.berg, name: 'ANNA BERG', description: 'A minister' },
    },
    mentions: { ...SAMPLE.mentions, berg: { at: 'ANNA BERG', of: 'berg' } },
    statements: {
      ...SAMPLE.statements,
      plan: { ...SAMPLE.statements.plan, source: 'ANNA BERG, the finance minister of Norland,' },
    },
    relations: {
      ...SAMPLE.relations,
      office: { ...SAMPLE.relations.office, at: 'ANNA BERG, the finance minister of Norland' },
      capital: { ...SAMPLE.relations.capital, reference: 'https://another.example/oslund' },
    },
  });

  test('make the same graph in either order', async () => {
    const db = await open();
    await ingestAll(db, [documentOf(SAMPLE), other]);
    const first = await dumpApartFromTimes(db);
    const reversed = await open();
    await ingestAll(reversed, [other, documentOf(SAMPLE)]);
    expect(await dumpApartFromTimes(reversed)).toEqual(first);
  });

  test('count only what is new with each, and keep evidence of both for one relation', async () => {
    const db = await open();
    await ingestDocument(db, documentOf(SAMPLE));
    const { created } = await ingestDocument(db, other);
    // The two unnamed sources are this article's own.
    expect(created).toEqual({ entities: 2, statements: 5, mentions: 13, relations: 0 });
    expect(await census(db)).toMatchObject({
      Article: 2,
      Entity: 12,
      Relation: 3,
      HOLDS_POSITION: 1,
      CLAIMED_IN: 2,
    });
    const rows = await read(
      db,
      `MATCH (r:Relation {type: 'HOLDS_POSITION'})-[:EVIDENCED_BY]->(e:Evidence)-[:GENERATED_BY]->(run:ExtractionRun)
       RETURN e.exact AS exact, e.runId = run.id AS agrees ORDER BY exact`,
    );
    expect(rows).toEqual([
      { exact: 'ANNA BERG, the finance minister of Norland', agrees: true },
      { exact: 'Anna Berg, the finance minister of Norland', agrees: true },
    ]);
  });
});
