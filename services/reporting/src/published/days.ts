import { type AccountComparison, compareAccounts, type DayAccount, type DayDocuments } from '@hadaf/engine';
import { indexDocument } from './document-path.ts';
import { HeldRun, type ServedRun } from './published-cache.ts';
import { indexReportSchema } from './report-schema.ts';

/** Days kept in memory with the pages made of them. */
const mostHeld = 24;

/** The day a page stands for, where it is not the published one. */
export interface DayStamp extends Pick<DayAccount, 'kind' | 'runId' | 'asOf' | 'knownOn' | 'madeAt' | 'codeVersion'> {
  /** The parameters that name it. */
  readonly query: string;
  /** Whether a run had published, where a replay is shown. */
  readonly hasOther: boolean;
  /** The run's account beside that of today's code, where both are at hand. */
  readonly comparison: AccountComparison | null;
}

async function indexOf({ find }: DayAccount) {
  const document = await find(indexDocument);
  const parsed = document && indexReportSchema.safeParse(JSON.parse(document.body));
  return parsed?.success ? parsed.data : null;
}

async function comparisonOf(documents: DayDocuments): Promise<AccountComparison | null> {
  const { kind, other } = documents;
  const [own, others] = other ? [await indexOf(documents), await indexOf(other)] : [null, null];
  if (!own || !others) return null;
  return kind === 'published' ? compareAccounts(own, others) : compareAccounts(others, own);
}

async function stampOf(documents: DayDocuments): Promise<DayStamp> {
  const { kind, runId, asOf, knownOn, madeAt, codeVersion, other } = documents;
  const query = kind === 'replayed' && other ? `as_of=${asOf}&replay=1` : `as_of=${asOf}`;
  const comparison = await comparisonOf(documents);
  return { kind, runId, asOf, knownOn, madeAt, codeVersion, query, hasOther: other !== null, comparison };
}

/** Holds the days read last: their documents never change, so that each is read and each page made once. */
export class DayCache {
  readonly #held = new Map<string, HeldRun>();

  async open(documents: DayDocuments): Promise<ServedRun> {
    const { runId, asOf, madeAt, find, findEarlier, other } = documents;
    // A run may stand for many days, and its pages say which; a replay may be made again, and says whether it agrees.
    const key = `${runId} ${asOf} ${madeAt} ${other?.runId ?? ''} ${other?.madeAt ?? ''}`;
    const held = this.#held.get(key) ?? new HeldRun({ runId, find, findEarlier });
    this.#held.delete(key);
    this.#held.set(key, held);
    const [oldest] = this.#held.keys();
    if (this.#held.size > mostHeld && oldest !== undefined) this.#held.delete(oldest);
    return {
      runId,
      unconfirmedSince: null,
      day: await held.remember('stamp', () => stampOf(documents)),
      find: (path) => held.find(path),
      findEarlier: (path) => held.findEarlier(path),
      remember: (name, make) => held.remember(name, make),
    };
  }
}
