import type { EntityType } from '../entity/model.ts';

/**
 * The form in which keys are looked up by what they are called: an entity of one type never has the name of one of another. "Foreign
 * minister" is a name within one country, so an office's has the ids of the entities whose it is and where it is sent.
 */
export function nameText(
  type: EntityType,
  folded: string,
  office: { readonly ofId: string | null; readonly accreditedId: string | null } = NO_OFFICE,
): string {
  const parts = type === 'POSITION' ? [office.ofId ?? '', office.accreditedId ?? ''] : [];
  return [type, folded, ...parts].join(SEPARATOR);
}

/** The folded name in what `nameText` made. */
export function foldedIn(text: string): string {
  return text.split(SEPARATOR)[1] ?? '';
}

/** Names have no control characters. */
const SEPARATOR = '\n';
const NO_OFFICE = { ofId: null, accreditedId: null };
