import { access, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { run } from './command.ts';

const COPY_DEPENDENCIES = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies';

/** The folder with the server's jars, from the cache or else through Maven (about 125 MB). */
export async function neo4jJars(version: string): Promise<string> {
  const jars = join(cacheRoot(), `neo4j-${version}`);
  if (await exists(jars)) return jars;
  await mkdir(cacheRoot(), { recursive: true });
  const work = await mkdtemp(join(cacheRoot(), 'download-'));
  try {
    await writeFile(join(work, 'pom.xml'), pom(version));
    await run('mvn', ['-B', '-q', COPY_DEPENDENCIES, '-DoutputDirectory=jars'], work);
    // All or nothing: a download that broke off never looks complete. Another run may have been faster.
    await rename(join(work, 'jars'), jars).catch(async (error: unknown) => {
      if (!(await exists(jars))) throw error;
    });
  } catch (error) {
    throw new Error(`Maven could not fetch Neo4j ${version}`, { cause: error });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return jars;
}

function cacheRoot(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  const base = process.platform === 'win32' ? LOCALAPPDATA : XDG_CACHE_HOME;
  return join(base || join(homedir(), '.cache'), 'onrecord');
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function pom(version: string): string {
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>onrecord</groupId>
  <artifactId>neo4j-for-tests</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.neo4j</groupId>
      <artifactId>neo4j</artifactId>
      <version>${version}</version>
    </dependency>
  </dependencies>
</project>
`;
}
