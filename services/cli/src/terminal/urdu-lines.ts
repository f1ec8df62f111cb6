import type {
  Citation,
  ExplanationInput,
  ExplanationStep,
  Figure,
  IndexReport,
  TargetReport,
  TargetSummary,
} from '@hadaf/engine';
import { describeDay, formatProbability, formatQuantity, formatShare, quantityUnit } from '@hadaf/series';
import { isolated, urduSpeaker } from '@hadaf/targets';
import { shownFigures } from './target-lines.ts';

type Say = (english: string) => string;

const speak = urduSpeaker();

/** A printed number, day or period in Urdu; what has no Urdu stands isolated as it is written. */
const printed: Say = (english) => speak(english) ?? isolated(english);

/** Says what a report says; what has no Urdu there stands isolated as it is written. */
const speakerOf =
  (urdu: TargetReport['urdu']): Say =>
  (english) =>
    urdu[english] ?? printed(english);

const quantity = (value: number | null, unit: string): string =>
  value === null ? '–' : printed(formatQuantity(value, unit));

const inBrackets = (text: string): string => (text === '' ? '' : ` (${text})`);

function figureLine({ label, value, unit, period, basis, note }: Figure, say: Say): string {
  const from = [basis, note].filter(Boolean).map(say).join('؛ ');
  return `  ${say(label)}: ${quantity(value, unit)}${inBrackets(period && say(period))}${from === '' ? '' : ` – ${from}`}`;
}

function sourceLine({ publisher, publishedOn, knownBy, url }: Citation): string {
  const day = publishedOn
    ? printed(describeDay(publishedOn))
    : `بلا تاریخ، ${printed(describeDay(knownBy))} تک منظرِ عام پر`;
  return `${isolated(publisher)}، ${day}: ${isolated(url)}`;
}

const stampLine = ({ asOf, runId }: Pick<TargetReport, 'asOf' | 'runId'>): string =>
  `${printed(describeDay(asOf))} تک معلوم اعداد و شمار؛ رن ${isolated(runId)}۔`;

function chanceLines({ probability, interval, unit }: TargetReport, say: Say): string[] {
  const bounds = interval.map(
    ({ level, lower, upper, period }) =>
      `${printed(formatShare(level, 0))} وقفہ (${say(period)}): ${quantity(lower, quantityUnit(unit))} سے ${quantity(upper, quantityUnit(unit))} تک`,
  );
  if (!probability) return bounds;
  const [atDate, byDate] = [probability.atDate, probability.byDate].map((p) => printed(formatProbability(p)));
  return [`مقررہ تاریخ پر امکان ${atDate}، تاریخ تک امکان ${byDate}`, ...bounds];
}

function matrixLines({ matrix }: TargetReport, say: Say): string[] {
  if (!matrix) return [];
  return ['', say(matrix.summary), ...(matrix.contrast ? [say(matrix.contrast.sentence)] : [])];
}

function claimLines({ claimHistory, slips }: TargetReport, say: Say): string[] {
  const claims = claimHistory.map(({ announcedOn, knownBy, targetId, sentence }) => {
    const day = announcedOn === null ? `${printed(describeDay(knownBy))} تک` : printed(describeDay(announcedOn));
    return `  ${day}، ${isolated(targetId)}: ${say(sentence)}`;
  });
  return [...(slips ? ['', say(slips.sentence)] : []), ...(claims.length > 1 ? ['', 'دعویٰ کیسے بدلا', ...claims] : [])];
}

function recordLines({ trackRecord }: TargetReport, say: Say): string[] {
  const past = trackRecord.map(({ dueLabel, targetValue, outcome, unit, reached }) => {
    const numbers = `ہدف ${quantity(targetValue, unit)}، نتیجہ ${quantity(outcome, unit)}`;
    return `  ${say(dueLabel)}: ${numbers}، ${reached ? 'پورا ہو گیا' : 'پورا نہیں ہوا'}`;
  });
  return past.length > 0 ? ['', 'گزشتہ اہداف', ...past] : [];
}

/** One target in Urdu: verdict, numbers, what recognised rules say, earlier targets, caveats, sources. */
export function urduTarget(report: TargetReport): string {
  const say = speakerOf(report.urdu);
  const figures = shownFigures(report);
  return [
    `${isolated(report.targetId)}  ${say(report.title)}`,
    '',
    say(report.verdict),
    ...(report.staleness ? [say(report.staleness)] : []),
    ...report.years.map(({ sentences }) => sentences.map(say).join(' ')),
    '',
    ...chanceLines(report, say),
    ...(figures.length > 0 ? ['', 'اعداد', ...figures.map((figure) => figureLine(figure, say))] : []),
    ...matrixLines(report, say),
    ...claimLines(report, say),
    ...recordLines(report, say),
    ...(report.caveats.length > 0 ? ['', 'احتیاط', ...report.caveats.map((caveat) => `  – ${say(caveat)}`)] : []),
    '',
    'ماخذ',
    ...report.citations.map((citation) => `  ${sourceLine(citation)}`),
    '',
    stampLine(report),
  ].join('\n');
}

/** Whence an input: an earlier step, or the pages it was read from. */
function inputLines({ name, value, unit, period, step, citations }: ExplanationInput, say: Say): string[] {
  const from = step === null ? '' : `، ${say(`step ${step}`)}`;
  return [
    `     ${say(name)}: ${quantity(value, unit)}${inBrackets(period && say(period))}${from}`,
    ...citations.map((citation) => `       ماخذ: ${sourceLine(citation)}`),
  ];
}

function stepLines(step: ExplanationStep, say: Say): string[] {
  const { number, title, formula, worked, inputs, value, unit, period, note, citations } = step;
  return [
    `${number}. ${say(title)}${value === null ? '' : ` = ${quantity(value, unit)}`}${inBrackets(period && say(period))}`,
    ...(formula === '' ? [] : [`     کیسے: ${say(formula)}`]),
    ...(worked === '' || value === null ? [] : [`     ${isolated(`${worked} = ${value}`)}`]),
    ...inputs.flatMap((input) => inputLines(input, say)),
    ...(note === '' ? [] : [`     نوٹ: ${say(note)}`]),
    ...citations.map((citation) => `     ماخذ: ${sourceLine(citation)}`),
  ];
}

/** The chain from source numbers to the verdict in Urdu. */
export function urduExplanation(report: TargetReport): string {
  const say = speakerOf(report.urdu);
  return [
    `${isolated(report.targetId)}  ${say(report.title)}`,
    '',
    ...report.explanation.flatMap((step) => stepLines(step, say)),
    '',
    stampLine(report),
  ].join('\n');
}

function summaryLine(target: TargetSummary, say: Say): string {
  const status = target.isSettled ? '' : `${say(target.status.replace('-', ' '))}: `;
  return `${isolated(target.targetId)}  ${say(target.title)} – ${status}${say(target.reason)}`;
}

/** Every target of a run in Urdu, a line each: open ones, how past ones ended, what has no verdict. */
export function urduIndex(index: IndexReport, all: boolean): string {
  const say = speakerOf(index.urdu);
  const settled = index.targets.filter(({ isSettled }) => isSettled);
  const unsettled = index.targets.filter(({ isSettled }) => !isSettled);
  const mute = unsettled.filter(({ status }) => status.startsWith('not-'));
  const lines = (targets: readonly TargetSummary[]) => targets.map((target) => summaryLine(target, say));
  return [
    ...lines(unsettled.filter((target) => !mute.includes(target))),
    ...(settled.length > 0 ? ['', 'گزشتہ اہداف', ...lines(settled)] : []),
    ...(mute.length > 0 ? ['', `بغیر فیصلے کے اہداف: ${mute.length}`, ...(all ? lines(mute) : [])] : []),
    '',
    stampLine(index),
  ].join('\n');
}
