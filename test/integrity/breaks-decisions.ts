import type { Break } from './breaks.ts';
import { PLAN } from './breaks.ts';

const WITHDRAW = "MATCH (d:Decision {kind: 'WITHDRAW'}) WHERE d.standing";
const RESTORE = "MATCH (d:Decision {kind: 'RESTORE'})";
const MERGE = "MATCH (d:Decision {kind: 'MERGE'})";
const CORRECT = "MATCH (d:Decision {kind: 'CORRECT'}) WHERE d.standing";
const WITHDRAWN = 'MATCH (s:Statement) WHERE s.withdrawnAt IS NOT NULL';
const CORRECTED = "MATCH (s:Statement {words: ' that the bank would close '})";
/** Evidence of the first version of an article, the second of which has all but a sentence of its words. */
const EARLIER = "MATCH (e:Evidence {role: 'CUE'}) WHERE e.anchorVerdict IS NOT NULL";

/** Breaks by what decisions make, and by later versions. */
export const BREAKS_OF_DECISIONS: readonly Break[] = [
  {
    rule: 'withdrawal-decided',
    change: `${WITHDRAWN} SET s.withdrawnAt = null, s.withdrawnReason = null RETURN s.id AS id`,
    detail: /withdrawnAt is missing, it should be "2024-07-01T00:01:00.000Z".*withdrawnReason is missing/,
  },
  {
    rule: 'withdrawal-decided',
    change: `${PLAN} SET s.withdrawnAt = '2024-07-01T00:01:00.000Z' RETURN s.id AS id`,
    detail: /withdrawnAt is "2024-07-01T00:01:00.000Z", there should be none$/,
  },
  {
    rule: 'withdrawal-decided',
    change: `${WITHDRAWN} SET s.withdrawnReason = 'Not so.' RETURN s.id AS id`,
    detail: /withdrawnReason is "Not so.", it should be "So it is."$/,
  },
  {
    rule: 'withdrawal-decided',
    change: [`${WITHDRAW} DETACH DELETE d`, `${WITHDRAWN} RETURN s.id AS id`],
    detail: /withdrawnAt is "2024-07-01T00:01:00.000Z", there should be none/,
    also: ['list-places'],
  },
  {
    rule: 'statement-of-document',
    change: `${CORRECTED} SET s.acts = ['ASSERT'] RETURN s.id AS id`,
    detail: /acts is \["ASSERT"\], it should be \["PREDICT"\]$/,
  },
  {
    rule: 'statement-source',
    change: `${CORRECTED} MATCH (s)-[way:SAID_BY]->(:Person {name: 'Anna Berg'}) DELETE way RETURN s.id AS id`,
    detail: /lacks SAID_BY to Entity per_/,
  },
  {
    rule: 'statement-source',
    change: [`${CORRECT} DETACH DELETE d`, `${CORRECTED} RETURN s.id AS id`],
    detail: /lacks SAID_BY to Entity per_|has SAID_BY to Entity per_[0-9a-f]+ which it should not have/,
    also: ['statement-of-document'],
  },
  {
    rule: 'document-valid',
    change: [
      `${CORRECT} SET d.changes = '{"kind":"MIXED"}'`,
      `${CORRECTED} MATCH (s)-[:GENERATED_BY]->(run) RETURN run.id AS id`,
    ],
    detail: /its document with the decisions that correct it breaks the format: \/statements\/0/,
    also: ['decision-id', 'decision-concerns'],
  },
  {
    rule: 'merge-decided',
    change: 'MATCH (k:EntityKey)-[way:MERGED_INTO]->() DELETE way RETURN k.id AS id',
    detail: /lacks MERGED_INTO to EntityKey per_/,
    // It is then no decision any more that makes one of two whom a document keeps apart.
    also: ['key-root', 'key-of-document', 'mention-referents', 'run-entities', 'statement-source'],
  },
  {
    rule: 'merge-decided',
    change: "MATCH (k:EntityKey)-[way:MERGED_INTO]->() SET way.decision = 'dec_1' RETURN k.id AS id",
    detail: /has MERGED_INTO to EntityKey per_[0-9a-f]+, of which decision is "dec_1", it should be "dec_/,
  },
  {
    rule: 'key-root',
    change:
      'MATCH (k:EntityKey)-[of:KEY_OF]->() WHERE of.base IS NOT NULL SET of.base = null RETURN k.id AS id',
    detail: /has KEY_OF to Entity per_[0-9a-f]+, of which base is null, it should be "per_/,
    // What was merged would name the entity like any other.
    also: ['entity-facts', 'entity-words'],
  },
  ...['actor', 'at', 'reason', 'kind'].map(
    (property): Break => ({
      rule: 'decision-complete',
      change: `${MERGE} SET d.${property} = '' RETURN d.id AS id`,
      detail: new RegExp(`^Decision dec_[0-9a-f]+ cannot be made again: .*${property} `),
      also: property === 'kind' ? ['merge-decided'] : [],
    }),
  ),
  {
    rule: 'decision-complete',
    change: `${MERGE} SET d.keptKey = null RETURN d.id AS id`,
    detail: /cannot be made again: it a MERGE has keep and merge, and this has merge$/,
    also: ['merge-decided'],
  },
  {
    rule: 'decision-complete',
    change: `${CORRECT} SET d.changes = 'rubbish' RETURN d.id AS id`,
    detail: /cannot be made again: changes /,
    also: ['statement-of-document', 'statement-source'],
  },
  {
    rule: 'decision-complete',
    change: `${RESTORE} MATCH (d)<-[way:UNDONE_BY]-() DELETE way RETURN d.id AS id`,
    detail: /cannot be made again: it a RESTORE has statement and undoes, and this has statement$/,
    also: ['decision-standing'],
  },
  {
    rule: 'decision-id',
    change: `${WITHDRAW} SET d.actor = 'bob' RETURN d.id AS id`,
    detail: /id is "dec_[0-9a-f]+", it should be "dec_/,
  },
  {
    rule: 'decision-concerns',
    change: `${MERGE} MATCH (d)-[way:CONCERNS]->(k:EntityKey) WHERE k.id = d.keptKey DELETE way RETURN d.id AS id`,
    detail: /lacks CONCERNS to EntityKey per_/,
  },
  {
    rule: 'decision-concerns',
    change: `${WITHDRAW} MATCH (d)-[:CONCERNS]->(s:Statement) CREATE (d)-[:CONCERNS]->(s) RETURN d.id AS id`,
    detail: /has CONCERNS to Statement sta_[0-9a-f]+ more than once$/,
  },
  {
    rule: 'decision-standing',
    change: `${MERGE} SET d.standing = false RETURN d.id AS id`,
    detail: /standing is false, it should be true$/,
    also: ['merge-decided'],
  },
  {
    rule: 'decision-standing',
    change: `${RESTORE} SET d.standing = true RETURN d.id AS id`,
    detail: /standing is true, it should be false$/,
  },
  {
    rule: 'decision-standing',
    change: `${CORRECT} SET d.correctedRun = 'run_1' RETURN d.id AS id`,
    detail: /correctedRun is "run_1", it should be "run_/,
    also: ['statement-of-document', 'statement-source'],
  },
  {
    rule: 'decision-standing',
    change: `${RESTORE} MATCH (other:Decision {kind: 'MERGE'}) CREATE (other)-[:UNDONE_BY]->(d) RETURN d.id AS id`,
    detail:
      /takes back dec_[0-9a-f]+, too$|takes back dec_[0-9a-f]+, which is none that a RESTORE takes back$/,
    also: [],
  },
  {
    rule: 'anchors',
    change: `${EARLIER} SET e.anchorVerdict = 'ALTERED', e.anchorStart = 3 RETURN e.id AS id`,
    detail: /anchorVerdict is "ALTERED", it should be "EXACT".*anchorStart is 3, it should be \d+/,
  },
  {
    rule: 'anchors',
    change: `${EARLIER} SET e.anchorVersionId = null RETURN e.id AS id`,
    detail: /anchorVersionId is missing, it should be "ver_/,
  },
  {
    rule: 'anchors',
    change: `${PLAN} SET s.lapsedAt = '2024-07-01T00:00:00.000Z' RETURN s.id AS id`,
    detail: /lapsedAt is "2024-07-01T00:00:00.000Z", there should be none$/,
  },
];
