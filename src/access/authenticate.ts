import { createHash, timingSafeEqual } from 'node:crypto';
import type { Actor } from './role.ts';
import type { KnownToken } from './token.ts';

/** Whose request it is: null is anybody, who sent no token. A refusal says what is wrong with what was sent, without repeating it. */
export type Authentication = { readonly actor: Actor | null } | { readonly refusal: string };

/** Takes the values of all Authorization headers of a request. */
export type Authenticate = (headers: readonly string[] | undefined) => Authentication;

const BEARER = /^Bearer +(\S+)$/i;

export function authenticator(tokens: readonly KnownToken[]): Authenticate {
  const known = tokens.map(({ name, role, sha256 }) => ({
    actor: { name, role },
    sha256: Buffer.from(sha256, 'hex'),
  }));
  return (headers = []) => {
    if (headers.length === 0) return { actor: null };
    const [header = '', ...others] = headers;
    const token = BEARER.exec(header)?.[1];
    if (token === undefined || others.length > 0) {
      return { refusal: 'Send one Authorization header of the form "Bearer TOKEN", or none to read.' };
    }
    const actor = ownerOf(token);
    if (actor !== null) return { actor };
    return { refusal: 'No such token. Send one that the server was started with, or none to read.' };
  };

  /** Every hash is compared to its end, so that the time it takes tells nothing about any of them. */
  function ownerOf(token: string): Actor | null {
    // Node reads headers as Latin-1; these are the bytes that were sent.
    const sent = createHash('sha256').update(token, 'latin1').digest();
    let owner: Actor | null = null;
    for (const { actor, sha256 } of known) if (timingSafeEqual(sent, sha256)) owner = actor;
    return owner;
  }
}
