import { describeDay } from '@hadaf/series';
import type { StoredAlert } from '@hadaf/store';

const inWords = (identifier: string): string => identifier.replaceAll('-', ' ');

/** `22 Nov 2026  T26a  raised by “status worsened”  on track → off track  Worsened from …` */
export function alertLine({ raisedOn, targetId, from, to, reason, ruleId, transition }: StoredAlert): string {
  const standing = from === to ? inWords(to) : `${inWords(from)} → ${inWords(to)}`;
  return `${describeDay(raisedOn)}  ${targetId}  ${transition} by “${inWords(ruleId)}”  ${standing}  ${reason}`;
}
