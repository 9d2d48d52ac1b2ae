import { basename, dirname, extname, join } from 'node:path';

const TEXT = '.txt';
const METADATA = '.meta.json';

/** The file beside a plain text that says what is known of it: `talks.meta.json` for `talks.txt`. */
export function metadataPath(text: string): string {
  return join(dirname(text), `${basename(text, extname(text))}${METADATA}`);
}

/** The plain text that a file of such a name would be about; null for other names. */
export function textOfMetadata(path: string): string | null {
  return path.endsWith(METADATA) ? `${path.slice(0, -METADATA.length)}${TEXT}` : null;
}
