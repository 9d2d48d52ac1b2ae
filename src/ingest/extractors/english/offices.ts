import type { RelationType } from '../../../relation/model.ts';
import { type Entities, withArticle } from './entities.ts';
import { COMPANY_ENDS, ORGANIZATION_HEADS, STATE_BODIES } from './lexicon/organizations.ts';
import { SEATS } from './lexicon/places.ts';
import { COURTESY, NO_OFFICE, type RoleClass, SEAT_ROLES } from './lexicon/roles.ts';
import { phraseSet } from './lexicon/words.ts';
import type { Token } from './reading.ts';
import { type Referent, referent } from './referent.ts';
import type { Role } from './roles.ts';

export interface Tie {
  readonly type: RelationType;
  readonly to: Referent;
}

/** What a role makes its holder: the office, where it is one, and relations to whose it is. */
export interface Office {
  readonly position: Referent | null;
  readonly ties: readonly Tie[];
}

const NONE: Office = { position: null, ties: [] };
const SMALL = new Set(['of', 'for', 'to', 'at', 'in', 'on', 'from', 'with', 'and', 'the', 'a']);
/** Heads of an office that the holder of makes the head of a state. */
const HEADS_OF_STATE = new Set(['president', 'king', 'queen', 'emir', 'sultan', 'emperor']);

/** What describes people by itself, and with an employer is a post. */
const JOBS = phraseSet(
  'researcher | analyst | economist | political analyst | strategist | scientist | lawyer | partner | journalist | reporter',
);
const CHANGING = phraseSet('incoming | outgoing | departing | designate | future | would-be');
/** Those who play for a country, or lead who plays for it, have no office of it. */
const SPORTS = phraseSet(
  'coach | captain | manager | trainer | striker | player | goalkeeper | keeper | defender | midfielder',
);
const ENVOYS = phraseSet('envoy | permanent representative | consul | consul general');
/** Offices of towns and regions, which are no organizations. */
const LOCAL: ReadonlySet<RoleClass> = new Set<RoleClass>(['REGION', 'POLICE', 'LAWYER']);

export function officeOf(tokens: readonly Token[], entities: Entities, role: Role): Office {
  if (role.isFormer || isChanging(tokens, role)) return NONE;
  const { words, roleClass } = role.head;
  if (role.after.some(({ isOwner }) => isOwner)) return NONE;
  const body = bodyOf(role);
  const local = LOCAL.has(roleClass) && body?.type === 'PLACE' ? body : null;
  const country = local === null ? countryOf(entities, role, body) : null;
  const organization = body?.type === 'ORGANIZATION' ? body : null;
  const ties: Tie[] = [];
  if (SEAT_ROLES.has(words) && organization !== null) {
    const member = organization.classes.has('LEGISLATOR') || words === 'member';
    if (member) ties.push({ type: 'MEMBER_OF', to: organization });
    return { position: null, ties };
  }
  if (organization !== null && LEADS.test(words) && isSeated(role, organization)) {
    for (const body of chambersOf(role, organization)) ties.push({ type: 'MEMBER_OF', to: body });
  } else if (organization !== null) {
    const outside = roleClass === 'LEGISLATOR' || roleClass === 'CANDIDATE';
    if (!outside) ties.push({ type: 'AFFILIATED_WITH', to: organization });
  }
  const isJob = JOBS.has(words) && organization !== null;
  if ((NO_OFFICE.has(words) && !isJob) || COURTESY.has(words) || roleClass === 'WORKER')
    return { position: null, ties };
  if (roleClass === 'DIPLOMAT' && (organization === null || !ENVOYS.has(words)))
    return diplomat(tokens, entities, role, country);
  const owner = organization ?? country ?? local;
  if (owner === null || (owner.type === 'COUNTRY' && SPORTS.has(words))) return { position: null, ties };
  const position = entities.get(`POSITION ${titleOf(tokens, role)} ${owner.name}`.toLowerCase(), () => {
    const made = referent('POSITION', positionName(tokens, role, owner, organization !== null));
    if (owner.type !== 'PLACE') made.of = owner;
    return made;
  });
  const alias = spoken(tokens, role);
  if (alias !== null && alias !== position.name) position.aliases.add(alias);
  if (
    organization === null &&
    country !== null &&
    HEADS_OF_STATE.has(words) &&
    titleOf(tokens, role).toLowerCase() === words
  )
    ties.push({ type: 'HEAD_OF_STATE_OF', to: country });
  return { position, ties };
}

/** Who comes or goes may hold the office or not. */
function isChanging(tokens: readonly Token[], { first, at, head }: Role): boolean {
  const isElect = tokens[at + head.length + 1]?.lower === 'elect' || head.words.endsWith('-elect');
  return isElect || tokens.slice(first, at).some(({ lower }) => CHANGING.has(lower));
}

/** Those who lead a chamber or committee sit in it. */
const LEADS =
  /^(?:(?:deputy |vice |co-)?(?:chair|chairman|chairwoman|chairperson|head|speaker)|house speaker)$/;

function isSeated(role: Role, organization: Referent): boolean {
  return chambersOf(role, organization).length > 0;
}

function chambersOf({ before, after }: Role, organization: Referent): Referent[] {
  const named = [...before, ...after.map(({ mention }) => mention)].flatMap(({ entities }) => entities);
  const names = named.flatMap((body) => (body.partOf === null ? [body] : [body.partOf, body]));
  const isCommittee = (body: Referent) => /\b(?:Committee|Subcommittee)\b/u.test(body.name);
  const seated = names.filter(
    (body) =>
      body.type === 'ORGANIZATION' &&
      (body.classes.has('LEGISLATOR') || (body === organization && isCommittee(body))),
  );
  return [...new Set(seated)];
}

function diplomat(tokens: readonly Token[], entities: Entities, role: Role, sender: Referent | null): Office {
  const target = role.after.find(({ by }) => by === 'to' || by === 'in')?.mention.entities[0] ?? null;
  const host = target?.type === 'COUNTRY' || target?.type === 'ORGANIZATION' ? target : null;
  if (role.head.words !== 'ambassador' || host === null || sender === null) return NONE;
  const title = titleOf(tokens, role);
  const name = `${title} of ${withArticle(sender.name)} to ${withArticle(host.name)}`;
  const position = entities.get(`POSITION ${name}`.toLowerCase(), () => {
    const made = referent('POSITION', name);
    made.of = sender;
    made.accreditedTo = host;
    return made;
  });
  const alias = spoken(tokens, role);
  if (alias !== null) position.aliases.add(alias);
  return { position, ties: [{ type: 'AMBASSADOR_TO', to: host }] };
}

/** Whose office it is: the last organization after the head, else the last before it. */
function bodyOf({ before, after }: Role): Referent | null {
  const own = after.filter(({ by }) => by !== 'to' && by !== 'on');
  const names = [...own.map(({ mention }) => mention), ...before.toReversed()].map(
    ({ entities }) => entities[0],
  );
  // "of the Norland Council's Committee": the committee, which belongs to the council.
  const lastOf = own.filter(({ by }) => by === own[0]?.by).at(-1)?.mention.entities[0];
  if (lastOf?.type === 'ORGANIZATION') return lastOf;
  return names.find((each) => each?.type === 'ORGANIZATION') ?? names[0] ?? null;
}

function countryOf(entities: Entities, role: Role, body: Referent | null): Referent | null {
  const names = [
    ...role.before,
    ...role.after.filter(({ by }) => by === 'of').map(({ mention }) => mention),
  ].map(({ entities: [first] }) => first);
  const nation = names.find((each) => each?.type === 'COUNTRY') ?? null;
  if (nation !== null && nation !== undefined) return nation;
  return body?.type === 'PLACE' && SEATS.has(body.name) ? entities.country(body.country?.code ?? '') : null;
}

/** The words of the office itself, with capitals: "First Deputy Chairman". */
export function titleOf(tokens: readonly Token[], { core, at, head }: Role): string {
  return capitalized(tokens.slice(core, at + head.length));
}

function capitalized(tokens: readonly Token[]): string {
  let words = '';
  for (const [at, token] of tokens.entries()) {
    const gap = at === 0 || tokens[at - 1]?.end === token.start ? '' : ' ';
    words += gap + (at > 0 && SMALL.has(token.lower) ? token.lower : upper(token.text));
  }
  return words;
}

function upper(word: string): string {
  return /^(?:ceo|cfo|coo|mp)$/.test(word)
    ? word.toUpperCase()
    : word.charAt(0).toUpperCase() + word.slice(1);
}

function positionName(
  tokens: readonly Token[],
  role: Role,
  owner: Referent,
  isOrganization: boolean,
): string {
  const title = titleOf(tokens, role);
  const seat = role.before.find(({ literally }) => literally !== null)?.literally;
  if (seat != null) return `${seat.name} ${title}`;
  const by = isOrganization
    ? (role.after.find(({ mention }) => mention.entities[0] === owner)?.by ?? 'of')
    : 'of';
  return `${title} ${by} ${isOrganization ? organizationWithArticle(owner.name) : withArticle(owner.name)}`;
}

/** "the Ministry of Trade", "Acme". */
function organizationWithArticle(name: string): string {
  const words = name.split(' ');
  const isNamed = !words.some((word) => ORGANIZATION_HEADS.has(word) || /^(?:Nations|State)$/u.test(word));
  const isPlain =
    words.length === 1 ||
    isNamed ||
    COMPANY_ENDS.has(words.at(-1) ?? '') ||
    /(?:University|International)$/u.test(name);
  return isPlain && !STATE_BODIES.has(name) ? name : `the ${name}`;
}

/** The words as they stand, where they name the office by themselves: "US president". */
function spoken(tokens: readonly Token[], role: Role): string | null {
  if (role.before.length !== 1 || role.determiner === 'owner') return null;
  const from = role.before[0]?.first ?? role.at;
  const words = tokens.slice(from, role.last);
  return words.reduce(
    (text, token, at) => text + (at === 0 || words[at - 1]?.end === token.start ? '' : ' ') + token.text,
    '',
  );
}
