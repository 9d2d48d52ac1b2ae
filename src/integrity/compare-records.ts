import { SILENT_ACTS } from '../statement/model.ts';
import { compareNodes, type FoundNode } from './compare-nodes.ts';
import { compareWays, type RuleOfWay, ruleOfWay, type Way } from './compare-ways.ts';
import type { ExpectedRecords } from './expected-records.ts';
import { textIn, textsIn } from './read.ts';
import type { RecordsOfRun } from './records-in-graph.ts';
import type { Finding } from './rules.ts';
import { EVIDENCE, MENTION, STATEMENT } from './shape.ts';

/** What the records of a run are that its document does not make, and what they lack. */
export function compareRecords(runId: string, expected: ExpectedRecords, found: RecordsOfRun): Finding[] {
  const whose = `run ${runId}`;
  const { mentions, statements } = found;
  const evidence = [...found.evidence, ...found.evidenceOfRelations];
  const there = new Set([...mentions, ...statements, ...evidence].map(({ id }) => id));
  const wanted = new Set(
    [expected.mentions, expected.statements, expected.evidence].flatMap((all) => [...all.keys()]),
  );
  // Of a record that is missing or surplus as a whole, its relationships say nothing more.
  const isTold = (id: string) => wanted.has(id) !== there.has(id);
  const untold = ({ from, to }: Way) => !isTold(from) && !isTold(to);
  return [
    ...compareNodes(MENTION, whose, expected.mentions, mentions),
    ...compareNodes(STATEMENT, whose, expected.statements, statements),
    ...compareNodes(EVIDENCE, whose, expected.evidence, evidence),
    ...compareWays(expected.ways.filter(untold), found.ways.filter(untold), ruleOfRecordWay),
    ...compareWays(expected.waysOfRelations.filter(untold), found.waysOfRelations.filter(untold)),
    ...contentFindings(statements, evidence, found),
  ];
}

/** Runs generate statements, and evidence of relations. */
const ruleOfRecordWay: RuleOfWay = (way) =>
  way.type === 'GENERATED_BY' && way.from.startsWith('evi_') ? 'evidence-of-document' : ruleOfWay(way);

/** Only those who say nothing have no content; whatever the document says. */
function contentFindings(
  statements: readonly FoundNode[],
  evidence: readonly FoundNode[],
  { ways }: RecordsOfRun,
): Finding[] {
  const content = new Set(
    evidence.filter(({ properties }) => textIn(properties, 'role') === 'CONTENT').map(({ id }) => id),
  );
  const having = new Set(
    ways.filter(({ type, to }) => type === 'EVIDENCED_BY' && content.has(to)).map(({ from }) => from),
  );
  return statements.flatMap(({ id, properties }): Finding[] => {
    const isSilent = textsIn(properties, 'acts').some((act) => SILENT_ACTS.some((silent) => silent === act));
    if (id === null || isSilent || having.has(id)) return [];
    const detail = `Statement ${id} is no silence, and has no evidence of its content`;
    return [{ rule: 'statement-content', id, detail }];
  });
}
