import { OnrecordError } from '../errors.ts';
import type { Params, Row, Value } from './database.ts';

const INTEGER_MIN = -(2n ** 63n);
const INTEGER_MAX = 2n ** 63n - 1n;

/** What both engines take: integers only as bigints, so that neither guesses between integer and float. */
export type EngineValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | EngineValue[]
  | { [key: string]: EngineValue };

export function toEngine(params: Params): Record<string, EngineValue> {
  return mapEntries(params, valueToEngine);
}

/** A row as an engine's driver gives it, with integers as numbers or bigints. Refuses nodes, paths and temporal objects. */
export function fromEngine(row: Readonly<Record<string, unknown>>): Row {
  return mapEntries(row, valueFromEngine);
}

function valueToEngine(value: Value): EngineValue {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (typeof value === 'bigint' && (value < INTEGER_MIN || value > INTEGER_MAX)) {
    throw new OnrecordError('INTERNAL', 'An integer does not fit into 64 bits.');
  }
  if (isList(value)) return value.map(valueToEngine);
  if (typeof value === 'object' && value !== null) return mapEntries(value, valueToEngine);
  return value;
}

function valueFromEngine(value: unknown): Value {
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  ) {
    return value;
  }
  if (typeof value === 'bigint') return isSafe(value) ? Number(value) : value;
  if (Array.isArray(value)) return value.map(valueFromEngine);
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return mapEntries<unknown, Value>({ ...value }, valueFromEngine);
  }
  throw new OnrecordError('INTERNAL', 'A query returned something other than scalars, lists and maps.');
}

function mapEntries<From, To>(
  source: Readonly<Record<string, From>>,
  map: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(source).map(([key, value]) => [key, map(value)]));
}

// Array.isArray does not narrow readonly arrays.
function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function isSafe(value: bigint): boolean {
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER);
}
