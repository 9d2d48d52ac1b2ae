import type { GrafeoDB } from '@grafeo-db/js';
import type { Params, Query, Row, TextMatch, TextSearch } from './database.ts';
import { translate } from './grafeo-transaction.ts';
import type { TextIndex } from './plan.ts';
import { integer, text } from './rows.ts';
import { groupsOf } from './text.ts';

/** A word that no index has. */
const PROBE_WORD = 'x';
/** By text, as there is no other sign: the status is that of many other failures. */
const NO_INDEX = 'no text index';

/** Matches of one group that are read first: a list that is shorter is whole. */
const SHORT_LIST = 2_000;
/** More than any index has. */
const WHOLE_LIST = 100_000_000;
/** Groups of more words are not looked for in the nodes, but read as a whole list. */
const MAX_SOUGHT = 4;
/** The engine cuts a word at some of these marks, and then finds the parts. */
const MARK = /\p{M}/u;

type Read = (query: Query, params: Params) => Promise<readonly Row[]>;
type Words = readonly string[];
/** Scores by the engine's own node ids. */
type Scores = ReadonlyMap<number, number>;

/** Creating an index that is there would read all nodes again. */
export async function createTextIndex(store: GrafeoDB, { label, property }: TextIndex): Promise<void> {
  try {
    await store.textSearch(label, property, PROBE_WORD, 1);
    return;
  } catch (error) {
    if (!(error instanceof Error && error.message.includes(NO_INDEX))) throw translate(error, 'graph.apply');
  }
  try {
    await store.createTextIndex(label, property, { tokenizer: 'standard', stopWords: [] });
  } catch (error) {
    throw translate(error, 'graph.apply');
  }
}

/**
 * The engine finds nodes that have any of some words. For all of several groups it starts from the rarest, and looks for the common
 * ones in the nodes; where all are common it joins the lists.
 */
export async function searchText(
  store: GrafeoDB,
  read: Read,
  search: TextSearch,
): Promise<readonly TextMatch[]> {
  const groups = groupsOf(search);
  if (groups.length === 0) return [];
  const { index, limit } = search;
  const list = async (words: Words, length: number): Promise<Scores> => {
    try {
      const found = await store.textSearch(index.label, index.property, words.join(' '), length);
      return new Map(found.map(([id = 0, score = 0]) => [id, score]));
    } catch (error) {
      throw translate(error, search.name);
    }
  };
  if (search.match === 'ANY') {
    const words = [...new Set(groups.flat())];
    const sought = words.some((word) => MARK.test(word)) ? [words] : [];
    return matchesOf(read, search, await list(words, limit), sought);
  }
  const lists: Scores[] = [];
  const sought: Words[] = [];
  const common: Words[] = [];
  for (const group of groups) {
    const short = await list(group, SHORT_LIST);
    const isWhole = short.size < SHORT_LIST;
    if (isWhole) lists.push(short);
    else if (group.length <= MAX_SOUGHT) common.push(group);
    else lists.push(await list(group, WHOLE_LIST));
    if (isWhole && group.some((word) => MARK.test(word))) sought.push(group);
  }
  // Without a rare word to start from, all the lists are joined: the nodes to look at would be too many.
  if (lists.every(({ size }) => size >= SHORT_LIST)) {
    for (const group of common.splice(0)) lists.push(await list(group, WHOLE_LIST));
  }
  const phrases = (search.phrases ?? []).map((words) => [words.join(' ')]);
  return matchesOf(read, search, inAll(lists), [...sought, ...common, ...phrases]);
}

function inAll(lists: readonly Scores[]): Scores {
  const [shortest, ...others] = lists.toSorted((a, b) => a.size - b.size);
  const scores = new Map<number, number>();
  for (const [id, score] of shortest ?? []) {
    let sum = score;
    for (const other of others) sum += other.get(id) ?? Number.NaN;
    if (!Number.isNaN(sum)) scores.set(id, sum);
  }
  return scores;
}

async function matchesOf(
  read: Read,
  { name, index, limit }: TextSearch,
  scores: Scores,
  sought: readonly Words[],
): Promise<readonly TextMatch[]> {
  const likeliest = [...scores].toSorted(([a, x], [b, y]) => y - x || a - b);
  const ids = (sought.length > 0 ? likeliest : likeliest.slice(0, limit)).map(([id]) => id);
  if (ids.length === 0) return [];
  const { label, property } = index;
  const query = {
    name,
    text: `
      MATCH (n:${label})
      WHERE id(n) IN $ids AND all(words IN $sought WHERE any(word IN words WHERE n.${property} CONTAINS word))
      RETURN id(n) AS node, n.id AS id
      ORDER BY id`,
  };
  const rows = await read(query, { ids, sought: sought.map((words) => words.map((word) => ` ${word} `)) });
  return rows
    .map((row) => ({ id: text(row, 'id'), score: scores.get(integer(row, 'node')) ?? 0 }))
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
}
