import { type Actor, mayActAs, type Role } from '../access/role.ts';
import { OnrecordError } from '../errors.ts';
import type { Context } from './context.ts';
import { failed, type NotAuthorized } from './problems.ts';

/**
 * Does what a mutation does, where the actor has the role; else answers why not. Every mutation goes through here. Afterwards the
 * request reads anew: fields beside it may have read what it changed.
 */
export async function mutate<R>(
  context: Context,
  role: Role,
  work: (actor: Actor) => Promise<R>,
): Promise<R | NotAuthorized> {
  const actor = requireRole(context, role);
  if ('failed' in actor) return actor;
  try {
    return await work(actor);
  } finally {
    context.loaders.clear();
  }
}

/** The actor of a query that takes a role; NOT_AUTHORIZED for others. A query has no problems in its result. */
export function authorize(context: Pick<Context, 'actor'>, role: Role): Actor {
  const actor = requireRole(context, role);
  if ('failed' in actor) throw new OnrecordError(actor.code, actor.message);
  return actor;
}

/** The actor, where it may do what takes this role; else what is to be answered. */
export function requireRole({ actor }: Pick<Context, 'actor'>, role: Role): Actor | NotAuthorized {
  if (actor !== null && mayActAs(actor.role, role)) return actor;
  const needed = `This takes a token of the role ${role} or above`;
  const message =
    actor === null
      ? `${needed}, sent as "Authorization: Bearer TOKEN". "onrecord token NAME ${role}" makes one, and the setting ONRECORD_TOKENS tells the server of it; without any the server is read-only.`
      : `${needed}; that of ${actor.name} has the role ${actor.role}.`;
  return failed('NotAuthorized', { message, code: 'NOT_AUTHORIZED' });
}
