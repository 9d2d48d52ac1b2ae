#!/usr/bin/env node
import { exitWith } from './cli/failure.ts';
import { onrecordProgram } from './cli/program.ts';
import { englishExtractor } from './ingest/extractors/english/extractor.ts';

await onrecordProgram(process.env, englishExtractor).parseAsync().catch(exitWith);
