import { Command } from 'commander';
import type { Environment } from '../config.ts';
import { checkVersion } from '../graph/apply.ts';
import { GRAPH_PLAN } from '../graph/plan.ts';
import { type OpenQuestion, openQuestions, type ReviewedEntity } from '../ingest/review.ts';
import { openStore, storeOf } from './open-store.ts';

interface Flags {
  readonly json?: boolean;
}

const DETAILS = `
A name that several entities have is certain for none of them: who is only named so is an entity of its own until somebody decides. The
mutations mergeEntities and splitEntities do that, with a token of the role review. A QID that documents give to things of several
types stays with one of them: correct the documents.`;

export function reviewCommand(env: Environment): Command {
  return new Command('review')
    .description(
      'List what the documents leave open: names that may be one of several entities, and QIDs of several types.',
    )
    .option('--json', 'one JSON object a line')
    .addHelpText('after', DETAILS)
    .action(({ json = false }: Flags) => review(env, json));
}

async function review(env: Environment, json: boolean): Promise<void> {
  const db = await openStore(storeOf(env, undefined, '--to'), 'ask that server in GraphQL at', (line) =>
    console.error(line),
  );
  try {
    await checkVersion(db, GRAPH_PLAN);
    let count = 0;
    for await (const question of openQuestions(db)) {
      count += 1;
      console.log(json ? JSON.stringify(question) : describe(question));
    }
    if (!json) console.log(count === 0 ? 'Nothing is open.' : `${count} open.`);
  } finally {
    await db.close();
  }
}

function describe({ kind, subject, entity, candidates }: OpenQuestion): string {
  const head =
    kind === 'NAME'
      ? `${show(entity)} may be one of ${candidates.length}:`
      : `${subject} is ${show(entity)}, and for other documents:`;
  return [head, ...candidates.map((candidate) => `    ${show(candidate)}`)].join('\n');
}

function show({ type, name, qid, description, id }: ReviewedEntity): string {
  const more = [qid, description].filter((part) => part !== null).map((part) => `, ${part}`);
  return `${type} ${JSON.stringify(name)}${more.join('')} (${id})`;
}
