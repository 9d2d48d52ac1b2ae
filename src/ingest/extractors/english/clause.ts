import type { Token } from './reading.ts';

/** Tokens of a clause looked at on either side. */
const MAX_CLAUSE = 30;

/** Tokens from `first` up to, but without, `last`: the clause around a token, roughly, between marks and joining words. */
export function clauseAround(tokens: readonly Token[], at: number): { first: number; last: number } {
  const sentence = tokens[at]?.sentence;
  let first = at;
  let last = at + 1;
  while (
    first > 0 &&
    at - first < MAX_CLAUSE &&
    tokens[first - 1]?.sentence === sentence &&
    !isEdge(tokens[first - 1])
  )
    first -= 1;
  while (
    last < tokens.length &&
    last - at < MAX_CLAUSE &&
    tokens[last]?.sentence === sentence &&
    !isEdge(tokens[last])
  )
    last += 1;
  return { first, last };
}

function isEdge(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.pos === 'SCONJ' ||
      /^[,;:“”"()–—]$/u.test(token.text) ||
      /^(?:that|because|while|after|before|who|which)$/.test(token.lower))
  );
}
