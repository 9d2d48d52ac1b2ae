// Stretches of words by hash, in tables of plain numbers: a Map of them takes ten times as long. Two that share a slot by chance are
// both left out, or told apart by their words.

/** How many slots a table has for that many stretches: enough that few share one; a power of two. */
export function slotsFor(stretches: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, stretches) * 4));
}

/** The slot of the stretch of some words that begins at one; `slots` is a power of two. */
export function slotOf(words: Int32Array, at: number, length: number, slots: number): number {
  let hash = 0x811c9dc5;
  for (let word = at; word < at + length; word += 1) {
    hash = Math.imul(hash ^ (words[word] ?? 0), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash & (slots - 1);
}

/** By slot, where the one stretch stands that falls into it; below 0 for none or several. */
export function placesOfOnce(words: Int32Array, length: number, slots: number): Int32Array {
  const places = new Int32Array(slots).fill(-1);
  for (let at = 0; at + length <= words.length; at += 1) {
    const slot = slotOf(words, at, length, slots);
    places[slot] = places[slot] === -1 ? at : -2;
  }
  return places;
}

/** Whether the same words stand at a place of each of two texts. */
export function sameWords(a: Int32Array, from: number, b: Int32Array, to: number, length: number): boolean {
  if (from < 0 || to < 0 || from + length > a.length || to + length > b.length) return false;
  for (let at = 0; at < length; at += 1) if (a[from + at] !== b[to + at]) return false;
  return true;
}
