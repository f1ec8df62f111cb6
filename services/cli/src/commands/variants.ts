import type { VariantsList, VariantsReport, VariantValue } from '@hadaf/engine';
import { CodedError, type Config } from '@hadaf/platform';
import { formatQuantity } from '@hadaf/series';
import { listAllIndicators } from '@hadaf/store';
import Table from 'cli-table3';
import { type DayOptions, documentAsked, whichDocuments } from '../day-documents.ts';
import { indicatorIdOf } from '../known-ids.ts';
import { type Session, withSession } from '../session.ts';
import { printer } from '../terminal/printer.ts';

const path = '/v1/variants';
const plain = { style: { head: [], border: [] }, wordWrap: true };
const definitionWidth = 62;

async function documented<T>(session: Session, at: string, day: DayOptions): Promise<T> {
  const body = await documentAsked(session, at, day);
  if (body === null)
    throw new CodedError('REQUEST_INVALID', `${whichDocuments(day)} has no ${at}; see: hadaf variants`);
  return JSON.parse(body);
}

/** Each source of the table once, numbered in order of use. */
class Sources {
  readonly #ids: string[] = [];

  numberOf(document: string): number {
    const at = this.#ids.indexOf(document);
    return at >= 0 ? at + 1 : this.#ids.push(document);
  }

  lines(documents: VariantsReport['documents']): string[] {
    return this.#ids.map((id, i) => {
      const { publisher = id, title = '', publishedOn = null, url = '' } = documents[id] ?? {};
      return `  [${i + 1}] ${publisher}, “${title}”, ${publishedOn ?? 'undated'}: ${url}`;
    });
  }
}

function valueWords({ value, qualifier, halfWidth }: VariantValue, unit: string): string {
  if (qualifier === 'range')
    return `${formatQuantity(value - halfWidth, unit)} to ${formatQuantity(value + halfWidth, unit)}`;
  const words = qualifier === 'about' || qualifier === 'over' ? `${qualifier} ` : '';
  return `${words}${formatQuantity(value, unit)}`;
}

function describe({ definitions, periods, documents, asOf }: VariantsReport): string {
  const meanings = new Table({
    ...plain,
    head: ['Indicator', 'Name, unit', 'Definition'],
    colWidths: [null, 30, definitionWidth],
  });
  for (const { id, name, unit, definition, observations } of definitions) {
    meanings.push([id, `${name}, ${unit}`, observations === 0 ? `${definition} No value is known.` : definition]);
  }
  const shown = definitions.filter(({ observations }) => observations > 0);
  const sources = new Sources();
  const cell = (value: VariantValue | undefined, unit: string): string => {
    if (!value) return '–';
    return `${valueWords(value, unit)} ${value.agency} [${sources.numberOf(value.document)}]`;
  };
  const table = new Table({ ...plain, head: ['Period', ...shown.map(({ id }) => id)] });
  for (const { period, values } of periods) {
    const cells = shown.map(({ id, unit }) =>
      cell(
        values.find(({ indicator }) => indicator === id),
        unit,
      ),
    );
    table.push([period, ...cells]);
  }
  return [
    meanings.toString(),
    ...(periods.length > 0 ? [table.toString(), 'Sources', ...sources.lines(documents)] : ['No period is reported.']),
    `As known on ${asOf}. Definitions stand beside each other: nothing is joined, converted or summed.`,
  ].join('\n');
}

/** The idea an indicator belongs to: the one at the end of `variantOf`. */
async function ideaOf(session: Session, asked: string, { ideas }: VariantsList): Promise<string> {
  const id = await indicatorIdOf(session.store.db, asked);
  const idea = ideas.find(({ definitions }) => definitions.includes(id));
  if (idea) return idea.id;
  const known = (await listAllIndicators(session.store.db)).find((indicator) => indicator.id === id);
  throw new CodedError(
    'REQUEST_INVALID',
    `${known?.name ?? id} has one definition only; ideas with several: hadaf variants`,
  );
}

/** `hadaf variants [indicator]`: an idea under its definitions, period by period; without one, the ideas there are. */
export async function variants(
  config: Config,
  asked: string | undefined,
  { json, ...day }: DayOptions & { json?: boolean },
): Promise<void> {
  await withSession(config, async (session) => {
    const list = await documented<VariantsList>(session, path, day);
    if (asked !== undefined) {
      const idea = await ideaOf(session, asked, list);
      const report = await documented<VariantsReport>(session, `${path}/${idea}`, day);
      return json ? printer.json(report) : printer.data(describe(report));
    }
    if (json) return printer.json(list);
    const table = new Table({ ...plain, head: ['Idea', 'Name', 'Definitions', 'Periods compared'] });
    for (const { id, name, definitions, periods } of list.ideas)
      table.push([id, name, definitions.join('\n'), periods]);
    printer.data(table.toString());
  });
}
