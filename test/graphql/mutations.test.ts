import { isObjectType, isUnionType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { mayActAs, ROLES, type Role } from '../../src/access/role.ts';
import type { Database } from '../../src/graph/database.ts';
import { schema } from '../../src/graphql/schema.ts';
import { sayingExtractor } from '../support/extracting.ts';
import { answer, ask } from '../support/graphql.ts';

/** Every mutation: the role that it takes, and an input that comes to nothing before the database is asked. */
const MUTATIONS: readonly (readonly [field: string, role: Role, input: string])[] = [
  ['ingestAnnotation', 'write', '{document: "{}"}'],
  ['ingestArticle', 'write', '{text: ""}'],
  ['withdrawStatement', 'review', '{id: "x", reason: "r"}'],
  ['restoreStatement', 'review', '{id: "x", reason: "r"}'],
  ['correctStatement', 'review', '{id: "x", kind: DIRECT, reason: "r"}'],
  ['undoCorrection', 'review', '{decision: "x", reason: "r"}'],
  ['mergeEntities', 'review', '{keep: "x", merge: ["y"], reason: "r"}'],
  ['splitEntities', 'review', '{decision: "x", reason: "r"}'],
  ['importRecord', 'admin', '{record: "{}"}'],
  ['redactArticle', 'admin', '{article: {id: "x"}, reason: "So."}'],
];

const CASES = MUTATIONS.flatMap(([field, needed, input]) =>
  [null, ...ROLES].map((role) => ({ field, needed, input, role: role ?? 'nobody', actorRole: role })),
);

/** Throws whatever it is asked. */
const NO_DATABASE = {} as Database;
const FIELDS = Object.values(schema.getMutationType()?.getFields() ?? {});

interface Outcome {
  readonly outcome: { readonly __typename: string; readonly message: string; readonly code: string };
}

describe('a mutation', () => {
  test('has its role in the table of this test', () => {
    expect(MUTATIONS.map(([field]) => field).toSorted()).toEqual(FIELDS.map(({ name }) => name).toSorted());
  });

  test.each(CASES)('$field with the role $role', async ({ field, needed, input, actorRole }) => {
    const actor = actorRole === null ? null : { name: 'ann', role: actorRole };
    const source = `mutation { outcome: ${field}(input: ${input}) { __typename ... on Problem { message code } } }`;
    if (actorRole !== null && mayActAs(actorRole, needed)) {
      // What cannot be read at all is an error of the request.
      const { data, failures } = await ask(NO_DATABASE, source, {}, actor, sayingExtractor());
      const { outcome } = (data ?? {}) as Partial<Outcome>;
      expect(outcome?.code ?? failures[0]?.code).toBe('INVALID_INPUT');
      return;
    }
    const { outcome } = await answer<Outcome>(NO_DATABASE, source, {}, actor);
    expect(outcome).toMatchObject({ __typename: 'NotAuthorized', code: 'NOT_AUTHORIZED' });
    expect(outcome.message).toContain(`a token of the role ${needed} or above`);
    // Who has none is told how to come by one.
    const hint = actorRole === null ? 'ONRECORD_TOKENS' : `that of ann has the role ${actorRole}`;
    expect(outcome.message).toContain(hint);
  });

  test.each(FIELDS)(
    '$name answers expected failures as data, not being authorized among them',
    ({ type, args }) => {
      expect(args.map(({ name }) => name)).toEqual(['input']);
      const result = 'ofType' in type ? type.ofType : type;
      if (!isUnionType(result)) throw new Error(`${result} is no union`);
      const members = result.getTypes();
      expect(members.map(({ name }) => name)).toContain('NotAuthorized');
      const isProblem = (member: (typeof members)[number]) =>
        isObjectType(member) && member.getInterfaces().some(({ name }) => name === 'Problem');
      expect(members.filter((member) => !isProblem(member))).toHaveLength(1);
    },
  );
});
