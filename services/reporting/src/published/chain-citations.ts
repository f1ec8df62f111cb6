import type { Citation, ExplanationStep } from '@hadaf/engine';

/** The pages a step rests on: its own, those of its inputs, and those of the earlier steps these come from. */
export function chainCitations(steps: readonly ExplanationStep[], step: ExplanationStep): Citation[] {
  const needed = new Set([step]);
  for (const one of needed) {
    for (const { step: number } of one.inputs) {
      const earlier = number === null ? undefined : steps[number - 1];
      if (earlier) needed.add(earlier);
    }
  }
  return [...needed].flatMap(({ citations, inputs }) => [...citations, ...inputs.flatMap((input) => input.citations)]);
}
