import { userInfo } from 'node:os';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import type { Environment } from '../config.ts';
import { typeOfId } from '../graph/id.ts';
import type { RedactedArticle } from '../ingest/redact.ts';
import { DEFAULT_KEEP, MAX_KEEP } from '../ingest/withhold.ts';
import { type DestinationFlags, destinationOptions, openDestination } from './open-destination.ts';

interface Flags extends DestinationFlags {
  readonly keep: number;
  readonly reason: string;
}

const DETAILS = `
The text of all versions goes, and so does what is longer than --keep of the words of mentions, sources, cues, addressees and
quotations, all words of paraphrases, and the words around evidence. Title, hash, length and offsets stay. It holds for whatever comes
of the article later, too. It cannot be undone, and backups, exports and logs that were made before still have the text: see
docs/operations/redaction.md.

Examples:
  onrecord redact https://daily.example/norland --reason 'The licence has ended.'
  onrecord redact art_68ee3df9594062b631aca8e4fcd7b0c7 --keep 0 --to http://127.0.0.1:4000`;

export function redactCommand(env: Environment): Command {
  const command = new Command('redact')
    .description(
      'Take the text of an article that may not be kept out of the graph that the settings name (docs/settings.md), or of a server, with a token of the role admin.',
    )
    .addArgument(
      new Argument('<article>', 'its id, its URL, or the SHA-256 of a text that it has or had').argParser(
        referenceOf,
      ),
    )
    .addOption(
      new Option('--keep <length>', 'keep words of at most so many code points')
        .default(DEFAULT_KEEP)
        .argParser(lengthOf),
    )
    .addOption(
      new Option('--reason <text>', 'why; it is kept with the decision').default('The text may not be kept.'),
    )
    .addHelpText('after', DETAILS);
  for (const option of destinationOptions()) command.addOption(option);
  return command.action((article: RedactedArticle, flags: Flags) => redact(article, flags, env));
}

async function redact(
  article: RedactedArticle,
  { keep, reason, ...flags }: Flags,
  env: Environment,
): Promise<void> {
  const notify = (line: string) => console.error(line);
  const destination = await openDestination(flags, env, { dryRun: false, purpose: 'redact', notify });
  try {
    // Through a server it is who owns the token.
    const actor = userName();
    const { articleId, isNew, keepLength } = await destination.redact({ article, keep, reason }, actor);
    const what = `${articleId}: its text is not kept, nor words of more than ${keepLength} code points`;
    console.log(`${isNew ? 'redacted ' : 'unchanged'} ${what}`);
  } finally {
    await destination.close();
  }
}

/** The name under which the system knows who runs the command. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A user without a name, as in some containers.
    return 'command line';
  }
}

function referenceOf(given: string): RedactedArticle {
  if (typeOfId(given) === 'Article') return { id: given };
  if (/^[0-9a-f]{64}$/i.test(given)) return { sha256: given };
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol)) return { url: url.href };
  throw new InvalidArgumentError('It is no id of an article, no URL and no SHA-256 of 64 hex digits.');
}

function lengthOf(given: string): number {
  if (/^\d{1,7}$/.test(given) && Number(given) <= MAX_KEEP) return Number(given);
  throw new InvalidArgumentError(`Give a number of code points from 0 to ${MAX_KEEP}.`);
}
