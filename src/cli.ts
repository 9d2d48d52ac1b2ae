#!/usr/bin/env node
import { Command } from 'commander';
import { exportCommand } from './cli/export.ts';
import { exitWith } from './cli/failure.ts';
import { importCommand } from './cli/import.ts';
import { ingestCommand } from './cli/ingest.ts';
import { redactCommand } from './cli/redact.ts';
import { reviewCommand } from './cli/review.ts';
import { schemaCommand } from './cli/schema.ts';
import { tokenCommand } from './cli/token.ts';

const program = new Command('onrecord')
  .description('A knowledge graph of who said what about whom.')
  .addCommand(ingestCommand(process.env))
  .addCommand(exportCommand(process.env))
  .addCommand(importCommand(process.env))
  .addCommand(redactCommand(process.env))
  .addCommand(reviewCommand(process.env))
  .addCommand(schemaCommand)
  .addCommand(tokenCommand);

await program.parseAsync().catch(exitWith);
