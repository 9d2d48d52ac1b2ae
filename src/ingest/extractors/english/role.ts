import type { Mention } from './referent.ts';
import type { RoleHead } from './role-heads.ts';

/** A noun phrase for people by what they are: "a senior fellow at the Hudson Institute", "the two presidents". */
export interface Role {
  /** Of the whole phrase, in tokens, up to, but without, `last`. */
  readonly first: number;
  readonly last: number;
  readonly head: RoleHead;
  /** The first token of the head. */
  readonly at: number;
  /** Where the words of the office begin: behind determiner, owner, adjectives and names. */
  readonly core: number;
  readonly determiner: 'a' | 'none' | 'owner' | 'the';
  /** Names within it: before the head, and in the phrases after it, with the preposition that leads to each. */
  readonly before: readonly Mention[];
  readonly after: readonly Linked[];
  readonly number: number | null;
  readonly isFormer: boolean;
  /** "deputy prime minister", "vice chancellor" */
  readonly isDeputy: boolean;
}

export interface Linked {
  readonly mention: Mention;
  readonly by: string;
  /** It only says whose the thing is that follows: "head of Norway's central bank". */
  readonly isOwner: boolean;
}
