/** The closed list of codes a client can meet; the same names stand in the GraphQL enum `ErrorCode`. */
export const ERROR_CODES = [
  'INVALID_INPUT',
  'INVALID_CURSOR',
  'AMBIGUOUS',
  'NOT_FOUND',
  'CONFLICT',
  'NOT_AUTHORIZED',
  'LIMIT_EXCEEDED',
  'UNAVAILABLE',
  'TIMEOUT',
  'INTERNAL',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** Facts that help the caller and may be shown to strangers; they become GraphQL `extensions`. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

/**
 * The one base of expected failures. `message` and `details` are safe to show to anyone; `cause` is for the log only.
 * Plain on purpose (no GraphQLError): the GraphQL edge maps it once, in `graphql/errors.ts`.
 */
export class OnrecordError extends Error {
  override readonly name = 'OnrecordError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; details?: ErrorDetails } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.details = options.details ?? {};
  }
}

/** A place in an input document and what is wrong there. `pointer` is a JSON pointer (RFC 6901). */
export interface Problem {
  readonly pointer: string;
  readonly reason: string;
}

/** Bad input with every problem found, in document order. */
export function invalidInput(message: string, problems: readonly Problem[] = []): OnrecordError {
  return new OnrecordError('INVALID_INPUT', message, problems.length > 0 ? { details: { problems } } : {});
}
