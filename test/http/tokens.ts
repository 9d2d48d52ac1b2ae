import { ROLES, type Role } from '../../src/access/role.ts';
import { entryOf, newToken, parseTokens } from '../../src/access/token.ts';

/** A token of each role, whose actor has the role's name with a capital. */
export const TOKENS: Readonly<Record<Role, string>> = {
  read: newToken(),
  write: newToken(),
  review: newToken(),
  admin: newToken(),
};

export const KNOWN_TOKENS = parseTokens(
  ROLES.map((role) => entryOf({ name: nameOf(role), role }, TOKENS[role])).join(),
).tokens;

export function nameOf(role: Role): string {
  return role.charAt(0).toUpperCase() + role.slice(1);
}

export function bearer(token: string): { readonly authorization: string } {
  return { authorization: `Bearer ${token}` };
}
