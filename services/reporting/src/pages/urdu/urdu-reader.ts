import type { TargetReport } from '@hadaf/engine';
import { formatQuantity } from '@hadaf/series';
import { isolated, urduSpeaker } from '@hadaf/targets';
import { formatDay } from '../day.ts';
import { html, type Markup } from '../markup.ts';

const speak = urduSpeaker();

/** A printed number, day or period in Urdu, by the digits of the English page; else as it is written. */
export const printed = (english: string): string => speak(english) ?? isolated(english);

/** A value with its unit; an en dash where there is none. */
export const quantity = (value: number | null, unit: string): string =>
  value === null ? '–' : printed(formatQuantity(value, unit));

/** A day as Urdu writes it, Western numerals and all. */
export const day = (iso: string): Markup => html`<time datetime=${iso}>${printed(formatDay(iso))}</time>`;

/** Says what a report says: in Urdu where it has it, else in the original, marked as what it is. */
export type Reader = (english: string) => Markup;

export const readerOf =
  ({ urdu }: Pick<TargetReport, 'urdu'>): Reader =>
  (english) =>
    urdu[english] ?? speak(english) ?? html`<span class="original" lang="en" dir="ltr">${english}</span>`;
