import { z } from 'zod';
import { type KnownToken, parseTokens } from './access/token.ts';
import { OnrecordError } from './errors.ts';

/** Environment variables as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where the graph lives; the shape that `openDatabase` takes. */
export type StoreConfig =
  | { readonly engine: 'grafeo'; readonly folder?: string }
  | {
      readonly engine: 'neo4j';
      readonly uri: string;
      readonly username?: string;
      readonly password?: string;
      readonly database?: string;
    };

export interface Config {
  /** 0 stands for any free port. */
  readonly port: number;
  readonly host: string;
  readonly store: StoreConfig;
  /** Whether an empty graph is filled with the bundled documents at start. */
  readonly seed: boolean;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Who may write through the API; without any it is read-only. */
  readonly tokens: readonly KnownToken[];
}

/** A setting that is wrong. Neither text repeats a secret. */
export interface ConfigProblem {
  readonly variable: string;
  readonly reason: string;
  readonly remedy: string;
}

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
const NEO4J_SCHEMES = ['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc'];
const IN_MEMORY = ':memory:';
const DEFAULT_FOLDER = './.onrecord';

// Messages say what is wrong with a value, descriptions what to give instead.
const settings = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'is not a port number')
    .transform(Number)
    .refine((port) => port <= 65_535, 'is above 65535')
    .default(4000)
    .describe('Give a number from 0 to 65535; 0 takes any free port.'),
  HOST: z
    .string()
    .regex(/^[^\s/]+$/, 'is not an address')
    .default('127.0.0.1')
    .describe('Give an IP address or host name, such as 127.0.0.1 or 0.0.0.0.'),
  ONRECORD_DATA: z.string().default(DEFAULT_FOLDER),
  ONRECORD_SEED: z.enum(['on', 'off'], 'is neither on nor off').default('on').describe('Give on or off.'),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, 'is not a log level')
    .default('info')
    .describe(`Give one of ${LOG_LEVELS.join(', ')}.`),
  ONRECORD_TOKENS: z
    .string()
    .transform(readTokens)
    .default([])
    .describe('Give name:role:sha256hex, several with commas between; "onrecord token NAME ROLE" makes one.'),
  NEO4J_URI: z
    .string()
    .superRefine(checkNeo4jUri)
    .optional()
    .describe('Give bolt://host:7687 or neo4j://host:7687.'),
  NEO4J_USERNAME: z.string().optional(),
  NEO4J_PASSWORD: z.string().optional(),
  NEO4J_DATABASE: z.string().optional(),
});
type Settings = z.output<typeof settings>;

/**
 * The settings, with every problem reported in one INVALID_INPUT error. A variable that is set to nothing counts as not set:
 * that is how compose files pass on what the user left out.
 */
export function readConfig(env: Environment): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = settings.safeParse(given);
  const problems = [...(parsed.error?.issues ?? []).map(problemOf), ...neo4jProblems(given)];
  if (!parsed.success || problems.length > 0) throw invalidSettings(problems);
  const { PORT, HOST, ONRECORD_SEED, LOG_LEVEL, ONRECORD_TOKENS } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    store: storeOf(parsed.data),
    seed: ONRECORD_SEED === 'on',
    logLevel: LOG_LEVEL,
    tokens: ONRECORD_TOKENS,
  };
}

function storeOf(values: Settings): StoreConfig {
  if (values.NEO4J_URI === undefined) {
    const folder = values.ONRECORD_DATA;
    return folder === IN_MEMORY ? { engine: 'grafeo' } : { engine: 'grafeo', folder };
  }
  const { NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = values;
  return {
    engine: 'neo4j',
    uri: values.NEO4J_URI,
    ...(password === undefined ? {} : { username: values.NEO4J_USERNAME ?? 'neo4j', password }),
    ...(database === undefined ? {} : { database }),
  };
}

function readTokens(list: string, context: z.RefinementCtx): readonly KnownToken[] {
  const { tokens, problems } = parseTokens(list);
  for (const problem of problems) context.addIssue(problem);
  return tokens;
}

function checkNeo4jUri(uri: string, context: z.RefinementCtx): void {
  const url = URL.canParse(uri) ? new URL(uri) : undefined;
  // The text itself stays out of the message: people put passwords into URIs.
  if (url === undefined || !NEO4J_SCHEMES.includes(url.protocol.slice(0, -1)) || url.hostname === '') {
    context.addIssue('is not the address of a Neo4j server');
  } else if (url.username !== '' || url.password !== '') {
    context.addIssue('contains a user or password, which belong in NEO4J_USERNAME and NEO4J_PASSWORD');
  }
}

function neo4jProblems({
  NEO4J_URI,
  NEO4J_USERNAME,
  NEO4J_PASSWORD,
  NEO4J_DATABASE,
}: Environment): ConfigProblem[] {
  if (NEO4J_URI === undefined) {
    const lone = Object.entries({ NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE });
    const remedy = 'Set NEO4J_URI too, or unset it to use the embedded engine.';
    return lone
      .filter(([, value]) => value !== undefined)
      .map(([variable]) => ({ variable, reason: 'is set but NEO4J_URI is not', remedy }));
  }
  if (NEO4J_USERNAME === undefined || NEO4J_PASSWORD !== undefined) return [];
  const remedy = 'Set it, or unset NEO4J_USERNAME for a server without authentication.';
  return [{ variable: 'NEO4J_PASSWORD', reason: 'is missing beside NEO4J_USERNAME', remedy }];
}

function problemOf(issue: z.core.$ZodIssue): ConfigProblem {
  const variable = String(issue.path[0]);
  const description = Object.entries(settings.shape).find(([name]) => name === variable)?.[1].description;
  return { variable, reason: issue.message, remedy: description ?? '' };
}

function invalidSettings(problems: readonly ConfigProblem[]): OnrecordError {
  const lines = problems.map(({ variable, reason, remedy }) => `  ${variable} ${reason}. ${remedy}`);
  const message = ['Settings that are wrong (docs/settings.md explains them):', ...lines].join('\n');
  return new OnrecordError('INVALID_INPUT', message, { details: { problems } });
}
