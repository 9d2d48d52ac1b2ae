import { builder, enumOf } from '../graphql/builder.ts';
import { NodeRef, registerNodes } from '../graphql/node.ts';
import type { Anchor, Evidence } from './model.ts';
import { evidenceById } from './store.ts';

export const EvidenceRoleEnum = enumOf('EvidenceRole', 'What the words of a piece of evidence do.', {
  SOURCE: 'They name who said it.',
  CUE: 'They say that it was said: "told", "according to", "offer".',
  CONTENT: 'They are what was said.',
  ADDRESSEE: 'They name whom it was said to.',
  RELATION: 'They state a relation between entities.',
});

const EvidenceVerdictEnum = enumOf(
  'EvidenceVerdict',
  'How the words compare with the text they point into.',
  {
    EXACT: 'The text has these words at this place.',
    NORMALIZED: 'The text has them but for typography: quotation marks, dashes, spaces.',
    MOVED: 'The text has them at another place than before.',
    ALTERED: 'The text has similar words there.',
    NOT_FOUND: 'The text no longer has them.',
  },
);

export const AnchorRef = builder.objectRef<Anchor>('EvidenceAnchor').implement({
  description: 'Where evidence of an earlier version of an article stands in the current one.',
  fields: (t) => ({
    verdict: t.field({
      type: EvidenceVerdictEnum,
      description:
        'What has become of the words. Where they are NOT_FOUND, all other fields but the version are null.',
      resolve: ({ verdict }) => verdict,
    }),
    start: t.exposeInt('start', { nullable: true, description: 'First code point.' }),
    end: t.exposeInt('end', { nullable: true, description: 'One past the last code point.' }),
    startUtf16: t.exposeInt('startUtf16', { nullable: true, description: 'First UTF-16 unit.' }),
    endUtf16: t.exposeInt('endUtf16', { nullable: true, description: 'One past the last UTF-16 unit.' }),
    exact: t.exposeString('exact', { nullable: true, description: 'The words that stand there now.' }),
  }),
});

export const EvidenceRef = builder.objectRef<Evidence>('Evidence').implement({
  description:
    "A stretch of an article version. Offsets are zero-based and half-open and count Unicode code points of the version's text; the UTF-16 pair is for JavaScript.",
  interfaces: [NodeRef],
  fields: (t) => ({
    role: t.field({
      type: EvidenceRoleEnum,
      description: 'What the words do.',
      resolve: ({ role }) => role,
    }),
    order: t.exposeInt('order', {
      description: 'Place among the pieces of the same role, from 0: content may stand in several pieces.',
    }),
    exact: t.exposeString('exact', {
      nullable: true,
      description: 'The words themselves; null where the text may not be kept.',
    }),
    prefix: t.exposeString('prefix', {
      nullable: true,
      description: 'Up to 32 code points before them; null where the text may not be kept.',
    }),
    suffix: t.exposeString('suffix', {
      nullable: true,
      description: 'Up to 32 code points after them; null where the text may not be kept.',
    }),
    start: t.exposeInt('start', { description: 'First code point.' }),
    end: t.exposeInt('end', { description: 'One past the last code point.' }),
    startUtf16: t.exposeInt('startUtf16', { description: 'First UTF-16 unit.' }),
    endUtf16: t.exposeInt('endUtf16', { description: 'One past the last UTF-16 unit.' }),
    verdict: t.field({
      type: EvidenceVerdictEnum,
      description: 'Whether the version has these words there.',
      resolve: ({ verdict }) => verdict,
    }),
    anchor: t.field({
      type: AnchorRef,
      nullable: true,
      description:
        "Where it stands in the article's current version, which the article was edited to; null where that is its own version, or where a text may not be kept.",
      resolve: ({ anchor }) => anchor,
    }),
  }),
});

registerNodes(['Evidence'], { name: 'evidence.byId', fetch: evidenceById });
