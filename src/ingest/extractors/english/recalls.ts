import type { FoundRelations } from './found-relations.ts';
import type { Token } from './reading.ts';
import type { References } from './references.ts';

/** Tokens behind a verb in which its places stand. */
const MAX_AHEAD = 12;
const BE = /^(?:was|were|is|been|be|being|has|had|have)$/;

/** "Jan Ek was called back to Norwich from Paris". */
export function addRecalls(
  tokens: readonly Token[],
  { names, places }: References,
  found: FoundRelations,
): void {
  for (const name of names) {
    const person = name.entities[0];
    if (person?.type !== 'PERSON') continue;
    const from = isRecall(tokens, name.last);
    if (from === null) continue;
    for (let at = from; at < from + MAX_AHEAD; at += 1) {
      const token = tokens[at];
      if (token === undefined || token.sentence !== tokens[name.first]?.sentence || token.pos === 'VERB')
        break;
      if (token.lower !== 'to' && token.lower !== 'from') continue;
      const place = places.from(tokens[at + 1]?.lower === 'the' ? at + 2 : at + 1);
      const to = place?.literally ?? place?.entities[0];
      if (place === undefined || (to?.type !== 'PLACE' && to?.type !== 'COUNTRY')) continue;
      found.add(token.lower === 'to' ? 'RECALLED_TO' : 'RECALLED_FROM', person, to, {
        start: name.start,
        end: place.end,
      });
    }
  }
}

/** Whether "was recalled" or "has been called back" begins with a token; gives the token behind it, else null. */
function isRecall(tokens: readonly Token[], from: number): number | null {
  let at = from;
  while (BE.test(tokens[at]?.lower ?? '') || tokens[at]?.pos === 'ADV') at += 1;
  if (at === from) return null;
  const verb = tokens[at]?.lower ?? '';
  const next = tokens[at + 1]?.lower ?? '';
  if (verb === 'recalled' || verb === 'withdrawn') return at + 1;
  if (/^(?:called|summoned|ordered|brought)$/.test(verb) && /^(?:back|home)$/.test(next)) return at + 2;
  return null;
}
