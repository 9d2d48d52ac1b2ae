import { DOCUMENTS, RECORDED, WITHDRAWN } from './claims.ts';
import { saidIn } from './oracle.ts';

/** The statements of `claims.ts` that stand now, by words that are their own. */
export const SAID = saidIn(
  DOCUMENTS.map((document) => {
    const article = document.article.key ?? '';
    return {
      document,
      article,
      nameOf: ({ name }) => name,
      recordedAt: RECORDED[article] ?? '',
      current: true,
    };
  }),
).filter(({ words }) => words !== WITHDRAWN);
