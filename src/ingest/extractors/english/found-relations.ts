import type { RelationType } from '../../../relation/model.ts';
import type { Range } from './reading.ts';
import type { Referent } from './referent.ts';

/** A relation with every stretch of the text that says it; with a reference in their place where the text does not. */
export interface FoundRelation {
  readonly type: RelationType;
  readonly from: Referent;
  readonly to: Referent;
  readonly evidence: Range[];
  readonly reference: string | null;
}

/** Relations, each once. */
export class FoundRelations {
  readonly #byKey = new Map<Referent, Map<string, FoundRelation[]>>();
  readonly #all: FoundRelation[] = [];

  get all(): readonly FoundRelation[] {
    return this.#all;
  }

  has(type: RelationType, from: Referent, to: Referent): boolean {
    return this.#find(type, from, to) !== undefined;
  }

  add(type: RelationType, from: Referent, to: Referent, evidence: Range): void {
    if (from === to) return;
    const known = this.#find(type, from, to);
    if (known === undefined) this.#put({ type, from, to, evidence: [evidence], reference: null });
    else if (known.evidence.every(({ start, end }) => start !== evidence.start || end !== evidence.end))
      known.evidence.push(evidence);
  }

  /** What is known apart from the text; unless the text says it. */
  addBackground(type: RelationType, from: Referent, to: Referent, reference: string): void {
    if (!this.has(type, from, to)) this.#put({ type, from, to, evidence: [], reference });
  }

  #find(type: RelationType, from: Referent, to: Referent): FoundRelation | undefined {
    return this.#byKey
      .get(from)
      ?.get(type)
      ?.find((relation) => relation.to === to);
  }

  #put(relation: FoundRelation): void {
    const types = this.#byKey.get(relation.from) ?? new Map<string, FoundRelation[]>();
    this.#byKey.set(relation.from, types);
    const same = types.get(relation.type);
    if (same === undefined) types.set(relation.type, [relation]);
    else same.push(relation);
    this.#all.push(relation);
  }
}
