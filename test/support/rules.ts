import type { Import, Module } from './imports.ts';

/** Files of a concept that have another name than their role. */
const EXTRA_ROLES: Readonly<Record<string, Layer>> = { 'statement/filter.ts': 'store' };

/** What each layer may import, besides packages. */
const MAY_IMPORT = {
  base: ['base'],
  port: ['base', 'port'],
  adapter: ['base', 'port', 'adapter'],
  model: ['base', 'model'],
  cypher: ['base', 'port', 'model', 'cypher'],
  store: ['base', 'port', 'model', 'cypher', 'store'],
  ingest: ['base', 'port', 'model', 'ingest'],
  integrity: ['base', 'port', 'model', 'ingest', 'integrity'],
  api: ['base', 'port', 'api'],
  graphql: ['base', 'port', 'model', 'store', 'api', 'graphql'],
  ingestGraphql: ['base', 'port', 'model', 'ingest', 'api', 'graphql', 'ingestGraphql'],
  schema: ['api', 'graphql', 'ingestGraphql'],
  destination: ['base', 'port', 'ingest', 'destination'],
  http: ['base', 'port', 'api', 'http'],
  root: ['base', 'port', 'adapter', 'ingest', 'integrity', 'destination', 'api', 'schema', 'http', 'root'],
} as const satisfies Record<string, readonly string[]>;
type Layer = keyof typeof MAY_IMPORT;

/** Where the files outside of the concepts belong; the first match counts. */
const PLACES: readonly (readonly [RegExp, Layer])[] = [
  [/^(?:errors|config)\.ts$|^(?:access|date|observability|text)\//, 'base'],
  [/^graph\/(?:grafeo|neo4j|open)[^/]*\.ts$/, 'adapter'],
  [/^graph\//, 'port'],
  [/^ingest\/graphql[^/]*\.ts$/, 'ingestGraphql'],
  [/^ingest\//, 'ingest'],
  [/^integrity\//, 'integrity'],
  [/^destination\//, 'destination'],
  [/^graphql\/schema\.ts$/, 'schema'],
  [/^graphql\//, 'api'],
  [/^http\//, 'http'],
  [/^(?:main|cli)\.ts$|^cli\//, 'root'],
];

const ENGINE_PACKAGE = /^(?:@grafeo-db\/.*|neo4j-driver.*)$/;
const ENGINE_FILE = /^src\/graph\/(?:grafeo|neo4j)[^/]*\.ts$/;
const GRAPHQL_PACKAGE = /^(?:graphql|graphql-yoga|graphql-scalars|dataloader|@pothos\/.*)$/;
const GRAPHQL_FILE = /^src\/(?:graphql\/.*|http\/.*|[^/]+\/graphql[^/]*\.ts|main\.ts|cli\/schema\.ts)$/;
const CYPHER_FILE = /^src\/(?:graph\/.*|[^/]+\/cypher[^/]*\.ts|statement\/filter\.ts)$/;
const READS_SETTINGS = new Set(['src/main.ts', 'src/cli.ts']);
const MAX_LINES = 400;

/** Marks of Cypher that prose with words in capitals does not have. */
const CYPHER: readonly RegExp[] = [
  /\b(?:MATCH|MERGE|CREATE)\s+(?:\w+\s*=\s*)?\(/,
  /\bCREATE\s+(?:INDEX|CONSTRAINT)\b/,
  /\bUNWIND\s+\S[\s\S]*?\sAS\s+\w/,
  /\b(?:CALL|EXISTS|COUNT|COLLECT)\s*(?:\(\w*\)\s*)?\{/,
  /^\s*(?:RETURN|ORDER BY|WHERE)\s+\S/m,
  /\)\s*<?-\[[^\]]*\]->?\s*\(/,
  /\b\w+\.\w+ AS \w+/,
  /\b\w+\.\w+\s*(?:=|<>|[<>]=?|IN|CONTAINS|STARTS WITH)\s*\$\w/,
];

/** `file:line: reason`, one for each breach. */
export type Rule = (modules: readonly Module[], concepts: readonly string[]) => string[];

export const placesInLayers: Rule = (modules, concepts) =>
  modules.flatMap(({ file }) => {
    if (layerOf(file, concepts) !== null) return [];
    const path = file.replace(/^src\//, '');
    const [folder = ''] = path.split('/');
    if (concepts.includes(folder)) {
      return [
        `${file}:1: a concept has model, cypher, store and graphql files (cypher-*.ts and so on), not this one`,
      ];
    }
    return [
      `${file}:1: "${folder}" has no place: add a concept to CONCEPTS in test/architecture.test.ts, else to PLACES in test/support/rules.ts`,
    ];
  });

export const keepsLayers: Rule = (modules, concepts) =>
  eachImport(modules, ({ file }, { target, isFile }) => {
    const [from, to] = [layerOf(file, concepts), isFile ? layerOf(target, concepts) : null];
    if (from === null || to === null) return null;
    const allowed: readonly Layer[] = MAY_IMPORT[from];
    return allowed.includes(to) ? null : `${from} must not import ${to}, as in ${target}`;
  });

export const keepsConceptOrder: Rule = (modules, concepts) =>
  eachImport(modules, ({ file }, { target, isFile }) => {
    const [from, to] = [placeOf(file, concepts), isFile ? placeOf(target, concepts) : -1];
    if (from < 0 || to <= from) return null;
    return `${concepts[from]} is lower than ${concepts[to]}, so it must not import ${target}`;
  });

export const namesEnginesInAdapters: Rule = (modules) =>
  eachImport(modules, ({ file }, { target }) =>
    ENGINE_PACKAGE.test(target) && !ENGINE_FILE.test(file)
      ? `only an adapter in src/graph imports ${target}`
      : null,
  );

export const keepsGraphqlAtTheEdge: Rule = (modules) =>
  eachImport(modules, ({ file }, { target }) =>
    GRAPHQL_PACKAGE.test(target) && !GRAPHQL_FILE.test(file)
      ? `${target} belongs at the edge, not here`
      : null,
  );

export const keepsCypherTogether: Rule = (modules) =>
  modules.flatMap(({ file, literals }) => {
    if (CYPHER_FILE.test(file)) return [];
    const found = literals.filter(({ text }) => CYPHER.some((pattern) => pattern.test(text)));
    return found.map(({ line }) => `${file}:${line}: Cypher stands in cypher.ts files and src/graph only`);
  });

export const readsSettingsInRoots: Rule = (modules) =>
  modules
    .filter(({ file }) => !READS_SETTINGS.has(file))
    .flatMap(({ file, environment }) =>
      environment.map((line) => `${file}:${line}: process.env is read in src/main.ts and src/cli.ts only`),
    );

export const staysShort: Rule = (modules) =>
  modules
    .filter(({ lines }) => lines > MAX_LINES)
    .map(
      ({ file, lines }) =>
        `${file}:${MAX_LINES + 1}: has ${lines} lines, and ${MAX_LINES} is the most: split it`,
    );

/** The shortest cycle through each file, each cycle once. Types count too: two files that need each other are one. */
export const hasNoCycles: Rule = (modules) => {
  const byFile = new Map(modules.map((module) => [module.file, module]));
  const seen = new Set<string>();
  return modules.flatMap(({ file }) => {
    const cycle = cycleThrough(file, byFile);
    const key = cycle.toSorted().join(' ');
    if (cycle.length === 0 || seen.has(key)) return [];
    seen.add(key);
    const line = byFile.get(file)?.imports.find(({ target }) => target === (cycle[1] ?? file))?.line ?? 1;
    return [`${file}:${line}: import cycle ${[...cycle, file].join(' > ')}`];
  });
};

function eachImport(
  modules: readonly Module[],
  check: (module: Module, found: Import) => string | null,
): string[] {
  return modules.flatMap((module) =>
    module.imports.flatMap((found) => {
      const reason = check(module, found);
      return reason === null ? [] : [`${module.file}:${found.line}: ${reason}`];
    }),
  );
}

/** Null for a file that has no place in the layers. */
function layerOf(file: string, concepts: readonly string[]): Layer | null {
  const path = file.replace(/^src\//, '');
  const [folder = '', name = ''] = path.split('/');
  if (!concepts.includes(folder)) return PLACES.find(([pattern]) => pattern.test(path))?.[1] ?? null;
  const role = /^(model|cypher|store|graphql)(?:-[a-z-]+)?\.ts$/.exec(name)?.[1];
  return path.split('/').length > 2 ? null : ((role as Layer | undefined) ?? EXTRA_ROLES[path] ?? null);
}

function placeOf(file: string, concepts: readonly string[]): number {
  return concepts.indexOf(file.split('/')[1] ?? '');
}

/** From `start` along imports, without coming back to it; empty where no way leads back. */
function cycleThrough(start: string, byFile: ReadonlyMap<string, Module>): string[] {
  const ways: string[][] = [[start]];
  const met = new Set<string>();
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    for (const { target, isFile } of byFile.get(way.at(-1) ?? '')?.imports ?? []) {
      if (isFile && target === start) return way;
      if (!isFile || met.has(target)) continue;
      met.add(target);
      ways.push([...way, target]);
    }
  }
  return [];
}
