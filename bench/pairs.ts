import type { Params, Query, Row } from '../src/graph/database.ts';
import { country, person } from './world.ts';

/** A question in GraphQL, and as somebody would write it in Cypher by hand who wants this answer and nothing else. */
export interface Pair {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly cypher: Query;
  readonly params: Params;
  /** What the answer of the API says, in rows like those of the Cypher. */
  readonly rows: (data: never) => readonly Row[];
  readonly goal: number;
}

interface Nodes<T> {
  readonly nodes: readonly T[];
}
type Plain = { readonly id: string; readonly content: string | null; readonly publishedAt: string | null };
type Named = { readonly name: string };
interface Full extends Plain {
  readonly about: readonly Named[];
  readonly article: { readonly title: string; readonly outlet: Named | null };
  readonly evidence: readonly { readonly exact: string }[];
}

const SHOWN = 's.current AND s.withdrawnAt IS NULL';
const PLAIN = 's.id AS id, s.content AS content, s.publishedAt AS publishedAt';
const plain = ({ id, content, publishedAt }: Plain): Row => ({ id, content, publishedAt });

/** HTTP, parsing and validation cost the same whatever is asked, so they are most of a point read. */
const GOAL_OF_POINT = 10;
const GOAL = 3;

/** `statement` is the id of any; `deep` the cursor of the last of the first `skipped` rows about the hub. */
export function pairs(statement: string, deep: string, skipped: number): readonly Pair[] {
  const [hub, speaker] = [country(0).qid ?? '', person(0).qid ?? ''];
  const aboutHub = (skip: number): Pair['cypher'] => ({
    name: 'bench.aboutHub',
    text: `MATCH (:Entity {qid: $qid})<-[:ABOUT]-(s:Statement) WHERE ${SHOWN}
      WITH s, coalesce(s.dateKey, '') AS key RETURN ${PLAIN} ORDER BY key DESC, id SKIP ${skip} LIMIT 20`,
  });
  const page = `query ($qid: String!, $after: String) { entity(by: { qid: $qid }) {
    statementsAbout(first: 20, after: $after) { nodes { id content publishedAt } } } }`;
  const pageRows = (data: { entity: { statementsAbout: Nodes<Plain> } }) =>
    data.entity.statementsAbout.nodes.map(plain);
  return [
    {
      name: 'point read',
      query: 'query ($id: ID!) { node(id: $id) { ... on Statement { id content publishedAt } } }',
      variables: { id: statement },
      cypher: { name: 'bench.point', text: `MATCH (s:Statement {id: $id}) RETURN ${PLAIN}` },
      params: { id: statement },
      rows: (data: { node: Plain }) => [plain(data.node)],
      goal: GOAL_OF_POINT,
    },
    {
      name: 'nested question, 20 statements of the most quoted',
      query: `query ($qid: String!) { entity(by: { qid: $qid }) { statements(first: 20) { nodes {
        id content publishedAt about { name } article { title outlet { name } } evidence { exact } } } } }`,
      variables: { qid: speaker },
      cypher: { name: 'bench.nested', text: NESTED },
      params: { qid: speaker },
      rows: (data: { entity: { statements: Nodes<Full> } }) => data.entity.statements.nodes.map(full),
      goal: GOAL,
    },
    {
      name: 'first page about the hub',
      query: page,
      variables: { qid: hub, after: null },
      cypher: aboutHub(0),
      params: { qid: hub },
      rows: pageRows,
      goal: GOAL,
    },
    {
      name: `page about the hub after ${skipped} rows`,
      query: page,
      variables: { qid: hub, after: deep },
      cypher: aboutHub(skipped),
      params: { qid: hub },
      rows: pageRows,
      goal: GOAL,
    },
    {
      name: 'first page about the hub by a filter of all statements',
      query: `query ($qid: String!) { statements(where: { about: [{ qid: $qid }] }, first: 20) { nodes {
        id content publishedAt } } }`,
      variables: { qid: hub },
      cypher: aboutHub(0),
      params: { qid: hub },
      rows: (data: { statements: Nodes<Plain> }) => data.statements.nodes.map(plain),
      goal: GOAL,
    },
  ];
}

const NESTED = `
  MATCH (:Entity {qid: $qid})<-[:SAID_BY]-(s:Statement) WHERE ${SHOWN}
  WITH s, coalesce(s.dateKey, '') AS key, s.id AS place ORDER BY key DESC, place LIMIT 20
  CALL (s) {
    MATCH (s)-[about:ABOUT]->(e:Entity)
    WITH e.name AS name, about.order AS order, e.id AS last ORDER BY order, last
    RETURN collect(name) AS about
  }
  CALL (s) {
    MATCH (s)-[:EVIDENCED_BY]->(ev:Evidence)
    WITH ev.exact AS exact, ev.start AS start, ev.role AS role, ev.order AS order, ev.id AS last
    ORDER BY start, role, order, last
    RETURN collect(exact) AS evidence
  }
  MATCH (s)-[:REPORTED_IN]->(:ArticleVersion)<-[:HAS_VERSION]-(a:Article)
  OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(o:Entity)
  RETURN ${PLAIN}, about, evidence, a.title AS title, o.name AS outlet, key
  ORDER BY key DESC, id`;

function full(node: Full): Row {
  const { title, outlet } = node.article;
  return {
    ...plain(node),
    about: node.about.map(({ name }) => name),
    evidence: node.evidence.map(({ exact }) => exact),
    title,
    outlet: outlet?.name ?? null,
  };
}
