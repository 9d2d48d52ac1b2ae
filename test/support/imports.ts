import { posix } from 'node:path';
import ts from 'typescript';

export interface Import {
  /** The path from the root for a file of the project, the name for a package: `@pothos/core`, `node:fs`. */
  readonly target: string;
  readonly isFile: boolean;
  readonly line: number;
}

/** A string or template; what a template takes from elsewhere is written `${}`. */
export interface Literal {
  readonly text: string;
  readonly line: number;
}

/** What the rules look at in one file. Lines count from 1. */
export interface Module {
  readonly file: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly literals: readonly Literal[];
  /** Where it reads `process.env`. */
  readonly environment: readonly number[];
}

export function parseModule(file: string, text: string): Module {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const literals: Literal[] = [];
  const environment: number[] = [];
  const lineOf = (node: ts.Node) => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier !== null) imports.push({ ...targetOf(file, specifier), line: lineOf(node) });
    const literal = literalOf(node);
    if (literal !== null) literals.push({ text: literal, line: lineOf(node) });
    if (readsEnvironment(node)) environment.push(lineOf(node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { file, lines: text.trimEnd().split('\n').length, imports, literals, environment };
}

/** Types count as much as values: a part that knows another's shapes depends on it. */
function specifierOf(node: ts.Node): string | null {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return textOf(node.moduleSpecifier);
  if (ts.isImportTypeNode(node)) {
    return ts.isLiteralTypeNode(node.argument) ? textOf(node.argument.literal) : null;
  }
  if (!ts.isCallExpression(node)) return null;
  const { expression: callee } = node;
  const loads =
    callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require');
  return loads ? textOf(node.arguments[0]) : null;
}

function textOf(node: ts.Node | undefined): string | null {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : null;
}

function targetOf(file: string, specifier: string): Omit<Import, 'line'> {
  if (specifier.startsWith('.')) {
    return { target: posix.join(posix.dirname(file), specifier), isFile: true };
  }
  const [scope = '', name] = specifier.split('/', 2);
  return { target: specifier.startsWith('@') ? `${scope}/${name}` : scope, isFile: false };
}

function literalOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => `\${}${literal.text}`).join('');
}

/** `process.env`, `process['env']`, `const { env } = process`, `import { env } from 'node:process'`. */
function readsEnvironment(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return isProcess(node.expression) && node.name.text === 'env';
  if (ts.isElementAccessExpression(node)) {
    return isProcess(node.expression) && textOf(node.argumentExpression) === 'env';
  }
  if (ts.isBindingElement(node)) {
    const declaration = node.parent.parent;
    const from = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
    return from !== undefined && isProcess(from) && namesEnv(node.propertyName ?? node.name);
  }
  if (ts.isImportSpecifier(node)) {
    const { moduleSpecifier } = node.parent.parent.parent;
    return (
      /^(?:node:)?process$/.test(textOf(moduleSpecifier) ?? '') && namesEnv(node.propertyName ?? node.name)
    );
  }
  return false;
}

function isProcess(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return node.name.text === 'process';
  return ts.isIdentifier(node) && node.text === 'process';
}

function namesEnv(node: ts.Node): boolean {
  return ts.isIdentifier(node) && node.text === 'env';
}
