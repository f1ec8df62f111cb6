import type { ParameterSetting } from '@hadaf/models';
import { CodedError } from '@hadaf/platform';

/** What a user says of a formula's parameters: `name=value`, `name=lower:upper`, `name=mean:deviation`. */
export interface SettingOptions {
  readonly start: readonly string[];
  readonly bounds: readonly string[];
  readonly prior: readonly string[];
}

/** `name=…` of an option, or what is wrong with it. */
function splitSetting(option: string, text: string, form: string): { name: string; parts: string[] } {
  const match = /^([A-Za-z][A-Za-z0-9_]*)=(.+)$/.exec(text);
  const [, name = '', value = ''] = match ?? [];
  if (!match) throw new CodedError('REQUEST_INVALID', `${option} takes ${form}, got ${text}`);
  return { name, parts: value.split(':') };
}

function numberOf(option: string, text: string | undefined, form: string): number {
  const value = Number(text);
  if (text !== undefined && text.trim() !== '' && Number.isFinite(value)) return value;
  throw new CodedError('REQUEST_INVALID', `${option} takes ${form} with numbers, got ${text || 'nothing'}`);
}

function boundsOf(text: string): readonly [string, ParameterSetting] {
  const form = 'name=lower:upper';
  const { name, parts } = splitSetting('--bounds', text, form);
  const [low = '', high = ''] = parts;
  if (parts.length !== 2) throw new CodedError('REQUEST_INVALID', `--bounds takes ${form}, got ${text}`);
  const lower = low === '' ? {} : { lower: numberOf('--bounds', low, form) };
  const upper = high === '' ? {} : { upper: numberOf('--bounds', high, form) };
  if (lower.lower !== undefined && upper.upper !== undefined && !(lower.lower < upper.upper)) {
    throw new CodedError('REQUEST_INVALID', `--bounds takes a lower bound below the upper one, got ${text}`);
  }
  return [name, { ...lower, ...upper }];
}

function priorOf(text: string): readonly [string, ParameterSetting] {
  const form = 'name=mean:deviation';
  const { name, parts } = splitSetting('--prior', text, form);
  const prior = {
    mean: numberOf('--prior', parts[0], form),
    standardDeviation: numberOf('--prior', parts[1], form),
  };
  if (!(prior.standardDeviation > 0)) throw new CodedError('REQUEST_INVALID', '--prior takes a deviation above 0');
  return [name, { prior }];
}

function startOf(text: string): readonly [string, ParameterSetting] {
  const form = 'name=value';
  const { name, parts } = splitSetting('--start', text, form);
  return [name, { start: numberOf('--start', parts[0], form) }];
}

/**
 * What the user said of each parameter, all options together.
 *
 * @throws CodedError REQUEST_INVALID with the form the option takes
 */
export function settingsOf({ start, bounds, prior }: SettingOptions): (readonly [string, ParameterSetting])[] {
  const said = new Map<string, ParameterSetting>();
  for (const [name, setting] of [...start.map(startOf), ...bounds.map(boundsOf), ...prior.map(priorOf)]) {
    said.set(name, { ...said.get(name), ...setting });
  }
  for (const [name, { start: begin, lower, upper }] of said) {
    if (begin !== undefined && (begin < (lower ?? begin) || begin > (upper ?? begin))) {
      throw new CodedError('REQUEST_INVALID', `the start of ${name}, ${begin}, lies outside its bounds`);
    }
  }
  return [...said];
}
