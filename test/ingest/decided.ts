import type { Actor } from '../../src/access/role.ts';
import type { Database } from '../../src/graph/database.ts';
import { answer } from '../support/graphql.ts';

export const REVIEWER: Actor = { name: 'rita', role: 'review' };

const DECISION = 'id kind actor at reason entities { id name } undoneBy { id } undoes { id }';
const STATEMENT = `... on Statement {
    id kind acts quote withdrawnAt withdrawnReason
    saidBy { speakers { name } speakingAs { name } onBehalfOf { name } mention { exact } }
    addressee { state text carried entities { name } }
    about { name }
    evidence { role exact }
    decisions { ${DECISION} }
  }`;
const INVALID = '... on InvalidAnnotation { at { pointer reason } }';

/** What is asked for of a result, and the type of the input. */
const FIELDS: Readonly<Record<string, readonly [input: string, selection: string]>> = {
  withdrawStatement: ['WithdrawStatementInput', STATEMENT],
  restoreStatement: ['WithdrawStatementInput', STATEMENT],
  correctStatement: ['CorrectStatementInput', STATEMENT + INVALID],
  undoCorrection: ['UndoCorrectionInput', STATEMENT + INVALID],
  mergeEntities: ['MergeEntitiesInput', `... on Decision { ${DECISION} }`],
  splitEntities: ['SplitEntitiesInput', `... on Decision { ${DECISION} }`],
};

interface Named {
  readonly name: string;
}

export interface DecidedOn {
  readonly id: string;
  readonly kind: string;
  readonly actor: string;
  readonly at: string;
  readonly reason: string;
  readonly entities: readonly Named[];
  readonly undoneBy: { readonly id: string } | null;
  readonly undoes: { readonly id: string } | null;
}

/** Whatever a decision answers: fields that it does not have are undefined. */
export interface Result extends DecidedOn {
  readonly __typename: string;
  readonly message: string;
  readonly code: string;
  readonly at: string & readonly { readonly pointer: string; readonly reason: string }[];
  readonly acts: readonly string[];
  readonly quote: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawnReason: string | null;
  readonly saidBy: {
    readonly speakers: readonly Named[];
    readonly speakingAs: Named | null;
    readonly onBehalfOf: Named | null;
    readonly mention: { readonly exact: string } | null;
  };
  readonly addressee: {
    readonly state: string;
    readonly text: string | null;
    readonly carried: boolean;
    readonly entities: readonly Named[];
  };
  readonly about: readonly Named[];
  readonly evidence: readonly { readonly role: string; readonly exact: string }[];
  readonly decisions: readonly DecidedOn[];
}

/** Sends a mutation; the reason is "Because." unless the input has one. */
export async function decide(
  db: Database,
  field: string,
  input: Readonly<Record<string, unknown>>,
  actor: Actor = REVIEWER,
): Promise<Result> {
  const [type, selection] = FIELDS[field] ?? ['', ''];
  const source = `mutation ($input: ${type}!) {
    result: ${field}(input: $input) { __typename ... on Problem { message code } ${selection} }
  }`;
  const variables = { input: { reason: 'Because.', ...input } };
  return (await answer<{ result: Result }>(db, source, variables, actor)).result;
}

/** The ids of the current statements, by what they begin with; the whole content where that is null. */
export async function statementIds(db: Database): Promise<Record<string, string>> {
  const source = '{ statements(first: 100, include: [WITHDRAWN]) { nodes { id content } } }';
  interface Data {
    readonly statements: {
      readonly nodes: readonly { readonly id: string; readonly content: string | null }[];
    };
  }
  const { statements } = await answer<Data>(db, source);
  return Object.fromEntries(statements.nodes.map(({ id, content }) => [content ?? '', id]));
}

export async function entityId(db: Database, by: object): Promise<string> {
  const source = 'query ($by: EntityRef!) { entity(by: $by) { id } }';
  const { entity } = await answer<{ entity: { id: string } | null }>(db, source, { by });
  if (entity === null) throw new Error(`there is no entity ${JSON.stringify(by)}`);
  return entity.id;
}
