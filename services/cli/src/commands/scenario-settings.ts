import { type ScenarioRequest, scenarioRequest } from '@hadaf/engine';
import { CodedError } from '@hadaf/platform';

/** The options of `hadaf scenario new` as the terminal gives them. */
export interface ScenarioSettings {
  readonly growth?: string;
  readonly growthPath?: string;
  readonly accelerate?: string;
  readonly formula?: string;
  readonly cap?: string;
  readonly add: readonly string[];
  readonly open: readonly string[];
  readonly delay: readonly string[];
  readonly probability?: string;
}

function invalid(problem: string): CodedError {
  return new CodedError('REQUEST_INVALID', problem);
}

function numberOf(option: string, text: string): number {
  const value = Number(text.trim().replace(/^−/, '-').replace(/ ?%$/, ''));
  if (text.trim() !== '' && Number.isFinite(value)) return value;
  throw invalid(`--${option} takes a number, got “${text}”`);
}

type Assumed = ScenarioRequest['assume'];

/** `"Karachi IT Park" 70 from 2027`, once or yearly, as often as wanted. */
function linesOf(words: readonly string[]): NonNullable<Assumed['lines']> {
  const example = '--add "Karachi IT Park" 70 from 2027, with `once` behind it for a single amount';
  const lines: NonNullable<Assumed['lines']>[number][] = [];
  for (let i = 0; i < words.length; ) {
    const [label = '', amount, from, when] = words.slice(i, i + 4);
    if (amount === undefined || from !== 'from' || when === undefined) throw invalid(`a line is written ${example}`);
    const times = words[i + 4];
    const isTimed = times === 'once' || times === 'yearly';
    lines.push({ label, amount: numberOf('add', amount), from: when, ...(isTimed ? { times } : {}) });
    i += isTimed ? 5 : 4;
  }
  return lines;
}

/** `T54 T44`: what a claim says begins with an event. */
function openingsOf(words: readonly string[]): NonNullable<Assumed['lines']> {
  if (words.length % 2 > 0) throw invalid('an opening names the claim and its event: --open T54 T44');
  return Array.from({ length: words.length / 2 }, (_, i) => ({
    effect: words[2 * i] ?? '',
    opening: words[2 * i + 1] ?? '',
  }));
}

function delaysOf(words: readonly string[]): NonNullable<Assumed['delays']> {
  if (words.length % 2 > 0) throw invalid('a delay names what is late, and by how many months: --delay T44 12');
  return Array.from({ length: words.length / 2 }, (_, i) => ({
    of: words[2 * i] ?? '',
    months: numberOf('delay', words[2 * i + 1] ?? ''),
  }));
}

/** `0.66` or `66 %`. */
function probabilityOf(text: string): number {
  return /%\s*$/.test(text) ? numberOf('probability', text) / 100 : numberOf('probability', text);
}

function growthOf({ growth, growthPath }: ScenarioSettings): number[] | undefined {
  if (growth !== undefined && growthPath !== undefined) throw invalid('give --growth or --growth-path, not both');
  if (growthPath !== undefined) return growthPath.split(',').map((rate) => numberOf('growth-path', rate));
  return growth === undefined ? undefined : [numberOf('growth', growth)];
}

/**
 * What the terminal's options assume.
 *
 * @throws CodedError REQUEST_INVALID, naming the option or the part of the question that is wrong
 */
export function scenarioRequestOf(targetId: string, name: string, settings: ScenarioSettings): ScenarioRequest {
  const { accelerate, cap, formula, probability } = settings;
  const lines = [...linesOf(settings.add), ...openingsOf(settings.open)];
  const delays = delaysOf(settings.delay);
  const growth = growthOf(settings);
  const assume = {
    ...(growth && { growth }),
    ...(accelerate !== undefined && { acceleration: numberOf('accelerate', accelerate) }),
    ...(formula !== undefined && { formula }),
    ...(cap !== undefined && { cap: numberOf('cap', cap) }),
    ...(lines.length > 0 && { lines }),
    ...(delays.length > 0 && { delays }),
    ...(probability !== undefined && { probability: probabilityOf(probability) }),
  };
  const parsed = scenarioRequest.safeParse({ targetId, name, assume });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new CodedError('REQUEST_INVALID', 'the scenario cannot be read', { faults });
}
