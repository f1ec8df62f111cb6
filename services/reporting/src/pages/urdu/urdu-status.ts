import type { TargetSummary } from '@hadaf/engine';
import type { Markup } from '../markup.ts';
import { statusBadge } from '../status.ts';

const words: Readonly<Record<TargetSummary['status'], string>> = {
  achieved: 'حاصل شدہ',
  'on-track': 'درست راہ پر',
  'at-risk': 'خطرے میں',
  'off-track': 'راہ سے ہٹا ہوا',
  'not-assessable': 'ناقابلِ جانچ',
  'not-measurable': 'ناقابلِ پیمائش',
};

export const urduBadge = (status: TargetSummary['status']): Markup => statusBadge(status, words[status]);

/** Where one target stands; of a past one, how it ended. */
export function urduStanding({ status, isSettled }: Pick<TargetSummary, 'status' | 'isSettled'>): Markup {
  if (!isSettled) return urduBadge(status);
  return statusBadge(status, status === 'achieved' ? 'پورا ہوا' : 'پورا نہیں ہوا');
}
