import { astralIn } from '../text/astral.ts';
import type { AnnotatedSpan, Annotation } from './annotation.ts';
import type { CheckedAnnotation } from './checked.ts';
import { identityOf } from './identity.ts';
import { quoteOf } from './quoted.ts';

/** Code points of the longest words that are kept of a text that may not be kept, unless told otherwise. */
export const DEFAULT_KEEP = 300;
/** As long as a text can be. */
export const MAX_KEEP = 1_000_000;

/**
 * The document without its text. Of its words stay those of mentions, sources, cues and addressees, and of what is quoted, each at most
 * `keep` code points long; paraphrases and evidence of relations go, and so do words around evidence. Offsets stay. Pure; of what is
 * withheld already more may go, and nothing comes back: to withhold twice is to withhold once with the smaller `keep`.
 */
export function withhold(checked: CheckedAnnotation, keep: number): Annotation {
  const { $schema: _, recorded: __, article, mentions, statements, relations, ...rest } = checked.document;
  const { text, ...about } = article;
  const span = (each: AnnotatedSpan): AnnotatedSpan => kept(each, keep);
  return {
    ...rest,
    article: { ...about, withheld: article.withheld ?? remainsOf(checked, text ?? '') },
    mentions: mentions.map((mention) => kept(mention, keep)),
    statements: statements.map((statement) => {
      const { source, cue, content, addressee, quote: ___, ...others } = statement;
      const quote = quoteOf(checked, statement);
      return {
        ...others,
        source: { ...source, evidence: source.evidence.map(span) },
        cue: { ...cue, evidence: cue.evidence.map(span) },
        content: content.map(statement.kind === 'INDIRECT' ? bare : span),
        ...(quote !== null && quote !== '' && isShort(quote, keep) && { quote }),
        addressee: {
          ...addressee,
          text: addressee.text !== null && isShort(addressee.text, keep) ? addressee.text : null,
          evidence: addressee.evidence.map(span),
        },
      };
    }),
    relations: relations.map((relation) => ({ ...relation, evidence: relation.evidence.map(bare) })),
  };
}

function remainsOf({ document, offsets }: CheckedAnnotation, text: string) {
  const { textSha256: sha256, documentSha256 } = identityOf(document);
  return { sha256, length: offsets.length, astral: astralIn(text), documentSha256 };
}

function kept<T extends AnnotatedSpan>(span: T, keep: number): T {
  return span.end - span.start <= keep ? span : bare(span);
}

function bare<T extends AnnotatedSpan>({ exact: _, ...span }: T): T {
  return span as T;
}

function isShort(words: string, keep: number): boolean {
  // A code point has at most two units.
  return words.length <= keep || (words.length <= 2 * keep && [...words].length <= keep);
}
