import { beforeEach, expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { describeEngines } from '../support/engines.ts';
import { read, write } from './queries.ts';

/** Each piece of Cypher that the project's queries are made of, on both engines. */
describeEngines('the Cypher subset', (open) => {
  let db: Database;
  beforeEach(async () => {
    db = await open();
  });

  /** a -> b -> c -> d by NEXT, with a direct CITES from a to c. */
  async function chain(): Promise<void> {
    await write(
      db,
      `CREATE (a:Statement:Said {id: 'a', kind: 'DIRECT', dateKey: '2021'}),
              (b:Statement {id: 'b', kind: 'INDIRECT', dateKey: '2020'}),
              (c:Statement {id: 'c', kind: 'DIRECT'}),
              (d:Statement {id: 'd', kind: 'MIXED', dateKey: '2021'}),
              (a)-[:NEXT {order: 1}]->(b), (b)-[:NEXT {order: 2}]->(c), (c)-[:NEXT {order: 3}]->(d),
              (a)-[:CITES]->(c)`,
    );
  }

  test('MERGE sets other properties on create and on match', async () => {
    const merge = `
      MERGE (n:Entity {id: $id})
      ON CREATE SET n.name = $name, n.times = 1
      ON MATCH SET n.times = n.times + 1
      RETURN n.name AS name, n.times AS times`;
    expect(await write(db, merge, { id: 'a', name: 'first' })).toEqual([{ name: 'first', times: 1 }]);
    expect(await write(db, merge, { id: 'a', name: 'second' })).toEqual([{ name: 'first', times: 2 }]);
  });

  test('UNWIND of rows merges nodes with SET += of their properties', async () => {
    const rows = [
      { id: 'a', props: { name: 'A', aliases: ['x', 'y'] } },
      { id: 'b', props: { name: 'B', description: null } },
      { id: 'a', props: { name: 'A2' } },
    ];
    await write(db, 'UNWIND $rows AS row MERGE (n:Entity {id: row.id}) SET n += row.props', { rows });
    expect(
      await read(db, 'MATCH (n:Entity) RETURN n.id AS id, n.name AS name, n.aliases AS aliases ORDER BY id'),
    ).toEqual([
      { id: 'a', name: 'A2', aliases: ['x', 'y'] },
      { id: 'b', name: 'B', aliases: null },
    ]);
  });

  test('UNWIND of an empty list does nothing', async () => {
    expect(
      await write(db, 'UNWIND $rows AS row CREATE (n:Entity {id: row.id}) RETURN n.id AS id', { rows: [] }),
    ).toEqual([]);
  });

  test('UNWIND of rows merges edges between matched nodes', async () => {
    await write(db, `UNWIND ['a', 'b', 'c'] AS id CREATE (:Entity {id: id})`);
    const merge = `
      UNWIND $rows AS row
      MATCH (from:Entity {id: row.from}) MATCH (to:Entity {id: row.to})
      MERGE (from)-[edge:MEMBER_OF {id: row.id}]->(to)
      SET edge.order = row.order`;
    const rows = [
      { id: 'r1', from: 'a', to: 'b', order: 1 },
      { id: 'r2', from: 'a', to: 'c', order: 2 },
      { id: 'r3', from: 'a', to: 'nobody', order: 3 },
    ];
    await write(db, merge, { rows });
    await write(db, merge, { rows });
    expect(
      await read(
        db,
        `MATCH (:Entity {id: 'a'})-[edge:MEMBER_OF]->(to:Entity) RETURN edge.id AS id, to.id AS to ORDER BY edge.order`,
      ),
    ).toEqual([
      { id: 'r1', to: 'b' },
      { id: 'r2', to: 'c' },
    ]);
  });

  test('FOREACH over a CASE list sets a label', async () => {
    await write(
      db,
      `UNWIND $rows AS row
       MERGE (n:Entity {id: row.id})
       FOREACH (_ IN CASE WHEN row.type = 'Person' THEN [1] ELSE [] END | SET n:Person)
       FOREACH (_ IN CASE WHEN row.type = 'Country' THEN [1] ELSE [] END | SET n:Country)`,
      {
        rows: [
          { id: 'a', type: 'Person' },
          { id: 'b', type: 'Country' },
          { id: 'c', type: 'Other' },
        ],
      },
    );
    expect(
      await read(
        db,
        'MATCH (n:Entity) RETURN n.id AS id, n:Person AS person, n:Country AS country ORDER BY id',
      ),
    ).toEqual([
      { id: 'a', person: true, country: false },
      { id: 'b', person: false, country: true },
      { id: 'c', person: false, country: false },
    ]);
  });

  test('FOREACH over a CASE list merges a typed edge', async () => {
    await write(db, `UNWIND ['a', 'b'] AS id CREATE (:Entity {id: id})`);
    const rows = ['MEMBER_OF', 'HEAD_OF_STATE_OF'].map((type) => ({
      type,
      from: 'a',
      to: 'b',
      id: `r-${type}`,
    }));
    await write(
      db,
      `UNWIND $rows AS row
       MATCH (from:Entity {id: row.from}) MATCH (to:Entity {id: row.to})
       FOREACH (_ IN CASE WHEN row.type = 'MEMBER_OF' THEN [1] ELSE [] END |
         MERGE (from)-[:MEMBER_OF {id: row.id}]->(to))
       FOREACH (_ IN CASE WHEN row.type = 'HEAD_OF_STATE_OF' THEN [1] ELSE [] END |
         MERGE (from)-[:HEAD_OF_STATE_OF {id: row.id}]->(to))`,
      { rows },
    );
    expect(
      await read(db, 'MATCH (:Entity)-[e]->(:Entity) RETURN type(e) AS type, e.id AS id ORDER BY type'),
    ).toEqual([
      { type: 'HEAD_OF_STATE_OF', id: 'r-HEAD_OF_STATE_OF' },
      { type: 'MEMBER_OF', id: 'r-MEMBER_OF' },
    ]);
  });

  test('CALL takes an ordered page for each of many parents', async () => {
    await write(
      db,
      `UNWIND ['p', 'q', 'r'] AS parent CREATE (e:Entity {id: parent})
       WITH e UNWIND CASE e.id WHEN 'p' THEN [3, 1, 2] WHEN 'q' THEN [9] ELSE [] END AS order
       CREATE (e)<-[:SAID_BY]-(:Statement {id: e.id + toString(order), order: order})`,
    );
    const rows = await read(
      db,
      `UNWIND $parents AS parent
       CALL (parent) {
         MATCH (:Entity {id: parent})<-[:SAID_BY]-(s:Statement)
         RETURN s.id AS id, s.order AS order ORDER BY order DESC, id LIMIT $limit
       }
       RETURN parent, id, order ORDER BY parent, order DESC, id`,
      { parents: ['q', 'p', 'r', 'nobody'], limit: 2 },
    );
    expect(rows).toEqual([
      { parent: 'p', id: 'p3', order: 3 },
      { parent: 'p', id: 'p2', order: 2 },
      { parent: 'q', id: 'q9', order: 9 },
    ]);
  });

  test('CALL counts for each of many parents, with 0 for those without', async () => {
    await chain();
    const rows = await read(
      db,
      `UNWIND $parents AS parent
       CALL (parent) { MATCH (:Statement {id: parent})-->(s:Statement) RETURN count(DISTINCT s) AS total }
       RETURN parent, total ORDER BY parent`,
      { parents: ['d', 'a', 'nobody'] },
    );
    expect(rows).toEqual([
      { parent: 'a', total: 2 },
      { parent: 'd', total: 0 },
      { parent: 'nobody', total: 0 },
    ]);
  });

  test('EXISTS with IN a list, under NOT and OR', async () => {
    await chain();
    const rows = await read(
      db,
      `MATCH (s:Statement)
       WHERE s.kind IN $kinds
         AND (NOT EXISTS { (s)-[:NEXT]->(next:Statement) WHERE next.id IN $ids } OR EXISTS { (s)-[:CITES]->() })
       RETURN s.id AS id ORDER BY id`,
      { kinds: ['DIRECT', 'INDIRECT'], ids: ['b', 'd'] },
    );
    expect(rows).toEqual([{ id: 'a' }, { id: 'b' }]);
  });

  test('EXISTS inside EXISTS', async () => {
    await chain();
    const rows = await read(
      db,
      `MATCH (s:Statement)
       WHERE EXISTS { MATCH (s)-[:NEXT]->(t:Statement) WHERE EXISTS { MATCH (t)-[:NEXT]->(u:Statement) WHERE u.id = $id } }
       RETURN s.id AS id`,
      { id: 'd' },
    );
    expect(rows).toEqual([{ id: 'b' }]);
  });

  test('COUNT of a pattern', async () => {
    await chain();
    const rows = await read(
      db,
      `MATCH (s:Statement) RETURN s.id AS id, COUNT { (s)-[:NEXT|CITES]->(:Statement) } AS out ORDER BY id`,
    );
    expect(rows).toEqual([
      { id: 'a', out: 2 },
      { id: 'b', out: 1 },
      { id: 'c', out: 1 },
      { id: 'd', out: 0 },
    ]);
  });

  test('coalesce in a descending order, ties by ascending id', async () => {
    await chain();
    const rows = await read(
      db,
      `MATCH (s:Statement) RETURN s.id AS id ORDER BY coalesce(s.dateKey, '') DESC, id ASC`,
    );
    expect(rows).toEqual([{ id: 'a' }, { id: 'd' }, { id: 'b' }, { id: 'c' }]);
  });

  test.each([
    [null, null, ['a', 'd', 'b', 'c']],
    ['2021', 'a', ['d', 'b', 'c']],
    ['2020', 'b', ['c']],
    ['', 'c', []],
  ])('a keyset predicate after %s, %s', async (afterKey, afterId, expected) => {
    await chain();
    const rows = await read(
      db,
      `MATCH (s:Statement)
       WITH s, coalesce(s.dateKey, '') AS sortKey
       WHERE $afterKey IS NULL OR sortKey < $afterKey OR (sortKey = $afterKey AND s.id > $afterId)
       RETURN s.id AS id ORDER BY sortKey DESC, id LIMIT $limit`,
      { afterKey, afterId, limit: 10 },
    );
    expect(rows.map(({ id }) => id)).toEqual(expected);
  });

  test('STARTS WITH a parameter', async () => {
    await write(db, `UNWIND ['джабаров', 'джо байден', 'путин'] AS folded CREATE (:Name {folded: folded})`);
    const text = 'MATCH (n:Name) WHERE n.folded STARTS WITH $prefix RETURN n.folded AS name ORDER BY name';
    expect(await read(db, text, { prefix: 'дж' })).toEqual([{ name: 'джабаров' }, { name: 'джо байден' }]);
    expect(await read(db, text, { prefix: 'no' })).toEqual([]);
  });

  test('strings sort by code point', async () => {
    const words = ['b', 'A', 'ä', 'Z', 'a', 'я'];
    const rows = await read(db, 'UNWIND $words AS word RETURN word ORDER BY word', { words });
    expect(rows.map(({ word }) => word)).toEqual(['A', 'Z', 'a', 'b', 'ä', 'я']);
  });

  test('paths of variable length, from none, in order of their length', async () => {
    await chain();
    const rows = await read(
      db,
      `MATCH path = (:Statement {id: 'a'})-[:NEXT*0..6]->(s:Statement)
       RETURN s.id AS id, length(path) AS length ORDER BY length, id`,
    );
    expect(rows).toEqual([
      { id: 'a', length: 0 },
      { id: 'b', length: 1 },
      { id: 'c', length: 2 },
      { id: 'd', length: 3 },
    ]);
  });

  test('UNION drops doubles, UNION ALL keeps them', async () => {
    await chain();
    const one = `MATCH (:Statement {id: 'a'})-[:NEXT*1..2]->(s:Statement) RETURN s.id AS id`;
    const two = `MATCH (:Statement {id: 'a'})-[:CITES]->(s:Statement) RETURN s.id AS id`;
    const ids = async (text: string) => (await read(db, text)).map(({ id }) => id).sort();
    expect(await ids(`${one} UNION ${two}`)).toEqual(['b', 'c']);
    expect(await ids(`${one} UNION ALL ${two}`)).toEqual(['b', 'c', 'c']);
  });

  test('OPTIONAL MATCH gives null columns', async () => {
    await chain();
    const rows = await read(
      db,
      `UNWIND $ids AS id MATCH (s:Statement {id: id}) OPTIONAL MATCH (s)-[:CITES]->(t:Statement)
       RETURN s.id AS id, t.id AS cited ORDER BY id`,
      { ids: ['b', 'a'] },
    );
    expect(rows).toEqual([
      { id: 'a', cited: 'c' },
      { id: 'b', cited: null },
    ]);
  });

  test('collect keeps the order of a WITH … ORDER BY and leaves nulls out', async () => {
    await chain();
    const rows = await read(
      db,
      `MATCH (s:Statement) WITH s ORDER BY s.id DESC RETURN collect(s.id) AS ids, collect(s.dateKey) AS keys`,
    );
    expect(rows).toEqual([{ ids: ['d', 'c', 'b', 'a'], keys: ['2021', '2020', '2021'] }]);
  });

  test('reduce picks one of collected nodes, from which a CALL goes on', async () => {
    await chain();
    const rows = await read(
      db,
      `MATCH (s:Statement)
       WITH s.kind AS kind, collect(s) AS alike
       WITH reduce(least = head(alike), other IN tail(alike) | CASE WHEN other.id < least.id THEN other ELSE least END) AS s
       WITH collect(s) AS kept
       CALL (kept) { UNWIND kept AS s MATCH (s)-[:NEXT]->(t) WITH t.id AS id ORDER BY id RETURN collect(id) AS next }
       CALL (kept) { UNWIND kept AS s WITH s.kind AS kind, count(s) AS count RETURN sum(count) AS total }
       RETURN next, total`,
    );
    expect(rows).toEqual([{ next: ['b', 'c'], total: 3 }]);
  });

  test('a list of a map of parameters', async () => {
    const text = 'UNWIND range(1, 4) AS i WITH i WHERE i IN $values.some RETURN collect(i) AS found';
    expect(await read(db, text, { values: { some: [4, 2, 9] } })).toEqual([{ found: [2, 4] }]);
  });

  test('DETACH DELETE takes the edges along', async () => {
    await chain();
    await write(db, 'MATCH (s:Statement) WHERE s.id IN $ids DETACH DELETE s', { ids: ['b'] });
    expect(
      await read(db, 'MATCH (:Statement)-[e]->(:Statement) RETURN type(e) AS type ORDER BY type'),
    ).toEqual([{ type: 'CITES' }, { type: 'NEXT' }]);
  });

  test('a property is removed by REMOVE, and a label too', async () => {
    await chain();
    await write(db, `MATCH (s:Said) REMOVE s.kind, s:Said`);
    expect(await read(db, `MATCH (s:Statement {id: 'a'}) RETURN s.kind AS kind, s:Said AS said`)).toEqual([
      { kind: null, said: false },
    ]);
  });
});
