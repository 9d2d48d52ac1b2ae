/** The kinds of thing the graph knows; also the GraphQL enum `EntityType`. */
export const ENTITY_TYPES = [
  'PERSON',
  'ORGANIZATION',
  'COUNTRY',
  'PLACE',
  'TREATY',
  'EVENT',
  'POSITION',
  'UNNAMED_SOURCE',
] as const;

export type EntityType = (typeof ENTITY_TYPES)[number];

/** The GraphQL type, and so the id prefix, of each. */
export const ENTITY_NODE_TYPES = {
  PERSON: 'Person',
  ORGANIZATION: 'Organization',
  COUNTRY: 'Country',
  PLACE: 'Place',
  TREATY: 'Treaty',
  EVENT: 'Event',
  POSITION: 'Position',
  UNNAMED_SOURCE: 'UnnamedSource',
} as const satisfies Record<EntityType, string>;

/** An entity as every query returns it: one flat row, attributes of other types null. */
export interface Entity {
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  /** Sorted; without the name itself. */
  readonly aliases: readonly string[];
  readonly description: string | null;
  readonly qid: string | null;
  /** UnnamedSource: the article's words for it. */
  readonly descriptor: string | null;
  /** UnnamedSource: the one article that has it. */
  readonly articleId: string | null;
  /** Organization: publishes articles, or an article calls it a paper, an agency, a channel. */
  readonly isOutlet: boolean;
  /** Treaty, as EDTF. */
  readonly signedOn: string | null;
  /** Treaty, as EDTF. */
  readonly inForceUntil: string | null;
  /** Event, as EDTF. */
  readonly heldOn: string | null;
}
