import type { RuleName } from '../../src/integrity/rules.ts';

/** A change behind the back of all code, and what the check should find. */
export interface Break {
  readonly rule: RuleName;
  /** Cypher; the last one returns the `id` that the finding should have. */
  readonly change: string | readonly string[];
  readonly detail: RegExp;
  /** Rules that the change breaks as well. */
  readonly also?: readonly RuleName[];
}

/** Binds a statement of the sample, of its current run. */
export const PLAN =
  "MATCH (s:Statement) WHERE s.current AND s.words = ' that oslund would sign the delta treaty '";
export const READY =
  "MATCH (s:Statement) WHERE s.current AND s.kind = 'DIRECT' AND s.words STARTS WITH ' we are ready '";
export const WELCOME = "MATCH (s:Statement) WHERE s.current AND s.words = ' that he welcomes it '";
/** Binds a mention of the sample, of its current run. */
export const BERG = "MATCH (m:Mention) WHERE m.current AND m.exact = 'Anna Berg'";
/** Binds the article of the sample, and its current run. */
export const ARTICLE = "MATCH (a:Article {key: 'sample-1'})";
export const RUN = "MATCH (run:ExtractionRun {title: 'Norland to sign'}) WHERE run.current";
/** Binds the first version of an article that has two. */
export const FIRST = "MATCH (:Article {key: 'edited'})-[:HAS_VERSION]->(v:ArticleVersion {number: 1})";

export const BREAKS_OF_STORE: readonly Break[] = [
  {
    rule: 'model-version',
    change: 'MATCH (model:GraphModel) SET model.version = 1 RETURN model.id AS id',
    detail: /version 1 of the graph model, and this program has version \d+; nothing else was checked/,
  },
  {
    rule: 'model-version',
    change: 'MATCH (model:GraphModel) DELETE model RETURN null AS id',
    detail: /^the graph does not say which version/,
  },
  {
    rule: 'known-labels',
    change: "CREATE (n:Gremlin {id: 'gremlin'}) RETURN n.id AS id",
    detail: /^a node has the labels Gremlin, none of which/,
  },
  {
    rule: 'known-labels',
    change: "CREATE (n {id: 'nothing'}) RETURN n.id AS id",
    detail: /^a node has no label/,
  },
  {
    rule: 'known-labels',
    change: `${BERG} SET m:Secret RETURN m.id AS id`,
    detail: /has the labels Mention and Secret$/,
  },
  {
    rule: 'known-labels',
    change: `${FIRST} SET v:Secret RETURN v.id AS id`,
    detail: /ArticleVersion and Secret$/,
  },
  {
    rule: 'known-labels',
    change: "MATCH (n:Name {folded: 'norland'}) SET n:Secret RETURN n.folded AS id",
    detail: /^norland has the labels Name and Secret$/,
  },
  {
    rule: 'known-labels',
    change: "MATCH (e:Person {name: 'Eva Holm'}) SET e:Country RETURN e.id AS id",
    detail: /has the labels Country, Entity and Person$/,
    also: ['entity-label'],
  },
  {
    rule: 'known-relationships',
    change: `${PLAN} MATCH (w:Word {folded: 'treaty'}) CREATE (s)-[:LIKES]->(w) RETURN s.id AS id`,
    detail: /has LIKES to Word treaty which it should not have$/,
  },
  {
    rule: 'known-relationships',
    change: `${FIRST} MATCH (w:Word {folded: 'treaty'}) CREATE (v)-[:HAS_VERSION]->(w) RETURN v.id AS id`,
    detail: /has a HAS_VERSION to treaty, and nothing leads from nodes of its kind$/,
  },
  {
    rule: 'decision-concerns',
    change: `MATCH (d:Decision {kind: 'MERGE'}) MATCH (w:Word {folded: 'treaty'}) CREATE (d)-[:CONCERNS]->(w) RETURN d.id AS id`,
    detail: /has CONCERNS to Word treaty which it should not have$/,
  },
  {
    rule: 'words-known',
    change: ["MATCH (w:Word {folded: 'oslund'}) DELETE w", `${PLAN} RETURN s.id AS id`],
    detail: /has words that are no Word: "oslund"$/,
  },
  {
    rule: 'required-properties',
    change: 'CREATE (n:Name) RETURN null AS id',
    detail: /^a Name has no folded; it has \{\}$/,
  },
  {
    rule: 'required-properties',
    change: `${BERG} REMOVE m.id RETURN null AS id`,
    detail: /^a Mention has no id; it has \{/,
    also: ['mention-of-document', 'mention-referents', 'statement-source'],
  },
];

export const BREAKS_OF_ORPHANS: readonly Break[] = [
  ["CREATE (n:Article {id: 'art_1'})", /^Article art_1: it has no version$/],
  [
    "CREATE (n:ArticleVersion {id: 'ver_1'})",
    /^ArticleVersion ver_1: no article has it$/,
    ['required-properties'],
  ],
  [
    "CREATE (n:ExtractionRun {id: 'run_1'})",
    /^ExtractionRun run_1: it annotates no version$/,
    ['required-properties'],
  ],
  ["CREATE (n:Mention {id: 'men_1'})", /^Mention men_1: it is found in no version/, ['required-properties']],
  [
    `${BERG} MATCH (m)-[way:FOUND_IN]->() DELETE way WITH m AS n`,
    /it is found in no version/,
    ['mention-of-document'],
  ],
  ["CREATE (n:Statement {id: 'sta_1'})", /^Statement sta_1: no run generated it$/, ['required-properties']],
  [
    "CREATE (n:Evidence {id: 'evi_1'})",
    /^Evidence evi_1: it is evidence of no statement, and no run generated it$/,
    ['required-properties'],
  ],
  [
    "CREATE (n:EntityKey {id: 'per_1'})",
    /^EntityKey per_1: no run describes it, and no decision concerns it$/,
    ['required-properties'],
  ],
  ["CREATE (n:Entity:Person {id: 'per_1'})", /^Entity per_1: no key is of it$/, ['required-properties']],
  ["CREATE (n:KeyName {keyText: 'x'})", /^KeyName x: no key is called so$/],
  ["CREATE (n:Name {folded: 'x'})", /^Name x: no entity has it$/],
  ["CREATE (n:Relation {id: 'rel_1'})", /^Relation rel_1: no run asserts it$/, ['required-properties']],
].map(([change, detail, also]) => ({
  rule: 'no-orphans',
  change: `${String(change)} RETURN coalesce(n.id, n.folded, n.keyText) AS id`,
  detail: detail as RegExp,
  ...(also === undefined ? {} : { also: also as RuleName[] }),
}));

export const BREAKS_OF_ARTICLES: readonly Break[] = [
  {
    rule: 'document-valid',
    change: `${RUN} SET run.document = 'rubbish' RETURN run.id AS id`,
    detail: /its document cannot be unpacked: /,
  },
  {
    rule: 'document-hash',
    change: `${RUN} SET run.documentSha256 = 'rubbish' RETURN run.id AS id`,
    detail: /documentSha256 is "rubbish", it should be "[0-9a-f]{64}"$/,
  },
  {
    rule: 'text-hash',
    change: `${FIRST} SET v.text = v.text + ' ' RETURN v.id AS id`,
    detail:
      /its text has the hash [0-9a-f]{64} and \d+ code points, and the version says [0-9a-f]{64} and \d+/,
  },
  {
    rule: 'text-hash',
    change: `${FIRST} SET v.length = 1 RETURN v.id AS id`,
    detail: /the version says [0-9a-f]{64} and 1/,
  },
  {
    rule: 'record-ids',
    change: `${ARTICLE} SET a.key = 'other' RETURN a.id AS id`,
    detail: /its key is other, and its documents give sample-1$/,
  },
  {
    rule: 'record-ids',
    change: `${FIRST} SET v.articleId = 'art_1' RETURN v.id AS id`,
    detail: /articleId is "art_1", it should be "art_/,
  },
  {
    rule: 'record-ids',
    change: `${ARTICLE} SET a.id = 'art_1' RETURN a.id AS id`,
    detail: /^Article art_1: the document of run run_[0-9a-f]+ makes its id art_[0-9a-f]{32}$/,
    also: [
      'mention-of-document',
      'mention-referents',
      'statement-of-document',
      'statement-source',
      'addressee-state',
      'key-of-document',
      'run-entities',
    ],
  },
  {
    rule: 'run-of-document',
    change: `${RUN} SET run.tool = 'other', run.title = 'Norland' RETURN run.id AS id`,
    detail: /tool is "other", it should be "test"; title is "Norland", it should be "Norland to sign"$/,
    also: ['article-of-run', 'article-words'],
  },
  {
    rule: 'run-of-document',
    change: `${RUN} MATCH (:Article {key: 'edited'})-[:HAS_VERSION]->(v:ArticleVersion {number: 2}) CREATE (run)-[:ANNOTATES]->(v) RETURN run.id AS id`,
    detail: /has ANNOTATES to ArticleVersion ver_[0-9a-f]+ which it should not have$/,
  },
  {
    rule: 'run-entities',
    change: `${RUN} MATCH (run)-[d:DESCRIBES]->(:EntityKey {qid: 'Q900001'}) DELETE d RETURN run.id AS id`,
    detail: /lacks DESCRIBES to EntityKey per_/,
    // What it said is no longer said of the entity.
    also: ['key-names', 'entity-facts', 'entity-names', 'entity-words'],
  },
  {
    rule: 'run-entities',
    change: `${RUN} MATCH (run)-[d:DESCRIBES]->(:EntityKey {qid: 'Q900001'}) SET d.local = 'other' RETURN run.id AS id`,
    detail: /of which local is "other", it should be "ek"$/,
  },
  {
    rule: 'run-relations',
    change: `${RUN} MATCH (run)-[asserts:ASSERTS {local: 'office'}]->() DELETE asserts RETURN run.id AS id`,
    detail: /lacks ASSERTS to Relation rel_/,
  },
  {
    rule: 'run-relations',
    change: `${RUN} MATCH (run)-[asserts:ASSERTS {local: 'office'}]->() SET asserts.local = 'seat' RETURN run.id AS id`,
    detail: /of which local is "seat", it should be "office"$/,
  },
  {
    rule: 'version-numbers',
    change: `${FIRST} SET v.number = 7 RETURN v.id AS id`,
    detail: /number is 7, it should be 1$/,
  },
  {
    rule: 'one-current-version',
    change: `${FIRST} SET v.current = true RETURN v.id AS id`,
    detail: /current is true, it should be false$/,
  },
  {
    rule: 'one-current-version',
    change: `${ARTICLE} SET a.currentVersionId = 'ver_1' RETURN a.id AS id`,
    detail: /currentVersionId is "ver_1", it should be "ver_/,
  },
  {
    rule: 'one-current-run',
    change: `${RUN} SET run.current = false RETURN run.id AS id`,
    detail: /current is false, it should be true$/,
  },
  {
    rule: 'one-current-run',
    change: [
      "MATCH (a:Article {key: 'edited'})-[:HAS_VERSION]->(v:ArticleVersion {current: true})<-[way:ANNOTATES]-() DELETE way",
      "MATCH (a:Article {key: 'edited'}) RETURN a.id AS id",
    ],
    detail: /the last of its versions has no run$/,
    also: ['no-orphans'],
  },
  {
    rule: 'records-current',
    change: `${BERG} SET m.current = false RETURN m.id AS id`,
    detail: /current is false, it should be true$/,
  },
  {
    rule: 'records-current',
    change: `${PLAN} MATCH (s)-[:EVIDENCED_BY]->(e:Evidence {role: 'CUE'}) SET e.current = false RETURN e.id AS id`,
    detail: /^Evidence evi_[0-9a-f]+: current is false/,
  },
  {
    rule: 'version-times',
    change: `${FIRST} SET v.retrievedAt = '2024-04-01T09:00:00.000Z' RETURN v.id AS id`,
    detail: /retrievedAt is "2024-04-01T09:00:00.000Z", it should be "2024-04-01T08:00:00.000Z"$/,
  },
  {
    rule: 'version-times',
    change: `${FIRST} SET v.recordedAt = '2030-04-09T08:00:00.000Z' RETURN v.id AS id`,
    detail: /recordedAt is "2030-04-09T08:00:00.000Z", it should be "2024-06-01/,
  },
  {
    rule: 'article-of-run',
    change: `${ARTICLE} SET a.title = 'Other', a.surplus = 1 RETURN a.id AS id`,
    detail: /title is "Other", it should be "Norland to sign"; surplus is 1, there should be none$/,
  },
  {
    rule: 'article-words',
    change: `${ARTICLE} SET a.words = ' other ' RETURN a.id AS id`,
    detail: /its words are not those of its title and current text$/,
  },
  {
    rule: 'published-by',
    change: `${ARTICLE} MATCH (a)-[way:PUBLISHED_BY]->() DELETE way RETURN a.id AS id`,
    detail: /lacks PUBLISHED_BY to Entity org_/,
  },
  {
    rule: 'published-by',
    change: `${ARTICLE} MATCH (o:Organization {name: 'The Gazette'}) CREATE (a)-[:PUBLISHED_BY]->(o) RETURN a.id AS id`,
    detail: /has PUBLISHED_BY to Entity org_[0-9a-f]+ which it should not have$/,
  },
  {
    rule: 'record-ids',
    change: `${ARTICLE} MATCH (a)-[:HAS_VERSION]->(v) CREATE (a)-[:HAS_VERSION]->(v) RETURN a.id AS id`,
    detail: /has HAS_VERSION to ArticleVersion ver_[0-9a-f]+ more than once$/,
  },
];
