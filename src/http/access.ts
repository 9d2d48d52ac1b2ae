import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Authenticate } from '../access/authenticate.ts';
import type { Actor } from '../access/role.ts';
import type { ErrorCode } from '../errors.ts';
import type { Log } from '../observability/log.ts';
import { sendJson } from './pages.ts';

/** A request that may go on, and whose it is. */
export interface Admitted {
  /** Null for anybody, who sent no token. */
  readonly actor: Actor | null;
}

/**
 * Lets a request in, or answers it with 401 and returns null: before its body is read, and whatever it asks for, so that nobody goes on
 * as a stranger without knowing. Reading is open to anybody; to close it, an `actor` that is null would be refused here.
 */
export function admit(
  request: IncomingMessage,
  response: ServerResponse,
  { authenticate, log }: { readonly authenticate: Authenticate; readonly log: Log },
): Admitted | null {
  const { authorization } = request.headersDistinct;
  const authentication = authenticate(authorization);
  if ('actor' in authentication) return authentication;
  log.debug({ url: request.url, from: request.socket.remoteAddress }, 'a token was refused');
  const code: ErrorCode = 'NOT_AUTHORIZED';
  response.setHeader('WWW-Authenticate', 'Bearer realm="onrecord", error="invalid_token"');
  // In the form of a GraphQL answer, which clients of the API know how to read.
  sendJson(response, 401, { errors: [{ message: authentication.refusal, extensions: { code } }] });
  return null;
}
