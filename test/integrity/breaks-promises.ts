import { BERG, type Break, PLAN, READY, RUN, WELCOME } from './breaks.ts';

/** Binds the capital of the sample where it stands for its country, and where it is the city. */
const METONYM = "MATCH (m:Mention {exact: 'Oslund', reading: 'METONYMIC'}) WHERE m.current";
const CITY = "MATCH (m:Mention {exact: 'Oslund', reading: 'LITERAL'}) WHERE m.current";
/** Binds an unnamed source of the sample. */
const OFFICIALS = "MATCH (uns:UnnamedSource {name: 'Two officials'})";
/** Binds statements of another article. */
const LEFT = "MATCH (s:Statement) WHERE s.current AND s.words = ' that eva holm had left the delta bank '";
const NEVER = "MATCH (s:Statement {words: ' never '}) WHERE s.current";

/** What the graph model promises in prose, each broken as somebody would who thinks it does no harm. */
export const BREAKS_OF_PROMISES: readonly Break[] = [
  // Offsets count code points of the text, half-open, and the words are the slice.
  ...['start', 'end', 'startUtf16', 'endUtf16'].flatMap((offset): Break[] => [
    {
      rule: 'mention-exact',
      change: `${BERG} SET m.${offset} = m.${offset} + 1 RETURN m.id AS id`,
      detail: new RegExp(`${offset} is \\d+, it should be \\d+$`),
    },
    {
      rule: 'evidence-exact',
      change: `${PLAN} MATCH (s)-[:EVIDENCED_BY]->(e:Evidence {role: 'SOURCE'}) SET e.${offset} = e.${offset} + 1 RETURN e.id AS id`,
      detail: new RegExp(`${offset} is \\d+, it should be \\d+$`),
    },
  ]),
  {
    rule: 'evidence-exact',
    change: `${PLAN} MATCH (s)-[:EVIDENCED_BY]->(e:Evidence {role: 'SOURCE'}) SET e.verdict = 'NORMALIZED', e.prefix = 'x' RETURN e.id AS id`,
    detail: /verdict is "NORMALIZED", it should be "EXACT"/,
  },
  // A quotation in pieces is an ordered list.
  {
    rule: 'evidence-of-document',
    change: `${READY} MATCH (s)-[:EVIDENCED_BY]->(e:Evidence {role: 'CONTENT'}) SET e.order = 1 - e.order WITH e ORDER BY e.id LIMIT 1 RETURN e.id AS id`,
    detail: /order is [01], it should be [01]$/,
  },
  {
    rule: 'evidence-of-document',
    change: `${READY} MATCH (s)-[:EVIDENCED_BY]->(e:Evidence {role: 'CONTENT', order: 1}) WITH e, e.id AS id DETACH DELETE e RETURN id`,
    detail: /^Evidence evi_[0-9a-f]+ of run run_[0-9a-f]+ is missing$/,
  },
  // Only a silence has no content; what is quoted has marks in the text, or is a turn.
  {
    rule: 'statement-of-document',
    change: `${PLAN} SET s.acts = ['NO_RESPONSE'] RETURN s.id AS id`,
    detail: /acts is \["NO_RESPONSE"\], it should be \["ASSERT"\]$/,
  },
  {
    rule: 'statement-quote',
    change: `${WELCOME} SET s.quote = 'he welcomes it' RETURN s.id AS id`,
    detail: /quote is "he welcomes it", it should be "welcomes it"$/,
  },
  {
    rule: 'statement-quote',
    change: `${READY} SET s.kind = 'INDIRECT', s.quote = null RETURN s.id AS id`,
    detail: /quote is missing, it should be "We are ready/,
  },
  // An addressee is who the article says, never its outlet.
  {
    rule: 'addressee-state',
    change: `${LEFT} MATCH (o:Organization {name: 'The Gazette'}) SET s.addresseeState = 'KNOWN' CREATE (s)-[:TOLD_TO {order: 0}]->(o) RETURN s.id AS id`,
    detail: /has TOLD_TO to Entity org_[0-9a-f]+ which it should not have$/,
  },
  {
    rule: 'addressee-state',
    change: `${READY} SET s.addresseeCarried = false RETURN s.id AS id`,
    detail: /addresseeCarried is false, it should be true$/,
  },
  {
    rule: 'evidence-of-document',
    change: `${READY} MATCH (s)-[way:EVIDENCED_BY]->(e:Evidence {role: 'ADDRESSEE'}) DELETE way RETURN e.id AS id`,
    detail: /^Evidence evi_[0-9a-f]+ of run run_[0-9a-f]+ is missing$/,
    also: ['no-orphans'],
  },
  // What stands in the same article is not what a statement is about.
  {
    rule: 'statement-subjects',
    change: `${LEFT} MATCH (o:Organization {name: 'Delta Bank'}) CREATE (s)-[:ABOUT {order: 1}]->(o) RETURN s.id AS id`,
    detail: /has ABOUT to Entity org_[0-9a-f]+ which it should not have$/,
  },
  // A capital that stands for its state refers to the country, and is no alias of it.
  {
    rule: 'mention-referents',
    change: `${METONYM} MATCH (m)-[way:REFERS_TO]->(:Country) MATCH (e:Place {name: 'Oslund'}) DELETE way CREATE (m)-[:REFERS_TO {order: 0}]->(e) RETURN m.id AS id`,
    detail: /lacks REFERS_TO to Entity cou_|has REFERS_TO to Entity pla_[0-9a-f]+ which it should not have$/,
  },
  {
    rule: 'mention-referents',
    change: `${METONYM} MATCH (m)-[way:LITERALLY]->() DELETE way RETURN m.id AS id`,
    detail: /lacks LITERALLY to Entity pla_/,
  },
  {
    rule: 'mention-of-document',
    change: `${CITY} SET m.reading = 'METONYMIC' RETURN m.id AS id`,
    detail: /reading is "METONYMIC", it should be "LITERAL"$/,
  },
  {
    rule: 'entity-facts',
    change:
      "MATCH (e:Country {name: 'Norland'}) MATCH (n:Name {folded: 'oslund'}) SET e.aliases = ['Oslund'] CREATE (e)-[:NAMED]->(n) RETURN e.id AS id",
    detail: /aliases is \["Oslund"\], it should be \[\]$/,
    also: ['entity-names'],
  },
  // What a speaker claims is no fact.
  {
    rule: 'evidence-of-document',
    change:
      "MATCH (e:Evidence {exact: 'talks in Oslund'}) WHERE e.current SET e.claimed = false RETURN e.id AS id",
    detail: /claimed is false, it should be true$/,
    also: ['relation-standing'],
  },
  {
    rule: 'relation-standing',
    change: "MATCH (r:Relation {type: 'HELD_IN'}) SET r.fact = true RETURN r.id AS id",
    detail: /fact is true, it should be false$/,
    also: ['relation-edge'],
  },
  // Ids are hashes of what things are made of.
  {
    rule: 'statement-of-document',
    change: `${NEVER} SET s.id = 'sta_00000000000000000000000000000000' RETURN s.id AS id`,
    detail: /^Statement sta_0+ is none that run run_[0-9a-f]+ should have$/,
    // Decisions knew it by its id.
    also: ['decision-id'],
  },
  {
    rule: 'key-root',
    change:
      "MATCH (e:Position {name: 'Ambassador'}) SET e.id = 'pos_00000000000000000000000000000000' WITH e MATCH (k:EntityKey)-[:KEY_OF]->(e) RETURN k.id AS id",
    detail: /lacks KEY_OF to Entity pos_|has KEY_OF to Entity pos_0+/,
    also: ['run-relations', 'evidence-of-document', 'relation-ends', 'relation-edge'],
  },
  // An unnamed source is of one article, and never one with another.
  {
    rule: 'statement-source',
    change: `${LEFT} ${OFFICIALS} CREATE (s)-[:SAID_BY {order: 1}]->(uns) RETURN s.id AS id`,
    detail: /has SAID_BY to Entity uns_[0-9a-f]+ which it should not have$/,
  },
  {
    rule: 'key-root',
    change: [
      `${OFFICIALS} MATCH (k:EntityKey)-[way:KEY_OF]->(uns) MATCH (other:UnnamedSource {name: 'reporters'}) DELETE way CREATE (k)-[:KEY_OF]->(other)`,
      "MATCH (k:EntityKey {type: 'UNNAMED_SOURCE'})-[:KEY_OF]->(e) WHERE k.id <> e.id RETURN k.id AS id",
    ],
    detail: /lacks KEY_OF to Entity uns_|has KEY_OF to Entity uns_/,
    also: [
      'mention-referents',
      'statement-source',
      'entity-facts',
      'entity-names',
      'entity-words',
      'no-orphans',
    ],
  },
  // One article is written as a whole.
  {
    rule: 'statement-of-document',
    change: [
      `${RUN} MATCH (m:Mention {runId: run.id}) DETACH DELETE m`,
      `${RUN} MATCH (e:Evidence {runId: run.id}) DETACH DELETE e`,
      `${RUN} MATCH (s:Statement {runId: run.id}) WHERE s.words <> ' that he welcomes it ' DETACH DELETE s`,
      `${WELCOME} WITH s, s.id AS id DETACH DELETE s RETURN id`,
    ],
    detail: /^Statement sta_[0-9a-f]+ of run run_[0-9a-f]+ is missing$/,
    also: ['mention-of-document', 'evidence-of-document', 'relation-standing', 'decision-complete'],
  },
  // No field says that a statement is true.
  {
    rule: 'statement-of-document',
    change: `${PLAN} SET s.isTrue = true RETURN s.id AS id`,
    detail: /^Statement sta_[0-9a-f]+: isTrue is true, there should be none$/,
  },
  // The vocabulary is closed.
  {
    rule: 'known-relationships',
    change:
      "MATCH (a:Person {name: 'Eva Holm'}) MATCH (b:Person {name: 'Anna Berg'}) CREATE (a)-[:SAME_AS]->(b) RETURN a.id AS id",
    detail: /has SAME_AS to Entity per_[0-9a-f]+ which it should not have$/,
  },
  {
    rule: 'entity-facts',
    change: "MATCH (o:Organization {name: 'The Daily'}) SET o.isOutlet = false RETURN o.id AS id",
    detail: /isOutlet is false, it should be true$/,
  },
  {
    rule: 'run-of-document',
    change: `${RUN} SET run.parameters = '{"x":1}' RETURN run.id AS id`,
    detail: /parameters is .*, it should be /,
  },
];
