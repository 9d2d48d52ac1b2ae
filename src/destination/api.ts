import { ERROR_CODES, type ErrorCode, type ErrorDetails, OnrecordError } from '../errors.ts';
import { type Clock, PassingFailure, REAL_CLOCK, withRetries } from './retry.ts';

/** Milliseconds for one request; more than the server gives itself. */
const REQUEST_MS = 120_000;

const ACCEPT = 'application/graphql-response+json, application/json';
/** The server, or what stands before it, is there but cannot answer now. */
const NOT_NOW: ReadonlySet<number> = new Set([429, 502, 503, 504]);
/** As far as a server has got, trying again may help. */
const PASSING: ReadonlySet<ErrorCode> = new Set(['UNAVAILABLE', 'TIMEOUT']);
/** No server is there, or it went away in the midst of a request. */
const NO_SERVER: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
]);

export interface ApiOptions {
  /** As `endpointOf` makes it. */
  readonly endpoint: string;
  readonly token: string | null;
  /** What the token is for, in messages; to write unless given. */
  readonly purpose?: string;
  /** Told of each failure after which a request is sent again. */
  readonly onRetry?: (failure: OnrecordError) => void;
  readonly clock?: Clock;
}

/** The GraphQL API of a running server. */
export class Api {
  readonly #endpoint: string;
  readonly #token: string | null;
  readonly #purpose: string;
  readonly #onRetry: (failure: OnrecordError) => void;
  readonly #clock: Clock;

  constructor({ endpoint, token, purpose = 'write', onRetry = () => {}, clock = REAL_CLOCK }: ApiOptions) {
    this.#endpoint = endpoint;
    this.#token = token;
    this.#purpose = purpose;
    this.#onRetry = onRetry;
    this.#clock = clock;
  }

  /**
   * The data of an answer. A request may be sent more than once: it must do no more the second time. An error of a field throws with its
   * code. UNAVAILABLE: no server, or it fails. NOT_AUTHORIZED: it wants another token. NOT_FOUND: it has no such API.
   */
  ask<Data>(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    signal?: AbortSignal,
  ): Promise<Data> {
    const body = JSON.stringify({ query, variables });
    const options = { clock: this.#clock, signal, onRetry: this.#onRetry };
    return withRetries(() => this.#send<Data>(body), options);
  }

  /** What to say to a user whose token is missing, unknown or may not do it; `said` is what the server says. */
  notAuthorized(said: string | undefined): OnrecordError {
    const message =
      this.#token === null
        ? `${this.#server} wants a token. Set ONRECORD_TOKEN to one that may ${this.#purpose}, or give --token-file.`
        : `${this.#server} does not let this token ${this.#purpose}${said === undefined ? '.' : `: ${said}`}`;
    return new OnrecordError('NOT_AUTHORIZED', message);
  }

  async #send<Data>(body: string): Promise<Data> {
    const response = await this.#fetch(body);
    const { status, headers } = response;
    const answer = parse(response.text);
    const [error] = answer?.errors ?? [];
    if (status === 401 || status === 403) throw this.notAuthorized(error?.message);
    if (NOT_NOW.has(status)) {
      const failure = new OnrecordError(
        'UNAVAILABLE',
        `${this.#server} cannot answer now (status ${status}).`,
      );
      throw new PassingFailure(failure, retryAfter(headers.get('retry-after')));
    }
    if (status === 413) {
      throw new OnrecordError('LIMIT_EXCEEDED', `${this.#server} takes no request as long as this.`);
    }
    const location = headers.get('location');
    if (location !== null && status >= 300 && status < 400) throw this.#noApi(`it leads on to ${location}`);
    if (error !== undefined) throw this.#failureOf(error);
    if (status >= 500) throw new OnrecordError('UNAVAILABLE', `${this.#server} fails (status ${status}).`);
    if (answer?.data == null) throw this.#noApi(`it answers with status ${status} and ${kindOf(headers)}`);
    return answer.data as Data;
  }

  async #fetch(body: string): Promise<{ status: number; headers: Headers; text: string }> {
    try {
      const response = await fetch(this.#endpoint, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: ACCEPT,
          ...(this.#token !== null && { authorization: `Bearer ${this.#token}` }),
        },
        body,
        // Another address is for the user to name: the token is meant for this one.
        redirect: 'manual',
        signal: AbortSignal.timeout(REQUEST_MS),
      });
      return { status: response.status, headers: response.headers, text: await response.text() };
    } catch (cause) {
      throw this.#unreachable(cause);
    }
  }

  get #server(): string {
    return `The server at ${this.#endpoint}`;
  }

  #unreachable(cause: unknown): Error {
    if (cause instanceof DOMException && cause.name === 'TimeoutError') {
      return new OnrecordError(
        'UNAVAILABLE',
        `${this.#server} did not answer in ${REQUEST_MS / 1_000} seconds.`,
      );
    }
    const code = networkCode(cause);
    if (code === null) return cause instanceof Error ? cause : new Error(String(cause));
    const isGone = NO_SERVER.has(code);
    const message = isGone
      ? `No server answers at ${this.#endpoint} (${code}). Is it running, and is that its address?`
      : `${this.#endpoint} cannot be reached (${code}).`;
    const failure = new OnrecordError('UNAVAILABLE', message, { cause });
    return isGone ? new PassingFailure(failure) : failure;
  }

  #noApi(reason: string): OnrecordError {
    return new OnrecordError(
      'NOT_FOUND',
      `${this.#endpoint} is not the API of an Onrecord server of this version: ${reason}.`,
    );
  }

  #failureOf({ message, path, extensions }: AnsweredError): Error {
    const { code: given, errorId, ...details } = extensions ?? {};
    const code = ERROR_CODES.find((each) => each === given);
    if (code === 'NOT_AUTHORIZED') return this.notAuthorized(message);
    if (code !== undefined && PASSING.has(code)) {
      return new PassingFailure(new OnrecordError(code, `${this.#server} says: ${message}`));
    }
    if (code === 'INTERNAL') {
      const where = typeof errorId === 'string' ? ` Its log has more under ${errorId}.` : '';
      return new OnrecordError('UNAVAILABLE', `${this.#server} fails: ${message}${where}`);
    }
    // Without a path the request itself was refused, which is not about what is in it.
    if (code === undefined || path === undefined) return this.#noApi(`it says "${message}"`);
    return new OnrecordError(code, message, { details: details as ErrorDetails });
  }
}

interface AnsweredError {
  readonly message: string;
  readonly path?: readonly unknown[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

function parse(text: string): { readonly data?: unknown; readonly errors?: readonly AnsweredError[] } | null {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' ? value : null;
  } catch {
    // It is some other server; what is told of it are the status and the type.
    return null;
  }
}

function kindOf(headers: Headers): string {
  return headers.get('content-type')?.split(';')[0] ?? 'no content type';
}

/** Milliseconds of a Retry-After, which has seconds or a date. */
function retryAfter(value: string | null): number | null {
  if (value === null) return null;
  const ms = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}

/** What the system says of a connection that failed; null where the failure is another one. */
function networkCode(error: unknown): string | null {
  const { cause } = error instanceof Error ? error : { cause: undefined };
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : null;
}
