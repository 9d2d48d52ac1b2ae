import { Command } from 'commander';
import type { Environment } from '../config.ts';
import type { Extractor } from '../ingest/extractor.ts';
import { exportCommand } from './export.ts';
import { extractCommand } from './extract.ts';
import { importCommand } from './import.ts';
import { ingestCommand } from './ingest.ts';
import { integrityCommand } from './integrity.ts';
import { redactCommand } from './redact.ts';
import { reviewCommand } from './review.ts';
import { schemaCommand } from './schema.ts';
import { tokenCommand } from './token.ts';

/** All commands. `extractor` annotates what comes as plain text. */
export function onrecordProgram(env: Environment, extractor: Extractor): Command {
  return new Command('onrecord')
    .description('A knowledge graph of who said what about whom.')
    .addCommand(ingestCommand(env, extractor))
    .addCommand(extractCommand(env, extractor))
    .addCommand(exportCommand(env))
    .addCommand(importCommand(env))
    .addCommand(redactCommand(env))
    .addCommand(reviewCommand(env))
    .addCommand(integrityCommand(env))
    .addCommand(schemaCommand)
    .addCommand(tokenCommand);
}
