import type { RuleName } from '../../src/integrity/rules.ts';
import type { Break } from './breaks.ts';

const HOLM_KEY = "MATCH (k:EntityKey {folded: 'eva holm'})";
const HOLM = "MATCH (e:Person {name: 'Eva Holm'})";
const OFFICE = "MATCH (e:Position {name: 'Ambassador'})";
const STAFF = "MATCH (r:Relation {type: 'AFFILIATED_WITH'})";

/** What is said of one entity is then said of another. */
const AS_ANOTHER: readonly RuleName[] = [
  'entity-facts',
  'entity-names',
  'entity-words',
  'evidence-of-document',
  'mention-referents',
  'run-relations',
  'statement-subjects',
];

export const BREAKS_OF_WORLD: readonly Break[] = [
  {
    rule: 'key-of-document',
    change: `${HOLM_KEY} SET k.own = 'PERSON\nother' RETURN k.id AS id`,
    detail: /own is "PERSON\\nother", it should be "PERSON\\neva holm"$/,
  },
  {
    rule: 'key-of-document',
    change: "MATCH (k:EntityKey {folded: 'ambassador'}) SET k.ofKey = null RETURN k.id AS id",
    detail: /ofKey is missing, it should be "cou_/,
    also: ['key-names', 'entity-offices'],
  },
  {
    rule: 'key-of-document',
    change: `${HOLM_KEY} WITH k, k.id AS id DETACH DELETE k RETURN id`,
    detail: /^EntityKey per_[0-9a-f]+, by which documents identify an entity, is missing$/,
    also: ['no-orphans', 'run-entities'],
  },
  {
    rule: 'key-names',
    change: `${HOLM_KEY} MATCH (k)-[way:CALLED]->() DELETE way RETURN k.id AS id`,
    detail: /lacks CALLED to KeyName PERSON\neva holm$/,
    also: ['no-orphans'],
  },
  {
    rule: 'key-names',
    change: `${HOLM_KEY} MATCH (n:KeyName {keyText: 'PERSON\nanna berg'}) CREATE (k)-[:CALLED]->(n) RETURN k.id AS id`,
    detail: /has CALLED to KeyName PERSON\nanna berg which it should not have$/,
    also: ['key-root'],
  },
  {
    rule: 'key-entity',
    change: `${HOLM_KEY} MATCH (e:Person {name: 'Carl Ek'}) CREATE (k)-[:KEY_OF]->(e) RETURN k.id AS id`,
    detail: /should be of one entity, and is of per_[0-9a-f]+ and per_[0-9a-f]+$/,
    // In one document she and he would be the same, which it denies.
    also: [...AS_ANOTHER, 'key-of-document', 'run-entities'],
  },
  {
    rule: 'key-entity',
    change: `${HOLM_KEY} MATCH (k)-[way:KEY_OF]->() DELETE way RETURN k.id AS id`,
    detail: /should be of one entity, and is of none$/,
    also: ['no-orphans'],
  },
  {
    rule: 'key-root',
    change: [
      `${HOLM_KEY} MATCH (k)-[way:KEY_OF]->() DELETE way`,
      `${HOLM_KEY} MATCH (e:Person {name: 'Anna Berg'}) CREATE (k)-[:KEY_OF]->(e) RETURN k.id AS id`,
    ],
    detail: /lacks KEY_OF to Entity per_/,
    also: [...AS_ANOTHER, 'no-orphans'],
  },
  {
    rule: 'merge-decided',
    change: `${HOLM_KEY} MATCH (into:EntityKey {qid: 'Q900001'}) CREATE (k)-[:MERGED_INTO]->(into) RETURN k.id AS id`,
    detail: /has MERGED_INTO to EntityKey per_[0-9a-f]+ which it should not have$/,
    also: ['key-root'],
  },
  {
    rule: 'entity-facts',
    change:
      "MATCH (e:Person {name: 'Carl Ek'}) SET e.description = 'a liar', e.aliases = [] RETURN e.id AS id",
    detail:
      /aliases is \[\], it should be \["Ek"\].*description is "a liar", it should be "a diplomat"|description is "a liar".*aliases is \[\]/,
  },
  {
    rule: 'entity-label',
    change: `${HOLM} REMOVE e:Person SET e:Country RETURN e.id AS id`,
    detail: /it is a Person, has the labels Country beside Entity, and its id is that of a Person$/,
  },
  {
    rule: 'entity-names',
    change:
      "MATCH (e:Person {name: 'Carl Ek'})-[way:NAMED]->(:Name {folded: 'ek'}) DELETE way RETURN e.id AS id",
    detail: /lacks NAMED to Name ek$/,
    also: ['no-orphans'],
  },
  {
    rule: 'entity-names',
    change: `${HOLM} MATCH (n:Name {folded: 'ek'}) CREATE (e)-[:NAMED]->(n) RETURN e.id AS id`,
    detail: /has NAMED to Name ek which it should not have$/,
  },
  {
    rule: 'entity-words',
    change: `${HOLM} SET e.words = ' other ' RETURN e.id AS id`,
    detail: /words is " other ", it should be " eva holm "$/,
  },
  ...['OFFICE_OF', 'ACCREDITED_TO'].map(
    (type): Break => ({
      rule: 'entity-offices',
      change: `${OFFICE} MATCH (e)-[way:${type}]->() DELETE way RETURN e.id AS id`,
      detail: new RegExp(`lacks ${type} to Entity cou_`),
    }),
  ),
  {
    rule: 'qid-unique',
    change: `${HOLM} SET e.qid = 'Q7' RETURN e.id AS id`,
    detail: /qid is "Q7", there should be none$/,
  },
  {
    rule: 'relation-id',
    change: `${STAFF} SET r.lastDay = '2024-01-01' RETURN r.id AS id`,
    detail: /lastDay is "2024-01-01", it should be "2024-03-31"$/,
  },
  {
    rule: 'relation-id',
    change: `${STAFF} SET r.validUntil = '2023' RETURN r.id AS id`,
    detail: /id is "rel_[0-9a-f]+", it should be "rel_/,
  },
  {
    rule: 'relation-ends',
    change: `${STAFF} MATCH (r)-[way:TO_ENTITY]->() DELETE way RETURN r.id AS id`,
    detail: /lacks TO_ENTITY to Entity org_/,
  },
  {
    rule: 'relation-standing',
    change: `${STAFF} SET r.fact = true, r.reference = 'https://x.example/' RETURN r.id AS id`,
    detail:
      /fact is true, it should be false.*reference is "https:\/\/x.example\/", there should be none|reference is.*fact is true/,
    also: ['relation-edge'],
  },
  {
    rule: 'relation-standing',
    change: `${STAFF} SET r.shown = false RETURN r.id AS id`,
    detail: /shown is false, it should be true$/,
  },
  {
    rule: 'relation-edge',
    change: `${HOLM} MATCH (e)-[edge:AFFILIATED_WITH]->() DELETE edge RETURN e.id AS id`,
    detail: /lacks AFFILIATED_WITH to Entity org_/,
  },
  {
    rule: 'relation-edge',
    change: `${HOLM} MATCH (e)-[edge:AFFILIATED_WITH]->() SET edge.fact = true RETURN e.id AS id`,
    detail: /has AFFILIATED_WITH to Entity org_[0-9a-f]+, of which fact is true, it should be false$/,
  },
  {
    rule: 'relation-edge',
    change: `${HOLM} MATCH (e)-[:AFFILIATED_WITH]->(o) CREATE (e)-[:MEMBER_OF {id: 'rel_1', fact: true}]->(o) RETURN e.id AS id`,
    detail: /has MEMBER_OF to Entity org_[0-9a-f]+ which it should not have$/,
  },
  {
    rule: 'no-orphans',
    change: [`${STAFF} MATCH (r)<-[way:ASSERTS]-() DELETE way`, `${STAFF} RETURN r.id AS id`],
    detail: /no run asserts it$/,
    also: ['run-relations'],
  },
];
