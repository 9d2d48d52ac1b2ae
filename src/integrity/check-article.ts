import type { Row, Value } from '../graph/database.ts';
import { nodeId } from '../graph/id.ts';
import { articleProps, laterOf } from '../ingest/standing.ts';
import { type ArticleInGraph, PRESENT } from './articles-in-graph.ts';
import { compareNodes, differences, type FoundNode } from './compare-nodes.ts';
import { compareWays, type Way } from './compare-ways.ts';
import type { ReadRun } from './documents.ts';
import { byColumn, textIn } from './read.ts';
import type { Finding } from './rules.ts';
import { ARTICLE, RUN, VERSION } from './shape.ts';

/** What the documents of an article say of it beside their runs. */
export interface Told {
  /** The key that documents give it; null where none does. */
  key: string | null;
  /** By version, when the latest of its documents retrieved it. */
  readonly retrieved: Map<string, string | null>;
  /** By version, how long its documents say that its text is, in code points. */
  readonly lengths: Map<string, Set<number>>;
  /** Versions over whose text a document says what it says. */
  readonly needed: Set<string>;
  /** Whether all of its documents could be read: else what they say is not known. */
  complete: boolean;
}

export function nothingTold(): Told {
  return { key: null, retrieved: new Map(), lengths: new Map(), needed: new Set(), complete: true };
}

export function tell(told: Told | undefined, { run, checked, identity }: ReadRun): void {
  if (told === undefined) return;
  told.key = checked.document.article.key ?? told.key;
  const known = told.retrieved.get(run.versionId) ?? null;
  told.retrieved.set(run.versionId, laterOf(known, identity.retrievedAt));
  const lengths = told.lengths.get(run.versionId) ?? new Set();
  told.lengths.set(run.versionId, lengths.add(checked.offsets.length));
}

/** Of a run whose document could not be read. */
export function tellNothing(told: Told | undefined): void {
  if (told !== undefined) told.complete = false;
}

/** An article, its versions and runs, apart from the texts: how they stand follows from their runs. */
export function checkArticle(article: ArticleInGraph, told: Told): Finding[] {
  const { id, nodes, standing, ways } = article;
  const [node] = nodes;
  if (node === undefined) return [];
  const findings = [
    ...compareNodes(VERSION, `article ${id}`, expectedVersions(article, told), article.versions),
    // What they should be is told by their documents; here it is that each is there once.
    ...compareNodes(RUN, `article ${id}`, byId(article.runs), article.runs),
    ...keyFindings(article, told),
    ...compareWays(
      expectedWays(article),
      // Without a current run, nobody says who publishes it.
      ways.filter(({ type }) => standing !== null || type !== 'PUBLISHED_BY'),
    ),
  ];
  if (article.versions.length === 0) return findings;
  if (standing === null) {
    const detail = `Article ${id}: the last of its versions has no run`;
    return [...findings, { rule: 'one-current-run', id, detail }];
  }
  const expected = { id, ...articleProps(standing), keepLength: article.keepLength };
  return [...findings, ...differences(ARTICLE, id, expected, node.properties)];
}

function expectedVersions(
  { id: articleId, versions, runs, standing, keepLength }: ArticleInGraph,
  told: Told,
) {
  const numbers = new Map(standing?.versions.map(({ id }, at) => [id, at + 1]));
  const recorded = byColumn(
    runs.map(({ annotates, properties }) => ({ ...properties, annotates })),
    'annotates',
    (run) => textIn(run, 'recordedAt'),
  );
  return new Map(
    versions.flatMap(({ id, properties }) => {
      if (id === null) return [];
      const sha256 = textIn(properties, 'sha256');
      const times = recorded.get(id);
      const recordedAt = textIn(properties, 'recordedAt');
      const isRetrieved = told.complete && times !== undefined;
      const { text = null, length = null, number = null, current = null, retrievedAt = null } = properties;
      const expected = {
        id: sha256 === null ? id : nodeId('ArticleVersion', articleId, sha256),
        articleId,
        text: textFor(id, text, keepLength, told),
        // What is there of these three is compared with each other.
        sha256,
        length: lengthFor(id, length, told),
        number: standing === null ? number : (numbers.get(id) ?? null),
        current: standing === null ? current : standing.currentRun.versionId === id,
        recordedAt:
          times === undefined ? recordedAt : (times.filter((time) => time !== null).toSorted()[0] ?? null),
        retrievedAt: isRetrieved ? (told.retrieved.get(id) ?? null) : retrievedAt,
      };
      return [[id, expected] as const];
    }),
  );
}

/** That there is a text, or null: it may not be kept, or no document brought it. */
function textFor(id: string, found: Value, keepLength: number | null, told: Told): Value {
  if (keepLength !== null) return null;
  if (told.needed.has(id)) return PRESENT;
  return told.complete ? null : found;
}

function lengthFor(id: string, found: Value, { lengths }: Told): Value {
  const all = lengths.get(id);
  const [first] = all ?? [];
  return first === undefined || (typeof found === 'number' && all?.has(found)) ? found : first;
}

/** The key is what the id is the hash of, so all documents that give one give the same. */
function keyFindings({ id, nodes }: ArticleInGraph, told: Told): Finding[] {
  const key = textIn(nodes[0]?.properties ?? {}, 'key');
  if (key === told.key || (!told.complete && told.key === null)) return [];
  const detail = `Article ${id}: its key is ${key ?? 'missing'}, and its documents give ${told.key ?? 'none'}`;
  return [{ rule: 'record-ids', id, detail }];
}

function expectedWays({ id, versions, standing, runs }: ArticleInGraph): Way[] {
  const way = (type: string, label: Way['label'], to: string) => ({
    from: id,
    type,
    label,
    to,
    properties: {},
  });
  const current = runs.find((run) => run.id === standing?.currentRun.id);
  const outlet = current === undefined ? null : textIn(current.properties, 'outletId');
  return [...new Set(versions.map((version) => version.id ?? ''))]
    .map((to): Way => way('HAS_VERSION', 'ArticleVersion', to))
    .concat(outlet === null ? [] : [way('PUBLISHED_BY', 'Entity', outlet)]);
}

function byId(nodes: readonly FoundNode[]): Map<string, Row> {
  return new Map(nodes.flatMap(({ id, properties }) => (id === null ? [] : [[id, properties] as const])));
}
