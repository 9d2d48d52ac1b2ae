import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { run } from './command.ts';
import { neo4jJars } from './neo4j-jars.ts';

const MAIN = fileURLToPath(new URL('Neo4jServer.java', import.meta.url));

export interface Neo4jServer {
  readonly uri: string;
  /** The folder that it keeps its data in. */
  readonly data: string;
  /** Ends it at once, as a crash would. What was committed stays. */
  readonly halt: () => Promise<void>;
  /** Starts it again after `halt`, at the same address with what was committed. */
  readonly restart: () => Promise<void>;
  /** Ends it, and its data with it. */
  readonly stop: () => Promise<void>;
}

/** The version that the tests are for, unless they are told. */
const { NEO4J_TEST_VERSION: VERSION = '5.26.30' } = process.env;

/** What a server is given. */
export interface Neo4jMachine {
  /** Of the Java that it runs on: memory, collector, compiler. */
  readonly java: readonly string[];
  /** In MiB. */
  readonly pageCache: number;
  /** Graphs of tests come and go in seconds; each time a server would plan all queries anew for the numbers of nodes. */
  readonly plans: 'keep-plans' | 'make-plans';
}

/** A run lasts minutes, most of which are planning: compiled in full that takes half as long. */
const FOR_TESTS: Neo4jMachine = {
  java: ['-Xmx1g', '-XX:+UseSerialGC'],
  pageCache: 128,
  plans: 'keep-plans',
};
/** Small for a server, and with the compiler and the collector that servers have. */
export const FOR_LOADS: Neo4jMachine = {
  java: ['-Xms2g', '-Xmx2g', '-XX:+UseG1GC'],
  pageCache: 2_048,
  plans: 'make-plans',
};

interface Neo4jStart {
  readonly version?: string;
  readonly machine?: Neo4jMachine;
}

/** A server of its own, empty, without authentication. Throws with a reason a reader understands when there can be none. */
export async function startNeo4j({
  version = VERSION,
  machine = FOR_TESTS,
}: Neo4jStart = {}): Promise<Neo4jServer> {
  await requireJdk(version);
  const jars = await neo4jJars(version);
  const data = await mkdtemp(join(tmpdir(), 'onrecord-neo4j-'));
  const port = await freePort();
  let server = launch(jars, data, port, machine);
  const halt = () => end(server);
  const restart = async () => {
    server = launch(jars, data, port, machine);
    await ready(server);
  };
  const stop = async () => {
    await halt();
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await ready(server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { uri: `bolt://127.0.0.1:${port}`, data, halt, restart, stop };
}

type Process = ChildProcessByStdio<Writable, Readable, Readable>;

function launch(jars: string, data: string, port: number, { java, pageCache, plans }: Neo4jMachine): Process {
  const options = [...java, '-cp', join(jars, '*')];
  return spawn('java', [...options, MAIN, data, String(port), String(pageCache), plans], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

async function end(server: Process): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = once(server, 'exit');
  server.stdin.end();
  await exited;
}

async function requireJdk(version: string): Promise<void> {
  const needed = version.startsWith('5.') ? 17 : 21;
  const found = await run('javac', ['-version']).catch(() => '');
  const major = Number(/^javac (\d+)/.exec(found)?.[1] ?? 0);
  if (major < needed) throw new Error(`Neo4j ${version} needs a JDK ${needed} or later on the PATH`);
}

/** Resolves at the line that the Java side prints when it serves; rejects with what it complained of when it ends first. */
function ready(server: Process): Promise<void> {
  return new Promise((resolve, reject) => {
    let complaints = '';
    server.stderr.on('data', (chunk: Buffer) => {
      complaints = (complaints + chunk.toString()).slice(-2_000);
    });
    createInterface(server.stdout).on('line', (line) => {
      if (line === 'READY') resolve();
    });
    server.once('error', reject);
    server.once('exit', (code) =>
      reject(new Error(`Neo4j ended with ${code} before it served: ${complaints}`)),
    );
  });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
