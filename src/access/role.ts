/** What a token may do, from least to most: each role may do what those before it may. Reading needs no token. */
export const ROLES = ['read', 'write', 'review', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Whose token a request came with. The name is public: it stands on what the actor writes. */
export interface Actor {
  readonly name: string;
  readonly role: Role;
}

export function mayActAs(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

export function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}
