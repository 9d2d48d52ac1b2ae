import type { Break } from './breaks.ts';

const SEALED = "MATCH (a:Article {key: 'sealed'})";
const VERSION = `${SEALED} MATCH (a)-[:HAS_VERSION]->(v:ArticleVersion {current: true})`;
const RUN = `${VERSION} MATCH (v)<-[:ANNOTATES]-(run)`;
const MINE = `${RUN} MATCH (s:Statement {runId: run.id}) WHERE s.quote IS NULL`;
const NO = `${RUN} MATCH (s:Statement {runId: run.id, quote: 'No.'})`;
const LAST = "MATCH (d:Decision {kind: 'REDACT', keepLength: 12})";

/** Of an article whose text may not be kept. */
export const BREAKS_OF_REDACTION: readonly Break[] = [
  {
    rule: 'redaction',
    change: `${VERSION} SET v.text = 'Rut Dahl said' RETURN v.id AS id`,
    detail: /text is "present", there should be none$/,
    // It is not the text that the version had, either.
    also: ['text-hash'],
  },
  {
    rule: 'redaction',
    change: `${SEALED} SET a.keepLength = 300 RETURN a.id AS id`,
    detail: /keepLength is 300, it should be 12$/,
  },
  {
    rule: 'redaction',
    change: `${SEALED} REMOVE a.keepLength RETURN a.id AS id`,
    detail: /keepLength is missing, it should be 12$/,
  },
  {
    rule: 'redaction',
    change: "MATCH (a:Article {key: 'mended'}) SET a.keepLength = 12 RETURN a.id AS id",
    detail: /keepLength is 12, there should be none$/,
  },
  {
    rule: 'redaction',
    change: [
      `MATCH (other:ExtractionRun {title: 'Norland mended'}) ${RUN} SET run.document = other.document RETURN run.id AS id`,
    ],
    detail: /its document has words of an article that is redacted$/,
  },
  {
    rule: 'redaction',
    change: [`${LAST} SET d.keepLength = 1`, `${RUN} RETURN run.id AS id`],
    detail: /its document has words of more than the 1 code points that its article may keep$/,
  },
  {
    rule: 'redaction',
    change: [`${LAST} MATCH (d)-[way:CONCERNS]->(a) DELETE way`, `${SEALED} RETURN a.id AS id`],
    detail: /keepLength is 12, it should be 20$/,
    also: ['decision-complete'],
  },
  {
    rule: 'decision-concerns',
    change: `${LAST} MATCH (d)-[way:CONCERNS]->(a) CREATE (d)-[:CONCERNS]->(a) RETURN d.id AS id`,
    detail: /has CONCERNS to Article art_[0-9a-f]+ more than once$/,
  },
  {
    rule: 'decision-complete',
    change: `${LAST} REMOVE d.keepLength RETURN d.id AS id`,
    detail: /cannot be made again: it a REDACT has article and keepLength, and this has article$/,
    also: ['redaction'],
  },
  {
    rule: 'required-properties',
    change: "MATCH (:Article {key: 'mended'})-[:HAS_VERSION]->(v) REMOVE v.text RETURN v.id AS id",
    detail: /text is missing, it should be "present"$/,
  },
  {
    rule: 'statement-quote',
    change: `${MINE} SET s.quote = 'we will close the mine by the end of June' RETURN s.id AS id`,
    detail: /quote is "we will close the mine by the end of June", there should be none$/,
  },
  {
    rule: 'statement-quote',
    change: `${NO} SET s.quote = null RETURN s.id AS id`,
    detail: /quote is missing, it should be "No\."$/,
  },
  {
    rule: 'statement-content',
    change: `${MINE} SET s.content = 'we will close', s.words = ' we will close ' RETURN s.id AS id`,
    detail: /content is "we will close", there should be none/,
  },
  {
    rule: 'evidence-exact',
    change: `${MINE} MATCH (s)-[:EVIDENCED_BY]->(e:Evidence {role: 'CONTENT'}) SET e.exact = 'we will close the mine by the end of June', e.prefix = '“' RETURN e.id AS id`,
    detail: /exact is "we will close the mine by the end of June", there should be none; prefix is/,
  },
  {
    rule: 'evidence-exact',
    change: `${NO} MATCH (s)-[:EVIDENCED_BY]->(e:Evidence {role: 'CONTENT'}) SET e.exact = 'Yes.' RETURN e.id AS id`,
    detail: /exact is "Yes\.", it should be "No\."$/,
  },
  {
    rule: 'mention-exact',
    change: `${RUN} MATCH (m:Mention {runId: run.id, exact: 'Sudland'}) SET m.endUtf16 = m.endUtf16 + 1 RETURN m.id AS id`,
    detail: /endUtf16 is \d+, it should be \d+$/,
  },
  {
    rule: 'anchors',
    change: `${SEALED} MATCH (a)-[:HAS_VERSION]->(v:ArticleVersion {number: 1})<-[:ANNOTATES]-(run) MATCH (e:Evidence {runId: run.id, role: 'CUE'}) SET e.anchorExact = 'said' WITH e ORDER BY e.id LIMIT 1 RETURN e.id AS id`,
    detail: /anchorExact is "said", there should be none$/,
  },
  {
    rule: 'article-words',
    change: `${SEALED} SET a.words = ' the mine \n rut dahl said no ' RETURN a.id AS id`,
    detail: /its words are not those of its title and current text$/,
  },
  {
    rule: 'text-hash',
    change: `${VERSION} SET v.length = 3 RETURN v.id AS id`,
    detail: /length is 3, it should be \d+$/,
  },
];
