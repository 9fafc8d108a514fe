/**
 * Why a fault that no test finds is left: by the end of its file's path and a part of its code; the first that fits speaks.
 * @type {readonly { file: string, code: string, why: string }[]}
 */
export const JUDGEMENTS = [];
