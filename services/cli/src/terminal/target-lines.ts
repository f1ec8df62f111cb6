import type { Figure, TargetReport } from '@hadaf/engine';
import { describeDay, formatProbability, formatQuantity, quantityUnit } from '@hadaf/series';
import Table from 'cli-table3';

function figureRow({ label, value, unit, period, basis, note }: Figure): string[] {
  return [label, formatQuantity(value ?? Number.NaN, unit), period, [basis, note].filter(Boolean).join('; ')];
}

function figureTable(figures: readonly Figure[]): string {
  const table = new Table({
    head: ['Figure', 'Value', 'Period', 'From'],
    style: { head: [], border: [] },
    wordWrap: true,
  });
  for (const figure of figures) table.push(figureRow(figure));
  return table.toString();
}

/** What recognised rules say, and how much of their contrast is definition and how much window. */
function matrixLines({ matrix }: TargetReport): string[] {
  if (!matrix) return [];
  return ['', matrix.summary, ...(matrix.contrast ? [matrix.contrast.sentence] : [])];
}

function recordLines({ trackRecord }: TargetReport): string[] {
  const past = trackRecord.map(({ dueLabel, targetValue, outcome, unit, reached, announcedBy }) => {
    const numbers = `${formatQuantity(targetValue, unit)} named, ${formatQuantity(outcome, unit)} came`;
    return `  ${dueLabel}: ${numbers}, ${reached ? 'reached' : 'missed'} (${announcedBy})`;
  });
  return past.length > 0 ? ['', 'Earlier targets', ...past] : [];
}

/** Who named, revised, moved and repeated the claim, oldest first, and the dates an event was promised for. */
function claimLines({ targetId, claimHistory, slips }: TargetReport): string[] {
  const claims = claimHistory.map((claim) => {
    const day = claim.announcedOn === null ? `by ${describeDay(claim.knownBy)}` : describeDay(claim.announcedOn);
    const fate = claim.isSuperseded ? ' Later revised or moved.' : '';
    return `  ${day}  ${claim.targetId}${claim.targetId === targetId ? ' (this target)' : ''}: ${claim.sentence}${fate} [${claim.citation.publisher}]`;
  });
  return [...(slips ? ['', slips.sentence] : []), ...(claims.length > 1 ? ['', 'How the claim moved', ...claims] : [])];
}

/** Every page that the lines above rest on, once each. */
function sourceLines({ citations, claimHistory, agencies = {} }: TargetReport): string[] {
  const pages = [...citations, ...claimHistory.map(({ citation }) => citation)];
  const distinct = [...new Map(pages.map((page) => [page.url, page])).values()];
  return distinct.map(({ publisher, agency, url, publishedOn, knownBy, knownByBasis }) => {
    const day = publishedOn ?? `undated, public by ${knownBy} (${knownByBasis})`;
    const whose = agencies[agency] === undefined ? agency : `${agency}, ${agencies[agency]}`;
    return `  ${publisher} (${whose}), ${day}: ${url}`;
  });
}

/** Every figure of a target's page, in its order. */
export function shownFigures({ latest, figures, endedYear, yearInProgress, whatItTakes }: TargetReport): Figure[] {
  const known = latest && !figures.some(({ label }) => label === latest.label) ? [latest] : [];
  return [...known, ...figures, ...endedYear, ...yearInProgress, ...whatItTakes];
}

/** One target in the terminal: verdict, every figure of its page, what recognised rules say, its history, models, caveats, sources. */
export function targetLines(report: TargetReport): string {
  const { probability, models } = report;
  const figures = shownFigures(report);
  const quantity = (value: number) => formatQuantity(value, quantityUnit(report.unit));
  const used = models.filter(({ weight }) => weight > 0);
  return [
    `${report.targetId}  ${report.title}`,
    ...(report.wording.claim === undefined ? [] : [`“${report.wording.claim}”`]),
    '',
    report.verdict,
    ...(report.staleness ? [report.staleness] : []),
    ...report.years.map(({ sentences }) => sentences.join(' ')),
    ...(probability || report.interval.length > 0 ? [''] : []),
    ...(probability
      ? [`P at the date ${formatProbability(probability.atDate)}, by the date ${formatProbability(probability.byDate)}`]
      : []),
    ...report.interval.map(
      ({ level, lower, upper, period }) =>
        `${Math.round(level * 100)} % interval ${period}: ${quantity(lower)} to ${quantity(upper)}`,
    ),
    ...(figures.length > 0 ? ['', figureTable(figures)] : []),
    ...matrixLines(report),
    ...claimLines(report),
    ...recordLines(report),
    ...(used.length > 0
      ? ['', `Models: ${used.map(({ name, weight }) => `${name} ${(weight * 100).toFixed(0)} %`).join(', ')}`]
      : []),
    ...(report.caveats.length > 0 ? ['', 'Read this before quoting'] : []),
    ...report.caveats.map((caveat) => `  – ${caveat}`),
    '',
    'Sources',
    ...sourceLines(report),
    '',
    `As known on ${report.asOf}; run ${report.runId}.`,
  ].join('\n');
}
