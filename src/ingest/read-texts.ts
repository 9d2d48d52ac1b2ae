import { readFile } from 'node:fs/promises';
import { OnrecordError } from '../errors.ts';
import { MAX_TEXT_LENGTH } from './annotation.ts';
import { type ArticleMetadata, readMetadata } from './article-text.ts';
import { parseDocument } from './json.ts';
import { metadataPath } from './metadata-path.ts';
import { decode, type Reader, unreadable } from './read-documents.ts';
import { DOCUMENT_READERS, type Readers, reasonOf, STDIN_NAME } from './read-paths.ts';

/** UTF-8 has at most three for a UTF-16 unit. A text that is too long but shorter than that is refused as what it is. */
export const MAX_TEXT_BYTES = 3 * MAX_TEXT_LENGTH;

/**
 * The file is the plain text of an article. What is known of it stands in the file `metadataPath` where there is one, and `given` comes
 * before that.
 */
export function textReader(given: Partial<ArticleMetadata>): Reader {
  return async function* (file, chunks) {
    const held: Buffer[] = [];
    let end = 0;
    const failed = (error: OnrecordError) => ({ found: { file, line: null, error }, end, nextLine: null });
    for await (const chunk of chunks) {
      end += chunk.length;
      if (end > MAX_TEXT_BYTES) {
        const limit = `${MAX_TEXT_BYTES / 1_000_000} MB, and an article has at most ${MAX_TEXT_LENGTH} UTF-16 units`;
        yield failed(unreadable(`the text is longer than ${limit}`));
        return;
      }
      held.push(chunk);
    }
    try {
      const text = decode(Buffer.concat(held), 'file');
      const article = { ...(await metadataBeside(file)), ...given, text };
      yield { found: { file, line: null, text, value: null, article, bytes: end }, end, nextLine: null };
    } catch (error) {
      if (!(error instanceof OnrecordError)) throw error;
      yield failed(error);
    }
  };
}

/** How an article with what is known of it apart from its text is read: as its text alone, or as annotations of it. */
export interface ArticleReaders {
  readonly text: Reader;
  readonly standOff: Reader;
}

/** Documents, stand-off files, and the plain texts that are named; `everywhere`, also those of folders, and standard input is one. */
export function withTexts({ text: read, standOff }: ArticleReaders, everywhere: boolean): Readers {
  const { byEnding, inFolders, others, stdin } = DOCUMENT_READERS;
  const found = [...inFolders, '.ann'];
  return {
    byEnding: { ...byEnding, '.txt': read, '.ann': standOff },
    inFolders: everywhere ? [...found, '.txt'] : found,
    others,
    stdin: everywhere ? read : stdin,
    ...(!everywhere && { hint: '; --text takes its *.txt files, too' }),
  };
}

/** Plain texts only, whatever they are called, but for stand-off files that are named. */
export function onlyTexts({ text: read, standOff }: ArticleReaders): Readers {
  return { byEnding: { '.txt': read, '.ann': standOff }, inFolders: ['.txt'], others: read, stdin: read };
}

/** What stands in the file `metadataPath`; nothing where there is none. */
export async function metadataBeside(file: string): Promise<Partial<ArticleMetadata>> {
  if (file === STDIN_NAME) return {};
  const path = metadataPath(file);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return {};
    throw unreadable(`${path}: ${reasonOf(cause)}`);
  }
  return readMetadata(parseDocument(text), path);
}
