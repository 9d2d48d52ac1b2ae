import { exitWith } from '../../src/cli/failure.ts';
import { onrecordProgram } from '../../src/cli/program.ts';
import { sayingExtractor } from './extracting.ts';

/** The command with the extractor of the tests, in the version that the environment names. */
const { SAYINGS_VERSION, ...env } = process.env;
await onrecordProgram(env, sayingExtractor(SAYINGS_VERSION)).parseAsync().catch(exitWith);
