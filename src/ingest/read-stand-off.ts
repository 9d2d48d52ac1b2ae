import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { invalidInput, OnrecordError } from '../errors.ts';
import { MAX_TEXT_LENGTH } from './annotation.ts';
import type { ArticleMetadata } from './article-text.ts';
import { fromBrat } from './extractors/brat.ts';
import { decode, MAX_DOCUMENT_BYTES, type Reader, unreadable } from './read-documents.ts';
import { reasonOf } from './read-paths.ts';
import { MAX_TEXT_BYTES, metadataBeside } from './read-texts.ts';

/**
 * The file is a stand-off file of brat, `talks.ann`, about the plain text beside it, `talks.txt`; what is known of that is read as
 * `textReader` does. The run counts as started when the file was last changed, so that the same file is the same run again.
 */
export function standOffReader(given: Partial<ArticleMetadata>): Reader {
  return async function* (file, chunks) {
    const held: Buffer[] = [];
    let end = 0;
    const failed = (error: OnrecordError) => ({ found: { file, line: null, error }, end, nextLine: null });
    for await (const chunk of chunks) {
      end += chunk.length;
      if (end > MAX_DOCUMENT_BYTES) {
        yield failed(unreadable(`the file is longer than ${MAX_DOCUMENT_BYTES / 1_000_000} MB`));
        return;
      }
      held.push(chunk);
    }
    try {
      const annotations = decode(Buffer.concat(held), 'file');
      const article = await textBeside(file);
      const metadata = { ...(await metadataBeside(file)), ...given };
      const startedAt = await changedAt(file);
      const { document, refused } = fromBrat(article, annotations, metadata, { startedAt });
      const text = JSON.stringify(document);
      const bytes = Buffer.byteLength(text);
      yield {
        found: { file, line: null, text, value: document, leftOut: refused, bytes },
        end,
        nextLine: null,
      };
    } catch (error) {
      if (!(error instanceof OnrecordError)) throw error;
      yield failed(error);
    }
  };
}

async function textBeside(file: string): Promise<string> {
  const path = join(dirname(file), `${basename(file, extname(file))}.txt`);
  let bytes: Buffer;
  try {
    const { size } = await stat(path);
    if (size > MAX_TEXT_BYTES)
      throw unreadable(`${path} is too long: an article has at most ${MAX_TEXT_LENGTH} UTF-16 units`);
    bytes = await readFile(path);
  } catch (cause) {
    if (cause instanceof OnrecordError) throw cause;
    const reason = `the text that it annotates has to stand beside it, as ${path}: ${reasonOf(cause)}`;
    throw invalidInput(`Cannot be read: ${reason}.`, [{ pointer: '', reason }]);
  }
  return decode(bytes, `text ${path}`);
}

async function changedAt(file: string): Promise<Date> {
  try {
    return (await stat(file)).mtime;
  } catch (cause) {
    throw unreadable(reasonOf(cause));
  }
}
