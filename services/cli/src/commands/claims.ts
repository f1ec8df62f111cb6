import type { ClaimsReport, ConflictsReport } from '@hadaf/engine';
import { CodedError, type Config } from '@hadaf/platform';
import { counted, formatQuantity } from '@hadaf/series';
import Table from 'cli-table3';
import { type DayOptions, documentAsked, whichDocuments } from '../day-documents.ts';
import { type Session, withSession } from '../session.ts';
import { isTerminal, printer } from '../terminal/printer.ts';

/** Columns to use where the terminal does not say, and those that ids and verdicts take. */
const usualWidth = 120;
const otherColumns = 34;

async function readLedger(session: Session, path: string, day: DayOptions): Promise<string> {
  const body = await documentAsked(session, path, day);
  if (body !== null) return body;
  throw new CodedError('NOT_PUBLISHED', `${whichDocuments(day)} has no ${path}; run: npm start -- --once`);
}

function claimTable({ claims }: ClaimsReport, width: number): string {
  const table = new Table({
    head: ['Claim', 'Verdict', 'What it says, and what it rests on'],
    colWidths: [null, null, Math.max(40, width - otherColumns)],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const { id, verdict, subject, period, because } of claims) {
    table.push([id, verdict.replaceAll('-', ' '), `${subject}${period ? `, ${period}` : ''}. ${because}`]);
  }
  return table.toString();
}

interface LedgerOptions extends DayOptions {
  readonly json?: boolean;
}

/** `hadaf claims`: every numeric statement of the documents with its verdict. */
export async function claims(config: Config, { json, ...day }: LedgerOptions): Promise<void> {
  await withSession(config, async (session) => {
    const report: ClaimsReport = JSON.parse(await readLedger(session, '/v1/claims', day));
    if (json) return printer.json(report.claims);
    const width = isTerminal(process.stdout) ? (process.stdout.columns ?? usualWidth) : usualWidth;
    printer.data(claimTable(report, width));
    const counts = [...Map.groupBy(report.claims, ({ verdict }) => verdict)].map(
      ([verdict, own]) => `${own.length} ${verdict.replaceAll('-', ' ')}`,
    );
    printer.note(`${counted(report.claims.length, 'claim')} as known on ${report.asOf}: ${counts.join(', ')}`);
  });
}

/** A document as one cites it: title, publisher, day. */
function sourceWords({ documents }: ConflictsReport, id: string): string {
  const document = documents[id];
  if (!document) return id;
  return `“${document.title}”, ${document.publisher}, ${document.publishedOn ?? 'undated'}`;
}

/** `hadaf conflicts`: the questions the sources answer differently, each side with its number. */
export async function conflicts(config: Config, { json, ...day }: LedgerOptions): Promise<void> {
  await withSession(config, async (session) => {
    const report: ConflictsReport = JSON.parse(await readLedger(session, '/v1/conflicts', day));
    if (json) return printer.json(report.conflicts);
    for (const { question, explanation, sides } of report.conflicts) {
      const answers = sides.map(({ statement, value, unit, words, documents }) => {
        const number = value === null ? 'not known yet' : formatQuantity(value, unit);
        const sum = /[+−×÷]/.test(words) ? ` = ${words}` : '';
        return `  ${statement}: ${number}${sum} (${documents.map((id) => sourceWords(report, id)).join('; ') || 'no source yet'})`;
      });
      printer.data([question, ...answers, `  ${explanation || 'Unexplained.'}`, ''].join('\n'));
    }
  });
}
