import { type ErrorCode, OnrecordError, type Problem } from '../errors.ts';
import { builder, enumOf } from './builder.ts';

/** An expected failure as a member of a mutation's result: data, and no error of the request. */
export interface Failed<Type extends string = string> {
  /** The GraphQL type; unions and interfaces tell failures from results by it (`typeOfFailed`). */
  readonly failed: Type;
  readonly message: string;
  readonly code: ErrorCode;
}
/** A failure with every place in the input where something is wrong. */
export interface FailedAt<Type extends string = string> extends Failed<Type> {
  readonly at: readonly Problem[];
}
export type NotAuthorized = Failed<'NotAuthorized'>;
export type NotFound = Failed<'NotFound'>;
export type Conflict = Failed<'Conflict'>;
export type InvalidAnnotation = FailedAt<'InvalidAnnotation'>;

const ErrorCodeEnum = enumOf<ErrorCode>(
  'ErrorCode',
  'What kind of failure it is; errors of requests have it in their extensions.',
  {
    INVALID_INPUT: 'What was sent is wrong: the message says what and where.',
    INVALID_CURSOR: 'The cursor is damaged, or of another list.',
    AMBIGUOUS: 'Several entities have the name: the extensions list them.',
    NOT_FOUND: 'Nothing is what was referred to.',
    CONFLICT: 'It contradicts what is in the graph.',
    NOT_AUTHORIZED: 'It takes a token, or one with another role.',
    LIMIT_EXCEEDED: 'More was sent or asked for than is allowed.',
    UNAVAILABLE: 'The database does not answer now: try again later.',
    TIMEOUT: 'It took too long, and was given up.',
    INTERNAL: 'A fault of the server, which has logged it.',
  },
);

export const ProblemRef = builder.interfaceRef<Failed>('Problem').implement({
  description: 'Why a mutation did nothing. What is no such problem is an error of the request.',
  resolveType: ({ failed }) => failed,
  fields: (t) => ({
    message: t.exposeString('message', { description: 'What is wrong, and what to do about it.' }),
    code: t.field({
      type: ErrorCodeEnum,
      description: 'For programs: messages may change.',
      resolve: ({ code }) => code,
    }),
  }),
});

export const RefusalRef = builder.objectRef<Problem>('Refusal').implement({
  description: 'A place in a document, and what is wrong there.',
  fields: (t) => ({
    pointer: t.exposeString('pointer', {
      description: 'JSON pointer (RFC 6901) into the document; empty for the document as a whole.',
    }),
    reason: t.exposeString('reason', { description: 'What is wrong there, and what to do about it.' }),
  }),
});

export const NotAuthorizedRef = builder.objectRef<NotAuthorized>('NotAuthorized').implement({
  description: 'The request came without a token, or with one whose role may not do this.',
  interfaces: [ProblemRef],
});

export const NotFoundRef = builder.objectRef<NotFound>('NotFound').implement({
  description: 'Nothing in the graph is what an id, a QID or a name was given for.',
  interfaces: [ProblemRef],
});

export const ConflictRef = builder.objectRef<Conflict>('Conflict').implement({
  description: 'It contradicts what is in the graph already.',
  interfaces: [ProblemRef],
});

export const InvalidAnnotationRef = builder.objectRef<InvalidAnnotation>('InvalidAnnotation').implement({
  description: 'The annotation breaks rules of its format, or of what annotations mean.',
  interfaces: [ProblemRef],
  fields: (t) => ({
    at: t.field({
      type: [RefusalRef],
      description:
        'Everything that is wrong, in the order of the document; the first 1,000 where there is more.',
      resolve: ({ at }) => [...at],
    }),
  }),
});

/** For the `resolveType` of a union: the type of a failure, else `result` of what it is. */
export function typeOfFailed<R extends object>(value: R | Failed, result: (value: R) => string): string {
  return 'failed' in value ? value.failed : result(value);
}

export function failed<const Type extends string>(
  failed: Type,
  error: { readonly message: string; readonly code: ErrorCode },
): Failed<Type> {
  return { failed, message: error.message, code: error.code };
}

/** What `work` yields, or the failure that `failureOf` makes of an expected error. Where that is null, the error is thrown on. */
export async function orFailed<R, F>(
  work: () => Promise<R>,
  failureOf: (error: OnrecordError) => F | null,
): Promise<R | F> {
  try {
    return await work();
  } catch (error) {
    const failure = error instanceof OnrecordError ? failureOf(error) : null;
    if (failure === null) throw error;
    return failure;
  }
}

/** The problems that an INVALID_INPUT error lists; one for the whole where it lists none. */
export function problemsOf({ details, message }: OnrecordError): readonly Problem[] {
  const { problems } = details as { readonly problems?: readonly Problem[] };
  return problems ?? [{ pointer: '', reason: message }];
}
