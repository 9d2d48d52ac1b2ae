import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { type ErrorCode, OnrecordError } from '../errors.ts';

/** Called once for each failure that an operator should know of; `error` is what was thrown, with its cause. */
export type ReportError = (errorId: string, error: unknown) => void;

/** Names that yoga and graphql-tools give to bad requests; clients meet only our closed list and graphql's two. */
const OWN_CODES: Readonly<Record<string, ErrorCode>> = {
  BAD_REQUEST: 'INVALID_INPUT',
  BAD_USER_INPUT: 'INVALID_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'INVALID_INPUT',
  REQUEST_ENTITY_TOO_LARGE: 'LIMIT_EXCEEDED',
};

/** For failures before a query runs, such as of the context; failures of fields are part of an answer and have status 200. */
const HTTP_STATUS: Readonly<Record<ErrorCode, number>> = {
  INVALID_INPUT: 400,
  INVALID_CURSOR: 400,
  AMBIGUOUS: 400,
  NOT_FOUND: 404,
  CONFLICT: 409,
  NOT_AUTHORIZED: 403,
  LIMIT_EXCEEDED: 400,
  UNAVAILABLE: 503,
  TIMEOUT: 504,
  INTERNAL: 500,
};

/** UTF-16 units of a message that graphql made, and of a text that it repeats. */
const MAX_MESSAGE = 2_000;
const MAX_TEXT = 80;

/** The server's trouble rather than the caller's: reported, and answered with the id under which the log has it. */
const REPORTED: ReadonlySet<ErrorCode> = new Set(['UNAVAILABLE', 'TIMEOUT', 'INTERNAL']);

/**
 * The one place where failures become GraphQL errors: yoga's `maskError`. Expected failures keep message, code and details;
 * of the unexpected, clients see an id only.
 */
export function createErrorMask(report: ReportError): (error: unknown) => GraphQLError {
  // One failed batch reaches here once for each parent that waited for it.
  const reported = new WeakMap<object, string>();

  function idOf(error: unknown): string {
    const known = error instanceof Object ? reported.get(error) : undefined;
    if (known !== undefined) return known;
    const errorId = randomUUID();
    if (error instanceof Object) reported.set(error, errorId);
    report(errorId, error);
    return errorId;
  }

  function mapped(error: OnrecordError, at: GraphQLError | undefined): GraphQLError {
    if (error.code === 'INTERNAL') return unexpected(error, at);
    const errorId = REPORTED.has(error.code) ? { errorId: idOf(error) } : {};
    const http = at === undefined ? { http: { status: HTTP_STATUS[error.code] } } : {};
    return located(error.message, { ...error.details, ...errorId, code: error.code, ...http }, at);
  }

  function unexpected(error: unknown, at: GraphQLError | undefined): GraphQLError {
    // Yoga reads `unexpected` to answer 500 where there is no data, and takes it out again.
    const extensions = { code: 'INTERNAL', errorId: idOf(error), unexpected: true };
    return located('Unexpected error.', extensions, at);
  }

  return (error) => {
    if (!(error instanceof GraphQLError)) {
      return error instanceof OnrecordError ? mapped(error, undefined) : unexpected(error, undefined);
    }
    const cause = innermost(error);
    if (cause instanceof OnrecordError) return mapped(cause, error);
    // Without a path it comes from coercing variables: graphql wraps what a scalar throws, and its text is about the input.
    if (!(cause instanceof GraphQLError) && error.path !== undefined) return unexpected(cause, error);
    return located(shortened(error.message), { ...error.extensions, code: codeOf(error) }, error);
  };
}

/** What was thrown, under the layers in which graphql wrapped it. */
function innermost(error: GraphQLError): Error {
  const original = error.originalError ?? error;
  return original instanceof GraphQLError && original !== error ? innermost(original) : original;
}

function codeOf(error: GraphQLError): string {
  const { code } = error.extensions;
  if (typeof code !== 'string') return 'INVALID_INPUT' satisfies ErrorCode;
  return OWN_CODES[code] ?? code;
}

/** graphql repeats the whole value of a variable that is wrong, in JSON; the texts in it, which may be documents, are cut. */
function shortened(message: string): string {
  if (message.length <= MAX_MESSAGE) return message;
  const pieces: string[] = [];
  let at = 0;
  for (let quote = message.indexOf('"'); quote >= 0; quote = message.indexOf('"', at)) {
    const end = endOfText(message, quote);
    const text = message.slice(quote + 1, end);
    pieces.push(
      message.slice(at, quote + 1),
      text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text,
      '"',
    );
    at = end + 1;
  }
  const short = pieces.join('') + message.slice(at);
  // Of very many texts the beginning and the end are enough.
  if (short.length <= MAX_MESSAGE) return short;
  return `${short.slice(0, MAX_MESSAGE / 2)} … ${short.slice(-MAX_MESSAGE / 2)}`;
}

/** Where the closing quotation mark of a JSON text stands; the end of the message where there is none. */
function endOfText(message: string, quote: number): number {
  let at = quote + 1;
  while (at < message.length && message[at] !== '"') at += message[at] === '\\' ? 2 : 1;
  return at;
}

/** Without `originalError`: yoga would take the error for an unexpected one and drop its code. */
function located(
  message: string,
  extensions: Record<string, unknown>,
  at: GraphQLError | undefined,
): GraphQLError {
  // What a parser or library said of a bad body.
  const { originalError: _, ...shown } = extensions;
  return new GraphQLError(message, {
    nodes: at?.nodes ?? null,
    source: at?.source ?? null,
    positions: at?.positions ?? null,
    path: at?.path ?? null,
    extensions: shown,
  });
}
