import { OnrecordError } from '../errors.ts';
import type { Database, Params, Query, Row } from '../graph/database.ts';
import { integer, text } from '../graph/rows.ts';
import { DEGREES, RELATED, SPEAKERS, SPOKEN_OF } from './cypher.ts';
import type { PathStep, SearchLimits, Step } from './model.ts';
import { compareTexts, Ways } from './store-ways.ts';

interface Degree {
  readonly id: string;
  readonly said: number;
  readonly about: number;
  readonly total: number;
}

/** Entities of one distance, those with most ways to the distance before first. */
export type Level = readonly string[];

interface Kind {
  readonly step: PathStep;
  readonly query: Query;
  /** Whether the entity itself is the speaker. */
  readonly speaks: boolean;
}

const KINDS: readonly Kind[] = [
  { step: 'RELATION', query: RELATED, speaks: false },
  { step: 'STATEMENT', query: SPOKEN_OF, speaks: true },
  { step: 'STATEMENT', query: SPEAKERS, speaks: false },
];

/**
 * What one request finds out about the ways around entities, level by level. Calls are as many for a level of one entity as for one
 * of hundreds: one for its degrees, and one for relations, for statements by and for statements about its entities.
 */
export class Search {
  readonly ways = new Ways();
  /** Who spoke about whom, as far as it is known: the best for each two. By speaker and entity. */
  readonly statements = new Map<string, Step & { readonly rank: string }>();
  readonly #db: Database;
  readonly #kinds: readonly Kind[];
  readonly #limits: SearchLimits;
  readonly #end: number;
  readonly #degrees = new Map<string, Degree>();
  readonly #expanded = new Set<string>();
  /** Relations and statements that join an entity that was read from with its neighbours. */
  readonly #times = new Map<string, Map<string, number>>();
  #truncated = false;
  #timedOut = false;

  constructor(db: Database, through: readonly PathStep[], limits: SearchLimits) {
    this.#db = db;
    this.#kinds = KINDS.filter(({ step }) => through.includes(step));
    this.#limits = limits;
    this.#end = performance.now() + limits.timeMs;
  }

  /** A limit has cut something. */
  get truncated(): boolean {
    return this.#truncated;
  }

  cut(): void {
    this.#truncated = true;
  }

  /** No rows when the time is up. */
  async read(query: Query, params: Params): Promise<readonly Row[]> {
    const timeoutMs = Math.ceil(this.#end - performance.now());
    try {
      if (timeoutMs > 0 && !this.#timedOut) return await this.#db.read(query, params, { timeoutMs });
    } catch (error) {
      // What was found until now is an answer too.
      if (!(error instanceof OnrecordError) || error.code !== 'TIMEOUT') throw error;
    }
    this.#timedOut = true;
    this.cut();
    return [];
  }

  /** Looks up how much there is to read from the entities of levels. */
  async measure(...levels: readonly Level[]): Promise<void> {
    const parents = levels
      .flatMap((level) => level.slice(0, this.#limits.nodes))
      .filter((id) => !this.#degrees.has(id));
    if (parents.length === 0) return;
    for (const row of await this.read(DEGREES, { parents })) {
      const [id, said, about] = [text(row, 'parent'), integer(row, 'said'), integer(row, 'about')];
      const relations = this.#kinds.some(({ step }) => step === 'RELATION') ? integer(row, 'relations') : 0;
      const statements = this.#kinds.some(({ step }) => step === 'STATEMENT') ? said + about : 0;
      this.#degrees.set(id, { id, said, about, total: relations + statements });
    }
  }

  /** What `expand` would have to look at. */
  cost(level: Level): number {
    return level.reduce(
      (sum, id) => sum + (this.#expanded.has(id) ? 0 : (this.#degrees.get(id)?.total ?? 0)),
      0,
    );
  }

  /**
   * Reads the ways from the entities of a level, which must be measured, and gives the next level: neighbours that are not in `known`,
   * which get into it. Where an entity has too many neighbours, those in `sought` come first.
   */
  async expand(level: Level, known: Set<string>, sought: readonly string[] = []): Promise<Level> {
    const parents = this.affordable(level.filter((id) => !this.#expanded.has(id)));
    for (const id of parents) this.#expanded.add(id);
    if (parents.length > 0)
      await Promise.all(this.#kinds.map((kind) => this.#readWays(kind, parents, sought)));
    return this.#next(level, known);
  }

  /** Those of the level for which the limits suffice; notes whether that leaves some out. */
  affordable(level: Level): string[] {
    const { nodes, degree } = this.#limits;
    let left = degree;
    const taken = level.slice(0, nodes).filter((id) => {
      const cost = this.#degrees.get(id)?.total ?? 0;
      // Without it there would be no answer; what it costs, the time limit bounds.
      if (cost > left && level.length > 1) return false;
      left -= cost;
      return true;
    });
    if (taken.length < level.length) this.cut();
    return taken;
  }

  /** How many of the latest statements of each are looked at; notes whether some have more. */
  statementsOfEach(parents: Level, role: 'said' | 'about'): number {
    const { statements, statementsOfLevel } = this.#limits;
    const each = share(statements, statementsOfLevel, parents.length);
    if (parents.some((id) => (this.#degrees.get(id)?.[role] ?? 0) > each)) this.cut();
    return each;
  }

  noteStatement(fromId: string, toId: string, rank: string): void {
    const key = `${fromId} ${toId}`;
    if ((this.statements.get(key)?.rank ?? '') < rank)
      this.statements.set(key, { kind: 'STATEMENT', id: idIn(rank), fromId, toId, rank });
  }

  async #readWays(kind: Kind, parents: Level, sought: readonly string[]): Promise<void> {
    const { neighbours, neighboursOfLevel } = this.#limits;
    const most = share(neighbours, neighboursOfLevel, parents.length);
    const own = kind.step === 'STATEMENT' && {
      statements: this.statementsOfEach(parents, kind.speaks ? 'said' : 'about'),
    };
    const params = { parents, sought, neighbours: most + 1, ...own };
    const counts = new Map<string, number>();
    for (const row of await this.read(kind.query, params)) {
      const [parent, other, rank] = [text(row, 'parent'), text(row, 'other'), text(row, 'best')];
      const count = (counts.get(parent) ?? 0) + 1;
      counts.set(parent, count);
      if (count > most) {
        this.cut();
        continue;
      }
      this.ways.add(parent, other, { kind: kind.step, id: idIn(rank), rank });
      this.#count(parent, other, integer(row, 'times'));
      if (kind.step === 'RELATION') continue;
      if (kind.speaks) this.noteStatement(parent, other, rank);
      else this.noteStatement(other, parent, rank);
    }
  }

  #count(parent: string, other: string, times: number): void {
    const counts = this.#times.get(parent) ?? new Map<string, number>();
    this.#times.set(parent, counts);
    counts.set(other, (counts.get(other) ?? 0) + times);
  }

  #next(level: Level, known: Set<string>): Level {
    const times = new Map<string, number>();
    for (const id of level) {
      for (const [other, count] of this.#times.get(id) ?? [])
        if (!known.has(other)) times.set(other, (times.get(other) ?? 0) + count);
    }
    for (const id of times.keys()) known.add(id);
    return [...times]
      .sort(([a, timesA], [b, timesB]) => timesB - timesA || compareTexts(a, b))
      .map(([id]) => id);
  }
}

/** A rank ends with the id. */
export function idIn(rank: string): string {
  return rank.slice(rank.lastIndexOf(' ') + 1);
}

function share(most: number, ofLevel: number, entities: number): number {
  return Math.max(1, Math.min(most, Math.floor(ofLevel / entities)));
}
