import { asChild } from '../processes/child.ts';
import { normalise } from './normalise.ts';
import type { FileTask } from './readFile.ts';

/** A process that reads one file and ends. */
asChild(({ sent, rows, reading }: FileTask) => normalise(sent, rows, reading));
