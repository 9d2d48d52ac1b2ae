import type { Reading, Token } from './reading.ts';
import type { Mention, Referent } from './referent.ts';
import { NamePlaces } from './roles.ts';

/** That the text calls an organization the body of a state or of another organization. Offsets in UTF-16 units. */
export interface Ownership {
  readonly body: Referent;
  readonly owner: Referent;
  readonly start: number;
  readonly end: number;
}

/** Bodies that stand abroad: they are their state's, and no part of it. */
const ABROAD = /\b(?:Embassy|Consulate|Mission)\b/u;
/** Tokens of a bracket between an owner and what it owns. */
const MAX_BRACKETS = 10;

/** Where the text says whose bodies organizations are. */
export function ownersIn({ tokens }: Reading, names: readonly Mention[]): readonly Ownership[] {
  const places = new NamePlaces(names);
  return names.flatMap((name): Ownership[] => {
    const body = name.entities[0];
    const owner = body?.partOf ?? null;
    if (body === undefined || owner === null || ABROAD.test(body.name)) return [];
    const before = ownerBefore(tokens, places, name);
    if (before?.entities[0] !== owner || before.reading !== 'LITERAL') return [];
    return [{ body, owner, start: wider(tokens, places, before), end: name.end }];
  });
}

/** "Norland's Ministry", "the Norwegian Ministry", "the Council's (upper house) Committee". */
function ownerBefore(tokens: readonly Token[], places: NamePlaces, { first }: Mention): Mention | undefined {
  const at = tokens[first - 1]?.text === ')' ? opening(tokens, first - 1) : first;
  return places.until(isOwnerMark(tokens[at - 1]) ? at - 1 : at);
}

/** With the state before it: "Norwegian Federal Council’s Committee". */
function wider(tokens: readonly Token[], places: NamePlaces, { first, start }: Mention): number {
  const state = places.until(isOwnerMark(tokens[first - 1]) ? first - 1 : first);
  return state?.entities[0]?.type === 'COUNTRY' ? state.start : start;
}

function isOwnerMark(token: Token | undefined): boolean {
  return /^(?:'s|')$/.test(token?.lower ?? '');
}

function opening(tokens: readonly Token[], close: number): number {
  for (let at = close - 1; at > close - MAX_BRACKETS && at >= 0; at -= 1)
    if (tokens[at]?.text === '(') return at;
  return close;
}
