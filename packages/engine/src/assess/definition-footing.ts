import { type DefinitionChange, definitionOf, describeDay, formatQuantity, linkBetween } from '@hadaf/series';
import { type Target, termsOf } from '@hadaf/targets';
import type { MeasuredSeries } from './measured-series.ts';

export interface ComparableFooting {
  readonly kind: 'comparable';
  readonly target: Target;
  readonly series: MeasuredSeries;
  /** What the target's value was multiplied by; 1 where it means the definition it is judged on. */
  readonly factor: number;
  /** Whether the series is not the one that is forecast: its definition ended with or after the target's date. */
  readonly isEarlier: boolean;
  readonly notes: readonly string[];
}

/** A target with values of the definition it is judged on, or why there is no such definition. */
export type DefinitionFooting =
  | ComparableFooting
  | { readonly kind: 'across'; readonly reason: string; readonly notes: readonly string[] };

/**
 * Puts a target and its series on one definition, where what is measured changed.
 *
 * A target means the definition that was public on the day it was set, and is judged by values of the definition in force
 * in its period. Where these are two, its value is multiplied by the links stated between them; without a link nothing
 * is compared.
 */
export function onOneDefinition(target: Target, series: MeasuredSeries): DefinitionFooting {
  const { changes } = series;
  const due = target.due[0];
  const same = { kind: 'comparable', target, series, factor: 1, isEarlier: false } as const;
  if (changes.length === 0) return { ...same, notes: [] };
  const notes = changes.map((change, i) => changeWords(change, series, i));
  if (!due) return { ...same, notes };
  const judged = definitionOf(due, changes);
  if (judged === null) {
    const reason = `what is measured changed within its period, ${due.label}`;
    return { kind: 'across', reason, notes };
  }
  const setOn = target.announcedOn ?? target.knownBy;
  const meant = Math.min(judged, changes.filter(({ knownBy }) => knownBy <= setOn).length);
  const factor = linkBetween(changes, meant, judged);
  if (factor === null) return { kind: 'across', reason: unlinkedWords(changes, meant, judged), notes };
  const linked = factor === 1 ? target : timesLink(target, factor);
  const told = factor === 1 ? notes : [...notes, linkedWords(target, linked, series)];
  if (judged === changes.length) return { ...same, target: linked, factor, notes: told };
  const before = asBefore(series, judged);
  return { kind: 'comparable', target: linked, series: before, factor, isEarlier: true, notes: told };
}

/** The series as it stood under an earlier definition: its years as they were reported, and nothing in progress. */
function asBefore(series: MeasuredSeries, definition: number): MeasuredSeries {
  const years = series.earlier[definition] ?? [];
  const known = years.map(({ observation }) => observation);
  return { ...series, years, known, inProgress: null, unreported: [], landing: null, isEnded: true };
}

/** The target as another definition has it. */
export function timesLink(target: Target, factor: number): Target {
  const terms = termsOf(target);
  const upper = terms.upper === null ? null : terms.upper * factor;
  const linked = { ...target, value: target.value * factor };
  return target.terms ? { ...linked, terms: { ...terms, upper } } : linked;
}

function changeWords({ validFrom, label, link }: DefinitionChange, { indicator }: MeasuredSeries, i: number): string {
  const day = describeDay(validFrom);
  const opening = `Since ${day} ${indicator.name} has another definition, “${label}”`;
  const before = i === 0 ? 'values before' : 'values of the definition before';
  return link
    ? `${opening}; ${before} enter times ${link.factor} (${link.basis}).`
    : `${opening}; no link to ${before} is stated, so none is compared with them.`;
}

function unlinkedWords(changes: readonly DefinitionChange[], meant: number, judged: number): string {
  const broken = changes.slice(meant, judged).find(({ link }) => link === null);
  const day = broken ? describeDay(broken.validFrom) : '';
  return `it was set on the definition before ${day}, its date lies after, and no link between the two is stated`;
}

function linkedWords(target: Target, linked: Target, { indicator }: MeasuredSeries): string {
  const [said, now] = [target, linked].map(({ value }) => formatQuantity(value, indicator.unit));
  return `It was set as ${said} on an earlier definition; through the stated link it is judged as ${now}.`;
}

/** Why a year of an earlier definition is no base for the present one; null where no such year was reported. */
export function brokenBase({ changes, earlier }: MeasuredSeries, fiscalYear: number): string | null {
  const definition = earlier.findLastIndex((years) => years.some((year) => year.fiscalYear === fiscalYear));
  if (definition === -1) return null;
  const since = changes.slice(definition);
  const broken = since.find(({ link }) => link === null);
  if (broken) return `the definition changed on ${describeDay(broken.validFrom)} and no link is stated`;
  const day = describeDay(since[0]?.validFrom ?? '');
  return `the definition changed on ${day}, within a year that measures neither`;
}

/** Where a year entered through a link, from which day; null where it is the definition's own. */
export function linkedBase({ changes, years }: MeasuredSeries, fiscalYear: number): string | null {
  const year = years.find((one) => one.fiscalYear === fiscalYear);
  const change = year && changes.findLast(({ validFrom }) => year.observation.start < validFrom);
  return change ? `linked across the change of definition of ${describeDay(change.validFrom)}` : null;
}
