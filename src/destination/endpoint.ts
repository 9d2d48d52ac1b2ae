import { invalidInput } from '../errors.ts';

/** Where the API of a server answers. */
const PATH = '/graphql';

/**
 * The address of the API from what a user gives: with `/graphql` where there is no path. INVALID_INPUT for what is none; the message
 * does not repeat it where it has a password.
 */
export function endpointOf(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url !== undefined && (url.username !== '' || url.password !== '')) {
    throw invalidInput(
      'The address of the server has a user or password in it. Give the token in ONRECORD_TOKEN or a file instead.',
    );
  }
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw invalidInput(`"${given}" is not the address of a server. Give one such as http://127.0.0.1:4000.`);
  }
  if (url.pathname === '/') url.pathname = PATH;
  url.hash = '';
  return url.href;
}
