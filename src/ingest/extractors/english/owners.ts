import { type Entities, withArticle } from './entities.ts';
import type { Reading, Token } from './reading.ts';
import { type Mention, type Referent, referent } from './referent.ts';
import { NamePlaces } from './roles.ts';

/** That the text calls an organization the body of a state or of another organization. Offsets as in the text. */
export interface Ownership {
  readonly body: Referent;
  readonly owner: Referent;
  readonly start: number;
  readonly end: number;
}

/** Bodies of which every state has one: their names need its name. */
const GENERIC =
  /\b(?:Ministry|Parliament|Government|Army|Navy|Police|Senate|Cabinet|Treasury|Court|Assembly|Prosecutor|Bank|Department|Guard)\b/u;
const COMMITTEE = /\b(?:Committee|Subcommittee)\b/u;
/** Names with these words that are one body's by themselves. */
const UNIQUE = /^(?:World|European|Deutsche|Bank of|State Department|National Bank|[\p{Lu}\d&]+$)/u;
const STATE_BODY =
  /\b(?:Ministry|Parliament|Government|Army|Navy|Police|Senate|Cabinet|Treasury|Assembly|Prosecutor|Department|Guard|Duma|Council|Rada|Bundestag|Bundesrat|Sejm|Knesset|Majlis|House|Congress)\b/u;
/** Tokens of a bracket between an owner and what it owns. */
const MAX_BRACKETS = 10;

/** Tells the bodies of one name apart by whose they are: "the Norwegian and Swedish foreign ministries" are two. */
export function ownersIn(
  { tokens }: Reading,
  entities: Entities,
  mentions: readonly Mention[],
): readonly Ownership[] {
  const places = new NamePlaces(mentions);
  const found: Ownership[] = [];
  const open: Mention[] = [];
  const latest = new Map<string, Referent>();
  const first = new Map<string, Referent>();
  for (const each of mentions) {
    const body = each.entities[0];
    if (body?.type !== 'ORGANIZATION' || body.isOutlet || each.isAdjective) continue;
    const owner = ownerOf(tokens, places, each);
    const needsOwner = isGeneric(body.name);
    if (owner === null) {
      const known = latest.get(body.name);
      if (needsOwner && known !== undefined) each.entities = [known];
      else if (needsOwner) open.push(each);
      continue;
    }
    const { name } = body;
    const whole = needsOwner ? owned(entities, owner.owner, body) : body;
    each.entities = [whole];
    latest.set(name, whole);
    if (!first.has(name)) first.set(name, whole);
    if (owner.owner.type === 'COUNTRY' ? STATE_BODY.test(name) : true)
      found.push({ body: whole, owner: owner.owner, start: owner.start, end: owner.end });
  }
  for (const each of open) {
    const later = first.get(each.entities[0]?.name ?? '');
    if (later !== undefined) each.entities = [later];
  }
  return found;
}

function isGeneric(name: string): boolean {
  return (GENERIC.test(name) || COMMITTEE.test(name)) && !UNIQUE.test(name);
}

function owned(entities: Entities, owner: Referent, body: Referent): Referent {
  const isCommittee = COMMITTEE.test(body.name);
  const name =
    isCommittee && owner.type === 'ORGANIZATION'
      ? `${owner.name} ${body.name}`
      : `${body.name} of ${withArticle(owner.name)}`;
  const whole = entities.get(`ORGANIZATION ${name.toLowerCase()}`, () => referent('ORGANIZATION', name));
  for (const alias of [body.name, ...body.aliases]) whole.aliases.add(alias);
  return whole;
}

/** "Norland's Ministry", "the Norwegian Ministry", "the Ministry of Trade of Norway", "the Council's (upper house) Committee". */
function ownerOf(
  tokens: readonly Token[],
  places: NamePlaces,
  { first, last, start, end }: Mention,
): { owner: Referent; start: number; end: number } | null {
  let at = first;
  if (tokens[at - 1]?.text === ')') {
    const open = opening(tokens, at - 1);
    if (open >= 0) at = open;
  }
  const isPossessive = /^(?:'s|')$/.test(tokens[at - 1]?.lower ?? '');
  const before = places.until(isPossessive ? at - 1 : at);
  const mayOwn = isPossessive || (before?.isAdjective ?? false) || before?.entities[0]?.type !== 'COUNTRY';
  const owner = before?.entities[0];
  if (before !== undefined && owner !== undefined && mayOwn && canOwn(before, owner, isPossessive))
    return { owner, start: wider(tokens, places, before), end };
  if (tokens[last]?.lower !== 'of') return null;
  const after = places.from(tokens[last + 1]?.lower === 'the' ? last + 2 : last + 1);
  const state = after?.entities[0];
  return after !== undefined && state?.type === 'COUNTRY' && after.reading === 'LITERAL'
    ? { owner: state, start, end: after.end }
    : null;
}

function canOwn(before: Mention, owner: Referent, isPossessive: boolean): boolean {
  if (before.reading !== 'LITERAL') return false;
  if (owner.type === 'COUNTRY') return true;
  return owner.type === 'ORGANIZATION' && !owner.isOutlet && (isPossessive || STATE_BODY.test(owner.name));
}

/** With the state before it: "Russian Federation Council’s Committee". */
function wider(tokens: readonly Token[], places: NamePlaces, { first, start }: Mention): number {
  const isPossessive = /^(?:'s|')$/.test(tokens[first - 1]?.lower ?? '');
  const state = places.until(isPossessive ? first - 1 : first);
  return state?.entities[0]?.type === 'COUNTRY' ? state.start : start;
}

function opening(tokens: readonly Token[], close: number): number {
  for (let at = close - 1; at > close - MAX_BRACKETS && at >= 0; at -= 1)
    if (tokens[at]?.text === '(') return at;
  return -1;
}
