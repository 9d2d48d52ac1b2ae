import type { EntityType } from '../entity/model.ts';
import { foldName } from '../text/fold.ts';

/** What documents say of one entity, as its node holds it. */
export interface EntityFacts {
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  readonly sortName: string;
  /** The `namingKey` of the name: the least one. */
  readonly namedBy: string;
  /** Sorted; without the name itself. */
  readonly aliases: readonly string[];
  readonly description: string | null;
  readonly qid: string | null;
  /** Organizations only. */
  readonly isOutlet: boolean | null;
  readonly signedOn: string | null;
  readonly inForceUntil: string | null;
  readonly heldOn: string | null;
  /** Unnamed sources only. */
  readonly descriptor: string | null;
  readonly articleId: string | null;
  /** Whether it is what current runs say; if none speaks of the entity, it is what all say. */
  readonly attested: boolean;
}

/** Sorts: documents made by hand name before those made by tools, earlier articles before later ones and undated ones; of the same date the first name in order. */
export function namingKey(method: string, dateKey: string | null, name: string): string {
  return `${method === 'HAND' ? 0 : 1} ${dateKey ?? 'undated'} ${name}`;
}

/** Both together: the same whichever came first. */
export function unite(a: EntityFacts, b: EntityFacts): EntityFacts {
  const { name, namedBy, descriptor } = a.namedBy <= b.namedBy ? a : b;
  return {
    id: a.id,
    type: a.type,
    name,
    sortName: foldName(name),
    namedBy,
    aliases: aliasesOf(name, [a.name, ...a.aliases, b.name, ...b.aliases]),
    description: fuller(a.description, b.description),
    qid: a.qid ?? b.qid,
    isOutlet: a.isOutlet === null ? b.isOutlet : a.isOutlet || b.isOutlet === true,
    signedOn: fuller(a.signedOn, b.signedOn),
    inForceUntil: fuller(a.inForceUntil, b.inForceUntil),
    heldOn: fuller(a.heldOn, b.heldOn),
    descriptor,
    articleId: a.articleId ?? b.articleId,
    attested: a.attested && b.attested,
  };
}

export function aliasesOf(name: string, names: readonly string[]): string[] {
  const others = new Set(names);
  others.delete(name);
  return [...others].toSorted();
}

/** The longer text, as a day tells more than its year; of equally long ones the first in order. */
function fuller(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  if (a.length !== b.length) return a.length > b.length ? a : b;
  return a < b ? a : b;
}
