import { quoted } from '../model/printable.ts';
import { Refusal } from './refusal.ts';

/** The day that `--date` names, or null where it is not given. Refuses what is no day. */
export function dayOf(option: string | undefined): string | null {
  if (option === undefined) return null;
  if (!isDay(option)) throw new Refusal('This is no day', `--date ${quoted(option)}`, 'a day such as 2026-01-31');
  return option;
}

function isDay(text: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!found) return false;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}
