import type { EvidenceRole } from '../evidence/model.ts';
import type { AnnotatedSpan } from './annotation.ts';
import type { RowContext } from './row-context.ts';
import type { EvidenceRow } from './rows.ts';

/** Code points of the text kept on either side of evidence, to find its place again in an edited text. */
const CONTEXT_LENGTH = 32;
/** Digits of a place in a `textKey`; texts have at most a million code points. */
const KEY_DIGITS = 8;

export type SpanProps = Readonly<
  Record<'start' | 'end' | 'startUtf16' | 'endUtf16', number> & { exact: string | null }
>;

/** Words are null where they are not kept. */
export function spanProps(
  { checked: { offsets } }: RowContext,
  { start, end, exact }: AnnotatedSpan,
): SpanProps {
  return { exact: exact ?? null, start, end, startUtf16: offsets.utf16(start), endUtf16: offsets.utf16(end) };
}

/** Sorts by version, then by place in its text. */
export function textKey({ identity }: RowContext, start: number): string {
  return `${identity.versionId}:${String(start).padStart(KEY_DIGITS, '0')}`;
}

export function evidenceRow(
  context: RowContext,
  id: string,
  owner: string,
  role: EvidenceRole,
  order: number,
  span: AnnotatedSpan,
): EvidenceRow {
  const { text } = context.checked;
  const props = {
    id,
    role,
    order,
    ...spanProps(context, span),
    prefix: text?.slice(span.start - CONTEXT_LENGTH, span.start) ?? null,
    suffix: text?.slice(span.end, span.end + CONTEXT_LENGTH) ?? null,
    verdict: 'EXACT',
    versionId: context.identity.versionId,
    runId: context.identity.runId,
    current: context.current,
  };
  return { owner, props };
}
