import type { Break } from './breaks.ts';
import { BERG, PLAN, READY, WELCOME } from './breaks.ts';

export const BREAKS_OF_RECORDS: readonly Break[] = [
  {
    rule: 'mention-of-document',
    change: `${BERG} SET m.kind = 'PRONOUN' RETURN m.id AS id`,
    detail: /^Mention men_[0-9a-f]+: kind is "PRONOUN", it should be "NAME"$/,
  },
  {
    rule: 'mention-of-document',
    change: `${BERG} WITH m, m.id AS id DETACH DELETE m RETURN id`,
    detail: /^Mention men_[0-9a-f]+ of run run_[0-9a-f]+ is missing$/,
  },
  {
    rule: 'mention-of-document',
    change: `${BERG} MATCH (m)-[:FOUND_IN]->(v) CREATE (n:Mention {id: 'men_1', runId: m.runId})-[:FOUND_IN]->(v) RETURN n.id AS id`,
    detail: /^Mention men_1 is none that run run_[0-9a-f]+ should have$/,
  },
  {
    rule: 'mention-of-document',
    change: `${BERG} MATCH (m)-[:FOUND_IN]->(v) CREATE (m)-[:FOUND_IN]->(v) RETURN m.id AS id`,
    detail: /has FOUND_IN to ArticleVersion ver_[0-9a-f]+ more than once$/,
  },
  {
    rule: 'mention-exact',
    change: `${BERG} SET m.end = m.end + 1, m.exact = 'Anna Berg,' RETURN m.id AS id`,
    detail: /exact is "Anna Berg,", it should be "Anna Berg".*end is 10, it should be 9/,
  },
  {
    rule: 'mention-referents',
    change: `${BERG} MATCH (m)-[way:REFERS_TO]->() DELETE way RETURN m.id AS id`,
    detail: /lacks REFERS_TO to Entity per_/,
  },
  {
    rule: 'mention-referents',
    change: `${BERG} MATCH (e:Country {name: 'Sudland'}) CREATE (m)-[:LITERALLY]->(e) RETURN m.id AS id`,
    detail: /has LITERALLY to Entity cou_[0-9a-f]+ which it should not have$/,
  },
  {
    rule: 'mention-referents',
    change: `${BERG} MATCH (m)-[way:REFERS_TO]->() SET way.order = 4 RETURN m.id AS id`,
    detail: /of which order is 4, it should be 0$/,
  },
  {
    rule: 'mention-referents',
    change: `MATCH (m:Mention {exact: 'she'})-[way:ANTECEDENT]->() WHERE m.current DELETE way RETURN m.id AS id`,
    detail: /lacks ANTECEDENT to Mention men_/,
  },
  {
    rule: 'statement-of-document',
    change: `${PLAN} SET s.acts = ['DENY', 'ASSERT'] RETURN s.id AS id`,
    detail: /acts is \["DENY","ASSERT"\], it should be \["ASSERT"\]$/,
  },
  {
    rule: 'statement-of-document',
    change: `${PLAN} SET s.confidence = 0.5, s.cue = 'said' RETURN s.id AS id`,
    detail:
      /cue is "said", it should be "told"; confidence is 0.5, it should be 1|confidence is 0.5.*cue is "said"/,
  },
  {
    rule: 'statement-of-document',
    change: `${PLAN} WITH s, s.id AS id DETACH DELETE s RETURN id`,
    detail: /^Statement sta_[0-9a-f]+ of run run_[0-9a-f]+ is missing$/,
    also: ['evidence-of-document', 'no-orphans'],
  },
  {
    rule: 'statement-of-document',
    change: `${PLAN} MATCH (s)-[:GENERATED_BY]->(run) CREATE (n:Statement {id: 'sta_1'})-[:GENERATED_BY]->(run) RETURN n.id AS id`,
    detail: /^Statement sta_1 is none that run run_[0-9a-f]+ should have$/,
    also: ['statement-content'],
  },
  {
    rule: 'statement-of-document',
    change: `${PLAN} MATCH (s)-[way:REPORTED_IN]->() DELETE way RETURN s.id AS id`,
    detail: /lacks REPORTED_IN to ArticleVersion ver_/,
  },
  {
    rule: 'statement-content',
    change: `${PLAN} SET s.words = ' other ', s.content = 'other' RETURN s.id AS id`,
    detail:
      /content is "other", it should be "that Oslund would sign the Delta Treaty"; words is " other "|words is " other ".*content is "other"/,
  },
  {
    rule: 'statement-content',
    change: `${PLAN} MATCH (s)-[way:EVIDENCED_BY]->(e:Evidence {role: 'CONTENT'}) DETACH DELETE e RETURN s.id AS id`,
    detail: /is no silence, and has no evidence of its content$/,
    also: ['evidence-of-document'],
  },
  {
    rule: 'statement-quote',
    change: `${READY} SET s.quote = 'Other' RETURN s.id AS id`,
    detail: /quote is "Other", it should be "We are ready, The talks/,
  },
  {
    rule: 'statement-quote',
    change: `${PLAN} SET s.kind = 'DIRECT' RETURN s.id AS id`,
    detail: /kind is "DIRECT", it should be "INDIRECT"$/,
  },
  {
    rule: 'statement-source',
    change: `${PLAN} SET s.sourceState = 'UNNAMED' RETURN s.id AS id`,
    detail: /sourceState is "UNNAMED", it should be "NAMED"$/,
  },
  ...['SAID_BY', 'SPEAKING_AS', 'ON_BEHALF_OF', 'NAMED_AS'].map(
    (type): Break => ({
      rule: 'statement-source',
      change: `${PLAN} MATCH (s)-[way:${type}]->() DELETE way RETURN s.id AS id`,
      detail: new RegExp(`lacks ${type} to `),
    }),
  ),
  {
    rule: 'addressee-state',
    change: `${PLAN} SET s.addresseeState = 'UNKNOWN' REMOVE s.addresseeText RETURN s.id AS id`,
    detail:
      /addresseeState is "UNKNOWN", it should be "KNOWN".*addresseeText is missing, it should be "reporters"|addresseeText is missing.*addresseeState is/,
  },
  {
    rule: 'addressee-state',
    change: `${PLAN} MATCH (s)-[way:TOLD_TO]->() DELETE way RETURN s.id AS id`,
    detail: /lacks TOLD_TO to Entity uns_/,
  },
  ...['ABOUT', 'MENTIONS'].map(
    (type): Break => ({
      rule: 'statement-subjects',
      change: `${PLAN} MATCH (s)-[way:${type}]->(:Treaty) DELETE way RETURN s.id AS id`,
      detail: new RegExp(`lacks ${type} to Entity tre_`),
    }),
  ),
  {
    rule: 'statement-subjects',
    change: `${READY} MATCH (s)-[way:ABOUT]->(:Statement) SET way.order = 1 RETURN s.id AS id`,
    detail: /has ABOUT to Statement sta_[0-9a-f]+, of which order is 1, it should be 0$/,
  },
  {
    rule: 'nesting-acyclic',
    change: [
      `${READY} MATCH (inner:Statement)-[:NESTED_IN]->(s) CREATE (s)-[:NESTED_IN]->(inner)`,
      `${READY} RETURN s.id AS id`,
    ],
    detail: /has NESTED_IN to Statement sta_[0-9a-f]+ which it should not have$/,
  },
  {
    rule: 'nesting-acyclic',
    change: `${WELCOME} SET s.depth = 3 RETURN s.id AS id`,
    detail: /depth is 3, it should be 1$/,
  },
  {
    rule: 'evidence-of-document',
    change: `${PLAN} MATCH (s)-[:EVIDENCED_BY]->(e:Evidence {role: 'CUE'}) SET e.order = 2 RETURN e.id AS id`,
    detail: /order is 2, it should be 0$/,
  },
  {
    rule: 'evidence-of-document',
    change: `${PLAN} MATCH (s)-[:EVIDENCED_BY]->(e:Evidence {role: 'CUE'}) WITH e, e.id AS id DETACH DELETE e RETURN id`,
    detail: /^Evidence evi_[0-9a-f]+ of run run_[0-9a-f]+ is missing$/,
  },
  {
    rule: 'evidence-of-document',
    change: `${PLAN} CREATE (s)-[:EVIDENCED_BY]->(e:Evidence {id: 'evi_1'}) RETURN e.id AS id`,
    detail: /^Evidence evi_1 is none that run run_[0-9a-f]+ should have$/,
  },
  {
    rule: 'evidence-of-document',
    change: `MATCH (e:Evidence {exact: 'talks in Oslund'})-[way:CLAIMED_IN]->() WHERE e.current DELETE way RETURN e.id AS id`,
    detail: /lacks CLAIMED_IN to Statement sta_/,
  },
  {
    rule: 'evidence-of-document',
    change: `MATCH (r:Relation)-[way:EVIDENCED_BY]->(e:Evidence {exact: 'talks in Oslund'}) WHERE e.current DELETE way RETURN r.id AS id`,
    detail: /lacks EVIDENCED_BY to Evidence evi_/,
    also: ['relation-standing'],
  },
  {
    rule: 'evidence-of-document',
    change: `${PLAN} MATCH (s)-[:EVIDENCED_BY]->(e:Evidence {role: 'CUE'}) MATCH (r:Relation {type: 'CAPITAL_OF'}) CREATE (r)-[:EVIDENCED_BY]->(e) RETURN r.id AS id`,
    detail: /has 1 pieces of evidence that are a statement's$/,
    also: [],
  },
  {
    rule: 'evidence-exact',
    change: `${PLAN} MATCH (s)-[:EVIDENCED_BY]->(e:Evidence {role: 'CUE'}) SET e.exact = 'tell', e.startUtf16 = 1 RETURN e.id AS id`,
    detail: /exact is "tell", it should be "told".*startUtf16 is 1, it should be \d+/,
  },
  {
    rule: 'list-places',
    change: `${PLAN} SET s.latestPlace = '0x' RETURN s.id AS id`,
    detail: /latestPlace is "0x", it should be "02024-03-04\/2024-03-04 sta_/,
  },
  {
    rule: 'list-places',
    change: `${BERG} SET m.textPlace = 'Lx' RETURN m.id AS id`,
    detail: /textPlace is "Lx", it should be "Lver_/,
  },
];
