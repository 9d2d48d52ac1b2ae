import { OnrecordError } from '../errors.ts';
import { failed, type InvalidAnnotation, type NotFound, problemsOf } from '../graphql/problems.ts';

/** What is wrong with the annotation, or ambiguous; an input that cannot be read is an error of the request. */
export function inputFailureOf(error: OnrecordError): InvalidAnnotation | NotFound | null {
  const isInvalid =
    error.code === 'AMBIGUOUS' || (error.code === 'INVALID_INPUT' && 'problems' in error.details);
  if (isInvalid) return { ...failed('InvalidAnnotation', error), at: problemsOf(error) };
  return error.code === 'NOT_FOUND' ? failed('NotFound', error) : null;
}

/** The candidates go into the reason, where the answer of a mutation has room for them. */
export function ambiguousAt(pointer: string, error: OnrecordError): OnrecordError {
  const { candidates = [] } = error.details as { readonly candidates?: readonly Candidate[] };
  const shown = candidates.map(
    ({ id, name, description }) => `${id} (${[name, description].filter(Boolean).join(', ')})`,
  );
  const problems = [{ pointer, reason: `could be ${shown.join('; ')}: give one of these ids` }];
  return new OnrecordError('AMBIGUOUS', error.message, { details: { ...error.details, problems } });
}

interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
}
