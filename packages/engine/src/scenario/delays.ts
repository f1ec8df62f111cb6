import type { ScenarioSpecification } from '@hadaf/targets';
import { ScenarioRefusal } from './refusal.ts';

type Delays = NonNullable<ScenarioSpecification['delays']>;

interface OpenDelays {
  /** Months by which what goes by one of these names comes later; 0 where nothing is said of it. */
  readonly monthsOf: (names: readonly string[]) => number;
  /** Refuses a delay of something the scenario does not have. */
  readonly requireAllUsed: () => void;
}

/** The delays of a specification, each of which must delay something. */
export function openDelays(delays: Delays): OpenDelays {
  const used = new Set<Delays[number]>();
  const offered = new Set<string>();
  return {
    monthsOf(names) {
      const meant = delays.filter(({ of }) => names.some((name) => name.toLowerCase() === of.toLowerCase()));
      for (const delay of meant) used.add(delay);
      const [name] = names;
      if (name !== undefined) offered.add(name);
      return meant.reduce((sum, { months }) => sum + months, 0);
    },
    requireAllUsed() {
      const idle = delays.find((delay) => !used.has(delay));
      if (!idle) return;
      throw new ScenarioRefusal(`nothing here is called “${idle.of}”; a delay may be of: ${[...offered].join(', ')}`);
    },
  };
}
