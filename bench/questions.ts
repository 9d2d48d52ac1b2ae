import type { AnnotationInput } from '../src/ingest/annotation.ts';
import { Picker } from './world.ts';

/** A request to the API. */
export interface Question {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

type Document = AnnotationInput;
type Ask = (document: Document, pick: Picker) => Question['variables'];

/** Something of a type that the article names, as a reference. */
function named(document: Document, pick: Picker, type: 'PERSON' | 'COUNTRY') {
  const { name, qid } = pick.one((document.entities ?? []).filter((entity) => entity.type === type));
  return qid == null ? { name } : { qid };
}

const somebody: Ask = (document, pick) => ({ who: named(document, pick, 'PERSON') });
const state: Ask = (document, pick) => ({ who: named(document, pick, 'COUNTRY') });

/** What people ask, each by its Cypher's way into the graph: an id, a name, a filter, an order, a time. */
const KINDS: readonly (readonly [name: string, query: string, variables: Ask])[] = [
  [
    'a person',
    '($who: EntityRef!) { entity(by: $who) { __typename id name aliases description } }',
    somebody,
  ],
  [
    'what a person said',
    `($who: EntityRef!) { entity(by: $who) { statements(first: 20) { totalCount nodes {
      kind quote content about { name } article { title outlet { name } } evidence { exact start end } } } } }`,
    somebody,
  ],
  [
    'what is said about a country',
    `($who: EntityRef!) { entity(by: $who) { statementsAbout(first: 20) { nodes {
      content saidBy { speakers { name } speakingAs { name } } addressee { entities { name } } } } } }`,
    state,
  ],
  [
    'who said what about whom',
    `($who: EntityRef!, $by: EntityRef!) { statements(first: 20, where: { about: [$who], saidBy: [$by] }) {
      totalCount nodes { content publishedAt } } }`,
    (document, pick) => ({ ...state(document, pick), by: named(document, pick, 'PERSON') }),
  ],
  [
    'the latest about a person',
    `($who: EntityRef!) { statements(first: 20, where: { about: [$who] }) { nodes {
      saidBy { speakers { name } } content } } }`,
    somebody,
  ],
  [
    'not from somebody, quoted or denied',
    `($who: EntityRef!) { statements(first: 20, where: { not: { saidBy: [$who] },
      or: [{ kind: [DIRECT] }, { act: [DENY] }] }) { nodes { id kind } } }`,
    somebody,
  ],
  [
    'the newest statements',
    '{ statements(orderBy: RECORDED_AT_DESC, first: 50) { nodes { id content } } }',
    none,
  ],
  [
    'offices, bodies and citizenships',
    `($who: EntityRef!) { entity(by: $who) { ... on Person {
      positions(asOf: "2022-06-01") { position { name of { name } } from until } citizenOf { name }
      relations(first: 20) { nodes { type to { name } attestedFrom attestedUntil } } } } }`,
    somebody,
  ],
  [
    'mentions and metonyms',
    `($who: EntityRef!) { entity(by: $who) { mentions(first: 20, reading: METONYMIC) {
      totalCount nodes { exact start end article { title } } } } }`,
    state,
  ],
  [
    'an article',
    `($url: URL!) { article(by: { url: $url }) { title text statements(first: 50) { nodes {
      within { id } chain { id } evidence { role exact } } } entities(first: 50) { nodes { name } } } }`,
    ({ article }) => ({ url: article.url }),
  ],
  [
    'a name begun',
    '($name: String!) { entities(name: $name, first: 10) { nodes { name statements { totalCount } } } }',
    (document, pick) => ({ name: pick.one(document.entities ?? []).name.slice(0, 6) }),
  ],
  ['the graph', '{ stats { articles statements entities mentions relations } }', none],
];

function none() {
  return {};
}

/** Questions of all kinds in turn, about what the articles name, the more often the more they name it. */
export function* questions(
  count: number,
  documents: readonly Document[],
  seed: number,
): Generator<Question, void, undefined> {
  const pick = new Picker(seed + 77, 1);
  for (let number = 0; number < count; number += 1) {
    const [name, query, variables] = KINDS[number % KINDS.length] as (typeof KINDS)[number];
    yield { name, query: `query ${query}`, variables: variables(pick.one(documents), pick) };
  }
}
