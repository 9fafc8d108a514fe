import type { Subject } from './result.ts';

/** Takes one defect of a catalog: its code, what it is about, what is wrong and what to do. */
export type Report = (code: string, subject: Subject, what: string, next: string) => void;
