import { createHash, randomBytes } from 'node:crypto';
import { type Actor, isRole, ROLES } from './role.ts';

/** A token that the server takes. What it is, only its owner knows: here is its hash. */
export interface KnownToken extends Actor {
  /** SHA-256 of the token's bytes, 64 hex digits in lower case. */
  readonly sha256: string;
}

const PREFIX = 'onr_';
const RANDOM_BYTES = 32;
const NAME = /^[A-Za-z0-9._-]{1,64}$/;
const SHA256 = /^[0-9a-f]{64}$/i;
/** In any text: what `newToken` makes. */
const OWN_TOKEN = /onr_[A-Za-z0-9_-]{43}/;

/** Of 256 random bits; the prefix lets people and scanners of secrets see what it is. */
export function newToken(): string {
  return PREFIX + randomBytes(RANDOM_BYTES).toString('base64url');
}

/** What ONRECORD_TOKENS needs to know of a token: nobody can get the token from it. */
export function entryOf({ name, role }: Actor, token: string): string {
  return `${name}:${role}:${createHash('sha256').update(token, 'utf8').digest('hex')}`;
}

/** Why a text is no name of an actor, without repeating it; null for a name. */
export function faultOfName(name: string): string | null {
  if (!NAME.test(name)) return 'a name that is not 1 to 64 letters, digits, dots, underscores or hyphens';
  // Names are public.
  return OWN_TOKEN.test(name) ? 'a token in the place of the name' : null;
}

/**
 * The tokens of a list of `name:role:sha256hex` with commas between, and everything that is wrong with it. Entries are counted from 1
 * and told by their numbers only: whatever stands in the wrong place may be a secret.
 */
export function parseTokens(list: string): {
  readonly tokens: readonly KnownToken[];
  readonly problems: readonly string[];
} {
  const entries = list
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  const names = new Map<string, number>();
  const hashes = new Map<string, number>();
  const tokens: KnownToken[] = [];
  const problems: string[] = [];
  for (const [index, entry] of entries.entries()) {
    const number = index + 1;
    const parts = entry.split(':').map((part) => part.trim());
    const [name = '', role = '', hash = ''] = parts;
    const sha256 = hash.toLowerCase();
    if (parts.length !== 3) {
      problems.push(`has in entry ${number} not three parts with colons between`);
      continue;
    }
    const faults = [faultOfName(name), faultOfRole(role), faultOfHash(hash)].filter((each) => each !== null);
    problems.push(...faults.map((fault) => `has in entry ${number} ${fault}`));
    const [sameName, sameHash] = [names.get(name), hashes.get(sha256)];
    if (sameName !== undefined) problems.push(`has the name of entry ${sameName} again in entry ${number}`);
    if (sameHash !== undefined) problems.push(`has the hash of entry ${sameHash} again in entry ${number}`);
    names.set(name, sameName ?? number);
    hashes.set(sha256, sameHash ?? number);
    if (isRole(role)) tokens.push({ name, role, sha256 });
  }
  return { tokens, problems };
}

function faultOfRole(role: string): string | null {
  return isRole(role) ? null : `a role that is none of ${ROLES.join(', ')}`;
}

function faultOfHash(hash: string): string | null {
  return SHA256.test(hash) ? null : 'a hash that is not 64 hex digits';
}
