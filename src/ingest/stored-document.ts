import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Annotation } from './annotation.ts';
import { canonicalJson } from './identity.ts';

/** A document as its run keeps it: without the text, which its version has. */
export type StoredDocument = Omit<Annotation, 'article' | '$schema' | 'recorded'> & {
  readonly article: Omit<Annotation['article'], 'text'>;
};

/** Canonical JSON, deflated, in base64: about a sixth of the document. */
export function packDocument({
  $schema: _,
  recorded: __,
  article: { text: ___, ...article },
  ...rest
}: Annotation): string {
  return deflateRawSync(canonicalJson({ ...rest, article })).toString('base64');
}

/** What was packed has been checked before. */
export function unpackDocument(packed: string): StoredDocument {
  return JSON.parse(inflateRawSync(Buffer.from(packed, 'base64')).toString('utf8')) as StoredDocument;
}

/** The document with the text of its version, which is null where it is not kept. One whose text is withheld stays so. */
export function restoreDocument(packed: string, text: string | null): Annotation {
  const { article, ...rest } = unpackDocument(packed);
  if (text === null || article.withheld !== undefined) return { ...rest, article };
  return { ...rest, article: { ...article, text } };
}
